// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/appserver.h"
#include "core/timeline/record.h"
#include "core/timeline/worldstate.h"
#include "tests/support/literals.h"

#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

/// A small engine for the servers of a cluster alone: requests reach a server directly. It keeps the records, folds
/// them, and holds after each event the folded state against the machines.
namespace sessionarium::tests {

class ClusterWorld
{
public:
    struct Setup
    {
        std::uint32_t clients = 1;
        std::uint32_t servers = 3;
        std::uint32_t later = 0; ///< Servers that may join.
        model::ServerSpec server;
        model::SessionsSpec sessions;
        model::ApplicationSpec application;
        model::Duration latency = model::microseconds(500);
        /// On top of the latency; empty: nothing.
        std::function<model::Duration(const protocol::Message &)> extra;
        Setup() { sessions.policy = model::SessionPolicy::AllToAll; }
    };
    struct Answer
    {
        std::uint32_t status = 0; ///< 0: none came.
        protocol::Attributes shown;
        model::Duration took;
    };
    /// A message as it was sent.
    struct Posted
    {
        protocol::Message message;
        model::SimTime at;
        bool isLost = false;
    };

    explicit ClusterWorld(const Setup &setup);

    // --- what happens; `at` since the start; servers by their index, from 0 ---

    /// Its number, by which it is asked for later.
    std::uint32_t request(model::Duration at, std::uint32_t client, std::uint32_t server, model::Operation operation,
                          std::string_view attribute = "cart");
    std::uint32_t logIn(model::Duration at, std::uint32_t client, std::uint32_t server)
    {
        return request(at, client, server, model::Operation::LogIn, "user");
    }
    std::uint32_t read(model::Duration at, std::uint32_t client, std::uint32_t server)
    {
        return request(at, client, server, model::Operation::Read);
    }
    std::uint32_t write(model::Duration at, std::uint32_t client, std::uint32_t server,
                        std::string_view attribute = "cart")
    {
        return request(at, client, server, model::Operation::Write, attribute);
    }
    std::uint32_t logOut(model::Duration at, std::uint32_t client, std::uint32_t server)
    {
        return request(at, client, server, model::Operation::LogOut, "user");
    }
    void act(model::Duration at, std::uint32_t server, model::ActionKind verb, std::uint32_t about = 0);
    /// One of those that may join starts.
    void join(model::Duration at, std::uint32_t server);
    /// It is removed, and the others are told.
    void leave(model::Duration at, std::uint32_t server);
    void cut(model::Duration at, std::uint32_t a, std::uint32_t b);
    void heal(model::Duration at);
    void run(model::Duration until);

    // --- what became of it ---

    [[nodiscard]] const Answer &answer(std::uint32_t request) const { return m_requests[request].answer; }
    [[nodiscard]] std::uint32_t status(std::uint32_t request) const { return answer(request).status; }
    [[nodiscard]] model::WriteId writeOf(std::uint32_t request) const { return m_requests[request].write; }
    [[nodiscard]] model::WriteId shown(std::uint32_t request, std::string_view attribute = "cart") const;
    [[nodiscard]] model::StringId session(std::uint32_t client = 0) const { return m_jars[client]; }
    [[nodiscard]] const protocol::AppServer &machine(std::uint32_t server) const { return m_servers[server]; }
    [[nodiscard]] const protocol::AllToAllSessions &manager(std::uint32_t server) const
    {
        return std::get<protocol::AllToAllSessions>(m_servers[server].sessions());
    }
    /// The server's copy of the client's session; null: it has none.
    [[nodiscard]] const protocol::MemorySessions::Session *copy(std::uint32_t server, std::uint32_t client = 0) const
    {
        return manager(server).memory().find(m_jars[client]);
    }
    /// The value that the server's copy has; none: no value, or no copy.
    [[nodiscard]] model::WriteId held(std::uint32_t server, std::string_view attribute = "cart",
                                      std::uint32_t client = 0) const;
    /// The indices of those that the server counts as members.
    [[nodiscard]] std::vector<std::uint32_t> members(std::uint32_t server) const;
    [[nodiscard]] model::EntityId server(std::uint32_t index) const { return m_servers[index].entity(); }
    [[nodiscard]] const std::vector<timeline::Record> &records() const { return m_records; }
    /// Messages between servers, in order.
    [[nodiscard]] const std::vector<Posted> &posted() const { return m_posted; }
    /// … of one kind, from `since` on.
    [[nodiscard]] std::vector<Posted> posted(model::MessageKind kind, model::Duration since = {}) const;
    /// The kinds of all messages between servers from `since` on, in order, acknowledgements left out.
    [[nodiscard]] std::vector<model::MessageKind> kinds(model::Duration since) const;
    [[nodiscard]] std::uint64_t bytes(model::Duration since) const;
    /// Empty as long as the fold and the machines agreed after each event; else what differed first.
    [[nodiscard]] const std::string &difference() const { return m_difference; }

