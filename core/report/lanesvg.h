// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/exportlabel.h"
#include "core/report/jsonl.h"
#include "core/report/lanelayout.h"

namespace sessionarium::report {

/// No more lanes than these are drawn; the clients with the worst outcomes stay.
inline constexpr std::uint32_t maxSvgLanes = 40;
/// Wider than this readers give up; a longer run is drawn narrower, and in the end cut.
inline constexpr std::int64_t maxSvgWidth = 16'000;
/// A run with more arrows than these is cut.
inline constexpr std::uint32_t maxSvgArrows = 20'000;

/// The lanes as one SVG picture on a light ground that needs nothing else: the paced axis with its pauses, arrows, down
/// times, verdicts, and a legend of what is in it. Requires: the layout and the map are those of the timeline.
/// SVG Tiny 1.2, as far as text goes with the fonts of the reader; integers all the way, so that the bytes are the same
/// everywhere. False: the sink failed.
[[nodiscard]] bool writeLanesSvg(const timeline::Timeline &timeline, const LaneLayout &layout, const PacingMap &pacing,
                                 const LabelFunction &labels, const ByteSink &out);

} // namespace sessionarium::report
