// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/fact.h"
#include "core/model/simtime.h"

#include <cstddef>
#include <cstdint>
#include <vector>

/// The state of a whole run at one moment, as the records tell it. With every element of state stands the record that
/// set or removed it last: the evidence that decisions rest on (semantics §1). A plain value; copying is a keyframe.
namespace sessionarium::timeline {

enum class Process : std::uint32_t { Running, Down };
enum class Belief : std::uint32_t { SignedOut, SignedIn };

/// The value of one attribute in one copy.
struct AttributeState
{
    model::StringId attribute;
    model::WriteId value;
    std::uint32_t depth = 0; ///< The value and its ancestors: how many writes it contains.
    model::RecordId setBy;
    friend bool operator==(const AttributeState &, const AttributeState &) = default;
};

/// A copy of a session in the memory of a server. An ended copy stays as a tombstone.
struct CopyState
{
    model::StringId session;
    model::CopyRole role = model::CopyRole::InCharge;
    model::SimTime lastUsed; ///< The idle clock (B-8) runs from here.
    model::RecordId createdBy;
    model::RecordId usedBy; ///< Created or found last.
    model::RecordId endedBy; ///< None: the copy is there.
    std::vector<AttributeState> attributes; ///< In the order in which they were set first.

    [[nodiscard]] bool isThere() const { return endedBy.isNone(); }
    /// The vN on a chip (semantics §3).
    [[nodiscard]] std::uint32_t version() const;
    /// None if the attribute has no value.
    [[nodiscard]] const AttributeState *find(model::StringId attribute) const;
    friend bool operator==(const CopyState &, const CopyState &) = default;
};

/// What a server is doing for one request; what it read at the start of service stands with it.
struct ServiceState
{
    model::RequestId request;
    model::StringId session; ///< The session it found, or none.
    std::vector<AttributeState> read;
    friend bool operator==(const ServiceState &, const ServiceState &) = default;
};

struct ServerState
{
    model::EntityId entity;
    model::RecordId addedBy;
    std::uint32_t capacity = 0;
    std::uint32_t queueLimit = 0;
    Process process = Process::Running;
    model::RecordId processSetBy; ///< Added, crashed or restarted.
    std::vector<ServiceState> inService; ///< In order of start.
    std::vector<model::RequestId> queue; ///< In order of arrival.
    std::vector<CopyState> copies; ///< Sorted by session id, tombstones included.
    std::uint32_t copiesThere = 0;
    std::uint32_t served = 0; ///< Requests whose service ended.

    [[nodiscard]] const CopyState *find(model::StringId session) const;
    friend bool operator==(const ServerState &, const ServerState &) = default;
};

struct CookieState
{
    model::StringId cookie;
    model::StringId value; ///< None: it was deleted.
    model::RecordId setBy;
    friend bool operator==(const CookieState &, const CookieState &) = default;
};

struct OpenRequest
{
    model::RequestId request;
    model::RecordId issuedBy;
    model::Operation operation = model::Operation::Read;
    friend bool operator==(const OpenRequest &, const OpenRequest &) = default;
};

struct ClientState
{
    model::EntityId entity;
    model::RecordId addedBy;
    model::StringId address;
    std::vector<CookieState> jar; ///< In the order in which they were stored first.
    Belief belief = Belief::SignedOut;
    model::RecordId beliefSetBy; ///< The answer that it rests on; none: it never had one.
    std::vector<OpenRequest> open; ///< In order of issue.
    std::uint32_t writes = 0; ///< Counter of the last WriteId it gave.
    std::uint32_t sessions = 0; ///< Sessions that were made for its requests.
    model::RecordId lastFinishedBy; ///< Its newest finished request's last record.

    /// The value of a cookie; none if it has none of that name.
    [[nodiscard]] model::StringId cookie(model::StringId name) const;
    friend bool operator==(const ClientState &, const ClientState &) = default;
};

struct BalancerState
{
    model::EntityId entity;
    model::RecordId addedBy;
    model::EntityId lastBalanced; ///< Who had the last turn of the round robin.
    model::RecordId lastBalancedBy;
    friend bool operator==(const BalancerState &, const BalancerState &) = default;
};

/// What is known of a session over all servers; for its label (Minji A1).
struct SessionInfo
{
    model::StringId session;
    model::EntityId client; ///< For whose request it was made first.
    model::RecordId createdBy;
    std::uint32_t clientIndex = 0; ///< Position of the client among the clients: its letter.
    std::uint32_t ordinal = 0; ///< Running number of the client's sessions, from 1.
    friend bool operator==(const SessionInfo &, const SessionInfo &) = default;
};

struct WorldState
{
    model::SimTime now; ///< Time of the newest record.
    std::vector<ClientState> clients; ///< In order of joining.
    std::vector<BalancerState> balancers; ///< None or one.
    std::vector<ServerState> servers; ///< In order of joining.
    std::vector<SessionInfo> sessions; ///< Sorted by session id.
    std::vector<std::uint32_t> indexOfEntity; ///< EntityId → index in its vector above.
    std::vector<model::EntityType> typeOfEntity; ///< EntityId → which vector.

    /// Null if the entity is not (yet) one of that kind.
    [[nodiscard]] const ClientState *client(model::EntityId id) const;
    [[nodiscard]] const ServerState *server(model::EntityId id) const;
    [[nodiscard]] const BalancerState *balancer(model::EntityId id) const;
    [[nodiscard]] const SessionInfo *session(model::StringId id) const;

    /// Bytes that a copy of this state takes, for the rule of keyframes.
    [[nodiscard]] std::size_t memoryBytes() const;

    friend bool operator==(const WorldState &, const WorldState &) = default;
};

} // namespace sessionarium::timeline
