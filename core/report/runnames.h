// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/stringtable.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sessionarium::report {

/// The texts that a file has shown so far, and which of them are ids of entities.
struct RunNames
{
    model::StringTable strings;
    std::uint32_t entities = 0; ///< How many there are.
    std::vector<model::EntityId> entityOfString; ///< None: the string is no entity's id.

    /// None if no entity has that id.
    [[nodiscard]] model::EntityId findEntity(std::string_view id) const
    {
        const std::optional<model::StringId> string = strings.find(id);
        if (!string || string->value >= entityOfString.size())
            return model::EntityId();
        return entityOfString[string->value];
    }

    /// The ids of the first entities, as a problem lists what there is.
    [[nodiscard]] std::string entityIds() const
    {
        constexpr std::uint32_t most = 12;
        std::string ids;
        for (std::uint32_t i = 0, listed = 0; i < entityOfString.size() && listed < most; ++i) {
            if (entityOfString[i].isNone())
                continue;
            ids.append(ids.empty() ? "" : ", ").append(strings.text(model::StringId(i)));
            ++listed;
        }
        return entities > most ? ids + ", …" : ids;
    }

    /// The next entity has this id. Requires: no other has it.
    void addEntity(model::StringId id)
    {
        if (entityOfString.size() <= id.value)
            entityOfString.resize(id.value + std::size_t {1});
        entityOfString[id.value] = model::EntityId(entities++);
    }
};

} // namespace sessionarium::report
