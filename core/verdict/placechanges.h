// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/record.h"

#include <cstdint>
#include <set>
#include <unordered_map>
#include <vector>

namespace sessionarium::verdict {

/// Who keeps values: a process's memory, what of a store outlives its process, what outlives its host, what waits inside
/// a process (changes to be sent, changes that arrived and are not applied), or a message under way.
using Holder = model::Id<struct HolderTag>;

enum class Layer : std::uint32_t { Memory, AfterKill, AfterPowerLoss, Waiting };

[[nodiscard]] constexpr Holder holderOf(model::EntityId entity, Layer layer)
{
    return Holder(entity.value * 4 + static_cast<std::uint32_t>(layer));
}
/// The one holder of all messages under way: each of them ends by itself.
inline constexpr Holder underWay {0xFFFFFFFEu};

/// Finds out what each record does to the places where values are (semantics §3), and tells it to a listener:
///
/// * `beginSession(holder, session)`: an empty one stands there now.
/// * `set(holder, session, attribute, write, by)`, `end(holder, session, by)`, `loseAll(holder, by)`.
/// * `copySession(session, from, to, by)`: what `to` has of the session is now what `from` has.
/// * `rename(holder, session, newSession, by)`.
/// * `carry(session, attribute, from, to, by)`: the newest value (of all attributes where none is named) that `from`
///   has of the session is also with `to`, until `drop(session, by)`.
///
/// A state transfer counts as copies where it arrives, not on its way.
class PlaceChanges
{
public:
    template <class Listener>
    void take(model::RecordId id, const timeline::Record &record, Listener &listener);

private:
    struct Carried
    {
        model::StringId session;
        model::RecordId by; ///< Under which it was told to the listener.
    };
    struct LastWrite
    {
        model::RecordId record;
        model::RecordId cause;
        model::StringId session;
        model::StringId attribute;
    };
    struct StoreLayers
    {
        model::Persistence persistence = model::Persistence::None;
        std::set<model::StringId> unwritten;
        bool isRecovering = false;
        model::RecordId recovery; ///< The cause of what a restart brings back.
    };

    /// The store that the entity is; null for anybody else.
    [[nodiscard]] StoreLayers *store(model::EntityId entity);
    template <class Listener>
    void arrive(model::RecordId id, const timeline::Record &record, Listener &listener);
    template <class Listener>
    void changed(model::RecordId id, const timeline::Record &record, model::StringId session, Listener &listener);
    template <class Listener>
    void writeToDisk(model::RecordId id, const timeline::Record &record, bool isSnapshot, Listener &listener);
    template <class Listener>
    void die(model::RecordId id, const timeline::Record &record, bool losesKernel, Listener &listener);
    template <class Listener>
    void send(model::RecordId id, const timeline::Record &record, const model::Sent &sent, Listener &listener);
    template <class Listener>
    void queue(model::RecordId id, const timeline::Record &record, const model::ReplicationQueued &queued,
               Listener &listener);

    std::unordered_map<std::uint32_t, StoreLayers> m_stores; // looked up only
    std::unordered_map<std::uint32_t, LastWrite> m_lastWrites; // by entity; looked up only
    std::unordered_map<std::uint32_t, Carried> m_carried; // by record: a message, a queued or a delivered change
};

// --- implementation ---

inline PlaceChanges::StoreLayers *PlaceChanges::store(model::EntityId entity)
{
    if (m_stores.empty())
        return nullptr;
    const auto found = m_stores.find(entity.value);
    return found == m_stores.end() ? nullptr : &found->second;
}

/// What a message carried ends where it arrives: it takes effect, waits inside the receiver, or is dropped.
template <class Listener>
void PlaceChanges::arrive(model::RecordId id, const timeline::Record &record, Listener &listener)
{
    const auto found = record.cause.isSome() ? m_carried.find(record.cause.value) : m_carried.end();
    if (found == m_carried.end())
        return;
    const bool isSending = std::holds_alternative<model::Sent>(record.fact);
    const Carried carried = found->second;
    if (std::holds_alternative<model::Delivered>(record.fact)) {
        listener.carry(carried.session, model::StringId(), underWay, holderOf(record.entity, Layer::Waiting), id, carried.by);
        m_carried.emplace(id.value, Carried {carried.session, id});
    }
    listener.drop(carried.session, carried.by);
    m_carried.erase(record.cause.value);
    (void)isSending;
}

/// The holder's copy of the session is not what it was: layers below follow at once, or at the next flush.
template <class Listener>
void PlaceChanges::changed(model::RecordId id, const timeline::Record &record, model::StringId session,
                           Listener &listener)
{
    StoreLayers *layers = store(record.entity);
    if (!layers)
        return;
    const model::Holder_ memory = holderOf(record.entity, Layer::Memory);
    (void)memory;
}

} // namespace sessionarium::verdict
