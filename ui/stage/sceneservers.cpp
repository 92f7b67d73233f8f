// SPDX-License-Identifier: GPL-3.0-or-later
// The part of ScenePainter that paints servers and stores.
#include "ui/stage/chippainter.h"
#include "ui/stage/scenepainter.h"
#include "ui/widgets/icons.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace sessionarium::ui::stage {

using theme::FontRole;
using widgets::Badge;

void ScenePainter::paintServer(const ServerNode &node, const ServerBox &box)
{
    const double radius = px(m_layout.serverDetail == ServerDetail::Tile ? 9 : 14);
    const bool down = node.state == NodeState::Down;
    paintFrame(box.card, radius, down ? m_colours.badSoft : m_colours.card, node.entity);
    const bool troubled = node.state == NodeState::Warning || node.state == NodeState::Draining;
    if (down || troubled) {
        QPen dashed(down ? m_colours.bad : m_colours.warn, px(node.entity == m_focus.selected ? 2.2 : 1.4));
        dashed.setDashPattern({4.5, 3});
        m_painter.setPen(dashed);
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawRoundedRect(box.card, radius, radius);
    }
    const bool tile = m_layout.serverDetail == ServerDetail::Tile;
    const QPointF badge(box.card.left() + px(tile ? 16 : 22), box.name.center().y());
    const Badge sign = down                 ? Badge::Bad
        : node.state == NodeState::Warning  ? Badge::Clock
        : node.state == NodeState::Draining ? Badge::Dash
                                            : Badge::Good;
    paintBadge(m_painter, sign, badge, px(tile ? 6 : 7), m_colours);
    QFont name = font(tile ? FontRole::Caption : FontRole::Body);
    name.setWeight(QFont::Bold);
    text(box.name, Qt::AlignLeft | Qt::AlignVCenter, node.name, name, m_colours.text);
    text(box.state, Qt::AlignRight | Qt::AlignVCenter, node.stateText, font(FontRole::Caption),
         down           ? m_colours.badText
             : troubled ? m_colours.warnText
                        : m_colours.soft);
    text(box.note, Qt::AlignLeft | Qt::AlignVCenter, node.note, font(FontRole::Tiny), m_colours.soft);
    paintServerBars(node, box);
    for (std::size_t i = 0; i < box.chips.size(); ++i)
        paintChip(m_painter, node.chips[i], box.chips[i], m_theme, m_layout.unit);
    if (box.hiddenChips > 0) {
        const QString more = tile ? QString::number(box.hiddenChips) : QStringLiteral("+%1").arg(box.hiddenChips);
        if (!tile) {
            m_painter.setPen(QPen(m_colours.border, px(1)));
            m_painter.setBrush(m_colours.field);
            m_painter.drawRoundedRect(box.moreChips, box.moreChips.height() / 2, box.moreChips.height() / 2);
        }
        text(box.moreChips, Qt::AlignCenter, more, font(FontRole::Caption), m_colours.text);
    }
    double right = box.card.right() - px(12);
    const auto tag = [&](Tag kind, std::uint32_t count) {
        if (count > 0)
            right = paintTag(kind, QString::number(count), QPointF(right, box.card.bottom())) - px(6);
    };
    tag(Tag::Queued, node.queuedChanges);
    tag(Tag::Waiting, node.awaiting);
    if (!node.truth.isEmpty())
        //: Seen as the balancer believes it; %1 is how the server is: "down".
        paintTag(Tag::Differs, tr("in truth: %1").arg(node.truth), QPointF(right, box.card.bottom()));
}

