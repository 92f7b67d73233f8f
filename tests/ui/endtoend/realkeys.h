// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeyCombination>
#include <QString>
#include <QWidget>

/// Keys and mouse as a window system delivers them: to the window that is in front, where Qt itself finds out which
/// widget is meant, whether a dialog or a menu keeps it from the others, and which shortcut has it.
namespace sessionarium::tests {

void pressKey(QKeyCombination key);
/// The same, and nothing more: what follows from it comes when events are processed next.
void strikeKey(QKeyCombination key);
/// Letters of the Latin alphabet, figures, and what stands on the same keys.
void typeText(const QString &text);
/// The menu key, which on its own would not reach the program: the window system makes an event of it.
void pressMenuKey();
/// Where the keys go now; null: nowhere.
[[nodiscard]] QWidget *keysGoTo();

} // namespace sessionarium::tests
