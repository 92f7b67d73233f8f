// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stage/stagelayout.h"

namespace sessionarium::ui::stage {

using model::EntityId;

QPainterPath stageCurve(QPointF from, QPointF to)
{
    const double dx = (to.x() - from.x()) * 0.42;
    QPainterPath path(from);
    path.cubicTo(from + QPointF(dx, 0), to - QPointF(dx, 0), to);
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
        QPointF start;
        QPointF end;
        if (left == balancerEntity && isServer(right)) {
            start = QPointF(balancer.right(), balancer.center().y());
            end = servers[serverIndex[right.value]].port;
        } else if (isClient(left) && right == balancerEntity && balancerEntity.isSome()) {
            start = clients[clientIndex[left.value]].port;
            end = QPointF(balancer.left(), balancer.center().y());
        } else if (isClient(left) && isServer(right)) {
            start = clients[clientIndex[left.value]].port;
            end = servers[serverIndex[right.value]].port;
        } else {
            return {};
        }
        return stageCurve(start, end);
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
