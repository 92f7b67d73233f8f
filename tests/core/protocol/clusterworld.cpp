// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/protocol/clusterworld.h"

#include "core/timeline/fold.h"

#include <algorithm>

namespace sessionarium::tests {

using namespace model;
using namespace protocol;
using timeline::Record;

ClusterWorld::ClusterWorld(const Setup &setup)
    : m_setup(setup), m_firstServer(setup.clients), m_jars(setup.clients), m_writes(setup.clients)
{
    m_known.sessionCookie = m_strings.intern(sessionCookieName);
    m_known.pinCookie = m_strings.intern(pinCookieName);
    m_known.user = m_strings.intern(userAttribute);
    for (std::uint32_t i = 0; i < setup.clients; ++i)
        append(EntityId(i), {}, {}, EntityAdded {EntityType::Client, m_known.user, 0, 0, Persistence::None, {}});
    for (std::uint32_t i = 0; i < setup.servers + setup.later; ++i) {
        m_servers.emplace_back(EntityId(m_firstServer + i), setup.server, setup.sessions, setup.application, m_known);
        m_isThere.push_back(i < setup.servers);
        m_random.emplace_back(42, Purpose::SessionIds, EntityId(m_firstServer + i));
    }
    const auto begin = [this](std::uint32_t i) {
        append(server(i), {}, {},
               EntityAdded {
                   EntityType::Server, {}, m_setup.server.capacity, m_setup.server.queueLimit, Persistence::None, {}});
    };
    for (std::uint32_t i = 0; i < setup.servers; ++i)
        begin(i);
    for (std::uint32_t i = 0; i < setup.servers; ++i)
        introduce(i, false);
    for (std::uint32_t i = 0; i < setup.servers; ++i)
        handle(server(i), Started {}, {});
}

void ClusterWorld::introduce(std::uint32_t index, bool joined)
{
    const bool isMulticast = m_setup.sessions.membership == model::Membership::Multicast;
    for (std::uint32_t other = 0; other < m_servers.size(); ++other) {
        if (other == index || !m_isThere[other])
            continue;
        handle(server(index), PeerListed {server(other), !joined || !isMulticast}, {});
        if (joined && isMulticast)
            handle(server(other), PeerListed {server(index), false}, {});
    }
}

std::uint32_t ClusterWorld::request(Duration when, std::uint32_t client, std::uint32_t server, Operation operation,
                                    std::string_view attribute)
{
    const auto number = static_cast<std::uint32_t>(m_requests.size());
    m_requests.emplace_back();
    const StringId name = m_strings.intern(attribute);
    at(SimTime {when.us}, [=, this] { issue(number, client, server, operation, name); });
    return number;
}

void ClusterWorld::issue(std::uint32_t request, std::uint32_t client, std::uint32_t server, Operation operation,
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
    if (operation != Operation::Read && operation != Operation::LoginPage)
        message.write = WriteId {message.from, ++m_writes[client]};
    m_requests[request].write = message.write;
    m_requests[request].issued = m_now;
    const RecordId issued = append(message.from, {}, message.request,
                                   RequestIssued {operation, attribute, StringId(), message.write, message.session});
    message.epoch = m_servers[server].epoch();
    if (m_servers[server].isListening())
        send(message, issued);
}

void ClusterWorld::act(Duration when, std::uint32_t index, ActionKind verb, std::uint32_t about)
{
    at(SimTime {when.us}, [=, this] {
        Acted acted;
        acted.verb = verb;
        acted.about = server(about);
        handle(server(index), acted, {});
    });
}

void ClusterWorld::join(Duration when, std::uint32_t index)
{
    at(SimTime {when.us}, [=, this] {
        m_isThere[index] = true;
        const RecordId added = append(
            server(index), {}, {},
            EntityAdded {
                EntityType::Server, {}, m_setup.server.capacity, m_setup.server.queueLimit, Persistence::None, {}});
        introduce(index, true);
        handle(server(index), Started {true}, added);
    });
}

void ClusterWorld::leave(Duration when, std::uint32_t index)
{
    act(when, index, ActionKind::RemoveServer);
    at(SimTime {when.us}, [=, this] {
        for (std::uint32_t other = 0; other < m_servers.size(); ++other) {
            if (other != index && m_isThere[other])
                handle(server(other), ServerLeft {server(index)}, {});
        }
    });
}

void ClusterWorld::cut(Duration when, std::uint32_t a, std::uint32_t b)
{
    at(SimTime {when.us}, [=, this] { m_cuts.insert(std::minmax(server(a), server(b))); });
}

void ClusterWorld::heal(Duration when)
{
    at(SimTime {when.us}, [this] { m_cuts.clear(); });
}

void ClusterWorld::at(SimTime time, std::function<void()> what)
{
    m_future.emplace(std::pair(time.us, m_sequence++), std::move(what));
}

void ClusterWorld::run(Duration until)
{
    while (!m_future.empty() && m_future.begin()->first.first <= until.us) {
        auto node = m_future.extract(m_future.begin());
        m_now = SimTime {node.key().first};
        node.mapped()();
        compare();
    }
    m_now = SimTime {until.us};
}

void ClusterWorld::handle(EntityId target, const Input &input, RecordId cause)
{
    if (target.value < m_firstServer)
        return; // a client that learns of a reset
    m_effects.clear();
    Context context {m_now, m_random[indexOf(target)], m_strings, m_effects, m_bulk};
    m_servers[indexOf(target)].handle(input, context);
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
        } else if (const auto *probe = std::get_if<Probe>(&effect)) {
            const AppServer &asked = m_servers[indexOf(probe->target)];
            const bool isHung = asked.process() == AppServer::Process::Hung;
            const bool isRunning = asked.process() == AppServer::Process::Running;
            const bool replies = probe->wantsReply ? isRunning : asked.isListening();
            const bool refuses = asked.process() == AppServer::Process::Down || (!isHung && !asked.isListening());
            const bool isGone = asked.process() == AppServer::Process::Gone || !m_isThere[indexOf(probe->target)];
            const ProbeAnswered answer {probe->target, probe->token, replies};
            if (!isCut(target, probe->target) && !isGone && (replies || refuses))
                at(m_now + m_setup.latency * 2, [=, this] { handle(target, answer, last); });
        }
    }
}

