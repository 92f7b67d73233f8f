// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/verdict/excerpt.h"

#include <array>
#include <map>
#include <set>
#include <utility>

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
        const auto *sent = std::get_if<model::Sent>(&record.fact);
        if (sent && sent->message >= model::MessageKind::ReplicationCreated && record.cause.isSome()) {
            // It tells of the change of one session; or, after what came from elsewhere or from a disk, of all.
            const Record &cause = m_timeline[record.cause];
            const bool isOfAll = std::holds_alternative<model::AttributeSet>(cause.fact)
                || std::holds_alternative<model::CopySet>(cause.fact) || sessionOf(cause).isNone();
            return isOfAll || hasSession(sessionOf(cause));
        }
        if (concernsEverybody(record) || hasClient(record.entity) || hasClient(clientOf(record.request)))
            return true;
        return hasSession(sessionOf(record));
    }

private:
    /// What happens to processes, disks and messages between them concerns whatever is there.
    static bool concernsEverybody(const Record &record)
    {
        if (const auto *sent = std::get_if<model::Sent>(&record.fact))
            return sent->message >= model::MessageKind::ReplicationCreated;
        return std::holds_alternative<model::Crashed>(record.fact)
            || std::holds_alternative<model::PoweredOff>(record.fact)
            || std::holds_alternative<model::Removed>(record.fact)
            || std::holds_alternative<model::Restarted>(record.fact)
            || std::holds_alternative<model::SnapshotTaken>(record.fact)
            || std::holds_alternative<model::LogFlushed>(record.fact)
            || std::holds_alternative<model::Delivered>(record.fact)
            || std::holds_alternative<model::Dropped>(record.fact)
            || std::holds_alternative<model::Listening>(record.fact)
            || std::holds_alternative<model::Promoted>(record.fact)
            || std::holds_alternative<model::Demoted>(record.fact)
            || std::holds_alternative<model::EntityAdded>(record.fact);
    }

    /// The session whose copies the record touches, none for other records.
    static StringId sessionOf(const Record &record)
    {
        return std::visit(
            [](const auto &fact) {
                using Fact = std::remove_cvref_t<decltype(fact)>;
                constexpr bool
                    touches =
                        std::is_same_v<
                            Fact,
                            model::SessionCreated> || std::is_same_v<Fact, model::SessionFound> || std::is_same_v<Fact, model::SessionEnded> || std::is_same_v<Fact, model::WriteApplied> || std::is_same_v<Fact, model::SessionTouched> || std::is_same_v<Fact, model::CopySet> || std::is_same_v<Fact, model::AttributeSet> || std::is_same_v<Fact, model::SessionIdChanged> || std::is_same_v<Fact, model::ReplicationQueued>;
                if constexpr (touches)
                    return fact.session;
                else
                    return StringId();
            },
            record.fact);
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
        if (const auto *renamed = std::get_if<model::SessionIdChanged>(&record.fact)) {
            if (hasSession(session) != hasSession(renamed->newSession))
                m_sessions[session.value] = m_sessions[renamed->newSession.value] = m_hasGrown = true;
        }
        std::array<EntityId, 3> involved {clientOf(record.request), EntityId(), EntityId()};
        if (const auto *applied = std::get_if<model::WriteApplied>(&record.fact)) {
            involved[1] = applied->write.client;
            involved[2] = applied->base.client;
        } else if (const auto *set = std::get_if<model::AttributeSet>(&record.fact)) {
            involved[1] = set->write.client;
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

namespace {

/// Follows one write through all places.
class SpanTracer
{
public:
    explicit SpanTracer(model::WriteId write) : m_wanted(m_tree.touch(write)) { }

    void take(const Timeline &timeline, RecordId id)
    {
        const Record &record = timeline[id];
        if (const auto *issued = std::get_if<model::RequestIssued>(&record.fact)) {
            if (const WriteNode node = m_tree.touch(issued->write); node.isSome())
                m_tree[node].isLogOut = issued->operation == model::Operation::LogOut;
        }
        m_record = &record;
        m_changes.take(id, record, *this);
    }
    [[nodiscard]] std::vector<CopySpan> spans() const { return m_spans; }

    // What PlaceChanges tells.
    void beginSession(Holder holder, StringId session, RecordId by)
    {
        endWhere(by, [&](const Place &place) { return place.holder == holder && place.session == session; });
    }
    void set(Holder holder, StringId session, StringId attribute, model::WriteId write, RecordId by)
    {
        const auto *applied = std::get_if<model::WriteApplied>(&m_record->fact);
        const WriteNode node = applied ? m_tree.place(write, applied->base, session) : m_tree.touch(write);
        if (node.isSome())
            put(Place {holder, session, attribute, RecordId()}, node, by);
    }
    void end(Holder holder, StringId session, RecordId by)
    {
        // A log-out stays on record where a session ends.
        for (auto it = m_places.begin(); it != m_places.end();) {
            if (it->first.holder != holder || it->first.session != session) {
                ++it;
            } else if (m_tree[it->second.node].isLogOut) {
                if (it->second.node != m_wanted)
                    close(it->second, by);
                it->second.isOnRecord = true;
                ++it;
            } else {
                close(it->second, by);
                it = m_places.erase(it);
            }
        }
    }
    void loseAll(Holder holder, RecordId by)
    {
        endWhere(by, [&](const Place &place) { return place.holder == holder; });
    }
    void copySession(StringId session, Holder from, Holder to, RecordId by)
    {
        const std::map<Place, Value> before = m_places;
        std::set<StringId> kept;
        for (const auto &[place, value] : before) {
            if (place.session != session || place.holder != from)
                continue;
            kept.insert(place.attribute);
            putLike(Place {to, session, place.attribute, RecordId()}, value, by);
        }
        endWhere(by, [&](const Place &place) {
            return place.holder == to && place.session == session && !kept.contains(place.attribute);
        });
    }
    void rename(Holder holder, StringId session, StringId newSession, RecordId by)
    {
        if (session == newSession)
            return;
        endWhere(by, [&](const Place &place) { return place.holder == holder && place.session == newSession; });
        const std::map<Place, Value> before = m_places;
        endWhere(by, [&](const Place &place) { return place.holder == holder && place.session == session; });
        for (const auto &[place, value] : before) {
            if (place.holder == holder && place.session == session)
                putLike(Place {holder, newSession, place.attribute, RecordId()}, value, by);
        }
    }
    void collect(StringId session, StringId attribute, Holder from, Holder to, RecordId by)
    {
        const std::map<Place, Value> before = m_places;
        for (const auto &[place, value] : before) {
            if (place.holder == from && place.session == session && !value.isOnRecord
                && (attribute.isNone() || place.attribute == attribute))
                put(Place {to, session, place.attribute, by}, value.node, by);
        }
    }
    void carry(StringId session, RecordId name, Holder to, RecordId by)
    {
        const std::map<Place, Value> before = m_places;
        for (const auto &[place, value] : before) {
            if (place.session == session && isNamed(place.holder) && place.name == name)
                put(Place {to, session, place.attribute, by}, value.node, by);
        }
    }
    void drop(StringId session, RecordId name, RecordId by)
    {
        endWhere(by, [&](const Place &place) {
            return place.session == session && isNamed(place.holder) && place.name == name;
        });
    }

    void collectAll(Holder from, Holder to, RecordId by)
    {
        const std::map<Place, Value> before = m_places;
        for (const auto &[place, value] : before) {
            if (place.holder == from && !value.isOnRecord)
                put(Place {to, place.session, place.attribute, by}, value.node, by);
        }
    }
    void dropAll(RecordId name, RecordId by)
    {
        endWhere(by, [&](const Place &place) { return isNamed(place.holder) && place.name == name; });
    }

private:
    struct Place
    {
        Holder holder;
        StringId session;
        StringId attribute;
        RecordId name; ///< Of what is under way or waits.
        auto operator<=>(const Place &) const = default;
    };
    struct Value
    {
        WriteNode node;
        std::size_t span = noSpan; ///< Of the write, if the value contains it.
        bool isOnRecord = false;
    };
    static constexpr std::size_t noSpan = static_cast<std::size_t>(-1);

    void put(const Place &place, WriteNode node, RecordId by)
    {
        Value &value = m_places[place];
        value.node = node;
        value.isOnRecord = false;
        const bool isCopy = m_tree.contains(node, m_wanted);
        if (isCopy && value.span == noSpan) {
            value.span = m_spans.size();
            m_spans.push_back(CopySpan {place.holder, by, RecordId()});
        } else if (!isCopy) {
            close(value, by);
        }
    }
    /// Of a log-out on record nothing can return but that it happened.
    void putLike(const Place &place, const Value &original, RecordId by)
    {
        const auto [node, span, isOnRecord] = original;
        if (isOnRecord && node != m_wanted) {
            Value &value = m_places[place];
            close(value, by);
            value.node = node;
        } else {
            put(place, node, by);
        }
        m_places[place].isOnRecord = isOnRecord;
    }
    void close(Value &value, RecordId by)
    {
        if (value.span != noSpan)
            m_spans[value.span].endedBy = by;
        value.span = noSpan;
    }
    template <class IsGone>
    void endWhere(RecordId by, const IsGone &isGone)
    {
        for (auto it = m_places.begin(); it != m_places.end();) {
            if (!isGone(it->first)) {
                ++it;
                continue;
            }
            close(it->second, by);
            it = m_places.erase(it);
        }
    }

    WriteTree m_tree;
    WriteNode m_wanted;
    PlaceChanges m_changes;
    const Record *m_record = nullptr;
    std::map<Place, Value> m_places;
    std::vector<CopySpan> m_spans;
};

} // namespace

std::vector<CopySpan> copiesOf(const Timeline &timeline, const std::vector<RecordId> &records, model::WriteId write)
{
    if (write.isNone())
        return {};
    SpanTracer tracer(write);
    for (const RecordId id : records)
        tracer.take(timeline, id);
    return tracer.spans();
}

} // namespace sessionarium::verdict
