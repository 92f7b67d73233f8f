// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stage/messageshape.h"

#include <QPainter>
#include <QPolygonF>

namespace sessionarium::ui::stage {

void paintMessage(QPainter &painter, MessageShape shape, const QColor &colour, QPointF centre, double unit,
                  MessageSize size, const theme::Palette &palette)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(centre);
    painter.setPen(Qt::NoPen);
    if (size == MessageSize::Full) {
        painter.scale(unit, unit);
        QColor halo = colour;
        halo.setAlphaF(0.16F);
        painter.setBrush(halo);
        painter.drawEllipse(QPointF(), 12, 12);
    } else {
        painter.scale(unit * 0.64, unit * 0.64);
    }
    switch (shape) {
    case MessageShape::Disc:
        painter.setBrush(colour);
        painter.drawEllipse(QPointF(), 7, 7);
        break;
    case MessageShape::Ring:
        painter.setPen(QPen(colour, 3));
        painter.setBrush(palette.card);
        painter.drawEllipse(QPointF(), 6.5, 6.5);
        break;
    case MessageShape::Diamond:
        painter.setBrush(colour);
        painter.drawPolygon(QPolygonF({QPointF(0, -8), QPointF(8, 0), QPointF(0, 8), QPointF(-8, 0)}));
        painter.setBrush(palette.card);
        painter.drawPolygon(QPolygonF({QPointF(0, -3.6), QPointF(3.6, 0), QPointF(0, 3.6), QPointF(-3.6, 0)}));
        break;
    case MessageShape::Square:
        painter.setBrush(colour);
        painter.drawRoundedRect(QRectF(-6, -6, 12, 12), 1.5, 1.5);
        break;
    case MessageShape::Cross:
        painter.setBrush(palette.bad);
        painter.drawEllipse(QPointF(), 8, 8);
        painter.setPen(QPen(palette.onState, 2, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(QPointF(-3, -3), QPointF(3, 3));
        painter.drawLine(QPointF(3, -3), QPointF(-3, 3));
        break;
    }
    painter.restore();
}

} // namespace sessionarium::ui::stage
