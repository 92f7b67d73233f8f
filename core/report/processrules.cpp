// SPDX-License-Identifier: GPL-3.0-or-later
// What may happen to the processes of servers and stores, and what they may do for requests and for each other.
#include "core/report/messageends.h"
#include "core/report/recordchecker.h"

namespace sessionarium::report {

using model::EntityId;
using model::EntityType;
using Wrong = RecordChecker::Wrong;

Wrong RecordChecker::servingRule() const
{
    if (!atRunningServer() || holder().isStarting)
        return "entity";
    return hasRequest() ? fine : "request";
}

bool RecordChecker::isBusyAnywhere() const
{
    const Request &it = request();
    return it.server.isSome() && holderOf(it.server).life == it.life;
}

Wrong RecordChecker::operator()(const model::RequestQueued &fact) const
{
    if (const Wrong wrong = servingRule(); !wrong.empty())
        return wrong;
    if (isBusyAnywhere())
        return "request";
    request().server = record.entity;
    request().life = holder().life;
    request().inService = false;
    return fact.length > 0 ? fine : "length";
}

Wrong RecordChecker::operator()(const model::ServiceStarted &) const
{
    if (const Wrong wrong = servingRule(); !wrong.empty())
        return wrong;
    if (isBusyAnywhere() && (request().inService || !isBusyHere()))
        return "request";
    request().server = record.entity;
    request().life = holder().life;
    request().inService = true;
    return fine;
}

Wrong RecordChecker::operator()(const model::ServiceEnded &) const
{
    if (const Wrong wrong = servingRule(); !wrong.empty())
        return wrong;
    if (!isBusyHere() || !request().inService)
        return "request";
    request().server = EntityId();
    return fine;
}

Wrong RecordChecker::operator()(const model::CapacitySet &fact) const
{
    if (!atServer() || holder().isRemoved)
        return "entity";
    return fact.capacity > 0 ? fine : "capacity";
}

void RecordChecker::die(Process process) const
{
    Holder &dead = holder();
    dead.process = process;
    ++dead.life;
    dead.sessions.clear();
    dead.members.clear();
    dead.isStarting = false;
    dead.mayStart = false;
}

Wrong RecordChecker::operator()(const model::Crashed &) const
{
    if (!atHolder() || !isAlive())
        return "entity";
    die(Process::Down);
    return fine;
}

/// A host whose process is dead already can lose its power, too.
Wrong RecordChecker::operator()(const model::PoweredOff &) const
{
    if (!atHolder() || holder().process == Process::Gone)
        return "entity";
    die(Process::Gone);
    return fine;
}

Wrong RecordChecker::operator()(const model::Removed &) const
{
    if (!atServer() || holder().isRemoved)
        return "entity";
    die(Process::Gone);
    holder().isRemoved = true;
    return fine;
}

Wrong RecordChecker::operator()(const model::Hung &) const
{
    if (!atRunningServer())
        return "entity";
    holder().process = Process::Hung;
    return fine;
}

Wrong RecordChecker::operator()(const model::Restarted &fact) const
{
    if (!atHolder() || holder().isRemoved)
        return "entity";
    const bool begins = fact.starting && holder().mayStart;
    if (isAlive() && !begins)
        return "entity";
    if (fact.starting && atStore())
        return "starting";
    holder().process = Process::Running;
    holder().isStarting = fact.starting;
    holder().mayStart = false;
    return fine;
}

Wrong RecordChecker::operator()(const model::Listening &) const
{
    if (!atRunningServer() || !holder().isStarting)
        return "entity";
    holder().isStarting = false;
    return fine;
}

Wrong RecordChecker::operator()(const model::ReplicationQueued &fact) const
{
    if (!atRunningHolder())
        return "entity";
    const EntityType type = known.types[record.entity.value];
    if (isOfRequest(fact.message) || !goesBetween(fact.message, type, type))
        return "message";
    return fact.session.isSome() ? fine : "session";
}

Wrong RecordChecker::operator()(const model::ConfirmationAwaited &fact) const
{
    if (!atRunningHolder())
        return "entity";
    if (!hasRequest() || (atServer() && isBusyHere()))
        return "request"; // it has been served
    return fact.count > 0 ? fine : "count";
}

Wrong RecordChecker::operator()(const model::ConfirmationMissed &fact) const
{
    if (!atRunningHolder())
        return "entity";
    const bool isPeer = isA(fact.from, EntityType::Store) || (atServer() && isA(fact.from, EntityType::Server));
    return isPeer && fact.from != record.entity ? fine : "from";
}

Wrong RecordChecker::memberRule(EntityId member) const
{
    if (!atRunningServer())
        return "entity";
    return isA(member, EntityType::Server) && member != record.entity ? fine : "member";
}

Wrong RecordChecker::operator()(const model::MemberAdded &fact) const
{
    if (const Wrong wrong = memberRule(fact.member); !wrong.empty())
        return wrong;
    return holder().members.insert(fact.member).second ? fine : "member";
}

Wrong RecordChecker::operator()(const model::MemberDropped &fact) const
{
    if (const Wrong wrong = memberRule(fact.member); !wrong.empty())
        return wrong;
    return holder().members.erase(fact.member) > 0 ? fine : "member";
}

Wrong RecordChecker::operator()(const model::SnapshotTaken &fact) const
{
    if (!atRunningStore() || holder().persistence != model::Persistence::Snapshots)
        return "entity";
    return fact.sessions == holder().sessions.size() ? fine : "sessions";
}

Wrong RecordChecker::operator()(const model::LogFlushed &) const
{
    if (!atRunningStore())
        return "entity";
    const model::Persistence persistence = holder().persistence;
    return persistence == model::Persistence::LogNever || persistence == model::Persistence::LogEverySecond ? fine
                                                                                                            : "entity";
}

Wrong RecordChecker::operator()(const model::Promoted &) const
{
    if (!atRunningStore() || holder().replicaOf.isNone())
        return "entity";
    holder().replicaOf = EntityId();
    return fine;
}

Wrong RecordChecker::operator()(const model::Demoted &fact) const
{
    if (!atRunningStore())
        return "entity";
    if (!isA(fact.primary, EntityType::Store) || fact.primary == record.entity || fact.primary == holder().replicaOf)
        return "primary";
    holder().replicaOf = fact.primary;
    return fine;
}

Wrong RecordChecker::operator()(const model::StoreSwitched &fact) const
{
    if (!atRunningServer())
        return "entity";
    return isA(fact.store, EntityType::Store) ? fine : "store";
}

} // namespace sessionarium::report
