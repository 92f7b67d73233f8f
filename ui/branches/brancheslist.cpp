// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/branches/brancheslist.h"

#include <QContextMenuEvent>
#include <QKeyEvent>

namespace sessionarium::ui::branches {

BranchesList::BranchesList(theme::ThemeHost &host, BranchesModel &model, QWidget *parent)
    : QListView(parent), m_host(host), m_model(model), m_delegate(new BranchDelegate(host, model, this))
{
    setObjectName(QStringLiteral("branchList"));
    setModel(&m_model);
    setItemDelegate(m_delegate);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(NoSelection);
    setFrameShape(NoFrame);
    setUniformItemSizes(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setTabKeyNavigation(false);
    setFocusPolicy(Qt::TabFocus);
    setMouseTracking(true);
    viewport()->setCursor(Qt::PointingHandCursor);
    connect(this, &QListView::clicked, this, [this](const QModelIndex &index) { Q_EMIT playRequested(idAt(index)); });
    connect(&m_host, &theme::ThemeHost::changed, this, &BranchesList::applyTheme);
    applyTheme();
}

void BranchesList::applyTheme()
{
    setStyleSheet(QStringLiteral("QListView { border: 0; border-radius: 0; background: transparent; }"));
    scheduleDelayedItemsLayout();
}

void BranchesList::setAxis(const Axis &axis)
{
    if (axis.left == m_delegate->axis().left && axis.width == m_delegate->axis().width)
        return;
    m_delegate->setAxis(axis);
    scheduleDelayedItemsLayout();
    viewport()->update();
}

std::string BranchesList::currentBranch() const
{
    return idAt(currentIndex()).toStdString();
}

void BranchesList::rename(const std::string &branch)
{
    const int row = m_model.rowOf(branch);
    if (row < 0)
        return;
    const QModelIndex index = m_model.index(row);
    doItemsLayout(); // it may have appeared just now, and a field on no lane would be hidden
    setCurrentIndex(index);
    scrollTo(index);
    edit(index);
}

int BranchesList::heightFor(int rows) const
{
    return rows * m_host.theme().px(BranchDelegate::rowHeight);
}

void BranchesList::keyPressEvent(QKeyEvent *event)
{
    const QString branch = idAt(currentIndex());
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!branch.isEmpty())
            Q_EMIT playRequested(branch);
        return;
    case Qt::Key_Delete:
        if (!branch.isEmpty())
            Q_EMIT removeRequested(branch);
        return;
    case Qt::Key_Up:
    case Qt::Key_Down:
        QListView::keyPressEvent(event);
        return;
    default:
        event->ignore(); // the window's: nothing else moves here, and letters search nowhere
    }
}

void BranchesList::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(viewport()->mapFrom(this, event->pos()));
    if (!index.isValid())
        return;
    const QPoint position = byKey ? viewport()->mapToGlobal(visualRect(index).center()) : event->globalPos();
    Q_EMIT menuRequested(idAt(index), position);
}

void BranchesList::focusInEvent(QFocusEvent *event)
{
    if (!currentIndex().isValid() && m_model.playedRow() >= 0)
        setCurrentIndex(m_model.index(m_model.playedRow()));
    QListView::focusInEvent(event);
}

void BranchesList::closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint)
{
    QListView::closeEditor(editor, hint);
    Q_EMIT renamed();
}

QString BranchesList::idAt(const QModelIndex &index) const
{
    return index.isValid() && index.row() < m_model.rowCount()
        ? QString::fromStdString(m_model.rows()[static_cast<std::size_t>(index.row())].id)
        : QString();
}

} // namespace sessionarium::ui::branches
