// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/random.h"
#include "core/model/stringtable.h"
#include "core/protocol/appserver.h"
#include "core/protocol/balancer.h"
#include "core/protocol/clientagent.h"
#include "core/protocol/crowduser.h"
#include "core/protocol/effect.h"
#include "core/protocol/store.h"
#include "core/scenario/scenario.h"
#include "core/sim/actionqueue.h"
#include "core/sim/futureeventset.h"
#include "core/sim/network.h"
#include "core/sim/openrequests.h"
#include "core/timeline/recordsink.h"

#include <memory>
#include <optional>
#include <unordered_map>
#include <variant>
#include <vector>

namespace sessionarium::sim {

/// Carries the protocol out in virtual time. A value: copying it is the snapshot of the whole run (semantics §1).
/// Same scenario, seed and actions: the same records, byte for byte, on every machine.
class SimEngine
{
public:
    /// The run of `scenario` at time 0, without actions. Requires: a scenario from the reader.
    SimEngine(const scenario::Scenario &scenario, const std::string &branch);

    /// What stands above the records.
    [[nodiscard]] const timeline::RunInfo &info() const { return m_info; }

    /// Opens the run: the records of the first entities. Call once, before anything else, with the sink of runUntil.
    void open(timeline::RecordSink &sink);

    /// Actions that are to come from now on; those of one instant happen in the order in which they were added.
    void addActions(const std::vector<model::Action> &actions) { m_actions.add(actions, m_now); }
    /// Forgets the actions that have not happened.
    void cutActions() { m_actions.cut(); }

    /// From here on it is another branch, of a run that may be longer: what stands above its records says so.
    void continueAs(const std::string &branch, model::Duration duration)
    {
        m_info.branch = branch;
        m_info.duration = duration;
    }

    enum class Stop { Reached, Cut };
    /// Everything up to and including t, actions last within their instant. `Cut`: `maxRecords` were reached, a
    /// `RunCut` record closed the run, and nothing more will happen.
    Stop runUntil(model::SimTime t, std::uint32_t maxRecords, timeline::RecordSink &sink);

    [[nodiscard]] model::SimTime now() const { return m_now; }
    [[nodiscard]] std::uint32_t recordCount() const { return m_records; }
    /// The strings that the sink has been told, for a sink that starts with this snapshot.
    [[nodiscard]] const model::StringTable &strings() const { return m_strings; }

    // The machines, for who compares them with the records (the mirror test).
    [[nodiscard]] const std::vector<protocol::ClientAgent> &clients() const { return m_clients; }
    [[nodiscard]] const std::vector<protocol::AppServer> &servers() const { return m_servers; }
    [[nodiscard]] const std::vector<protocol::Store> &stores() const { return m_stores; }
    /// None: clients talk to the first server directly.
    [[nodiscard]] const std::optional<protocol::Balancer> &balancer() const { return m_balancer; }
    [[nodiscard]] const Links &links() const { return m_links; }

private:
    /// One scheduled event. `token`: of a timer, a connection or a probe; for a message its place in m_effects.
    struct Pending
    {
        enum class Kind : std::uint16_t {
            Message,
            Timer,
            ConnectionRefused,
            ConnectionSilent,
            ConnectionLost,
            ProbeAnswered, ///< `request` holds the number of who was asked.
            ProbeRefused,
            CrowdDue
        };
        Kind kind = Kind::Message;
        protocol::TimerKind timer = protocol::TimerKind::ServiceTime;
        model::EntityId target;
        model::RecordId cause;
        model::RequestId request;
        std::uint32_t token = 0;
    };
    /// Where the handling of one input stands.
    struct Handling
    {
        model::EntityId entity;
        model::RecordId trigger; ///< The record that brought the input: the cause of the facts that follow from it.
        model::RecordId last; ///< The newest fact of this handling (at first the trigger): the cause of what is sent.
    };

    struct Crowd
    {
        protocol::CrowdUser user;
        bool isClosed = false;
        model::RequestId current; ///< Closed: the request whose end it waits for.
    };

