// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/stage/stagelayout.h"

namespace sessionarium::ui::stage {

/// Finds a place for the callout of a scene: on no node, on as few pins and waiting requests as can be, near what it
/// speaks of.
class CalloutPlacer
{
public:
    /// `layout`: with its nodes and routes; `left`, `right`: where the columns of clients and servers end and begin.
    CalloutPlacer(const StageScene &scene, const StageLayout &layout, double left, double right);

    /// Requires: the scene has a callout.
    [[nodiscard]] QRectF place() const;

private:
    [[nodiscard]] double px(double length) const { return length * m_layout.unit; }
    [[nodiscard]] QSizeF sizeFor(double width) const;
    [[nodiscard]] double distanceOf(const QRectF &box) const;
    [[nodiscard]] double costOf(const QRectF &box) const;
    [[nodiscard]] bool isFree(const QRectF &box) const;

    const StageScene &m_scene;
    const StageLayout &m_layout;
    double m_left;
    double m_right;
    double m_words = 0; // width of its longest line
    QPointF m_target;
    std::vector<QPointF> m_lines; // points of the lines that it had better not hide
};

} // namespace sessionarium::ui::stage
