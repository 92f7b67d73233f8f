// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/balancer.h"

#include <algorithm>

namespace sessionarium::protocol {

using namespace model;

namespace {
/// H-12: before another attempt at the same server after a refused connection.
constexpr Duration retryWait = seconds(1);
} // namespace

Balancer::Balancer(EntityId entity, const BalancerSpec &spec)
    : m_entity(entity),
      m_stickiness(spec.stickiness),
      m_hashType(spec.hash),
      m_retries(spec.retries),
      m_redispatch(spec.redispatch),
      m_connectTimeout(spec.connectTimeout),
      m_serverTimeout(spec.serverTimeout),
      m_checks(spec)
{
}

void Balancer::handle(const Input &input, Context &context)
{
    if (const auto *arrived = std::get_if<Arrived>(&input)) {
        if (arrived->message->kind == MessageKind::Request)
            take(*arrived->message, context);
        else
            answer(*arrived->message, context);
    } else if (const auto *connected = std::get_if<Connected>(&input)) {
        if (pending(connected->connection, connected->request))
            send(connected->connection, connected->epoch, context);
    } else if (const auto *refused = std::get_if<ConnectionRefused>(&input)) {
        if (pending(refused->connection, refused->request))
            connectionFailed(refused->connection, refused->reason, context);
    } else if (const auto *lost = std::get_if<ConnectionLost>(&input)) {
        if (Pending *waiting = pending(lost->connection, lost->request)) {
            // H-14: the request had been sent; it is not repeated.
            context.out.emit(ConnectionReset {m_servers[waiting->server].entity}, lost->request);
            reject(lost->connection, 502, RejectReason::ServerLost, context);
        }
    } else if (const auto *timer = std::get_if<TimerFired>(&input)) {
        if (timer->kind == TimerKind::RetryWait) {
            if (pending(timer->token, timer->request))
                connect(timer->token, context);
        } else if (timer->kind == TimerKind::ServerTimeout) {
            giveUpOnSilentServers(context);
        } else {
            m_checks.timer(*timer, context);
        }
    } else if (const auto *probed = std::get_if<ProbeAnswered>(&input)) {
        m_checks.answered(*probed, context);
    } else if (const auto *joined = std::get_if<ServerJoined>(&input)) {
        m_servers.push_back(Server {joined->server, joined->name, joined->weight});
        m_roundRobin.add(joined->weight);
        m_checks.add(joined->server, context);
    } else if (const auto *left = std::get_if<ServerLeft>(&input)) {
        if (const std::optional<std::size_t> index = find(left->server)) {
            m_servers[*index].hasLeft = true;
            m_checks.remove(*index);
        }
    } else if (const auto *acted = std::get_if<Acted>(&input)) {
        act(*acted, context);
    }
}

void Balancer::act(const Acted &input, Context &context)
{
    const std::optional<std::size_t> index = find(input.server);
    bool applies = index && !m_servers[*index].hasLeft;
    if (input.verb == ActionKind::MovePin) {
        const MovedPin *pin = movedPin(input.about);
        const bool isThere = pin && pin->server == index;
        applies = applies && m_stickiness != Stickiness::None && input.about.isSome() && !isThere;
    } else if (input.verb != ActionKind::Drain) {
        applies = false;
    }
    if (!applies) {
        context.out.emit(NotApplicable {input.action, input.verb});
        return;
    }
    context.out.emit(ActionTaken {input.action, input.verb});
    if (input.verb == ActionKind::Drain) {
        m_servers[*index].isDraining = !m_servers[*index].isDraining;
        context.out.emit(DrainSet {input.server, m_servers[*index].isDraining});
        return;
    }
    m_movedPins[input.about] = MovedPin {*index};
    context.out.emit(PinMoved {input.about, input.server});
}

void Balancer::take(const Message &request, Context &context)
{
    const std::uint32_t slot = freeSlot();
    Pending &waiting = m_pending[slot];
    waiting.request = request;
    waiting.attempts = 0;
    waiting.inUse = true;
    waiting.isSent = false;
    if (const std::optional<Choice> choice = choose(request, context))
        forward(slot, *choice, context);
    else
        reject(slot, 503, RejectReason::NoServer, context);
}

/// H-1: persistence first, if it names a usable server; then the algorithm.
std::optional<Balancer::Choice> Balancer::choose(const Message &request, const Context &context)
{
    std::optional<std::size_t> pinned;
    if (m_stickiness == Stickiness::Cookie && request.pin.isSome()) {
        for (std::size_t i = 0; i < m_servers.size() && !pinned; ++i) {
            if (m_servers[i].name == request.pin)
                pinned = i;
        }
    }
    EntityId ignored; // H-8: known to be down
    if (const MovedPin *moved = movedPin(request.client); moved && moved->server != pinned) {
        if (isUp(moved->server))
            return Choice {moved->server, ForwardReason::PinMoved, EntityId()};
        ignored = m_servers[moved->server].entity;
    }
    if (pinned) {
        if (isUp(*pinned))
            return Choice {*pinned, ForwardReason::Pinned, EntityId()};
        ignored = m_servers[*pinned].entity;
    }
    const std::optional<std::size_t> server = balance(request, context);
    if (!server)
        return std::nullopt;
    if (ignored.isSome())
        return Choice {*server, ForwardReason::PinIgnoredDown, ignored};
    const bool isHashed = m_stickiness == Stickiness::SourceIp;
    return Choice {*server, isHashed ? ForwardReason::Hashed : ForwardReason::Balanced, EntityId()};
}

std::optional<std::size_t> Balancer::balance(const Message &request, const Context &context,
                                             std::optional<std::size_t> avoid)
{
    return m_stickiness == Stickiness::SourceIp ? hashed(request, context, avoid) : takeTurn(avoid);
}

std::optional<std::size_t> Balancer::takeTurn(std::optional<std::size_t> avoid)
{
    for (std::size_t i = 0; avoid && i < m_servers.size(); ++i) {
        if (i != *avoid && isUsable(i))
            return m_roundRobin.next([&](std::size_t other) { return other != *avoid && isUsable(other); });
    }
    return m_roundRobin.next([this](std::size_t i) { return isUsable(i); });
}

std::optional<std::size_t> Balancer::hashed(const Message &request, const Context &context,
                                            std::optional<std::size_t> avoid)
{
    std::vector<bool> usable(m_servers.size());
    for (std::size_t i = 0; i < m_servers.size(); ++i)
        usable[i] = isUsable(i);
    if (usable != m_hashed) {
        std::vector<SourceHash::Server> servers;
        for (std::size_t i = 0; i < m_servers.size(); ++i) {
            if (usable[i])
                servers.push_back(SourceHash::Server {i, m_servers[i].weight});
        }
        m_hash = SourceHash(m_hashType, servers);
        m_hashed = usable;
    }
    return m_hash.find(addressKey(context.strings.text(request.address)), avoid);
}

void Balancer::forward(std::uint32_t slot, const Choice &choice, Context &context)
{
    Pending &waiting = m_pending[slot];
    waiting.server = static_cast<std::uint32_t>(choice.server);
    waiting.isPinned = choice.reason == ForwardReason::Pinned || choice.reason == ForwardReason::PinMoved;
    if (MovedPin *moved = movedPin(waiting.request.client)) {
        // A request that was on its way when the pin was moved says nothing of where the pin leads.
        const bool isEarlier =
            choice.reason == ForwardReason::Redispatched && choice.insteadOf != m_servers[moved->server].entity;
        moved->isOver = choice.reason != ForwardReason::PinMoved && !isEarlier;
    }
    context.out.emit(Forwarded {m_servers[choice.server].entity, choice.reason, choice.insteadOf},
                     waiting.request.request);
    connect(slot, context);
}

void Balancer::connect(std::uint32_t slot, Context &context)
{
    Pending &waiting = m_pending[slot];
    ++waiting.attempts;
    context.out.add(Connect {m_servers[waiting.server].entity, waiting.request.request, slot, m_connectTimeout});
}

void Balancer::send(std::uint32_t slot, std::uint32_t epoch, Context &context)
{
    Pending &waiting = m_pending[slot];
    waiting.isSent = true;
    Message &request = context.out.send(waiting.request);
    request.from = m_entity;
    request.to = m_servers[waiting.server].entity;
    request.connection = slot;
    request.epoch = epoch;

    while (!m_awaited.empty() && !pending(m_awaited.front().slot, m_awaited.front().request))
        m_awaited.pop_front();
    m_awaited.push_back(Awaited {slot, waiting.request.request, context.now});
    if (!m_isTimerRunning) {
        m_isTimerRunning = true;
        context.out.add(StartTimer {m_serverTimeout, TimerKind::ServerTimeout, RequestId(), 0});
    }
}

/// H-14: a server that took the request and says nothing.
void Balancer::giveUpOnSilentServers(Context &context)
{
    while (!m_awaited.empty()) {
        const Awaited oldest = m_awaited.front();
        const Pending *waiting = pending(oldest.slot, oldest.request);
        if (waiting && context.now - oldest.sent < m_serverTimeout) {
            const Duration left = m_serverTimeout - (context.now - oldest.sent);
            context.out.add(StartTimer {left, TimerKind::ServerTimeout, RequestId(), 0});
            return;
        }
        m_awaited.pop_front();
        if (waiting)
            reject(oldest.slot, 504, RejectReason::ServerTimeout, context);
    }
    m_isTimerRunning = false;
}

void Balancer::connectionFailed(std::uint32_t slot, ConnectError reason, Context &context)
{
    Pending &waiting = m_pending[slot];
    ConnectFailed failed;
    failed.server = m_servers[waiting.server].entity;
    failed.reason = reason;
    failed.attempt = waiting.attempts;

    const std::uint32_t retriesLeft = m_retries + 1 - std::min(waiting.attempts, m_retries + 1);
    if (retriesLeft == 0) {
        context.out.emit(failed, waiting.request.request);
        reject(slot, 503, RejectReason::ConnectFailed, context);
        return;
    }
    // H-13: redispatch is for the last retry; at once if the client is bound to no server and there is another, or if
    // the checks have found the server down meanwhile.
    const bool isFree = !waiting.isPinned && m_stickiness != Stickiness::SourceIp;
    if (m_redispatch && (isFree || retriesLeft == 1 || !isUp(waiting.server))) {
        const EntityId insteadOf = m_servers[waiting.server].entity;
        // A map gives the dead one again as long as it counts as up; a ring does not.
        const std::optional<std::size_t> other = balance(waiting.request, context, waiting.server);
        if (other != waiting.server) {
            context.out.emit(failed, waiting.request.request);
            if (other)
                forward(slot, Choice {*other, ForwardReason::Redispatched, insteadOf}, context);
            else
                reject(slot, 503, RejectReason::NoServer, context);
            return;
        }
    }
    if (reason == ConnectError::NoAnswer) { // H-12: no wait after a time-out
        failed.retryInUs = 0;
        context.out.emit(failed, waiting.request.request);
        connect(slot, context);
        return;
    }
    const Duration wait = std::min(retryWait, m_connectTimeout);
    failed.retryInUs = static_cast<std::uint32_t>(wait.us);
    context.out.emit(failed, waiting.request.request);
    context.out.add(StartTimer {wait, TimerKind::RetryWait, waiting.request.request, slot});
}

void Balancer::answer(const Message &response, Context &context)
{
    const Pending *waiting = pending(response.connection, response.request);
    if (!waiting) {
        context.out.emit(Dropped {response.kind, DropReason::TooLate}, response.request);
        return;
    }
    Message &answer = context.out.send(response);
    answer.from = m_entity;
    answer.to = waiting->request.from;
    const StringId server = m_servers[waiting->server].name;
    if (m_stickiness == Stickiness::Cookie && waiting->request.pin != server)
        answer.setPin = server; // H-7, insert indirect: no new cookie for who has a valid one
    release(response.connection);
}

void Balancer::reject(std::uint32_t slot, std::uint32_t status, RejectReason reason, Context &context)
{
    const Message &request = m_pending[slot].request;
    context.out.emit(Rejected {status, reason}, request.request);
    Message &response = context.out.send();
    response.kind = MessageKind::Response;
    response.from = m_entity;
    response.to = request.from;
    response.client = request.client;
    response.request = request.request;
    response.status = status;
    release(slot);
}

std::optional<std::size_t> Balancer::find(EntityId server) const
{
    for (std::size_t i = 0; i < m_servers.size(); ++i) {
        if (m_servers[i].entity == server)
            return i;
    }
    return std::nullopt;
}

std::vector<std::pair<EntityId, EntityId>> Balancer::movedPins() const
{
    std::vector<std::pair<EntityId, EntityId>> pins;
    for (const auto &[client, pin] : m_movedPins)
        pins.emplace_back(client, m_servers[pin.server].entity);
    return pins;
}

Balancer::MovedPin *Balancer::movedPin(EntityId client)
{
    const auto found = m_movedPins.find(client);
    return found == m_movedPins.end() || found->second.isOver ? nullptr : &found->second;
}

Balancer::Pending *Balancer::pending(std::uint32_t slot, RequestId request)
{
    if (slot >= m_pending.size() || !m_pending[slot].inUse || m_pending[slot].request.request != request)
        return nullptr;
    return &m_pending[slot];
}

std::uint32_t Balancer::freeSlot()
{
    if (m_freeSlots.empty()) {
        m_pending.emplace_back();
        return static_cast<std::uint32_t>(m_pending.size() - 1);
    }
    const std::uint32_t slot = m_freeSlots.back();
    m_freeSlots.pop_back();
    return slot;
}

void Balancer::release(std::uint32_t slot)
{
    m_pending[slot].inUse = false;
    m_freeSlots.push_back(slot);
}

} // namespace sessionarium::protocol