/// A pill on the lower edge of a card: a sign and a few words. Returns its left end.
double ScenePainter::paintTag(Tag kind, const QString &words, QPointF right)
{
    const QFont tiny = font(FontRole::Tiny);
    const double sign = px(kind == Tag::Tabs ? 0 : 16);
    const double width = QFontMetricsF(tiny).horizontalAdvance(words) + sign + px(14);
    const QRectF box(right.x() - width, right.y() - px(9), width, px(18));
    const bool differs = kind == Tag::Differs;
    m_painter.setPen(QPen(differs ? m_colours.warn : m_colours.line, px(1.2)));
    m_painter.setBrush(m_colours.card);
    m_painter.drawRoundedRect(box, px(9), px(9));
    const QPointF at(box.left() + px(13), box.center().y());
    if (kind == Tag::Queued) {
        m_painter.setPen(QPen(m_colours.soft, px(1.6)));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawPolygon(QPolygonF(
            {at - QPointF(0, px(4.6)), at + QPointF(px(4.6), 0), at + QPointF(0, px(4.6)), at - QPointF(px(4.6), 0)}));
    } else if (kind == Tag::Waiting) {
        paintBadge(m_painter, Badge::Clock, at, px(5), m_colours);
    } else if (differs) {
        m_painter.setPen(QPen(m_colours.warnText, px(1.5), Qt::SolidLine, Qt::RoundCap));
        for (const double y : {-1.8, 1.8})
            m_painter.drawLine(at + QPointF(-px(4), px(y)), at + QPointF(px(4), px(y)));
        m_painter.drawLine(at + QPointF(-px(2.4), px(4.6)), at + QPointF(px(2.4), -px(4.6)));
    }
    text(box.adjusted(px(7) + sign, 0, -px(5), 0), Qt::AlignLeft | Qt::AlignVCenter, words, tiny,
         differs ? m_colours.warnText : m_colours.text);
    return box.left();
}

void ScenePainter::paintServerBars(const ServerNode &node, const ServerBox &box)
{
    if (box.load.isEmpty() || node.capacity == 0)
        return;
    const double load = static_cast<double>(node.inService) / node.capacity;
    paintGauge(box.load, tr("load"), load, QStringLiteral("%1/%2").arg(node.inService).arg(node.capacity));
    paintGauge(box.sessions, tr("sessions"), static_cast<double>(node.sessions) / node.sessionsScale,
               QString::number(node.sessions));
}

void ScenePainter::paintGauge(const QRectF &box, const QString &label, double share, const QString &figure)
{
    const QFont words = font(FontRole::Tiny);
    const QFontMetricsF metrics(words);
    const double labelWidth = std::min(metrics.horizontalAdvance(label), box.width() * 0.5);
    const double figureWidth =
        std::max(metrics.horizontalAdvance(figure), metrics.horizontalAdvance(QStringLiteral("0/0")));
    text(QRectF(box.left(), box.top(), labelWidth, box.height()), Qt::AlignLeft | Qt::AlignVCenter, label, words,
         m_colours.soft);
    text(QRectF(box.right() - figureWidth, box.top(), figureWidth, box.height()), Qt::AlignRight | Qt::AlignVCenter,
         figure, words, m_colours.soft);
    const QRectF track(box.left() + labelWidth + px(6), box.center().y() - px(3.5),
                       box.width() - labelWidth - figureWidth - px(12), px(7));
    if (track.width() < px(8))
        return;
    m_painter.setPen(QPen(m_colours.border, px(0.8)));
    m_painter.setBrush(m_colours.window);
    m_painter.drawRoundedRect(track, px(3.5), px(3.5));
    if (share <= 0)
        return;
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_colours.accent);
    const double filled = std::clamp(track.width() * share, px(7), track.width());
    m_painter.drawRoundedRect(QRectF(track.left(), track.top(), filled, track.height()), px(3.5), px(3.5));
}

/// Those who wait stand before the server, the first nearest; more than six are said by a number.
void ScenePainter::paintQueue(const ServerNode &node, const ServerBox &box)
{
    const std::size_t shown = std::min<std::size_t>(node.queue.size(), node.queue.size() > 6 ? 5 : 6);
    for (std::size_t i = 0; i < shown; ++i) {
        m_painter.setPen(QPen(m_colours.user(node.queue[i]), px(1.8)));
        m_painter.setBrush(m_colours.card);
        m_painter.drawEllipse(box.queue - QPointF(px(12) * static_cast<double>(i), 0), px(4.5), px(4.5));
    }
    if (shown < node.queue.size()) {
        const double right = box.queue.x() - px(12) * static_cast<double>(shown);
        text(QRectF(right - px(40), box.queue.y() - px(9), px(44), px(18)), Qt::AlignRight | Qt::AlignVCenter,
             QStringLiteral("+%1").arg(node.queue.size() - shown), font(FontRole::Tiny), m_colours.soft);
    }
}

} // namespace sessionarium::ui::stage
