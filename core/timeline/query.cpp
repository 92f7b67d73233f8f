// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/query.h"

#include <algorithm>
#include <numeric>

namespace sessionarium::timeline {

using namespace model;

std::vector<MessageInFlight> messagesInFlight(const Timeline &timeline, SimTime t, Duration longest)
{
    std::vector<MessageInFlight> messages;
    for (std::uint32_t i = timeline.countUpTo(t); i > 0; --i) {
        const Record &record = timeline[i - 1];
        if (record.at + longest <= t)
            break;
        const auto *sent = std::get_if<Sent>(&record.fact);
        if (!sent || sent->transit.us == TransitTime::unknown)
            continue;
        const SimTime arrives = record.at + microseconds(sent->transit.us);
        if (arrives > t)
            messages.push_back(MessageInFlight {RecordId(i - 1), record.at, arrives});
    }
    std::reverse(messages.begin(), messages.end());
    return messages;
}

Duration longestTransit(const Timeline &timeline)
{
    Duration longest;
    for (std::uint32_t i = 0; i < timeline.size(); ++i) {
        const auto *sent = std::get_if<Sent>(&timeline[i].fact);
        if (sent && sent->transit.us != TransitTime::unknown)
            longest = std::max(longest, microseconds(sent->transit.us));
    }
    return longest;
}

std::vector<RecordId> causes(const Timeline &timeline, RecordId id)
{
    std::vector<RecordId> chain;
    for (; id.isSome(); id = timeline[id].cause)
        chain.push_back(id);
    return chain;
}

Consequences::Consequences(const Timeline &timeline) : m_firstOf(std::size_t {timeline.size()} + 1, 0)
{
    const std::uint32_t size = timeline.size();
    for (std::uint32_t i = 0; i < size; ++i) {
        if (timeline[i].cause.isSome())
            ++m_firstOf[timeline[i].cause.value + 1];
    }
    std::partial_sum(m_firstOf.begin(), m_firstOf.end(), m_firstOf.begin());
    m_children.resize(m_firstOf.back());
    std::vector<std::uint32_t> next(m_firstOf.begin(), m_firstOf.end() - 1);
    for (std::uint32_t i = 0; i < size; ++i) {
        if (timeline[i].cause.isSome())
            m_children[next[timeline[i].cause.value]++] = RecordId(i);
    }
}

std::vector<RecordId> Consequences::direct(RecordId id) const
{
    if (std::size_t {id.value} + 1 >= m_firstOf.size())
        return {};
    return std::vector<RecordId>(m_children.begin() + m_firstOf[id.value],
                                 m_children.begin() + m_firstOf[id.value + 1]);
}

} // namespace sessionarium::timeline
