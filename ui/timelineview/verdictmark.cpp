// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timelineview/verdictmark.h"

#include "ui/widgets/icons.h"

#include <QPainter>

namespace sessionarium::ui::timelineview {

using verdict::Outcome;

void paintVerdict(QPainter &painter, Outcome outcome, bool slow, const QPointF &centre, double radius,
                  const theme::Palette &palette)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QPen glyph(palette.onState, 1.9, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    const auto begin = [&](const QColor &fill) {
        painter.translate(centre);
        painter.scale(radius / 6, radius / 6);
        painter.setPen(Qt::NoPen);
        painter.setBrush(fill);
    };
    switch (outcome) {
    case Outcome::Fine:
        if (slow) {
            painter.setPen(QPen(palette.warn, radius * 0.3));
            painter.setBrush(Qt::NoBrush);
            painter.drawEllipse(centre, radius * 1.35, radius * 1.35);
        }
        widgets::paintBadge(painter, widgets::Badge::Good, centre, radius, palette);
        break;
    case Outcome::LoggedOut:
        widgets::paintBadge(painter, widgets::Badge::Bad, centre, radius, palette);
        break;
    case Outcome::StaleRead:
        widgets::paintBadge(painter, widgets::Badge::Clock, centre, radius * 1.1, palette);
        break;
    case Outcome::LostUpdate:
        begin(palette.bad);
        painter.drawPolygon(QPolygonF({{0, -7.4}, {7.4, 0}, {0, 7.4}, {-7.4, 0}}));
        painter.setPen(glyph);
        painter.drawLine(QPointF(-2.8, 0), QPointF(2.8, 0));
        break;
    case Outcome::Refused:
        begin(palette.bad);
        painter.drawPolygon(QPolygonF(
            {{-2.6, -6.4}, {2.6, -6.4}, {6.4, -2.6}, {6.4, 2.6}, {2.6, 6.4}, {-2.6, 6.4}, {-6.4, 2.6}, {-6.4, -2.6}}));
        painter.setPen(glyph);
        painter.drawLine(QPointF(-3, 0), QPointF(3, 0));
        break;
    case Outcome::RevokedAccepted:
        begin(palette.warn);
        painter.drawPolygon(QPolygonF({{0, -7}, {7.2, 5.8}, {-7.2, 5.8}}));
        painter.setPen(glyph);
        painter.drawLine(QPointF(0, -2.6), QPointF(0, 1.2));
        painter.drawPoint(QPointF(0, 3.8));
        break;
    }
    painter.restore();
}

int badness(Outcome outcome, bool slow)
{
    switch (outcome) {
    case Outcome::Fine:
        return slow ? 1 : 0;
    case Outcome::Refused:
        return 2;
    case Outcome::StaleRead:
        return 3;
    case Outcome::LostUpdate:
        return 4;
    case Outcome::RevokedAccepted:
        return 5;
    case Outcome::LoggedOut:
        break;
    }
    return 6;
}

} // namespace sessionarium::ui::timelineview
