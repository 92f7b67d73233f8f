// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcome/minuteplan.h"

namespace sessionarium::ui::welcome {

std::optional<MinutePlan> minutePlan(const scenario::Lesson &lesson)
{
    const std::size_t count = lesson.steps.size();
    MinutePlan plan;
    while (plan.question < count && !lesson.steps[plan.question].prediction)
        ++plan.question;
    plan.why = plan.question + 1;
    plan.again = plan.why + 1;
    while (plan.again < count && lesson.steps[plan.again].run.isEmpty())
        ++plan.again;
    return plan.again < count ? std::optional(plan) : std::nullopt;
}

} // namespace sessionarium::ui::welcome
