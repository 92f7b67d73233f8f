// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/factfields.h"
#include "core/model/factwords.h"
#include "core/model/ids.h"

/// What happens to requests and to what they ask for, and who is there. Rules and order: fact.h.
namespace sessionarium::model {

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

} // namespace sessionarium::model
