// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/workplace.h"

#include "core/report/jsonl.h"
#include "core/scenario/reader.h"
#include "core/verdict/judge.h"

#include <algorithm>
#include <utility>

namespace sessionarium::ui::document {

namespace {

/// How far the end of a growing run stays ahead of the newest action.
constexpr model::Duration horizon = model::seconds(60);
/// Other runs get so much more when somebody acts so close to their end that the consequences would fall off it.
constexpr model::Duration leastRoom = model::seconds(5);
constexpr model::Duration room = model::seconds(10);
/// The farthest that a file may have its end.
constexpr model::Duration longestRun = model::seconds(24 * 60 * 60);

/// The end that the run must have when somebody acts at t.
model::Duration endAfterActing(model::Duration present, model::SimTime t, bool growing)
{
    const model::Duration at = t - model::SimTime {};
    if (growing)
        return std::max(present, std::min(at + horizon, longestRun));
    return present - at < leastRoom ? std::max(present, std::min(at + room, longestRun)) : present;
}

Workplace::Played play(run::Run &run, const std::string &branch, const run::Progress &progress)
{
    std::optional<run::Computed> computed = run.branch(branch, progress);
    if (!computed)
        return nullptr;
    return prepare(std::make_shared<const scenario::Scenario>(run.scenario()), branch, run.policy(),
                   std::move(*computed));
}

std::string rootOf(const scenario::Scenario &scenario)
{
    return scenario.branches.front().id;
}

} // namespace

model::Result<Workplace::Played> Workplace::open(scenario::Scenario scenario, bool growing,
                                                 const run::Progress &progress)
{
    const std::string branch = rootOf(scenario);
    scenario::Scenario base = scenario;
    model::Result<Played> result = replace(std::move(scenario), branch, false, progress);
    if (result && result.value()) {
        m_growing = growing;
        m_stepChange = {};
        m_base = std::move(base);
    }
    return result;
}

model::Result<Workplace::Played> Workplace::openTimeline(const std::string &path)
{
    auto timeline = report::readJsonLinesFile(path, run::defaultMaxRecords);
    if (!timeline)
        return timeline.problems();
    auto verdicts = std::make_shared<const verdict::Verdicts>(verdict::judge(*timeline.value()));
    const timeline::RunInfo &info = timeline.value()->info();
    Played played = prepare(nullptr, info.branch, info.policy, run::Computed {timeline.value(), verdicts, false});
    close();
    return played;
}

void Workplace::close()
{
    m_run.reset();
    m_branch.clear();
    m_growing = false;
    m_stepChange = {};
    m_base = {};
}

model::Result<Workplace::Played> Workplace::act(model::SimTime t, const model::Action &action,
                                                const run::Progress &progress)
{
    if (!m_run)
        return Played();
    const model::Duration end = endAfterActing(m_run->scenario().duration, t, m_growing);
    const model::Result<std::string> branch = m_run->act(m_branch, t, action, end, progress);
    if (!branch)
        return branch.problems();
    if (branch.value().empty())
        return Played();
    Played played = play(*m_run, branch.value(), {}); // computed already
    m_branch = branch.value();
    remember();
    return played;
}

model::Result<Workplace::Played> Workplace::change(const scenario::RunChange &change, const run::Progress &progress)
{
    if (!m_run)
        return Played();
    auto scenario = scenario::changed(m_run->scenario(), change);
    if (!scenario)
        return scenario.problems();
    const std::string branch = change.branch.empty() ? m_branch : change.branch;
    auto result = replace(std::move(scenario.value()), branch, true, progress);
    if (result && result.value()) {
        m_stepChange = {};
        remember();
    }
    return result;
}

model::Result<Workplace::Played> Workplace::playStep(std::size_t step, const run::Progress &progress)
{
    if (!m_run || !m_base.lesson)
        return Played();
    scenario::RunChange wanted; // of the steps up to this one, the last that says something
    const auto &steps = m_base.lesson->steps;
    for (std::size_t i = 0; i <= step && i < steps.size(); ++i) {
        if (!steps[i].run.isEmpty())
            wanted = steps[i].run;
    }
    if (wanted == m_stepChange)
        return Played();
    auto scenario = scenario::changed(m_base, wanted);
    if (!scenario)
        return scenario.problems();
    const std::string branch = wanted.branch.empty() ? rootOf(m_base) : wanted.branch;
    auto result = replace(std::move(scenario.value()), branch, true, progress);
    if (result && result.value())
        m_stepChange = wanted;
    return result;
}

model::Result<Workplace::Played> Workplace::switchBranch(const std::string &branch, const run::Progress &progress)
{
    if (!m_run)
        return Played();
    Played played = play(*m_run, branch, progress);
    if (played)
        m_branch = branch;
    return played;
}

model::Result<Workplace::Played> Workplace::replace(scenario::Scenario scenario, const std::string &branch,
                                                    bool sameRun, const run::Progress &progress)
{
    if (!scenario::findBranch(scenario, branch))
        return model::Problem {model::ProblemCode::UnknownReference, "/branches", branch, {}, 0, 0};
    run::Run run = sameRun && m_run ? run::Run(std::move(scenario), *m_run) : run::Run(std::move(scenario));
    Played played = play(run, branch, progress);
    if (played) {
        m_run.emplace(std::move(run));
        m_branch = branch;
    }
    return played;
}

void Workplace::remember()
{
    if (m_stepChange.isEmpty())
        m_base = m_run->scenario();
    else
        m_base.branches = m_run->scenario().branches;
}

} // namespace sessionarium::ui::document
