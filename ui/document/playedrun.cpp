// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/playedrun.h"

#include "core/run/evaluate.h"

namespace sessionarium::ui::document {

std::shared_ptr<const PlayedRun> prepare(std::shared_ptr<const scenario::Scenario> scenario, std::string branch,
                                         std::string policy, run::Computed computed)
{
    auto played = std::make_shared<PlayedRun>();
    played->scenario = std::move(scenario);
    played->branch = std::move(branch);
    played->policy = std::move(policy);
    played->computed = std::move(computed);
    auto keyframes = std::make_unique<timeline::Keyframes>(played->timeline());
    keyframes->extend();
    played->keyframes = std::move(keyframes);
    played->pacing = report::PacingMap(played->timeline());
    played->lanes = report::layOutLanes(played->timeline(), played->verdicts(), played->pacing);

    if (played->scenario && played->scenario->lesson) {
        run::Evaluator evaluator(*played->scenario, played->branch, played->computed);
        const auto &steps = played->scenario->lesson->steps;
        for (std::size_t i = 0; i < steps.size(); ++i) {
            if (steps[i].prediction)
                played->answers[i] = evaluator.answers(*steps[i].prediction);
        }
    }
    return played;
}

} // namespace sessionarium::ui::document
