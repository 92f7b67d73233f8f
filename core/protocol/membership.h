// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/spec.h"
#include "core/protocol/effect.h"

#include <vector>

namespace sessionarium::protocol {

/// Which other servers one server counts among its cluster (T-33 to T-35). It asks all whom it may know every half
/// second; who answers is a member, who was silent for the drop time is one no longer. With multicast it may know every
/// server that there is; with static membership those that its own list names.
class Membership
{
public:
    struct Peer
    {
        model::EntityId entity;
        bool isListed = false; ///< It may become a member by answering.
        bool isMember = false;
        model::SimTime heard;
    };

    explicit Membership(const model::SessionsSpec &sessions)
        : m_isMulticast(sessions.membership == model::Membership::Multicast), m_dropTime(sessions.dropTime)
    {
    }

    /// The process begins to live: asks everybody at once.
    void start(Context &context);
    /// The process died: nobody is a member any more. The caller emits the one fact that says so.
    void clear();

    void listed(const PeerListed &peer, Context &context);
    /// An operator adds one to the list of this server.
    [[nodiscard]] bool canList(model::EntityId peer) const;
    void list(model::EntityId peer, Context &context);
    /// True: a heartbeat was due, everybody is asked again. Who has been silent for too long is for the caller to drop.
    bool timer(const TimerFired &timer, Context &context);
    [[nodiscard]] std::vector<model::EntityId> silent(model::SimTime now) const;
    /// T-34: has the member checked at once, by the side.
    void check(model::EntityId peer, Context &context) const;
    /// True: that check was refused, the process is not there.
    [[nodiscard]] bool answered(const ProbeAnswered &answer, Context &context);
    /// T-34: checked at `since`, it has not answered for longer than that takes.
    [[nodiscard]] bool isUnreachable(model::EntityId peer, model::SimTime since, model::SimTime now) const;
    void drop(model::EntityId peer, Context &context);
    void left(model::EntityId peer, Context &context);

    /// In order of their ids.
    [[nodiscard]] const std::vector<Peer> &peers() const { return m_peers; }
    [[nodiscard]] std::vector<model::EntityId> members() const;
    [[nodiscard]] bool isMember(model::EntityId peer) const;
    /// Whether there is anybody at all whom it may find.
    [[nodiscard]] bool hasPeers() const;
    /// Tomcat waits for two heartbeats when it starts: by then each knows all others.
    [[nodiscard]] bool isSettled() const { return m_heartbeats >= 2; }

private:
    [[nodiscard]] const Peer *find(model::EntityId peer) const;
    [[nodiscard]] Peer *find(model::EntityId peer);
    [[nodiscard]] Peer &add(model::EntityId peer);
    void ask(Context &context);

    bool m_isMulticast;
    model::Duration m_dropTime;
    std::vector<Peer> m_peers;
    std::uint32_t m_life = 0; ///< Timers and answers of an earlier one say nothing.
    std::uint32_t m_heartbeats = 0; ///< Of this life.
};

} // namespace sessionarium::protocol
