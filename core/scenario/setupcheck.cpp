// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/check.h"

namespace sessionarium::scenario {

using model::ProblemCode;

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
