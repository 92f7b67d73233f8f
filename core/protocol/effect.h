// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/fact.h"
#include "core/model/random.h"
#include "core/model/simtime.h"
#include "core/model/spec.h"
#include "core/model/stringtable.h"
#include "core/protocol/message.h"
#include "core/protocol/messagepool.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

/// What machines are told, and what they want done. A machine opens no socket, reads no clock and draws no number that
/// it was not given; an engine carries the effects out, in virtual or in real time (design §1).
namespace sessionarium::protocol {

enum class TimerKind : std::uint16_t {
    ClientTimeout,
    ServiceTime,
    RetryWait,
    // Balancer
    ServerTimeout,
    CheckDue,
    CheckTimeout,
    // Servers
    ApplyTime, ///< The server is done with applying a change from elsewhere.
    QueueReady, ///< What waited in the sender's queue may go.
    ConfirmTimeout,
    StoreTimeout,
    MemberProbe,
    TransferTimeout,
    Sweep,
    // Stores
    StoreWork,
    LogFlush,
    SnapshotCheck,
    ReplicaQueue,
    PrimaryProbe,
    // Generated users
    CrowdDue
};

// --- inputs ---

/// A user or an operator acts on the machine's entity. Strings are interned; `request` is free for the machine to use.
struct Acted
{
    model::StringId action;
    model::ActionKind verb = model::ActionKind::Read;
    model::RequestId request;
    model::StringId attribute;
    model::StringId item;
    model::StringId unknownId; ///< SendUnknownId: the id to send.
    model::Cookie cookie = model::Cookie::Session; ///< DeleteCookie.
    model::StringId session; ///< CopyCookie: what is in the other jar; DeleteSession: the session to delete.
    model::StringId pin; ///< CopyCookie.
    model::StringId address; ///< ChangeAddress.
    model::EntityId about; ///< MovePin: the client; AddMember: the member; Drain, MovePin, RemoveServer: see `server`.
    model::EntityId server; ///< Drain, MovePin, RemoveServer, at the balancer: which server.
    std::uint32_t capacity = 0; ///< SetCapacity; 0: as it is.
    std::optional<model::Duration> serviceTime; ///< SetCapacity, Slow; none: as it is.
};
/// The machine begins to live: at the start of the run, or when it joins. Timers of its own start here.
struct Started
{
    bool joined = false; ///< Later than the first entities.
};
/// The client asked for it (AskAgain); `request` is its new number.
struct FollowUp
{
    model::Operation operation = model::Operation::LoginPage;
    model::RequestId request;
};
struct Arrived
{
    const Message *message; ///< Never null; valid during the call.
};
struct TimerFired
{
    TimerKind kind = TimerKind::ServiceTime;
    model::RequestId request;
    std::uint32_t token = 0;
};
/// Answers to Connect, with the machine's own mark for the connection.
struct Connected
{
    std::uint32_t connection = 0;
    model::RequestId request;
    std::uint32_t epoch = 0;
};
struct ConnectionRefused
{
    std::uint32_t connection = 0;
    model::RequestId request;
    model::ConnectError reason = model::ConnectError::Refused;
};
/// An open connection broke: the peer's process is gone.
struct ConnectionLost
{
    std::uint32_t connection = 0;
    model::RequestId request;
};
/// Answer to Probe. Not ok: refused, there is no such process. No answer at all: the host or the way is gone.
struct ProbeAnswered
{
    model::EntityId target;
    std::uint32_t token = 0;
    bool ok = false;
};
/// For a server: there is another one that it can find (multicast) or that stands in its list (static).
struct PeerListed
{
    model::EntityId peer;
    bool isMember = false; ///< From the start, without finding it first.
};
/// For a server: where its sessions are stored.
struct StoreListed
{
    model::EntityId store;
};
/// A server joined; for the balancer, and for a store's replica, which tells it where to turn.
struct ServerJoined
{
    model::EntityId server;
    model::StringId name;
    std::uint32_t weight = 1;
};

/// A server left for good.
struct ServerLeft
{
    model::EntityId server;
};

using Input = std::variant<Acted, FollowUp, Arrived, TimerFired, Connected, ConnectionRefused, ConnectionLost,
                           ServerJoined, Started, ProbeAnswered, PeerListed, StoreListed, ServerLeft>;

// --- effects ---

/// Record this fact at the machine's entity.
struct Emit
{
    /// noexcept, so that a variant makes it in place: it would make one that can throw elsewhere, and copy it.
    template <class Happened>
    Emit(const Happened &happened, model::RequestId ofRequest) noexcept
        : fact(std::in_place_type<Happened>, happened), request(ofRequest)
    {
    }

