// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/lanelayout.h"

#include <algorithm>
#include <utility>

namespace sessionarium::report {

using model::EntityId;
using model::RecordId;
using timeline::Record;
using timeline::Timeline;

namespace {

constexpr std::uint32_t noIndex = 0xFFFFFFFFu;

/// Lays the records of a run out, one after another.
class LaneBuilder
{
public:
    LaneBuilder(const Timeline &timeline, const PacingMap &pacing) : m_timeline(timeline), m_pacing(pacing)
    {
        m_layout.length = pacing.length();
        m_laneOf.resize(timeline.entities().size());
        for (const EntityId entity : entitiesInLaneOrder(timeline)) {
            m_laneOf[entity.value] = static_cast<std::uint32_t>(m_layout.lanes.size());
            m_layout.lanes.push_back(LaneLayout::Lane {entity, timeline.entity(entity).type});
        }
        m_openBand.resize(m_layout.lanes.size(), noIndex);
        m_openSlow.resize(m_layout.lanes.size());
        m_openCut.resize(m_layout.lanes.size());
        m_arrowOf.resize(timeline.size(), noIndex);
        for (std::uint32_t i = 0; i < timeline.size(); ++i)
            add(RecordId(i), timeline[i]);
    }

    void addMarks(const verdict::Verdicts &verdicts)
    {
        for (const verdict::Verdict &verdict : verdicts.all()) {
            LaneLayout::Mark mark;
            mark.lane = laneOf(verdict.client);
            mark.x = m_pacing.toScreen(m_timeline[verdict.finished].at);
            mark.record = verdict.finished;
            mark.request = verdict.request;
            mark.outcome = verdict.outcome;
            mark.slow = verdict.slow;
            m_layout.marks.push_back(mark);
        }
    }

    [[nodiscard]] LaneLayout take() { return std::move(m_layout); }

private:
    [[nodiscard]] std::uint32_t laneOf(EntityId entity) const { return m_laneOf[entity.value]; }

    void add(RecordId id, const Record &record)
    {
        // The time of a record is often that of the one before it.
        if (record.at != m_at) {
            m_at = record.at;
            m_x = m_pacing.toScreen(record.at);
        }
        noteArrival(record);
        if (std::holds_alternative<model::RequestIssued>(record.fact))
            noteClient(record);
        else if (const auto *sent = std::get_if<model::Sent>(&record.fact))
            addMessage(id, record, *sent);
        else if (const auto *failed = std::get_if<model::ConnectFailed>(&record.fact))
            addFailedConnection(id, record, *failed);
        else if (std::holds_alternative<model::Crashed>(record.fact))
            openBand(id, record.entity, LaneLayout::Band::Kind::Down);
        else if (std::holds_alternative<model::PoweredOff>(record.fact)
                 || std::holds_alternative<model::Removed>(record.fact))
            openBand(id, record.entity, LaneLayout::Band::Kind::Gone);
        else if (std::holds_alternative<model::Hung>(record.fact))
            openBand(id, record.entity, LaneLayout::Band::Kind::Hung);
        else if (std::holds_alternative<model::Restarted>(record.fact))
            closeBand(record.entity);
        else
            addRare(id, record);
    }

    void addRare(RecordId id, const Record &record)
    {
        if (const auto *failed = std::get_if<model::CheckFailed>(&record.fact))
            addCheck(id, record, failed->server, true);
        else if (const auto *passed = std::get_if<model::CheckPassed>(&record.fact))
            addCheck(id, record, passed->server, false);
        else if (const auto *capacity = std::get_if<model::CapacitySet>(&record.fact))
            noteSpeed(id, record, *capacity);
        else if (const auto *cut = std::get_if<model::LinkCut>(&record.fact))
            cutLink(id, record.entity, cut->other);
        else if (const auto *healed = std::get_if<model::LinkHealed>(&record.fact))
            healLink(record.entity, healed->other);
    }

    void addCheck(RecordId id, const Record &record, EntityId server, bool failed)
    {
        LaneLayout::Arrow check = arrow(id, record, server);
        check.kind = model::MessageKind::Check;
        check.failed = failed;
        m_layout.arrows.push_back(check);
    }

    /// Slow is what somebody slowed down, until it takes less time again.
    void noteSpeed(RecordId id, const Record &record, const model::CapacitySet &fact)
    {
        Slow &slow = m_openSlow[laneOf(record.entity)];
        if (slow.band != noIndex) {
            if (fact.serviceTimeUs >= slow.serviceTimeUs)
                return;
            m_layout.bands[slow.band].x2 = m_x;
            slow.band = noIndex;
            return;
        }
        const auto *action = id.value > 0 ? std::get_if<model::ActionTaken>(&m_timeline[id.value - 1].fact) : nullptr;
        if (action && action->verb == model::ActionKind::Slow)
            slow = {beginBand(id, laneOf(record.entity), LaneLayout::Band::Kind::Slow), fact.serviceTimeUs};
    }

    void cutLink(RecordId id, EntityId a, EntityId b)
    {
        for (const EntityId end : {a, b}) {
            Cut &cut = m_openCut[laneOf(end)];
            if (cut.links++ == 0)
                cut.band = beginBand(id, laneOf(end), LaneLayout::Band::Kind::Cut);
        }
    }

    void healLink(EntityId a, EntityId b)
    {
        for (const EntityId end : {a, b}) {
            Cut &cut = m_openCut[laneOf(end)];
            if (cut.links > 0 && --cut.links == 0)
                m_layout.bands[cut.band].x2 = m_x;
        }
    }

