// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/timeline.h"

#include <optional>

namespace sessionarium::ui::stage {

/// What became of one request so far: the few facts that the stage says about it.
struct RequestStory
{
    model::RequestId request;
    model::EntityId client;
    model::Operation operation = model::Operation::Read;
    model::StringId presented; ///< The session id it carries.
    model::EntityId forwardedTo; ///< Newest choice of the balancer.
    model::ForwardReason forwardedFor = model::ForwardReason::Balanced; ///< Why it chose so.
    model::EntityId missingAt; ///< The server that has no such session.
    std::uint32_t status = 0; ///< Of the answer, from the moment it is made; 0: none yet.
    model::EntityId answeredBy;
    std::optional<model::RejectReason> rejected;
    std::optional<model::FailReason> failed;
    model::EntityId unreachable; ///< The server that a connection to failed or broke.
    bool finished = false;
};

/// Over the records of the request among the first `count`.
[[nodiscard]] RequestStory tellRequest(const timeline::Timeline &timeline, model::RequestId request,
                                       std::uint32_t count);

/// The newest request whose failure is worth a word: none that its client has left behind with a newer one.
[[nodiscard]] std::optional<RequestStory> newestFailure(const timeline::Timeline &timeline, std::uint32_t count);

} // namespace sessionarium::ui::stage
