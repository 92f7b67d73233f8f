// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/timeline.h"

#include <optional>

namespace sessionarium::timeline {

/// The first moment at which two runs differ.
struct Difference
{
    model::SimTime at;
    model::RecordId
        one; ///< The first record of that moment that is not alike in both; none: nothing (more) happens then.
    model::RecordId other;
    friend bool operator==(const Difference &, const Difference &) = default;
};

/// Compares what happened, record by record: two runs may number their texts and entities otherwise. Nothing: they are
/// alike up to and including `until`.
[[nodiscard]] std::optional<Difference> firstDifference(const Timeline &one, const Timeline &other,
                                                        model::SimTime until);

} // namespace sessionarium::timeline
