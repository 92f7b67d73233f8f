// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/record.h"
#include "core/timeline/worldstate.h"

#include <algorithm>
#include <vector>

namespace sessionarium::timeline {

/// One step of the fold: the state, and the record that changes it. Every kind of fact has its operator, so that a new
/// one does not compile before somebody decides what it means.
struct FoldStep
{
    WorldState &state;
    model::RecordId id;
    const Record &record;

    // Clients, the balancer, links: fold.cpp
    void operator()(const model::EntityAdded &fact) const;
    void operator()(const model::RequestIssued &fact) const;
    void operator()(const model::AddressChanged &fact) const;
    void operator()(const model::TabOpened &fact) const;
    void operator()(const model::CookieStored &fact) const;
    void operator()(const model::CookieDeleted &fact) const;
    void operator()(const model::Answered &fact) const;
    void operator()(const model::Failed &fact) const;
    void operator()(const model::Forwarded &fact) const;
    void operator()(const model::CheckFailed &fact) const;
    void operator()(const model::CheckPassed &fact) const;
    void operator()(const model::ServerMarked &fact) const;
    void operator()(const model::DrainSet &fact) const;
    void operator()(const model::PinMoved &fact) const;
    void operator()(const model::LinkCut &fact) const;
    void operator()(const model::LinkHealed &fact) const;

    // Processes, requests at servers, clusters, stores: foldprocesses.cpp
    void operator()(const model::RequestQueued &fact) const;
    void operator()(const model::ServiceStarted &fact) const;
    void operator()(const model::ServiceEnded &fact) const;
    void operator()(const model::CapacitySet &fact) const;
    void operator()(const model::Crashed &fact) const;
    void operator()(const model::PoweredOff &fact) const;
    void operator()(const model::Removed &fact) const;
    void operator()(const model::Hung &fact) const;
    void operator()(const model::Restarted &fact) const;
    void operator()(const model::Listening &fact) const;
    void operator()(const model::Sent &fact) const;
    void operator()(const model::Dropped &fact) const;
    void operator()(const model::Delivered &fact) const;
    void operator()(const model::ReplicationQueued &fact) const;
    void operator()(const model::ConfirmationAwaited &fact) const;
    void operator()(const model::MemberAdded &fact) const;
    void operator()(const model::MemberDropped &fact) const;
    void operator()(const model::SnapshotTaken &fact) const;
    void operator()(const model::LogFlushed &fact) const;
    void operator()(const model::Promoted &fact) const;
    void operator()(const model::Demoted &fact) const;
    void operator()(const model::StoreSwitched &fact) const;

    // Sessions: foldsessions.cpp
    void operator()(const model::SessionCreated &fact) const;
    void operator()(const model::SessionFound &fact) const;
    void operator()(const model::SessionEnded &fact) const;
    void operator()(const model::SessionTouched &fact) const;
    void operator()(const model::CopySet &fact) const;
    void operator()(const model::AttributeSet &fact) const;
    void operator()(const model::SessionIdChanged &fact) const;
    void operator()(const model::WriteApplied &fact) const;

    // Decisions, and what is shown: they change no state of an entity.
    void operator()(const model::ActionTaken &) const { }
    void operator()(const model::NotApplicable &) const { }
    void operator()(const model::ConnectFailed &) const { }
    void operator()(const model::ConnectionReset &) const { }
    void operator()(const model::Rejected &) const { }
    void operator()(const model::CookieAbsent &) const { }
    void operator()(const model::SessionMissing &) const { }
    void operator()(const model::AttributeShown &) const { }
    void operator()(const model::ConfirmationMissed &) const { } // the Sent that follows ends the waiting
    void operator()(const model::RunCut &) const { }

private:
    [[nodiscard]] model::EntityType type() const { return state.typeOfEntity[record.entity.value]; }
    [[nodiscard]] bool isStore() const { return type() == model::EntityType::Store; }
    // Each requires that the record's entity is one.
    [[nodiscard]] std::uint32_t index() const { return state.indexOfEntity[record.entity.value]; }
    [[nodiscard]] ClientState &client() const { return state.clients[index()]; }
    [[nodiscard]] BalancerState &balancer() const { return state.balancers[index()]; }
    [[nodiscard]] ServerState &server() const { return state.servers[index()]; }
    [[nodiscard]] StoreState &store() const { return state.stores[index()]; }
    [[nodiscard]] HolderState &holder() const
    {
        if (isStore())
            return store();
        return server();
    }

    /// The element of a list that is sorted by a key of its elements; made if there is none.
    template <class Item, class Key>
    static Item &elementOf(std::vector<Item> &items, Key wanted, Key Item::*key)
    {
        const auto place = std::lower_bound(items.begin(), items.end(), wanted,
                                            [key](const Item &item, Key value) { return item.*key < value; });
        if (place != items.end() && (*place).*key == wanted)
            return *place;
        Item added;
        added.*key = wanted;
        return *items.insert(place, std::move(added));
    }

    void finishRequest() const;
    void setCookie(model::StringId cookie, model::StringId value) const;
    void setChecked(model::EntityId server, std::uint32_t counter) const;
    void setLink(model::EntityId other, bool isCut) const;

    void die(Process process) const;
    void setStarting(bool isStarting) const;
    void setMember(model::EntityId member, bool isMember) const;
    void setRole(model::EntityId replicaOf, model::CopyRole role) const;
    void writeToDisk() const;
    /// What waited to be sent under the record's cause waits no longer.
    void leaveQueue(model::MessageKind message) const;

    /// The holder's copy of a session, made if there was none: then it is not there until a fact says so.
    [[nodiscard]] CopyState &copyOf(model::StringId session) const;
    void use(CopyState &copy) const;
    /// The copy is there from now on, without attributes.
    void beginCopy(CopyState &copy, model::CopyRole role) const;
    void endCopy(CopyState &copy) const;
    static void setAttribute(CopyState &copy, const AttributeState &value);
    void noteSession(model::StringId session, model::EntityId owner) const;
    /// A store's copy differs from what is on its disk.
    void noteUnwritten(model::StringId session) const;
    /// If the record is the effect of a change that was delivered before, nobody waits for that any longer.
    void noteEffect() const;
    /// Where the request is being served: here, or, of a store, at the server that asks it.
    [[nodiscard]] ServiceState *service() const;
    /// The value that a write started from: what its request read, or what stands there now. Null: there was none.
    [[nodiscard]] const AttributeState *readBase(const CopyState &copy, const model::WriteApplied &fact) const;
};

} // namespace sessionarium::timeline
