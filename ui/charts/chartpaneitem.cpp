// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartpaneitem.h"

#include "ui/text/timetext.h"

#include <QFontMetricsF>
#include <QGraphicsLayout>
#include <QLegend>
#include <QLineSeries>
#include <QPainter>
#include <QPainterPath>
#include <QValueAxis>

#include <algorithm>
#include <numeric>

namespace sessionarium::ui::charts {

using theme::FontRole;

namespace {

constexpr double widestLabels = 0.45; // of the pane
constexpr double markerRadius = 3.4;
constexpr double markerEvery = 96;
constexpr double leastStrip = 22; // a label has room
constexpr std::int64_t mostTimes = 10;

/// Lies above the lines and paints what its pane says.
class Overlay : public QGraphicsItem
{
public:
    explicit Overlay(ChartPaneItem &pane) : QGraphicsItem(&pane), m_pane(pane)
    {
        constexpr double aboveAll = 1000;
        setZValue(aboveAll);
    }
    [[nodiscard]] QRectF boundingRect() const override { return {QPointF(), m_pane.size()}; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *) override { m_pane.paintOver(*painter); }
    void resized() { prepareGeometryChange(); }

private:
    ChartPaneItem &m_pane;
};

} // namespace

ChartPaneItem::ChartPaneItem() : m_across(new QValueAxis(this)), m_upwards(new QValueAxis(this))
{
    setBackgroundVisible(false);
    setMargins(QMargins());
    layout()->setContentsMargins(0, 0, 0, 0);
    legend()->hide();
    for (QValueAxis *axis : {m_across, m_upwards}) {
        axis->setLabelsVisible(false);
        axis->setLineVisible(false);
        axis->setGridLineVisible(false);
        axis->setMinorGridLineVisible(false);
    }
    addAxis(m_across, Qt::AlignBottom);
    addAxis(m_upwards, Qt::AlignLeft);
    new Overlay(*this); // its parent owns it
}

void ChartPaneItem::setPane(const ChartContent &content, std::size_t index, const theme::Theme &theme)
{
    m_pane = content.panes.at(index);
    m_pacing = content.pacing;
    m_until = content.until;
    m_theme = theme;
    layOut();
    update();
}

void ChartPaneItem::place(const QRectF &box)
{
    setPos(box.topLeft());
    resize(box.size());
    m_box = QRectF(QPointF(), box.size());
    layOut();
    update();
}

double ChartPaneItem::playhead() const
{
    return m_pacing ? xOf(static_cast<double>(m_pacing->toScreen(m_until))) : m_plot.left();
}

std::optional<model::SimTime> ChartPaneItem::momentAt(const QPointF &point) const
{
    if (!m_pacing || m_plot.width() <= 0
        || !m_plot.adjusted(-4, 0, 4, m_box.bottom() - m_plot.bottom()).contains(point))
        return std::nullopt;
    const double share = std::clamp((point.x() - m_plot.left()) / m_plot.width(), 0.0, 1.0);
    return m_pacing->toTime(static_cast<std::int64_t>(share * static_cast<double>(m_pacing->length())));
}

double ChartPaneItem::xOf(double units) const
{
    const auto length = static_cast<double>(std::max<std::int64_t>(1, m_pacing->length()));
    return m_plot.left() + units / length * m_plot.width();
}

QRectF ChartPaneItem::bandOf(std::size_t line) const
{
    // Half a pen's width stays free, or a line at either end would be thinner than the others.
    if (!m_hasStrips)
        return m_plot.adjusted(0, 1.5, 0, -0.5);
    const double height = m_plot.height() / static_cast<double>(m_pane.lines.size());
    return {m_plot.left(), m_plot.top() + height * static_cast<double>(line) + m_theme.px(6), m_plot.width(),
            height - m_theme.px(6) - 0.5};
}

double ChartPaneItem::yOf(double value, std::size_t line) const
{
    const QRectF band = bandOf(line);
    return band.bottom() - value / m_pane.top * band.height();
}

double ChartPaneItem::heightAt(std::size_t line, double x) const
{
    const std::vector<QPointF> &points = m_pane.lines[line].points;
    const auto after = std::upper_bound(points.begin(), points.end(), x,
                                        [this](double at, const QPointF &point) { return at < xOf(point.x()); });
    return yOf(after == points.begin() ? points.front().y() : std::prev(after)->y(), line);
}

void ChartPaneItem::layOut()
{
    if (m_box.isEmpty() || !m_pacing)
        return;
    const QFontMetricsF tiny(m_theme.font(FontRole::Tiny));
    double widestMark = 0;
    for (const AxisMark &mark : m_pane.marks)
        widestMark = std::max(widestMark, tiny.horizontalAdvance(mark.label));
    const QFontMetricsF names(m_theme.font(FontRole::Caption));
    const QFontMetricsF values(m_theme.boldFont(FontRole::Caption));
    m_labelWidth = 0;
    for (const ChartLine &line : m_pane.lines)
        m_labelWidth = std::max(m_labelWidth,
                                m_theme.px(16) + names.horizontalAdvance(line.name) + m_theme.px(6)
                                    + values.horizontalAdvance(line.value));
    m_labelWidth = std::min(m_labelWidth, m_box.width() * widestLabels);
    const double top = m_theme.px(30);
    const double bottom = m_theme.px(20);
    const double left = widestMark + m_theme.px(8);
    const double right = m_labelWidth + m_theme.px(16);
    m_plot =
        QRectF(left, top, std::max(10.0, m_box.width() - left - right), std::max(10.0, m_box.height() - top - bottom));
    setPlotArea(m_plot);
    m_hasStrips = m_pane.strips && m_pane.lines.size() > 1
        && m_plot.height() / static_cast<double>(m_pane.lines.size()) >= m_theme.px(leastStrip);
    layOutLabels();
    fillSeries();
    for (QGraphicsItem *child : childItems()) {
        if (auto *overlay = dynamic_cast<Overlay *>(child))
            overlay->resized();
    }
}

/// Each label stands at the end of its line, or as close as the others let it. Where they do not all fit, the highest
/// lines have theirs.
void ChartPaneItem::layOutLabels()
{
    m_labels.clear();
    const double height = QFontMetricsF(m_theme.font(FontRole::Caption)).height() + 1;
    std::vector<std::size_t> shown;
    for (std::size_t i = 0; i < m_pane.lines.size(); ++i) {
        if (!m_pane.lines[i].points.empty())
            shown.push_back(i);
    }
    const auto lastOf = [this](std::size_t i) { return m_pane.lines[i].points.back().y(); };
    if (!m_hasStrips)
        std::stable_sort(shown.begin(), shown.end(),
                         [&](std::size_t a, std::size_t b) { return lastOf(a) > lastOf(b); });
    const QRectF room = m_plot.adjusted(0, -height / 2, 0, height / 2);
    const auto fit = static_cast<std::size_t>(std::max(1.0, room.height() / height));
    const std::size_t named = shown.size() <= fit ? shown.size() : fit - 1;
    const double x = playhead() + m_theme.px(12);
    for (std::size_t n = 0; n < named; ++n) {
        const ChartLine &line = m_pane.lines[shown[n]];
        const double y = m_hasStrips ? bandOf(shown[n]).center().y() : yOf(line.points.back().y(), shown[n]);
        const QPointF end(xOf(line.points.back().x()), y);
        m_labels.push_back(
            {shown[n], line.name, line.value, end, QRectF(x, end.y() - height / 2, m_labelWidth, height)});
    }
    if (named < shown.size()) {
        //: At the end of a chart's labels: so many lines have no label, for lack of room.
        const QString more = tr("and %n more", nullptr, static_cast<int>(shown.size() - named));
        const QPointF end(playhead(), yOf(lastOf(shown[named]), shown[named]));
        m_labels.push_back({m_pane.lines.size(), more, {}, end, QRectF(x, end.y() - height / 2, m_labelWidth, height)});
    }
    double free = room.top();
    for (Label &label : m_labels) {
        label.box.moveTop(std::max(label.box.top(), free));
        free = label.box.bottom();
    }
    double limit = room.bottom();
    for (auto label = m_labels.rbegin(); label != m_labels.rend(); ++label) {
        label->box.moveBottom(std::min(label->box.bottom(), limit));
        limit = label->box.top();
    }
}

void ChartPaneItem::fillSeries()
{
    while (m_series.size() > m_pane.lines.size()) {
        removeSeries(m_series.back());
        delete m_series.back();
        m_series.pop_back();
    }
    m_across->setRange(0, static_cast<double>(std::max<std::int64_t>(1, m_pacing->length())));
    m_upwards->setRange(0, 1); // of the plot: where a value lies there is ours to say
    for (std::size_t i = 0; i < m_pane.lines.size(); ++i) {
        if (i == m_series.size()) {
            m_series.push_back(new QLineSeries(this));
            addSeries(m_series.back());
            m_series.back()->attachAxis(m_across);
            m_series.back()->attachAxis(m_upwards);
        }
        const ChartLine &line = m_pane.lines[i];
        m_series[i]->setPen(penOf(line.look, m_theme));
        QList<QPointF> points;
        points.reserve(static_cast<qsizetype>(line.points.size()));
        const double height = std::max(1.0, m_plot.height());
        for (const QPointF &point : line.points)
            points.append({point.x(), (m_plot.bottom() - yOf(point.y(), i)) / height});
        m_series[i]->replace(points);
    }
}

void ChartPaneItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget)
{
    QChart::paint(painter, option, widget);
    if (!m_pacing || m_plot.isEmpty() || m_pane.lines.empty())
        return;
    // Idle spans that the axis shortens; how long one will last is not known before it is over. Of those within one
    // pixel one is enough.
    const std::vector<report::PacingMap::Shortened> &spans = m_pacing->shortened();
    QColor shade = m_theme.palette.soft;
    shade.setAlphaF(0.07F); // there may be many: they must not outshout the lines
    const auto pixel =
        static_cast<std::int64_t>(static_cast<double>(m_pacing->length()) / std::max(1.0, m_plot.width())) + 1;
    for (auto span = spans.begin(); span != spans.end() && span->to <= m_until;) {
        const std::int64_t from = m_pacing->toScreen(span->from);
        const std::int64_t to = m_pacing->toScreen(span->to);
        const double left = xOf(static_cast<double>(from));
        painter->fillRect(QRectF(left, m_plot.top(), xOf(static_cast<double>(to)) - left, m_plot.height()), shade);
        const model::SimTime next = m_pacing->toTime(std::max(to, from + pixel));
        span =
            std::lower_bound(std::next(span), spans.end(), next,
                             [](const report::PacingMap::Shortened &each, model::SimTime t) { return each.from < t; });
    }
    paintGrid(*painter);
    if (m_hasStrips)
        paintAreas(*painter);
}

