// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/fact.h"
#include "core/model/simtime.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

/// The state of a whole run at one moment, as the records tell it. With every element of state stands the record that
/// set or removed it last: the evidence that decisions rest on (semantics §1). A plain value; copying is a keyframe.
namespace sessionarium::timeline {

/// Hung: it takes connections and does nothing. Gone: its host has no power, or it was removed; nobody answers.
enum class Process : std::uint32_t { Running, Hung, Down, Gone };
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

/// A copy of a session in the memory of a server or a store. An ended copy stays as a tombstone.
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

/// Another server in the view of one.
struct MemberState
{
    model::EntityId entity;
    bool isMember = false;
    model::RecordId setBy;
    friend bool operator==(const MemberState &, const MemberState &) = default;
};

/// A change that waits to be sent; it dies with the process.
struct QueuedChange
{
    model::RecordId queuedBy;
    model::MessageKind message = model::MessageKind::ReplicationDelta;
    model::StringId session;
    friend bool operator==(const QueuedChange &, const QueuedChange &) = default;
};

/// A change from elsewhere that has arrived and is not applied yet (K-2). Its `Delivered` does not name the session.
struct DeliveredChange
{
    model::RecordId deliveredBy;
    model::MessageKind message = model::MessageKind::ReplicationDelta;
    model::RequestId request;

    /// Whether messages of that kind are changes of sessions, so that an effect follows.
    [[nodiscard]] static bool isKind(model::MessageKind kind);
    /// Whether a record at the same holder can be its effect. Only what a holder does on behalf of a request of its own
    /// cannot be told from it by this; and, where both belong to no request, that it drops a session by itself.
    [[nodiscard]] bool canHaveEffect(const model::Fact &fact, model::RequestId of) const;
    friend bool operator==(const DeliveredChange &, const DeliveredChange &) = default;
};

/// A request that has been served; its answer waits for others to confirm.
struct AwaitedAnswer
{
    model::RequestId request;
    std::uint32_t count = 0; ///< Confirmations that it waited for when it began to.
    model::RecordId setBy;
    friend bool operator==(const AwaitedAnswer &, const AwaitedAnswer &) = default;
};

/// What servers and stores have in common: a process, and sessions in its memory.
struct HolderState
{
    model::EntityId entity;
    model::RecordId addedBy;
    Process process = Process::Running;
    model::RecordId processSetBy; ///< Added, died, or began again.
    std::vector<CopyState> copies; ///< Sorted by session id, tombstones included.
    std::uint32_t copiesThere = 0;
    std::vector<QueuedChange> queued; ///< In order.
    std::vector<AwaitedAnswer> awaiting; ///< In order.

    [[nodiscard]] bool isAlive() const { return process == Process::Running || process == Process::Hung; }
    [[nodiscard]] const CopyState *find(model::StringId session) const;
    friend bool operator==(const HolderState &, const HolderState &) = default;
};

struct ServerState : HolderState
{
    std::uint32_t capacity = 0;
    std::uint32_t queueLimit = 0;
    std::optional<std::uint32_t> serviceTimeUs; ///< None: the one that it was set up with.
    model::RecordId capacitySetBy; ///< Of the service time, too.
    bool isStarting = false; ///< It fetches sessions first (T-20).
    model::RecordId startingSetBy; ///< None: it never had to.
    bool isRemoved = false; ///< By processSetBy.
    std::vector<ServiceState> inService; ///< In order of start.
    std::vector<model::RequestId> queue; ///< In order of arrival.
    std::vector<DeliveredChange> delivered; ///< In order of arrival: they are applied in that order.
    std::vector<MemberState> members; ///< Sorted by entity; those dropped stay.
    model::EntityId store; ///< None: the one that it was set up with.
    model::RecordId storeSetBy;
    std::uint32_t served = 0; ///< Requests whose service ended.

    /// Whether a connection to it can be made: a hung process takes connections, too.
    [[nodiscard]] bool isListening() const { return isAlive() && !isStarting; }
    /// Null if it never was a member in the view of this server.
    [[nodiscard]] const MemberState *member(model::EntityId other) const;
    friend bool operator==(const ServerState &, const ServerState &) = default;
};

/// A store, with what of its data outlives it (see model::Persistence).
struct StoreState : HolderState
{
    model::Persistence persistence = model::Persistence::None;
    model::EntityId replicaOf; ///< None: it is the primary.
    model::RecordId roleSetBy; ///< Added, promoted, demoted.
    /// On its disk, sorted: as of the last snapshot or flush; empty where nothing outlives it, or everything does.
    std::vector<CopyState> written;
    std::vector<model::StringId> unwritten; ///< What differs from that, sorted.
    model::RecordId writtenBy; ///< The last snapshot or flush; none: there was none.
    std::vector<CopyState> survivors; ///< Dead: what it will have again, sorted.

