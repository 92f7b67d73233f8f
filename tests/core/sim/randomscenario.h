// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/random.h"
#include "core/scenario/scenario.h"

#include <algorithm>
#include <array>
#include <string>

namespace sessionarium::tests {

/// A scenario that a seed makes up: everything that a file can ask for occurs, small bounds included.
[[nodiscard]] inline scenario::Scenario randomScenario(std::uint64_t seed, std::size_t actionCount = 60)
{
    using namespace model;
    Random random(seed, Purpose::Network, EntityId(1000));
    const auto pick = [&random](std::uint64_t n) { return random.below(n); };
    const auto coin = [&random] { return random.below(2) == 1; };

    scenario::Scenario made;
    made.id = "random-" + std::to_string(seed);
    made.duration = seconds(20);
    made.seed = seed;
    Setup &setup = made.setup;
    const std::uint64_t clients = 1 + pick(6);
    for (std::uint64_t i = 0; i < clients; ++i) {
        ClientSpec client;
        client.id = "client-" + std::to_string(i + 1);
        client.address = "10.0.0." + std::to_string(i + 1);
        client.on401 = coin() ? On401::LogInAgain : On401::Stay;
        client.redirects = coin() ? Redirects::LoginPage : Redirects::None;
        client.timeout = milliseconds(static_cast<std::int64_t>(20 + pick(5000)));
        setup.clients.push_back(client);
    }
    const bool balanced = pick(8) != 0;
    if (balanced) {
        BalancerSpec balancer;
        balancer.stickiness = coin() ? Stickiness::Cookie : Stickiness::None;
        balancer.retries = static_cast<std::uint32_t>(pick(4));
        balancer.redispatch = coin();
        setup.balancer = balancer;
    }
    const std::uint64_t servers = balanced ? 1 + pick(4) : 1;
    for (std::uint64_t i = 0; i < servers; ++i) {
        ServerSpec server;
        server.id = "server-" + std::to_string(i + 1);
        server.capacity = static_cast<std::uint32_t>(1 + pick(3));
        server.queueLimit = static_cast<std::uint32_t>(pick(4));
        server.serviceTime = microseconds(static_cast<std::int64_t>(pick(200000)));
        server.weight = static_cast<std::uint32_t>(1 + pick(3));
        setup.servers.push_back(server);
    }
    setup.sessions.timeout = milliseconds(static_cast<std::int64_t>(500 + pick(8000)));
    setup.application.createsSessionWhenAnonymous = coin();
    setup.application.loginRedirect = coin();
    setup.network.latency = microseconds(static_cast<std::int64_t>(pick(3000)));
    setup.network.jitter = microseconds(coin() ? static_cast<std::int64_t>(pick(20000)) : 0);
    setup.network.lossPpm = pick(4) == 0 ? 30000 : 0;

    constexpr std::array kinds {ActionKind::LogIn,         ActionKind::LogIn,    ActionKind::Read,
                                ActionKind::Read,          ActionKind::Read,     ActionKind::Write,
                                ActionKind::Write,         ActionKind::LogOut,   ActionKind::DeleteCookie,
                                ActionKind::SendUnknownId, ActionKind::Crash,    ActionKind::Restart,
                                ActionKind::Restart,       ActionKind::AddServer};
    scenario::Branch root;
    root.id = "main";
    for (std::size_t i = 0; i < actionCount; ++i) {
        Action action;
        action.id = "a-" + std::to_string(i);
        action.verb = kinds[pick(kinds.size())];
        const bool atServer = action.verb == ActionKind::Crash || action.verb == ActionKind::Restart;
        if (atServer) {
            action.server = setup.servers[pick(servers)].id;
        } else if (action.verb != ActionKind::AddServer) {
            action.client = setup.clients[pick(clients)].id;
        }
        if (action.verb == ActionKind::Write) {
            action.attribute = coin() ? "cart" : "notes";
            action.item = "item-" + std::to_string(i);
        }
        // Bunched in time, so that requests of one client overlap.
        action.at = SimTime {static_cast<std::int64_t>(pick(200)) * 90000 + static_cast<std::int64_t>(pick(3)) * 1000};
        const auto earlier = std::find_if(root.actions.rbegin(), root.actions.rend(), [&action](const Action &other) {
            return !action.client.empty() && other.client == action.client;
        });
        if (earlier != root.actions.rend() && pick(4) == 0) {
            action.at.reset();
            action.after = earlier->id;
            action.think = milliseconds(static_cast<std::int64_t>(pick(300)));
        }
        root.actions.push_back(action);
    }
    made.branches.push_back(root);
    return made;
}

} // namespace sessionarium::tests