    model::Fact fact;
    model::RequestId request;
};
/// Send EffectList::message(*this).
struct Send
{
    MessagePool::Place place = 0;
};
/// Open a connection to a server or a store; answered by Connected or ConnectionRefused: at once or after a round trip,
/// or after the time-out where nobody answers (a host that is gone, a way that is cut).
struct Connect
{
    model::EntityId server;
    model::RequestId request;
    std::uint32_t connection = 0;
    model::Duration timeout; ///< None: the machine waits no longer than for something else.
};
/// Ask whether a process is there: answered by ProbeAnswered after a round trip, or by nothing for ever. It leaves no
/// record and draws no chance (semantics §1, last point).
struct Probe
{
    model::EntityId target;
    std::uint32_t token = 0;
    bool wantsReply = false; ///< A hung process takes connections, but replies to nothing.
};
struct StartTimer
{
    model::Duration delay;
    TimerKind kind = TimerKind::ServiceTime;
    model::RequestId request;
    std::uint32_t token = 0;
};
/// Tell the peer that its connection is gone (what the kernel does for a dead process).
struct ResetConnection
{
    model::EntityId peer;
    std::uint32_t connection = 0;
    model::RequestId request;
};
/// The client wants to send a further request, as an answer told it to.
struct AskAgain
{
    model::Operation operation = model::Operation::LoginPage;
};
/// The client is done with a request: actions that wait for it may go on.
struct RequestDone
{
    model::RequestId request;
};

using Effect = std::variant<RequestDone, Emit, Send, Connect, Probe, StartTimer, ResetConnection, AskAgain>;

/// The effects of one input, in order. Reused from input to input: nothing is allocated per event. Facts and messages
/// are made where they stay: a copy of what was just written field by field costs more than writing it.
class EffectList
{
public:
    /// Messages stay until they are released.
    void clear() { m_effectCount = 0; }

    template <class Happened>
    void emit(const Happened &fact, model::RequestId request = {})
    {
        nextEffect().emplace<Emit>(fact, request);
    }

    /// A message to be sent; the caller fills it in at once.
    [[nodiscard]] Message &send()
    {
        const MessagePool::Place place = m_messages.take();
        nextEffect().emplace<Send>(Send {place});
        return m_messages.makeNew(place);
    }
    /// One that is like another, but for what the caller changes at once.
    Message &send(const Message &like)
    {
        const MessagePool::Place place = m_messages.take();
        nextEffect().emplace<Send>(Send {place});
        return m_messages[place] = like;
    }

    template <class Wanted>
    void add(const Wanted &wanted)
    {
        nextEffect().emplace<Wanted>(wanted);
    }

    [[nodiscard]] const Effect *begin() const { return m_effects.data(); }
    [[nodiscard]] const Effect *end() const { return m_effects.data() + m_effectCount; }
    /// Stays where it is until whoever carries the effect out releases it: when it has arrived, or is lost.
    [[nodiscard]] const Message &message(Send send) const { return m_messages[send.place]; }
    void release(Send send) { m_messages.release(send.place); }

private:
    Effect &nextEffect()
    {
        if (m_effectCount == m_effects.size())
            m_effects.emplace_back();
        return m_effects[m_effectCount++];
    }

    // What stands beyond the counts is left from earlier inputs.
    std::vector<Effect> m_effects;
    MessagePool m_messages;
    std::size_t m_effectCount = 0;
};

/// What is too much for a message: many whole sessions at once. A value; places are used again.
class Bulk
{
public:
    [[nodiscard]] std::uint32_t put(std::vector<SessionImage> images)
    {
        if (m_free.empty()) {
            m_images.push_back(std::move(images));
            return static_cast<std::uint32_t>(m_images.size() - 1);
        }
        const std::uint32_t place = m_free.back();
        m_free.pop_back();
        m_images[place] = std::move(images);
        return place;
    }
    /// Once for each put.
    [[nodiscard]] std::vector<SessionImage> take(std::uint32_t place)
    {
        m_free.push_back(place);
        return std::exchange(m_images[place], {});
    }

private:
    std::vector<std::vector<SessionImage>> m_images;
    std::vector<std::uint32_t> m_free;
};

/// What an engine lends a machine for one input.
struct Context
{
    model::SimTime now;
    model::Random &random; ///< The machine's own stream.
    model::StringTable &strings; ///< To intern what the machine makes up: session ids.
    EffectList &out;
    Bulk &bulk;
};

/// The ids of the strings that every run knows.
struct KnownStrings
{
    model::StringId sessionCookie;
    model::StringId pinCookie;
    model::StringId user;
    friend bool operator==(const KnownStrings &, const KnownStrings &) = default;
};

} // namespace sessionarium::protocol
