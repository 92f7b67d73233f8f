// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stage/cardboxes.h"

#include "ui/stage/stagemeasures.h"

#include <algorithm>
#include <cmath>

namespace sessionarium::ui::stage {

namespace {

struct Px
{
    double unit;
    double operator()(double length) const { return length * unit; }
};

void placeChips(ServerBox &box, const ServerNode &node, const QRectF &room, const Px &px)
{
    const double stepX = px(chipWidth + chipGap);
    const double stepY = px(chipHeight + 6);
    const auto columns =
        static_cast<std::size_t>(std::max(1.0, std::floor((room.width() + px(chipGap) + 0.01) / stepX)));
    const auto rows = static_cast<std::size_t>(std::max(1.0, std::floor((room.height() + px(6) + 0.01) / stepY)));
    const std::size_t places = columns * rows;
    const std::size_t all = node.chips.size() + node.chipsLeftOut;
    std::size_t shown = node.chips.size();
    if (all > places) {
        shown = std::min(shown, places - 1);
        box.hiddenChips = all - shown;
    }
    const auto place = [&](std::size_t i) {
        return QRectF(room.left() + static_cast<double>(i % columns) * stepX,
                      room.top() + static_cast<double>(i / columns) * stepY, px(chipWidth),
                      std::min(px(chipHeight), room.height()));
    };
    for (std::size_t i = 0; i < shown; ++i)
        box.chips.push_back(place(i));
    if (box.hiddenChips > 0)
        box.moreChips = place(shown);
}

} // namespace

ClientBox boxOfClient(const ClientNode &node, const QRectF &card, double unit)
{
    const Px px {unit};
    ClientBox box;
    box.entity = node.entity;
    box.card = card;
    const QPointF at = box.card.topLeft();
    box.avatar = QRectF(at + QPointF(px(10), px(15)), QSizeF(px(32), px(32)));
    const double nameRight = node.sessionLabel.isEmpty() ? px(clientWidth - 8) : px(clientWidth - 50);
    box.name = QRectF(at + QPointF(px(52), px(9)), QSizeF(nameRight - px(52), px(22)));
    if (!node.sessionLabel.isEmpty())
        box.label = QRectF(at + QPointF(px(clientWidth - 46), px(10)), QSizeF(px(36), px(18)));
    box.mood = QRectF(at + QPointF(px(52), px(33)), QSizeF(px(clientWidth - 52 - 4), px(20)));
    box.port = QPointF(box.card.right(), box.card.center().y());
    return box;
}

ServerBox boxOfServer(const ServerNode &node, const QRectF &card, ServerDetail detail, double unit)
{
    const Px px {unit};
    ServerBox box;
    box.entity = node.entity;
    box.card = card;
    box.port = QPointF(card.left(), card.center().y());
    box.queue = QPointF(card.left() - px(12), card.bottom() - px(16));
    const QPointF at = card.topLeft();
    const double w = card.width();
    if (detail == ServerDetail::Tile) {
        box.name = QRectF(at + QPointF(px(30), 0), QSizeF(w - px(64), card.height()));
        box.moreChips = QRectF(at + QPointF(w - px(34), 0), QSizeF(px(26), card.height()));
        box.hiddenChips = node.chips.size() + node.chipsLeftOut;
        box.queue = QPointF(card.left() - px(9), card.bottom() - px(6));
        return box;
    }
    const double header = detail == ServerDetail::Full ? px(11) : px(7);
    const double stateWidth = std::min(px(84), w * 0.36);
    box.name = QRectF(at + QPointF(px(36), header), QSizeF(w - px(36) - stateWidth - px(22), px(22)));
    box.state = QRectF(at + QPointF(w - stateWidth - px(16), header), QSizeF(stateWidth, px(22)));
    double chipsTop = px(32);
    if (detail == ServerDetail::Full) {
        const double half = (w - px(44)) / 2;
        box.load = QRectF(at + QPointF(px(16), px(36)), QSizeF(half, px(18)));
        box.sessions = QRectF(at + QPointF(px(28) + half, px(36)), QSizeF(half, px(18)));
        chipsTop = px(62);
    }
    if (!node.note.isEmpty()) {
        // A store: its name may be long, its role stands below.
        box.name.setRight(card.right() - px(10));
        box.note = QRectF(at + QPointF(px(14), px(30)), QSizeF((w - px(28)) * 0.47, px(18)));
        box.state = QRectF(QPointF(box.note.right(), box.note.top()), QPointF(at.x() + w - px(14), box.note.bottom()));
        chipsTop = px(54);
    }
    placeChips(box, node, QRectF(at + QPointF(px(12), chipsTop), QSizeF(w - px(24), card.height() - chipsTop - px(6))),
               px);
    return box;
}

} // namespace sessionarium::ui::stage
