// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/simengine.h"

#include "core/protocol/sessionid.h"
#include "core/sim/network.h"

#include <algorithm>

namespace sessionarium::sim {

using namespace model;
using protocol::Acted;
using protocol::Input;
using protocol::Message;
using timeline::RecordSink;

struct SimEngine::Plan
{
    Setup setup;
    std::uint64_t seed;
};

SimEngine::SimEngine(const scenario::Scenario &scenario, const std::string &branch)
    : m_plan(std::make_shared<const Plan>(Plan {scenario.setup, scenario.seed}))
{
    const Setup &setup = m_plan->setup;
    m_info.scenario = scenario.id;
    m_info.policy = scenario::presetOf(setup);
    m_info.seed = scenario.seed;
    m_info.branch = branch;
    m_info.duration = scenario.duration;
    m_info.sessionTimeout = setup.sessions.timeout;

    const auto known = [this](std::string_view text) { return m_strings.intern(text); };
    for (const ClientSpec &client : setup.clients) {
        const auto index = static_cast<std::uint32_t>(&client - setup.clients.data());
        addEntity(EntityType::Client, index, known(client.id));
        m_info.entities.push_back({client.id, EntityType::Client, client.name});
    }
    if (setup.balancer) {
        m_balancerEntity = addEntity(EntityType::Balancer, 0, known(setup.balancer->id));
        m_info.entities.push_back({setup.balancer->id, EntityType::Balancer, setup.balancer->name});
    }
    const auto firstServer = static_cast<std::uint32_t>(m_entities.size());
    for (const ServerSpec &server : setup.servers) {
        const auto index = static_cast<std::uint32_t>(&server - setup.servers.data());
        addEntity(EntityType::Server, index, known(server.id));
        m_info.entities.push_back({server.id, EntityType::Server, server.name});
    }
    m_known.user = known(userAttribute);
    known("cart");
    m_known.sessionCookie = known(sessionCookieName);
    m_known.pinCookie = known(pinCookieName);

    if (setup.balancer)
        m_balancer.emplace(m_balancerEntity, *setup.balancer);
    for (std::uint32_t i = 0; i < setup.servers.size(); ++i)
        m_servers.emplace_back(EntityId(firstServer + i), setup.servers[i], setup.sessions, setup.application, m_known);
    const protocol::ClientAgent::Gateway gateway = setup.balancer
        ? protocol::ClientAgent::Gateway {m_balancerEntity, false}
        : protocol::ClientAgent::Gateway {EntityId(firstServer), true};
    for (std::uint32_t i = 0; i < setup.clients.size(); ++i)
        m_clients.emplace_back(EntityId(i), setup.clients[i], gateway, m_known);

    for (std::uint32_t i = 0; i < m_strings.size(); ++i)
        m_info.strings.emplace_back(m_strings.text(StringId(i)));
    m_announced = m_strings.size();
}

template <class Fact>
RecordId SimEngine::append(EntityId entity, RecordId cause, RequestId request, const Fact &fact, RecordSink &sink)
{
    const timeline::Record record {m_now, cause, entity, request, fact};
    if (std::holds_alternative<RequestIssued>(record.fact))
        ++m_requests;
    announceStrings(sink);
    const RecordId id(m_records++);
    sink.append(id, record);
    return id;
}

EntityId SimEngine::addEntity(EntityType type, std::uint32_t index, StringId id)
{
    const EntityId entity(static_cast<std::uint32_t>(m_entities.size()));
    m_entities.push_back(Entity {type, index, id, Random(m_plan->seed, Purpose::Network, entity),
                                 Random(m_plan->seed, Purpose::SessionIds, entity)});
    m_entityOfString.emplace(id.value, entity);
    return entity;
}

void SimEngine::open(RecordSink &sink)
{
    sink.begin(m_info);
    const Setup &setup = m_plan->setup;
    for (std::uint32_t i = 0; i < m_entities.size(); ++i) {
        const Entity &entity = m_entities[i];
        EntityAdded added;
        added.type = entity.type;
        if (entity.type == EntityType::Client)
            added.address = m_strings.intern(setup.clients[entity.index].address);
        if (entity.type == EntityType::Server) {
            added.capacity = setup.servers[entity.index].capacity;
            added.queueLimit = setup.servers[entity.index].queueLimit;
        }
        append(EntityId(i), RecordId(), RequestId(), added, sink);
        if (entity.type == EntityType::Server && m_balancer)
            handle(m_balancerEntity,
                   protocol::ServerJoined {EntityId(i), entity.id, setup.servers[entity.index].weight}, RecordId(),
                   sink);
    }
}

SimEngine::Stop SimEngine::runUntil(SimTime t, std::uint32_t maxRecords, RecordSink &sink)
{
    // One input leads to a handful of records; the last of all is kept for the one that says "cut here".
    constexpr std::uint32_t recordsOfOneInput = 16;
    while (!m_cut) {
        const SimTime action = m_actions.nextTime();
        const FutureEventSet<Pending>::Next event = m_future.next();
        if (event.at > t && action > t) {
            m_now = std::max(m_now, t);
            return Stop::Reached;
        }
        if (m_records + recordsOfOneInput >= maxRecords || m_future.scheduledSoFar() > Id<RecordTag>::noneValue - 64) {
            append(EntityId(0), RecordId(), RequestId(), RunCut {}, sink);
            m_cut = true;
            break;
        }
        if (event.at <= action) {
            m_now = event.at;
            deliver(m_future.pop(event), sink);
        } else {
            m_now = action;
            act(m_actions.pop(), sink);
        }
        handleImmediate(sink);
    }
    return Stop::Cut;
}

void SimEngine::deliver(const Pending &pending, RecordSink &sink)
{
    switch (pending.kind) {
    case Pending::Kind::Message: {
        // The machine is done with the message before its effects are carried out: only then is the slot used again.
        m_freeMessages.push_back(pending.token);
        handle(pending.target, protocol::Arrived {&m_messages[pending.token]}, pending.cause, sink);
        break;
    }
    case Pending::Kind::Timer:
        handle(pending.target, protocol::TimerFired {pending.timer, pending.request, pending.token}, pending.cause,
               sink);
        break;
    case Pending::Kind::ConnectionRefused:
        handle(pending.target, protocol::ConnectionRefused {pending.token, pending.request}, pending.cause, sink);
        break;
    case Pending::Kind::ConnectionLost:
        handle(pending.target, protocol::ConnectionLost {pending.token, pending.request}, pending.cause, sink);
        break;
    }
}

void SimEngine::act(std::uint32_t index, RecordSink &sink)
{
    const ActionQueue::Step &action = m_actions.step(index);
    const RecordId cause = m_actions.cause(index);

    // Interned in the order in which the records show them.
    Acted acted;
    acted.action = shown(action.id);
    acted.verb = action.verb;
    acted.request = RequestId(m_requests);

    if (action.verb == ActionKind::AddServer) {
        addServer(action.target, acted, cause, sink);
        m_actions.started(index, RequestId(), m_now, RecordId(m_records - 1));
        return;
    }
    const EntityId target = entityOf(action.target);
    if (target.isNone()) {
        append(EntityId(0), cause, RequestId(), NotApplicable {acted.action, acted.verb}, sink);
        m_actions.started(index, RequestId(), m_now, RecordId(m_records - 1));
        return;
    }
    if (action.verb == ActionKind::Write) {
        acted.attribute = shown(action.attribute);
        acted.item = shown(action.item);
    }
    if (action.verb == ActionKind::SendUnknownId)
        acted.unknownId = m_strings.intern(protocol::freshSessionId(m_entities[target.value].sessionIds));

    const std::uint32_t requestsBefore = m_requests;
    handle(target, acted, cause, sink);
    const RequestId issued = m_requests == requestsBefore ? RequestId() : acted.request;
    m_actions.started(index, issued, m_now, RecordId(m_records - 1));
}

void SimEngine::addServer(ActionQueue::Name wanted, const Acted &acted, RecordId cause, RecordSink &sink)
{
    std::string id(m_actions.text(wanted));
    if (!m_balancer || findEntity(id).isSome()) {
        append(EntityId(0), cause, RequestId(), NotApplicable {acted.action, acted.verb}, sink);
        return;
    }
    const RecordId taken = append(m_balancerEntity, cause, RequestId(), ActionTaken {acted.action, acted.verb}, sink);
    for (std::size_t n = m_servers.size() + 1; id.empty() || findEntity(id).isSome(); ++n)
        id = "server-" + std::to_string(n);

    const std::vector<ServerSpec> &servers = m_plan->setup.servers;
    const ServerSpec spec = servers.empty() ? ServerSpec() : servers.back(); // a machine like the others
    const StringId name = m_strings.intern(id);
    announceStrings(sink);
    const EntityId entity = addEntity(EntityType::Server, static_cast<std::uint32_t>(m_servers.size()), name);
    m_servers.emplace_back(entity, spec, m_plan->setup.sessions, m_plan->setup.application, m_known);
    sink.joinEntity(entity, name);
    EntityAdded added;
    added.type = EntityType::Server;
    added.capacity = spec.capacity;
    added.queueLimit = spec.queueLimit;
    const RecordId joined = append(entity, taken, RequestId(), added, sink);
    handle(m_balancerEntity, protocol::ServerJoined {entity, name, spec.weight}, joined, sink);
}

void SimEngine::handle(EntityId entity, const Input &input, RecordId trigger, RecordSink &sink)
{
    Handling handling {entity, trigger, trigger};
    Entity &target = m_entities[entity.value];
    m_effects.clear();
    protocol::Context context {m_now, target.sessionIds, m_strings, m_effects, m_bulk};
    switch (target.type) {
    case EntityType::Client:
        m_clients[target.index].handle(input, context);
        break;
    case EntityType::Balancer:
        m_balancer->handle(input, context);
        break;
    case EntityType::Server:
        m_servers[target.index].handle(input, context);
        break;
    case EntityType::Store:
        m_stores[target.index].handle(input, context);
        break;
    }
    for (const protocol::Effect &effect : m_effects)
        std::visit([&](const auto &wanted) { carryOut(wanted, handling, sink); }, effect);
}

void SimEngine::handleImmediate(RecordSink &sink)
{
    for (std::size_t i = 0; i < m_immediate.size(); ++i) {
        Immediate next = m_immediate[i];
        if (auto *followUp = std::get_if<protocol::FollowUp>(&next.input))
            followUp->request = RequestId(m_requests);
        handle(next.entity, next.input, next.trigger, sink);
    }
    m_immediate.clear();
}

void SimEngine::carryOut(const protocol::Emit &emit, Handling &handling, RecordSink &sink)
{
    handling.last = append(handling.entity, handling.trigger, emit.request, emit.fact, sink);
    if (std::holds_alternative<ActionTaken>(emit.fact))
        handling.trigger = handling.last;
}

void SimEngine::carryOut(const protocol::StartTimer &timer, Handling &handling, RecordSink &)
{
    m_future.schedule(
        m_now, timer.delay,
        Pending {Pending::Kind::Timer, timer.kind, handling.entity, handling.last, timer.request, timer.token});
}

void SimEngine::carryOut(const protocol::Probe &, Handling &, RecordSink &) { }

void SimEngine::carryOut(const protocol::ResetConnection &reset, Handling &handling, RecordSink &)
{
    m_future.schedule(
        m_now, oneWay(handling.entity),
        Pending {Pending::Kind::ConnectionLost, {}, reset.peer, handling.last, reset.request, reset.connection});
}

void SimEngine::carryOut(const protocol::AskAgain &again, Handling &handling, RecordSink &)
{
    m_immediate.push_back({handling.entity, protocol::FollowUp {again.operation, {}}, handling.last});
}

void SimEngine::carryOut(const protocol::RequestDone &done, Handling &handling, RecordSink &)
{
    m_actions.requestDone(done.request, m_now, handling.last);
}

void SimEngine::carryOut(const protocol::Send &wanted, Handling &handling, RecordSink &sink)
{
    const Message &message = m_effects.message(wanted);
    const Fate fate = drawFate(m_plan->setup.network, m_entities[handling.entity.value].network);
    const ApplicationSpec &application = m_plan->setup.application;
    Sent sent;
    sent.message = message.kind;
    sent.to = message.to;
    sent.transit.us = static_cast<std::uint32_t>(fate.transit.us);
    sent.lost = fate.lost;
    sent.sizeBytes = message.kind == MessageKind::Request ? application.requestBytes : application.responseBytes;
    const RecordId id = append(handling.entity, handling.last, message.request, sent, sink);
    if (fate.lost)
        return;
    std::uint32_t slot = 0;
    if (m_freeMessages.empty()) {
        slot = static_cast<std::uint32_t>(m_messages.size());
        m_messages.push_back(message);
    } else {
        slot = m_freeMessages.back();
        m_freeMessages.pop_back();
        m_messages[slot] = message;
    }
    m_future.schedule(m_now, fate.transit, Pending {Pending::Kind::Message, {}, message.to, id, message.request, slot});
}

void SimEngine::carryOut(const protocol::Connect &wanted, Handling &handling, RecordSink &)
{
    const protocol::AppServer &server = m_servers[m_entities[wanted.server.value].index];
    if (server.isListening()) {
        // Connections to a living server are kept open: making one takes no time of its own.
        m_immediate.push_back(
            {handling.entity, protocol::Connected {wanted.connection, wanted.request, server.epoch()}, handling.last});
        return;
    }
    const Duration roundTrip = oneWay(handling.entity) + oneWay(handling.entity);
    m_future.schedule(
        m_now, roundTrip,
        Pending {
            Pending::Kind::ConnectionRefused, {}, handling.entity, handling.last, wanted.request, wanted.connection});
}

Duration SimEngine::oneWay(EntityId from)
{
    return drawFate(m_plan->setup.network, m_entities[from.value].network).transit;
}

void SimEngine::announceNewStrings(RecordSink &sink)
{
    for (; m_announced < m_strings.size(); ++m_announced)
        sink.internString(StringId(m_announced), m_strings.text(StringId(m_announced)));
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

} // namespace sessionarium::sim
