// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/names.h"
#include "core/scenario/readcontext.h"
#include "core/scenario/scenario.h"

#include <string>
#include <utility>
#include <vector>

/// What no single field can tell: that ids are unique, that references lead somewhere, that times fit together.
/// Values that could not be read are empty; nothing is reported twice for that.
namespace sessionarium::scenario {

/// All ids that references of a lesson may name.
struct KnownNames
{
    Names clients;
    Names servers; ///< Those of the file and those that actions add.
    Names stores; ///< And replicas; those that a preset may bring are allowed.
    Names entities; ///< Clients, balancer, servers, stores.
    Names branches;
    Names actions; ///< Of all branches.
    Names answeredActions; ///< Those that end with an answer or a time-out.
    Names steps;
};

/// What the file says that there is none of, rather than saying nothing that could be read.
struct LeftOut
{
    bool balancer = false;
    bool stores = false;
};

/// Ids of entities, the number of servers, what the policy needs, the crowds. Returns the names, without branches,
/// actions and steps.
[[nodiscard]] KnownNames checkSetup(ReadContext &context, const Scenario &scenario, const LeftOut &leftOut);

/// The names that an action may refer to.
struct ActionNames
{
    const Names &clients;
    const Names &servers;
    const Names &stores;
    const Names &entities;
};
/// That all entities which the action names are there.
void checkNamesOf(ReadContext &context, const std::string &place, const model::Action &action,
                  const ActionNames &names);

/// The most servers of any run that the file names: what somebody did in such a run may concern them. In a run without
/// that server the action is not applicable.
[[nodiscard]] std::uint32_t mostServers(const Scenario &scenario);

/// The tree of branches and the actions in it.
void checkBranches(ReadContext &context, const Scenario &scenario, KnownNames &known);

/// A run that a file names, with its place, to be tried out.
using PlacedRun = std::pair<std::string, const RunChange *>;

/// The lesson. Adds all runs that it names to `runs`.
void checkLesson(ReadContext &context, const Scenario &scenario, KnownNames &known, std::vector<PlacedRun> &runs);

/// The placeholders of one text.
void checkPlaceholders(ReadContext &context, const std::string &place, const model::Text &text,
                       const KnownNames &known);

/// A condition: its references, and that what is compared can be compared.
void checkCondition(ReadContext &context, const std::string &place, const Condition &condition, const KnownNames &known,
                    std::vector<PlacedRun> &runs);

/// Does the action end with an answer, so that another can come after it?
[[nodiscard]] bool isAnswered(model::ActionKind verb);

} // namespace sessionarium::scenario
