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

    // How sessions are shared, with its every corner.
    constexpr std::array persistences {Persistence::None,           Persistence::Snapshots, Persistence::LogNever,
                                       Persistence::LogEverySecond, Persistence::LogAlways, Persistence::Disk};
    if (balanced) {
        BalancerSpec &balancer = *setup.balancer;
        if (pick(4) == 0)
            balancer.stickiness = Stickiness::SourceIp;
        balancer.hash = coin() ? HashType::Consistent : HashType::MapBased;
        balancer.check = coin();
        balancer.checkInterval = milliseconds(static_cast<std::int64_t>(100 + pick(900)));
        balancer.connectTimeout = milliseconds(static_cast<std::int64_t>(50 + pick(900)));
        balancer.serverTimeout = milliseconds(static_cast<std::int64_t>(200 + pick(3000)));
    }
    SessionsSpec &sessions = setup.sessions;
    sessions.policy = static_cast<SessionPolicy>(pick(3));
    sessions.acknowledged = coin();
    sessions.membership = coin() ? Membership::Static : Membership::Multicast;
    sessions.replicates = coin() ? Replicates::Full : Replicates::Delta;
    sessions.replicationDelay = milliseconds(coin() ? static_cast<std::int64_t>(pick(400)) : 0);
    sessions.dropTime = milliseconds(static_cast<std::int64_t>(600 + pick(2000)));
    sessions.confirmTimeout = milliseconds(static_cast<std::int64_t>(50 + pick(1000)));
    sessions.transferTimeout = milliseconds(static_cast<std::int64_t>(1000 + pick(4000)));
    sessions.sweep = milliseconds(static_cast<std::int64_t>(pick(3) * 700));
    ApplicationSpec &application = setup.application;
    application.changesIdAtLogIn = coin();
    application.deltaOnRead = coin();
    application.senderThreads = static_cast<std::uint32_t>(1 + pick(3));
    application.apply = microseconds(coin() ? static_cast<std::int64_t>(pick(5000)) : 0);
    application.storeTimeout = milliseconds(static_cast<std::int64_t>(50 + pick(500)));
    application.storeWrites = coin() ? StoreWrites::Atomic : StoreWrites::ReadModifyWrite;
    application.savesOnRead = coin();
    if (sessions.policy == SessionPolicy::Store) {
        StoreSpec store;
        store.persistence = persistences[pick(persistences.size())];
        store.savePoints = {{milliseconds(static_cast<std::int64_t>(500 + pick(3000))), 1}};
        store.writeTime = microseconds(static_cast<std::int64_t>(pick(3000)));
        if (coin()) {
            StoreReplicaSpec replica;
            replica.mode = coin() ? ReplicaMode::Synchronous : ReplicaMode::Asynchronous;
            replica.delay = milliseconds(coin() ? static_cast<std::int64_t>(pick(300)) : 0);
            replica.downAfter = milliseconds(static_cast<std::int64_t>(500 + pick(2000)));
            store.replica = replica;
        }
        setup.stores.push_back(store);
    }
    if (pick(3) == 0) {
        CrowdSpec crowd;
        crowd.id = "guest";
        crowd.clients = static_cast<std::uint32_t>(1 + pick(4));
        crowd.sharedAddress = coin();
        crowd.arrivals = coin() ? Arrivals::Open : Arrivals::Closed;
        crowd.mean = milliseconds(static_cast<std::int64_t>(200 + pick(3000)));
        crowd.writePpm = static_cast<std::uint32_t>(pick(1000000));
        setup.workload.crowds.push_back(crowd);
    }

    constexpr std::array kinds {
        ActionKind::LogIn,         ActionKind::LogIn,         ActionKind::LogIn,         ActionKind::Read,
        ActionKind::Read,          ActionKind::Read,          ActionKind::Read,          ActionKind::Write,
        ActionKind::Write,         ActionKind::Write,         ActionKind::LogOut,        ActionKind::DeleteCookie,
        ActionKind::SendUnknownId, ActionKind::Crash,         ActionKind::Restart,       ActionKind::Restart,
        ActionKind::AddServer,     ActionKind::OpenTab,       ActionKind::ReadAnonymous, ActionKind::ChangeAddress,
        ActionKind::CopyCookie,    ActionKind::Slow,          ActionKind::Hang,          ActionKind::PowerOff,
        ActionKind::Partition,     ActionKind::Heal,          ActionKind::Heal,          ActionKind::Drain,
        ActionKind::MovePin,       ActionKind::RemoveServer,  ActionKind::SetCapacity,   ActionKind::AddClient,
        ActionKind::AddMember,     ActionKind::DeleteSession, ActionKind::StoreCrash,    ActionKind::StoreRestart,
        ActionKind::StoreRestart,  ActionKind::StoreShutdown};
    scenario::Branch root;
    root.id = "main";
    for (std::size_t i = 0; i < actionCount; ++i) {
        Action action;
        action.id = "a-" + std::to_string(i);
        action.verb = kinds[pick(kinds.size())];
        const auto anyClient = [&] { return setup.clients[pick(clients)].id; };
        const auto anyServer = [&] { return setup.servers[pick(servers)].id; };
        if (isUserAction(action.verb) || action.verb == ActionKind::MovePin || action.verb == ActionKind::DeleteSession)
            action.client = anyClient();
        switch (action.verb) {
        case ActionKind::CopyCookie:
            action.from = anyClient();
            break;
        case ActionKind::ChangeAddress:
            action.address = "172.16.0." + std::to_string(1 + pick(200));
            break;
        case ActionKind::DeleteCookie:
            action.cookie = coin() ? Cookie::Pin : Cookie::Session;
            break;
        case ActionKind::Crash:
        case ActionKind::Restart:
        case ActionKind::Hang:
        case ActionKind::Drain:
        case ActionKind::MovePin:
        case ActionKind::RemoveServer:
            action.server = anyServer();
            break;
        case ActionKind::Slow:
            action.server = anyServer();
            action.serviceTime = microseconds(static_cast<std::int64_t>(pick(90000)));
            break;
        case ActionKind::SetCapacity:
            action.server = anyServer();
            action.capacity = static_cast<std::uint32_t>(1 + pick(5));
            break;
        case ActionKind::AddMember:
            action.server = anyServer();
            action.member = anyServer();
            break;
        case ActionKind::PowerOff:
            if (!setup.stores.empty() && coin())
                action.store = setup.stores.front().id;
            else
                action.server = anyServer();
            break;
        case ActionKind::Partition:
            action.group = {anyServer()};
            break;
        default:
            break;
        }
        if (action.verb == ActionKind::Write) {
            action.attribute = coin() ? "cart" : "notes";
            action.item = "item-" + std::to_string(i);
        }
        // Bunched in time, so that requests of one client overlap.
        action.at = SimTime {static_cast<std::int64_t>(pick(200)) * 90000 + static_cast<std::int64_t>(pick(3)) * 1000};
        const auto earlier = std::find_if(root.actions.rbegin(), root.actions.rend(), [&action](const Action &other) {
            return isUserAction(action.verb) && isUserAction(other.verb) && other.client == action.client
                && other.verb != ActionKind::DeleteCookie && other.verb != ActionKind::ChangeAddress
                && other.verb != ActionKind::CopyCookie;
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
