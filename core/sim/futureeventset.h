// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/simtime.h"
#include "core/sim/earlier.h"
#include "core/sim/prefetch.h"
#include "core/sim/quadheap.h"

#include <algorithm>
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
        const std::uint32_t lane = laneOf(delay);
        if (lane == maxLanes) [[unlikely]]
            placeInHeap(Event {at, sequence, what});
        else
            placeInLane(lane, Event {at, sequence, what});
    }

    [[nodiscard]] std::uint32_t scheduledSoFar() const { return m_sequence; }

    /// The earliest event: when it is, and where it stands. At `never` when the run has come to rest.
    struct Next
    {
        model::SimTime at;
        std::uint32_t source;
    };
    static constexpr model::SimTime never {std::numeric_limits<std::int64_t>::max()};
    [[nodiscard]] Next next() const
    {
        WideKey earliest = m_heads[ofHeap];
        for (std::size_t i = ofFirstLane; i < m_heads.size(); ++i) // of empty ones, too: nothing to predict
            earliest = std::min(earliest, m_heads[i]);
        return Next {model::SimTime {static_cast<std::int64_t>(earliest >> 64)}, static_cast<std::uint32_t>(earliest)};
    }

    /// Removes the event that next() gave. Requires: nothing was scheduled since.
    What pop(const Next &next)
    {
        if (next.source == ofHeap) {
            const What what = m_heap.top().what;
            m_heap.pop();
            m_heads[ofHeap] = m_heap.isEmpty() ? noHead : headOf(m_heap.top(), ofHeap);
            return what;
        }
        Lane &lane = m_lanes[next.source - ofFirstLane];
        const What what = lane.front().what;
        lane.pop();
        m_heads[next.source] = lane.count == 0 ? noHead : headOf(lane.front(), next.source);
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
    /// The events of one delay, oldest first, in a ring.
    struct Lane
    {
        std::vector<Event> ring = std::vector<Event>(16); // its size is a power of two
        std::size_t head = 0;
        std::size_t count = 0;

        [[nodiscard]] const Event &front() const { return ring[head]; }
        void push(const Event &event)
        {
            if (count == ring.size()) [[unlikely]]
                grow();
            ring[(head + count) & (ring.size() - 1)] = event;
            ++count;
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
    /// The lane of that delay, a new one if there is none; maxLanes if the heap has to take its events.
    std::uint32_t laneOf(model::Duration delay)
    {
        std::uint32_t found = maxLanes;
        for (std::uint32_t lane = 0; lane < maxLanes; ++lane)
            found = m_delays[lane] == delay ? lane : found;
        if (found == maxLanes && m_lanes.size() < maxLanes) [[unlikely]]
            found = openLane(delay);
        return found;
    }
    std::uint32_t openLane(model::Duration delay)
    {
        const auto lane = static_cast<std::uint32_t>(m_lanes.size());
        m_delays[lane] = delay;
        m_lanes.emplace_back();
        return lane;
    }
    void placeInLane(std::uint32_t index, const Event &event)
    {
        Lane &lane = m_lanes[index];
        if (lane.count == 0)
            m_heads[ofFirstLane + index] = headOf(event, ofFirstLane + index);
        lane.push(event);
    }
    void placeInHeap(const Event &event)
    {
        m_heap.push(event);
        m_heads[ofHeap] = headOf(m_heap.top(), ofHeap);
    }

    /// More would cost more to look through than the heap does. With jitter each delay is its own: these fill up once.
    static constexpr std::uint32_t maxLanes = 6;
    static constexpr std::uint32_t ofHeap = 0;
    static constexpr std::uint32_t ofFirstLane = 1;

    /// When the first event of a source is, and which source that is. All of them side by side: they are compared each
    /// time.
    static WideKey headOf(const Event &event, std::uint32_t source) { return keyOf(event.at, event.sequence, source); }
    static constexpr WideKey noHead = keyOf(never.us, 0);
    template <class T, std::size_t size>
    static constexpr std::array<T, size> filled(T value)
    {
        std::array<T, size> array;
        array.fill(value);
        return array;
    }

    std::vector<Lane> m_lanes;
    std::array<model::Duration, maxLanes> m_delays = filled<model::Duration, maxLanes>(model::Duration {-1});
    QuadHeap<Event> m_heap;
    std::array<WideKey, ofFirstLane + maxLanes> m_heads = filled<WideKey, ofFirstLane + maxLanes>(noHead);
    std::uint32_t m_sequence = 0;
};

} // namespace sessionarium::sim
