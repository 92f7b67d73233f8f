// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stage/scenepainter.h"

#include "ui/stage/chippainter.h"
#include "ui/widgets/icons.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace sessionarium::ui::stage {

using model::EntityId;
using theme::FontRole;
using widgets::Badge;

namespace {

void paintMood(QPainter &painter, ClientMood mood, QPointF centre, double radius, const theme::Palette &p)
{
    switch (mood) {
    case ClientMood::SignedIn:
        paintBadge(painter, Badge::Good, centre, radius, p);
        break;
    case ClientMood::LoggedOut:
        paintBadge(painter, Badge::Bad, centre, radius, p);
        break;
    case ClientMood::SeesSignedIn:
    case ClientMood::Stranger:
        paintBadge(painter, Badge::Dash, centre, radius, p);
        break;
    }
}

QColor moodInk(ClientMood mood, const theme::Palette &p)
{
    return mood == ClientMood::SignedIn ? p.goodText : mood == ClientMood::LoggedOut ? p.badText : p.soft;
}

} // namespace

ScenePainter::ScenePainter(QPainter &painter, const StageScene &scene, const StageLayout &layout,
                           const StageFocus &focus, const theme::Theme &theme)
    : m_painter(painter), m_scene(scene), m_layout(layout), m_focus(focus), m_theme(theme), m_colours(theme.palette)
{
}

QFont ScenePainter::font(FontRole role) const
{
    // The unit of the layout holds the text scale already.
    return m_theme.font(role, m_layout.unit / m_theme.textScale);
}

void ScenePainter::text(const QRectF &box, int flags, const QString &words, const QFont &textFont, const QColor &ink)
{
    if (box.isEmpty() || words.isEmpty())
        return;
    m_painter.setFont(textFont);
    m_painter.setPen(ink);
    m_painter.drawText(box, flags, QFontMetricsF(textFont).elidedText(words, Qt::ElideRight, box.width() + 0.5));
}

bool ScenePainter::isLit(EntityId entity) const
{
    return std::any_of(m_scene.lit.begin(), m_scene.lit.end(),
                       [entity](const LitPlace &place) { return place.to.isNone() && place.entity == entity; });
}

void ScenePainter::paint()
{
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
    if (!m_layout.view.isEmpty())
        m_painter.setClipRect(m_layout.view, Qt::IntersectClip);
    paintLinks();
    paintLitLinks();
    paintRoutes();
    if (m_layout.clientDetail == ClientDetail::Crowd) {
        paintCrowd();
    } else {
        for (std::size_t i = 0; i < m_layout.clients.size(); ++i) {
            if (m_layout.clientDetail == ClientDetail::Card)
                paintClient(m_scene.clients[i], m_layout.clients[i]);
            else
                paintAvatar(m_scene.clients[i], m_layout.clients[i]);
        }
    }
    paintBalancer();
    for (std::size_t i = 0; i < m_layout.servers.size(); ++i) {
        paintServer(m_scene.servers[i], m_layout.servers[i]);
        paintQueue(m_scene.servers[i], m_layout.servers[i]);
    }
    for (std::size_t i = 0; i < m_layout.stores.size(); ++i)
        paintServer(m_scene.stores[i], m_layout.stores[i]);
    paintCuts();
    paintCallout();
    paintLitNumbers();
    paintLegend();
    m_painter.restore();
}

