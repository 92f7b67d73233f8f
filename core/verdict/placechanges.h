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
/// What such a holder has goes by the name of the record that gave it.
[[nodiscard]] constexpr bool isNamed(Holder holder)
{
    return holder == underWay || holder.value % 4 == static_cast<std::uint32_t>(Layer::Waiting);
}

/// Finds out what each record does to the places where values are (semantics §3), and tells it to a listener:
///
/// * `beginSession(holder, session, by)`: an empty one stands there now.
/// * `set(holder, session, attribute, write, by)`, `end(holder, session, by)`, `loseAll(holder, by)`.
/// * `copySession(session, from, to, by)`: what `to` has of the session is now what `from` has.
/// * `rename(holder, session, newSession, by)`.
/// * `collect(session, attribute, from, to, by)`: what `from` has of the session (of one attribute, or of all where none
///   is named) is now also with `to`, under the name `by`, until `drop(session, by, ended)`.
/// * `carry(session, name, to, by)`: what was collected under that name is now also with `to`, under the name `by`.
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
        bool isQueued = false;
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
    void writeToDisk(model::RecordId id, const timeline::Record &record, Listener &listener);
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

/// What a message carried ends where it arrives: it takes effect, waits inside the receiver, or is dropped. A queued
/// change ends with the first message that leaves.
template <class Listener>
void PlaceChanges::arrive(model::RecordId id, const timeline::Record &record, Listener &listener)
{
    const auto found = record.cause.isSome() ? m_carried.find(record.cause.value) : m_carried.end();
    if (found == m_carried.end())
        return;
    const Carried carried = found->second;
    if (const auto *sent = std::get_if<model::Sent>(&record.fact)) {
        if (!carried.isQueued || sent->lost)
            return;
        listener.carry(carried.session, carried.by, underWay, id);
        if (carried.by == record.cause)
            listener.drop(carried.session, carried.by, id);
        m_carried.emplace(id.value, Carried {carried.session, id, false});
        m_carried[record.cause.value].by = id; // others that leave at this moment carry the same
        return;
    }
    if (std::holds_alternative<model::Delivered>(record.fact)) {
        listener.carry(carried.session, carried.by, holderOf(record.entity, Layer::Waiting), id);
        m_carried.emplace(id.value, Carried {carried.session, id, false});
    }
    if (carried.isQueued && !std::holds_alternative<model::Dropped>(record.fact))
        return;
    listener.drop(carried.session, carried.by, id);
    m_carried.erase(record.cause.value);
}

/// The holder's memory of the session is not what it was: of a store, the layers below follow at once or later.
template <class Listener>
void PlaceChanges::changed(model::RecordId id, const timeline::Record &record, model::StringId session,
                           Listener &listener)
{
    StoreLayers *layers = store(record.entity);
    if (!layers)
        return;
    const Holder memory = holderOf(record.entity, Layer::Memory);
    const Holder afterKill = holderOf(record.entity, Layer::AfterKill);
    const Holder afterPowerLoss = holderOf(record.entity, Layer::AfterPowerLoss);
    const bool isRestored = layers->isRecovering && record.cause == layers->recovery;
    switch (layers->persistence) {
    case model::Persistence::None:
        return;
    case model::Persistence::Snapshots:
        if (!isRestored) // what a snapshot brings back stands on the disk already
            layers->unwritten.insert(session);
        return;
    case model::Persistence::LogNever:
    case model::Persistence::LogEverySecond:
        listener.copySession(session, memory, afterKill, id);
        if (isRestored)
            listener.copySession(session, memory, afterPowerLoss, id);
        else
            layers->unwritten.insert(session);
        return;
    case model::Persistence::LogAlways:
    case model::Persistence::Disk:
        listener.copySession(session, memory, afterKill, id);
        listener.copySession(session, memory, afterPowerLoss, id);
        return;
    }
}

template <class Listener>
void PlaceChanges::writeToDisk(model::RecordId id, const timeline::Record &record, Listener &listener)
{
    StoreLayers *layers = store(record.entity);
    if (!layers)
        return;
    const Holder memory = holderOf(record.entity, Layer::Memory);
    for (const model::StringId session : layers->unwritten) {
        if (layers->persistence == model::Persistence::Snapshots)
            listener.copySession(session, memory, holderOf(record.entity, Layer::AfterKill), id);
        listener.copySession(session, memory, holderOf(record.entity, Layer::AfterPowerLoss), id);
    }
    layers->unwritten.clear();
}

template <class Listener>
void PlaceChanges::die(model::RecordId id, const timeline::Record &record, bool losesKernel, Listener &listener)
{
    listener.loseAll(holderOf(record.entity, Layer::Memory), id);
    listener.loseAll(holderOf(record.entity, Layer::Waiting), id);
    StoreLayers *layers = store(record.entity);
    if (!layers)
        return;
    layers->isRecovering = false;
    if (losesKernel && layers->persistence != model::Persistence::Snapshots
        && layers->persistence != model::Persistence::LogAlways && layers->persistence != model::Persistence::Disk)
        listener.loseAll(holderOf(record.entity, Layer::AfterKill), id);
    layers->unwritten.clear();
}

