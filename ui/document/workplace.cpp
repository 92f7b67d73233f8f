// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/workplace.h"

#include "core/report/jsonl.h"
#include "core/run/teesink.h"
#include "core/scenario/reader.h"

#include <algorithm>
#include <utility>

namespace sessionarium::ui::document {

using model::Problem;
using model::ProblemCode;
using model::Result;
using scenario::RunChange;
using scenario::Scenario;

namespace {

/// How far the end of a growing run stays ahead of the newest action.
constexpr model::Duration horizon = model::seconds(60);
/// Other runs get so much more when somebody acts so close to their end that the consequences would fall off it.
constexpr model::Duration leastRoom = model::seconds(5);
constexpr model::Duration room = model::seconds(10);
/// The farthest that a file may have its end.
constexpr model::Duration longestRun = model::seconds(24 * 60 * 60);

using Played = std::shared_ptr<const PlayedRun>;

/// The end that the run must have when somebody acts at t.
model::Duration endAfterActing(model::Duration present, model::SimTime t, bool growing)
{
    const model::Duration at = t - model::SimTime {};
    if (growing)
        return std::max(present, std::min(at + horizon, longestRun));
    return present - at < leastRoom ? std::max(present, std::min(at + room, longestRun)) : present;
}

/// Virtual time as progress.
run::Progress overRun(const Progress &progress, model::Duration duration)
{
    if (!progress)
        return {};
    const std::int64_t whole = std::max<std::int64_t>(duration.us, 1);
    return [&progress, whole](model::SimTime done) { return progress(static_cast<int>(done.us * 1000 / whole)); };
}

/// Computes a branch and prepares it for the views. Null: cancelled. `asks`: see prepare().
Result<Played> play(run::Run &run, const std::string &branch, const std::function<bool(std::size_t)> &asks,
                    const Progress &progress)
{
    if (!scenario::findBranch(run.scenario(), branch))
        return Problem {ProblemCode::UnknownReference, "/branches", branch, {}, 0, 0};
    std::optional<run::Computed> computed = run.branch(branch, overRun(progress, run.scenario().duration));
    if (!computed)
        return Played();
    return prepare(std::make_shared<const Scenario>(run.scenario()), branch, run.policy(), std::move(*computed), asks,
                   progress);
}

/// As `played` of a file: the first branch goes without saying.
RunChange asPlayed(const Scenario &scenario, RunChange change)
{
    if (change.branch == rootOf(scenario))
        change.branch.clear();
    return change;
}

/// Do they come to the same run? Requires: both are possible changes of the scenario.
bool isSameRun(const Scenario &scenario, const RunChange &one, const RunChange &other)
{
    if (one.branch != other.branch)
        return false;
    const Result<Scenario> first = withValues(scenario, one);
    const Result<Scenario> second = withValues(scenario, other);
    return first && second && first.value().setup == second.value().setup && first.value().seed == second.value().seed
        && first.value().duration == second.value().duration && first.value().branches == second.value().branches;
}

} // namespace

Result<Workplace::Opened> Workplace::open(std::uint64_t opening, Scenario scenario, bool growing,
                                          const Progress &progress)
{
    // Only a lesson keeps apart what is its own and what was changed.
    RunChange played = std::exchange(scenario.played, {});
    if (played.branch.empty())
        played.branch = rootOf(scenario);
    if (!scenario.lesson) {
        Result<Scenario> changed = withValues(scenario, played);
        if (!changed)
            return changed.problems();
        scenario = std::move(changed.value());
        played = {played.branch, {}, {}, {}};
    }

    OpenRun next;
    next.opening = opening;
    next.growing = growing;
    const std::vector<RunChange> changes = changesOfSteps(scenario);
    run::Run own(scenario);
    const auto playOne = [&](const RunChange &change, const std::function<bool(std::size_t)> &asks) -> Result<Played> {
        if (valuesOf(change).isEmpty())
            return play(own, change.branch, asks, progress);
        Result<Scenario> values = withValues(scenario, change);
        if (!values)
            return values.problems();
        run::Run run(std::move(values.value()), own);
        return play(run, change.branch, asks, progress);
    };
    for (std::size_t i = 0; i < changes.size(); ++i) {
        const auto same = std::find(changes.begin(), changes.begin() + static_cast<std::ptrdiff_t>(i), changes[i]);
        const auto index = static_cast<std::size_t>(same - changes.begin());
        if (index < i) {
            next.ofSteps.push_back(next.ofSteps[index]);
            continue;
        }
        Result<Played> run = playOne(changes[i], [&](std::size_t step) { return changes[step] == changes[i]; });
        if (!run || !run.value())
            return run ? Result<Opened>(Opened()) : Result<Opened>(run.problems());
        next.ofSteps.push_back(run.value());
    }
    if (!scenario.lesson || !isSameRun(scenario, played, changes.front())) {
        Result<Played> run = playOne(played, {});
        if (!run || !run.value())
            return run ? Result<Opened>(Opened()) : Result<Opened>(run.problems());
        next.other = run.value();
        scenario.played = asPlayed(scenario, played);
    }

    next.scenario = std::make_shared<const Scenario>(std::move(scenario));
    m_run.emplace(std::move(own));
    m_values = {};
    return adopt(std::move(next));
}

Result<Workplace::Opened> Workplace::openTimeline(std::uint64_t opening, const std::string &path,
                                                  const Progress &progress)
{
    // Judged while it is read; what comes after takes a fraction of that time.
    constexpr int readingPermille = 800;
    auto timeline = std::make_shared<timeline::Timeline>();
    verdict::Judge judge;
    run::TeeSink sink({timeline.get(), &judge});
    bool goesOn = true;
    const auto read =
        report::readJsonLinesFileInto(path, sink, run::defaultMaxRecords, [&](std::uint64_t done, std::uint64_t whole) {
            const auto part = whole == 0 ? 0 : static_cast<int>(std::min(done, whole) * readingPermille / whole);
            goesOn = !progress || progress(part);
            return goesOn;
        });
    if (!goesOn)
        return Opened();
    if (!read)
        return read.problems();
    auto verdicts = std::make_shared<const verdict::Verdicts>(judge.verdicts(), judge.unfinished());
    const timeline::RunInfo &info = timeline->info();
    OpenRun next;
    next.opening = opening;
    next.other = prepare(nullptr, info.branch, info.policy, run::Computed {timeline, verdicts, false}, {},
                         [&progress](int permille) {
                             return !progress || progress(readingPermille + permille * (1000 - readingPermille) / 1000);
                         });
    if (!next.other)
        return Opened();
    m_run.reset();
    return adopt(std::move(next));
}

void Workplace::restore(Opened opened)
{
    const bool isAnother = !m_open || !opened || m_open->opening != opened->opening;
    m_open = std::move(opened);
    if (!m_open || !m_open->scenario) {
        m_run.reset();
    } else if (isAnother || !m_run) {
        m_run.emplace(*m_open->scenario);
        m_runOf.reset();
    }
}

Result<Workplace::Opened> Workplace::computeAgain(std::uint64_t opening, const Opened &target, const Progress &progress)
{
    if (!isOpen(opening))
        return Opened();
    const Opened before = std::exchange(m_open, target);
    const auto failed = [&](Result<Opened> result) {
        m_open = before;
        m_runOf.reset();
        return result;
    };
    RunChange wanted = target->scenario->played;
    if (wanted.branch.empty())
        wanted.branch = rootOf(*target->scenario);
    model::Problems problems = prepareRun(target->scenario->lesson ? valuesOf(wanted) : RunChange());
    if (!problems.empty())
        return failed(problems);
    Result<Played> run = play(*m_run, wanted.branch, {}, progress);
    if (!run || !run.value())
        return failed(run ? Result<Opened>(Opened()) : Result<Opened>(run.problems()));
    OpenRun next = *target;
    next.other = run.value();
    return adopt(std::move(next));
}

Result<Workplace::Opened> Workplace::act(std::uint64_t opening, std::size_t step, model::SimTime t,
                                         const model::Action &action, const Progress &progress)
{
    if (!isOpen(opening))
        return Opened();
    RunChange now = playedIn(*m_open, step);
    model::Problems problems = prepareRun(valuesOf(now));
    if (!problems.empty())
        return problems;
    const model::Duration before = m_run->scenario().duration;
    const model::Duration end = endAfterActing(before, t, m_open->growing);
    const Result<std::string> branch = m_run->act(now.branch, t, action, end, overRun(progress, end));
    if (!branch)
        return branch.problems();
    if (branch.value().empty())
        return Opened();
    // From here on m_run has what the open scenario has not: whatever goes wrong, it is outdated.
    m_runOf.reset();
    Result<Played> run = play(*m_run, branch.value(), {}, {}); // computed already
    if (!run)
        return run.problems();

    Scenario scenario = *m_open->scenario;
    const scenario::Branch &acted = *scenario::findBranch(m_run->scenario(), branch.value());
    const auto known = std::find_if(scenario.branches.begin(), scenario.branches.end(),
                                    [&acted](const scenario::Branch &each) { return each.id == acted.id; });
    if (known == scenario.branches.end())
        scenario.branches.push_back(acted);
    else
        known->actions.push_back(acted.actions.back());
    if (m_run->scenario().duration != before) // so that the file may have an action there
        scenario.duration = std::max(scenario.duration, m_run->scenario().duration);
    now.branch = branch.value();
    scenario.played = asPlayed(scenario, now);

    OpenRun next = *m_open;
    next.other = run.value();
    next.scenario = std::make_shared<const Scenario>(std::move(scenario));
    return adopt(std::move(next));
}

Result<Workplace::Opened> Workplace::change(std::uint64_t opening, std::size_t step, const RunChange &change,
                                            const Progress &progress)
{
    if (!isOpen(opening))
        return Opened();
    const RunChange now = playedIn(*m_open, step);
    const RunChange wanted = scenario::merged(now, change);
    Scenario scenario = *m_open->scenario;
    OpenRun next = *m_open;
    RunChange values = valuesOf(wanted);
    if (!scenario.lesson) {
        scenario.played = {};
        Result<Scenario> changed = withValues(scenario, values);
        if (!changed)
            return changed.problems();
        scenario = std::move(changed.value());
        scenario.played = asPlayed(scenario, {wanted.branch, {}, {}, {}});
        if (!values.isEmpty()) {
            run::Run run(scenario, *m_run);
            Result<Played> played = play(run, wanted.branch, {}, progress);
            if (!played || !played.value())
                return played ? Result<Opened>(Opened()) : Result<Opened>(played.problems());
            m_run.emplace(std::move(run));
            m_values = {};
            next.other = played.value();
            next.scenario = std::make_shared<const Scenario>(std::move(scenario));
            return adopt(std::move(next));
        }
    } else if (isSameRun(scenario, wanted, changesOfSteps(scenario).at(step))) {
        return playLesson(opening);
    } else {
        scenario.played = asPlayed(scenario, wanted);
    }
    model::Problems problems = prepareRun(values);
    if (!problems.empty())
        return problems;
    Result<Played> played = play(*m_run, wanted.branch, {}, progress);
    if (!played || !played.value())
        return played ? Result<Opened>(Opened()) : Result<Opened>(played.problems());
    next.other = played.value();
    next.scenario = std::make_shared<const Scenario>(std::move(scenario));
    return adopt(std::move(next));
}

Result<Workplace::Opened> Workplace::playLesson(std::uint64_t opening)
{
    if (!isOpen(opening) || !m_open->other || m_open->ofSteps.empty())
        return Opened();
    Scenario scenario = *m_open->scenario;
    scenario.played = {};
    OpenRun next = *m_open;
    next.other = nullptr;
    next.scenario = std::make_shared<const Scenario>(std::move(scenario));
    return adoptSameTree(std::move(next));
}

model::Problems Workplace::prepareRun(const RunChange &values)
{
    if (m_runOf == m_open->scenario && m_values == values)
        return {};
    Scenario scenario = *m_open->scenario;
    scenario.played = {};
    Result<Scenario> changed = withValues(scenario, values);
    if (!changed)
        return changed.problems();
    run::Run run(std::move(changed.value()), *m_run);
    m_run.emplace(std::move(run));
    m_runOf = m_open->scenario;
    m_values = values;
    return {};
}

Workplace::Opened Workplace::adoptSameTree(OpenRun next)
{
    const bool upToDate = m_runOf == m_open->scenario;
    m_open = std::make_shared<const OpenRun>(std::move(next));
    if (upToDate)
        m_runOf = m_open->scenario;
    return m_open;
}

Workplace::Opened Workplace::adopt(OpenRun next)
{
    m_open = std::make_shared<const OpenRun>(std::move(next));
    m_runOf = m_open->scenario;
    return m_open;
}

} // namespace sessionarium::ui::document
