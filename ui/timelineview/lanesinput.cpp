// SPDX-License-Identifier: GPL-3.0-or-later
// The part of LanesView that listens: mouse, wheel, keys.
#include "ui/timelineview/lanesview.h"

#include "ui/widgets/plainwords.h"

#include <QApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLineF>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace sessionarium::ui::timelineview {

using report::LaneLayout;

namespace {
constexpr int axisHeight = 18; // above the lanes
} // namespace

std::optional<std::uint32_t> LanesView::markAt(const QPointF &point) const
{
    if (!m_picture.layout)
        return std::nullopt;
    std::optional<std::uint32_t> best;
    double bestDistance = m_host.theme().px(10);
    for (const MarkSpot &spot : m_picture.marks) {
        const std::uint32_t lane = m_layout->marks[spot.mark].lane;
        const QPointF centre(m_picture.scale.x(spot.x), m_picture.geometry.yOfLane[lane] - m_picture.scroll);
        const double distance = QLineF(centre, point).length();
        if (distance <= bestDistance) {
            bestDistance = distance;
            best = spot.mark;
        }
    }
    return best;
}

bool LanesView::showsMark(const LaneLayout::Mark &mark) const
{
    return mark.x <= m_picture.limit && m_picture.geometry.isShown(mark.lane)
        && m_filter.showsMarksOf(m_layout->lanes[mark.lane].entity);
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
    if (const auto mark = markAt(at)) {
        m_picture.currentMark = mark;
        describe();
        update();
        Q_EMIT markClicked(m_layout->marks[*mark].request);
        return;
    }
    if (at.x() < m_picture.scale.left - 8) {
        for (const LanesGeometry::Row &row : m_picture.geometry.rows) {
            if (std::abs(row.y - m_picture.scroll - at.y()) <= m_picture.geometry.rowGap / 2)
                Q_EMIT selected(row.entity);
        }
        return;
    }
    // Above the lanes is the axis, with the head of the playhead.
    if (at.y() < m_host.theme().px(axisHeight)) {
        m_seeking = true;
        seekTo(at.x());
        return;
    }
    m_grip = at;
    m_panned = false;
}

void LanesView::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_picture.layout)
        return;
    if (m_seeking) {
        seekTo(event->position().x());
        return;
    }
    if (m_grip) {
        const QPointF way = event->position() - *m_grip;
        if (!m_panned && way.manhattanLength() < QApplication::startDragDistance() / 2.0)
            return;
        m_panned = true;
        setCursor(Qt::ClosedHandCursor);
        m_grip = event->position();
        m_picture.scroll = std::clamp(m_picture.scroll - way.y(), 0.0, rowOverflow());
        panBy(way.x());
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

void LanesView::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_grip && !m_panned && event->button() == Qt::LeftButton && m_picture.layout)
        seekTo(event->position().x());
    m_seeking = false;
    m_grip.reset();
    unsetCursor();
}

double LanesView::rowOverflow() const
{
    return std::max(0.0, m_picture.geometry.contentHeight - (m_picture.bottom - m_host.theme().px(axisHeight)));
}

void LanesView::leaveEvent(QEvent *event)
{
    m_picture.foldLinkHovered = false;
    update();
    QWidget::leaveEvent(event);
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
    const double overflow = rowOverflow();
    if (overflow > 1 && delta.x() == 0 && !event->modifiers().testFlag(Qt::ShiftModifier)) {
        m_picture.scroll = std::clamp(m_picture.scroll - delta.y() / 3, 0.0, overflow);
        update();
        return;
    }
    panBy((delta.x() != 0 ? delta.x() : delta.y()) * 0.6);
}

