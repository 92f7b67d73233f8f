// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/timeline.h"
#include "core/timeline/worldstate.h"

#include <vector>

namespace sessionarium::timeline {

/// States along a timeline, from which any moment is a short fold away. A keyframe is taken when at least 4 Ki records
/// came since the last and 4 bytes x those records >= the size of the state: never more than 4 bytes a record.
/// Belongs to one thread; grows with the timeline by extend().
class Keyframes
{
public:
    /// The timeline must outlive this.
    explicit Keyframes(const Timeline &timeline);

    /// Takes the keyframes that became due up to the timeline's present size.
    void extend();

    /// The state after the first `count` records. Requires: count <= timeline.size().
    [[nodiscard]] WorldState stateAfter(std::uint32_t count) const;
    /// The state at the end of the instant t.
    [[nodiscard]] WorldState stateAt(model::SimTime t) const;
    /// Brings a state that was made here for fewer records up to `count`; cheaper than stateAfter for small steps.
    void advance(WorldState &state, std::uint32_t from, std::uint32_t count) const;

    [[nodiscard]] std::size_t memoryBytes() const { return m_memoryBytes; }
    [[nodiscard]] std::size_t count() const { return m_frames.size(); }

private:
    struct Frame
    {
        std::uint32_t count; // records folded into it
        WorldState state;
    };

    const Timeline *m_timeline;
    std::vector<Frame> m_frames;
    WorldState m_newest; // after m_folded records
    std::uint32_t m_folded = 0;
    std::size_t m_memoryBytes = 0;
};

} // namespace sessionarium::timeline
