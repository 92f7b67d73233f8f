// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/problem.h"
#include "core/timeline/timeline.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

/// Timelines as JSON Lines (semantics §11). Writer and reader are ours, for speed; both walk the fields of the facts.
namespace sessionarium::report {

inline constexpr std::string_view timelineFormat = "sessionarium-timeline";
inline constexpr std::uint32_t timelineVersion = 1;

/// Takes the next bytes; returns false if they could not be written (the export then stops).
using ByteSink = std::function<bool(std::string_view bytes)>;

/// Writes line 1, every record, the last line; in blocks, memory does not grow with the run. False: a sink failed.
[[nodiscard]] bool writeJsonLines(const timeline::Timeline &timeline, const ByteSink &out);

/// Reads a whole timeline back: all numbers of all records, so that exporting again gives the same bytes.
/// Refuses a file that is cut, whose fingerprint differs, or whose records cannot be (ids that name nothing, time that
/// runs backwards, an entity that is no client where a client must stand): what it returns can be folded and judged.
/// `maxRecords`: more are refused.
[[nodiscard]] model::Result<std::shared_ptr<const timeline::Timeline>> readJsonLinesFile(const std::string &path,
                                                                                         std::uint32_t maxRecords);
[[nodiscard]] model::Result<std::shared_ptr<const timeline::Timeline>> readJsonLines(std::string_view text,
                                                                                     std::uint32_t maxRecords);

} // namespace sessionarium::report
