// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/verdict/proofplaces.h"

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

/// The session, and where it tells of one change alone the attribute, that a record is about.
std::pair<StringId, StringId> subject(const Fact &fact)
{
    if (const auto *applied = std::get_if<WriteApplied>(&fact))
        return {applied->session, applied->attribute};
    if (const auto *created = std::get_if<SessionCreated>(&fact))
        return {created->session, StringId()};
    if (const auto *touched = std::get_if<SessionTouched>(&fact))
        return {touched->session, StringId()};
    return {};
}

} // namespace

template <class Is>
void ProofPlaces::remove(const Is &is)
{
    std::erase_if(m_places, [&is](const auto &entry) { return is(entry.first); });
}

void ProofPlaces::endSession(EntityId entity, StringId session)
{
    for (auto it = m_places.begin(); it != m_places.end();) {
        const bool isHere = it->first.kind == Kind::Memory && it->first.entity == entity && it->first.session == session;
        if (isHere && m_logOuts.contains(it->second.write))
            it->second.isTrace = true;
        it = isHere && !it->second.isTrace ? m_places.erase(it) : std::next(it);
    }
}

void ProofPlaces::flush(EntityId entity, StringId session, Kind to)
{
    remove([&](const Place &place) { return place.kind == to && place.entity == entity && place.session == session; });
    const std::map<Place, Value> before = m_places;
    for (const auto &[place, value] : before) {
        if (place.kind == Kind::Memory && place.entity == entity && place.session == session)
            m_places[Place {to, entity, RecordId(), session, place.attribute}] = value;
    }
}

void ProofPlaces::afterChange(const Record &record, StringId session)
{
    const auto store = m_stores.find(record.entity);
    if (store == m_stores.end() || store->second == Persistence::None)
        return;
    const auto restart = m_restarts.find(record.entity);
    const bool isRestored = restart != m_restarts.end() && restart->second == record.cause;
    if (store->second != Persistence::Snapshots)
        flush(record.entity, session, Kind::AfterKill);
    if (isFlushedAtOnce(store->second) || (isLog(store->second) && isRestored))
        flush(record.entity, session, Kind::AfterPowerLoss);
    else if (!isRestored)
        m_unflushed[record.entity].insert(session);
}

void ProofPlaces::readDeath(const Record &record, bool losesPower)
{
    const auto store = m_stores.find(record.entity);
    const bool losesKernel = losesPower && store != m_stores.end()
        && (store->second == Persistence::None || isLog(store->second));
    remove([&](const Place &place) {
        if (place.entity != record.entity)
            return false;
        return place.kind == Kind::Memory || place.kind == Kind::Queue || place.kind == Kind::Inbox
            || (losesKernel && place.kind == Kind::AfterKill);
    });
    m_unflushed.erase(record.entity);
    m_restarts.erase(record.entity);
}

/// Messages and queues: what begins and ends with this record.
void ProofPlaces::readMessage(RecordId id, const Record &record)
{
    const std::map<Place, Value> before = m_places;
    const auto isNamed = [](const Place &place, RecordId name) { return name.isSome() && place.message == name; };
    if (const auto *sent = std::get_if<Sent>(&record.fact)) {
        if (sent->lost)
            return;
        bool isFromQueue = false;
        for (const auto &[place, value] : before) {
            // The first that leaves the queue empties it; others of the moment carry what that one carries.
            const bool isQueued = place.kind == Kind::Queue && isNamed(place, record.cause);
            const bool isTwin = place.kind == Kind::Wire && place.message < id && record.cause.isSome()
                && m_timeline[place.message].cause == record.cause
                && std::holds_alternative<ReplicationQueued>(m_timeline[record.cause].fact)
                && m_timeline[place.message].at == record.at;
            if (isQueued || isTwin) {
                m_places[Place {Kind::Wire, EntityId(), id, place.session, place.attribute}] = value;
                isFromQueue = true;
            }
        }
        remove([&](const Place &place) { return place.kind == Kind::Queue && isNamed(place, record.cause); });
        if (isFromQueue || record.cause.isNone() || m_lastTold[record.entity] != record.cause)
            return;
        const auto [session, attribute] = subject(m_timeline[record.cause].fact);
        const bool isWhole = sent->message == MessageKind::ReplicationFull || sent->message == MessageKind::StoreReplicate;
        if (!isWhole && sent->message != MessageKind::ReplicationDelta)
            return;
        for (const auto &[place, value] : before) {
            if (place.kind == Kind::Memory && place.entity == record.entity && place.session == session && !value.isTrace
                && (isWhole || attribute.isNone() || place.attribute == attribute))
                m_places[Place {Kind::Wire, EntityId(), id, session, place.attribute}] = value;
        }
        return;
    }
    if (std::holds_alternative<Delivered>(record.fact)) {
        for (const auto &[place, value] : before) {
            if ((place.kind == Kind::Wire || place.kind == Kind::Inbox) && isNamed(place, record.cause))
                m_places[Place {Kind::Inbox, record.entity, id, place.session, place.attribute}] = value;
        }
    }
    const bool isUnsent = std::holds_alternative<Dropped>(record.fact);
    remove([&](const Place &place) {
        return (place.kind == Kind::Wire || place.kind == Kind::Inbox || (isUnsent && place.kind == Kind::Queue))
            && isNamed(place, record.cause);
    });
}

