// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/appserver.h"
#include "core/protocol/store.h"
#include "core/timeline/record.h"
#include "core/timeline/worldstate.h"
#include "tests/support/literals.h"

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

/// A small engine for servers and stores alone: requests reach a server directly, all messages take half a millisecond.
/// It keeps the records, folds them, and holds after each event the folded state against the machines.
namespace sessionarium::tests {

class StoreWorld
{
public:
    struct Answer
    {
        std::uint32_t status = 0; ///< 0: none came.
        protocol::Attributes shown;
        model::SimTime at;
    };

    struct Setup
    {
        std::uint32_t clients = 1;
        std::uint32_t servers = 2;
        model::StoreSpec store;
        model::SessionsSpec sessions;
        model::ApplicationSpec application;
        Setup() { sessions.policy = model::SessionPolicy::Store; }
    };

    static constexpr model::Duration latency = model::microseconds(500);

    explicit StoreWorld(const Setup &setup);

    // --- what happens; `at` since the start ---

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
    void act(model::Duration at, model::EntityId target, model::ActionKind verb);
    /// An operator deletes the session that the client's jar names then.
    void deleteSession(model::Duration at, std::uint32_t client);
    void dropCookie(model::Duration at, std::uint32_t client);
    void cut(model::Duration at, model::EntityId a, model::EntityId b);
    void heal(model::Duration at);
    /// The stores learn that there is, or is no longer, such a server.
    void join(model::Duration at, std::uint32_t server);
    void leave(model::Duration at, std::uint32_t server);
    void run(model::Duration until);

    // --- what became of it ---

    [[nodiscard]] const Answer &answer(std::uint32_t request) const { return m_requests[request].answer; }
    [[nodiscard]] std::uint32_t status(std::uint32_t request) const { return answer(request).status; }
    /// The write that the request carried.
    [[nodiscard]] model::WriteId writeOf(std::uint32_t request) const { return m_requests[request].write; }
    [[nodiscard]] model::WriteId shown(std::uint32_t request, std::string_view attribute = "cart") const;
    [[nodiscard]] model::StringId session(std::uint32_t client) const { return m_jars[client]; }
    [[nodiscard]] const std::vector<timeline::Record> &records() const { return m_records; }
    [[nodiscard]] model::EntityId server(std::uint32_t index) const { return m_servers[index].entity(); }
    [[nodiscard]] const protocol::Store &store(std::uint32_t index = 0) const { return m_stores[index]; }
    [[nodiscard]] const protocol::AppServer &machine(std::uint32_t server) const { return m_servers[server]; }
    /// Empty as long as the fold and the machines agreed after each event; else what differed first.
    [[nodiscard]] const std::string &difference() const { return m_difference; }

    struct Traffic
    {
        std::uint32_t messages = 0;
        std::uint64_t bytes = 0;
        friend bool operator==(const Traffic &, const Traffic &) = default;
    };
    /// Messages of servers and stores on behalf of the request; its own request and response left out.
    [[nodiscard]] Traffic traffic(std::uint32_t request) const;

    template <class Wanted>
    [[nodiscard]] std::vector<std::uint32_t> find(model::EntityId entity = {}) const
    {
        std::vector<std::uint32_t> found;
        for (std::uint32_t i = 0; i < m_records.size(); ++i) {
            if (std::holds_alternative<Wanted>(m_records[i].fact) && (entity.isNone() || m_records[i].entity == entity))
                found.push_back(i);
        }
        return found;
    }
    /// Those of one request.
    template <class Wanted>
    [[nodiscard]] std::vector<Wanted> of(std::uint32_t request) const
    {
        std::vector<Wanted> found;
        for (const timeline::Record &record : m_records) {
            if (record.request == model::RequestId(request) && std::holds_alternative<Wanted>(record.fact))
                found.push_back(std::get<Wanted>(record.fact));
        }
        return found;
    }
    template <class Wanted>
    [[nodiscard]] const Wanted &fact(std::uint32_t record) const
    {
        return std::get<Wanted>(m_records[record].fact);
    }

private:
    struct Asked
    {
        model::WriteId write;
        Answer answer;
    };

    void at(model::SimTime time, std::function<void()> what);
    void issue(std::uint32_t request, std::uint32_t client, std::uint32_t server, model::Operation operation,
               model::StringId attribute);
    void handle(model::EntityId target, const protocol::Input &input, model::RecordId cause);
    void send(const protocol::Message &message, model::RecordId cause);
    void finish(const protocol::Message &response, model::RecordId cause);
    model::RecordId append(model::EntityId entity, model::RecordId cause, model::RequestId request,
                           const model::Fact &fact);
    void compare();
    [[nodiscard]] std::string compareStore(const protocol::Store &store) const;
    [[nodiscard]] bool isCut(model::EntityId a, model::EntityId b) const;
    /// 0: no answer at all, 1: refused, 2: there.
    [[nodiscard]] int reach(model::EntityId target, std::uint32_t &epoch) const;

    model::StringTable m_strings;
    protocol::KnownStrings m_known;
    std::vector<model::StringId> m_jars;
    std::vector<std::uint32_t> m_writes;
    std::vector<protocol::AppServer> m_servers;
    std::vector<protocol::Store> m_stores;
    std::vector<model::Random> m_random;
    std::vector<Asked> m_requests;
    std::set<std::pair<model::EntityId, model::EntityId>> m_cuts;
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
