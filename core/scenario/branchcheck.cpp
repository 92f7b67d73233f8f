// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/check.h"

#include <algorithm>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>

namespace sessionarium::scenario {

using model::Action;
using model::ProblemCode;

namespace {

constexpr std::string_view rootBranch = "main";

/// Where an action stands: branch and index in it.
struct Position
{
    std::size_t branch = 0;
    std::size_t index = 0;
};

/// The clients and servers of one branch: those from the start on, and those that its actions add.
struct Added
{
    Names clients;
    Names servers;
    Names entities; ///< Only the added ones.
    std::size_t serverCount = 0;
    std::size_t clientCount = 0;
};

class BranchChecker
{
public:
    BranchChecker(ReadContext &context, const Scenario &scenario, KnownNames &known)
        : m_context(context),
          m_scenario(scenario),
          m_known(known),
          m_parents(scenario.branches.size()),
          m_positions(scenario.branches.size()),
          m_firstClients(known.clients),
          m_firstServers(known.servers),
          m_firstEntities(known.entities),
          m_clientCount(scenario.setup.clients.size())
    {
        for (const model::CrowdSpec &crowd : scenario.setup.workload.crowds) {
            m_clientCount += crowd.clients;
            if (crowd.writePpm > 0)
                m_attributes.insert(Action().attribute);
        }
    }

    void check()
    {
        for (std::size_t i = 0; i < m_scenario.branches.size(); ++i)
            checkBranch(i);
        for (std::size_t i = 0; i < m_scenario.branches.size(); ++i)
            collectActions(i);
        for (std::size_t i = 0; i < m_scenario.branches.size(); ++i)
            checkActions(i);
    }

private:
    [[nodiscard]] const Branch &branchAt(std::size_t i) const { return m_scenario.branches[i]; }
    [[nodiscard]] const Action &actionAt(const Position &at) const { return branchAt(at.branch).actions[at.index]; }
    [[nodiscard]] static std::string branchPlace(std::size_t i) { return pointerTo("/branches", i); }
    [[nodiscard]] static std::string actionPlace(const Position &at)
    {
        return pointerTo(branchPlace(at.branch) + "/actions", at.index);
    }

    void checkTime(const std::string &place, model::SimTime time) const
    {
        if (m_scenario.duration.us > 0 && time.us > m_scenario.duration.us)
            m_context.add(ProblemCode::TimeOutsideRun, place, std::to_string(time.us),
                          std::to_string(m_scenario.duration.us));
    }

    void checkBranch(std::size_t i)
    {
        const Branch &branch = branchAt(i);
        const std::string place = branchPlace(i);
        if (!branch.id.empty() && m_known.branches.has(branch.id))
            m_context.add(ProblemCode::DuplicateId, place + "/id", branch.id);
        if (i == 0) {
            if (!branch.id.empty() && branch.id != rootBranch)
                m_context.add(ProblemCode::NotAllowed, place + "/id", branch.id, std::string(rootBranch));
            if (!branch.parent.empty())
                m_context.add(ProblemCode::NotAllowed, place + "/parent", branch.parent, "null");
            if (branch.from.us != 0)
                m_context.add(ProblemCode::NotAllowed, place + "/from_us", std::to_string(branch.from.us), "0");
        } else {
            checkParent(i);
            checkTime(place + "/from_us", branch.from);
        }
        m_known.branches.add(branch.id);
    }

    void checkParent(std::size_t i)
    {
        const Branch &branch = branchAt(i);
        const std::string place = branchPlace(i) + "/parent";
        if (branch.parent.empty()) {
            m_context.add(ProblemCode::NotAllowed, place, "null", m_known.branches.list());
            return;
        }
        for (std::size_t k = 0; k < i; ++k) {
            if (branchAt(k).id == branch.parent) {
                m_parents[i] = k;
                return;
            }
        }
        if (parentsComeBack(branch))
            m_context.add(ProblemCode::Cycle, place, branch.id);
        else
            m_known.branches.check(m_context, place, branch.parent);
    }

    [[nodiscard]] bool parentsComeBack(const Branch &branch) const
    {
        const Branch *at = &branch;
        for (std::size_t hops = 0; at != nullptr && hops < m_scenario.branches.size(); ++hops) {
            if (at->parent == branch.id)
                return true;
            at = at->parent.empty() ? nullptr : findBranch(m_scenario, at->parent);
        }
        return false;
    }

