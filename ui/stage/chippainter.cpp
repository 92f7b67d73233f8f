// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stage/chippainter.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

namespace sessionarium::ui::stage {

namespace {

void paintHatch(QPainter &painter, const QRectF &box, const QColor &ink, double step)
{
    QPainterPath shape;
    shape.addRoundedRect(box, box.height() / 2, box.height() / 2);
    painter.save();
    painter.setClipPath(shape);
    painter.setPen(QPen(ink, 1));
    for (double x = box.left() - box.height(); x < box.right(); x += step)
        painter.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top()));
    painter.restore();
}

void paintClock(QPainter &painter, QPointF centre, double radius, const QColor &ink, const QColor &ground)
{
    painter.setPen(QPen(ink, radius * 0.36));
    painter.setBrush(ground);
    painter.drawEllipse(centre, radius, radius);
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(QPolygonF({centre - QPointF(0, radius * 0.6), centre, centre + QPointF(radius * 0.55, 0)}));
}

} // namespace

void paintChip(QPainter &painter, const SessionChip &chip, const QRectF &box, const theme::Theme &theme, double unit)
{
    const theme::Palette &p = theme.palette;
    const QColor colour = chip.hasColour ? p.user(chip.colour) : p.soft;
    const double radius = box.height() / 2;
    QColor ink = p.soft;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    switch (chip.kind) {
    case ChipKind::InCharge:
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        ink = chip.hasColour ? p.onUser(chip.colour) : p.card;
        break;
    case ChipKind::Replica:
    case ChipKind::Stale:
        painter.setPen(QPen(colour, 1.8 * unit));
        painter.setBrush(p.card);
        ink = p.text;
        break;
    case ChipKind::Missing:
        painter.setPen(QPen(p.soft, 1.4 * unit, Qt::CustomDashLine, Qt::RoundCap));
        {
            QPen pen = painter.pen();
            pen.setDashPattern({1.4, 2.9});
            painter.setPen(pen);
        }
        painter.setBrush(Qt::NoBrush);
        break;
    }
    const QRectF shape = box.adjusted(0.7 * unit, 0.7 * unit, -0.7 * unit, -0.7 * unit);
    painter.drawRoundedRect(shape, radius - 0.7 * unit, radius - 0.7 * unit);
    if (chip.kind == ChipKind::Stale) {
        QColor hatch = colour;
        hatch.setAlpha(60);
        paintHatch(painter, shape, hatch, 6 * unit);
    }

    const QRectF inside = box.adjusted(10 * unit, 0, -10 * unit, 0);
    const QFont labelFont = theme.boldFont(theme::FontRole::Small, unit / theme.textScale);
    const QFont versionFont = theme.font(theme::FontRole::Caption, unit / theme.textScale);
    painter.setFont(versionFont);
    painter.setPen(ink);
    double right = inside.right();
    if (chip.kind == ChipKind::Missing) {
        painter.setPen(QPen(ink, 2 * unit, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(QPointF(right - 10 * unit, box.center().y()), QPointF(right, box.center().y()));
        right -= 16 * unit;
        painter.setPen(ink);
    } else if (!chip.version.isEmpty()) {
        painter.drawText(inside, Qt::AlignRight | Qt::AlignVCenter, chip.version);
        right -= QFontMetricsF(versionFont).horizontalAdvance(chip.version) + 5 * unit;
    }
    painter.setFont(labelFont);
    const QRectF labelBox(inside.left(), box.top(), std::max(0.0, right - inside.left()), box.height());
    painter.drawText(labelBox, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetricsF(labelFont).elidedText(chip.label, Qt::ElideRight, labelBox.width()));
    if (chip.kind == ChipKind::Stale)
        paintClock(painter, QPointF(box.right() - 3 * unit, box.top() + 3 * unit), 4.6 * unit, p.warn, p.card);
    painter.restore();
}

void paintChipSample(QPainter &painter, ChipKind kind, const QRectF &box, const theme::Theme &theme)
{
    const theme::Palette &p = theme.palette;
    const double u = box.height() / 12;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(p.soft, 1.8 * u);
    if (kind == ChipKind::Missing) {
        pen = QPen(p.soft, 1.4 * u, Qt::CustomDashLine, Qt::RoundCap);
        pen.setDashPattern({1.2, 2.2});
    }
    painter.setPen(kind == ChipKind::InCharge ? QPen(Qt::NoPen) : pen);
    painter.setBrush(kind == ChipKind::InCharge ? QBrush(p.soft) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2);
    if (kind == ChipKind::Stale) {
        paintHatch(painter, box, p.soft, 5 * u);
        paintClock(painter, QPointF(box.right(), box.top() + 2 * u), 4 * u, p.soft, p.card);
    }
    painter.restore();
}

} // namespace sessionarium::ui::stage
