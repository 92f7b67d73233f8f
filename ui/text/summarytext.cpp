// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/summarytext.h"

#include "core/model/names.h"
#include "ui/text/names.h"
#include "ui/text/timetext.h"
#include "ui/text/verdicttext.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>
#include <optional>

namespace sessionarium::ui::text {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(text)
};

using Row = std::vector<QString>;

constexpr std::size_t mostClients = 40;
constexpr int indentOfTables = 2;

/// Letters that a terminal draws over two columns: Korean, other CJK, their punctuation and full-width forms.
bool isWide(char32_t letter)
{
    return (letter >= 0x1100 && letter <= 0x115F) || (letter >= 0x2E80 && letter <= 0xA4CF)
        || (letter >= 0xAC00 && letter <= 0xD7A3) || (letter >= 0xF900 && letter <= 0xFAFF)
        || (letter >= 0xFE30 && letter <= 0xFE6F) || (letter >= 0xFF00 && letter <= 0xFF60)
        || (letter >= 0xFFE0 && letter <= 0xFFE6) || (letter >= 0x1F300 && letter <= 0x1FAFF)
        || (letter >= 0x20000 && letter <= 0x3FFFD);
}

/// Names come from files: a control character in one must not steer the terminal.
QString harmless(QString text)
{
    for (QChar &letter : text) {
        if (letter.category() == QChar::Other_Control || letter.category() == QChar::Other_Format)
            letter = QChar(QChar::ReplacementCharacter);
    }
    return text;
}

QString number(std::uint64_t value)
{
    return QString::number(value);
}

QString latency(std::optional<std::int64_t> us)
{
    return us ? durationText(model::microseconds(*us)) : QString(QChar(u'—'));
}

QString bytes(std::uint64_t count)
{
    if (count < 1024)
        return QStringLiteral("%1 B").arg(count);
    const std::uint64_t unit = count < 1024 * 1024 ? 1024 : 1024 * 1024;
    const std::uint64_t tenths = count / unit * 10 + count % unit * 10 / unit;
    return QStringLiteral("%1.%2 %3")
        .arg(tenths / 10)
        .arg(tenths % 10)
        .arg(unit == 1024 ? QStringLiteral("KiB") : QStringLiteral("MiB"));
}

QString messageKind(const std::string &kind)
{
    const std::optional<model::MessageKind> known = model::valueOf<model::MessageKind>(kind);
    return known ? messageName(*known) : QString::fromStdString(kind);
}

QString table(const QString &title, const std::vector<Row> &rows, const std::vector<bool> &rightAligned)
{
    return QLatin1Char('\n') + title + QLatin1Char('\n') + terminalTable(rows, rightAligned, indentOfTables);
}

QString head(const report::Summary &summary)
{
    std::vector<Row> rows {
        {Tr::tr("Scenario"), QString::fromStdString(summary.scenario)},
        {Tr::tr("Policy"), presetName(summary.policy)},
        {Tr::tr("Seed"), number(summary.seed)},
        {Tr::tr("Duration"), durationText(model::microseconds(summary.durationUs))},
        {Tr::tr("Requests"),
         summary.unfinished == 0
             ? number(summary.requests)
             : Tr::tr("%1 (and %2 unfinished)").arg(number(summary.requests), number(summary.unfinished))},
        {Tr::tr("Availability"), percentText(summary.availabilityPpm)},
        {Tr::tr("Session availability"), percentText(summary.sessionAvailabilityPpm)},
        {Tr::tr("Response time"),
         Tr::tr("median %1, p95 %2, p99 %3, longest %4")
             .arg(latency(summary.latencyUs.p50), latency(summary.latencyUs.p95), latency(summary.latencyUs.p99),
                  latency(summary.latencyUs.max))},
        {Tr::tr("Records"), number(summary.records)},
        {Tr::tr("Fingerprint"), QString::fromStdString(summary.fingerprint)},
    };
    return terminalTable(rows, {false, false}, 0);
}

QString outcomes(const report::Summary &summary)
{
    std::vector<Row> rows;
    for (std::size_t i = 0; i < summary.outcomes.size(); ++i)
        rows.push_back({outcomeName(static_cast<verdict::Outcome>(i)), number(summary.outcomes[i])});
    return table(Tr::tr("Outcomes"), rows, {false, true});
}

QString guarantees(const report::Summary &summary)
{
    std::vector<Row> rows;
    for (std::size_t i = 0; i < summary.guarantees.size(); ++i)
        rows.push_back({guaranteeName(static_cast<verdict::Guarantee>(i)), number(summary.guarantees[i])});
    return table(Tr::tr("Guarantees broken (requests)"), rows, {false, true});
}

