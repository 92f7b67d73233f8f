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

/// The size of a session in memory, our assumption: an empty one, and each write that it contains (the reference's S0
/// and d, K-6). A session of version vN takes sessionBaseBytes + N × sessionWriteBytes.
inline constexpr std::uint64_t sessionBaseBytes = 512;
inline constexpr std::uint64_t sessionWriteBytes = 256;
/// More clients are left out of the list; `clientsOmitted` says how many (semantics §8).
inline constexpr std::size_t maxClientsListed = 1000;

using Outcomes = std::array<std::uint64_t, 6>; ///< By verdict::Outcome.
using Guarantees = std::array<std::uint64_t, 6>; ///< By verdict::Guarantee: finished requests that broke it.

struct ClientSummary
{
    std::string id;
    model::Text name;
    std::uint64_t requests = 0; ///< Finished ones.
    Outcomes outcomes {};
    Guarantees guarantees {};
    bool signedIn = false; ///< What it believes at the end.
};

struct ServerSummary
{
    std::string id;
    model::Text name;
    std::uint64_t requests = 0; ///< Whose service ended.
    /// Share of its places in use, for requests or to apply changes from elsewhere, from its joining to the end, down
    /// times included; none: no time or no places.
    std::optional<std::uint64_t> busyPpm;
    std::uint64_t queueMax = 0;
    std::uint64_t sessions = 0; ///< In its memory at the end.
    std::uint64_t sessionsMax = 0;
    std::uint64_t sessionBytes = 0;
    std::uint64_t sessionBytesMax = 0;
};

/// A store holds sessions and serves no requests of clients.
struct StoreSummary
{
    std::string id;
    model::Text name;
    std::uint64_t sessions = 0; ///< In its memory at the end.
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
    std::uint64_t requests = 0; ///< Finished ones.
    std::uint64_t unfinished = 0;
    std::optional<std::uint64_t> availabilityPpm; ///< 1 - refused / requests; none: no finished request.
    std::optional<std::uint64_t> sessionAvailabilityPpm; ///< fine / requests.
    Outcomes outcomes {};
    Guarantees guarantees {};
    std::vector<ClientSummary> clients; ///< The first maxClientsListed, in order of joining.
    std::uint64_t clientsOmitted = 0;
    std::vector<ServerSummary> servers;
    std::vector<MessageSummary> messages; ///< Only kinds that occurred, in the order of the closed list (semantics §8).
    struct
    {
        std::optional<std::int64_t> p50, p95, p99, max;
    } latencyUs;
    std::uint64_t records = 0;
    std::string fingerprint; ///< 16 hex digits.
    std::vector<StoreSummary> stores; ///< In order of joining.
    bool cut = false; ///< Ended early by the bound on records.
};

/// One pass over the first `records` records (all: timeline.size()) and the verdicts within them. The end is the run's
/// duration if these are all records of a complete run that was not cut, else the time of the newest of them.
/// A name that the timeline does not have is made up of the other language's, else of the id.
[[nodiscard]] Summary summarize(const timeline::Timeline &timeline, const verdict::Verdicts &verdicts,
                                std::uint32_t records);

/// The object of `--json`, in the key order of design §6; two spaces, LF. `clients_omitted` (behind `clients`),
/// `stores` (behind `fingerprint`) and `cut` (last) stand there only if there is something to say.
[[nodiscard]] std::string toJson(const Summary &summary);

} // namespace sessionarium::report
