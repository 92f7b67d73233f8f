// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/playedrun.h"
#include "ui/text/names.h"

#include <QString>

namespace sessionarium::ui::events {

/// The columns of the table of events, in their order.
enum class Column { Time, Kind, Where, User, What, Outcome };
inline constexpr int columnCount = 6;

/// The client of a record's request; for a record of no request the client where it happened; none: neither.
[[nodiscard]] model::EntityId userOf(const document::PlayedRun &run, model::RecordId id);
/// The judgement on the request that this very record finished; null: it finished none. So it tells nothing of what
/// comes later.
[[nodiscard]] const verdict::Verdict *verdictAt(const document::PlayedRun &run, model::RecordId id);

[[nodiscard]] QString columnTitle(Column column);

/// What the cells say. A small value over a run and its names, which must outlive it; any thread.
class EventTexts
{
public:
    EventTexts(const document::PlayedRun &run, const text::Names &names) : m_run(&run), m_names(&names) { }

    [[nodiscard]] QString cell(model::RecordId id, Column column) const;
    /// All cells that say something, with `between` between them.
    [[nodiscard]] QString row(model::RecordId id, const QString &between) const;
    /// The same, but empty cells keep their place: for pasting into a spreadsheet.
    [[nodiscard]] QString tabbedRow(model::RecordId id) const;

    /// The parts of the cell that are painted apart: "00:12.400" and "500"; "Minji" and "#12".
    [[nodiscard]] QString clock(model::RecordId id) const;
    [[nodiscard]] QString microseconds(model::RecordId id) const;
    [[nodiscard]] QString userName(model::RecordId id) const;
    [[nodiscard]] QString requestNumber(model::RecordId id) const;

private:
    [[nodiscard]] const timeline::Record &record(model::RecordId id) const { return m_run->timeline()[id]; }

    const document::PlayedRun *m_run;
    const text::Names *m_names;
};

} // namespace sessionarium::ui::events
