// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/verdict/proofdefinitions.h"

#include "core/verdict/proofplaces.h"

#include <algorithm>

namespace sessionarium::verdict {

using model::ActionKind;
using model::EntityId;
using model::Operation;
using model::RecordId;
using model::RequestId;
using model::StringId;
using model::WriteId;
using timeline::Record;
using timeline::Timeline;

Definitions::Definitions(const Timeline &timeline, std::uint32_t count) : m_timeline(timeline), m_count(count)
{
    m_user = timeline.strings().find(model::userAttribute).value_or(StringId());
    for (std::uint32_t i = 0; i < count; ++i)
        read(RecordId(i), timeline[i]);
}

// --- what the records say ---

void Definitions::read(RecordId id, const Record &record)
{
    if (const auto *issued = std::get_if<model::RequestIssued>(&record.fact)) {
        RequestStory story;
        story.client = record.entity;
        story.issued = id;
        story.cause = record.cause;
        story.fact = *issued;
        m_requests.try_emplace(record.request, story);
        if (issued->write.isSome()) {
            m_issued[issued->write] = id;
            if (issued->operation == Operation::LogOut)
                m_logOuts.insert(issued->write);
        }
        return;
    }
    readSessions(id, record);
    readCookies(id, record);
    const auto it = m_requests.find(record.request);
    if (it == m_requests.end() || it->second.finished.isSome())
        return;
    readRequest(id, record, it->second);
    if (it->second.finished == id && it->second.is2xx() && it->second.fact.write.isSome())
        m_acknowledged[it->second.fact.write] = id;
}

void Definitions::readRequest(RecordId id, const Record &record, RequestStory &story) const
{
    if (const auto *shown = std::get_if<model::AttributeShown>(&record.fact)) {
        story.shown.emplace(shown->attribute, shown->shown);
    } else if (const auto *answered = std::get_if<model::Answered>(&record.fact)) {
        story.finished = id;
        story.status = answered->status;
        if (answered->shown.isSome())
            story.shown[m_user] = answered->shown;
    } else if (std::holds_alternative<model::Failed>(record.fact)) {
        story.finished = id;
    }
    const bool looksUp = std::holds_alternative<model::SessionFound>(record.fact)
        || std::holds_alternative<model::SessionMissing>(record.fact)
        || std::holds_alternative<model::CookieAbsent>(record.fact);
    // Where a store looked, that counts: the server only passes on what it was told.
    if (looksUp && (isAtStore(id) || story.lastLookUp.isNone() || !isAtStore(story.lastLookUp)))
        story.lastLookUp = id;
    const auto *created = std::get_if<model::SessionCreated>(&record.fact);
    const bool concernsSession = looksUp || (created && created->role == model::CopyRole::InCharge)
        || std::holds_alternative<model::SessionEnded>(record.fact);
    if (concernsSession && story.firstLookUp.isNone())
        story.firstLookUp = id;
}

void Definitions::readSessions(RecordId id, const Record &record)
{
    if (const auto *applied = std::get_if<model::WriteApplied>(&record.fact)) {
        // The first mention of a write fixes what it was based on, and the session that it belongs to.
        if (applied->base.isSome()) {
            m_base.emplace(applied->base, WriteId());
            m_home.emplace(applied->base, applied->session);
        }
        m_base.emplace(applied->write, applied->base == applied->write ? WriteId() : applied->base);
        m_home.emplace(applied->write, applied->session);
    } else if (const auto *ended = std::get_if<model::SessionEnded>(&record.fact)) {
        if (ended->reason == model::SessionEnd::Revoked)
            m_revoked.emplace_back(id, ended->session);
    } else if (const auto *created = std::get_if<model::SessionCreated>(&record.fact)) {
        if (created->role == model::CopyRole::InCharge)
            m_served.emplace_back(id, created->session);
    } else if (const auto *found = std::get_if<model::SessionFound>(&record.fact)) {
        m_served.emplace_back(id, found->session);
    } else if (const auto *renamed = std::get_if<model::SessionIdChanged>(&record.fact)) {
        m_renamed.emplace_back(id, renamed->session, renamed->newSession);
    }
}

void Definitions::readCookies(RecordId id, const Record &record)
{
    const auto *deleted = std::get_if<model::CookieDeleted>(&record.fact);
    const auto *stored = std::get_if<model::CookieStored>(&record.fact);
    if ((!deleted && !stored)
        || m_timeline.text(deleted ? deleted->cookie : stored->cookie) != model::sessionCookieName)
        return;
    if (isCausedBy(record, deleted ? ActionKind::DeleteCookie : ActionKind::CopyCookie))
        m_cookiesTaken.emplace_back(id, record.entity, stored ? stored->value : StringId());
}

bool Definitions::isCausedBy(const Record &record, ActionKind verb) const
{
    if (record.cause.isNone())
        return false;
    const auto *taken = std::get_if<model::ActionTaken>(&m_timeline[record.cause].fact);
    return taken && taken->verb == verb;
}

bool Definitions::isAtStore(RecordId id) const
{
    return m_timeline.entity(m_timeline[id].entity).type == model::EntityType::Store;
}

// --- values ---

std::vector<WriteId> Definitions::lineage(WriteId value) const
{
    std::vector<WriteId> line;
    std::set<WriteId> seen;
    while (value.isSome() && seen.insert(value).second) {
        line.push_back(value);
        const auto base = m_base.find(value);
        value = base == m_base.end() ? WriteId() : base->second;
    }
    return line;
}

bool Definitions::contains(WriteId value, WriteId write) const
{
    const std::vector<WriteId> line = lineage(value);
    return write.isNone() || std::find(line.begin(), line.end(), write) != line.end();
}

bool Definitions::isConcurrent(WriteId missing, WriteId value) const
{
    WriteId competing;
    for (const WriteId write : lineage(value)) {
        if (contains(missing, write))
            break;
        competing = write;
    }
    return !isBefore(missing, competing) && !isBefore(competing, missing);
}

bool Definitions::isBefore(WriteId one, WriteId other) const
{
    const auto acknowledged = m_acknowledged.find(one);
    const auto issued = m_issued.find(other);
    return acknowledged != m_acknowledged.end() && issued != m_issued.end() && acknowledged->second < issued->second;
}

bool Definitions::showsOwnWriteSince(const RequestStory &r, RecordId moment) const
{
    for (const auto &[attribute, value] : r.shown)
        for (const WriteId write : lineage(value)) {
            const auto issued = m_issued.find(write);
            if (write.client == r.client && issued != m_issued.end() && moment < issued->second)
                return true;
        }
    return false;
}

// --- what clients may expect ---

const RequestStory *Definitions::request(RequestId id) const
{
    const auto it = m_requests.find(id);
    return it == m_requests.end() ? nullptr : &it->second;
}

const RequestStory *Definitions::logIn(const RequestStory &r) const
{
    const RequestStory *last = nullptr;
    for (const auto &[id, other] : m_requests)
        if (other.client == r.client && other.fact.operation == Operation::LogIn && other.is2xx()
            && other.finished < r.issued && (!last || last->finished < other.finished))
            last = &other;
    return last;
}

StringId Definitions::sessionOf(const RequestStory &logIn) const
{
    const auto home = m_home.find(logIn.fact.write);
    return home == m_home.end() ? StringId() : home->second;
}

std::set<StringId> Definitions::idsOf(StringId session, RecordId before) const
{
    std::set<StringId> ids;
    if (session.isSome())
        ids.insert(session);
    for (std::size_t known = 0; known != ids.size();) {
        known = ids.size();
        for (const auto &[at, oldId, newId] : m_renamed)
            if (at < before && (ids.contains(oldId) || ids.contains(newId)))
                ids.insert({oldId, newId});
    }
    return ids;
}

std::vector<Promise> Definitions::promises(const RequestStory &r, WriteId write) const
{
    std::vector<Promise> all;
    const RequestStory *const from = logIn(r);
    if (!from)
        return all;
    for (const auto &[id, other] : m_requests) {
        if (other.client != r.client || !other.is2xx() || other.finished < from->finished || r.issued < other.finished)
            continue;
        const bool isLogIn = other.fact.operation == Operation::LogIn;
        if (other.fact.write == write)
            all.push_back(Promise {other.finished, isLogIn ? m_user : other.fact.attribute, true});
        if (!isLogIn)
            for (const auto &[attribute, shown] : other.shown)
                if (shown == write)
                    all.push_back(Promise {other.finished, attribute, false});
    }
    std::sort(all.begin(), all.end(), [](const Promise &a, const Promise &b) { return a.answer < b.answer; });
    return all;
}

bool Definitions::gaveItsCookieAway(const RequestStory &r) const
{
    const RequestStory *const since = logIn(r);
    return since && std::any_of(m_cookiesTaken.begin(), m_cookiesTaken.end(), [&](const auto &item) {
               const auto &[taken, client, copied] = item;
               return client == r.client && since->finished < taken && taken < r.issued
                   && !(copied.isSome() && idsOf(sessionOf(*since), taken).contains(copied));
           });
}

bool Definitions::isEntitled(const RequestStory &r) const
{
    const RequestStory *const since = logIn(r);
    if (!since || gaveItsCookieAway(r))
        return false;
    for (const auto &[id, other] : m_requests)
        if (&other != &r && other.client == r.client && other.fact.operation == Operation::LogOut
            && since->finished < other.issued && other.issued < r.finished)
            return false;
    const Record &issued = m_timeline[r.issued];
    if (isCausedBy(issued, ActionKind::SendUnknownId) || isCausedBy(issued, ActionKind::ReadAnonymous))
        return false;
    const std::set<StringId> ids = idsOf(sessionOf(*since), r.finished);
    for (const auto &[at, session] : m_revoked)
        if (ids.contains(session) && since->issued < at && at < r.finished)
            return false;
    return !cameTooLate(r, *since);
}

bool Definitions::cameTooLate(const RequestStory &r, const RequestStory &logIn) const
{
    if (r.firstLookUp.isNone())
        return false;
    const std::set<StringId> ids = idsOf(sessionOf(logIn), r.firstLookUp);
    RecordId last;
    for (const auto &[id, served] : m_served)
        if (ids.contains(served) && id < r.firstLookUp)
            last = id;
    return last.isSome() && m_timeline[r.firstLookUp].at - m_timeline[last].at >= m_timeline.info().sessionTimeout;
}

bool Definitions::isWrittenOff(const RequestStory &r, WriteId write, StringId attribute) const
{
    for (const auto &[id, other] : m_requests) {
        if (!other.isRead() || !other.inTime() || !(other.finished < r.finished))
            continue;
        const WriteId value = other.value(attribute);
        if (value.isNone() || !areOnTwoBranches(value, write) || gaveItsCookieAway(other))
            continue;
        if (isStranger(other) && !isEntitled(other))
            continue;
        if (!promises(other, write).empty())
            return true;
    }
    return false;
}

// --- where values are ---

std::vector<Stretch> Definitions::copies(WriteId write) const
{
    ProofPlaces world(m_timeline, m_logOuts);
    std::map<ProofPlaces::Place, RecordId> open;
    std::vector<Stretch> all;
    const auto close = [&all](const ProofPlaces::Place &place, RecordId began, RecordId ended) {
        const bool isMemory = place.kind == ProofPlaces::Kind::Memory;
        all.push_back(Stretch {isMemory ? place.entity : EntityId(), began, ended});
    };
    for (std::uint32_t i = 0; i < m_count; ++i) {
        const RecordId id(i);
        world.read(id);
        for (const ProofPlaces::Place &place : world.touched()) {
            const ProofPlaces::Value *const value = world.at(place);
            const bool holds = value && contains(value->write, write) && (!value->isTrace || value->write == write);
            const auto began = open.find(place);
            if (holds && began == open.end()) {
                open.emplace(place, id);
            } else if (!holds && began != open.end()) {
                close(place, began->second, id);
                open.erase(began);
            }
        }
    }
    for (const auto &[place, began] : open)
        close(place, began, RecordId());
    return all;
}

RecordId Definitions::serverGot(const RequestStory &r, StringId attribute, WriteId value,
                                const std::vector<Stretch> &copies) const
{
    if (r.lastLookUp.isNone())
        return RecordId();
    const Record &lookUp = m_timeline[r.lastLookUp];
    RecordId got;
    if (value.isSome()) {
        const auto *found = std::get_if<model::SessionFound>(&lookUp.fact);
        if (!found)
            return RecordId();
        const std::set<StringId> ids = idsOf(found->session, r.lastLookUp);
        for (std::uint32_t i = 0; i < r.lastLookUp.value; ++i) {
            const Record &record = m_timeline[i];
            const auto isIt = [&](const auto *fact) {
                return fact && ids.contains(fact->session) && fact->attribute == attribute && fact->write == value;
            };
            if (record.entity == lookUp.entity
                && (isIt(std::get_if<model::WriteApplied>(&record.fact))
                    || isIt(std::get_if<model::AttributeSet>(&record.fact))))
                got = RecordId(i);
        }
        return got;
    }
    for (const Stretch &copy : copies) {
        if (copy.memory != lookUp.entity || r.lastLookUp < copy.begin)
            continue;
        if (copy.end.isNone() || r.lastLookUp < copy.end)
            return RecordId();
        got = got.isNone() ? copy.end : std::max(got, copy.end);
    }
    return got;
}

} // namespace sessionarium::verdict
