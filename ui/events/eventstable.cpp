// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/eventstable.h"

#include "ui/events/eventdelegate.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <array>
#include <cmath>

namespace sessionarium::ui::events {

using model::RecordId;
using theme::FontRole;

namespace {

constexpr int lineHeight = 24;
/// Widths of the columns: where there is plenty of room, and where there is little. "What" gets the rest.
struct Widths
{
    int roomy;
    int tight;
};
constexpr std::array<Widths, columnCount> widths {{{120, 84}, {116, 84}, {100, 72}, {132, 104}, {320, 150}, {112, 66}}};
constexpr auto userColumn = static_cast<std::size_t>(Column::User);
constexpr auto whatColumn = static_cast<std::size_t>(Column::What);

} // namespace

EventsTable::EventsTable(theme::ThemeHost &host, EventsModel &model, QWidget *parent)
    : QTableView(parent), m_host(host), m_model(model)
{
    setObjectName(QStringLiteral("eventsTable"));
    setModel(&m_model);
    setItemDelegate(new EventDelegate(host, this));
    setSelectionMode(NoSelection); // selections reach beyond the window: they are ours
    setEditTriggers(NoEditTriggers);
    setFrameShape(NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // of the window; that of the table is the view's
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(&m_host, &theme::ThemeHost::changed, this, &EventsTable::applyTheme);
    applyTheme();
}

void EventsTable::applyTheme()
{
    const theme::Theme &theme = m_host.theme();
    setStyleSheet(QStringLiteral("QTableView { border: 0; border-radius: 0; background: transparent; } "
                                 "QHeaderView { border: 0; border-radius: 0; background: transparent; } "
                                 "QHeaderView::section { background: transparent; padding: 0 %1px; }")
                      .arg(theme.px(7)));
    horizontalHeader()->setFont(theme.boldFont(FontRole::Caption));
    horizontalHeader()->setFixedHeight(theme.px(lineHeight));
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(theme.px(lineHeight));
    placeColumns();
    moveWindow(first());
}

void EventsTable::placeColumns()
{
    const theme::Theme &theme = m_host.theme();
    int roomy = 0;
    int tight = 0;
    for (const Widths &each : widths) {
        roomy += theme.px(each.roomy);
        tight += theme.px(each.tight);
    }
    const int room = viewport()->width();
    const double share = std::clamp((room - tight) / double(roomy - tight), 0.0, 1.0);
    int taken = 0;
    for (std::size_t i = 0; i < widths.size(); ++i) {
        if (i == whatColumn)
            continue;
        const double tightest = theme.px(widths[i].tight);
        int width = static_cast<int>(tightest + (theme.px(widths[i].roomy) - tightest) * share);
        if (i == userColumn) // long names with long numbers, where nobody misses the room
            width += std::clamp((room - roomy) / 4, 0, theme.px(64));
        setColumnWidth(static_cast<int>(i), width);
        taken += width;
    }
    setColumnWidth(static_cast<int>(whatColumn), std::max(room - taken, theme.px(widths[whatColumn].tight) / 2));
}

std::uint32_t EventsTable::capacity() const
{
    const int rows = viewport()->height() / std::max(1, verticalHeader()->defaultSectionSize());
    return static_cast<std::uint32_t>(std::max(rows, 1));
}

std::uint32_t EventsTable::lastFirst() const
{
    return m_model.total() - std::min(m_model.total(), capacity());
}

void EventsTable::recordsChanged()
{
    moveWindow(m_follows ? lastFirst() : first());
}

void EventsTable::moveWindow(std::uint32_t first)
{
    m_model.setWindow(std::min(first, lastFirst()), capacity() + 1); // one that is seen in part
    m_follows = m_model.first() >= lastFirst();
    showCurrent();
    Q_EMIT windowChanged();
}

void EventsTable::scrollToPosition(std::uint32_t first)
{
    if (std::min(first, lastFirst()) != m_model.first())
        moveWindow(first);
}

void EventsTable::scrollTo(const QModelIndex &, ScrollHint)
{
    // Everything in the window is in sight; Qt would move the window's few rows.
}

void EventsTable::setCurrentRecord(RecordId id)
{
    select(id, id);
    if (id.isNone() || m_model.total() == 0)
        return;
    const auto position = static_cast<std::uint32_t>(std::max<std::int64_t>(currentPosition(), 0));
    if (position < first() || position >= first() + capacity())
        moveWindow(position - std::min(position, capacity() / 2));
}

std::pair<std::uint32_t, std::uint32_t> EventsTable::selectedPositions() const
{
    if (m_current.isNone())
        return {0, 0};
    const std::uint32_t from = m_model.positionOf(std::min(m_anchor, m_current));
    return {from, m_model.positionOf(RecordId(std::max(m_anchor, m_current).value + 1))};
}

std::int64_t EventsTable::currentPosition() const
{
    return m_current.isNone() ? -1 : static_cast<std::int64_t>(m_model.positionOf(m_current));
}

void EventsTable::select(RecordId anchor, RecordId current)
{
    m_anchor = anchor;
    m_current = current;
    m_model.setSelection(anchor, current);
    showCurrent();
    Q_EMIT selectionMoved();
}

void EventsTable::showCurrent()
{
    // The current index is for screen readers; what is painted comes from the model.
    const std::int64_t row = currentPosition() - m_model.first();
    const bool here = m_current.isSome() && row >= 0 && row < m_model.rowCount()
        && m_model.recordAt(m_model.first() + static_cast<std::uint32_t>(row)) == m_current;
    selectionModel()->setCurrentIndex(here ? m_model.index(static_cast<int>(row), 0) : QModelIndex(),
                                      QItemSelectionModel::NoUpdate);
    viewport()->update();
}

void EventsTable::moveTo(std::int64_t position, bool extend)
{
    if (m_model.total() == 0)
        return;
    const auto to = static_cast<std::uint32_t>(std::clamp<std::int64_t>(position, 0, m_model.total() - 1));
    const RecordId id = m_model.recordAt(to);
    select(extend && m_anchor.isSome() ? m_anchor : id, id);
    if (to < first())
        moveWindow(to);
    else if (to >= first() + capacity())
        moveWindow(to + 1 - capacity());
}

bool EventsTable::moveBy(const QKeyEvent &event)
{
    const bool extend = event.modifiers().testFlag(Qt::ShiftModifier);
    const bool owned = m_byKeyboard || event.modifiers().testFlag(Qt::ControlModifier) || extend;
    // Without a current row one begins at the newest.
    const std::int64_t here = m_current.isSome() ? currentPosition() : std::int64_t {m_model.total()};
    // A current row that is no longer shown stands before the one at its position.
    const bool shown =
        m_current.isSome() && here < m_model.total() && m_model.recordAt(static_cast<std::uint32_t>(here)) == m_current;
    switch (event.key()) {
    case Qt::Key_Up:
        m_byKeyboard = true;
        moveTo(here - 1, extend);
        return true;
    case Qt::Key_Down:
        m_byKeyboard = true;
        moveTo(shown ? here + 1 : here, extend);
        return true;
    case Qt::Key_PageUp:
        if (owned)
            moveTo(here - capacity(), extend);
        return owned;
    case Qt::Key_PageDown:
        if (owned)
            moveTo(here + capacity(), extend);
        return owned;
    case Qt::Key_Home:
        if (owned)
            moveTo(0, extend);
        return owned;
    case Qt::Key_End:
        if (owned)
            moveTo(m_model.total(), extend);
        return owned;
    default:
        return false;
    }
}

void EventsTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        Q_EMIT copyRequested();
    } else if (event->matches(QKeySequence::SelectAll)) {
        if (m_model.total() > 0)
            select(m_model.recordAt(0), m_model.recordAt(m_model.total() - 1));
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_current.isSome()) {
        Q_EMIT recordActivated(m_current);
    } else if (!moveBy(*event)) {
        event->ignore(); // the playhead's, or the window's
    }
}

