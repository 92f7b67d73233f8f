// SPDX-License-Identifier: GPL-3.0-or-later
// What clients, the balancer and links do; processes are in foldprocesses.cpp, sessions in foldsessions.cpp.
#include "core/timeline/fold.h"

#include "core/model/status.h"
#include "core/timeline/foldstep.h"

#include <algorithm>
#include <utility>

namespace sessionarium::timeline {

using namespace model;

void FoldStep::operator()(const EntityAdded &fact) const
{
    const std::size_t entity = record.entity.value;
    if (state.indexOfEntity.size() <= entity) {
        state.indexOfEntity.resize(entity + 1, Id<EntityTag>::noneValue);
        state.typeOfEntity.resize(entity + 1, EntityType::Client);
    }
    state.typeOfEntity[entity] = fact.type;
    const auto add = [ this, entity ](auto &list) -> auto &
    {
        state.indexOfEntity[entity] = static_cast<std::uint32_t>(list.size());
        auto &added = list.emplace_back();
        added.entity = record.entity;
        added.addedBy = id;
        return added;
    };
    switch (fact.type) {
    case EntityType::Client: {
        ClientState &added = add(state.clients);
        added.address = fact.address;
        added.addressSetBy = id;
        break;
    }
    case EntityType::Balancer:
        add(state.balancers);
        break;
    case EntityType::Server: {
        ServerState &added = add(state.servers);
        added.processSetBy = id;
        added.capacity = fact.capacity;
        added.queueLimit = fact.queueLimit;
        added.capacitySetBy = id;
        break;
    }
    case EntityType::Store: {
        StoreState &added = add(state.stores);
        added.processSetBy = id;
        added.persistence = fact.persistence;
        added.replicaOf = fact.replicaOf;
        added.roleSetBy = id;
        break;
    }
    }
}

void FoldStep::operator()(const RequestIssued &fact) const
{
    ClientState &who = client();
    who.open.push_back(OpenRequest {record.request, id, fact.operation});
    if (fact.write.isSome())
        who.writes = fact.write.counter;
}

void FoldStep::operator()(const AddressChanged &fact) const
{
    client().address = fact.address;
    client().addressSetBy = id;
}

void FoldStep::operator()(const TabOpened &fact) const
{
    client().tabs = fact.tabs;
    client().tabsSetBy = id;
}

void FoldStep::operator()(const CookieStored &fact) const
{
    setCookie(fact.cookie, fact.value);
}

void FoldStep::operator()(const CookieDeleted &fact) const
{
    setCookie(fact.cookie, StringId());
}

void FoldStep::setCookie(StringId cookie, StringId value) const
{
    std::vector<CookieState> &jar = client().jar;
    const auto found =
        std::find_if(jar.begin(), jar.end(), [cookie](const CookieState &item) { return item.cookie == cookie; });
    CookieState &item = found != jar.end() ? *found : jar.emplace_back();
    item = CookieState {cookie, value, id};
}

void FoldStep::operator()(const Answered &fact) const
{
    ClientState &who = client();
    const bool loggedOut = std::any_of(who.open.begin(), who.open.end(), [this](const OpenRequest &open) {
        return open.request == record.request && open.operation == Operation::LogOut;
    });
    finishRequest();
    if (!isProperAnswer(fact.status))
        return; // an error changes no belief (semantics §5)
    who.belief = isSuccess(fact.status) && fact.shown.isSome() && !loggedOut ? Belief::SignedIn : Belief::SignedOut;
    who.beliefSetBy = id;
}

void FoldStep::operator()(const Failed &) const
{
    finishRequest();
}

void FoldStep::finishRequest() const
{
    ClientState &who = client();
    std::erase_if(who.open, [this](const OpenRequest &open) { return open.request == record.request; });
    who.lastFinishedBy = id;
}

void FoldStep::operator()(const Forwarded &fact) const
{
    if (fact.reason == ForwardReason::Pinned || fact.reason == ForwardReason::PinMoved
        || fact.reason == ForwardReason::Hashed)
        return; // none of them takes a turn of the round robin
    balancer().lastBalanced = fact.server;
    balancer().lastBalancedBy = id;
}

void FoldStep::setChecked(EntityId server, std::uint32_t counter) const
{
    BalancedServer &known = elementOf(balancer().servers, server, &BalancedServer::server);
    known.counter = counter;
    known.checkedBy = id;
}

void FoldStep::operator()(const CheckFailed &fact) const
{
    setChecked(fact.server, fact.counter);
}

void FoldStep::operator()(const CheckPassed &fact) const
{
    setChecked(fact.server, fact.counter);
}

void FoldStep::operator()(const ServerMarked &fact) const
{
    BalancedServer &known = elementOf(balancer().servers, fact.server, &BalancedServer::server);
    known.health = fact.health;
    known.healthSetBy = id;
}

void FoldStep::operator()(const DrainSet &fact) const
{
    BalancedServer &known = elementOf(balancer().servers, fact.server, &BalancedServer::server);
    known.isDraining = fact.draining;
    known.drainSetBy = id;
}

void FoldStep::operator()(const PinMoved &fact) const
{
    MovedPin &pin = elementOf(balancer().movedPins, fact.client, &MovedPin::client);
    pin.server = fact.server;
    pin.setBy = id;
}

void FoldStep::setLink(EntityId other, bool isCut) const
{
    const std::pair<EntityId, EntityId> ends = std::minmax(record.entity, other);
    std::vector<LinkState> &links = state.links;
    const auto place = std::lower_bound(links.begin(), links.end(), ends,
                                        [](const LinkState &item, const std::pair<EntityId, EntityId> &key) {
                                            return std::pair(item.a, item.b) < key;
                                        });
    const LinkState link {ends.first, ends.second, isCut, id};
    if (place != links.end() && place->a == link.a && place->b == link.b)
        *place = link;
    else
        links.insert(place, link);
}

void FoldStep::operator()(const LinkCut &fact) const
{
    setLink(fact.other, true);
}

void FoldStep::operator()(const LinkHealed &fact) const
{
    setLink(fact.other, false);
}

void fold(WorldState &state, RecordId id, const Record &record)
{
    state.now = record.at;
    std::visit(FoldStep {state, id, record}, record.fact);
}

} // namespace sessionarium::timeline
