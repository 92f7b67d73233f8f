// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/timeline.h"

#include <optional>
#include <vector>

namespace sessionarium::report {

/// Playback time ↔ virtual time of one run (semantics §9): gives each hop enough screen time to be followed and shortens
/// idle spans. Strictly increasing piecewise linear; screen time in microseconds of playback at speed 1, integers.
/// One map serves lanes, scrub bar, marks and the playback clock.
class PacingMap
{
public:
    PacingMap() = default;
    /// Over all records of the timeline, up to `end` of the run.
    explicit PacingMap(const timeline::Timeline &timeline);

    [[nodiscard]] std::int64_t length() const; ///< Of the whole run on the screen.
    [[nodiscard]] std::int64_t toScreen(model::SimTime t) const;
    [[nodiscard]] model::SimTime toTime(std::int64_t screen) const;

    /// The moments of shown records, increasing, without repeats: the stops of a hop step.
    [[nodiscard]] const std::vector<model::SimTime> &stops() const { return m_times; }
    [[nodiscard]] std::optional<model::SimTime> nextStop(model::SimTime after) const;
    [[nodiscard]] std::optional<model::SimTime> previousStop(model::SimTime before) const;

    /// Idle spans that were shortened: drawn with a break and their virtual length ("2.0 s").
    struct Shortened
    {
        model::SimTime from;
        model::SimTime to;
        friend bool operator==(const Shortened &, const Shortened &) = default;
    };
    [[nodiscard]] const std::vector<Shortened> &shortened() const { return m_shortened; }

private:
    std::vector<model::SimTime> m_times;
    std::vector<std::int64_t> m_screen; // playback position of each stop
    std::vector<Shortened> m_shortened;
    model::SimTime m_end;
    std::int64_t m_length = 0;
};

} // namespace sessionarium::report
