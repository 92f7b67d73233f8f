// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stage/stagepainter.h"

#include "ui/stage/messageshape.h"
#include "ui/stage/scenepainter.h"

#include <QPaintDevice>
#include <QPainter>

#include <cmath>

namespace sessionarium::ui::stage {

using model::EntityId;

StagePainter::StagePainter(const theme::Theme &theme) : m_theme(theme)
{
}

void StagePainter::paintScene(QPainter &painter, const StageScene &scene, const StageLayout &layout,
                              const StageFocus &focus) const
{
    ScenePainter(painter, scene, layout, focus, m_theme).paint();
}

const StagePainter::Way &StagePainter::wayOf(const StageLayout &layout, EntityId from, EntityId to)
{
    constexpr std::size_t samples = 48;
    const std::uint64_t key = (static_cast<std::uint64_t>(from.value) << 32) | to.value;
    const auto [place, isNew] = m_ways.try_emplace(key);
    if (isNew) {
        const QPainterPath path = layout.way(from, to);
        if (!path.isEmpty()) {
            for (std::size_t i = 0; i <= samples; ++i)
                place->second.points.push_back(path.pointAtPercent(static_cast<double>(i) / samples));
        }
    }
    return place->second;
}

/// Sprites are made for one size and one scale of the screen.
void StagePainter::scaleSprites(double unit, qreal ratio)
{
    if (unit == m_spritesUnit && ratio == m_spritesRatio)
        return;
    m_sprites.clear();
    m_spritesUnit = unit;
    m_spritesRatio = ratio;
}

const QPixmap &StagePainter::sprite(std::uint32_t colour, MessageShape shape, MessageSize size)
{
    const std::uint64_t key = (static_cast<std::uint64_t>(colour) << 4) | (static_cast<std::uint64_t>(size) << 3)
        | static_cast<std::uint64_t>(shape);
    QPixmap &picture = m_sprites[key];
    if (picture.isNull()) {
        const double side = 2 * std::ceil(messageReach(m_spritesUnit, size));
        picture = QPixmap(QSizeF(side * m_spritesRatio, side * m_spritesRatio).toSize());
        picture.setDevicePixelRatio(m_spritesRatio);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        paintMessage(painter, shape, m_theme.palette.user(colour), QPointF(side, side) / 2, m_spritesUnit, size,
                     m_theme.palette);
    }
    return picture;
}

std::optional<QPointF> StagePainter::placeOf(const MessageSprite &message, const StageLayout &layout)
{
    const Way &way = wayOf(layout, message.from, message.to);
    if (way.points.empty())
        return std::nullopt;
    const double p = static_cast<double>(message.progress);
    const double share = m_motion == Motion::Still ? 0.5 : p * (0.6 + p * (1.2 - 0.8 * p)); // 0.6 … 1.2 times as fast
    const double at = share * static_cast<double>(way.points.size() - 1);
    const auto i = std::min(static_cast<std::size_t>(at), way.points.size() - 2);
    return way.points[i] + (way.points[i + 1] - way.points[i]) * (at - static_cast<double>(i));
}

void StagePainter::paintMessages(QPainter &painter, const std::vector<MessageSprite> &messages,
                                 const StageLayout &layout, bool sprites)
{
    constexpr std::size_t dense = 240; // more than these hide each other behind their halos
    const MessageSize size = messages.size() > dense ? MessageSize::Small : MessageSize::Full;
    const double half = std::ceil(messageReach(layout.unit, size));
    if (!layout.view.isEmpty())
        painter.setClipRect(layout.view, Qt::IntersectClip);
    scaleSprites(layout.unit, painter.device() ? painter.device()->devicePixelRatioF() : 1.0);
    for (const MessageSprite &message : messages) {
        const std::optional<QPointF> centre = placeOf(message, layout);
        if (!centre)
            continue;
        if (sprites)
            painter.drawPixmap(*centre - QPointF(half, half), sprite(message.colour, message.shape, size));
        else
            paintMessage(painter, message.shape, m_theme.palette.user(message.colour), *centre, layout.unit, size,
                         m_theme.palette);
    }
}

} // namespace sessionarium::ui::stage
