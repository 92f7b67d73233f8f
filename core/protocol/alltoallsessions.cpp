// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/alltoallsessions.h"

#include <algorithm>

namespace sessionarium::protocol {

using namespace model;

namespace {

constexpr std::uint32_t ackBytes = 21; // §3.5
constexpr std::uint32_t notFound = 404;
constexpr std::uint32_t ok = 200;

} // namespace

AllToAllSessions::AllToAllSessions(EntityId entity, const SessionsSpec &sessions, const ApplicationSpec &application,
                                   const KnownStrings &strings)
    : m_memory(sessions, application, strings),
      m_members(sessions),
      m_entity(entity),
      m_isAcknowledged(sessions.acknowledged),
      m_sendsWhole(sessions.replicates == Replicates::Full),
      m_deltaOnRead(application.deltaOnRead),
      m_threads(application.senderThreads),
      m_timeout(sessions.timeout),
      m_sweep(sessions.sweep),
      m_delay(sessions.replicationDelay),
      m_confirmTimeout(sessions.confirmTimeout),
      m_transferTimeout(sessions.transferTimeout),
      m_dropTime(sessions.dropTime),
      m_sessionBytes(sessions.sessionBytes),
      m_deltaBytes(sessions.deltaBytes),
      m_envelopeBytes(sessions.envelopeBytes)
{
}

Progress AllToAllSessions::begin(SessionJob &job, Context &context)
{
    const SessionChange change = m_memory.begin(job, context);
    job.tookOver = change.tookOver;
    if (change.expired)
        tellExpired(change.session, job.request, context);
    return Progress::Done;
}

Progress AllToAllSessions::finish(SessionJob &job, Context &context)
{
    const SessionChange change = m_memory.finish(job, context);
    if (m_isAcknowledged)
        m_waits[job.request]; // who sends on behalf of this request adds to it
    tellChange(change, job, context);
    if (!m_isAcknowledged)
        return Progress::Done;
    const auto wait = m_waits.find(job.request);
    if (wait->second.open.empty()) {
        m_waits.erase(wait);
        return Progress::Done;
    }
    job.awaited = static_cast<std::uint32_t>(wait->second.open.size());
    context.out.add(StartTimer {m_confirmTimeout, TimerKind::ConfirmTimeout, job.request, m_life});
    return Progress::Waits;
}

/// T-9, T-12: what a request that has been served tells the others.
void AllToAllSessions::tellChange(const SessionChange &change, const SessionJob &job, Context &context)
{
    if (change.session.isNone())
        return;
    if (change.oldSession.isSome()) {
        Message message = about(MessageKind::ReplicationChangeId, change.oldSession, job.request, m_envelopeBytes);
        message.setSession = change.session;
        replicate(message, context);
    }
    if (change.created) {
        Message message = about(MessageKind::ReplicationCreated, change.session, job.request, m_envelopeBytes);
        message.client = job.client;
        replicate(message, context);
    }
    if (change.ended) {
        Message message = about(MessageKind::ReplicationExpired, change.session, job.request, m_envelopeBytes);
        message.ending = SessionEnd::LoggedOut;
        replicate(message, context);
        m_told.erase(change.session.value);
    } else if (change.created || change.attribute.isSome()) {
        tellContent(change.session, change.attribute, job.request, context);
    } else {
        tellRead(job, context);
    }
}

void AllToAllSessions::tellContent(StringId session, StringId attribute, RequestId request, Context &context)
{
    const MemorySessions::Session *held = m_memory.find(session);
    if (!held)
        return;
    Message message = about(m_sendsWhole ? MessageKind::ReplicationFull : MessageKind::ReplicationDelta, session, request,
                            m_envelopeBytes + (m_sendsWhole ? m_sessionBytes : m_deltaBytes));
    message.client = held->client;
    message.lastUsed = held->lastUsed;
    if (m_sendsWhole)
        message.shown = held->attributes;
    else if (attribute.isSome())
        message.shown.set(attribute, held->attributes.get(attribute), held->attributes.depth(attribute));
    replicate(message, context);
    m_told[session.value] = context.now;
}

void AllToAllSessions::tellRead(const SessionJob &job, Context &context)
{
    const auto told = m_told.find(job.session.value);
    const bool isLongAgo = told != m_told.end() && context.now - told->second > m_timeout;
    if (m_deltaOnRead)
        replicate(about(MessageKind::ReplicationDelta, job.session, job.request, m_envelopeBytes), context); // T-13
    else if (job.tookOver || isLongAgo)
        replicate(about(MessageKind::ReplicationAccessed, job.session, job.request, m_envelopeBytes), context);
    else
        return;
    m_told[job.session.value] = context.now;
}

void AllToAllSessions::tellExpired(StringId session, RequestId request, Context &context)
{
    Message message = about(MessageKind::ReplicationExpired, session, request, m_envelopeBytes);
    message.ending = SessionEnd::Expired;
    replicate(message, context);
    m_told.erase(session.value);
}

Message AllToAllSessions::about(MessageKind kind, StringId session, RequestId request, std::uint32_t bytes) const
{
    Message message;
    message.kind = kind;
    message.from = m_entity;
    message.request = request;
    message.session = session;
    message.sizeBytes = bytes;
    return message;
}

void AllToAllSessions::replicate(Message message, Context &context)
{
    message.channel = m_nextThread++ % m_threads; // T-5
    const auto wait = m_waits.find(message.request);
    if (wait != m_waits.end()) {
        for (const Membership::Peer &peer : m_members.peers()) {
            if (peer.isMember)
                wait->second.open.push_back(peer.entity);
        }
    }
    if (m_delay.us == 0) {
        sendToMembers(message, context);
        return;
    }
    m_queue.push_back(message);
    context.out.emit(ReplicationQueued {message.kind, message.session, static_cast<std::uint32_t>(m_delay.us)},
                     message.request);
    context.out.add(StartTimer {m_delay, TimerKind::QueueReady, message.request, m_life});
}

void AllToAllSessions::sendToMembers(const Message &message, Context &context)
{
    for (const Membership::Peer &peer : m_members.peers()) {
        if (!peer.isMember)
            continue;
        Message &copy = context.out.send();
        copy = message;
        copy.to = peer.entity;
        if (m_isAcknowledged && m_waits.contains(message.request))
            context.out.add(Probe {peer.entity, 0, false}); // T-34: a send that fails has the member checked at once
    }
}

Progress AllToAllSessions::timer(const TimerFired &timer, SessionJob *, Context &context)
{
    m_members.timer(timer, context);
    if (timer.token != m_life)
        return Progress::Waits;
    switch (timer.kind) {
    case TimerKind::QueueReady: { // one delay for all: what came first goes first
        const Message message = m_queue.front();
        m_queue.pop_front();
        if (m_members.count() == 0)
            context.out.emit(Dropped {message.kind, DropReason::NoMember}, message.request);
        sendToMembers(message, context);
        break;
    }
    case TimerKind::ConfirmTimeout: {
        const auto wait = m_waits.find(timer.request);
        if (wait == m_waits.end())
            break;
        std::vector<EntityId> silent = wait->second.open;
        std::sort(silent.begin(), silent.end());
        silent.erase(std::unique(silent.begin(), silent.end()), silent.end());
        for (const EntityId from : silent) // T-6: logged and swallowed
            context.out.emit(ConfirmationMissed {from, ConnectError::NoAnswer}, timer.request);
        m_waits.erase(wait);
        m_released.push_back(timer.request);
        break;
    }
    case TimerKind::Sweep:
        for (const StringId session : m_memory.sweep(context))
            tellExpired(session, RequestId(), context);
        context.out.add(StartTimer {m_sweep, TimerKind::Sweep, RequestId(), m_life});
        break;
    case TimerKind::TransferTimeout:
        if (!m_isReady && (!m_hasAsked || timer.request.isNone()))
            becomeReady(context); // T-20: starts with what it has
        break;
    default:
        break;
    }
    return Progress::Waits;
}

void AllToAllSessions::answered(const ProbeAnswered &answer, Context &context)
{
    if (!m_members.answered(answer, context)) {
        if (!answer.ok)
            miss(answer.target, ConnectError::Refused, context);
        return;
    }
    if (!m_isReady && !m_hasAsked && m_members.isMember(answer.target))
        askForState(context);
}

/// T-34: a member that refuses is dropped at once, and nobody waits for it any longer.
void AllToAllSessions::miss(EntityId from, ConnectError reason, Context &context)
{
    m_members.drop(from, context);
    for (auto wait = m_waits.begin(); wait != m_waits.end();) {
        std::vector<EntityId> &open = wait->second.open;
        if (std::erase(open, from) > 0)
            context.out.emit(ConfirmationMissed {from, reason}, wait->first);
        if (open.empty()) {
            m_released.push_back(wait->first);
            wait = m_waits.erase(wait);
        } else {
            ++wait;
        }
    }
}

void AllToAllSessions::left(const ServerLeft &left, Context &context)
{
    miss(left.server, ConnectError::Refused, context);
    m_members.left(left.server, context);
}

RequestId AllToAllSessions::takeReleased()
{
    if (m_released.empty())
        return {};
    const RequestId request = m_released.back();
    m_released.pop_back();
    return request;
}

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
    if (costsToApply(message)) {
        apply(message, context);
    } else if (message.kind == MessageKind::ReplicationAck) {
        context.out.emit(Delivered {message.kind}, message.request);
        confirmed(message.request, message.from);
    } else if (message.kind == MessageKind::ReplicationState) {
        takeState(message, context);
    } else {
        context.out.emit(Dropped {message.kind, DropReason::TooLate}, message.request);
    }
    return Progress::Waits;
}

