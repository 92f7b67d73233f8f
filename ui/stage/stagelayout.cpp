// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stage/stagelayout.h"

#include <QTransform>

#include <algorithm>
#include <cmath>

namespace sessionarium::ui::stage {

using model::EntityId;

namespace {

/// Leaves and arrives level.
QPainterPath curve(QPointF from, QPointF to)
{
    const double dx = (to.x() - from.x()) * 0.42;
    QPainterPath path(from);
    path.cubicTo(from + QPointF(dx, 0), to - QPointF(dx, 0), to);
    return path;
}

} // namespace

QPainterPath wayToServer(QPointF from, const ServerBox &server, double offset, double unit)
{
    if (server.gate.isNull())
        return curve(from, server.port + QPointF(0, offset));
    // Through the gap between two rows, then down into the card.
    const double aside = std::clamp(offset * 0.2, -3 * unit, 3 * unit);
    const QPointF gate = server.gate + QPointF(0, aside);
    const QPointF port = server.port + QPointF(aside, 0);
    QPainterPath path = curve(from, gate);
    path.lineTo(port.x() - 8 * unit, gate.y());
    path.quadTo(QPointF(port.x(), gate.y()), port);
    return path;
}

namespace {

/// From one card to another above or below it, around on the right.
QPainterPath aside(const QRectF &from, const QRectF &to, double unit)
{
    const QPointF start(from.right(), from.center().y());
    const QPointF end(to.right(), to.center().y());
    const double bulge = std::min(34 * unit, 16 * unit + std::abs(end.y() - start.y()) * 0.06);
    QPainterPath path(start);
    path.cubicTo(start + QPointF(bulge, 0), end + QPointF(bulge, 0), end);
    return path;
}

std::uint32_t indexIn(const std::vector<std::uint32_t> &table, EntityId entity)
{
    return entity.isSome() && entity.value < table.size() ? table[entity.value] : StageLayout::noneIndex;
}

} // namespace

QRectF StageLayout::cardOf(EntityId entity) const
{
    if (entity.isNone())
        return {};
    if (entity == balancerEntity)
        return balancer;
    if (entity.value < clientIndex.size() && clientIndex[entity.value] != noneIndex)
        return clients[clientIndex[entity.value]].card;
    if (entity.value < serverIndex.size() && serverIndex[entity.value] != noneIndex)
        return servers[serverIndex[entity.value]].card;
    if (const std::uint32_t store = indexIn(storeIndex, entity); store != noneIndex)
        return stores[store].card;
    return {};
}

QPainterPath StageLayout::way(EntityId from, EntityId to) const
{
    const auto isClient = [this](EntityId entity) {
        return entity.value < clientIndex.size() && clientIndex[entity.value] != noneIndex;
    };
    const auto isServer = [this](EntityId entity) {
        return entity.value < serverIndex.size() && serverIndex[entity.value] != noneIndex;
    };
    // Ways are drawn from left to right and read backwards for answers.
    const auto rightward = [&](EntityId left, EntityId right) -> QPainterPath {
        if (left == balancerEntity && isServer(right))
            return wayToServer(QPointF(balancer.right(), balancer.center().y()), servers[serverIndex[right.value]], 0,
                               unit);
        const std::uint32_t store = indexIn(storeIndex, right);
        if (store != noneIndex && isServer(left)) {
            const QRectF &card = servers[serverIndex[left.value]].card;
            return curve(QPointF(card.right(), card.center().y()), stores[store].port);
        }
        if (!isClient(left))
            return {};
        const QPointF start = clients[clientIndex[left.value]].port;
        if (right == balancerEntity && balancerEntity.isSome())
            return curve(start, QPointF(balancer.left(), balancer.center().y()));
        return isServer(right) ? wayToServer(start, servers[serverIndex[right.value]], 0, unit) : QPainterPath();
    };
    if (from.isNone() || to.isNone())
        return {};
    const bool arePeers = isServer(from) && isServer(to);
    const bool areStores = indexIn(storeIndex, from) != noneIndex && indexIn(storeIndex, to) != noneIndex;
    if ((arePeers || areStores) && from != to)
        return aside(cardOf(from), cardOf(to), unit);
    if (const QPainterPath path = rightward(from, to); !path.isEmpty())
        return path;
    const QPainterPath back = rightward(to, from);
    return back.isEmpty() ? back : back.toReversed();
}

StageLayout zoomed(StageLayout layout, double factor, QPointF origin)
{
    QTransform change = QTransform::fromScale(factor, factor);
    change.translate(-origin.x(), -origin.y());
    const auto rect = [&change](QRectF &box) {
        if (!box.isEmpty())
            box = change.mapRect(box);
    };
    const auto point = [&change](QPointF &at) { at = change.map(at); };
    layout.unit *= factor;
    const double bottom = layout.legend.isEmpty() ? layout.size.height() : layout.legend.top();
    layout.view = QRectF(QPointF(2, 2), QPointF(layout.size.width() - 2, bottom - 2));
    for (ClientBox &box : layout.clients) {
        for (QRectF *part : {&box.card, &box.avatar, &box.name, &box.mood, &box.label})
            rect(*part);
        point(box.port);
    }
    for (std::vector<ServerBox> *boxes : {&layout.servers, &layout.stores}) {
        for (ServerBox &box : *boxes) {
            for (QRectF *part : {&box.card, &box.name, &box.state, &box.load, &box.sessions, &box.note, &box.moreChips})
                rect(*part);
            for (QRectF &chip : box.chips)
                rect(chip);
            point(box.port);
            point(box.queue);
            if (!box.gate.isNull())
                point(box.gate);
        }
    }
    for (QRectF *part : {&layout.balancer, &layout.area, &layout.callout})
        rect(*part);
    for (RouteLine &line : layout.routes) {
        line.path = change.map(line.path);
        point(line.pin);
    }
    for (QPointF &at : layout.lit) {
        if (at.x() >= 0)
            point(at);
    }
    return layout;
}

EntityId StageLayout::at(const QPointF &point) const
{
    for (const ClientBox &box : clients) {
        if (box.card.contains(point))
            return box.entity;
    }
    for (const ServerBox &box : servers) {
        if (box.card.contains(point))
            return box.entity;
    }
    for (const ServerBox &box : stores) {
        if (box.card.contains(point))
            return box.entity;
    }
    return balancer.contains(point) ? balancerEntity : EntityId();
}

} // namespace sessionarium::ui::stage
