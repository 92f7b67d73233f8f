// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/spec.h"
#include "core/protocol/effect.h"
#include "core/protocol/healthchecks.h"
#include "core/protocol/roundrobin.h"
#include "core/protocol/sourcehash.h"

#include <deque>
#include <map>
#include <vector>

namespace sessionarium::protocol {

/// The load balancer, after HAProxy: first a pin, then the algorithm, among the servers that its checks leave (H-1);
/// inserts its cookie (H-7) or hashes the client's address (H-4, H-5); retries failed connections (H-8 to H-14); drains
/// (H-21).
class Balancer
{
public:
    Balancer(model::EntityId entity, const model::BalancerSpec &spec);

    void handle(const Input &input, Context &context);

    [[nodiscard]] model::EntityId entity() const { return m_entity; }

    // What it knows, for who compares it with the records.
    [[nodiscard]] std::size_t serverCount() const { return m_servers.size(); }
    [[nodiscard]] model::EntityId server(std::size_t i) const { return m_servers[i].entity; }
    [[nodiscard]] model::Health health(std::size_t i) const { return m_checks.health(i); }
    [[nodiscard]] std::uint32_t counter(std::size_t i) const { return m_checks.counter(i); }
    [[nodiscard]] bool isDraining(std::size_t i) const { return m_servers[i].isDraining; }
    [[nodiscard]] bool hasLeft(std::size_t i) const { return m_servers[i].hasLeft; }
    /// Clients whose pin an operator moved, with the server, in force or not; ascending by client.
    [[nodiscard]] std::vector<std::pair<model::EntityId, model::EntityId>> movedPins() const;

private:
    struct Server
    {
        model::EntityId entity;
        model::StringId name; ///< What the pin cookie holds.
        std::uint32_t weight = 1;
        bool isDraining = false;
        bool hasLeft = false;
    };
    /// A request that waits for a server, in a slot that is used again; the slot's index marks its connection.
    struct Pending
    {
        Message request;
        std::uint32_t server = 0; ///< Index in m_servers.
        std::uint32_t attempts = 0;
        bool isPinned = false; ///< To that server: it is not left at once (H-13).
        bool inUse = false;
        bool isSent = false;
    };
    /// Where an operator moved a client. Over with the first Forwarded of the client for another reason than PinMoved:
    /// its cookie says the same by then, or the server was down (no bounce back, H-8).
    struct MovedPin
    {
        std::size_t server = 0; ///< Index in m_servers.
        bool isOver = false;
    };
    /// A server to send to, and why.
    struct Choice
    {
        std::size_t server = 0;
        model::ForwardReason reason = model::ForwardReason::Balanced;
        model::EntityId insteadOf;
    };

    void act(const Acted &input, Context &context);
    void take(const Message &request, Context &context);
    [[nodiscard]] std::optional<Choice> choose(const Message &request, const Context &context);
    /// By the algorithm, among those that newcomers may be sent to; `avoid` if there is no other.
    [[nodiscard]] std::optional<std::size_t> balance(const Message &request, const Context &context,
                                                     std::optional<std::size_t> avoid = {});
    [[nodiscard]] std::optional<std::size_t> takeTurn(std::optional<std::size_t> avoid);
    [[nodiscard]] std::optional<std::size_t> hashed(const Message &request, const Context &context,
                                                    std::optional<std::size_t> avoid);
    void forward(std::uint32_t slot, const Choice &choice, Context &context);
    void connect(std::uint32_t slot, Context &context);
    void send(std::uint32_t slot, std::uint32_t epoch, Context &context);
    void connectionFailed(std::uint32_t slot, model::ConnectError reason, Context &context);
    void answer(const Message &response, Context &context);
    void reject(std::uint32_t slot, std::uint32_t status, model::RejectReason reason, Context &context);
    void giveUpOnSilentServers(Context &context);
    [[nodiscard]] std::optional<std::size_t> find(model::EntityId server) const;
    [[nodiscard]] bool isUp(std::size_t i) const
    {
        return !m_servers[i].hasLeft && m_checks.health(i) == model::Health::Up;
    }
    [[nodiscard]] bool isUsable(std::size_t i) const { return isUp(i) && !m_servers[i].isDraining; }
    /// Null if no moved pin of the client is in force.
    [[nodiscard]] MovedPin *movedPin(model::EntityId client);
    /// Null if the slot no longer waits for that request.
    [[nodiscard]] Pending *pending(std::uint32_t slot, model::RequestId request);
    [[nodiscard]] std::uint32_t freeSlot();
    void release(std::uint32_t slot);

    model::EntityId m_entity;
    model::Stickiness m_stickiness;
    model::HashType m_hashType;
    std::uint32_t m_retries;
    bool m_redispatch;
    model::Duration m_connectTimeout;
    model::Duration m_serverTimeout;
    std::vector<Server> m_servers;
    HealthChecks m_checks;
    RoundRobin m_roundRobin;
    SourceHash m_hash; ///< Over those of m_hashed.
    std::vector<bool> m_hashed;
    std::map<model::EntityId, MovedPin> m_movedPins; ///< By client.
    std::vector<Pending> m_pending;
    std::vector<std::uint32_t> m_freeSlots;
    /// What was sent and when, oldest first; what was answered meanwhile goes at the next occasion. One timer for all.
    struct Awaited
    {
        std::uint32_t slot;
        model::RequestId request;
        model::SimTime sent;
    };
    std::deque<Awaited> m_awaited;
    bool m_isTimerRunning = false;
};

} // namespace sessionarium::protocol
