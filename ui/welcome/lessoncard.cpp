// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcome/lessoncard.h"

#include <QPainter>

#include <algorithm>

namespace sessionarium::ui::welcome {

using theme::FontRole;

namespace {
constexpr int margin = 24;
constexpr int leastHeight = 128;
constexpr int wrap = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;
} // namespace

LessonCard::LessonCard(theme::ThemeHost &host, QWidget *parent) : QAbstractButton(parent), m_host(host)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    connect(&m_host, &theme::ThemeHost::changed, this, [this] {
        m_places.clear();
        updateGeometry();
        update();
    });
}

void LessonCard::setWords(const QString &number, const QString &title, const QString &summary, const QString &minutes)
{
    m_number = number;
    m_title = title;
    m_summary = summary;
    m_minutes = minutes;
    m_places.clear();
    setAccessibleName(number + QStringLiteral(". ") + title);
    setAccessibleDescription(summary);
    updateGeometry();
    update();
}

QSize LessonCard::sizeHint() const
{
    const int width = m_host.theme().px(360);
    return {width, heightForWidth(width)};
}

int LessonCard::heightForWidth(int width) const
{
    return places(width).height;
}

const LessonCard::Places &LessonCard::places(int width) const
{
    constexpr std::size_t most = 16;
    if (m_places.size() > most) // somebody drags the window's edge
        m_places.clear();
    const auto known = m_places.find(width);
    return known != m_places.end() ? known->second : m_places.emplace(width, measure(width)).first->second;
}

LessonCard::Places LessonCard::measure(int width) const
{
    const theme::Theme &theme = m_host.theme();
    const int side = theme.px(margin);
    const int inner = std::max(width - 2 * side, 1);
    Places places;
    const int head = QFontMetrics(theme.boldFont(FontRole::Small)).height();
    places.number = QRect(side, theme.px(20), inner, head);
    places.minutes = places.number;
    const auto below = [&](const QRect &above, int gap, FontRole role, bool bold, const QString &text) {
        const QFontMetrics metrics(bold ? theme.boldFont(role) : theme.font(role));
        const QRect room(side, above.bottom() + 1 + theme.px(gap), inner, 10'000);
        return metrics.boundingRect(room, wrap, text);
    };
    places.title = below(places.number, 8, FontRole::Title, true, m_title);
    places.summary = below(places.title, 8, FontRole::Body, false, m_summary);
    places.height = std::max(places.summary.bottom() + 1 + theme.px(20), theme.px(leastHeight));
    return places;
}

void LessonCard::enterEvent(QEnterEvent *)
{
    update();
}

void LessonCard::leaveEvent(QEvent *)
{
    update();
}

void LessonCard::paintEvent(QPaintEvent *)
{
    const theme::Theme &theme = m_host.theme();
    const theme::Palette &palette = theme.palette;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool marked = hasFocus() || underMouse();
    painter.setPen(QPen(marked ? palette.accent : palette.border, hasFocus() ? 2.0 : 1.0));
    painter.setBrush(isDown() ? palette.pressed : palette.card);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 14, 14);

    const Places &at = places(width());
    painter.setFont(theme.boldFont(FontRole::Small));
    painter.setPen(palette.accentText);
    painter.drawText(at.number, Qt::AlignLeft | Qt::AlignVCenter, m_number);
    painter.setFont(theme.font(FontRole::Small));
    painter.setPen(palette.soft);
    painter.drawText(at.minutes, Qt::AlignRight | Qt::AlignVCenter, m_minutes);
    painter.setFont(theme.boldFont(FontRole::Title));
    painter.setPen(palette.text);
    painter.drawText(at.title, wrap, m_title);
    painter.setFont(theme.font(FontRole::Body));
    painter.setPen(palette.soft);
    painter.drawText(at.summary, wrap, m_summary);
}

} // namespace sessionarium::ui::welcome
