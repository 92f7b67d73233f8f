// SPDX-License-Identifier: GPL-3.0-or-later
// The part of LanesPainter that paints what goes from lane to lane, and what is marked there.
#include "ui/timelineview/lanespainter.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace sessionarium::ui::timelineview {

using report::LaneLayout;
using theme::FontRole;

namespace {
constexpr double lineWidth = 1.8;
constexpr double dotRadius = 3;
constexpr double widestLine = 1; // pixels between the first and the last message of what is drawn as one line
constexpr double cellWidth = 6; // of what is too dense for lines

/// Messages too dense for lines: how many pass between two neighbouring rows in each few pixels, as a shade. Costs the
/// same for any number of them, and nothing is painted twice.
class DenseFlow
{
public:
    DenseFlow(const LanesGeometry &geometry, const LanesScale &scale)
        : m_geometry(geometry), m_left(scale.left), m_rowOfLane(geometry.yOfLane.size(), 0)
    {
        for (std::uint32_t row = 0; row < geometry.rows.size(); ++row)
            m_rowOfLane[geometry.rows[row].lane] = row;
        m_columns = static_cast<std::size_t>(std::max(0.0, scale.right - scale.left) / cellWidth) + 1;
    }

    void add(std::uint32_t fromLane, std::uint32_t toLane, double x1, double x2, std::uint32_t count,
             const QColor &colour)
    {
        const std::uint32_t a = std::min(m_rowOfLane[fromLane], m_rowOfLane[toLane]);
        const std::uint32_t b = std::max(m_rowOfLane[fromLane], m_rowOfLane[toLane]);
        if (m_cells.empty())
            m_cells.resize(m_columns * m_geometry.rows.size());
        const std::size_t first = column(x1);
        const std::size_t last = column(x2);
        const float share = static_cast<float>(count) / static_cast<float>(last - first + 1);
        for (std::uint32_t row = a; row < b; ++row) {
            for (std::size_t at = first; at <= last; ++at) {
                Cell &cell = m_cells[row * m_columns + at];
                cell.mixed = cell.mixed || (cell.count > 0 && cell.colour != colour.rgb());
                cell.colour = colour.rgb();
                cell.count += share;
            }
        }
    }

    void paint(QPainter &painter, double scroll, const QColor &ofMany) const
    {
        for (std::size_t row = 0; !m_cells.empty() && row + 1 < m_geometry.rows.size(); ++row) {
            const double top = m_geometry.rows[row].y - scroll;
            const double bottom = m_geometry.rows[row + 1].y - scroll;
            for (std::size_t at = 0; at < m_columns; ++at) {
                const Cell &cell = m_cells[row * m_columns + at];
                if (cell.count <= 0)
                    continue;
                QColor fill = cell.mixed ? ofMany : QColor(cell.colour);
                // Ten times as many are seen as more, a hundred times as still more.
                fill.setAlphaF(std::clamp(0.2F + 0.16F * std::log2(1 + cell.count), 0.2F, 0.85F));
                painter.fillRect(QRectF(m_left + static_cast<double>(at) * cellWidth, top, cellWidth, bottom - top),
                                 fill);
            }
        }
    }

private:
    struct Cell
    {
        float count = 0;
        QRgb colour = 0;
        bool mixed = false;
    };
    [[nodiscard]] std::size_t column(double x) const
    {
        return std::min(static_cast<std::size_t>(std::max(0.0, x - m_left) / cellWidth), m_columns - 1);
    }

    const LanesGeometry &m_geometry;
    double m_left;
    std::size_t m_columns = 0;
    std::vector<std::uint32_t> m_rowOfLane;
    std::vector<Cell> m_cells; // by row above, by column
};

} // namespace

double markRadius(const LanesPicture &picture, const theme::Theme &theme)
{
    return std::clamp(picture.geometry.rowGap * 0.24, 4.0, 6.0) * theme.textScale;
}

QLineF LanesPainter::lineOf(const LitMark &mark) const
{
    return {QPointF(m_picture.scale.x(mark.x1), y(mark.fromLane)), QPointF(m_picture.scale.x(mark.x2), y(mark.toLane))};
}

