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

/// Longer lines and texts are refused: line 1, any other, and a text (all in bytes, of the file).
inline constexpr std::size_t maxHeaderBytes = std::size_t {64} << 20;
inline constexpr std::size_t maxLineBytes = std::size_t {64} << 10;
inline constexpr std::size_t maxTextBytes = 1000;
/// The longest duration and time-out that a file may hold, microseconds: 2^53 - 1, which every JSON reader keeps.
inline constexpr std::int64_t maxTimeUs = (std::int64_t {1} << 53) - 1;

/// Whether the file says in its first line that it is a timeline; if it says nothing, its name decides.
[[nodiscard]] bool isTimelineFile(const std::string &path);

/// Reads a whole timeline back: all numbers of all records, so that exporting again gives the same bytes.
/// Refuses a file that is cut, whose fingerprint differs, or whose records cannot be (ids that name nothing, time that
/// runs backwards, an entity that is no client where a client must stand; the whole list: core/report/recordrules.h):
/// what it returns can be folded and judged. Keys must stand in the order of the format; space between the tokens of
/// a line, and CR LF, are let pass. Reading ends at the first problem; `found` is the key of what cannot be.
/// `maxRecords`: more are refused.
[[nodiscard]] model::Result<std::shared_ptr<const timeline::Timeline>> readJsonLinesFile(const std::string &path,
                                                                                         std::uint32_t maxRecords);
[[nodiscard]] model::Result<std::shared_ptr<const timeline::Timeline>> readJsonLines(std::string_view text,
                                                                                     std::uint32_t maxRecords);

/// Reading a file asks this once a mebibyte, with the bytes read and those of the whole file; returns false to stop.
using ReadProgress = std::function<bool(std::uint64_t done, std::uint64_t whole)>;

/// The same into any sink, record by record: memory does not grow with the run beyond what the sink keeps. Returns the
/// number of records. After a problem, or stopped by `goOn`, the sink holds what came before it and was not told the
/// end: throw it away.
[[nodiscard]] model::Result<std::uint32_t> readJsonLinesInto(std::string_view text, timeline::RecordSink &sink,
                                                             std::uint32_t maxRecords);
[[nodiscard]] model::Result<std::uint32_t> readJsonLinesFileInto(const std::string &path, timeline::RecordSink &sink,
                                                                 std::uint32_t maxRecords,
                                                                 const ReadProgress &goOn = {});

} // namespace sessionarium::report
