// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/protocol/storeworld.h"

namespace sessionarium::tests {

/// Three servers, a store and its replica, which is promoted after five seconds of silence.
[[nodiscard]] inline StoreWorld::Setup twoStores(model::ReplicaMode mode, model::Duration delay = {},
                                                 model::Persistence persistence = model::Persistence::None)
{
    StoreWorld::Setup setup;
    setup.servers = 3;
    setup.store.persistence = persistence;
    model::StoreReplicaSpec replica;
    replica.mode = mode;
    replica.delay = delay;
    replica.downAfter = model::seconds(5);
    setup.store.replica = replica;
    return setup;
}

/// How many writes of the cart the store's only session contains.
[[nodiscard]] inline std::uint32_t writesHeld(const StoreWorld &world, std::uint32_t store)
{
    const auto images = world.store(store).images();
    if (images.empty() || images.front().attributes.count < 2)
        return 0;
    return images.front().attributes.items[1].depth;
}

} // namespace sessionarium::tests
