// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/names.h"
#include "core/model/random.h"
#include "core/scenario/reader.h"

#include <string>
#include <vector>

namespace sessionarium::test {

/// Makes up valid scenarios in which each field of the parts of a run has its default or some other value.
class RandomFile
{
public:
    explicit RandomFile(std::uint64_t seed) : m_random(model::Random::fromState(seed)) { }

    scenario::Scenario make()
    {
        m_file = scenario::emptyScenario();
        m_file.seed = m_random.next();
        balancer(*m_file.setup.balancer);
        model::ServerSpec &server = m_file.setup.servers.front();
        number(server.capacity, 1, 10'000);
        time(server.serviceTime, 0);
        if (m_random.below(2) > 0)
            m_file.setup.stores.push_back(store());
        sessions(m_file.setup.sessions);
        application(m_file.setup.application);
        for (std::uint64_t n = m_random.below(4); n > 0; --n)
            m_file.setup.workload.crowds.push_back(crowd("crowd-" + std::string(1, static_cast<char>('a' + n))));
        for (int i = 0; i < 20; ++i)
            m_file.branches.front().actions.push_back(action("action-" + std::to_string(i)));
        return m_file;
    }

private:
    bool changes() { return m_random.below(3) > 0; }

    void number(std::uint32_t &value, std::uint32_t least, std::uint32_t most)
    {
        if (changes())
            value = least + static_cast<std::uint32_t>(m_random.below(most - least + 1));
    }
    void time(model::Duration &value, std::int64_t least)
    {
        if (changes())
            value.us = least + static_cast<std::int64_t>(m_random.below(9'000'000));
    }
    void flag(bool &value)
    {
        if (changes())
            value = !value;
    }
    template <class E>
    void word(E &value)
    {
        if (changes())
            value = static_cast<E>(m_random.below(model::EnumNames<E>::values.size()));
    }
    std::string pick(const std::vector<std::string> &ids) { return ids.at(m_random.below(ids.size())); }

    void balancer(model::BalancerSpec &spec)
    {
        word(spec.stickiness);
        word(spec.hash);
        flag(spec.check);
        time(spec.checkInterval, 1'000);
        number(spec.fall, 1, 100);
        number(spec.rise, 1, 100);
        number(spec.retries, 0, 100);
        flag(spec.redispatch);
        time(spec.connectTimeout, 1);
        time(spec.serverTimeout, 1);
    }

    model::StoreSpec store()
    {
        model::StoreSpec spec;
        spec.name = {"레디스", "Redis"};
        word(spec.persistence);
        if (changes())
            spec.savePoints.resize(m_random.below(3), {model::seconds(7), 70});
        time(spec.readTime, 0);
        time(spec.writeTime, 0);
        time(spec.diskReadTime, 0);
        time(spec.flushTime, 0);
        if (changes()) {
            model::StoreReplicaSpec &replica = spec.replica.emplace();
            replica.name = {"둘째", "Second"};
            word(replica.mode);
            time(replica.delay, 0);
            time(replica.downAfter, 1'000);
        }
        return spec;
    }

    void sessions(model::SessionsSpec &spec)
    {
        word(spec.policy);
        if (spec.policy == model::SessionPolicy::Store && m_file.setup.stores.empty())
            m_file.setup.stores.push_back(store());
        time(spec.timeout, 1);
        time(spec.sweep, 1'000);
        flag(spec.acknowledged);
        word(spec.membership);
        word(spec.replicates);
        time(spec.replicationDelay, 0);
        time(spec.dropTime, 1'000);
        time(spec.confirmTimeout, 1);
        time(spec.transferTimeout, 1);
        number(spec.sessionBytes, 0, 100'000'000);
        number(spec.newSessionBytes, 0, 100'000'000);
        number(spec.deltaBytes, 0, 100'000'000);
        number(spec.envelopeBytes, 0, 100'000'000);
    }

    void application(model::ApplicationSpec &spec)
    {
        flag(spec.createsSessionWhenAnonymous);
        flag(spec.loginRedirect);
        flag(spec.changesIdAtLogIn);
        flag(spec.deltaOnRead);
        number(spec.senderThreads, 1, 64);
        time(spec.apply, 0);
        time(spec.storeTimeout, 1);
        word(spec.storeWrites);
        flag(spec.savesOnRead);
    }

    model::CrowdSpec crowd(const std::string &id)
    {
        model::CrowdSpec spec;
        spec.id = id;
        spec.name = {id, id};
        number(spec.clients, 1, 1'000);
        flag(spec.sharedAddress);
        word(spec.arrivals);
        if (changes())
            spec.from.us = static_cast<std::int64_t>(m_random.below(9'000'000));
        if (changes())
            spec.until = model::SimTime {10'000'000};
        time(spec.mean, 1);
        number(spec.writePpm, 0, 1'000'000);
        flag(spec.logsIn);
        word(spec.on401);
        time(spec.timeout, 1);
        return spec;
    }

    model::Action action(const std::string &id)
    {
        using model::ActionKind;
        model::Action made;
        made.id = id;
        made.verb = static_cast<ActionKind>(m_random.below(model::EnumNames<ActionKind>::values.size()));
        made.at = model::SimTime {static_cast<std::int64_t>(m_random.below(10'000'000))};
        const std::string client = pick({"minji", "junho"});
        const std::string server = pick({"server-1", "server-2"});
        const auto seconds = static_cast<std::int64_t>(m_random.below(9));
        switch (made.verb) {
        case ActionKind::Crash:
        case ActionKind::Restart:
        case ActionKind::Hang:
        case ActionKind::Drain:
        case ActionKind::RemoveServer:
            made.server = server;
            break;
        case ActionKind::Slow:
            made.server = server;
            made.serviceTime = model::seconds(seconds);
            break;
        case ActionKind::SetCapacity:
            made.server = server;
            made.capacity = 7;
            if (changes())
                made.serviceTime = model::seconds(seconds);
            break;
        case ActionKind::PowerOff:
            if (changes())
                made.server = server;
            else
                made.store = "store";
            break;
        case ActionKind::StoreCrash:
        case ActionKind::StoreRestart:
        case ActionKind::StoreShutdown:
            made.store = pick({"store", "store-replica"});
            break;
        case ActionKind::Partition:
            made.group = {server, client};
            if (changes())
                made.others = {"balancer"};
            break;
        case ActionKind::Heal:
            if (changes())
                made.group = {server};
            break;
        case ActionKind::AddClient:
            made.client = changes() ? "new-" + id : std::string();
            made.address = changes() ? "10.1.2.3" : std::string();
            break;
        case ActionKind::AddServer:
            made.server = changes() ? "new-" + id : std::string();
            break;
        case ActionKind::AddMember:
            made.server = server;
            made.member = "server-1";
            break;
        case ActionKind::MovePin:
            made.client = client;
            made.server = server;
            break;
        case ActionKind::DeleteCookie:
            made.client = client;
            word(made.cookie);
            break;
        case ActionKind::ChangeAddress:
            made.client = client;
            made.address = "10.9.8.7";
            break;
        case ActionKind::CopyCookie:
            made.client = client;
            made.from = "junho";
            break;
        case ActionKind::Write:
            made.client = client;
            made.item = changes() ? "사과" : std::string();
            break;
        default:
            made.client = client;
            break;
        }
        return made;
    }

    model::Random m_random;
    scenario::Scenario m_file;
};

[[nodiscard]] inline scenario::Scenario randomFile(std::uint64_t seed)
{
    return RandomFile(seed).make();
}

} // namespace sessionarium::test
