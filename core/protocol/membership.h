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
    void timer(const TimerFired &timer, Context &context);
    /// True if it is an answer to what this asked.
    bool answered(const ProbeAnswered &answer, Context &context);
    void drop(model::EntityId peer, Context &context);
    void left(model::EntityId peer, Context &context);

    /// In order of their ids.
    [[nodiscard]] const std::vector<Peer> &peers() const { return m_peers; }
    [[nodiscard]] bool isMember(model::EntityId peer) const;
    [[nodiscard]] std::uint32_t count() const;

private:
    [[nodiscard]] Peer *find(model::EntityId peer);
    [[nodiscard]] Peer &add(model::EntityId peer);
    void ask(Context &context);

    bool m_isMulticast;
    model::Duration m_dropTime;
    std::vector<Peer> m_peers;
    std::uint32_t m_life = 0; ///< Timers and answers of an earlier one say nothing.
};

} // namespace sessionarium::protocol
