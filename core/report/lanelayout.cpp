// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/lanelayout.h"

#include <algorithm>

namespace sessionarium::report {

using model::EntityId;
using model::EntityType;
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
        for (const EntityType type : {EntityType::Client, EntityType::Balancer, EntityType::Server, EntityType::Store})
            addLanes(type);
        m_openBand.resize(m_layout.lanes.size(), noIndex);
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
    void addLanes(EntityType type)
    {
        const std::vector<timeline::EntityInfo> &entities = m_timeline.entities();
        for (std::uint32_t i = 0; i < entities.size(); ++i) {
            if (entities[i].type != type)
                continue;
            m_laneOf[i] = static_cast<std::uint32_t>(m_layout.lanes.size());
            m_layout.lanes.push_back(LaneLayout::Lane {EntityId(i), type});
        }
    }

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
            openBand(id, record.entity);
        else if (std::holds_alternative<model::Restarted>(record.fact))
            closeBand(record.entity);
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

    void openBand(RecordId id, EntityId entity)
    {
        const std::uint32_t lane = laneOf(entity);
        m_openBand[lane] = static_cast<std::uint32_t>(m_layout.bands.size());
        m_layout.bands.push_back(LaneLayout::Band {lane, m_x, m_layout.length, id});
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
    std::vector<std::uint32_t> m_openBand; // by lane
    model::SimTime m_at;
    std::int64_t m_x = 0;
};

} // namespace

LaneLayout layOutLanes(const Timeline &timeline, const verdict::Verdicts &verdicts, const PacingMap &pacing)
{
    LaneBuilder builder(timeline, pacing);
    builder.addMarks(verdicts);
    return builder.take();
}

} // namespace sessionarium::report
