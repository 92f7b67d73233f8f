// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/picture.h"

#include "ui/export/languagescope.h"
#include "ui/export/picturetexts.h"
#include "ui/stage/stagelayout.h"
#include "ui/stage/stagepainter.h"
#include "ui/stage/stageprojector.h"
#include "ui/text/branchtext.h"
#include "ui/text/timetext.h"
#include "ui/theme/themehost.h"
#include "ui/timelineview/lanesview.h"

#include <QBuffer>
#include <QFontMetricsF>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>

#include <algorithm>

namespace sessionarium::ui::exporting {

namespace {

constexpr double captionHeight = 44;
constexpr double captionMargin = 24;

/// Things are laid out as on a screen of usual size, and then scaled: a large picture shows the same, larger.
double scaleOf(QSize size, double caption)
{
    const auto against = [&size](double width, double height) {
        return std::min(size.width() / width, size.height() / height);
    };
    if (const double larger = against(1600, 900); larger > 1)
        return larger;
    return std::min(1.0, against(760, 420 + caption));
}

/// What the picture shows, for whoever finds it without the program: "Title · Branch · Sticky · 06.01 s".
QString caption(const PictureSource &source, const PictureWishes &wishes)
{
    const document::PlayedRun &played = *source.played;
    QStringList parts;
    if (played.scenario) {
        parts << text::pick(played.scenario->title, wishes.language);
        const scenario::Branch *branch = scenario::findBranch(*played.scenario, played.branch);
        if (branch && !branch->parent.empty() && branch->from <= source.view.revealedUntil)
            parts << text::branchTitle(*played.scenario, *branch, wishes.language);
    } else {
        parts << QString::fromStdString(played.timeline().info().scenario);
    }
    parts << text::presetName(played.policy);
    if (wishes.view == PictureView::Stage)
        parts << text::momentText(source.moment);
    return parts.join(QStringLiteral(" · "));
}

void paintCaption(QPainter &painter, const QString &words, const theme::Theme &theme, double width)
{
    painter.setFont(theme.boldFont(theme::FontRole::Body, 1));
    painter.setPen(theme.palette.text);
    const QRectF line(captionMargin, 0, width - 2 * captionMargin, captionHeight);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetricsF(painter.font()).elidedText(words, Qt::ElideRight, line.width()));
}

void paintStage(QPainter &painter, const PictureSource &source, const stage::StageTexts &texts,
                const theme::Theme &theme, QSizeF size)
{
    stage::StageProjector projector;
    projector.setTexts(&texts);
    projector.setContent(source.view, source.played->keyframes.get());
    projector.setSight(source.sight);
    projector.setLit(source.lit);
    const stage::StageFrame &frame = projector.frameAt(source.moment);
    const stage::StageLayout layout = stage::layOutStage(frame.scene, size, {});
    stage::StagePainter stagePainter(theme);
    stagePainter.paintScene(painter, frame.scene, layout, {});
    stagePainter.paintMessages(painter, frame.messages, layout, false);
}

void paintLanes(QPainter &painter, const PictureSource &source, const stage::StageTexts &texts,
                const theme::Theme &theme, QSizeF size)
{
    constexpr int margin = 24;
    theme::ThemeHost host(theme);
    timelineview::LanesView lanes(host); // never shown: it only lays out
    lanes.resize(size.toSize() - QSize(2 * margin, 2 * margin));
    lanes.setTexts(&texts);
    lanes.setShowAll(true);
    lanes.setContent(source.view, &source.played->lanesWithin(source.view.revealedUntil),
                     &source.played->pacingWithin(source.view.revealedUntil));
    lanes.setMoment(std::min(source.moment, source.view.revealedUntil));
    lanes.setLit(source.lit);
    painter.translate(margin, margin);
    timelineview::LanesPainter(painter, lanes.picture(), theme).paint();
}

} // namespace

void paintPicture(QPainter &painter, const PictureSource &source, const PictureWishes &wishes, text::Language present)
{
    const LanguageScope language(wishes.language, present);
    const PictureTexts texts(source.played, wishes.language);
    const theme::Theme theme = wishes.shade == theme::Shade::Dark ? theme::darkTheme() : theme::lightTheme();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRect(QPoint(), wishes.size), theme.palette.card);
    const double top = wishes.caption ? captionHeight : 0;
    const double scale = scaleOf(wishes.size, top);
    painter.scale(scale, scale);
    const QSizeF whole = QSizeF(wishes.size) / scale;
    if (wishes.caption)
        paintCaption(painter, caption(source, wishes), theme, whole.width());
    painter.translate(0, top);
    const QSizeF size(whole.width(), whole.height() - top);
    if (wishes.view == PictureView::Stage)
        paintStage(painter, source, texts, theme, size);
    else
        paintLanes(painter, source, texts, theme, size);
    painter.restore();
}

QImage pictureImage(const PictureSource &source, const PictureWishes &wishes, text::Language present)
{
    QImage image(wishes.size, QImage::Format_ARGB32_Premultiplied);
    if (image.isNull())
        return image;
    QPainter painter(&image);
    paintPicture(painter, source, wishes, present);
    return image;
}

QByteArray pictureBytes(PictureFormat format, const PictureSource &source, const PictureWishes &wishes,
                        text::Language present)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    if (format == PictureFormat::Svg) {
        QSvgGenerator svg;
        svg.setOutputDevice(&buffer);
        svg.setSize(wishes.size);
        svg.setViewBox(QRect(QPoint(), wishes.size));
        svg.setResolution(96);
        svg.setTitle(QString::fromStdString(source.played->timeline().info().scenario));
        QPainter painter(&svg);
        paintPicture(painter, source, wishes, present);
    } else {
        constexpr double pointsPerPixel = 0.75;
        QPdfWriter pdf(&buffer);
        pdf.setResolution(96);
        pdf.setPageSize(QPageSize(QSizeF(wishes.size) * pointsPerPixel, QPageSize::Point, {}, QPageSize::ExactMatch));
        pdf.setPageMargins({});
        pdf.setTitle(QString::fromStdString(source.played->timeline().info().scenario));
        QPainter painter(&pdf);
        paintPicture(painter, source, wishes, present);
    }
    return buffer.data();
}

} // namespace sessionarium::ui::exporting
