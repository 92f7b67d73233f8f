// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/localsessions.h"

#include "core/protocol/sessionid.h"

namespace sessionarium::protocol {

using namespace model;

namespace {

constexpr std::uint32_t ok = 200;
constexpr std::uint32_t found = 302;
constexpr std::uint32_t unauthorized = 401;
constexpr std::uint32_t serverError = 500;

} // namespace

LocalSessions::LocalSessions(const SessionsSpec &sessions, const ApplicationSpec &application,
                             const KnownStrings &strings)
    : m_timeout(sessions.timeout),
      m_createsWhenAnonymous(application.createsSessionWhenAnonymous),
      m_loginRedirect(application.loginRedirect),
      m_strings(strings)
{
}

void LocalSessions::begin(SessionJob &job, Context &context)
{
    if (job.presented.isNone()) {
        context.out.emit(CookieAbsent {}, job.request);
        return;
    }
    const auto place = m_sessions.find(job.presented.value);
    if (place != m_sessions.end() && context.now - place->second.lastUsed >= m_timeout) {
        // B-9: an expired session is never served.
        context.out.emit(SessionEnded {job.presented, SessionEnd::Expired}, job.request);
        m_sessions.erase(place);
    } else if (place != m_sessions.end()) {
        place->second.lastUsed = context.now;
        job.session = job.presented;
        job.read = place->second.attributes;
        context.out.emit(SessionFound {job.presented}, job.request);
        return;
    }
    context.out.emit(SessionMissing {job.presented}, job.request);
}

void LocalSessions::finish(SessionJob &job, Message &response, Context &context)
{
    const bool knowsUser = job.read.get(m_strings.user).isSome();
    if (job.operation == Operation::LoginPage) {
        response.status = ok;
        response.shown = job.read;
        if (m_createsWhenAnonymous && job.session.isNone()) {
            create(job, context);
            response.setSession = job.session;
        }
        return;
    }
    if (job.operation == Operation::LogIn) {
        // Another request may have ended the session since the start of service.
        if (job.session.isNone() || !m_sessions.contains(job.session.value)) {
            create(job, context);
            response.setSession = job.session;
        }
        Session &session = m_sessions.at(job.session.value);
        apply(job, m_strings.user, session, context);
        response.status = ok;
        response.shown = job.read;
        response.shown.set(m_strings.user, job.write);
        return;
    }
    if (!knowsUser) {
        answerStranger(job, response, context);
        return;
    }
    response.status = ok;
    response.shown = job.read;
    if (job.operation == Operation::Read)
        return;

    const auto place = m_sessions.find(job.session.value);
    if (place == m_sessions.end()) {
        // Invalidated by a parallel request: writing to it throws, the application answers 500 (B-4, derived).
        response.status = serverError;
        response.shown = Attributes();
        return;
    }
    apply(job, job.attribute, place->second, context);
    if (job.operation == Operation::LogOut) {
        context.out.emit(SessionEnded {job.session, SessionEnd::LoggedOut}, job.request);
        m_sessions.erase(place);
    }
}

void LocalSessions::clear()
{
    m_sessions.clear();
}

void LocalSessions::create(SessionJob &job, Context &context)
{
    job.session = context.strings.intern(freshSessionId(context.random));
    job.read = Attributes();
    m_sessions.emplace(job.session.value, Session {context.now, {}});
    context.out.emit(SessionCreated {job.session, job.client, CopyRole::InCharge}, job.request);
}

void LocalSessions::apply(const SessionJob &job, StringId attribute, Session &session, Context &context) const
{
    context.out.emit(WriteApplied {job.session, attribute, job.write, job.read.get(attribute)}, job.request);
    session.attributes.set(attribute, job.write);
}

void LocalSessions::answerStranger(SessionJob &job, Message &response, Context &context)
{
    response.status = m_loginRedirect ? found : unauthorized;
    if (m_createsWhenAnonymous && job.session.isNone()) {
        create(job, context); // B-6: the jar will name this one; an older session becomes unreachable
        response.setSession = job.session;
    }
}

} // namespace sessionarium::protocol
