// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/problem.h"
#include "core/scenario/scenario.h"

#include <string>
#include <string_view>

namespace sessionarium::scenario {

/// Bounds of a scenario file, checked before anything else.
inline constexpr std::size_t maxFileBytes = 8u << 20;
inline constexpr std::size_t maxDepth = 64;
inline constexpr std::size_t maxProblems = 100; ///< Collecting ends there.

/// Reads a scenario or lesson. Returns the whole of it, or all problems with their places, in the order of the text.
/// Never throws for its input's sake, however large, deep or broken.
[[nodiscard]] model::Result<Scenario> readScenario(std::string_view utf8);
/// The same from a file; a file beyond maxFileBytes is refused unread.
[[nodiscard]] model::Result<Scenario> readScenarioFile(const std::string &path);

/// The scenario with some values replaced (`--set`, "set" of a run), checked as a whole like a file; `servers` and
/// `policy` of the change are applied first. The branch of the change is the caller's business.
[[nodiscard]] model::Result<Scenario> changed(const Scenario &scenario, const RunChange &change);

/// One change that does what `first` and then `next` do. What `next` leaves empty stays; a preset takes back what
/// `first` had set of the values that presets set.
[[nodiscard]] RunChange merged(RunChange first, const RunChange &next);

/// Canonical: schema order, two spaces, LF, fields at their default left out where the file may leave them out.
[[nodiscard]] std::string writeScenario(const Scenario &scenario);

/// The JSON Schema (2020-12) of the format, made from the same field table.
[[nodiscard]] std::string scenarioSchema();

} // namespace sessionarium::scenario
