// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/stage/stagelayout.h"

#include <algorithm>
#include <array>
#include <cstddef>

/// How large things on the stage are, and what forms it may take. For the maker of layouts.
namespace sessionarium::ui::stage {

// Lengths of the mock-ups; times the unit of the layout.
inline constexpr double margin = 24;
inline constexpr double legendHeight = 38;
inline constexpr double clientWidth = 184;
inline constexpr double clientHeight = 62;
inline constexpr double balancerWidth = 104;
inline constexpr double balancerHeight = 92;
inline constexpr double serverWidth = 250;
inline constexpr double storeWidth = 178;
inline constexpr double peerRoom = 36; // beside the servers, for what they send each other
inline constexpr double linkGap = 60; // between the columns, at least
inline constexpr double chipWidth = 72;
inline constexpr double chipHeight = 24;
inline constexpr double chipGap = 5;

struct ServerShape
{
    ServerDetail detail;
    double minHeight;
    double maxHeight;
    double minWidth;
    double maxWidth;
    double gap;
};
inline constexpr std::array<ServerShape, 3> serverShapes {
    ServerShape {ServerDetail::Full, 96, 132, 206, serverWidth, 12},
    ServerShape {ServerDetail::Compact, 62, 72, 170, serverWidth, 10},
    ServerShape {ServerDetail::Tile, 30, 40, 96, 160, 8}};

/// One column with less detail before several: lines then reach every server straight.
struct GridChoice
{
    std::size_t shape;
    std::size_t columns;
};
inline constexpr std::array<GridChoice, 11> gridChoices {
    {{0, 1}, {1, 1}, {0, 2}, {1, 2}, {1, 3}, {2, 1}, {2, 2}, {1, 4}, {2, 3}, {0, 3}, {2, 4}}};

/// Even places for n things of `size` in `room`, as far apart as `widest` allows, the block in the middle.
struct Spread
{
    double first;
    double step;
};
[[nodiscard]] inline Spread spread(std::size_t n, double size, double from, double room, double widest)
{
    const double count = static_cast<double>(n);
    const double gap = n < 2 ? 0 : std::clamp((room - count * size) / (count - 1), 0.0, widest);
    const double block = count * size + (count - 1) * gap;
    return {from + (room - block) / 2, size + gap};
}

} // namespace sessionarium::ui::stage
