// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace sessionarium::sim {

__extension__ using WideKey = unsigned __int128;

/// A number that is the smaller, the earlier (at, order) is, and that leaves room for 32 bits of the caller's at its
/// low end. Requires: at >= 0.
[[nodiscard]] constexpr WideKey keyOf(std::int64_t at, std::uint32_t order, std::uint32_t label = 0)
{
    return static_cast<WideKey>(static_cast<std::uint64_t>(at)) << 64 | std::uint64_t {order} << 32 | label;
}

/// Whether (atA, orderA) comes before (atB, orderB): by time, and within an instant by order. One comparison of one
/// wide number, because which of two events is the earlier is what a processor cannot predict: a branch would cost
/// more. Requires: times >= 0.
[[nodiscard]] constexpr bool isEarlier(std::int64_t atA, std::uint32_t orderA, std::int64_t atB, std::uint32_t orderB)
{
    return keyOf(atA, orderA) < keyOf(atB, orderB);
}

} // namespace sessionarium::sim
