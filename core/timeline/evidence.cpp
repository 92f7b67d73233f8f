// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/query.h"

#include <algorithm>
#include <string_view>
#include <type_traits>

namespace sessionarium::timeline {

using namespace model;

namespace {

/// The session that a fact names; none if it names none.
StringId sessionOf(const Fact &fact)
{
    StringId session;
    std::visit(
        [&session](const auto &payload) {
            payload.fields(payload, [&session](std::string_view name, const auto &field) {
                if constexpr (std::is_same_v<std::remove_cvref_t<decltype(field)>, StringId>) {
                    if (name == "session" || name == "new_session")
                        session = field;
                }
            });
        },
        fact);
    return session;
}

/// Messages by which copies come about, change and end.
bool isOfCopies(MessageKind kind)
{
    switch (kind) {
    case MessageKind::ReplicationCreated:
    case MessageKind::ReplicationDelta:
    case MessageKind::ReplicationAccessed:
    case MessageKind::ReplicationExpired:
    case MessageKind::ReplicationChangeId:
    case MessageKind::ReplicationFull:
    case MessageKind::ReplicationProxy:
    case MessageKind::StoreReplicate:
        return true;
    default:
        return false;
    }
}

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

    /// The newest record of the same request before this one that is such a fact; null if there is none.
    template <class Happened>
    const Happened *lastOfRequest(RecordId *id = nullptr) const
    {
        if (record.request.isNone())
            return nullptr;
        for (RecordId other = timeline.previousOfRequest(at); other.isSome();
             other = timeline.previousOfRequest(other)) {
            if (const auto *fact = std::get_if<Happened>(&timeline[other].fact)) {
                if (id)
                    *id = other;
                return fact;
            }
        }
        return nullptr;
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

    /// Only if the client has had it and has it no longer.
    void noteDeletedCookie(const ClientState *client, std::string_view name)
    {
        if (!client)
            return;
        for (const CookieState &item : client->jar) {
            if (item.value.isNone() && timeline.text(item.cookie) == name)
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
        if (before.isCut(record.entity, to))
            note(before.link(record.entity, to)->setBy);
        else
            noteProcess(to);
    }

    /// Why somebody can be reached again.
    void noteOpenWay(EntityId to)
    {
        if (const LinkState *link = before.link(record.entity, to))
            note(link->setBy);
        noteProcess(to);
    }

    void noteHealth(const BalancerState &balancer, EntityId server)
    {
        if (const BalancedServer *known = balancer.find(server)) {
            note(known->healthSetBy);
            if (known->isDraining)
                note(known->drainSetBy);
        }
        if (const ServerState *state = before.server(server); state && state->isRemoved)
            note(state->processSetBy);
    }

    /// Why there were no more servers to choose from.
    void noteUnusable(const BalancerState &balancer)
    {
        for (const ServerState &server : before.servers) {
            const BalancedServer *known = balancer.find(server.entity);
            if (server.isRemoved || (known && (known->health == Health::Down || known->isDraining)))
                noteHealth(balancer, server.entity);
        }
    }

    void noteCopy(const CopyState &copy)
    {
        note(copy.createdBy);
        for (const AttributeState &attribute : copy.attributes)
            note(attribute.setBy);
    }

    /// Where the session is, or else how it ended where it was.
    void noteElsewhere(EntityId holder, StringId session)
    {
        const EntityId inCharge = before.inCharge(session);
        const HolderState *owner = inCharge == holder ? nullptr : before.holder(inCharge);
        if (owner) {
            note(owner->find(session)->createdBy);
            return;
        }
        if (const SessionInfo *known = before.session(session))
            note(known->createdBy);
        const auto noteEnd = [&](const HolderState &other) {
            const CopyState *copy = other.entity == holder ? nullptr : other.find(session);
            if (copy && copy->isThere())
                note(copy->createdBy);
            else if (copy)
                note(copy->endedBy);
        };
        for (const ServerState &server : before.servers)
            noteEnd(server);
        for (const StoreState &store : before.stores)
            noteEnd(store);
    }

    /// What would have brought the copy here: lost, dropped, still under way, or still waiting to be sent.
    void noteMissedMessages(EntityId holder, StringId session)
    {
        const SessionInfo *known = before.session(session);
        if (!known)
            return;
        const RequestId request = timeline[known->createdBy].request;
        const EntityId origin = timeline[known->createdBy].entity;
        if (origin == holder)
            return;
        const ServerState *server = before.server(origin);
        const MemberState *member = server ? server->member(holder) : nullptr;
        if (member && !member->isMember)
            note(member->setBy); // nobody there thought of sending it
        if (const HolderState *sender = before.holder(origin)) {
            for (const QueuedChange &change : sender->queued) {
                if (change.session == session)
                    note(change.queuedBy);
            }
        }
        for (const RecordId id : timeline.recordsOfRequest(request)) {
            if (id >= at)
                break;
            const Record &earlier = timeline[id];
            const auto *sent = std::get_if<Sent>(&earlier.fact);
            const auto *dropped = std::get_if<Dropped>(&earlier.fact);
            if (sent && sent->to == holder && isOfCopies(sent->message)) {
                note(id);
                if (sent->lost && before.isCut(earlier.entity, holder))
                    note(before.link(earlier.entity, holder)->setBy);
            } else if (dropped && earlier.entity == holder && isOfCopies(dropped->message)) {
                note(id);
            }
        }
    }

    /// Why the holder has no such session.
    void noteAbsence(EntityId holder, StringId session)
    {
        const HolderState *state = before.holder(holder);
        const CopyState *tombstone = state ? state->find(session) : nullptr;
        if (!tombstone) {
            noteElsewhere(holder, session);
            noteMissedMessages(holder, session);
            return;
        }
        if (tombstone->isThere())
            return;
        note(tombstone->createdBy);
        note(tombstone->endedBy);
        const auto *ended = std::get_if<SessionEnded>(&timeline[tombstone->endedBy].fact);
        const auto *renamed = std::get_if<SessionIdChanged>(&timeline[tombstone->endedBy].fact);
        if (ended || renamed)
            return; // somebody wanted it to be gone
        // It died with the process: others may have it; of a store, its disk did not.
        if (before.inCharge(session).isSome())
            noteElsewhere(holder, session);
        if (const StoreState *store = before.store(holder))
            note(store->writtenBy);
    }

    void operator()(const RequestIssued &) { noteCookie(before.client(record.entity), sessionCookieName); }

    void operator()(const Forwarded &fact)
    {
        const BalancerState *balancer = before.balancer(record.entity);
        const ClientState *client = clientOfRequest();
        if (fact.reason == ForwardReason::Pinned || fact.reason == ForwardReason::PinIgnoredDown)
            noteCookie(client, pinCookieName);
        if (fact.reason == ForwardReason::Balanced)
            noteDeletedCookie(client, pinCookieName); // why it is not pinned any more (H-1)
        if (fact.reason == ForwardReason::Hashed && client)
            note(client->addressSetBy);
        if (!balancer)
            return;
        if (fact.reason == ForwardReason::PinMoved && client) {
            if (const MovedPin *pin = balancer->movedPin(client->entity))
                note(pin->setBy);
        }
        if (fact.insteadOf.isSome())
            noteHealth(*balancer, fact.insteadOf);
        if (fact.reason == ForwardReason::Pinned || fact.reason == ForwardReason::PinMoved)
            return;
        noteUnusable(*balancer);
        if (fact.reason != ForwardReason::Hashed)
            note(balancer->lastBalancedBy);
    }

    void operator()(const ConnectFailed &fact) { noteWay(fact.server); }
    void operator()(const ConnectionReset &fact) { noteProcess(fact.server); }
    void operator()(const CheckFailed &fact) { noteWay(fact.server); }
    void operator()(const CheckPassed &fact) { noteOpenWay(fact.server); }
    void operator()(const ServerMarked &fact)
    {
        const BalancerState *balancer = before.balancer(record.entity);
        if (const BalancedServer *known = balancer ? balancer->find(fact.server) : nullptr)
            note(known->checkedBy);
    }
    void operator()(const MemberAdded &fact) { noteOpenWay(fact.member); }
    void operator()(const MemberDropped &fact) { noteWay(fact.member); }

    void operator()(const ConfirmationMissed &fact)
    {
        noteWay(fact.from);
        if (const HolderState *waiting = before.holder(record.entity)) {
            for (const AwaitedAnswer &item : waiting->awaiting) {
                if (item.request == record.request)
                    note(item.setBy);
            }
        }
    }

    /// A message that a cut link swallowed.
    void operator()(const Sent &fact)
    {
        if (fact.lost && before.isCut(record.entity, fact.to))
            note(before.link(record.entity, fact.to)->setBy);
    }

    void operator()(const Rejected &fact)
    {
        RecordId id;
        switch (fact.reason) {
        case RejectReason::NoServer:
            if (const BalancerState *balancer = before.balancer(record.entity))
                noteUnusable(*balancer);
            break;
        case RejectReason::ConnectFailed:
            if (const auto *failed = lastOfRequest<ConnectFailed>(&id)) {
                note(id);
                noteWay(failed->server);
            }
            break;
        case RejectReason::ServerLost:
            if (const auto *reset = lastOfRequest<ConnectionReset>(&id)) {
                note(id);
                noteProcess(reset->server);
            }
            break;
        case RejectReason::ServerTimeout:
            if (const auto *forwarded = lastOfRequest<Forwarded>(&id)) {
                note(id);
                noteWay(forwarded->server);
            }
            break;
        case RejectReason::QueueFull:
            if (const ServerState *server = before.server(record.entity))
                note(server->capacitySetBy);
            break;
        case RejectReason::StoreUnavailable:
            noteStoreFailure();
            break;
        case RejectReason::SessionGone:
            noteSessionGone();
            break;
        }
    }

    void noteStoreFailure()
    {
        if (record.request.isNone())
            return;
        const RecordId id = timeline.previousOfRequest(at); // it stands right before
        if (id.isNone())
            return;
        const Fact &fact = timeline[id].fact;
        EntityId store;
        if (const auto *failed = std::get_if<ConnectFailed>(&fact))
            store = failed->server;
        else if (const auto *missed = std::get_if<ConfirmationMissed>(&fact))
            store = missed->from;
        else if (const auto *reset = std::get_if<ConnectionReset>(&fact))
            store = reset->server;
        if (store.isNone())
            return;
        note(id);
        noteWay(store);
    }

    void noteSessionGone()
    {
        const ServerState *server = before.server(record.entity);
        if (!server)
            return;
        for (const ServiceState &item : server->inService) {
            if (item.request != record.request || item.session.isNone())
                continue;
            for (const StoreState &store : before.stores) {
                const CopyState *copy = store.find(item.session);
                if (copy && !copy->isThere())
                    note(copy->endedBy);
            }
        }
    }

    void operator()(const Promoted &)
    {
        if (const StoreState *store = before.store(record.entity); store && store->replicaOf.isSome())
            noteWay(store->replicaOf);
    }
    void operator()(const Demoted &fact)
    {
        if (const StoreState *primary = before.store(fact.primary))
            note(primary->roleSetBy);
    }
    void operator()(const StoreSwitched &fact)
    {
        if (const StoreState *store = before.store(fact.store))
            note(store->roleSetBy);
        for (const StoreState &other : before.stores) {
            if (other.entity != fact.store)
                noteWay(other.entity);
        }
    }

    void operator()(const Dropped &fact)
    {
        switch (fact.reason) {
        case DropReason::ProcessDown:
        case DropReason::ProcessHung:
        case DropReason::ConnectionGone:
            noteProcess(record.entity);
            break;
        case DropReason::TooLate:
            noteWhyTooLate();
            break;
        case DropReason::UnknownSession: {
            StringId session;
            for (RecordId id = record.cause; id.isSome() && session.isNone(); id = timeline[id].cause)
                session = sessionOf(timeline[id].fact);
            if (session.isSome())
                noteAbsence(record.entity, session);
            break;
        }
        case DropReason::NoMember:
            if (const ServerState *server = before.server(record.entity)) {
                for (const MemberState &member : server->members)
                    note(member.setBy);
            }
            break;
        }
    }

    /// Who stopped waiting said so: a client that finished the request, a holder that missed it.
    void noteWhyTooLate()
    {
        RecordId id;
        if (before.client(record.entity)) {
            if (lastOfRequest<Answered>(&id) || lastOfRequest<Failed>(&id))
                note(id);
        } else if (before.holder(record.entity)) {
            if (lastOfRequest<ConfirmationMissed>(&id))
                note(id);
            noteProcess(record.entity);
        } else if (lastOfRequest<Rejected>(&id)) {
            note(id);
        }
    }

    void operator()(const CookieAbsent &) { noteCookie(clientOfRequest(), sessionCookieName); }

    void operator()(const SessionFound &fact)
    {
        const HolderState *holder = before.holder(record.entity);
        const CopyState *copy = holder ? holder->find(fact.session) : nullptr;
        if (copy && copy->isThere()) {
            noteCopy(*copy);
        } else if (const ServerState *server = before.server(record.entity)) {
            // Its store had it: what was read there stands with the service.
            for (const ServiceState &item : server->inService) {
                if (item.request != record.request)
                    continue;
                for (const AttributeState &attribute : item.read)
                    note(attribute.setBy);
            }
        }
    }

    void operator()(const SessionMissing &fact) { noteAbsence(record.entity, fact.session); }

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

} // namespace sessionarium::timeline
