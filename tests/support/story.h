// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/run.h"
#include "core/scenario/scenario.h"
#include "tests/support/literals.h"
#include "tests/support/printing.h"

#include <string>
#include <vector>

namespace sessionarium::tests {

/// A short run told as a story, and questions about what became of it:
///
///     Story s;
///     s.client("minji").server("server-1").server("server-2");
///     s.at(0_ms).logIn("minji");
///     s.at(1_s).crash("server-1");
///     s.at(2_s).read("minji");
///     s.run();
///     QCOMPARE(s.outcome("minji", 2), Outcome::LoggedOut);
///
/// It begins with a balancer (round robin), no client, no server, half a millisecond of latency, 60 s.
/// Requests of a client are counted from 1 in the order in which it issued them; `last` is its newest.
/// A question about something that is not there fails the running test and says what is missing.
class Story
{
public:
    static constexpr std::uint32_t last = 0;

    /// What happens at one instant, in this order.
    class Moment
    {
    public:
        Moment &logIn(const std::string &client) { return user(model::ActionKind::LogIn, client); }
        Moment &read(const std::string &client) { return user(model::ActionKind::Read, client); }
        Moment &write(const std::string &client, const std::string &item, const std::string &attribute = "cart");
        Moment &logOut(const std::string &client) { return user(model::ActionKind::LogOut, client); }
        Moment &deleteCookie(const std::string &client) { return user(model::ActionKind::DeleteCookie, client); }
        Moment &sendUnknownId(const std::string &client) { return user(model::ActionKind::SendUnknownId, client); }
        Moment &crash(const std::string &server) { return operatorAt(model::ActionKind::Crash, server); }
        Moment &restart(const std::string &server) { return operatorAt(model::ActionKind::Restart, server); }
        /// Empty: the model chooses the id.
        Moment &addServer(const std::string &server = {}) { return operatorAt(model::ActionKind::AddServer, server); }

    private:
        friend class Story;
        Moment(Story &story, model::SimTime at) : m_story(story), m_at(at) { }
        Moment &user(model::ActionKind verb, const std::string &client);
        Moment &operatorAt(model::ActionKind verb, const std::string &server);
        model::Action &add(model::ActionKind verb);

        Story &m_story;
        model::SimTime m_at;
    };

    Story();

    Story &client(const std::string &id);
    Story &server(const std::string &id);
    /// Clients talk to the only server.
    Story &withoutBalancer();
    Story &preset(const std::string &id);
    Story &seed(std::uint64_t seed);
    Story &duration(model::Duration duration);
    /// For what has no word of its own.
    [[nodiscard]] model::Setup &setup() { return m_scenario.setup; }
    [[nodiscard]] scenario::Scenario &scenario() { return m_scenario; }

    [[nodiscard]] Moment at(model::Duration sinceStart);

    /// Computes the run; what was asked before is forgotten. The scenario takes the way through writer and reader, so
    /// a story that no file could tell fails the test.
    void run();

    [[nodiscard]] verdict::Outcome outcome(const std::string &client, std::uint32_t number) const;
    [[nodiscard]] verdict::GuaranteeSet broken(const std::string &client, std::uint32_t number) const;
    /// The server that served it; empty if none did.
    [[nodiscard]] std::string answeredBy(const std::string &client, std::uint32_t number) const;
    /// The HTTP status of its answer; 0 if it failed without one.
    [[nodiscard]] std::uint32_t status(const std::string &client, std::uint32_t number) const;
    /// Finished requests of all clients with that outcome.
    [[nodiscard]] std::size_t count(verdict::Outcome outcome) const;
    /// How many requests the client issued.
    [[nodiscard]] std::uint32_t requests(const std::string &client) const;

    [[nodiscard]] const timeline::Timeline &timeline() const { return *m_computed.timeline; }
    [[nodiscard]] const verdict::Verdicts &verdicts() const { return *m_computed.verdicts; }
    [[nodiscard]] const run::Computed &computed() const { return m_computed; }

private:
    [[nodiscard]] std::vector<model::RequestId> requestsOf(const std::string &client) const;
    [[nodiscard]] const verdict::Verdict *find(const std::string &client, std::uint32_t number) const;

    scenario::Scenario m_scenario;
    run::Computed m_computed;
};

} // namespace sessionarium::tests