    void collectActions(std::size_t branch)
    {
        const std::vector<Action> &actions = branchAt(branch).actions;
        m_actionCount += actions.size();
        for (std::size_t i = 0; i < actions.size(); ++i) {
            const Action &action = actions[i];
            m_known.actions.add(action.id);
            if (action.id.empty() || isAnswered(action.verb))
                m_known.answeredActions.add(action.id);
            // A branch may repeat an id of its parent's: what the file scripts goes on in a future that was cut.
            if (!action.id.empty() && !m_positions[branch].emplace(action.id, i).second)
                m_context.add(ProblemCode::DuplicateId, actionPlace({branch, i}) + "/id", action.id);
            if (action.verb == model::ActionKind::AddServer)
                collectAdded(m_known.servers, action.server, numberedServer, bounds::servers);
            else if (action.verb == model::ActionKind::AddClient)
                collectAdded(m_known.clients, action.client, numberedClient, bounds::clients);
        }
    }

    /// An empty id is chosen in the run.
    void collectAdded(Names &names, const std::string &id, const char *numbered, std::size_t most)
    {
        for (Names *known : {&names, &m_known.entities}) {
            if (id.empty())
                known->allowRow(numbered, static_cast<std::uint32_t>(most));
            else
                known->add(id);
        }
    }

    /// The branches that a branch consists of, with the instant up to which their actions belong to it.
    [[nodiscard]] std::map<std::size_t, std::int64_t> partsOf(std::size_t branch) const
    {
        std::map<std::size_t, std::int64_t> parts;
        std::int64_t until = std::numeric_limits<std::int64_t>::max();
        std::optional<std::size_t> at = branch;
        while (at) {
            parts.emplace(*at, until);
            until = std::min(until, branchAt(*at).from.us);
            at = m_parents[*at];
        }
        return parts;
    }

    /// The action of that id which counts in a branch: its own, else its nearest ancestor's.
    [[nodiscard]] std::optional<Position> find(const std::string &id, std::size_t branch) const
    {
        for (std::optional<std::size_t> at = branch; at; at = m_parents[*at]) {
            const auto found = m_positions[*at].find(id);
            if (found != m_positions[*at].end())
                return Position {*at, found->second};
        }
        return std::nullopt;
    }

    /// The earliest instant at which an action may happen: that of the action at the start of its chain.
    [[nodiscard]] std::int64_t earliest(Position at) const
    {
        for (std::size_t hops = 0; hops <= m_actionCount; ++hops) {
            const Action &action = actionAt(at);
            if (action.at)
                return action.at->us;
            const std::optional<Position> before = find(action.after, at.branch);
            if (!before)
                return 0;
            at = *before;
        }
        return 0;
    }

    void checkActions(std::size_t branch)
    {
        const std::map<std::size_t, std::int64_t> parts = partsOf(branch);
        Added added {Names(&m_firstClients), Names(&m_firstServers), Names(), m_scenario.setup.servers.size(),
                     m_clientCount};
        added.servers.allowRow(numberedServer, mostServers(m_scenario));
        for (const auto &[part, until] : parts) {
            const std::vector<Action> &actions = branchAt(part).actions;
            for (std::size_t i = 0; i < actions.size(); ++i) {
                const bool adds =
                    actions[i].verb == model::ActionKind::AddServer || actions[i].verb == model::ActionKind::AddClient;
                if (adds && earliest({part, i}) <= until)
                    add({part, i}, part == branch, added);
            }
        }
        for (std::size_t i = 0; i < branchAt(branch).actions.size() && !m_context.isFull(); ++i)
            checkAction({branch, i}, parts, added);
    }

    /// One more entity in the branch; only its own actions are called wrong.
    void add(const Position &at, bool own, Added &added) const
    {
        const Action &action = actionAt(at);
        const bool isServer = action.verb == model::ActionKind::AddServer;
        const std::string &id = isServer ? action.server : action.client;
        const std::string place = actionPlace(at);
        const std::size_t count = isServer ? ++added.serverCount : ++added.clientCount;
        const std::size_t most = isServer ? bounds::servers : bounds::crowdClients;
        if (own && count > most)
            m_context.add(ProblemCode::TooMany, place, std::to_string(count), std::to_string(most));
        Names &names = isServer ? added.servers : added.clients;
        if (id.empty()) {
            names.allowRow(isServer ? numberedServer : numberedClient,
                           static_cast<std::uint32_t>(isServer ? bounds::servers : bounds::clients));
            return;
        }
        if (own && (m_firstEntities.has(id) || added.entities.has(id)))
            m_context.add(ProblemCode::DuplicateId, place + (isServer ? "/server" : "/client"), id);
        names.add(id);
        added.entities.add(id);
    }

