// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/deliver.h"
#include "app/cli/interruption.h"
#include "core/report/jsonl.h"
#include "core/verdict/judge.h"

#include <QCoreApplication>

namespace sessionarium::app::cli {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(cli)
};

} // namespace

ExitCode replayTimeline(const Options &options)
{
    const auto read = report::readJsonLinesFile(options.input, options.maxRecords);
    if (!read) {
        writeProblems(options.input, read.problems());
        return ExitCode::Refused;
    }
    if (isInterrupted()) {
        writeError(Tr::tr("Interrupted."));
        return ExitCode::Interrupted;
    }
    return deliver(options, *read.value(), verdict::judge(*read.value()));
}

} // namespace sessionarium::app::cli
