// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"
#include "core/model/simtime.h"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

/// What became of requests (semantics §4): outcomes, guarantees, proofs. Derived from records, never stored in them.
namespace sessionarium::verdict {

enum class Outcome : std::uint32_t { Fine, LoggedOut, StaleRead, LostUpdate, Refused, RevokedAccepted };
inline constexpr std::array<std::string_view, 6> outcomeNames {"fine",        "logged_out", "stale_read",
                                                               "lost_update", "refused",    "revoked_accepted"};

enum class Guarantee : std::uint32_t {
    ReadYourWrites,
    MonotonicReads,
    MonotonicWrites,
    WritesFollowReads,
    Durability,
    Availability
};
inline constexpr std::array<std::string_view, 6> guaranteeNames {
    "read_your_writes", "monotonic_reads", "monotonic_writes", "writes_follow_reads", "durability", "availability"};

/// A set of guarantees.
struct GuaranteeSet
{
    std::uint32_t bits = 0;
    constexpr void add(Guarantee g) { bits |= 1u << static_cast<std::uint32_t>(g); }
    [[nodiscard]] constexpr bool has(Guarantee g) const { return (bits >> static_cast<std::uint32_t>(g)) & 1u; }
    [[nodiscard]] constexpr bool isEmpty() const { return bits == 0; }
    friend constexpr bool operator==(GuaranteeSet, GuaranteeSet) = default;
};

/// The judgement on one finished request.
struct Verdict
{
    model::RequestId request;
    model::EntityId client;
    model::RecordId issued;
    model::RecordId finished; ///< The record that finished it: `Answered` or `Failed`.
    Outcome outcome = Outcome::Fine;
    GuaranteeSet broken;
    bool slow = false; ///< Fine, but after a retry or later than a second.
    std::uint32_t lostWrites = 0; ///< Writes that this answer was the first to show as lost.
    model::Duration latency;
    friend bool operator==(const Verdict &, const Verdict &) = default;
};

} // namespace sessionarium::verdict
