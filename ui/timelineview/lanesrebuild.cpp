// SPDX-License-Identifier: GPL-3.0-or-later
// The part of LanesView that makes its picture.
#include "ui/timelineview/lanesview.h"

#include <QFontMetricsF>

#include <algorithm>

namespace sessionarium::ui::timelineview {

using model::EntityId;
using model::RecordId;
using model::RequestId;
using report::LaneLayout;

namespace {

constexpr double leastPixelsPerHop = 16; // below this the view scrolls instead of shrinking

} // namespace

void LanesView::rebuild()
{
    m_picture.layout = m_texts ? m_layout : nullptr;
    update();
    if (!m_picture.layout)
        return;
    const LanesScale before = m_picture.scale;
    m_picture.limit = m_pacing->toScreen(shownUntil());
    m_picture.top = m_host.theme().px(4);
    m_picture.showsMarks = m_filter.shows(MessageGroup::Requests);
    rebuildRows();
    rebuildScale();
    follow();
    rebuildLit();
    rebuildFoldLink();
    rebuildInView();
    describe();
    if (m_picture.scale != before)
        Q_EMIT windowChanged();
}

void LanesView::rebuildScale()
{
    const theme::Theme &theme = m_host.theme();
    LanesScale &scale = m_picture.scale;
    double widest = theme.px(56);
    for (const LanesGeometry::Row &row : m_picture.geometry.rows)
        widest = std::max(widest, QFontMetricsF(laneNameFont(theme, row.isClient)).horizontalAdvance(row.name) + 4);
    scale.left = std::min(widest, std::max(width() * 0.36, theme.px(72) * 1.0)) + theme.px(20);
    scale.right = width() - theme.px(6);
    const double room = std::max(10.0, scale.right - scale.left);
    const double whole = room / static_cast<double>(std::max<std::int64_t>(1, m_layout->length));
    // On a linear axis hops are too short to be followed anyway: there all of the run is the usual view.
    m_usualScale =
        m_pacing->isLinear() ? whole : std::max(whole, leastPixelsPerHop / static_cast<double>(m_pacing->hop()));
    m_zoom = std::clamp(m_zoom, leastZoom(), greatestZoom());
    scale.pixelsPerUnit = m_usualScale * m_zoom;
}

/// What depends on which part of the axis is in view.
void LanesView::rebuildInView()
{
    rebuildBreaks();
    rebuildHits();
    m_picture.traffic.update(*m_layout, m_filter, m_picture.geometry, m_picture.scale, m_picture.limit);
    m_picture.marks = gatherMarks(*m_layout, m_filter, m_picture.geometry, m_picture.scale, m_picture.limit,
                                  markRadius(m_picture, m_host.theme()));
}

void LanesView::rebuildRows()
{
    const theme::Theme &theme = m_host.theme();
    std::vector<bool> present;
    bool any = false;
    for (std::size_t lane = 0; lane < m_layout->lanes.size(); ++lane) {
        const EntityId entity = m_layout->lanes[lane].entity;
        const bool joined = m_view.timeline->entityRecordCount(entity) > 0
            && (*m_view.timeline)[m_view.timeline->entityRecord(entity, 0)].at <= shownUntil();
        present.push_back(joined && m_concernedFrom[lane] <= m_picture.limit);
        any = any || present.back();
    }
    //: In place of the lanes.
    m_picture.emptyText = any || m_filter.isUsual() ? QString() : tr("Nothing up to the playhead matches the filter.");
    RowWishes wishes;
    wishes.area = QRectF(0, theme.px(18), width(), std::max(20.0, height() - theme.px(18) - theme.px(20) * 1.0));
    wishes.leastGap = theme.px(20);
    wishes.widestGap = theme.px(40);
    wishes.closestGap = theme.px(18);
    wishes.showAll = m_showAll;
    m_kept = newestConcerned();
    m_picture.geometry = layOutRows(*m_layout, *m_texts, wishes, present, wantedLanes());
    const double overflow = std::max(0.0, m_picture.geometry.contentHeight - wishes.area.height());
    m_picture.scroll = std::clamp(m_picture.scroll, 0.0, overflow);
    m_picture.bottom = wishes.area.bottom();
}

/// In order of importance: what lights up, what was looked for or selected, and those who were at it last.
std::vector<EntityId> LanesView::wantedLanes() const
{
    std::vector<EntityId> wanted;
    const auto wantRecord = [&](RecordId record) {
        if (record.isNone() || record.value >= m_view.count())
            return;
        wanted.push_back((*m_view.timeline)[record].entity);
        if (const auto *sent = std::get_if<model::Sent>(&(*m_view.timeline)[record].fact))
            wanted.push_back(sent->to);
    };
    for (const stage::Lit &item : m_lit)
        wantRecord(item.record);
    wantRecord(m_currentHit);
    if (m_selected.isSome()) {
        for (const RecordId record : m_view.timeline->recordsOfRequest(m_selected))
            wantRecord(record);
    }
    wanted.insert(wanted.end(), m_kept.begin(), m_kept.end());
    return wanted;
}

/// The lanes of the newest messages. What stayed so far goes on to stay as long as the newest message is among it, so
/// that lanes do not jump at every hop.
std::vector<EntityId> LanesView::newestConcerned() const
{
    std::vector<EntityId> entities;
    const auto note = [&](std::uint32_t lane) {
        const EntityId entity = m_layout->lanes[lane].entity;
        if (std::find(entities.begin(), entities.end(), entity) == entities.end())
            entities.push_back(entity);
    };
    auto at = std::upper_bound(m_layout->arrows.begin(), m_layout->arrows.end(), m_picture.limit,
                               [](std::int64_t x, const LaneLayout::Arrow &arrow) { return x < arrow.x1; });
    while (at != m_layout->arrows.begin() && std::prev(at)->kind == model::MessageKind::Check)
        --at; // they are no reason for lanes to change
    if (at != m_layout->arrows.begin()) {
        const LaneLayout::Arrow &newest = *std::prev(at);
        const std::vector<LanesGeometry::Row> &rows = m_picture.geometry.rows;
        const auto isKept = [&](std::uint32_t lane) {
            return std::any_of(rows.begin(), rows.end(),
                               [lane](const LanesGeometry::Row &row) { return row.lane == lane; });
        };
        if (!m_kept.empty() && isKept(newest.fromLane) && isKept(newest.toLane))
            return m_kept;
    }
    constexpr int reach = 200;
    for (int i = 0; i < reach && at != m_layout->arrows.begin(); ++i) {
        --at;
        if (!m_filter.shows(*at))
            continue;
        note(at->fromLane);
        note(at->toLane);
    }
    return entities;
}

void LanesView::rebuildBreaks()
{
    const theme::Theme &theme = m_host.theme();
    const LanesScale &scale = m_picture.scale;
    m_picture.breaks.clear();
    const double playhead = scale.x(m_picture.limit);
    m_picture.gateBox = QRectF();
    if (!m_picture.gateText.isEmpty() && isPlayheadInView()) {
        const double width = QFontMetricsF(gateFont(theme)).horizontalAdvance(m_picture.gateText) + 4;
        const bool fitsRight = playhead + 10 + width <= scale.right;
        m_picture.gateBox =
            QRectF(fitsRight ? playhead + 10 : playhead - 10 - width, m_picture.top - theme.px(2), width, theme.px(16));
    }
    const std::vector<report::PacingMap::Shortened> &spans = m_pacing->shortened();
    const model::SimTime from = m_pacing->toTime(std::max<std::int64_t>(0, scale.unit(scale.left)));
    const model::SimTime to = m_pacing->toTime(scale.unit(scale.right));
    auto first =
        std::lower_bound(spans.begin(), spans.end(), from,
                         [](const report::PacingMap::Shortened &span, model::SimTime t) { return span.to < t; });
    const QFontMetricsF metrics(theme.font(theme::FontRole::Tiny));
    const double top = m_picture.top + theme.px(1);
    double taken = scale.left - 8; // up to where words or zigzags stand
    double lastZigzag = scale.left - 100;
    for (; first != spans.end() && first->from <= to; ++first) {
        const report::PacingMap::Shortened &span = *first;
        if (span.to > shownUntil())
            break; // how long it will last is not known yet
        const std::int64_t middle = (m_pacing->toScreen(span.from) + m_pacing->toScreen(span.to)) / 2;
        const double x = scale.x(middle);
        if (x < scale.left || x > scale.right || x - lastZigzag < 12 || x - 7 < taken)
            continue; // zoomed out, many fall on one place
        lastZigzag = x;
        LaneBreak item {middle, m_texts->duration(span.to - span.from), {}};
        const double width = metrics.horizontalAdvance(item.label) + 2;
        const auto isFree = [&](double left) {
            const QRectF box(left, top, width, theme.px(14));
            return left >= taken + 4 && left + width <= scale.right
                && (left > playhead + 10 || left + width < playhead - 10)
                && !box.adjusted(-6, 0, 6, 0).intersects(m_picture.gateBox);
        };
        for (const double left : {x + 6, x - 7 - width}) { // at the right of its zigzag, else at the left
            if (!item.box.isEmpty() || !isFree(left))
                continue;
            item.box = QRectF(left, top, width, theme.px(14));
        }
        taken = std::max(x + 4, item.box.right());
        m_picture.breaks.push_back(std::move(item));
    }
}

/// Where a record is: on a lane, or if it sends something, on the way of that. `fromLane` may be noLane.
LitMark LanesView::placeOf(RecordId id) const
{
    const timeline::Record &record = (*m_view.timeline)[id];
    LitMark mark;
    mark.x1 = mark.x2 = m_pacing->toScreen(record.at);
    mark.fromLane = mark.toLane = record.entity.value < m_laneOf.size() ? m_laneOf[record.entity.value] : noLane;
    const auto at = std::lower_bound(m_layout->arrows.begin(), m_layout->arrows.end(), id,
                                     [](const LaneLayout::Arrow &arrow, RecordId known) { return arrow.sent < known; });
    if (at != m_layout->arrows.end() && at->sent == id && at->x2 <= m_picture.limit) {
        mark.x2 = at->x2;
        mark.toLane = at->toLane;
    }
    return mark;
}

void LanesView::rebuildLit()
{
    m_picture.lit.clear();
    m_picture.chosen.clear();
    m_picture.chosenMark = markOf(m_selected);
    const std::uint32_t known = m_view.timeline->countUpTo(shownUntil());
    for (const stage::Lit &item : m_lit) {
        if (item.record.isNone() || item.record.value >= known)
            continue;
        LitMark mark = placeOf(item.record);
        mark.number = item.number;
        if (mark.fromLane != noLane)
            m_picture.lit.push_back(mark);
    }
    if (m_selected.isNone())
        return;
    for (const RecordId record : m_view.timeline->recordsOfRequest(m_selected)) {
        if (record.value >= known)
            break;
        const LitMark mark = placeOf(record);
        if (mark.fromLane != noLane && mark.fromLane != mark.toLane)
            m_picture.chosen.push_back(mark);
    }
}

void LanesView::rebuildHits()
{
    m_picture.hits.clear();
    if (m_hits.empty())
        return;
    const timeline::Timeline &timeline = *m_view.timeline;
    constexpr std::int64_t beyond = 10; // pixels
    const auto edge = static_cast<std::int64_t>(beyond / m_picture.scale.pixelsPerUnit);
    const model::SimTime from = m_pacing->toTime(m_picture.scale.first - edge);
    const model::SimTime to = std::min(shownUntil(), m_pacing->toTime(windowTo() + edge));
    std::vector<double> last(m_layout->lanes.size(), -100); // those on one place are one
    auto hit = std::lower_bound(m_hits.begin(), m_hits.end(), from,
                                [&](RecordId id, model::SimTime t) { return timeline[id].at < t; });
    for (; hit != m_hits.end() && hit->value < timeline.size() && timeline[*hit].at <= to; ++hit) {
        const timeline::Record &record = timeline[*hit];
        const std::uint32_t lane = record.entity.value < m_laneOf.size() ? m_laneOf[record.entity.value] : noLane;
        if (lane == noLane || !m_picture.geometry.isShown(lane))
            continue;
        const std::int64_t x = m_pacing->toScreen(record.at);
        const bool current = *hit == m_currentHit;
        if (!current && m_picture.scale.x(x) - last[lane] < 3)
            continue;
        last[lane] = m_picture.scale.x(x);
        m_picture.hits.push_back({x, lane, current});
    }
}

std::optional<std::uint32_t> LanesView::markOf(RequestId request) const
{
    if (request.isNone() || !m_layout)
        return std::nullopt;
    const auto mark = std::find_if(m_layout->marks.begin(), m_layout->marks.end(),
                                   [request](const LaneLayout::Mark &each) { return each.request == request; });
    if (mark == m_layout->marks.end() || mark->x > m_picture.limit)
        return std::nullopt;
    return static_cast<std::uint32_t>(mark - m_layout->marks.begin());
}

void LanesView::rebuildFoldLink()
{
    const LanesGeometry &geometry = m_picture.geometry;
    const theme::Theme &theme = m_host.theme();
    if (geometry.canFold)
        m_picture.foldText = tr("Fold lanes");
    else if (geometry.foldedOthers > 0)
        m_picture.foldText = tr("%n lane(s) folded · show all", nullptr,
                                static_cast<int>(geometry.foldedOthers + geometry.foldedClients));
    else if (geometry.foldedClients > 0)
        m_picture.foldText = tr("%n user(s) folded · show all", nullptr, static_cast<int>(geometry.foldedClients));
    else
        m_picture.foldText.clear();
    const double width = QFontMetricsF(theme.font(theme::FontRole::Caption)).horizontalAdvance(m_picture.foldText) + 4;
    m_picture.foldLink = m_picture.foldText.isEmpty()
        ? QRectF()
        : QRectF(m_picture.scale.right - width, height() - theme.px(18), width, theme.px(18));
}

} // namespace sessionarium::ui::timelineview