void AllToAllSessions::confirmed(RequestId request, EntityId from)
{
    const auto wait = m_waits.find(request);
    if (wait == m_waits.end())
        return;
    const auto one = std::find(wait->second.open.begin(), wait->second.open.end(), from);
    if (one != wait->second.open.end())
        wait->second.open.erase(one);
    if (!wait->second.open.empty())
        return;
    m_waits.erase(wait);
    m_released.push_back(request);
}

void AllToAllSessions::apply(const Message &message, Context &context)
{
    if (m_isReady)
        take(message, context);
    else
        m_early.push_back(message); // T-20
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
        break;
    default:
        isKnown = m_memory.changeId(message.session, message.setSession, message.request, context);
        break;
    }
    if (!isKnown)
        context.out.emit(Dropped {message.kind, DropReason::UnknownSession}, message.request);
}

void AllToAllSessions::confirm(const Message &message, Context &context)
{
    if (!m_isAcknowledged || message.request.isNone())
        return;
    Message &ack = context.out.send();
    ack = about(MessageKind::ReplicationAck, message.session, message.request, ackBytes);
    ack.to = message.from;
}

/// T-20: who starts into a run that others are part of fetches what they hold before it takes requests.
bool AllToAllSessions::start(const Started &started, Context &context)
{
    m_members.start(context);
    if (m_sweep.us > 0)
        context.out.add(StartTimer {m_sweep, TimerKind::Sweep, RequestId(), m_life});
    m_candidates.clear();
    for (const Membership::Peer &peer : m_members.peers()) {
        if (started.joined && peer.isListed)
            m_candidates.push_back(peer.entity);
    }
    m_isReady = m_candidates.empty();
    m_hasAsked = false;
    if (!m_isReady) {
        // Nobody answers for as long as a member may be silent: it is alone.
        context.out.add(StartTimer {m_dropTime, TimerKind::TransferTimeout, RequestId(0), m_life});
        context.out.add(StartTimer {m_transferTimeout, TimerKind::TransferTimeout, RequestId(), m_life});
    }
    return m_isReady;
}

