// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/spec.h"
#include "core/protocol/membership.h"
#include "core/protocol/memorysessions.h"
#include "core/protocol/passivemanager.h"

#include <deque>
#include <map>
#include <vector>

namespace sessionarium::protocol {

/// The session manager of a server that copies each creation and change to all other members of its cluster, after
/// Tomcat's DeltaManager (T-3 to T-22, T-33 to T-35).
///
/// Sizes (§7): a delta d + h, a whole session S + h, what only names a session h, an acknowledgement 21 B, a state
/// transfer U·S + h. Not modelled: T-17, since a request writes at the end of its service, not while it is served.
class AllToAllSessions : public PassiveManager
{
public:
    AllToAllSessions(model::EntityId entity, const model::SessionsSpec &sessions,
                     const model::ApplicationSpec &application, const KnownStrings &strings);

    Progress begin(SessionJob &job, Context &context);
    Progress finish(SessionJob &job, Context &context);
    Progress arrived(const Message &message, SessionJob *job, Context &context);
    Progress timer(const TimerFired &timer, SessionJob *job, Context &context);
    void answered(const ProbeAnswered &answer, Context &context);
    void listed(const PeerListed &peer, Context &context) { m_members.listed(peer, context); }
    using PassiveManager::listed;
    void left(const ServerLeft &left, Context &context);
    [[nodiscard]] bool costsToApply(const Message &message) const;
    void apply(const Message &message, Context &context);
    [[nodiscard]] bool appliesTo(const Acted &input) const
    {
        return input.about != m_entity && m_members.canList(input.about);
    }
    void act(const Acted &input, Context &context) { m_members.list(input.about, context); }
    bool start(const Started &started, Context &context);
    [[nodiscard]] bool isReady() const { return m_isReady; }
    [[nodiscard]] model::RequestId takeReleased();
    void clear();

    [[nodiscard]] const MemorySessions &memory() const { return m_memory; }
    [[nodiscard]] const Membership &members() const { return m_members; }
    /// What waits in the sender's queue: how many changes.
    [[nodiscard]] std::size_t queued() const { return m_queue.size(); }

private:
    /// The confirmations that a served request still waits for, one entry a message.
    struct Wait
    {
        std::vector<model::EntityId> open;
    };

    [[nodiscard]] Message about(model::MessageKind kind, model::StringId session, model::RequestId request,
                                std::uint32_t bytes) const;
    /// To all members, by way of the queue.
    void replicate(Message message, Context &context);
    void sendToMembers(const Message &message, Context &context);
    void tellChange(const SessionChange &change, const SessionJob &job, Context &context);
    void tellRead(const SessionJob &job, Context &context);
    void tellContent(model::StringId session, model::StringId attribute, model::RequestId request, Context &context);
    void tellExpired(model::StringId session, model::RequestId request, Context &context);
    void take(const Message &message, Context &context);
    void confirm(const Message &message, Context &context);
    void confirmed(model::RequestId request, model::EntityId from);
    void miss(model::EntityId from, model::ConnectError reason, Context &context);
    void askForState(Context &context);
    void takeState(const Message &message, Context &context);
    void becomeReady(Context &context);

    MemorySessions m_memory;
    Membership m_members;
    model::EntityId m_entity;
    bool m_isAcknowledged;
    bool m_sendsWhole;
    bool m_deltaOnRead;
    std::uint32_t m_threads;
    model::Duration m_timeout;
    model::Duration m_sweep;
    model::Duration m_delay;
    model::Duration m_confirmTimeout;
    model::Duration m_transferTimeout;
    model::Duration m_dropTime;
    std::uint32_t m_sessionBytes;
    std::uint32_t m_deltaBytes;
    std::uint32_t m_envelopeBytes;

    std::uint32_t m_life = 0; ///< Timers of an earlier one say nothing.
    std::uint32_t m_nextThread = 0;
    std::deque<Message> m_queue;
    std::map<model::RequestId, Wait> m_waits;
    std::vector<model::RequestId> m_released;
    std::unordered_map<std::uint32_t, model::SimTime> m_told; ///< By session: when others were told last (T-12).

    // While it starts
    bool m_isReady = true;
    std::vector<model::EntityId> m_candidates; ///< Whom it may still ask for the state.
    bool m_hasAsked = false;
    std::vector<Message> m_early; ///< Changes that came before the state.
};

} // namespace sessionarium::protocol