/// The grid of the axes would not keep to the place that the plot is given.
void ChartPaneItem::paintGrid(QPainter &painter) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false); // smeared over two pixels they would look like a band
    painter.setPen(QPen(m_theme.palette.border, 1));
    const auto across = [&](double y) { painter.drawLine(QPointF(m_plot.left(), y), QPointF(m_plot.right(), y)); };
    if (!m_hasStrips) {
        for (const AxisMark &mark : m_pane.marks)
            across(yOf(mark.at, 0));
    } else {
        for (std::size_t i = 0; i < m_pane.lines.size(); ++i) {
            across(bandOf(i).top());
            across(bandOf(i).bottom());
        }
    }
    painter.restore();
}

/// In a strip what lies below the line is filled: how much it is shows at a glance.
void ChartPaneItem::paintAreas(QPainter &painter) const
{
    constexpr float strength = 0.18F;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    for (std::size_t i = 0; i < m_pane.lines.size(); ++i) {
        const ChartLine &line = m_pane.lines[i];
        if (line.points.empty())
            continue;
        const double floor = bandOf(i).bottom();
        QPainterPath area(QPointF(xOf(line.points.front().x()), floor));
        for (const QPointF &point : line.points)
            area.lineTo(xOf(point.x()), yOf(point.y(), i));
        area.lineTo(xOf(line.points.back().x()), floor);
        QColor ink = colourOf(line.look.ink, m_theme.palette);
        ink.setAlphaF(strength);
        painter.setBrush(ink);
        painter.drawPath(area);
    }
    painter.restore();
}

