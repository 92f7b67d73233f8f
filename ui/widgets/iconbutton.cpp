// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/iconbutton.h"

#include <QEnterEvent>
#include <QPainter>

namespace sessionarium::ui::widgets {

IconButton::IconButton(theme::ThemeHost &host, Icon icon, const QString &name, Kind kind, QWidget *parent)
    : QAbstractButton(parent), m_host(host), m_icon(icon), m_kind(kind)
{
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setName(name);
    connect(&host, &theme::ThemeHost::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void IconButton::setGlyph(Icon icon)
{
    m_icon = icon;
    update();
}

void IconButton::setName(const QString &name, const QString &shortcut)
{
    setAccessibleName(name);
    setToolTip(shortcut.isEmpty() ? name : QStringLiteral("%1 (%2)").arg(name, shortcut));
}

QSize IconButton::sizeHint() const
{
    const int side = m_host.theme().px(m_kind == Kind::Round ? 36 : 32);
    return {side, side};
}

void IconButton::paintEvent(QPaintEvent * /*event*/)
{
    const theme::Palette &p = m_host.palette();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(1, 1, -1, -1);
    const bool hovered = underMouse() && isEnabled();
    QColor ink = isEnabled() ? p.soft : p.border;
    if (m_kind == Kind::Round) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(!isEnabled() ? p.border : isDown() ? p.accentPressed : hovered ? p.accentHover : p.accent);
        painter.drawEllipse(box);
        ink = isEnabled() ? p.onAccent : p.soft;
    } else {
        painter.setPen(m_kind == Kind::Framed ? QPen(p.border, 1) : QPen(Qt::NoPen));
        painter.setBrush(isDown() || isChecked()      ? QBrush(p.pressed)
                             : hovered                ? QBrush(p.hover)
                             : m_kind == Kind::Framed ? QBrush(p.card)
                                                      : QBrush(Qt::NoBrush));
        painter.drawRoundedRect(box, 8, 8);
    }
    const double size = m_host.theme().px(16);
    paintIcon(painter, m_icon, QRectF(QRectF(rect()).center() - QPointF(size, size) / 2, QSizeF(size, size)), ink);
    if (!hasFocus())
        return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_kind == Kind::Round ? p.onAccent : p.accent, 1.6));
    if (m_kind == Kind::Round)
        painter.drawEllipse(box.adjusted(2, 2, -2, -2));
    else
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 7, 7);
}

void IconButton::enterEvent(QEnterEvent *event)
{
    update();
    QAbstractButton::enterEvent(event);
}

void IconButton::leaveEvent(QEvent *event)
{
    update();
    QAbstractButton::leaveEvent(event);
}

} // namespace sessionarium::ui::widgets
