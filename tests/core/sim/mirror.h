// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sim/simengine.h"
#include "core/timeline/worldstate.h"

#include <string>

namespace sessionarium::tests {

/// Empty if the folded state is what the machines hold; else what differs.
[[nodiscard]] std::string difference(const sim::SimEngine &engine, const timeline::WorldState &state);

} // namespace sessionarium::tests
