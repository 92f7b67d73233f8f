// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stage/calloutplacer.h"

#include "ui/theme/theme.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>
#include <limits>

namespace sessionarium::ui::stage {

namespace {

constexpr double besideWords = 46; // badge and margins

QFont fontOfWords(double unit)
{
    theme::Theme theme;
    theme.textScale = 1; // the unit of the layout holds it already
    QFont bold = theme.font(theme::FontRole::Control, unit);
    bold.setWeight(QFont::Bold);
    return bold;
}

double overlap(const QRectF &one, const QRectF &other)
{
    const QRectF both = one.intersected(other);
    return both.width() * both.height();
}

} // namespace

CalloutPlacer::CalloutPlacer(const StageScene &scene, const StageLayout &layout, double left, double right)
    : m_scene(scene), m_layout(layout), m_left(left), m_right(right), m_font(fontOfWords(layout.unit))
{
    m_words = std::max(m_font.horizontalAdvance(scene.callout->text), m_font.horizontalAdvance(scene.callout->whyText));
    if (scene.callout->finished)
        m_narrowest = m_font.horizontalAdvance(scene.callout->whyText); // which is not wrapped
    for (const QString &word : scene.callout->text.split(QLatin1Char(' ')))
        m_narrowest = std::max(m_narrowest, m_font.horizontalAdvance(word));
    m_narrowest += px(besideWords);
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
    const double why = m_scene.callout->finished ? px(22) : 0;
    double words = px(m_scene.callout->finished ? 16 : 24);
    if (m_words + px(besideWords) > width) {
        const QRectF room(0, 0, width - px(besideWords), px(1000));
        words = std::max(
            words,
            std::ceil(
                m_font.boundingRect(room, int(Qt::AlignLeft) | Qt::TextWordWrap, m_scene.callout->text).height()));
    }
    return {width, words + why + px(10)};
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
    const double whole = std::min(m_words + px(besideWords + 10), right - left);
    QRectF best;
    double bestCost = std::numeric_limits<double>::max();
    // As one line where there is room, else narrower and taller.
    for (const double share : {1.0, 0.72, 0.55, 0.42}) {
        if (whole * share < m_narrowest)
            break;
        const QSizeF size = sizeFor(whole * share);
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
    return best.isEmpty() ? placeOver() : best;
}

QRectF CalloutPlacer::placeOver() const
{
    const QRectF &area = m_layout.area;
    const double whole = std::min(m_words + px(besideWords + 10), area.width());
    const QRectF target = m_layout.cardOf(m_scene.callout->at);
    QRectF best;
    double bestCost = std::numeric_limits<double>::max();
    const double step = px(14);
    for (const double share : {1.0, 0.72, 0.55}) {
        const double width = std::clamp(whole * share, std::min(m_narrowest, whole), whole);
        const QSizeF size = sizeFor(width);
        for (double y = area.top(); y + size.height() <= area.bottom() + 0.5; y += step) {
            for (double x = area.left(); x + size.width() <= area.right() + 0.5; x += step) {
                const QRectF box(QPointF(x, y), size);
                const double cost = distanceOf(box) + hiddenBy(box, target) / px(10);
                if (cost < bestCost) {
                    best = box;
                    bestCost = cost;
                }
            }
        }
    }
    return best;
}

/// How much of the nodes it lies on; most of all it must not hide what it speaks of.
double CalloutPlacer::hiddenBy(const QRectF &box, const QRectF &target) const
{
    double hidden = 1000 * overlap(box, target) + overlap(box, m_layout.balancer);
    for (const ServerBox &server : m_layout.servers)
        hidden += overlap(box, server.card);
    for (const ClientBox &client : m_layout.clients)
        hidden += overlap(box, client.card);
    for (const ServerBox &store : m_layout.stores)
        hidden += overlap(box, store.card);
    return hidden;
}

} // namespace sessionarium::ui::stage
