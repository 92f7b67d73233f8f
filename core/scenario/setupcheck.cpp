// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/bounds.h"
#include "core/scenario/check.h"

namespace sessionarium::scenario {

using model::ProblemCode;

namespace {

/// The clients of a crowd are entities too: `id-1`, `id-2` …
void checkCrowds(ReadContext &context, const Scenario &scenario, KnownNames &known)
{
    const std::vector<model::CrowdSpec> &crowds = scenario.setup.workload.crowds;
    std::uint64_t clients = 0;
    Names ids;
    for (std::size_t i = 0; i < crowds.size(); ++i) {
        const model::CrowdSpec &crowd = crowds[i];
        const std::string place = pointerTo("/workload/crowds", i);
        if (!crowd.id.empty() && (ids.has(crowd.id) || known.entities.hasNumbered(crowd.id, crowd.clients)))
            context.add(ProblemCode::DuplicateId, place + "/id", crowd.id);
        ids.add(crowd.id);
        clients += crowd.clients;
        if (clients > bounds::crowdClients)
            context.add(ProblemCode::TooMany, place + "/clients", std::to_string(clients),
                        std::to_string(bounds::crowdClients));
        if (crowd.until && *crowd.until < crowd.from)
            context.add(ProblemCode::NotIncreasing, place + "/until_us", std::to_string(crowd.until->us),
                        std::to_string(crowd.from.us));
        known.clients.addNumbered(crowd.id, crowd.clients);
        known.entities.addNumbered(crowd.id, crowd.clients);
    }
}

} // namespace

KnownNames checkSetup(ReadContext &context, const Scenario &scenario, bool withoutBalancer)
{
    KnownNames known;
    const auto addEntity = [&](Names &names, const std::string &place, const std::string &id) {
        if (!id.empty() && known.entities.has(id))
            context.add(ProblemCode::DuplicateId, place + "/id", id);
        names.add(id);
        known.entities.add(id);
    };
    const model::Setup &setup = scenario.setup;
    for (std::size_t i = 0; i < setup.clients.size(); ++i)
        addEntity(known.clients, pointerTo("/clients", i), setup.clients[i].id);
    Names balancers;
    if (setup.balancer)
        addEntity(balancers, "/balancer", setup.balancer->id);
    for (std::size_t i = 0; i < setup.servers.size(); ++i)
        addEntity(known.servers, pointerTo("/servers", i), setup.servers[i].id);

    for (std::size_t i = 0; i < setup.stores.size(); ++i) {
        const std::string place = pointerTo("/stores", i);
        addEntity(known.stores, place, setup.stores[i].id);
        if (setup.stores[i].replica)
            addEntity(known.stores, place + "/replica", setup.stores[i].replica->id);
    }
    // another run of the scenario may have the store that a preset adds
    const model::StoreReplicaSpec replica;
    for (const std::string &id : {model::StoreSpec().id, replica.id}) {
        known.stores.add(id);
        known.entities.add(id);
    }
    if (setup.sessions.policy == model::SessionPolicy::Store && setup.stores.empty())
        context.add(ProblemCode::TooFew, "/stores", "0", "1");
    checkCrowds(context, scenario, known);

    // lists that could not be read at all
    if (setup.clients.empty()) {
        known.clients.markIncomplete();
        known.entities.markIncomplete();
    }
    if (setup.servers.empty()) {
        known.servers.markIncomplete();
        known.entities.markIncomplete();
    }
    if (withoutBalancer && setup.servers.size() > 1)
        context.add(ProblemCode::TooMany, "/servers", std::to_string(setup.servers.size()), "1");
    return known;
}

} // namespace sessionarium::scenario
