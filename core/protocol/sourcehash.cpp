// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/sourcehash.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <string>

namespace sessionarium::protocol {

using namespace model;

namespace {

/// Spreads neighbouring numbers over all 32 bits (Jenkins), then over the whole ring by a large prime, as HAProxy does.
std::uint32_t avalanche(std::uint32_t a)
{
    a = (a + 0x7ed55d16U) + (a << 12);
    a = (a ^ 0xc761c23cU) ^ (a >> 19);
    a = (a + 0x165667b1U) + (a << 5);
    a = (a + 0xd3a2646cU) ^ (a << 9);
    a = (a + 0xfd7046c5U) + (a << 3);
    a = (a ^ 0xb55a4f09U) ^ (a >> 16);
    return a * 3221225473U;
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

/// Groups of up to four hex digits, one `::` for a run of zeros; the last two groups may be written as IPv4.
std::optional<std::uint32_t> ofIpv6(std::string_view text)
{
    std::optional<std::uint32_t> tail;
    std::string withTail;
    if (const std::size_t colon = text.rfind(':'); colon != std::string_view::npos) {
        tail = ofIpv4(text.substr(colon + 1));
        if (tail) { // two groups that are all zero hold its place
            withTail = std::string(text.substr(0, colon + 1)) + "0:0";
            text = withTail;
        }
    }
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
    std::uint32_t key = tail.value_or(0);
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
    if (type == HashType::Consistent)
        buildRing(servers);
    else
        buildMap(servers);
}

void SourceHash::buildRing(const std::vector<Server> &servers)
{
    constexpr std::uint32_t pointsPerWeight = 16;
    constexpr std::uint32_t numbersPerServer = 4096;
    for (const Server &server : servers) {
        const auto index = static_cast<std::uint32_t>(server.index);
        for (std::uint32_t i = 0; i < server.weight * pointsPerWeight; ++i)
            m_ring.push_back(Point {avalanche((index + 1) * numbersPerServer + i), index});
    }
    std::sort(m_ring.begin(), m_ring.end(),
              [](const Point &a, const Point &b) { return a.at != b.at ? a.at < b.at : a.server < b.server; });
}

/// Each place goes to the first of those servers that have the most whole places due to them.
void SourceHash::buildMap(const std::vector<Server> &servers)
{
    std::uint32_t divisor = 0;
    for (const Server &server : servers)
        divisor = std::gcd(divisor, server.weight);
    divisor = std::max(divisor, 1U); // weights are at least 1: this is for the eye of an analyser
    std::int64_t total = 0;
    for (const Server &server : servers)
        total += server.weight / divisor;
    std::vector<std::int64_t> due(servers.size());
    for (std::int64_t place = 0; place < total; ++place) {
        std::size_t best = 0;
        std::int64_t most = -1;
        for (std::size_t i = 0; i < servers.size(); ++i) {
            due[i] += servers[i].weight / divisor;
            const std::int64_t whole = (due[i] + total) / total;
            if (whole > most) {
                most = whole;
                best = i;
            }
        }
        due[best] -= total;
        m_map.push_back(static_cast<std::uint32_t>(servers[best].index));
    }
}

std::optional<std::size_t> SourceHash::find(std::uint32_t key, std::optional<std::size_t> avoid) const
{
    if (!m_map.empty())
        return m_map[key % m_map.size()];
    if (m_ring.empty())
        return std::nullopt;
    const std::uint32_t at = avalanche(key);
    const auto found = std::lower_bound(m_ring.begin(), m_ring.end(), at,
                                        [](const Point &point, std::uint32_t k) { return point.at < k; });
    const std::size_t size = m_ring.size();
    const std::size_t after = static_cast<std::size_t>(found - m_ring.begin()) % size;
    const std::size_t before = (after + size - 1) % size;
    // Distances go around the ring.
    const std::size_t nearest = at - m_ring[before].at <= m_ring[after].at - at ? before : after;
    for (std::size_t i = 0; i < size; ++i) {
        const std::size_t server = m_ring[(nearest + i) % size].server;
        if (server != avoid)
            return server;
    }
    return m_ring[nearest].server;
}

} // namespace sessionarium::protocol
