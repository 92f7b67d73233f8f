// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/spec.h"
#include "core/protocol/effect.h"
#include "core/protocol/sessionjob.h"

namespace sessionarium::protocol {

/// What the application makes of a request, wherever its sessions are kept (B-1 to B-7).
struct Decision
{
    std::uint32_t status = 200;
    bool knowsUser = false; ///< The answer shows what the session holds.
    bool creates = false; ///< A session, under a fresh id.
    bool changesId = false; ///< Of the session that it has (B-7).
    bool ends = false; ///< The session, by log-out.
    model::StringId attribute; ///< What is written; none: nothing.
};

struct SessionRules
{
    SessionRules(const model::ApplicationSpec &application, const KnownStrings &strings)
        : createsWhenAnonymous(application.createsSessionWhenAnonymous),
          loginRedirect(application.loginRedirect),
          changesIdAtLogIn(application.changesIdAtLogIn),
          user(strings.user)
    {
    }

    /// `isThere`: the session that the job works with is (still) there.
    [[nodiscard]] Decision decide(const SessionJob &job, bool isThere) const
    {
        constexpr std::uint32_t found = 302;
        constexpr std::uint32_t unauthorized = 401;
        Decision decision;
        decision.knowsUser = job.read.get(user).isSome();
        const bool isAnonymous = job.session.isNone();
        switch (job.operation) {
        case model::Operation::LogIn:
            decision.knowsUser = true;
            decision.creates = !isThere;
            decision.changesId = isThere && changesIdAtLogIn;
            decision.attribute = user;
            return decision;
        case model::Operation::LoginPage:
            decision.knowsUser = true;
            decision.creates = createsWhenAnonymous && isAnonymous;
            return decision;
        default:
            break;
        }
        if (!decision.knowsUser) {
            decision.status = loginRedirect ? found : unauthorized;
            decision.creates = createsWhenAnonymous && isAnonymous; // B-6: an older session becomes unreachable
            return decision;
        }
        if (job.operation != model::Operation::Read)
            decision.attribute = job.attribute;
        decision.ends = job.operation == model::Operation::LogOut;
        return decision;
    }

    bool createsWhenAnonymous;
    bool loginRedirect;
    bool changesIdAtLogIn;
    model::StringId user;
};

} // namespace sessionarium::protocol
