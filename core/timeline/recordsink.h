// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/record.h"
#include "core/timeline/runinfo.h"

#include <string_view>

namespace sessionarium::timeline {

/// Receives a run while it is written: by an engine, or by a reader of files. Timeline, judge, metrics and
/// fingerprint are sinks; a run may go without a stored timeline.
///
/// Order of calls: begin; then for each record first the strings that it is the first to show, in the order of their
/// ids (entity of the record first, then the fields in order), then the record; then end.
/// Ids: strings go on from `info.strings.size()`, records from 0. The n-th `EntityAdded` record is about EntityId n;
/// for one beyond `info.entities`, which joined later, `joinEntity` comes right before its record.
class RecordSink
{
public:
    virtual ~RecordSink() = default;

    virtual void begin(const RunInfo &info) = 0;
    virtual void internString(model::StringId id, std::string_view text) = 0;
    /// Requires: entity is the next free id, and text was interned.
    virtual void joinEntity(model::EntityId entity, model::StringId text) = 0;
    virtual void append(model::RecordId id, const Record &record) = 0;
    /// The run is complete: nothing else happens up to its duration (or up to `RunCut`).
    virtual void end() = 0;
};

} // namespace sessionarium::timeline
