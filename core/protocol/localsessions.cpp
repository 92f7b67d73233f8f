// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/localsessions.h"

namespace sessionarium::protocol {

using namespace model;

Progress LocalSessions::timer(const TimerFired &timer, SessionJob *, Context &context)
{
    if (timer.kind == TimerKind::Sweep && timer.token == m_life) {
        (void)m_memory.sweep(context);
        context.out.add(StartTimer {m_sweep, TimerKind::Sweep, RequestId(), m_life});
    }
    return Progress::Waits;
}

bool LocalSessions::start(const Started &, Context &context)
{
    if (m_sweep.us > 0)
        context.out.add(StartTimer {m_sweep, TimerKind::Sweep, RequestId(), m_life});
    return true;
}

void LocalSessions::clear()
{
    m_memory.clear();
    ++m_life;
}

} // namespace sessionarium::protocol
