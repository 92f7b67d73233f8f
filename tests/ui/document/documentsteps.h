// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/jsonl.h"
#include "resources/lessons.h"
#include "ui/document/document.h"

#include <string>

/// What the tests of documents do again and again.
namespace sessionarium::tests {

constexpr model::SimTime atMs(std::int64_t milliseconds)
{
    return model::SimTime {} + model::milliseconds(milliseconds);
}

inline model::Action crash(const char *server)
{
    model::Action action;
    action.verb = model::ActionKind::Crash;
    action.server = server;
    return action;
}

inline void openMismatch(ui::document::Document &document)
{
    document.openLesson(QStringLiteral("mismatch"), resources::findLesson("mismatch"));
    document.wait();
}

inline void act(ui::document::Document &document, model::SimTime t, const model::Action &action)
{
    document.act(t, action);
    document.wait();
}

inline void choosePolicy(ui::document::Document &document, const char *preset)
{
    scenario::RunChange change;
    change.policy = preset;
    document.change(change);
    document.wait();
}

/// All that was computed, as it is exported.
inline std::string jsonLines(const timeline::Timeline &timeline)
{
    std::string text;
    const bool written = report::writeJsonLines(timeline, [&text](std::string_view bytes) {
        text.append(bytes);
        return true;
    });
    return written ? text : std::string();
}

} // namespace sessionarium::tests
