// SPDX-License-Identifier: GPL-3.0-or-later
// The part of StageView that listens to mouse and keys.
#include "ui/stage/stagehints.h"
#include "ui/stage/stageview.h"
#include "ui/widgets/plainwords.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <QWheelEvent>

#include <cmath>
#include <limits>

namespace sessionarium::ui::stage {

using model::EntityId;

namespace {
constexpr double zoomStep = 1.25;
constexpr double panStep = 48;

bool isArrow(int key)
{
    return key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down;
}

/// The keys of zooming, with Ctrl.
bool isZoomKey(int key)
{
    return key == Qt::Key_Plus || key == Qt::Key_Equal || key == Qt::Key_Minus || key == Qt::Key_0;
}
} // namespace

void StageView::mousePressEvent(QMouseEvent *event)
{
    const bool onNode = m_layout.at(event->position()).isSome();
    if (m_zoom > 1 && (event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && !onNode)))
        m_grip = event->position();
    if (event->button() != Qt::LeftButton)
        return;
    if (isOnCallout(event->position())) {
        m_grip.reset();
        Q_EMIT whyRequested(m_frame->scene.callout->request);
        return;
    }
    const EntityId entity = m_layout.at(event->position());
    m_current = entity;
    m_focus.current = EntityId(); // a pointer needs no keyboard mark
    m_byKeyboard = false;
    setSelection(entity);
    describe();
    Q_EMIT selected(entity);
    update();
}

void StageView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const EntityId entity = m_layout.at(event->position());
    if (event->button() == Qt::LeftButton && entity.isSome())
        Q_EMIT activated(entity);
}

void StageView::mouseReleaseEvent(QMouseEvent *event)
{
    m_grip.reset();
    QWidget::mouseReleaseEvent(event);
}

void StageView::wheelEvent(QWheelEvent *event)
{
    if (!(event->modifiers() & Qt::ControlModifier)) {
        event->ignore();
        return;
    }
    zoomAt(std::pow(zoomStep, event->angleDelta().y() / 120.0), event->position());
    event->accept();
}

bool StageView::isOnCallout(const QPointF &point) const
{
    return m_frame->scene.callout && m_frame->scene.callout->finished && m_layout.callout.contains(point);
}

void StageView::mouseMoveEvent(QMouseEvent *event)
{
    if (m_grip) {
        const QPointF moved = event->position() - *m_grip;
        m_grip = event->position();
        panBy(moved);
        return;
    }
    const bool callout = isOnCallout(event->position());
    const EntityId entity = callout ? EntityId() : m_layout.at(event->position());
    if (entity == m_focus.hovered && callout == m_focus.calloutHovered)
        return;
    m_focus.hovered = entity;
    m_focus.calloutHovered = callout;
    setCursor(entity.isSome() || callout ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void StageView::leaveEvent(QEvent *event)
{
    m_focus.hovered = EntityId();
    m_focus.calloutHovered = false;
    update();
    QWidget::leaveEvent(event);
}

void StageView::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Keyboard) {
        const QRect card = m_current.isSome() ? nodeRect(m_current) : rect();
        Q_EMIT menuRequested(m_current, mapToGlobal(card.center()));
        return;
    }
    const EntityId entity = m_layout.at(event->pos());
    if (entity.isSome() && entity != m_focus.selected) {
        setSelection(entity);
        Q_EMIT selected(entity);
    }
    m_current = entity;
    Q_EMIT menuRequested(entity, event->globalPos());
}

void StageView::setCurrent(EntityId entity)
{
    if (entity.isNone())
        return;
    m_current = entity;
    m_focus.current = entity;
    setSelection(entity);
    describe();
    Q_EMIT selected(entity);
    update();
}

