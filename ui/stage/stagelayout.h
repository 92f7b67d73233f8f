// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/stage/stageframe.h"

#include <QPainterPath>
#include <QRectF>
#include <QSizeF>

#include <vector>

namespace sessionarium::ui::stage {

/// How much a server's card shows; chosen by the room that there is.
enum class ServerDetail {
    Full, ///< Name and state, bars, rows of chips.
    Compact, ///< Name and state, one row of chips.
    Tile ///< Name; chips as a count.
};
enum class ClientDetail {
    Card, ///< Up to six clients.
    Avatar, ///< Up to thirty.
    Crowd ///< More: one card with counts.
};

struct ClientBox
{
    model::EntityId entity;
    QRectF card; ///< The whole node.
    QRectF avatar;
    QRectF name; ///< Empty where it is not shown.
    QRectF mood;
    QRectF label;
    QPointF port; ///< Where its lines begin.
};

struct ServerBox
{
    model::EntityId entity;
    QRectF card;
    QRectF name;
    QRectF state;
    QRectF load; ///< Label, bar and figure; empty where not shown.
    QRectF sessions;
    QRectF note; ///< Empty where not shown.
    std::vector<QRectF> chips; ///< One for each chip that is shown.
    QRectF moreChips; ///< "+7"; empty if all are shown.
    std::size_t hiddenChips = 0;
    QPointF port; ///< Where lines arrive.
    QPointF gate; ///< Behind another column: where lines enter the gap between two rows. Null: they come straight.
    QPointF queue; ///< Centre of the first who waits; the others stand behind, to the left.
};

/// A route of the scene, as a line.
struct RouteLine
{
    QPainterPath path;
    QPointF pin; ///< Head of the pin that stands on it, near the server.
};

/// Where everything stands, in the coordinates of a stage of `size`. Pure: same scene and size, same layout.
/// Nothing overlaps and everything is inside, for 1 … 16 servers, any number of clients, from 560 x 260 on.
struct StageLayout
{
    QSizeF size;
    double unit = 1; ///< Size of things against the mock-up's.
    ClientDetail clientDetail = ClientDetail::Card;
    ServerDetail serverDetail = ServerDetail::Full;
    std::vector<ClientBox> clients; ///< As in the scene; a crowd has one box for all.
    QRectF balancer; ///< Empty: there is none.
    std::vector<ServerBox> servers;
    std::vector<ServerBox> stores; ///< At the far right.
    QRectF legend; ///< Empty: no room, or not wanted.
    double legendUnit = 1; ///< The legend keeps its size when the stage is zoomed.
    QRectF area; ///< Where nodes stand.
    QRectF view; ///< Zoomed: nodes and messages are seen in here only. Empty: everywhere.
    QRectF callout; ///< Empty: none.
    std::vector<RouteLine> routes; ///< As in the scene; an empty path for what is not shown.
    std::vector<QPointF> lit; ///< Centre of the number of each lit place of the scene; negative: none is shown.

    /// The way of a message between two entities, which are neighbours on the stage; empty if one of them is not shown.
    [[nodiscard]] QPainterPath way(model::EntityId from, model::EntityId to) const;
    /// The node at a point, or none.
    [[nodiscard]] model::EntityId at(const QPointF &point) const;
    /// The card of an entity; empty if it is not shown.
    [[nodiscard]] QRectF cardOf(model::EntityId entity) const;
    model::EntityId balancerEntity; ///< What `balancer` stands for; none: there is none.

    /// EntityId → index in clients or servers; noneIndex: not one of these. A crowd's clients all have index 0.
    static constexpr std::uint32_t noneIndex = 0xFFFFFFFFu;
    std::vector<std::uint32_t> clientIndex;
    std::vector<std::uint32_t> serverIndex;
    std::vector<std::uint32_t> storeIndex;
};

struct StageOptions
{
    bool legend = true;
    double textScale = 1.0; ///< theme::Theme::textScale
    QSizeF controls; ///< What stands in the lower right corner and is to stay free. Empty: nothing.
    friend bool operator==(const StageOptions &, const StageOptions &) = default;
};

/// The line to a server, which arrives `offset` beside its port; it does not cross the cards of other columns.
[[nodiscard]] QPainterPath wayToServer(QPointF from, const ServerBox &server, double offset, double unit);

/// The same stage `factor` times as large, with `origin` (in its unzoomed coordinates) in the upper left corner. The
/// legend stays where it is.
[[nodiscard]] StageLayout zoomed(StageLayout layout, double factor, QPointF origin);

[[nodiscard]] StageLayout layOutStage(const StageScene &scene, QSizeF size, const StageOptions &options);

} // namespace sessionarium::ui::stage
