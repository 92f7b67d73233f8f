// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stage/requeststory.h"

#include <algorithm>
#include <vector>

namespace sessionarium::ui::stage {

using namespace model;

namespace {

/// Walks a request's records from the newest to the oldest: what is set once is the newest.
struct Teller
{
    RequestStory &story;
    EntityId entity;

    void answer(std::uint32_t status) const
    {
        if (story.status != 0)
            return;
        story.status = status;
        story.answeredBy = entity;
    }

    void operator()(const RequestIssued &fact) const
    {
        story.client = entity;
        story.operation = fact.operation;
        story.presented = fact.session;
    }
    void operator()(const Forwarded &fact) const
    {
        if (story.forwardedTo.isSome())
            return;
        story.forwardedTo = fact.server;
        story.forwardedFor = fact.reason;
    }
    void operator()(const ConnectFailed &fact) const { lostContact(fact.server); }
    void operator()(const ConnectionReset &fact) const { lostContact(fact.server); }
    void lostContact(EntityId server) const
    {
        if (story.unreachable.isNone())
            story.unreachable = server;
    }
    void operator()(const Rejected &fact) const
    {
        if (!story.rejected)
            story.rejected = fact.reason;
        answer(fact.status);
    }
    void operator()(const SessionMissing &) const
    {
        if (story.missingAt.isNone())
            story.missingAt = entity;
    }
    void operator()(const ServiceEnded &fact) const { answer(fact.status); }
    void operator()(const Answered &) const { story.finished = true; }
    void operator()(const Failed &fact) const
    {
        story.failed = fact.reason;
        story.finished = true;
    }
    template <class Other>
    void operator()(const Other &) const
    {
        // Says nothing about how the request ends.
    }
};

bool isWorthAWord(const RequestStory &story)
{
    if (story.failed)
        return true;
    if (story.missingAt.isSome())
        return story.operation == Operation::Read || story.operation == Operation::Write;
    if (story.status >= 500)
        return true;
    // A 401 for who carries no id is how a stranger is greeted, not a failure.
    return story.status >= 400 && story.presented.isSome();
}

} // namespace

RequestStory tellRequest(const timeline::Timeline &timeline, RequestId request, std::uint32_t count)
{
    RequestStory story;
    story.request = request;
    for (RecordId id = timeline.lastOfRequest(request); id.isSome(); id = timeline.previousOfRequest(id)) {
        if (id.value < count)
            std::visit(Teller {story, timeline[id].entity}, timeline[id].fact);
    }
    return story;
}

std::optional<RequestStory> newestFailure(const timeline::Timeline &timeline, std::uint32_t count)
{
    constexpr std::uint32_t reach = 4096; // older ones have had their time on the stage
    std::vector<RequestId> seen;
    std::vector<EntityId> clientsSeen;
    for (std::uint32_t i = count; i > 0 && count - i < reach; --i) {
        const RequestId request = timeline[i - 1].request;
        if (request.isNone() || std::find(seen.begin(), seen.end(), request) != seen.end())
            continue;
        seen.push_back(request);
        const RequestStory story = tellRequest(timeline, request, count);
        if (std::find(clientsSeen.begin(), clientsSeen.end(), story.client) != clientsSeen.end())
            continue;
        if (isWorthAWord(story))
            return story;
        clientsSeen.push_back(story.client);
        if (seen.size() >= 64)
            break;
    }
    return std::nullopt;
}

} // namespace sessionarium::ui::stage
