// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace sessionarium::ui::commands {

/// How well a query fits something that has several names: 0 is best. Nothing: it does not fit. Every word of the query
/// must occur in one of the names, whatever the case; Korean is also found by its first consonants ("ㅈㅈ" finds "저장"
/// no less than "저"). An empty query fits everything.
[[nodiscard]] std::optional<int> fit(const QString &query, const QStringList &names);

} // namespace sessionarium::ui::commands
