// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"
#include "core/model/random.h"
#include "core/model/spec.h"

#include <algorithm>
#include <utility>
#include <vector>

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

/// Which ways between two entities are cut. Few at any time.
class Links
{
public:
    [[nodiscard]] bool isCut(model::EntityId a, model::EntityId b) const
    {
        return !m_cut.empty() && std::binary_search(m_cut.begin(), m_cut.end(), inOrder(a, b));
    }
    /// False if it was cut already.
    bool cut(model::EntityId a, model::EntityId b)
    {
        const auto pair = inOrder(a, b);
        const auto place = std::lower_bound(m_cut.begin(), m_cut.end(), pair);
        if (place != m_cut.end() && *place == pair)
            return false;
        m_cut.insert(place, pair);
        return true;
    }
    /// False if it was whole.
    bool heal(model::EntityId a, model::EntityId b)
    {
        const auto pair = inOrder(a, b);
        const auto place = std::lower_bound(m_cut.begin(), m_cut.end(), pair);
        if (place == m_cut.end() || *place != pair)
            return false;
        m_cut.erase(place);
        return true;
    }
    /// The pairs, ascending, the lower id first.
    [[nodiscard]] const std::vector<std::pair<model::EntityId, model::EntityId>> &all() const { return m_cut; }

private:
    static std::pair<model::EntityId, model::EntityId> inOrder(model::EntityId a, model::EntityId b)
    {
        return a < b ? std::pair(a, b) : std::pair(b, a);
    }
    std::vector<std::pair<model::EntityId, model::EntityId>> m_cut;
};

} // namespace sessionarium::sim
