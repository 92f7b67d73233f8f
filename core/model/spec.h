// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/fact.h"
#include "core/model/simtime.h"
#include "core/model/text.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// What a run is made of: plain values, as a scenario file gives them. Defaults are those of the reference.
/// Who reads a file holds the bounds of the field table (`core/scenario/fields.h`); machines may rely on them.
namespace sessionarium::model {

/// The most named attributes that one session carries, `user` included (semantics §3: "few").
inline constexpr std::uint32_t maxAttributes = 4;

enum class On401 : std::uint32_t { Stay, LogInAgain };
enum class Redirects : std::uint32_t { None, LoginPage };
enum class Algorithm : std::uint32_t { RoundRobin };
enum class Stickiness : std::uint32_t { None, Cookie, SourceIp };
/// How a source address leads to a server: an index into the usable servers (H-4), or a ring (H-5).
enum class HashType : std::uint32_t { MapBased, Consistent };
enum class SessionPolicy : std::uint32_t { Local, AllToAll, Store };
/// Multicast: servers find each other. Static: each knows those of its own list (T-33).
enum class Membership : std::uint32_t { Multicast, Static };
/// What is sent of a changed session: the attributes that changed (T-10), or all of it.
enum class Replicates : std::uint32_t { Delta, Full };
/// ReadModifyWrite: what is saved was computed from what was loaded. Atomic: the store computes it.
enum class StoreWrites : std::uint32_t { ReadModifyWrite, Atomic };
enum class ReplicaMode : std::uint32_t { Asynchronous, Synchronous };
/// Which of the two cookies in a jar.
enum class Cookie : std::uint32_t { Session, Pin };
/// Open: requests come at their times, whatever becomes of those before. Closed: each after the answer before it.
enum class Arrivals : std::uint32_t { Open, Closed };

struct ClientSpec
{
    std::string id;
    Text name;
    std::string address = "192.168.1.10";
    On401 on401 = On401::Stay;
    Redirects redirects = Redirects::None;
    Duration timeout = seconds(10);
    friend bool operator==(const ClientSpec &, const ClientSpec &) = default;
};

/// H-1 to H-21.
struct BalancerSpec
{
    std::string id = "balancer";
    Text name;
    Algorithm algorithm = Algorithm::RoundRobin;
    Stickiness stickiness = Stickiness::None;
    HashType hash = HashType::MapBased; ///< With Stickiness::SourceIp.
    bool check = false; ///< H-16: without checks a server always counts as up.
    Duration checkInterval = seconds(2); ///< H-17 `inter`: also the time-out of a check.
    std::uint32_t fall = 3; ///< H-17.
    std::uint32_t rise = 2; ///< H-17.
    std::uint32_t retries = 3; ///< H-11: further attempts after a failed connection.
    bool redispatch = false; ///< H-13: the last retry goes to another server.
    Duration connectTimeout = seconds(5); ///< H-14 Tc; an example's value, HAProxy has no default.
    Duration serverTimeout = seconds(60); ///< H-14 `timeout server`; likewise.
    friend bool operator==(const BalancerSpec &, const BalancerSpec &) = default;
};

struct ServerSpec
{
    std::string id;
    Text name;
    std::uint32_t capacity = 4; ///< Requests served at the same time.
    Duration serviceTime = milliseconds(3);
    std::uint32_t queueLimit = 100; ///< Requests that may wait; one more is rejected with 503.
    std::uint32_t weight = 1; ///< Share of the round robin (N-1).
    friend bool operator==(const ServerSpec &, const ServerSpec &) = default;
};

struct SessionsSpec
{
    SessionPolicy policy = SessionPolicy::Local;
    Duration timeout = seconds(1800); ///< B-8: idle time after which a session is invalid.
    Duration sweep = seconds(60); ///< B-9: how often expired sessions are cleared away.
    // All-to-all
    bool acknowledged = false; ///< T-3: 6 where true, 8 where false.
    Membership membership = Membership::Multicast;
    Replicates replicates = Replicates::Delta;
    Duration replicationDelay; ///< Time in the sender's queue, where it dies with the process.
    Duration dropTime = seconds(3); ///< T-33: silence after which a member is dropped.
    Duration confirmTimeout = seconds(3); ///< T-6: how long an acknowledged send waits.
    Duration transferTimeout = seconds(60); ///< T-20.
    // Sizes of the cost model (§7); the values are those of K-6.
    std::uint32_t sessionBytes = 4096; ///< S
    std::uint32_t newSessionBytes = 512; ///< S0: one without a log-in.
    std::uint32_t deltaBytes = 256; ///< d
    std::uint32_t envelopeBytes = 100; ///< h
    friend bool operator==(const SessionsSpec &, const SessionsSpec &) = default;
};

struct ApplicationSpec
{
    bool createsSessionWhenAnonymous = false; ///< B-6.
    bool loginRedirect = false; ///< A stranger gets 302 to the login page in place of 401.
    bool changesIdAtLogIn = false; ///< B-7.
    bool deltaOnRead = false; ///< T-13: each request that joins a session sends a delta.
    std::uint32_t senderThreads = 1; ///< T-5: with more, messages may overtake each other.
    Duration apply = microseconds(100); ///< Cost of applying a replicated change at the receiver; our assumption.
    Duration storeTimeout = seconds(1); ///< R-8: how long a server waits for its store.
    StoreWrites storeWrites = StoreWrites::ReadModifyWrite;
    bool savesOnRead = true; ///< R-4: a read saves the time of last use.
    std::uint32_t requestBytes = 500; ///< Size of a request on the wire; our assumption.
    std::uint32_t responseBytes = 2000; ///< Size of a response on the wire; our assumption.
    friend bool operator==(const ApplicationSpec &, const ApplicationSpec &) = default;
};

struct NetworkSpec
{
    Duration latency = microseconds(500); ///< One way, between any two entities.
    Duration jitter; ///< A uniform draw of 0 … jitter is added to each message.
    std::uint32_t lossPpm = 0;
    friend bool operator==(const NetworkSpec &, const NetworkSpec &) = default;
};

/// a snapshot is taken when more than `after` has passed since the last one and there were `changes` since.
struct SavePoint
{
    Duration after;
    std::uint32_t changes = 1;
    friend bool operator==(const SavePoint &, const SavePoint &) = default;
};

/// A store's second, to which it sends what it changes.
struct StoreReplicaSpec
{
    std::string id = "store-replica";
    Text name;
    ReplicaMode mode = ReplicaMode::Asynchronous;
    Duration delay; ///< Time in the primary's queue, where it dies with the process.
    Duration downAfter = seconds(30); ///< R-16: silence of the primary after which the replica is promoted.
    friend bool operator==(const StoreReplicaSpec &, const StoreReplicaSpec &) = default;
};

struct StoreSpec
{
    std::string id = "store";
    Text name;
    Persistence persistence = Persistence::None;
    std::vector<SavePoint> savePoints; ///< With Persistence::Snapshots; none: Redis's own three (R-11).
    Duration readTime = microseconds(1); ///< One command in memory.
    Duration writeTime = microseconds(1);
    Duration diskReadTime = microseconds(150); ///< Persistence::Disk: on top, for a load.
    Duration flushTime = milliseconds(2); ///< Disk and LogAlways: on top, for a save.
    std::optional<StoreReplicaSpec> replica;
    friend bool operator==(const StoreSpec &, const StoreSpec &) = default;
};

/// Generated users (semantics §11, workload). Times are exponential with the given means, drawn from one stream for
/// each client: what they draw depends on nothing else.
struct CrowdSpec
{
    std::string id; ///< The clients are `id-1`, `id-2` …
    Text name; ///< With a running number behind it.
    std::uint32_t clients = 10;
    std::string address = "203.0.113.7";
    bool sharedAddress = false; ///< NAT (X-1); otherwise each has the next address.
    Arrivals arrivals = Arrivals::Closed;
    SimTime from; ///< First requests come from here on …
    std::optional<SimTime> until; ///< … and none is issued after this; none: to the end of the run.
    Duration mean = seconds(1); ///< Open: between requests of a client. Closed: think time after an answer.
    std::uint32_t writePpm = 100000; ///< Share of writes among requests; the others read.
    bool logsIn = true; ///< The first request of a client is a log-in.
    On401 on401 = On401::Stay;
    Duration timeout = seconds(10);
    friend bool operator==(const CrowdSpec &, const CrowdSpec &) = default;
};

/// What is asked of the system besides the actions of a branch.
struct Workload
{
    std::vector<CrowdSpec> crowds;
    friend bool operator==(const Workload &, const Workload &) = default;
};

/// One thing that somebody does at a time: a user with a browser, or an operator (semantics §11, "Actions").
struct Action
{
    std::string id;
    ActionKind verb = ActionKind::Read;
    std::string
        client; ///< For a user's action: whose. MovePin, DeleteSession: whose. AddClient: the new id, empty = chosen.
    std::string server; ///< For an operator's action: at which server; for AddServer the new id, empty = chosen.
    std::string store; ///< StoreCrash, StoreRestart, StoreShutdown; PowerOff, where it is a store's host (then `server`
                       ///< is empty).
    std::string attribute = "cart"; ///< Write only.
    std::string item; ///< Write only: what is put in.
    Cookie cookie = Cookie::Session; ///< DeleteCookie only.
    std::string from; ///< CopyCookie only: the client whose cookies are copied.
    std::string address; ///< ChangeAddress; AddClient, empty = the default.
    std::string member; ///< AddMember only: the server that `server` is to know.
    std::vector<std::string> group; ///< Partition; Heal, empty = all links. Ids of entities.
    std::vector<std::string> others; ///< Partition, Heal: the other side; empty = everyone else.
    std::optional<std::uint32_t> capacity; ///< SetCapacity.
    std::optional<Duration> serviceTime; ///< SetCapacity, Slow.
    /// Either an instant …
    std::optional<SimTime> at;
    /// … or after the answer (or time-out) of another action of the same client, plus a think time.
    std::string after;
    Duration think;
    friend bool operator==(const Action &, const Action &) = default;
};

/// Is it a user who does it? Then the action has a client, and may wait for an answer of that client's; otherwise it is
/// an operator's.
constexpr bool isUserAction(ActionKind verb)
{
    switch (verb) {
    case ActionKind::LogIn:
    case ActionKind::Read:
    case ActionKind::Write:
    case ActionKind::LogOut:
    case ActionKind::DeleteCookie:
    case ActionKind::SendUnknownId:
    case ActionKind::ReadAnonymous:
    case ActionKind::ChangeAddress:
    case ActionKind::OpenTab:
    case ActionKind::CopyCookie:
        return true;
    default:
        return false;
    }
}

/// Everything a run is computed from, besides its actions.
struct Setup
{
    std::vector<ClientSpec> clients;
    std::optional<BalancerSpec> balancer; ///< None: clients talk to the first server directly.
    std::vector<ServerSpec> servers;
    std::vector<StoreSpec> stores; ///< None or one, with SessionPolicy::Store one.
    SessionsSpec sessions;
    ApplicationSpec application;
    NetworkSpec network;
    Workload workload;
    friend bool operator==(const Setup &, const Setup &) = default;
};

} // namespace sessionarium::model
