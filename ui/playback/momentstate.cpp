// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/playback/momentstate.h"

namespace sessionarium::ui::playback {

MomentState::MomentState(const document::Document &document, const PlaybackController &playback)
    : m_document(document), m_playback(playback)
{
}

const timeline::WorldState &MomentState::state()
{
    const auto played = m_document.played();
    const std::uint32_t wanted = count();
    if (m_stateOf != played || wanted < m_count) {
        m_stateOf = played;
        m_state = played->keyframes->stateAfter(wanted);
    } else {
        played->keyframes->advance(m_state, m_count, wanted);
    }
    m_count = wanted;
    return m_state;
}

std::uint32_t MomentState::count() const
{
    const auto played = m_document.played();
    return played ? played->timeline().countUpTo(m_playback.moment()) : 0;
}

} // namespace sessionarium::ui::playback