    /// Whether disk and memory differ: only with snapshots, and with logs that are flushed later.
    [[nodiscard]] bool writesLater() const;
    /// What it would have again after its process was killed, or after its host lost power; dead: what it will have.
    [[nodiscard]] std::vector<CopyState> afterKill() const;
    [[nodiscard]] std::vector<CopyState> afterPowerLoss() const;
    friend bool operator==(const StoreState &, const StoreState &) = default;
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
    model::RecordId addressSetBy; ///< Added, or changed.
    std::uint32_t tabs = 1;
    model::RecordId tabsSetBy; ///< None: there is the first only.
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

/// What the balancer knows of a server, from its first check or drain on.
struct BalancedServer
{
    model::EntityId server;
    model::Health health = model::Health::Up;
    model::RecordId healthSetBy; ///< None: it was never marked.
    std::uint32_t counter = 0; ///< Of its checks (H-18); counts once checkedBy is set.
    model::RecordId checkedBy;
    bool isDraining = false;
    model::RecordId drainSetBy;
    friend bool operator==(const BalancedServer &, const BalancedServer &) = default;
};

struct MovedPin
{
    model::EntityId client;
    model::EntityId server;
    model::RecordId setBy;
    friend bool operator==(const MovedPin &, const MovedPin &) = default;
};

/// A way between two entities that was ever cut.
struct LinkState
{
    model::EntityId a; ///< The lower id.
    model::EntityId b;
    bool isCut = false;
    model::RecordId setBy;
    friend bool operator==(const LinkState &, const LinkState &) = default;
};

struct BalancerState
{
    model::EntityId entity;
    model::RecordId addedBy;
    model::EntityId lastBalanced; ///< Who had the last turn of the round robin.
    model::RecordId lastBalancedBy;
    std::vector<BalancedServer> servers; ///< Sorted by entity.
    std::vector<MovedPin> movedPins; ///< Sorted by client.

    /// Null if it was never checked or drained.
    [[nodiscard]] const BalancedServer *find(model::EntityId server) const;
    /// Null if nobody moved the client's pin.
    [[nodiscard]] const MovedPin *movedPin(model::EntityId client) const;
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

/// A copy of a session, and who has it.
struct HeldCopy
{
    model::EntityId holder;
    const CopyState *copy = nullptr; ///< Never null; lives as long as the state does and is not changed.
};

/// What can be expected of a server, the first that holds; and the record that it rests on.
struct ServerUse
{
    enum class Kind : std::uint32_t {
        Removed,
        Gone, ///< Its host has no power: no answer.
        Down, ///< Connections are refused.
        Starting, ///< Likewise; it fetches sessions first (T-20).
        Hung, ///< It takes connections and does nothing.
        MarkedDown, ///< It could serve; the balancer believes that it is down.
        Draining, ///< It serves whom a pin sends, and nobody new (H-21).
        Usable
    };
    Kind kind = Kind::Usable;
    model::RecordId setBy;
    friend bool operator==(const ServerUse &, const ServerUse &) = default;
};

struct WorldState
{
    model::SimTime now; ///< Time of the newest record.
    std::vector<ClientState> clients; ///< In order of joining.
    std::vector<BalancerState> balancers; ///< None or one.
    std::vector<ServerState> servers; ///< In order of joining.
    std::vector<StoreState> stores; ///< In order of joining.
    std::vector<LinkState> links; ///< Sorted.
    std::vector<SessionInfo> sessions; ///< Sorted by session id.
    std::vector<std::uint32_t> indexOfEntity; ///< EntityId → index in its vector above.
    std::vector<model::EntityType> typeOfEntity; ///< EntityId → which vector.

    /// Null if the entity is not (yet) one of that kind.
    [[nodiscard]] const ClientState *client(model::EntityId id) const;
    [[nodiscard]] const ServerState *server(model::EntityId id) const;
    [[nodiscard]] const BalancerState *balancer(model::EntityId id) const;
    [[nodiscard]] const SessionInfo *session(model::StringId id) const;
    [[nodiscard]] const StoreState *store(model::EntityId id) const;
    /// Of a server or a store.
    [[nodiscard]] const HolderState *holder(model::EntityId id) const;
    /// Null if the way between the two was never cut.
    [[nodiscard]] const LinkState *link(model::EntityId a, model::EntityId b) const;
    [[nodiscard]] bool isCut(model::EntityId a, model::EntityId b) const;

    /// The copies that are there: those of servers, then those of stores, in order of joining.
    [[nodiscard]] std::vector<HeldCopy> copiesOf(model::StringId session) const;
    /// Whose copy answers are taken from: of several that think so, the one used last. None: there is no such copy.
    [[nodiscard]] model::EntityId inCharge(model::StringId session) const;
    /// Requires: a server.
    [[nodiscard]] ServerUse useOf(model::EntityId server) const;

    /// Bytes that a copy of this state takes, for the rule of keyframes.
    [[nodiscard]] std::size_t memoryBytes() const;

    friend bool operator==(const WorldState &, const WorldState &) = default;
};

} // namespace sessionarium::timeline