/// Who could talk to whom: clients in their colours, the balancer's links thin.
void ScenePainter::paintLinks()
{
    m_painter.setBrush(Qt::NoBrush);
    const bool cards = m_layout.clientDetail == ClientDetail::Card;
    const bool crowd = m_layout.clientDetail == ClientDetail::Crowd;
    for (std::size_t i = 0; i < m_layout.clients.size(); ++i) {
        QColor colour = crowd ? m_colours.line : m_colours.user(m_scene.clients[i].colour);
        colour.setAlphaF(cards ? 0.75F : 0.45F);
        m_painter.setPen(QPen(colour, px(cards ? 2 : 1.4), Qt::SolidLine, Qt::RoundCap));
        if (m_layout.balancerEntity.isSome()) {
            m_painter.drawPath(m_layout.way(m_layout.clients[i].entity, m_layout.balancerEntity));
            continue;
        }
        for (const ServerBox &server : m_layout.servers)
            m_painter.drawPath(m_layout.way(m_layout.clients[i].entity, server.entity));
    }
    if (m_layout.balancerEntity.isNone())
        return;
    m_painter.setPen(QPen(m_colours.border, px(1.6), Qt::SolidLine, Qt::RoundCap));
    for (const ServerBox &server : m_layout.servers)
        m_painter.drawPath(m_layout.way(m_layout.balancerEntity, server.entity));
    paintBackLinks();
}

/// Behind the servers: to the store, or to each other.
void ScenePainter::paintBackLinks()
{
    m_painter.setPen(QPen(m_colours.border, px(1.6), Qt::SolidLine, Qt::RoundCap));
    // Only to the store that a server turns to now: after a failover the lines lead elsewhere.
    for (const ServerNode &server : m_scene.servers)
        m_painter.drawPath(m_layout.way(server.entity, server.store));
    if (m_layout.stores.size() > 1)
        m_painter.drawPath(m_layout.way(m_layout.stores[0].entity, m_layout.stores[1].entity));
    if (!m_scene.hasPeers || m_layout.servers.size() > 8)
        return; // too many to be told apart
    for (std::size_t i = 0; i < m_layout.servers.size(); ++i) {
        for (std::size_t j = i + 1; j < m_layout.servers.size(); ++j)
            m_painter.drawPath(m_layout.way(m_layout.servers[i].entity, m_layout.servers[j].entity));
    }
}

/// A cut way is crossed out, with a gap.
void ScenePainter::paintCuts()
{
    for (const CutLink &cut : m_scene.cuts) {
        const QPainterPath path = m_layout.way(cut.a, cut.b);
        if (path.isEmpty())
            continue;
        m_painter.setBrush(Qt::NoBrush);
        m_painter.setPen(QPen(m_colours.card, px(5))); // whatever line was there
        m_painter.drawPath(path);
        QPen dashed(m_colours.bad, px(1.8));
        dashed.setDashPattern({3, 3});
        m_painter.setPen(dashed);
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawPath(path);
        paintBadge(m_painter, Badge::Bad, path.pointAtPercent(0.5), px(6), m_colours);
    }
}

