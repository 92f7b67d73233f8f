// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/exitcode.h"
#include "app/cli/expectation.h"
#include "core/model/simtime.h"
#include "core/report/exportformat.h"
#include "core/run/run.h"
#include "core/scenario/condition.h"
#include "ui/text/language.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace sessionarium::app::cli {

enum class Command { Lessons, Run, Check, Replay };

struct Export
{
    report::ExportFormat format = report::ExportFormat::Csv;
    std::string file; ///< Empty: standard output.
};

/// A command line that makes sense as far as it can be told without opening anything.
struct Options
{
    Command command = Command::Lessons;
    std::string input; ///< A file, or a lesson's id.
    ui::text::Language language = ui::text::Language::English;
    bool quiet = false;
    bool json = false;
    bool csvBom = false;
    scenario::RunChange change; ///< --policy, --servers, --set.
    std::optional<std::uint64_t> seed;
    std::optional<model::Duration> until;
    std::uint32_t maxRecords = run::defaultMaxRecords;
    std::vector<Export> exports;
    std::vector<Expectation> expectations;

    /// One of the exports goes to standard output.
    [[nodiscard]] bool exportsToStandardOutput() const;
};

/// The language that a command line asks for, by its last `--lang`; else the environment's. Looked at before all else,
/// so that even a wrong command line is answered in it.
[[nodiscard]] ui::text::Language languageOf(const std::vector<std::string> &arguments);

/// Reads the command line (without the program's name). An exit code: it was answered here already, with help or with
/// what is wrong.
[[nodiscard]] std::variant<Options, ExitCode> parseOptions(const std::vector<std::string> &arguments,
                                                           ui::text::Language language);

} // namespace sessionarium::app::cli
