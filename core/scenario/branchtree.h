// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/scenario.h"

#include <string>
#include <vector>

/// The tree of branches as somebody changes it by hand.
namespace sessionarium::scenario {

/// A branch and all that grow from it, in the order of the file. Requires: a branch of the scenario.
[[nodiscard]] std::vector<std::string> subtree(const Scenario &scenario, const std::string &branch);

/// Does the lesson name this branch: a step or something to try plays it, or a question is about it?
[[nodiscard]] bool isNamedByLesson(const Scenario &scenario, const std::string &branch);

/// May it be taken away with all that grow from it? Not the first one, and none that the lesson needs.
[[nodiscard]] bool canRemoveBranch(const Scenario &scenario, const std::string &branch);

/// Takes the branch and all that grow from it away. `played` stays as it is. Requires: canRemoveBranch().
void removeBranch(Scenario &scenario, const std::string &branch);

} // namespace sessionarium::scenario
