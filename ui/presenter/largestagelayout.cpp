// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenter/largestagelayout.h"

#include "ui/stage/stagemeasures.h"
#include "ui/theme/theme.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace sessionarium::ui::presenter {

using model::EntityId;
using stage::ClientBox;
using stage::ServerBox;
using stage::StageScene;

namespace {

/// The first `most` of the nodes, those pointed at before others; in the order that they had.
template <class Node>
std::size_t keepNeeded(std::vector<Node> &nodes, std::size_t most, const std::vector<EntityId> &pointedAt)
{
    if (nodes.size() <= most)
        return 0;
    const auto isNeeded = [&pointedAt](const Node &node) {
        return std::find(pointedAt.begin(), pointedAt.end(), node.entity) != pointedAt.end();
    };
    auto room = most;
    std::vector<bool> kept(nodes.size(), false);
    for (const bool needed : {true, false}) {
        for (std::size_t i = 0; i < nodes.size() && room > 0; ++i) {
            if (kept[i] || isNeeded(nodes[i]) != needed)
                continue;
            kept[i] = true;
            --room;
        }
    }
    const std::size_t hidden = nodes.size() - most;
    std::size_t i = 0;
    std::erase_if(nodes, [&](const Node &) { return !kept[i++]; });
    return hidden;
}

void leaveOutDetails(std::vector<stage::ServerNode> &nodes)
{
    for (stage::ServerNode &node : nodes) {
        if (node.state == stage::NodeState::Healthy)
            node.stateText.clear(); // the check says so
    }
}

constexpr double greatestAvatar = 64;
constexpr double edge = 3; // frames of cards are drawn half outside of them

class Maker
{
public:
    Maker(const ShownScene &shown, QSizeF size, double scale)
        : m_shown(shown),
          m_scene(shown.scene),
          m_scale(scale),
          m_area(QRectF(QPointF(0, 0), size).adjusted(edge, edge, -edge, -edge))
    {
        m_out.stage.size = size;
        m_out.stage.unit = enlargement * scale;
        m_out.stage.area = m_area;
        m_out.stage.serverDetail = stage::ServerDetail::Full;
        m_theme.textScale = 1;
    }

    LargeLayout make()
    {
        placeClients();
        placeStores();
        placeServers();
        placeBalancer();
        index();
        placeRoutes();
        placeCallout();
        // Causes are told at the desk; nothing is lit here.
        m_out.stage.lit.assign(m_scene.lit.size(), QPointF(-1, -1));
        return std::move(m_out);
    }

private:
    struct Column
    {
        double left;
        double width;
        double top;
        double height;
    };

    double s(double length) const { return length * m_scale; }
    double unit(double length) const { return length * m_out.stage.unit; }
    double widthOf(const QString &words, theme::FontRole role) const
    {
        return QFontMetricsF(m_theme.boldFont(role, m_out.stage.unit)).horizontalAdvance(words) + s(4);
    }

    /// Where the words of a card begin, behind the avatar.
    double clientLeft(double avatar) const { return s(18) + avatar + s(14); }

    /// What the words of a mood need, behind their sign.
    double moodWidth(const QString &words) const
    {
        return unit(16)
            + QFontMetricsF(m_theme.font(theme::FontRole::Caption, m_out.stage.unit)).horizontalAdvance(words);
    }

    /// The same whatever the moods are, so that nothing jumps: wide enough for the longest words ("본인 화면:
    /// 로그인됨") unless a store needs the room.
    double clientWidth() const
    {
        const bool isTight = !m_scene.stores.empty() && m_area.width() <= s(1300);
        const double least = isTight ? std::clamp(m_area.width() * 0.235, s(280), s(345)) : s(356);
        const double others = storeRoom() + leastServer() + between();
        return std::clamp(m_area.width() - others, least, s(392));
    }

    double storeWidth() const { return std::clamp(m_area.width() * 0.21, s(230), s(320)); }

