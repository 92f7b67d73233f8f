// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timelineview/lanespainter.h"

#include "ui/timelineview/verdictmark.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace sessionarium::ui::timelineview {

using report::LaneLayout;
using theme::FontRole;

LanesPainter::LanesPainter(QPainter &painter, const LanesPicture &picture, const theme::Theme &theme)
    : m_painter(painter), m_picture(picture), m_theme(theme), m_colours(theme.palette)
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
    paintBands();
    paintLit();
    paintArrows();
    paintBreaks();
    paintPlayhead();
    paintMarks(); // above the playhead: the newest one stands on it
    paintLitNumbers();
    m_painter.restore();
    paintFoldLink();
}

void LanesPainter::paintNames()
{
    for (const LanesGeometry::Row &row : m_picture.geometry.rows) {
        QFont font = m_theme.font(FontRole::Small);
        font.setWeight(row.isClient ? QFont::Medium : QFont::DemiBold);
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

void LanesPainter::paintBands()
{
    const LanesScale &scale = m_picture.scale;
    QFont font = m_theme.boldFont(FontRole::Tiny);
    const QString down = tr("down");
    const QFontMetricsF metrics(font);
    for (const LaneLayout::Band &band : m_picture.layout->bands) {
        if (band.x1 > m_picture.limit || !m_picture.geometry.isShown(band.lane))
            continue;
        const double left = std::max(scale.x(band.x1), scale.left - 4);
        const double right = std::min(scale.x(std::min(band.x2, m_picture.limit)), scale.right);
        if (right <= left)
            continue;
        const double half = std::min(9.0, m_picture.geometry.rowGap * 0.4);
        const QRectF box(left, y(band.lane) - half, right - left, 2 * half);
        m_painter.setPen(QPen(m_colours.bad, 1));
        m_painter.setBrush(m_colours.badSoft);
        m_painter.drawRoundedRect(box, 4, 4);
        if (box.width() < metrics.horizontalAdvance(down) + 16 || half < 7)
            continue;
        m_painter.setFont(font);
        m_painter.setPen(m_colours.badText);
        m_painter.drawText(box.adjusted(8, 0, -4, 0), Qt::AlignLeft | Qt::AlignVCenter, down);
    }
}

QLineF LanesPainter::lineOf(const LitMark &mark) const
{
    return {QPointF(m_picture.scale.x(mark.x1), y(mark.fromLane)), QPointF(m_picture.scale.x(mark.x2), y(mark.toLane))};
}

void LanesPainter::paintLit()
{
    QColor glow = m_colours.accent;
    glow.setAlphaF(0.3F);
    for (const LitMark &mark : m_picture.lit) {
        if (!m_picture.geometry.isShown(mark.fromLane) || !m_picture.geometry.isShown(mark.toLane))
            continue;
        const QLineF line = lineOf(mark);
        if (mark.fromLane != mark.toLane) {
            m_painter.setPen(QPen(glow, 9, Qt::SolidLine, Qt::RoundCap));
            m_painter.drawLine(line);
        } else {
            m_painter.setPen(Qt::NoPen);
            m_painter.setBrush(glow);
            m_painter.drawEllipse(line.p1(), 11, 11);
        }
    }
}

void LanesPainter::paintArrows()
{
    const LanesScale &scale = m_picture.scale;
    const std::vector<LaneLayout::Arrow> &arrows = m_picture.layout->arrows;
    const std::int64_t from = scale.unit(scale.left);
    const std::int64_t to = std::min(scale.unit(scale.right), m_picture.limit);
    // Sorted by x1; an arrow that began before the view may reach into it, by no more than the longest hop on screen.
    constexpr std::int64_t longestHop = 2'000'000;
    auto at = std::lower_bound(arrows.begin(), arrows.end(), from - longestHop,
                               [](const LaneLayout::Arrow &arrow, std::int64_t x) { return arrow.x1 < x; });
    const std::size_t lanes = m_picture.layout->lanes.size();
    std::vector<double> lastX(lanes * lanes <= 4096 ? lanes * lanes : 0, -1e9);
    for (; at != arrows.end() && at->x1 <= to; ++at) {
        if (!m_picture.geometry.isShown(at->fromLane) || !m_picture.geometry.isShown(at->toLane))
            continue;
        const double x1 = scale.x(at->x1);
        if (!lastX.empty()) {
            double &last = lastX[at->fromLane * lanes + at->toLane];
            if (x1 - last < 0.5)
                continue; // on the pixels of the one just drawn
            last = x1;
        }
        const bool arrived = at->x2 <= m_picture.limit;
        QPointF start(x1, y(at->fromLane));
        QPointF end(scale.x(at->x2), y(at->toLane));
        if (!arrived && at->x2 > at->x1)
            end = start
                + (end - start)
                    * (static_cast<double>(m_picture.limit - at->x1) / static_cast<double>(at->x2 - at->x1));
        const std::uint32_t colourIndex =
            at->client.value < m_picture.colourOfEntity.size() ? m_picture.colourOfEntity[at->client.value] : 0;
        // That a message fails is known when it has failed.
        const bool failed = at->failed && arrived;
        const QColor colour = failed ? m_colours.bad : m_colours.user(colourIndex);
        QPen pen(colour, 1.8, Qt::SolidLine, Qt::RoundCap);
        if (failed)
            pen.setDashPattern({2.4, 1.8});
        m_painter.setPen(pen);
        m_painter.drawLine(start, end);
        if (!arrived)
            continue;
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(colour);
        m_painter.drawEllipse(end, 3, 3);
    }
}

void LanesPainter::paintMarks()
{
    const LanesScale &scale = m_picture.scale;
    const std::vector<LaneLayout::Mark> &marks = m_picture.layout->marks;
    const std::int64_t from = scale.unit(scale.left - 10);
    const std::int64_t to = std::min(scale.unit(scale.right), m_picture.limit);
    auto at = std::lower_bound(marks.begin(), marks.end(), from,
                               [](const LaneLayout::Mark &mark, std::int64_t x) { return mark.x < x; });
    const double radius = std::clamp(m_picture.geometry.rowGap * 0.24, 4.0, 6.0) * m_theme.textScale;
    for (; at != marks.end() && at->x <= to; ++at) {
        if (!m_picture.geometry.isShown(at->lane))
            continue;
        const QPointF centre(scale.x(at->x), y(at->lane));
        paintVerdict(m_painter, at->outcome, at->slow, centre, radius, m_colours);
        if (at->request == m_picture.currentMark) {
            m_painter.setPen(QPen(m_colours.accent, 1.8));
            m_painter.setBrush(Qt::NoBrush);
            m_painter.drawEllipse(centre, radius + 4, radius + 4);
        }
    }
}

void LanesPainter::paintBreaks()
{
    const QFont font = m_theme.font(FontRole::Tiny);
    const QFontMetricsF metrics(font);
    const double top = m_picture.top + m_theme.px(2);
    double free = m_picture.scale.left - 4; // labels do not overlap
    for (const LaneBreak &item : m_picture.breaks) {
        const double x = m_picture.scale.x(item.x);
        if (x < m_picture.scale.left || x > m_picture.scale.right)
            continue;
        m_painter.setPen(QPen(m_colours.soft, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawPolyline(QPolygonF({{x, top}, {x + 4, top + 5}, {x - 4, top + 9}, {x, top + 14}}));
        const double width = metrics.horizontalAdvance(item.label) + 2;
        const double at = x + 6;
        if (at < free)
            continue;
        m_painter.setFont(font);
        m_painter.drawText(QRectF(at, top - m_theme.px(1), width, m_theme.px(14)), Qt::AlignLeft | Qt::AlignVCenter,
                           item.label);
        free = at + width + 8;
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
    if (m_picture.gateText.isEmpty())
        return;
    QFont font = m_theme.font(FontRole::Caption);
    font.setWeight(QFont::Medium);
    const double width = QFontMetricsF(font).horizontalAdvance(m_picture.gateText) + 4;
    const bool fitsRight = x + 10 + width <= m_picture.scale.right;
    m_painter.setFont(font);
    m_painter.setPen(m_colours.soft);
    m_painter.drawText(
        QRectF(fitsRight ? x + 10 : x - 10 - width, m_picture.top - m_theme.px(2), width, m_theme.px(16)),
        Qt::AlignLeft | Qt::AlignVCenter, m_picture.gateText);
}

void LanesPainter::paintLitNumbers()
{
    const QFont font = m_theme.boldFont(FontRole::Tiny);
    std::vector<QPointF> taken;
    for (const LitMark &mark : m_picture.lit) {
        if (mark.number <= 0 || !m_picture.geometry.isShown(mark.fromLane) || !m_picture.geometry.isShown(mark.toLane))
            continue;
        const double reach = m_theme.px(9);
        const QLineF line = lineOf(mark);
        QPointF at = mark.fromLane == mark.toLane ? line.p1() - QPointF(0, reach * 1.5) : line.center();
        while (std::any_of(taken.begin(), taken.end(),
                           [&](QPointF other) { return QLineF(other, at).length() < 2 * reach; }))
            at += QPointF(2.1 * reach, 0);
        taken.push_back(at);
        m_painter.setPen(QPen(m_colours.text, 1.6));
        m_painter.setBrush(m_colours.card);
        m_painter.drawEllipse(at, reach, reach);
        m_painter.setFont(font);
        m_painter.setPen(m_colours.text);
        m_painter.drawText(QRectF(at - QPointF(reach, reach), QSizeF(2 * reach, 2 * reach)), Qt::AlignCenter,
                           QString::number(mark.number));
    }
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

} // namespace sessionarium::ui::timelineview
