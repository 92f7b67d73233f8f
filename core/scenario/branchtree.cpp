// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/branchtree.h"

#include <algorithm>

namespace sessionarium::scenario {

namespace {

bool names(const Measure &measure, const std::string &branch)
{
    return measure.run.branch == branch || (measure.of && names(*measure.of, branch))
        || (measure.to && names(*measure.to, branch));
}

bool names(const Condition &condition, const std::string &branch)
{
    if (condition.kind != Condition::Kind::Compare) {
        return std::any_of(condition.parts.begin(), condition.parts.end(),
                           [&branch](const Condition &part) { return names(part, branch); });
    }
    const auto *measure = std::get_if<std::shared_ptr<const Measure>>(&condition.compare.value);
    return names(condition.compare.measure, branch) || (measure && *measure && names(**measure, branch));
}

bool names(const Step &step, const std::string &branch)
{
    if (step.run.branch == branch)
        return true;
    return step.prediction
        && std::any_of(step.prediction->options.begin(), step.prediction->options.end(),
                       [&branch](const PredictionOption &option) { return names(option.when, branch); });
}

} // namespace

std::vector<std::string> subtree(const Scenario &scenario, const std::string &branch)
{
    std::vector<std::string> found;
    for (const Branch &each : scenario.branches) { // a parent stands before its children
        if (each.id == branch || std::find(found.begin(), found.end(), each.parent) != found.end())
            found.push_back(each.id);
    }
    return found;
}

bool isNamedByLesson(const Scenario &scenario, const std::string &branch)
{
    if (!scenario.lesson)
        return false;
    const Lesson &lesson = *scenario.lesson;
    return std::any_of(lesson.steps.begin(), lesson.steps.end(),
                       [&branch](const Step &step) { return names(step, branch); })
        || std::any_of(lesson.tries.begin(), lesson.tries.end(),
                       [&branch](const TryItem &item) { return item.run.branch == branch; });
}

bool canRemoveBranch(const Scenario &scenario, const std::string &branch)
{
    const Branch *found = findBranch(scenario, branch);
    if (!found || found->parent.empty())
        return false;
    const std::vector<std::string> gone = subtree(scenario, branch);
    return std::none_of(gone.begin(), gone.end(), [&](const std::string &id) { return isNamedByLesson(scenario, id); });
}

void removeBranch(Scenario &scenario, const std::string &branch)
{
    const std::vector<std::string> gone = subtree(scenario, branch);
    std::erase_if(scenario.branches,
                  [&gone](const Branch &each) { return std::find(gone.begin(), gone.end(), each.id) != gone.end(); });
}

} // namespace sessionarium::scenario
