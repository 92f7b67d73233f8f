// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <utility>
#include <vector>

namespace sessionarium::verdict {

/// Small values under 32-bit numbers, with slots used again: what a judge keeps of a million clients has to stay
/// without an allocation and without a pointer each. A value; numbers stay valid in a copy.
template <class T>
class Pool
{
public:
    static constexpr std::uint32_t none = 0xFFFFFFFFu;

    [[nodiscard]] std::uint32_t add(T value)
    {
        if (!m_free.empty()) {
            const std::uint32_t slot = m_free.back();
            m_free.pop_back();
            m_items[slot] = std::move(value);
            return slot;
        }
        m_items.push_back(std::move(value));
        return static_cast<std::uint32_t>(m_items.size() - 1);
    }
    /// Requires: a slot that add() gave and that was not released since.
    void release(std::uint32_t slot) { m_free.push_back(slot); }
    [[nodiscard]] T &operator[](std::uint32_t slot) { return m_items[slot]; }
    [[nodiscard]] const T &operator[](std::uint32_t slot) const { return m_items[slot]; }

private:
    std::deque<T> m_items; // grows without moving or doubling
    std::vector<std::uint32_t> m_free;
};

} // namespace sessionarium::verdict
