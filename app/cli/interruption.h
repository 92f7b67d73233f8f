// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace sessionarium::app::cli {

/// From now on Ctrl+C (SIGINT) only leaves a note, so that long work can stop at a safe place; a second one ends the
/// program at once.
void watchForInterruption();
[[nodiscard]] bool isInterrupted();

} // namespace sessionarium::app::cli