    void checkAction(const Position &at, const std::map<std::size_t, std::int64_t> &parts, const Added &added)
    {
        const Action &action = actionAt(at);
        const std::string place = actionPlace(at);
        checkNamesOf(m_context, place, action, {added.clients, added.servers, m_known.stores, m_known.entities});
        if (action.at) {
            checkTime(place + "/at_us", *action.at);
            const std::int64_t from = branchAt(at.branch).from.us;
            if (action.at->us < from)
                m_context.add(ProblemCode::OutOfRange, place + "/at_us", std::to_string(action.at->us),
                              std::to_string(from) + "…" + std::to_string(m_scenario.duration.us));
        } else if (!action.after.empty()) {
            checkAfter(at, parts);
        }
        if (action.verb == model::ActionKind::Write && m_attributes.insert(action.attribute).second
            && m_attributes.size() == model::maxAttributes)
            m_context.add(ProblemCode::TooMany, place + "/attribute", std::to_string(m_attributes.size()),
                          std::to_string(model::maxAttributes - 1)); // `user` is one of them
    }

    void checkAfter(const Position &at, const std::map<std::size_t, std::int64_t> &parts) const
    {
        const Action &action = actionAt(at);
        const std::string place = actionPlace(at) + "/after";
        const std::optional<Position> found = find(action.after, at.branch);
        if (!found) {
            if (m_known.actions.isComplete())
                m_context.add(ProblemCode::UnknownReference, place, action.after, mayComeBefore(at, parts).list());
            return;
        }
        const Position before = *found;
        if (before.branch == at.branch && before.index >= at.index && comesBack(at)) {
            m_context.add(ProblemCode::Cycle, place, action.id);
            return;
        }
        if (!isBefore(before, at, parts) || !canFollow(actionAt(before), action))
            m_context.add(ProblemCode::UnknownReference, place, action.after, mayComeBefore(at, parts).list());
    }

    /// Only the answer to a request of the same client can be waited for.
    [[nodiscard]] bool canFollow(const Action &before, const Action &action) const
    {
        const bool unread = !m_known.clients.has(before.client) || !m_known.clients.has(action.client);
        return isAnswered(before.verb) && (unread || before.client == action.client);
    }

    [[nodiscard]] bool isBefore(const Position &before, const Position &at,
                                const std::map<std::size_t, std::int64_t> &parts) const
    {
        if (before.branch == at.branch)
            return before.index < at.index;
        const auto part = parts.find(before.branch);
        return part != parts.end() && earliest(before) <= part->second;
    }

    [[nodiscard]] bool comesBack(const Position &start) const
    {
        std::optional<Position> at = start;
        for (std::size_t hops = 0; hops <= m_actionCount && at && !actionAt(*at).after.empty(); ++hops) {
            at = find(actionAt(*at).after, at->branch);
            if (at && at->branch == start.branch && at->index == start.index)
                return true;
        }
        return false;
    }

    [[nodiscard]] Names mayComeBefore(const Position &at, const std::map<std::size_t, std::int64_t> &parts) const
    {
        Names names;
        for (const auto &[part, until] : parts) {
            const std::vector<Action> &actions = branchAt(part).actions;
            for (std::size_t i = 0; i < actions.size(); ++i) {
                if (isBefore({part, i}, at, parts) && canFollow(actions[i], actionAt(at)))
                    names.add(actions[i].id);
            }
        }
        return names;
    }

    ReadContext &m_context;
    const Scenario &m_scenario;
    KnownNames &m_known;
    std::vector<std::optional<std::size_t>> m_parents; ///< Always an earlier branch, so there is no way round.
    /// For each branch, the indices of its actions by id. Looked up only, never walked.
    std::vector<std::unordered_map<std::string, std::size_t>> m_positions;
    Names m_firstClients; ///< From the start on, as the two below.
    Names m_firstServers;
    Names m_firstEntities;
    std::size_t m_clientCount;
    std::size_t m_actionCount = 0;
    std::set<std::string> m_attributes;
};

} // namespace

std::uint32_t mostServers(const Scenario &scenario)
{
    std::uint32_t most = scenario.played.servers.value_or(0);
    if (!scenario.lesson)
        return most;
    for (const Step &step : scenario.lesson->steps)
        most = std::max(most, step.run.servers.value_or(0));
    for (const TryItem &item : scenario.lesson->tries)
        most = std::max(most, item.run.servers.value_or(0));
    return most;
}

bool isAnswered(model::ActionKind verb)
{
    return model::isUserAction(verb) && verb != model::ActionKind::DeleteCookie
        && verb != model::ActionKind::ChangeAddress && verb != model::ActionKind::CopyCookie;
}

void checkBranches(ReadContext &context, const Scenario &scenario, KnownNames &known)
{
    BranchChecker(context, scenario, known).check();
}

} // namespace sessionarium::scenario
