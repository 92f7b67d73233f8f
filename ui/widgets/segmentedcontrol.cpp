// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/segmentedcontrol.h"

#include "ui/widgets/plainwords.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace sessionarium::ui::widgets {

SegmentedControl::SegmentedControl(theme::ThemeHost &host, QWidget *parent, Look look)
    : QWidget(parent), m_host(host), m_look(look)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&host, &theme::ThemeHost::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void SegmentedControl::addSegment(const QString &id, const QString &text, const QString &toolTip)
{
    m_segments.push_back({id, text, toolTip});
    if (m_segments.size() == 1)
        m_current = 0;
    updateGeometry();
    describe();
}

void SegmentedControl::clear()
{
    m_segments.clear();
    m_current = -1;
    m_hovered = -1;
    updateGeometry();
    update();
}

void SegmentedControl::setSegmentText(const QString &id, const QString &text, const QString &toolTip)
{
    for (Segment &segment : m_segments) {
        if (segment.id == id) {
            segment.text = text;
            segment.toolTip = toolTip;
        }
    }
    updateGeometry();
    describe();
}

void SegmentedControl::setCurrent(const QString &id)
{
    const auto found = std::find_if(m_segments.begin(), m_segments.end(), [&](const Segment &s) { return s.id == id; });
    m_current = found == m_segments.end() ? -1 : static_cast<int>(found - m_segments.begin());
    describe();
}

QString SegmentedControl::current() const
{
    return m_current < 0 ? QString() : m_segments[static_cast<std::size_t>(m_current)].id;
}

void SegmentedControl::describe()
{
    setAccessibleDescription(m_current < 0 ? QString() : m_segments[static_cast<std::size_t>(m_current)].text);
    update();
}

int SegmentedControl::widthOf(const Segment &segment) const
{
    if (m_look == Look::Tabs) {
        const QFontMetrics metrics(m_host.theme().boldFont(theme::FontRole::Strong));
        return metrics.horizontalAdvance(segment.text) + m_host.theme().px(24);
    }
    const QFontMetrics metrics(m_host.theme().boldFont(theme::FontRole::Control));
    return std::max(m_host.theme().px(40), metrics.horizontalAdvance(segment.text) + m_host.theme().px(28));
}

QRect SegmentedControl::rectOf(int index) const
{
    const int frame = m_look == Look::Tabs ? 0 : 3;
    int x = frame;
    for (int i = 0; i < index; ++i)
        x += widthOf(m_segments[static_cast<std::size_t>(i)]);
    return {x, frame, widthOf(m_segments[static_cast<std::size_t>(index)]), height() - 2 * frame};
}

QRect SegmentedControl::segmentRect(const QString &id) const
{
    for (std::size_t i = 0; i < m_segments.size(); ++i) {
        if (m_segments[i].id == id)
            return rectOf(static_cast<int>(i));
    }
    return {};
}

int SegmentedControl::at(const QPoint &position) const
{
    for (int i = 0; i < static_cast<int>(m_segments.size()); ++i) {
        if (rectOf(i).contains(position))
            return i;
    }
    return -1;
}

QSize SegmentedControl::sizeHint() const
{
    int width = m_look == Look::Tabs ? 0 : 6;
    for (const Segment &segment : m_segments)
        width += widthOf(segment);
    return {width, m_host.theme().px(m_look == Look::Tabs ? 26 : 32)};
}

QSize SegmentedControl::minimumSizeHint() const
{
    return sizeHint();
}

void SegmentedControl::choose(int index)
{
    if (index < 0 || index >= static_cast<int>(m_segments.size()) || index == m_current)
        return;
    m_current = index;
    describe();
    Q_EMIT selected(current());
}

void SegmentedControl::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_look == Look::Tabs)
        paintTabs(painter);
    else
        paintFramed(painter);
}

void SegmentedControl::paintTabs(QPainter &painter)
{
    const theme::Theme &theme = m_host.theme();
    const theme::Palette &p = theme.palette;
    for (int i = 0; i < static_cast<int>(m_segments.size()); ++i) {
        const QRect box = rectOf(i);
        const bool isCurrent = i == m_current;
        painter.setFont(isCurrent ? theme.boldFont(theme::FontRole::Strong) : theme.font(theme::FontRole::Strong));
        painter.setPen(isCurrent ? p.accentText : i == m_hovered ? p.text : p.soft);
        painter.drawText(box, Qt::AlignCenter, m_segments[static_cast<std::size_t>(i)].text);
        if (!isCurrent)
            continue;
        if (m_segments.size() > 1)
            painter.fillRect(QRect(box.left() + 4, box.bottom() - 1, box.width() - 8, 2), p.accent);
        if (hasFocus()) {
            painter.setPen(QPen(p.accent, 1.4));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(box).adjusted(1.2, 1.2, -1.2, -4.2), 5, 5);
        }
    }
}

void SegmentedControl::paintFramed(QPainter &painter)
{
    const theme::Theme &theme = m_host.theme();
    const theme::Palette &p = theme.palette;
    painter.setPen(QPen(p.border, 1));
    painter.setBrush(p.window);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 9, 9);
    for (int i = 0; i < static_cast<int>(m_segments.size()); ++i) {
        const QRect box = rectOf(i);
        const bool isCurrent = i == m_current;
        if (isCurrent || i == m_hovered) {
            painter.setPen(isCurrent ? QPen(p.accent, 1.4) : QPen(Qt::NoPen));
            painter.setBrush(isCurrent ? p.card : p.hover);
            painter.drawRoundedRect(QRectF(box).adjusted(0.7, 0.7, -0.7, -0.7), 7, 7);
        }
        if (isCurrent && hasFocus()) {
            painter.setPen(QPen(p.accent, 1.4));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(box).adjusted(3.2, 3.2, -3.2, -3.2), 5, 5);
        }
        painter.setFont(isCurrent ? theme.boldFont(theme::FontRole::Control) : theme.font(theme::FontRole::Detail));
        painter.setPen(!isEnabled() ? p.soft : isCurrent ? p.accentText : p.soft);
        painter.drawText(box, Qt::AlignCenter, m_segments[static_cast<std::size_t>(i)].text);
    }
}

void SegmentedControl::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        choose(at(event->position().toPoint()));
}

void SegmentedControl::mouseMoveEvent(QMouseEvent *event)
{
    const int hovered = at(event->position().toPoint());
    if (hovered == m_hovered)
        return;
    m_hovered = hovered;
    setCursor(hovered >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void SegmentedControl::leaveEvent(QEvent *event)
{
    m_hovered = -1;
    update();
    QWidget::leaveEvent(event);
}

void SegmentedControl::keyPressEvent(QKeyEvent *event)
{
    const int last = static_cast<int>(m_segments.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Left:
        choose(std::max(0, m_current - 1));
        break;
    case Qt::Key_Right:
        choose(std::min(last, m_current + 1));
        break;
    case Qt::Key_Home:
        choose(0);
        break;
    case Qt::Key_End:
        choose(last);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

bool SegmentedControl::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int index = at(help->pos());
        const QString text = index < 0 ? QString() : m_segments[static_cast<std::size_t>(index)].toolTip;
        QToolTip::showText(help->globalPos(), plainWords(text), this);
        return true;
    }
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    return QWidget::event(event);
}

} // namespace sessionarium::ui::widgets
