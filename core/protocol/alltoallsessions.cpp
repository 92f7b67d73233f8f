// SPDX-License-Identifier: GPL-3.0-or-later
// What a server tells the others of its cluster and waits for; what it is told is in alltoallarrivals.cpp.
#include "core/protocol/alltoallsessions.h"

#include <algorithm>
#include <utility>

namespace sessionarium::protocol {

using namespace model;

AllToAllSessions::AllToAllSessions(EntityId entity, const SessionsSpec &sessions, const ApplicationSpec &application,
                                   const KnownStrings &strings)
    : m_memory(sessions, application, strings),
      m_members(sessions),
      m_queue(sessions.replicationDelay, application.senderThreads),
      m_entity(entity),
      m_isAcknowledged(sessions.acknowledged),
      m_sendsWhole(sessions.replicates == Replicates::Full),
      m_deltaOnRead(application.deltaOnRead),
      m_timeout(sessions.timeout),
      m_sweep(sessions.sweep),
      m_confirmTimeout(sessions.confirmTimeout),
      m_transferTimeout(sessions.transferTimeout),
      m_sessionBytes(sessions.sessionBytes),
      m_deltaBytes(sessions.deltaBytes),
      m_envelopeBytes(sessions.envelopeBytes)
{
}

Progress AllToAllSessions::begin(SessionJob &job, Context &context)
{
    const SessionChange change = m_memory.begin(job, context);
    job.tookOver = change.tookOver;
    if (change.expired) {
        m_told.erase(change.session);
        replicate(expiryOf(change.session, SessionEnd::Expired, job.request), context);
    }
    return Progress::Done;
}

Progress AllToAllSessions::finish(SessionJob &job, Context &context)
{
    const SessionChange change = m_memory.finish(job, context);
    const bool tookOver = m_memory.takeCharge(change.session, job.request, context) || job.tookOver;
    std::deque<Message> messages = changesOf(change, job, tookOver, context);
    if (m_isAcknowledged && !messages.empty() && !m_members.members().empty())
        return waitFor(std::move(messages), job, context);
    for (const Message &message : messages)
        replicate(message, context);
    return Progress::Done;
}

/// T-9, T-12: what there is to tell of a request that has been served, in order.
std::deque<Message> AllToAllSessions::changesOf(const SessionChange &change, const SessionJob &job, bool tookOver,
                                                Context &context)
{
    std::deque<Message> messages;
    if (change.oldSession.isSome()) {
        Message &message = messages.emplace_back(
            about(MessageKind::ReplicationChangeId, change.oldSession, job.request, m_envelopeBytes));
        message.setSession = change.session;
        m_told.erase(change.oldSession);
    }
    if (change.created) {
        Message &message =
            messages.emplace_back(about(MessageKind::ReplicationCreated, change.session, job.request, m_envelopeBytes));
        message.client = job.client;
    }
    if (change.ended)
        messages.push_back(expiryOf(change.session, SessionEnd::LoggedOut, job.request));
    else if (!m_memory.find(change.session))
        return messages; // there was none, or a parallel request ended it
    else if (change.created || change.attribute.isSome())
        messages.push_back(contentOf(change.session, change.attribute, job));
    else if (m_deltaOnRead) // T-13: only the new-flag
        messages.push_back(about(MessageKind::ReplicationDelta, change.session, job.request, m_envelopeBytes));
    else if (tookOver || isOverdue(change.session, context.now))
        messages.push_back(about(MessageKind::ReplicationAccessed, change.session, job.request, m_envelopeBytes));
    if (change.ended)
        m_told.erase(change.session);
    else if (!messages.empty())
        m_told[change.session] = context.now;
    return messages;
}

/// T-10: the values of what was written; or the whole session.
Message AllToAllSessions::contentOf(StringId session, StringId attribute, const SessionJob &job) const
{
    const MemorySessions::Session &held = *m_memory.find(session);
    Message message = about(m_sendsWhole ? MessageKind::ReplicationFull : MessageKind::ReplicationDelta, session,
                            job.request, m_envelopeBytes + (m_sendsWhole ? m_sessionBytes : m_deltaBytes));
    message.client = held.client;
    message.lastUsed = held.lastUsed;
    if (m_sendsWhole)
        message.shown = held.attributes;
    else if (attribute.isSome())
        message.shown.set(attribute, held.attributes.get(attribute), held.attributes.depth(attribute));
    return message;
}

Message AllToAllSessions::expiryOf(StringId session, SessionEnd reason, RequestId request) const
{
    Message message = about(MessageKind::ReplicationExpired, session, request, m_envelopeBytes);
    message.ending = reason;
    return message;
}

/// T-12: reads at home cost nothing, but the others must not take the session for idle for ever.
bool AllToAllSessions::isOverdue(StringId session, SimTime now) const
{
    const auto told = m_told.find(session);
    return told != m_told.end() && now - told->second > m_timeout;
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

/// T-3, T-6: the answer waits until all have confirmed all that the request tells.
Progress AllToAllSessions::waitFor(std::deque<Message> messages, SessionJob &job, Context &context)
{
    job.awaited = static_cast<std::uint32_t>(messages.size() * m_members.members().size());
    m_confirmations.begin(job.request, std::move(messages));
    replicate(*m_confirmations.next(job.request), context);
    return Progress::Waits;
}

/// To all members, by way of the queue.
void AllToAllSessions::replicate(Message message, Context &context)
{
    m_queue.assignThread(message);
    if (m_queue.delays())
        m_queue.put(message, m_life, context);
    else
        sendToMembers(message, context);
}

void AllToAllSessions::sendToMembers(const Message &message, Context &context)
{
    std::vector<EntityId> members = m_members.members();
    const bool isAwaited = message.connection != 0;
    for (const EntityId member : members) {
        Message &copy = context.out.send();
        copy = message;
        copy.to = member;
        if (isAwaited)
            m_members.check(member, context); // T-34: a send that fails has the member checked at once
    }
    if (!isAwaited)
        return;
    if (!members.empty())
        context.out.add(StartTimer {m_confirmTimeout, TimerKind::ConfirmTimeout, message.request, message.connection});
    m_confirmations.sent(message, std::move(members), context.now);
}

Progress AllToAllSessions::timer(const TimerFired &timer, SessionJob *, Context &context)
{
    if (m_members.timer(timer, context)) {
        for (const EntityId member : m_members.silent(context.now))
            drop(member, ConnectError::NoAnswer, context);
        if (!m_isReady && !m_hasAsked && m_members.isSettled())
            askForState(context);
    } else if (timer.kind == TimerKind::ConfirmTimeout) {
        giveUpSilent(timer.request, timer.token, context);
    } else if (timer.token == m_life && timer.kind == TimerKind::QueueReady) {
        const Message message = m_queue.take();
        if (m_members.members().empty())
            context.out.emit(Dropped {message.kind, DropReason::NoMember}, message.request);
        sendToMembers(message, context);
    } else if (timer.token == m_life && timer.kind == TimerKind::Sweep) {
        expire(context);
        context.out.add(StartTimer {m_sweep, TimerKind::Sweep, RequestId(), m_life});
    } else if (timer.token == m_life && timer.kind == TimerKind::TransferTimeout && !m_isReady) {
        becomeReady(false, context); // T-20: starts with what it has
    }
    goOn(context);
    return Progress::Waits;
}

/// T-19: the others hear only of those whose copy in charge was here.
void AllToAllSessions::expire(Context &context)
{
    for (const StringId session : m_memory.sweep(context))
        replicate(expiryOf(session, SessionEnd::Expired, RequestId()), context);
    std::erase_if(m_told, [this](const auto &item) { return !m_memory.find(item.first); });
}

void AllToAllSessions::answered(const ProbeAnswered &answer, Context &context)
{
    if (m_members.answered(answer, context))
        drop(answer.target, ConnectError::Refused, context);
    goOn(context);
}

void AllToAllSessions::left(const ServerLeft &left, Context &context)
{
    drop(left.server, ConnectError::Refused, context);
    m_members.left(left.server, context);
    goOn(context);
}

/// Nobody waits for it any longer.
void AllToAllSessions::drop(EntityId member, ConnectError reason, Context &context)
{
    m_members.drop(member, context);
    for (const RequestId request : m_confirmations.giveUp(member))
        context.out.emit(ConfirmationMissed {member, reason}, request);
}

/// T-6: logged and swallowed. T-34: whoever does not answer the check either is a member no longer.
void AllToAllSessions::giveUpSilent(RequestId request, std::uint32_t mark, Context &context)
{
    const Confirmations::Silent silent = m_confirmations.silent(request, mark);
    for (const EntityId member : silent.members) {
        if (m_members.isUnreachable(member, silent.since, context.now)) {
            drop(member, ConnectError::NoAnswer, context);
        } else {
            context.out.emit(ConfirmationMissed {member, ConnectError::NoAnswer}, request);
            m_confirmations.giveUp(request, member);
        }
    }
}

/// Requests whose last message is confirmed, or given up, send their next one, or are answered.
void AllToAllSessions::goOn(Context &context)
{
    for (RequestId request = m_confirmations.takeComplete(); request.isSome();
         request = m_confirmations.takeComplete()) {
        if (const std::optional<Message> next = m_confirmations.next(request))
            replicate(*next, context);
        else
            m_released.push_back(request);
    }
}

RequestId AllToAllSessions::takeReleased()
{
    if (m_released.empty())
        return {};
    const RequestId request = m_released.front();
    m_released.pop_front();
    return request;
}

} // namespace sessionarium::protocol
