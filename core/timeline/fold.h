// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/record.h"
#include "core/timeline/worldstate.h"

namespace sessionarium::timeline {

/// state := state after one more record. Pure: the state at any time is the fold over the records up to it.
/// Requires: records in order of their ids, from 0, of a run whose records passed the reader or came from an engine.
void fold(WorldState &state, model::RecordId id, const Record &record);

} // namespace sessionarium::timeline
