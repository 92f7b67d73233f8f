// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>

#include <vector>

namespace sessionarium::ui::lesson {

/// Puts its items side by side and goes on in the next line where one no longer fits.
class FlowLayout : public QLayout
{
public:
    explicit FlowLayout(int gap) : m_gap(gap) { }
    ~FlowLayout() override;

    void addItem(QLayoutItem *item) override;
    [[nodiscard]] int count() const override { return static_cast<int>(m_items.size()); }
    [[nodiscard]] QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override { return arrange(QRect(0, 0, width, 0), false); }
    [[nodiscard]] QSize sizeHint() const override { return minimumSize(); }
    [[nodiscard]] QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    /// The height that the items take; moves them there if `move`.
    int arrange(const QRect &rect, bool move) const;

    std::vector<QLayoutItem *> m_items; // owned
    int m_gap;
};

} // namespace sessionarium::ui::lesson
