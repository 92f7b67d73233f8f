// SPDX-License-Identifier: GPL-3.0-or-later
// What a store does to have a second, and what that one does.
#include "core/protocol/store.h"

#include <algorithm>
#include <utility>

namespace sessionarium::protocol {

using namespace model;

namespace {

// What a message between the two says besides a change of one session.
constexpr std::uint32_t hereIsAll = 1;
constexpr std::uint32_t sendMeAll = 2;
constexpr std::uint32_t unavailable = 503;
constexpr Duration pingInterval = seconds(1);

} // namespace

void Store::replicate(const Message &command, StringId session, Context &context)
{
    if (isAlone())
        return;
    Message message;
    message.kind = MessageKind::StoreReplicate;
    message.from = m_entity;
    message.to = m_peer;
    message.request = command.request;
    message.connection = m_term;
    message.session = session;
    message.setSession = command.changesId ? command.session : StringId(); // the id that it had
    message.ending = command.ending;
    message.sizeBytes = m_envelopeBytes + m_deltaBytes;
    const auto held = m_memory.find(session.value);
    message.creates = held != m_memory.end(); // else it ended
    if (held != m_memory.end()) {
        message.client = held->second.client;
        message.lastUsed = held->second.lastUsed;
        message.shown = held->second.attributes;
    }
    if (m_replicaDelay.us == 0) {
        context.out.send(message);
        return;
    }
    m_replicaQueue.push_back(message);
    context.out.emit(ReplicationQueued {message.kind, session, static_cast<std::uint32_t>(m_replicaDelay.us)},
                     message.request);
    context.out.add(StartTimer {m_replicaDelay, TimerKind::ReplicaQueue, message.request, m_epoch});
}

void Store::sendAll(Context &context)
{
    m_isPeerThere = true;
    std::vector<SessionImage> all = images();
    Message &message = context.out.send();
    message.kind = MessageKind::StoreReplicate;
    message.from = m_entity;
    message.to = m_peer;
    message.connection = m_term;
    message.status = hereIsAll;
    message.sizeBytes = m_envelopeBytes + static_cast<std::uint32_t>(all.size()) * m_sessionBytes;
    message.bulk = context.bulk.put(std::move(all));
}

void Store::askForAll(Context &context)
{
    Message &message = context.out.send();
    message.kind = MessageKind::StoreReplicate;
    message.from = m_entity;
    message.to = m_peer;
    message.connection = m_term;
    message.status = sendMeAll;
    message.sizeBytes = m_envelopeBytes;
}

void Store::fromPeer(const Message &message, Context &context)
{
    if (message.kind == MessageKind::StoreReply) {
        confirmed(message, context);
        return;
    }
    if (message.status == sendMeAll) {
        context.out.emit(Delivered {message.kind});
        if (m_replicaOf.isNone())
            sendAll(context);
        return;
    }
    const bool isOfPrimary = message.connection > m_term || (message.connection == m_term && m_replicaOf.isSome());
    if (message.status == hereIsAll) {
        if (isOfPrimary) {
            takeAll(message, context);
        } else { // of one that does not know that it was replaced
            (void)context.bulk.take(message.bulk);
            context.out.emit(Dropped {message.kind, DropReason::TooLate});
            sendAll(context);
        }
        return;
    }
    if (!isOfPrimary) {
        context.out.emit(Dropped {message.kind, DropReason::TooLate}, message.request);
        return;
    }
    takeChange(message, context);
    if (!m_isSynchronous || message.request.isNone())
        return;
    Message &confirmation = context.out.send();
    confirmation.kind = MessageKind::StoreReply;
    confirmation.from = m_entity;
    confirmation.to = message.from;
    confirmation.request = message.request;
    confirmation.sizeBytes = m_envelopeBytes;
}

void Store::takeChange(const Message &message, Context &context)
{
    if (message.setSession.isSome() && m_memory.contains(message.setSession.value))
        changeId(message.setSession, message.session, message.request, context);
    const auto held = m_memory.find(message.session.value);
    if (message.creates) {
        std::uint32_t changes = StoreDisk::creation;
        Attributes before;
        if (held != m_memory.end()) {
            changes = StoreDisk::touch;
            before = held->second.attributes;
        }
        for (std::uint32_t i = 0; i < message.shown.count; ++i) {
            const AttributeValue &item = message.shown.items[i];
            changes += before.get(item.attribute) == item.value ? 0u : 1u;
        }
        m_disk.changed(message.session, changes);
        setCopy(SessionImage {message.session, message.client, message.lastUsed, message.shown}, CopyRole::Replica,
                message.request, context);
    } else if (held != m_memory.end()) {
        m_memory.erase(held);
        m_disk.changed(message.session, StoreDisk::removal);
        context.out.emit(SessionEnded {message.session, message.ending}, message.request);
    } else {
        context.out.emit(Dropped {message.kind, DropReason::UnknownSession}, message.request);
    }
}

/// what it had gives way to what the primary has, whatever that is.
void Store::takeAll(const Message &message, Context &context)
{
    const std::vector<SessionImage> all = context.bulk.take(message.bulk);
    context.out.emit(Delivered {message.kind});
    m_term = message.connection;
    m_untold.clear();
    if (m_replicaOf != message.from) {
        m_replicaOf = message.from;
        m_heard = context.now;
        context.out.emit(Demoted {message.from});
    }
    for (const SessionImage &held : images()) {
        const auto kept =
            std::lower_bound(all.begin(), all.end(), held.session,
                             [](const SessionImage &image, StringId session) { return image.session < session; });
        if (kept != all.end() && kept->session == held.session)
            continue;
        m_memory.erase(held.session.value);
        m_disk.changed(held.session, StoreDisk::removal);
        context.out.emit(SessionEnded {held.session, SessionEnd::Replaced});
    }
    for (const SessionImage &image : all) {
        m_disk.changed(image.session, StoreDisk::creation + image.attributes.count);
        setCopy(image, CopyRole::Replica, RequestId(), context);
    }
}

void Store::confirmed(const Message &message, Context &context)
{
    const auto place = m_unconfirmed.find(message.request);
    if (place == m_unconfirmed.end()) {
        context.out.emit(Dropped {message.kind, DropReason::TooLate}, message.request);
        return;
    }
    context.out.emit(Delivered {message.kind}, message.request);
    context.out.send(place->second);
    m_unconfirmed.erase(place);
}

/// what the replica has not got is not promised to the server. It may have it all the same.
void Store::notConfirmed(RequestId request, Context &context)
{
    const auto place = m_unconfirmed.find(request);
    if (place == m_unconfirmed.end())
        return;
    context.out.emit(ConfirmationMissed {m_peer, ConnectError::NoAnswer}, request);
    Message &answer = context.out.send();
    answer = place->second;
    answer.status = unavailable;
    m_unconfirmed.erase(place);
}

/// The other one's process died, and the kernel says so. A primary goes on alone: a dead replica replaces nobody. What
/// a replica does is left to its own pings.
void Store::peerLost(Context &context)
{
    if (m_replicaOf.isSome())
        return;
    m_isPeerThere = false;
    for (const auto &[request, answer] : std::exchange(m_unconfirmed, {})) {
        context.out.emit(ConfirmationMissed {m_peer, ConnectError::Refused}, request);
        context.out.send(answer);
    }
}

/// R-16, each second: the replica watches its primary, and asks the servers where that is silent. A primary looks for a
/// replica that it lost, and, promoted, for the servers that do not know it yet.
void Store::probe(Context &context)
{
    const auto ask = [&](EntityId target) { context.out.add(Probe {target, m_epoch, true}); };
    m_answered.clear();
    m_reached.clear();
    if (m_replicaOf.isNone()) {
        if (!m_isPeerThere)
            ask(m_peer);
        for (const EntityId server : m_untold)
            ask(server);
    } else {
        // Also where it would be called down sooner than it is asked: only one that left a ping unanswered is silent.
        m_isSilent = m_heard < m_pinged && context.now - m_heard >= m_downAfter;
        m_pinged = context.now;
        ask(m_peer);
        if (m_isSilent) {
            for (const EntityId server : m_servers)
                ask(server);
            if (m_servers.empty())
                promote(context);
        }
    }
    context.out.add(StartTimer {pingInterval, TimerKind::PrimaryProbe, RequestId(), m_epoch});
}

void Store::answered(const ProbeAnswered &answer, Context &context)
{
    if (answer.token != m_epoch)
        return;
    if (answer.target == m_peer) {
        if (!answer.ok)
            return;
        m_heard = context.now;
        m_isSilent = false;
        if (m_replicaOf.isNone() && !m_isPeerThere)
            sendAll(context);
        return;
    }
    if (m_replicaOf.isSome()) {
        if (std::find(m_answered.begin(), m_answered.end(), answer.target) == m_answered.end())
            m_answered.push_back(answer.target);
        if (answer.ok)
            m_reached.push_back(answer.target);
        // no promotion in a minority. A server's host that answers at all counts, its process need not run.
        if (m_isSilent && m_answered.size() * 2 > m_servers.size())
            promote(context);
    } else if (answer.ok) {
        tellServer(answer.target, context);
    }
}

void Store::promote(Context &context)
{
    m_replicaOf = EntityId();
    ++m_term;
    m_isPeerThere = false;
    m_isSilent = false;
    m_untold = m_servers;
    context.out.emit(Promoted {});
    for (const EntityId server : std::exchange(m_reached, {}))
        tellServer(server, context);
}

void Store::tellServer(EntityId server, Context &context)
{
    if (std::erase(m_untold, server) == 0)
        return;
    Message &message = context.out.send();
    message.kind = MessageKind::Membership;
    message.from = m_entity;
    message.to = server;
    message.sizeBytes = m_envelopeBytes;
}

} // namespace sessionarium::protocol
