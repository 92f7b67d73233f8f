// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timelineview/lanespainter.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace sessionarium::ui::timelineview {

using report::LaneLayout;
using theme::FontRole;

QFont laneNameFont(const theme::Theme &theme, bool isClient)
{
    QFont font = theme.font(FontRole::Small);
    font.setWeight(isClient ? QFont::Medium : QFont::DemiBold);
    return font;
}

QFont gateFont(const theme::Theme &theme)
{
    QFont font = theme.font(FontRole::Caption);
    font.setWeight(QFont::Medium);
    return font;
}

LanesPainter::LanesPainter(QPainter &painter, const LanesPicture &picture, const theme::Theme &theme,
                           MarkSprites *sprites)
    : m_painter(painter),
      m_picture(picture),
      m_theme(theme),
      m_colours(theme.palette),
      m_sprites(sprites ? *sprites : m_ownSprites)
{
}

void LanesPainter::paint()
{
    if (!m_picture.layout)
        return;
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
    const LanesScale &scale = m_picture.scale;
    m_painter.setClipRect(QRectF(0, m_picture.top + m_theme.px(10), scale.right + 1000,
                                 m_picture.bottom - m_picture.top - m_theme.px(10)));
    paintNames();
    m_painter.setClipRect(QRectF(scale.left - 7, 0, scale.right - scale.left + 14, m_picture.bottom + m_theme.px(8)));
    paintLanes();
    paintBands(false);
    paintChosen();
    paintLit();
    paintArrows();
    paintBands(true);
    paintHits();
    paintBreaks();
    paintPlayhead();
    paintMarks(); // above the playhead: the newest one stands on it
    paintLitNumbers();
    m_painter.restore();
    paintEmpty();
    paintFoldLink();
}

void LanesPainter::paintNames()
{
    for (const LanesGeometry::Row &row : m_picture.geometry.rows) {
        QFont font = laneNameFont(m_theme, row.isClient);
        if (m_picture.geometry.rowGap < m_theme.px(18))
            font.setPixelSize(std::max(9, static_cast<int>(m_picture.geometry.rowGap * 0.66)));
        const QRectF box(m_theme.px(4), row.y - m_picture.scroll - m_picture.geometry.rowGap / 2,
                         m_picture.scale.left - m_theme.px(16), m_picture.geometry.rowGap);
        m_painter.setFont(font);
        m_painter.setPen(m_colours.text);
        m_painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter,
                           QFontMetricsF(font).elidedText(row.name, Qt::ElideRight, box.width()));
    }
}

void LanesPainter::paintLanes()
{
    const LanesScale &scale = m_picture.scale;
    const double limit = std::clamp(scale.x(m_picture.limit), scale.left, scale.right);
    QPen ahead(m_colours.border, 1, Qt::CustomDashLine, Qt::RoundCap);
    ahead.setDashPattern({2, 6});
    for (const LanesGeometry::Row &row : m_picture.geometry.rows) {
        const double at = row.y - m_picture.scroll;
        m_painter.setPen(QPen(m_colours.line, 1.4, Qt::SolidLine, Qt::RoundCap));
        m_painter.drawLine(QPointF(scale.left, at), QPointF(limit, at));
        m_painter.setPen(ahead);
        m_painter.drawLine(QPointF(limit, at), QPointF(scale.right, at));
    }
}

void LanesPainter::paintBands(bool words)
{
    using Kind = LaneLayout::Band::Kind;
    const LanesScale &scale = m_picture.scale;
    // A process that answers nobody is seen whatever else is the matter with it.
    for (const bool outOfService : {false, true}) {
        for (const LaneLayout::Band &band : m_picture.layout->bands) {
            if (band.x1 > m_picture.limit || !m_picture.geometry.isShown(band.lane)
                || outOfService == (band.kind == Kind::Slow || band.kind == Kind::Cut))
                continue;
            const double left = std::max(scale.x(band.x1), scale.left - 4);
            const double right = std::min(scale.x(std::min(band.x2, m_picture.limit)), scale.right);
            if (right <= left)
                continue;
            const double half = std::min(9.0, m_picture.geometry.rowGap * 0.4);
            const QRectF box(left, y(band.lane) - half, right - left, 2 * half);
            words ? paintBandWords(band.kind, box) : paintBand(band.kind, box);
        }
    }
}

/// Each kind has a look of its own, also without colour: filled, hatched, a dashed frame with wide hatching, an empty
/// dashed frame.
BandLook LanesPainter::lookOf(LaneLayout::Band::Kind kind) const
{
    BandLook look {QString(), m_colours.badText, m_colours.badSoft, QPen(m_colours.bad, 1), 0};
    switch (kind) {
    case LaneLayout::Band::Kind::Down:
        look.words = tr("down");
        break;
    case LaneLayout::Band::Kind::Gone:
        look.words = tr("gone");
        break;
    case LaneLayout::Band::Kind::Hung:
        look = {tr("hung"), m_colours.warnText, m_colours.warnSoft, QPen(m_colours.warn, 1), 6};
        break;
    case LaneLayout::Band::Kind::Slow:
        look = {tr("slow"), m_colours.warnText, m_colours.card, QPen(m_colours.warn, 1), 14};
        look.frame.setDashPattern({4, 3});
        break;
    case LaneLayout::Band::Kind::Cut:
        look.words = tr("cut off");
        look.behind = m_colours.card;
        look.frame.setWidthF(1.4);
        look.frame.setDashPattern({2, 3});
        break;
    }
    return look;
}