QString clients(const report::Summary &summary, Language language)
{
    if (summary.clients.empty())
        return {};
    // Columns of outcomes that nobody had would only fill the line.
    std::vector<std::size_t> columns;
    for (std::size_t i = 0; i < summary.outcomes.size(); ++i) {
        const auto outcome = static_cast<verdict::Outcome>(i);
        if (summary.outcomes[i] > 0 || outcome == verdict::Outcome::Fine || outcome == verdict::Outcome::LoggedOut
            || outcome == verdict::Outcome::Refused)
            columns.push_back(i);
    }
    Row header {Tr::tr("Users"), Tr::tr("requests")};
    for (const std::size_t column : columns)
        header.push_back(outcomeName(static_cast<verdict::Outcome>(column)));
    header.push_back(Tr::tr("at the end"));
    header.push_back(Tr::tr("broken"));
    std::vector<Row> rows {header};
    const std::size_t shown = std::min(summary.clients.size(), mostClients);
    for (std::size_t c = 0; c < shown; ++c) {
        const report::ClientSummary &client = summary.clients[c];
        Row row {entityName(client.id, model::EntityType::Client, client.name, language), number(client.requests)};
        for (const std::size_t column : columns)
            row.push_back(number(client.outcomes[column]));
        row.push_back(beliefName(client.signedIn ? timeline::Belief::SignedIn : timeline::Belief::SignedOut));
        verdict::GuaranteeSet broken;
        for (std::size_t i = 0; i < client.guarantees.size(); ++i) {
            if (client.guarantees[i] > 0)
                broken.add(static_cast<verdict::Guarantee>(i));
        }
        row.push_back(broken.isEmpty() ? QStringLiteral("—") : guaranteeNames(broken));
        rows.push_back(std::move(row));
    }
    std::vector<bool> rightAligned(header.size(), true);
    rightAligned.front() = false;
    rightAligned[header.size() - 2] = false;
    rightAligned[header.size() - 1] = false;
    QString text = QLatin1Char('\n') + terminalTable(rows, rightAligned, 0);
    if (const std::uint64_t rest = summary.clients.size() - shown + summary.clientsOmitted) {
        const int count = static_cast<int>(std::min<std::uint64_t>(rest, std::numeric_limits<int>::max()));
        text += Tr::tr("and %n more user(s)", nullptr, count) + QLatin1Char('\n');
    }
    return text;
}

QString servers(const report::Summary &summary, Language language)
{
    if (summary.servers.empty())
        return {};
    std::vector<Row> rows {{Tr::tr("Servers"), Tr::tr("requests"), Tr::tr("load"), Tr::tr("longest queue"),
                            Tr::tr("sessions"), Tr::tr("most"), Tr::tr("session memory"), Tr::tr("most")}};
    for (const report::ServerSummary &server : summary.servers) {
        rows.push_back({entityName(server.id, model::EntityType::Server, server.name, language),
                        number(server.requests), percentText(server.busyPpm), number(server.queueMax),
                        number(server.sessions), number(server.sessionsMax), bytes(server.sessionBytes),
                        bytes(server.sessionBytesMax)});
    }
    return QLatin1Char('\n') + terminalTable(rows, {false, true, true, true, true, true, true, true}, 0);
}

QString messages(const report::Summary &summary)
{
    if (summary.messages.empty())
        return {};
    std::vector<Row> rows {{Tr::tr("Messages"), Tr::tr("count"), Tr::tr("bytes")}};
    for (const report::MessageSummary &message : summary.messages)
        rows.push_back({messageKind(message.kind), number(message.count), number(message.bytes)});
    return QLatin1Char('\n') + terminalTable(rows, {false, true, true}, 0);
}

} // namespace

int terminalWidth(QStringView text)
{
    int width = 0;
    for (const char32_t letter : text.toUcs4()) {
        if (QChar::category(letter) == QChar::Mark_NonSpacing)
            continue;
        width += isWide(letter) ? 2 : 1;
    }
    return width;
}

QString terminalTable(const std::vector<std::vector<QString>> &rows, const std::vector<bool> &rightAligned, int indent)
{
    std::vector<int> widths(rightAligned.size(), 0);
    for (const Row &row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], terminalWidth(harmless(row[i])));
    }
    QString text;
    for (const Row &row : rows) {
        QString line(indent, QLatin1Char(' '));
        for (std::size_t i = 0; i < row.size(); ++i) {
            const QString cell = harmless(row[i]);
            const QString blanks(widths[i] - terminalWidth(cell), QLatin1Char(' '));
            line += rightAligned[i] ? blanks + cell : cell + blanks;
            if (i + 1 < row.size())
                line += QStringLiteral("  ");
        }
        while (line.endsWith(QLatin1Char(' ')))
            line.chop(1);
        text += line + QLatin1Char('\n');
    }
    return text;
}

QString summaryText(const report::Summary &summary, Language language)
{
    QString text = head(summary) + outcomes(summary) + guarantees(summary) + clients(summary, language)
        + servers(summary, language) + messages(summary);
    if (summary.cut)
        text += QLatin1Char('\n') + Tr::tr("The run is cut here: the limit of records is reached.") + QLatin1Char('\n');
    return text;
}

} // namespace sessionarium::ui::text
