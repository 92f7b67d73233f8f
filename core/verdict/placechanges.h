// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/record.h"

#include <algorithm>
#include <cstdint>
#include <set>
#include <unordered_map>
#include <vector>

namespace sessionarium::verdict {

/// Who keeps values: a process's memory, what of a store outlives its process, what outlives its host, what waits
/// inside a process (changes to be sent, changes that arrived and are not applied), or a message under way.
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
/// * `collect(session, attribute, from, to, by)`: what `from` has of the session (of one attribute, or of all where
/// none
///   is named) is now also with `to`, under the name `by`, until `drop(session, by, ended)`; likewise `collectAll(from,
///   to, by)` and `dropAll(by, ended)` for all sessions.
/// * `carry(session, name, to, by)`: what was collected under that name is now also with `to`, under the name `by`.
///
/// What travels: a delta the attribute that was written, a whole session all of its attributes, a state transfer all
/// sessions of the sender. Messages that only name a session carry nothing.
/// A queued change is in the queue up to its first `Sent`; a message is under way up to the record whose cause it is,
/// a state transfer up to its arrival, since all of its copies follow at once.
/// What reaches a server that is still starting (T-20) takes effect without a record of its own, at the latest when it
/// listens: up to then it counts as waiting.
class PlaceChanges
{
public:
    template <class Listener>
    void take(model::RecordId id, const timeline::Record &record, Listener &listener);

private:
    enum class Carrier : std::uint8_t { Queue, Message, Inbox };
    /// Named by its record.
    struct Carried
    {
        model::StringId session; ///< None: all of the sender's.
        model::EntityId at; ///< Of a message: the receiver.
        model::SimTime arrives; ///< Of a message.
        Carrier carrier = Carrier::Message;
        model::MessageKind kind = model::MessageKind::ReplicationDelta; ///< In a queue: as what it is going to leave.
    };
    /// The newest change of an entity that others are told of.
    struct Change
    {
        model::RecordId record;
        model::RecordId cause;
        model::StringId session;
        model::StringId attribute; ///< None: not of one alone.
        bool ended = false;
    };
    struct Store
    {
        model::Persistence persistence = model::Persistence::None;
        bool isReplica = false;
        bool isRecovering = false;
        model::RecordId recovery; ///< The cause of what a restart brings back.
        std::set<model::StringId> unwritten; ///< Sessions whose copy on the disk is older.
    };

    /// Null for anybody else.
    [[nodiscard]] Store *store(model::EntityId entity);
    template <class Listener>
    void leave(const timeline::Record &record, Listener &listener);
    template <class Listener>
    void arrive(model::RecordId id, const timeline::Record &record, Listener &listener);
    template <class Listener>
    void drop(model::RecordId name, model::RecordId by, Listener &listener);
    template <class Listener>
    void becomeReady(model::RecordId id, const timeline::Record &record, Listener &listener);
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
    template <class Listener>
    void changeMemory(model::RecordId id, const timeline::Record &record, Listener &listener);

    static model::SimTime arrival(const timeline::Record &record, const model::Sent &sent)
    {
        constexpr model::SimTime never {INT64_MAX};
        const bool isKnown = sent.transit.us != model::TransitTime::unknown;
        return isKnown ? record.at + model::microseconds(sent.transit.us) : never;
    }
    static bool isWhole(model::MessageKind kind)
    {
        return kind == model::MessageKind::ReplicationFull || kind == model::MessageKind::StoreReplicate;
    }
    static bool hasContent(model::MessageKind kind)
    {
        return isWhole(kind) || kind == model::MessageKind::ReplicationDelta;
    }

