// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/exportlabel.h"
#include "core/report/jsonl.h"
#include "core/verdict/judge.h"

namespace sessionarium::report {

/// Mermaid refuses longer texts by default (maxTextSize, UTF-16 units): what is written stays below …
inline constexpr std::size_t maxMermaidUnits = 50'000;
/// … and holds no more messages than a page can show.
inline constexpr std::size_t maxMermaidMessages = 500;

/// A sequenceDiagram, for pages that render Mermaid. False: the sink failed.
///
/// The entities that take part stand in the order of the lanes. A message is an arrow where it arrives: solid, a
/// response dashed, with a cross where it is lost, dropped, or the connection cannot be made. Notes: actions, crash and
/// restart, who joins later, a session that is missing, every outcome that is not fine, and pauses.
/// Where it would become too long it ends with a note that says so. Whatever stands in the labels, it can be parsed.
[[nodiscard]] bool writeMermaid(const timeline::Timeline &timeline, const verdict::Verdicts &verdicts,
                                const LabelFunction &labels, const ByteSink &out);

} // namespace sessionarium::report
