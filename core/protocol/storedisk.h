// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/spec.h"
#include "core/protocol/message.h"

#include <cstdint>
#include <set>
#include <unordered_map>
#include <vector>

namespace sessionarium::protocol {

/// Sessions by id, as a store has them in memory or on its disk. Looked up only; walked only to be sorted.
using StoredSessions = std::unordered_map<std::uint32_t, SessionImage>;

/// Ascending by id.
[[nodiscard]] std::vector<SessionImage> sorted(const StoredSessions &sessions);

/// What of a store's memory outlives its process, and what outlives its host (R-11 to R-13, D-1):
///
/// | persistence | after a kill | after a power loss |
/// | --- | --- | --- |
/// | none | nothing | nothing |
/// | snapshots | the last snapshot | the last snapshot |
/// | log, never or every second flushed | everything | what was flushed last |
/// | log flushed always, disk database | everything | everything |
///
/// Costs grow with what changed since the last time, not with what there is.
class StoreDisk
{
public:
    /// what Redis counts, one for each field that is set, one for each expiry, one for each key that goes or gets
    /// another name. Each attribute that is set counts one more.
    static constexpr std::uint32_t touch = 2; // lastAccessedTime, expiry
    static constexpr std::uint32_t creation = 4; // creationTime, lastAccessedTime, maxInactiveInterval, expiry
    static constexpr std::uint32_t removal = 1;

    explicit StoreDisk(const model::StoreSpec &spec);

    /// The session changed in memory, by so many of the changes that Redis counts.
    void changed(model::StringId session, std::uint32_t changes);
    /// whether a snapshot is due.
    [[nodiscard]] bool isSnapshotDue(model::SimTime now) const;
    [[nodiscard]] bool hasUnflushed() const { return !m_dirty.empty(); }
    /// Memory is on the disk now: a snapshot or a flush.
    void write(const StoredSessions &memory, model::SimTime now);

    [[nodiscard]] StoredSessions afterKill(const StoredSessions &memory) const;
    [[nodiscard]] StoredSessions afterPowerLoss(const StoredSessions &memory) const;
    /// The process came back with that in memory and on its disk.
    void recovered(const StoredSessions &sessions, model::SimTime now);

    [[nodiscard]] model::Persistence persistence() const { return m_persistence; }

private:
    model::Persistence m_persistence;
    std::vector<model::SavePoint> m_savePoints;
    StoredSessions m_written;
    std::set<model::StringId> m_dirty; ///< Changed since it was written.
    std::uint64_t m_changes = 0;
    model::SimTime m_writtenAt;
};

} // namespace sessionarium::protocol
