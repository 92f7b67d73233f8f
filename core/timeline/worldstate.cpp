// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/worldstate.h"

#include <algorithm>
#include <utility>

namespace sessionarium::timeline {

using model::EntityId;
using model::EntityType;
using model::StringId;

namespace {

template <class Item>
const Item *findBySession(const std::vector<Item> &items, StringId session)
{
    const auto found = std::lower_bound(items.begin(), items.end(), session,
                                        [](const Item &item, StringId id) { return item.session < id; });
    return found != items.end() && found->session == session ? &*found : nullptr;
}

template <class Item>
const Item *findEntity(const WorldState &state, const std::vector<Item> &items, EntityId id, EntityType type)
{
    if (id.isNone() || id.value >= state.indexOfEntity.size())
        return nullptr;
    if (state.typeOfEntity[id.value] != type)
        return nullptr;
    return &items[state.indexOfEntity[id.value]];
}

} // namespace

std::uint32_t CopyState::version() const
{
    std::uint32_t sum = 0;
    for (const AttributeState &attribute : attributes)
        sum += attribute.depth;
    return sum;
}

const AttributeState *CopyState::find(StringId attribute) const
{
    const auto found = std::find_if(attributes.begin(), attributes.end(),
                                    [attribute](const AttributeState &item) { return item.attribute == attribute; });
    return found == attributes.end() ? nullptr : &*found;
}

const CopyState *HolderState::find(StringId session) const
{
    return findBySession(copies, session);
}

namespace {

std::vector<CopyState> thoseThere(const std::vector<CopyState> &copies)
{
    std::vector<CopyState> there;
    for (const CopyState &copy : copies) {
        if (copy.isThere())
            there.push_back(copy);
    }
    return there;
}

} // namespace

std::vector<CopyState> StoreState::afterKill() const
{
    switch (persistence) {
    case model::Persistence::None:
        return {};
    case model::Persistence::Snapshots:
        return written;
    default:
        return isAlive() ? thoseThere(copies) : survivors;
    }
}

std::vector<CopyState> StoreState::afterPowerLoss() const
{
    switch (persistence) {
    case model::Persistence::None:
        return {};
    case model::Persistence::LogAlways:
    case model::Persistence::Disk:
        return isAlive() ? thoseThere(copies) : survivors;
    default:
        return written;
    }
}

const BalancedServer *BalancerState::find(EntityId server) const
{
    const auto found = std::lower_bound(servers.begin(), servers.end(), server,
                                        [](const BalancedServer &item, EntityId id) { return item.server < id; });
    return found != servers.end() && found->server == server ? &*found : nullptr;
}

StringId ClientState::cookie(StringId name) const
{
    for (const CookieState &item : jar) {
        if (item.cookie == name)
            return item.value;
    }
    return StringId();
}

const ClientState *WorldState::client(EntityId id) const
{
    return findEntity(*this, clients, id, EntityType::Client);
}

const ServerState *WorldState::server(EntityId id) const
{
    return findEntity(*this, servers, id, EntityType::Server);
}

const BalancerState *WorldState::balancer(EntityId id) const
{
    return findEntity(*this, balancers, id, EntityType::Balancer);
}

const StoreState *WorldState::store(EntityId id) const
{
    return findEntity(*this, stores, id, EntityType::Store);
}

const HolderState *WorldState::holder(EntityId id) const
{
    if (const ServerState *found = server(id))
        return found;
    return store(id);
}

const LinkState *WorldState::link(EntityId a, EntityId b) const
{
    const auto pair = std::minmax(a, b);
    const auto found = std::lower_bound(links.begin(), links.end(), pair, [](const LinkState &item, const auto &key) {
        return std::pair(item.a, item.b) < std::pair<EntityId, EntityId>(key);
    });
    return found != links.end() && found->a == pair.first && found->b == pair.second ? &*found : nullptr;
}

const SessionInfo *WorldState::session(StringId id) const
{
    return findBySession(sessions, id);
}

std::size_t WorldState::memoryBytes() const
{
    std::size_t bytes = sizeof *this + clients.size() * sizeof(ClientState) + balancers.size() * sizeof(BalancerState)
        + servers.size() * sizeof(ServerState) + sessions.size() * sizeof(SessionInfo)
        + indexOfEntity.size() * (sizeof(std::uint32_t) + sizeof(EntityType));
    for (const ClientState &client : clients)
        bytes += client.jar.size() * sizeof(CookieState) + client.open.size() * sizeof(OpenRequest);
    const auto bytesOf = [](const std::vector<CopyState> &copies) {
        std::size_t sum = copies.size() * sizeof(CopyState);
        for (const CopyState &copy : copies)
            sum += copy.attributes.size() * sizeof(AttributeState);
        return sum;
    };
    for (const ServerState &server : servers) {
        bytes += (server.queue.size() + server.awaiting.size()) * sizeof(model::RequestId) + bytesOf(server.copies)
            + server.members.size() * sizeof(MemberState) + server.queued.size() * sizeof(QueuedChange);
        for (const ServiceState &service : server.inService)
            bytes += sizeof service + service.read.size() * sizeof(AttributeState);
    }
    for (const StoreState &store : stores)
        bytes += sizeof store + bytesOf(store.copies) + bytesOf(store.written) + bytesOf(store.survivors)
            + store.unwritten.size() * sizeof(StringId) + store.queued.size() * sizeof(QueuedChange);
    for (const BalancerState &balancer : balancers)
        bytes += balancer.servers.size() * sizeof(BalancedServer) + balancer.movedPins.size() * sizeof(MovedPin);
    bytes += links.size() * sizeof(LinkState);
    return bytes;
}

} // namespace sessionarium::timeline
