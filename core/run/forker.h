// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/run.h"
#include "core/sim/simengine.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sessionarium::run {

/// What is played up to `until`: a list of actions; at its end those that did not happen are forgotten.
struct Part
{
    model::SimTime until;
    std::vector<model::Action> actions;
};

/// The run as it stood at one moment: all that is needed to go on from there differently.
struct Snapshot
{
    sim::SimEngine engine;
    verdict::Judge judge;
    std::size_t part = 0; ///< Of the course, which was being played.
};

/// A computed branch: what was played, and snapshots that were taken on the way.
struct Course
{
    Computed computed;
    std::vector<Part> parts;
    std::vector<std::shared_ptr<const Snapshot>> snapshots; ///< By time.
};

/// What bounds a computation and what it uses.
struct Means
{
    std::uint32_t maxRecords = defaultMaxRecords;
    std::shared_ptr<timeline::BlockPool> pool; ///< Takes the memory of runs that are gone. Null: none.
};

/// Computes a branch from time 0. Nothing if it was cancelled.
[[nodiscard]] std::optional<Course> playFromZero(const scenario::Scenario &scenario, const std::string &branch,
                                                 const Means &means, const Progress &progress);

/// What `earlier` did up to and including `shared`, then `actions` up to the end of the scenario's duration: computed
/// from the nearest snapshot, with the same records as a run from zero. `branch`: the name that it gets.
[[nodiscard]] std::optional<Course> playOn(const scenario::Scenario &scenario, const std::string &branch,
                                           const Course &earlier, model::SimTime shared,
                                           const std::vector<model::Action> &actions, const Means &means,
                                           const Progress &progress);

} // namespace sessionarium::run
