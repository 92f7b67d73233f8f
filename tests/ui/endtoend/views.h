// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/endtoend/windowfixture.h"

#include <QString>

#include <functional>
#include <vector>

/// Everything that the window can show, each under a name: for tests that look at all of it. A new view of the bottom
/// panel comes in by itself.
namespace sessionarium::tests {

struct View
{
    QString name;
    std::function<void(WindowFixture &)> show; ///< In a new window, and in none that has shown another view.
};

[[nodiscard]] std::vector<View> allViews();

/// Opens a lesson and goes to a moment, through all gates before it.
void openAt(WindowFixture &fixture, const char *lesson, std::int64_t milliseconds);
/// Opens a lesson and goes on to its first question.
void openAtGate(WindowFixture &fixture, const char *lesson);
/// The views of the bottom panel, in their order, as its tabs show them.
[[nodiscard]] QStringList bottomViews(WindowFixture &fixture);
void showBottomView(WindowFixture &fixture, const QString &id);
/// What lies on top and wants the keys: a menu, a dialog, or the window itself.
[[nodiscard]] QWidget &topmost(WindowFixture &fixture);
/// Until nothing is computed any more, in any view.
void waitForAll(WindowFixture &fixture);

} // namespace sessionarium::tests
