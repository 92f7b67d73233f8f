// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/simengine.h"

#include "core/sim/simplan.h"

#include <algorithm>

namespace sessionarium::sim {

using namespace model;
using protocol::Input;
using protocol::Message;
using timeline::RecordSink;

namespace {

std::vector<ClientSpec> allClients(const Setup &setup)
{
    std::vector<ClientSpec> clients = setup.clients;
    for (const CrowdSpec &crowd : setup.workload.crowds) {
        const std::vector<ClientSpec> more = scenario::clientsOf(crowd);
        clients.insert(clients.end(), more.begin(), more.end());
    }
    return clients;
}

} // namespace

SimEngine::SimEngine(const scenario::Scenario &scenario, const std::string &branch)
    : m_plan(std::make_shared<const Plan>(Plan {scenario.setup, allClients(scenario.setup), scenario.seed}))
{
    const Setup &setup = m_plan->setup;
    m_info.scenario = scenario.id;
    m_info.policy = scenario::presetOf(setup);
    m_info.seed = scenario.seed;
    m_info.branch = branch;
    m_info.duration = scenario.duration;
    m_info.sessionTimeout = setup.sessions.timeout;

    const auto known = [this](std::string_view text) { return m_strings.intern(text); };
    const auto join = [&](EntityType type, std::size_t index, const std::string &id, const Text &name) {
        m_info.entities.push_back({id, type, name});
        return addEntity(type, static_cast<std::uint32_t>(index), known(id));
    };
    for (std::size_t i = 0; i < m_plan->clients.size(); ++i)
        join(EntityType::Client, i, m_plan->clients[i].id, m_plan->clients[i].name);
    if (setup.balancer)
        m_balancerEntity = join(EntityType::Balancer, 0, setup.balancer->id, setup.balancer->name);
    const auto firstServer = static_cast<std::uint32_t>(m_entities.size());
    for (std::size_t i = 0; i < setup.servers.size(); ++i)
        join(EntityType::Server, i, setup.servers[i].id, setup.servers[i].name);
    for (const StoreSpec &spec : setup.stores) {
        const EntityId primary = join(EntityType::Store, m_stores.size(), spec.id, spec.name);
        const EntityId replica = spec.replica ? EntityId(primary.value + 1) : EntityId();
        m_stores.emplace_back(primary, spec, setup.sessions, EntityId(), replica);
        if (spec.replica) {
            join(EntityType::Store, m_stores.size(), spec.replica->id, spec.replica->name);
            m_stores.emplace_back(replica, spec, setup.sessions, primary, primary);
        }
    }
    m_known.user = known(userAttribute);
    m_cart = known("cart");
    m_known.sessionCookie = known(sessionCookieName);
    m_known.pinCookie = known(pinCookieName);

    if (setup.balancer)
        m_balancer.emplace(m_balancerEntity, *setup.balancer);
    for (std::uint32_t i = 0; i < setup.servers.size(); ++i)
        m_servers.emplace_back(EntityId(firstServer + i), setup.servers[i], setup.sessions, setup.application, m_known);
    m_gateway = setup.balancer ? protocol::ClientAgent::Gateway {m_balancerEntity, false}
                               : protocol::ClientAgent::Gateway {EntityId(firstServer), true};
    m_firstOfCrowds = static_cast<std::uint32_t>(setup.clients.size());
    for (const CrowdSpec &spec : setup.workload.crowds) {
        for (std::uint32_t i = 0; i < spec.clients; ++i) {
            const EntityId client(m_firstOfCrowds + static_cast<std::uint32_t>(m_crowds.size()));
            m_crowds.push_back(Crowd {protocol::CrowdUser(spec, Random(m_plan->seed, Purpose::Workload, client)),
                                      spec.arrivals == Arrivals::Closed, RequestId()});
        }
    }

    for (std::uint32_t i = 0; i < m_strings.size(); ++i)
        m_info.strings.emplace_back(m_strings.text(StringId(i)));
    m_announced = m_strings.size();
    // Addresses are first shown by the records that open the run, in this order.
    for (std::uint32_t i = 0; i < m_plan->clients.size(); ++i) {
        const ClientSpec &spec = m_plan->clients[i];
        m_clients.emplace_back(EntityId(i), spec, known(spec.address), m_gateway, m_known);
    }
}

EntityId SimEngine::addEntity(EntityType type, std::uint32_t index, StringId id)
{
    const EntityId entity(static_cast<std::uint32_t>(m_entities.size()));
    m_entities.push_back(Entity {type, index, id});
    m_streams.push_back(
        Streams {Random(m_plan->seed, Purpose::Network, entity), Random(m_plan->seed, Purpose::SessionIds, entity)});
    m_entityOfString.emplace(id.value, entity);
    return entity;
}

void SimEngine::open(RecordSink &sink)
{
    sink.begin(m_info);
    const Setup &setup = m_plan->setup;
    std::vector<RecordId> joined;
    for (std::uint32_t i = 0; i < m_entities.size(); ++i) {
        const Entity &entity = m_entities[i];
        EntityAdded added;
        added.type = entity.type;
        if (entity.type == EntityType::Client)
            added.address = m_clients[entity.index].address();
        if (entity.type == EntityType::Server) {
            added.capacity = setup.servers[entity.index].capacity;
            added.queueLimit = setup.servers[entity.index].queueLimit;
        }
        if (entity.type == EntityType::Store) {
            added.persistence = setup.stores.front().persistence;
            added.replicaOf = m_stores[entity.index].replicaOf();
        }
        joined.push_back(append(EntityId(i), RecordId(), RequestId(), added, sink));
    }
    for (std::uint32_t i = 0; i < m_servers.size(); ++i)
        introduce(i, false, joined[m_servers[i].entity().value], sink);
    for (std::uint32_t i = 0; i < m_entities.size(); ++i) {
        if (m_entities[i].type != EntityType::Client)
            handle(EntityId(i), protocol::Started {false}, joined[i], sink);
    }
    handleImmediate(sink);
    for (std::uint32_t i = 0; i < m_crowds.size(); ++i) {
        const EntityId client(m_firstOfCrowds + i);
        if (const std::optional<Duration> first = m_crowds[i].user.first())
            scheduleCrowd(client, *first, joined[client.value]);
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
        const protocol::Send sent {pending.token};
        handle(pending.target, protocol::Arrived {&m_effects.message(sent)}, pending.cause, sink);
        m_effects.release(sent);
        break;
    }
    case Pending::Kind::Timer:
        if (pending.timer == protocol::TimerKind::ClientTimeout && !m_open.isOpen(pending.request))
            break; // answered in time, as nearly all are: the client has nothing to do
        handle(pending.target, protocol::TimerFired {pending.timer, pending.request, pending.token}, pending.cause,
               sink);
        break;
    case Pending::Kind::ConnectionRefused:
        handle(pending.target, protocol::ConnectionRefused {pending.token, pending.request}, pending.cause, sink);
        break;
    case Pending::Kind::ConnectionSilent:
        handle(pending.target, protocol::ConnectionRefused {pending.token, pending.request, ConnectError::NoAnswer},
               pending.cause, sink);
        break;
    case Pending::Kind::ConnectionLost:
        handle(pending.target, protocol::ConnectionLost {pending.token, pending.request}, pending.cause, sink);
        break;
    case Pending::Kind::ProbeAnswered:
    case Pending::Kind::ProbeRefused:
        handle(pending.target,
               protocol::ProbeAnswered {EntityId(pending.request.value), pending.token,
                                        pending.kind == Pending::Kind::ProbeAnswered},
               pending.cause, sink);
        break;
    case Pending::Kind::CrowdDue:
        crowdActs(pending, sink);
        break;
    }
}

