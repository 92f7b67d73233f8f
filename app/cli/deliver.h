// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/options.h"

namespace sessionarium::app::cli {

/// What `run` and `replay` do with a judged run: exports, summary, expectations, in this order.
[[nodiscard]] ExitCode deliver(const Options &options, const timeline::Timeline &timeline,
                               const verdict::Verdicts &verdicts);

} // namespace sessionarium::app::cli
