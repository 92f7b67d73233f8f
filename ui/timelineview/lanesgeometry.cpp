// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timelineview/lanesgeometry.h"

#include <algorithm>

namespace sessionarium::ui::timelineview {

LanesGeometry layOutRows(const report::LaneLayout &layout, const stage::StageTexts &texts, const RowWishes &wishes,
                         const std::vector<bool> &present, const std::vector<model::EntityId> &wanted)
{
    LanesGeometry geometry;
    geometry.yOfLane.assign(layout.lanes.size(), -1);
    const auto total = static_cast<std::size_t>(std::count(present.begin(), present.end(), true));
    if (total == 0)
        return geometry;

    const double room = wishes.area.height();
    const auto capacity = static_cast<std::size_t>(std::max(2.0, room / wishes.leastGap));
    const bool folds = total > capacity && !wishes.showAll;
    geometry.canFold = total > capacity && wishes.showAll;

    std::vector<bool> kept(layout.lanes.size(), !folds);
    std::size_t count = folds ? 0 : total;
    const auto keep = [&](std::size_t lane) {
        if (count < capacity && present[lane] && !kept[lane]) {
            kept[lane] = true;
            ++count;
        }
    };
    for (const model::EntityId entity : wanted) {
        for (std::size_t lane = 0; lane < layout.lanes.size(); ++lane) {
            if (layout.lanes[lane].entity == entity)
                keep(lane);
        }
    }
    for (std::size_t lane = 0; lane < layout.lanes.size(); ++lane)
        keep(lane);

    const double even = room / static_cast<double>(count);
    geometry.rowGap = std::clamp(even, wishes.showAll ? wishes.closestGap : even, wishes.widestGap);
    geometry.contentHeight = geometry.rowGap * static_cast<double>(count);
    double y = wishes.area.top() + geometry.rowGap / 2;
    for (std::size_t lane = 0; lane < layout.lanes.size(); ++lane) {
        const bool isClient = layout.lanes[lane].type == model::EntityType::Client;
        if (!present[lane])
            continue;
        if (!kept[lane]) {
            ++(isClient ? geometry.foldedClients : geometry.foldedOthers);
            continue;
        }
        const model::EntityId entity = layout.lanes[lane].entity;
        geometry.rows.push_back({static_cast<std::uint32_t>(lane), entity, texts.entityName(entity), isClient, y});
        geometry.yOfLane[lane] = y;
        y += geometry.rowGap;
    }
    return geometry;
}

} // namespace sessionarium::ui::timelineview
