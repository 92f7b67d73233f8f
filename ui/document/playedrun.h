// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/lanelayout.h"
#include "core/report/outcomeindex.h"
#include "core/report/pacing.h"
#include "core/run/run.h"
#include "core/scenario/scenario.h"
#include "core/timeline/keyframes.h"
#include "core/timeline/query.h"
#include "ui/document/progress.h"

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace sessionarium::ui::document {

/// A paced axis of a run, and what lies on it.
struct RunAxis
{
    report::PacingMap pacing;
    report::LaneLayout lanes;
};

/// One computed branch with everything that views read of it. Immutable once made: any thread may read it, views hold
/// it by shared pointer, so that a new run never pulls the old one away from under a paint.
struct PlayedRun
{
    std::shared_ptr<const scenario::Scenario> scenario; ///< Null: a timeline that somebody exported; nothing to act in.
    std::string branch;
    std::string policy; ///< A preset, or "custom".
    run::Computed computed;
    std::unique_ptr<const timeline::Keyframes> keyframes;
    report::PacingMap pacing;
    report::LaneLayout lanes;
    /// The axis while a gate of the lesson is shut, by its moment: how long and how dense the axis is tells of what
    /// happens on it, so it knows no more than a view may show.
    std::map<model::SimTime, RunAxis> gatedAxes;
    report::OutcomeIndex outcomes;
    /// For each step of the lesson that asks something: the options that hold in this run, by index (semantics §7).
    std::map<std::size_t, std::vector<std::size_t>> answers;
    /// For the same steps, how many requests of the users that the scenario names were still on their way at the end of
    /// the step. A crowd always has some on their way.
    std::map<std::size_t, std::size_t> unanswered;

    [[nodiscard]] const timeline::Timeline &timeline() const { return *computed.timeline; }
    [[nodiscard]] const verdict::Verdicts &verdicts() const { return *computed.verdicts; }
    /// For views that show nothing later than this.
    [[nodiscard]] const report::PacingMap &pacingWithin(model::SimTime revealedUntil) const;
    [[nodiscard]] const report::LaneLayout &lanesWithin(model::SimTime revealedUntil) const;
    [[nodiscard]] model::SimTime end() const { return model::SimTime {} + computed.timeline->info().duration; }
};

/// Prepares a computed branch for the views. `scenario` may be null. `asks`: which steps' questions are to be answered
/// from this run; empty: all. Runs in any thread; takes a few passes over the records. Null: cancelled.
[[nodiscard]] std::shared_ptr<const PlayedRun> prepare(std::shared_ptr<const scenario::Scenario> scenario,
                                                       std::string branch, std::string policy, run::Computed computed,
                                                       const std::function<bool(std::size_t step)> &asks,
                                                       const Progress &progress);

} // namespace sessionarium::ui::document
