// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/summary.h"
#include "core/verdict/judge.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace sessionarium::report {

/// Counts of outcomes up to any record, and the newest bad verdict before it, at a cost that does not grow with the
/// run: views ask at every move of the playhead. Immutable; share it.
class OutcomeIndex
{
public:
    OutcomeIndex() = default;
    explicit OutcomeIndex(std::shared_ptr<const verdict::Verdicts> verdicts);

    /// Outcomes of the verdicts that fell among the first `records` records.
    [[nodiscard]] Outcomes countWithin(std::uint32_t records) const;
    /// The last of those that is not fine; null: all are.
    [[nodiscard]] const verdict::Verdict *newestBadWithin(std::uint32_t records) const;

private:
    /// What stands before a block of verdicts.
    struct Before
    {
        Outcomes outcomes {};
        std::uint32_t newestBad = 0; ///< Its index + 1; 0: none.
    };

    std::shared_ptr<const verdict::Verdicts> m_verdicts;
    std::vector<Before> m_blocks;
};

} // namespace sessionarium::report