/// To the nearest node in a direction, sideways counting double.
void StageView::walk(int dx, int dy)
{
    std::vector<EntityId> nodes;
    for (const ClientBox &box : m_layout.clients)
        nodes.push_back(box.entity);
    if (m_layout.balancerEntity.isSome())
        nodes.push_back(m_layout.balancerEntity);
    for (const ServerBox &box : m_layout.servers)
        nodes.push_back(box.entity);
    for (const ServerBox &box : m_layout.stores)
        nodes.push_back(box.entity);
    if (nodes.empty())
        return;
    if (m_current.isNone()) {
        setCurrent(nodes.front());
        return;
    }
    const QPointF from = m_layout.cardOf(m_current).center();
    EntityId best;
    double bestCost = std::numeric_limits<double>::max();
    for (const EntityId node : nodes) {
        const QPointF way = m_layout.cardOf(node).center() - from;
        const double ahead = way.x() * dx + way.y() * dy;
        const double aside = std::abs(way.x() * dy) + std::abs(way.y() * dx);
        // Up and down stay in the column; left and right may go to any height.
        if (node == m_current || ahead < 1 || (dy != 0 && aside > ahead * 1.5))
            continue;
        const double cost = ahead + 2 * aside;
        if (cost < bestCost) {
            bestCost = cost;
            best = node;
        }
    }
    setCurrent(best);
}

/// With Ctrl: zoom and pan.
bool StageView::zoomByKey(int key)
{
    const QPointF middle = QRectF(rect()).center();
    switch (key) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomAt(zoomStep, middle);
        return true;
    case Qt::Key_Minus:
        zoomAt(1 / zoomStep, middle);
        return true;
    case Qt::Key_0:
        fit();
        return true;
    case Qt::Key_Left:
        panBy({panStep, 0});
        return m_zoom > 1;
    case Qt::Key_Right:
        panBy({-panStep, 0});
        return m_zoom > 1;
    case Qt::Key_Up:
        panBy({0, panStep});
        return m_zoom > 1;
    case Qt::Key_Down:
        panBy({0, -panStep});
        return m_zoom > 1;
    default:
        return false;
    }
}

void StageView::keyPressEvent(QKeyEvent *event)
{
    if (event->modifiers() & Qt::ControlModifier) {
        if (!zoomByKey(event->key()))
            QWidget::keyPressEvent(event); // the window's
        return;
    }
    switch (event->key()) {
    case Qt::Key_Left:
        walk(-1, 0);
        break;
    case Qt::Key_Right:
        walk(1, 0);
        break;
    case Qt::Key_Up:
        walk(0, -1);
        break;
    case Qt::Key_Down:
        walk(0, 1);
        break;
    case Qt::Key_Home:
        if (!m_layout.clients.empty())
            setCurrent(m_layout.clients.front().entity);
        break;
    case Qt::Key_End:
        if (!m_layout.stores.empty())
            setCurrent(m_layout.stores.back().entity);
        else if (!m_layout.servers.empty())
            setCurrent(m_layout.servers.back().entity);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current.isSome())
            Q_EMIT activated(m_current);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void StageView::focusInEvent(QFocusEvent *event)
{
    // A click says itself where it was; the mark is for the keyboard.
    m_byKeyboard = event->reason() != Qt::MouseFocusReason;
    if (m_byKeyboard)
        m_focus.current = m_current;
    update();
    QWidget::focusInEvent(event);
}

void StageView::focusOutEvent(QFocusEvent *event)
{
    m_focus.current = EntityId();
    m_byKeyboard = false;
    update();
    QWidget::focusOutEvent(event);
}

bool StageView::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && m_byKeyboard) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->modifiers() & Qt::ControlModifier) {
            const bool ours = isZoomKey(key->key()) || (m_zoom > 1 && isArrow(key->key()));
            event->setAccepted(ours);
            return ours;
        }
        switch (key->key()) {
        case Qt::Key_Left:
        case Qt::Key_Right:
        case Qt::Key_Up:
        case Qt::Key_Down:
        case Qt::Key_Home:
        case Qt::Key_End:
        case Qt::Key_Return:
        case Qt::Key_Enter:
            event->accept();
            return true;
        default:
            break;
        }
    }
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QString words = StageHints(*m_frame, m_layout, m_painter, m_texts).at(help->pos());
        QToolTip::showText(help->globalPos(), widgets::plainWords(words), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace sessionarium::ui::stage
