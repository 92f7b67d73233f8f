// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace sessionarium::report {

/// a × b / c, rounded down, exact also where the product needs more than 64 bits.
/// Requires: c > 0, and a result that fits.
[[nodiscard]] inline std::uint64_t mulDiv(std::uint64_t a, std::uint64_t b, std::uint64_t c)
{
    __extension__ using Wide = unsigned __int128;
    return static_cast<std::uint64_t>(Wide {a} * b / c);
}

} // namespace sessionarium::report
