// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/problem.h"
#include "core/scenario/scenario.h"
#include "core/timeline/timeline.h"
#include "core/verdict/judge.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

/// A run of a scenario and its branches: computes timelines, forks them where somebody acts.
namespace sessionarium::run {

inline constexpr std::uint32_t defaultMaxRecords = 20'000'000;

/// What a view needs of one computed branch. Immutable once handed out; share it over threads.
struct Computed
{
    std::shared_ptr<const timeline::Timeline> timeline;
    std::shared_ptr<const verdict::Verdicts> verdicts;
    bool cut = false; ///< Ended early by the bound on records.
};

/// Long work asks this now and then; it returns false to cancel. `done`: virtual time computed so far.
using Progress = std::function<bool(model::SimTime done)>;

/// Computes one branch from zero. Nothing if it was cancelled. Requires: a scenario from the reader, one of its
/// branches.
[[nodiscard]] std::optional<Computed> compute(const scenario::Scenario &scenario, const std::string &branch,
                                              std::uint32_t maxRecords = defaultMaxRecords,
                                              const Progress &progress = {});

/// A scenario that is being played: its branches and what they computed to. Belongs to one thread.
class Run
{
public:
    explicit Run(scenario::Scenario scenario, std::uint32_t maxRecords = defaultMaxRecords);
    /// The same run with other values: what its file scripts and what people did since stays told apart.
    Run(scenario::Scenario scenario, const Run &before);
    ~Run();
    Run(Run &&) noexcept;
    Run &operator=(Run &&) noexcept;

    /// With all branches as they are now; what "save" writes.
    [[nodiscard]] const scenario::Scenario &scenario() const;
    /// "custom" when values are no preset's.
    [[nodiscard]] std::string policy() const;

    /// The computed branch; computes it if need be, from the nearest snapshot. Nothing if it was cancelled.
    [[nodiscard]] std::optional<Computed> branch(const std::string &id, const Progress &progress = {});

    /// Cuts `branch` at t, takes the action there and lets what the file scripts after t go on. Acting at the end of
    /// what a branch has done so far (no action later than t) extends the branch itself; otherwise, and in a branch
    /// that a lesson tells of, the old future stays and a new branch begins. Returns the id of the branch in which the
    /// action stands; empty: it was cancelled. The action's `at` is set to t; its id is chosen if empty. The run
    /// becomes at least `atLeast` long. A problem if the action names what is not there, or t lies beyond the run.
    /// Cancelled or a problem: nothing has changed.
    [[nodiscard]] model::Result<std::string> act(const std::string &branch, model::SimTime t, model::Action action,
                                                 model::Duration atLeast = {}, const Progress &progress = {});

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace sessionarium::run
