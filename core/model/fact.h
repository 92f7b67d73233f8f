// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/requestfacts.h"
#include "core/model/systemfacts.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>
#include <variant>

/// The closed set of things that can be observed to happen (semantics §1). A machine that changes its state says so
/// with a fact; an engine stamps time, cause and id on it, which makes a record of it.
///
/// Formats: the order of the alternatives and of the fields is the order in files and in the fingerprint. New kinds
/// go to the end, new fields to the end of their struct. Each field is one or two 32-bit words, a struct at most six;
/// `fields()` hands every field with its name in files to a visitor, and every reader and writer is built on it.
namespace sessionarium::model {

using Fact =
    std::variant<EntityAdded, ActionTaken, NotApplicable, RequestIssued, Sent, Dropped, Forwarded, ConnectFailed,
                 ConnectionReset, Rejected, RequestQueued, ServiceStarted, ServiceEnded, CookieAbsent, SessionCreated,
                 SessionFound, SessionMissing, SessionEnded, WriteApplied, AttributeShown, CookieStored, CookieDeleted,
                 Answered, Failed, Crashed, Restarted, RunCut, Delivered, AddressChanged, TabOpened, CapacitySet, Hung,
                 PoweredOff, Listening, Removed, LinkCut, LinkHealed, CheckFailed, CheckPassed, ServerMarked, DrainSet,
                 PinMoved, SessionTouched, CopySet, AttributeSet, SessionIdChanged, ReplicationQueued,
                 ConfirmationAwaited, ConfirmationMissed, MemberAdded, MemberDropped, SnapshotTaken, LogFlushed,
                 Promoted, Demoted, StoreSwitched>;

inline constexpr std::size_t factKindCount = std::variant_size_v<Fact>;
/// The payload of every fact fits in this many 32-bit words (semantics §1).
inline constexpr std::size_t maxPayloadWords = 6;

template <class... F>
constexpr bool factsAreSmall(const std::variant<F...> *)
{
    return ((std::is_trivially_copyable_v<F> && sizeof(F) <= maxPayloadWords * 4 && alignof(F) <= 4) && ...);
}
static_assert(factsAreSmall(static_cast<const Fact *>(nullptr)));
static_assert(sizeof(Fact) == 28 && alignof(Fact) == 4);

/// The session cookie, the balancer's pin and the attribute that a log-in sets have these names in every run (B-2,
/// H-7).
inline constexpr std::string_view sessionCookieName = "JSESSIONID";
inline constexpr std::string_view pinCookieName = "SERVERID";
inline constexpr std::string_view userAttribute = "user";

/// The kind of a fact as files name it: its C++ name in snake case.
[[nodiscard]] inline std::string_view kindName(const Fact &fact)
{
    return std::visit([](const auto &payload) { return std::remove_cvref_t<decltype(payload)>::name; }, fact);
}

} // namespace sessionarium::model