/// A message that tells others of a change carries the value that it is about.
template <class Listener>
void PlaceChanges::send(model::RecordId id, const timeline::Record &record, const model::Sent &sent, Listener &listener)
{
    if (sent.lost || record.cause.isNone() || m_carried.contains(record.cause.value))
        return; // from a queue: arrive() saw to it
    const auto last = m_lastWrites.find(record.entity.value);
    if (last == m_lastWrites.end() || last->second.record != record.cause)
        return;
    const bool isWhole =
        sent.message == model::MessageKind::ReplicationFull || sent.message == model::MessageKind::StoreReplicate;
    if (!isWhole && sent.message != model::MessageKind::ReplicationDelta)
        return;
    listener.collect(last->second.session, isWhole ? model::StringId() : last->second.attribute,
                     holderOf(record.entity, Layer::Memory), underWay, id);
    m_carried.emplace(id.value, Carried {last->second.session, id, false});
}

template <class Listener>
void PlaceChanges::queue(model::RecordId id, const timeline::Record &record, const model::ReplicationQueued &queued,
                         Listener &listener)
{
    const auto last = m_lastWrites.find(record.entity.value);
    const bool isOfThisHandling = last != m_lastWrites.end() && last->second.session == queued.session
        && last->second.cause == record.cause;
    const bool isWhole = queued.message == model::MessageKind::ReplicationFull
        || queued.message == model::MessageKind::StoreReplicate;
    if (!isOfThisHandling || (!isWhole && queued.message != model::MessageKind::ReplicationDelta))
        return;
    listener.collect(queued.session, isWhole ? model::StringId() : last->second.attribute,
                     holderOf(record.entity, Layer::Memory), holderOf(record.entity, Layer::Waiting), id);
    m_carried.emplace(id.value, Carried {queued.session, id, true});
}

template <class Listener>
void PlaceChanges::take(model::RecordId id, const timeline::Record &record, Listener &listener)
{
    if (!m_carried.empty())
        arrive(id, record, listener);
    const Holder memory = holderOf(record.entity, Layer::Memory);
    const auto note = [&](model::StringId session, model::StringId attribute) {
        m_lastWrites[record.entity.value] = LastWrite {id, record.cause, session, attribute};
    };
    if (const auto *created = std::get_if<model::SessionCreated>(&record.fact)) {
        listener.beginSession(memory, created->session, id);
        changed(id, record, created->session, listener);
        note(created->session, model::StringId());
    } else if (const auto *applied = std::get_if<model::WriteApplied>(&record.fact)) {
        listener.set(memory, applied->session, applied->attribute, applied->write, id);
        changed(id, record, applied->session, listener);
        note(applied->session, applied->attribute);
    } else if (const auto *set = std::get_if<model::AttributeSet>(&record.fact)) {
        listener.set(memory, set->session, set->attribute, set->write, id);
        changed(id, record, set->session, listener);
    } else if (const auto *copy = std::get_if<model::CopySet>(&record.fact)) {
        listener.beginSession(memory, copy->session, id);
        changed(id, record, copy->session, listener);
    } else if (const auto *touched = std::get_if<model::SessionTouched>(&record.fact)) {
        note(touched->session, model::StringId());
    } else if (const auto *ended = std::get_if<model::SessionEnded>(&record.fact)) {
        listener.end(memory, ended->session, id);
        changed(id, record, ended->session, listener);
    } else if (const auto *renamed = std::get_if<model::SessionIdChanged>(&record.fact)) {
        listener.rename(memory, renamed->session, renamed->newSession, id);
        changed(id, record, renamed->session, listener);
        changed(id, record, renamed->newSession, listener);
    } else if (const auto *sent = std::get_if<model::Sent>(&record.fact)) {
        if (sent->message >= model::MessageKind::ReplicationCreated)
            send(id, record, *sent, listener);
    } else if (const auto *queued = std::get_if<model::ReplicationQueued>(&record.fact)) {
        queue(id, record, *queued, listener);
    } else if (std::holds_alternative<model::Crashed>(record.fact)) {
        die(id, record, false, listener);
    } else if (std::holds_alternative<model::PoweredOff>(record.fact)
               || std::holds_alternative<model::Removed>(record.fact)) {
        die(id, record, true, listener);
    } else if (std::holds_alternative<model::Restarted>(record.fact)) {
        if (StoreLayers *layers = store(record.entity)) {
            layers->isRecovering = true;
            layers->recovery = record.cause;
            if (layers->persistence == model::Persistence::LogNever
                || layers->persistence == model::Persistence::LogEverySecond)
                listener.loseAll(holderOf(record.entity, Layer::AfterPowerLoss), id); // written anew
        }
    } else if (std::holds_alternative<model::SnapshotTaken>(record.fact)
               || std::holds_alternative<model::LogFlushed>(record.fact)) {
        writeToDisk(id, record, listener);
    } else if (const auto *added = std::get_if<model::EntityAdded>(&record.fact)) {
        if (added->type == model::EntityType::Store)
            m_stores[record.entity.value].persistence = added->persistence;
    }
}

} // namespace sessionarium::verdict
