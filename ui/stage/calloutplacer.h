// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/stage/stagelayout.h"

#include <QFontMetricsF>

namespace sessionarium::ui::stage {

/// Finds a place for the callout of a scene that holds all its words: on no node if there is room, on as few pins and
/// waiting requests as can be, near what it speaks of.
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
    /// Where it hides the least, if there is no free place that holds its words.
    [[nodiscard]] QRectF placeOver() const;
    [[nodiscard]] double hiddenBy(const QRectF &box, const QRectF &target) const;

    const StageScene &m_scene;
    const StageLayout &m_layout;
    double m_left;
    double m_right;
    QFontMetricsF m_font; // of its words
    double m_words = 0; // width of its longest line
    double m_narrowest = 0; // width of a box in which no word is cut
    QPointF m_target;
    std::vector<QPointF> m_lines; // points of the lines that it had better not hide
};

} // namespace sessionarium::ui::stage
