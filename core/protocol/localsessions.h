// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/spec.h"
#include "core/protocol/memorysessions.h"
#include "core/protocol/passivemanager.h"

namespace sessionarium::protocol {

/// The session manager of a server that shares nothing: sessions live in its own memory (B-1 to B-9).
class LocalSessions : public PassiveManager
{
public:
    LocalSessions(const model::SessionsSpec &sessions, const model::ApplicationSpec &application,
                  const KnownStrings &strings)
        : m_memory(sessions, application, strings), m_sweep(sessions.sweep)
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
    Progress timer(const TimerFired &timer, SessionJob *, Context &context);
    bool start(const Started &, Context &context);
    void clear();

    [[nodiscard]] const MemorySessions &memory() const { return m_memory; }

private:
    MemorySessions m_memory;
    model::Duration m_sweep;
    std::uint32_t m_life = 0; ///< Timers of an earlier one say nothing.
};

} // namespace sessionarium::protocol
