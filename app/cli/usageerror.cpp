// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/usageerror.h"

#include <CLI/CLI.hpp>

#include <QCoreApplication>

#include <string>
#include <vector>

namespace sessionarium::app::cli {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(cli)
};

/// The parser names the option first: "--seed: 1 required TEXT missing", "SCENARIO is required".
QString nameIn(const std::string &message)
{
    return QString::fromStdString(message.substr(0, message.find_first_of(": ")));
}

/// What stands last: "The following arguments were not expected: --foo bar".
QString restOf(const std::string &message)
{
    const std::size_t colon = message.find(": ");
    return colon == std::string::npos ? QString::fromStdString(message)
                                      : QString::fromStdString(message.substr(colon + 2));
}

} // namespace

QString usageErrorText(const CLI::ParseError &error, const CLI::App &app)
{
    const std::string message = error.what();
    switch (static_cast<CLI::ExitCodes>(error.get_exit_code())) {
    case CLI::ExitCodes::RequiredError:
        if (message.rfind("A subcommand", 0) == 0) {
            const std::vector<std::string> unknown = app.remaining();
            if (unknown.empty())
                return Tr::tr("A command is missing.");
            //: %1 is what was typed in place of a command
            return Tr::tr("There is no command %1.").arg(QString::fromStdString(unknown.front()));
        }
        //: %1 is an argument's name such as SCENARIO
        return Tr::tr("The argument %1 is missing.").arg(nameIn(message));
    case CLI::ExitCodes::ArgumentMismatch:
        if (message.find("flag override") != std::string::npos)
            return Tr::tr("The option %1 takes no value.").arg(QStringLiteral("--") + nameIn(message)); // told bare
        if (message.find("missing") != std::string::npos || message.find("requires") != std::string::npos)
            return Tr::tr("The option %1 needs a value.").arg(nameIn(message));
        return Tr::tr("The option %1 has too many values; give it once.").arg(nameIn(message));
    case CLI::ExitCodes::ExtrasError:
        return Tr::tr("Not known here: %1.").arg(restOf(message));
    case CLI::ExitCodes::ConversionError:
    case CLI::ExitCodes::InvalidError:
        return Tr::tr("The option %1 takes no value.").arg(nameIn(message));
    default:
        return Tr::tr("The command line cannot be read.");
    }
}

} // namespace sessionarium::app::cli
