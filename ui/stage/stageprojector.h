// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/keyframes.h"
#include "core/timeline/query.h"
#include "core/timeline/timelineview.h"
#include "ui/stage/stageframe.h"
#include "ui/stage/stagetexts.h"

#include <QCoreApplication>

namespace sessionarium::ui::stage {

/// Timeline and moment → what the stage shows. Reads nothing beyond view.revealedUntil. Keeps the last state, so that
/// small steps forward are small folds and frames between two records make no new scene.
class StageProjector
{
    Q_DECLARE_TR_FUNCTIONS(StageProjector)

public:
    /// Timeline and keyframes must outlive their use here; keyframes may be null only if the timeline is.
    void setContent(timeline::TimelineView view, const timeline::Keyframes *keyframes);
    void setTexts(const StageTexts *texts);
    void setLit(LitChain lit);
    void setSight(Sight sight);
    /// Names and words are made anew at the next call (the language changed).
    void forgetTexts();

    /// The frame at the end of the instant t (at most revealedUntil). The reference holds until the next call.
    const StageFrame &frameAt(model::SimTime t);
    /// Grows whenever the scene changed: a cached picture of another number is old.
    [[nodiscard]] std::uint64_t sceneNumber() const { return m_sceneNumber; }
    [[nodiscard]] const timeline::WorldState &state() const { return m_state; }

private:
    void foldTo(std::uint32_t count);
    void makeScene();
    void makeMessages(model::SimTime t);

    timeline::TimelineView m_view;
    const timeline::Keyframes *m_keyframes = nullptr;
    const StageTexts *m_texts = nullptr;
    LitChain m_lit;
    Sight m_sight = Sight::Truth;
    timeline::WorldState m_state;
    std::uint32_t m_count = 0; // records folded into m_state
    std::uint32_t m_sizeSeen = 0; // of the timeline, when m_longestTransit was taken
    model::Duration m_longestTransit;
    bool m_stateIsValid = false;
    bool m_sceneIsValid = false;
    std::uint64_t m_sceneNumber = 0;
    StageFrame m_frame;
};

} // namespace sessionarium::ui::stage
