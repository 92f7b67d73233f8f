// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/spec.h"
#include "core/sim/simengine.h"

#include <cstdint>
#include <vector>

/// What the two sources of the engine share, and nobody else.
namespace sessionarium::sim {

struct SimEngine::Plan
{
    model::Setup setup;
    std::vector<model::ClientSpec> clients; ///< Those that stand in the scenario, then those of its crowds.
    std::uint64_t seed;
};

template <class Fact>
model::RecordId SimEngine::append(model::EntityId entity, model::RecordId cause, model::RequestId request,
                                  const Fact &fact, timeline::RecordSink &sink)
{
    const timeline::Record record {m_now, cause, entity, request, fact};
    if (std::holds_alternative<model::RequestIssued>(record.fact))
        m_open.issue();
    announceStrings(sink);
    const model::RecordId id(m_records++);
    sink.append(id, record);
    return id;
}

} // namespace sessionarium::sim
