// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/tidy/finding.h"

#include <QByteArray>

#include <functional>

/// Who may include whom: the floors of the house (docs/architecture.md).
namespace sessionarium::tests::tidy {

/// What the checker asks about the world, so that samples can be checked as well as the repository.
struct IncludeWorld
{
    /// Whether a path from the root names a file.
    std::function<bool(const QString &path)> exists;
    /// Whether `<name>` is a header of QtCore.
    std::function<bool(const QString &name)> isQtCore;
};

/// The folder that counts as one house-mate: `core/<part>`, `ui/text`, `ui`, `app/<program>`, `resources`, `tests`;
/// empty for others.
[[nodiscard]] QString memberOf(const QString &path);

/// 0 the lowest; -1 for what stands on no floor (tests).
[[nodiscard]] int floorOf(const QString &path);

/// All includes of one source file against the rules: down only, never a neighbour on the same floor, from the root,
/// what they name exists, no Qt in core outside core/live, only QtCore in ui/text and app/cli.
[[nodiscard]] Findings checkIncludes(const QString &path, const QByteArray &text, const IncludeWorld &world);

} // namespace sessionarium::tests::tidy
