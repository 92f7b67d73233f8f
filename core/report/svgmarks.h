// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/svgwriter.h"
#include "core/verdict/verdict.h"

#include <array>
#include <string_view>

/// The signs of the lanes as SVG: each has a shape of its own, so that none depends on its colour.
namespace sessionarium::report::svg {

inline constexpr std::string_view ink = "#1A2330";
inline constexpr std::string_view soft = "#5A6777";
inline constexpr std::string_view line = "#C3CBD6";
inline constexpr std::string_view good = "#1B8E5A";
inline constexpr std::string_view bad = "#C9301C";
inline constexpr std::string_view warn = "#B87503";
/// The users' colours, in the order of the clients; from the seventh on they come again.
inline constexpr std::array<std::string_view, 6> users {"#0065A8", "#B84A00", "#00785A",
                                                        "#A63D7E", "#6E4FB0", "#7A6200"};

struct Point
{
    Hundredths x = 0;
    Hundredths y = 0;
};

/// What became of a request: check, cross, clock, diamond, octagon, triangle; a ring around it: but slow.
void putOutcome(SvgWriter &out, verdict::Outcome outcome, bool slow, Point centre);

enum class Stroke { Solid, Dashed, Failed };
/// A message: solid, dashed for a response, dotted and ending in a cross if it failed.
void putArrow(SvgWriter &out, Point from, Point to, Stroke stroke, std::string_view colour);

/// A down time: a hatched bar around a lane.
void putBand(SvgWriter &out, Hundredths x1, Hundredths x2, Hundredths y);

/// A shortened span on the axis.
void putBreak(SvgWriter &out, Point top);

} // namespace sessionarium::report::svg