/// The way of the request that is selected, under its arrows.
void LanesPainter::paintChosen()
{
    QColor glow = m_colours.accent;
    glow.setAlphaF(0.18F);
    for (const LitMark &mark : m_picture.chosen) {
        if (!isShown(mark))
            continue;
        m_painter.setPen(QPen(glow, 7, Qt::SolidLine, Qt::RoundCap));
        m_painter.drawLine(lineOf(mark));
    }
}

void LanesPainter::paintLit()
{
    QColor glow = m_colours.accent;
    glow.setAlphaF(0.3F);
    for (const LitMark &mark : m_picture.lit) {
        if (!isShown(mark))
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

QColor LanesPainter::colourOf(const LaneStroke &stroke, bool arrived) const
{
    if (stroke.failed && arrived) // that a message fails is known when it has failed
        return m_colours.bad;
    if (stroke.mixed)
        return m_colours.soft; // a user's colour is for that user only
    const std::uint32_t entity = stroke.client.value;
    if (stroke.client.isNone() || entity >= m_picture.colourOfEntity.size())
        return m_colours.soft;
    return m_colours.user(m_picture.colourOfEntity[entity]);
}

void LanesPainter::paintArrows()
{
    const LanesScale &scale = m_picture.scale;
    DenseFlow flow(m_picture.geometry, scale);
    DenseFlow failures(m_picture.geometry, scale);
    const auto isDense = [&](const LaneStroke &stroke, bool arrived) {
        if (static_cast<double>(stroke.x1Last - stroke.x1First) * scale.pixelsPerUnit < cellWidth)
            return false;
        (stroke.failed ? failures : flow)
            .add(stroke.fromLane, stroke.toLane, scale.x(stroke.x1First),
                 scale.x(arrived ? stroke.x2Last : std::min(stroke.x2Last, m_picture.limit)), stroke.count,
                 colourOf(stroke, arrived));
        return true;
    };
    std::vector<std::pair<const LaneStroke *, bool>> lines;
    for (const LaneStroke &stroke : m_picture.traffic.arrived()) {
        if (!isDense(stroke, true))
            lines.emplace_back(&stroke, true);
    }
    for (const LaneStroke &stroke : m_picture.traffic.underWay()) {
        if (!isDense(stroke, false))
            lines.emplace_back(&stroke, false);
    }
    // Cells lie edge to edge.
    m_painter.setRenderHint(QPainter::Antialiasing, false);
    flow.paint(m_painter, m_picture.scroll, m_colours.soft);
    failures.paint(m_painter, m_picture.scroll, m_colours.bad);
    m_painter.setRenderHint(QPainter::Antialiasing);
    for (const auto &[stroke, arrived] : lines)
        paintStroke(*stroke, arrived);
    flushLines();
}

void LanesPainter::paintStroke(const LaneStroke &stroke, bool arrived)
{
    const LanesScale &scale = m_picture.scale;
    const double y1 = y(stroke.fromLane);
    const double y2 = y(stroke.toLane);
    const QColor colour = colourOf(stroke, arrived);
    // Where a message on its way is at the limit.
    const auto head = [&](std::int64_t x1, std::int64_t x2) {
        const double share = x2 > x1 ? static_cast<double>(m_picture.limit - x1) / static_cast<double>(x2 - x1) : 1;
        return QPointF(scale.x(m_picture.limit), y1 + (y2 - y1) * std::clamp(share, 0.0, 1.0));
    };
    const QPointF start(scale.x(stroke.x1First), y1);
    const QPointF end = arrived ? QPointF(scale.x(stroke.x2First), y2) : head(stroke.x1First, stroke.x2First);
    const QPointF lastStart(scale.x(stroke.x1Last), y1);
    const QPointF lastEnd = arrived ? QPointF(scale.x(stroke.x2Last), y2) : head(stroke.x1Last, stroke.x2Last);
    const double wide = std::max(lastStart.x() - start.x(), lastEnd.x() - end.x());
    const bool failed = stroke.failed && arrived;
    if (wide >= widestLine) {
        flushLines();
        // As dark as so many lines would make it.
        QColor fill = colour;
        fill.setAlphaF(static_cast<float>(std::clamp(stroke.count * lineWidth / (wide + lineWidth), 0.25, 0.85)));
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(fill);
        const double half = lineWidth / 2;
        m_painter.drawPolygon(QPolygonF({start - QPointF(half, 0), lastStart + QPointF(half, 0),
                                         lastEnd + QPointF(half, 0), end - QPointF(half, 0)}));
        return;
    }
    if (colour != m_lineColour || failed != m_lineFailed)
        flushLines();
    m_lineColour = colour;
    m_lineFailed = failed;
    m_lines.append(QLineF(start, end));
    if (arrived)
        m_dots.push_back(end);
}

/// Lines of one pen at once; with flat ends, which the raster paints much faster and which the lanes and dots hide.
void LanesPainter::flushLines()
{
    if (m_lines.isEmpty())
        return;
    QPen pen(m_lineColour, lineWidth, Qt::SolidLine, Qt::FlatCap);
    if (m_lineFailed)
        pen.setDashPattern({2.4, 1.8});
    m_painter.setPen(pen);
    m_painter.drawLines(m_lines);
    for (const QPointF &dot : m_dots)
        m_sprites.paintDot(m_painter, m_lineColour, dot, dotRadius);
    m_lines.clear();
    m_dots.clear();
}

/// What was searched for: a frame about the place, a larger one where the search is.
void LanesPainter::paintHits()
{
    for (const HitMark &hit : m_picture.hits) {
        if (!m_picture.geometry.isShown(hit.lane))
            continue;
        const QPointF centre(m_picture.scale.x(hit.x), y(hit.lane));
        QColor soft = m_colours.warn;
        soft.setAlphaF(hit.isCurrent ? 0.45F : 0.22F);
        m_painter.setPen(QPen(m_colours.warn, hit.isCurrent ? 2.2 : 1.2));
        m_painter.setBrush(soft);
        const double reach = hit.isCurrent ? 9 : 6;
        m_painter.drawRoundedRect(QRectF(centre - QPointF(reach, reach), QSizeF(2 * reach, 2 * reach)), 3, 3);
    }
}

void LanesPainter::paintMarks()
{
    const double radius = markRadius(m_picture, m_theme);
    const auto ring = [&](const QPointF &centre, double width) {
        m_painter.setPen(QPen(m_colours.accent, width));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawEllipse(centre, radius + 4, radius + 4);
    };
    for (const MarkSpot &spot : m_picture.marks) {
        const LaneLayout::Mark &mark = m_picture.layout->marks[spot.mark];
        m_sprites.paintMark(m_painter, mark.outcome, mark.slow, QPointF(m_picture.scale.x(spot.x), y(mark.lane)),
                            radius, m_colours);
    }
    for (const bool current : {false, true}) {
        const std::optional<std::uint32_t> index = current ? m_picture.currentMark : m_picture.chosenMark;
        if (!index)
            continue;
        // It may be one of those that do not count apart.
        const LaneLayout::Mark &mark = m_picture.layout->marks[*index];
        if (mark.x > m_picture.limit || !m_picture.showsMarks || !m_picture.geometry.isShown(mark.lane))
            continue;
        const QPointF centre(m_picture.scale.x(mark.x), y(mark.lane));
        m_sprites.paintMark(m_painter, mark.outcome, mark.slow, centre, radius, m_colours);
        ring(centre, current ? 2.2 : 1.6);
    }
}

void LanesPainter::paintLitNumbers()
{
    const QFont font = m_theme.boldFont(FontRole::Tiny);
    std::vector<QPointF> taken;
    std::vector<std::pair<int, QPointF>> told;
    for (const LitMark &mark : m_picture.lit) {
        if (mark.number <= 0 || !isShown(mark))
            continue;
        const double reach = m_theme.px(9);
        const QLineF line = lineOf(mark);
        QPointF at = mark.fromLane == mark.toLane ? line.p1() - QPointF(0, reach * 1.5) : line.center();
        // What lights up together at one place is one number.
        const QPointF wanted = at;
        if (std::any_of(told.begin(), told.end(), [&](const auto &other) {
                return other.first == mark.number && QLineF(other.second, wanted).length() < 2 * reach;
            }))
            continue;
        told.emplace_back(mark.number, wanted);
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

} // namespace sessionarium::ui::timelineview
