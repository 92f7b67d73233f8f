// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/app/cliprocess.h"

#include <nlohmann/json.hpp>

namespace sessionarium::tests {

/// Discarded if it is no JSON.
inline nlohmann::json parsed(const QByteArray &json)
{
    return nlohmann::json::parse(json.toStdString(), nullptr, false);
}

/// The summary of `run` with these arguments; discarded if the run failed.
inline nlohmann::json summaryOf(const QStringList &arguments)
{
    const CliResult result =
        cli(QStringList {QStringLiteral("run")} + arguments + QStringList {QStringLiteral("--json")});
    return result.code == 0 ? parsed(result.out) : nlohmann::json(nlohmann::json::value_t::discarded);
}

} // namespace sessionarium::tests
