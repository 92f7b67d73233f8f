// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/branchtree.h"
#include "ui/document/workplace.h"

#include <algorithm>
#include <utility>

/// The tree of branches changed by hand.
namespace sessionarium::ui::document {

using model::Result;
using scenario::Scenario;

Result<Workplace::Opened> Workplace::renameBranch(std::uint64_t opening, const std::string &branch,
                                                  const model::Text &name)
{
    if (!isOpen(opening))
        return Opened();
    Scenario scenario = *m_open->scenario;
    const auto found = std::find_if(scenario.branches.begin(), scenario.branches.end(),
                                    [&branch](const scenario::Branch &each) { return each.id == branch; });
    if (found == scenario.branches.end() || found->name == name)
        return Opened();
    found->name = name;
    OpenRun next = *m_open;
    next.scenario = std::make_shared<const Scenario>(std::move(scenario));
    return adoptSameTree(std::move(next)); // acting goes on in m_run, which has no use for names
}

Result<Workplace::Opened> Workplace::removeBranch(std::uint64_t opening, std::size_t step, const std::string &branch,
                                                  const Progress &progress)
{
    if (!isOpen(opening) || !scenario::canRemoveBranch(*m_open->scenario, branch))
        return Opened();
    const std::string parent = scenario::findBranch(*m_open->scenario, branch)->parent;
    Scenario scenario = *m_open->scenario;
    scenario::removeBranch(scenario, branch);
    const bool wasPlayed = m_open->other && !scenario::findBranch(scenario, playedIn(*m_open, step).branch);
    if (wasPlayed)
        scenario.played.branch = parent == rootOf(scenario) ? std::string() : parent;
    const Opened before = m_open;
    OpenRun next = *m_open;
    next.scenario = std::make_shared<const Scenario>(std::move(scenario));
    m_open = std::make_shared<const OpenRun>(std::move(next));
    m_runOf.reset(); // it still has what is gone
    if (!wasPlayed)
        return m_open;
    scenario::RunChange toParent;
    toParent.branch = parent;
    Result<Opened> played = change(opening, step, toParent, progress);
    if (!played || !played.value()) {
        m_open = before;
        m_runOf.reset();
    }
    return played;
}

} // namespace sessionarium::ui::document
