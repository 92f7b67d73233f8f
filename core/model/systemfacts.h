// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/factfields.h"
#include "core/model/factwords.h"
#include "core/model/ids.h"

/// What happens between servers and stores, to hosts and ways, and what the balancer finds out. Rules and order:
/// fact.h.
namespace sessionarium::model {

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

/// The host lost power: as `Crashed`, but nobody is told, and connecting gets no answer. Of a store, what was not
/// flushed to the disk is gone too.
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

} // namespace sessionarium::model
