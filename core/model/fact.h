// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"

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

enum class EntityType : std::uint32_t { Client, Balancer, Server, Store };
/// What somebody does (semantics §11, `do`).
enum class ActionKind : std::uint32_t {
    LogIn,
    Read,
    Write,
    LogOut,
    DeleteCookie,
    SendUnknownId,
    Crash,
    Restart,
    AddServer,
    ReadAnonymous, ///< Without the session cookie, which stays in the jar.
    ChangeAddress,
    OpenTab, ///< And reads the page in it.
    CopyCookie, ///< From another client's jar.
    Slow,
    Hang,
    PowerOff, ///< Of a server's or a store's host.
    Partition,
    Heal,
    Drain, ///< Or, of a server that drains already, the end of it.
    MovePin,
    RemoveServer,
    SetCapacity,
    AddClient,
    AddMember,
    DeleteSession,
    StoreCrash,
    StoreRestart
};
/// What a request asks of the application. LoginPage is a page for everybody: it asks for nothing of the session.
enum class Operation : std::uint32_t { LogIn, Read, Write, LogOut, LoginPage };
/// A closed list (semantics §8).
enum class MessageKind : std::uint32_t {
    Request,
    Response,
    Check,
    ReplicationCreated,
    ReplicationDelta,
    ReplicationAccessed,
    ReplicationExpired,
    ReplicationChangeId,
    ReplicationState,
    ReplicationFull,
    ReplicationProxy,
    ReplicationAck,
    Membership,
    StoreLoad,
    StoreSave,
    StoreDelete,
    StoreReplicate,
    StoreReply
};
/// Why the balancer chose a server (H-1, H-4, H-8, H-13). Hashed: by the client's address. PinMoved: an operator said so.
enum class ForwardReason : std::uint32_t { Balanced, Pinned, PinIgnoredDown, Redispatched, Hashed, PinMoved };
enum class ConnectError : std::uint32_t { Refused, NoAnswer };
/// Why somebody on the way answered in place of the application.
enum class RejectReason : std::uint32_t {
    NoServer,
    ConnectFailed,
    ServerLost,
    QueueFull,
    ServerTimeout, ///< H-14: no answer within the balancer's time-out.
    StoreUnavailable, ///< R-8: the session could not be loaded or saved.
    SessionGone ///< R-6: ended by a parallel request while this one was served.
};
/// Why a client gave up without an HTTP answer.
enum class FailReason : std::uint32_t { ConnectFailed, ConnectionReset, TimedOut };
/// What takes one session out of a memory, besides a crash. Revoked: an operator deleted it. Replaced: a store gave up
/// its own data for that of another.
enum class SessionEnd : std::uint32_t { LoggedOut, Expired, Revoked, Replaced };
/// What a copy is: the one that answers are taken from, or another.
enum class CopyRole : std::uint32_t { InCharge, Replica };
/// Why a message had no effect where it arrived.
/// UnknownSession: T-14. NoMember: it waited to be sent, and nobody is left to send it to.
enum class DropReason : std::uint32_t { ProcessDown, ConnectionGone, TooLate, UnknownSession, ProcessHung, NoMember };
/// What a balancer thinks of a server (H-18).
enum class Health : std::uint32_t { Up, Down };
/// What of a store's data outlives it (R-11 to R-13, D-1). Disk: a database that flushes at each commit.
enum class Persistence : std::uint32_t { None, Snapshots, LogNever, LogEverySecond, LogAlways, Disk };

/// Transit time on the wire, microseconds; unknown in live and foreign runs.
struct TransitTime
{
    static constexpr std::uint32_t unknown = 0xFFFFFFFFu;
    std::uint32_t us = unknown;
    friend constexpr bool operator==(TransitTime, TransitTime) = default;
};

#define SESSIONARIUM_FACT(kindName)                                                                                    \
    static constexpr std::string_view name = kindName;                                                                 \
    template <class Self, class Visitor>                                                                               \
    static constexpr void fields([[maybe_unused]] Self &self, [[maybe_unused]] Visitor &&visit)

