// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/spec.h"
#include "core/protocol/effect.h"
#include "core/protocol/roundrobin.h"

#include <vector>

namespace sessionarium::protocol {

/// The load balancer: first a pin, then the algorithm (H-1); inserts its cookie (H-7); retries failed connections
/// (H-11 to H-14). It has no health checks: a server always counts as up (H-16).
class Balancer
{
public:
    Balancer(model::EntityId entity, const model::BalancerSpec &spec);

    void handle(const Input &input, Context &context);

    [[nodiscard]] model::EntityId entity() const { return m_entity; }

private:
    struct Server
    {
        model::EntityId entity;
        model::StringId name; ///< What the pin cookie holds.
    };
    /// A request that waits for a server, in a slot that is used again; the slot's index marks its connection.
    struct Pending
    {
        Message request;
        std::uint32_t server = 0; ///< Index in m_servers.
        std::uint32_t attempts = 0;
        bool pinned = false;
        bool inUse = false;
    };

    void take(const Message &request, Context &context);
    void forward(std::uint32_t slot, model::ForwardReason reason, model::EntityId insteadOf, Context &context);
    void connect(std::uint32_t slot, Context &context);
    void connectionRefused(std::uint32_t slot, Context &context);
    void answer(const Message &response, Context &context);
    void reject(std::uint32_t slot, std::uint32_t status, model::RejectReason reason, Context &context);
    /// Null if the slot no longer waits for that request.
    [[nodiscard]] Pending *pending(std::uint32_t slot, model::RequestId request);
    [[nodiscard]] std::uint32_t freeSlot();
    void release(std::uint32_t slot);

    model::EntityId m_entity;
    model::Stickiness m_stickiness;
    std::uint32_t m_retries;
    bool m_redispatch;
    std::vector<Server> m_servers;
    RoundRobin m_roundRobin;
    std::vector<Pending> m_pending;
    std::vector<std::uint32_t> m_freeSlots;
};

} // namespace sessionarium::protocol