    /// At the right of the servers.
    double storeRoom() const
    {
        const std::size_t n = m_scene.stores.size();
        if (n == 0)
            return m_scene.hasPeers && m_scene.servers.size() > 1 ? unit(stage::peerRoom) : 0;
        const double peers = n > 1 ? unit(stage::peerRoom) : 0; // the two stores talk to each other
        return peers + storeWidth() + s(60);
    }

    double leastServer() const { return s(230); }

    /// Between clients and servers.
    double between() const { return balancerWidth() + (m_scene.balancer ? s(120) : s(110)); }

    /// The room of a column, above the line that says how many are left out.
    static Column above(Column column, QRectF &more, std::size_t hidden, double line)
    {
        if (hidden == 0)
            return column;
        column.height -= line;
        more = QRectF(column.left, column.top + column.height, column.width, line);
        return column;
    }

    void placeClients()
    {
        const std::size_t n = m_scene.clients.size();
        Column column {m_area.left(), clientWidth(), m_area.top(), m_area.height()};
        m_clientsRight = column.left + column.width;
        if (n == 0)
            return;
        if (!m_scene.crowd.empty() && n > mostClients) {
            placeCrowd(column);
            return;
        }
        column = above(column, m_out.moreClients, m_shown.hiddenClients, s(44));
        const double count = static_cast<double>(n);
        const double tall = std::min(s(116), (column.height - s(10) * (count - 1)) / count);
        const double avatar = std::min(s(greatestAvatar), tall - s(8));
        const bool roomy = tall >= s(104);
        const stage::Spread places = stage::spread(n, tall, column.top, column.height, s(64));
        for (std::size_t i = 0; i < n; ++i) {
            ClientBox box;
            box.entity = m_scene.clients[i].entity;
            box.card = QRectF(column.left, places.first + static_cast<double>(i) * places.step, column.width, tall);
            const QPointF centre(box.card.left() + s(18) + avatar / 2, box.card.center().y());
            box.avatar = QRectF(centre - QPointF(avatar, avatar) / 2, QSizeF(avatar, avatar));
            const double left = box.card.left() + clientLeft(avatar);
            const double right = box.card.right() - s(12);
            if (roomy) {
                box.name = QRectF(left, centre.y() - s(46), right - left, s(46));
                placeSession(box, m_scene.clients[i]);
                // Words that would be cut say less than the sign alone.
                const bool fits = moodWidth(m_scene.clients[i].moodText) <= right - left;
                box.mood = QRectF(left, centre.y() + s(2), fits ? right - left : unit(16), s(40));
            } else { // the sign says it without words
                const double sign = unit(16);
                box.name = QRectF(left, box.card.top(), right - sign - left, tall);
                box.mood = QRectF(right - sign, box.card.top(), sign, tall);
            }
            box.port = QPointF(box.card.right(), centre.y());
            m_out.stage.clients.push_back(box);
        }
    }

    /// The session that the client's cookie names, beside its name if there is room.
    void placeSession(ClientBox &box, const stage::ClientNode &node) const
    {
        const QSizeF size(unit(34), unit(17));
        const double left = box.name.right() - size.width();
        if (node.sessionLabel.isEmpty() || box.name.left() + widthOf(node.name, theme::FontRole::Strong) > left - s(6))
            return;
        box.label = QRectF(QPointF(left, box.name.center().y() - size.height() / 2), size);
        box.name.setRight(left - s(6));
    }

    void placeCrowd(const Column &column)
    {
        m_out.stage.clientDetail = stage::ClientDetail::Crowd;
        const double tall = std::min(column.height, unit(64) + unit(24) * static_cast<double>(m_scene.crowd.size()));
        ClientBox box;
        box.entity = m_scene.clients.front().entity;
        box.card = QRectF(column.left, column.top + (column.height - tall) / 2, column.width, tall);
        box.name = QRectF(box.card.left() + s(24), box.card.top() + s(20), column.width - s(48), s(52));
        box.mood = QRectF(box.name.left(), box.name.bottom() + s(16), box.name.width(), tall - s(96));
        box.port = QPointF(box.card.right(), box.card.center().y());
        m_out.stage.clients.push_back(box);
    }