/// The entity joined; opens the run for each first one (at time 0, in the order of the entity table).
struct EntityAdded
{
    EntityType type = EntityType::Client;
    StringId address; ///< Client only.
    std::uint32_t capacity = 0; ///< Server only: parallel requests.
    std::uint32_t queueLimit = 0; ///< Server only.
    Persistence persistence = Persistence::None; ///< Store only.
    EntityId replicaOf; ///< Store only: of which store it is the replica; none: it is a primary.
    SESSIONARIUM_FACT("entity_added")
    {
        visit("type", self.type);
        visit("address", self.address);
        visit("capacity", self.capacity);
        visit("queue_limit", self.queueLimit);
        visit("persistence", self.persistence);
        visit("replica_of", self.replicaOf);
    }
};

/// Somebody acts on the record's entity. Everything else follows from such records.
struct ActionTaken
{
    StringId action; ///< The action's id in the scenario.
    ActionKind verb = ActionKind::Read;
    SESSIONARIUM_FACT("action_taken")
    {
        visit("action", self.action);
        visit("do", self.verb);
    }
};

/// An action that has no object in this run (semantics §6), or would change nothing; it does nothing.
struct NotApplicable
{
    StringId action;
    ActionKind verb = ActionKind::Read;
    SESSIONARIUM_FACT("not_applicable")
    {
        visit("action", self.action);
        visit("do", self.verb);
    }
};

/// A client issues the record's request.
struct RequestIssued
{
    Operation operation = Operation::Read;
    StringId attribute; ///< Write: what is changed. Log-in and log-out: `user`.
    StringId item; ///< Write: what is put in.
    WriteId write; ///< Log-in, write, log-out.
    StringId session; ///< The session id it presents.
    SESSIONARIUM_FACT("request_issued")
    {
        visit("operation", self.operation);
        visit("attribute", self.attribute);
        visit("item", self.item);
        visit("write", self.write);
        visit("session", self.session);
    }
};

/// The record's entity sends a message. Its fate on the wire is decided here; arrival is the record at the receiver
/// whose cause this is.
struct Sent
{
    MessageKind message = MessageKind::Request;
    EntityId to;
    TransitTime transit;
    bool lost = false;
    std::uint32_t sizeBytes = 0;
    SESSIONARIUM_FACT("sent")
    {
        visit("message", self.message);
        visit("to", self.to);
        visit("transit_us", self.transit);
        visit("lost", self.lost);
        visit("size_bytes", self.sizeBytes);
    }
};

/// A message arrived and had no other effect.
struct Dropped
{
    MessageKind message = MessageKind::Request;
    DropReason reason = DropReason::ProcessDown;
    SESSIONARIUM_FACT("dropped")
    {
        visit("message", self.message);
        visit("reason", self.reason);
    }
};

/// The balancer chose a server for the request.
struct Forwarded
{
    EntityId server;
    ForwardReason reason = ForwardReason::Balanced;
    EntityId insteadOf; ///< The server that a pin or an earlier attempt named.
    SESSIONARIUM_FACT("forwarded")
    {
        visit("server", self.server);
        visit("reason", self.reason);
        visit("instead_of", self.insteadOf);
    }
};

/// A connection to `server` (a store where a server connects to its store) could not be made.
struct ConnectFailed
{
    EntityId server;
    ConnectError reason = ConnectError::Refused;
    std::uint32_t attempt = 0; ///< From 1.
    std::uint32_t retryInUs = 0xFFFFFFFFu; ///< H-12; none: no further attempt at this server.
    SESSIONARIUM_FACT("connect_failed")
    {
        visit("server", self.server);
        visit("reason", self.reason);
        visit("attempt", self.attempt);
        visit("retry_in_us", self.retryInUs);
    }
};

/// An open connection to `server` broke before the answer came (H-14: no retry).
struct ConnectionReset
{
    EntityId server;
    SESSIONARIUM_FACT("connection_reset") { visit("server", self.server); }
};

/// The record's entity answers the request itself, with an error.
struct Rejected
{
    std::uint32_t status = 0;
    RejectReason reason = RejectReason::NoServer;
    SESSIONARIUM_FACT("rejected")
    {
        visit("status", self.status);
        visit("reason", self.reason);
    }
};

