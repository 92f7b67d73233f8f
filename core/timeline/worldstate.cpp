// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/worldstate.h"

#include <algorithm>
#include <utility>

namespace sessionarium::timeline {

using model::EntityId;
using model::EntityType;
using model::RecordId;
using model::StringId;

namespace {

template <class Item>
const Item *findBySession(const std::vector<Item> &items, StringId session)
{
    const auto found = std::lower_bound(items.begin(), items.end(), session,
                                        [](const Item &item, StringId id) { return item.session < id; });
    return found != items.end() && found->session == session ? &*found : nullptr;
}

/// In a list that is sorted by one of its entities.
template <class Item>
const Item *findByEntity(const std::vector<Item> &items, EntityId id, EntityId Item::*key)
{
    const auto found = std::lower_bound(items.begin(), items.end(), id,
                                        [key](const Item &item, EntityId wanted) { return item.*key < wanted; });
    return found != items.end() && (*found).*key == id ? &*found : nullptr;
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

bool DeliveredChange::isKind(model::MessageKind kind)
{
    switch (kind) {
    case model::MessageKind::ReplicationCreated:
    case model::MessageKind::ReplicationDelta:
    case model::MessageKind::ReplicationAccessed:
    case model::MessageKind::ReplicationExpired:
    case model::MessageKind::ReplicationChangeId:
    case model::MessageKind::ReplicationFull:
        return true;
    default:
        return false;
    }
}

bool DeliveredChange::canHaveEffect(const model::Fact &fact, model::RequestId of) const
{
    if (of != request)
        return false;
    if (const auto *dropped = std::get_if<model::Dropped>(&fact))
        return dropped->message == message
            && (dropped->reason == model::DropReason::UnknownSession || dropped->reason == model::DropReason::TooLate);
    switch (message) {
    case model::MessageKind::ReplicationCreated:
        return std::holds_alternative<model::SessionCreated>(fact);
    case model::MessageKind::ReplicationDelta:
    case model::MessageKind::ReplicationAccessed:
        return std::holds_alternative<model::SessionTouched>(fact);
    case model::MessageKind::ReplicationFull:
        return std::holds_alternative<model::CopySet>(fact);
    case model::MessageKind::ReplicationExpired:
        return std::holds_alternative<model::SessionEnded>(fact);
    case model::MessageKind::ReplicationChangeId:
        return std::holds_alternative<model::SessionIdChanged>(fact);
    default:
        return false;
    }
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

const MemberState *ServerState::member(EntityId other) const
{
    return findByEntity(members, other, &MemberState::entity);
}

bool StoreState::writesLater() const
{
    return persistence == model::Persistence::Snapshots || persistence == model::Persistence::LogNever
        || persistence == model::Persistence::LogEverySecond;
}

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
    return findByEntity(servers, server, &BalancedServer::server);
}

const MovedPin *BalancerState::movedPin(EntityId client) const
{
    return findByEntity(movedPins, client, &MovedPin::client);
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

bool WorldState::isCut(EntityId a, EntityId b) const
{
    const LinkState *found = link(a, b);
    return found && found->isCut;
}

std::vector<HeldCopy> WorldState::copiesOf(StringId session) const
{
    std::vector<HeldCopy> held;
    const auto add = [&held, session](const HolderState &holder) {
        const CopyState *copy = holder.find(session);
        if (copy && copy->isThere())
            held.push_back(HeldCopy {holder.entity, copy});
    };
    for (const ServerState &at : servers)
        add(at);
    for (const StoreState &at : stores)
        add(at);
    return held;
}

EntityId WorldState::inCharge(StringId session) const
{
    HeldCopy best;
    for (const HeldCopy &held : copiesOf(session)) {
        const bool isCandidate = held.copy->role == model::CopyRole::InCharge;
        if (isCandidate && (!best.copy || best.copy->usedBy < held.copy->usedBy))
            best = held;
    }
    return best.holder;
}

ServerUse WorldState::useOf(EntityId id) const
{
    using Kind = ServerUse::Kind;
    const ServerState &at = *server(id);
    if (at.isRemoved)
        return {Kind::Removed, at.processSetBy};
    if (at.process == Process::Gone)
        return {Kind::Gone, at.processSetBy};
    if (at.process == Process::Down)
        return {Kind::Down, at.processSetBy};
    if (at.isStarting)
        return {Kind::Starting, at.startingSetBy};
    if (at.process == Process::Hung)
        return {Kind::Hung, at.processSetBy};
    const BalancedServer *known = balancers.empty() ? nullptr : balancers.front().find(id);
    if (known && known->health == model::Health::Down)
        return {Kind::MarkedDown, known->healthSetBy};
    if (known && known->isDraining)
        return {Kind::Draining, known->drainSetBy};
    RecordId latest = at.processSetBy;
    const auto consider = [&latest](RecordId other) {
        if (other.isSome() && other > latest)
            latest = other;
    };
    consider(at.startingSetBy);
    if (known) {
        consider(known->healthSetBy);
        consider(known->drainSetBy);
    }
    return {Kind::Usable, latest};
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
    const auto bytesAt = [&bytesOf](const HolderState &holder) {
        return bytesOf(holder.copies) + holder.queued.size() * sizeof(QueuedChange)
            + holder.awaiting.size() * sizeof(AwaitedAnswer);
    };
    for (const ServerState &server : servers) {
        bytes += bytesAt(server) + server.queue.size() * sizeof(model::RequestId)
            + server.delivered.size() * sizeof(DeliveredChange) + server.members.size() * sizeof(MemberState);
        for (const ServiceState &service : server.inService)
            bytes += sizeof service + service.read.size() * sizeof(AttributeState);
    }
    for (const StoreState &store : stores)
        bytes += sizeof store + bytesAt(store) + bytesOf(store.written) + bytesOf(store.survivors)
            + store.unwritten.size() * sizeof(StringId);
    for (const BalancerState &balancer : balancers)
        bytes += balancer.servers.size() * sizeof(BalancedServer) + balancer.movedPins.size() * sizeof(MovedPin);
    bytes += links.size() * sizeof(LinkState);
    return bytes;
}

} // namespace sessionarium::timeline