    void placeStores()
    {
        m_right = m_area.right() - storeRoom();
        const std::size_t n = m_scene.stores.size();
        if (n == 0)
            return;
        const double width = storeWidth();
        const double left = m_right + s(60);
        const double tall =
            std::min(s(320), (m_area.height() - s(24) * static_cast<double>(n - 1)) / static_cast<double>(n));
        const stage::Spread places = stage::spread(n, tall, m_area.top(), m_area.height(), s(60));
        for (std::size_t i = 0; i < n; ++i) {
            const QRectF card(left, places.first + static_cast<double>(i) * places.step, width, tall);
            m_out.stage.stores.push_back(stacked(m_scene.stores[i], card));
        }
    }

    double balancerWidth() const
    {
        return m_scene.balancer
            ? std::clamp(widthOf(m_scene.balancer->name, theme::FontRole::Strong) + s(36), s(170), s(260))
            : 0;
    }

    void placeServers()
    {
        const std::size_t n = m_scene.servers.size();
        const double width = std::clamp(m_right - m_clientsRight - between(), leastServer(), s(710));
        m_serversLeft = m_right - width;
        if (n == 0)
            return;
        const Column column = above({m_serversLeft, width, m_area.top(), m_area.height()}, m_out.moreServers,
                                    m_shown.hiddenServers, s(44));
        const double count = static_cast<double>(n);
        const double tall = std::min(s(190), (column.height - s(16) * (count - 1)) / count);
        const stage::Spread places = stage::spread(n, tall, column.top, column.height, s(48));
        double name = 0;
        for (const stage::ServerNode &node : m_scene.servers)
            name = std::max(
                {name, widthOf(node.name, theme::FontRole::Body), widthOf(node.stateText, theme::FontRole::Caption)});
        // Beside the name there is room for a chip, or else below it.
        const bool beside = width - unit(36) - name - s(36) >= unit(stage::chipWidth);
        for (std::size_t i = 0; i < n; ++i) {
            const QRectF card(column.left, places.first + static_cast<double>(i) * places.step, width, tall);
            m_out.stage.servers.push_back(beside ? inRow(m_scene.servers[i], card, name)
                                                 : stacked(m_scene.servers[i], card));
        }
    }

    ServerBox begin(const stage::ServerNode &node, const QRectF &card) const
    {
        ServerBox box;
        box.entity = node.entity;
        box.card = card;
        box.port = QPointF(card.left(), card.center().y());
        box.queue = QPointF(card.left() - unit(12), card.bottom() - unit(12));
        return box;
    }

    /// Name at the left, chips at the right of it.
    ServerBox inRow(const stage::ServerNode &node, const QRectF &card, double name) const
    {
        ServerBox box = begin(node, card);
        const double left = card.left() + unit(36);
        const double y = card.center().y();
        if (node.stateText.isEmpty()) {
            box.name = QRectF(left, y - s(26), name, s(52));
        } else {
            box.name = QRectF(left, y - s(46), name, s(48));
            // The text stands at the right end of its box.
            box.state = QRectF(left, y + s(2), widthOf(node.stateText, theme::FontRole::Caption), s(40));
        }
        placeChips(box, node,
                   QRectF(left + name + s(20), card.top(), card.right() - left - name - s(36), card.height()));
        return box;
    }

    /// Name on top, chips below it.
    ServerBox stacked(const stage::ServerNode &node, const QRectF &card) const
    {
        ServerBox box = begin(node, card);
        const double left = card.left() + unit(36);
        double y = card.top() + s(10);
        box.name = QRectF(left, y, card.right() - s(12) - left, s(48));
        y += s(48);
        if (!node.stateText.isEmpty()) {
            box.state = QRectF(left, y, widthOf(node.stateText, theme::FontRole::Caption), s(38));
            y += s(40);
        }
        placeChips(box, node, QRectF(card.left() + s(20), y, card.width() - s(36), card.bottom() - s(8) - y));
        return box;
    }

