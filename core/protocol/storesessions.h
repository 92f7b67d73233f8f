// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/spec.h"
#include "core/protocol/passivemanager.h"

namespace sessionarium::protocol {

/// The session manager of a server that keeps no session: it loads one at the start of a request and saves it at its end
/// (R-1 to R-8, the simplified pattern of §7).
class StoreSessions : public PassiveManager
{
public:
    StoreSessions(model::EntityId entity, const model::SessionsSpec &, const model::ApplicationSpec &,
                  const KnownStrings &)
        : m_entity(entity)
    {
    }

    Progress begin(SessionJob &, Context &) { return Progress::Done; }
    Progress finish(SessionJob &, Context &) { return Progress::Done; }
    bool start(const Started &, Context &) { return true; }
    void clear() { }

private:
    model::EntityId m_entity;
};

} // namespace sessionarium::protocol
