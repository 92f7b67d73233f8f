// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/timeline.h"

#include <vector>

/// What in a timeline led to an answer, besides what its proof names: found by looking back from its request.
namespace sessionarium::verdict {

/// Where the session of the request that finished there was looked up last: at the store, if it was asked. None:
/// nowhere.
[[nodiscard]] model::RecordId lastLookUp(const timeline::Timeline &timeline, model::RecordId finished);
/// Where the write was applied first, if that was before.
[[nodiscard]] model::RecordId firstApplied(const timeline::Timeline &timeline, model::WriteId write,
                                           model::RecordId before);

/// What became of the message that was to bring a write to where a session was looked up. None: it did come, or none
/// was to bring it.
struct Message
{
    model::RecordId record; ///< It waits, was sent, waits to be applied, or was dropped; or its receiver is no member.
    model::RecordId sent; ///< Where it was sent.
};
[[nodiscard]] Message messageThatDidNotCome(const timeline::Timeline &timeline, model::RecordId applied,
                                            model::RecordId lookUp);

/// By which record the store became the primary, before; none: it always was.
[[nodiscard]] model::RecordId promotion(const timeline::Timeline &timeline, model::EntityId store,
                                        model::RecordId before);
/// The failed checks that led the balancer to its mark, newest first.
[[nodiscard]] std::vector<model::RecordId> checksBefore(const timeline::Timeline &timeline, model::RecordId mark);

/// Whether decisions rest on such records without anything being lost by them.
[[nodiscard]] bool isCircumstance(const model::Fact &fact);
/// Whether it is a message by which a request is served: of HTTP, or between a server and its store.
[[nodiscard]] bool servesRequest(model::MessageKind kind);

} // namespace sessionarium::verdict
