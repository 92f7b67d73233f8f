// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/arguments.h"

namespace sessionarium::ui::window {
class MainWindow;
}

namespace sessionarium::desktop {

/// Makes the picture that the arguments ask for. What cannot be opened or written is said on standard error. Returns
/// the exit code: 0, or 1 if the input was refused, or 4 if the picture could not be written.
[[nodiscard]] int makePicture(ui::window::MainWindow &window, const Arguments &arguments);

} // namespace sessionarium::desktop
