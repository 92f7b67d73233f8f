// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/timeline.h"

#include <vector>

namespace sessionarium::report {

/// Which messages arrive within a timeline, and by which record: the first one at the receiver whose cause is the
/// `Sent` (semantics §1). One bit a record; made in one pass, then asked in the order of the records.
class Arrivals
{
public:
    explicit Arrivals(const timeline::Timeline &timeline) : m_timeline(timeline), m_underWay(timeline.size(), false)
    {
        for (std::uint32_t i = 0; i < timeline.size(); ++i) {
            if (reaches(timeline[i]))
                m_underWay[timeline[i].cause.value] = true;
        }
    }

    /// A message that has an arrival still to come.
    [[nodiscard]] bool isUnderWay(model::RecordId sent) const { return m_underWay[sent.value]; }

    /// True for the record with which a message arrives; from then on it is not under way any more.
    [[nodiscard]] bool take(const timeline::Record &record)
    {
        if (!reaches(record) || !m_underWay[record.cause.value])
            return false;
        m_underWay[record.cause.value] = false;
        return true;
    }

private:
    [[nodiscard]] bool reaches(const timeline::Record &record) const
    {
        if (record.cause.isNone())
            return false;
        const auto *sent = std::get_if<model::Sent>(&m_timeline[record.cause].fact);
        return sent && sent->to == record.entity;
    }

    const timeline::Timeline &m_timeline;
    std::vector<bool> m_underWay; // by record
};

} // namespace sessionarium::report
