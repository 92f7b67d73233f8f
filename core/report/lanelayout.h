// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/pacing.h"
#include "core/timeline/timeline.h"
#include "core/verdict/judge.h"

#include <vector>

namespace sessionarium::report {

/// The lanes as geometry in abstract units: x is playback time (PacingMap), y the index of a lane. Painted by
/// ui/timelineview and written as SVG from the same values.
struct LaneLayout
{
    struct Lane
    {
        model::EntityId entity;
        model::EntityType type = model::EntityType::Client;
    };
    /// A message as an arrow between two lanes; also a health check that changed what the balancer counts, though it
    /// left no message (kind Check).
    struct Arrow
    {
        model::RecordId sent;
        model::RequestId request;
        model::EntityId client; ///< Whose request it carries: its colour.
        std::uint32_t fromLane = 0;
        std::uint32_t toLane = 0;
        std::int64_t x1 = 0;
        std::int64_t x2 = 0;
        model::MessageKind kind = model::MessageKind::Request;
        bool failed = false; ///< Lost, dropped, or a connection that was refused.
    };
    /// While something is not as it should be. Of the first three kinds one at a time holds for a lane: the process
    /// answers nobody.
    struct Band
    {
        /// Gone: its host has no power, or it was removed. Hung: it takes connections and does nothing. Slow: somebody
        /// made it so. Cut: nothing gets through to or from at least one of the others.
        enum class Kind : std::uint32_t { Down, Gone, Hung, Slow, Cut };
        std::uint32_t lane = 0;
        std::int64_t x1 = 0;
        std::int64_t x2 = 0; ///< The end of the run if it did not come back.
        model::RecordId from;
        Kind kind = Kind::Down;
    };
    /// Where a request finished: its verdict.
    struct Mark
    {
        std::uint32_t lane = 0;
        std::int64_t x = 0;
        model::RecordId record;
        model::RequestId request;
        verdict::Outcome outcome = verdict::Outcome::Fine;
        bool slow = false;
    };

    std::vector<Lane> lanes; ///< In the order of entitiesInLaneOrder().
    std::vector<Arrow> arrows; ///< By x1.
    std::vector<Band> bands;
    std::vector<Mark> marks; ///< By x.
    std::int64_t length = 0;
};

/// All entities as the lanes stand: clients, balancer, servers, then every other type; each in order of joining.
[[nodiscard]] std::vector<model::EntityId> entitiesInLaneOrder(const timeline::Timeline &timeline);

[[nodiscard]] LaneLayout layOutLanes(const timeline::Timeline &timeline, const verdict::Verdicts &verdicts,
                                     const PacingMap &pacing);

/// By lane: whether to draw it where there is room for `most`. The balancer and the servers stay, but leave a quarter
/// to the clients; of these, those whose requests did not all go well.
[[nodiscard]] std::vector<bool> lanesWorthShowing(const LaneLayout &layout, std::uint32_t most);

} // namespace sessionarium::report
