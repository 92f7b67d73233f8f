// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timelineview/scrubbar.h"

#include "ui/timelineview/verdictmark.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace sessionarium::ui::timelineview {

namespace {

constexpr double reach = 10; // from the edges of the widget to the ends of the bar
constexpr int markRadius = 5;

} // namespace

ScrubBar::ScrubBar(theme::ThemeHost &host, QWidget *parent) : QWidget(parent), m_host(host)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    setMouseTracking(true);
    setAccessibleName(tr("Position"));
    connect(&host, &theme::ThemeHost::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void ScrubBar::setContent(timeline::TimelineView view, const report::LaneLayout *layout,
                          const report::PacingMap *pacing)
{
    m_view = view;
    m_layout = layout;
    m_pacing = pacing;
    describe();
}

void ScrubBar::setTexts(const stage::StageTexts *texts)
{
    m_texts = texts;
    describe();
}

void ScrubBar::setMoment(model::SimTime t)
{
    m_moment = t;
    describe();
}

void ScrubBar::setWindow(std::int64_t from, std::int64_t to)
{
    if (from == m_windowFrom && to == m_windowTo)
        return;
    m_windowFrom = from;
    m_windowTo = to;
    update();
}

QRectF ScrubBar::bracket() const
{
    constexpr double narrowest = 12;
    const std::int64_t whole = m_pacing ? m_pacing->length() : 0;
    if (whole == 0 || !m_view.timeline || m_windowTo <= m_windowFrom
        || (m_windowFrom <= whole / 200 && m_windowTo >= whole - whole / 200))
        return {};
    const double scale = (width() - 2 * reach) / static_cast<double>(whole);
    const double left = reach + static_cast<double>(m_windowFrom) * scale;
    const double across = std::max(narrowest, static_cast<double>(m_windowTo - m_windowFrom) * scale);
    return {std::min(left, width() - reach - across), height() - 7.0, across, 5};
}

bool ScrubBar::isOnBracket(const QPointF &point) const
{
    return bracket().adjusted(-3, -3, 3, 4).contains(point);
}

void ScrubBar::describe()
{
    update();
    const QString words = m_texts ? m_texts->instant(m_moment) : QString();
    if (words == accessibleDescription())
        return;
    setAccessibleDescription(words);
    QAccessibleEvent change(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&change);
}

model::SimTime ScrubBar::end() const
{
    return m_pacing ? std::min(m_view.revealedUntil, m_pacing->toTime(m_pacing->length())) : model::SimTime {};
}

double ScrubBar::xOf(model::SimTime t) const
{
    if (!m_pacing || m_pacing->length() == 0)
        return reach;
    return reach
        + (width() - 2 * reach) * static_cast<double>(m_pacing->toScreen(t)) / static_cast<double>(m_pacing->length());
}

QSize ScrubBar::sizeHint() const
{
    return {m_host.theme().px(360), m_host.theme().px(44)};
}

QSize ScrubBar::minimumSizeHint() const
{
    return {m_host.theme().px(120), m_host.theme().px(44)};
}

void ScrubBar::paintEvent(QPaintEvent * /*event*/)
{
    const theme::Palette &p = m_host.palette();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double y = height() / 2.0 + m_host.theme().px(4);
    const QRectF track(reach, y - 4, width() - 2 * reach, 8);
    painter.setPen(QPen(p.border, 0.8));
    painter.setBrush(p.window);
    painter.drawRoundedRect(track, 4, 4);
    if (!m_pacing || !m_view.timeline)
        return;
    const double x = xOf(m_moment);
    painter.setPen(Qt::NoPen);
    painter.setBrush(p.accent);
    painter.drawRoundedRect(QRectF(track.left(), track.top(), std::max(8.0, x - track.left()), 8), 4, 4);
    for (const Mark &mark : marks())
        paintVerdict(painter, mark.outcome, mark.slow, QPointF(mark.x, y - m_host.theme().px(15)),
                     m_host.theme().px(markRadius), p);
    if (const QRectF box = bracket(); !box.isEmpty()) {
        painter.setPen(QPen(m_bracketGrip ? p.accent : p.soft, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(QPolygonF({box.topLeft(), box.bottomLeft(), box.bottomRight(), box.topRight()}));
    }
    painter.setPen(QPen(p.accent, 3));
    painter.setBrush(p.card);
    painter.drawEllipse(QPointF(x, y), 7, 7);
    if (hasFocus()) {
        painter.setPen(QPen(p.accent, 1.6));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(QPointF(x, y), 11, 11);
    }
}

std::vector<ScrubBar::Mark> ScrubBar::marks() const
{
    std::vector<Mark> marks;
    if (!m_layout || !m_pacing || !m_view.timeline)
        return marks;
    const std::int64_t limit = m_pacing->toScreen(std::min(m_moment, m_view.revealedUntil));
    const double scale = (width() - 2 * reach) / static_cast<double>(std::max<std::int64_t>(1, m_pacing->length()));
    const double apart = m_host.theme().px(2 * markRadius + 2);
    for (const report::LaneLayout::Mark &mark : m_layout->marks) {
        if (mark.x > limit)
            break;
        const double x = reach + static_cast<double>(mark.x) * scale;
        if (marks.empty() || x - marks.back().x >= apart)
            marks.push_back({x, mark.outcome, mark.slow});
        else if (badness(mark.outcome, mark.slow) > badness(marks.back().outcome, marks.back().slow))
            marks.back() = {marks.back().x, mark.outcome, mark.slow};
    }
    return marks;
}

void ScrubBar::seekToX(double x)
{
    if (!m_pacing || !m_view.timeline)
        return;
    const double share = std::clamp((x - reach) / std::max(1.0, width() - 2 * reach), 0.0, 1.0);
    const auto unit = static_cast<std::int64_t>(share * static_cast<double>(m_pacing->length()));
    Q_EMIT seekRequested(std::min(m_pacing->toTime(unit), m_view.revealedUntil));
}

void ScrubBar::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (isOnBracket(event->position())) {
        m_bracketGrip = event->position().x() - bracket().left();
        update();
        return;
    }
    m_dragging = true;
    seekToX(event->position().x());
}

void ScrubBar::mouseMoveEvent(QMouseEvent *event)
{
    if (m_dragging) {
        seekToX(event->position().x());
        return;
    }
    setCursor(m_bracketGrip || isOnBracket(event->position()) ? Qt::SizeHorCursor : Qt::PointingHandCursor);
    if (!m_bracketGrip)
        return;
    const double across = std::max(1.0, width() - 2 * reach);
    const double share = (event->position().x() - *m_bracketGrip - reach) / across;
    Q_EMIT windowMoved(static_cast<std::int64_t>(share * static_cast<double>(m_pacing->length())));
}

void ScrubBar::mouseReleaseEvent(QMouseEvent * /*event*/)
{
    m_dragging = false;
    m_bracketGrip.reset();
    update();
}

void ScrubBar::keyPressEvent(QKeyEvent *event)
{
    if (!m_pacing || !m_view.timeline) {
        QWidget::keyPressEvent(event);
        return;
    }
    const std::int64_t tenth = m_pacing->length() / 10;
    const std::int64_t here = m_pacing->toScreen(m_moment);
    model::SimTime target = m_moment;
    switch (event->key()) {
    case Qt::Key_Left:
        target = m_pacing->previousStop(m_moment).value_or(model::SimTime {});
        break;
    case Qt::Key_Right:
        target = m_pacing->nextStop(m_moment).value_or(end());
        break;
    case Qt::Key_PageUp:
        target = m_pacing->toTime(std::max<std::int64_t>(0, here - tenth));
        break;
    case Qt::Key_PageDown:
        target = m_pacing->toTime(std::min(m_pacing->length(), here + tenth));
        break;
    case Qt::Key_Home:
        target = model::SimTime {};
        break;
    case Qt::Key_End:
        target = end();
        break;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    Q_EMIT seekRequested(std::min(target, end()));
}

void ScrubBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Position"));
        describe();
    }
    QWidget::changeEvent(event);
}

} // namespace sessionarium::ui::timelineview
