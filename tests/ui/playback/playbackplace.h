// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "resources/lessons.h"
#include "ui/playback/playbackcontroller.h"

#include <string_view>

namespace sessionarium::tests {

/// The lesson `mismatch` (steps until 3, 4.5, 9 … s; the third asks), and a clock that the test moves.
struct Place
{
    qint64 nowUs = 0;
    ui::document::Document document;
    ui::playback::PlaybackController playback {document, [this] { return nowUs; }};

    explicit Place(std::string_view lesson = resources::findLesson("mismatch"))
    {
        document.openLesson(QStringLiteral("lesson"), lesson);
        document.wait();
    }
    void pass(qint64 milliseconds)
    {
        nowUs += milliseconds * 1000;
        playback.advance();
    }
    [[nodiscard]] model::SimTime end(std::size_t step) const { return document.progress().end(step); }
};

} // namespace sessionarium::tests
