// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartpicture.h"

#include "ui/charts/chartscene.h"
#include "ui/files/wholefile.h"

#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>

namespace sessionarium::ui::charts {

namespace {

constexpr int margin = 24;

void paint(QPainter &painter, const ChartPicture &picture, const QRectF &target)
{
    ChartScene scene;
    scene.setTheme(picture.theme);
    scene.setHeading(picture.heading);
    scene.setContent(picture.content);
    const QSizeF inside = picture.size - QSize(2 * margin, 2 * margin);
    scene.setSize(inside);
    painter.fillRect(target, picture.theme.palette.card);
    painter.setRenderHint(QPainter::Antialiasing);
    const double scale = target.width() / picture.size.width();
    scene.render(&painter, QRectF(target.topLeft() + QPointF(margin, margin) * scale, inside * scale),
                 QRectF(QPointF(), inside));
}

bool writePng(const ChartPicture &picture, QIODevice &file)
{
    return imageOf(picture).save(&file, "PNG");
}

bool writeSvg(const ChartPicture &picture, QIODevice &file)
{
    QSvgGenerator generator;
    generator.setOutputDevice(&file);
    generator.setSize(picture.size);
    generator.setViewBox(QRect(QPoint(), picture.size));
    generator.setTitle(picture.heading);
    QPainter painter;
    if (!painter.begin(&generator))
        return false;
    paint(painter, picture, QRectF(QPointF(), picture.size));
    return painter.end();
}

bool writePdf(const ChartPicture &picture, QIODevice &file)
{
    constexpr int dotsPerInch = 288; // four dots for each of our pixels of 1/72 inch
    QPdfWriter writer(&file);
    writer.setResolution(dotsPerInch);
    writer.setTitle(picture.heading);
    writer.setPageSize(QPageSize(QSizeF(picture.size), QPageSize::Point, {}, QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF());
    QPainter painter;
    if (!painter.begin(&writer))
        return false;
    paint(painter, picture, QRectF(0, 0, writer.width(), writer.height()));
    return painter.end();
}

} // namespace

PictureFormat formatOfFile(const QString &path)
{
    if (path.endsWith(QLatin1String(".svg"), Qt::CaseInsensitive))
        return PictureFormat::Svg;
    return path.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive) ? PictureFormat::Pdf : PictureFormat::Png;
}

QImage imageOf(const ChartPicture &picture, double scale)
{
    QImage image((QSizeF(picture.size) * scale).toSize(), QImage::Format_RGB32);
    QPainter painter(&image);
    paint(painter, picture, QRectF(QPointF(), image.size()));
    return image;
}

std::optional<model::Problem> writePicture(const ChartPicture &picture, PictureFormat format, const QString &path)
{
    files::WholeFile file(path);
    bool written = file.open(QIODevice::WriteOnly);
    if (written) {
        switch (format) {
        case PictureFormat::Png:
            written = writePng(picture, file);
            break;
        case PictureFormat::Svg:
            written = writeSvg(picture, file);
            break;
        case PictureFormat::Pdf:
            written = writePdf(picture, file);
            break;
        }
    }
    if (written && file.finish())
        return std::nullopt;
    return model::Problem {
        model::ProblemCode::WriteFailed, path.toStdString(), file.errorString().toStdString(), {}, 0, 0};
}

} // namespace sessionarium::ui::charts
