// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace sessionarium::sim {

/// A heap with four children a node: half as deep as one with two, and the four stand side by side. `Item` has
/// `before(other)`, a total order: then the order of popping does not depend on the order of pushing.
template <class Item>
class QuadHeap
{
public:
    [[nodiscard]] bool isEmpty() const { return m_items.empty(); }
    /// Requires: not empty.
    [[nodiscard]] const Item &top() const { return m_items.front(); }
    void clear() { m_items.clear(); }

    void push(const Item &item)
    {
        std::size_t i = m_items.size();
        m_items.push_back(item);
        while (i > 0) {
            const std::size_t parent = (i - 1) / 4;
            if (!item.before(m_items[parent]))
                break;
            m_items[i] = m_items[parent];
            i = parent;
        }
        m_items[i] = item;
    }

    /// Requires: not empty.
    void pop()
    {
        const Item last = m_items.back();
        m_items.pop_back();
        if (!m_items.empty())
            placeFromRoot(last);
    }

private:
    /// By arithmetic, so that it stays without a branch: which is the earlier is a toss-up.
    [[nodiscard]] std::size_t earlier(std::size_t a, std::size_t b) const
    {
        return a + (b - a) * static_cast<std::size_t>(m_items[b].before(m_items[a]));
    }
    /// Puts `item` where it belongs below the hole at the root.
    void placeFromRoot(const Item &item)
    {
        std::size_t i = 0;
        const std::size_t size = m_items.size();
        for (;;) {
            const std::size_t first = 4 * i + 1;
            if (first >= size)
                break;
            std::size_t best = first;
            if (first + 4 <= size) { // as in a cup: two of the three comparisons need not wait for each other
                best = earlier(earlier(first, first + 1), earlier(first + 2, first + 3));
            } else {
                for (std::size_t child = first + 1; child < size; ++child)
                    best = earlier(best, child);
            }
            if (!m_items[best].before(item))
                break;
            m_items[i] = m_items[best];
            i = best;
        }
        m_items[i] = item;
    }

    std::vector<Item> m_items;
};

} // namespace sessionarium::sim