void ChartPaneItem::paintOver(QPainter &painter) const
{
    if (!m_pacing || m_box.isEmpty())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(m_theme.font(FontRole::Caption));
    painter.setPen(m_theme.palette.soft);
    const QRectF head(0, 0, m_box.width(), m_theme.px(18));
    painter.drawText(head, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_pane.title, Qt::ElideRight, static_cast<int>(head.width())));
    if (m_pane.lines.empty()) {
        painter.setFont(m_theme.font(FontRole::Detail));
        painter.drawText(m_box.adjusted(0, head.height(), 0, 0), Qt::AlignCenter | Qt::TextWordWrap, m_pane.nothing);
        return;
    }
    paintMarks(painter);
    paintTimes(painter);
    paintMarkers(painter);
    paintLabels(painter);
}

void ChartPaneItem::paintMarks(QPainter &painter) const
{
    painter.setFont(m_theme.font(FontRole::Tiny));
    painter.setPen(m_theme.palette.soft);
    const double height = QFontMetricsF(painter.font()).height();
    // `above`: how much of the words stands above the height that they name.
    const auto label = [&](const AxisMark &mark, std::size_t line, double above) {
        painter.drawText(QRectF(0, yOf(mark.at, line) - height * above, m_plot.left() - m_theme.px(6), height),
                         Qt::AlignRight | Qt::AlignVCenter, mark.label);
    };
    if (m_hasStrips) {
        // Each strip has its own two, within its own height, so that none is taken for its neighbour's.
        const AxisMark &lowest = m_pane.marks.front();
        const AxisMark &highest = m_pane.marks.back();
        for (std::size_t i = 0; i < m_pane.lines.size(); ++i) {
            label(highest, i, 0.1);
            if (yOf(lowest.at, i) - yOf(highest.at, i) >= 1.7 * height)
                label(lowest, i, 0.9);
        }
    } else {
        for (const AxisMark &mark : m_pane.marks)
            label(mark, 0, 0.5);
    }
    painter.setPen(QPen(m_theme.palette.line, 1));
    painter.drawLine(m_plot.bottomLeft(), m_plot.bottomRight());
}

