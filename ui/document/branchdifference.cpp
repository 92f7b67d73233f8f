// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/branchdifference.h"

#include "core/timeline/difference.h"
#include "ui/document/requesttwins.h"

#include <algorithm>

namespace sessionarium::ui::document {

namespace {

using Side = BranchDifference::Side;

/// The answers of one run, looked through in order beside those of the other.
class Answers
{
public:
    /// From the moment `from` on, up to `until`.
    Answers(const PlayedRun &run, model::SimTime from, model::SimTime until)
        : m_run(run),
          m_until(until),
          m_twins(run.timeline()),
          m_next(run.verdicts().countWithin(run.timeline().countUpTo(from - model::microseconds(1)))),
          m_count(run.verdicts().countWithin(run.timeline().countUpTo(until)))
    {
    }

    [[nodiscard]] bool isAtEnd() const { return m_next >= m_count; }
    [[nodiscard]] model::SimTime at() const { return m_run.timeline()[m_run.verdicts().all()[m_next].finished].at; }

    /// Looks at the next answer. True: the same request came to another end there, or to none; both sides know it then.
    bool differs(Answers &there, Side &side, Side &sideThere)
    {
        const verdict::Verdict &verdict = m_run.verdicts().all()[m_next++];
        const model::RecordId twin = there.m_twins.twinOf(m_twins, verdict.issued);
        const timeline::Timeline &other = there.m_run.timeline();
        const bool isSent = twin.isSome() && other[twin].at <= m_until;
        const verdict::Verdict *answer = isSent ? there.m_run.verdicts().of(other[twin].request) : nullptr;
        const bool isAnswered = answer && other[answer->finished].at <= m_until;
        if (isAnswered && answer->outcome == verdict.outcome)
            return false;
        side.verdict = &verdict;
        sideThere.verdict = isAnswered ? answer : nullptr;
        sideThere.unanswered = isSent && !isAnswered ? twin : model::RecordId();
        return true;
    }

private:
    const PlayedRun &m_run;
    model::SimTime m_until;
    RequestTwins m_twins;
    std::size_t m_next;
    std::size_t m_count;
};

} // namespace

std::optional<BranchDifference> firstDifference(const std::shared_ptr<const PlayedRun> &one,
                                                const std::shared_ptr<const PlayedRun> &other, model::SimTime until)
{
    const model::SimTime end = std::min({until, one->end(), other->end()});
    const auto found = timeline::firstDifference(one->timeline(), other->timeline(), end);
    if (!found)
        return std::nullopt;
    BranchDifference difference {found->at, {one, found->one, nullptr, {}}, {other, found->other, nullptr, {}}};

    Answers ofOne(*one, found->at, end);
    Answers ofOther(*other, found->at, end);
    bool differs = false;
    while (!differs && !(ofOne.isAtEnd() && ofOther.isAtEnd())) {
        const bool isOnesTurn = ofOther.isAtEnd() || (!ofOne.isAtEnd() && ofOne.at() <= ofOther.at());
        differs = isOnesTurn ? ofOne.differs(ofOther, difference.one, difference.other)
                             : ofOther.differs(ofOne, difference.other, difference.one);
    }
    return difference;
}

} // namespace sessionarium::ui::document
