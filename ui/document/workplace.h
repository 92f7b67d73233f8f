// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/problem.h"
#include "ui/document/computation.h"
#include "ui/document/openrun.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace sessionarium::ui::document {

/// Makes what is open, and everything that becomes of it. Used by one thread at a time: the pieces of work of a
/// Computation, one after the other. Each call either does the whole of what it says and returns what is open now, or
/// changes nothing and returns problems; a null result: it was cancelled, or what it was meant for is not open (any
/// more); nothing changed.
///
/// `opening` says what a change is meant for, `step` in which step of the lesson it was asked for.
class Workplace
{
public:
    using Opened = std::shared_ptr<const OpenRun>;

    /// A scenario from the reader.
    [[nodiscard]] model::Result<Opened> open(std::uint64_t opening, scenario::Scenario scenario, bool growing,
                                             const Progress &progress);
    /// A timeline that somebody exported.
    [[nodiscard]] model::Result<Opened> openTimeline(std::uint64_t opening, const std::string &path,
                                                     const Progress &progress);
    /// What was open at some time before: work since then is forgotten. Null: nothing is open.
    void restore(Opened opened);

    /// Somebody acts at t in the run that is played; that or a new branch is played then. Close to the end, the run
    /// gets longer, so that what follows can be seen.
    [[nodiscard]] model::Result<Opened> act(std::uint64_t opening, std::size_t step, model::SimTime t,
                                            const model::Action &action, const Progress &progress);
    /// The same actions with other values, or another branch. Of a lesson the scenario itself keeps its values: its
    /// steps tell of them. A change that comes back to what the step plays comes back to the lesson's own runs.
    [[nodiscard]] model::Result<Opened> change(std::uint64_t opening, std::size_t step,
                                               const scenario::RunChange &change, const Progress &progress);
    /// Back to the lesson's own runs.
    [[nodiscard]] model::Result<Opened> playLesson(std::uint64_t opening);
    /// Something that was open at some time since the opening, whose `other` was not kept.
    [[nodiscard]] model::Result<Opened> computeAgain(std::uint64_t opening, const Opened &target,
                                                     const Progress &progress);

    /// Another name, whatever is played. An empty one: it is called by what was done first in it.
    [[nodiscard]] model::Result<Opened> renameBranch(std::uint64_t opening, const std::string &branch,
                                                     const model::Text &name);
    /// Without the branch and those that grow from it; nothing if that is not possible. If one of them was played, the
    /// branch is played from which they grew.
    [[nodiscard]] model::Result<Opened> removeBranch(std::uint64_t opening, std::size_t step, const std::string &branch,
                                                     const Progress &progress);

private:
    /// Makes m_run the one with these values.
    [[nodiscard]] model::Problems prepareRun(const scenario::RunChange &values);
    /// What is open becomes this, which m_run knows.
    Opened adopt(OpenRun next);
    /// What is open becomes this, in which the same things are done as before.
    Opened adoptSameTree(OpenRun next);
    [[nodiscard]] bool isOpen(std::uint64_t opening) const
    {
        return m_open && m_open->opening == opening && m_open->scenario;
    }

    Opened m_open;
    std::optional<run::Run> m_run; // none: nothing is open, or a foreign timeline
    std::shared_ptr<const scenario::Scenario> m_runOf; // whose branches m_run has; other than what is open: outdated
    scenario::RunChange m_values; // with which m_run was made; its branch is empty
};

} // namespace sessionarium::ui::document
