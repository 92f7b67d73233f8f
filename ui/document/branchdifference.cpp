// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/branchdifference.h"

#include "core/timeline/difference.h"

#include <algorithm>

namespace sessionarium::ui::document {

namespace {

bool cameToTheSame(const PlayedRun &one, const verdict::Verdict &a, const PlayedRun &other, const verdict::Verdict &b)
{
    return a.outcome == b.outcome && one.timeline().entity(a.client).id == other.timeline().entity(b.client).id;
}

} // namespace

std::optional<BranchDifference> firstDifference(const std::shared_ptr<const PlayedRun> &one,
                                                const std::shared_ptr<const PlayedRun> &other, model::SimTime until)
{
    const model::SimTime end = std::min({until, one->end(), other->end()});
    const auto found = timeline::firstDifference(one->timeline(), other->timeline(), end);
    if (!found)
        return std::nullopt;
    BranchDifference difference {found->at, {one, found->one, nullptr}, {other, found->other, nullptr}};

    const auto &verdictsOfOne = one->verdicts().all();
    const auto &verdictsOfOther = other->verdicts().all();
    const std::size_t countOfOne = one->verdicts().countWithin(one->timeline().countUpTo(end));
    const std::size_t countOfOther = other->verdicts().countWithin(other->timeline().countUpTo(end));
    std::size_t i = 0;
    while (i < std::min(countOfOne, countOfOther) && cameToTheSame(*one, verdictsOfOne[i], *other, verdictsOfOther[i]))
        ++i;
    if (i < countOfOne)
        difference.one.verdict = &verdictsOfOne[i];
    if (i < countOfOther)
        difference.other.verdict = &verdictsOfOther[i];
    return difference;
}

} // namespace sessionarium::ui::document
