// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/playedrun.h"

#include <vector>

namespace sessionarium::ui::branches {

/// The verdicts of one branch as marks on an axis of some width, thinned out once, so that painting takes no pass over
/// the run. A plain value.
class BranchMarks
{
public:
    struct Mark
    {
        double x = 0; ///< From the start of the axis.
        model::SimTime at;
        verdict::Outcome outcome = verdict::Outcome::Fine;
        bool slow = false;
    };

    BranchMarks() = default;
    /// Those after `from`. `apart`: how far two marks are at least from each other.
    BranchMarks(const document::PlayedRun &run, model::SimTime from, const report::PacingMap &axis, double width,
                double apart);

    /// Those of requests that were finished by then, in order; of several that would overlap only the worst.
    [[nodiscard]] std::vector<Mark> upTo(model::SimTime limit) const;

private:
    /// Marks that would overlap: each one is worse than those before it.
    std::vector<std::vector<Mark>> m_places;
};

} // namespace sessionarium::ui::branches