void LanesPainter::paintBand(LaneLayout::Band::Kind kind, const QRectF &box)
{
    const BandLook look = lookOf(kind);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(look.behind != m_colours.card ? QBrush(look.behind) : QBrush(Qt::NoBrush));
    m_painter.drawRoundedRect(box, 4, 4);
    if (look.hatch > 0)
        paintHatch(box, look.frame.color(), look.hatch);
    m_painter.setPen(look.frame);
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawRoundedRect(box, 4, 4);
}

/// On a ground of their own: neither hatching nor arrows run through them.
void LanesPainter::paintBandWords(LaneLayout::Band::Kind kind, const QRectF &box)
{
    const BandLook look = lookOf(kind);
    const QFont font = m_theme.boldFont(FontRole::Tiny);
    const double width = QFontMetricsF(font).horizontalAdvance(look.words) + 2;
    if (box.width() < width + 14 || box.height() < 14)
        return;
    const QRectF place(box.left() + 6, box.top() + 1.5, width + 4, box.height() - 3);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(look.behind);
    m_painter.drawRect(place);
    m_painter.setFont(font);
    m_painter.setPen(look.ink);
    m_painter.drawText(place.adjusted(2, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, look.words);
}

void LanesPainter::paintHatch(const QRectF &box, const QColor &ink, double step)
{
    QList<QLineF> lines;
    const double tall = box.height();
    // Lines stay where they are when the view moves along the band.
    const double offset = std::fmod(box.left(), step);
    for (double x = box.left() - offset - tall; x < box.right(); x += step) {
        const double from = std::max(x, box.left());
        const double to = std::min(x + tall, box.right());
        if (to > from)
            lines.append({QPointF(from, box.bottom() - (from - x)), QPointF(to, box.bottom() - (to - x))});
    }
    m_painter.setPen(QPen(ink, 0.9, Qt::SolidLine, Qt::FlatCap));
    m_painter.drawLines(lines);
}

void LanesPainter::paintBreaks()
{
    const double top = m_picture.top + m_theme.px(2);
    const double playhead = m_picture.scale.x(m_picture.limit);
    m_painter.setFont(m_theme.font(FontRole::Tiny));
    for (const LaneBreak &item : m_picture.breaks) {
        const double x = m_picture.scale.x(item.x);
        if (x < m_picture.scale.left || x > m_picture.scale.right || std::abs(x - playhead) < 6)
            continue;
        m_painter.setPen(QPen(m_colours.soft, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawPolyline(QPolygonF({{x, top}, {x + 4, top + 5}, {x - 4, top + 9}, {x, top + 14}}));
        if (!item.box.isEmpty())
            m_painter.drawText(item.box, Qt::AlignLeft | Qt::AlignVCenter, item.label);
    }
}

void LanesPainter::paintPlayhead()
{
    const double x = m_picture.scale.x(m_picture.limit);
    if (x < m_picture.scale.left - 1 || x > m_picture.scale.right + 1)
        return;
    m_painter.setPen(QPen(m_colours.accent, 2, Qt::SolidLine, Qt::RoundCap));
    m_painter.drawLine(QPointF(x, m_picture.top), QPointF(x, m_picture.bottom));
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_colours.accent);
    m_painter.drawPolygon(
        QPolygonF({{x - 6.5, m_picture.top - 2}, {x + 6.5, m_picture.top - 2}, {x, m_picture.top + 7}}));
    if (m_picture.gateBox.isEmpty())
        return;
    m_painter.setFont(gateFont(m_theme));
    m_painter.setPen(m_colours.soft);
    m_painter.drawText(m_picture.gateBox, Qt::AlignLeft | Qt::AlignVCenter, m_picture.gateText);
}

void LanesPainter::paintFoldLink()
{
    if (m_picture.foldText.isEmpty())
        return;
    QFont font = m_theme.font(FontRole::Caption);
    font.setUnderline(m_picture.foldLinkHovered);
    m_painter.setFont(font);
    m_painter.setPen(m_colours.accentText);
    m_painter.drawText(m_picture.foldLink, Qt::AlignRight | Qt::AlignVCenter, m_picture.foldText);
}

void LanesPainter::paintEmpty()
{
    if (m_picture.emptyText.isEmpty())
        return;
    const double width = std::max(0.0, m_picture.scale.right - m_theme.px(16) * 2);
    m_painter.setFont(m_theme.font(FontRole::Detail));
    m_painter.setPen(m_colours.soft);
    m_painter.drawText(QRectF(m_theme.px(16), m_picture.top + m_theme.px(18), width,
                              m_picture.bottom - m_picture.top - m_theme.px(18)),
                       Qt::AlignCenter | Qt::TextWordWrap, m_picture.emptyText);
}

} // namespace sessionarium::ui::timelineview
