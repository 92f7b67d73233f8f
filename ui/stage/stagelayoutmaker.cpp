// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stage/stagelayout.h"

#include "ui/stage/calloutplacer.h"
#include "ui/stage/cardboxes.h"
#include "ui/stage/stagemeasures.h"
#include <QLineF>

#include <algorithm>
#include <array>
#include <cmath>

namespace sessionarium::ui::stage {

using model::EntityId;

namespace {

/// What a try asks for.
enum class Wish {
    Ample, ///< Clients as cards (if they are few), servers in one column with all that they show.
    Straight, ///< Likewise, servers with their chips alone.
    Fitting, ///< Whatever fits.
    Anyhow ///< What does not fit is squeezed.
};

/// Makes one layout; a try with a smaller unit begins with a new maker.
class Maker
{
public:
    Maker(const StageScene &scene, QSizeF size, const StageOptions &options, double unit, Wish wish)
        : m_scene(scene), m_wish(wish)
    {
        m_layout.size = size;
        m_layout.unit = unit;
        const double edge = px(margin);
        const bool legend = options.legend;
        m_layout.legendUnit = unit;
        const double below = std::max(legend ? edge + px(legendHeight) : edge,
                                      options.controls.isEmpty() ? 0.0 : options.controls.height() + px(18));
        m_layout.area = QRectF(edge, edge, size.width() - 2 * edge, size.height() - edge - below);
        if (legend)
            m_layout.legend = QRectF(edge, size.height() - px(legendHeight),
                                     size.width() - 2 * edge - options.controls.width(), px(36));
    }

    /// False: the things do not fit at this unit.
    bool run()
    {
        if (!placeClients() || !placeStores() || !placeServers())
            return false;
        placeBalancer();
        index();
        placeRoutes();
        placeCallout();
        placeLit();
        return true;
    }

    StageLayout take() { return std::move(m_layout); }

private:
    double px(double length) const { return length * m_layout.unit; }
    double top() const { return m_layout.area.top(); }
    double height() const { return m_layout.area.height(); }

    bool placeClients()
    {
        const std::size_t n = m_scene.clients.size();
        m_clientsRight = m_layout.area.left() + px(clientWidth);
        if (n == 0)
            return true;
        if (n > mostAvatars) {
            placeCrowd();
            return true;
        }
        const double count = static_cast<double>(n);
        if (n <= mostCards && count * px(clientHeight) + (count - 1) * px(8) <= height()) {
            placeCards();
            return true;
        }
        if (n <= mostCards && (m_wish == Wish::Straight || m_wish == Wish::Ample))
            return false;
        return placeAvatars();
    }

    void placeCards()
    {
        m_layout.clientDetail = ClientDetail::Card;
        const Spread places = spread(m_scene.clients.size(), px(clientHeight), top(), height(), px(72));
        double y = places.first;
        for (const ClientNode &node : m_scene.clients) {
            m_layout.clients.push_back(
                boxOfClient(node, QRectF(m_layout.area.left(), y, px(clientWidth), px(clientHeight)), m_layout.unit));
            y += places.step;
        }
    }

    bool placeAvatars()
    {
        m_layout.clientDetail = ClientDetail::Avatar;
        const std::size_t n = m_scene.clients.size();
        // As few columns as the height allows, so that the lines stay apart.
        std::size_t columns = 1;
        double cell = px(44);
        const auto rowsOf = [n](std::size_t c) { return (n + c - 1) / c; };
        while (columns < 5 && static_cast<double>(rowsOf(columns)) * cell > height())
            ++columns;
        if (static_cast<double>(rowsOf(columns)) * cell > height()) {
            if (m_wish != Wish::Anyhow)
                return false;
            cell = height() / static_cast<double>(rowsOf(columns));
        }
        const std::size_t rows = rowsOf(columns);
        const Spread places = spread(rows, cell, top(), height(), px(24));
        for (std::size_t i = 0; i < n; ++i) {
            ClientBox box;
            box.entity = m_scene.clients[i].entity;
            const double x = m_layout.area.left() + static_cast<double>(i / rows) * cell;
            const double y = places.first + static_cast<double>(i % rows) * places.step;
            box.card = QRectF(x + cell * 0.06, y + cell * 0.06, cell * 0.88, cell * 0.88);
            const double side = cell * 0.72;
            box.avatar = QRectF(box.card.center() - QPointF(side, side) / 2, QSizeF(side, side));
            box.port = QPointF(box.avatar.right(), box.avatar.center().y());
            m_layout.clients.push_back(box);
        }
        m_clientsRight = m_layout.area.left() + std::max(px(96), static_cast<double>(columns) * cell);
        return true;
    }

