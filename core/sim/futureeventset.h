// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/simtime.h"
#include "core/sim/earlier.h"
#include "core/sim/prefetch.h"
#include "core/sim/quadheap.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

namespace sessionarium::sim {

/// The scheduled future of one run in a total order: by time, then in order of insertion. Equal inputs give equal order
/// on every machine; nothing here reads a clock. What is to happen is a small value of the caller's.
///
/// Most events of a model lie a constant delay ahead (latency, service time, time-out): those of one delay come in the
/// order of insertion, so each delay has a first-in-first-out lane; all others stand in a 4-ary heap.
/// A value: copying it copies the future.
template <class What = std::uint32_t>
class FutureEventSet
{
public:
    /// Requires: delay >= 0, `now` never runs backwards, and fewer than 2^32 were scheduled.
    void schedule(model::SimTime now, model::Duration delay, const What &what)
    {
        const std::int64_t at = (now + delay).us;
        const std::uint32_t sequence = m_sequence++;
        if (Event *place = placeInLane(delay, at, sequence)) {
            place->what = what;
            return;
        }
        m_heap.push(Event {at, sequence, what});
        m_heads[ofHeap] = Head(m_heap.top());
    }

    [[nodiscard]] std::uint32_t scheduledSoFar() const { return m_sequence; }

    /// The earliest event: when it is, and where it stands. At `never` when the run has come to rest.
    struct Next
    {
        model::SimTime at;
        std::size_t source;
    };
    static constexpr model::SimTime never {std::numeric_limits<std::int64_t>::max()};
    [[nodiscard]] Next next() const
    {
        std::size_t best = ofHeap;
        for (std::size_t i = ofFirstLane; i < ofFirstLane + m_lanes.size(); ++i) {
            best = m_heads[i].before(m_heads[best]) ? i : best;
        }
        return Next {model::SimTime {m_heads[best].at}, best};
    }

    /// Removes the event that next() gave. Requires: nothing was scheduled since.
    What pop(const Next &next)
    {
        if (next.source == ofHeap) {
            const What what = m_heap.top().what;
            m_heap.pop();
            m_heads[ofHeap] = m_heap.isEmpty() ? Head() : Head(m_heap.top());
            return what;
        }
        Lane &lane = m_lanes[next.source - ofFirstLane];
        const What what = lane.front().what;
        lane.pop();
        m_heads[next.source] = lane.count == 0 ? Head() : Head(lane.front());
        return what;
    }

    [[nodiscard]] std::optional<model::SimTime> nextTime() const
    {
        const Next earliest = next();
        if (earliest.at == never)
            return std::nullopt;
        return earliest.at;
    }
    /// Removes the earliest event. Requires: there is one.
    What pop() { return pop(next()); }

private:
    struct Event
    {
        std::int64_t at;
        std::uint32_t sequence;
        What what;

        [[nodiscard]] bool before(const Event &other) const
        {
            return isEarlier(at, sequence, other.at, other.sequence);
        }
    };
    /// The first of a lane or of the heap; `never` if it is empty. All of them side by side: they are compared each
    /// time.
    struct Head
    {
        std::int64_t at = never.us;
        std::uint32_t sequence = 0;

        Head() = default;
        Head(std::int64_t headAt, std::uint32_t headSequence) : at(headAt), sequence(headSequence) { }
        explicit Head(const Event &event) : Head(event.at, event.sequence) { }
        [[nodiscard]] bool before(const Head &other) const { return isEarlier(at, sequence, other.at, other.sequence); }
    };

    /// The events of one delay, oldest first, in a ring.
    struct Lane
    {
        explicit Lane(model::Duration laneDelay) : delay(laneDelay), ring(16) { }

        model::Duration delay;
        std::vector<Event> ring; // its size is a power of two
        std::size_t head = 0;
        std::size_t count = 0;

        [[nodiscard]] const Event &front() const { return ring[head]; }
        Event &push(std::int64_t at, std::uint32_t sequence)
        {
            if (count == ring.size())
                grow();
            Event &event = ring[(head + count) & (ring.size() - 1)];
            event.at = at;
            event.sequence = sequence;
            ++count;
            return event;
        }
        void pop()
        {
            head = (head + 1) & (ring.size() - 1);
            --count;
            prefetch(&ring[(head + 4) & (ring.size() - 1)]); // a long lane is not in the cache
        }
        void grow()
        {
            std::vector<Event> larger(2 * ring.size());
            for (std::size_t i = 0; i < count; ++i)
                larger[i] = ring[(head + i) & (ring.size() - 1)];
            ring = std::move(larger);
            head = 0;
        }
    };
    /// An event of the lane of that delay, without its `what`; null if the heap has to take it.
    Event *placeInLane(model::Duration delay, std::int64_t at, std::uint32_t sequence)
    {
        std::size_t i = 0;
        while (i < m_lanes.size() && m_lanes[i].delay != delay)
            ++i;
        if (i == m_lanes.size()) {
            if (i == maxLanes)
                return nullptr;
            m_lanes.emplace_back(delay);
        }
        if (m_lanes[i].count == 0)
            m_heads[ofFirstLane + i] = Head(at, sequence);
        return &m_lanes[i].push(at, sequence);
    }

    /// More would cost more to look through than the heap does. With jitter each delay is its own: these fill up once.
    static constexpr std::size_t maxLanes = 6;
    static constexpr std::size_t ofHeap = 0;
    static constexpr std::size_t ofFirstLane = 1;

    std::vector<Lane> m_lanes;
    QuadHeap<Event> m_heap;
    std::array<Head, ofFirstLane + maxLanes> m_heads;
    std::uint32_t m_sequence = 0;
};

} // namespace sessionarium::sim
