// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/check.h"
#include "core/scenario/json.h"
#include "core/scenario/scenario.h"

namespace sessionarium::scenario {

/// Reads a parsed file; `triesRuns`: whether the runs that the file names are tried out too.
[[nodiscard]] model::Result<Scenario> readJson(const ParsedJson &file, bool triesRuns);

/// Computes each run's scenario, without playing it, and reports what would be wrong with it at the place of the run.
/// Requires: a scenario without problems.
void tryRuns(ReadContext &context, const Scenario &scenario, const KnownNames &known,
             const std::vector<PlacedRun> &runs);

/// Gives the scenario that many servers: copies of the last one, or fewer from the end; then also without what names
/// the dropped ones.
void changeServerCount(Scenario &scenario, std::uint32_t count);

} // namespace sessionarium::scenario