    void placeCrowd()
    {
        m_layout.clientDetail = ClientDetail::Crowd;
        const double lines = static_cast<double>(m_scene.crowd.size());
        const double cardHeight = std::min(height(), px(64 + 24 * lines));
        ClientBox box;
        box.entity = m_scene.clients.front().entity;
        box.card = QRectF(m_layout.area.left(), top() + (height() - cardHeight) / 2, px(clientWidth), cardHeight);
        box.name = QRectF(box.card.topLeft() + QPointF(px(16), px(12)), QSizeF(px(clientWidth - 32), px(24)));
        box.mood =
            QRectF(box.card.topLeft() + QPointF(px(16), px(46)), QSizeF(px(clientWidth - 32), cardHeight - px(54)));
        box.port = QPointF(box.card.right(), box.card.center().y());
        m_layout.clients.push_back(box);
    }

    /// In a column of their own; the servers stand to their left.
    bool placeStores()
    {
        m_right = m_layout.area.right();
        const std::size_t n = m_scene.stores.size();
        if (n == 0) {
            if (m_scene.hasPeers && m_scene.servers.size() > 1)
                m_right -= px(peerRoom);
            return true;
        }
        const double peers = n > 1 ? px(peerRoom) : 0; // the two stores talk to each other
        const double width = px(storeWidth);
        const double tall =
            std::min(px(220), (height() - px(24) * static_cast<double>(n - 1)) / static_cast<double>(n));
        if (tall < px(96) && m_wish != Wish::Anyhow)
            return false;
        const Spread places = spread(n, tall, top(), height(), px(48));
        for (std::size_t i = 0; i < n; ++i) {
            const QRectF card(m_right - peers - width, places.first + static_cast<double>(i) * places.step, width,
                              tall);
            ServerBox box = boxOfServer(m_scene.stores[i], card, ServerDetail::Compact, m_layout.unit);
            m_layout.stores.push_back(box);
        }
        m_right -= peers + width + px(linkGap);
        return true;
    }

    bool placeServers()
    {
        const std::size_t n = m_scene.servers.size();
        if (n == 0)
            return true;
        const double between = px(linkGap) * (m_scene.balancer ? 2 : 1.6) + (m_scene.balancer ? px(balancerWidth) : 0);
        const double room = m_right - m_clientsRight - between;
        for (const GridChoice &choice : gridChoices) {
            const ServerShape &shape = serverShapes[choice.shape];
            const std::size_t columns = choice.columns;
            if (m_wish == Wish::Straight && (columns > 1 || shape.detail == ServerDetail::Tile))
                continue;
            if (m_wish == Wish::Ample && (columns > 1 || shape.detail != ServerDetail::Full))
                continue;
            const std::size_t rows = (n + columns - 1) / columns;
            const double needHeight =
                static_cast<double>(rows) * px(shape.minHeight) + static_cast<double>(rows - 1) * px(shape.gap);
            const double needWidth =
                static_cast<double>(columns) * px(shape.minWidth) + static_cast<double>(columns - 1) * px(12);
            if (needHeight <= height() && needWidth <= room) {
                placeServerGrid(shape, columns, rows, room);
                return true;
            }
        }
        if (m_wish != Wish::Anyhow)
            return false;
        const std::size_t columns = std::min<std::size_t>(n, 4);
        placeServerGrid(serverShapes.back(), columns, (n + columns - 1) / columns, room);
        return true;
    }

