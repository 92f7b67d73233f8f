// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/fact.h"
#include "core/model/simtime.h"

namespace sessionarium::timeline {

/// One thing that happened, and what made it happen. Its id is its index in the timeline.
struct Record
{
    model::SimTime at;
    model::RecordId cause; ///< The record whose processing emitted this one; none for actions at a given time.
    model::EntityId entity; ///< Where it happened.
    model::RequestId request; ///< The request that it belongs to, if any.
    model::Fact fact;
};

static_assert(sizeof(Record) == 48, "records are 48 bytes (semantics §1)");
static_assert(std::is_trivially_copyable_v<Record>);

} // namespace sessionarium::timeline
