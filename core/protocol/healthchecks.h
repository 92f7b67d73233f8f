// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/spec.h"
#include "core/protocol/effect.h"

#include <vector>

namespace sessionarium::protocol {

/// What a balancer thinks of its servers, by checking each of them now and then (H-16 to H-20): connect, count, decide.
/// Without checks every server is up for good.
class HealthChecks
{
public:
    explicit HealthChecks(const model::BalancerSpec &spec);

    /// A further server, with the next index. Up at once, with a counter that the first failed check brings down
    /// (H-19).
    void add(model::EntityId server, Context &context);
    /// Nobody is checked there any more.
    void remove(std::size_t index) { m_servers[index].isChecked = false; }

    /// A timer of the kinds CheckDue and CheckTimeout.
    void timer(const TimerFired &timer, Context &context);
    void answered(const ProbeAnswered &answer, Context &context);

    [[nodiscard]] model::Health health(std::size_t index) const { return m_servers[index].health; }
    [[nodiscard]] std::uint32_t counter(std::size_t index) const { return m_servers[index].counter; }

private:
    struct Server
    {
        model::EntityId entity;
        model::Health health = model::Health::Up;
        std::uint32_t counter = 0;
        bool isChecked = false;
        std::uint32_t round = 0; ///< Of its checks; answers to an earlier one come too late.
        bool isWaiting = false;
        model::SimTime began;
    };

    void begin(std::size_t index, Context &context);
    void passed(Server &server, Context &context);
    void failed(Server &server, model::ConnectError reason, Context &context);
    void scheduleNext(std::size_t index, model::Duration delay, Context &context);
    [[nodiscard]] std::uint32_t tokenOf(std::size_t index) const;
    /// Null if the token is of a check that is over.
    [[nodiscard]] Server *serverOf(std::uint32_t token, std::size_t &index);

    bool m_isOn;
    model::Duration m_interval;
    std::uint32_t m_rise;
    std::uint32_t m_top; ///< The counter of a server that is fully up.
    std::vector<Server> m_servers;
};

} // namespace sessionarium::protocol
