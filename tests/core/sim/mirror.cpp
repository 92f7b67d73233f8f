// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/sim/mirror.h"

#include <algorithm>
#include <vector>

namespace sessionarium::tests {

using namespace model;
using timeline::CopyState;
using timeline::Process;

namespace {

/// A session as a machine or the fold has it, in a comparable order.
struct Held
{
    StringId session;
    SimTime lastUsed;
    CopyRole role = CopyRole::InCharge;
    std::vector<protocol::AttributeValue> attributes;
    bool operator==(const Held &) const = default;
};

Held heldOf(StringId session, SimTime lastUsed, CopyRole role, const protocol::Attributes &attributes)
{
    Held held {session, lastUsed, role, {}};
    for (std::uint32_t i = 0; i < attributes.count; ++i)
        held.attributes.push_back(attributes.items[i]);
    return held;
}

std::vector<Held> sorted(std::vector<Held> all)
{
    std::sort(all.begin(), all.end(), [](const Held &a, const Held &b) { return a.session < b.session; });
    return all;
}

std::vector<Held> heldBy(const protocol::MemorySessions &memory)
{
    std::vector<Held> all;
    for (const auto &[id, session] : memory.sessions())
        all.push_back(heldOf(id, session.lastUsed, session.role, session.attributes));
    return sorted(std::move(all));
}

std::vector<Held> heldBy(const std::vector<CopyState> &copies, bool withRole)
{
    std::vector<Held> all;
    for (const CopyState &copy : copies) {
        if (!copy.isThere())
            continue;
        Held held {copy.session, copy.lastUsed, withRole ? copy.role : CopyRole::InCharge, {}};
        for (const timeline::AttributeState &attribute : copy.attributes)
            held.attributes.push_back({attribute.attribute, attribute.value, attribute.depth});
        all.push_back(held);
    }
    return all;
}

std::vector<Held> heldBy(const std::vector<protocol::SessionImage> &images)
{
    std::vector<Held> all;
    for (const protocol::SessionImage &image : images)
        all.push_back(heldOf(image.session, image.lastUsed, CopyRole::InCharge, image.attributes));
    return all;
}

std::string clientDifference(const sim::SimEngine &engine, const protocol::ClientAgent &machine,
                             const timeline::ClientState &folded)
{
    const auto cookie = [&](std::string_view name) {
        const auto id = engine.strings().find(name);
        return id ? folded.cookie(*id) : StringId();
    };
    if (cookie(sessionCookieName) != machine.session())
        return "session cookie";
    if (cookie(pinCookieName) != machine.pin())
        return "pin cookie";
    if (folded.address != machine.address())
        return "address";
    if (folded.tabs != machine.tabs())
        return "tabs";
    if ((folded.belief == timeline::Belief::SignedIn) != machine.believesSignedIn())
        return "belief";
    if (folded.writes != machine.writes())
        return "counter of writes";
    std::vector<RequestId> open;
    for (const timeline::OpenRequest &request : folded.open)
        open.push_back(request.request);
    return open == machine.openRequests() ? "" : "open requests";
}

Process processOf(protocol::AppServer::Process process)
{
    switch (process) {
    case protocol::AppServer::Process::Running:
        return Process::Running;
    case protocol::AppServer::Process::Hung:
        return Process::Hung;
    case protocol::AppServer::Process::Down:
        return Process::Down;
    case protocol::AppServer::Process::Gone:
        break;
    }
    return Process::Gone;
}

std::string managerDifference(const protocol::LocalSessions &machine, const timeline::ServerState &folded)
{
    return heldBy(folded.copies, true) == heldBy(machine.memory()) ? "" : "sessions";
}

std::string managerDifference(const protocol::AllToAllSessions &machine, const timeline::ServerState &folded)
{
    if (heldBy(folded.copies, true) != heldBy(machine.memory()))
        return "sessions";
    std::vector<EntityId> members;
    for (const protocol::Membership::Peer &peer : machine.members().peers()) {
        if (peer.isMember)
            members.push_back(peer.entity);
    }
    std::vector<EntityId> known;
    for (const timeline::MemberState &member : folded.members) {
        if (member.isMember)
            known.push_back(member.entity);
    }
    if (members != known)
        return "members";
    return machine.queued() == folded.queued.size() ? "" : "queue of the sender";
}

std::string managerDifference(const protocol::StoreSessions &, const timeline::ServerState &folded)
{
    return folded.copiesThere == 0 ? "" : "a session at a server that keeps none";
}

/// To whom the server turns: the first, until it is told of another.
std::string storeOfServerDifference(const sim::SimEngine &engine, const protocol::AppServer &server,
                                    const timeline::ServerState &folded)
{
    const auto *machine = std::get_if<protocol::StoreSessions>(&server.sessions());
    if (!machine || engine.stores().empty())
        return {};
    const EntityId first = engine.stores().front().entity();
    return machine->store() == (folded.store.isSome() ? folded.store : first) ? "" : "store";
}

std::string serverDifference(const protocol::AppServer &machine, const timeline::ServerState &folded)
{
    if (folded.process != processOf(machine.process()))
        return "process";
    if (folded.isListening() != machine.isListening())
        return "listening";
    if (folded.capacity != machine.capacity())
        return "capacity";
    std::vector<RequestId> serving;
    for (const timeline::ServiceState &item : folded.inService)
        serving.push_back(item.request);
    if (serving != machine.inService())
        return "requests in service";
    if (folded.queue != machine.queue())
        return "queue";
    if (folded.serviceTimeUs && *folded.serviceTimeUs != machine.serviceTime().us)
        return "service time";
    // What arrived before the sessions that it fetches waits for them, too: the machine counts it no more.
    if (machine.isListening() && folded.delivered.size() != machine.changes())
        return "changes that are not applied yet";
    std::vector<RequestId> awaiting = machine.awaitingConfirmation();
    std::vector<RequestId> known;
    for (const timeline::AwaitedAnswer &item : folded.awaiting)
        known.push_back(item.request);
    std::sort(awaiting.begin(), awaiting.end());
    std::sort(known.begin(), known.end());
    if (awaiting != known)
        return "requests awaiting confirmation";
    if (folded.copiesThere != heldBy(folded.copies, true).size())
        return "count of sessions";
    return std::visit([&folded](const auto &manager) { return managerDifference(manager, folded); },
                      machine.sessions());
}

std::string storeDifference(const protocol::Store &machine, const timeline::StoreState &folded)
{
    using StoreProcess = protocol::Store::Process;
    const Process process = machine.process() == StoreProcess::Running ? Process::Running
        : machine.process() == StoreProcess::Down                      ? Process::Down
                                                                       : Process::Gone;
    if (folded.process != process)
        return "process of a store";
    if (folded.replicaOf != machine.replicaOf())
        return "role of a store";
    if (heldBy(folded.copies, false) != heldBy(machine.images()))
        return "sessions of a store";
    const auto survivorsOf = [&](std::vector<CopyState> copies) {
        for (CopyState &copy : copies)
            copy.endedBy = RecordId();
        return heldBy(copies, false);
    };
    const bool isDead = process != Process::Running;
    if (survivorsOf(isDead ? folded.survivors : folded.afterKill()) != heldBy(machine.survivesKill()))
        return "what survives a kill";
    if (!isDead && survivorsOf(folded.afterPowerLoss()) != heldBy(machine.survivesPowerLoss()))
        return "what survives a power loss";
    return {};
}

std::string balancerDifference(const protocol::Balancer &machine, const timeline::BalancerState &folded)
{
    for (std::size_t i = 0; i < machine.serverCount(); ++i) {
        const timeline::BalancedServer *known = folded.find(machine.server(i));
        if ((known ? known->health : Health::Up) != machine.health(i))
            return "health";
        if (known && known->checkedBy.isSome() && known->counter != machine.counter(i))
            return "counter of checks";
        if ((known && known->isDraining) != machine.isDraining(i))
            return "drain";
    }
    std::vector<std::pair<EntityId, EntityId>> pins;
    for (const timeline::MovedPin &pin : folded.movedPins)
        pins.emplace_back(pin.client, pin.server);
    return pins == machine.movedPins() ? "" : "moved pins";
}

} // namespace

std::string difference(const sim::SimEngine &engine, const timeline::WorldState &state)
{
    if (state.clients.size() != engine.clients().size() || state.servers.size() != engine.servers().size()
        || state.stores.size() != engine.stores().size())
        return "number of machines";
    std::string what;
    for (std::size_t i = 0; i < state.clients.size() && what.empty(); ++i)
        what = clientDifference(engine, engine.clients()[i], state.clients[i]);
    for (std::size_t i = 0; i < state.servers.size() && what.empty(); ++i)
        what = serverDifference(engine.servers()[i], state.servers[i]);
    for (std::size_t i = 0; i < state.servers.size() && what.empty(); ++i)
        what = storeOfServerDifference(engine, engine.servers()[i], state.servers[i]);
    for (std::size_t i = 0; i < state.stores.size() && what.empty(); ++i)
        what = storeDifference(engine.stores()[i], state.stores[i]);
    if (what.empty() && engine.balancer())
        what = balancerDifference(*engine.balancer(), state.balancers.front());
    std::vector<std::pair<EntityId, EntityId>> cuts;
    for (const timeline::LinkState &link : state.links) {
        if (link.isCut)
            cuts.emplace_back(link.a, link.b);
    }
    if (what.empty() && cuts != engine.links().all())
        what = "links";
    return what;
}

} // namespace sessionarium::tests
