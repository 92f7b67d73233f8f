// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/stringtable.h"
#include "core/report/rulestate.h"
#include "core/timeline/record.h"
#include "core/timeline/runinfo.h"

#include <string_view>

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
/// * Only who lives acts: what a server or a store does stands where a process runs that is not hung; requests are
///   served by one that has finished starting. Processes hang and die living, begin again dead, listen after starting;
///   what is removed stays so. Death ends sessions, queues, services and memberships.
/// * A message goes between those that its kind is for; what arrives is dropped for a dead or hung process where there
///   is one, and only there.
/// * A request waits or is served at one server at a time; service ends where it began. It waits for confirmations
/// after
///   that.
/// * A session is found, written, touched and ended where it is, created where it is not (a replica replaces); it
///   carries at most model::maxAttributes attributes. Values from elsewhere follow their copy; they are writes that
///   were applied, and as deep as those are. A server finds what it does not hold only where there is a store.
/// * Forwarding, checks, marks, drains and moved pins stand at the balancer and are about servers; a mark or a drain
///   changes something. Connections fail and break at the balancer, a client or a server; their other end is a server,
///   from a server a store. Links are cut whole and healed cut. Members are added once and dropped members.
/// * Snapshots, flushes, promotion and demotion stand at stores that have such; a snapshot counts what there is.
/// * Actions stand at those that they are for. `run_cut` is the last record.
class RecordRules
{
public:
    /// Both must outlive this; strings may grow.
    RecordRules(const timeline::RunInfo &info, const model::StringTable &strings);

    /// Empty, or the key of what cannot be; the caller goes no further then.
    /// Requires: ids of entities and strings that exist.
    [[nodiscard]] std::string_view check(model::RecordId id, const timeline::Record &record);

    [[nodiscard]] std::uint32_t entityCount() const { return static_cast<std::uint32_t>(m_state.types.size()); }
    [[nodiscard]] bool hasJoined(model::EntityId entity) const
    {
        return entity.isSome() && entity.value < m_state.types.size();
    }

private:
    const timeline::RunInfo &m_info;
    const model::StringTable &m_strings;
    RuleState m_state;
};

} // namespace sessionarium::report
