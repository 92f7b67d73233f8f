// SPDX-License-Identifier: GPL-3.0-or-later
// The part of ScenePainter that says something about the nodes: callout, numbers of the lit chain, legend.
#include "ui/stage/chippainter.h"
#include "ui/stage/scenepainter.h"
#include "ui/widgets/icons.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace sessionarium::ui::stage {

using theme::FontRole;
using widgets::Badge;

void ScenePainter::paintCallout()
{
    if (!m_scene.callout || m_layout.callout.width() < px(40))
        return;
    const Callout &callout = *m_scene.callout;
    const QRectF &box = m_layout.callout;
    m_painter.setPen(QPen(m_colours.bad, px(1.6)));
    m_painter.setBrush(m_focus.calloutHovered ? m_colours.hover : m_colours.card);
    m_painter.drawRoundedRect(box, px(12), px(12));
    paintBadge(m_painter, Badge::Bad, QPointF(box.left() + px(20), box.center().y()), px(8), m_colours);
    const double left = box.left() + px(38);
    const double width = box.width() - px(46);
    QFont bold = font(FontRole::Control);
    bold.setWeight(QFont::Bold);
    const double why = callout.finished ? px(22) : 0;
    const QRectF words(left, box.top() + px(5), width, box.height() - px(10) - why);
    if (QFontMetricsF(bold).horizontalAdvance(callout.text) <= width) {
        text(words, Qt::AlignLeft | Qt::AlignVCenter, callout.text, bold, m_colours.text);
    } else {
        m_painter.setFont(bold);
        m_painter.setPen(m_colours.text);
        m_painter.drawText(words, int(Qt::AlignLeft) | Qt::AlignVCenter | Qt::TextWordWrap, callout.text);
    }
    text(QRectF(left, box.bottom() - px(5) - px(19), width, px(19)), Qt::AlignLeft | Qt::AlignVCenter, callout.whyText,
         font(FontRole::Caption), m_colours.accentText);
}

void ScenePainter::paintLitNumbers()
{
    QFont figures = font(FontRole::Caption);
    figures.setWeight(QFont::Bold);
    for (std::size_t i = 0; i < m_scene.lit.size(); ++i) {
        const QPointF &at = m_layout.lit[i];
        if (at.x() < 0 || m_scene.lit[i].number <= 0)
            continue;
        m_painter.setPen(QPen(m_colours.text, px(1.8)));
        m_painter.setBrush(m_colours.card);
        m_painter.drawEllipse(at, px(10), px(10));
        text(QRectF(at - QPointF(px(10), px(10)), QSizeF(px(20), px(20))), Qt::AlignCenter,
             QString::number(m_scene.lit[i].number), figures, m_colours.text);
    }
}

