// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>

/// Identities of a run. All are 32-bit and dense, so that records stay small and tables are plain vectors.
/// Types are not convertible into each other; "none" is a value, written as `null` in files.
namespace sessionarium::model {

template <class Tag>
struct Id
{
    static constexpr std::uint32_t noneValue = 0xFFFFFFFFu;

    std::uint32_t value = noneValue;

    constexpr Id() = default;
    constexpr explicit Id(std::uint32_t number) : value(number) { }

    [[nodiscard]] static constexpr Id none() { return Id(); }
    [[nodiscard]] constexpr bool isNone() const { return value == noneValue; }
    [[nodiscard]] constexpr bool isSome() const { return value != noneValue; }

    friend constexpr bool operator==(Id, Id) = default;
    friend constexpr auto operator<=>(Id, Id) = default;
};

/// A client, the balancer, a server: its index in the run's entity table, in order of joining.
using EntityId = Id<struct EntityTag>;
/// A text of the run's string table: entity ids, addresses, session ids, attribute names. Never a display name.
using StringId = Id<struct StringTag>;
/// A record: its index in the timeline.
using RecordId = Id<struct RecordTag>;
/// A request: running number over the whole run, in order of issue, from 0.
using RequestId = Id<struct RequestTag>;

/// Names one log-in, write or log-out (semantics §3): the client that issued it and that client's own counter, from 1.
/// None: no client. Written `"minji:3"` in files.
struct WriteId
{
    EntityId client;
    std::uint32_t counter = 0;

    [[nodiscard]] static constexpr WriteId none() { return WriteId(); }
    [[nodiscard]] constexpr bool isNone() const { return client.isNone(); }
    [[nodiscard]] constexpr bool isSome() const { return client.isSome(); }

    friend constexpr bool operator==(const WriteId &, const WriteId &) = default;
    friend constexpr auto operator<=>(const WriteId &, const WriteId &) = default;
};

} // namespace sessionarium::model