    void placeChips(ServerBox &box, const stage::ServerNode &node, const QRectF &room) const
    {
        const double width = unit(stage::chipWidth);
        const double tall = unit(stage::chipHeight);
        const double gap = s(14);
        const auto fitting = [gap](double length, double each) {
            return static_cast<std::size_t>(std::max(0.0, std::floor((length + gap) / (each + gap))));
        };
        const std::size_t columns = fitting(room.width(), width);
        const std::size_t rows = fitting(room.height(), tall);
        const std::size_t n = node.chips.size();
        if (columns == 0 || rows == 0) {
            box.hiddenChips = n;
            return;
        }
        const std::size_t shown = n <= columns * rows ? n : columns * rows - 1;
        box.hiddenChips = n - shown;
        const std::size_t used = (shown + (box.hiddenChips > 0 ? 1 : 0) + columns - 1) / columns;
        const double block = static_cast<double>(used) * (tall + gap) - gap;
        const double top = room.top() + std::max(0.0, room.height() - block) / 2;
        const auto place = [&](std::size_t i) {
            return QRectF(room.left() + static_cast<double>(i % columns) * (width + gap),
                          top + static_cast<double>(i / columns) * (tall + gap), width, tall);
        };
        for (std::size_t i = 0; i < shown; ++i)
            box.chips.push_back(place(i));
        if (box.hiddenChips > 0)
            box.moreChips = place(shown);
    }

    void placeBalancer()
    {
        if (!m_scene.balancer)
            return;
        const double width = balancerWidth();
        const double tall = std::min(unit(stage::balancerHeight), m_area.height());
        const double x = m_clientsRight + (m_serversLeft - m_clientsRight - width) * 0.4;
        m_out.stage.balancer = QRectF(x, m_area.center().y() - tall / 2, width, tall);
        m_out.stage.balancerEntity = m_scene.balancer->entity;
    }

    void index()
    {
        const auto note = [](std::vector<std::uint32_t> &table, EntityId entity, std::size_t i) {
            if (table.size() <= entity.value)
                table.resize(entity.value + 1, stage::StageLayout::noneIndex);
            table[entity.value] = static_cast<std::uint32_t>(i);
        };
        const bool crowd = m_out.stage.clientDetail == stage::ClientDetail::Crowd;
        for (std::size_t i = 0; i < m_scene.clients.size(); ++i)
            note(m_out.stage.clientIndex, m_scene.clients[i].entity, crowd ? 0 : i);
        for (std::size_t i = 0; i < m_scene.servers.size(); ++i)
            note(m_out.stage.serverIndex, m_scene.servers[i].entity, i);
        for (std::size_t i = 0; i < m_scene.stores.size(); ++i)
            note(m_out.stage.storeIndex, m_scene.stores[i].entity, i);
    }

    /// Several lines to one server arrive below each other.
    void placeRoutes()
    {
        std::vector<std::size_t> arrived(m_out.stage.servers.size(), 0);
        const QPointF from(m_out.stage.balancer.right(), m_out.stage.balancer.center().y());
        for (const stage::Route &route : m_scene.routes) {
            stage::RouteLine line;
            const auto box = std::find_if(m_out.stage.servers.begin(), m_out.stage.servers.end(),
                                          [&route](const ServerBox &server) { return server.entity == route.server; });
            if (box != m_out.stage.servers.end() && m_out.stage.balancerEntity.isSome()) {
                const std::size_t place = arrived[static_cast<std::size_t>(box - m_out.stage.servers.begin())]++;
                // 0, 1, -1, 2, -2 … steps from the middle
                const double steps = static_cast<double>((place + 1) / 2) * (place % 2 == 1 ? 1 : -1);
                line.path = stage::wayToServer(from, *box, steps * s(16), m_out.stage.unit);
                const double back = unit(24) + static_cast<double>(place) * unit(12);
                line.pin =
                    line.path.pointAtPercent(line.path.percentAtLength(std::max(0.0, line.path.length() - back)));
            }
            m_out.stage.routes.push_back(std::move(line));
        }
    }

