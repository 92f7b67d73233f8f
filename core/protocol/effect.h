// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/fact.h"
#include "core/model/random.h"
#include "core/model/simtime.h"
#include "core/model/stringtable.h"
#include "core/protocol/message.h"

#include <cstdint>
#include <utility>
#include <variant>
#include <vector>

/// What machines are told, and what they want done. A machine opens no socket, reads no clock and draws no number that
/// it was not given; an engine carries the effects out, in virtual or in real time (design §1).
namespace sessionarium::protocol {

enum class TimerKind : std::uint32_t { ClientTimeout, ServiceTime, RetryWait };

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
};
/// An open connection broke: the peer's process is gone.
struct ConnectionLost
{
    std::uint32_t connection = 0;
    model::RequestId request;
};
/// A server joined; for the balancer.
struct ServerJoined
{
    model::EntityId server;
    model::StringId name;
    std::uint32_t weight = 1;
};

using Input = std::variant<Acted, FollowUp, Arrived, TimerFired, Connected, ConnectionRefused, ConnectionLost, ServerJoined>;

// --- effects ---

/// Record this fact at the machine's entity.
struct Emit
{
    model::Fact fact;
    model::RequestId request;
};
/// Send EffectList::messages[index].
struct Send
{
    std::uint32_t index = 0;
};
/// Open a connection; answered by Connected, ConnectionRefused, or nothing for ever (a host that is gone).
struct Connect
{
    model::EntityId server;
    model::RequestId request;
    std::uint32_t connection = 0;
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

using Effect = std::variant<Emit, Send, Connect, StartTimer, ResetConnection, AskAgain, RequestDone>;

/// The effects of one input, in order. Reused from input to input: nothing is allocated per event.
class EffectList
{
public:
    void clear()
    {
        m_effects.clear();
        m_messages.clear();
    }
    void emit(model::Fact fact, model::RequestId request = {}) { m_effects.push_back(Emit{fact, request}); }
    void send(Message message)
    {
        m_effects.push_back(Send{static_cast<std::uint32_t>(m_messages.size())});
        m_messages.push_back(std::move(message));
    }
    void add(Effect effect) { m_effects.push_back(effect); }

    [[nodiscard]] const std::vector<Effect> &effects() const { return m_effects; }
    [[nodiscard]] const Message &message(Send send) const { return m_messages[send.index]; }

private:
    std::vector<Effect> m_effects;
    std::vector<Message> m_messages;
};

/// What an engine lends a machine for one input.
struct Context
{
    model::SimTime now;
    model::Random &random; ///< The machine's own stream.
    model::StringTable &strings; ///< To intern what the machine makes up: session ids.
    EffectList &out;
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
