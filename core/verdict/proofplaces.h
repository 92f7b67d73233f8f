// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/timeline.h"

#include <map>
#include <set>
#include <utility>
#include <vector>

namespace sessionarium::verdict {

/// Where values are, for checkProof: the same definitions as PlaceChanges (semantics §3), written down once more
/// without it, with plain maps, so that a mistake there does not pass here.
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
    /// Null: there is no value.
    [[nodiscard]] const Value *at(const Place &place) const;
    /// The places that the record read last may have changed.
    [[nodiscard]] const std::set<Place> &touched() const { return m_touched; }

private:
    using Entry = std::pair<Place, Value>;
    /// What is on its way from one holder to another, or waits for that.
    struct Parcel
    {
        Kind kind = Kind::Wire;
        model::EntityId at; ///< Who has it; of one on the wire: who will.
        bool isMemory = false; ///< All that the sender has.
        model::SimTime due {INT64_MAX};
    };

    [[nodiscard]] std::vector<Entry> all(Kind kind, model::EntityId entity, model::RecordId message = {}) const;
    [[nodiscard]] std::vector<Entry> all(Kind kind, model::EntityId entity, model::RecordId message,
                                         model::StringId session) const;
    void put(const Place &place, const Value &value);
    void erase(const std::vector<Entry> &entries);
    void eraseHolder(Kind kind, model::EntityId entity);
    void eraseParcel(model::RecordId name);
    [[nodiscard]] std::vector<Entry> contents(model::RecordId name) const;
    /// What a message that follows from this record tells of it.
    [[nodiscard]] std::vector<Entry> told(model::MessageKind kind, model::EntityId sender,
                                          model::RecordId change) const;

    void readArrival(model::RecordId id, const timeline::Record &record);
    void readSending(model::RecordId id, const timeline::Record &record, const model::Sent &sent);
    void readMemory(const timeline::Record &record);
    void readProcess(model::RecordId id, const timeline::Record &record);
    void copyDown(model::EntityId store, model::StringId session, Kind to);
    void afterChange(const timeline::Record &record, model::StringId session);

    const timeline::Timeline &m_timeline;
    const std::set<model::WriteId> &m_logOuts;
    std::map<Place, Value> m_places;
    std::set<Place> m_touched;
    std::map<model::RecordId, Parcel> m_parcels;
    std::pair<model::RecordId, std::vector<Entry>> m_left; ///< What left a queue last: all its messages carry it.
    std::map<model::EntityId, model::Persistence> m_stores;
    std::set<model::EntityId> m_replicas; ///< Stores that are.
    std::map<model::EntityId, std::set<model::StringId>> m_unflushed;
    std::map<model::EntityId, model::RecordId> m_restarts; ///< Cause of the newest restart.
    std::map<model::EntityId, model::RecordId> m_lastTold; ///< The newest record about a session that can be told on.
};

} // namespace sessionarium::verdict
