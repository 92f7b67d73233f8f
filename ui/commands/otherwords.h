// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace sessionarium::ui::commands {

/// What people call a command who do not know its name, with commas: "full screen, projector". English, marked like the
/// names; the translation has the words of the other language. Null: its name is enough.
[[nodiscard]] const char *otherWords(const QString &id);

} // namespace sessionarium::ui::commands
