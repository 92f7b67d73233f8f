// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/events/eventsmodel.h"
#include "ui/theme/themehost.h"

#include <QTableView>

namespace sessionarium::ui::events {

/// The table of events: shows as many rows of it as there is room for, and scrolls, selects and seeks in all of it, so
/// that its length costs nothing. Stays at the newest row while it is there.
///
/// Click or Enter: recordActivated. Up and Down, Page Up and Page Down, Home and End move the current row; with Shift,
/// or by dragging, the selection grows; Ctrl+A selects all. After a mere click Home, End and the page keys belong to
/// the playhead and to a presenter's clicker still; they are the table's once the keyboard came here on purpose, and
/// with Ctrl always.
class EventsTable : public QTableView
{
    Q_OBJECT

public:
    EventsTable(theme::ThemeHost &host, EventsModel &model, QWidget *parent = nullptr);

    /// Tell it after the model's records changed.
    void recordsChanged();

    [[nodiscard]] std::uint32_t first() const { return m_model.first(); }
    /// Whole rows that fit; at least 1.
    [[nodiscard]] std::uint32_t capacity() const;
    [[nodiscard]] std::uint32_t lastFirst() const; ///< The greatest sensible first().
    void scrollToPosition(std::uint32_t first);

    /// Also scrolls there. None: no current row and no selection.
    void setCurrentRecord(model::RecordId id);
    [[nodiscard]] model::RecordId currentRecord() const { return m_current; }
    /// The positions selected, [first, second); equal: none.
    [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> selectedPositions() const;
    /// It is the table that Home, End and the page keys mean, not the playhead.
    [[nodiscard]] bool ownsPageKeys() const { return m_byKeyboard && hasFocus(); }

    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;

Q_SIGNALS:
    void recordActivated(sessionarium::model::RecordId id);
    /// What is seen, or how much there is, changed.
    void windowChanged();
    void selectionMoved();
    void copyRequested();
    void menuRequested(const QPoint &globalPosition);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void applyTheme();
    void placeColumns();
    void moveWindow(std::uint32_t first);
    /// Makes the record at a position the current one; `extend`: the selection reaches from where it began to it.
    void moveTo(std::int64_t position, bool extend);
    bool moveBy(const QKeyEvent &event);
    void select(model::RecordId anchor, model::RecordId current);
    void showCurrent();
    [[nodiscard]] std::int64_t currentPosition() const;
    [[nodiscard]] std::int64_t positionAt(int y) const; ///< -1: below the last one.

    theme::ThemeHost &m_host;
    EventsModel &m_model;
    model::RecordId m_anchor;
    model::RecordId m_current;
    model::RecordId m_pressed;
    bool m_dragged = false;
    bool m_follows = true; // the newest row stays in sight
    bool m_byKeyboard = false;
    double m_wheelRest = 0;
};

} // namespace sessionarium::ui::events
