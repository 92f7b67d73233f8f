// SPDX-License-Identifier: GPL-3.0-or-later
// What may happen to the copies of sessions that servers and stores hold.
#include "core/report/recordchecker.h"

namespace sessionarium::report {

using model::CopyRole;
using model::EntityType;
using model::StringId;
using Wrong = RecordChecker::Wrong;

RecordChecker::AttributeList *RecordChecker::find(StringId session) const
{
    const auto place = holder().sessions.find(session.value);
    return place == holder().sessions.end() ? nullptr : &place->second;
}

Wrong RecordChecker::lookingRule() const
{
    if (!atRunningHolder())
        return "entity";
    return hasRequest() ? fine : "request";
}

Wrong RecordChecker::copyRule(StringId session) const
{
    if (!atRunningHolder())
        return "entity";
    return session.isSome() && find(session) ? fine : "session";
}

Wrong RecordChecker::operator()(const model::CookieAbsent &) const
{
    return servingRule();
}

/// A replica takes the place of what was there.
Wrong RecordChecker::operator()(const model::SessionCreated &fact) const
{
    const bool isReplica = fact.role == CopyRole::Replica;
    if (!atRunningHolder())
        return "entity";
    if (!isReplica && !hasRequest())
        return "request";
    if (fact.session.isNone() || (!isReplica && find(fact.session)))
        return "session";
    if (!isA(fact.client, EntityType::Client))
        return "client";
    holder().sessions.insert_or_assign(fact.session.value, AttributeList {});
    return fine;
}

/// A server whose store has it has none of its own.
Wrong RecordChecker::operator()(const model::SessionFound &fact) const
{
    if (const Wrong wrong = lookingRule(); !wrong.empty())
        return wrong;
    return fact.session.isSome() && (find(fact.session) || (atServer() && known.hasStore)) ? fine : "session";
}

Wrong RecordChecker::operator()(const model::SessionMissing &fact) const
{
    if (const Wrong wrong = lookingRule(); !wrong.empty())
        return wrong;
    return fact.session.isSome() && !find(fact.session) ? fine : "session";
}

Wrong RecordChecker::operator()(const model::SessionEnded &fact) const
{
    if (!atRunningHolder())
        return "entity";
    if (fact.session.isNone() || holder().sessions.erase(fact.session.value) == 0)
        return "session";
    const bool isOfStores = fact.reason == model::SessionEnd::Revoked || fact.reason == model::SessionEnd::Replaced;
    return isOfStores && !atStore() ? "reason" : fine;
}

Wrong RecordChecker::operator()(const model::WriteApplied &fact) const
{
    if (const Wrong wrong = lookingRule(); !wrong.empty())
        return wrong;
    AttributeList *attributes = fact.session.isSome() ? find(fact.session) : nullptr;
    if (!attributes)
        return "session";
    Write *write = find(fact.write);
    if (!write)
        return "write";
    if (write->attribute != fact.attribute)
        return "attribute";
    const Write *base = nullptr;
    if (fact.base.isSome()) {
        base = applied(fact.base);
        if (!base || base == write || base->attribute != fact.attribute)
            return "base";
    }
    if (write->applied && write->base != fact.base)
        return "base";
    write->applied = true;
    write->base = fact.base;
    write->depth = base ? base->depth + 1 : 1;
    return attributes->add(fact.attribute) ? fine : "attribute";
}

Wrong RecordChecker::operator()(const model::SessionTouched &fact) const
{
    return copyRule(fact.session);
}

Wrong RecordChecker::operator()(const model::CopySet &fact) const
{
    if (!atRunningHolder())
        return "entity";
    if (fact.session.isNone())
        return "session";
    if (!isA(fact.client, EntityType::Client))
        return "client";
    holder().sessions.insert_or_assign(fact.session.value, AttributeList {});
    return fine;
}

/// A value is one write and contains that and its ancestors: how many they are follows from the write.
Wrong RecordChecker::operator()(const model::AttributeSet &fact) const
{
    if (const Wrong wrong = copyRule(fact.session); !wrong.empty())
        return wrong;
    const Write *write = applied(fact.write);
    if (!write)
        return "write";
    if (write->attribute != fact.attribute)
        return "attribute";
    if (fact.depth != write->depth)
        return "depth";
    return find(fact.session)->add(fact.attribute) ? fine : "attribute";
}

Wrong RecordChecker::operator()(const model::SessionIdChanged &fact) const
{
    if (const Wrong wrong = copyRule(fact.session); !wrong.empty())
        return wrong;
    if (fact.newSession.isNone() || fact.newSession == fact.session)
        return "new_session";
    const AttributeList attributes = *find(fact.session);
    holder().sessions.erase(fact.session.value);
    holder().sessions.insert_or_assign(fact.newSession.value, attributes);
    return fine;
}

} // namespace sessionarium::report
