// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

/// The words of facts: what their fields may say besides numbers and ids.
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
    StoreRestart,
    StoreShutdown ///< Orderly: it saves first.
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
/// Why the balancer chose a server (H-1, H-4, H-8, H-13). Hashed: by the client's address. PinMoved: an operator said
/// so.
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

} // namespace sessionarium::model
