// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace sessionarium::tests::tidy {

/// A place that breaks a rule of the house.
struct Finding
{
    QString path; ///< From the root of the repository.
    int line = 0; ///< From 1; 0: the file as a whole.
    QString what;

    [[nodiscard]] QString toText() const { return QStringLiteral("%1:%2: %3").arg(path).arg(line).arg(what); }
};

using Findings = QList<Finding>;

/// All of them, a line each; empty when there is none.
[[nodiscard]] inline QString toText(const Findings &findings)
{
    QStringList lines;
    for (const Finding &finding : findings)
        lines << finding.toText();
    return lines.join(QLatin1Char('\n'));
}

} // namespace sessionarium::tests::tidy
