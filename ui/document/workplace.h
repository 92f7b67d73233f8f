// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/problem.h"
#include "ui/document/playedrun.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>

namespace sessionarium::ui::document {

/// The run that is being worked on, and everything that makes another one of it. Used by one thread at a time: the
/// pieces of work of a Computation, one after the other. Each call either does the whole of what it says and returns
/// what to play now, or changes nothing and returns problems; a null result: it was cancelled,
/// or no run is open that could be changed; nothing changed.
class Workplace
{
public:
    using Played = std::shared_ptr<const PlayedRun>;

    /// A scenario from the reader; `growing`: its end keeps ahead of the actions (semantics §1).
    [[nodiscard]] model::Result<Played> open(scenario::Scenario scenario, bool growing, const run::Progress &progress);
    /// A timeline that somebody exported.
    [[nodiscard]] model::Result<Played> openTimeline(const std::string &path);
    void close();

    /// Somebody acts at t in the branch that is played; that or a new branch is played then. Close to the end, the run
    /// gets longer, so that what follows can be seen.
    [[nodiscard]] model::Result<Played> act(model::SimTime t, const model::Action &action,
                                            const run::Progress &progress);
    /// The same actions with other values.
    [[nodiscard]] model::Result<Played> change(const scenario::RunChange &change, const run::Progress &progress);
    /// The run that a lesson's step asks for. Null also if it is played already.
    [[nodiscard]] model::Result<Played> playStep(std::size_t step, const run::Progress &progress);
    [[nodiscard]] model::Result<Played> switchBranch(const std::string &branch, const run::Progress &progress);

private:
    /// Plays a branch of another scenario in place of the present one; `sameRun`: the present one with other values.
    [[nodiscard]] model::Result<Played> replace(scenario::Scenario scenario, const std::string &branch, bool sameRun,
                                                const run::Progress &progress);
    void remember();

    std::optional<run::Run> m_run; // none: nothing is open, or a foreign timeline
    std::string m_branch;
    bool m_growing = false;
    scenario::RunChange m_stepChange; // what the steps of the lesson asked for, in force now
    scenario::Scenario m_base; // the scenario without that change
};

} // namespace sessionarium::ui::document
