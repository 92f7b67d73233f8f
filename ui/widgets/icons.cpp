// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/icons.h"

#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>

#include <functional>

namespace sessionarium::ui::widgets {

namespace {

/// Icons are drawn on a grid of 16 units around the origin.
struct Shape
{
    QPainterPath stroke;
    QPainterPath fill;
    double width = 1.8;
};

void polyline(QPainterPath &path, std::initializer_list<QPointF> points)
{
    bool first = true;
    for (const QPointF &point : points) {
        first ? path.moveTo(point) : path.lineTo(point);
        first = false;
    }
}

void triangle(Shape &shape, double x, double tip)
{
    polyline(shape.fill, {{x, -6}, {tip, 0}, {x, 6}});
    shape.fill.closeSubpath();
    shape.stroke.addPath(shape.fill);
}

Shape transportShape(Icon icon)
{
    Shape s;
    switch (icon) {
    case Icon::Play:
        triangle(s, -3.5, 5.5);
        break;
    case Icon::Pause:
        polyline(s.stroke, {{-4, -6}, {-4, 6}});
        polyline(s.stroke, {{4, -6}, {4, 6}});
        s.width = 3;
        break;
    case Icon::StepBack:
        triangle(s, 4, -4);
        break;
    case Icon::StepForward:
        triangle(s, -4, 4);
        break;
    case Icon::First:
        triangle(s, 5, -3);
        polyline(s.stroke, {{-6, -6}, {-6, 6}});
        break;
    case Icon::Last:
        triangle(s, -5, 3);
        polyline(s.stroke, {{6, -6}, {6, 6}});
        break;
    default:
        break;
    }
    return s;
}

Shape fileShape(Icon icon)
{
    Shape s;
    switch (icon) {
    case Icon::Folder:
        polyline(s.stroke, {{-6.5, -4.5}, {-2, -4.5}, {-0.5, -2.5}, {6.5, -2.5}, {6.5, 5.5}, {-6.5, 5.5}});
        s.stroke.closeSubpath();
        break;
    case Icon::Save:
        polyline(s.stroke, {{-6, -6}, {3.5, -6}, {6, -3.5}, {6, 6}, {-6, 6}});
        s.stroke.closeSubpath();
        polyline(s.stroke, {{-3, -6}, {-3, -2.5}, {2, -2.5}, {2, -6}});
        polyline(s.stroke, {{-3.5, 6}, {-3.5, 1.5}, {3.5, 1.5}, {3.5, 6}});
        break;
    case Icon::Export:
        polyline(s.stroke, {{0, 2.5}, {0, -6.5}});
        polyline(s.stroke, {{-3.5, -3}, {0, -6.5}, {3.5, -3}});
        polyline(s.stroke, {{-6, 1}, {-6, 6}, {6, 6}, {6, 1}});
        break;
    case Icon::Copy:
        s.stroke.addRoundedRect(QRectF(-2.5, -2.5, 9, 9), 1.5, 1.5);
        polyline(s.stroke, {{-5, 3}, {-6.5, 3}, {-6.5, -6.5}, {3, -6.5}, {3, -5}});
        break;
    case Icon::Undo:
        polyline(s.stroke, {{-2.5, -6}, {-5.5, -3}, {-2.5, 0}});
        s.stroke.moveTo(-5.5, -3);
        s.stroke.lineTo(2, -3);
        s.stroke.cubicTo(7.5, -3, 7.5, 5.5, 2, 5.5);
        s.stroke.lineTo(-3, 5.5);
        break;
    case Icon::Branch:
        s.stroke.addEllipse(QPointF(-4, -5), 1.8, 1.8);
        s.stroke.addEllipse(QPointF(-4, 5), 1.8, 1.8);
        s.stroke.addEllipse(QPointF(4.5, -3), 1.8, 1.8);
        polyline(s.stroke, {{-4, -3.2}, {-4, 3.2}});
        s.stroke.moveTo(4.5, -1.2);
        s.stroke.cubicTo(4.5, 2, -4, 0, -4, 3);
        break;
    default:
        break;
    }
    return s;
}

Shape shapeOf(Icon icon)
{
    Shape s;
    switch (icon) {
    case Icon::Check:
        polyline(s.stroke, {{-5, 0.5}, {-1.6, 4}, {5, -4}});
        s.width = 2;
        return s;
    case Icon::Cross:
    case Icon::Close:
        polyline(s.stroke, {{-4.5, -4.5}, {4.5, 4.5}});
        polyline(s.stroke, {{4.5, -4.5}, {-4.5, 4.5}});
        return s;
    case Icon::Clock:
        s.stroke.addEllipse(QPointF(0, 0), 6.5, 6.5);
        polyline(s.stroke, {{0, -3.5}, {0, 0}, {2.8, 0}});
        return s;
    case Icon::Dash:
        polyline(s.stroke, {{-4.5, 0}, {4.5, 0}});
        return s;
    case Icon::ChevronLeft:
        polyline(s.stroke, {{2.5, -5}, {-2.5, 0}, {2.5, 5}});
        return s;
    case Icon::ChevronRight:
        polyline(s.stroke, {{-2.5, -5}, {2.5, 0}, {-2.5, 5}});
        return s;
    case Icon::ChevronUp:
        polyline(s.stroke, {{-5, 2.5}, {0, -2.5}, {5, 2.5}});
        return s;
    case Icon::ChevronDown:
        polyline(s.stroke, {{-5, -2.5}, {0, 2.5}, {5, -2.5}});
        return s;
    case Icon::Sun:
        s.stroke.addEllipse(QPointF(0, 0), 3.2, 3.2);
        for (int i = 0; i < 8; ++i) {
            const QLineF ray = QLineF::fromPolar(1, i * 45.0);
            s.stroke.moveTo(ray.p2() * 5.4);
            s.stroke.lineTo(ray.p2() * 7.2);
        }
        s.width = 1.6;
        return s;
    case Icon::Moon: {
        QPainterPath disc;
        disc.addEllipse(QPointF(-0.5, 0.5), 6.5, 6.5);
        QPainterPath bite;
        bite.addEllipse(QPointF(3, -3), 5.6, 5.6);
        s.stroke = disc.subtracted(bite);
        s.width = 1.6;
        return s;
    }
    case Icon::Menu:
        polyline(s.stroke, {{-6, -4.5}, {6, -4.5}});
        polyline(s.stroke, {{-6, 0}, {6, 0}});
        polyline(s.stroke, {{-6, 4.5}, {6, 4.5}});
        return s;
    case Icon::Plus:
        polyline(s.stroke, {{-5.5, 0}, {5.5, 0}});
        polyline(s.stroke, {{0, -5.5}, {0, 5.5}});
        return s;
    case Icon::Question:
        s.stroke.addEllipse(QPointF(0, 0), 7, 7);
        s.stroke.moveTo(-2.2, -1.6);
        s.stroke.cubicTo(-2.2, -5, 2.4, -4.6, 2.2, -1.6);
        s.stroke.cubicTo(2, 0, 0, 0, 0, 1.6);
        s.fill.addEllipse(QPointF(0, 4), 1, 1);
        s.width = 1.5;
        return s;
    case Icon::Info:
        s.stroke.addEllipse(QPointF(0, 0), 7, 7);
        polyline(s.stroke, {{0, -0.5}, {0, 3.6}});
        s.fill.addEllipse(QPointF(0, -3.4), 1, 1);
        s.width = 1.5;
        return s;
    case Icon::Balancer:
        polyline(s.stroke, {{-6.5, 5}, {-6.5, 0}, {6.5, 0}, {6.5, 5}});
        polyline(s.stroke, {{0, -5}, {0, 5}});
        s.fill.addEllipse(QPointF(0, -5), 1.6, 1.6);
        return s;
    case Icon::Search:
        s.stroke.addEllipse(QPointF(-1.5, -1.5), 4.6, 4.6);
        polyline(s.stroke, {{2, 2}, {6, 6}});
        return s;
    case Icon::Fit: // all of it, from edge to edge
        polyline(s.stroke, {{-6.5, -5}, {-6.5, 5}});
        polyline(s.stroke, {{6.5, -5}, {6.5, 5}});
        polyline(s.stroke, {{-4, 0}, {4, 0}});
        polyline(s.stroke, {{-1.8, -2.2}, {-4, 0}, {-1.8, 2.2}});
        polyline(s.stroke, {{1.8, -2.2}, {4, 0}, {1.8, 2.2}});
        s.width = 1.5;
        return s;
    case Icon::Play:
    case Icon::Pause:
    case Icon::StepBack:
    case Icon::StepForward:
    case Icon::First:
    case Icon::Last:
        return transportShape(icon);
    case Icon::Folder:
    case Icon::Save:
    case Icon::Export:
    case Icon::Copy:
    case Icon::Undo:
    case Icon::Branch:
        return fileShape(icon);
    }
    return s;
}

/// An icon that is painted anew for every size and scale.
class PaintedIcon : public QIconEngine
{
public:
    using Paint = std::function<void(QPainter &, const QRectF &)>;
    explicit PaintedIcon(Paint paint) : m_paint(std::move(paint)) { }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State /*state*/) override
    {
        painter->save();
        if (mode == QIcon::Disabled)
            painter->setOpacity(0.5);
        m_paint(*painter, rect);
        painter->restore();
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap picture(size);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return picture;
    }
    [[nodiscard]] QIconEngine *clone() const override { return new PaintedIcon(*this); }

private:
    Paint m_paint;
};

} // namespace

