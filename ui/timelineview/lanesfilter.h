// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/lanelayout.h"

#include <array>
#include <cstdint>

namespace sessionarium::ui::timelineview {

/// Messages as somebody tells them apart who wants to see only some.
enum class MessageGroup : std::uint32_t { Requests, Checks, Replication, Store };
inline constexpr std::array allMessageGroups {MessageGroup::Requests, MessageGroup::Checks, MessageGroup::Replication,
                                              MessageGroup::Store};

[[nodiscard]] constexpr MessageGroup groupOf(model::MessageKind kind)
{
    using enum model::MessageKind;
    if (kind == Request || kind == Response)
        return MessageGroup::Requests;
    if (kind == Check)
        return MessageGroup::Checks;
    return kind >= StoreLoad && kind <= StoreReply ? MessageGroup::Store : MessageGroup::Replication;
}

/// Which messages and marks the lanes show, and so whose lanes.
struct LanesFilter
{
    model::EntityId user; ///< Only what is done for this client's requests; none: everybody's.
    /// A bit for each MessageGroup. Health checks are shown on demand (semantics §9).
    std::uint32_t groups = usualGroups;

    [[nodiscard]] constexpr bool shows(MessageGroup group) const { return (groups & bit(group)) != 0; }
    void setShown(MessageGroup group, bool shown) { groups = shown ? groups | bit(group) : groups & ~bit(group); }
    [[nodiscard]] bool shows(const report::LaneLayout::Arrow &arrow) const
    {
        return shows(groupOf(arrow.kind)) && (user.isNone() || arrow.client == user);
    }
    /// `client`: whose lane it stands on.
    [[nodiscard]] bool showsMarksOf(model::EntityId client) const
    {
        return shows(MessageGroup::Requests) && (user.isNone() || client == user);
    }
    /// Lanes of those who have no part in what is shown go away.
    [[nodiscard]] bool narrows() const { return user.isSome() || (groups & usualGroups) != usualGroups; }
    [[nodiscard]] bool isUsual() const { return *this == LanesFilter(); }
    friend bool operator==(const LanesFilter &, const LanesFilter &) = default;

    [[nodiscard]] static constexpr std::uint32_t bit(MessageGroup group)
    {
        return 1u << static_cast<std::uint32_t>(group);
    }
    static constexpr std::uint32_t usualGroups = (1u << static_cast<std::uint32_t>(MessageGroup::Requests))
        | (1u << static_cast<std::uint32_t>(MessageGroup::Replication))
        | (1u << static_cast<std::uint32_t>(MessageGroup::Store));
};

} // namespace sessionarium::ui::timelineview
