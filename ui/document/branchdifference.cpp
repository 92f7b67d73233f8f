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
    Answers(const PlayedRun &run, const PlayedRun &other, model::SimTime from, model::SimTime until)
        : m_run(run),
          m_other(other),
          m_until(until),
          m_twins(run.timeline(), other.timeline()),
          m_next(run.verdicts().countWithin(run.timeline().countUpTo(from - model::microseconds(1)))),
          m_count(run.verdicts().countWithin(run.timeline().countUpTo(until)))
    {
    }

    [[nodiscard]] bool isAtEnd() const { return m_next >= m_count; }
    [[nodiscard]] model::SimTime at() const { return m_run.timeline()[m_run.verdicts().all()[m_next].finished].at; }

    /// Looks at the next answer. True: the same request came to another end there, or to none; both sides know it then.
    bool differs(Side &here, Side &there)
    {
        const verdict::Verdict &verdict = m_run.verdicts().all()[m_next++];
        const model::RequestId twin = m_twins.twinOf(verdict.issued);
        const verdict::Verdict *ofTwin = twin.isSome() ? m_other.verdicts().of(twin) : nullptr;
        const bool isAnswered = ofTwin && m_other.timeline()[ofTwin->finished].at <= m_until;
        if (isAnswered && ofTwin->outcome == verdict.outcome)
            return false;
        here.verdict = &verdict;
        there.verdict = isAnswered ? ofTwin : nullptr;
        if (twin.isSome() && !isAnswered)
            there.unanswered = m_other.timeline().recordsOfRequest(twin).front();
        return true;
    }

private:
    const PlayedRun &m_run;
    const PlayedRun &m_other;
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

    Answers ofOne(*one, *other, found->at, end);
    Answers ofOther(*other, *one, found->at, end);
    bool differs = false;
    while (!differs && !(ofOne.isAtEnd() && ofOther.isAtEnd())) {
        const bool isOnesTurn = ofOther.isAtEnd() || (!ofOne.isAtEnd() && ofOne.at() <= ofOther.at());
        differs = isOnesTurn ? ofOne.differs(difference.one, difference.other)
                             : ofOther.differs(difference.other, difference.one);
    }
    return difference;
}

} // namespace sessionarium::ui::document
