// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timelineview/lanesview.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace sessionarium::ui::timelineview {

using model::EntityId;
using model::RequestId;
using report::LaneLayout;

namespace {

constexpr double leastPixelsPerHop = 16; // below this the view scrolls instead of shrinking
constexpr double hopUnits = 300'000; // what the pacing gives a median hop

} // namespace

LanesView::LanesView(theme::ThemeHost &host, QWidget *parent) : QWidget(parent), m_host(host)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Timeline"));
    connect(&host, &theme::ThemeHost::changed, this, &LanesView::rebuild);
}

void LanesView::setContent(timeline::TimelineView view, const LaneLayout *layout, const report::PacingMap *pacing)
{
    if (layout != m_layout)
        m_kept.clear();
    m_view = view;
    m_layout = view.timeline && pacing ? layout : nullptr;
    m_pacing = pacing;
    m_picture.colourOfEntity.clear();
    if (m_layout) {
        std::uint32_t client = 0;
        for (const LaneLayout::Lane &lane : m_layout->lanes) {
            if (m_picture.colourOfEntity.size() <= lane.entity.value)
                m_picture.colourOfEntity.resize(lane.entity.value + std::size_t {1});
            if (lane.type == model::EntityType::Client)
                m_picture.colourOfEntity[lane.entity.value] = client++;
        }
    }
    rebuild();
}

void LanesView::setTexts(const stage::StageTexts *texts)
{
    m_texts = texts;
    rebuild();
}

void LanesView::setMoment(model::SimTime t)
{
    m_moment = t;
    rebuild();
}

void LanesView::setLit(const stage::LitChain &lit)
{
    m_lit = lit;
    rebuild();
}

void LanesView::setConcerned(const std::vector<EntityId> &entities)
{
    m_concerned = entities;
    rebuild();
}

void LanesView::setGateText(const QString &text)
{
    m_picture.gateText = text;
    update();
}

void LanesView::setShowAll(bool all)
{
    m_showAll = all;
    m_picture.scroll = 0;
    rebuild();
}

QSize LanesView::sizeHint() const
{
    return {876, 232};
}

QSize LanesView::minimumSizeHint() const
{
    return {320, 120};
}

void LanesView::rebuild()
{
    m_picture.layout = m_texts ? m_layout : nullptr;
    update();
    if (!m_picture.layout)
        return;
    const theme::Theme &theme = m_host.theme();
    m_picture.limit = m_pacing->toScreen(shownUntil());
    m_picture.top = theme.px(4);
    rebuildRows();

    LanesScale &scale = m_picture.scale;
    const QFontMetricsF names(theme.font(theme::FontRole::Small));
    double widest = theme.px(56);
    for (const LanesGeometry::Row &row : m_picture.geometry.rows)
        widest = std::max(widest, names.horizontalAdvance(row.name) + 4);
    scale.left = std::min(widest, theme.px(160) * 1.0) + theme.px(20);
    scale.right = width() - theme.px(6);
    const double room = std::max(10.0, scale.right - scale.left);
    const double whole = room / static_cast<double>(std::max<std::int64_t>(1, m_layout->length));
    scale.pixelsPerUnit = std::max(whole, leastPixelsPerHop / hopUnits) * m_zoom;
    follow();
    rebuildBreaks();
    rebuildLit();
    rebuildFoldLink();
}

void LanesView::rebuildRows()
{
    const theme::Theme &theme = m_host.theme();
    std::vector<bool> present;
    for (const LaneLayout::Lane &lane : m_layout->lanes) {
        const bool joined = m_view.timeline->entityRecordCount(lane.entity) > 0
            && (*m_view.timeline)[m_view.timeline->entityRecord(lane.entity, 0)].at <= shownUntil();
        present.push_back(joined);
    }
    RowWishes wishes;
    wishes.area = QRectF(0, theme.px(18), width(), std::max(20.0, height() - theme.px(18) - theme.px(20) * 1.0));
    wishes.leastGap = theme.px(20);
    wishes.widestGap = theme.px(40);
    wishes.closestGap = theme.px(18);
    wishes.showAll = m_showAll;
    m_kept = m_concerned.empty() ? newestConcerned() : m_concerned;
    m_picture.geometry = layOutRows(*m_layout, *m_texts, wishes, present, m_kept);
    const double overflow = std::max(0.0, m_picture.geometry.contentHeight - wishes.area.height());
    m_picture.scroll = std::clamp(m_picture.scroll, 0.0, overflow);
    m_picture.bottom = wishes.area.bottom();
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
        note(at->fromLane);
        note(at->toLane);
    }
    return entities;
}

