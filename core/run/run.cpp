// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/run.h"

#include "core/run/forker.h"
#include "core/scenario/bounds.h"

#include <algorithm>
#include <map>
#include <set>

namespace sessionarium::run {

using model::Action;
using model::Problem;
using model::ProblemCode;
using model::SimTime;

namespace {

/// Half a million records, 28 MB: what acting and changing values again and again gives back and takes.
constexpr std::size_t keptBlocks = 8;

std::string joined(const std::vector<std::string> &words)
{
    std::string text;
    for (const std::string &word : words) {
        if (!text.empty())
            text += ", ";
        text += word;
    }
    return text;
}

} // namespace

struct Run::State
{
    scenario::Scenario scenario;
    Means means;
    std::map<std::string, Course> courses;
    std::set<std::string> fromFile; ///< Ids of actions that the file scripts: they go on after somebody acts.

    scenario::Branch &branch(const std::string &id)
    {
        return *std::find_if(scenario.branches.begin(), scenario.branches.end(),
                             [&id](const scenario::Branch &item) { return item.id == id; });
    }

    [[nodiscard]] std::set<std::string> actionIds() const
    {
        std::set<std::string> ids;
        for (const scenario::Branch &item : scenario.branches) {
            for (const Action &action : item.actions)
                ids.insert(action.id);
        }
        return ids;
    }

    [[nodiscard]] std::string freshActionId(const std::string &prefix) const
    {
        const std::set<std::string> taken = actionIds();
        for (std::size_t n = 1;; ++n) {
            std::string id = prefix + "-" + std::to_string(n);
            if (!taken.contains(id))
                return id;
        }
    }

    [[nodiscard]] std::string freshBranchId() const
    {
        for (std::size_t n = 2;; ++n) {
            std::string id = "branch-" + std::to_string(n);
            if (!scenario::findBranch(scenario, id))
                return id;
        }
    }

    /// The actions of a course that had not happened by t.
    [[nodiscard]] std::vector<Action> stillToCome(const Course &course, SimTime t) const
    {
        const timeline::Timeline &timeline = *course.computed.timeline;
        std::set<std::string> happened;
        const std::uint32_t count = timeline.countUpTo(t);
        for (std::uint32_t i = 0; i < count; ++i) {
            if (const auto *taken = std::get_if<model::ActionTaken>(&timeline[i].fact))
                happened.emplace(timeline.text(taken->action));
            else if (const auto *nothing = std::get_if<model::NotApplicable>(&timeline[i].fact))
                happened.emplace(timeline.text(nothing->action));
        }
        std::vector<Action> rest;
        for (const Part &part : course.parts) {
            if (&part != &course.parts.back() && part.until <= t)
                continue; // over
            for (const Action &action : part.actions) {
                if (happened.insert(action.id).second) // a later part may repeat what its parent left undone
                    rest.push_back(action);
            }
        }
        return rest;
    }

    /// Those of the setup and those that the actions of a course up to t have added.
    [[nodiscard]] std::size_t serversAt(const Course &course, SimTime t) const
    {
        const timeline::Timeline &timeline = *course.computed.timeline;
        std::size_t servers = scenario.setup.servers.size();
        const std::uint32_t count = timeline.countUpTo(t);
        for (std::uint32_t i = 0; i < count; ++i) {
            const auto *taken = std::get_if<model::ActionTaken>(&timeline[i].fact);
            servers += taken != nullptr && taken->verb == model::ActionKind::AddServer ? 1 : 0;
        }
        return servers;
    }

    /// What would make the scenario one that no file may hold. `added`: the action, then those that go on after it.
    [[nodiscard]] model::Problems boundsOf(const Course &course, SimTime t, const std::vector<Action> &added,
                                           const scenario::Branch *extended) const
    {
        namespace bounds = scenario::bounds;
        const auto tooMany = [](const char *place, std::size_t found, std::size_t allowed) {
            return model::Problems {
                Problem {ProblemCode::TooMany, place, std::to_string(found), std::to_string(allowed)}};
        };
        const auto adds = static_cast<std::size_t>(std::count_if(
            added.begin(), added.end(), [](const Action &each) { return each.verb == model::ActionKind::AddServer; }));
        // What the file scripts was within the bound; only one more can go beyond it.
        const bool isOneMore = added.front().verb == model::ActionKind::AddServer;
        const std::size_t servers = isOneMore ? serversAt(course, t) + adds : 0;
        if (servers > bounds::servers)
            return tooMany("/servers", servers, bounds::servers);
        if (!extended && scenario.branches.size() >= bounds::branches)
            return tooMany("/branches", scenario.branches.size() + 1, bounds::branches);
        const std::size_t actions = added.size() + (extended ? extended->actions.size() : 0);
        if (actions > bounds::actions)
            return tooMany("/actions", actions, bounds::actions);
        return {};
    }

