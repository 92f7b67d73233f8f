// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/reader.h"

#include <QString>

namespace sessionarium::test {

/// All of them, for the message of a test that fails.
[[nodiscard]] inline QString described(const model::Problems &problems)
{
    QString text;
    for (const model::Problem &problem : problems) {
        text += QStringLiteral("code %1 place '%2' found '%3' allowed '%4' line %5 column %6\n")
                    .arg(static_cast<int>(problem.code))
                    .arg(QString::fromStdString(problem.place), QString::fromStdString(problem.found),
                         QString::fromStdString(problem.allowed))
                    .arg(problem.line)
                    .arg(problem.column);
    }
    return text;
}

[[nodiscard]] inline model::Problems problemsOf(const model::Result<scenario::Scenario> &result)
{
    return result.ok() ? model::Problems() : result.problems();
}

} // namespace sessionarium::test