void ClusterWorld::send(const Message &message, RecordId cause)
{
    const bool isLost = isCut(message.from, message.to);
    Duration transit = m_setup.latency;
    if (m_setup.extra)
        transit = transit + m_setup.extra(message);
    SimTime arrival = m_now + transit;
    if (message.from.value >= m_firstServer && message.to.value >= m_firstServer) {
        m_posted.push_back(Posted {message, m_now, isLost});
        SimTime &last = m_lastArrival[{message.from, message.to, message.channel}];
        arrival = last = std::max(last, arrival);
    }
    const RecordId sent =
        append(message.from, cause, message.request,
               Sent {message.kind, message.to, TransitTime {static_cast<std::uint32_t>((arrival - m_now).us)}, isLost,
                     message.sizeBytes});
    if (isLost)
        return;
    at(arrival, [message, sent, this] {
        if (message.to.value < m_firstServer)
            finish(message, sent);
        else
            handle(message.to, Arrived {&message}, sent);
    });
}

void ClusterWorld::finish(const Message &response, RecordId cause)
{
    Asked &asked = m_requests[response.request.value];
    asked.answer = Answer {response.status, response.shown, m_now - asked.issued};
    if (response.setSession.isSome()) {
        m_jars[response.to.value] = response.setSession;
        append(response.to, cause, response.request, CookieStored {m_known.sessionCookie, response.setSession});
    }
    append(response.to, cause, response.request,
           Answered {response.status, response.shown.get(m_known.user), response.setSession});
}

RecordId ClusterWorld::append(EntityId entity, RecordId cause, RequestId request, const Fact &fact)
{
    const RecordId id(static_cast<std::uint32_t>(m_records.size()));
    m_records.push_back(Record {m_now, cause, entity, request, fact});
    timeline::fold(m_folded, id, m_records.back());
    return id;
}

