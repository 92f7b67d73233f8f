// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/timeline.h"
#include "core/verdict/judgement.h"

#include <vector>

namespace sessionarium::verdict {

/// The first `count` records, less those that can not matter to what one client is shown: of other clients and of
/// sessions that none of its values ever entered. A judgement over them finds the same of that client. Ascending.
[[nodiscard]] std::vector<model::RecordId> recordsAround(const timeline::Timeline &timeline, model::EntityId client,
                                                         std::uint32_t count);

/// A judgement over those records, as far as the answer of the verdict, which it watched.
[[nodiscard]] Judgement judgeAgain(const timeline::Timeline &timeline, const std::vector<model::RecordId> &records,
                                   model::RequestId watched);

/// One copy of a write: a stretch of time during which one holder's value of one attribute contained it.
struct CopySpan
{
    Holder holder;
    model::RecordId madeBy;
    model::RecordId endedBy; ///< None: it is still there.
};

/// Every copy of the write that the records tell of, in order of making.
[[nodiscard]] std::vector<CopySpan> copiesOf(const timeline::Timeline &timeline,
                                             const std::vector<model::RecordId> &records, model::WriteId write);

} // namespace sessionarium::verdict
