// SPDX-License-Identifier: GPL-3.0-or-later
// What happens to the copies of sessions that servers and stores hold.
#include "core/timeline/foldstep.h"

#include <algorithm>

namespace sessionarium::timeline {

using namespace model;

CopyState &FoldStep::copyOf(StringId session) const
{
    CopyState &copy = elementOf(holder().copies, session, &CopyState::session);
    if (copy.createdBy.isNone())
        copy.endedBy = id;
    return copy;
}

void FoldStep::use(CopyState &copy) const
{
    copy.lastUsed = record.at;
    copy.usedBy = id;
}

void FoldStep::beginCopy(CopyState &copy, CopyRole role) const
{
    if (!copy.isThere())
        ++holder().copiesThere;
    copy.role = role;
    copy.createdBy = id;
    copy.endedBy = RecordId();
    copy.attributes.clear();
    use(copy);
}

void FoldStep::endCopy(CopyState &copy) const
{
    if (!copy.isThere())
        return;
    copy.endedBy = id;
    --holder().copiesThere;
}

void FoldStep::setAttribute(CopyState &copy, const AttributeState &value)
{
    const auto found = std::find_if(copy.attributes.begin(), copy.attributes.end(),
                                    [&value](const AttributeState &item) { return item.attribute == value.attribute; });
    AttributeState &attribute = found != copy.attributes.end() ? *found : copy.attributes.emplace_back();
    attribute = value;
}

void FoldStep::noteSession(StringId session, EntityId owner) const
{
    SessionInfo &info = elementOf(state.sessions, session, &SessionInfo::session);
    if (info.createdBy.isSome())
        return;
    const std::uint32_t clientIndex = state.indexOfEntity[owner.value];
    info = SessionInfo {session, owner, id, clientIndex, ++state.clients[clientIndex].sessions};
}

void FoldStep::noteUnwritten(StringId session) const
{
    if (!isStore() || !store().writesLater())
        return;
    std::vector<StringId> &unwritten = store().unwritten;
    const auto place = std::lower_bound(unwritten.begin(), unwritten.end(), session);
    if (place == unwritten.end() || *place != session)
        unwritten.insert(place, session);
}

ServiceState *FoldStep::service() const
{
    const auto at = [this](ServerState &server) -> ServiceState * {
        for (ServiceState &item : server.inService) {
            if (item.request == record.request)
                return &item;
        }
        return nullptr;
    };
    if (record.request.isNone())
        return nullptr;
    if (!isStore())
        return at(server());
    for (ServerState &server : state.servers) {
        if (ServiceState *found = at(server))
            return found;
    }
    return nullptr;
}

const AttributeState *FoldStep::readBase(const CopyState &copy, const WriteApplied &fact) const
{
    if (fact.base.isNone())
        return nullptr;
    if (const ServiceState *serving = service()) {
        for (const AttributeState &item : serving->read) {
            if (item.attribute == fact.attribute && item.value == fact.base)
                return &item;
        }
    }
    const AttributeState *present = copy.find(fact.attribute);
    return present && present->value == fact.base ? present : nullptr;
}

void FoldStep::operator()(const SessionCreated &fact) const
{
    noteEffect();
    noteSession(fact.session, fact.client);
    beginCopy(copyOf(fact.session), fact.role);
    noteUnwritten(fact.session);
    if (fact.role != CopyRole::InCharge)
        return;
    if (ServiceState *serving = service()) {
        serving->session = fact.session;
        serving->read.clear(); // a new one goes on from nothing
    }
}

/// At a server: it has the copy, which is the one in charge from now on; or its store had it. At a store: that is what
/// the server is going to read.
void FoldStep::operator()(const SessionFound &fact) const
{
    ServiceState *serving = service();
    if (serving)
        serving->session = fact.session;
    if (const CopyState *known = holder().find(fact.session); !known || !known->isThere())
        return;
    CopyState &copy = copyOf(fact.session);
    if (!isStore()) {
        use(copy);
        copy.role = CopyRole::InCharge;
    }
    if (serving)
        serving->read = copy.attributes;
}

void FoldStep::operator()(const SessionEnded &fact) const
{
    noteEffect();
    endCopy(copyOf(fact.session));
    noteUnwritten(fact.session);
}

void FoldStep::operator()(const SessionTouched &fact) const
{
    noteEffect();
    CopyState &copy = copyOf(fact.session);
    use(copy);
    copy.role = fact.role;
    noteUnwritten(fact.session);
}

void FoldStep::operator()(const CopySet &fact) const
{
    noteEffect();
    noteSession(fact.session, fact.client);
    CopyState &copy = copyOf(fact.session);
    beginCopy(copy, fact.role);
    copy.lastUsed = record.at - microseconds(fact.idleUs);
    noteUnwritten(fact.session);
}

void FoldStep::operator()(const AttributeSet &fact) const
{
    setAttribute(copyOf(fact.session), AttributeState {fact.attribute, fact.write, fact.depth, id});
    noteUnwritten(fact.session);
}

void FoldStep::operator()(const SessionIdChanged &fact) const
{
    noteEffect();
    if (const SessionInfo *info = state.session(fact.session))
        noteSession(fact.newSession, EntityId(info->client));
    CopyState &old = copyOf(fact.session);
    const CopyState moved = old;
    endCopy(old);
    CopyState &copy = copyOf(fact.newSession);
    beginCopy(copy, moved.role);
    copy.lastUsed = moved.lastUsed;
    copy.attributes = moved.attributes;
    noteUnwritten(fact.session);
    noteUnwritten(fact.newSession);
    if (ServiceState *serving = service())
        serving->session = fact.newSession;
}

void FoldStep::operator()(const WriteApplied &fact) const
{
    CopyState &copy = copyOf(fact.session);
    const AttributeState *base = readBase(copy, fact);
    setAttribute(copy, AttributeState {fact.attribute, fact.write, base ? base->depth + 1 : 1, id});
    noteUnwritten(fact.session);
}

} // namespace sessionarium::timeline
