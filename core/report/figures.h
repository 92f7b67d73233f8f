// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/pacing.h"
#include "core/report/summary.h"
#include "core/timeline/timeline.h"
#include "core/verdict/judge.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace sessionarium::report {

/// How a run went over time: the series that charts show. Made once from a whole run; who may know only its beginning
/// takes the values of the first countUpTo(t) ticks, in which nothing later than t has a part.
///
/// Each series has one value for each tick. "At" a tick means: after all records up to and including that moment, as
/// summarize() says of them. "Since the tick before" means: over the span that ends at the tick.
struct Figures
{
    using Series = std::vector<std::uint64_t>;

    /// A server or a store. Its series are 0 before it joined.
    struct Holder
    {
        model::EntityId entity;
        model::EntityType type = model::EntityType::Server;
        std::size_t firstTick = 0; ///< The first tick at which it is there.
        Series busyPpm; ///< Server: mean share of its places in use since the tick before, 0 … 1,000,000.
        Series servingPpm; ///< Server: share of its places that serve a request, at the tick.
        Series waiting; ///< Server: the most requests in its queue since the tick before, once an instant was over.
        Series sessions; ///< In its memory, at the tick.
        Series sessionBytes; ///< Of these, at the tick, by the sizes of summary.h.
    };
    /// What was sent up to the tick, lost messages too.
    struct Traffic
    {
        Series messages;
        Series bytes;
    };
    /// Nearest rank over all requests finished up to the tick, in microseconds; 0 while there is none.
    struct Latency
    {
        Series p50;
        Series p95;
        Series p99;
        std::size_t firstTick = 0; ///< The first tick with a finished request.
    };

    std::vector<model::SimTime> ticks; ///< Increasing.
    std::vector<Holder> holders; ///< In order of joining.
    Traffic replication; ///< The kinds replication_* and membership.
    Traffic store; ///< The kinds store_*.
    Latency latency;
    Series clients; ///< Clients that joined, at the tick.
    Series signedIn; ///< Those of them that believe that they are signed in, at the tick.
    std::array<Series, std::tuple_size_v<Outcomes>>
        outcomes; ///< By verdict::Outcome: finished requests up to the tick.

    /// How many ticks are not later than t.
    [[nodiscard]] std::size_t countUpTo(model::SimTime t) const;
};

/// Moments to measure a run at: all stops of the map if there are at most `most`, so that every hop shows; else about
/// `most` moments at equal distances on the paced axis. Requires: most >= 1.
[[nodiscard]] std::vector<model::SimTime> figureTicks(const PacingMap &pacing, std::size_t most);

/// Long work asks this now and then; it returns false to cancel.
using FiguresProgress = std::function<bool(int permille)>;

/// One pass over the records and the verdicts. None: it was cancelled. Requires: increasing ticks; records after the
/// last one are left out.
[[nodiscard]] std::optional<Figures> measure(const timeline::Timeline &timeline, const verdict::Verdicts &verdicts,
                                             std::vector<model::SimTime> ticks, const FiguresProgress &progress = {});

} // namespace sessionarium::report
