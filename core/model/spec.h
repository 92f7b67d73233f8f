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
enum class Stickiness : std::uint32_t { None, Cookie };
enum class SessionPolicy : std::uint32_t { Local };

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

/// H-7, H-11 to H-14. No health checks yet: a server always counts as up (H-16).
struct BalancerSpec
{
    std::string id = "balancer";
    Text name;
    Algorithm algorithm = Algorithm::RoundRobin;
    Stickiness stickiness = Stickiness::None;
    bool check = false;
    std::uint32_t retries = 3; ///< H-11: further attempts after a failed connection.
    bool redispatch = false; ///< H-13: the last retry goes to another server.
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
    friend bool operator==(const SessionsSpec &, const SessionsSpec &) = default;
};

struct ApplicationSpec
{
    bool createsSessionWhenAnonymous = false; ///< B-6.
    bool loginRedirect = false; ///< A stranger gets 302 to the login page in place of 401.
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

/// One thing that somebody does at a time: a user with a browser, or an operator (semantics §11, "Actions").
struct Action
{
    std::string id;
    ActionKind verb = ActionKind::Read;
    std::string client; ///< For a user's action: whose.
    std::string server; ///< For an operator's action: at which server; for AddServer the new id, empty = chosen.
    std::string attribute = "cart"; ///< Write only.
    std::string item; ///< Write only: what is put in.
    /// Either an instant …
    std::optional<SimTime> at;
    /// … or after the answer (or time-out) of another action of the same client, plus a think time.
    std::string after;
    Duration think;
    friend bool operator==(const Action &, const Action &) = default;
};

/// Is it a user who does it? Then the action has a client; otherwise it is an operator's.
constexpr bool isUserAction(ActionKind verb)
{
    switch (verb) {
    case ActionKind::LogIn:
    case ActionKind::Read:
    case ActionKind::Write:
    case ActionKind::LogOut:
    case ActionKind::DeleteCookie:
    case ActionKind::SendUnknownId:
        return true;
    case ActionKind::Crash:
    case ActionKind::Restart:
    case ActionKind::AddServer:
        break;
    }
    return false;
}

/// Everything a run is computed from, besides its actions.
struct Setup
{
    std::vector<ClientSpec> clients;
    std::optional<BalancerSpec> balancer; ///< None: clients talk to the first server directly.
    std::vector<ServerSpec> servers;
    SessionsSpec sessions;
    ApplicationSpec application;
    NetworkSpec network;
    friend bool operator==(const Setup &, const Setup &) = default;
};

} // namespace sessionarium::model
