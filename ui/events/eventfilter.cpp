// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/eventfilter.h"

#include "core/model/names.h"

#include <algorithm>

namespace sessionarium::ui::events {

using model::RecordId;

static_assert(model::factKindCount + model::EnumNames<model::MessageKind>::values.size() <= kindCount);

std::uint32_t kindOf(const model::Fact &fact)
{
    if (const auto *sent = std::get_if<model::Sent>(&fact))
        return static_cast<std::uint32_t>(model::factKindCount) + static_cast<std::uint32_t>(sent->message);
    return static_cast<std::uint32_t>(fact.index());
}

EventMatcher::EventMatcher(const document::PlayedRun &run, const EventFilter &filter, const EventTexts *texts)
    : m_run(run), m_filter(filter), m_words(filter.text.split(QLatin1Char(' '), Qt::SkipEmptyParts)), m_texts(texts)
{
}

bool EventMatcher::matches(RecordId id) const
{
    const timeline::Record &record = m_run.timeline()[id];
    if (m_filter.where.isSome() && record.entity != m_filter.where)
        return false;
    if (m_filter.kind && kindOf(record.fact) != *m_filter.kind)
        return false;
    if (m_filter.user.isSome() && userOf(m_run, id) != m_filter.user)
        return false;
    if (m_filter.outcome) {
        const verdict::Verdict *verdict = verdictAt(m_run, id);
        if (!verdict || verdict->outcome != *m_filter.outcome)
            return false;
    }
    if (m_words.isEmpty())
        return true;
    const QString row = m_texts->row(id, QStringLiteral("\n"));
    return std::all_of(m_words.begin(), m_words.end(),
                       [&row](const QString &word) { return row.contains(word, Qt::CaseInsensitive); });
}

std::uint32_t EventMatcher::candidateCount() const
{
    if (m_filter.outcome)
        return static_cast<std::uint32_t>(m_run.verdicts().all().size());
    if (m_filter.where.isSome())
        return m_run.timeline().entityRecordCount(m_filter.where);
    return m_run.timeline().size();
}

RecordId EventMatcher::candidate(std::uint32_t position) const
{
    if (m_filter.outcome)
        return m_run.verdicts().all()[position].finished;
    if (m_filter.where.isSome())
        return m_run.timeline().entityRecord(m_filter.where, position);
    return RecordId(position);
}

FirstOfKind firstOfKind(const timeline::Timeline &timeline)
{
    FirstOfKind first;
    const std::uint32_t count = timeline.size();
    for (std::uint32_t id = 0; id < count; ++id) {
        RecordId &known = first[kindOf(timeline[id].fact)];
        if (known.isNone())
            known = RecordId(id);
    }
    return first;
}

} // namespace sessionarium::ui::events
