// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/scenario.h"
#include "ui/text/language.h"

#include <QString>

#include <string>

namespace sessionarium::ui::text {

/// One run of a scenario. Owns nothing.
struct ShownRun
{
    const scenario::Scenario &scenario;
    const std::string &branch;
    const std::string &policy; ///< A preset, or "custom".
};

/// What somebody did, in a few words: "Server 2: Crash".
[[nodiscard]] QString actionLine(const scenario::Scenario &scenario, const model::Action &action, Language language);

/// What is different in `other`, in a few words: another preset, number of servers, what somebody did by hand. Empty:
/// nothing that has words. `until`: what somebody did later than that is not told.
[[nodiscard]] QString runDifference(const ShownRun &own, const ShownRun &other, model::SimTime until,
                                    Language language);

} // namespace sessionarium::ui::text
