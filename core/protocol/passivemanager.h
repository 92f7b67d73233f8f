// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/effect.h"
#include "core/protocol/sessionjob.h"

namespace sessionarium::protocol {

/// What a session manager does about things that do not concern it: nothing. See SessionManager.
struct PassiveManager
{
    Progress arrived(const Message &message, SessionJob *, Context &context)
    {
        context.out.emit(model::Dropped {message.kind, model::DropReason::TooLate}, message.request);
        return Progress::Waits;
    }
    Progress timer(const TimerFired &, SessionJob *, Context &) { return Progress::Waits; }
    Progress connected(const Connected &, SessionJob *, Context &) { return Progress::Waits; }
    Progress refused(const ConnectionRefused &, SessionJob *, Context &) { return Progress::Waits; }
    Progress lost(const ConnectionLost &, SessionJob *, Context &) { return Progress::Waits; }
    void answered(const ProbeAnswered &, Context &) { }
    void listed(const PeerListed &, Context &) { }
    void listed(const StoreListed &, Context &) { }
    void left(const ServerLeft &, Context &) { }
    [[nodiscard]] bool costsToApply(const Message &) const { return false; }
    void apply(const Message &, Context &) { }
    [[nodiscard]] bool appliesTo(const Acted &) const { return false; }
    void act(const Acted &, Context &) { }
    [[nodiscard]] bool isReady() const { return true; }
    /// A request that waits no longer, each told once; none if there is no further one.
    [[nodiscard]] model::RequestId takeReleased() { return {}; }
};

} // namespace sessionarium::protocol