    [[nodiscard]] model::Problems problemsOf(const Action &action, const Course &course) const
    {
        std::vector<std::string> clients;
        std::vector<std::string> servers;
        for (const timeline::EntityInfo &entity : course.computed.timeline->entities()) {
            if (entity.type == model::EntityType::Client)
                clients.push_back(entity.id);
            if (entity.type == model::EntityType::Server)
                servers.push_back(entity.id);
        }
        const auto missing = [](const std::vector<std::string> &known, const std::string &id) {
            return std::find(known.begin(), known.end(), id) == known.end();
        };
        if (isUserAction(action.verb) && missing(clients, action.client))
            return {Problem {ProblemCode::UnknownReference, "/client", action.client, joined(clients)}};
        const bool atServer = action.verb == model::ActionKind::Crash || action.verb == model::ActionKind::Restart;
        if (atServer && missing(servers, action.server))
            return {Problem {ProblemCode::UnknownReference, "/server", action.server, joined(servers)}};
        return {};
    }
};

Run::Run(scenario::Scenario scenario, std::uint32_t maxRecords) : m_state(std::make_unique<State>())
{
    m_state->scenario = std::move(scenario);
    m_state->means = {maxRecords, std::make_shared<timeline::BlockPool>(keptBlocks)};
    m_state->fromFile = m_state->actionIds();
}

Run::Run(scenario::Scenario scenario, const Run &before) : Run(std::move(scenario), before.m_state->means.maxRecords)
{
    m_state->means = before.m_state->means;
    m_state->fromFile = before.m_state->fromFile;
}

Run::~Run() = default;
Run::Run(Run &&) noexcept = default;
Run &Run::operator=(Run &&) noexcept = default;

const scenario::Scenario &Run::scenario() const
{
    return m_state->scenario;
}

std::string Run::policy() const
{
    return scenario::presetOf(m_state->scenario.setup);
}

std::optional<Computed> Run::branch(const std::string &id, const Progress &progress)
{
    const auto known = m_state->courses.find(id);
    if (known != m_state->courses.end())
        return known->second.computed;
    std::optional<Course> course = playFromZero(m_state->scenario, id, m_state->means, progress);
    if (!course)
        return std::nullopt;
    Computed computed = course->computed;
    m_state->courses.insert_or_assign(id, std::move(*course));
    return computed;
}

model::Result<std::string> Run::act(const std::string &branchId, SimTime t, Action action, model::Duration atLeast,
                                    const Progress &progress)
{
    scenario::Scenario &scenario = m_state->scenario;
    if (!scenario::findBranch(scenario, branchId))
        return Problem {ProblemCode::UnknownReference, "/branch", branchId, {}};
    const model::Duration duration = std::max(scenario.duration, atLeast);
    if (t.us < 0 || t.us > duration.us) {
        return Problem {ProblemCode::TimeOutsideRun, "/at_us", std::to_string(t.us), std::to_string(duration.us)};
    }
    if (!branch(branchId, progress)) // what is to come depends on what happened
        return std::string();
    const Course &course = m_state->courses.at(branchId);
    model::Problems problems = m_state->problemsOf(action, course);
    if (!problems.empty())
        return problems;

    if (action.id.empty())
        action.id = m_state->freshActionId("act");
    action.at = t;
    action.after.clear();
    action.think = {};

    const std::vector<Action> rest = m_state->stillToCome(course, t);
    const scenario::Branch &present = m_state->branch(branchId);
    // Nothing is given up: the branch goes on.
    const bool extends = rest.empty() && t >= present.from && !scenario::isOfLesson(scenario, branchId);
    std::vector<Action> added {action};
    for (const Action &item : rest) {
        if (m_state->fromFile.contains(item.id))
            added.push_back(item);
    }
    problems = m_state->boundsOf(course, t, added, extends ? &present : nullptr);
    if (!problems.empty())
        return problems;

    const scenario::Scenario before = scenario;
    scenario.duration = duration;
    std::string id = branchId;
    if (extends) {
        m_state->branch(branchId).actions.push_back(action);
    } else {
        id = m_state->freshBranchId();
        // A branch taken before its parent's own beginning is one of the grandparent.
        const scenario::Branch *parent = &present;
        while (!parent->parent.empty() && t < parent->from)
            parent = scenario::findBranch(scenario, parent->parent);
        scenario.branches.push_back(scenario::Branch {id, {}, parent->id, t, added});
    }

    std::optional<Course> next = playOn(scenario, id, course, t, added, m_state->means, progress);
    if (!next) {
        scenario = before;
        return std::string();
    }
    if (scenario.duration != before.duration)
        m_state->courses.clear(); // the others end too early now: they are computed anew when somebody looks
    m_state->courses.insert_or_assign(id, std::move(*next));
    return id;
}

} // namespace sessionarium::run
