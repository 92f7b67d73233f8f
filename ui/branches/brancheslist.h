// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/branches/branchdelegate.h"

#include <QListView>

namespace sessionarium::ui::branches {

/// The branches one below the other. Click or Enter plays one; arrows move; F2 (a command of the window) names it;
/// Delete takes it away. Only Tab and F6 lead here, so that a click does not take the arrows away from the playhead.
class BranchesList : public QListView
{
    Q_OBJECT

public:
    BranchesList(theme::ThemeHost &host, BranchesModel &model, QWidget *parent = nullptr);

    void setAxis(const Axis &axis);
    /// Where things are, for tests.
    [[nodiscard]] const BranchDelegate &lanes() const { return *m_delegate; }
    /// The branch on which the keyboard is. Empty: none.
    [[nodiscard]] std::string currentBranch() const;
    void rename(const std::string &branch);
    [[nodiscard]] bool isRenaming() const { return state() == EditingState; }
    /// For so many rows.
    [[nodiscard]] int heightFor(int rows) const;

Q_SIGNALS:
    void playRequested(const QString &branch);
    void removeRequested(const QString &branch);
    void menuRequested(const QString &branch, const QPoint &globalPosition);
    void renamed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint) override;

private:
    void applyTheme();
    [[nodiscard]] QString idAt(const QModelIndex &index) const;

    theme::ThemeHost &m_host;
    BranchesModel &m_model;
    BranchDelegate *m_delegate;
};

} // namespace sessionarium::ui::branches