/// All places of the server are taken: the request waits.
struct RequestQueued
{
    std::uint32_t length = 0; ///< Requests waiting, this one included.
    SESSIONARIUM_FACT("request_queued") { visit("length", self.length); }
};

struct ServiceStarted
{
    SESSIONARIUM_FACT("service_started") { }
};

struct ServiceEnded
{
    std::uint32_t status = 0; ///< The HTTP status of the answer that follows.
    SESSIONARIUM_FACT("service_ended") { visit("status", self.status); }
};

/// The request presents no session id: a stranger (B-4).
struct CookieAbsent
{
    SESSIONARIUM_FACT("cookie_absent") { }
};

/// The server made a session under a fresh id (B-2), still without attributes.
struct SessionCreated
{
    StringId session;
    EntityId client; ///< For whose request.
    CopyRole role = CopyRole::InCharge;
    SESSIONARIUM_FACT("session_created")
    {
        visit("session", self.session);
        visit("client", self.client);
        visit("role", self.role);
    }
};

/// The server found the session that the request presents, and read it; its idle clock starts anew (B-8).
struct SessionFound
{
    StringId session;
    SESSIONARIUM_FACT("session_found") { visit("session", self.session); }
};

/// The server has no session under the id that the request presents (B-4).
struct SessionMissing
{
    StringId session;
    SESSIONARIUM_FACT("session_missing") { visit("session", self.session); }
};

/// The server drops its copy of the session.
struct SessionEnded
{
    StringId session;
    SessionEnd reason = SessionEnd::LoggedOut;
    SESSIONARIUM_FACT("session_ended")
    {
        visit("session", self.session);
        visit("reason", self.reason);
    }
};

/// The server applies a write to its copy (semantics §3).
struct WriteApplied
{
    StringId session;
    StringId attribute;
    WriteId write;
    WriteId base; ///< The value it read; none: there was none.
    SESSIONARIUM_FACT("write_applied")
    {
        visit("session", self.session);
        visit("attribute", self.attribute);
        visit("write", self.write);
        visit("base", self.base);
    }
};

/// The answer that reaches the client shows the value of an attribute other than `user`. Stands before its `Answered`.
struct AttributeShown
{
    StringId attribute;
    WriteId shown;
    SESSIONARIUM_FACT("attribute_shown")
    {
        visit("attribute", self.attribute);
        visit("shown", self.shown);
    }
};

/// The client's jar obeys a Set-Cookie (B-2, H-7).
struct CookieStored
{
    StringId cookie;
    StringId value;
    SESSIONARIUM_FACT("cookie_stored")
    {
        visit("cookie", self.cookie);
        visit("value", self.value);
    }
};

struct CookieDeleted
{
    StringId cookie;
    SESSIONARIUM_FACT("cookie_deleted") { visit("cookie", self.cookie); }
};

/// An HTTP answer reaches the client in time; the request is finished.
struct Answered
{
    std::uint32_t status = 0;
    WriteId shown; ///< The value of `user` that the answer shows: the log-in that it knows. None: a
                   ///< stranger. A log-out's answer shows the log-in that it ended.
    StringId setCookie; ///< The session id that it sets.
    SESSIONARIUM_FACT("answered")
    {
        visit("status", self.status);
        visit("shown", self.shown);
        visit("set_cookie", self.setCookie);
    }
};

/// The client gives up without an HTTP answer; the request is finished.
struct Failed
{
    FailReason reason = FailReason::TimedOut;
    SESSIONARIUM_FACT("failed") { visit("reason", self.reason); }
};

/// The process died. One record for all that dies with it: its sessions, its queue, what it was serving.
struct Crashed
{
    SESSIONARIUM_FACT("crashed") { }
};

/// The process runs again, with empty memory (B-12); or for the first time, of a server that joined and has to fetch
/// what the others hold.
struct Restarted
{
    bool starting = false; ///< It takes no connections before `Listening` (T-20).
    SESSIONARIUM_FACT("restarted") { visit("starting", self.starting); }
};

/// The bound on stored records is reached: the run ends here, before its `duration_us`.
struct RunCut
{
    SESSIONARIUM_FACT("run_cut") { }
};

