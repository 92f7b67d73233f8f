// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/verdict/excerpt.h"

#include <array>
#include <map>
#include <tuple>

namespace sessionarium::verdict {

using model::EntityId;
using model::RecordId;
using model::RequestId;
using model::StringId;
using timeline::Record;
using timeline::Timeline;

namespace {

/// Clients and sessions, each drawn in by what it shares with one that is in already.
class Circle
{
public:
    Circle(const Timeline &timeline, EntityId client)
        : m_timeline(timeline),
          m_clients(timeline.entities().size()),
          m_sessions(timeline.strings().size()),
          m_clientOfRequest(timeline.requestCount())
    {
        m_clients[client.value] = true;
    }

    void close(std::uint32_t count)
    {
        do {
            m_hasGrown = false;
            for (std::uint32_t i = 0; i < count; ++i)
                look(m_timeline[i]);
        } while (m_hasGrown);
    }

    [[nodiscard]] bool concerns(const Record &record) const
    {
        if (std::holds_alternative<model::Crashed>(record.fact) || hasClient(record.entity)
            || hasClient(clientOf(record.request)))
            return true;
        return hasSession(sessionOf(record));
    }

private:
    /// The session whose copies the record touches, none for other records.
    static StringId sessionOf(const Record &record)
    {
        if (const auto *created = std::get_if<model::SessionCreated>(&record.fact))
            return created->session;
        if (const auto *found = std::get_if<model::SessionFound>(&record.fact))
            return found->session;
        if (const auto *ended = std::get_if<model::SessionEnded>(&record.fact))
            return ended->session;
        if (const auto *applied = std::get_if<model::WriteApplied>(&record.fact))
            return applied->session;
        return StringId();
    }

    void look(const Record &record)
    {
        if (std::holds_alternative<model::RequestIssued>(record.fact) && record.request.isSome())
            m_clientOfRequest[record.request.value] = record.entity;
        // What a client was shown may be somebody else's: then it matters when that was issued and acknowledged.
        if (hasClient(clientOf(record.request))) {
            if (const auto *answered = std::get_if<model::Answered>(&record.fact))
                draw(answered->shown.client);
            else if (const auto *shown = std::get_if<model::AttributeShown>(&record.fact))
                draw(shown->shown.client);
        }
        const StringId session = sessionOf(record);
        if (session.isNone())
            return;
        std::array<EntityId, 3> involved {clientOf(record.request), EntityId(), EntityId()};
        if (const auto *applied = std::get_if<model::WriteApplied>(&record.fact)) {
            involved[1] = applied->write.client;
            involved[2] = applied->base.client;
        }
        for (const EntityId client : involved)
            if (hasClient(client) && !m_sessions[session.value])
                m_sessions[session.value] = m_hasGrown = true;
        for (const EntityId client : involved)
            if (m_sessions[session.value])
                draw(client);
    }

    void draw(EntityId client)
    {
        if (client.isSome() && !m_clients[client.value])
            m_clients[client.value] = m_hasGrown = true;
    }

    [[nodiscard]] EntityId clientOf(RequestId request) const
    {
        return request.isNone() ? EntityId() : m_clientOfRequest[request.value];
    }
    [[nodiscard]] bool hasClient(EntityId client) const { return client.isSome() && m_clients[client.value]; }
    [[nodiscard]] bool hasSession(StringId session) const { return session.isSome() && m_sessions[session.value]; }

    const Timeline &m_timeline;
    std::vector<bool> m_clients;
    std::vector<bool> m_sessions;
    std::vector<EntityId> m_clientOfRequest;
    bool m_hasGrown = false;
};

} // namespace

std::vector<RecordId> recordsAround(const Timeline &timeline, EntityId client, std::uint32_t count)
{
    Circle circle(timeline, client);
    circle.close(count);
    std::vector<RecordId> records;
    for (std::uint32_t i = 0; i < count; ++i)
        if (circle.concerns(timeline[i]))
            records.push_back(RecordId(i));
    return records;
}

Judgement judgeAgain(const Timeline &timeline, const std::vector<RecordId> &records, RequestId watched)
{
    Judgement judgement;
    judgement.begin(timeline.info());
    for (const std::string_view name : {model::userAttribute, model::sessionCookieName})
        if (const std::optional<StringId> id = timeline.strings().find(name))
            judgement.learnString(*id, name);
    judgement.watch(watched);
    for (const RecordId id : records)
        judgement.append(id, timeline[id]);
    return judgement;
}

std::vector<CopySpan> copiesOf(const Timeline &timeline, const std::vector<RecordId> &records, model::WriteId write)
{
    struct Value
    {
        WriteNode node;
        std::size_t span; // of the write, if the value contains it
    };
    constexpr std::size_t noSpan = static_cast<std::size_t>(-1);
    using Place = std::tuple<EntityId, StringId, StringId>; // holder, session, attribute
    std::map<Place, Value> places;
    std::vector<CopySpan> spans;
    WriteTree tree;
    const WriteNode wanted = tree.touch(write);
    if (wanted.isNone())
        return spans;

    /// Values go which `isGone`; a log-out stays on record where a session ends.
    const auto endWhere = [&](RecordId by, bool leavesLogOuts, const auto &isGone) {
        for (auto it = places.begin(); it != places.end();) {
            const bool isOnRecord = leavesLogOuts && tree[it->second.node].isLogOut;
            if (!isGone(it->first)) {
                ++it;
                continue;
            }
            if (it->second.span != noSpan && !(isOnRecord && it->second.node == wanted)) {
                spans[it->second.span].endedBy = by;
                it->second.span = noSpan;
            }
            it = isOnRecord ? std::next(it) : places.erase(it);
        }
    };

    for (const RecordId id : records) {
        const Record &record = timeline[id];
        const EntityId holder = record.entity;
        if (const auto *issued = std::get_if<model::RequestIssued>(&record.fact)) {
            if (const WriteNode node = tree.touch(issued->write); node.isSome())
                tree[node].isLogOut = issued->operation == model::Operation::LogOut;
        } else if (const auto *applied = std::get_if<model::WriteApplied>(&record.fact)) {
            const WriteNode node = tree.place(applied->write, applied->base, applied->session);
            if (node.isNone())
                continue;
            Value &value =
                places.try_emplace(Place {holder, applied->session, applied->attribute}, Value {WriteNode(), noSpan})
                    .first->second;
            value.node = node;
            const bool isCopy = tree.contains(node, wanted);
            if (isCopy && value.span == noSpan) {
                value.span = spans.size();
                spans.push_back(CopySpan {holder, id, RecordId()});
            } else if (!isCopy && value.span != noSpan) {
                spans[value.span].endedBy = id;
                value.span = noSpan;
            }
        } else if (std::holds_alternative<model::Crashed>(record.fact)) {
            endWhere(id, false, [&](const Place &place) { return std::get<0>(place) == holder; });
        } else if (const auto *created = std::get_if<model::SessionCreated>(&record.fact)) {
            endWhere(id, false, [&](const Place &place) {
                return std::get<0>(place) == holder && std::get<1>(place) == created->session;
            });
        } else if (const auto *ended = std::get_if<model::SessionEnded>(&record.fact)) {
            endWhere(id, true, [&](const Place &place) {
                return std::get<0>(place) == holder && std::get<1>(place) == ended->session;
            });
        }
    }
    return spans;
}

} // namespace sessionarium::verdict