std::int64_t EventsTable::positionAt(int y) const
{
    const int row = rowAt(y);
    return row < 0 ? -1 : std::int64_t {first()} + row;
}

void EventsTable::mousePressEvent(QMouseEvent *event)
{
    m_pressed = RecordId();
    m_dragged = false;
    const std::int64_t position = positionAt(event->position().toPoint().y());
    if (position < 0)
        return;
    const RecordId id = m_model.recordAt(static_cast<std::uint32_t>(position));
    if (event->button() == Qt::LeftButton) {
        const bool extend = event->modifiers().testFlag(Qt::ShiftModifier) && m_anchor.isSome();
        select(extend ? m_anchor : id, id);
        m_pressed = id;
        m_dragged = extend;
    } else if (event->button() == Qt::RightButton) {
        const auto [from, to] = selectedPositions();
        if (position < from || position >= to)
            select(id, id);
    }
}

void EventsTable::mouseMoveEvent(QMouseEvent *event)
{
    if (!event->buttons().testFlag(Qt::LeftButton) || m_pressed.isNone() || m_model.total() == 0)
        return;
    const int y = event->position().toPoint().y();
    const std::int64_t position = y < 0 ? std::int64_t {first()} - 1
        : y >= viewport()->height()     ? std::int64_t {first()} + capacity()
                                        : positionAt(y);
    if (position < 0 && y >= 0)
        return;
    const auto to = static_cast<std::uint32_t>(std::clamp<std::int64_t>(position, 0, m_model.total() - 1));
    if (m_model.recordAt(to) == m_current)
        return;
    m_dragged = true;
    moveTo(to, true);
}