void LanesView::walkMarks(int direction)
{
    std::vector<std::uint32_t> marks;
    std::size_t here = 0; // one past the place to go on from
    for (std::uint32_t i = 0; i < m_layout->marks.size() && m_layout->marks[i].x <= m_picture.limit; ++i) {
        if (!showsMark(m_layout->marks[i]))
            continue;
        marks.push_back(i);
        if (m_picture.currentMark == i)
            here = marks.size();
    }
    if (marks.empty())
        return;
    if (!m_picture.currentMark && direction < 0)
        here = marks.size() + 1;
    const auto wanted = static_cast<std::ptrdiff_t>(here) - 1 + direction;
    const auto index = std::clamp<std::ptrdiff_t>(wanted, 0, static_cast<std::ptrdiff_t>(marks.size()) - 1);
    m_picture.currentMark = marks[static_cast<std::size_t>(index)];
    describe();
    update();
    bringIntoView(m_layout->marks[*m_picture.currentMark].x);
}

/// With Ctrl: zoom and pan, as on the stage. False: it means nothing here.
bool LanesView::handleControlKey(int key)
{
    constexpr double step = 80;
    switch (key) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomIn();
        return true;
    case Qt::Key_Minus:
        zoomOut();
        return true;
    case Qt::Key_0:
        showWhole();
        return true;
    case Qt::Key_Left:
        panBy(step);
        return true;
    case Qt::Key_Right:
        panBy(-step);
        return true;
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (rowOverflow() < 1)
            return false;
        m_picture.scroll =
            std::clamp(m_picture.scroll + (key == Qt::Key_Up ? -step / 2 : step / 2), 0.0, rowOverflow());
        update();
        return true;
    default:
        return false;
    }
}

void LanesView::keyPressEvent(QKeyEvent *event)
{
    if (!m_picture.layout) {
        QWidget::keyPressEvent(event);
        return;
    }
    if (event->modifiers() & Qt::ControlModifier) {
        if (!handleControlKey(event->key()))
            QWidget::keyPressEvent(event); // the window's
        return;
    }
    switch (event->key()) {
    case Qt::Key_Left:
        walkMarks(-1);
        break;
    case Qt::Key_Right:
        walkMarks(1);
        break;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomIn();
        break;
    case Qt::Key_Minus:
        zoomOut();
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_picture.currentMark)
            Q_EMIT markClicked(m_layout->marks[*m_picture.currentMark].request);
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
    m_picture.currentMark.reset();
    describe();
    update();
    QWidget::focusOutEvent(event);
}

QString LanesView::hintAt(const QPoint &point) const
{
    if (!m_picture.layout)
        return {};
    if (const auto mark = markAt(point)) {
        const auto spot = std::find_if(m_picture.marks.begin(), m_picture.marks.end(),
                                       [mark](const MarkSpot &each) { return each.mark == *mark; });
        const QString words = markText(m_layout->marks[*mark]);
        //: Marks of the timeline that would overlap: %1 tells of the one that is shown.
        return spot->count > 1 ? tr("%1 (and %n more here)", nullptr, static_cast<int>(spot->count) - 1).arg(words)
                               : words;
    }
    if (point.x() >= m_picture.scale.left - 8)
        return {};
    for (const LanesGeometry::Row &row : m_picture.geometry.rows) {
        if (std::abs(row.y - m_picture.scroll - point.y()) <= m_picture.geometry.rowGap / 2)
            return row.name;
    }
    return {};
}

bool LanesView::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && m_byKeyboard) {
        // The arrows are ours only when the keyboard came here on purpose; else they step the playhead.
        const auto *pressed = static_cast<QKeyEvent *>(event);
        const int key = pressed->key();
        const bool walks = key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Return || key == Qt::Key_Enter;
        const bool zooms = key == Qt::Key_Plus || key == Qt::Key_Equal || key == Qt::Key_Minus || key == Qt::Key_0
            || key == Qt::Key_Left || key == Qt::Key_Right
            || ((key == Qt::Key_Up || key == Qt::Key_Down) && rowOverflow() > 1);
        if (pressed->modifiers().testFlag(Qt::ControlModifier) ? zooms : walks) {
            event->accept();
            return true;
        }
    }
    if (event->type() == QEvent::NativeGesture) {
        const auto *gesture = static_cast<QNativeGestureEvent *>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture) {
            zoomBy(1 + gesture->value(), gesture->position().x());
            return true;
        }
    }
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), widgets::plainWords(hintAt(help->pos())), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace sessionarium::ui::timelineview