bool ClusterWorld::isCut(EntityId a, EntityId b) const
{
    return m_cuts.contains(std::minmax(a, b));
}

WriteId ClusterWorld::shown(std::uint32_t request, std::string_view attribute) const
{
    const auto id = m_strings.find(attribute);
    return id ? answer(request).shown.get(*id) : WriteId();
}

WriteId ClusterWorld::held(std::uint32_t server, std::string_view attribute, std::uint32_t client) const
{
    const MemorySessions::Session *session = copy(server, client);
    const auto id = m_strings.find(attribute);
    return session && id ? session->attributes.get(*id) : WriteId();
}

std::vector<std::uint32_t> ClusterWorld::members(std::uint32_t server) const
{
    std::vector<std::uint32_t> members;
    for (const EntityId member : manager(server).members().members())
        members.push_back(indexOf(member));
    return members;
}

std::vector<ClusterWorld::Posted> ClusterWorld::posted(MessageKind kind, Duration since) const
{
    std::vector<Posted> found;
    for (const Posted &item : m_posted) {
        if (item.message.kind == kind && item.at.us >= since.us)
            found.push_back(item);
    }
    return found;
}

std::vector<MessageKind> ClusterWorld::kinds(Duration since) const
{
    std::vector<MessageKind> found;
    for (const Posted &item : m_posted) {
        if (item.message.kind != MessageKind::ReplicationAck && item.at.us >= since.us)
            found.push_back(item.message.kind);
    }
    return found;
}

std::uint64_t ClusterWorld::bytes(Duration since) const
{
    std::uint64_t sum = 0;
    for (const Posted &item : m_posted)
        sum += item.at.us >= since.us ? item.message.sizeBytes : 0;
    return sum;
}

namespace {

bool isSame(const MemorySessions &machine, const std::vector<timeline::CopyState> &folded)
{
    std::size_t there = 0;
    for (const timeline::CopyState &copy : folded) {
        if (!copy.isThere())
            continue;
        ++there;
        const MemorySessions::Session *session = machine.find(copy.session);
        if (!session || session->lastUsed != copy.lastUsed || session->role != copy.role
            || session->attributes.count != copy.attributes.size())
            return false;
        for (const timeline::AttributeState &item : copy.attributes) {
            if (session->attributes.get(item.attribute) != item.value
                || session->attributes.depth(item.attribute) != item.depth)
                return false;
        }
    }
    return there == machine.sessions().size();
}

} // namespace

std::string ClusterWorld::compare(const AppServer &server) const
{
    const timeline::ServerState &folded = *m_folded.server(server.entity());
    const auto &manager = std::get<AllToAllSessions>(server.sessions());
    if ((folded.isAlive() && !folded.isStarting) != server.isListening())
        return "listening";
    if (!isSame(manager.memory(), folded.copies))
        return "sessions";
    std::vector<EntityId> members;
    for (const timeline::MemberState &member : folded.members) {
        if (member.isMember)
            members.push_back(member.entity);
    }
    if (members != manager.members().members())
        return "members";
    const auto isSameChange = [](const Message &message, const timeline::QueuedChange &change) {
        return message.kind == change.message && message.session == change.session;
    };
    const std::deque<Message> &waiting = manager.queue().waiting();
    if (!std::equal(waiting.begin(), waiting.end(), folded.queued.begin(), folded.queued.end(), isSameChange))
        return "queue of the sender";
    const auto isSameRequest = [](model::RequestId request, const timeline::AwaitedAnswer &answer) {
        return request == answer.request;
    };
    const std::vector<model::RequestId> awaiting = server.awaitingConfirmation();
    if (!std::equal(awaiting.begin(), awaiting.end(), folded.awaiting.begin(), folded.awaiting.end(), isSameRequest))
        return "requests awaiting confirmation";
    return {};
}

void ClusterWorld::compare()
{
    for (const AppServer &server : m_servers) {
        if (!m_difference.empty() || !m_isThere[indexOf(server.entity())])
            continue;
        const std::string what = compare(server);
        if (!what.empty())
            m_difference = what + " at " + std::to_string(m_now.us) + " us";
    }
}

} // namespace sessionarium::tests