void LanesView::clampFirst()
{
    LanesScale &scale = m_picture.scale;
    const double room = (scale.right - scale.left) / scale.pixelsPerUnit;
    const auto last = m_layout->length - static_cast<std::int64_t>(room);
    scale.first = std::clamp<std::int64_t>(scale.first, 0, std::max<std::int64_t>(0, last));
}

/// The view shows another part of the axis.
void LanesView::moved()
{
    clampFirst();
    rebuildBreaks();
    update();
}

/// Keeps the playhead in view, with room ahead of it.
void LanesView::follow()
{
    LanesScale &scale = m_picture.scale;
    clampFirst();
    if (m_seeking)
        return;
    const double x = scale.x(m_picture.limit);
    const double room = scale.right - scale.left;
    if (x > scale.right - room * 0.08 || x < scale.left + room * 0.02) {
        scale.first = m_picture.limit - static_cast<std::int64_t>(room * 0.6 / scale.pixelsPerUnit);
        clampFirst();
    }
}

void LanesView::rebuildBreaks()
{
    m_picture.breaks.clear();
    const std::vector<report::PacingMap::Shortened> &spans = m_pacing->shortened();
    const model::SimTime from = m_pacing->toTime(std::max<std::int64_t>(0, m_picture.scale.unit(m_picture.scale.left)));
    const model::SimTime to = m_pacing->toTime(m_picture.scale.unit(m_picture.scale.right));
    auto first =
        std::lower_bound(spans.begin(), spans.end(), from,
                         [](const report::PacingMap::Shortened &span, model::SimTime t) { return span.to < t; });
    for (; first != spans.end() && first->from <= to; ++first) {
        const report::PacingMap::Shortened &span = *first;
        if (span.to > shownUntil())
            break; // how long it will last is not known yet
        const std::int64_t middle = (m_pacing->toScreen(span.from) + m_pacing->toScreen(span.to)) / 2;
        m_picture.breaks.push_back({middle, m_texts->duration(span.to - span.from)});
    }
}

void LanesView::rebuildLit()
{
    m_picture.lit.clear();
    const std::uint32_t known = m_view.count();
    for (const stage::Lit &item : m_lit) {
        if (item.record.isNone() || item.record.value >= known)
            continue;
        const timeline::Record &record = (*m_view.timeline)[item.record];
        LitMark mark;
        mark.number = item.number;
        mark.x1 = mark.x2 = m_pacing->toScreen(record.at);
        for (std::uint32_t lane = 0; lane < m_layout->lanes.size(); ++lane) {
            if (m_layout->lanes[lane].entity == record.entity)
                mark.fromLane = mark.toLane = lane;
        }
        const auto at =
            std::lower_bound(m_layout->arrows.begin(), m_layout->arrows.end(), item.record,
                             [](const LaneLayout::Arrow &arrow, model::RecordId id) { return arrow.sent < id; });
        if (at != m_layout->arrows.end() && at->sent == item.record && at->x2 <= m_picture.limit) {
            mark.x2 = at->x2;
            mark.toLane = at->toLane;
        }
        if (mark.x1 <= m_picture.limit)
            m_picture.lit.push_back(mark);
    }
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

void LanesView::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    LanesPainter(painter, m_picture, m_host.theme()).paint();
    if (m_byKeyboard && hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(m_host.palette().accent, 1.6));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 8, 8);
    }
}

void LanesView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    rebuild();
}

void LanesView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Timeline"));
        rebuild();
    }
    QWidget::changeEvent(event);
}

} // namespace sessionarium::ui::timelineview
