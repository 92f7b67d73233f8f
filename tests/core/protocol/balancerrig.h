// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/balancer.h"
#include "tests/support/literals.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace sessionarium::tests {

/// A balancer in the smallest world that it can live in: a clock, hosts that answer, refuse or keep silent, and clients
/// that stand next to it and keep its cookie. Half a millisecond to each server, 3 ms of service.
///
///     BalancerRig rig(spec, {1, 1});
///     rig.at(0_s, [&] { rig.ask(1); });
///     rig.at(1_s, [&] { rig.set(1, Host::Refusing); });
///     rig.runTo(10_s);
///
/// Servers are numbered from 1, in the order of the weights; clients are any numbers.
class BalancerRig
{
public:
    /// Hung: takes connections, does nothing. Refusing: the process is dead. Silent: the host is gone.
    enum class Host { Running, Hung, Refusing, Silent };
    static constexpr model::Duration latency = model::microseconds(500);
    static constexpr model::Duration service = model::milliseconds(3);
    /// From the balancer to a living server and back, with the service.
    static constexpr model::Duration served = latency + latency + service;

    struct Answer
    {
        model::SimTime at;
        model::Duration taken;
        std::uint32_t client = 0;
        std::uint32_t status = 0;
        std::uint32_t server = 0; ///< 0: the balancer itself.
        bool setPin = false;
        friend bool operator==(const Answer &, const Answer &) = default;
    };
    template <class F>
    struct At
    {
        model::SimTime at;
        F fact;
        model::RequestId request;
    };

    BalancerRig(const model::BalancerSpec &spec, const std::vector<std::uint32_t> &weights)
        : m_balancer(model::EntityId(0), spec)
    {
        for (const std::uint32_t weight : weights)
            join(weight);
    }
    BalancerRig(const BalancerRig &) = delete; // what is to come points here
    BalancerRig &operator=(const BalancerRig &) = delete;
    ~BalancerRig() = default;

    void at(model::Duration sinceStart, std::function<void()> what)
    {
        m_future.emplace(sinceStart.us, std::move(what));
    }
    void runTo(model::Duration sinceStart)
    {
        while (!m_future.empty() && m_future.begin()->first <= sinceStart.us) {
            auto next = m_future.extract(m_future.begin());
            m_now.us = next.key();
            next.mapped()();
        }
        m_now.us = sinceStart.us;
    }

    std::uint32_t join(std::uint32_t weight = 1, Host host = Host::Running)
    {
        m_servers.push_back(Server {host, 0, {}});
        const auto number = static_cast<std::uint32_t>(m_servers.size());
        handle(protocol::ServerJoined {server(number), name(number), weight});
        return number;
    }
    void leave(std::uint32_t number) { handle(protocol::ServerLeft {server(number)}); }
    /// The host is so from now on; a process that dies breaks its connections, one that comes back is another.
    void set(std::uint32_t number, Host host)
    {
        Server &it = m_servers.at(number - 1);
        if (host != Host::Hung) {
            if (host == Host::Refusing) {
                for (const protocol::Message &message : it.inService)
                    later(latency, protocol::ConnectionLost {message.connection, message.request});
            }
            it.inService.clear();
            ++it.epoch;
        }
        it.host = host;
    }
    /// A request of the client, with the pin that it was given last.
    void ask(std::uint32_t client, const std::string &address = "10.0.0.1")
    {
        protocol::Message request;
        request.from = request.client = clientEntity(client);
        request.to = model::EntityId(0);
        request.request = model::RequestId(static_cast<std::uint32_t>(m_asked.size()));
        request.address = m_strings.intern(address);
        const auto pin = m_jars.find(client);
        if (pin != m_jars.end())
            request.pin = pin->second;
        m_asked.emplace_back(client, m_now);
        handle(protocol::Arrived {&request});
    }
    void act(model::ActionKind verb, std::uint32_t number, std::uint32_t client = 0)
    {
        protocol::Acted acted;
        acted.action = m_strings.intern("action");
        acted.verb = verb;
        acted.server = server(number);
        acted.about = client == 0 ? model::EntityId() : clientEntity(client);
        handle(acted);
    }
    void setPin(std::uint32_t client, const std::string &value) { m_jars[client] = m_strings.intern(value); }
    void handle(const protocol::Input &input)
    {
        m_effects.clear();
        protocol::Context context {m_now, m_random, m_strings, m_effects, m_bulk};
        m_balancer.handle(input, context);
        for (const protocol::Effect &effect : m_effects)
            std::visit([this](const auto &wanted) { carryOut(wanted); }, effect);
    }

