// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/verdict/verdict.h"
#include "ui/document/playedrun.h"

#include <memory>
#include <optional>

namespace sessionarium::ui::document {

/// Where two branches part, and what the users see of it first.
struct BranchDifference
{
    struct Side
    {
        std::shared_ptr<const PlayedRun> run;
        model::RecordId record; ///< What happened at that moment in this branch alone; none: nothing.
        const verdict::Verdict *verdict = nullptr; ///< Of `run`. Null: it has no answer that differs.
        /// Where the request that the other side answered was sent here, if it is not answered here.
        model::RecordId unanswered;
    };
    model::SimTime at;
    Side one;
    Side other;
};

/// The first moment at which the records of two runs differ, and the first request that came to another end in one than
/// in the other: the same request on both sides, which is the same action of the same user; without an action, the one
/// of the same number. Nothing: they are alike up to `until` and to the end of the shorter one.
[[nodiscard]] std::optional<BranchDifference> firstDifference(const std::shared_ptr<const PlayedRun> &one,
                                                              const std::shared_ptr<const PlayedRun> &other,
                                                              model::SimTime until);

} // namespace sessionarium::ui::document