void ProofPlaces::read(RecordId id)
{
    const Record &record = m_timeline[id];
    readMessage(id, record);
    const EntityId entity = record.entity;
    const auto put = [&](StringId session, StringId attribute, WriteId write) {
        m_places[Place {Kind::Memory, entity, RecordId(), session, attribute}] = Value {write, false};
        afterChange(record, session);
    };
    const auto clear = [&](StringId session) {
        remove([&](const Place &place) {
            return place.kind == Kind::Memory && place.entity == entity && place.session == session;
        });
        afterChange(record, session);
    };
    if (const auto *added = std::get_if<EntityAdded>(&record.fact)) {
        if (added->type == EntityType::Store)
            m_stores[entity] = added->persistence;
    } else if (const auto *applied = std::get_if<WriteApplied>(&record.fact)) {
        put(applied->session, applied->attribute, applied->write);
    } else if (const auto *set = std::get_if<AttributeSet>(&record.fact)) {
        put(set->session, set->attribute, set->write);
    } else if (const auto *created = std::get_if<SessionCreated>(&record.fact)) {
        clear(created->session);
    } else if (const auto *copy = std::get_if<CopySet>(&record.fact)) {
        clear(copy->session);
    } else if (const auto *ended = std::get_if<SessionEnded>(&record.fact)) {
        endSession(entity, ended->session);
        afterChange(record, ended->session);
    } else if (const auto *renamed = std::get_if<SessionIdChanged>(&record.fact)) {
        const std::map<Place, Value> before = m_places;
        clear(renamed->newSession);
        clear(renamed->session);
        for (const auto &[place, value] : before) {
            if (place.kind == Kind::Memory && place.entity == entity && place.session == renamed->session)
                m_places[Place {Kind::Memory, entity, RecordId(), renamed->newSession, place.attribute}] = value;
        }
        afterChange(record, renamed->newSession);
    } else if (const auto *queued = std::get_if<ReplicationQueued>(&record.fact)) {
        const RecordId told = m_lastTold[entity];
        const auto [session, attribute] = told.isSome() ? subject(m_timeline[told].fact) : std::pair<StringId, StringId>();
        const bool isWhole =
            queued->message == MessageKind::ReplicationFull || queued->message == MessageKind::StoreReplicate;
        const bool carries = told.isSome() && session == queued->session && m_timeline[told].cause == record.cause
            && (isWhole || queued->message == MessageKind::ReplicationDelta);
        const std::map<Place, Value> before = m_places;
        for (const auto &[place, value] : before) {
            if (carries && place.kind == Kind::Memory && place.entity == entity && place.session == session
                && !value.isTrace && (isWhole || attribute.isNone() || place.attribute == attribute))
                m_places[Place {Kind::Queue, entity, id, session, place.attribute}] = value;
        }
    } else if (std::holds_alternative<Crashed>(record.fact)) {
        readDeath(record, false);
    } else if (std::holds_alternative<PoweredOff>(record.fact) || std::holds_alternative<Removed>(record.fact)) {
        readDeath(record, true);
    } else if (std::holds_alternative<Restarted>(record.fact)) {
        m_restarts[entity] = record.cause;
        if (const auto store = m_stores.find(entity); store != m_stores.end() && isLog(store->second))
            remove([&](const Place &place) { return place.kind == Kind::AfterPowerLoss && place.entity == entity; });
    } else if (std::holds_alternative<SnapshotTaken>(record.fact) || std::holds_alternative<LogFlushed>(record.fact)) {
        for (const StringId session : m_unflushed[entity]) {
            if (m_stores[entity] == Persistence::Snapshots)
                flush(entity, session, Kind::AfterKill);
            flush(entity, session, Kind::AfterPowerLoss);
        }
        m_unflushed.erase(entity);
    }
    if (subject(record.fact).first.isSome())
        m_lastTold[entity] = id;
}

} // namespace sessionarium::verdict
