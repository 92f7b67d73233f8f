// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/exportlabel.h"
#include "core/report/svgmarks.h"

#include <map>
#include <string>
#include <vector>

namespace sessionarium::report {

/// What the signs of a picture mean: only of those that were added, captions before outcomes.
class SvgLegend
{
public:
    void add(Caption caption) { m_signs.try_emplace(static_cast<int>(caption), caption); }
    void add(OutcomeLabel outcome)
    {
        m_signs.try_emplace(outcomeSigns + static_cast<int>(outcome.outcome) * 2 + (outcome.slow ? 1 : 0), outcome);
    }

    /// In lines from `at` on, none beyond `right`. Returns the baseline of the last.
    Hundredths layOut(const LabelFunction &labels, svg::Point at, Hundredths right);
    void write(SvgWriter &out) const;

private:
    static constexpr int outcomeSigns = 100; // captions come before
    struct Item
    {
        Label what;
        std::string text;
        svg::Point at;
    };
    std::map<int, Label> m_signs; // in their order
    std::vector<Item> m_items;
};

} // namespace sessionarium::report
