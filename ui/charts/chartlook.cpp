// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartlook.h"

#include <QPainter>
#include <QPolygonF>

namespace sessionarium::ui::charts {

namespace {

constexpr std::size_t patterns = 5;
constexpr std::size_t markers = 9;

bool isEmptyInside(LineLook::Marker marker)
{
    return marker >= LineLook::Marker::Ring;
}

QPolygonF triangle(const QPointF &centre, double radius)
{
    return {{centre + QPointF(0, -radius * 1.15), centre + QPointF(radius * 1.1, radius * 0.8),
             centre + QPointF(-radius * 1.1, radius * 0.8)}};
}

QPolygonF diamond(const QPointF &centre, double radius)
{
    const double r = radius * 1.25;
    return {{centre + QPointF(0, -r), centre + QPointF(r, 0), centre + QPointF(0, r), centre + QPointF(-r, 0)}};
}

} // namespace

LineLook lookOfHolder(std::size_t index)
{
    // 5 and 9 have no common divisor: a pair comes back only after all 45.
    LineLook look;
    look.pattern = static_cast<LineLook::Pattern>(index % patterns);
    look.marker = static_cast<LineLook::Marker>(index % markers);
    look.ink = index % 2 == 0 ? LineLook::Ink::Text : LineLook::Ink::Soft;
    return look;
}

QColor colourOf(LineLook::Ink ink, const theme::Palette &palette)
{
    switch (ink) {
    case LineLook::Ink::Text:
        return palette.text;
    case LineLook::Ink::Soft:
        return palette.soft;
    case LineLook::Ink::Accent:
        return palette.accentText;
    case LineLook::Ink::Good:
        return palette.goodText;
    case LineLook::Ink::Bad:
        return palette.badText;
    case LineLook::Ink::Warn:
        return palette.warnText;
    }
    return palette.text;
}

QPen penOf(const LineLook &look, const theme::Theme &theme)
{
    QPen pen(colourOf(look.ink, theme.palette), 1.6 * theme.textScale);
    pen.setJoinStyle(Qt::MiterJoin);
    pen.setCapStyle(Qt::FlatCap);
    switch (look.pattern) {
    case LineLook::Pattern::Solid:
        break;
    case LineLook::Pattern::Dashed:
        pen.setDashPattern({4, 2.5});
        break;
    case LineLook::Pattern::Dotted:
        pen.setDashPattern({1.2, 2});
        break;
    case LineLook::Pattern::DashDot:
        pen.setDashPattern({5, 2, 1.2, 2});
        break;
    case LineLook::Pattern::LongDashed:
        pen.setDashPattern({9, 3});
        break;
    }
    return pen;
}

void paintMarker(QPainter &painter, const LineLook &look, const QPointF &centre, double radius, const QColor &behind,
                 const theme::Palette &palette)
{
    const QColor ink = colourOf(look.ink, palette);
    painter.setPen(QPen(isEmptyInside(look.marker) ? ink : behind, isEmptyInside(look.marker) ? 1.4 : 1));
    painter.setBrush(isEmptyInside(look.marker) ? behind : ink);
    switch (look.marker) {
    case LineLook::Marker::Disc:
    case LineLook::Marker::Ring:
        painter.drawEllipse(centre, radius, radius);
        break;
    case LineLook::Marker::Square:
    case LineLook::Marker::EmptySquare:
        painter.drawRect(QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius));
        break;
    case LineLook::Marker::Triangle:
    case LineLook::Marker::EmptyTriangle:
        painter.drawPolygon(triangle(centre, radius));
        break;
    case LineLook::Marker::Diamond:
    case LineLook::Marker::EmptyDiamond:
        painter.drawPolygon(diamond(centre, radius));
        break;
    case LineLook::Marker::Cross:
        painter.setPen(QPen(ink, 2));
        painter.drawLine(centre + QPointF(-radius, -radius), centre + QPointF(radius, radius));
        painter.drawLine(centre + QPointF(-radius, radius), centre + QPointF(radius, -radius));
        break;
    }
}

} // namespace sessionarium::ui::charts
