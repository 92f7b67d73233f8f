// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/timeline.h"

#include <optional>
#include <vector>

namespace sessionarium::report {

/// Playback time ↔ virtual time of one run (semantics §9): gives each hop enough screen time to be followed and
/// shortens idle spans. Strictly increasing piecewise linear; screen time in microseconds of playback at speed 1,
/// integers. One map serves lanes, scrub bar, marks and the playback clock.
///
/// A gap of d between neighbouring stops, with m messages on the wire, takes clamp(300 ms·d/h, 60 ms, 900 ms) /
/// max(1, m/4), at least a microsecond; h is the median of the known transit times of all messages (without any: of the
/// gaps). All records are shown in this version, so every moment at which something happened is a stop.
/// The map covers the run from 0 to its end: its duration, or where it was cut.
class PacingMap
{
public:
    PacingMap() = default;
    /// Over all records of the timeline, up to `end` of the run.
    explicit PacingMap(const timeline::Timeline &timeline);
    /// The same as far as it may be known at an instant: nothing of what comes later has any influence on it. From the
    /// last stop before it on, time goes on at the pace so far, without a stop, to the end that the run was meant to
    /// have.
    PacingMap(const timeline::Timeline &timeline, model::SimTime knownUntil);
    /// The switch of semantics §9: a microsecond of the run is one on the screen; nothing is shortened.
    [[nodiscard]] static PacingMap linear(const timeline::Timeline &timeline);
    /// The same as far as it may be known at an instant.
    [[nodiscard]] static PacingMap linear(const timeline::Timeline &timeline, model::SimTime knownUntil);

    [[nodiscard]] bool isLinear() const { return m_linear; }
    /// What a median hop takes on the screen; at least 1.
    [[nodiscard]] std::int64_t hop() const { return m_hop; }
    [[nodiscard]] std::int64_t length() const { return m_length; } ///< Of the whole run on the screen.
    /// Times outside the run count as its start or end. Exact at the stops: toTime(toScreen(t)) == t.
    [[nodiscard]] std::int64_t toScreen(model::SimTime t) const;
    [[nodiscard]] model::SimTime toTime(std::int64_t screen) const;

    /// The moments of shown records, increasing, without repeats: the stops of a hop step.
    [[nodiscard]] const std::vector<model::SimTime> &stops() const { return m_times; }
    [[nodiscard]] std::optional<model::SimTime> nextStop(model::SimTime after) const;
    [[nodiscard]] std::optional<model::SimTime> previousStop(model::SimTime before) const;

    /// Idle spans that were shortened: drawn with a break and their virtual length ("2.0 s"). Nothing is on the wire,
    /// they last at least 100 ms, and at the scale of the hops they would take more than they get.
    struct Shortened
    {
        model::SimTime from;
        model::SimTime to;
        friend bool operator==(const Shortened &, const Shortened &) = default;
    };
    [[nodiscard]] const std::vector<Shortened> &shortened() const { return m_shortened; }

private:
    void layOut(const timeline::Timeline &timeline, std::optional<model::SimTime> knownUntil);
    void layOutLinear(const timeline::Timeline &timeline, std::optional<model::SimTime> knownUntil);
    [[nodiscard]] std::int64_t lengthOfTheUnknown() const;

    struct Knot
    {
        std::int64_t time = 0;
        std::int64_t screen = 0;
    };
    /// How many records there are to be known.
    std::uint32_t readTimes(const timeline::Timeline &timeline, std::optional<model::SimTime> knownUntil);
    /// The knots around the stop of this index: the one before it (or the start), and itself (or the end).
    [[nodiscard]] Knot knotBefore(std::size_t stop) const;
    [[nodiscard]] Knot knotAt(std::size_t stop) const;

    std::vector<model::SimTime> m_times;
    std::vector<std::int64_t> m_screen; // playback position of each stop
    std::vector<Shortened> m_shortened;
    model::SimTime m_end;
    std::int64_t m_length = 0;
    std::int64_t m_hop = 1;
    bool m_linear = false;
};

} // namespace sessionarium::report
