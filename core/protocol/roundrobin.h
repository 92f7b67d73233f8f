// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace sessionarium::protocol {

/// Smooth weighted round robin (N-1): with weights 5, 1, 1 the order is a a b a c a a, with equal ones a b c.
class RoundRobin
{
public:
    void add(std::uint32_t weight) { m_turns.push_back(Turn {weight, 0}); }

    /// Whose turn it is among those that may be used; none if there is none.
    template <class MayBeUsed>
    [[nodiscard]] std::optional<std::size_t> next(const MayBeUsed &mayBeUsed)
    {
        std::int64_t total = 0;
        std::optional<std::size_t> best;
        for (std::size_t i = 0; i < m_turns.size(); ++i) {
            if (!mayBeUsed(i))
                continue;
            Turn &turn = m_turns[i];
            turn.current += turn.weight;
            total += turn.weight;
            if (!best || turn.current > m_turns[*best].current)
                best = i;
        }
        if (best)
            m_turns[*best].current -= total;
        return best;
    }
    [[nodiscard]] std::optional<std::size_t> next()
    {
        return next([](std::size_t) { return true; });
    }

private:
    struct Turn
    {
        std::int64_t weight;
        std::int64_t current;
    };
    std::vector<Turn> m_turns;
};

} // namespace sessionarium::protocol
