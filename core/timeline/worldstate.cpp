// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/worldstate.h"

#include <algorithm>

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

const CopyState *ServerState::find(StringId session) const
{
    return findBySession(copies, session);
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
    for (const ServerState &server : servers) {
        bytes += server.queue.size() * sizeof(model::RequestId) + server.copies.size() * sizeof(CopyState);
        for (const ServiceState &service : server.inService)
            bytes += sizeof service + service.read.size() * sizeof(AttributeState);
        for (const CopyState &copy : server.copies)
            bytes += copy.attributes.size() * sizeof(AttributeState);
    }
    return bytes;
}

} // namespace sessionarium::timeline