/// The playhead and its time; before it a few round times of the axis, none after it.
void ChartPaneItem::paintTimes(QPainter &painter) const
{
    const double x = playhead();
    painter.setPen(QPen(m_theme.palette.accent, 1.4));
    painter.drawLine(QPointF(x, m_plot.top() - m_theme.px(4)), QPointF(x, m_plot.bottom() + m_theme.px(4)));
    const double tip = m_theme.px(4); // as on the lanes
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.palette.accent);
    painter.drawPolygon(QPolygonF({QPointF(x - tip, m_plot.top() - 2 * tip), QPointF(x + tip, m_plot.top() - 2 * tip),
                                   QPointF(x, m_plot.top() - tip / 2)}));

    const QFontMetricsF bold(m_theme.boldFont(FontRole::Tiny));
    const QFontMetricsF plain(m_theme.font(FontRole::Tiny));
    const QString now = text::momentText(m_until);
    const double top = m_plot.bottom() + m_theme.px(4);
    const double height = bold.height();
    const double width = bold.horizontalAdvance(now) + 2;
    const double left = std::clamp(x - width / 2, 0.0, std::max(0.0, m_box.width() - width));
    painter.setFont(m_theme.boldFont(FontRole::Tiny));
    painter.setPen(m_theme.palette.accentText);
    painter.drawText(QRectF(left, top, width, height), Qt::AlignCenter, now);

    painter.setFont(m_theme.font(FontRole::Tiny));
    for (const model::SimTime time : roundTimes(width + m_theme.px(24))) {
        const double at = xOf(static_cast<double>(m_pacing->toScreen(time)));
        const QString label = text::momentText(time);
        const double half = plain.horizontalAdvance(label) / 2 + 1;
        const double from = std::max(0.0, at - half);
        if (from + 2 * half + m_theme.px(6) > left)
            break;
        painter.setPen(m_theme.palette.line);
        painter.drawLine(QPointF(at, m_plot.bottom()), QPointF(at, m_plot.bottom() + m_theme.px(3)));
        painter.setPen(m_theme.palette.soft);
        painter.drawText(QRectF(from, top, 2 * half, height), Qt::AlignCenter, label);
    }
}

