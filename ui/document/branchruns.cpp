// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/branchruns.h"

#include "core/run/run.h"

#include <utility>

namespace sessionarium::ui::document {

using scenario::Scenario;

namespace {

/// The same actions, whatever the branches are called.
bool hasSameActions(const Scenario &one, const Scenario &other, const std::string &branch)
{
    const auto parts = scenario::lineage(one, branch);
    const auto otherParts = scenario::lineage(other, branch);
    if (parts.empty() || parts.size() != otherParts.size())
        return false;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const scenario::BranchPart &part = parts[i];
        const scenario::BranchPart &otherPart = otherParts[i];
        if (part.until != otherPart.until || part.branch->from != otherPart.branch->from
            || part.branch->actions != otherPart.branch->actions)
            return false;
    }
    return true;
}

std::shared_ptr<const PlayedRun> computeBranch(const Scenario &open, const scenario::RunChange &values,
                                               const std::string &branch, const Progress &progress)
{
    Scenario base = open;
    base.played = {};
    model::Result<Scenario> scenario = withValues(base, values);
    if (!scenario || !scenario::findBranch(scenario.value(), branch))
        return nullptr;
    const auto goesOn = [&progress](model::SimTime) { return progress(0); };
    std::optional<run::Computed> computed = run::compute(scenario.value(), branch, run::defaultMaxRecords, goesOn);
    if (!computed)
        return nullptr;
    const std::string policy = scenario::presetOf(scenario.value().setup);
    return prepare(
        std::make_shared<const Scenario>(std::move(scenario.value())), branch, policy, std::move(*computed),
        [](std::size_t) { return false; }, progress);
}

} // namespace

BranchRuns::BranchRuns(QObject *parent) : QObject(parent)
{
}

void BranchRuns::setOpen(std::shared_ptr<const OpenRun> open, std::size_t step, std::shared_ptr<const PlayedRun> played)
{
    if (!open || !open->scenario) {
        m_computation.cancel();
        m_open = nullptr;
        m_runs.clear();
        m_pending.clear();
        m_failed.clear();
        m_wantsAll = false;
        return;
    }
    const bool isAnother = !m_open || m_open->opening != open->opening;
    scenario::RunChange values = valuesOf(playedIn(*open, step));
    const bool isSame = !isAnother && m_open->scenario == open->scenario && m_values == values;
    m_open = std::move(open);
    m_values = std::move(values);
    if (!isSame) {
        m_computation.cancel(); // it may be about what is gone
        m_pending.clear();
        m_failed.clear();
        m_wantsAll = m_wantsAll && !isAnother;
        std::erase_if(m_runs, [&](const auto &each) { return isAnother || !isRight(each.second, each.first); });
    }
    const std::string branch = played->branch;
    m_runs.insert_or_assign(branch, Made {m_open->scenario, m_values, std::move(played)});
    if (m_wantsAll)
        goOn();
}

std::shared_ptr<const PlayedRun> BranchRuns::find(const std::string &branch) const
{
    const auto found = m_runs.find(branch);
    return found == m_runs.end() ? nullptr : found->second.run;
}

void BranchRuns::compute(const std::string &branch)
{
    if (!m_open || find(branch) || m_pending.contains(branch) || m_failed.contains(branch)
        || !scenario::findBranch(*m_open->scenario, branch))
        return;
    m_pending.insert(branch);
    m_computation.start([this, branch, of = m_open->scenario, values = m_values](const Progress &progress) {
        const auto run = computeBranch(*of, values, branch, progress);
        return [this, branch, of, values, run] { adopt(branch, Made {of, values, run}); };
    });
}

void BranchRuns::computeAll()
{
    m_wantsAll = true;
    goOn();
}

bool BranchRuns::isRight(const Made &made, const std::string &branch) const
{
    const Scenario &now = *m_open->scenario;
    const Scenario &then = *made.of;
    if (made.values != m_values || !scenario::findBranch(now, branch))
        return false;
    return made.of == m_open->scenario
        || (then.duration == now.duration && then.seed == now.seed && hasSameActions(then, now, branch)
            && then.setup == now.setup);
}

void BranchRuns::adopt(const std::string &branch, const Made &made)
{
    m_pending.erase(branch);
    if (!made.run)
        m_failed.insert(branch);
    else if (m_open && isRight(made, branch))
        m_runs.insert_or_assign(branch, made);
    Q_EMIT computed(QString::fromStdString(branch));
    if (m_wantsAll)
        goOn();
}

void BranchRuns::goOn()
{
    if (!m_open || !m_pending.empty())
        return;
    std::size_t records = 0;
    for (const auto &[branch, made] : m_runs)
        records += made.run->timeline().size();
    if (records > mostRecords)
        return;
    for (const scenario::Branch &branch : m_open->scenario->branches) {
        if (!find(branch.id) && !m_failed.contains(branch.id)) {
            compute(branch.id);
            return;
        }
    }
}

} // namespace sessionarium::ui::document
