// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/spec.h"
#include "core/model/stringtable.h"
#include "core/timeline/record.h"
#include "core/timeline/runinfo.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace sessionarium::report {

/// Decides whether records from a file can be: whoever folds or judges a timeline relies on what holds here.
///
/// * Time never runs backwards and stays within 0 … duration. A cause is an earlier record.
/// * The run begins with `entity_added` of each entity of line 1, at time 0, in order and with its type; each later one
///   is new. At most one is a balancer. Records stand at entities that joined, and name only such.
/// * Requests are numbered in order of issue, from 0; `request_issued` stands at a client and takes the next number;
///   other records name a request that was issued. Only the client that issued a request finishes it, once; nothing
///   is shown to it afterwards.
/// * A log-in, write or log-out carries the next WriteId of its own client, and an attribute (`user` for log-in and
///   log-out); others carry neither. A write is applied after it was issued, to its own attribute, from a base that was
///   applied before, the same base each time: the values of an attribute form a tree. Answers show only what was
///   applied.
/// * What a server does (queue, service, sessions, writes) stands at a server that runs. A server crashes running and
///   restarts down; a crash ends its sessions, its queue and its services.
/// * A request waits or is served at one server at a time; service ends where it began.
/// * A session is found, written and ended where it is, created where it is not; it carries at most
///   model::maxAttributes attributes.
/// * Forwarding stands at the balancer; connections fail and break at balancer or client; their other end is a server.
/// * User's actions stand at clients, crash and restart at servers. `run_cut` is the last record.
class RecordRules
{
public:
    /// Both must outlive this; strings may grow.
    RecordRules(const timeline::RunInfo &info, const model::StringTable &strings);

    /// Empty, or the key of what cannot be; the caller goes no further then.
    /// Requires: ids of entities and strings that exist.
    [[nodiscard]] std::string_view check(model::RecordId id, const timeline::Record &record);

    [[nodiscard]] std::uint32_t entityCount() const { return static_cast<std::uint32_t>(m_types.size()); }
    [[nodiscard]] bool hasJoined(model::EntityId entity) const
    {
        return entity.isSome() && entity.value < m_types.size();
    }

private:
    struct Checker;

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
    struct Server
    {
        bool running = true;
        std::uint32_t life = 0;
        std::unordered_map<std::uint32_t, AttributeList> sessions; // by session id; looked up only
    };

    const timeline::RunInfo &m_info;
    const model::StringTable &m_strings;
    model::SimTime m_now;
    bool m_cut = false;
    bool m_hasBalancer = false;
    bool m_hasStore = false;
    std::vector<model::EntityType> m_types; // by entity
    std::vector<std::uint32_t> m_indexOf; // by entity: among the clients, among the servers
    std::vector<std::vector<Write>> m_writes; // by client: its writes, in the order of their counters
    std::vector<Server> m_servers; // and stores: whatever holds sessions
    std::vector<Request> m_requests;
};

} // namespace sessionarium::report
