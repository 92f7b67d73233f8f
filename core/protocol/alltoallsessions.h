// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/spec.h"
#include "core/protocol/confirmations.h"
#include "core/protocol/membership.h"
#include "core/protocol/memorysessions.h"
#include "core/protocol/passivemanager.h"
#include "core/protocol/replicationqueue.h"

#include <deque>
#include <map>
#include <vector>

namespace sessionarium::protocol {

/// The session manager of a server that copies each creation and change to all other members of its cluster, after
/// Tomcat's DeltaManager (T-2 to T-22, T-33 to T-35).
///
/// What is sent, always to each other member:
///
/// | what happened | message | bytes (section 7) |
/// | --- | --- | --- |
/// | a session was made (T-9) | created | h |
/// | … and at the end of its request, as after each write (T-10) | delta, or full | d + h, or S + h |
/// | its id changed (B-7) | change_id | h |
/// | a read took it over, or nothing was told for a whole time-out (T-12) | accessed | h |
/// | any read, with `delta_on_read` (T-13) | delta | h |
/// | log-out, expiry of the copy in charge (T-19) | expired | h |
/// | a server starts (T-20) | state, to the first member only; its reply | h; U·S + h |
///
/// Acknowledged (T-3: 6), each message on behalf of a request is confirmed (21 bytes) when it has taken effect; what no
/// request waits for, an expiry, is not. Not modelled: T-17, since a request writes at the end of its service, so that
/// there are no unsent actions that an arriving delta could discard; T-21, the state comes in one message; T-5's bound
/// on the queue. A log-out is no action of a delta: it ends the session.
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
    [[nodiscard]] std::size_t queued() const { return m_queue.waiting().size(); }
    [[nodiscard]] const ReplicationQueue &queue() const { return m_queue; }

private:
    [[nodiscard]] Message about(model::MessageKind kind, model::StringId session, model::RequestId request,
                                std::uint32_t bytes) const;

    // What it tells (alltoallsessions.cpp)
    [[nodiscard]] std::deque<Message> changesOf(const SessionChange &change, const SessionJob &job, bool tookOver,
                                                Context &context);
    [[nodiscard]] Message contentOf(model::StringId session, model::StringId attribute, const SessionJob &job) const;
    [[nodiscard]] Message expiryOf(model::StringId session, model::SessionEnd reason, model::RequestId request) const;
    [[nodiscard]] bool isOverdue(model::StringId session, model::SimTime now) const;
    Progress waitFor(std::deque<Message> messages, SessionJob &job, Context &context);
    void replicate(Message message, Context &context);
    void sendToMembers(const Message &message, Context &context);
    void expire(Context &context);

    // What it waits for
    void goOn(Context &context);
    void giveUpSilent(model::RequestId request, std::uint32_t mark, Context &context);
    void drop(model::EntityId member, model::ConnectError reason, Context &context);

    // What it is told (alltoallarrivals.cpp)
    void take(const Message &message, Context &context);
    void confirm(const Message &message, Context &context) const;
    void askForState(Context &context);
    void giveState(const Message &request, Context &context) const;
    void takeState(const Message &reply, Context &context);
    void becomeReady(bool hasState, Context &context);

    MemorySessions m_memory;
    Membership m_members;
    ReplicationQueue m_queue;
    Confirmations m_confirmations;
    model::EntityId m_entity;
    bool m_isAcknowledged;
    bool m_sendsWhole;
    bool m_deltaOnRead;
    model::Duration m_timeout;
    model::Duration m_sweep;
    model::Duration m_confirmTimeout;
    model::Duration m_transferTimeout;
    std::uint32_t m_sessionBytes;
    std::uint32_t m_deltaBytes;
    std::uint32_t m_envelopeBytes;

    std::uint32_t m_life = 0; ///< Timers of an earlier one say nothing.
    std::deque<model::RequestId> m_released;
    std::map<model::StringId, model::SimTime> m_told; ///< By session: when others were told of it last (T-12).

    // While it starts
    bool m_isReady = true;
    bool m_hasAsked = false;
    model::SimTime m_askedAt; ///< First.
    std::deque<model::EntityId> m_candidates; ///< Whom it may still ask for the state.
    struct Early
    {
        Message message;
        model::SimTime at;
    };
    std::vector<Early> m_early; ///< Changes that came before the state.
};

} // namespace sessionarium::protocol