/// A message arrived; its effect follows later, or is only that something is awaited no longer.
struct Delivered
{
    MessageKind message = MessageKind::ReplicationDelta;
    SESSIONARIUM_FACT("delivered") { visit("message", self.message); }
};

/// The client has another address from now on.
struct AddressChanged
{
    StringId address;
    SESSIONARIUM_FACT("address_changed") { visit("address", self.address); }
};

/// The client has one more tab, with the same jar.
struct TabOpened
{
    std::uint32_t tabs = 0; ///< This one included.
    SESSIONARIUM_FACT("tab_opened") { visit("tabs", self.tabs); }
};

/// The server has other powers from now on: for what begins, not for what is being served.
struct CapacitySet
{
    std::uint32_t capacity = 0;
    std::uint32_t serviceTimeUs = 0;
    SESSIONARIUM_FACT("capacity_set")
    {
        visit("capacity", self.capacity);
        visit("service_time_us", self.serviceTimeUs);
    }
};

/// The process lives and takes connections, but does nothing any more, until it is restarted.
struct Hung
{
    SESSIONARIUM_FACT("hung") { }
};

/// The host lost power: as `Crashed`, but nobody is told, and connecting gets no answer. Of a store, what was not flushed
/// to the disk is gone too.
struct PoweredOff
{
    SESSIONARIUM_FACT("powered_off") { }
};

/// The server has all it needs and takes connections (T-20). Follows a `Restarted` that said `starting`.
struct Listening
{
    SESSIONARIUM_FACT("listening") { }
};

/// The server left for good, in order: nobody sends to it any more, its memory is gone.
struct Removed
{
    SESSIONARIUM_FACT("removed") { }
};

/// From here on nothing gets from the record's entity to `other`, nor back.
struct LinkCut
{
    EntityId other;
    SESSIONARIUM_FACT("link_cut") { visit("other", self.other); }
};

struct LinkHealed
{
    EntityId other;
    SESSIONARIUM_FACT("link_healed") { visit("other", self.other); }
};

/// The balancer's check of a server failed (H-17). A check that changes no counter leaves no record.
struct CheckFailed
{
    EntityId server;
    ConnectError reason = ConnectError::Refused;
    std::uint32_t counter = 0; ///< H-18: after this check; rise + fall - 1 is fully up, below rise is down.
    SESSIONARIUM_FACT("check_failed")
    {
        visit("server", self.server);
        visit("reason", self.reason);
        visit("counter", self.counter);
    }
};

struct CheckPassed
{
    EntityId server;
    std::uint32_t counter = 0;
    SESSIONARIUM_FACT("check_passed")
    {
        visit("server", self.server);
        visit("counter", self.counter);
    }
};

/// The balancer changed its mind about a server (H-18).
struct ServerMarked
{
    EntityId server;
    Health health = Health::Up;
    SESSIONARIUM_FACT("server_marked")
    {
        visit("server", self.server);
        visit("health", self.health);
    }
};

/// The balancer sends a server no new clients (H-21), or does so again.
struct DrainSet
{
    EntityId server;
    bool draining = false;
    SESSIONARIUM_FACT("drain_set")
    {
        visit("server", self.server);
        visit("draining", self.draining);
    }
};

/// The balancer is to send the client's requests to that server from now on, whatever its cookie says.
struct PinMoved
{
    EntityId client;
    EntityId server;
    SESSIONARIUM_FACT("pin_moved")
    {
        visit("client", self.client);
        visit("server", self.server);
    }
};

/// The idle clock of the holder's copy starts anew because a message or a save said so.
struct SessionTouched
{
    StringId session;
    CopyRole role = CopyRole::Replica;
    SESSIONARIUM_FACT("session_touched")
    {
        visit("session", self.session);
        visit("role", self.role);
    }
};

/// The holder has a whole copy from elsewhere (a state transfer, a full replication, its own disk) in place of what it
/// had: empty so far; its attributes follow as `AttributeSet` with the same cause.
struct CopySet
{
    StringId session;
    EntityId client; ///< For whose request it was made first.
    CopyRole role = CopyRole::Replica;
    std::uint32_t idleUs = 0; ///< For how long it had been idle; the largest number: that or longer.
    SESSIONARIUM_FACT("copy_set")
    {
        visit("session", self.session);
        visit("client", self.client);
        visit("role", self.role);
        visit("idle_us", self.idleUs);
    }
};

