// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/scenario.h"
#include "core/verdict/verdict.h"
#include "ui/text/names.h"

#include <QString>

/// Branches, and where two of them part, in words.
namespace sessionarium::ui::text {

/// Its own name; without one, what was done first in it: "Server 2: Crash". Requires: a branch of the scenario.
[[nodiscard]] QString branchName(const scenario::Scenario &scenario, const scenario::Branch &branch, Language language);
/// Where it leaves the old course: "from 05.50 s". Empty: it is the first one.
[[nodiscard]] QString branchStart(const scenario::Branch &branch);
/// Both: "Server 2: Crash · from 05.50 s".
[[nodiscard]] QString branchTitle(const scenario::Scenario &scenario, const scenario::Branch &branch,
                                  Language language);

/// That two branches part: "From 05.50 s on they differ."
[[nodiscard]] QString differenceHeading(model::SimTime at);
/// What one of them does then, and which answer of it is the first to differ: "Server 2 goes down … → 06.01 s Minji:
/// logged out (401)". `record`, none: what the other one does does not happen here. `verdict`, null: no answer differs.
/// `unanswered`, some: the request that the other one answers was sent by this record, and has no answer here.
[[nodiscard]] QString differenceSide(const Names &names, model::RecordId record, const verdict::Verdict *verdict,
                                     model::RecordId unanswered);

} // namespace sessionarium::ui::text
