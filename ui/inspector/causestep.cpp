// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/causestep.h"

#include "ui/widgets/icons.h"

#include <QPainter>

#include <utility>

namespace sessionarium::ui::inspector {

using text::ExplanationText;
using theme::FontRole;

namespace {
constexpr int ringRadius = 10;
constexpr int textLeft = 30;
constexpr int headHeight = 22;
constexpr int gapBelow = 10;
constexpr int wordFlags = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;
} // namespace

CauseStep::CauseStep(theme::ThemeHost &host, ExplanationText::Line line, bool isLast, QWidget *parent)
    : QAbstractButton(parent), m_host(host), m_line(std::move(line)), m_isLast(isLast)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred); // its height comes from its width alone
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    //: A numbered sentence: %1 its number, %2 its time, %3 the sentence.
    setAccessibleName(tr("%1. %2: %3").arg(m_line.number).arg(m_line.time, words()));
    connect(&m_host, &theme::ThemeHost::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void CauseStep::setLit(bool lit)
{
    if (lit == m_lit)
        return;
    m_lit = lit;
    update();
}

QSize CauseStep::sizeHint() const
{
    const int width = m_host.theme().px(264);
    return {width, heightForWidth(width)};
}

QSize CauseStep::minimumSizeHint() const
{
    return {m_host.theme().px(160), m_host.theme().px(headHeight)};
}

int CauseStep::heightForWidth(int width) const
{
    return wordsRect(width).bottom() + 1 + m_host.theme().px(m_isLast ? 4 : gapBelow);
}

QString CauseStep::words() const
{
    if (m_line.consequence.isEmpty())
        return m_line.sentence;
    return m_line.sentence + QStringLiteral("\n→ ") + m_line.consequence;
}

QRect CauseStep::wordsRect(int width) const
{
    const theme::Theme &theme = m_host.theme();
    const int left = theme.px(textLeft);
    const QFontMetrics metrics(theme.font(FontRole::Detail));
    QRect rect = metrics.boundingRect(QRect(left, 0, std::max(width - left - 2, 1), 10'000), wordFlags, words());
    rect.moveTop(theme.px(headHeight));
    return rect;
}

void CauseStep::enterEvent(QEnterEvent *)
{
    update();
}

void CauseStep::leaveEvent(QEvent *)
{
    update();
}

void CauseStep::paintEvent(QPaintEvent *)
{
    const theme::Theme &theme = m_host.theme();
    const theme::Palette &palette = theme.palette;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse() || hasFocus()) {
        painter.setPen(hasFocus() ? QPen(palette.accent, 2) : QPen(Qt::NoPen));
        painter.setBrush(underMouse() ? QBrush(palette.hover) : QBrush(Qt::NoBrush));
        const double below = m_isLast ? 1 : theme.px(gapBelow) - 6;
        painter.drawRoundedRect(QRectF(rect()).adjusted(theme.px(textLeft) - 8, 1, -1, -below), 6, 6);
    }

    const double radius = theme.px(ringRadius);
    const QPointF centre(radius + 1, theme.px(headHeight) / 2.0);
    if (!m_isLast) {
        painter.setPen(QPen(palette.line, 1.6));
        painter.drawLine(QPointF(centre.x(), centre.y() + radius), QPointF(centre.x(), height()));
    }
    painter.setPen(QPen(m_lit ? palette.accent : palette.text, 1.8));
    painter.setBrush(m_lit ? palette.accent : palette.card);
    painter.drawEllipse(centre, radius, radius);
    painter.setPen(m_lit ? palette.onAccent : palette.text);
    painter.setFont(theme.boldFont(FontRole::Caption));
    painter.drawText(QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius), Qt::AlignCenter,
                     QString::number(m_line.number));

    const double left = theme.px(textLeft);
    const double badge = theme.px(6);
    const widgets::Badge shape = m_line.mark == ExplanationText::Mark::Good ? widgets::Badge::Good
        : m_line.mark == ExplanationText::Mark::Bad                         ? widgets::Badge::Bad
                                                                            : widgets::Badge::Dash;
    widgets::paintBadge(painter, shape, QPointF(left + badge + 1, centre.y()), badge, palette);
    painter.setPen(palette.soft);
    painter.setFont(theme.boldFont(FontRole::Caption));
    painter.drawText(QRectF(left + 3 * badge, 0, width() - left - 3 * badge, 2 * centre.y()),
                     Qt::AlignVCenter | Qt::AlignLeft, m_line.time);
    painter.setPen(palette.text);
    painter.setFont(theme.font(FontRole::Detail));
    painter.drawText(wordsRect(width()), wordFlags, words());
}

} // namespace sessionarium::ui::inspector
