// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/timeline.h"

namespace sessionarium::timeline {

/// What a view may know of a run (semantics §9): nothing beyond `revealedUntil`. Every view reads a timeline through
/// this; a prediction gate only moves `revealedUntil`.
struct TimelineView
{
    const Timeline *timeline = nullptr; ///< Not owned; null: nothing is open.
    model::SimTime revealedUntil;

    /// The records that may be shown: those with at <= revealedUntil.
    [[nodiscard]] std::uint32_t count() const { return timeline ? timeline->countUpTo(revealedUntil) : 0; }
};

} // namespace sessionarium::timeline
