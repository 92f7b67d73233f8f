// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/check.h"

#include "core/scenario/crowds.h"

#include <limits>

namespace sessionarium::scenario {

using model::ProblemCode;

namespace {

class SetupChecker
{
public:
    SetupChecker(ReadContext &context, const Scenario &scenario) : m_context(context), m_setup(scenario.setup)
    {
        m_duration = scenario.duration;
    }

    KnownNames check(const LeftOut &leftOut)
    {
        collect();
        checkCrowds();
        if (leftOut.balancer && m_setup.servers.size() > 1)
            m_context.add(ProblemCode::TooMany, "/servers", std::to_string(m_setup.servers.size()), "1");
        if (leftOut.stores && m_setup.sessions.policy == model::SessionPolicy::Store)
            m_context.add(ProblemCode::TooFew, "/stores", "0", "1");
        return std::move(m_known);
    }

private:
    void add(Names &names, const std::string &place, const std::string &id)
    {
        if (!id.empty() && m_known.entities.has(id))
            m_context.add(ProblemCode::DuplicateId, place + "/id", id);
        names.add(id);
        m_known.entities.add(id);
    }

    void collect()
    {
        for (std::size_t i = 0; i < m_setup.clients.size(); ++i)
            add(m_known.clients, pointerTo("/clients", i), m_setup.clients[i].id);
        Names balancers;
        if (m_setup.balancer)
            add(balancers, "/balancer", m_setup.balancer->id);
        for (std::size_t i = 0; i < m_setup.servers.size(); ++i)
            add(m_known.servers, pointerTo("/servers", i), m_setup.servers[i].id);
        for (std::size_t i = 0; i < m_setup.stores.size(); ++i)
            collectStore(pointerTo("/stores", i), m_setup.stores[i]);
        // a preset may bring them
        for (Names *names : {&m_known.stores, &m_known.entities}) {
            names->allow(model::StoreSpec().id);
            names->allow(model::StoreReplicaSpec().id);
        }
        // lists that could not be read at all
        if (m_setup.clients.empty()) {
            m_known.clients.markIncomplete();
            m_known.entities.markIncomplete();
        }
        if (m_setup.servers.empty()) {
            m_known.servers.markIncomplete();
            m_known.entities.markIncomplete();
        }
    }

    void collectStore(const std::string &place, const model::StoreSpec &store)
    {
        add(m_known.stores, place, store.id);
        if (store.replica)
            add(m_known.stores, place + "/replica", store.replica->id);
    }

    /// The crowds come last: what else has the id of one of their clients is known by then.
    void checkCrowds()
    {
        std::size_t clients = m_setup.clients.size();
        Names crowds;
        for (std::size_t i = 0; i < m_setup.workload.crowds.size(); ++i) {
            const model::CrowdSpec &crowd = m_setup.workload.crowds[i];
            const std::string place = pointerTo("/workload/crowds", i);
            clients += crowd.clients;
            if (clients > bounds::crowdClients)
                m_context.add(ProblemCode::TooMany, place + "/clients", std::to_string(clients),
                              std::to_string(bounds::crowdClients));
            checkIdOf(place, crowd, crowds);
            crowds.add(crowd.id);
            checkAddress(place, crowd);
            checkTimes(place, crowd);
            m_known.clients.addRow(crowd.id, crowd.clients);
            m_known.entities.addRow(crowd.id, crowd.clients);
        }
    }

    void checkIdOf(const std::string &place, const model::CrowdSpec &crowd, const Names &crowds)
    {
        if (!isId(crowd.id))
            return; // told already
        if (crowds.has(crowd.id)) {
            m_context.add(ProblemCode::DuplicateId, place + "/id", crowd.id);
            return;
        }
        const std::string last = crowd.id + "-" + std::to_string(crowd.clients);
        if (last.size() > bounds::idLength)
            m_context.add(ProblemCode::BadId, place + "/id", excerpt(last));
        const std::string taken = takenClientOf(crowd);
        if (!taken.empty())
            m_context.add(ProblemCode::DuplicateId, place + "/id", taken);
    }

    /// The id of one of the crowd's clients that another entity of the file has; empty: none.
    [[nodiscard]] std::string takenClientOf(const model::CrowdSpec &crowd) const
    {
        std::string taken;
        const auto look = [&](const std::string &id) {
            const std::uint32_t number = numberBehind(crowd.id, id);
            if (number >= 1 && number <= crowd.clients)
                taken = id;
        };
        for (const model::ClientSpec &client : m_setup.clients)
            look(client.id);
        if (m_setup.balancer)
            look(m_setup.balancer->id);
        for (const model::ServerSpec &server : m_setup.servers)
            look(server.id);
        for (const model::StoreSpec &store : m_setup.stores) {
            look(store.id);
            if (store.replica)
                look(store.replica->id);
        }
        return taken;
    }

    /// Addresses of their own are counted up from the first.
    void checkAddress(const std::string &place, const model::CrowdSpec &crowd)
    {
        if (crowd.sharedAddress || crowd.address.find_first_not_of("0123456789abcdefABCDEF.:") != std::string::npos)
            return;
        const std::optional<std::uint32_t> first = ipv4Number(crowd.address);
        if (!first || *first > std::numeric_limits<std::uint32_t>::max() - (crowd.clients - 1))
            m_context.add(ProblemCode::NotAllowed, place + "/address", crowd.address, model::CrowdSpec().address);
    }

    void checkTimes(const std::string &place, const model::CrowdSpec &crowd)
    {
        const auto checkEnd = [&](const char *key, model::SimTime time) {
            if (m_duration.us > 0 && time.us > m_duration.us)
                m_context.add(ProblemCode::TimeOutsideRun, place + key, std::to_string(time.us),
                              std::to_string(m_duration.us));
        };
        checkEnd("/from_us", crowd.from);
        if (!crowd.until)
            return;
        checkEnd("/until_us", *crowd.until);
        if (*crowd.until <= crowd.from)
            m_context.add(ProblemCode::NotIncreasing, place + "/until_us", std::to_string(crowd.until->us),
                          std::to_string(crowd.from.us));
    }

    ReadContext &m_context;
    const model::Setup &m_setup;
    model::Duration m_duration;
    KnownNames m_known;
};

} // namespace

KnownNames checkSetup(ReadContext &context, const Scenario &scenario, const LeftOut &leftOut)
{
    return SetupChecker(context, scenario).check(leftOut);
}

void checkNamesOf(ReadContext &context, const std::string &place, const model::Action &action, const ActionNames &names)
{
    if (action.verb != model::ActionKind::AddClient)
        names.clients.check(context, place + "/client", action.client);
    if (action.verb != model::ActionKind::AddServer)
        names.servers.check(context, place + "/server", action.server);
    names.clients.check(context, place + "/from", action.from);
    names.servers.check(context, place + "/member", action.member);
    names.stores.check(context, place + "/store", action.store);
    for (std::size_t i = 0; i < action.group.size(); ++i)
        names.entities.check(context, pointerTo(place + "/group", i), action.group[i]);
    for (std::size_t i = 0; i < action.others.size(); ++i)
        names.entities.check(context, pointerTo(place + "/others", i), action.others[i]);
}

} // namespace sessionarium::scenario
