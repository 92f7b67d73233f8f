// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/printpages.h"

#include "ui/text/names.h"
#include "ui/text/timetext.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPagedPaintDevice>
#include <QPainter>

#include <algorithm>

namespace sessionarium::ui::printing {

using exporting::PictureView;
using exporting::PictureWishes;
using theme::FontRole;

namespace {

/// For the translations of this file.
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(PrintPages)
};

constexpr double unitsPerInch = 96;
constexpr double titleHeight = 28;
constexpr double detailsHeight = 20;
constexpr double footHeight = 16;
constexpr double gap = 16;
/// Of a picture of the stage that stands above the lanes.
constexpr double stageShape = 16.0 / 10.0;

void paintLine(QPainter &painter, const QRectF &box, const QString &text, const QFont &font, const QColor &ink,
               Qt::Alignment alignment)
{
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(box, static_cast<int>(alignment | Qt::AlignVCenter | Qt::TextSingleLine),
                     QFontMetricsF(font).elidedText(text, Qt::ElideRight, box.width()));
}

void paintView(QPainter &painter, const QRectF &box, PictureView view, const PrintJob &job, const theme::Theme &theme)
{
    if (box.isEmpty())
        return;
    PictureWishes wishes;
    wishes.view = view;
    wishes.size = box.size().toSize();
    wishes.shade = theme.palette.shade;
    wishes.language = job.language;
    wishes.caption = false; // the page has its own
    painter.save();
    painter.setClipRect(box);
    painter.translate(box.topLeft());
    exporting::paintPicture(painter, job.source, wishes, job.language);
    painter.restore();
    painter.setPen(QPen(theme.palette.border, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(box);
}

} // namespace

std::vector<PagePlan> planPages(QSizeF area, Content content)
{
    PagePlan frame;
    frame.title = QRectF(0, 0, area.width(), titleHeight);
    frame.details = QRectF(0, titleHeight, area.width(), detailsHeight);
    frame.foot = QRectF(0, area.height() - footHeight, area.width(), footHeight);
    const double top = frame.details.bottom() + gap;
    const QRectF body(0, top, area.width(), std::max(frame.foot.top() - gap - top, 0.0));
    const bool both = content == Content::Both;
    if (both && area.height() > area.width()) {
        const double stage = std::min(body.width() / stageShape, body.height() * 0.6);
        frame.stage = QRectF(body.left(), body.top(), body.width(), stage);
        frame.lanes = QRectF(body.left(), frame.stage.bottom() + gap, body.width(), body.height() - stage - gap);
        return {frame};
    }
    std::vector<PagePlan> pages;
    if (content != Content::Lanes) {
        pages.push_back(frame);
        pages.back().stage = body;
    }
    if (content != Content::Stage) {
        pages.push_back(frame);
        pages.back().lanes = body;
    }
    return pages;
}

QString detailsOf(const PrintJob &job)
{
    const document::PlayedRun &played = *job.source.played;
    const QString moment = text::clockText(std::min(job.source.moment, job.source.view.revealedUntil));
    const QString policy = text::presetName(played.policy);
    QString branch = QString::fromStdString(played.branch);
    if (played.scenario) {
        const scenario::Branch *known = scenario::findBranch(*played.scenario, played.branch);
        if (known && !known->name.isEmpty())
            branch = text::pick(known->name, job.language);
    }
    //: Below the title of a printed page: %1 is how sessions are shared, %2 a moment of the run, %3 the branch's name.
    return Tr::tr("Sessions: %1 · at %2 · branch: %3").arg(policy, moment, branch);
}

void paintPage(QPainter &painter, const std::vector<PagePlan> &plan, std::size_t page, const PrintJob &job)
{
    const PagePlan &places = plan.at(page);
    const theme::Theme theme = theme::lightTheme(); // paper is white
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paintLine(painter, places.title, job.title, theme.boldFont(FontRole::Title), theme.palette.text, Qt::AlignLeft);
    paintLine(painter, places.details, detailsOf(job), theme.font(FontRole::Detail), theme.palette.soft, Qt::AlignLeft);
    paintView(painter, places.stage, PictureView::Stage, job, theme);
    paintView(painter, places.lanes, PictureView::Lanes, job, theme);
    const QFont small = theme.font(FontRole::Tiny);
    paintLine(painter, places.foot, QStringLiteral("Sessionarium"), small, theme.palette.soft, Qt::AlignLeft);
    paintLine(painter, places.foot, QStringLiteral("%1 / %2").arg(page + 1).arg(plan.size()), small, theme.palette.soft,
              Qt::AlignRight);
    painter.restore();
}

bool printPages(QPagedPaintDevice &device, const PrintJob &job)
{
    constexpr double pointsPerInch = 72;
    const QSizeF area = device.pageLayout().paintRect(QPageLayout::Point).size() * (unitsPerInch / pointsPerInch);
    const std::vector<PagePlan> plan = planPages(area, job.content);
    QPainter painter;
    if (!painter.begin(&device))
        return false;
    const double scale = device.logicalDpiX() / unitsPerInch;
    painter.scale(scale, scale);
    for (std::size_t page = 0; page < plan.size(); ++page) {
        if (page > 0 && !device.newPage())
            return false;
        paintPage(painter, plan, page, job);
    }
    return painter.end();
}

} // namespace sessionarium::ui::printing
