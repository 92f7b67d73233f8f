// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace sessionarium::tests::bench {

struct PlainTotals
{
    std::uint64_t requests = 0;
    std::uint64_t events = 0;
    std::uint64_t checksum = 0; ///< Keeps the work from being optimised away.
};

/// What somebody would write in an afternoon: a `std::priority_queue` of events that hold a `std::function`, a closed
/// loop of clients with a think time of 0.5 to 1.5 s, a round robin, four FIFO servers with 3 ms of service, half a
/// millisecond on each hop; six events a request, nothing recorded.
[[nodiscard]] PlainTotals runPlainKernel(std::uint32_t clients, std::uint32_t requests);

} // namespace sessionarium::tests::bench
