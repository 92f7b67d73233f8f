// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/deliver.h"

#include "app/cli/console.h"
#include "app/cli/interruption.h"
#include "app/cli/outputfile.h"
#include "core/report/exportformat.h"
#include "core/report/summary.h"
#include "ui/text/exportlabels.h"
#include "ui/text/problemtext.h"
#include "ui/text/summarytext.h"

#include <QCoreApplication>

namespace sessionarium::app::cli {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(cli)
};

ExitCode outputLost()
{
    writeError(Tr::tr("Standard output could not be written."));
    return ExitCode::NotWritten;
}

/// All exports; each file is whole or absent. Done, NotWritten or Interrupted.
ExitCode exportAll(const Options &options, const timeline::Timeline &timeline, const verdict::Verdicts &verdicts)
{
    ExitCode code = ExitCode::Done;
    const report::ExportWishes wishes {options.csvBom, ui::text::exportLabels(timeline, verdicts, options.language)};
    for (const Export &wanted : options.exports) {
        const Producer produce = [&](const report::ByteSink &sink) {
            const report::ByteSink stoppable = [&sink](std::string_view bytes) {
                return !isInterrupted() && sink(bytes);
            };
            return report::writeExport(wanted.format, timeline, verdicts, wishes, stoppable);
        };
        if (wanted.file.empty()) {
            const bool written = produce([](std::string_view bytes) { return writeOut(bytes); }) && flushOut();
            if (!written && !isInterrupted())
                code = outputLost();
        } else if (const auto problem = writeFile(wanted.file, produce); problem && !isInterrupted()) {
            writeError(ui::text::problemLine(*problem));
            code = ExitCode::NotWritten;
        }
        if (isInterrupted())
            return ExitCode::Interrupted;
    }
    return code;
}

/// Tells all expectations that do not hold.
ExitCode checkExpectations(const Options &options, const std::string &summaryJson)
{
    if (options.expectations.empty())
        return ExitCode::Done;
    const nlohmann::json summary = nlohmann::json::parse(summaryJson, nullptr, false);
    ExitCode code = ExitCode::Done;
    for (const Expectation &expectation : options.expectations) {
        if (holds(summary, expectation))
            continue;
        code = ExitCode::ExpectationFailed;
        const nlohmann::json *found = findValue(summary, expectation.pointer);
        const QString text = QString::fromStdString(expectation.text);
        if (found) {
            //: %1 is a statement such as /outcomes/fine == 3, %2 a value
            writeError(Tr::tr("Expected: %1. Found: %2.").arg(text, QString::fromStdString(found->dump())));
        } else {
            //: %1 is a statement such as /outcomes/fine == 3, %2 a path into the summary
            writeError(
                Tr::tr("Expected: %1. The summary has no %2.").arg(text, QString::fromStdString(expectation.pointer)));
        }
    }
    return code;
}

} // namespace

ExitCode deliver(const Options &options, const timeline::Timeline &timeline, const verdict::Verdicts &verdicts)
{
    const ExitCode exported = exportAll(options, timeline, verdicts);
    if (exported == ExitCode::Interrupted) {
        writeError(Tr::tr("Interrupted."));
        return exported;
    }
    const report::Summary summary = report::summarize(timeline, verdicts, timeline.size());
    const std::string json = report::toJson(summary);
    if (options.json) {
        if (!writeOut(json) || (!json.ends_with('\n') && !writeOut("\n")) || !flushOut())
            return outputLost();
    } else if (!options.quiet && !options.exportsToStandardOutput()) {
        if (!writeText(ui::text::summaryText(summary, options.language)) || !flushOut())
            return outputLost();
    } else if (summary.cut && !options.quiet) {
        writeError(Tr::tr("The run is cut: the limit of records is reached."));
    }
    const ExitCode expected = checkExpectations(options, json);
    return exported != ExitCode::Done ? exported : expected;
}

} // namespace sessionarium::app::cli