void EventsTable::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && m_pressed.isSome() && !m_dragged)
        Q_EMIT recordActivated(m_pressed);
    m_pressed = RecordId();
}

void EventsTable::mouseDoubleClickEvent(QMouseEvent *event)
{
    event->accept(); // the first click did it all
}

void EventsTable::wheelEvent(QWheelEvent *event)
{
    event->accept();
    constexpr double deltaOfARow = 40; // three rows a notch
    m_wheelRest += event->angleDelta().y() / deltaOfARow;
    const double rows = std::trunc(m_wheelRest);
    m_wheelRest -= rows;
    const std::int64_t to = std::int64_t {first()} - static_cast<std::int64_t>(rows);
    scrollToPosition(static_cast<std::uint32_t>(std::clamp<std::int64_t>(to, 0, lastFirst())));
}

void EventsTable::contextMenuEvent(QContextMenuEvent *event)
{
    QPoint at = event->globalPos();
    if (event->reason() == QContextMenuEvent::Keyboard) {
        const QModelIndex current = currentIndex();
        at = viewport()->mapToGlobal(current.isValid() ? visualRect(current).bottomLeft() : QPoint());
    }
    Q_EMIT menuRequested(at);
}

void EventsTable::focusInEvent(QFocusEvent *event)
{
    m_byKeyboard = event->reason() != Qt::MouseFocusReason && event->reason() != Qt::ActiveWindowFocusReason
        && event->reason() != Qt::PopupFocusReason;
    if (m_byKeyboard && m_current.isNone() && m_model.total() > 0)
        moveTo(m_model.total(), false); // so that it is seen where the keys will act
    QTableView::focusInEvent(event);
    viewport()->update();
}

void EventsTable::focusOutEvent(QFocusEvent *event)
{
    QTableView::focusOutEvent(event);
    viewport()->update();
}

void EventsTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    placeColumns();
    recordsChanged();
}

void EventsTable::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    const QModelIndex current = currentIndex();
    if (!hasFocus() || !current.isValid())
        return;
    const QRect row(0, rowViewportPosition(current.row()), viewport()->width(), rowHeight(current.row()));
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_host.palette().accent, 1.6));
    painter.drawRoundedRect(QRectF(row).adjusted(1, 1, -1, -1), 4, 4);
}

} // namespace sessionarium::ui::events
