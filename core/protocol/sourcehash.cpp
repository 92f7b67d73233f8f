// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/sourcehash.h"

#include "core/protocol/roundrobin.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace sessionarium::protocol {

using namespace model;

namespace {

/// Spreads neighbouring numbers over all 32 bits (Wang, Jenkins), as HAProxy does for its ring.
std::uint32_t avalanche(std::uint32_t a)
{
    a *= 3221225473U;
    a = (a + 0x7ed55d16U) + (a << 12);
    a = (a ^ 0xc761c23cU) ^ (a >> 19);
    a = (a + 0x165667b1U) + (a << 5);
    a = (a + 0xd3a2646cU) ^ (a << 9);
    a = (a + 0xfd7046c5U) + (a << 3);
    a = (a ^ 0xb55a4f09U) ^ (a >> 16);
    return a;
}

std::optional<std::uint32_t> ofIpv4(std::string_view text)
{
    std::uint32_t key = 0;
    std::uint32_t octet = 0;
    int digits = 0;
    int dots = 0;
    for (const char c : text) {
        if (c >= '0' && c <= '9') {
            octet = octet * 10 + static_cast<std::uint32_t>(c - '0');
            if (++digits > 3 || octet > 255)
                return std::nullopt;
        } else if (c == '.' && digits > 0) {
            key = key << 8 | octet;
            octet = 0;
            digits = 0;
            ++dots;
        } else {
            return std::nullopt;
        }
    }
    if (dots != 3 || digits == 0)
        return std::nullopt;
    return key << 8 | octet;
}

/// Groups of up to four hex digits, one `::` for a run of zeros.
std::optional<std::uint32_t> ofIpv6(std::string_view text)
{
    std::array<std::uint32_t, 8> groups {};
    std::size_t count = 0;
    std::optional<std::size_t> gap;
    std::size_t at = 0;
    while (at < text.size()) {
        if (text.substr(at, 2) == "::" && !gap) {
            gap = count;
            at += 2;
            continue;
        }
        if (at > 0 && text[at] == ':' && text[at - 1] != ':')
            ++at;
        std::uint32_t group = 0;
        int digits = 0;
        for (; at < text.size() && text[at] != ':'; ++at) {
            const char c = static_cast<char>(text[at] | 0x20);
            const bool isDigit = text[at] >= '0' && text[at] <= '9';
            if ((!isDigit && (c < 'a' || c > 'f')) || ++digits > 4)
                return std::nullopt;
            group = group << 4 | static_cast<std::uint32_t>(isDigit ? text[at] - '0' : c - 'a' + 10);
        }
        if (digits == 0 || count == groups.size())
            return std::nullopt;
        groups.at(count++) = group;
    }
    if (gap) // what stands behind the gap moves to the end
        std::rotate(groups.begin() + static_cast<std::ptrdiff_t>(*gap),
                    groups.begin() + static_cast<std::ptrdiff_t>(count), groups.end());
    else if (count != groups.size())
        return std::nullopt;
    std::uint32_t key = 0;
    for (std::size_t i = 0; i < groups.size(); i += 2)
        key ^= groups.at(i) << 16 | groups.at(i + 1);
    return key;
}

} // namespace

std::uint32_t addressKey(std::string_view address)
{
    if (const std::optional<std::uint32_t> key = ofIpv4(address))
        return *key;
    if (const std::optional<std::uint32_t> key = ofIpv6(address))
        return *key;
    std::uint32_t key = 0;
    for (const char c : address)
        key = avalanche(key ^ static_cast<unsigned char>(c));
    return key;
}

SourceHash::SourceHash(HashType type, const std::vector<Server> &servers)
{
    if (type == HashType::Consistent) {
        constexpr std::uint32_t pointsPerWeight = 16;
        for (const Server &server : servers) {
            for (std::uint32_t i = 0; i < server.weight * pointsPerWeight; ++i)
                m_ring.push_back(
                    Point {avalanche(server.entity.value * 4096 + i), static_cast<std::uint32_t>(server.index)});
        }
        std::sort(m_ring.begin(), m_ring.end(),
                  [](const Point &a, const Point &b) { return a.at != b.at ? a.at < b.at : a.server < b.server; });
        return;
    }
    std::uint32_t divisor = 0;
    for (const Server &server : servers)
        divisor = std::gcd(divisor, server.weight);
    RoundRobin turns; // spreads unequal weights over the map
    std::size_t total = 0;
    for (const Server &server : servers) {
        turns.add(server.weight / divisor);
        total += server.weight / divisor;
    }
    for (std::size_t i = 0; i < total; ++i)
        m_map.push_back(static_cast<std::uint32_t>(servers[*turns.next()].index));
}

std::optional<std::size_t> SourceHash::find(std::uint32_t key, std::optional<std::size_t> avoid) const
{
    if (!m_map.empty())
        return m_map[key % m_map.size()];
    if (m_ring.empty())
        return std::nullopt;
    const std::uint32_t at = avalanche(key);
    const auto first = std::lower_bound(m_ring.begin(), m_ring.end(), at,
                                        [](const Point &point, std::uint32_t k) { return point.at < k; });
    const auto start = static_cast<std::size_t>(first - m_ring.begin());
    for (std::size_t i = 0; i < m_ring.size(); ++i) {
        const std::size_t server = m_ring[(start + i) % m_ring.size()].server;
        if (server != avoid)
            return server;
    }
    return m_ring.front().server;
}

} // namespace sessionarium::protocol
