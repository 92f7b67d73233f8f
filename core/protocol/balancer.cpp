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
    : m_entity(entity), m_stickiness(spec.stickiness), m_retries(spec.retries), m_redispatch(spec.redispatch)
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
        if (Pending *waiting = pending(connected->connection, connected->request)) {
            Message &request = context.out.send();
            request = waiting->request;
            request.from = m_entity;
            request.to = m_servers[waiting->server].entity;
            request.connection = connected->connection;
            request.epoch = connected->epoch;
        }
    } else if (const auto *refused = std::get_if<ConnectionRefused>(&input)) {
        if (pending(refused->connection, refused->request))
            connectionRefused(refused->connection, context);
    } else if (const auto *lost = std::get_if<ConnectionLost>(&input)) {
        if (Pending *waiting = pending(lost->connection, lost->request)) {
            // H-14: the request had been sent; it is not repeated.
            context.out.emit(ConnectionReset {m_servers[waiting->server].entity}, lost->request);
            reject(lost->connection, 502, RejectReason::ServerLost, context);
        }
    } else if (const auto *timer = std::get_if<TimerFired>(&input)) {
        if (pending(timer->token, timer->request))
            connect(timer->token, context);
    } else if (const auto *joined = std::get_if<ServerJoined>(&input)) {
        m_servers.push_back(Server {joined->server, joined->name});
        m_roundRobin.add(joined->weight);
    }
}

void Balancer::take(const Message &request, Context &context)
{
    const std::uint32_t slot = freeSlot();
    Pending &waiting = m_pending[slot];
    waiting = Pending {request, 0, 0, false, true};
    if (m_servers.empty()) {
        reject(slot, 503, RejectReason::NoServer, context);
        return;
    }
    if (m_stickiness == Stickiness::Cookie && request.pin.isSome()) {
        const auto named = std::find_if(m_servers.begin(), m_servers.end(),
                                        [&request](const Server &server) { return server.name == request.pin; });
        if (named != m_servers.end()) {
            waiting.server = static_cast<std::uint32_t>(named - m_servers.begin());
            waiting.pinned = true;
            forward(slot, ForwardReason::Pinned, EntityId(), context);
            return;
        }
    }
    waiting.server = static_cast<std::uint32_t>(m_roundRobin.next());
    forward(slot, ForwardReason::Balanced, EntityId(), context);
}

void Balancer::forward(std::uint32_t slot, ForwardReason reason, EntityId insteadOf, Context &context)
{
    const Pending &waiting = m_pending[slot];
    context.out.emit(Forwarded {m_servers[waiting.server].entity, reason, insteadOf}, waiting.request.request);
    connect(slot, context);
}

void Balancer::connect(std::uint32_t slot, Context &context)
{
    Pending &waiting = m_pending[slot];
    ++waiting.attempts;
    context.out.add(Connect {m_servers[waiting.server].entity, waiting.request.request, slot});
}

void Balancer::connectionRefused(std::uint32_t slot, Context &context)
{
    Pending &waiting = m_pending[slot];
    ConnectFailed failed;
    failed.server = m_servers[waiting.server].entity;
    failed.reason = ConnectError::Refused;
    failed.attempt = waiting.attempts;

    const std::uint32_t retriesLeft = m_retries + 1 - std::min(waiting.attempts, m_retries + 1);
    if (retriesLeft == 0) {
        context.out.emit(failed, waiting.request.request);
        reject(slot, 503, RejectReason::ConnectFailed, context);
        return;
    }
    // H-13: redispatch is for the last retry; at once if the client was not pinned and there is another server.
    const bool mayLeave = m_redispatch && m_servers.size() > 1;
    if (mayLeave && (!waiting.pinned || retriesLeft == 1)) {
        context.out.emit(failed, waiting.request.request);
        const EntityId insteadOf = m_servers[waiting.server].entity;
        waiting.server = static_cast<std::uint32_t>(m_roundRobin.next(waiting.server));
        forward(slot, ForwardReason::Redispatched, insteadOf, context);
        return;
    }
    failed.retryInUs = static_cast<std::uint32_t>(retryWait.us);
    context.out.emit(failed, waiting.request.request);
    context.out.add(StartTimer {retryWait, TimerKind::RetryWait, waiting.request.request, slot});
}

void Balancer::answer(const Message &response, Context &context)
{
    const Pending *waiting = pending(response.connection, response.request);
    if (!waiting) {
        context.out.emit(Dropped {response.kind, DropReason::TooLate}, response.request);
        return;
    }
    Message &answer = context.out.send();
    answer = response;
    answer.from = m_entity;
    answer.to = waiting->request.from;
    const StringId server = m_servers[waiting->server].name;
    if (m_stickiness == Stickiness::Cookie && waiting->request.pin != server)
        answer.setPin = server; // H-7, insert indirect: no new cookie for who has a valid one
    release(response.connection);
}

void Balancer::reject(std::uint32_t slot, std::uint32_t status, RejectReason reason, Context &context)
{
    const Message request = m_pending[slot].request;
    release(slot);
    context.out.emit(Rejected {status, reason}, request.request);
    Message &response = context.out.send();
    response.kind = MessageKind::Response;
    response.from = m_entity;
    response.to = request.from;
    response.client = request.client;
    response.request = request.request;
    response.status = status;
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
