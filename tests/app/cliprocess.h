// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace sessionarium::tests {

/// What one call of the command line came to.
struct CliResult
{
    int code = -1; ///< -1: it did not end by itself (a crash, a signal, too slow).
    QByteArray out;
    QByteArray err;
};

/// Runs the built command line in English (LC_ALL=C.UTF-8) unless `arguments` ask for another language.
/// `output`: a file or device that takes standard output; empty: the result has it.
[[nodiscard]] CliResult cli(const QStringList &arguments, const QString &output = {});

/// In a folder of the test; returns its path. An empty path: it could not be written.
[[nodiscard]] QString writtenFile(const QString &path, const QByteArray &content);
/// Null if it cannot be read.
[[nodiscard]] QByteArray contentOf(const QString &path);

[[nodiscard]] bool hasKorean(const QByteArray &utf8);

} // namespace sessionarium::tests
