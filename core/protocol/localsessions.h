// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/simtime.h"
#include "core/model/spec.h"
#include "core/protocol/effect.h"

#include <unordered_map>

namespace sessionarium::protocol {

/// What a server does with sessions for one request: at the start of service it reads, at the end it writes
/// (semantics §3).
struct SessionJob
{
    model::RequestId request;
    model::EntityId client;
    model::Operation operation = model::Operation::Read;
    model::WriteId write;
    model::StringId attribute;
    model::StringId presented; ///< The session id of the request's cookie.

    model::StringId session; ///< The session it works with; none: a stranger's.
    Attributes read; ///< Its attributes as they were at the start.
};

/// The session manager of a server that shares nothing: sessions live in its own memory (B-1 to B-8).
/// Every change is emitted as a fact.
class LocalSessions
{
public:
    LocalSessions(const model::SessionsSpec &sessions, const model::ApplicationSpec &application,
                  const KnownStrings &strings);

    /// Looks the session up and reads it; the idle clock starts anew (B-4, B-8, B-9).
    void begin(SessionJob &job, Context &context);
    /// Writes what the request changes, and fills the answer: status, attributes shown, Set-Cookie.
    void finish(SessionJob &job, Message &response, Context &context);
    /// The process died: all sessions are gone (B-12). The caller emits the one fact that says so.
    void clear();

    struct Session
    {
        model::SimTime lastUsed;
        Attributes attributes;
    };
    [[nodiscard]] const std::unordered_map<std::uint32_t, Session> &sessions() const { return m_sessions; }

private:
    void create(SessionJob &job, Context &context);
    void apply(const SessionJob &job, model::StringId attribute, Session &session, Context &context) const;
    void answerStranger(SessionJob &job, Message &response, Context &context);

    model::Duration m_timeout;
    bool m_createsWhenAnonymous;
    bool m_loginRedirect;
    KnownStrings m_strings;
    /// By session id; looked up only, never walked on the way to a fact.
    std::unordered_map<std::uint32_t, Session> m_sessions;
};

} // namespace sessionarium::protocol
