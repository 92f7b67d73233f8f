// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/protocol/storeworld.h"

#include "core/timeline/fold.h"

#include <algorithm>

namespace sessionarium::tests {

using namespace model;
using namespace protocol;
using timeline::Record;

StoreWorld::StoreWorld(const Setup &setup) : m_jars(setup.clients), m_writes(setup.clients)
{
    m_known.sessionCookie = m_strings.intern(sessionCookieName);
    m_known.pinCookie = m_strings.intern(pinCookieName);
    m_known.user = m_strings.intern(userAttribute);
    std::uint32_t next = 0;
    for (; next < setup.clients; ++next)
        append(EntityId(next), {}, {}, EntityAdded {EntityType::Client, m_known.user, 0, 0, Persistence::None, {}});
    for (std::uint32_t i = 0; i < setup.servers; ++i, ++next) {
        m_servers.emplace_back(EntityId(next), ServerSpec(), setup.sessions, setup.application, m_known);
        append(EntityId(next), {}, {}, EntityAdded {EntityType::Server, {}, 4, 100, Persistence::None, {}});
    }
    const EntityId primary(next);
    const EntityId replica = setup.store.replica ? EntityId(next + 1) : EntityId();
    m_stores.emplace_back(primary, setup.store, setup.sessions, EntityId(), replica);
    if (replica.isSome())
        m_stores.emplace_back(replica, setup.store, setup.sessions, primary, primary);
    for (const Store &store : m_stores)
        append(store.entity(), {}, {},
               EntityAdded {EntityType::Store, {}, 0, 0, setup.store.persistence, store.replicaOf()});
    for (std::uint32_t i = 0; i <= next + 1; ++i)
        m_random.emplace_back(42, Purpose::SessionIds, EntityId(i));
    for (const AppServer &server : m_servers) {
        const EntityId entity = server.entity();
        handle(entity, StoreListed {primary}, {});
        for (const Store &store : m_stores)
            handle(store.entity(), ServerJoined {entity, {}, 1}, {});
    }
    for (std::uint32_t i = setup.clients; i < next + m_stores.size(); ++i)
        handle(EntityId(i), Started {}, {});
}

std::uint32_t StoreWorld::request(Duration when, std::uint32_t client, std::uint32_t server, Operation operation,
                                  std::string_view attribute)
{
    const auto number = static_cast<std::uint32_t>(m_requests.size());
    m_requests.emplace_back();
    const StringId name = m_strings.intern(attribute);
    at(SimTime {when.us}, [=, this] { issue(number, client, server, operation, name); });
    return number;
}

void StoreWorld::issue(std::uint32_t request, std::uint32_t client, std::uint32_t server, Operation operation,
                       StringId attribute)
{
    Message message;
    message.from = EntityId(client);
    message.to = m_servers[server].entity();
    message.client = message.from;
    message.request = RequestId(request);
    message.connection = request;
    message.operation = operation;
    message.attribute = attribute;
    message.session = m_jars[client];
    if (operation != Operation::Read)
        message.write = WriteId {message.from, ++m_writes[client]};
    m_requests[request].write = message.write;
    const RecordId issued = append(message.from, {}, message.request,
                                   RequestIssued {operation, attribute, StringId(), message.write, message.session});
    if (reach(message.to, message.epoch) == 2)
        send(message, issued);
}

void StoreWorld::act(Duration when, EntityId target, ActionKind verb)
{
    at(SimTime {when.us}, [=, this] {
        Acted acted;
        acted.verb = verb;
        handle(target, acted, {});
    });
}

void StoreWorld::deleteSession(Duration when, std::uint32_t client)
{
    at(SimTime {when.us}, [=, this] {
        Acted acted;
        acted.verb = ActionKind::DeleteSession;
        acted.session = m_jars[client];
        handle(m_stores.front().entity(), acted, {});
    });
}

void StoreWorld::dropCookie(Duration when, std::uint32_t client)
{
    at(SimTime {when.us}, [=, this] { m_jars[client] = StringId(); });
}

void StoreWorld::cut(Duration when, EntityId a, EntityId b)
{
    at(SimTime {when.us}, [=, this] { m_cuts.insert(std::minmax(a, b)); });
}

void StoreWorld::heal(Duration when)
{
    at(SimTime {when.us}, [this] { m_cuts.clear(); });
}

void StoreWorld::join(Duration when, std::uint32_t server)
{
    at(SimTime {when.us}, [=, this] {
        for (const Store &store : m_stores)
            handle(store.entity(), ServerJoined {m_servers[server].entity(), {}, 1}, {});
    });
}

void StoreWorld::leave(Duration when, std::uint32_t server)
{
    at(SimTime {when.us}, [=, this] {
        for (const Store &store : m_stores)
            handle(store.entity(), ServerLeft {m_servers[server].entity()}, {});
    });
}

void StoreWorld::at(SimTime time, std::function<void()> what)
{
    m_future.emplace(std::pair(time.us, m_sequence++), std::move(what));
}

void StoreWorld::run(Duration until)
{
    while (!m_future.empty() && m_future.begin()->first.first <= until.us) {
        auto node = m_future.extract(m_future.begin());
        m_now = SimTime {node.key().first};
        node.mapped()();
        compare();
    }
    m_now = SimTime {until.us};
}

void StoreWorld::handle(EntityId target, const Input &input, RecordId cause)
{
    m_effects.clear();
    Context context {m_now, m_random[target.value], m_strings, m_effects, m_bulk};
    const std::uint32_t firstServer = m_servers.front().entity().value;
    const std::uint32_t firstStore = m_stores.front().entity().value;
    if (target.value >= firstStore)
        m_stores[target.value - firstStore].handle(input, context);
    else if (target.value >= firstServer)
        m_servers[target.value - firstServer].handle(input, context);
    RecordId last = cause;
    for (const Effect &effect : m_effects) {
        if (const auto *emitted = std::get_if<Emit>(&effect)) {
            last = append(target, cause, emitted->request, emitted->fact);
        } else if (const auto *sent = std::get_if<Send>(&effect)) {
            send(m_effects.message(*sent), last);
            m_effects.release(*sent);
        } else if (const auto *timer = std::get_if<StartTimer>(&effect)) {
            const TimerFired fired {timer->kind, timer->request, timer->token};
            at(m_now + timer->delay, [=, this] { handle(target, fired, last); });
        } else if (const auto *connect = std::get_if<Connect>(&effect)) {
            std::uint32_t epoch = 0;
            const int reached = isCut(target, connect->server) ? 0 : reach(connect->server, epoch);
            const Connect wanted = *connect;
            if (reached == 2) {
                const Connected connected {wanted.connection, wanted.request, epoch};
                at(m_now, [=, this] { handle(target, connected, last); });
            } else {
                const ConnectionRefused refused {wanted.connection, wanted.request,
                                                 reached == 1 ? ConnectError::Refused : ConnectError::NoAnswer};
                at(m_now + (reached == 1 ? latency * 2 : wanted.timeout), [=, this] { handle(target, refused, last); });
            }
        } else if (const auto *probe = std::get_if<Probe>(&effect)) {
            std::uint32_t epoch = 0;
            const int reached = isCut(target, probe->target) ? 0 : reach(probe->target, epoch);
            const ProbeAnswered answer {probe->target, probe->token, reached == 2};
            if (reached > 0)
                at(m_now + latency * 2, [=, this] { handle(target, answer, last); });
        } else if (const auto *reset = std::get_if<ResetConnection>(&effect)) {
            const ConnectionLost lost {reset->connection, reset->request};
            const EntityId peer = reset->peer;
            if (!isCut(target, peer))
                at(m_now + latency, [=, this] { handle(peer, lost, last); });
        }
    }
}

void StoreWorld::send(const Message &message, RecordId cause)
{
    const bool isLost = isCut(message.from, message.to);
    const RecordId sent = append(message.from, cause, message.request,
                                 Sent {message.kind, message.to, TransitTime {static_cast<std::uint32_t>(latency.us)},
                                       isLost, message.sizeBytes});
    if (isLost)
        return;
    at(m_now + latency, [message, sent, this] {
        if (message.to.value < m_jars.size())
            finish(message, sent);
        else
            handle(message.to, Arrived {&message}, sent);
    });
}

void StoreWorld::finish(const Message &response, RecordId cause)
{
    Asked &asked = m_requests[response.request.value];
    asked.answer = Answer {response.status, response.shown, m_now};
    if (response.setSession.isSome()) {
        m_jars[response.to.value] = response.setSession;
        append(response.to, cause, response.request, CookieStored {m_known.sessionCookie, response.setSession});
    }
    append(response.to, cause, response.request,
           Answered {response.status, response.shown.get(m_known.user), response.setSession});
}

RecordId StoreWorld::append(EntityId entity, RecordId cause, RequestId request, const Fact &fact)
{
    const RecordId id(static_cast<std::uint32_t>(m_records.size()));
    m_records.push_back(Record {m_now, cause, entity, request, fact});
    timeline::fold(m_folded, id, m_records.back());
    return id;
}

bool StoreWorld::isCut(EntityId a, EntityId b) const
{
    return m_cuts.contains(std::minmax(a, b));
}

int StoreWorld::reach(EntityId target, std::uint32_t &epoch) const
{
    const std::uint32_t firstStore = m_stores.front().entity().value;
    if (target.value >= firstStore) {
        const Store &store = m_stores[target.value - firstStore];
        epoch = store.epoch();
        return store.isListening() ? 2 : store.process() == Store::Process::Down ? 1 : 0;
    }
    const AppServer &server = m_servers[target.value - m_servers.front().entity().value];
    epoch = server.epoch();
    return server.isListening() ? 2 : server.process() == AppServer::Process::Down ? 1 : 0;
}

WriteId StoreWorld::shown(std::uint32_t request, std::string_view attribute) const
{
    const auto id = m_strings.find(attribute);
    return id ? answer(request).shown.get(*id) : WriteId();
}

StoreWorld::Traffic StoreWorld::traffic(std::uint32_t request) const
{
    Traffic traffic;
    for (const Sent &sent : of<Sent>(request)) {
        if (sent.message == MessageKind::Request || sent.message == MessageKind::Response)
            continue;
        ++traffic.messages;
        traffic.bytes += sent.sizeBytes;
    }
    return traffic;
}

namespace {

bool isSame(const std::vector<SessionImage> &machine, const std::vector<timeline::CopyState> &folded)
{
    auto image = machine.begin();
    for (const timeline::CopyState &copy : folded) {
        if (!copy.isThere())
            continue;
        if (image == machine.end() || image->session != copy.session || image->lastUsed != copy.lastUsed
            || image->attributes.count != copy.attributes.size())
            return false;
        for (const timeline::AttributeState &item : copy.attributes) {
            if (image->attributes.get(item.attribute) != item.value
                || image->attributes.depth(item.attribute) != item.depth)
                return false;
        }
        ++image;
    }
    return image == machine.end();
}

} // namespace

std::string StoreWorld::compareStore(const Store &store) const
{
    const timeline::StoreState &folded = *m_folded.store(store.entity());
    if (static_cast<int>(folded.process == timeline::Process::Running)
            != static_cast<int>(store.process() == Store::Process::Running)
        || (folded.process == timeline::Process::Gone) != (store.process() == Store::Process::Gone))
        return "process";
    if (folded.replicaOf != store.replicaOf())
        return "role";
    if (!isSame(store.images(), folded.copies))
        return "sessions";
    if (!isSame(store.survivesKill(), folded.afterKill()))
        return "what survives a kill";
    if (!isSame(store.survivesPowerLoss(), folded.afterPowerLoss()))
        return "what survives a power loss";
    return {};
}

void StoreWorld::compare()
{
    if (!m_difference.empty())
        return;
    std::string what;
    for (const Store &store : m_stores) {
        if (what.empty())
            what = compareStore(store);
    }
    for (const AppServer &server : m_servers) {
        const EntityId folded = m_folded.server(server.entity())->store;
        const EntityId held = std::get<StoreSessions>(server.sessions()).store();
        if (held != (folded.isNone() ? m_stores.front().entity() : folded))
            what = "store of a server";
        std::vector<RequestId> serving;
        for (const timeline::ServiceState &item : m_folded.server(server.entity())->inService)
            serving.push_back(item.request);
        if (serving != server.inService())
            what = "requests in service";
    }
    if (!what.empty())
        m_difference = what + " at " + std::to_string(m_now.us) + " us";
}

} // namespace sessionarium::tests