void ScenePainter::paintRoutes()
{
    for (std::size_t i = 0; i < m_layout.routes.size(); ++i) {
        const Route &route = m_scene.routes[i];
        const RouteLine &line = m_layout.routes[i];
        if (line.path.isEmpty())
            continue;
        const QColor colour = m_colours.user(route.colour);
        QPen pen(colour, px(2.4), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
        if (route.kind == Route::Kind::BrokenPin) {
            pen.setColor(m_colours.bad);
            pen.setDashPattern({2.1, 2.5});
        } else if (route.kind == Route::Kind::Hashed) {
            pen.setDashPattern({4, 2});
        } else if (route.kind == Route::Kind::Way) {
            pen.setWidthF(px(2.6));
            pen.setDashPattern({0.4, 2.7});
        }
        m_painter.setPen(pen);
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawPath(line.path);
        if (route.kind == Route::Kind::Way)
            continue;
        // The pin: head above the line, needle on it.
        const QPointF foot = line.pin + QPointF(0, px(6));
        const QPointF head = foot - QPointF(0, px(15));
        m_painter.setPen(QPen(colour, px(2.4), Qt::SolidLine, Qt::RoundCap));
        m_painter.drawLine(head, foot);
        m_painter.setPen(QPen(m_colours.card, px(1.2)));
        m_painter.setBrush(colour);
        m_painter.drawEllipse(head, px(7), px(7));
    }
}

void ScenePainter::paintLitLinks()
{
    QColor glow = m_colours.accent;
    glow.setAlphaF(0.28F);
    m_painter.setBrush(Qt::NoBrush);
    m_painter.setPen(QPen(glow, px(9), Qt::SolidLine, Qt::RoundCap));
    std::vector<std::pair<EntityId, EntityId>> done;
    for (const LitPlace &place : m_scene.lit) {
        const auto ends = std::minmax(place.entity, place.to);
        if (place.to.isNone() || std::find(done.begin(), done.end(), std::pair(ends.first, ends.second)) != done.end())
            continue;
        done.emplace_back(ends.first, ends.second);
        m_painter.drawPath(m_layout.way(place.entity, place.to));
    }
}

/// A node's card with what a person's attention says about it: lit, selected, hovered, at the keyboard.
void ScenePainter::paintFrame(const QRectF &card, double radius, const QColor &fill, EntityId entity)
{
    const bool selected = entity == m_focus.selected && entity.isSome();
    const bool hovered = entity == m_focus.hovered && entity.isSome();
    if (isLit(entity)) {
        QColor glow = m_colours.accent;
        glow.setAlphaF(0.28F);
        m_painter.setPen(QPen(glow, px(9)));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawRoundedRect(card, radius, radius);
    }
    const QPen border = m_painter.pen();
    m_painter.setPen(selected ? QPen(m_colours.accent, px(2.2))
                              : QPen(hovered ? m_colours.line : m_colours.border, px(1.2)));
    m_painter.setBrush(fill);
    m_painter.drawRoundedRect(card, radius, radius);
    if (entity == m_focus.current && entity.isSome()) {
        m_painter.setPen(QPen(m_colours.accent, px(1.6), Qt::DashLine));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawRoundedRect(card.adjusted(-px(4), -px(4), px(4), px(4)), radius + px(3), radius + px(3));
    }
    m_painter.setPen(border);
}

void ScenePainter::paintClient(const ClientNode &node, const ClientBox &box)
{
    paintFrame(box.card, px(12), m_colours.card, node.entity);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_colours.user(node.colour));
    m_painter.drawEllipse(box.avatar);
    QFont initial = font(FontRole::Clock);
    initial.setWeight(QFont::Bold);
    text(box.avatar, Qt::AlignCenter, node.initial, initial, m_colours.onUser(node.colour));
    text(box.name, Qt::AlignLeft | Qt::AlignVCenter, node.name, font(FontRole::Strong), m_colours.text);
    const QPointF badge(box.mood.left() + px(6), box.mood.center().y());
    paintMood(m_painter, node.mood, badge, px(5.5), m_colours);
    text(box.mood.adjusted(px(16), 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, node.moodText, font(FontRole::Caption),
         moodInk(node.mood, m_colours));
    double right = box.card.right() - px(10);
    if (node.tabs > 1)
        right = paintTag(Tag::Tabs, tr("%n tab(s)", nullptr, static_cast<int>(node.tabs)), {right, box.card.bottom()})
            - px(6);
    if (!node.truth.isEmpty())
        paintTag(Tag::Differs, node.truth, {right, box.card.bottom()});
    if (node.sessionLabel.isEmpty())
        return;
    m_painter.setPen(QPen(m_colours.border, px(1)));
    m_painter.setBrush(m_colours.field);
    m_painter.drawRoundedRect(box.label, box.label.height() / 2, box.label.height() / 2);
    QFont label = font(FontRole::Tiny);
    label.setWeight(QFont::DemiBold);
    text(box.label, Qt::AlignCenter, node.sessionLabel, label, m_colours.soft);
}

void ScenePainter::paintAvatar(const ClientNode &node, const ClientBox &box)
{
    const QPointF centre = box.avatar.center();
    const double radius = box.avatar.width() / 2;
    if (node.entity == m_focus.selected || node.entity == m_focus.hovered || isLit(node.entity)
        || node.entity == m_focus.current) {
        m_painter.setPen(QPen(node.entity == m_focus.hovered ? m_colours.line : m_colours.accent, px(2.2),
                              node.entity == m_focus.current ? Qt::DashLine : Qt::SolidLine));
        m_painter.setBrush(m_colours.card);
        m_painter.drawEllipse(centre, radius + px(3), radius + px(3));
    }
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_colours.user(node.colour));
    m_painter.drawEllipse(box.avatar);
    QFont initial = font(FontRole::Caption);
    initial.setPixelSize(std::max(1, static_cast<int>(radius * (node.initial.size() > 2 ? 0.62 : 0.85))));
    text(box.avatar, Qt::AlignCenter, node.initial, initial, m_colours.onUser(node.colour));
    paintMood(m_painter, node.mood, centre + QPointF(radius, radius) * 0.72, std::max(3.0, radius * 0.34), m_colours);
    if (node.truth.isEmpty())
        return;
    // Believed otherwise than it is: a second ring, dashed.
    m_painter.setPen(QPen(m_colours.warn, px(1.6), Qt::DashLine));
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawEllipse(centre, radius + px(1.5), radius + px(1.5));
}

