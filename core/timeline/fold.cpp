// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/fold.h"

#include <algorithm>
#include <type_traits>
#include <utility>

namespace sessionarium::timeline {

using namespace model;

namespace {

/// One step of the fold: the state, and the record that changes it.
struct Step
{
    WorldState &state;
    RecordId id;
    const Record &record;

    ClientState &client() const { return state.clients[state.indexOfEntity[record.entity.value]]; }
    BalancerState &balancer() const { return state.balancers[state.indexOfEntity[record.entity.value]]; }
    ServerState &server() const { return state.servers[state.indexOfEntity[record.entity.value]]; }
    StoreState &store() const { return state.stores[state.indexOfEntity[record.entity.value]]; }
    bool isStore() const { return state.typeOfEntity[record.entity.value] == EntityType::Store; }
    HolderState &holder() const
    {
        if (isStore())
            return store();
        return server();
    }

    static ServiceState *serviceAt(ServerState &at, RequestId request)
    {
        for (ServiceState &item : at.inService) {
            if (item.request == request)
                return &item;
        }
        return nullptr;
    }
    /// Where the request is being served: here, or, of a store, at the server that asks it.
    ServiceState *service() const
    {
        if (!isStore())
            return serviceAt(server(), record.request);
        for (ServerState &at : state.servers) {
            if (ServiceState *found = serviceAt(at, record.request))
                return found;
        }
        return nullptr;
    }

    /// The holder's copy of a session, made if there was none.
    CopyState &copyOf(StringId session) const
    {
        std::vector<CopyState> &copies = holder().copies;
        const auto place = std::lower_bound(copies.begin(), copies.end(), session,
                                            [](const CopyState &copy, StringId key) { return copy.session < key; });
        if (place != copies.end() && place->session == session)
            return *place;
        CopyState copy;
        copy.session = session;
        copy.endedBy = id; // not there until a fact says so
        return *copies.insert(place, std::move(copy));
    }

    void use(CopyState &copy) const
    {
        copy.lastUsed = record.at;
        copy.usedBy = id;
    }

    /// The copy is there from now on, without attributes.
    void beginCopy(CopyState &copy, CopyRole role) const
    {
        if (!copy.isThere())
            ++holder().copiesThere;
        copy.role = role;
        copy.createdBy = id;
        copy.endedBy = RecordId();
        copy.attributes.clear();
        use(copy);
    }

    /// A store's copy differs from what is on its disk.
    void noteUnwritten(StringId session) const
    {
        if (!isStore())
            return;
        std::vector<StringId> &unwritten = store().unwritten;
        const auto place = std::lower_bound(unwritten.begin(), unwritten.end(), session);
        if (place == unwritten.end() || *place != session)
            unwritten.insert(place, session);
    }

    void writeToDisk() const
    {
        StoreState &at = store();
        for (const StringId session : at.unwritten) {
            const auto place = std::lower_bound(at.written.begin(), at.written.end(), session,
                                                [](const CopyState &copy, StringId key) { return copy.session < key; });
            const bool wasWritten = place != at.written.end() && place->session == session;
            const CopyState *copy = at.find(session);
            if (copy && copy->isThere()) {
                if (wasWritten)
                    *place = *copy;
                else
                    at.written.insert(place, *copy);
            } else if (wasWritten) {
                at.written.erase(place);
            }
        }
        at.unwritten.clear();
        at.writtenBy = id;
    }

    void endCopy(CopyState &copy) const
    {
        if (!copy.isThere())
            return;
        copy.endedBy = id;
        --holder().copiesThere;
    }

    void finishRequest() const
    {
        ClientState &who = client();
        std::erase_if(who.open, [this](const OpenRequest &open) { return open.request == record.request; });
        who.lastFinishedBy = id;
    }

    void setCookie(StringId cookie, StringId value) const
    {
        std::vector<CookieState> &jar = client().jar;
        const auto found =
            std::find_if(jar.begin(), jar.end(), [cookie](const CookieState &item) { return item.cookie == cookie; });
        CookieState &item = found != jar.end() ? *found : jar.emplace_back();
        item = CookieState {cookie, value, id};
    }

    void noteSession(StringId session, EntityId owner) const
    {
        std::vector<SessionInfo> &sessions = state.sessions;
        const auto place = std::lower_bound(sessions.begin(), sessions.end(), session,
                                            [](const SessionInfo &info, StringId key) { return info.session < key; });
        if (place != sessions.end() && place->session == session)
            return;
        const std::uint32_t clientIndex = state.indexOfEntity[owner.value];
        const std::uint32_t ordinal = ++state.clients[clientIndex].sessions;
        sessions.insert(place, SessionInfo {session, owner, id, clientIndex, ordinal});
    }

