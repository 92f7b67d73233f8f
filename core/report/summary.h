// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/timeline.h"
#include "core/verdict/judge.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// The figures of one run (design §6), made from timeline and verdicts alone: a replayed file gives the same.
namespace sessionarium::report {

using Outcomes = std::array<std::uint64_t, 6>; ///< By verdict::Outcome.
using Guarantees = std::array<std::uint64_t, 6>; ///< By verdict::Guarantee: finished requests that broke it.

struct ClientSummary
{
    std::string id;
    model::Text name;
    std::uint64_t requests = 0;
    Outcomes outcomes{};
    Guarantees guarantees{};
    bool signedIn = false;
};

struct ServerSummary
{
    std::string id;
    model::Text name;
    std::uint64_t requests = 0; ///< Whose service ended.
    std::optional<std::uint64_t> busyPpm; ///< Share of its places in use, over the run's time; none: no time or places.
    std::uint64_t queueMax = 0;
    std::uint64_t sessions = 0; ///< At the end.
    std::uint64_t sessionsMax = 0;
    std::uint64_t sessionBytes = 0;
    std::uint64_t sessionBytesMax = 0;
};

struct MessageSummary
{
    std::string kind;
    std::uint64_t count = 0;
    std::uint64_t bytes = 0;
};

struct Summary
{
    std::string scenario;
    std::string policy;
    std::uint64_t seed = 0;
    std::int64_t durationUs = 0;
    std::uint64_t requests = 0;
    std::uint64_t unfinished = 0;
    std::optional<std::uint64_t> availabilityPpm;
    std::optional<std::uint64_t> sessionAvailabilityPpm;
    Outcomes outcomes{};
    Guarantees guarantees{};
    std::vector<ClientSummary> clients; ///< At most 1,000.
    std::uint64_t clientsOmitted = 0;
    std::vector<ServerSummary> servers;
    std::vector<MessageSummary> messages; ///< Only kinds that occurred, in the order of the closed list (semantics §8).
    struct
    {
        std::optional<std::int64_t> p50, p95, p99, max;
    } latencyUs;
    std::uint64_t records = 0;
    std::string fingerprint; ///< 16 hex digits.
    bool cut = false; ///< Ended early by the bound on records.
};

/// One pass over the first `records` records (all: timeline.size()).
[[nodiscard]] Summary summarize(const timeline::Timeline &timeline, const verdict::Verdicts &verdicts,
                                std::uint32_t records);

/// The object of `--json`, in the key order of design §6; two spaces, LF.
[[nodiscard]] std::string toJson(const Summary &summary);

} // namespace sessionarium::report