    void placeServerGrid(const ServerShape &shape, std::size_t columns, std::size_t rows, double room)
    {
        m_layout.serverDetail = shape.detail;
        const double c = static_cast<double>(columns);
        const double r = static_cast<double>(rows);
        const double width = std::min(px(shape.maxWidth), (room - (c - 1) * px(12)) / c);
        const double tall = std::min(px(shape.maxHeight), (height() - (r - 1) * px(shape.gap)) / r);
        const Spread places = spread(rows, tall, top(), height(), px(48));
        m_serversLeft = m_right - c * width - (c - 1) * px(12);
        for (std::size_t i = 0; i < m_scene.servers.size(); ++i) {
            const double x = m_serversLeft + static_cast<double>(i / rows) * (width + px(12));
            const double y = places.first + static_cast<double>(i % rows) * places.step;
            m_layout.servers.push_back(
                boxOfServer(m_scene.servers[i], QRectF(x, y, width, tall), shape.detail, m_layout.unit));
            if (i / rows == 0)
                continue;
            // Behind another column: lines and those who wait use the gap above the card.
            ServerBox &box = m_layout.servers.back();
            const double gap = std::min(px(shape.gap), places.step - tall) / 2;
            box.gate = QPointF(m_serversLeft, y - std::max(gap, px(3)));
            box.port = QPointF(x + px(20), y);
            box.queue = QPointF(x + width - px(14), box.gate.y());
        }
    }

    void placeBalancer()
    {
        if (m_scene.servers.empty())
            m_serversLeft = m_right - px(serverWidth);
        if (!m_scene.balancer)
            return;
        const double gap = m_serversLeft - m_clientsRight;
        const double tall = std::min(px(balancerHeight), height());
        const double x = m_clientsRight + gap * 0.43 - px(balancerWidth) / 2;
        m_layout.balancer = QRectF(x, m_layout.area.center().y() - tall / 2, px(balancerWidth), tall);
        m_layout.balancerEntity = m_scene.balancer->entity;
    }

    void index()
    {
        const auto note = [](std::vector<std::uint32_t> &table, EntityId entity, std::size_t i) {
            if (table.size() <= entity.value)
                table.resize(entity.value + 1, StageLayout::noneIndex);
            table[entity.value] = static_cast<std::uint32_t>(i);
        };
        const bool crowd = m_layout.clientDetail == ClientDetail::Crowd;
        for (std::size_t i = 0; i < m_scene.clients.size(); ++i)
            note(m_layout.clientIndex, m_scene.clients[i].entity, crowd ? 0 : i);
        for (std::size_t i = 0; i < m_scene.servers.size(); ++i)
            note(m_layout.serverIndex, m_scene.servers[i].entity, i);
        for (std::size_t i = 0; i < m_scene.stores.size(); ++i)
            note(m_layout.storeIndex, m_scene.stores[i].entity, i);
    }

    const ServerBox *server(EntityId entity) const
    {
        if (entity.value >= m_layout.serverIndex.size() || m_layout.serverIndex[entity.value] == StageLayout::noneIndex)
            return nullptr;
        return &m_layout.servers[m_layout.serverIndex[entity.value]];
    }