/// The holder's copy has this value of the attribute from elsewhere, whatever it had before (T-16).
struct AttributeSet
{
    StringId session;
    StringId attribute;
    WriteId write;
    std::uint32_t depth = 0; ///< How many writes the value contains, itself included.
    SESSIONARIUM_FACT("attribute_set")
    {
        visit("session", self.session);
        visit("attribute", self.attribute);
        visit("write", self.write);
        visit("depth", self.depth);
    }
};

/// The holder's copy stands under another id from now on; the old one is unknown (B-7).
struct SessionIdChanged
{
    StringId session;
    StringId newSession;
    SESSIONARIUM_FACT("session_id_changed")
    {
        visit("session", self.session);
        visit("new_session", self.newSession);
    }
};

/// A change waits in the sender's queue; it dies with the process. The `Sent` to each member have this record as cause.
struct ReplicationQueued
{
    MessageKind message = MessageKind::ReplicationDelta;
    StringId session;
    std::uint32_t readyInUs = 0;
    SESSIONARIUM_FACT("replication_queued")
    {
        visit("message", self.message);
        visit("session", self.session);
        visit("ready_in_us", self.readyInUs);
    }
};

/// The record's request has been served; its answer waits for so many others to confirm.
struct ConfirmationAwaited
{
    std::uint32_t count = 0;
    SESSIONARIUM_FACT("confirmation_awaited") { visit("count", self.count); }
};

/// The record's entity stops waiting for `from` (T-6, R-8).
struct ConfirmationMissed
{
    EntityId from;
    ConnectError reason = ConnectError::NoAnswer;
    SESSIONARIUM_FACT("confirmation_missed")
    {
        visit("from", self.from);
        visit("reason", self.reason);
    }
};

/// The server counts `member` among those that it replicates to (T-33).
struct MemberAdded
{
    EntityId member;
    SESSIONARIUM_FACT("member_added") { visit("member", self.member); }
};

struct MemberDropped
{
    EntityId member;
    SESSIONARIUM_FACT("member_dropped") { visit("member", self.member); }
};

/// The store wrote all that it holds to its disk.
struct SnapshotTaken
{
    std::uint32_t sessions = 0;
    SESSIONARIUM_FACT("snapshot_taken") { visit("sessions", self.sessions); }
};

/// What the store has appended to its log so far is on the disk.
struct LogFlushed
{
    SESSIONARIUM_FACT("log_flushed") { }
};

/// The replica is the primary from now on.
struct Promoted
{
    SESSIONARIUM_FACT("promoted") { }
};

/// The store is a replica of `primary` from now on.
struct Demoted
{
    EntityId primary;
    SESSIONARIUM_FACT("demoted") { visit("primary", self.primary); }
};

/// The server turns to another store from now on.
struct StoreSwitched
{
    EntityId store;
    SESSIONARIUM_FACT("store_switched") { visit("store", self.store); }
};

#undef SESSIONARIUM_FACT

using Fact = std::variant<EntityAdded, ActionTaken, NotApplicable, RequestIssued, Sent, Dropped, Forwarded,
                          ConnectFailed, ConnectionReset, Rejected, RequestQueued, ServiceStarted, ServiceEnded,
                          CookieAbsent, SessionCreated, SessionFound, SessionMissing, SessionEnded, WriteApplied,
                          AttributeShown, CookieStored, CookieDeleted, Answered, Failed, Crashed, Restarted, RunCut, Delivered,
                          AddressChanged, TabOpened, CapacitySet, Hung, PoweredOff, Listening, Removed, LinkCut,
                          LinkHealed, CheckFailed, CheckPassed, ServerMarked, DrainSet, PinMoved, SessionTouched,
                          CopySet, AttributeSet, SessionIdChanged, ReplicationQueued, ConfirmationAwaited,
                          ConfirmationMissed, MemberAdded, MemberDropped, SnapshotTaken, LogFlushed, Promoted, Demoted,
                          StoreSwitched>;

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