void AllToAllSessions::askForState(Context &context)
{
    m_hasAsked = true;
    while (!m_candidates.empty()) {
        const EntityId candidate = m_candidates.front();
        m_candidates.erase(m_candidates.begin());
        if (!m_members.isMember(candidate))
            continue;
        Message &ask = context.out.send();
        ask = about(MessageKind::ReplicationState, StringId(), RequestId(), m_envelopeBytes);
        ask.to = candidate;
        return;
    }
    becomeReady(context); // all whom it could ask have nothing either
}

/// A request for all sessions (no status), or the answer to one.
void AllToAllSessions::takeState(const Message &message, Context &context)
{
    if (message.status == 0) {
        Message &reply = context.out.send();
        reply = about(MessageKind::ReplicationState, StringId(), RequestId(), m_envelopeBytes);
        reply.to = message.from;
        reply.status = m_isReady ? ok : notFound;
        if (!m_isReady)
            return;
        std::vector<SessionImage> images = m_memory.images();
        reply.sizeBytes += static_cast<std::uint32_t>(images.size()) * m_sessionBytes;
        reply.bulk = context.bulk.put(std::move(images));
        return;
    }
    const bool hasImages = message.bulk != Message::noBulk;
    const std::vector<SessionImage> images = hasImages ? context.bulk.take(message.bulk) : std::vector<SessionImage>();
    if (m_isReady) {
        context.out.emit(Dropped {message.kind, DropReason::TooLate});
    } else if (message.status == notFound) {
        context.out.emit(Delivered {message.kind});
        askForState(context);
    } else {
        context.out.emit(Delivered {message.kind});
        for (const SessionImage &image : images)
            m_memory.setCopy(image, RequestId(), context);
        becomeReady(context);
    }
}

void AllToAllSessions::becomeReady(Context &context)
{
    m_isReady = true;
    for (const Message &message : std::exchange(m_early, {}))
        take(message, context);
}

void AllToAllSessions::clear()
{
    m_memory.clear();
    m_members.clear();
    m_queue.clear();
    m_waits.clear();
    m_released.clear();
    m_told.clear();
    m_early.clear();
    m_isReady = true;
    ++m_life;
}

} // namespace sessionarium::protocol