    /// Several lines to one server arrive below each other.
    void placeRoutes()
    {
        if (m_layout.balancerEntity.isNone())
            return;
        std::vector<std::size_t> arrivals(m_layout.servers.size(), 0);
        std::vector<std::size_t> arrived(m_layout.servers.size(), 0);
        for (const Route &route : m_scene.routes) {
            if (const ServerBox *box = server(route.server))
                ++arrivals[static_cast<std::size_t>(box - m_layout.servers.data())];
        }
        for (const Route &route : m_scene.routes) {
            RouteLine line;
            if (const ServerBox *box = server(route.server)) {
                const auto i = static_cast<std::size_t>(box - m_layout.servers.data());
                const double count = static_cast<double>(arrivals[i]);
                const double step = std::min(px(14), (box->card.height() - px(20)) / std::max(1.0, count));
                const double offset = (static_cast<double>(arrived[i]++) - (count - 1) / 2) * step;
                const QPointF from(m_layout.balancer.right(), m_layout.balancer.center().y());
                line.path = wayToServer(from, *box, offset, m_layout.unit);
                // The pin stands before the cards; several on one way stand behind each other.
                const double behind = box->gate.isNull() ? 0 : box->port.x() - box->gate.x();
                const double back = behind + px(28 + 12 * (static_cast<double>(arrived[i]) - 1));
                line.pin =
                    line.path.pointAtPercent(line.path.percentAtLength(std::max(0.0, line.path.length() - back)));
            }
            m_layout.routes.push_back(std::move(line));
        }
    }

    void placeCallout()
    {
        if (m_scene.callout)
            m_layout.callout = CalloutPlacer(m_scene, m_layout, m_clientsRight, m_serversLeft).place();
    }

    void placeLit()
    {
        for (const LitPlace &place : m_scene.lit)
            m_layout.lit.push_back(place.number > 0 ? numberAt(place) : QPointF(-1, -1));
    }

    /// A free place for the number of a lit place: on the link, or on the upper edge of the card.
    QPointF numberAt(const LitPlace &place) const
    {
        const QRectF callout = m_layout.callout.adjusted(-px(12), -px(12), px(12), px(12));
        const auto isFree = [&](QPointF at) {
            return !callout.contains(at) && std::none_of(m_layout.lit.begin(), m_layout.lit.end(), [&](QPointF other) {
                return other.x() >= 0 && QLineF(other, at).length() < px(22);
            });
        };
        if (place.to.isSome()) {
            const QPainterPath path = m_layout.way(place.entity, place.to);
            if (path.isEmpty())
                return {-1, -1};
            for (const double share : {0.5, 0.38, 0.62, 0.26, 0.74, 0.14, 0.86}) {
                if (const QPointF at = path.pointAtPercent(share); isFree(at))
                    return at;
            }
            return path.pointAtPercent(0.5);
        }
        const QRectF card = m_layout.cardOf(place.entity);
        if (card.isEmpty())
            return {-1, -1};
        QPointF at = card.topLeft() + QPointF(px(18), 0);
        while (!isFree(at) && at.x() + px(24) < card.right())
            at += QPointF(px(24), 0);
        return at;
    }

    const StageScene &m_scene;
    Wish m_wish;
    StageLayout m_layout;
    double m_clientsRight = 0;
    double m_serversLeft = 0;
    double m_right = 0; ///< Up to where servers may stand.
};

} // namespace

StageLayout layOutStage(const StageScene &scene, QSizeF size, const StageOptions &options)
{
    const double roomy = std::clamp(std::min(size.width() / 916, size.height() / 500), 1.0, 2.4) * options.textScale;
    double unit = roomy;
    StageOptions fitting = options;
    fitting.legend = options.legend && size.height() >= 470 * roomy;
    // A little smaller, if things then stand as people expect them; else with less detail; else as small as it takes.
    for (; unit > 0.88 * roomy; unit *= 0.96) {
        Maker maker(scene, size, fitting, unit, Wish::Ample);
        if (maker.run())
            return maker.take();
    }
    for (unit = roomy; unit > 0.82 * roomy; unit *= 0.96) {
        Maker maker(scene, size, fitting, unit, Wish::Straight);
        if (maker.run())
            return maker.take();
    }
    for (unit = roomy; unit > 0.5; unit *= 0.92) {
        Maker maker(scene, size, fitting, unit, Wish::Fitting);
        if (maker.run())
            return maker.take();
    }
    Maker maker(scene, size, fitting, unit, Wish::Anyhow);
    maker.run();
    return maker.take();
}

} // namespace sessionarium::ui::stage
