// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/spec.h"
#include "core/sim/simengine.h"

#include <cstdint>
#include <vector>

namespace sessionarium::sim {

struct SimEngine::Plan
{
    model::Setup setup;
    std::vector<model::ClientSpec> clients; ///< Those that stand in the scenario, then those of its crowds.
    std::uint64_t seed;
};

} // namespace sessionarium::sim
