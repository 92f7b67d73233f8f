// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/eventtexts.h"

#include "ui/text/recordtext.h"
#include "ui/text/timetext.h"
#include "ui/text/verdicttext.h"

#include <QCoreApplication>
#include <QStringList>

namespace sessionarium::ui::events {

using model::RecordId;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(events)
};

QString join(const QString &first, const QString &second)
{
    return first.isEmpty() || second.isEmpty() ? first + second : first + QLatin1Char(' ') + second;
}

} // namespace

model::EntityId userOf(const document::PlayedRun &run, RecordId id)
{
    const timeline::Timeline &timeline = run.timeline();
    const timeline::Record &record = timeline[id];
    if (record.request.isSome()) {
        if (const verdict::Verdict *verdict = run.verdicts().of(record.request))
            return verdict->client;
        RecordId first = id; // it never finished: its first record tells
        for (RecordId before = timeline.previousOfRequest(first); before.isSome();
             before = timeline.previousOfRequest(first))
            first = before;
        if (std::holds_alternative<model::RequestIssued>(timeline[first].fact))
            return timeline[first].entity;
    }
    return record.entity.isSome() && timeline.entity(record.entity).type == model::EntityType::Client
        ? record.entity
        : model::EntityId();
}

const verdict::Verdict *verdictAt(const document::PlayedRun &run, RecordId id)
{
    const model::RequestId request = run.timeline()[id].request;
    const verdict::Verdict *verdict = request.isSome() ? run.verdicts().of(request) : nullptr;
    return verdict && verdict->finished == id ? verdict : nullptr;
}

QString columnTitle(Column column)
{
    switch (column) {
    case Column::Time:
        return Tr::tr("Time");
    case Column::Kind:
        return Tr::tr("Kind");
    case Column::Where:
        return Tr::tr("Where");
    case Column::User:
        //: Column of the table of events: the user, and the number of the request
        return Tr::tr("User, request");
    case Column::What:
        return Tr::tr("What happened");
    case Column::Outcome:
        return Tr::tr("Outcome");
    }
    return {};
}

QString EventTexts::cell(RecordId id, Column column) const
{
    switch (column) {
    case Column::Time:
        return join(clock(id), microseconds(id));
    case Column::Kind:
        return text::kindTitle(record(id).fact);
    case Column::Where:
        return record(id).entity.isSome() ? m_names->entity(record(id).entity) : QString();
    case Column::User:
        return join(userName(id), requestNumber(id));
    case Column::What:
        return text::recordSentence(*m_names, id);
    case Column::Outcome: {
        const verdict::Verdict *verdict = verdictAt(*m_run, id);
        if (!verdict)
            return {};
        const QString name = text::outcomeName(verdict->outcome);
        //: An outcome, as "fine", that took long
        return verdict->slow ? Tr::tr("%1, slow").arg(name) : name;
    }
    }
    return {};
}

QString EventTexts::row(RecordId id, const QString &between) const
{
    QStringList cells;
    for (int i = 0; i < columnCount; ++i)
        cells << cell(id, static_cast<Column>(i));
    cells.removeAll(QString());
    return cells.join(between);
}

QString EventTexts::tabbedRow(RecordId id) const
{
    QString line;
    for (int i = 0; i < columnCount; ++i) {
        QString text = cell(id, static_cast<Column>(i));
        for (QChar &c : text) {
            if (c == QLatin1Char('\t') || c == QLatin1Char('\n') || c == QLatin1Char('\r'))
                c = QLatin1Char(' ');
        }
        line += (i > 0 ? QStringLiteral("\t") : QString()) + text;
    }
    return line;
}

QString EventTexts::clock(RecordId id) const
{
    return text::clockText(record(id).at);
}

QString EventTexts::microseconds(RecordId id) const
{
    return QStringLiteral("%1").arg(record(id).at.us % 1000, 3, 10, QLatin1Char('0'));
}

QString EventTexts::userName(RecordId id) const
{
    const model::EntityId user = userOf(*m_run, id);
    return user.isSome() ? m_names->entity(user) : QString();
}

QString EventTexts::requestNumber(RecordId id) const
{
    const model::RequestId request = record(id).request;
    return request.isSome() ? QLatin1Char('#') + QString::number(request.value) : QString(); // as in exported files
}

} // namespace sessionarium::ui::events
