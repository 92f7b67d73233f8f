// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/scenarioargument.h"
#include "core/report/jsonl.h"

#include <QCoreApplication>

namespace sessionarium::app::cli {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(cli)
};

} // namespace

ExitCode checkFile(const Options &options)
{
    if (report::isTimelineFile(options.input)) {
        const auto read = report::readJsonLinesFile(options.input, options.maxRecords);
        if (!read) {
            writeProblems(options.input, read.problems());
            return ExitCode::Refused;
        }
    } else if (!readScenarioArgument(options.input)) {
        return ExitCode::Refused;
    }
    if (options.quiet)
        return ExitCode::Done;
    //: %1 is a file
    if (writeText(Tr::tr("%1: no mistakes found.").arg(QString::fromStdString(options.input)) + QLatin1Char('\n'))
        && flushOut())
        return ExitCode::Done;
    writeError(Tr::tr("Standard output could not be written."));
    return ExitCode::NotWritten;
}

} // namespace sessionarium::app::cli
