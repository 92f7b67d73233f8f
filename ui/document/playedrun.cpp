// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/playedrun.h"

#include "core/run/evaluate.h"
#include "ui/document/lessonprogress.h"

#include <algorithm>

namespace sessionarium::ui::document {

namespace {

std::map<model::SimTime, RunAxis> layOutGated(const PlayedRun &run)
{
    std::map<model::SimTime, RunAxis> axes;
    if (!run.scenario || !run.scenario->lesson)
        return axes;
    const LessonProgress progress(&*run.scenario->lesson, run.end());
    for (std::size_t step = 0; step < progress.stepCount(); ++step) {
        const model::SimTime gate = progress.start(step);
        if (!progress.asks(step))
            continue;
        const report::PacingMap pacing(run.timeline(), gate);
        axes.emplace(gate, RunAxis {pacing, report::layOutLanes(run.timeline(), run.verdicts(), pacing)});
    }
    return axes;
}

/// Requests of named users that were on their way at t.
std::size_t unansweredAt(const PlayedRun &run, model::SimTime t)
{
    const timeline::WorldState state = run.keyframes->stateAfter(run.timeline().countUpTo(t));
    std::size_t unanswered = 0;
    for (const model::ClientSpec &named : run.scenario->setup.clients) {
        if (const timeline::ClientState *client = state.client(run.timeline().findEntity(named.id)))
            unanswered += client->open.size();
    }
    return unanswered;
}

} // namespace

const report::PacingMap &PlayedRun::pacingWithin(model::SimTime revealedUntil) const
{
    const auto gated = gatedAxes.find(revealedUntil);
    return gated == gatedAxes.end() ? pacing : gated->second.pacing;
}

const report::LaneLayout &PlayedRun::lanesWithin(model::SimTime revealedUntil) const
{
    const auto gated = gatedAxes.find(revealedUntil);
    return gated == gatedAxes.end() ? lanes : gated->second.lanes;
}

std::shared_ptr<const PlayedRun> prepare(std::shared_ptr<const scenario::Scenario> scenario, std::string branch,
                                         std::string policy, run::Computed computed,
                                         const std::function<bool(std::size_t step)> &asks, const Progress &progress)
{
    // Folding is the longest of the passes; the others are over before somebody could have wished to cancel them.
    constexpr std::uint64_t foldingPermille = 600;
    const auto goesOn = [&progress](int permille) { return !progress || progress(permille); };
    auto played = std::make_shared<PlayedRun>();
    played->scenario = std::move(scenario);
    played->branch = std::move(branch);
    played->policy = std::move(policy);
    played->computed = std::move(computed);
    const std::uint64_t records = played->timeline().size();
    bool whole = true;
    played->keyframes = std::make_unique<timeline::Keyframes>(played->timeline(), [&](std::uint32_t done) {
        whole = goesOn(static_cast<int>(done * foldingPermille / records));
        return whole;
    });
    if (!whole)
        return nullptr;
    played->outcomes = report::OutcomeIndex(played->computed.verdicts);
    played->pacing = report::PacingMap(played->timeline());
    if (!goesOn(800))
        return nullptr;
    played->lanes = report::layOutLanes(played->timeline(), played->verdicts(), played->pacing);
    played->gatedAxes = layOutGated(*played);
    if (!goesOn(1000))
        return nullptr;

    if (played->scenario && played->scenario->lesson) {
        run::Evaluator evaluator(*played->scenario, played->branch, played->computed);
        const auto &steps = played->scenario->lesson->steps;
        const LessonProgress spans(&*played->scenario->lesson, played->end());
        for (std::size_t i = 0; i < steps.size(); ++i) {
            if (!steps[i].prediction || (asks && !asks(i)))
                continue;
            played->answers[i] = evaluator.answers(*steps[i].prediction);
            played->unanswered[i] = unansweredAt(*played, std::min(spans.end(i), played->end()));
        }
    }
    return played;
}

} // namespace sessionarium::ui::document
