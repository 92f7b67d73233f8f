// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/simtime.h"
#include "core/model/spec.h"
#include "core/protocol/effect.h"
#include "core/protocol/idtable.h"
#include "core/protocol/sessionjob.h"
#include "core/protocol/sessionrules.h"

#include <vector>

namespace sessionarium::protocol {

/// What a request did to the session that it worked with; for who has to tell others.
struct SessionChange
{
    model::StringId session; ///< None: it touched none.
    model::StringId oldSession; ///< The id changed (B-7): what it was.
    model::StringId attribute; ///< None: no attribute was written.
    bool created = false;
    bool ended = false; ///< By log-out.
    bool tookOver = false; ///< The copy was not the one in charge before this request.
    bool expired = false; ///< A copy in charge was too old; `session` names it.
};

/// Sessions in the memory of one server, and what an application does with them (B-1 to B-9): the rules that hold
/// whether or not others have copies as well. Every change is emitted as a fact.
class MemorySessions
{
public:
    MemorySessions(const model::SessionsSpec &sessions, const model::ApplicationSpec &application,
                   const KnownStrings &strings);

    struct Session
    {
        model::SimTime lastUsed;
        Attributes attributes;
        model::EntityId client; ///< For whose request it was made.
        model::CopyRole role = model::CopyRole::InCharge;
    };

    /// Looks the session up and reads it; the idle clock starts anew, and the copy is the one in charge (B-4, B-8, B-9,
    /// T-18). `tookOver` of the change says whether it was not in charge before.
    SessionChange begin(SessionJob &job, Context &context);
    /// Writes what the request changes, and fills the response: status, attributes shown, Set-Cookie.
    SessionChange finish(SessionJob &job, Context &context);
    /// B-9, T-19: clears away what has expired; the sessions whose copy in charge ended, ascending.
    [[nodiscard]] std::vector<model::StringId> sweep(Context &context);
    /// The process died: all sessions are gone (B-12). The caller emits the one fact that says so.
    void clear() { m_sessions.clear(); }

    // What others say of sessions. Each emits its facts.
    /// T-14, CREATED: an empty copy, not in charge. A copy that is there is replaced.
    void makeCopy(model::StringId session, model::EntityId client, model::RequestId request, Context &context);
    /// A whole copy, idle since `image.lastUsed`.
    void setCopy(const SessionImage &image, model::RequestId request, Context &context);
    /// T-14, DELTA: false if the session is unknown.
    bool setAttributes(model::StringId session, const Attributes &attributes, model::RequestId request,
                       Context &context);
    /// T-14, ACCESSED: false if the session is unknown.
    bool touch(model::StringId session, model::RequestId request, Context &context);
    /// T-12: whoever has served a request has the copy in charge, whatever came in meanwhile. True if it had not.
    bool takeCharge(model::StringId session, model::RequestId request, Context &context);
    bool end(model::StringId session, model::SessionEnd reason, model::RequestId request, Context &context);
    bool changeId(model::StringId session, model::StringId newSession, model::RequestId request, Context &context);

    /// All sessions, ascending by id.
    [[nodiscard]] std::vector<SessionImage> images() const;
    /// Null if there is none.
    [[nodiscard]] const Session *find(model::StringId session) const { return m_sessions.find(session); }
    /// In no order that may be relied on.
    [[nodiscard]] const IdTable<Session> &sessions() const { return m_sessions; }

private:
    [[nodiscard]] bool isExpired(const Session &session, model::SimTime now) const;
    void create(SessionJob &job, SessionChange &change, Context &context);
    void apply(const SessionJob &job, model::StringId attribute, Session &session, SessionChange &change,
               Context &context) const;

    model::Duration m_timeout;
    SessionRules m_rules;
    IdTable<Session> m_sessions; ///< Looked up only, walked only to be sorted.
};

} // namespace sessionarium::protocol
