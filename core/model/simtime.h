// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>

/// Virtual time. Instants and spans have different types and never mix with wall-clock time.
namespace sessionarium::model {

/// A span of virtual time in microseconds.
struct Duration
{
    std::int64_t us = 0;

    friend constexpr bool operator==(Duration, Duration) = default;
    friend constexpr auto operator<=>(Duration, Duration) = default;
    friend constexpr Duration operator+(Duration a, Duration b) { return Duration {a.us + b.us}; }
    friend constexpr Duration operator-(Duration a, Duration b) { return Duration {a.us - b.us}; }
    friend constexpr Duration operator*(Duration a, std::int64_t n) { return Duration {a.us * n}; }
};

/// An instant of virtual time in microseconds since the start of the run.
struct SimTime
{
    std::int64_t us = 0;

    friend constexpr bool operator==(SimTime, SimTime) = default;
    friend constexpr auto operator<=>(SimTime, SimTime) = default;
    friend constexpr SimTime operator+(SimTime at, Duration span) { return SimTime {at.us + span.us}; }
    friend constexpr SimTime operator-(SimTime at, Duration span) { return SimTime {at.us - span.us}; }
    friend constexpr Duration operator-(SimTime a, SimTime b) { return Duration {a.us - b.us}; }
};

constexpr Duration microseconds(std::int64_t n)
{
    return Duration {n};
}
constexpr Duration milliseconds(std::int64_t n)
{
    return Duration {n * 1000};
}
constexpr Duration seconds(std::int64_t n)
{
    return Duration {n * 1000000};
}

} // namespace sessionarium::model
