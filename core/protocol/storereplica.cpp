// SPDX-License-Identifier: GPL-3.0-or-later
// What a store does to have a second, and what that one does.
#include "core/protocol/store.h"

#include <algorithm>

namespace sessionarium::protocol {

using namespace model;

namespace {

// What a message between the two says besides a change of one session.
constexpr std::uint32_t hereIsAll = 1;
constexpr std::uint32_t sendMeAll = 2;
constexpr Duration pingInterval = seconds(1);

} // namespace

void Store::replicate(const Message &command, StringId session, Context &context)
{
    if (m_peer.isNone() || m_replicaOf.isSome())
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
        context.out.send() = message;
        return;
    }
    m_replicaQueue.push_back(message);
    context.out.emit(ReplicationQueued {message.kind, session, static_cast<std::uint32_t>(m_replicaDelay.us)},
                     message.request);
    context.out.add(StartTimer {m_replicaDelay, TimerKind::ReplicaQueue, message.request, m_epoch});
}

void Store::sendAll(Context &context)
{
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
        context.out.emit(Delivered {message.kind}, message.request);
        confirmed(message.request, context);
        return;
    }
    if (message.status == sendMeAll) {
        context.out.emit(Delivered {message.kind});
        if (m_replicaOf.isNone())
            sendAll(context);
        return;
    }
    const bool isNewer = message.connection > m_term || (message.connection == m_term && m_replicaOf.isSome());
    if (message.status == hereIsAll) {
        if (isNewer) {
            takeAll(message, context);
        } else { // of one that does not know that it was replaced
            context.out.emit(Dropped {message.kind, DropReason::TooLate});
            sendAll(context);
        }
        return;
    }
    if (!isNewer) {
        context.out.emit(Dropped {message.kind, DropReason::TooLate}, message.request);
        return;
    }
    if (message.setSession.isSome() && m_memory.contains(message.setSession.value)) {
        auto node = m_memory.extract(message.setSession.value);
        node.key() = message.session.value;
        m_memory.erase(message.session.value);
        m_memory.insert(std::move(node));
        m_disk.changed(message.setSession, 1);
        context.out.emit(SessionIdChanged {message.setSession, message.session}, message.request);
    }
    m_disk.changed(message.session, 1);
    if (message.creates) {
        m_memory.insert_or_assign(message.session.value,
                                  SessionImage {message.session, message.client, message.lastUsed, message.shown});
        context.out.emit(CopySet {message.session, message.client, CopyRole::Replica,
                                  static_cast<std::uint32_t>((context.now - message.lastUsed).us)},
                         message.request);
        for (std::uint32_t i = 0; i < message.shown.count; ++i) {
            const AttributeValue &item = message.shown.items[i];
            context.out.emit(AttributeSet {message.session, item.attribute, item.value, item.depth}, message.request);
        }
    } else if (m_memory.erase(message.session.value) > 0) {
        context.out.emit(SessionEnded {message.session, message.ending}, message.request);
    } else {
        context.out.emit(Dropped {message.kind, DropReason::UnknownSession}, message.request);
    }
    if (!m_isSynchronous || message.request.isNone())
        return;
    Message &confirmation = context.out.send();
    confirmation.kind = MessageKind::StoreReply;
    confirmation.from = m_entity;
    confirmation.to = message.from;
    confirmation.request = message.request;
    confirmation.sizeBytes = m_envelopeBytes;
}

/// what it had gives way to what the primary has, whatever that is.
void Store::takeAll(const Message &message, Context &context)
{
    const std::vector<SessionImage> all = context.bulk.take(message.bulk);
    context.out.emit(Delivered {message.kind});
    m_term = message.connection;
    m_tellsPeer = false;
    if (m_replicaOf != message.from) {
        m_replicaOf = message.from;
        m_heard = context.now;
        context.out.emit(Demoted {message.from});
    }
    for (const SessionImage &held : images()) {
        const bool isKept = std::any_of(all.begin(), all.end(),
                                        [&held](const SessionImage &image) { return image.session == held.session; });
        m_disk.changed(held.session, 1);
        if (!isKept)
            context.out.emit(SessionEnded {held.session, SessionEnd::Replaced});
    }
    m_memory.clear();
    for (const SessionImage &image : all) {
        constexpr std::int64_t longest = 0xFFFFFFFF; // what the fact can say
        const std::int64_t idle = std::min(longest, (context.now - image.lastUsed).us);
        SessionImage &copy = m_memory[image.session.value];
        copy = image;
        copy.lastUsed = context.now - microseconds(idle);
        m_disk.changed(image.session, 1);
        context.out.emit(CopySet {image.session, image.client, CopyRole::Replica, static_cast<std::uint32_t>(idle)});
        for (std::uint32_t i = 0; i < image.attributes.count; ++i) {
            const AttributeValue &item = image.attributes.items[i];
            context.out.emit(AttributeSet {image.session, item.attribute, item.value, item.depth});
        }
    }
}

void Store::confirmed(RequestId request, Context &context)
{
    const auto place = m_unconfirmed.find(request);
    if (place == m_unconfirmed.end())
        return;
    context.out.send() = place->second;
    m_unconfirmed.erase(place);
}

/// The replica watches its primary; one that was promoted waits for the old primary to come back.
void Store::probePrimary(Context &context)
{
    if (m_replicaOf.isSome() && context.now - m_heard >= m_downAfter)
        promote(context);
    if (m_replicaOf.isSome() || m_tellsPeer)
        context.out.add(Probe {m_peer, m_epoch, true});
    context.out.add(StartTimer {pingInterval, TimerKind::PrimaryProbe, RequestId(), m_epoch});
}

void Store::answered(const ProbeAnswered &answer, Context &context)
{
    if (answer.token != m_epoch || !answer.ok)
        return;
    m_heard = context.now;
    if (!m_tellsPeer)
        return;
    m_tellsPeer = false;
    sendAll(context);
}

void Store::promote(Context &context)
{
    m_replicaOf = EntityId();
    ++m_term;
    m_tellsPeer = true;
    context.out.emit(Promoted {});
    for (const EntityId server : m_servers) {
        Message &message = context.out.send();
        message.kind = MessageKind::Membership;
        message.from = m_entity;
        message.to = server;
        message.sizeBytes = m_envelopeBytes;
    }
}

} // namespace sessionarium::protocol
