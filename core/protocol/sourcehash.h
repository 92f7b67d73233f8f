// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/spec.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace sessionarium::protocol {

/// The number that a source address hashes by (H-4): of IPv4 its 32 bits, unmixed; of IPv6 the XOR of its four words,
/// the last of which may be written as an IPv4 address; of anything else a mix of its letters.
[[nodiscard]] std::uint32_t addressKey(std::string_view address);

/// Which of several servers an address belongs to. Built anew when the servers that may be used change.
class SourceHash
{
public:
    struct Server
    {
        std::size_t index; ///< In order of joining. What a look-up returns; places its points on the ring.
        std::uint32_t weight;
    };

    /// Map-based (H-4): key mod the total weight, reduced by its common divisor. Consistent (H-5): a ring with 16
    /// points per unit of weight, of which the nearest counts. Points and places lie where HAProxy has them (O-3).
    SourceHash(model::HashType type, const std::vector<Server> &servers);
    SourceHash() = default;

    /// None if there is no server. `avoid`, on a ring: passed over if there is another; a map gives the same again
    /// (H-13).
    [[nodiscard]] std::optional<std::size_t> find(std::uint32_t key, std::optional<std::size_t> avoid = {}) const;

private:
    void buildRing(const std::vector<Server> &servers);
    void buildMap(const std::vector<Server> &servers);

    struct Point
    {
        std::uint32_t at;
        std::uint32_t server;
    };
    std::vector<std::uint32_t> m_map;
    std::vector<Point> m_ring; ///< Ascending.
};

} // namespace sessionarium::protocol
