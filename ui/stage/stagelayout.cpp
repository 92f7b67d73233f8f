// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stage/stagelayout.h"

#include <algorithm>

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
        if (!isClient(left))
            return {};
        const QPointF start = clients[clientIndex[left.value]].port;
        if (right == balancerEntity && balancerEntity.isSome())
            return curve(start, QPointF(balancer.left(), balancer.center().y()));
        return isServer(right) ? wayToServer(start, servers[serverIndex[right.value]], 0, unit) : QPainterPath();
    };
    if (from.isNone() || to.isNone())
        return {};
    if (const QPainterPath path = rightward(from, to); !path.isEmpty())
        return path;
    const QPainterPath back = rightward(to, from);
    return back.isEmpty() ? back : back.toReversed();
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
    return balancer.contains(point) ? balancerEntity : EntityId();
}

} // namespace sessionarium::ui::stage
