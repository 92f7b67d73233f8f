// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/membership.h"

#include <algorithm>

namespace sessionarium::protocol {

using namespace model;

namespace {
constexpr Duration heartbeat = milliseconds(500); // T-33
constexpr std::uint32_t membershipProbe = 0x80000000u; // told apart from the probes of senders
} // namespace

void Membership::start(Context &context)
{
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
            context.out.add(Probe {peer.entity, membershipProbe | m_life, true});
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
    context.out.add(Probe {peer, membershipProbe | m_life, true});
}

void Membership::timer(const TimerFired &timer, Context &context)
{
    if (timer.kind != TimerKind::MemberProbe || timer.token != m_life)
        return;
    for (const Peer &peer : m_peers) {
        if (peer.isMember && context.now - peer.heard > m_dropTime)
            drop(peer.entity, context);
    }
    start(context);
}

bool Membership::answered(const ProbeAnswered &answer, Context &context)
{
    if ((answer.token & membershipProbe) == 0)
        return false;
    Peer *peer = find(answer.target);
    if (!peer || !peer->isListed || answer.token != (membershipProbe | m_life) || !answer.ok)
        return true; // refused: silence, as a heartbeat that does not come
    peer->heard = context.now;
    if (!peer->isMember) {
        peer->isMember = true;
        context.out.emit(MemberAdded {peer->entity});
    }
    return true;
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

bool Membership::isMember(EntityId peer) const
{
    return std::any_of(m_peers.begin(), m_peers.end(),
                       [peer](const Peer &item) { return item.entity == peer && item.isMember; });
}

std::uint32_t Membership::count() const
{
    return static_cast<std::uint32_t>(
        std::count_if(m_peers.begin(), m_peers.end(), [](const Peer &peer) { return peer.isMember; }));
}

Membership::Peer *Membership::find(EntityId entity)
{
    const auto place = std::lower_bound(m_peers.begin(), m_peers.end(), entity,
                                        [](const Peer &peer, EntityId id) { return peer.entity < id; });
    return place != m_peers.end() && place->entity == entity ? &*place : nullptr;
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
