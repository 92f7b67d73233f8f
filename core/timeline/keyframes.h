// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/timeline.h"
#include "core/timeline/worldstate.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace sessionarium::timeline {

/// States along a timeline, from which any moment is a short fold away. A keyframe is taken when at least 4 Ki records
/// came since the last and 4 bytes x those records >= the size of the state: never more than 4 bytes a record.
/// Belongs to one thread; grows with the timeline by extend().
class Keyframes
{
public:
    /// Asked now and then, with the number of records done; returns false to stop.
    using GoOn = std::function<bool(std::uint32_t records)>;

    /// The timeline must outlive this. Stopped early, it still knows every state, only more slowly.
    explicit Keyframes(const Timeline &timeline, const GoOn &goOn = {});

    /// Takes the keyframes that became due up to the timeline's present size. False: stopped.
    bool extend(const GoOn &goOn = {});

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