void ScenePainter::paintLegend()
{
    if (m_layout.legend.isEmpty())
        return;
    const auto len = [this](double length) { return length * m_layout.legendUnit; };
    const QFont words = m_theme.font(FontRole::Tiny, m_layout.legendUnit / m_theme.textScale);
    const QFontMetricsF metrics(words);
    const double y = m_layout.legend.center().y();
    double x = m_layout.legend.left();
    // A sample, its word, a gap; what does not fit is left out whole.
    const auto item = [&](const QString &word, double sampleWidth, const auto &sample) {
        const double wordWidth = metrics.horizontalAdvance(word);
        if (x + len(sampleWidth + 8) + wordWidth > m_layout.legend.right())
            return;
        sample(QPointF(x + len(sampleWidth) / 2, y));
        text(QRectF(x + len(sampleWidth + 7), y - len(10), wordWidth + 2, len(20)), Qt::AlignLeft | Qt::AlignVCenter,
             word, words, m_colours.soft);
        x += len(sampleWidth + 7 + 22) + wordWidth;
    };
    const auto chip = [this, len](ChipKind kind) {
        return [this, kind, len](QPointF c) {
            paintChipSample(m_painter, kind, QRectF(c - QPointF(len(9), len(6)), QSizeF(len(18), len(12))), m_theme);
        };
    };
    item(tr("request"), 12, [&](QPointF c) {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(m_colours.soft);
        m_painter.drawEllipse(c, len(5.5), len(5.5));
    });
    item(tr("response"), 12, [&](QPointF c) {
        m_painter.setPen(QPen(m_colours.soft, len(2.4)));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawEllipse(c, len(5), len(5));
    });
    if (m_scene.hasPeers) {
        item(tr("replication"), 14, [&](QPointF c) {
            m_painter.setPen(QPen(m_colours.soft, len(2)));
            m_painter.setBrush(Qt::NoBrush);
            m_painter.drawPolygon(QPolygonF(
                {c - QPointF(0, len(6)), c + QPointF(len(6), 0), c + QPointF(0, len(6)), c - QPointF(len(6), 0)}));
        });
    }
    if (!m_scene.stores.empty()) {
        item(tr("store"), 12, [&](QPointF c) {
            m_painter.setPen(Qt::NoPen);
            m_painter.setBrush(m_colours.soft);
            m_painter.drawRoundedRect(QRectF(c - QPointF(len(5), len(5)), QSizeF(len(10), len(10))), len(1.5),
                                      len(1.5));
        });
    }
    item(tr("failure"), 14, [&](QPointF c) { paintBadge(m_painter, Badge::Bad, c, len(6), m_colours); });
    item(tr("in charge"), 18, chip(ChipKind::InCharge));
    const auto shown = [this](ChipKind kind) {
        return std::any_of(m_scene.servers.begin(), m_scene.servers.end(), [kind](const ServerNode &server) {
            return std::any_of(server.chips.begin(), server.chips.end(),
                               [kind](const SessionChip &c) { return c.kind == kind; });
        });
    };
    // Kinds that only some policies have are explained when they are on the stage.
    if (shown(ChipKind::Replica))
        item(tr("replica"), 18, chip(ChipKind::Replica));
    if (shown(ChipKind::Stale))
        item(tr("stale"), 22, chip(ChipKind::Stale));
    item(tr("missing"), 18, chip(ChipKind::Missing));
    const bool queued = std::any_of(m_scene.servers.begin(), m_scene.servers.end(),
                                    [](const ServerNode &server) { return server.queuedChanges > 0; });
    if (queued) {
        item(tr("waits to be sent"), 14, [&](QPointF c) {
            m_painter.setPen(QPen(m_colours.soft, len(1.6)));
            m_painter.setBrush(Qt::NoBrush);
            m_painter.drawRoundedRect(QRectF(c - QPointF(len(7), len(6)), QSizeF(len(14), len(12))), len(6), len(6));
            m_painter.drawPolygon(QPolygonF(
                {c - QPointF(0, len(3)), c + QPointF(len(3), 0), c + QPointF(0, len(3)), c - QPointF(len(3), 0)}));
        });
    }
    if (m_scene.sight == Sight::Belief) {
        item(tr("not so in truth"), 12, [&](QPointF c) {
            m_painter.setPen(QPen(m_colours.warnText, len(1.6), Qt::SolidLine, Qt::RoundCap));
            for (const double dy : {-2.0, 2.0})
                m_painter.drawLine(c + QPointF(-len(4.5), len(dy)), c + QPointF(len(4.5), len(dy)));
            m_painter.drawLine(c + QPointF(-len(2.6), len(5)), c + QPointF(len(2.6), -len(5)));
        });
    }
    const bool pinned = std::any_of(m_scene.routes.begin(), m_scene.routes.end(),
                                    [](const Route &route) { return route.kind != Route::Kind::Way; });
    if (pinned) {
        item(tr("pin"), 12, [&](QPointF c) {
            m_painter.setPen(QPen(m_colours.soft, len(2), Qt::SolidLine, Qt::RoundCap));
            m_painter.drawLine(c + QPointF(0, -len(2)), c + QPointF(0, len(7)));
            m_painter.setBrush(m_colours.soft);
            m_painter.drawEllipse(c - QPointF(0, len(3)), len(4), len(4));
        });
    }
}

} // namespace sessionarium::ui::stage
