// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/spec.h"
#include "core/protocol/passivemanager.h"
#include "core/protocol/sessionrules.h"

#include <map>

namespace sessionarium::protocol {

/// The session manager of a server that keeps no session: it loads one at the start of a request and saves it at its
/// end, before the answer (R-1 to R-8, the simplified pattern of §7: 4 messages, S + d + 4h bytes). While it waits for
/// the store the request keeps its place.
class StoreSessions : public PassiveManager
{
public:
    StoreSessions(model::EntityId entity, const model::SessionsSpec &sessions,
                  const model::ApplicationSpec &application, const KnownStrings &strings);

    Progress begin(SessionJob &job, Context &context);
    Progress finish(SessionJob &job, Context &context);
    Progress arrived(const Message &message, SessionJob *job, Context &context);
    Progress timer(const TimerFired &timer, SessionJob *job, Context &context);
    Progress connected(const Connected &connected, SessionJob *job, Context &context);
    Progress refused(const ConnectionRefused &refused, SessionJob *job, Context &context);
    Progress lost(const ConnectionLost &lost, SessionJob *job, Context &context);
    void listed(const StoreListed &listed, Context &) { m_store = listed.store; }
    using PassiveManager::listed;
    bool start(const Started &, Context &) { return true; }
    void clear() { m_pending.clear(); }

    /// The store that it turns to; none: it was not told of one.
    [[nodiscard]] model::EntityId store() const { return m_store; }

private:
    /// What a job that waits has asked for, and of which store: it may be another one than the next job will turn to.
    struct Pending
    {
        Message message;
        bool isSent = false; ///< False: the connection does not stand yet.
    };

    [[nodiscard]] Message to(model::MessageKind kind, model::StringId session, const SessionJob &job,
                             std::uint32_t bytes) const;
    Progress connect(SessionJob &job, const Message &outgoing, Context &context);
    Progress loaded(const Message &reply, SessionJob &job, Context &context);
    Progress saved(const Message &reply, SessionJob &job, Context &context);
    Progress fail(SessionJob &job, model::RejectReason reason, Context &context);
    /// Null unless the job waits for the answer on that connection.
    [[nodiscard]] const Pending *pending(const SessionJob *job, std::uint32_t connection) const;
    /// Tells load and save apart: connections and time-outs carry it.
    [[nodiscard]] static std::uint32_t phase(const SessionJob &job) { return job.isSaving ? 1 : 0; }

    model::EntityId m_entity;
    model::EntityId m_store;
    SessionRules m_rules;
    bool m_savesOnRead;
    bool m_isAtomic;
    model::Duration m_timeout;
    std::uint32_t m_deltaBytes;
    std::uint32_t m_envelopeBytes;
    std::map<model::RequestId, Pending> m_pending;
};

} // namespace sessionarium::protocol
