// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/stage/messageshape.h"
#include "ui/stage/stageframe.h"
#include "ui/stage/stagelayout.h"
#include "ui/theme/theme.h"

#include <QPixmap>

#include <optional>
#include <unordered_map>

class QPainter;

namespace sessionarium::ui::stage {

/// What a person points at or works with; part of the picture, not of the model.
struct StageFocus
{
    model::EntityId selected;
    model::EntityId hovered;
    model::EntityId current; ///< Where the keyboard is; none while the stage has not the focus.
    bool calloutHovered = false;
    friend bool operator==(const StageFocus &, const StageFocus &) = default;
};

/// How messages go their way.
enum class Motion {
    Eased, ///< Leave and arrive softly.
    Still ///< Stand in the middle of it, for people whom motion troubles.
};

/// Frame and layout → QPainter: the same code for the widget, for pictures and for SVG. Same input, same picture.
class StagePainter
{
public:
    explicit StagePainter(const theme::Theme &theme);

    /// All that stands still. The background is the caller's.
    void paintScene(QPainter &painter, const StageScene &scene, const StageLayout &layout,
                    const StageFocus &focus) const;
    void setMotion(Motion motion) { m_motion = motion; }
    /// Where a message stands now; nothing if its way is not shown.
    [[nodiscard]] std::optional<QPointF> placeOf(const MessageSprite &message, const StageLayout &layout);
    /// Ways are kept between frames: say so when the layout is another one.
    void forgetWays() { m_ways.clear(); }
    /// The messages. With `sprites` painted once for each colour and shape (screens); else as shapes (SVG).
    void paintMessages(QPainter &painter, const std::vector<MessageSprite> &messages, const StageLayout &layout,
                       bool sprites);

private:
    struct Way
    {
        std::vector<QPointF> points; // along the way, evenly spaced
    };

    [[nodiscard]] const Way &wayOf(const StageLayout &layout, model::EntityId from, model::EntityId to);
    [[nodiscard]] const QPixmap &sprite(std::uint32_t colour, MessageShape shape, MessageSize size);
    void scaleSprites(double unit, qreal ratio);

    theme::Theme m_theme;
    Motion m_motion = Motion::Eased;
    std::unordered_map<std::uint64_t, Way> m_ways;
    std::unordered_map<std::uint64_t, QPixmap> m_sprites;
    double m_spritesUnit = 0;
    qreal m_spritesRatio = 0;
};

} // namespace sessionarium::ui::stage
