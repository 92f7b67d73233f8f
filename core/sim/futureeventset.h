// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/simtime.h"

#include <cstdint>
#include <utility>
#include <vector>

namespace sessionarium::sim {

/// The scheduled future of one run in a total order: by time, then in order of insertion. Equal inputs give equal order
/// on every machine; nothing here reads a clock. A 4-ary heap of 16-byte keys; what is to happen stands in `slot`s of
/// the caller. A value: copying it copies the future.
class FutureEventSet
{
public:
    struct Key
    {
        std::int64_t at;
        std::uint32_t sequence;
        std::uint32_t slot;
    };

    /// Requires: at is not before the event popped last, and fewer than 2^32 were scheduled.
    void schedule(model::SimTime at, std::uint32_t slot)
    {
        m_heap.push_back(Key{at.us, m_sequence++, slot});
        siftUp(m_heap.size() - 1);
    }

    [[nodiscard]] bool isEmpty() const { return m_heap.empty(); }
    [[nodiscard]] std::uint32_t scheduledSoFar() const { return m_sequence; }
    /// Requires: not empty.
    [[nodiscard]] model::SimTime nextTime() const { return model::SimTime{m_heap.front().at}; }

    /// Removes the earliest event and returns its slot. Requires: not empty.
    std::uint32_t pop()
    {
        const std::uint32_t slot = m_heap.front().slot;
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

    std::vector<Key> m_heap;
    std::uint32_t m_sequence = 0;
};

} // namespace sessionarium::sim
