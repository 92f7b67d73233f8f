// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timelineview/lanetraffic.h"

#include "ui/timelineview/verdictmark.h"

#include <algorithm>
#include <limits>

namespace sessionarium::ui::timelineview {

using report::LaneLayout;

namespace {

constexpr std::uint32_t noRow = 0xFFFFFFFFu;
constexpr std::uint32_t noStroke = 0xFFFFFFFFu;
constexpr std::size_t mostTableRows = 64;
constexpr double leastGap = 0.5; // pixels: on the pixels of the one before
constexpr double gapGrowth = 3;
constexpr double greatestGap = 64; // nothing is gained beyond
constexpr double widestStroke = 24; // pixels; so that one sees where there is more and where less

std::vector<std::uint32_t> rowsByLane(const LanesGeometry &geometry)
{
    std::vector<std::uint32_t> rows(geometry.yOfLane.size(), noRow);
    for (std::size_t row = 0; row < geometry.rows.size(); ++row)
        rows[geometry.rows[row].lane] = static_cast<std::uint32_t>(row);
    return rows;
}

} // namespace

void LaneTraffic::Open::reset(std::size_t rows)
{
    m_rows = rows;
    m_many.clear();
    m_table.assign(rows <= mostTableRows ? rows * rows * 2 : 0, noStroke);
}

std::uint32_t &LaneTraffic::Open::operator()(std::uint32_t fromRow, std::uint32_t toRow, bool failed)
{
    const std::uint64_t place = (std::uint64_t {fromRow} * m_rows + toRow) * 2 + (failed ? 1 : 0);
    if (!m_table.empty())
        return m_table[place];
    return m_many.try_emplace(place, noStroke).first->second;
}

bool LaneTraffic::isSame(const LaneLayout &layout, const LanesFilter &filter, const LanesGeometry &geometry,
                         const LanesScale &scale) const
{
    return m_layout == &layout && m_filter == filter && m_scale == scale && m_rowOfLane == rowsByLane(geometry);
}

/// An arrow that began before the view may reach into it, by no more than this.
std::int64_t LaneTraffic::longestArrow(const LaneLayout &layout)
{
    std::int64_t longest = 0;
    for (const LaneLayout::Arrow &arrow : layout.arrows)
        longest = std::max(longest, arrow.x2 - arrow.x1);
    return longest;
}

void LaneTraffic::update(const LaneLayout &layout, const LanesFilter &filter, const LanesGeometry &geometry,
                         const LanesScale &scale, std::int64_t limit)
{
    const bool goesOn = isSame(layout, filter, geometry, scale) && limit >= m_limit;
    if (!goesOn) {
        if (!m_layout || m_longestOf != &layout)
            m_longest = longestArrow(layout);
        m_longestOf = &layout;
        m_layout = &layout;
        m_filter = filter;
        m_scale = scale;
        m_rowOfLane = rowsByLane(geometry);
        m_rows = geometry.rows.size();
        m_from = scale.unit(scale.left - 8);
        m_to = scale.unit(scale.right + 8);
        restart(leastGap);
    }
    while (!advance(limit))
        restart(m_gap * gapGrowth);
    gatherUnderWay();
}

void LaneTraffic::restart(double gap)
{
    m_gap = gap;
    m_limit = std::numeric_limits<std::int64_t>::min();
    m_arrived.clear();
    m_pending.clear();
    m_open.reset(m_rows);
    const auto first = std::lower_bound(m_layout->arrows.begin(), m_layout->arrows.end(), m_from - m_longest,
                                        [](const LaneLayout::Arrow &arrow, std::int64_t x) { return arrow.x1 < x; });
    m_next = static_cast<std::size_t>(first - m_layout->arrows.begin());
}

bool LaneTraffic::advance(std::int64_t limit)
{
    const std::vector<LaneLayout::Arrow> &arrows = m_layout->arrows;
    const auto isCrowded = [this] { return m_arrived.size() > mostStrokes && m_gap < greatestGap; };
    m_limit = limit;
    std::erase_if(m_pending, [&](std::uint32_t index) {
        const LaneLayout::Arrow &arrow = arrows[index];
        if (arrow.x2 > limit)
            return false;
        add(m_arrived, m_open, arrow, m_gap);
        return true;
    });
    const std::int64_t until = std::min(limit, m_to);
    for (; m_next < arrows.size() && arrows[m_next].x1 <= until; ++m_next) {
        const LaneLayout::Arrow &arrow = arrows[m_next];
        if (m_rowOfLane[arrow.fromLane] == noRow || m_rowOfLane[arrow.toLane] == noRow || arrow.x2 < m_from
            || !m_filter.shows(arrow))
            continue;
        if (arrow.x2 > limit) {
            m_pending.push_back(static_cast<std::uint32_t>(m_next));
            continue;
        }
        add(m_arrived, m_open, arrow, m_gap);
        if (isCrowded())
            return false;
    }
    return !isCrowded();
}

void LaneTraffic::gatherUnderWay()
{
    m_underWay.clear();
    double gap = leastGap;
    while (true) {
        m_openUnderWay.reset(m_rows);
        for (const std::uint32_t index : m_pending) {
            LaneLayout::Arrow arrow = m_layout->arrows[index];
            arrow.failed = false; // that it fails is known when it has failed
            add(m_underWay, m_openUnderWay, arrow, gap);
        }
        if (m_underWay.size() <= mostStrokes || gap >= greatestGap)
            return;
        m_underWay.clear();
        gap *= gapGrowth;
    }
}

void LaneTraffic::add(std::vector<LaneStroke> &strokes, Open &open, const LaneLayout::Arrow &arrow, double gap) const
{
    std::uint32_t &last = open(m_rowOfLane[arrow.fromLane], m_rowOfLane[arrow.toLane], arrow.failed);
    const auto isNear = [&](std::int64_t a, std::int64_t b) {
        return static_cast<double>(a > b ? a - b : b - a) * m_scale.pixelsPerUnit < gap;
    };
    if (last != noStroke) {
        LaneStroke &stroke = strokes[last];
        // As long as single arrows are meant, both ends have to be on the same pixels.
        const bool isNarrow =
            static_cast<double>(arrow.x1 - stroke.x1First) * m_scale.pixelsPerUnit < std::max(widestStroke, 2 * gap);
        if (isNear(arrow.x1, stroke.x1Last) && isNarrow && (gap > leastGap || isNear(arrow.x2, stroke.x2Last))) {
            stroke.x1First = std::min(stroke.x1First, arrow.x1); // what was under way longer comes later
            stroke.x1Last = std::max(stroke.x1Last, arrow.x1);
            stroke.x2First = std::min(stroke.x2First, arrow.x2);
            stroke.x2Last = std::max(stroke.x2Last, arrow.x2);
            ++stroke.count;
            stroke.mixed = stroke.mixed || stroke.client != arrow.client;
            return;
        }
    }
    last = static_cast<std::uint32_t>(strokes.size());
    LaneStroke stroke;
    stroke.fromLane = arrow.fromLane;
    stroke.toLane = arrow.toLane;
    stroke.x1First = stroke.x1Last = arrow.x1;
    stroke.x2First = stroke.x2Last = arrow.x2;
    stroke.client = arrow.client;
    stroke.failed = arrow.failed;
    strokes.push_back(stroke);
}

std::vector<MarkSpot> gatherMarks(const LaneLayout &layout, const LanesFilter &filter, const LanesGeometry &geometry,
                                  const LanesScale &scale, std::int64_t limit, double apart)
{
    std::vector<MarkSpot> spots;
    const std::int64_t from = scale.unit(scale.left - 10);
    const std::int64_t to = std::min(scale.unit(scale.right + 10), limit);
    std::vector<std::uint32_t> last(layout.lanes.size(), noStroke);
    const auto first = std::lower_bound(layout.marks.begin(), layout.marks.end(), from,
                                        [](const LaneLayout::Mark &mark, std::int64_t x) { return mark.x < x; });
    for (auto mark = first; mark != layout.marks.end() && mark->x <= to; ++mark) {
        if (!geometry.isShown(mark->lane) || !filter.showsMarksOf(layout.lanes[mark->lane].entity))
            continue;
        const auto index = static_cast<std::uint32_t>(mark - layout.marks.begin());
        std::uint32_t &known = last[mark->lane];
        if (known == noStroke || static_cast<double>(mark->x - spots[known].x) * scale.pixelsPerUnit >= apart) {
            known = static_cast<std::uint32_t>(spots.size());
            spots.push_back({index, 1, mark->x});
            continue;
        }
        MarkSpot &spot = spots[known];
        const LaneLayout::Mark &shown = layout.marks[spot.mark];
        ++spot.count;
        if (badness(mark->outcome, mark->slow) > badness(shown.outcome, shown.slow))
            spot.mark = index;
    }
    return spots;
}

std::vector<std::int64_t> concernedFrom(const LaneLayout &layout, const LanesFilter &filter)
{
    if (!filter.narrows())
        return std::vector<std::int64_t>(layout.lanes.size(), 0);
    std::vector<std::int64_t> from(layout.lanes.size(), std::numeric_limits<std::int64_t>::max());
    for (std::size_t lane = 0; lane < layout.lanes.size(); ++lane) {
        if (filter.user.isSome() && layout.lanes[lane].entity == filter.user)
            from[lane] = 0;
    }
    for (const LaneLayout::Arrow &arrow : layout.arrows) { // by x1: the first one says it
        if (!filter.shows(arrow))
            continue;
        for (const std::uint32_t lane : {arrow.fromLane, arrow.toLane})
            from[lane] = std::min(from[lane], arrow.x1);
    }
    return from;
}

} // namespace sessionarium::ui::timelineview