void paintIcon(QPainter &painter, Icon icon, const QRectF &box, const QColor &ink)
{
    const Shape shape = shapeOf(icon);
    const double unit = std::min(box.width(), box.height()) / 16;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(box.center());
    painter.scale(unit, unit);
    if (!shape.fill.isEmpty())
        painter.fillPath(shape.fill, ink);
    painter.setPen(QPen(ink, shape.width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(shape.stroke);
    painter.restore();
}

void paintBadge(QPainter &painter, Badge badge, const QPointF &centre, qreal radius, const theme::Palette &palette)
{
    const double u = radius / 6; // the mock-ups draw it with radius 6
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(centre);
    painter.scale(u, u);
    const QPen glyph(palette.onState, 1.9, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    painter.setPen(Qt::NoPen);
    switch (badge) {
    case Badge::Good:
        painter.setBrush(palette.good);
        painter.drawEllipse(QPointF(), 6, 6);
        painter.setPen(glyph);
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(QPolygonF({{-2.7, 0}, {-0.72, 2.4}, {2.9, -2.4}}));
        break;
    case Badge::Bad:
        painter.setBrush(palette.bad);
        painter.drawRoundedRect(QRectF(-6, -6, 12, 12), 3, 3);
        painter.setPen(glyph);
        painter.drawLine(QPointF(-2.5, -2.5), QPointF(2.5, 2.5));
        painter.drawLine(QPointF(2.5, -2.5), QPointF(-2.5, 2.5));
        break;
    case Badge::Clock:
        painter.setPen(QPen(palette.warn, 1.6));
        painter.setBrush(palette.card);
        painter.drawEllipse(QPointF(), 5.4, 5.4);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(palette.warn, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolyline(QPolygonF({{0, -3}, {0, 0}, {2.6, 0}}));
        break;
    case Badge::Dash:
        painter.setPen(QPen(palette.soft, 1.6));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(QPointF(), 5.2, 5.2);
        painter.setPen(QPen(palette.soft, 1.8, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(QPointF(-2.4, 0), QPointF(2.4, 0));
        break;
    }
    painter.restore();
}

void paintLogo(QPainter &painter, const QRectF &box, const theme::Palette &palette)
{
    const double unit = std::min(box.width() / 34.4, box.height() / 22.4);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(box.center());
    painter.scale(unit, unit);
    painter.setPen(QPen(palette.accent, 2.2));
    painter.setBrush(palette.accentSoft);
    painter.drawRoundedRect(QRectF(-16, -10, 32, 20), 6, 6);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette.accent);
    painter.drawEllipse(QPointF(-5, 0), 3, 3);
    painter.drawEllipse(QPointF(5, 0), 3, 3);
    painter.restore();
}

QIcon makeIcon(Icon icon, const QColor &ink)
{
    return QIcon(
        new PaintedIcon([icon, ink](QPainter &painter, const QRectF &box) { paintIcon(painter, icon, box, ink); }));
}

QIcon makeLogoIcon(const theme::Palette &palette)
{
    return QIcon(
        new PaintedIcon([palette](QPainter &painter, const QRectF &box) { paintLogo(painter, box, palette); }));
}

} // namespace sessionarium::ui::widgets