void SimEngine::handle(EntityId entity, const Input &input, RecordId trigger, RecordSink &sink)
{
    Handling handling {entity, trigger, trigger};
    const Entity target = m_entities[entity.value];
    m_effects.clear();
    protocol::Context context {m_now, m_streams[entity.value].sessionIds, m_strings, m_effects, m_bulk};
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
            followUp->request = RequestId(m_open.issued());
        std::visit([&](const auto &input) { handle(next.entity, input, next.trigger, sink); }, next.input);
    }
    m_immediate.clear();
}

void SimEngine::carryOut(const protocol::Emit &emit, Handling &handling, RecordSink &sink)
{
    handling.last = append(handling.entity, handling.trigger, emit.request, emit.fact, sink);
    if (std::holds_alternative<ActionTaken>(emit.fact))
        handling.trigger = handling.last;
    else if (std::holds_alternative<Listening>(emit.fact))
        joinBalancer(handling.entity, handling.last, sink);
}

void SimEngine::carryOut(const protocol::StartTimer &timer, Handling &handling, RecordSink &)
{
    m_future.schedule(
        m_now, timer.delay,
        Pending {Pending::Kind::Timer, timer.kind, handling.entity, handling.last, timer.request, timer.token});
}

void SimEngine::carryOut(const protocol::Probe &probe, Handling &handling, RecordSink &)
{
    if (m_links.isCut(handling.entity, probe.target))
        return;
    const Reach reached = reach(probe.target);
    const bool isAnswered = probe.wantsReply ? reached.replies : reached.connects;
    if (!isAnswered && !reached.refuses)
        return;
    const Pending::Kind kind = isAnswered ? Pending::Kind::ProbeAnswered : Pending::Kind::ProbeRefused;
    const Duration roundTrip = m_plan->setup.network.latency * 2;
    m_future.schedule(m_now, roundTrip,
                      Pending {kind, {}, handling.entity, handling.last, RequestId(probe.target.value), probe.token});
}

