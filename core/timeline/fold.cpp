// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/fold.h"

#include <algorithm>
#include <type_traits>

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

    ServiceState *service() const
    {
        for (ServiceState &item : server().inService) {
            if (item.request == record.request)
                return &item;
        }
        return nullptr;
    }

    /// The server's copy of a session, made if there was none.
    CopyState &copyOf(StringId session) const
    {
        std::vector<CopyState> &copies = server().copies;
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

    void endCopy(CopyState &copy) const
    {
        if (!copy.isThere())
            return;
        copy.endedBy = id;
        --server().copiesThere;
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
        case EntityType::Store:
            break;
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
        if (fact.reason == ForwardReason::Pinned)
            return; // a pin takes no turn of the round robin
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
        CopyState &copy = copyOf(fact.session);
        if (!copy.isThere())
            ++server().copiesThere;
        copy.role = fact.role;
        copy.createdBy = id;
        copy.endedBy = RecordId();
        copy.attributes.clear();
        use(copy);
        if (ServiceState *serving = service())
            serving->session = fact.session;
    }

    void operator()(const SessionFound &fact) const
    {
        CopyState &copy = copyOf(fact.session);
        use(copy);
        if (ServiceState *serving = service()) {
            serving->session = fact.session;
            serving->read = copy.attributes;
        }
    }

    void operator()(const SessionEnded &fact) const { endCopy(copyOf(fact.session)); }

    void operator()(const WriteApplied &fact) const
    {
        CopyState &copy = copyOf(fact.session);
        std::uint32_t baseDepth = 0;
        if (const AttributeState *base = readBase(copy, fact))
            baseDepth = base->depth;
        const auto found = std::find_if(copy.attributes.begin(), copy.attributes.end(),
                                        [&fact](const auto &item) { return item.attribute == fact.attribute; });
        AttributeState &attribute = found != copy.attributes.end() ? *found : copy.attributes.emplace_back();
        attribute = AttributeState {fact.attribute, fact.write, baseDepth + 1, id};
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

    void operator()(const Crashed &) const
    {
        ServerState &dead = server();
        dead.process = Process::Down;
        dead.processSetBy = id;
        dead.inService.clear();
        dead.queue.clear();
        for (CopyState &copy : dead.copies)
            endCopy(copy);
    }

    void operator()(const Restarted &) const
    {
        server().process = Process::Running;
        server().processSetBy = id;
    }

    // What follows is about messages and decisions; it changes no state of an entity.
    void operator()(const ActionTaken &) const { }
    void operator()(const NotApplicable &) const { }
    void operator()(const Sent &) const { }
    void operator()(const Dropped &) const { }
    void operator()(const ConnectFailed &) const { }
    void operator()(const ConnectionReset &) const { }
    void operator()(const Rejected &) const { }
    void operator()(const CookieAbsent &) const { }
    void operator()(const SessionMissing &) const { }
    void operator()(const AttributeShown &) const { }
    void operator()(const RunCut &) const { }
    void operator()(const auto &) const { }
};

} // namespace

void fold(WorldState &state, RecordId id, const Record &record)
{
    state.now = record.at;
    std::visit(Step {state, id, record}, record.fact);
}

} // namespace sessionarium::timeline
