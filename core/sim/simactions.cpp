// SPDX-License-Identifier: GPL-3.0-or-later
// What people do, and who comes and goes by it; the rest of the engine is in simengine.cpp.
#include "core/protocol/sessionid.h"
#include "core/sim/simengine.h"
#include "core/sim/simplan.h"

#include <algorithm>

namespace sessionarium::sim {

using namespace model;
using protocol::Acted;
using timeline::RecordSink;

void SimEngine::act(std::uint32_t index, RecordSink &sink)
{
    const ActionQueue::Step action = m_actions.step(index);
    const RecordId cause = m_actions.cause(index);

    // Interned in the order in which the records show them.
    Acted acted;
    acted.action = shown(action.id);
    acted.verb = action.verb;
    acted.request = RequestId(m_open.issued());

    const std::uint32_t requestsBefore = m_open.issued();
    switch (action.verb) {
    case ActionKind::AddServer:
        addServer(action.target, acted, cause, sink);
        break;
    case ActionKind::AddClient:
        addClient(m_actions.details(action), acted, cause, sink);
        break;
    case ActionKind::Partition:
    case ActionKind::Heal:
        changeLinks(m_actions.details(action), acted, cause, sink);
        break;
    default: {
        const EntityId target = prepare(action, acted);
        if (target.isNone())
            notApplicable(acted, cause, sink);
        else if (action.verb == ActionKind::RemoveServer)
            removeServer(target, acted, cause, sink);
        else
            handle(target, acted, cause, sink);
        break;
    }
    }
    const RequestId issued = m_open.issued() == requestsBefore ? RequestId() : acted.request;
    m_actions.started(index, issued, m_now, RecordId(m_records - 1));
}

void SimEngine::notApplicable(const Acted &acted, RecordId cause, RecordSink &sink)
{
    append(EntityId(0), cause, RequestId(), NotApplicable {acted.action, acted.verb}, sink);
}

EntityId SimEngine::prepare(const ActionQueue::Step &action, Acted &acted)
{
    const EntityId target = entityOf(action.target);
    switch (action.verb) {
    case ActionKind::Write:
        acted.attribute = shown(action.attribute);
        acted.item = shown(action.item);
        break;
    case ActionKind::SendUnknownId:
        if (target.isSome())
            acted.unknownId = m_strings.intern(protocol::freshSessionId(m_streams[target.value].sessionIds));
        break;
    case ActionKind::DeleteCookie:
        acted.cookie = m_actions.details(action).cookie;
        break;
    case ActionKind::ChangeAddress:
        // Interned only where a record will show it.
        if (target.isSome()
            && m_strings.text(m_clients[m_entities[target.value].index].address()) != m_actions.details(action).address)
            acted.address = m_strings.intern(m_actions.details(action).address);
        break;
    case ActionKind::CopyCookie: {
        const EntityId from = findEntity(m_actions.details(action).from);
        if (from.isNone() || m_entities[from.value].type != EntityType::Client)
            return EntityId();
        const protocol::ClientAgent &owner = m_clients[m_entities[from.value].index];
        acted.session = owner.session();
        acted.pin = owner.pin();
        break;
    }
    case ActionKind::Slow:
    case ActionKind::SetCapacity:
        acted.capacity = m_actions.details(action).capacity.value_or(0);
        acted.serviceTime = m_actions.details(action).serviceTime;
        break;
    case ActionKind::AddMember:
        acted.about = findEntity(m_actions.details(action).member);
        if (acted.about.isNone())
            return EntityId();
        break;
    case ActionKind::Drain:
    case ActionKind::MovePin:
        if (target.isNone() || !m_balancer)
            return EntityId();
        acted.server = target;
        if (action.verb == ActionKind::MovePin) {
            acted.about = findEntity(m_actions.details(action).client);
            if (acted.about.isNone())
                return EntityId();
        }
        return m_balancerEntity;
    case ActionKind::StoreCrash:
    case ActionKind::StoreRestart:
    case ActionKind::StoreShutdown:
    case ActionKind::DeleteSession: {
        if (action.verb == ActionKind::DeleteSession) {
            const EntityId client = findEntity(m_actions.details(action).client);
            if (client.isNone())
                return EntityId();
            acted.session = m_clients[m_entities[client.value].index].session();
            if (acted.session.isNone())
                return EntityId();
        }
        if (target.isSome())
            return target;
        // Without a name it is the store that is the primary now.
        const auto primary = std::find_if(m_stores.begin(), m_stores.end(),
                                          [](const protocol::Store &store) { return store.replicaOf().isNone(); });
        return primary == m_stores.end() || !m_actions.text(action.target).empty() ? EntityId() : primary->entity();
    }
    default:
        break;
    }
    return target;
}

EntityId SimEngine::findEntity(std::string_view id) const
{
    const std::optional<StringId> name = m_strings.find(id);
    if (!name)
        return EntityId();
    const auto found = m_entityOfString.find(name->value);
    return found == m_entityOfString.end() ? EntityId() : found->second;
}

/// An entity that joined stays: what was found once need not be looked for again.
EntityId SimEngine::entityOf(ActionQueue::Name name)
{
    EntityId &known = m_actions.entityOf(name);
    if (known.isNone())
        known = findEntity(m_actions.text(name));
    return known;
}

StringId SimEngine::shown(ActionQueue::Name name)
{
    StringId &known = m_actions.stringOf(name);
    if (known.isNone())
        known = m_strings.intern(m_actions.text(name));
    return known;
}

void SimEngine::addServer(ActionQueue::Name wanted, const Acted &acted, RecordId cause, RecordSink &sink)
{
    std::string id(m_actions.text(wanted));
    if (!m_balancer || findEntity(id).isSome()) {
        notApplicable(acted, cause, sink);
        return;
    }
    const RecordId taken = append(m_balancerEntity, cause, RequestId(), ActionTaken {acted.action, acted.verb}, sink);
    for (std::size_t n = m_servers.size() + 1; id.empty() || findEntity(id).isSome(); ++n)
        id = "server-" + std::to_string(n);

    const std::vector<ServerSpec> &servers = m_plan->setup.servers;
    const ServerSpec spec = servers.empty() ? ServerSpec() : servers.back(); // a machine like the others
    const StringId name = m_strings.intern(id);
    announceStrings(sink);
    const auto index = static_cast<std::uint32_t>(m_servers.size());
    const EntityId entity = addEntity(EntityType::Server, index, name);
    m_servers.emplace_back(entity, spec, m_plan->setup.sessions, m_plan->setup.application, m_known);
    sink.joinEntity(entity, name);
    EntityAdded added;
    added.type = EntityType::Server;
    added.capacity = spec.capacity;
    added.queueLimit = spec.queueLimit;
    const RecordId joined = append(entity, taken, RequestId(), added, sink);
    introduce(index, true, joined, sink);
    handle(entity, protocol::Started {true}, joined, sink);
    if (m_servers[index].isListening())
        joinBalancer(entity, joined, sink);
}

/// Before a server begins: who else there is. Of one that joins, the others learn only if they can find it (T-33).
void SimEngine::introduce(std::uint32_t server, bool joined, RecordId trigger, RecordSink &sink)
{
    const SessionsSpec &sessions = m_plan->setup.sessions;
    const EntityId entity = m_servers[server].entity();
    if (sessions.policy == SessionPolicy::AllToAll) {
        const bool isListed = !joined || sessions.membership == Membership::Static;
        for (std::uint32_t i = 0; i < m_servers.size(); ++i) {
            const EntityId other = m_servers[i].entity();
            if (i == server || m_entities[other.value].hasLeft)
                continue;
            handle(entity, protocol::PeerListed {other, isListed}, trigger, sink);
            if (joined && sessions.membership == Membership::Multicast)
                handle(other, protocol::PeerListed {entity, false}, trigger, sink);
        }
    }
    if (sessions.policy == SessionPolicy::Store && !m_stores.empty()) {
        // As its configuration says; whether another has taken over meanwhile it is told like the others.
        handle(entity, protocol::StoreListed {m_stores.front().entity()}, trigger, sink);
        for (const protocol::Store &store : m_stores)
            handle(store.entity(), protocol::ServerJoined {entity, m_entities[entity.value].id, 1}, trigger, sink);
    }
    if (!joined)
        joinBalancer(entity, trigger, sink);
}

void SimEngine::joinBalancer(EntityId server, RecordId trigger, RecordSink &)
{
    Entity &entity = m_entities[server.value];
    if (!m_balancer || entity.isAtBalancer)
        return;
    entity.isAtBalancer = true;
    const std::vector<ServerSpec> &specs = m_plan->setup.servers;
    const std::uint32_t weight = entity.index < specs.size() ? specs[entity.index].weight : specs.back().weight;
    m_immediate.push_back({m_balancerEntity, protocol::ServerJoined {server, entity.id, weight}, trigger});
}

void SimEngine::addClient(const Action &action, const Acted &acted, RecordId cause, RecordSink &sink)
{
    std::string id = action.client;
    if (findEntity(id).isSome()) {
        notApplicable(acted, cause, sink);
        return;
    }
    const EntityId at = m_balancer ? m_balancerEntity : m_servers.front().entity();
    const RecordId taken = append(at, cause, RequestId(), ActionTaken {acted.action, acted.verb}, sink);
    for (std::size_t n = m_clients.size() + 1; id.empty() || findEntity(id).isSome(); ++n)
        id = "client-" + std::to_string(n);
    ClientSpec spec;
    spec.id = id;
    if (!action.address.empty())
        spec.address = action.address;
    const StringId name = m_strings.intern(id);
    announceStrings(sink);
    const EntityId entity = addEntity(EntityType::Client, static_cast<std::uint32_t>(m_clients.size()), name);
    m_clients.emplace_back(entity, spec, m_strings.intern(spec.address), m_gateway, m_known);
    sink.joinEntity(entity, name);
    EntityAdded added;
    added.type = EntityType::Client;
    added.address = m_clients.back().address();
    append(entity, taken, RequestId(), added, sink);
}

void SimEngine::removeServer(EntityId server, const Acted &acted, RecordId cause, RecordSink &sink)
{
    Entity &entity = m_entities[server.value];
    if (entity.type != EntityType::Server || entity.hasLeft || !m_balancer) {
        notApplicable(acted, cause, sink);
        return;
    }
    entity.hasLeft = true;
    handle(server, acted, cause, sink);
    const RecordId removed(m_records - 1);
    const protocol::ServerLeft left {server};
    if (entity.isAtBalancer)
        m_immediate.push_back({m_balancerEntity, left, removed});
    for (const protocol::AppServer &other : m_servers) {
        if (other.entity() != server)
            m_immediate.push_back({other.entity(), left, removed});
    }
    for (const protocol::Store &store : m_stores)
        m_immediate.push_back({store.entity(), left, removed});
}

void SimEngine::changeLinks(const Action &action, const Acted &acted, RecordId cause, RecordSink &sink)
{
    const bool cuts = acted.verb == ActionKind::Partition;
    std::vector<std::pair<EntityId, EntityId>> pairs;
    if (!cuts && action.group.empty()) {
        pairs = m_links.all();
    } else {
        const std::vector<EntityId> group = entitiesOf(action.group);
        const std::vector<EntityId> others = action.others.empty() ? everybodyBut(group) : entitiesOf(action.others);
        for (const EntityId a : group) {
            for (const EntityId b : others) {
                if (a != b && m_links.isCut(a, b) != cuts)
                    pairs.emplace_back(a, b);
            }
        }
    }
    if (pairs.empty()) {
        notApplicable(acted, cause, sink);
        return;
    }
    const EntityId first = pairs.front().first;
    const RecordId taken = append(first, cause, RequestId(), ActionTaken {acted.action, acted.verb}, sink);
    for (const auto &[a, b] : pairs) {
        if (cuts ? !m_links.cut(a, b) : !m_links.heal(a, b))
            continue; // a pair that stands on both sides
        if (cuts)
            append(a, taken, RequestId(), LinkCut {b}, sink);
        else
            append(a, taken, RequestId(), LinkHealed {b}, sink);
    }
}

std::vector<EntityId> SimEngine::entitiesOf(const std::vector<std::string> &ids) const
{
    std::vector<EntityId> entities;
    for (const std::string &id : ids) {
        if (const EntityId entity = findEntity(id); entity.isSome())
            entities.push_back(entity);
    }
    return entities;
}

/// Where there is a balancer, clients meet only it: they are cut off where they are named.
std::vector<EntityId> SimEngine::everybodyBut(const std::vector<EntityId> &group) const
{
    std::vector<EntityId> others;
    for (std::uint32_t i = 0; i < m_entities.size(); ++i) {
        const bool isMember = std::find(group.begin(), group.end(), EntityId(i)) != group.end();
        if (!isMember && (m_entities[i].type != EntityType::Client || !m_balancer))
            others.push_back(EntityId(i));
    }
    return others;
}

SimEngine::Crowd *SimEngine::crowd(EntityId client)
{
    const std::uint32_t index = client.value - m_firstOfCrowds;
    return client.value >= m_firstOfCrowds && index < m_crowds.size() ? &m_crowds[index] : nullptr;
}

void SimEngine::scheduleCrowd(EntityId client, Duration delay, RecordId cause)
{
    m_future.schedule(m_now, delay, Pending {Pending::Kind::CrowdDue, {}, client, cause, RequestId(), 0});
}

/// A generated user does what it has drawn. Nobody's action: the request has no `ActionTaken` before it.
void SimEngine::crowdActs(const Pending &pending, RecordSink &sink)
{
    Crowd &user = *crowd(pending.target);
    Acted acted;
    acted.verb = user.user.pick();
    acted.request = RequestId(m_open.issued());
    acted.attribute = m_cart;
    user.current = acted.request;
    handle(pending.target, acted, pending.cause, sink);
    if (user.isClosed)
        return;
    if (const std::optional<Duration> delay = user.user.next(m_now))
        scheduleCrowd(pending.target, *delay, RecordId(m_records - 1));
}

} // namespace sessionarium::sim
