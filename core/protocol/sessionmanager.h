// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/alltoallsessions.h"
#include "core/protocol/localsessions.h"
#include "core/protocol/storesessions.h"

#include <variant>

namespace sessionarium::protocol {

/// The session manager of a server: one of the policies, all with the same functions, by which AppServer drives them:
///
/// * `Progress begin(SessionJob &, Context &)`: looks the session up and reads it, at the start of service.
/// * `Progress finish(SessionJob &, Context &)`: writes what the request changes and fills the response, at its end.
/// * `Progress arrived(const Message &, SessionJob *, Context &)`: a reply or a confirmation for a job that waits
/// (null:
///   that job is gone), or a message between managers. Done: the step for which the job waited is complete.
/// * `Progress timer(const TimerFired &, SessionJob *, Context &)`, `connected`, `refused`, `answered`: likewise.
/// * `bool costsToApply(const Message &) const`, `void apply(const Message &, Context &)`: a change from elsewhere that
///   keeps a place of the server busy for a while before it takes effect.
/// * `bool act(const Acted &, Context &)`: an operator's action on the manager; false: it does not apply.
/// * `bool start(const Started &, Context &)`: the process begins to live, with empty memory; false: it can not take
///   connections yet, and will emit `Listening` when it can: `isReady()` says so.
/// * `RequestId takeReleased()`: whose wait (Progress::Waits) is over, one after the other.
/// * `void clear()`: the process died. The caller emits the one fact that says so.
using SessionManager = std::variant<LocalSessions, AllToAllSessions, StoreSessions>;

} // namespace sessionarium::protocol
