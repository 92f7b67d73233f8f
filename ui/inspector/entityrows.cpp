// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/entityrows.h"

#include "core/report/summary.h"
#include "ui/text/sizetext.h"
#include "ui/text/timetext.h"

#include <QStringList>

#include <algorithm>

namespace sessionarium::ui::inspector {

EntityRows::EntityRows(const document::RunTexts &texts, const timeline::WorldState &state)
    : m_texts(texts), m_state(state)
{
}

std::vector<Row> EntityRows::of(model::EntityId entity) const
{
    if (entity.isNone())
        return {};
    if (const timeline::ClientState *client = m_state.client(entity))
        return ofClient(*client);
    if (const timeline::ServerState *server = m_state.server(entity))
        return ofServer(*server);
    if (const timeline::StoreState *store = m_state.store(entity))
        return ofStore(*store);
    if (const timeline::BalancerState *balancer = m_state.balancer(entity))
        return ofBalancer(*balancer);
    return {};
}

QString EntityRows::name(model::EntityId entity) const
{
    return entity.isSome() ? m_texts.names().entity(entity) : tr("none");
}

std::vector<Row> EntityRows::ofClient(const timeline::ClientState &client) const
{
    const timeline::Timeline &timeline = m_texts.names().timeline();
    const auto cookieOf = [&](std::string_view cookie) {
        const auto id = timeline.strings().find(cookie);
        return id ? client.cookie(*id) : model::StringId();
    };
    const model::StringId cookie = cookieOf(model::sessionCookieName);
    const model::StringId pin = cookieOf(model::pinCookieName);
    std::vector<Row> rows {{tr("Sees"), text::beliefName(client.belief), {}},
                           {tr("Session cookie"), cookie.isSome() ? m_texts.names().session(cookie) : tr("none"), {}}};
    if (cookie.isSome()) {
        QStringList holders;
        for (const timeline::HeldCopy &held : m_state.copiesOf(cookie))
            holders << name(held.holder);
        rows.push_back({tr("Its session is at"),
                        holders.isEmpty()        ? tr("nobody")
                            : holders.size() < 3 ? holders.join(QStringLiteral(", "))
                                                 : tr("%n place(s)", nullptr, static_cast<int>(holders.size())),
                        holders.join(QStringLiteral(", "))});
    }
    if (pin.isSome()) {
        const model::EntityId server = timeline.findEntity(timeline.text(pin));
        rows.push_back({tr("Pin cookie"), server.isSome() ? name(server) : m_texts.names().textOf(pin), {}});
    }
    const timeline::BalancerState *balancer = m_state.balancers.empty() ? nullptr : &m_state.balancers.front();
    if (const timeline::MovedPin *moved = balancer ? balancer->movedPin(client.entity) : nullptr)
        rows.push_back({tr("Moved by hand to"), name(moved->server), {}});
    rows.push_back({tr("Address"), m_texts.names().textOf(client.address), {}});
    if (client.tabs > 1)
        rows.push_back({tr("Tabs"), QString::number(client.tabs), {}});
    rows.push_back({tr("Open requests"), QString::number(client.open.size()), {}});
    rows.push_back({tr("Log-ins and writes"), QString::number(client.writes), {}});
    return rows;
}

QString EntityRows::thoughtOf(model::EntityId server) const
{
    const timeline::BalancedServer *known = m_state.balancers.front().find(server);
    if (known && known->isDraining)
        return tr("draining");
    return known && known->health == model::Health::Down ? tr("down") : tr("up");
}

void EntityRows::addWaiting(std::vector<Row> &rows, const timeline::HolderState &holder) const
{
    if (!holder.queued.empty())
        rows.push_back({tr("Changes to be sent"), QString::number(holder.queued.size()),
                        tr("They wait here and are lost if the process dies.")});
    if (!holder.awaiting.empty())
        rows.push_back({tr("Answers to be confirmed"), QString::number(holder.awaiting.size()), {}});
}

Row EntityRows::sessionsOf(const timeline::HolderState &holder)
{
    if (holder.copiesThere == 0)
        return {tr("Sessions"), QStringLiteral("0"), {}};
    std::uint64_t bytes = 0;
    for (const timeline::CopyState &copy : holder.copies) {
        if (copy.isThere())
            bytes += report::sessionBaseBytes + copy.version() * report::sessionWriteBytes;
    }
    //: %1 is the size of an empty session, %2 that of a write in it: "512 B", "256 B".
    return {tr("Sessions"), QStringLiteral("%1 · %2").arg(holder.copiesThere).arg(text::sizeText(bytes)),
            tr("Memory, by an assumption: each session %1, each write in it %2.")
                .arg(text::sizeText(report::sessionBaseBytes), text::sizeText(report::sessionWriteBytes))};
}

std::vector<Row> EntityRows::ofServer(const timeline::ServerState &server) const
{
    std::vector<Row> rows {
        {tr("State"), server.isStarting ? tr("fetching sessions") : text::processName(server.process), {}}};
    if (!m_state.balancers.empty()) {
        const timeline::BalancedServer *known = m_state.balancers.front().find(server.entity);
        rows.push_back({tr("Balancer thinks"), thoughtOf(server.entity),
                        known && known->checkedBy.isSome() ? tr("Counter of its health checks: %1").arg(known->counter)
                                                           : QString()});
    }
    //: %1 requests are being served, %2 could be at the same time.
    rows.push_back({tr("In service"), tr("%1 of %2").arg(server.inService.size()).arg(server.capacity), {}});
    //: %1 requests wait, %2 could.
    rows.push_back({tr("Queue"), tr("%1 of %2").arg(server.queue.size()).arg(server.queueLimit), {}});
    if (server.serviceTimeUs)
        rows.push_back({tr("Time for a request"), text::durationText(model::Duration {*server.serviceTimeUs}), {}});
    rows.push_back(sessionsOf(server));
    addWaiting(rows, server);
    if (!server.members.empty()) {
        QStringList members;
        for (const timeline::MemberState &member : server.members) {
            if (member.isMember)
                members << name(member.entity);
        }
        rows.push_back(
            {tr("Copies to"),
             members.isEmpty() ? tr("nobody") : tr("%n server(s)", nullptr, static_cast<int>(members.size())),
             members.join(QStringLiteral(", "))});
    }
    if (!m_state.stores.empty())
        rows.push_back({tr("Store"), name(server.store.isSome() ? server.store : m_state.stores.front().entity), {}});
    rows.push_back({tr("Requests served"), QString::number(server.served), {}});
    return rows;
}

std::vector<Row> EntityRows::ofStore(const timeline::StoreState &store) const
{
    std::vector<Row> rows {{tr("State"), text::processName(store.process), {}},
                           {tr("Role"), store.replicaOf.isSome() ? tr("replica") : tr("primary"), {}},
                           {tr("Kept on disk"), text::persistenceName(store.persistence), {}},
                           sessionsOf(store)};
    if (store.replicaOf.isSome())
        rows.push_back({tr("Copies"), name(store.replicaOf), {}});
    if (store.isAlive()) {
        if (store.writesLater())
            rows.push_back({tr("Not on disk yet"), QString::number(store.unwritten.size()), {}});
        rows.push_back({tr("Left after a kill"), QString::number(store.afterKill().size()), {}});
        rows.push_back({tr("Left after a power cut"), QString::number(store.afterPowerLoss().size()), {}});
    } else {
        rows.push_back({tr("Comes back with"), QString::number(store.survivors.size()), {}});
    }
    if (store.writtenBy.isSome())
        rows.push_back({tr("Last written"), text::momentText(m_texts.names().timeline()[store.writtenBy].at), {}});
    addWaiting(rows, store);
    const auto users =
        std::count_if(m_state.servers.begin(), m_state.servers.end(), [&](const timeline::ServerState &server) {
            return !server.isRemoved
                && (server.store.isSome() ? server.store : m_state.stores.front().entity) == store.entity;
        });
    rows.push_back({tr("Servers turn to it"), QString::number(users), {}});
    return rows;
}

void EntityRows::addPins(std::vector<Row> &rows) const
{
    constexpr std::size_t mostPins = 6; // more are counted
    const timeline::Timeline &timeline = m_texts.names().timeline();
    const auto cookie = timeline.strings().find(model::pinCookieName);
    if (!cookie)
        return;
    std::vector<Row> pins;
    std::size_t all = 0;
    for (const timeline::ClientState &client : m_state.clients) {
        const model::StringId pin = client.cookie(*cookie);
        if (pin.isNone())
            continue;
        ++all;
        if (pins.size() == mostPins)
            continue;
        const model::EntityId server = timeline.findEntity(timeline.text(pin));
        //: Where a user's pin cookie leads: %1 is the user, the value a server.
        pins.push_back({tr("Pin of %1").arg(name(client.entity)),
                        server.isSome() ? name(server) : m_texts.names().textOf(pin),
                        {}});
    }
    if (all > mostPins)
        rows.push_back({tr("Pinned users"), QString::number(all), {}});
    else
        rows.insert(rows.end(), pins.begin(), pins.end());
}

std::vector<Row> EntityRows::ofBalancer(const timeline::BalancerState &balancer) const
{
    std::vector<Row> rows {{tr("Distribution"), m_texts.balancerCaption(), {}},
                           {tr("Last turn"), name(balancer.lastBalanced), {}}};
    constexpr std::size_t mostServers = 8; // more are counted
    std::size_t shown = 0;
    std::size_t all = 0;
    std::size_t up = 0;
    for (const timeline::ServerState &server : m_state.servers) {
        if (server.isRemoved)
            continue;
        ++all;
        const timeline::BalancedServer *known = balancer.find(server.entity);
        up += !known || known->health == model::Health::Up ? 1 : 0;
        if (shown == mostServers)
            continue;
        ++shown;
        const QString checked =
            known && known->checkedBy.isSome() ? tr("Counter of its health checks: %1").arg(known->counter) : QString();
        rows.push_back({name(server.entity), thoughtOf(server.entity), checked});
    }
    //: %1 servers are thought up, of %2.
    rows.push_back({tr("Thought up"), tr("%1 of %2").arg(up).arg(all), {}});
    addPins(rows);
    if (!balancer.movedPins.empty())
        rows.push_back({tr("Pins moved by hand"), QString::number(balancer.movedPins.size()), {}});
    return rows;
}

} // namespace sessionarium::ui::inspector
