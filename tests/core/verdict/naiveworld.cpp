// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/verdict/naiveworld.h"

namespace sessionarium::tests::dictated {

using namespace model;
using timeline::Record;

void NaiveWorld::read(std::uint32_t index)
{
    readLetters(index);
    readMemory(index);
    readLife(index);
}

NaiveWorld::Content NaiveWorld::content() const
{
    Content all;
    const auto add = [&all](const Image &image) {
        for (const auto &[session, attributes] : image)
            for (const auto &[attribute, value] : attributes)
                (value.isTrace ? all.logOuts : all.values).insert(value.write);
    };
    for (const auto &[entity, image] : m_memories)
        add(image);
    for (const auto &[entity, store] : m_stores) {
        add(store.afterKill);
        add(store.afterPowerLoss);
    }
    for (const auto &[id, change] : m_queued)
        if (!change.hasLeft)
            add(change.image);
    for (const auto &[id, letter] : m_letters)
        add(letter.image);
    return all;
}

NaiveWorld::Image NaiveWorld::withoutTraces(Image image)
{
    for (auto &[session, attributes] : image)
        std::erase_if(attributes, [](const auto &item) { return item.second.isTrace; });
    return image;
}

bool NaiveWorld::isLogOut(WriteId write, std::uint32_t before) const
{
    for (std::uint32_t i = 0; i < before; ++i)
        if (const auto *issued = std::get_if<RequestIssued>(&m_timeline[i].fact))
            if (issued->write == write && issued->operation == Operation::LogOut)
                return true;
    return false;
}

/// The newest record before `before` by which the entity did something to a session that it tells others of.
RecordId NaiveWorld::newestChange(EntityId at, std::uint32_t before) const
{
    for (std::uint32_t i = before; i > 0; --i) {
        const Record &record = m_timeline[i - 1];
        const Fact &fact = record.fact;
        if (record.entity == at
            && (std::holds_alternative<WriteApplied>(fact) || std::holds_alternative<SessionCreated>(fact)
                || std::holds_alternative<SessionTouched>(fact) || std::holds_alternative<SessionEnded>(fact)))
            return RecordId(i - 1);
    }
    return {};
}

/// What a message of that kind says of the change, by what its sender has now.
NaiveWorld::Image NaiveWorld::about(MessageKind kind, RecordId change) const
{
    const bool tellsAll = kind == MessageKind::ReplicationFull || kind == MessageKind::StoreReplicate;
    if (!tellsAll && kind != MessageKind::ReplicationDelta)
        return {};
    const Record &record = m_timeline[change];
    StringId session;
    StringId attribute;
    if (const auto *applied = std::get_if<WriteApplied>(&record.fact)) {
        session = applied->session;
        attribute = tellsAll ? StringId() : applied->attribute;
    } else if (const auto *created = std::get_if<SessionCreated>(&record.fact)) {
        session = created->session;
    } else if (const auto *touched = std::get_if<SessionTouched>(&record.fact)) {
        session = touched->session;
    } else {
        return {};
    }
    const auto memory = m_memories.find(record.entity);
    if (memory == m_memories.end() || !memory->second.contains(session))
        return {};
    Image image;
    image[session] = memory->second.at(session);
    if (attribute.isSome())
        std::erase_if(image[session], [&](const auto &item) { return item.first != attribute; });
    return withoutTraces(image);
}

void NaiveWorld::readLetters(std::uint32_t index)
{
    const Record &record = m_timeline[index];
    const RecordId id(index);
    if (const auto *queued = std::get_if<ReplicationQueued>(&record.fact)) {
        Change &change = m_queued[id];
        change.at = record.entity;
        const RecordId what = newestChange(record.entity, index);
        if (what.isSome() && m_timeline[what].cause == record.cause) {
            change.image = about(queued->message, what);
            if (!change.image.contains(queued->session))
                change.image.clear();
        }
        return;
    }
    if (const auto *sent = std::get_if<Sent>(&record.fact)) {
        Letter letter;
        letter.to = sent->to;
        letter.due = record.at + microseconds(sent->transit.us);
        const auto *waited =
            record.cause.isSome() ? std::get_if<ReplicationQueued>(&m_timeline[record.cause].fact) : nullptr;
        if (waited && waited->message != sent->message)
            return; // something else that was sent in the same moment
        if (record.cause.isSome() && m_queued.contains(record.cause)) {
            m_queued[record.cause].hasLeft = true;
            letter.image = m_queued[record.cause].image;
        } else if (sent->message < MessageKind::ReplicationCreated || record.cause.isNone()) {
            return;
        } else if (newestChange(record.entity, index) == record.cause) {
            letter.image = about(sent->message, record.cause);
        } else {
            const auto *asked = std::get_if<Sent>(&m_timeline[record.cause].fact);
            const bool answersAsked = sent->message == MessageKind::ReplicationState && asked && !asked->lost
                && asked->message == MessageKind::ReplicationState;
            const bool fillsReplica = sent->message == MessageKind::StoreReplicate && m_stores.contains(record.entity)
                && !m_stores[record.entity].isReplica;
            if (!answersAsked && !fillsReplica)
                return;
            letter.isWhole = true;
            letter.image = withoutTraces(m_memories[record.entity]);
        }
        if (!sent->lost)
            m_letters[id] = letter;
        return;
    }
    if (record.cause.isNone() || !m_letters.contains(record.cause))
        return;
    Letter letter = m_letters[record.cause];
    m_letters.erase(record.cause);
    if (!std::holds_alternative<Delivered>(record.fact) || letter.isWhole || letter.isInside)
        return;
    letter.to = record.entity;
    letter.isInside = true;
    m_letters[id] = letter;
}

/// A store that writes each change down at once, or that reads back what it had.
void NaiveWorld::memoryChanged(const Record &record)
{
    if (!m_stores.contains(record.entity))
        return;
    Store &store = m_stores[record.entity];
    const bool isReadBack = store.isBack && store.back == record.cause && store.persistence != Persistence::None;
    const bool isLogged =
        store.persistence == Persistence::LogNever || store.persistence == Persistence::LogEverySecond;
    const bool isSafe = store.persistence == Persistence::LogAlways || store.persistence == Persistence::Disk;
    if (isReadBack || isLogged || isSafe)
        store.afterKill = m_memories[record.entity];
    if (isReadBack || isSafe)
        store.afterPowerLoss = m_memories[record.entity];
}

void NaiveWorld::readMemory(std::uint32_t index)
{
    const Record &record = m_timeline[index];
    Image &memory = m_memories[record.entity];
    if (const auto *applied = std::get_if<WriteApplied>(&record.fact)) {
        if (applied->write.isNone())
            return;
        memory[applied->session][applied->attribute] = Value {applied->write, false};
    } else if (const auto *set = std::get_if<AttributeSet>(&record.fact)) {
        memory[set->session][set->attribute] = Value {set->write, false};
    } else if (const auto *created = std::get_if<SessionCreated>(&record.fact)) {
        memory.erase(created->session);
    } else if (const auto *copy = std::get_if<CopySet>(&record.fact)) {
        memory.erase(copy->session);
    } else if (const auto *ended = std::get_if<SessionEnded>(&record.fact)) {
        Session &session = memory[ended->session];
        std::erase_if(session, [&](const auto &item) { return !isLogOut(item.second.write, index); });
        for (auto &[attribute, value] : session)
            value.isTrace = true;
    } else if (const auto *renamed = std::get_if<SessionIdChanged>(&record.fact)) {
        const Session session = memory[renamed->session];
        memory.erase(renamed->session);
        memory[renamed->newSession] = session;
    } else {
        return;
    }
    memoryChanged(record);
}

void NaiveWorld::readLife(std::uint32_t index)
{
    const Record &record = m_timeline[index];
    const EntityId who = record.entity;
    const bool losesPower =
        std::holds_alternative<PoweredOff>(record.fact) || std::holds_alternative<Removed>(record.fact);
    if (const auto *added = std::get_if<EntityAdded>(&record.fact)) {
        if (added->type == EntityType::Store) {
            m_stores[who].persistence = added->persistence;
            m_stores[who].isReplica = added->replicaOf.isSome();
        }
    } else if (losesPower || std::holds_alternative<Crashed>(record.fact)) {
        m_memories.erase(who);
        std::erase_if(m_queued, [who](const auto &item) { return item.second.at == who; });
        std::erase_if(m_letters, [who](const auto &item) { return item.second.isInside && item.second.to == who; });
        if (m_stores.contains(who)) {
            m_stores[who].isBack = false;
            if (losesPower)
                m_stores[who].afterKill = m_stores[who].afterPowerLoss;
        }
    } else if (std::holds_alternative<Listening>(record.fact)) {
        std::erase_if(m_letters, [&](const auto &item) {
            return item.second.to == who && (item.second.isInside || item.second.due <= record.at);
        });
    } else if (!m_stores.contains(who)) {
        return;
    } else if (std::holds_alternative<Restarted>(record.fact)) {
        Store &store = m_stores[who];
        store.isBack = true;
        store.back = record.cause;
        store.afterKill.clear();
        store.afterPowerLoss.clear();
    } else if (std::holds_alternative<SnapshotTaken>(record.fact)) {
        m_stores[who].afterKill = m_stores[who].afterPowerLoss = m_memories[who];
    } else if (std::holds_alternative<LogFlushed>(record.fact)) {
        m_stores[who].afterPowerLoss = m_memories[who];
    } else if (std::holds_alternative<Promoted>(record.fact)) {
        m_stores[who].isReplica = false;
    } else if (std::holds_alternative<Demoted>(record.fact)) {
        m_stores[who].isReplica = true;
    }
}

} // namespace sessionarium::tests::dictated
