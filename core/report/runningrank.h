// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace sessionarium::report {

/// Percentiles of values that come one after the other, at the cost of a logarithm each: a Fenwick tree over the ranks
/// of all that will ever come.
class RunningRank
{
public:
    /// `toCome`: all values that add() may be given, in any order.
    explicit RunningRank(std::vector<std::int64_t> toCome) : m_values(std::move(toCome))
    {
        std::sort(m_values.begin(), m_values.end());
        m_values.erase(std::unique(m_values.begin(), m_values.end()), m_values.end());
        m_tree.resize(m_values.size() + 1);
    }

    void add(std::int64_t value)
    {
        const auto place = std::lower_bound(m_values.begin(), m_values.end(), value) - m_values.begin();
        for (std::size_t i = static_cast<std::size_t>(place) + 1; i < m_tree.size(); i += i & (~i + 1))
            ++m_tree[i];
        ++m_count;
    }

    /// The value that a share of those so far does not exceed: nearest rank. Requires: there is one; 1 … 100.
    [[nodiscard]] std::int64_t percentile(std::uint64_t percent) const
    {
        std::uint64_t rank = std::max<std::uint64_t>(1, (percent * m_count + 99) / 100);
        std::size_t place = 0; // as many values as can be passed without reaching the rank
        for (std::size_t step = std::bit_floor(m_tree.size() - 1); step > 0; step /= 2) {
            if (place + step < m_tree.size() && m_tree[place + step] < rank) {
                place += step;
                rank -= m_tree[place];
            }
        }
        return m_values[place];
    }

private:
    std::vector<std::int64_t> m_values; // sorted, without repeats
    std::vector<std::uint64_t> m_tree; // from 1
    std::uint64_t m_count = 0;
};

} // namespace sessionarium::report
