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

namespace {

/// Finds what one record consulted in the state before it.
struct Consulted
{
    const Timeline &timeline;
    const WorldState &before;
    RecordId at; ///< The record's own.
    const Record &record;
    std::vector<RecordId> ids;

    void note(RecordId id)
    {
        if (id.isSome())
            ids.push_back(id);
    }

    /// The client whose request it is: where the request's first record stands.
    const ClientState *clientOfRequest() const
    {
        const std::vector<RecordId> all = timeline.recordsOfRequest(record.request);
        return all.empty() ? nullptr : before.client(timeline[all.front()].entity);
    }

    void noteCookie(const ClientState *client, std::string_view name)
    {
        if (!client)
            return;
        for (const CookieState &item : client->jar) {
            if (timeline.text(item.cookie) == name)
                note(item.setBy);
        }
    }

    void noteProcess(EntityId of)
    {
        if (const HolderState *state = before.holder(of))
            note(state->processSetBy);
    }

    /// Why nothing gets from one to the other: the way is cut, or the process is not there.
    void noteWay(EntityId to)
    {
        const LinkState *link = before.link(record.entity, to);
        if (link && link->isCut)
            note(link->setBy);
        else
            noteProcess(to);
    }

    void noteHealth(const BalancerState &balancer, EntityId server)
    {
        if (const BalancedServer *known = balancer.find(server)) {
            note(known->healthSetBy);
            if (known->isDraining)
                note(known->drainSetBy);
        }
    }

    /// The newest message about the session that did not get through to the holder, if one did not.
    void noteLostMessage(EntityId holder, StringId session)
    {
        const HolderState *state = before.holder(holder);
        if (!state)
            return;
        constexpr std::uint32_t reach = 4096; // older ones were told of again since
        const std::uint32_t end = at.value;
        for (std::uint32_t i = end; i > 0 && end - i < reach; --i) {
            const Record &earlier = timeline[i - 1];
            const auto *sent = std::get_if<Sent>(&earlier.fact);
            if (!sent || sent->to != holder || !sent->lost || sent->message < MessageKind::ReplicationCreated
                || earlier.cause.isNone())
                continue;
            const auto *applied = std::get_if<WriteApplied>(&timeline[earlier.cause].fact);
            if (applied && applied->session == session) {
                note(RecordId(i - 1));
                return;
            }
        }
    }

    void operator()(const RequestIssued &) { noteCookie(before.client(record.entity), sessionCookieName); }

    void operator()(const Forwarded &fact)
    {
        const BalancerState *balancer = before.balancer(record.entity);
        if (fact.reason == ForwardReason::Pinned || fact.reason == ForwardReason::PinIgnoredDown)
            noteCookie(clientOfRequest(), pinCookieName);
        if (fact.reason == ForwardReason::Hashed) {
            if (const ClientState *client = clientOfRequest())
                note(client->addressSetBy);
        }
        if (!balancer)
            return;
        if (fact.reason == ForwardReason::PinMoved) {
            for (const MovedPin &pin : balancer->movedPins) {
                if (const ClientState *client = clientOfRequest(); client && pin.client == client->entity)
                    note(pin.setBy);
            }
        }
        if (fact.insteadOf.isSome())
            noteHealth(*balancer, fact.insteadOf);
        if (fact.reason == ForwardReason::Pinned || fact.reason == ForwardReason::PinMoved)
            return;
        for (const BalancedServer &server : balancer->servers) {
            if (server.health == Health::Down || server.isDraining)
                noteHealth(*balancer, server.server); // it could not be chosen
        }
        if (fact.reason != ForwardReason::Hashed)
            note(balancer->lastBalancedBy);
    }

    void operator()(const ConnectFailed &fact) { noteWay(fact.server); }
    void operator()(const ConnectionReset &fact) { noteProcess(fact.server); }
    void operator()(const CheckFailed &fact) { noteWay(fact.server); }
    void operator()(const CheckPassed &fact) { noteProcess(fact.server); }
    void operator()(const MemberDropped &fact) { noteWay(fact.member); }
    void operator()(const ConfirmationMissed &fact) { noteWay(fact.from); }
    void operator()(const Sent &fact)
    {
        const LinkState *link = fact.lost ? before.link(record.entity, fact.to) : nullptr;
        if (link && link->isCut)
            note(link->setBy);
    }
    void operator()(const Promoted &)
    {
        if (const StoreState *store = before.store(record.entity))
            noteWay(store->replicaOf);
    }
    void operator()(const Dropped &) { noteProcess(record.entity); }
    void operator()(const CookieAbsent &) { noteCookie(clientOfRequest(), sessionCookieName); }

    void operator()(const SessionFound &fact)
    {
        const HolderState *holder = before.holder(record.entity);
        const CopyState *copy = holder ? holder->find(fact.session) : nullptr;
        if (!copy || !copy->isThere())
            return;
        note(copy->createdBy);
        for (const AttributeState &attribute : copy->attributes)
            note(attribute.setBy);
    }

    void operator()(const SessionMissing &fact)
    {
        const HolderState *holder = before.holder(record.entity);
        if (const CopyState *tombstone = holder ? holder->find(fact.session) : nullptr) {
            note(tombstone->createdBy);
            note(tombstone->endedBy);
            return;
        }
        if (const SessionInfo *elsewhere = before.session(fact.session))
            note(elsewhere->createdBy); // it lives somewhere else
        noteLostMessage(record.entity, fact.session);
    }

    void operator()(const WriteApplied &fact)
    {
        const HolderState *holder = before.holder(record.entity);
        const CopyState *copy = holder ? holder->find(fact.session) : nullptr;
        if (const AttributeState *base = copy ? copy->find(fact.attribute) : nullptr)
            note(base->setBy);
    }

    void operator()(const auto &) { } // consulted nothing but what caused it
};

} // namespace

std::vector<RecordId> evidence(const Timeline &timeline, const Keyframes &keyframes, RecordId id)
{
    const WorldState before = keyframes.stateAfter(id.value);
    Consulted consulted {timeline, before, id, timeline[id], {}};
    std::visit([&consulted](const auto &fact) { consulted(fact); }, timeline[id].fact);
    std::sort(consulted.ids.begin(), consulted.ids.end());
    consulted.ids.erase(std::unique(consulted.ids.begin(), consulted.ids.end()), consulted.ids.end());
    return consulted.ids;
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
