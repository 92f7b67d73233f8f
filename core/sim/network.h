// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/random.h"
#include "core/model/spec.h"

namespace sessionarium::sim {

/// What becomes of a message on the wire; decided when it is sent (semantics §1).
struct Fate
{
    model::Duration transit;
    bool lost = false;
};

/// Draws the fate of a message from its sender's stream.
[[nodiscard]] inline Fate drawFate(const model::NetworkSpec &network, model::Random &random)
{
    Fate fate {network.latency, false};
    if (network.jitter.us > 0)
        fate.transit.us += static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(network.jitter.us) + 1));
    fate.lost = random.chance(network.lossPpm);
    return fate;
}

} // namespace sessionarium::sim
