// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/verdict/proofplaces.h"

#include <iterator>

namespace sessionarium::verdict {

using namespace model;
using timeline::Record;

namespace {

bool isLog(Persistence persistence)
{
    return persistence == Persistence::LogNever || persistence == Persistence::LogEverySecond;
}

bool isFlushedAtOnce(Persistence persistence)
{
    return persistence == Persistence::LogAlways || persistence == Persistence::Disk;
}

/// The session that a record tells of which others are told of too; none for all others.
StringId subject(const Fact &fact)
{
    if (const auto *applied = std::get_if<WriteApplied>(&fact))
        return applied->session;
    if (const auto *created = std::get_if<SessionCreated>(&fact))
        return created->session;
    if (const auto *touched = std::get_if<SessionTouched>(&fact))
        return touched->session;
    if (const auto *ended = std::get_if<SessionEnded>(&fact))
        return ended->session;
    return StringId();
}

} // namespace

const ProofPlaces::Value *ProofPlaces::at(const Place &place) const
{
    const auto found = m_places.find(place);
    return found == m_places.end() ? nullptr : &found->second;
}

std::vector<ProofPlaces::Entry> ProofPlaces::all(Kind kind, EntityId entity, RecordId message) const
{
    std::vector<Entry> entries;
    // None is the largest number: the places of one holder begin at the smallest session.
    for (auto it = m_places.lower_bound(Place {kind, entity, message, StringId(0), StringId(0)});
         it != m_places.end() && it->first.kind == kind && it->first.entity == entity && it->first.message == message;
         ++it)
        entries.push_back(*it);
    return entries;
}

std::vector<ProofPlaces::Entry> ProofPlaces::all(Kind kind, EntityId entity, RecordId message, StringId session) const
{
    std::vector<Entry> entries;
    for (auto it = m_places.lower_bound(Place {kind, entity, message, session, StringId(0)});
         it != m_places.end() && it->first.kind == kind && it->first.entity == entity && it->first.message == message
         && it->first.session == session;
         ++it)
        entries.push_back(*it);
    return entries;
}

void ProofPlaces::put(const Place &place, const Value &value)
{
    m_places[place] = value;
    m_touched.insert(place);
}

void ProofPlaces::erase(const std::vector<Entry> &entries)
{
    for (const auto &[place, value] : entries) {
        m_places.erase(place);
        m_touched.insert(place);
    }
}

void ProofPlaces::eraseHolder(Kind kind, EntityId entity)
{
    const auto first = m_places.lower_bound(Place {kind, entity, RecordId(0), StringId(0), StringId(0)});
    auto last = first;
    while (last != m_places.end() && last->first.kind == kind && last->first.entity == entity)
        ++last;
    erase(std::vector<Entry>(first, last));
}

std::vector<ProofPlaces::Entry> ProofPlaces::contents(RecordId name) const
{
    const Parcel &parcel = m_parcels.at(name);
    return all(parcel.kind, parcel.kind == Kind::Wire ? EntityId() : parcel.at, name);
}

void ProofPlaces::eraseParcel(RecordId name)
{
    erase(contents(name));
    m_parcels.erase(name);
}

std::vector<ProofPlaces::Entry> ProofPlaces::told(MessageKind kind, EntityId sender, RecordId change) const
{
    const bool isWhole = kind == MessageKind::ReplicationFull || kind == MessageKind::StoreReplicate;
    const auto last = m_lastTold.find(sender);
    if (change.isNone() || last == m_lastTold.end() || last->second != change
        || std::holds_alternative<SessionEnded>(m_timeline[change].fact)
        || (!isWhole && kind != MessageKind::ReplicationDelta))
        return {};
    std::vector<Entry> entries = all(Kind::Memory, sender, RecordId(), subject(m_timeline[change].fact));
    const auto *applied = std::get_if<WriteApplied>(&m_timeline[change].fact);
    std::erase_if(entries, [&](const Entry &entry) {
        return entry.second.isTrace || (!isWhole && applied && entry.first.attribute != applied->attribute);
    });
    return entries;
}

/// A message ends with the record that it brings about; a delivery takes it into the receiver until it takes effect.
void ProofPlaces::readArrival(RecordId id, const Record &record)
{
    if (record.cause.isNone() || !m_parcels.contains(record.cause) || std::holds_alternative<Sent>(record.fact))
        return;
    const Parcel parcel = m_parcels.at(record.cause);
    if (parcel.kind == Kind::Queue)
        return;
    if (parcel.kind == Kind::Wire && !parcel.isMemory && std::holds_alternative<Delivered>(record.fact)) {
        for (const auto &[place, value] : contents(record.cause))
            put(Place {Kind::Inbox, record.entity, id, place.session, place.attribute}, value);
        m_parcels[id] = Parcel {Kind::Inbox, record.entity};
    }
    eraseParcel(record.cause);
}

void ProofPlaces::readSending(RecordId id, const Record &record, const Sent &sent)
{
    std::vector<Entry> carried;
    bool isMemory = false;
    const auto queued = record.cause.isSome() ? m_parcels.find(record.cause) : m_parcels.end();
    const auto *leaves =
        record.cause.isSome() ? std::get_if<ReplicationQueued>(&m_timeline[record.cause].fact) : nullptr;
    const bool isOther = leaves && leaves->message != sent.message; // that the same handling sent besides
    const bool isFromQueue = queued != m_parcels.end() && queued->second.kind == Kind::Queue && !isOther;
    if (isFromQueue) {
        m_left = {record.cause, contents(record.cause)};
        eraseParcel(record.cause);
    }
    if (record.cause.isSome() && m_left.first == record.cause && !isOther) {
        carried = m_left.second;
    } else if (record.cause.isSome() && sent.message >= MessageKind::ReplicationCreated) {
        const Record &cause = m_timeline[record.cause];
        const auto *asked = std::get_if<Sent>(&cause.fact);
        const auto last = m_lastTold.find(record.entity);
        const bool tellsOfChange = last != m_lastTold.end() && last->second == record.cause;
        isMemory = sent.message == MessageKind::ReplicationState
            ? asked && asked->message == MessageKind::ReplicationState && !asked->lost
            : sent.message == MessageKind::StoreReplicate && !tellsOfChange && m_stores.contains(record.entity)
                && !m_replicas.contains(record.entity);
        carried = isMemory ? all(Kind::Memory, record.entity) : told(sent.message, record.entity, record.cause);
    }
    if (sent.lost)
        return;
    for (const auto &[place, value] : carried) {
        if (!value.isTrace)
            put(Place {Kind::Wire, EntityId(), id, place.session, place.attribute}, value);
    }
    if (carried.empty())
        return;
    Parcel parcel {Kind::Wire, sent.to, isMemory};
    if (sent.transit.us != TransitTime::unknown)
        parcel.due = record.at + microseconds(sent.transit.us);
    m_parcels[id] = parcel;
}

void ProofPlaces::copyDown(EntityId store, StringId session, Kind to)
{
    erase(all(to, store, RecordId(), session));
    for (const auto &[place, value] : all(Kind::Memory, store, RecordId(), session))
        put(Place {to, store, RecordId(), session, place.attribute}, value);
}

/// What is below a store's memory follows it at once, at the next flush, or never.
void ProofPlaces::afterChange(const Record &record, StringId session)
{
    const auto store = m_stores.find(record.entity);
    if (store == m_stores.end() || store->second == Persistence::None)
        return;
    const auto restart = m_restarts.find(record.entity);
    const bool isRestored = restart != m_restarts.end() && restart->second == record.cause;
    if (isRestored || store->second != Persistence::Snapshots)
        copyDown(record.entity, session, Kind::AfterKill);
    if (isRestored || isFlushedAtOnce(store->second))
        copyDown(record.entity, session, Kind::AfterPowerLoss);
    else
        m_unflushed[record.entity].insert(session);
}

void ProofPlaces::readMemory(const Record &record)
{
    const EntityId entity = record.entity;
    const auto set = [&](StringId session, StringId attribute, WriteId write) {
        if (session.isNone() || write.isNone())
            return;
        put(Place {Kind::Memory, entity, RecordId(), session, attribute}, Value {write, false});
        afterChange(record, session);
    };
    const auto clear = [&](StringId session) {
        erase(all(Kind::Memory, entity, RecordId(), session));
        afterChange(record, session);
    };
    if (const auto *applied = std::get_if<WriteApplied>(&record.fact)) {
        set(applied->session, applied->attribute, applied->write);
    } else if (const auto *copied = std::get_if<AttributeSet>(&record.fact)) {
        set(copied->session, copied->attribute, copied->write);
    } else if (const auto *created = std::get_if<SessionCreated>(&record.fact)) {
        clear(created->session);
    } else if (const auto *copy = std::get_if<CopySet>(&record.fact)) {
        clear(copy->session);
    } else if (const auto *ended = std::get_if<SessionEnded>(&record.fact)) {
        const std::vector<Entry> held = all(Kind::Memory, entity, RecordId(), ended->session);
        erase(held);
        for (const auto &[place, value] : held) {
            if (m_logOuts.contains(value.write))
                put(place, Value {value.write, true});
        }
        afterChange(record, ended->session);
    } else if (const auto *renamed = std::get_if<SessionIdChanged>(&record.fact)) {
        const std::vector<Entry> held = all(Kind::Memory, entity, RecordId(), renamed->session);
        if (renamed->session == renamed->newSession || renamed->newSession.isNone())
            return;
        clear(renamed->session);
        clear(renamed->newSession);
        for (const auto &[place, value] : held)
            put(Place {Kind::Memory, entity, RecordId(), renamed->newSession, place.attribute}, value);
        afterChange(record, renamed->newSession);
    }
}

void ProofPlaces::readProcess(RecordId id, const Record &record)
{
    const EntityId entity = record.entity;
    const bool isOff = std::holds_alternative<PoweredOff>(record.fact) || std::holds_alternative<Removed>(record.fact);
    const auto store = m_stores.find(entity);
    if (isOff || std::holds_alternative<Crashed>(record.fact)) {
        for (const Kind kind : {Kind::Memory, Kind::Queue, Kind::Inbox})
            eraseHolder(kind, entity);
        if (isOff && store != m_stores.end() && isLog(store->second))
            eraseHolder(Kind::AfterKill, entity);
        std::erase_if(m_parcels,
                      [&](const auto &item) { return item.second.kind != Kind::Wire && item.second.at == entity; });
        m_unflushed.erase(entity);
        m_restarts.erase(entity);
    } else if (std::holds_alternative<Restarted>(record.fact) && store != m_stores.end()) {
        m_restarts[entity] = record.cause; // what it has again comes with the same cause
        eraseHolder(Kind::AfterKill, entity);
        eraseHolder(Kind::AfterPowerLoss, entity);
    } else if (std::holds_alternative<Listening>(record.fact)) {
        std::vector<RecordId> over;
        for (const auto &[name, parcel] : m_parcels) {
            const bool isHere = parcel.kind == Kind::Inbox || (parcel.kind == Kind::Wire && !(record.at < parcel.due));
            if (parcel.at == entity && isHere)
                over.push_back(name);
        }
        for (const RecordId name : over)
            eraseParcel(name);
    } else if (store != m_stores.end()
               && (std::holds_alternative<SnapshotTaken>(record.fact)
                   || std::holds_alternative<LogFlushed>(record.fact))) {
        for (const StringId session : m_unflushed[entity]) {
            if (store->second == Persistence::Snapshots)
                copyDown(entity, session, Kind::AfterKill);
            copyDown(entity, session, Kind::AfterPowerLoss);
        }
        m_unflushed.erase(entity);
    } else if (const auto *added = std::get_if<EntityAdded>(&record.fact); added && added->type == EntityType::Store) {
        m_stores[entity] = added->persistence;
        if (added->replicaOf.isSome())
            m_replicas.insert(entity);
    } else if (std::holds_alternative<Promoted>(record.fact)) {
        m_replicas.erase(entity);
    } else if (std::holds_alternative<Demoted>(record.fact)) {
        m_replicas.insert(entity);
    } else if (const auto *queued = std::get_if<ReplicationQueued>(&record.fact); queued && queued->session.isSome()) {
        const auto last = m_lastTold.find(entity);
        std::vector<Entry> waiting;
        if (last != m_lastTold.end() && subject(m_timeline[last->second].fact) == queued->session
            && m_timeline[last->second].cause == record.cause)
            waiting = told(queued->message, entity, last->second);
        for (const auto &[place, value] : waiting)
            put(Place {Kind::Queue, entity, id, place.session, place.attribute}, value);
        m_parcels[id] = Parcel {Kind::Queue, entity};
    }
}

void ProofPlaces::read(RecordId id)
{
    m_touched.clear();
    const Record &record = m_timeline[id];
    readArrival(id, record);
    if (const auto *sent = std::get_if<Sent>(&record.fact))
        readSending(id, record, *sent);
    readMemory(record);
    readProcess(id, record);
    if (subject(record.fact).isSome())
        m_lastTold[record.entity] = id;
}

} // namespace sessionarium::verdict
