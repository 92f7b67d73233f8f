// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/keyframes.h"

#include "core/timeline/fold.h"

#include <algorithm>

namespace sessionarium::timeline {

namespace {
constexpr std::uint32_t fewestRecordsBetween = 4096;
constexpr std::size_t bytesPerRecord = 4;
constexpr std::uint32_t asksEvery = 1u << 16; // records; a power of two
} // namespace

Keyframes::Keyframes(const Timeline &timeline, const GoOn &goOn) : m_timeline(&timeline)
{
    extend(goOn);
}

bool Keyframes::extend(const GoOn &goOn)
{
    const std::uint32_t size = m_timeline->size();
    std::uint32_t lastFrame = m_frames.empty() ? 0 : m_frames.back().count;
    // Measuring a state costs as much as copying it: after a state was found too large, wait until it would fit.
    std::uint32_t due = lastFrame + fewestRecordsBetween;
    while (m_folded < size) {
        fold(m_newest, model::RecordId(m_folded), (*m_timeline)[m_folded]);
        ++m_folded;
        if (goOn && m_folded % asksEvery == 0 && !goOn(m_folded))
            return false;
        if (m_folded < due)
            continue;
        const std::size_t bytes = m_newest.memoryBytes();
        const std::size_t allowed = bytesPerRecord * (m_folded - lastFrame);
        if (bytes <= allowed) {
            m_frames.push_back(Frame {m_folded, m_newest});
            m_memoryBytes += bytes;
            lastFrame = m_folded;
            due = lastFrame + fewestRecordsBetween;
        } else {
            due = lastFrame
                + static_cast<std::uint32_t>(std::min<std::size_t>(bytes / bytesPerRecord + 1, UINT32_MAX / 2));
        }
    }
    return true;
}

WorldState Keyframes::stateAfter(std::uint32_t count) const
{
    const auto after = std::upper_bound(m_frames.begin(), m_frames.end(), count,
                                        [](std::uint32_t n, const Frame &frame) { return n < frame.count; });
    WorldState state;
    std::uint32_t from = 0;
    if (after != m_frames.begin()) {
        const Frame &frame = *std::prev(after);
        state = frame.state;
        from = frame.count;
    }
    advance(state, from, count);
    return state;
}

WorldState Keyframes::stateAt(model::SimTime t) const
{
    return stateAfter(m_timeline->countUpTo(t));
}

void Keyframes::advance(WorldState &state, std::uint32_t from, std::uint32_t count) const
{
    for (std::uint32_t i = from; i < count; ++i)
        fold(state, model::RecordId(i), (*m_timeline)[i]);
}

} // namespace sessionarium::timeline
