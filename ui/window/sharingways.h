// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>

namespace sessionarium::ui::window {

/// One of the four ways to share sessions (semantics §6) as the window offers them: a segment of the policy switch and
/// a command. The presets beside these are variants of them.
struct SharingWay
{
    const char *preset;
    const char *segment; ///< In the context of PolicySwitch.
    const char *command; ///< The id.
    const char *commandName; ///< In the context "Commands".
};

inline constexpr std::array<SharingWay, 4> sharingWays {{
    {"none", QT_TRANSLATE_NOOP("sessionarium::ui::window::PolicySwitch", "None"), "run.policy.none",
     QT_TRANSLATE_NOOP("Commands", "Run without sharing sessions")},
    {"sticky", QT_TRANSLATE_NOOP("sessionarium::ui::window::PolicySwitch", "Sticky"), "run.policy.sticky",
     QT_TRANSLATE_NOOP("Commands", "Run with sticky sessions")},
    {"all-to-all-ack", QT_TRANSLATE_NOOP("sessionarium::ui::window::PolicySwitch", "Clustering"), "run.policy.cluster",
     QT_TRANSLATE_NOOP("Commands", "Run with session clustering")},
    {"store", QT_TRANSLATE_NOOP("sessionarium::ui::window::PolicySwitch", "Storage"), "run.policy.store",
     QT_TRANSLATE_NOOP("Commands", "Run with a session storage")},
}};

} // namespace sessionarium::ui::window
