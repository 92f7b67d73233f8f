// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stage/stagehints.h"

#include <QLineF>
#include <QPainterPathStroker>
#include <QStringList>

#include <algorithm>

namespace sessionarium::ui::stage {

using model::EntityId;
using model::MessageKind;

StageHints::StageHints(const StageFrame &frame, const StageLayout &layout, StagePainter &painter,
                       const StageTexts *texts)
    : m_frame(frame), m_layout(layout), m_painter(painter), m_texts(texts)
{
}

QString StageHints::at(const QPointF &point) const
{
    if (!m_layout.view.isEmpty() && !m_layout.view.contains(point))
        return {};
    QString words = ofMessages(point);
    if (words.isEmpty())
        words = ofChips(point, m_frame.scene.servers, m_layout.servers);
    if (words.isEmpty())
        words = ofChips(point, m_frame.scene.stores, m_layout.stores);
    if (words.isEmpty())
        words = ofNode(m_layout.at(point));
    if (words.isEmpty())
        words = ofRoutes(point);
    return words.isEmpty() ? ofLinks(point) : words;
}

QString StageHints::name(EntityId entity) const
{
    return m_texts && entity.isSome() ? m_texts->entityName(entity) : QString();
}

QString StageHints::nameOf(MessageKind kind)
{
    switch (kind) {
    case MessageKind::Request:
        return tr("a request");
    case MessageKind::Response:
        return tr("a response");
    case MessageKind::Check:
        return tr("a health check");
    case MessageKind::ReplicationAck:
        return tr("a confirmation");
    case MessageKind::Membership:
        return tr("a sign of life");
    case MessageKind::ReplicationState:
        return tr("all sessions at once");
    case MessageKind::StoreLoad:
        return tr("a session is asked for");
    case MessageKind::StoreSave:
        return tr("a session to be stored");
    case MessageKind::StoreDelete:
        return tr("a session to be deleted");
    case MessageKind::StoreReplicate:
        return tr("a change for the replica");
    case MessageKind::StoreReply:
        return tr("the answer of the store");
    default:
        return tr("a change of a session");
    }
}

QString StageHints::ofMessages(const QPointF &point) const
{
    // The one painted last lies on top.
    for (auto message = m_frame.messages.rbegin(); message != m_frame.messages.rend(); ++message) {
        const std::optional<QPointF> place = m_painter.placeOf(*message, m_layout);
        if (!place || QLineF(*place, point).length() > 9 * m_layout.unit)
            continue;
        if (message->shape != MessageShape::Cross)
            //: A message on its way: %1 is what it is ("a request"), %2 who sent it, %3 who gets it.
            return tr("On the way: %1, %2 → %3.").arg(nameOf(message->kind), name(message->from), name(message->to));
        return message->kind == MessageKind::Response
            //: An answer on its way: %1 is who sent it, %2 who gets it.
            ? tr("On the way: an error as the answer, %1 → %2.").arg(name(message->from), name(message->to))
            //: A message that gets lost: %1 is what it is ("a request"), %2 who sent it, %3 who does not get it.
            : tr("Gets lost on the way: %1, %2 → %3.")
                  .arg(nameOf(message->kind), name(message->from), name(message->to));
    }
    return {};
}

QString StageHints::ofChips(const QPointF &point, const std::vector<ServerNode> &nodes,
                            const std::vector<ServerBox> &boxes) const
{
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const ServerBox &box = boxes[i];
        for (std::size_t j = 0; j < box.chips.size(); ++j) {
            if (box.chips[j].contains(point))
                return ofChip(nodes[i].chips[j], nodes[i]);
        }
        if (box.hiddenChips > 0 && m_layout.serverDetail != ServerDetail::Tile && box.moreChips.contains(point))
            return tr("%n more session(s) here", nullptr, static_cast<int>(box.hiddenChips));
    }
    return {};
}

