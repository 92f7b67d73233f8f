// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/problem.h"
#include "core/scenario/scenario.h"
#include "ui/document/playedrun.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace sessionarium::ui::document {

/// What is open, as one value that goes from thread to thread: the scenario as it would be saved, and its runs.
///
/// The runs that the steps of a lesson play are computed when it is opened and stay as they are, so that going from
/// step to step never waits and never loses the lesson's own run. What a person changes makes `other`.
struct OpenRun
{
    std::uint64_t opening = 0; ///< The opening that it came from: work that was meant for another one is dropped.
    /// With all branches, and in `played` what is looked at. Null: a timeline that somebody exported.
    std::shared_ptr<const scenario::Scenario> scenario;
    bool growing = false; ///< Its end keeps ahead of the actions (semantics §1).
    /// For each step of the lesson its run; steps without a `run` of their own share that of the step before. Empty:
    /// there is no lesson.
    std::vector<std::shared_ptr<const PlayedRun>> ofSteps;
    /// Played in place of those, whatever the step. Null: the lesson's own runs are played.
    std::shared_ptr<const PlayedRun> other;

    [[nodiscard]] const std::shared_ptr<const PlayedRun> &runOf(std::size_t step) const
    {
        return other ? other : ofSteps.at(step);
    }
};

/// The first branch, from which all others grow.
[[nodiscard]] const std::string &rootOf(const scenario::Scenario &scenario);
/// The change without the choice of a branch.
[[nodiscard]] scenario::RunChange valuesOf(scenario::RunChange change);
/// The same scenario with the values of a change, whichever branch that names.
[[nodiscard]] model::Result<scenario::Scenario> withValues(const scenario::Scenario &scenario,
                                                           const scenario::RunChange &values);
/// What each step of the lesson plays: what the last step before it that names a run says, else the file's own values.
/// The branch is always named. Empty: there is no lesson.
[[nodiscard]] std::vector<scenario::RunChange> changesOfSteps(const scenario::Scenario &scenario);
/// What is played in a step, as a change of the open scenario; its branch is always named. Requires: no foreign
/// timeline, and a step of the lesson or `other`.
[[nodiscard]] scenario::RunChange playedIn(const OpenRun &open, std::size_t step);

} // namespace sessionarium::ui::document
