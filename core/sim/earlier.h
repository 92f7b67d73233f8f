// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace sessionarium::sim {

__extension__ using WideKey = unsigned __int128;

/// Whether (atA, orderA) comes before (atB, orderB): by time, and within an instant by order. One comparison of one
/// wide number, because which of two events is the earlier is what a processor cannot predict: a branch would cost
/// more. Requires: times >= 0.
[[nodiscard]] constexpr bool isEarlier(std::int64_t atA, std::uint32_t orderA, std::int64_t atB, std::uint32_t orderB)
{
    const WideKey a = static_cast<WideKey>(static_cast<std::uint64_t>(atA)) << 64 | orderA;
    const WideKey b = static_cast<WideKey>(static_cast<std::uint64_t>(atB)) << 64 | orderB;
    return a < b;
}

} // namespace sessionarium::sim
