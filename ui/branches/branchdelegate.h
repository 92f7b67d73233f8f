// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/branches/branchesmodel.h"
#include "ui/theme/themehost.h"

#include <QStyledItemDelegate>

namespace sessionarium::ui::branches {

/// Where the axis stands in a row, in pixels.
struct Axis
{
    int left = 0;
    int width = 0;
};

/// Paints a branch as a thin lane: its name, the line from where it leaves the old course, its marks. The one that is
/// played has a filled dot, a bold name and the thicker line.
class BranchDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    BranchDelegate(theme::ThemeHost &host, const BranchesModel &model, QObject *parent = nullptr);

    void setAxis(const Axis &axis) { m_axis = axis; }
    [[nodiscard]] const Axis &axis() const { return m_axis; }
    /// x of an instant in a row.
    [[nodiscard]] double xOf(model::SimTime t) const;
    /// What is painted of a row's verdicts now; x in the row.
    [[nodiscard]] std::vector<BranchMarks::Mark> marks(int row) const;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;

    static constexpr int rowHeight = 28;

private:
    [[nodiscard]] QRect nameRect(const QRect &row) const;
    void paintName(QPainter &painter, const QRect &row, const BranchesModel::Row &branch) const;
    void paintForks(QPainter &painter, const QRect &row, int index) const;
    void paintLane(QPainter &painter, const QRect &row, int index) const;

    theme::ThemeHost &m_host;
    const BranchesModel &m_model;
    Axis m_axis;
};

} // namespace sessionarium::ui::branches
