// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/scenario.h"
#include "ui/document/playedrun.h"

#include <cstddef>
#include <cstdint>
#include <memory>
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

} // namespace sessionarium::ui::document
