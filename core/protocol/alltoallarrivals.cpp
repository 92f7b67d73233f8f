// SPDX-License-Identifier: GPL-3.0-or-later
// What the others of a cluster tell a server, and how it gets what they hold when it starts.
#include "core/protocol/alltoallsessions.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace sessionarium::protocol {

using namespace model;

namespace {

constexpr std::uint32_t ackBytes = 21; // §3.5
/// Half of the second heartbeat after a start: the others all know the server by then, and what they tell everybody has
/// not yet to be in the state for which it asks at the end of that heartbeat.
constexpr Duration earlyEnough = milliseconds(250);
// What the answer to a server that asks for the state says; its question has no status.
constexpr std::uint32_t ok = 200;
constexpr std::uint32_t notFound = 404;

} // namespace

bool AllToAllSessions::costsToApply(const Message &message) const
{
    switch (message.kind) {
    case MessageKind::ReplicationCreated:
    case MessageKind::ReplicationDelta:
    case MessageKind::ReplicationAccessed:
    case MessageKind::ReplicationExpired:
    case MessageKind::ReplicationChangeId:
    case MessageKind::ReplicationFull:
        return true;
    default:
        return false;
    }
}

Progress AllToAllSessions::arrived(const Message &message, SessionJob *, Context &context)
{
    const bool isStateReply = message.kind == MessageKind::ReplicationState && message.status != 0;
    if (costsToApply(message)) {
        if (!m_isReady)
            context.out.emit(Delivered {message.kind}, message.request); // its effect comes after the state
        apply(message, context);
    } else if (message.kind == MessageKind::ReplicationAck && m_confirmations.confirmed(message)) {
        context.out.emit(Delivered {message.kind}, message.request);
    } else if (isStateReply) {
        takeState(message, context);
    } else if (message.kind == MessageKind::ReplicationState) {
        giveState(message, context);
    } else {
        context.out.emit(Dropped {message.kind, DropReason::TooLate}, message.request);
    }
    goOn(context);
    return Progress::Waits;
}

void AllToAllSessions::apply(const Message &message, Context &context)
{
    if (m_isReady)
        take(message, context);
    else
        m_early.push_back(Early {message, context.now}); // T-20
    confirm(message, context);
}

/// T-14 to T-16: what arrives last counts; what is about an unknown session does not.
void AllToAllSessions::take(const Message &message, Context &context)
{
    bool isKnown = true;
    switch (message.kind) {
    case MessageKind::ReplicationCreated:
        m_memory.makeCopy(message.session, message.client, message.request, context);
        break;
    case MessageKind::ReplicationFull:
        m_memory.setCopy(SessionImage {message.session, message.client, message.lastUsed, message.shown},
                         message.request, context);
        break;
    case MessageKind::ReplicationDelta:
        isKnown = m_memory.setAttributes(message.session, message.shown, message.request, context);
        break;
    case MessageKind::ReplicationAccessed:
        isKnown = m_memory.touch(message.session, message.request, context);
        break;
    case MessageKind::ReplicationExpired:
        isKnown = m_memory.end(message.session, message.ending, message.request, context);
        m_told.erase(message.session);
        break;
    default:
        isKnown = m_memory.changeId(message.session, message.setSession, message.request, context);
        m_told.erase(message.session);
        break;
    }
    if (!isKnown)
        context.out.emit(Dropped {message.kind, DropReason::UnknownSession}, message.request);
}

/// T-3: after processing, if somebody waits for it.
void AllToAllSessions::confirm(const Message &message, Context &context) const
{
    if (message.connection == 0)
        return;
    Message &ack = context.out.send();
    ack = about(MessageKind::ReplicationAck, message.session, message.request, ackBytes);
    ack.to = message.from;
    ack.connection = message.connection;
}

/// T-20: who starts into a run that others are part of fetches what they hold before it takes requests.
bool AllToAllSessions::start(const Started &started, Context &context)
{
    m_members.start(context);
    if (m_sweep.us > 0)
        context.out.add(StartTimer {m_sweep, TimerKind::Sweep, RequestId(), m_life});
    m_isReady = !started.joined || !m_members.hasPeers();
    return m_isReady;
}

/// When the membership is up, so that no change can slip between the state and what the others send: asks the first
/// that has something to give.
void AllToAllSessions::askForState(Context &context)
{
    if (!m_hasAsked) {
        const std::vector<EntityId> members = m_members.members();
        m_candidates.assign(members.begin(), members.end());
        m_hasAsked = true;
        m_askedAt = context.now;
        context.out.add(StartTimer {m_transferTimeout, TimerKind::TransferTimeout, RequestId(), m_life});
    }
    if (m_candidates.empty()) {
        becomeReady(false, context); // it is alone, or all the others have nothing either
        return;
    }
    Message &ask = context.out.send();
    ask = about(MessageKind::ReplicationState, StringId(), RequestId(), m_envelopeBytes);
    ask.to = m_candidates.front();
    m_candidates.pop_front();
}

void AllToAllSessions::giveState(const Message &request, Context &context) const
{
    Message reply = about(MessageKind::ReplicationState, StringId(), RequestId(), m_envelopeBytes);
    reply.to = request.from;
    reply.status = m_isReady ? ok : notFound;
    if (m_isReady) {
        std::vector<SessionImage> images = m_memory.images();
        const std::uint64_t bytes = std::uint64_t {images.size()} * m_sessionBytes + m_envelopeBytes;
        reply.sizeBytes =
            static_cast<std::uint32_t>(std::min<std::uint64_t>(bytes, std::numeric_limits<std::uint32_t>::max()));
        m_queue.assignOwnThread(reply);
        reply.bulk = context.bulk.put(std::move(images));
    }
    context.out.send(reply);
}

void AllToAllSessions::takeState(const Message &reply, Context &context)
{
    const bool hasImages = reply.bulk != Message::noBulk;
    const std::vector<SessionImage> images = hasImages ? context.bulk.take(reply.bulk) : std::vector<SessionImage>();
    if (m_isReady || !m_hasAsked) { // an earlier life asked, or the time-out came first
        context.out.emit(Dropped {reply.kind, DropReason::TooLate});
        return;
    }
    context.out.emit(Delivered {reply.kind});
    if (reply.status == notFound) {
        askForState(context);
        return;
    }
    for (const SessionImage &image : images)
        m_memory.setCopy(image, RequestId(), context);
    becomeReady(true, context);
}

/// T-20: then come the changes that waited. Those that came well before it asked are in the state, if there is one; to
/// apply them now would put old values in the place of what others wrote before they knew that it was there.
void AllToAllSessions::becomeReady(bool hasState, Context &context)
{
    m_isReady = true;
    for (const Early &early : std::exchange(m_early, {})) {
        if (hasState && early.at < m_askedAt - earlyEnough)
            context.out.emit(Dropped {early.message.kind, DropReason::TooLate}, early.message.request);
        else
            take(early.message, context);
    }
}

/// Also what was under way to nobody in particular: the queue, the waits, the members.
void AllToAllSessions::clear()
{
    m_memory.clear();
    m_members.clear();
    m_queue.clear();
    m_confirmations.clear();
    m_released.clear();
    m_told.clear();
    m_candidates.clear();
    m_early.clear();
    m_isReady = true;
    m_hasAsked = false;
    ++m_life;
}

} // namespace sessionarium::protocol
