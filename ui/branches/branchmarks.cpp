// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/branches/branchmarks.h"

#include "ui/timelineview/verdictmark.h"

#include <algorithm>

namespace sessionarium::ui::branches {

BranchMarks::BranchMarks(const document::PlayedRun &run, model::SimTime from, const report::PacingMap &axis,
                         double width, double apart)
{
    const double scale = width / static_cast<double>(std::max<std::int64_t>(1, axis.length()));
    for (const verdict::Verdict &verdict : run.verdicts().all()) {
        const model::SimTime at = run.timeline()[verdict.finished].at;
        if (at <= from)
            continue;
        const Mark mark {static_cast<double>(axis.toScreen(at)) * scale, at, verdict.outcome, verdict.slow};
        if (m_places.empty() || mark.x - m_places.back().front().x >= apart) {
            m_places.push_back({mark});
            continue;
        }
        std::vector<Mark> &place = m_places.back();
        if (timelineview::badness(mark.outcome, mark.slow)
            > timelineview::badness(place.back().outcome, place.back().slow))
            place.push_back({place.front().x, at, mark.outcome, mark.slow});
    }
}

std::vector<BranchMarks::Mark> BranchMarks::upTo(model::SimTime limit) const
{
    std::vector<Mark> marks;
    for (const std::vector<Mark> &place : m_places) {
        if (place.front().at > limit)
            break;
        const auto later =
            std::find_if(place.begin(), place.end(), [limit](const Mark &mark) { return mark.at > limit; });
        marks.push_back(*std::prev(later));
    }
    return marks;
}

} // namespace sessionarium::ui::branches
