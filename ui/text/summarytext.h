// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/summary.h"
#include "ui/text/language.h"

#include <QString>

#include <vector>

namespace sessionarium::ui::text {

/// The summary for people at a terminal: figures in aligned columns (Korean letters count as two), ends with a line
/// feed. Never more than 40 rows of clients; the rest is counted.
[[nodiscard]] QString summaryText(const report::Summary &summary, Language language);

/// The columns that a text takes on a terminal.
[[nodiscard]] int terminalWidth(QStringView text);

/// Rows in aligned columns, two blanks between them. `rightAligned`: columns of numbers. All rows have equally many
/// cells.
[[nodiscard]] QString terminalTable(const std::vector<std::vector<QString>> &rows,
                                    const std::vector<bool> &rightAligned, int indent);

} // namespace sessionarium::ui::text
