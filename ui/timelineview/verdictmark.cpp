// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timelineview/verdictmark.h"

#include "ui/widgets/icons.h"

#include <QPaintEngine>
#include <QPainter>

#include <algorithm>
#include <cmath>

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

namespace {

/// On a raster whose pixels are those of the theme's lengths. A picture of another size wants sharp edges of its own.
bool canUseSprites(const QPainter &painter)
{
    return painter.paintEngine() && painter.paintEngine()->type() == QPaintEngine::Raster
        && painter.worldTransform().type() <= QTransform::TxTranslate;
}

template <class Paint>
QPixmap spriteOf(double reach, double ratio, const Paint &paint)
{
    const int side = static_cast<int>(std::ceil(2 * reach * ratio));
    QPixmap picture(side, side);
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    paint(painter, QPointF(side / ratio / 2, side / ratio / 2));
    return picture;
}

void drawSprite(QPainter &painter, const QPixmap &picture, const QPointF &centre)
{
    const double ratio = picture.devicePixelRatio();
    const double half = picture.width() / ratio / 2;
    const QPointF corner(std::round((centre.x() - half) * ratio) / ratio,
                         std::round((centre.y() - half) * ratio) / ratio);
    painter.drawPixmap(corner, picture);
}

} // namespace

void MarkSprites::prepare(double devicePixelRatio, double radius, const theme::Palette &palette)
{
    const QRgb colours[] = {palette.good.rgba(), palette.bad.rgba(), palette.warn.rgba(), palette.onState.rgba()};
    if (m_ratio == devicePixelRatio && m_radius == radius
        && std::equal(std::begin(colours), std::end(colours), m_colours))
        return;
    m_marks.clear();
    m_ratio = devicePixelRatio;
    m_radius = radius;
    std::copy(std::begin(colours), std::end(colours), m_colours);
}

void MarkSprites::paintMark(QPainter &painter, Outcome outcome, bool slow, const QPointF &centre, double radius,
                            const theme::Palette &palette)
{
    if (!canUseSprites(painter)) {
        paintVerdict(painter, outcome, slow, centre, radius, palette);
        return;
    }
    prepare(painter.device()->devicePixelRatioF(), radius, palette);
    QPixmap &sprite = m_marks[static_cast<int>(outcome) * 2 + (slow ? 1 : 0)];
    if (sprite.isNull()) {
        sprite = spriteOf(radius * 1.6 + 2, m_ratio, [&](QPainter &into, const QPointF &middle) {
            paintVerdict(into, outcome, slow, middle, radius, palette);
        });
    }
    drawSprite(painter, sprite, centre);
}

void MarkSprites::paintDot(QPainter &painter, const QColor &colour, const QPointF &centre, double radius)
{
    const auto draw = [&](QPainter &into, const QPointF &middle) {
        into.setPen(Qt::NoPen);
        into.setBrush(colour);
        into.drawEllipse(middle, radius, radius);
    };
    if (!canUseSprites(painter)) {
        draw(painter, centre);
        return;
    }
    const double ratio = painter.device()->devicePixelRatioF();
    if (ratio != m_dotRatio || radius != m_dotRadius)
        m_dots.clear();
    m_dotRatio = ratio;
    m_dotRadius = radius;
    QPixmap &sprite = m_dots[colour.rgba()];
    if (sprite.isNull())
        sprite = spriteOf(radius + 1, ratio, draw);
    drawSprite(painter, sprite, centre);
}

} // namespace sessionarium::ui::timelineview
