// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/membership.h"

#include <algorithm>

namespace sessionarium::protocol {

using namespace model;

namespace {
constexpr Duration heartbeat = milliseconds(500); // T-33
constexpr std::uint32_t heartbeatMark = 0x80000000u; // tells heartbeats from checks
} // namespace

void Membership::start(Context &context)
{
    m_heartbeats = 0;
    ask(context);
    context.out.add(StartTimer {heartbeat, TimerKind::MemberProbe, RequestId(), m_life});
}

void Membership::clear()
{
    for (Peer &peer : m_peers)
        peer.isMember = false;
    ++m_life;
}

void Membership::ask(Context &context)
{
    for (const Peer &peer : m_peers) {
        if (peer.isListed)
            context.out.add(Probe {peer.entity, heartbeatMark | m_life, true});
    }
}

void Membership::listed(const PeerListed &listing, Context &context)
{
    Peer &peer = add(listing.peer);
    peer.isListed = true;
    if (!listing.isMember || peer.isMember || context.now > SimTime {})
        return; // later it has to answer first
    peer.isMember = true;
    peer.heard = context.now;
    context.out.emit(MemberAdded {peer.entity});
}

bool Membership::canList(EntityId peer) const
{
    return !m_isMulticast && std::none_of(m_peers.begin(), m_peers.end(), [peer](const Peer &item) {
        return item.entity == peer && item.isListed;
    });
}

void Membership::list(EntityId peer, Context &context)
{
    Peer &added = add(peer);
    added.isListed = true;
    context.out.add(Probe {peer, heartbeatMark | m_life, true});
}

bool Membership::timer(const TimerFired &timer, Context &context)
{
    if (timer.kind != TimerKind::MemberProbe || timer.token != m_life)
        return false;
    ++m_heartbeats;
    ask(context);
    context.out.add(StartTimer {heartbeat, TimerKind::MemberProbe, RequestId(), m_life});
    return true;
}

std::vector<EntityId> Membership::silent(SimTime now) const
{
    std::vector<EntityId> silent;
    for (const Peer &peer : m_peers) {
        if (peer.isMember && now - peer.heard > m_dropTime)
            silent.push_back(peer.entity);
    }
    return silent;
}

void Membership::check(EntityId peer, Context &context) const
{
    // One that still starts takes changes already, though no requests (T-20): whether its process replies is asked.
    context.out.add(Probe {peer, m_life, true});
}

bool Membership::answered(const ProbeAnswered &answer, Context &context)
{
    if ((answer.token & ~heartbeatMark) != m_life)
        return false;
    const bool isCheck = (answer.token & heartbeatMark) == 0;
    Peer *peer = find(answer.target);
    if (!answer.ok)
        return isCheck; // a heartbeat that is refused is one that does not come
    if (!peer || !peer->isListed || (isCheck && !peer->isMember))
        return false;
    peer->heard = context.now;
    if (!peer->isMember) {
        peer->isMember = true;
        context.out.emit(MemberAdded {peer->entity});
    }
    return false;
}

bool Membership::isUnreachable(EntityId entity, SimTime since, SimTime now) const
{
    constexpr Duration checkTimeout = seconds(1);
    const Peer *peer = find(entity);
    return now - since >= checkTimeout && !(peer && peer->heard >= since);
}

void Membership::drop(EntityId entity, Context &context)
{
    Peer *peer = find(entity);
    if (!peer || !peer->isMember)
        return;
    peer->isMember = false;
    context.out.emit(MemberDropped {entity});
}

void Membership::left(EntityId entity, Context &context)
{
    drop(entity, context);
    if (Peer *peer = find(entity))
        peer->isListed = false;
}

std::vector<EntityId> Membership::members() const
{
    std::vector<EntityId> members;
    for (const Peer &peer : m_peers) {
        if (peer.isMember)
            members.push_back(peer.entity);
    }
    return members;
}

bool Membership::isMember(EntityId entity) const
{
    const Peer *peer = find(entity);
    return peer && peer->isMember;
}

bool Membership::hasPeers() const
{
    return std::any_of(m_peers.begin(), m_peers.end(), [](const Peer &peer) { return peer.isListed; });
}

Membership::Peer *Membership::find(EntityId entity)
{
    const auto place =
        std::find_if(m_peers.begin(), m_peers.end(), [entity](const Peer &peer) { return peer.entity == entity; });
    return place == m_peers.end() ? nullptr : &*place;
}

const Membership::Peer *Membership::find(EntityId entity) const
{
    const auto place =
        std::find_if(m_peers.begin(), m_peers.end(), [entity](const Peer &peer) { return peer.entity == entity; });
    return place == m_peers.end() ? nullptr : &*place;
}

Membership::Peer &Membership::add(EntityId entity)
{
    if (Peer *known = find(entity))
        return *known;
    const auto place = std::lower_bound(m_peers.begin(), m_peers.end(), entity,
                                        [](const Peer &peer, EntityId id) { return peer.entity < id; });
    Peer peer;
    peer.entity = entity;
    return *m_peers.insert(place, peer);
}

} // namespace sessionarium::protocol
