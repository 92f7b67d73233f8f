// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/spec.h"
#include "core/protocol/effect.h"

#include <vector>

namespace sessionarium::protocol {

/// A session store that stands apart (Redis, Memcached, a database), or its replica: a process with sessions in memory,
/// what of them outlives it on a disk, and what it does to have a second (R-10 to R-17, D-1).
class Store
{
public:
    enum class Process : std::uint8_t { Running, Down, Gone };

    /// `replicaOf`: none for the primary, whose replica is `replica` (none: it has none).
    Store(model::EntityId entity, const model::StoreSpec &spec, const model::SessionsSpec &sessions,
          model::EntityId replicaOf, model::EntityId replica)
        : m_entity(entity), m_spec(spec), m_replicaOf(replicaOf), m_replica(replica)
    {
        (void)sessions;
    }

    void handle(const Input &, Context &) { }

    [[nodiscard]] model::EntityId entity() const { return m_entity; }
    [[nodiscard]] Process process() const { return m_process; }
    [[nodiscard]] bool isListening() const { return m_process == Process::Running; }
    [[nodiscard]] std::uint32_t epoch() const { return m_epoch; }
    /// Of which store it is the replica now; none: it is the primary.
    [[nodiscard]] model::EntityId replicaOf() const { return m_replicaOf; }
    /// What it holds in memory, ascending by id.
    [[nodiscard]] std::vector<SessionImage> images() const { return {}; }
    /// What it would have again after its process was killed, and after its host lost power; ascending.
    [[nodiscard]] std::vector<SessionImage> survivesKill() const { return {}; }
    [[nodiscard]] std::vector<SessionImage> survivesPowerLoss() const { return {}; }

private:
    model::EntityId m_entity;
    model::StoreSpec m_spec;
    model::EntityId m_replicaOf;
    model::EntityId m_replica;
    Process m_process = Process::Running;
    std::uint32_t m_epoch = 0;
};

} // namespace sessionarium::protocol
