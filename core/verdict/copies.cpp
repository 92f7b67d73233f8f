// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/verdict/copies.h"

#include <algorithm>

namespace sessionarium::verdict {

using model::RecordId;
using model::StringId;

std::uint32_t Copies::sessionSlot(StringId session)
{
    if (m_slotOfSession.size() <= session.value)
        m_slotOfSession.resize(std::size_t {session.value} + 1, none);
    std::uint32_t &slot = m_slotOfSession[session.value];
    if (slot == none) {
        slot = static_cast<std::uint32_t>(m_sessions.size());
        m_sessions.push_back(Session {});
        m_sessions.back().root = slot;
        m_sessions.back().firstPlace = noPlace;
        m_sessions.back().nextOfFamily = slot;
    }
    return slot;
}

std::uint32_t Copies::findSession(StringId session) const
{
    return session.isSome() && session.value < m_slotOfSession.size() ? m_slotOfSession[session.value] : none;
}

void Copies::joinFamilies(std::uint32_t a, std::uint32_t b)
{
    if (a == b)
        return;
    for (std::uint32_t walk = m_sessions[a].nextOfFamily; walk != a; walk = m_sessions[walk].nextOfFamily)
        if (walk == b)
            return;
    std::swap(m_sessions[a].nextOfFamily, m_sessions[b].nextOfFamily); // two rings become one
}

std::uint32_t Copies::rootOf(std::uint32_t slot) const
{
    while (m_sessions[slot].root != slot)
        slot = m_sessions[slot].root;
    return slot;
}

void Copies::joinIds(std::uint32_t a, std::uint32_t b)
{
    a = rootOf(a);
    b = rootOf(b);
    if (a == b)
        return;
    Session &from = m_sessions[a];
    Session &to = m_sessions[b];
    from.root = b;
    to.lastServed = std::max(to.lastServed, from.lastServed);
    if (to.revoked.isNone() || (from.revoked.isSome() && to.revoked < from.revoked))
        to.revoked = from.revoked;
}

bool Copies::isGone(const Place &place) const
{
    if (place.holder.value >= m_lostAll.size())
        return false;
    const RecordId lost = m_lostAll[place.holder.value];
    return lost.isSome() && place.madeBy < lost;
}

/// `keep` may change the places that it keeps. Places lost with their holder go at this occasion.
template <class Keep>
void Copies::removePlaces(Session &session, Keep keep)
{
    std::uint32_t before = noPlace;
    for (std::uint32_t here = session.firstPlace; here != noPlace;) {
        Place &place = m_places[here];
        const std::uint32_t next = place.next;
        if (!isGone(place) && keep(place)) {
            before = here;
        } else {
            if (before == noPlace)
                session.firstPlace = next;
            else
                m_places[before].next = next & noPlace;
            m_places.release(here);
        }
        here = next;
    }
}

void Copies::beginSession(Holder holder, StringId session)
{
    if (session.isNone())
        return;
    removePlaces(m_sessions[sessionSlot(session)], [holder](const Place &place) { return place.holder != holder; });
}

void Copies::set(Holder holder, StringId session, StringId attribute, WriteNode value, RecordId by,
                 const WriteTree &tree)
{
    if (session.isNone() || value.isNone())
        return;
    const std::uint32_t slot = sessionSlot(session);
    for (const WriteNode node : {value, tree[value].base}) {
        const std::uint32_t other = node.isSome() ? findSession(tree[node].session) : none;
        if (other != none)
            joinFamilies(slot, other);
    }

    Session &home = m_sessions[slot];
    for (std::uint32_t here = home.firstPlace; here != noPlace; here = m_places[here].next) {
        Place &place = m_places[here];
        if (place.holder == holder && place.attribute == attribute) {
            place.value = value;
            place.madeBy = by;
            place.isLogOutOnRecord = 0;
            return;
        }
    }
    home.firstPlace = m_places.add(Place {holder, attribute, value, by, home.firstPlace & noPlace, 0}) & noPlace;
}

void Copies::end(Holder holder, StringId session, const WriteTree &tree)
{
    const std::uint32_t slot = findSession(session);
    if (slot == none)
        return;
    removePlaces(m_sessions[slot], [holder, &tree](Place &place) {
        if (place.holder != holder)
            return true;
        place.isLogOutOnRecord = tree[place.value].isLogOut;
        return tree[place.value].isLogOut == 1;
    });
}

void Copies::loseAll(Holder holder, RecordId by)
{
    if (m_lostAll.size() <= holder.value)
        m_lostAll.resize(std::size_t {holder.value} + 1);
    m_lostAll[holder.value] = by;
}

template <class Pick>
std::vector<Copies::Place> Copies::pick(std::uint32_t slot, const Pick &isWanted) const
{
    std::vector<Place> picked;
    for (std::uint32_t here = m_sessions[slot].firstPlace; here != noPlace; here = m_places[here].next) {
        if (!isGone(m_places[here]) && isWanted(m_places[here]))
            picked.push_back(m_places[here]);
    }
    return picked;
}

void Copies::add(std::uint32_t slot, Place place)
{
    Session &home = m_sessions[slot];
    place.next = home.firstPlace & noPlace;
    home.firstPlace = m_places.add(place) & noPlace;
}

void Copies::copySession(StringId session, Holder from, Holder to, RecordId by)
{
    const std::uint32_t slot = findSession(session);
    if (slot == none)
        return;
    const std::vector<Place> places = pick(slot, [from](const Place &place) { return place.holder == from; });
    removePlaces(m_sessions[slot], [to](const Place &place) { return place.holder != to; });
    for (Place place : places) {
        place.holder = to;
        place.madeBy = by;
        add(slot, place);
    }
}

void Copies::rename(Holder holder, StringId session, StringId newSession)
{
    const std::uint32_t slot = sessionSlot(session);
    const std::uint32_t newSlot = sessionSlot(newSession);
    joinFamilies(slot, newSlot);
    joinIds(slot, newSlot);
    if (slot == newSlot)
        return;
    const std::vector<Place> places = pick(slot, [holder](const Place &place) { return place.holder == holder; });
    const auto isOther = [holder](const Place &place) { return place.holder != holder; };
    removePlaces(m_sessions[slot], isOther);
    removePlaces(m_sessions[newSlot], isOther);
    for (const Place &place : places)
        add(newSlot, place);
}

void Copies::collect(StringId session, StringId attribute, Holder from, Holder to, RecordId by)
{
    if (const std::uint32_t slot = findSession(session); slot != none)
        collect(slot, attribute, from, to, by);
}

void Copies::collect(std::uint32_t slot, StringId attribute, Holder from, Holder to, RecordId by)
{
    const std::vector<Place> places = pick(slot, [&](const Place &place) {
        return place.holder == from && (attribute.isNone() || place.attribute == attribute) && !place.isLogOutOnRecord;
    });
    for (Place place : places) {
        place.holder = to;
        place.madeBy = by;
        add(slot, place);
    }
}

void Copies::carry(StringId session, RecordId name, Holder to, RecordId by)
{
    const std::uint32_t slot = findSession(session);
    if (slot == none)
        return;
    const std::vector<Place> places =
        pick(slot, [name](const Place &place) { return isNamed(place.holder) && place.madeBy == name; });
    for (Place place : places) {
        place.holder = to;
        place.madeBy = by;
        add(slot, place);
    }
}

void Copies::drop(StringId session, RecordId name)
{
    if (const std::uint32_t slot = findSession(session); slot != none)
        drop(slot, name);
}

void Copies::drop(std::uint32_t slot, RecordId name)
{
    removePlaces(m_sessions[slot],
                 [name](const Place &place) { return !isNamed(place.holder) || place.madeBy != name; });
}

void Copies::collectAll(Holder from, Holder to, RecordId by)
{
    for (std::uint32_t slot = 0; slot < m_sessions.size(); ++slot)
        collect(slot, StringId(), from, to, by);
}

void Copies::dropAll(RecordId name)
{
    for (std::uint32_t slot = 0; slot < m_sessions.size(); ++slot)
        drop(slot, name);
}

bool Copies::exist(WriteNode write, const WriteTree &tree) const
{
    const std::uint32_t home = findSession(tree[write].session);
    if (home == none)
        return false; // applied nowhere
    std::uint32_t walk = home;
    do {
        const Session &session = m_sessions[walk];
        for (std::uint32_t here = session.firstPlace; here != noPlace; here = m_places[here].next) {
            const Place &place = m_places[here];
            if (isGone(place))
                continue;
            if (place.isLogOutOnRecord ? place.value == write : tree.contains(place.value, write))
                return true;
        }
        walk = session.nextOfFamily;
    } while (walk != home);
    return false;
}

void Copies::serve(StringId session, model::SimTime at)
{
    if (session.isNone())
        return;
    Session &served = m_sessions[rootOf(sessionSlot(session))];
    served.lastServed = std::max(served.lastServed, at);
}

std::optional<model::SimTime> Copies::lastServed(StringId session) const
{
    const std::uint32_t slot = findSession(session);
    if (slot == none || m_sessions[rootOf(slot)].lastServed.us < 0)
        return std::nullopt;
    return m_sessions[rootOf(slot)].lastServed;
}

void Copies::revoke(StringId session, RecordId by)
{
    if (session.isSome())
        m_sessions[rootOf(sessionSlot(session))].revoked = by;
}

RecordId Copies::revoked(StringId session) const
{
    const std::uint32_t slot = findSession(session);
    return slot == none ? RecordId() : m_sessions[rootOf(slot)].revoked;
}

bool Copies::areOne(StringId a, StringId b) const
{
    const std::uint32_t slotA = findSession(a);
    const std::uint32_t slotB = findSession(b);
    return slotA != none && slotB != none && rootOf(slotA) == rootOf(slotB);
}

} // namespace sessionarium::verdict
