// SPDX-License-Identifier: GPL-3.0-or-later
// The part of LanesView that listens: mouse, wheel, keys.
#include "ui/timelineview/lanesview.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QLineF>
#include <QMouseEvent>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace sessionarium::ui::timelineview {

using model::RequestId;
using report::LaneLayout;

const LaneLayout::Mark *LanesView::markAt(const QPointF &point) const
{
    if (!m_picture.layout)
        return nullptr;
    const LaneLayout::Mark *best = nullptr;
    double bestDistance = m_host.theme().px(10);
    for (const LaneLayout::Mark &mark : m_layout->marks) {
        if (mark.x > m_picture.limit)
            break;
        if (!m_picture.geometry.isShown(mark.lane))
            continue;
        const QPointF centre(m_picture.scale.x(mark.x), m_picture.geometry.yOfLane[mark.lane] - m_picture.scroll);
        const double distance = QLineF(centre, point).length();
        if (distance <= bestDistance) {
            bestDistance = distance;
            best = &mark;
        }
    }
    return best;
}

void LanesView::seekTo(double x)
{
    const std::int64_t unit = std::clamp<std::int64_t>(m_picture.scale.unit(x), 0, m_layout->length);
    Q_EMIT seekRequested(std::min(m_pacing->toTime(unit), m_view.revealedUntil));
}

void LanesView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_picture.layout)
        return;
    const QPointF at = event->position();
    if (m_picture.foldLink.contains(at)) {
        setShowAll(!m_showAll);
        return;
    }
    if (const LaneLayout::Mark *mark = markAt(at)) {
        m_picture.currentMark = mark->request;
        update();
        Q_EMIT markClicked(mark->request);
        return;
    }
    if (at.x() < m_picture.scale.left - 8) {
        for (const LanesGeometry::Row &row : m_picture.geometry.rows) {
            if (std::abs(row.y - m_picture.scroll - at.y()) <= m_picture.geometry.rowGap / 2)
                Q_EMIT selected(row.entity);
        }
        return;
    }
    m_seeking = true;
    seekTo(at.x());
}

void LanesView::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_picture.layout)
        return;
    if (m_seeking) {
        seekTo(event->position().x());
        return;
    }
    const bool link = m_picture.foldLink.contains(event->position());
    const bool name = event->position().x() < m_picture.scale.left - 8;
    setCursor(link || name || markAt(event->position()) ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (link != m_picture.foldLinkHovered) {
        m_picture.foldLinkHovered = link;
        update();
    }
}

void LanesView::mouseReleaseEvent(QMouseEvent * /*event*/)
{
    m_seeking = false;
}

void LanesView::leaveEvent(QEvent *event)
{
    m_picture.foldLinkHovered = false;
    update();
    QWidget::leaveEvent(event);
}

void LanesView::zoomBy(double factor, double anchorX)
{
    const double zoom = std::clamp(m_zoom * factor, 1.0, 64.0);
    if (!m_picture.layout || zoom == m_zoom)
        return;
    LanesScale &scale = m_picture.scale;
    const std::int64_t anchor = scale.unit(anchorX);
    scale.pixelsPerUnit *= zoom / m_zoom;
    m_zoom = zoom;
    scale.first = anchor - static_cast<std::int64_t>((anchorX - scale.left) / scale.pixelsPerUnit);
    moved();
}

void LanesView::wheelEvent(QWheelEvent *event)
{
    if (!m_picture.layout)
        return;
    const QPointF delta = event->angleDelta();
    event->accept();
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        zoomBy(std::pow(1.2, delta.y() / 120.0), event->position().x());
        return;
    }
    const double overflow = m_picture.geometry.contentHeight - (m_picture.bottom - m_host.theme().px(18));
    if (overflow > 1 && delta.x() == 0 && !event->modifiers().testFlag(Qt::ShiftModifier)) {
        m_picture.scroll = std::clamp(m_picture.scroll - delta.y() / 3, 0.0, overflow);
    } else {
        const double pixels = (delta.x() != 0 ? delta.x() : delta.y()) * 0.6;
        m_picture.scale.first -= static_cast<std::int64_t>(pixels / m_picture.scale.pixelsPerUnit);
    }
    moved();
}

void LanesView::walkMarks(int direction)
{
    std::vector<const LaneLayout::Mark *> marks;
    for (const LaneLayout::Mark &mark : m_layout->marks) {
        if (mark.x <= m_picture.limit && m_picture.geometry.isShown(mark.lane))
            marks.push_back(&mark);
    }
    if (marks.empty())
        return;
    const auto current = std::find_if(marks.begin(), marks.end(), [this](const LaneLayout::Mark *mark) {
        return mark->request == m_picture.currentMark;
    });
    auto index = current == marks.end()
        ? static_cast<std::ptrdiff_t>(direction < 0 ? marks.size() : 0) - (direction < 0 ? 0 : 1)
        : current - marks.begin();
    index = std::clamp<std::ptrdiff_t>(index + direction, 0, static_cast<std::ptrdiff_t>(marks.size()) - 1);
    const LaneLayout::Mark &mark = *marks[static_cast<std::size_t>(index)];
    m_picture.currentMark = mark.request;
    const double x = m_picture.scale.x(mark.x);
    if (x < m_picture.scale.left || x > m_picture.scale.right) {
        const double half = (m_picture.scale.right - m_picture.scale.left) / 2;
        m_picture.scale.first = mark.x - static_cast<std::int64_t>(half / m_picture.scale.pixelsPerUnit);
    }
    moved();
}

void LanesView::keyPressEvent(QKeyEvent *event)
{
    if (!m_picture.layout) {
        QWidget::keyPressEvent(event);
        return;
    }
    const double middle = (m_picture.scale.left + m_picture.scale.right) / 2;
    switch (event->key()) {
    case Qt::Key_Left:
        walkMarks(-1);
        break;
    case Qt::Key_Right:
        walkMarks(1);
        break;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomBy(1.25, middle);
        break;
    case Qt::Key_Minus:
        zoomBy(0.8, middle);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_picture.currentMark.isSome())
            Q_EMIT markClicked(m_picture.currentMark);
        else if (!m_picture.foldText.isEmpty())
            setShowAll(!m_showAll);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void LanesView::focusInEvent(QFocusEvent *event)
{
    m_byKeyboard = event->reason() != Qt::MouseFocusReason;
    update();
    QWidget::focusInEvent(event);
}

void LanesView::focusOutEvent(QFocusEvent *event)
{
    m_byKeyboard = false;
    m_picture.currentMark = RequestId();
    update();
    QWidget::focusOutEvent(event);
}

bool LanesView::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && m_byKeyboard) {
        // The arrows are ours only when the keyboard came here on purpose; else they step the playhead.
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Return || key == Qt::Key_Enter) {
            event->accept();
            return true;
        }
    }
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const LaneLayout::Mark *mark = markAt(help->pos());
        QToolTip::showText(help->globalPos(), mark ? m_texts->instant((*m_view.timeline)[mark->record].at) : QString(),
                           this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace sessionarium::ui::timelineview