QString StageHints::ofChip(const SessionChip &chip, const ServerNode &node) const
{
    switch (chip.kind) {
    case ChipKind::InCharge:
        //: %1 is the label of a session (A1), %2 its version (v3), %3 the name of a server or a store.
        return tr("Session %1, %2, at %3: the copy in charge. Answers come from it.")
            .arg(chip.label, chip.version, node.name);
    case ChipKind::Replica:
        //: %1 is the label of a session (A1), %2 its version (v3), %3 the name of a server or a store.
        return tr("Session %1, %2, at %3: a copy, as new as the one in charge.")
            .arg(chip.label, chip.version, node.name);
    case ChipKind::Missing:
        //: %1 is the label of a session (A1), %2 the name of a server or a store.
        return tr("Session %1 is not at %2.").arg(chip.label, node.name);
    case ChipKind::Stale:
        break;
    }
    for (const std::vector<ServerNode> *nodes : {&m_frame.scene.servers, &m_frame.scene.stores}) {
        for (const ServerNode &other : *nodes) {
            for (const SessionChip &best : other.chips) {
                if (best.session == chip.session && best.kind == ChipKind::InCharge)
                    //: %1 is the label of a session (A1), %2 an old version (v1), %3 the name of a server, %4 the
                    //: version in charge (v3), %5 the name of the server that has it.
                    return tr("Session %1, %2, at %3: a stale copy. The one in charge is %4, at %5.")
                        .arg(chip.label, chip.version, node.name, best.version, other.name);
            }
        }
    }
    //: %1 is the label of a session (A1), %2 an old version (v1), %3 the name of a server or a store.
    return tr("Session %1, %2, at %3: a stale copy.").arg(chip.label, chip.version, node.name);
}

QString StageHints::ofRoutes(const QPointF &point) const
{
    QPainterPathStroker wide;
    wide.setWidth(10 * m_layout.unit);
    for (std::size_t i = m_layout.routes.size(); i-- > 0;) {
        const RouteLine &line = m_layout.routes[i];
        const Route &route = m_frame.scene.routes[i];
        if (line.path.isEmpty())
            continue;
        const bool onPin = route.kind != Route::Kind::Way
            && QLineF(line.pin - QPointF(0, 9 * m_layout.unit), point).length() < 9 * m_layout.unit;
        if (!onPin && !wide.createStroke(line.path).contains(point))
            continue;
        switch (route.kind) {
        case Route::Kind::Pin:
            //: %1 is the name of a user, %2 that of a server.
            return tr("Pinned: requests of %1 go to %2.").arg(name(route.client), name(route.server));
        case Route::Kind::BrokenPin:
            //: %1 is the name of a user, %2 that of a server.
            return tr("Pinned: requests of %1 would go to %2, which is down.")
                .arg(name(route.client), name(route.server));
        case Route::Kind::Hashed:
            //: %1 is the name of a user, %2 that of a server.
            return tr("By address: requests of %1 go to %2.").arg(name(route.client), name(route.server));
        case Route::Kind::Way:
            //: %1 is the name of a user, %2 that of a server.
            return tr("No pin: the newest request of %1 went to %2.").arg(name(route.client), name(route.server));
        }
    }
    return {};
}

QString StageHints::ofLinks(const QPointF &point) const
{
    QPainterPathStroker wide;
    wide.setWidth(10 * m_layout.unit);
    const auto isOn = [&](EntityId a, EntityId b) {
        const QPainterPath path = m_layout.way(a, b);
        return !path.isEmpty() && wide.createStroke(path).contains(point);
    };
    for (const CutLink &cut : m_frame.scene.cuts) {
        if (isOn(cut.a, cut.b))
            //: %1 and %2 are names of servers, stores or the balancer.
            return tr("Cut: nothing gets through between %1 and %2.").arg(name(cut.a), name(cut.b));
    }
    //: A line on the stage between two that talk to each other.
    const auto link = [this](EntityId a, EntityId b) { return tr("Line: %1 – %2").arg(name(a), name(b)); };
    for (const ServerNode &server : m_frame.scene.servers) {
        if (isOn(m_layout.balancerEntity, server.entity))
            return link(m_layout.balancerEntity, server.entity);
        if (isOn(server.entity, server.store))
            //: %1 is the name of a server, %2 that of a store.
            return tr("%1 keeps its sessions at %2.").arg(server.name, name(server.store));
    }
    if (m_layout.clientDetail == ClientDetail::Crowd)
        return {};
    for (const ClientNode &client : m_frame.scene.clients) {
        if (isOn(client.entity, m_layout.balancerEntity))
            return link(client.entity, m_layout.balancerEntity);
    }
    return {};
}

