// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/healthchecks.h"

namespace sessionarium::protocol {

using namespace model;

namespace {

constexpr std::uint32_t mostServers = 4096; // tokens hold index and round

} // namespace

HealthChecks::HealthChecks(const BalancerSpec &spec)
    : m_isOn(spec.check), m_interval(spec.checkInterval), m_rise(spec.rise), m_top(spec.rise + spec.fall - 1)
{
}

std::uint32_t HealthChecks::tokenOf(std::size_t index) const
{
    return m_servers[index].round * mostServers + static_cast<std::uint32_t>(index);
}

HealthChecks::Server *HealthChecks::serverOf(std::uint32_t token, std::size_t &index)
{
    index = token % mostServers;
    if (index >= m_servers.size() || tokenOf(index) != token || !m_servers[index].isChecked)
        return nullptr;
    return &m_servers[index];
}

void HealthChecks::add(EntityId server, Context &context)
{
    const std::size_t index = m_servers.size();
    m_servers.push_back(Server {server, Health::Up, m_isOn ? m_rise : m_top, m_isOn, 0, false, context.now});
    if (!m_isOn)
        return;
    // Spread over the interval, as a real balancer does, so that not all are checked at one moment.
    constexpr std::int64_t phases = 8;
    const std::int64_t phase = static_cast<std::int64_t>(index) % phases + 1;
    scheduleNext(index, Duration {m_interval.us * phase / phases}, context);
}

void HealthChecks::scheduleNext(std::size_t index, Duration delay, Context &context)
{
    ++m_servers[index].round;
    context.out.add(StartTimer {delay, TimerKind::CheckDue, RequestId(), tokenOf(index)});
}

void HealthChecks::begin(std::size_t index, Context &context)
{
    Server &server = m_servers[index];
    server.isWaiting = true;
    server.began = context.now;
    context.out.add(Probe {server.entity, tokenOf(index), false});
    context.out.add(StartTimer {m_interval, TimerKind::CheckTimeout, RequestId(), tokenOf(index)}); // H-17
}

void HealthChecks::timer(const TimerFired &timer, Context &context)
{
    std::size_t index = 0;
    Server *server = serverOf(timer.token, index);
    if (!server)
        return;
    if (timer.kind == TimerKind::CheckDue) {
        begin(index, context);
    } else if (server->isWaiting) {
        server->isWaiting = false;
        failed(*server, ConnectError::NoAnswer, context);
        scheduleNext(index, m_interval, context); // H-20: the interval runs from the end of one that timed out
    }
}

void HealthChecks::answered(const ProbeAnswered &answer, Context &context)
{
    std::size_t index = 0;
    Server *server = serverOf(answer.token, index);
    if (!server || !server->isWaiting)
        return;
    server->isWaiting = false;
    if (answer.ok)
        passed(*server, context);
    else
        failed(*server, ConnectError::Refused, context);
    const Duration gone = context.now - server->began;
    scheduleNext(index, gone < m_interval ? m_interval - gone : Duration {}, context);
}

/// H-18. One that changes nothing leaves no fact.
void HealthChecks::passed(Server &server, Context &context)
{
    if (server.counter == m_top)
        return;
    ++server.counter;
    const bool comesUp = server.health == Health::Down && server.counter >= m_rise;
    if (server.counter >= m_rise)
        server.counter = m_top;
    context.out.emit(CheckPassed {server.entity, server.counter});
    if (comesUp) {
        server.health = Health::Up;
        context.out.emit(ServerMarked {server.entity, Health::Up});
    }
}

void HealthChecks::failed(Server &server, ConnectError reason, Context &context)
{
    if (server.counter == 0)
        return;
    --server.counter;
    const bool goesDown = server.health == Health::Up && server.counter < m_rise;
    if (server.counter < m_rise)
        server.counter = 0;
    context.out.emit(CheckFailed {server.entity, reason, server.counter});
    if (goesDown) {
        server.health = Health::Down;
        context.out.emit(ServerMarked {server.entity, Health::Down});
    }
}

} // namespace sessionarium::protocol
