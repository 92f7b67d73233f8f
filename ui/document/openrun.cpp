// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/openrun.h"

#include "core/scenario/reader.h"

namespace sessionarium::ui::document {

using scenario::RunChange;
using scenario::Scenario;

const std::string &rootOf(const Scenario &scenario)
{
    return scenario.branches.front().id;
}

RunChange valuesOf(RunChange change)
{
    change.branch.clear();
    return change;
}

model::Result<Scenario> withValues(const Scenario &scenario, const RunChange &values)
{
    if (valuesOf(values).isEmpty())
        return scenario;
    return scenario::changed(scenario, values);
}

std::vector<RunChange> changesOfSteps(const Scenario &scenario)
{
    std::vector<RunChange> changes;
    if (!scenario.lesson)
        return changes;
    RunChange current;
    for (const scenario::Step &step : scenario.lesson->steps) {
        if (!step.run.isEmpty())
            current = step.run;
        changes.push_back(current);
        if (changes.back().branch.empty())
            changes.back().branch = rootOf(scenario);
    }
    return changes;
}

RunChange playedIn(const OpenRun &open, std::size_t step)
{
    RunChange change = open.other ? open.scenario->played : changesOfSteps(*open.scenario).at(step);
    if (change.branch.empty())
        change.branch = rootOf(*open.scenario);
    return change;
}

} // namespace sessionarium::ui::document
