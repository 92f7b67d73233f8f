// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/timeline.h"

#include <map>
#include <set>
#include <tuple>
#include <vector>

namespace sessionarium::verdict {

/// Where values are, for checkProof: the same definitions as PlaceChanges (semantics §3), written down once more without
/// it, with plain maps and scans, so that a mistake there does not pass here.
class ProofPlaces
{
public:
    enum class Kind { Memory, AfterKill, AfterPowerLoss, Queue, Inbox, Wire };
    struct Place
    {
        Kind kind = Kind::Memory;
        model::EntityId entity; ///< None on the wire.
        model::RecordId message; ///< What waits or is under way.
        model::StringId session;
        model::StringId attribute;
        auto operator<=>(const Place &) const = default;
    };
    struct Value
    {
        model::WriteId write;
        bool isTrace = false; ///< A log-out where the session ended: it happened, and gives nothing back.
    };

    explicit ProofPlaces(const timeline::Timeline &timeline, const std::set<model::WriteId> &logOuts)
        : m_timeline(timeline), m_logOuts(logOuts)
    {
    }
    void read(model::RecordId id);
    [[nodiscard]] const std::map<Place, Value> &places() const { return m_places; }

private:
    template <class Is>
    void remove(const Is &is);
    void endSession(model::EntityId entity, model::StringId session);
    void readMessage(model::RecordId id, const timeline::Record &record);
    void flush(model::EntityId entity, model::StringId session, Kind to);
    void afterChange(const timeline::Record &record, model::StringId session);
    void readDeath(const timeline::Record &record, bool losesPower);

    const timeline::Timeline &m_timeline;
    const std::set<model::WriteId> &m_logOuts;
    std::map<Place, Value> m_places;
    std::map<model::EntityId, model::Persistence> m_stores;
    std::map<model::EntityId, std::set<model::StringId>> m_unflushed;
    std::map<model::EntityId, model::RecordId> m_restarts; ///< Cause of the newest restart, while it restores.
    std::map<model::EntityId, model::RecordId> m_lastTold; ///< The newest record about a session that can be told on.
};

} // namespace sessionarium::verdict