std::vector<model::SimTime> ChartPaneItem::roundTimes(double distance) const
{
    constexpr std::int64_t hundredth = 10'000; // as fine as moments are written
    std::int64_t step = hundredth;
    for (const std::int64_t factor :
         {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 3000, 6000, 12'000, 30'000, 60'000, 180'000, 360'000, 1'440'000}) {
        step = hundredth * factor;
        if (m_until.us / step <= mostTimes)
            break;
    }
    while (m_until.us / step > mostTimes) // a run may last for centuries
        step *= 2;
    std::vector<model::SimTime> times;
    double free = m_plot.left();
    for (std::int64_t us = 0; us <= m_until.us; us += step) {
        const double x = xOf(static_cast<double>(m_pacing->toScreen(model::SimTime {us})));
        if (x < free)
            continue;
        times.push_back(model::SimTime {us});
        free = x + distance;
    }
    return times;
}

/// At equal distances, those of one line between those of the others.
void ChartPaneItem::paintMarkers(QPainter &painter) const
{
    const double every = m_theme.px(markerEvery);
    const double radius = m_theme.textScale * markerRadius;
    for (std::size_t i = 0; i < m_pane.lines.size(); ++i) {
        const ChartLine &line = m_pane.lines[i];
        if (line.points.empty())
            continue;
        const double begin = xOf(line.points.front().x());
        const double shift = every * (static_cast<double>(i) + 0.5) / static_cast<double>(m_pane.lines.size());
        for (double x = m_plot.left() + shift; x < playhead() - radius; x += every) {
            if (x > begin)
                paintMarker(painter, line.look, {x, heightAt(i, x)}, radius, m_theme.palette.card, m_theme.palette);
        }
    }
}

void ChartPaneItem::paintLabels(QPainter &painter) const
{
    const theme::Palette &palette = m_theme.palette;
    const double icon = m_theme.px(16);
    const QFontMetricsF values(m_theme.boldFont(FontRole::Caption));
    const QFontMetricsF names(m_theme.font(FontRole::Caption));
    for (const Label &label : m_labels) {
        const QPointF at(label.box.left(), label.box.center().y());
        if (!m_hasStrips) {
            painter.setPen(QPen(palette.line, 1));
            painter.drawLine(label.end, at);
        }
        const bool isLine = label.line < m_pane.lines.size();
        if (isLine)
            paintMarker(painter, m_pane.lines[label.line].look, at + QPointF(icon / 2 - 1, 0),
                        m_theme.textScale * markerRadius, palette.card, palette);
        const double valueWidth = label.value.isEmpty() ? 0 : values.horizontalAdvance(label.value) + m_theme.px(6);
        const QRectF words = label.box.adjusted(icon, 0, 0, 0);
        const double room = std::max(0.0, words.width() - valueWidth + 1);
        const QString name = names.elidedText(label.text, Qt::ElideRight, room);
        painter.setFont(m_theme.font(FontRole::Caption));
        painter.setPen(palette.soft);
        painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter, name);
        painter.setFont(m_theme.boldFont(FontRole::Caption));
        painter.setPen(palette.text);
        painter.drawText(words.adjusted(names.horizontalAdvance(name) + m_theme.px(6), 0, m_theme.px(8), 0),
                         Qt::AlignLeft | Qt::AlignVCenter, label.value);
    }
}

} // namespace sessionarium::ui::charts
