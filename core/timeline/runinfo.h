// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/fact.h"
#include "core/model/simtime.h"
#include "core/model/text.h"

#include <cstdint>
#include <string>
#include <vector>

namespace sessionarium::timeline {

/// An entity known before record 0. `name` may be empty: `ui/text` then makes one from type and id.
struct EntityInfo
{
    std::string id;
    model::EntityType type = model::EntityType::Client;
    model::Text name;
    friend bool operator==(const EntityInfo &, const EntityInfo &) = default;
};

/// What stands above the records: line 1 of a timeline file (semantics §11).
struct RunInfo
{
    std::string scenario;
    std::string policy;
    std::uint64_t seed = 0;
    std::string branch;
    model::Duration duration;
    model::Duration sessionTimeout;
    std::vector<std::string> strings; ///< Interned before record 0; StringId i is strings[i].
    std::vector<EntityInfo> entities; ///< Known before record 0; EntityId i is entities[i].
    friend bool operator==(const RunInfo &, const RunInfo &) = default;
};

} // namespace sessionarium::timeline
