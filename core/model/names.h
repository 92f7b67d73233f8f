// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/fact.h"
#include "core/model/spec.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

/// The words that files use for enumerated values, in the order of the enumeration. Readers, writers and the schema
/// take them from here, so that a word is spelt in one place.
namespace sessionarium::model {

template <class E>
struct EnumNames;

#define SESSIONARIUM_ENUM_NAMES(E, ...)                                                                                \
    template <>                                                                                                        \
    struct EnumNames<E>                                                                                                \
    {                                                                                                                  \
        static constexpr auto values = std::to_array<std::string_view>({__VA_ARGS__});                                 \
    };

SESSIONARIUM_ENUM_NAMES(EntityType, "client", "balancer", "server", "store")
SESSIONARIUM_ENUM_NAMES(ActionKind, "log_in", "read", "write", "log_out", "delete_cookie", "send_unknown_id", "crash",
                        "restart", "add_server", "read_anonymous", "change_address", "open_tab", "copy_cookie", "slow",
                        "hang", "power_off", "partition", "heal", "drain", "move_pin", "remove_server", "set_capacity",
                        "add_client", "add_member", "delete_session", "store_crash", "store_restart", "store_shutdown")
SESSIONARIUM_ENUM_NAMES(Operation, "log_in", "read", "write", "log_out", "login_page")
SESSIONARIUM_ENUM_NAMES(MessageKind, "request", "response", "check", "replication_created", "replication_delta",
                        "replication_accessed", "replication_expired", "replication_change_id", "replication_state",
                        "replication_full", "replication_proxy", "replication_ack", "membership", "store_load",
                        "store_save", "store_delete", "store_replicate", "store_reply")
SESSIONARIUM_ENUM_NAMES(ForwardReason, "balanced", "pinned", "pin_ignored_down", "redispatched", "hashed", "pin_moved")
SESSIONARIUM_ENUM_NAMES(ConnectError, "refused", "no_answer")
SESSIONARIUM_ENUM_NAMES(RejectReason, "no_server", "connect_failed", "server_lost", "queue_full", "server_timeout",
                        "store_unavailable", "session_gone")
SESSIONARIUM_ENUM_NAMES(FailReason, "connect_failed", "connection_reset", "timed_out")
SESSIONARIUM_ENUM_NAMES(SessionEnd, "logged_out", "expired", "revoked", "replaced")
SESSIONARIUM_ENUM_NAMES(CopyRole, "in_charge", "replica")
SESSIONARIUM_ENUM_NAMES(DropReason, "process_down", "connection_gone", "too_late", "unknown_session", "process_hung",
                        "no_member")
SESSIONARIUM_ENUM_NAMES(Health, "up", "down")
SESSIONARIUM_ENUM_NAMES(Persistence, "none", "snapshots", "log_never", "log_every_second", "log_always", "disk")
SESSIONARIUM_ENUM_NAMES(On401, "stay", "log_in_again")
SESSIONARIUM_ENUM_NAMES(Redirects, "none", "login_page")
SESSIONARIUM_ENUM_NAMES(Algorithm, "round_robin")
SESSIONARIUM_ENUM_NAMES(Stickiness, "none", "cookie", "source_ip")
SESSIONARIUM_ENUM_NAMES(HashType, "map_based", "consistent")
SESSIONARIUM_ENUM_NAMES(SessionPolicy, "local", "all_to_all", "store")
SESSIONARIUM_ENUM_NAMES(Membership, "multicast", "static")
SESSIONARIUM_ENUM_NAMES(Replicates, "delta", "full")
SESSIONARIUM_ENUM_NAMES(StoreWrites, "read_modify_write", "atomic")
SESSIONARIUM_ENUM_NAMES(ReplicaMode, "asynchronous", "synchronous")
SESSIONARIUM_ENUM_NAMES(Cookie, "session", "pin")
SESSIONARIUM_ENUM_NAMES(Arrivals, "open", "closed")

#undef SESSIONARIUM_ENUM_NAMES

/// Requires: a value of the enumeration.
template <class E>
[[nodiscard]] constexpr std::string_view nameOf(E value)
{
    return EnumNames<E>::values.at(static_cast<std::size_t>(value));
}

template <class E>
[[nodiscard]] constexpr std::optional<E> valueOf(std::string_view name)
{
    for (std::size_t i = 0; i < EnumNames<E>::values.size(); ++i) {
        if (EnumNames<E>::values.at(i) == name)
            return static_cast<E>(i);
    }
    return std::nullopt;
}

} // namespace sessionarium::model
