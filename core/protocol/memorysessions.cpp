// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/memorysessions.h"

#include "core/protocol/sessionid.h"

#include <algorithm>

namespace sessionarium::protocol {

using namespace model;

namespace {

constexpr std::uint32_t serverError = 500;

} // namespace

MemorySessions::MemorySessions(const SessionsSpec &sessions, const ApplicationSpec &application,
                               const KnownStrings &strings)
    : m_timeout(sessions.timeout), m_rules(application, strings)
{
}

/// T-19: a copy that is not in charge outlives the one that is by another time-out, since it is not told of reads.
bool MemorySessions::isExpired(const Session &session, SimTime now) const
{
    const Duration idle = now - session.lastUsed;
    return idle >= (session.role == CopyRole::InCharge ? m_timeout : m_timeout + m_timeout);
}

SessionChange MemorySessions::begin(SessionJob &job, Context &context)
{
    SessionChange change;
    if (job.presented.isNone()) {
        context.out.emit(CookieAbsent {}, job.request);
        return change;
    }
    Session *const session = m_sessions.find(job.presented);
    if (session && isExpired(*session, context.now)) {
        // B-9: an expired session is never served.
        context.out.emit(SessionEnded {job.presented, SessionEnd::Expired}, job.request);
        change.session = job.presented;
        change.expired = session->role == CopyRole::InCharge;
        m_sessions.erase(job.presented);
    } else if (session) {
        change.session = job.presented;
        change.tookOver = session->role != CopyRole::InCharge;
        session->role = CopyRole::InCharge;
        session->lastUsed = context.now;
        job.session = job.presented;
        job.read = session->attributes;
        context.out.emit(SessionFound {job.presented}, job.request);
        return change;
    }
    context.out.emit(SessionMissing {job.presented}, job.request);
    return change;
}

SessionChange MemorySessions::finish(SessionJob &job, Context &context)
{
    SessionChange change;
    change.session = job.session;
    SessionJob::Response &response = job.response;
    // Another request may have ended the session since the start of service.
    const bool isThere = job.session.isSome() && find(job.session);
    const Decision decision = m_rules.decide(job, isThere);
    response.status = decision.status;
    if (decision.creates) {
        create(job, change, context);
        response.setSession = job.session;
    } else if (decision.changesId) {
        change.oldSession = job.session;
        job.session = context.strings.intern(freshSessionId(context.random));
        change.session = job.session;
        changeId(change.oldSession, job.session, job.request, context);
        response.setSession = job.session;
    }
    if (decision.knowsUser)
        response.shown = job.read;
    if (decision.attribute.isNone())
        return change;

    Session *session = m_sessions.find(job.session);
    if (!session) {
        // Invalidated by a parallel request: writing to it throws, the application answers 500 (B-4, derived).
        response.status = serverError;
        response.shown = Attributes();
        change.session = StringId();
        return change;
    }
    apply(job, decision.attribute, *session, change, context);
    if (job.operation == Operation::LogIn)
        response.shown.set(m_rules.user, job.write, session->attributes.depth(m_rules.user));
    if (decision.ends) {
        change.ended = true;
        end(job.session, SessionEnd::LoggedOut, job.request, context);
    }
    return change;
}

void MemorySessions::create(SessionJob &job, SessionChange &change, Context &context)
{
    job.session = context.strings.intern(freshSessionId(context.random));
    job.read = Attributes();
    m_sessions.insertOrAssign(job.session, Session {context.now, {}, job.client, CopyRole::InCharge});
    context.out.emit(SessionCreated {job.session, job.client, CopyRole::InCharge}, job.request);
    change.session = job.session;
    change.created = true;
}

void MemorySessions::apply(const SessionJob &job, StringId attribute, Session &session, SessionChange &change,
                           Context &context) const
{
    context.out.emit(WriteApplied {job.session, attribute, job.write, job.read.get(attribute)}, job.request);
    session.attributes.set(attribute, job.write, job.read.depth(attribute) + 1);
    change.attribute = attribute;
}

std::vector<StringId> MemorySessions::sweep(Context &context)
{
    std::vector<StringId> expired;
    for (const auto &[id, session] : m_sessions) {
        if (isExpired(session, context.now))
            expired.push_back(id);
    }
    std::sort(expired.begin(), expired.end());
    std::vector<StringId> inCharge;
    for (const StringId id : expired) {
        if (find(id)->role == CopyRole::InCharge)
            inCharge.push_back(id);
        end(id, SessionEnd::Expired, RequestId(), context);
    }
    return inCharge;
}

void MemorySessions::makeCopy(StringId session, EntityId client, RequestId request, Context &context)
{
    m_sessions.insertOrAssign(session, Session {context.now, {}, client, CopyRole::Replica});
    context.out.emit(SessionCreated {session, client, CopyRole::Replica}, request);
}

void MemorySessions::setCopy(const SessionImage &image, RequestId request, Context &context)
{
    constexpr std::int64_t longest = 0xFFFFFFFF; // what the fact can say
    const std::int64_t idle = std::min(longest, (context.now - image.lastUsed).us);
    m_sessions.insertOrAssign(
        image.session, Session {context.now - microseconds(idle), image.attributes, image.client, CopyRole::Replica});
    context.out.emit(CopySet {image.session, image.client, CopyRole::Replica, static_cast<std::uint32_t>(idle)},
                     request);
    for (std::uint32_t i = 0; i < image.attributes.count; ++i) {
        const AttributeValue &item = image.attributes.items[i];
        context.out.emit(AttributeSet {image.session, item.attribute, item.value, item.depth}, request);
    }
}

bool MemorySessions::setAttributes(StringId session, const Attributes &attributes, RequestId request, Context &context)
{
    if (!touch(session, request, context))
        return false;
    Attributes &values = m_sessions.find(session)->attributes;
    for (std::uint32_t i = 0; i < attributes.count; ++i) {
        const AttributeValue &item = attributes.items[i];
        values.set(item.attribute, item.value, item.depth);
        context.out.emit(AttributeSet {session, item.attribute, item.value, item.depth}, request);
    }
    return true;
}

bool MemorySessions::touch(StringId session, RequestId request, Context &context)
{
    Session *copy = m_sessions.find(session);
    if (!copy)
        return false;
    copy->lastUsed = context.now;
    copy->role = CopyRole::Replica;
    context.out.emit(SessionTouched {session, CopyRole::Replica}, request);
    return true;
}

bool MemorySessions::takeCharge(StringId session, RequestId request, Context &context)
{
    Session *copy = m_sessions.find(session);
    if (!copy || copy->role == CopyRole::InCharge)
        return false;
    copy->lastUsed = context.now;
    copy->role = CopyRole::InCharge;
    context.out.emit(SessionTouched {session, CopyRole::InCharge}, request);
    return true;
}

bool MemorySessions::end(StringId session, SessionEnd reason, RequestId request, Context &context)
{
    if (!m_sessions.erase(session))
        return false;
    context.out.emit(SessionEnded {session, reason}, request);
    return true;
}

bool MemorySessions::changeId(StringId session, StringId newSession, RequestId request, Context &context)
{
    const Session *const renamed = find(session);
    if (!renamed)
        return false;
    const Session kept = *renamed;
    m_sessions.erase(session);
    m_sessions.insertOrAssign(newSession, kept);
    context.out.emit(SessionIdChanged {session, newSession}, request);
    return true;
}

std::vector<SessionImage> MemorySessions::images() const
{
    std::vector<SessionImage> all;
    all.reserve(m_sessions.size());
    for (const auto &[id, session] : m_sessions)
        all.push_back(SessionImage {id, session.client, session.lastUsed, session.attributes});
    std::sort(all.begin(), all.end(),
              [](const SessionImage &a, const SessionImage &b) { return a.session < b.session; });
    return all;
}

} // namespace sessionarium::protocol