    [[nodiscard]] static model::EntityId server(std::uint32_t number) { return model::EntityId(number); }
    [[nodiscard]] static model::EntityId clientEntity(std::uint32_t client) { return model::EntityId(1000 + client); }
    [[nodiscard]] model::StringId name(std::uint32_t number)
    {
        return m_strings.intern("server-" + std::to_string(number));
    }
    [[nodiscard]] const std::vector<Answer> &answers() const { return m_answers; }
    [[nodiscard]] std::vector<std::uint32_t> answeredBy() const
    {
        std::vector<std::uint32_t> servers;
        for (const Answer &answer : m_answers)
            servers.push_back(answer.server);
        return servers;
    }
    template <class F>
    [[nodiscard]] std::vector<At<F>> facts() const
    {
        std::vector<At<F>> found;
        for (const At<model::Fact> &record : m_records) {
            if (const F *fact = std::get_if<F>(&record.fact))
                found.push_back(At<F> {record.at, *fact, record.request});
        }
        return found;
    }
    [[nodiscard]] std::size_t records() const { return m_records.size(); }
    // Of a server by its number.
    [[nodiscard]] model::Health health(std::uint32_t number) const { return m_balancer.health(number - 1); }
    [[nodiscard]] std::uint32_t counter(std::uint32_t number) const { return m_balancer.counter(number - 1); }
    [[nodiscard]] const protocol::Balancer &balancer() const { return m_balancer; }
    /// How many were started.
    [[nodiscard]] std::size_t timers() const { return m_timers; }

private:
    struct Server
    {
        Host host;
        std::uint32_t epoch;
        std::vector<protocol::Message> inService;
    };

    template <class Input>
    void later(model::Duration delay, const Input &input)
    {
        m_future.emplace((m_now + delay).us, [this, input] { handle(input); });
    }
    void carryOut(const protocol::Emit &emit) { m_records.push_back({m_now, emit.fact, emit.request}); }
    void carryOut(const protocol::StartTimer &timer)
    {
        ++m_timers;
        later(timer.delay, protocol::TimerFired {timer.kind, timer.request, timer.token});
    }
    void carryOut(const protocol::Connect &wanted)
    {
        const Server &it = m_servers.at(wanted.server.value - 1);
        if (it.host == Host::Running || it.host == Host::Hung)
            later({}, protocol::Connected {wanted.connection, wanted.request, it.epoch});
        else if (it.host == Host::Refusing)
            later(latency + latency, protocol::ConnectionRefused {wanted.connection, wanted.request});
        else
            later(wanted.timeout,
                  protocol::ConnectionRefused {wanted.connection, wanted.request, model::ConnectError::NoAnswer});
    }
    void carryOut(const protocol::Probe &probe)
    {
        m_future.emplace((m_now + latency).us, [this, probe] {
            const Host host = m_servers.at(probe.target.value - 1).host;
            if (host != Host::Silent)
                later(latency, protocol::ProbeAnswered {probe.target, probe.token, host != Host::Refusing});
        });
    }
    void carryOut(const protocol::Send &send)
    {
        const protocol::Message message = m_effects.message(send);
        if (message.kind == model::MessageKind::Request)
            m_future.emplace((m_now + latency).us, [this, message] { serve(message); });
        else
            receive(message);
    }
    template <class Other>
    void carryOut(const Other &)
    {
    }

    void serve(const protocol::Message &request)
    {
        Server &it = m_servers.at(request.to.value - 1);
        if (it.host == Host::Refusing)
            later(latency, protocol::ConnectionLost {request.connection, request.request});
        if (it.host != Host::Running || request.epoch != it.epoch)
            return;
        it.inService.push_back(request);
        m_future.emplace((m_now + service).us, [this, request] {
            Server &by = m_servers.at(request.to.value - 1);
            if (by.host != Host::Running || by.epoch != request.epoch)
                return;
            std::erase_if(by.inService, [&](const auto &other) { return other.request == request.request; });
            protocol::Message response;
            response.kind = model::MessageKind::Response;
            response.from = request.to;
            response.to = request.from;
            response.client = request.client;
            response.request = request.request;
            response.connection = request.connection;
            response.status = 200;
            m_future.emplace((m_now + latency).us, [this, response] { handle(protocol::Arrived {&response}); });
        });
    }
    void receive(const protocol::Message &response)
    {
        const auto &[client, askedAt] = m_asked.at(response.request.value);
        std::uint32_t by = 0;
        if (response.status == 200) {
            for (const At<model::Forwarded> &forwarded : facts<model::Forwarded>()) {
                if (forwarded.request == response.request)
                    by = forwarded.fact.server.value;
            }
        }
        if (response.setPin.isSome())
            m_jars[client] = response.setPin;
        m_answers.push_back({m_now, m_now - askedAt, client, response.status, by, response.setPin.isSome()});
    }

    protocol::Balancer m_balancer;
    model::SimTime m_now;
    model::StringTable m_strings;
    model::Random m_random;
    protocol::EffectList m_effects;
    protocol::Bulk m_bulk;
    std::multimap<std::int64_t, std::function<void()>> m_future; // of one instant: in order of insertion
    std::vector<Server> m_servers;
    std::vector<std::pair<std::uint32_t, model::SimTime>> m_asked;
    std::map<std::uint32_t, model::StringId> m_jars;
    std::vector<Answer> m_answers;
    std::vector<At<model::Fact>> m_records;
    std::size_t m_timers = 0;
};

} // namespace sessionarium::tests
