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

const QPixmap &StagePainter::sprite(std::uint32_t colour, MessageShape shape, double unit, qreal ratio)
{
    if (unit != m_spritesUnit || ratio != m_spritesRatio) {
        m_sprites.clear();
        m_spritesUnit = unit;
        m_spritesRatio = ratio;
    }
    const std::uint64_t key = (static_cast<std::uint64_t>(colour) << 2) | static_cast<std::uint64_t>(shape);
    QPixmap &picture = m_sprites[key];
    if (picture.isNull()) {
        const double side = 2 * std::ceil(messageReach(unit));
        picture = QPixmap(QSizeF(side * ratio, side * ratio).toSize());
        picture.setDevicePixelRatio(ratio);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        paintMessage(painter, shape, m_theme.palette.user(colour), QPointF(side, side) / 2, unit, m_theme.palette);
    }
    return picture;
}

void StagePainter::paintMessages(QPainter &painter, const std::vector<MessageSprite> &messages,
                                 const StageLayout &layout, bool sprites)
{
    const qreal ratio = painter.device() ? painter.device()->devicePixelRatioF() : 1.0;
    for (const MessageSprite &message : messages) {
        const Way &way = wayOf(layout, message.from, message.to);
        if (way.points.empty())
            continue;
        const double at = static_cast<double>(message.progress) * static_cast<double>(way.points.size() - 1);
        const auto i = std::min(static_cast<std::size_t>(at), way.points.size() - 2);
        const QPointF centre = way.points[i] + (way.points[i + 1] - way.points[i]) * (at - static_cast<double>(i));
        if (sprites) {
            const QPixmap &picture = sprite(message.colour, message.shape, layout.unit, ratio);
            const double half = std::ceil(messageReach(layout.unit));
            painter.drawPixmap(centre - QPointF(half, half), picture);
        } else {
            paintMessage(painter, message.shape, m_theme.palette.user(message.colour), centre, layout.unit,
                         m_theme.palette);
        }
    }
}

} // namespace sessionarium::ui::stage
