// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/stage/stagelayout.h"

#include <vector>

namespace sessionarium::ui::presenter {

/// Sizes are those of a picture 900 high; a text of the stage as large as in the window would be too small by this
/// factor to be read from the last row (design §7: no text under 2.7 % of the picture's height).
inline constexpr double pictureHeight = 900;
inline constexpr double enlargement = 2.45;

inline constexpr std::size_t mostClients = 6;
inline constexpr std::size_t mostServers = 4;

/// What of a scene is shown to a class, and how many are left out.
struct ShownScene
{
    stage::StageScene scene;
    std::size_t hiddenClients = 0;
    std::size_t hiddenServers = 0;
};

/// At most `mostClients` and `mostServers`, those that the step points at before others, in the order of the scene; a
/// crowd stays one card. Without what serves working at a desk: gauges, links to "Why?".
[[nodiscard]] ShownScene shownScene(const stage::StageScene &scene, const std::vector<model::EntityId> &pointedAt);

struct LargeLayout
{
    stage::StageLayout stage;
    QRectF moreClients; ///< Where to say how many are left out; empty: none.
    QRectF moreServers;
};

/// Where everything stands on a stage of `size`. `scale`: pixels for each of the 900 of the picture's height. Pure.
[[nodiscard]] LargeLayout layOutLarge(const ShownScene &shown, QSizeF size, double scale);

} // namespace sessionarium::ui::presenter
