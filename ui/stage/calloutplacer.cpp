// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stage/calloutplacer.h"

#include "ui/theme/theme.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>
#include <limits>

namespace sessionarium::ui::stage {

CalloutPlacer::CalloutPlacer(const StageScene &scene, const StageLayout &layout, double left, double right)
    : m_scene(scene), m_layout(layout), m_left(left), m_right(right)
{
    theme::Theme theme;
    theme.textScale = 1; // the unit of the layout holds it already
    const QFontMetricsF bold(theme.font(theme::FontRole::Control, layout.unit));
    m_words = std::max(bold.horizontalAdvance(scene.callout->text), bold.horizontalAdvance(scene.callout->whyText));
    const auto sample = [this](const QPainterPath &path) {
        constexpr int points = 12;
        for (int i = 1; i < points && !path.isEmpty(); ++i)
            m_lines.push_back(path.pointAtPercent(static_cast<double>(i) / points));
    };
    constexpr std::size_t fewRoutes = 8; // more fill the whole room anyway
    for (std::size_t i = 0; i < std::min(fewRoutes, layout.routes.size()); ++i)
        sample(layout.routes[i].path);
    if (layout.clientDetail == ClientDetail::Card) {
        for (const ClientBox &box : layout.clients)
            sample(layout.way(box.entity, layout.balancerEntity));
    }
    const QRectF card = layout.cardOf(scene.callout->at);
    m_target = card.isEmpty() ? layout.area.center() : QPointF(card.left(), card.center().y());
}

QSizeF CalloutPlacer::sizeFor(double width) const
{
    const double lines = m_words + px(46) <= width
        ? 1
        : std::min(3.0, std::ceil(m_words * 1.15 / std::max(px(60), width - px(46)))); // words break early
    return {width, px((m_scene.callout->finished ? 48 : 34) + 17 * (lines - 1))};
}

bool CalloutPlacer::isFree(const QRectF &box) const
{
    const QRectF wide = box.adjusted(-px(8), -px(8), px(8), px(8));
    const auto meets = [&wide](const auto &node) { return node.card.intersects(wide); };
    return !m_layout.balancer.intersects(wide) && std::none_of(m_layout.servers.begin(), m_layout.servers.end(), meets)
        && std::none_of(m_layout.clients.begin(), m_layout.clients.end(), meets)
        && std::none_of(m_layout.stores.begin(), m_layout.stores.end(), meets);
}

/// How far it is from where it belongs.
double CalloutPlacer::distanceOf(const QRectF &box) const
{
    const double dx = std::max({box.left() - m_target.x(), m_target.x() - box.right(), 0.0});
    const double dy = std::max({box.top() - m_target.y(), m_target.y() - box.bottom(), 0.0});
    return std::hypot(dx, dy);
}

/// What it hides.
double CalloutPlacer::costOf(const QRectF &box) const
{
    double cost = px(14) * static_cast<double>(std::count_if(m_lines.begin(), m_lines.end(), [&box](QPointF at) {
                      return box.contains(at);
                  }));
    for (std::size_t i = 0; i < m_layout.routes.size(); ++i) {
        const bool hasPin = m_scene.routes[i].kind != Route::Kind::Way && !m_layout.routes[i].path.isEmpty();
        if (hasPin && box.adjusted(-px(8), -px(2), px(8), px(18)).contains(m_layout.routes[i].pin))
            cost += px(60);
    }
    for (std::size_t i = 0; i < m_layout.servers.size(); ++i) {
        const ServerBox &server = m_layout.servers[i];
        const double waiting = static_cast<double>(std::min<std::size_t>(m_scene.servers[i].queue.size(), 8));
        const QRectF queue(server.queue.x() - px(12) * waiting, server.queue.y() - px(6), px(12) * waiting, px(12));
        if (waiting > 0 && box.intersects(queue))
            cost += px(90);
        // The middle of the line to it: where messages pass.
        if (server.gate.isNull() && box.contains(server.port - QPointF(px(6), 0)))
            cost += px(40);
    }
    return cost;
}

QRectF CalloutPlacer::place() const
{
    const double left = m_left + px(10);
    const double right = m_right - px(22);
    const double whole = std::min(m_words + px(56), right - left);
    QRectF best;
    double bestCost = std::numeric_limits<double>::max();
    // As one line where there is room, else narrower and taller.
    for (const double share : {1.0, 0.72, 0.55}) {
        const QSizeF size = sizeFor(whole * share);
        if (size.width() < px(120) && share < 1)
            break;
        const double step = px(14);
        const auto tryAt = [&](double x, double y) {
            const QRectF box(QPointF(x, y), size);
            double cost = distanceOf(box) + (1 - share) * px(80);
            if (cost >= bestCost || !isFree(box) || (cost += costOf(box)) >= bestCost)
                return;
            best = box;
            bestCost = cost;
        };
        // From the level of what it speaks of up and down: most places then need no closer look.
        const double highest = m_layout.area.top();
        const double lowest = m_layout.area.bottom() - size.height();
        const double level = m_target.y() - size.height() / 2;
        for (int i = 0; i * step <= m_layout.area.height(); ++i) {
            for (const double y : {level - i * step, level + i * step}) {
                if (y < highest || y > lowest)
                    continue;
                for (double x = right - size.width(); x >= left - 0.5; x -= step)
                    tryAt(x, y);
            }
        }
    }
    if (!best.isEmpty())
        return best;
    // Nowhere: over the lines between balancer and servers, as far down as there is room.
    const double width = std::min(whole, right - (m_layout.balancer.isEmpty() ? left : m_layout.balancer.right()));
    const QSizeF size = sizeFor(width);
    return {QPointF(right - width, m_layout.area.bottom() - size.height()), size};
}

} // namespace sessionarium::ui::stage