    struct Happened
    {
        std::uint32_t record = 0;
        model::SimTime at;
        model::EntityId entity;
    };
    template <class Wanted>
    [[nodiscard]] std::vector<Happened> find(model::EntityId entity = {}) const
    {
        std::vector<Happened> found;
        for (std::uint32_t i = 0; i < m_records.size(); ++i) {
            const timeline::Record &record = m_records[i];
            if (std::holds_alternative<Wanted>(record.fact) && (entity.isNone() || record.entity == entity))
                found.push_back(Happened {i, record.at, record.entity});
        }
        return found;
    }
    template <class Wanted>
    [[nodiscard]] const Wanted &fact(const Happened &happened) const
    {
        return std::get<Wanted>(m_records[happened.record].fact);
    }

private:
    struct Asked
    {
        model::WriteId write;
        model::SimTime issued;
        Answer answer;
    };

    void at(model::SimTime time, std::function<void()> what);
    void introduce(std::uint32_t server, bool joined);
    void issue(std::uint32_t request, std::uint32_t client, std::uint32_t server, model::Operation operation,
               model::StringId attribute);
    void handle(model::EntityId target, const protocol::Input &input, model::RecordId cause);
    void send(const protocol::Message &message, model::RecordId cause);
    void finish(const protocol::Message &response, model::RecordId cause);
    model::RecordId append(model::EntityId entity, model::RecordId cause, model::RequestId request,
                           const model::Fact &fact);
    void compare();
    [[nodiscard]] std::string compare(const protocol::AppServer &server) const;
    [[nodiscard]] bool isCut(model::EntityId a, model::EntityId b) const;
    [[nodiscard]] std::uint32_t indexOf(model::EntityId server) const { return server.value - m_firstServer; }

    Setup m_setup;
    std::uint32_t m_firstServer;
    model::StringTable m_strings;
    protocol::KnownStrings m_known;
    std::vector<model::StringId> m_jars;
    std::vector<std::uint32_t> m_writes;
    std::vector<protocol::AppServer> m_servers;
    std::vector<bool> m_isThere; ///< By server: it has joined.
    std::vector<model::Random> m_random;
    std::vector<Asked> m_requests;
    std::vector<Posted> m_posted;
    std::set<std::pair<model::EntityId, model::EntityId>> m_cuts;
    std::map<std::tuple<model::EntityId, model::EntityId, std::uint32_t>, model::SimTime> m_lastArrival;
    std::map<std::pair<std::int64_t, std::uint64_t>, std::function<void()>> m_future;
    std::uint64_t m_sequence = 0;
    model::SimTime m_now;
    protocol::EffectList m_effects;
    protocol::Bulk m_bulk;
    std::vector<timeline::Record> m_records;
    timeline::WorldState m_folded;
    std::string m_difference;
};

} // namespace sessionarium::tests
