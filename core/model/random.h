// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"

#include <cstdint>

namespace sessionarium::model {

/// What a stream of chance is for. New purposes go to the end: streams of the others stay as they are.
enum class Purpose : std::uint32_t { Network, SessionIds, Workload };

/// SplitMix64 (Steele, Lea, Flood 2014): one stream for each (seed, purpose, entity), so that what one part draws never
/// depends on what another did. A value; integers only; the same numbers on every machine.
class Random
{
public:
    Random() = default;
    Random(std::uint64_t seed, Purpose purpose, EntityId entity)
        : m_state(mix(seed + increment)
                  ^ mix((std::uint64_t {static_cast<std::uint32_t>(purpose)} << 32 | entity.value) + 2 * increment))
    {
    }

    /// The plain generator from a state, as published.
    [[nodiscard]] static Random fromState(std::uint64_t state)
    {
        Random random;
        random.m_state = state;
        return random;
    }

    std::uint64_t next() { return mix(m_state += increment); }

    /// Uniform in 0 … bound-1, without bias: rejection after Lemire (2019). Requires: bound > 0.
    std::uint64_t below(std::uint64_t bound)
    {
        for (;;) {
            const auto product = static_cast<Wide>(next()) * bound;
            const auto low = static_cast<std::uint64_t>(product);
            if (low >= bound || low >= (0 - bound) % bound)
                return static_cast<std::uint64_t>(product >> 64);
        }
    }

    /// True with probability ppm / 1,000,000. Draws nothing for 0 and for a million.
    bool chance(std::uint32_t ppm)
    {
        if (ppm == 0)
            return false;
        return ppm >= 1000000 || below(1000000) < ppm;
    }

    friend bool operator==(const Random &, const Random &) = default;

private:
    __extension__ using Wide = unsigned __int128;
    static constexpr std::uint64_t increment = 0x9E3779B97F4A7C15ull;

    static constexpr std::uint64_t mix(std::uint64_t z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
        return z ^ (z >> 31);
    }

    std::uint64_t m_state = 0;
};

} // namespace sessionarium::model
