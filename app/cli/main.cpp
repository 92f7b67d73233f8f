// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/interruption.h"
#include "app/cli/options.h"
#include "ui/text/language.h"

#include <QCoreApplication>

#include <clocale>
#include <cstring>
#include <langinfo.h>
#include <string>
#include <variant>
#include <vector>

namespace {

using namespace sessionarium;
using namespace sessionarium::app::cli;

/// Qt complains on standard error about a locale that is not UTF-8, and then works as if it were. We do read and write
/// UTF-8 everywhere, so there is nothing to complain about.
void useUtf8()
{
    std::setlocale(LC_ALL, "");
    if (std::strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
        qputenv("LC_ALL", "C.UTF-8");
}

ExitCode carryOut(const Options &options)
{
    switch (options.command) {
    case Command::Lessons:
        return listLessons(options);
    case Command::Run:
        return runScenario(options);
    case Command::Check:
        return checkFile(options);
    case Command::Replay:
        return replayTimeline(options);
    }
    return ExitCode::WrongUsage;
}

} // namespace

int main(int argc, char *argv[])
{
    const std::vector<std::string> arguments(argv + (argc > 0 ? 1 : 0), argv + argc);
    const ui::text::Language language = languageOf(arguments); // asks the environment, so before useUtf8()
    useUtf8();
    const QCoreApplication application(argc, argv);
    const ui::text::Translator translator(language);
    watchForInterruption();
    const std::variant<Options, ExitCode> parsed = parseOptions(arguments, language);
    if (const auto *answered = std::get_if<ExitCode>(&parsed))
        return static_cast<int>(*answered);
    return static_cast<int>(carryOut(std::get<Options>(parsed)));
}
