// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/outcomeindex.h"

#include <utility>

namespace sessionarium::report {

using verdict::Outcome;
using verdict::Verdict;

namespace {
constexpr std::size_t blockSize = 256; // a fifth of a byte a verdict, and a scan that nobody notices
}

OutcomeIndex::OutcomeIndex(std::shared_ptr<const verdict::Verdicts> verdicts) : m_verdicts(std::move(verdicts))
{
    Before before;
    const std::vector<Verdict> &all = m_verdicts->all();
    m_blocks.reserve(all.size() / blockSize + 1);
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (i % blockSize == 0)
            m_blocks.push_back(before);
        ++before.outcomes.at(static_cast<std::size_t>(all[i].outcome));
        if (all[i].outcome != Outcome::Fine)
            before.newestBad = static_cast<std::uint32_t>(i + 1);
    }
}

Outcomes OutcomeIndex::countWithin(std::uint32_t records) const
{
    const std::size_t count = m_verdicts ? m_verdicts->countWithin(records) : 0;
    if (count == 0)
        return {};
    const std::size_t block = (count - 1) / blockSize;
    Outcomes outcomes = m_blocks[block].outcomes;
    for (std::size_t i = block * blockSize; i < count; ++i)
        ++outcomes.at(static_cast<std::size_t>(m_verdicts->all()[i].outcome));
    return outcomes;
}

const Verdict *OutcomeIndex::newestBadWithin(std::uint32_t records) const
{
    const std::size_t count = m_verdicts ? m_verdicts->countWithin(records) : 0;
    if (count == 0)
        return nullptr;
    const std::vector<Verdict> &all = m_verdicts->all();
    const std::size_t block = (count - 1) / blockSize;
    for (std::size_t i = count; i > block * blockSize; --i) {
        if (all[i - 1].outcome != Outcome::Fine)
            return &all[i - 1];
    }
    const std::uint32_t newest = m_blocks[block].newestBad;
    return newest == 0 ? nullptr : &all[newest - 1];
}

} // namespace sessionarium::report
