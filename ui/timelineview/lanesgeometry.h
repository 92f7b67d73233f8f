// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/lanelayout.h"
#include "ui/stage/stagetexts.h"

#include <QRectF>
#include <QString>

#include <cstdint>
#include <vector>

/// The lanes of the layout as they stand in a widget: which are shown, where, with which words. Plain values.
namespace sessionarium::ui::timelineview {

/// Paced axis ↔ pixels.
struct LanesScale
{
    double left = 0; ///< Where the axis begins, in pixels.
    double right = 0; ///< Where the view ends.
    double pixelsPerUnit = 1; ///< Pixels for one unit of PacingMap.
    std::int64_t first = 0; ///< The unit at `left`.

    [[nodiscard]] double x(std::int64_t unit) const { return left + static_cast<double>(unit - first) * pixelsPerUnit; }
    [[nodiscard]] std::int64_t unit(double pixel) const
    {
        return first + static_cast<std::int64_t>((pixel - left) / pixelsPerUnit);
    }
    friend bool operator==(const LanesScale &, const LanesScale &) = default;
};

struct LanesGeometry
{
    struct Row
    {
        std::uint32_t lane = 0; ///< Of report::LaneLayout.
        model::EntityId entity;
        QString name;
        bool isClient = false;
        double y = 0;
    };
    std::vector<Row> rows; ///< Those shown, top to bottom.
    std::vector<double> yOfLane; ///< By lane; negative for one that is not shown.
    std::uint32_t foldedClients = 0;
    std::uint32_t foldedOthers = 0;
    bool canFold = false; ///< All are shown, though they stand closer than they should.
    double rowGap = 0; ///< Between two rows.
    double contentHeight = 0; ///< Of all rows; more than the area has: the rows scroll.

    [[nodiscard]] bool isShown(std::uint32_t lane) const { return lane < yOfLane.size() && yOfLane[lane] >= 0; }
};

struct RowWishes
{
    QRectF area; ///< Where rows may stand.
    double leastGap = 24; ///< Between rows, else some fold.
    double widestGap = 40;
    bool showAll = false; ///< Nothing folds; rows stand as close as closestGap and then scroll.
    double closestGap = 18;
};

/// Which lanes are shown, and where. `present`: by lane, whether its entity has joined yet. `wanted`: entities in order
/// of importance; they stay when not all fit, then the others in their order.
[[nodiscard]] LanesGeometry layOutRows(const report::LaneLayout &layout, const stage::StageTexts &texts,
                                       const RowWishes &wishes, const std::vector<bool> &present,
                                       const std::vector<model::EntityId> &wanted);

} // namespace sessionarium::ui::timelineview