    void noteClient(const Record &record)
    {
        if (m_clientOf.size() <= record.request.value)
            m_clientOf.resize(record.request.value + std::size_t {1});
        m_clientOf[record.request.value] = record.entity;
    }

    LaneLayout::Arrow arrow(RecordId id, const Record &record, EntityId to) const
    {
        LaneLayout::Arrow arrow;
        arrow.sent = id;
        arrow.request = record.request;
        if (record.request.value < m_clientOf.size())
            arrow.client = m_clientOf[record.request.value];
        arrow.fromLane = laneOf(record.entity);
        arrow.toLane = laneOf(to);
        arrow.x1 = m_x;
        arrow.x2 = m_x;
        return arrow;
    }

    void addMessage(RecordId id, const Record &record, const model::Sent &sent)
    {
        LaneLayout::Arrow message = arrow(id, record, sent.to);
        message.kind = sent.message;
        message.failed = sent.lost;
        if (sent.transit.us != model::TransitTime::unknown)
            message.x2 = m_pacing.toScreen(record.at + model::microseconds(sent.transit.us));
        m_arrowOf[id.value] = static_cast<std::uint32_t>(m_layout.arrows.size());
        m_layout.arrows.push_back(message);
    }

    void addFailedConnection(RecordId id, const Record &record, const model::ConnectFailed &fact)
    {
        LaneLayout::Arrow attempt = arrow(id, record, fact.server);
        attempt.failed = true;
        m_layout.arrows.push_back(attempt);
    }

    /// The first record at the receiver that a message caused is its arrival (semantics §1).
    void noteArrival(const Record &record)
    {
        if (record.cause.isNone() || m_arrowOf[record.cause.value] == noIndex)
            return;
        LaneLayout::Arrow &message = m_layout.arrows[m_arrowOf[record.cause.value]];
        if (message.toLane != laneOf(record.entity))
            return;
        message.x2 = m_x;
        if (std::holds_alternative<model::Dropped>(record.fact))
            message.failed = true;
        m_arrowOf[record.cause.value] = noIndex;
    }

    /// One that is open gives way: what is hung is killed, what is down loses its power.
    void openBand(RecordId id, EntityId entity, LaneLayout::Band::Kind kind)
    {
        closeBand(entity);
        m_openBand[laneOf(entity)] = beginBand(id, laneOf(entity), kind);
    }

    /// Returns its index. It lasts to the end until somebody says otherwise.
    std::uint32_t beginBand(RecordId id, std::uint32_t lane, LaneLayout::Band::Kind kind)
    {
        m_layout.bands.push_back(LaneLayout::Band {lane, m_x, m_layout.length, id, kind});
        return static_cast<std::uint32_t>(m_layout.bands.size() - 1);
    }

    void closeBand(EntityId entity)
    {
        std::uint32_t &open = m_openBand[laneOf(entity)];
        if (open == noIndex)
            return;
        m_layout.bands[open].x2 = m_x;
        open = noIndex;
    }

    const Timeline &m_timeline;
    const PacingMap &m_pacing;
    LaneLayout m_layout;
    std::vector<std::uint32_t> m_laneOf; // by entity
    std::vector<EntityId> m_clientOf; // by request
    std::vector<std::uint32_t> m_arrowOf; // by record: of a message that has not arrived
    struct Slow
    {
        std::uint32_t band = noIndex;
        std::uint32_t serviceTimeUs = 0;
    };
    struct Cut
    {
        std::uint32_t band = noIndex;
        std::uint32_t links = 0; // that are cut now
    };
    std::vector<std::uint32_t> m_openBand; // by lane
    std::vector<Slow> m_openSlow; // by lane
    std::vector<Cut> m_openCut; // by lane
    model::SimTime m_at;
    std::int64_t m_x = 0;
};

} // namespace

std::vector<EntityId> entitiesInLaneOrder(const Timeline &timeline)
{
    std::vector<EntityId> order;
    for (std::uint32_t i = 0; i < timeline.entities().size(); ++i)
        order.push_back(EntityId(i));
    // The enumeration stands in the order in which a request passes the types.
    std::stable_sort(order.begin(), order.end(),
                     [&timeline](EntityId a, EntityId b) { return timeline.entity(a).type < timeline.entity(b).type; });
    return order;
}

LaneLayout layOutLanes(const Timeline &timeline, const verdict::Verdicts &verdicts, const PacingMap &pacing)
{
    LaneBuilder builder(timeline, pacing);
    builder.addMarks(verdicts);
    return builder.take();
}

std::vector<bool> lanesWorthShowing(const LaneLayout &layout, std::uint32_t most)
{
    const std::size_t count = layout.lanes.size();
    std::vector<bool> unlucky(count, false);
    for (const LaneLayout::Mark &mark : layout.marks)
        unlucky[mark.lane] = unlucky[mark.lane] || mark.outcome != verdict::Outcome::Fine;
    std::vector<std::pair<int, std::size_t>> ranked;
    std::uint32_t others = 0;
    for (std::size_t lane = 0; lane < count; ++lane) {
        int rank = unlucky[lane] ? 1 : 2;
        if (layout.lanes[lane].type != model::EntityType::Client)
            rank = others++ < most - most / 4 ? 0 : 3;
        ranked.emplace_back(rank, lane);
    }
    std::sort(ranked.begin(), ranked.end());
    ranked.resize(std::min<std::size_t>(count, most));
    std::vector<bool> shown(count, false);
    for (const auto &[rank, lane] : ranked)
        shown[lane] = true;
    return shown;
}

} // namespace sessionarium::report