    /// Above or below the balancer: from the left edge to the balancer's right one if no user stands there, else beside
    /// the users. Without room it is left out; whoever shows the stage says it elsewhere.
    void placeCallout()
    {
        if (!m_scene.callout)
            return;
        const QRectF &balancer = m_out.stage.balancer;
        const double above = balancer.isEmpty() ? m_area.center().y() : balancer.top() - s(12);
        const double below = balancer.isEmpty() ? m_area.center().y() : balancer.bottom() + s(12);
        const QRectF target = m_out.stage.cardOf(m_scene.callout->at);
        const bool wantsBelow = !target.isEmpty() && target.center().y() > m_area.center().y();
        const double right = balancer.isEmpty() ? m_serversLeft - s(24) : balancer.right();
        const QRectF wide(m_area.left(), 0, right - m_area.left(), 0);
        const QRectF narrow(m_clientsRight + s(16), 0, m_serversLeft - s(24) - m_clientsRight - s(16), 0);
        for (const QRectF &column : {wide, narrow}) {
            if (column.width() < unit(106))
                continue;
            const double tall = calloutHeight(column.width());
            for (const bool isBelow : {wantsBelow, !wantsBelow}) {
                const QRectF box(column.left(), isBelow ? below : above - tall, column.width(), tall);
                if (!m_area.contains(box) || standsOnClient(box))
                    continue;
                m_out.stage.callout = box;
                return;
            }
        }
    }

    [[nodiscard]] double calloutHeight(double width) const
    {
        const QFontMetricsF words(m_theme.boldFont(theme::FontRole::Control, m_out.stage.unit));
        const QRectF inner(0, 0, width - unit(46), 10'000);
        return words.boundingRect(inner, Qt::TextWordWrap, m_scene.callout->text).height() + unit(14);
    }

    [[nodiscard]] bool standsOnClient(const QRectF &box) const
    {
        const std::vector<ClientBox> &clients = m_out.stage.clients;
        return std::any_of(clients.begin(), clients.end(), [&box, this](const ClientBox &client) {
            return client.card.adjusted(-s(8), -s(8), s(8), s(8)).intersects(box);
        });
    }

    const ShownScene &m_shown;
    const StageScene &m_scene;
    double m_scale;
    QRectF m_area;
    theme::Theme m_theme;
    LargeLayout m_out;
    double m_clientsRight = 0;
    double m_serversLeft = 0;
    double m_right = 0;
};

} // namespace

ShownScene shownScene(const StageScene &scene, const std::vector<EntityId> &pointedAt)
{
    ShownScene shown;
    shown.scene = scene;
    StageScene &kept = shown.scene;
    if (kept.crowd.empty() || kept.clients.size() <= stage::mostAvatars) {
        kept.crowd.clear();
        shown.hiddenClients = keepNeeded(kept.clients, mostClients, pointedAt);
    }
    shown.hiddenServers = keepNeeded(kept.servers, mostServers, pointedAt);
    leaveOutDetails(kept.servers);
    leaveOutDetails(kept.stores);
    if (kept.callout) {
        kept.callout->finished = false;
        kept.callout->whyText.clear();
    }
    kept.lit.clear();
    std::erase_if(kept.routes, [&kept](const stage::Route &route) {
        return std::none_of(kept.clients.begin(), kept.clients.end(),
                            [&route](const stage::ClientNode &client) { return client.entity == route.client; });
    });
    return shown;
}

LargeLayout layOutLarge(const ShownScene &shown, QSizeF size, double scale)
{
    return Maker(shown, size, scale).make();
}

} // namespace sessionarium::ui::presenter
