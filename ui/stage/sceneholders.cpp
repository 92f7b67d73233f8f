// SPDX-License-Identifier: GPL-3.0-or-later
// The part of SceneMaker that is about servers and stores, and the sessions that they hold.
#include "ui/stage/scenemaker.h"

#include <algorithm>

namespace sessionarium::ui::stage {

using namespace model;
using timeline::CopyState;
using timeline::HolderState;
using timeline::Process;
using timeline::ServerState;
using timeline::StoreState;

/// Which copy of each session answers: of several that think so, the one used last (as WorldState::inCharge, for all at
/// once).
void SceneMaker::noteCharges()
{
    const auto note = [this](const HolderState &holder) {
        for (const CopyState &copy : holder.copies) {
            if (!copy.isThere() || copy.role != CopyRole::InCharge)
                continue;
            const auto [place, isNew] =
                m_charges.try_emplace(copy.session.value, timeline::HeldCopy {holder.entity, &copy});
            if (!isNew && place->second.copy->usedBy < copy.usedBy)
                place->second = {holder.entity, &copy};
        }
    };
    std::for_each(m_state.servers.begin(), m_state.servers.end(), note);
    std::for_each(m_state.stores.begin(), m_state.stores.end(), note);
}

SessionChip SceneMaker::chipOf(StringId session) const
{
    SessionChip chip;
    chip.session = session;
    const timeline::SessionInfo *info = m_state.session(session);
    chip.hasColour = info != nullptr;
    chip.colour = info ? info->clientIndex : 0;
    chip.label = sessionLabel(session);
    return chip;
}

/// Only one copy is in charge, also where a cut network lets several believe so.
ChipKind SceneMaker::kindOf(const CopyState &copy, EntityId holder) const
{
    const auto charge = m_charges.find(copy.session.value);
    if (charge == m_charges.end())
        return ChipKind::Replica;
    if (charge->second.holder == holder)
        return ChipKind::InCharge;
    return charge->second.copy->version() > copy.version() ? ChipKind::Stale : ChipKind::Replica;
}

void SceneMaker::makeServers()
{
    std::uint32_t most = 4;
    for (const ServerState &server : m_state.servers)
        most = std::max(most, server.copiesThere);
    std::uint32_t scale = 4;
    while (scale < most)
        scale *= 2;
    for (const ServerState &server : m_state.servers) {
        if (server.isRemoved)
            continue;
        ServerNode node;
        node.entity = server.entity;
        node.name = m_texts.entityName(server.entity);
        node.sessions = server.copiesThere;
        node.sessionsScale = scale;
        m_scene.hasPeers = m_scene.hasPeers || !server.members.empty();
        if (!m_state.stores.empty())
            node.store = server.store.isSome() ? server.store : m_state.stores.front().entity;
        tellState(node, server);
        if (m_sight == Sight::Belief && !m_state.balancers.empty()) {
            believe(node, server);
            m_scene.servers.push_back(std::move(node));
            continue;
        }
        node.inService = static_cast<std::uint32_t>(server.inService.size());
        node.capacity = server.capacity;
        node.queuedChanges = static_cast<std::uint32_t>(server.queued.size());
        node.awaiting = static_cast<std::uint32_t>(server.awaiting.size());
        for (const RequestId request : server.queue) {
            const EntityId client = tellRequest(m_timeline, request, m_count).client;
            node.queue.push_back(client.isSome() ? m_state.indexOfEntity[client.value] : 0);
        }
        addChips(node, server);
        m_scene.servers.push_back(std::move(node));
    }
}

/// How a server is, and what the balancer makes of it.
void SceneMaker::tellState(ServerNode &node, const ServerState &server) const
{
    const timeline::BalancerState *balancer = m_state.balancers.empty() ? nullptr : &m_state.balancers.front();
    const timeline::BalancedServer *known = balancer ? balancer->find(server.entity) : nullptr;
    const auto tell = [&node](NodeState state, const QString &word, const QString &sentence) {
        node.state = state;
        node.stateText = word;
        node.explanation = sentence;
    };
    if (server.process == Process::Down)
        tell(NodeState::Down, tr("down"), tr("Its process is gone, and with it all that was in its memory."));
    else if (server.process == Process::Gone)
        tell(NodeState::Down, tr("no power"), tr("Its host has no power: nobody answers, not even with a refusal."));
    else if (server.process == Process::Hung)
        tell(NodeState::Warning, tr("hung"), tr("It takes connections and answers nothing until it is restarted."));
    else if (server.isStarting)
        tell(NodeState::Warning, tr("fetching"), tr("It takes no connections before it has the others' sessions."));
    else if (known && known->health == Health::Down)
        tell(NodeState::Warning, tr("thought down"), tr("It could serve, but the balancer believes that it is down."));
    else if (known && known->isDraining)
        tell(NodeState::Draining, tr("draining"), tr("It still serves whom a pin sends there, and nobody new."));
    else if (server.serviceTimeUs)
        //: %1 is a duration.
        tell(NodeState::Warning, tr("slow"),
             tr("A request takes it %1 now.").arg(m_texts.duration(Duration {*server.serviceTimeUs})));
    else
        tell(NodeState::Healthy, tr("healthy"), tr("It takes requests and answers them."));
}

/// What the balancer thinks, from its checks alone; it cannot look inside.
void SceneMaker::believe(ServerNode &node, const ServerState &server) const
{
    const timeline::BalancedServer *known = m_state.balancers.front().find(server.entity);
    const bool thoughtUp = !known || known->health == Health::Up;
    const bool draining = known && known->isDraining;
    const bool serves = server.isListening() && server.process != Process::Hung;
    const QString truth = node.stateText;
    node.state = !thoughtUp ? NodeState::Down : draining ? NodeState::Draining : NodeState::Healthy;
    node.stateText = !thoughtUp ? tr("thought down") : draining ? tr("draining") : tr("thought up");
    node.explanation = thoughtUp ? tr("The balancer sends it requests.") : tr("The balancer sends it no requests.");
    if (thoughtUp != serves)
        node.truth = serves ? tr("healthy") : truth;
}

void SceneMaker::makeStores()
{
    for (const StoreState &store : m_state.stores) {
        ServerNode node;
        node.entity = store.entity;
        node.name = m_texts.entityName(store.entity);
        node.sessions = store.copiesThere;
        node.queuedChanges = static_cast<std::uint32_t>(store.queued.size());
        node.awaiting = static_cast<std::uint32_t>(store.awaiting.size());
        tellState(node, store);
        tellDisk(node, store);
        addChips(node, store);
        m_scene.stores.push_back(std::move(node));
    }
}

void SceneMaker::tellState(ServerNode &node, const StoreState &store) const
{
    node.state = store.process == Process::Running ? NodeState::Healthy : NodeState::Down;
    if (store.process == Process::Down) {
        node.stateText = tr("down");
        node.explanation = tr("Its process is gone; only what is on its disk comes back.");
    } else if (store.process == Process::Gone) {
        node.stateText = tr("no power");
        node.explanation = tr("Its host has no power; only what was flushed to its disk comes back.");
    } else if (store.replicaOf.isSome()) {
        node.stateText = tr("replica");
        node.explanation = tr("It copies the primary and takes over when that stays away.");
    } else if (m_state.stores.size() < 2) {
        node.stateText = tr("healthy");
        node.explanation = tr("All servers keep their sessions here.");
    } else if (store.roleSetBy.isSome() && std::holds_alternative<Promoted>(m_timeline[store.roleSetBy].fact)) {
        node.stateText = tr("new primary");
        node.explanation = tr("It was the replica and took over: servers turn to it now.");
    } else {
        node.stateText = tr("primary");
        node.explanation = tr("Servers keep their sessions here; it passes changes on to the replica.");
    }
}

/// What of its sessions would outlive the store, or will.
void SceneMaker::tellDisk(ServerNode &node, const StoreState &store) const
{
    if (store.process != Process::Running)
        node.note = tr("%n on disk", nullptr, static_cast<int>(store.survivors.size()));
    else if (store.persistence == Persistence::None)
        node.note = tr("memory only");
    else if (!store.unwritten.empty())
        node.note = tr("%n not on disk", nullptr, static_cast<int>(store.unwritten.size()));
    else
        node.note = tr("all on disk");
}

void SceneMaker::makeCuts()
{
    if (m_sight == Sight::Belief)
        return; // nobody is told; they only notice that nothing comes
    for (const timeline::LinkState &link : m_state.links) {
        if (link.isCut)
            m_scene.cuts.push_back(CutLink {link.a, link.b});
    }
}

void SceneMaker::addChips(ServerNode &node, const HolderState &holder) const
{
    for (const CopyState &copy : holder.copies) {
        if (!copy.isThere())
            continue;
        if (node.chips.size() == mostChips) {
            ++node.chipsLeftOut;
            continue;
        }
        SessionChip chip = chipOf(copy.session);
        chip.writes = copy.version();
        chip.version = QStringLiteral("v%1").arg(chip.writes);
        chip.kind = kindOf(copy, holder.entity);
        node.chips.push_back(std::move(chip));
    }
    addMissingChips(node, holder);
}

void SceneMaker::addMissingChips(ServerNode &node, const HolderState &server) const
{
    const auto add = [&](StringId session) {
        const bool known = std::any_of(node.chips.begin(), node.chips.end(),
                                       [session](const SessionChip &chip) { return chip.session == session; });
        if (known)
            return;
        if (node.chips.size() == mostChips) {
            ++node.chipsLeftOut;
            return;
        }
        SessionChip chip = chipOf(session);
        chip.kind = ChipKind::Missing;
        node.chips.push_back(std::move(chip));
    };
    // What died with the process …
    if (!server.isAlive()) {
        for (const CopyState &copy : server.copies) {
            if (copy.endedBy == server.processSetBy)
                add(copy.session);
        }
    }
    // … and what a client just asked for in vain.
    for (const std::vector<RequestStory> &stories : m_stories) {
        for (const RequestStory &story : stories) {
            if (story.missingAt == server.entity && story.presented.isSome())
                add(story.presented);
        }
    }
}

} // namespace sessionarium::ui::stage
