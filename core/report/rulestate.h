// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/fact.h"
#include "core/model/simtime.h"
#include "core/model/spec.h"

#include <algorithm>
#include <array>
#include <set>
#include <unordered_map>
#include <utility>
#include <vector>

namespace sessionarium::report {

/// What the rules of records (recordrules.h) know of a run so far.
struct RuleState
{
    enum class Process : std::uint8_t { Running, Hung, Down, Gone };

    /// Where a request is: with its client, and perhaps at a server.
    struct Request
    {
        model::EntityId client;
        model::EntityId server; ///< None: it neither waits nor is served.
        std::uint32_t life = 0; ///< Of the server's process.
        bool inService = false;
        bool finished = false;
    };
    struct Write
    {
        model::StringId attribute;
        model::WriteId base;
        bool applied = false;
        std::uint32_t depth = 0; ///< How many writes its value contains, once it is applied.
    };
    struct Client
    {
        std::vector<Write> writes; ///< In the order of their counters.
        std::uint32_t tabs = 1;
    };
    struct AttributeList
    {
        std::array<model::StringId, model::maxAttributes> items {};
        std::size_t count = 0;

        /// False if there is no room for one more.
        bool add(model::StringId attribute)
        {
            const auto end = items.begin() + static_cast<std::ptrdiff_t>(count);
            if (std::find(items.begin(), end, attribute) != end)
                return true;
            if (count == items.size())
                return false;
            items[count++] = attribute;
            return true;
        }
    };
    /// A server or a store.
    struct Holder
    {
        Process process = Process::Running;
        std::uint32_t life = 0;
        std::unordered_map<std::uint32_t, AttributeList> sessions; ///< By session id; looked up only.
        // Servers
        bool mayStart = false; ///< It joined, and nothing has happened to it: its first process may begin later.
        bool isStarting = false;
        bool isRemoved = false;
        std::set<model::EntityId> members;
        bool isDown = false; ///< In the mind of the balancer.
        bool isDraining = false;
        // Stores
        model::Persistence persistence = model::Persistence::None;
        model::EntityId replicaOf;
    };

    model::SimTime now;
    bool isCut = false;
    bool hasBalancer = false;
    bool hasStore = false;
    std::vector<model::EntityType> types; ///< By entity.
    std::vector<std::uint32_t> indexOf; ///< By entity: among the clients, among the holders.
    std::vector<Client> clients;
    std::vector<Holder> holders;
    std::vector<Request> requests;
    std::set<std::pair<model::EntityId, model::EntityId>> cutLinks; ///< The lower id first.
};

} // namespace sessionarium::report
