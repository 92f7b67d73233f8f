// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/playedrun.h"
#include "ui/document/progress.h"
#include "ui/events/recordlist.h"
#include "ui/export/runexport.h"
#include "ui/text/language.h"

#include <QString>

#include <cstdint>
#include <memory>
#include <optional>

namespace sessionarium::ui::events {

/// Part of the table, to be taken elsewhere. Holds what it needs: any thread may work on it.
struct EventsExtract
{
    std::shared_ptr<const document::PlayedRun> run;
    RecordList records;
    std::uint32_t from = 0; ///< Positions in `records`, [from, to).
    std::uint32_t to = 0;

    [[nodiscard]] std::uint32_t size() const { return to - from; }
};

/// More than this is no matter for the clipboard.
inline constexpr std::uint32_t maxRowsCopied = 100'000;

/// A line for each row, cells with tabs between them. Nothing: cancelled.
[[nodiscard]] std::optional<QString> tabbedText(const EventsExtract &extract, text::Language language,
                                                const document::Progress &progress);

/// Writes a CSV file (semantics §11) of these records, whole or not at all; it begins with a byte order mark, since
/// it goes to a spreadsheet.
[[nodiscard]] exporting::ExportResult writeCsvFile(const EventsExtract &extract, const QString &path,
                                                   const document::Progress &progress);

} // namespace sessionarium::ui::events
