// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/deliver.h"
#include "app/cli/interruption.h"
#include "app/cli/progressline.h"
#include "app/cli/scenarioargument.h"
#include "core/run/run.h"
#include "core/scenario/reader.h"

#include <QCoreApplication>

#include <optional>
#include <utility>

namespace sessionarium::app::cli {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(cli)
};

/// The scenario as the options want it. Nothing: refused, and told why.
std::optional<scenario::Scenario> prepared(const Options &options)
{
    std::optional<scenario::Scenario> scenario = readScenarioArgument(options.input);
    if (!scenario)
        return std::nullopt;
    if (!options.change.isEmpty()) {
        model::Result<scenario::Scenario> changed = scenario::changed(*scenario, options.change);
        if (!changed) {
            writeProblems(options.input, changed.problems());
            return std::nullopt;
        }
        scenario = std::move(changed).value();
    }
    if (options.seed)
        scenario->seed = *options.seed;
    if (options.until) {
        if (*options.until > scenario->duration) {
            model::Problem problem;
            problem.code = model::ProblemCode::TimeOutsideRun;
            problem.place = "--until";
            problem.found = std::to_string(options.until->us);
            problem.allowed = std::to_string(scenario->duration.us);
            writeProblems(options.input, {problem});
            return std::nullopt;
        }
        scenario->duration = *options.until;
    }
    return scenario;
}

} // namespace

ExitCode runScenario(const Options &options)
{
    const std::optional<scenario::Scenario> scenario = prepared(options);
    if (!scenario)
        return ExitCode::Refused;
    std::optional<run::Computed> computed;
    {
        ProgressLine line(scenario->duration, options.quiet);
        computed =
            run::compute(*scenario, scenario->branches.front().id, options.maxRecords, [&line](model::SimTime done) {
                line.show(done);
                return !isInterrupted();
            });
    }
    if (!computed) {
        writeError(Tr::tr("Interrupted."));
        return ExitCode::Interrupted;
    }
    return deliver(options, *computed->timeline, *computed->verdicts);
}

} // namespace sessionarium::app::cli
