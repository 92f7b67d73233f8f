// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/spec.h"
#include "core/protocol/memorysessions.h"
#include "core/protocol/passivemanager.h"

namespace sessionarium::protocol {

/// The session manager of a server that copies each creation and change to all other members of its cluster, after
/// Tomcat's DeltaManager (T-3 to T-22, T-33 to T-35).
class AllToAllSessions : public PassiveManager
{
public:
    AllToAllSessions(model::EntityId entity, const model::SessionsSpec &sessions,
                     const model::ApplicationSpec &application, const KnownStrings &strings)
        : m_memory(sessions, application, strings), m_entity(entity)
    {
    }

    Progress begin(SessionJob &job, Context &context)
    {
        m_memory.begin(job, context);
        return Progress::Done;
    }
    Progress finish(SessionJob &job, Context &context)
    {
        m_memory.finish(job, context);
        return Progress::Done;
    }
    bool start(const Started &, Context &) { return true; }
    void clear() { m_memory.clear(); }

    [[nodiscard]] const MemorySessions &memory() const { return m_memory; }

private:
    MemorySessions m_memory;
    model::EntityId m_entity;
};

} // namespace sessionarium::protocol
