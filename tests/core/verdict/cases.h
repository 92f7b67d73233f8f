// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/verdict/story.h"

#include <functional>
#include <vector>

namespace sessionarium::tests::dictated {

/// One rule of semantics §3 and §4 as a story with the verdict that it demands.
struct Case
{
    const char *name;
    std::function<Story::Asked(Story &)> tell; ///< Returns the request that the rule is about.
    verdict::Outcome outcome = verdict::Outcome::Fine;
    std::vector<verdict::Guarantee> broken = {};
    std::uint32_t lostWrites = 0;
    bool slow = false;
    model::Persistence persistence = model::Persistence::None; ///< Of the store and its replica.
};

[[nodiscard]] const std::vector<Case> &cases();

} // namespace sessionarium::tests::dictated
