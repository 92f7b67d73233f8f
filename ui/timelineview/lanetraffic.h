// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timelineview/lanesfilter.h"
#include "ui/timelineview/lanesgeometry.h"

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace sessionarium::ui::timelineview {

/// Messages from one lane to another that lie too close to be told apart, or a single one. Units of the axis.
struct LaneStroke
{
    std::uint32_t fromLane = 0;
    std::uint32_t toLane = 0;
    std::int64_t x1First = 0;
    std::int64_t x1Last = 0;
    std::int64_t x2First = 0; ///< The smallest.
    std::int64_t x2Last = 0; ///< The largest.
    std::uint32_t count = 1;
    model::EntityId client; ///< Whose; the first one's.
    bool mixed = false; ///< Of several clients.
    bool failed = false;
};

/// Marks on one lane that would overlap: the worst of them.
struct MarkSpot
{
    std::uint32_t mark = 0; ///< Of LaneLayout::marks.
    std::uint32_t count = 1;
    std::int64_t x = 0; ///< Where the first one stands.
};

/// What of a run's messages is to be painted, in one pass over those in view, however many they are: never many strokes
/// on a pixel, and never more than `mostStrokes` of messages that arrived. Where a pass gives more, strokes farther
/// apart count as one. While only the playhead moves on, what was gathered stays and only what is new is looked at.
///
/// Nothing later than the limit has a part in it.
class LaneTraffic
{
public:
    static constexpr std::size_t mostStrokes = 700;

    /// Forgets everything; for another run.
    void clear() { m_layout = nullptr; }
    void update(const report::LaneLayout &layout, const LanesFilter &filter, const LanesGeometry &geometry,
                const LanesScale &scale, std::int64_t limit);

    /// Messages that have arrived.
    [[nodiscard]] const std::vector<LaneStroke> &arrived() const { return m_arrived; }
    /// Messages on their way at the limit.
    [[nodiscard]] const std::vector<LaneStroke> &underWay() const { return m_underWay; }
    /// How far apart strokes are that count as one, in pixels.
    [[nodiscard]] double gap() const { return m_gap; }

private:
    /// Of strokes from one row to another: the one that the next message may belong to.
    class Open
    {
    public:
        void reset(std::size_t rows);
        [[nodiscard]] std::uint32_t &operator()(std::uint32_t fromRow, std::uint32_t toRow, bool failed);

    private:
        std::size_t m_rows = 0;
        std::vector<std::uint32_t> m_table;
        std::unordered_map<std::uint64_t, std::uint32_t> m_many; // for so many rows that a table would be mostly empty
    };

    void restart(double gap);
    /// False: there are too many strokes.
    [[nodiscard]] bool advance(std::int64_t limit);
    void gatherUnderWay();
    void add(std::vector<LaneStroke> &strokes, Open &open, const report::LaneLayout::Arrow &arrow, double gap) const;
    [[nodiscard]] bool isSame(const report::LaneLayout &layout, const LanesFilter &filter,
                              const LanesGeometry &geometry, const LanesScale &scale) const;
    [[nodiscard]] std::int64_t longestArrow(const report::LaneLayout &layout);

    const report::LaneLayout *m_layout = nullptr;
    LanesFilter m_filter;
    LanesScale m_scale;
    std::vector<std::uint32_t> m_rowOfLane; // noRow: not shown
    std::size_t m_rows = 0;
    std::int64_t m_from = 0; // in view
    std::int64_t m_to = 0;
    std::int64_t m_longest = 0;
    const report::LaneLayout *m_longestOf = nullptr;

    double m_gap = 0;
    std::int64_t m_limit = 0;
    std::size_t m_next = 0; // the first arrow that was not looked at
    std::vector<std::uint32_t> m_pending; // arrows that had not arrived at m_limit
    Open m_open;
    Open m_openUnderWay;
    std::vector<LaneStroke> m_arrived;
    std::vector<LaneStroke> m_underWay;
};

/// The marks in view up to the limit, those within `apart` pixels of each other as one.
[[nodiscard]] std::vector<MarkSpot> gatherMarks(const report::LaneLayout &layout, const LanesFilter &filter,
                                                const LanesGeometry &geometry, const LanesScale &scale,
                                                std::int64_t limit, double apart);

/// By lane: from when on it has a part in what a filter shows; the largest number: never.
[[nodiscard]] std::vector<std::int64_t> concernedFrom(const report::LaneLayout &layout, const LanesFilter &filter);

} // namespace sessionarium::ui::timelineview
