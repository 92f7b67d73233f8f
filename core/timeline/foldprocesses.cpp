// SPDX-License-Identifier: GPL-3.0-or-later
// What happens to the processes of servers and stores, and to what they do for requests and for each other.
#include "core/timeline/foldstep.h"

#include <algorithm>
#include <utility>

namespace sessionarium::timeline {

using namespace model;

void FoldStep::operator()(const RequestQueued &) const
{
    server().queue.push_back(record.request);
}

void FoldStep::operator()(const ServiceStarted &) const
{
    std::erase(server().queue, record.request);
    server().inService.push_back(ServiceState {record.request, StringId(), {}});
}

void FoldStep::operator()(const ServiceEnded &) const
{
    std::erase_if(server().inService, [this](const ServiceState &item) { return item.request == record.request; });
    ++server().served;
}

void FoldStep::operator()(const CapacitySet &fact) const
{
    server().capacity = fact.capacity;
    server().serviceTimeUs = fact.serviceTimeUs;
    server().capacitySetBy = id;
}

void FoldStep::die(Process process) const
{
    if (isStore()) {
        StoreState &at = store();
        at.survivors = process == Process::Down ? at.afterKill() : at.afterPowerLoss();
        at.unwritten.clear();
    } else {
        ServerState &at = server();
        at.inService.clear();
        at.queue.clear();
        at.delivered.clear();
        setStarting(false);
        for (MemberState &member : at.members) {
            if (member.isMember)
                member = MemberState {member.entity, false, id};
        }
    }
    HolderState &dead = holder();
    dead.process = process;
    dead.processSetBy = id;
    dead.queued.clear();
    dead.awaiting.clear();
    for (CopyState &copy : dead.copies)
        endCopy(copy);
}

void FoldStep::operator()(const Crashed &) const
{
    die(Process::Down);
}

void FoldStep::operator()(const PoweredOff &) const
{
    die(Process::Gone);
}

void FoldStep::operator()(const Removed &) const
{
    die(Process::Gone);
    server().isRemoved = true;
}

void FoldStep::operator()(const Hung &) const
{
    server().process = Process::Hung;
    server().processSetBy = id;
}

void FoldStep::operator()(const Restarted &fact) const
{
    HolderState &at = holder();
    at.process = Process::Running;
    at.processSetBy = id;
    if (!isStore()) {
        setStarting(fact.starting);
        return;
    }
    // What outlived it is on its disk; that it is in its memory again is said by the `CopySet`s that follow.
    std::vector<CopyState> survivors = std::exchange(store().survivors, {});
    if (store().writesLater())
        store().written = std::move(survivors);
    store().unwritten.clear();
}

void FoldStep::setStarting(bool isStarting) const
{
    ServerState &at = server();
    if (at.isStarting == isStarting)
        return;
    at.isStarting = isStarting;
    at.startingSetBy = id;
}

void FoldStep::operator()(const Listening &) const
{
    setStarting(false);
}

void FoldStep::operator()(const Sent &fact) const
{
    if (type() != EntityType::Server && type() != EntityType::Store)
        return;
    leaveQueue(fact.message);
    std::vector<AwaitedAnswer> &awaiting = holder().awaiting;
    const MessageKind answer = isStore() ? MessageKind::StoreReply : MessageKind::Response;
    if (!awaiting.empty() && fact.message == answer)
        std::erase_if(awaiting, [this](const AwaitedAnswer &item) { return item.request == record.request; });
}

/// What else happens in the same moment may have the same cause, an answer that waited no longer for example.
void FoldStep::leaveQueue(MessageKind message) const
{
    std::vector<QueuedChange> &queued = holder().queued;
    if (queued.empty() || record.cause.isNone())
        return;
    // They go in the order in which they came.
    const auto place = std::find_if(queued.begin(), queued.end(), [&](const QueuedChange &item) {
        return item.queuedBy == record.cause && item.message == message;
    });
    if (place != queued.end())
        queued.erase(place);
}

void FoldStep::operator()(const Dropped &fact) const
{
    if (type() != EntityType::Server && type() != EntityType::Store)
        return;
    leaveQueue(fact.message); // nobody was left to send it to
    noteEffect();
}

void FoldStep::operator()(const Delivered &fact) const
{
    // Anything else is only awaited no longer: nothing follows.
    if (type() == EntityType::Server && DeliveredChange::isKind(fact.message))
        server().delivered.push_back(DeliveredChange {id, fact.message, record.request});
}

void FoldStep::noteEffect() const
{
    if (isStore())
        return;
    std::vector<DeliveredChange> &delivered = server().delivered;
    if (!delivered.empty() && delivered.front().canHaveEffect(record.fact, record.request))
        delivered.erase(delivered.begin());
}

void FoldStep::operator()(const ReplicationQueued &fact) const
{
    holder().queued.push_back(QueuedChange {id, fact.message, fact.session});
}

void FoldStep::operator()(const ConfirmationAwaited &fact) const
{
    holder().awaiting.push_back(AwaitedAnswer {record.request, fact.count, id});
}

void FoldStep::setMember(EntityId entity, bool isMember) const
{
    MemberState &member = elementOf(server().members, entity, &MemberState::entity);
    member.isMember = isMember;
    member.setBy = id;
}

void FoldStep::operator()(const MemberAdded &fact) const
{
    setMember(fact.member, true);
}

void FoldStep::operator()(const MemberDropped &fact) const
{
    setMember(fact.member, false);
}

void FoldStep::writeToDisk() const
{
    StoreState &at = store();
    at.writtenBy = id;
    if (at.unwritten.empty())
        return;
    // Both lists are sorted: one pass.
    std::vector<CopyState> written;
    written.reserve(at.written.size() + at.unwritten.size());
    auto old = at.written.begin();
    for (const StringId session : at.unwritten) {
        for (; old != at.written.end() && old->session < session; ++old)
            written.push_back(std::move(*old));
        if (old != at.written.end() && old->session == session)
            ++old;
        const CopyState *copy = at.find(session);
        if (copy && copy->isThere())
            written.push_back(*copy);
    }
    std::move(old, at.written.end(), std::back_inserter(written));
    at.written = std::move(written);
    at.unwritten.clear();
}

void FoldStep::operator()(const SnapshotTaken &) const
{
    writeToDisk();
}

void FoldStep::operator()(const LogFlushed &) const
{
    writeToDisk();
}

void FoldStep::setRole(EntityId replicaOf, CopyRole role) const
{
    store().replicaOf = replicaOf;
    store().roleSetBy = id;
    for (CopyState &copy : store().copies)
        copy.role = role;
}

void FoldStep::operator()(const Promoted &) const
{
    setRole(EntityId(), CopyRole::InCharge);
}

void FoldStep::operator()(const Demoted &fact) const
{
    setRole(fact.primary, CopyRole::Replica);
}

void FoldStep::operator()(const StoreSwitched &fact) const
{
    server().store = fact.store;
    server().storeSetBy = id;
}

} // namespace sessionarium::timeline
