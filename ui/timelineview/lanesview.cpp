// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timelineview/lanesview.h"

#include "ui/text/verdicttext.h"

#include <QAccessible>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace sessionarium::ui::timelineview {

using model::EntityId;
using model::RecordId;
using model::RequestId;
using report::LaneLayout;

LanesView::LanesView(theme::ThemeHost &host, QWidget *parent) : QWidget(parent), m_host(host)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Timeline"));
    connect(&host, &theme::ThemeHost::changed, this, &LanesView::rebuild);
}

void LanesView::setContent(timeline::TimelineView view, const LaneLayout *layout, const report::PacingMap *pacing)
{
    std::optional<model::SimTime> from; // what is at the left edge
    if (layout != m_layout) {
        if (m_layout && m_zoom > 1)
            from = m_pacing->toTime(m_picture.scale.first);
        m_kept.clear();
        m_hits.clear();
        m_currentHit = RecordId();
        m_selected = RequestId();
        m_picture.currentMark.reset();
    }
    m_view = view;
    m_layout = view.timeline && pacing ? layout : nullptr;
    m_pacing = pacing;
    m_picture.traffic.clear();
    m_picture.colourOfEntity.clear();
    m_laneOf.clear();
    if (m_layout) {
        std::uint32_t client = 0;
        for (std::uint32_t lane = 0; lane < m_layout->lanes.size(); ++lane) {
            const LaneLayout::Lane &entry = m_layout->lanes[lane];
            if (m_laneOf.size() <= entry.entity.value) {
                m_laneOf.resize(entry.entity.value + std::size_t {1}, noLane);
                m_picture.colourOfEntity.resize(entry.entity.value + std::size_t {1});
            }
            m_laneOf[entry.entity.value] = lane;
            if (entry.type == model::EntityType::Client)
                m_picture.colourOfEntity[entry.entity.value] = client++;
        }
        m_concernedFrom = concernedFrom(*m_layout, m_filter);
        if (from)
            m_picture.scale.first = m_pacing->toScreen(*from);
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
    if (t != m_moment && !m_playing)
        m_follows = true; // whoever steps wants to see where to
    m_moment = t;
    rebuild();
}

void LanesView::setPlaying(bool playing)
{
    if (playing && !m_playing)
        m_follows = true;
    m_playing = playing;
}

void LanesView::setLit(const stage::LitChain &lit)
{
    const bool wentDark = lit.empty() && !m_lit.empty();
    m_lit = lit;
    m_follows = m_follows || wentDark;
    rebuild();
    if (!m_picture.lit.empty())
        bringIntoView(m_picture.lit.back().x1);
}

void LanesView::setFilter(const LanesFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    m_picture.currentMark.reset();
    m_picture.scroll = 0;
    m_kept.clear();
    if (m_layout)
        m_concernedFrom = concernedFrom(*m_layout, m_filter);
    rebuild();
    Q_EMIT filterChanged();
}

void LanesView::setSelectedRequest(RequestId request)
{
    m_selected = request;
    rebuild();
}

void LanesView::setHits(std::vector<RecordId> hits)
{
    m_hits = std::move(hits);
    rebuild();
}

void LanesView::setCurrentHit(RecordId hit)
{
    if (hit == m_currentHit)
        return;
    m_currentHit = hit;
    rebuild();
    if (m_picture.layout && hit.isSome() && (*m_view.timeline)[hit].at <= shownUntil())
        bringIntoView(m_pacing->toScreen((*m_view.timeline)[hit].at));
}

bool LanesView::concerns(RecordId record) const
{
    if (!m_layout || record.value >= m_view.count())
        return false;
    const timeline::Record &known = (*m_view.timeline)[record];
    const std::uint32_t lane = known.entity.value < m_laneOf.size() ? m_laneOf[known.entity.value] : noLane;
    if (const auto *sent = std::get_if<model::Sent>(&known.fact); sent && !m_filter.shows(groupOf(sent->message)))
        return false;
    return lane != noLane && m_concernedFrom[lane] <= m_pacing->toScreen(known.at);
}

void LanesView::setGateText(const QString &text)
{
    if (text == m_picture.gateText)
        return;
    m_picture.gateText = text;
    rebuild();
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

/// "Minji: logged out · 00:05.005".
QString LanesView::markText(const LaneLayout::Mark &mark) const
{
    const QString when = m_texts->instant((*m_view.timeline)[mark.record].at);
    //: A mark of the timeline: %1 is a user, %2 an outcome, %3 a moment.
    return tr("%1: %2 · %3")
        .arg(m_texts->entityName(m_layout->lanes[mark.lane].entity), text::outcomeName(mark.outcome), when);
}

/// What a screen reader says of the place where the keyboard is.
void LanesView::describe()
{
    const bool onMark = m_picture.currentMark && *m_picture.currentMark < m_layout->marks.size();
    const QString words = onMark ? markText(m_layout->marks[*m_picture.currentMark]) : QString();
    if (words == accessibleDescription())
        return;
    setAccessibleDescription(words);
    QAccessibleEvent change(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&change);
}

void LanesView::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    LanesPainter(painter, m_picture, m_host.theme(), &m_sprites).paint();
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