SimEngine::Reach SimEngine::reach(EntityId target) const
{
    const Entity &entity = m_entities[target.value];
    Reach reached;
    if (entity.type == EntityType::Server) {
        const protocol::AppServer &server = m_servers[entity.index];
        using Process = protocol::AppServer::Process;
        reached.connects = server.isListening();
        reached.replies = server.process() == Process::Running;
        reached.refuses = server.process() == Process::Down || (server.isAlive() && !reached.connects);
        reached.epoch = server.epoch();
    } else if (entity.type == EntityType::Store) {
        const protocol::Store &store = m_stores[entity.index];
        reached.connects = store.isListening();
        reached.replies = reached.connects;
        reached.refuses = store.process() == protocol::Store::Process::Down;
        reached.epoch = store.epoch();
    }
    return reached;
}

void SimEngine::carryOut(const protocol::ResetConnection &reset, Handling &handling, RecordSink &)
{
    if (m_links.isCut(handling.entity, reset.peer))
        return;
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
    m_open.close(done.request);
    m_actions.requestDone(done.request, m_now, handling.last);
    Crowd *const user = m_crowds.empty() ? nullptr : crowd(handling.entity);
    if (!user || !user->isClosed || user->current != done.request)
        return;
    user->current = RequestId();
    if (const std::optional<Duration> delay = user->user.next(m_now))
        scheduleCrowd(handling.entity, *delay, handling.last);
}

void SimEngine::carryOut(const protocol::Send &wanted, Handling &handling, RecordSink &sink)
{
    const Message &message = m_effects.message(wanted);
    Fate fate = drawFate(m_plan->setup.network, m_streams[handling.entity.value].network);
    fate.lost = fate.lost || m_links.isCut(handling.entity, message.to);
    const bool isHttp = message.kind == MessageKind::Request || message.kind == MessageKind::Response;
    if (!isHttp && !fate.lost)
        fate.transit = inOrder(message, fate.transit);
    const ApplicationSpec &application = m_plan->setup.application;
    Sent sent;
    sent.message = message.kind;
    sent.to = message.to;
    sent.transit.us = static_cast<std::uint32_t>(fate.transit.us);
    sent.lost = fate.lost;
    sent.sizeBytes = message.sizeBytes;
    if (isHttp)
        sent.sizeBytes = message.kind == MessageKind::Request ? application.requestBytes : application.responseBytes;
    const RecordId id = append(handling.entity, handling.last, message.request, sent, sink);
    if (fate.lost) {
        if (message.bulk != Message::noBulk)
            (void)m_bulk.take(message.bulk);
        m_effects.release(wanted);
    } else {
        m_future.schedule(m_now, fate.transit,
                          Pending {Pending::Kind::Message, {}, message.to, id, message.request, wanted.place});
    }
}

void SimEngine::carryOut(const protocol::Connect &wanted, Handling &handling, RecordSink &)
{
    Reach reached;
    if (!m_links.isCut(handling.entity, wanted.server))
        reached = reach(wanted.server);
    if (reached.connects) {
        // Connections to a living process are kept open: making one takes no time of its own.
        m_immediate.push_back(
            {handling.entity, protocol::Connected {wanted.connection, wanted.request, reached.epoch}, handling.last});
        return;
    }
    if (!reached.refuses && wanted.timeout.us == 0)
        return;
    const Pending::Kind kind = reached.refuses ? Pending::Kind::ConnectionRefused : Pending::Kind::ConnectionSilent;
    const Duration delay = reached.refuses ? oneWay(handling.entity) + oneWay(handling.entity) : wanted.timeout;
    m_future.schedule(m_now, delay,
                      Pending {kind, {}, handling.entity, handling.last, wanted.request, wanted.connection});
}

Duration SimEngine::oneWay(EntityId from)
{
    return drawFate(m_plan->setup.network, m_streams[from.value].network).transit;
}

Duration SimEngine::inOrder(const Message &message, Duration transit)
{
    constexpr std::uint64_t channels = 256;
    const std::uint64_t pair = std::uint64_t {message.from.value} << 32 | message.to.value;
    // Channels of one pair are few; pairs with a channel of their own are told apart by the mix.
    const std::uint64_t key = pair * channels + message.channel % channels;
    SimTime &newest = m_newestOfChannel[key];
    newest = std::max(newest, m_now + transit);
    return newest - m_now;
}

void SimEngine::announceNewStrings(RecordSink &sink)
{
    for (; m_announced < m_strings.size(); ++m_announced)
        sink.internString(StringId(m_announced), m_strings.text(StringId(m_announced)));
}

} // namespace sessionarium::sim