QString StageHints::ofClient(const ClientNode &node) const
{
    QStringList words {QStringLiteral("%1 · %2").arg(node.name, node.moodText)};
    if (!node.sessionLabel.isEmpty())
        //: %1 is the label of a session (A1).
        words << tr("Its cookie names session %1.").arg(node.sessionLabel);
    else
        words << tr("It has no session cookie.");
    if (node.mood == ClientMood::SeesSignedIn)
        words << tr("Its screen still says so; the session is gone.");
    if (!node.truth.isEmpty())
        //: %1 is how things are, against what is believed.
        words << tr("In truth: %1.").arg(node.truth);
    if (node.tabs > 1)
        words << tr("%n tab(s) with the same cookies.", nullptr, static_cast<int>(node.tabs));
    return words.join(QLatin1Char('\n'));
}

QString StageHints::ofServer(const ServerNode &node, bool isStore) const
{
    QStringList words {QStringLiteral("%1 · %2").arg(node.name, node.stateText)};
    words << node.explanation;
    const bool looksInside = isStore || m_frame.scene.sight == Sight::Truth || !m_frame.scene.balancer;
    if (!node.truth.isEmpty())
        words << tr("In truth: %1.").arg(node.truth);
    if (!node.note.isEmpty())
        words << node.note;
    if (looksInside && !isStore) {
        //: %1 requests are being served, %2 could be at once, %3 wait.
        words << tr("In service %1 of %2, waiting %3").arg(node.inService).arg(node.capacity).arg(node.queue.size());
    }
    if (looksInside)
        words << tr("Sessions: %1").arg(node.sessions);
    if (node.queuedChanges > 0)
        words << tr("%n change(s) wait here to be sent to others.", nullptr, static_cast<int>(node.queuedChanges));
    if (node.awaiting > 0)
        words << tr("%n answer(s) wait for others to confirm.", nullptr, static_cast<int>(node.awaiting));
    return words.join(QLatin1Char('\n'));
}

QString StageHints::ofNode(EntityId entity) const
{
    if (entity.isNone())
        return {};
    const StageScene &scene = m_frame.scene;
    if (m_layout.clientDetail == ClientDetail::Crowd && m_layout.clientIndex.size() > entity.value
        && m_layout.clientIndex[entity.value] != StageLayout::noneIndex) {
        QStringList words {scene.crowdTitle};
        for (const CrowdLine &line : scene.crowd)
            words << QStringLiteral("%1: %2").arg(line.text, line.count);
        return words.join(QLatin1Char('\n'));
    }
    const auto is = [entity](const auto &node) { return node.entity == entity; };
    if (const auto node = std::find_if(scene.clients.begin(), scene.clients.end(), is); node != scene.clients.end())
        return ofClient(*node);
    if (const auto node = std::find_if(scene.servers.begin(), scene.servers.end(), is); node != scene.servers.end())
        return ofServer(*node, false);
    if (const auto node = std::find_if(scene.stores.begin(), scene.stores.end(), is); node != scene.stores.end())
        return ofServer(*node, true);
    if (scene.balancer && scene.balancer->entity == entity)
        return QStringLiteral("%1 · %2\n%3")
            .arg(scene.balancer->name, scene.balancer->caption, tr("It passes each request on to one of the servers."));
    return {};
}

} // namespace sessionarium::ui::stage