    // All are looked up only, or walked in an order that does not matter.
    std::unordered_map<std::uint32_t, Store> m_stores;
    std::unordered_map<std::uint32_t, Change> m_changes; // by entity
    std::unordered_map<std::uint32_t, Carried> m_carried; // by name
    std::vector<model::RecordId> m_asked; // state transfers that were asked for
    model::RecordId m_leaving; // a queued change whose messages are being sent
    model::RecordId m_leftBy; // the first of them
};

// --- implementation ---

inline PlaceChanges::Store *PlaceChanges::store(model::EntityId entity)
{
    if (m_stores.empty())
        return nullptr;
    const auto found = m_stores.find(entity.value);
    return found == m_stores.end() ? nullptr : &found->second;
}

template <class Listener>
void PlaceChanges::drop(model::RecordId name, model::RecordId by, Listener &listener)
{
    const auto found = m_carried.find(name.value);
    if (found->second.session.isSome())
        listener.drop(found->second.session, name, by);
    else
        listener.dropAll(name, by);
    m_carried.erase(found);
}

/// The messages to all members leave one after another and carry the same: only then the queue is rid of it.
template <class Listener>
void PlaceChanges::leave(const timeline::Record &record, Listener &listener)
{
    if (m_leaving.isNone() || (record.cause == m_leaving && std::holds_alternative<model::Sent>(record.fact)))
        return;
    if (m_carried.contains(m_leaving.value))
        drop(m_leaving, m_leftBy, listener);
    m_leaving = model::RecordId();
}

/// What a message carried ends where it arrives: it takes effect, waits inside the receiver, or is dropped.
template <class Listener>
void PlaceChanges::arrive(model::RecordId id, const timeline::Record &record, Listener &listener)
{
    const auto found = record.cause.isSome() ? m_carried.find(record.cause.value) : m_carried.end();
    if (found == m_carried.end())
        return;
    const Carried carried = found->second;
    if (const auto *sent = std::get_if<model::Sent>(&record.fact)) {
        if (carried.carrier != Carrier::Queue || sent->message != carried.kind)
            return; // a confirmation, or what the same handling sent besides
        if (m_leaving.isNone()) {
            m_leaving = record.cause;
            m_leftBy = id;
        }
        if (sent->lost)
            return;
        listener.carry(carried.session, record.cause, underWay, id);
        m_carried.emplace(id.value,
                          Carried {carried.session, sent->to, arrival(record, *sent), Carrier::Message, carried.kind});
        return;
    }
    if (carried.carrier == Carrier::Queue)
        return;
    if (std::holds_alternative<model::Delivered>(record.fact) && carried.session.isSome()
        && carried.carrier == Carrier::Message) {
        listener.carry(carried.session, record.cause, holderOf(record.entity, Layer::Waiting), id);
        m_carried.emplace(id.value, Carried {carried.session, record.entity, {}, Carrier::Inbox, carried.kind});
    }
    drop(record.cause, id, listener);
}

template <class Listener>
void PlaceChanges::becomeReady(model::RecordId id, const timeline::Record &record, Listener &listener)
{
    std::vector<model::RecordId> names;
    for (const auto &[name, carried] : m_carried) {
        const bool hasArrived =
            carried.carrier == Carrier::Inbox || (carried.carrier == Carrier::Message && carried.arrives <= record.at);
        if (carried.at == record.entity && hasArrived)
            names.emplace_back(name);
    }
    std::sort(names.begin(), names.end());
    for (const model::RecordId name : names)
        drop(name, id, listener);
}

/// The holder's memory of the session is not what it was: of a store, the layers below follow at once or later.
template <class Listener>
void PlaceChanges::changed(model::RecordId id, const timeline::Record &record, model::StringId session,
                           Listener &listener)
{
    Store *at = store(record.entity);
    if (!at)
        return;
    const Holder memory = holderOf(record.entity, Layer::Memory);
    const Holder afterKill = holderOf(record.entity, Layer::AfterKill);
    const Holder afterPowerLoss = holderOf(record.entity, Layer::AfterPowerLoss);
    if (at->persistence == model::Persistence::None)
        return;
    const bool isRestored = at->isRecovering && record.cause == at->recovery; // it stands on the disk already
    const bool isFlushed =
        isRestored || at->persistence == model::Persistence::LogAlways || at->persistence == model::Persistence::Disk;
    if (isRestored || at->persistence != model::Persistence::Snapshots)
        listener.copySession(session, memory, afterKill, id);
    if (isFlushed)
        listener.copySession(session, memory, afterPowerLoss, id);
    else
        at->unwritten.insert(session);
}

template <class Listener>
void PlaceChanges::writeToDisk(model::RecordId id, const timeline::Record &record, Listener &listener)
{
    Store *at = store(record.entity);
    if (!at)
        return;
    const Holder memory = holderOf(record.entity, Layer::Memory);
    for (const model::StringId session : at->unwritten) {
        if (at->persistence == model::Persistence::Snapshots)
            listener.copySession(session, memory, holderOf(record.entity, Layer::AfterKill), id);
        listener.copySession(session, memory, holderOf(record.entity, Layer::AfterPowerLoss), id);
    }
    at->unwritten.clear();
}

template <class Listener>
void PlaceChanges::die(model::RecordId id, const timeline::Record &record, bool losesKernel, Listener &listener)
{
    listener.loseAll(holderOf(record.entity, Layer::Memory), id);
    listener.loseAll(holderOf(record.entity, Layer::Waiting), id);
    std::erase_if(m_carried, [&record](const auto &item) {
        return item.second.at == record.entity && item.second.carrier != Carrier::Message;
    });
    Store *at = store(record.entity);
    if (!at)
        return;
    at->isRecovering = false;
    at->unwritten.clear();
    const bool isLog =
        at->persistence == model::Persistence::LogNever || at->persistence == model::Persistence::LogEverySecond;
    if (losesKernel && isLog)
        listener.loseAll(holderOf(record.entity, Layer::AfterKill), id);
}

/// A message that tells others of a change carries the value that it is about.
template <class Listener>
void PlaceChanges::send(model::RecordId id, const timeline::Record &record, const model::Sent &sent, Listener &listener)
{
    if (sent.lost || record.cause.isNone())
        return;
    const Holder memory = holderOf(record.entity, Layer::Memory);
    const auto change = m_changes.find(record.entity.value);
    const bool tellsOfChange = change != m_changes.end() && change->second.record == record.cause;
    bool isAll = false;
    if (sent.message == model::MessageKind::ReplicationState) {
        const auto asked = std::find(m_asked.begin(), m_asked.end(), record.cause);
        isAll = asked != m_asked.end();
        if (isAll)
            m_asked.erase(asked);
        else
            m_asked.push_back(id);
    } else if (sent.message == model::MessageKind::StoreReplicate && !tellsOfChange) {
        const Store *at = store(record.entity);
        isAll = at && !at->isReplica;
    }
    if (isAll) {
        listener.collectAll(memory, underWay, id);
        m_carried.emplace(id.value,
                          Carried {model::StringId(), sent.to, arrival(record, sent), Carrier::Message, sent.message});
    } else if (tellsOfChange && !change->second.ended && hasContent(sent.message)) {
        listener.collect(change->second.session, isWhole(sent.message) ? model::StringId() : change->second.attribute,
                         memory, underWay, id);
        m_carried.emplace(
            id.value, Carried {change->second.session, sent.to, arrival(record, sent), Carrier::Message, sent.message});
    }
}

template <class Listener>
void PlaceChanges::queue(model::RecordId id, const timeline::Record &record, const model::ReplicationQueued &queued,
                         Listener &listener)
{
    if (queued.session.isNone())
        return;
    const auto change = m_changes.find(record.entity.value);
    const bool tellsOfChange = change != m_changes.end() && change->second.session == queued.session
        && change->second.cause == record.cause && !change->second.ended;
    if (tellsOfChange && hasContent(queued.message))
        listener.collect(queued.session, isWhole(queued.message) ? model::StringId() : change->second.attribute,
                         holderOf(record.entity, Layer::Memory), holderOf(record.entity, Layer::Waiting), id);
    m_carried.emplace(id.value, Carried {queued.session, record.entity, {}, Carrier::Queue, queued.message});
}

template <class Listener>
void PlaceChanges::changeMemory(model::RecordId id, const timeline::Record &record, Listener &listener)
{
    const Holder memory = holderOf(record.entity, Layer::Memory);
    const auto note = [&](model::StringId session, model::StringId attribute, bool ended) {
        m_changes[record.entity.value] = Change {id, record.cause, session, attribute, ended};
    };
    if (const auto *created = std::get_if<model::SessionCreated>(&record.fact)) {
        listener.beginSession(memory, created->session, id);
        changed(id, record, created->session, listener);
        note(created->session, model::StringId(), false);
    } else if (const auto *applied = std::get_if<model::WriteApplied>(&record.fact)) {
        listener.set(memory, applied->session, applied->attribute, applied->write, id);
        changed(id, record, applied->session, listener);
        note(applied->session, applied->attribute, false);
    } else if (const auto *set = std::get_if<model::AttributeSet>(&record.fact)) {
        listener.set(memory, set->session, set->attribute, set->write, id);
        changed(id, record, set->session, listener);
    } else if (const auto *copy = std::get_if<model::CopySet>(&record.fact)) {
        listener.beginSession(memory, copy->session, id);
        changed(id, record, copy->session, listener);
    } else if (const auto *touched = std::get_if<model::SessionTouched>(&record.fact)) {
        note(touched->session, model::StringId(), false);
    } else if (const auto *ended = std::get_if<model::SessionEnded>(&record.fact)) {
        listener.end(memory, ended->session, id);
        changed(id, record, ended->session, listener);
        note(ended->session, model::StringId(), true);
    } else if (const auto *renamed = std::get_if<model::SessionIdChanged>(&record.fact)) {
        if (renamed->session.isNone() || renamed->newSession.isNone())
            return;
        listener.rename(memory, renamed->session, renamed->newSession, id);
        changed(id, record, renamed->session, listener);
        changed(id, record, renamed->newSession, listener);
    }
}

template <class Listener>
void PlaceChanges::take(model::RecordId id, const timeline::Record &record, Listener &listener)
{
    leave(record, listener);
    if (!m_carried.empty())
        arrive(id, record, listener);
    if (const auto *sent = std::get_if<model::Sent>(&record.fact)) {
        const bool isQueued = m_leaving.isSome() && record.cause == m_leaving;
        if (sent->message >= model::MessageKind::ReplicationCreated && !isQueued)
            send(id, record, *sent, listener);
    } else if (const auto *queued = std::get_if<model::ReplicationQueued>(&record.fact)) {
        queue(id, record, *queued, listener);
    } else if (std::holds_alternative<model::Crashed>(record.fact)) {
        die(id, record, false, listener);
    } else if (std::holds_alternative<model::PoweredOff>(record.fact)
               || std::holds_alternative<model::Removed>(record.fact)) {
        die(id, record, true, listener);
    } else if (std::holds_alternative<model::Restarted>(record.fact)) {
        if (Store *at = store(record.entity)) {
            at->isRecovering = true;
            at->recovery = record.cause;
            listener.loseAll(holderOf(record.entity, Layer::AfterKill), id); // what it has again follows at once
            listener.loseAll(holderOf(record.entity, Layer::AfterPowerLoss), id);
        }
    } else if (std::holds_alternative<model::Listening>(record.fact)) {
        becomeReady(id, record, listener);
    } else if (std::holds_alternative<model::SnapshotTaken>(record.fact)
               || std::holds_alternative<model::LogFlushed>(record.fact)) {
        writeToDisk(id, record, listener);
    } else if (std::holds_alternative<model::Promoted>(record.fact)
               || std::holds_alternative<model::Demoted>(record.fact)) {
        if (Store *at = store(record.entity))
            at->isReplica = std::holds_alternative<model::Demoted>(record.fact);
    } else if (const auto *added = std::get_if<model::EntityAdded>(&record.fact)) {
        if (added->type == model::EntityType::Store) {
            m_stores[record.entity.value].persistence = added->persistence;
            m_stores[record.entity.value].isReplica = added->replicaOf.isSome();
        }
    } else {
        changeMemory(id, record, listener);
    }
}

} // namespace sessionarium::verdict
