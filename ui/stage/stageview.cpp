// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stage/stageview.h"

#include <QAccessible>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <cmath>
#include <limits>

namespace sessionarium::ui::stage {

using model::EntityId;

StageView::StageView(theme::ThemeHost &host, QWidget *parent)
    : QWidget(parent), m_host(host), m_painter(host.theme()), m_frame(&m_projector.frameAt({}))
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Stage"));
    m_options.textScale = host.theme().textScale;
    layOut();
    connect(&host, &theme::ThemeHost::changed, this, [this] {
        m_painter = StagePainter(m_host.theme());
        m_options.textScale = m_host.theme().textScale;
        m_still = QPixmap();
        layOut();
        update();
    });
}

void StageView::setContent(timeline::TimelineView view, const timeline::Keyframes *keyframes)
{
    m_projector.setContent(view, keyframes);
    project();
}

void StageView::setTexts(const StageTexts *texts)
{
    m_projector.setTexts(texts);
    project();
}

void StageView::setMoment(model::SimTime t)
{
    m_moment = t;
    project();
}

void StageView::setSelection(EntityId entity)
{
    if (m_focus.selected == entity)
        return;
    m_focus.selected = entity;
    update();
}

void StageView::setLit(const LitChain &lit)
{
    m_projector.setLit(lit);
    project();
}

void StageView::setLegendVisible(bool visible)
{
    m_options.legend = visible;
    layOut();
    update();
}

void StageView::project()
{
    m_frame = &m_projector.frameAt(m_moment);
    if (m_projector.sceneNumber() != m_laidOutNumber)
        layOut();
    update();
}

void StageView::layOut()
{
    m_layout = layOutStage(m_frame->scene, QSizeF(size()), m_options);
    m_laidOutNumber = m_projector.sceneNumber();
    m_painter.forgetWays();
    m_still = QPixmap();
    if (m_layout.cardOf(m_current).isEmpty())
        m_current = EntityId();
    describe();
}

QRect StageView::nodeRect(EntityId entity) const
{
    return m_layout.cardOf(entity).toAlignedRect();
}

QSize StageView::sizeHint() const
{
    return {916, 560};
}

QSize StageView::minimumSizeHint() const
{
    return {480, 260};
}

void StageView::paintEvent(QPaintEvent * /*event*/)
{
    const qreal ratio = devicePixelRatioF();
    const QSize pixels = (QSizeF(size()) * ratio).toSize();
    if (m_still.size() != pixels || m_stillNumber != m_projector.sceneNumber() || !(m_stillFocus == m_focus)) {
        if (m_still.size() != pixels)
            m_still = QPixmap(pixels);
        m_still.setDevicePixelRatio(ratio);
        m_still.fill(m_host.palette().window); // opaque: copied, not blended, at every frame
        QPainter painter(&m_still);
        painter.setRenderHint(QPainter::Antialiasing);
        const theme::Palette &p = m_host.palette();
        painter.setPen(QPen(p.border, 1));
        painter.setBrush(p.card);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 14, 14);
        m_painter.paintScene(painter, m_frame->scene, m_layout, m_focus);
        m_stillNumber = m_projector.sceneNumber();
        m_stillFocus = m_focus;
    }
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_still);
    m_painter.paintMessages(painter, m_frame->messages, m_layout, true);
    if (m_byKeyboard && m_current.isNone()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(m_host.palette().accent, 1.6));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(2, 2, -2, -2), 12, 12);
    }
}

void StageView::resizeEvent(QResizeEvent *event)
{
    layOut();
    QWidget::resizeEvent(event);
}

void StageView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (m_layout.callout.contains(event->position()) && m_frame->scene.callout && m_frame->scene.callout->finished) {
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

void StageView::mouseMoveEvent(QMouseEvent *event)
{
    const bool callout =
        m_frame->scene.callout && m_frame->scene.callout->finished && m_layout.callout.contains(event->position());
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

void StageView::keyPressEvent(QKeyEvent *event)
{
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

void StageView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Stage"));
        m_projector.forgetTexts();
        m_still = QPixmap(); // the legend's words are not part of the scene
        project();
    }
    QWidget::changeEvent(event);
}

QString StageView::toolTipOf(EntityId entity) const
{
    for (const ClientNode &node : m_frame->scene.clients) {
        if (node.entity == entity)
            return node.sessionLabel.isEmpty()
                ? QStringLiteral("%1 · %2").arg(node.name, node.moodText)
                : QStringLiteral("%1 · %2 · %3").arg(node.name, node.moodText, node.sessionLabel);
    }
    for (const ServerNode &node : m_frame->scene.servers) {
        if (node.entity != entity)
            continue;
        //: %1 name of a server, %2 its state, %3 requests in service, %4 its capacity, %5 sessions in its memory.
        return tr("%1 · %2 · load %3/%4 · sessions %5")
            .arg(node.name, node.stateText)
            .arg(node.inService)
            .arg(node.capacity)
            .arg(node.sessions);
    }
    for (const ServerNode &node : m_frame->scene.stores) {
        if (node.entity == entity)
            //: %1 name of a store, %2 its state, %3 sessions in its memory.
            return tr("%1 · %2 · sessions %3").arg(node.name, node.stateText).arg(node.sessions);
    }
    if (m_frame->scene.balancer && m_frame->scene.balancer->entity == entity)
        return QStringLiteral("%1 · %2").arg(m_frame->scene.balancer->name, m_frame->scene.balancer->caption);
    return {};
}

/// What assistive technology reads: the node where the keyboard is, and the failure in view.
void StageView::describe()
{
    QString words = m_current.isSome() ? toolTipOf(m_current) : QString();
    if (m_frame->scene.callout)
        words += (words.isEmpty() ? QString() : QStringLiteral(". ")) + m_frame->scene.callout->text;
    if (words == accessibleDescription())
        return;
    setAccessibleDescription(words);
    QAccessibleEvent change(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&change);
}

bool StageView::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && m_byKeyboard) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
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
        const EntityId entity = m_layout.at(help->pos());
        QToolTip::showText(help->globalPos(), entity.isSome() ? toolTipOf(entity) : QString(), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace sessionarium::ui::stage
