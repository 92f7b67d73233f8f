// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/options.h"

namespace sessionarium::app::cli {

[[nodiscard]] ExitCode listLessons(const Options &options);
[[nodiscard]] ExitCode checkFile(const Options &options);
[[nodiscard]] ExitCode runScenario(const Options &options);
[[nodiscard]] ExitCode replayTimeline(const Options &options);

} // namespace sessionarium::app::cli
