// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/document.h"
#include "ui/playback/playbackcontroller.h"

#include <cstdint>
#include <memory>

namespace sessionarium::ui::playback {

/// The state of the run at the playhead, for all panels: folded once for each moment, and only onwards where it can be.
class MomentState
{
public:
    /// Both must outlive this.
    MomentState(const document::Document &document, const PlaybackController &playback);

    /// Requires: something is open. Holds until the playhead moves or another run is played.
    [[nodiscard]] const timeline::WorldState &state();
    [[nodiscard]] model::SimTime moment() const { return m_playback.moment(); }
    /// Records up to and including the moment; 0 if nothing is open.
    [[nodiscard]] std::uint32_t count() const;

private:
    const document::Document &m_document;
    const PlaybackController &m_playback;
    std::shared_ptr<const document::PlayedRun> m_stateOf;
    timeline::WorldState m_state;
    std::uint32_t m_count = 0;
};

} // namespace sessionarium::ui::playback