    void operator()(const EntityAdded &fact) const
    {
        const std::size_t entity = record.entity.value;
        if (state.indexOfEntity.size() <= entity) {
            state.indexOfEntity.resize(entity + 1, Id<EntityTag>::noneValue);
            state.typeOfEntity.resize(entity + 1, EntityType::Client);
        }
        state.typeOfEntity[entity] = fact.type;
        switch (fact.type) {
        case EntityType::Client: {
            state.indexOfEntity[entity] = static_cast<std::uint32_t>(state.clients.size());
            ClientState &added = state.clients.emplace_back();
            added.entity = record.entity;
            added.addedBy = id;
            added.address = fact.address;
            added.addressSetBy = id;
            break;
        }
        case EntityType::Balancer: {
            state.indexOfEntity[entity] = static_cast<std::uint32_t>(state.balancers.size());
            BalancerState &added = state.balancers.emplace_back();
            added.entity = record.entity;
            added.addedBy = id;
            break;
        }
        case EntityType::Server: {
            state.indexOfEntity[entity] = static_cast<std::uint32_t>(state.servers.size());
            ServerState &added = state.servers.emplace_back();
            added.entity = record.entity;
            added.addedBy = id;
            added.processSetBy = id;
            added.capacity = fact.capacity;
            added.queueLimit = fact.queueLimit;
            break;
        }
        case EntityType::Store: {
            state.indexOfEntity[entity] = static_cast<std::uint32_t>(state.stores.size());
            StoreState &added = state.stores.emplace_back();
            added.entity = record.entity;
            added.addedBy = id;
            added.processSetBy = id;
            added.persistence = fact.persistence;
            added.replicaOf = fact.replicaOf;
            added.roleSetBy = id;
            break;
        }
        }
    }

    void operator()(const RequestIssued &fact) const
    {
        ClientState &who = client();
        who.open.push_back(OpenRequest {record.request, id, fact.operation});
        if (fact.write.isSome())
            who.writes = fact.write.counter;
    }

    void operator()(const Forwarded &fact) const
    {
        if (fact.reason == ForwardReason::Pinned || fact.reason == ForwardReason::PinMoved
            || fact.reason == ForwardReason::Hashed)
            return; // none of them takes a turn of the round robin
        balancer().lastBalanced = fact.server;
        balancer().lastBalancedBy = id;
    }

    void operator()(const RequestQueued &) const { server().queue.push_back(record.request); }

    void operator()(const ServiceStarted &) const
    {
        std::erase(server().queue, record.request);
        server().inService.push_back(ServiceState {record.request, StringId(), {}});
    }

    void operator()(const ServiceEnded &) const
    {
        std::erase_if(server().inService, [this](const ServiceState &item) { return item.request == record.request; });
        ++server().served;
    }

    void operator()(const SessionCreated &fact) const
    {
        noteSession(fact.session, fact.client);
        beginCopy(copyOf(fact.session), fact.role);
        noteUnwritten(fact.session);
        if (ServiceState *serving = fact.role == CopyRole::InCharge ? service() : nullptr)
            serving->session = fact.session;
    }

    /// At a server: it has the copy, which is the one in charge from now on, or its store had it. At a store: that is
    /// what the server is going to read.
    void operator()(const SessionFound &fact) const
    {
        const auto &copies = holder().copies;
        const auto place = std::lower_bound(copies.begin(), copies.end(), fact.session,
                                            [](const CopyState &copy, StringId key) { return copy.session < key; });
        const bool isHere = place != copies.end() && place->session == fact.session && place->isThere();
        ServiceState *serving = service();
        if (serving)
            serving->session = fact.session;
        if (!isHere)
            return;
        CopyState &copy = copyOf(fact.session);
        if (!isStore()) {
            use(copy);
            copy.role = CopyRole::InCharge;
        }
        if (serving)
            serving->read = copy.attributes;
    }

    void operator()(const SessionEnded &fact) const
    {
        endCopy(copyOf(fact.session));
        noteUnwritten(fact.session);
    }

    void operator()(const SessionTouched &fact) const
    {
        CopyState &copy = copyOf(fact.session);
        use(copy);
        copy.role = fact.role;
        noteUnwritten(fact.session);
    }

    void operator()(const CopySet &fact) const
    {
        noteSession(fact.session, fact.client);
        CopyState &copy = copyOf(fact.session);
        beginCopy(copy, fact.role);
        copy.lastUsed = record.at - microseconds(fact.idleUs);
        noteUnwritten(fact.session);
    }

    void operator()(const AttributeSet &fact) const
    {
        setAttribute(copyOf(fact.session), AttributeState {fact.attribute, fact.write, fact.depth, id});
        noteUnwritten(fact.session);
    }