    void deliver(const Pending &pending, timeline::RecordSink &sink);
    void act(std::uint32_t index, timeline::RecordSink &sink);
    /// Where the action is taken, and what else it says; none: it has no object in this run.
    model::EntityId prepare(const ActionQueue::Step &action, protocol::Acted &acted);
    void notApplicable(const protocol::Acted &acted, model::RecordId cause, timeline::RecordSink &sink);
    void addServer(ActionQueue::Name wanted, const protocol::Acted &acted, model::RecordId cause,
                   timeline::RecordSink &sink);
    void addClient(const model::Action &action, const protocol::Acted &acted, model::RecordId cause,
                   timeline::RecordSink &sink);
    void removeServer(model::EntityId server, const protocol::Acted &acted, model::RecordId cause,
                      timeline::RecordSink &sink);
    void changeLinks(const model::Action &action, const protocol::Acted &acted, model::RecordId cause,
                     timeline::RecordSink &sink);
    [[nodiscard]] std::vector<model::EntityId> entitiesOf(const std::vector<std::string> &ids) const;
    [[nodiscard]] std::vector<model::EntityId> everybodyBut(const std::vector<model::EntityId> &group) const;
    /// Tells a server, and the others of it, where the rest of the system is.
    void introduce(std::uint32_t server, bool joined, model::RecordId trigger, timeline::RecordSink &sink);
    void joinBalancer(model::EntityId server, model::RecordId trigger, timeline::RecordSink &sink);
    [[nodiscard]] model::EntityId freshEntity(std::string &id, std::string_view prefix, std::size_t number) const;
    void crowdActs(const Pending &pending, timeline::RecordSink &sink);
    void scheduleCrowd(model::EntityId client, model::Duration delay, model::RecordId cause);
    [[nodiscard]] Crowd *crowd(model::EntityId client);
    void handle(model::EntityId entity, const protocol::Input &input, model::RecordId trigger,
                timeline::RecordSink &sink);
    void handleImmediate(timeline::RecordSink &sink);
    void carryOut(const protocol::Emit &emit, Handling &handling, timeline::RecordSink &sink);
    void carryOut(const protocol::Send &send, Handling &handling, timeline::RecordSink &sink);
    void carryOut(const protocol::Connect &wanted, Handling &handling, timeline::RecordSink &sink);
    void carryOut(const protocol::Probe &probe, Handling &handling, timeline::RecordSink &sink);
    void carryOut(const protocol::StartTimer &timer, Handling &handling, timeline::RecordSink &sink);
    void carryOut(const protocol::ResetConnection &reset, Handling &handling, timeline::RecordSink &sink);
    void carryOut(const protocol::AskAgain &again, Handling &handling, timeline::RecordSink &sink);
    void carryOut(const protocol::RequestDone &done, Handling &handling, timeline::RecordSink &sink);
    /// Fact: one of the kinds, or the variant of all.
    template <class Fact>
    model::RecordId append(model::EntityId entity, model::RecordId cause, model::RequestId request, const Fact &fact,
                           timeline::RecordSink &sink);
    void announceStrings(timeline::RecordSink &sink)
    {
        if (m_announced != m_strings.size())
            announceNewStrings(sink);
    }
    void announceNewStrings(timeline::RecordSink &sink);
    model::EntityId addEntity(model::EntityType type, std::uint32_t index, model::StringId id);
    [[nodiscard]] model::EntityId findEntity(std::string_view id) const;
    [[nodiscard]] model::EntityId entityOf(ActionQueue::Name name);
    [[nodiscard]] model::StringId shown(ActionQueue::Name name);
    [[nodiscard]] model::Duration oneWay(model::EntityId from);
    /// When a message that has to keep its place among those of its channel arrives (T-5).
    [[nodiscard]] model::Duration inOrder(const protocol::Message &message, model::Duration transit);
    struct Reach
    {
        bool connects = false; ///< A connection can be made.
        bool replies = false; ///< There is somebody who answers.
        bool refuses = false; ///< The host is there, and nobody listens.
        std::uint32_t epoch = 0;
    };
    [[nodiscard]] Reach reach(model::EntityId target) const;

    /// What of the scenario the run goes on needing; shared by all snapshots, never changed.
    struct Plan;
    std::shared_ptr<const Plan> m_plan;
    timeline::RunInfo m_info;

    model::StringTable m_strings;
    std::uint32_t m_announced = 0; ///< Strings that the sink knows.
    struct Entity
    {
        model::EntityType type;
        std::uint32_t index; ///< In the vector of its machines.
        model::StringId id;
        bool isAtBalancer = false; ///< Servers: the balancer knows it.
        bool hasLeft = false;
    };
    std::vector<Entity> m_entities;
    /// What an entity draws from; apart, since few events draw and all look their entity up.
    struct Streams
    {
        model::Random network;
        model::Random sessionIds;
    };
    std::vector<Streams> m_streams;
    std::unordered_map<std::uint32_t, model::EntityId> m_entityOfString; ///< Looked up only.
    std::vector<protocol::ClientAgent> m_clients;
    std::vector<protocol::AppServer> m_servers;
    std::vector<protocol::Store> m_stores;
    std::optional<protocol::Balancer> m_balancer;
    model::EntityId m_balancerEntity;
    protocol::KnownStrings m_known;
    protocol::ClientAgent::Gateway m_gateway;

    model::StringId m_cart;
    Links m_links;
    /// When the newest message of each (from, to, channel) arrives. Looked up only.
    std::unordered_map<std::uint64_t, model::SimTime> m_newestOfChannel;

    std::uint32_t m_firstOfCrowds = 0; ///< Position of the first generated user among the clients.
    std::vector<Crowd> m_crowds;

    ActionQueue m_actions;
    FutureEventSet<Pending> m_future;
    OpenRequests m_open;

    protocol::Bulk m_bulk;
    protocol::EffectList m_effects; ///< Reused from input to input; holds the messages on their way.
    /// Inputs that follow at the same instant: a connection that was made, a further request of a client.
    struct Immediate
    {
        model::EntityId entity;
        std::variant<protocol::Connected, protocol::FollowUp, protocol::ServerJoined, protocol::ServerLeft> input;
        model::RecordId trigger;
    };
    std::vector<Immediate> m_immediate;

    model::SimTime m_now;
    std::uint32_t m_records = 0;
    bool m_cut = false;
};

} // namespace sessionarium::sim
