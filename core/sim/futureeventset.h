// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/simtime.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace sessionarium::sim {

/// The scheduled future of one run in a total order: by time, then in order of insertion. Equal inputs give equal order
/// on every machine; nothing here reads a clock. What is to happen stands in `slot`s of the caller.
///
/// Most events of a model lie a constant delay ahead (latency, service time, time-out): those of one delay come in the
/// order of insertion, so each delay has a first-in-first-out lane; all others stand in a 4-ary heap of 16-byte keys.
/// A value: copying it copies the future.
class FutureEventSet
{
public:
    struct Key
    {
        std::int64_t at;
        std::uint32_t sequence;
        std::uint32_t slot;
    };

    /// Requires: delay >= 0, `now` never runs backwards, and fewer than 2^32 were scheduled.
    void schedule(model::SimTime now, model::Duration delay, std::uint32_t slot)
    {
        const Key key{(now + delay).us, m_sequence++, slot};
        for (Lane &lane : m_lanes) {
            if (lane.delay == delay) {
                lane.keys.push_back(key);
                return;
            }
        }
        if (m_lanes.size() < maxLanes) {
            m_lanes.push_back(Lane{delay, {key}, 0});
            return;
        }
        m_heap.push_back(key);
        siftUp(m_heap.size() - 1);
    }

    [[nodiscard]] std::uint32_t scheduledSoFar() const { return m_sequence; }
    /// When the earliest event is; nothing when the run has come to rest.
    [[nodiscard]] std::optional<model::SimTime> nextTime() const
    {
        const Key *key = earliest();
        if (!key)
            return std::nullopt;
        return model::SimTime{key->at};
    }

    /// Removes the earliest event and returns its slot. Requires: there is one.
    std::uint32_t pop()
    {
        const Key *key = earliest();
        const std::uint32_t slot = key->slot;
        for (Lane &lane : m_lanes) {
            if (!lane.isEmpty() && key == &lane.front()) {
                lane.pop();
                return slot;
            }
        }
        const Key last = m_heap.back();
        m_heap.pop_back();
        if (!m_heap.empty())
            siftDown(last);
        return slot;
    }

private:
    static bool before(const Key &a, const Key &b) { return a.at != b.at ? a.at < b.at : a.sequence < b.sequence; }

    void siftUp(std::size_t i)
    {
        const Key key = m_heap[i];
        while (i > 0) {
            const std::size_t parent = (i - 1) / 4;
            if (!before(key, m_heap[parent]))
                break;
            m_heap[i] = m_heap[parent];
            i = parent;
        }
        m_heap[i] = key;
    }

    /// Places `key` into the hole at the root.
    void siftDown(Key key)
    {
        std::size_t i = 0;
        const std::size_t size = m_heap.size();
        for (;;) {
            const std::size_t first = 4 * i + 1;
            if (first >= size)
                break;
            std::size_t best = first;
            const std::size_t end = first + 4 < size ? first + 4 : size;
            for (std::size_t child = first + 1; child < end; ++child) {
                if (before(m_heap[child], m_heap[best]))
                    best = child;
            }
            if (!before(m_heap[best], key))
                break;
            m_heap[i] = m_heap[best];
            i = best;
        }
        m_heap[i] = key;
    }

    /// The events of one delay, oldest first.
    struct Lane
    {
        model::Duration delay;
        std::vector<Key> keys;
        std::size_t head;

        [[nodiscard]] bool isEmpty() const { return head == keys.size(); }
        [[nodiscard]] const Key &front() const { return keys[head]; }
        void pop()
        {
            ++head;
            if (head == keys.size()) {
                keys.clear();
                head = 0;
            } else if (head >= 1024 && head * 2 >= keys.size()) {
                keys.erase(keys.begin(), keys.begin() + static_cast<std::ptrdiff_t>(head));
                head = 0;
            }
        }
    };
    /// More would cost more to look through than the heap does. With jitter each delay is its own: these fill up once.
    static constexpr std::size_t maxLanes = 6;

    [[nodiscard]] const Key *earliest() const
    {
        const Key *best = m_heap.empty() ? nullptr : &m_heap.front();
        for (const Lane &lane : m_lanes) {
            if (!lane.isEmpty() && (!best || before(lane.front(), *best)))
                best = &lane.front();
        }
        return best;
    }

    std::vector<Lane> m_lanes;
    std::vector<Key> m_heap;
    std::uint32_t m_sequence = 0;
};

} // namespace sessionarium::sim