void ScenePainter::paintCrowd()
{
    if (m_layout.clients.empty())
        return;
    const ClientBox &box = m_layout.clients.front();
    paintFrame(box.card, px(12), m_colours.card, EntityId());
    text(box.name, Qt::AlignLeft | Qt::AlignVCenter, m_scene.crowdTitle, font(FontRole::Strong), m_colours.text);
    double y = box.mood.top();
    for (const CrowdLine &line : m_scene.crowd) {
        const QRectF row(box.mood.left(), y, box.mood.width(), px(20));
        paintMood(m_painter, line.mood, QPointF(row.left() + px(6), row.center().y()), px(5.5), m_colours);
        const QFont words = font(FontRole::Caption);
        const double figure = QFontMetricsF(words).horizontalAdvance(line.count) + px(6);
        text(row.adjusted(px(18), 0, -figure, 0), Qt::AlignLeft | Qt::AlignVCenter, line.text, words,
             moodInk(line.mood, m_colours));
        text(row, Qt::AlignRight | Qt::AlignVCenter, line.count, words, m_colours.text);
        y += px(24);
    }
}

void ScenePainter::paintBalancer()
{
    if (!m_scene.balancer || m_layout.balancer.isEmpty())
        return;
    const QRectF &card = m_layout.balancer;
    paintFrame(card, px(16), m_colours.card, m_scene.balancer->entity);
    if (m_scene.balancer->entity != m_focus.selected) {
        m_painter.setPen(QPen(m_colours.accent, px(1.8)));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawRoundedRect(card, px(16), px(16));
    }
    // Icon and two lines as one block, whatever the height.
    const double y = card.center().y() - px(46);
    m_painter.setPen(QPen(m_colours.accent, px(2.4), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF top(card.center().x(), y + px(12));
    m_painter.drawPolyline(QPolygonF({top + QPointF(-px(16), px(22)), top + QPointF(-px(16), px(12)),
                                      top + QPointF(px(16), px(12)), top + QPointF(px(16), px(22))}));
    m_painter.drawLine(top, top + QPointF(0, px(22)));
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_colours.accent);
    m_painter.drawEllipse(top, px(3.5), px(3.5));
    QFont name = font(FontRole::Strong);
    name.setWeight(QFont::Bold);
    text(QRectF(card.left() + px(4), y + px(43), card.width() - px(8), px(20)), Qt::AlignCenter, m_scene.balancer->name,
         name, m_colours.text);
    text(QRectF(card.left() + px(4), y + px(63), card.width() - px(8), px(18)), Qt::AlignCenter,
         m_scene.balancer->caption, font(FontRole::Tiny), m_colours.soft);
}

} // namespace sessionarium::ui::stage
