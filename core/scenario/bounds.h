// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/printable.h"

#include <cstddef>
#include <cstdint>
#include <limits>

/// Bounds of the field table. They keep a run within what a class or a review can use, and every sum of times and
/// sizes far inside 64 bits.
namespace sessionarium::scenario::bounds {

inline constexpr std::uint64_t second = 1'000'000; // in microseconds
inline constexpr std::uint64_t day = 86'400 * second;
inline constexpr std::uint64_t year = 365 * day;
inline constexpr std::uint64_t minute = 60 * second;
inline constexpr std::uint64_t million = 1'000'000;
inline constexpr std::uint64_t shortestPeriod = 1'000; ///< Of anything that comes again and again.
inline constexpr std::uint64_t serviceTime = 10 * minute;
inline constexpr std::uint64_t capacity = 10'000;
inline constexpr std::uint64_t bytes = 100 * million;
inline constexpr std::uint64_t anySeed = std::numeric_limits<std::uint64_t>::max();

inline constexpr std::size_t idLength = 64;
inline constexpr std::size_t nameLength = model::longestName;
inline constexpr std::size_t textLength = 2'000;
inline constexpr std::size_t itemLength = 200;
inline constexpr std::size_t addressLength = 45; ///< An IPv6 address that ends in an IPv4 one.
inline constexpr std::size_t claimLength = 16;

inline constexpr std::size_t clients = 1'000; ///< Listed one by one.
inline constexpr std::size_t crowdClients = 1'000'000; ///< All clients together, those of crowds included.
inline constexpr std::size_t crowds = 16;
inline constexpr std::size_t stores = 1;
inline constexpr std::size_t savePoints = 16;
inline constexpr std::size_t servers = 64;
inline constexpr std::size_t branches = 1'000;
inline constexpr std::size_t actions = 10'000; ///< Of one branch.
inline constexpr std::size_t steps = 64;
inline constexpr std::size_t tries = 16;
inline constexpr std::size_t options = 9;
inline constexpr std::size_t words = 64; ///< Claims, terms, presets, values of a set.
inline constexpr std::size_t parts = 64; ///< Of one all or any.
inline constexpr std::size_t setValues = 32; ///< Of one run.
inline constexpr std::size_t runsWithValues = 64; ///< Of one file: each is tried out when the file is read.

} // namespace sessionarium::scenario::bounds
