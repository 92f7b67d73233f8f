// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/story.h"

#include <cstdint>
#include <vector>

/// What rule tests ask of a story's records.
namespace sessionarium::tests {

/// The records of one kind of fact, in order.
template <class Wanted>
[[nodiscard]] std::vector<std::uint32_t> recordsOf(const Story &story)
{
    std::vector<std::uint32_t> found;
    for (std::uint32_t i = 0; i < story.timeline().size(); ++i) {
        if (std::holds_alternative<Wanted>(story.timeline()[i].fact))
            found.push_back(i);
    }
    return found;
}

template <class Wanted>
[[nodiscard]] const Wanted &fact(const Story &story, std::uint32_t record)
{
    return std::get<Wanted>(story.timeline()[record].fact);
}

/// From the issue of a request to its last record.
[[nodiscard]] inline model::Duration timeTaken(const Story &story, std::uint32_t request)
{
    const std::vector<model::RecordId> records = story.timeline().recordsOfRequest(model::RequestId(request));
    return story.timeline()[records.back()].at - story.timeline()[records.front()].at;
}

[[nodiscard]] inline Story twoServers(bool createsSessions)
{
    Story story;
    story.client("minji").server("server-1").server("server-2");
    story.setup().application.createsSessionWhenAnonymous = createsSessions;
    return story;
}

} // namespace sessionarium::tests
