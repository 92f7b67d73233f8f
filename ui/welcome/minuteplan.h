// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/scenario.h"

#include <cstddef>
#include <optional>

namespace sessionarium::ui::welcome {

/// What each step of the first minute is for, told by its form and place. The run stands still before the first step
/// that asks; the step behind that one tells why; the first one after it with a run of its own shows the same again
/// otherwise. All between them is played through.
struct MinutePlan
{
    std::size_t question = 0;
    std::size_t why = 0;
    std::size_t again = 0;
    friend bool operator==(const MinutePlan &, const MinutePlan &) = default;
};

/// Nothing: the lesson has not got these steps.
[[nodiscard]] std::optional<MinutePlan> minutePlan(const scenario::Lesson &lesson);

} // namespace sessionarium::ui::welcome
