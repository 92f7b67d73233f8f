// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/csv.h"

#include "core/model/names.h"
#include "core/report/blockwriter.h"

#include <array>
#include <optional>
#include <vector>

namespace sessionarium::report {

namespace {

using timeline::Record;
using timeline::Timeline;
using verdict::Verdict;

/// The columns that facts fill, in their order.
enum class Column { Message, Peer, Session, Attribute, Write, Base, Status, Reason, SizeBytes, TransitUs };
constexpr std::array<std::string_view, 10> columnNames {"message", "peer",   "session", "attribute",  "write",
                                                        "base",    "status", "reason",  "size_bytes", "transit_us"};

/// The column of a field; nothing if it has none.
constexpr std::optional<Column> columnOf(std::string_view field)
{
    for (const std::string_view peer : {"to", "server", "from", "member", "other", "primary", "store", "replica_of"}) {
        if (field == peer)
            return Column::Peer;
    }
    if (field == "shown")
        return Column::Write;
    if (field == "set_cookie" || field == "new_session")
        return Column::Session;
    if (field == "health")
        return Column::Reason;
    for (std::size_t i = 0; i < columnNames.size(); ++i) {
        if (columnNames[i] == field)
            return static_cast<Column>(i);
    }
    return std::nullopt;
}

void putText(BlockWriter &out, std::string_view text)
{
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
        out.put(text);
        return;
    }
    out.put('"');
    for (const char c : text) {
        if (c == '"')
            out.put('"');
        out.put(c);
    }
    out.put('"');
}

/// One row; its cells are reused from record to record.
class Row
{
public:
    explicit Row(const Timeline &timeline) : m_timeline(timeline) { }

    void fill(const model::Fact &fact)
    {
        for (std::string &cell : m_cells)
            cell.clear();
        std::visit([this](const auto &payload) { fillFrom(payload); }, fact);
    }

    [[nodiscard]] const std::array<std::string, columnNames.size()> &cells() const { return m_cells; }

private:
    template <class Payload>
    void fillFrom(const Payload &payload)
    {
        payload.fields(payload, [this](std::string_view name, const auto &field) {
            if (const std::optional<Column> column = columnOf(name))
                set(cell(*column), field);
        });
        if constexpr (std::is_same_v<Payload, model::CookieStored>) {
            if (m_timeline.text(payload.cookie) == model::sessionCookieName)
                set(cell(Column::Session), payload.value);
        }
    }

    std::string &cell(Column column) { return m_cells[static_cast<std::size_t>(column)]; }

    template <class Field>
    void set(std::string &cell, const Field &field)
    {
        if constexpr (std::is_enum_v<Field>)
            cell = model::nameOf(field);
        else
            setValue(cell, field);
    }
    void setValue(std::string &cell, std::uint32_t number) { cell = std::to_string(number); }
    void setValue(std::string &cell, bool flag) { cell = flag ? "true" : "false"; }
    void setValue(std::string &cell, model::TransitTime transit)
    {
        if (transit.us != model::TransitTime::unknown)
            setValue(cell, transit.us);
    }
    void setValue(std::string &cell, model::StringId text) { cell = m_timeline.text(text); }
    void setValue(std::string &cell, model::EntityId entity)
    {
        if (entity.isSome())
            cell = m_timeline.entity(entity).id;
    }
    void setValue(std::string &cell, model::WriteId write)
    {
        if (write.isSome())
            cell.assign(m_timeline.entity(write.client).id).append(1, ':').append(std::to_string(write.counter));
    }

    const Timeline &m_timeline;
    std::array<std::string, columnNames.size()> m_cells;
};

template <class Tag>
void putId(BlockWriter &out, model::Id<Tag> id)
{
    if (id.isSome())
        out.putNumber(id.value);
}

void putVerdict(BlockWriter &out, const Verdict &verdict)
{
    out.put(verdict::outcomeNames[static_cast<std::size_t>(verdict.outcome)]);
    out.put(',');
    bool first = true;
    for (std::size_t i = 0; i < verdict::guaranteeNames.size(); ++i) {
        if (!verdict.broken.has(static_cast<verdict::Guarantee>(i)))
            continue;
        if (!first)
            out.put(' ');
        out.put(verdict::guaranteeNames[i]);
        first = false;
    }
}

} // namespace

bool writeCsv(const Timeline &timeline, const verdict::Verdicts &verdicts, bool bom, const ByteSink &sink)
{
    return writeCsv(timeline, verdicts, bom, RowChoice(), sink);
}

bool writeCsv(const Timeline &timeline, const verdict::Verdicts &verdicts, bool bom, const RowChoice &isRow,
              const ByteSink &sink)
{
    BlockWriter out(sink);
    if (bom)
        out.put("\xEF\xBB\xBF");
    out.put(csvHeader);
    out.put("\r\n");

    Row row(timeline);
    std::vector<model::EntityId> clientOf; // by request
    std::size_t nextVerdict = 0;
    const std::uint32_t count = timeline.size();
    for (std::uint32_t id = 0; id < count && out.ok(); ++id) {
        const Record &record = timeline[id];
        if (std::holds_alternative<model::RequestIssued>(record.fact)) {
            if (clientOf.size() <= record.request.value)
                clientOf.resize(record.request.value + std::size_t {1});
            clientOf[record.request.value] = record.entity;
        }
        const bool finishes =
            nextVerdict < verdicts.all().size() && verdicts.all()[nextVerdict].finished == model::RecordId(id);
        const Verdict *verdict = finishes ? &verdicts.all()[nextVerdict++] : nullptr;
        if (isRow && !isRow(model::RecordId(id)))
            continue;
        out.putNumber(id);
        out.put(',');
        out.putNumber(record.at.us);
        out.put(',');
        putId(out, record.cause);
        out.put(',');
        putText(out, timeline.entity(record.entity).id);
        out.put(',');
        putId(out, record.request);
        out.put(',');
        if (record.request.isSome() && clientOf[record.request.value].isSome())
            putText(out, timeline.entity(clientOf[record.request.value]).id);
        out.put(',');
        out.put(model::kindName(record.fact));
        out.put(',');
        row.fill(record.fact);
        for (const std::string &cell : row.cells()) {
            putText(out, cell);
            out.put(',');
        }
        if (verdict)
            putVerdict(out, *verdict);
        else
            out.put(',');
        out.put("\r\n");
    }
    return out.finish();
}

} // namespace sessionarium::report