    void operator()(const SessionIdChanged &fact) const
    {
        if (const SessionInfo *info = state.session(fact.session))
            noteSession(fact.newSession, EntityId(info->client));
        CopyState &old = copyOf(fact.session);
        CopyState moved = old;
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

    void setAttribute(CopyState &copy, const AttributeState &value) const
    {
        const auto found = std::find_if(copy.attributes.begin(), copy.attributes.end(),
                                        [&value](const auto &item) { return item.attribute == value.attribute; });
        AttributeState &attribute = found != copy.attributes.end() ? *found : copy.attributes.emplace_back();
        attribute = value;
    }

    void operator()(const WriteApplied &fact) const
    {
        CopyState &copy = copyOf(fact.session);
        std::uint32_t baseDepth = 0;
        if (const AttributeState *base = readBase(copy, fact))
            baseDepth = base->depth;
        setAttribute(copy, AttributeState {fact.attribute, fact.write, baseDepth + 1, id});
        noteUnwritten(fact.session);
    }

    /// The value that a write started from: what its request read, or what stands there now.
    const AttributeState *readBase(const CopyState &copy, const WriteApplied &fact) const
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

    void operator()(const CookieStored &fact) const { setCookie(fact.cookie, fact.value); }
    void operator()(const CookieDeleted &fact) const { setCookie(fact.cookie, StringId()); }

    void operator()(const Answered &fact) const
    {
        ClientState &who = client();
        const bool loggedOut = std::any_of(who.open.begin(), who.open.end(), [this](const OpenRequest &open) {
            return open.request == record.request && open.operation == Operation::LogOut;
        });
        finishRequest();
        const bool success = fact.status >= 200 && fact.status < 300;
        if (!success && fact.status != 401 && fact.status != 302)
            return; // an error changes no belief (semantics §5)
        who.belief = success && fact.shown.isSome() && !loggedOut ? Belief::SignedIn : Belief::SignedOut;
        who.beliefSetBy = id;
    }

    void operator()(const Failed &) const { finishRequest(); }

    void die(Process process) const
    {
        if (isStore()) {
            StoreState &at = store();
            at.survivors = process == Process::Down ? at.afterKill() : at.afterPowerLoss();
        } else {
            ServerState &at = server();
            at.inService.clear();
            at.queue.clear();
            at.awaiting.clear();
            at.isStarting = false;
            for (MemberState &member : at.members)
                member = MemberState {member.entity, false, member.isMember ? id : member.setBy};
        }
        HolderState &dead = holder();
        dead.process = process;
        dead.processSetBy = id;
        dead.queued.clear();
        for (CopyState &copy : dead.copies)
            endCopy(copy);
    }

    void operator()(const Crashed &) const { die(Process::Down); }
    void operator()(const PoweredOff &) const { die(Process::Gone); }
    void operator()(const Removed &) const
    {
        die(Process::Gone);
        server().isRemoved = true;
    }
    void operator()(const Hung &) const
    {
        server().process = Process::Hung;
        server().processSetBy = id;
    }

    void operator()(const Restarted &fact) const
    {
        HolderState &at = holder();
        at.process = Process::Running;
        at.processSetBy = id;
        if (isStore()) { // what outlived it is in its memory, as `CopySet` says next, and on its disk
            store().written = std::exchange(store().survivors, {});
            store().unwritten.clear();
            store().writtenBy = id;
        } else {
            server().isStarting = fact.starting;
        }
    }
    void operator()(const Listening &) const { server().isStarting = false; }

    void operator()(const AddressChanged &fact) const
    {
        client().address = fact.address;
        client().addressSetBy = id;
    }
    void operator()(const TabOpened &fact) const { client().tabs = fact.tabs; }
    void operator()(const CapacitySet &fact) const { server().capacity = fact.capacity; }

    void setLink(EntityId other, bool isCut) const
    {
        const auto [a, b] = std::minmax(record.entity, other);
        std::vector<LinkState> &links = state.links;
        const auto place =
            std::lower_bound(links.begin(), links.end(), std::pair(a, b),
                             [](const LinkState &item, const auto &key) { return std::pair(item.a, item.b) < key; });
        if (place != links.end() && place->a == a && place->b == b)
            *place = LinkState {a, b, isCut, id};
        else
            links.insert(place, LinkState {a, b, isCut, id});
    }
    void operator()(const LinkCut &fact) const { setLink(fact.other, true); }
    void operator()(const LinkHealed &fact) const { setLink(fact.other, false); }

    BalancedServer &balanced(EntityId of) const
    {
        std::vector<BalancedServer> &servers = balancer().servers;
        const auto place = std::lower_bound(servers.begin(), servers.end(), of,
                                            [](const BalancedServer &item, EntityId key) { return item.server < key; });
        if (place != servers.end() && place->server == of)
            return *place;
        BalancedServer added;
        added.server = of;
        return *servers.insert(place, added);
    }
    void operator()(const CheckFailed &fact) const
    {
        balanced(fact.server).counter = fact.counter;
        balanced(fact.server).checkedBy = id;
    }
    void operator()(const CheckPassed &fact) const
    {
        balanced(fact.server).counter = fact.counter;
        balanced(fact.server).checkedBy = id;
    }
    void operator()(const ServerMarked &fact) const
    {
        balanced(fact.server).health = fact.health;
        balanced(fact.server).healthSetBy = id;
    }
    void operator()(const DrainSet &fact) const
    {
        balanced(fact.server).isDraining = fact.draining;
        balanced(fact.server).drainSetBy = id;
    }
    void operator()(const PinMoved &fact) const
    {
        std::vector<MovedPin> &pins = balancer().movedPins;
        const auto place = std::lower_bound(pins.begin(), pins.end(), fact.client,
                                            [](const MovedPin &pin, EntityId key) { return pin.client < key; });
        if (place != pins.end() && place->client == fact.client)
            *place = MovedPin {fact.client, fact.server, id};
        else
            pins.insert(place, MovedPin {fact.client, fact.server, id});
    }

    void setMember(EntityId member, bool isMember) const
    {
        std::vector<MemberState> &members = server().members;
        const auto place = std::lower_bound(members.begin(), members.end(), member,
                                            [](const MemberState &item, EntityId key) { return item.entity < key; });
        if (place != members.end() && place->entity == member)
            *place = MemberState {member, isMember, id};
        else
            members.insert(place, MemberState {member, isMember, id});
    }
    void operator()(const MemberAdded &fact) const { setMember(fact.member, true); }
    void operator()(const MemberDropped &fact) const { setMember(fact.member, false); }

    void operator()(const ReplicationQueued &fact) const
    {
        holder().queued.push_back(QueuedChange {id, fact.message, fact.session});
    }
    /// What else happens in the same moment may have the same cause, an answer that waited no longer for example.
    void dequeue(MessageKind message) const
    {
        std::erase_if(holder().queued, [&](const QueuedChange &change) {
            return change.queuedBy == record.cause && change.message == message;
        });
    }
    void operator()(const ConfirmationAwaited &) const
    {
        if (!isStore())
            server().awaiting.push_back(record.request);
    }
    void operator()(const Sent &fact) const
    {
        const EntityType type = state.typeOfEntity[record.entity.value];
        if (type != EntityType::Server && type != EntityType::Store)
            return;
        if (!holder().queued.empty())
            dequeue(fact.message);
        if (type == EntityType::Server && fact.message == MessageKind::Response && !server().awaiting.empty())
            std::erase(server().awaiting, record.request);
    }

    void operator()(const SnapshotTaken &) const { writeToDisk(); }
    void operator()(const LogFlushed &) const { writeToDisk(); }
    void operator()(const Promoted &) const
    {
        store().replicaOf = EntityId();
        store().roleSetBy = id;
        for (CopyState &copy : store().copies)
            copy.role = CopyRole::InCharge;
    }
    void operator()(const Demoted &fact) const
    {
        store().replicaOf = fact.primary;
        store().roleSetBy = id;
        for (CopyState &copy : store().copies)
            copy.role = CopyRole::Replica;
    }
    void operator()(const StoreSwitched &fact) const
    {
        server().store = fact.store;
        server().storeSetBy = id;
    }

    // What follows is about messages and decisions; it changes no state of an entity.
    void operator()(const ActionTaken &) const { }
    void operator()(const NotApplicable &) const { }
    void operator()(const Dropped &fact) const
    {
        const EntityType type = state.typeOfEntity[record.entity.value];
        if ((type == EntityType::Server || type == EntityType::Store) && !holder().queued.empty())
            dequeue(fact.message);
    }
    void operator()(const ConnectFailed &) const { }
    void operator()(const ConnectionReset &) const { }
    void operator()(const Rejected &) const { }
    void operator()(const CookieAbsent &) const { }
    void operator()(const SessionMissing &) const { }
    void operator()(const AttributeShown &) const { }
    void operator()(const RunCut &) const { }
    void operator()(const Delivered &) const { }
    void operator()(const ConfirmationMissed &) const { }
};

} // namespace

void fold(WorldState &state, RecordId id, const Record &record)
{
    state.now = record.at;
    std::visit(Step {state, id, record}, record.fact);
}

} // namespace sessionarium::timeline
