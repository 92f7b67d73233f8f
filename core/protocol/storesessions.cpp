// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/storesessions.h"

namespace sessionarium::protocol {

using namespace model;

namespace {
constexpr std::uint32_t ok = 200;
constexpr std::uint32_t serverError = 500;
} // namespace

StoreSessions::StoreSessions(EntityId entity, const SessionsSpec &sessions, const ApplicationSpec &application,
                             const KnownStrings &strings)
    : m_entity(entity),
      m_rules(application, strings),
      m_savesOnRead(application.savesOnRead),
      m_isAtomic(application.storeWrites == StoreWrites::Atomic),
      m_timeout(application.storeTimeout),
      m_deltaBytes(sessions.deltaBytes),
      m_envelopeBytes(sessions.envelopeBytes)
{
}

Progress StoreSessions::begin(SessionJob &job, Context &context)
{
    if (job.presented.isNone()) {
        context.out.emit(CookieAbsent {}, job.request); // without a session nobody asks the store
        return Progress::Done;
    }
    job.isLoading = true;
    return connect(job, to(MessageKind::StoreLoad, job.presented, job, m_envelopeBytes), context);
}

Progress StoreSessions::finish(SessionJob &job, Context &context)
{
    const Decision decision = m_rules.decide(job, job.session.isSome());
    Message &response = job.response;
    response.status = decision.status;
    if (decision.creates)
        job.read = Attributes();
    if (decision.knowsUser)
        response.shown = job.read;
    if (job.operation == Operation::LogIn)
        response.shown.set(m_rules.user, job.write, job.read.depth(m_rules.user) + 1);

    const bool saves = decision.creates || decision.attribute.isSome() || (job.session.isSome() && m_savesOnRead);
    if (!saves)
        return Progress::Done;
    Message message = to(decision.ends ? MessageKind::StoreDelete : MessageKind::StoreSave, job.session, job,
                         m_envelopeBytes);
    if (!decision.ends)
        message.sizeBytes += m_deltaBytes;
    message.creates = decision.creates;
    message.isAtomic = m_isAtomic;
    message.changesId = decision.changesId;
    message.attribute = decision.attribute;
    message.write = decision.attribute.isSome() ? job.write : WriteId();
    message.shown = job.read; // what the write is based on
    message.lastUsed = context.now;
    job.isSaving = true;
    return connect(job, message, context);
}

Message StoreSessions::to(MessageKind kind, StringId session, const SessionJob &job, std::uint32_t bytes) const
{
    Message message;
    message.kind = kind;
    message.from = m_entity;
    message.to = m_store;
    message.client = job.client;
    message.request = job.request;
    message.session = session;
    message.sizeBytes = bytes;
    return message;
}

Progress StoreSessions::connect(SessionJob &job, const Message &outgoing, Context &context)
{
    m_outgoing[job.request] = outgoing;
    context.out.add(Connect {m_store, job.request, phase(job), m_timeout});
    return Progress::HoldsPlace;
}

Progress StoreSessions::connected(const Connected &connected, SessionJob *job, Context &context)
{
    const auto outgoing = m_outgoing.find(connected.request);
    if (!job || outgoing == m_outgoing.end())
        return Progress::HoldsPlace;
    Message &message = context.out.send();
    message = outgoing->second;
    message.epoch = connected.epoch;
    message.connection = phase(*job);
    m_outgoing.erase(outgoing);
    context.out.add(StartTimer {m_timeout, TimerKind::StoreTimeout, job->request, phase(*job)});
    return Progress::HoldsPlace;
}

Progress StoreSessions::refused(const ConnectionRefused &refused, SessionJob *job, Context &context)
{
    if (!job || m_outgoing.erase(refused.request) == 0)
        return Progress::HoldsPlace;
    ConnectFailed failed;
    failed.server = m_store;
    failed.reason = refused.reason;
    failed.attempt = 1;
    context.out.emit(failed, job->request);
    return fail(*job, RejectReason::StoreUnavailable, context);
}

Progress StoreSessions::lost(const ConnectionLost &lost, SessionJob *job, Context &context)
{
    if (!job || !isWaiting(*job) || lost.connection != phase(*job))
        return Progress::HoldsPlace;
    context.out.emit(ConnectionReset {m_store}, job->request);
    return fail(*job, RejectReason::StoreUnavailable, context);
}

Progress StoreSessions::timer(const TimerFired &timer, SessionJob *job, Context &context)
{
    if (timer.kind != TimerKind::StoreTimeout || !job || !isWaiting(*job) || timer.token != phase(*job))
        return Progress::HoldsPlace;
    context.out.emit(ConfirmationMissed {m_store, ConnectError::NoAnswer}, job->request);
    return fail(*job, RejectReason::StoreUnavailable, context);
}

Progress StoreSessions::arrived(const Message &message, SessionJob *job, Context &context)
{
    if (message.kind == MessageKind::Membership) {
        m_store = message.from;
        context.out.emit(StoreSwitched {m_store});
        return Progress::HoldsPlace;
    }
    if (!job || !isWaiting(*job) || message.kind != MessageKind::StoreReply || message.connection != phase(*job)) {
        context.out.emit(Dropped {message.kind, DropReason::TooLate}, message.request);
        return Progress::HoldsPlace;
    }
    return job->isSaving ? saved(message, *job, context) : loaded(message, *job, context);
}

Progress StoreSessions::loaded(const Message &reply, SessionJob &job, Context &context)
{
    job.isLoading = false;
    if (reply.status == ok) {
        job.session = job.presented;
        job.read = reply.shown;
        context.out.emit(SessionFound {job.presented}, job.request);
    } else {
        context.out.emit(SessionMissing {job.presented}, job.request);
    }
    return Progress::Done;
}

Progress StoreSessions::saved(const Message &reply, SessionJob &job, Context &context)
{
    if (reply.status != ok)
        return fail(job, RejectReason::SessionGone, context);
    if (reply.setSession.isSome()) { // the id that the store gave it
        job.session = reply.setSession;
        job.response.setSession = reply.setSession;
    }
    if (m_isAtomic && job.operation == Operation::Write)
        job.response.shown = reply.shown; // the store knows what the write went on from
    return Progress::Done;
}

Progress StoreSessions::fail(SessionJob &job, RejectReason reason, Context &context)
{
    job.hasFailed = true;
    job.isLoading = false;
    job.response.status = serverError;
    job.response.shown = Attributes();
    job.response.setSession = StringId();
    context.out.emit(Rejected {serverError, reason}, job.request);
    return Progress::Done;
}

} // namespace sessionarium::protocol
