// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/button.h"

#include <QEnterEvent>
#include <QPainter>

namespace sessionarium::ui::widgets {

namespace {

struct Look
{
    QColor fill;
    QColor edge;
    QColor ink;
    double edgeWidth = 1.2;
    double radius = 9;
};

constexpr int discRadius = 10;
constexpr int chevronRoom = 14;

struct Padding
{
    int side;
    int height; // of the whole button with one line
};

Padding paddingOf(Button::Kind kind)
{
    switch (kind) {
    case Button::Kind::Primary:
    case Button::Kind::Secondary:
    case Button::Kind::Danger:
        return {14, 34};
    case Button::Kind::Row:
    case Button::Kind::Option:
        return {14, 32};
    case Button::Kind::Pill:
        return {14, 28};
    case Button::Kind::SlimPill:
        return {14, 22};
    case Button::Kind::Link:
        return {4, 24};
    }
    return {14, 34};
}

Look lookOf(Button::Kind kind, Button::Mark mark, const theme::Palette &p, bool hovered, bool pressed, bool enabled,
            bool checked)
{
    const QColor surface = pressed ? p.pressed : hovered ? p.hover : p.card;
    Look look {surface, p.border, p.text};
    switch (kind) {
    case Button::Kind::Primary:
        look.fill = pressed ? p.accentPressed : hovered ? p.accentHover : p.accent;
        look.edge = QColor();
        look.ink = p.onAccent;
        break;
    case Button::Kind::Secondary:
    case Button::Kind::Row:
        break;
    case Button::Kind::Danger:
        look.edge = p.bad;
        look.edgeWidth = 1.4;
        look.ink = p.badText;
        break;
    case Button::Kind::Option:
        look.radius = 8;
        if (mark == Button::Mark::Right)
            look = {surface, p.good, p.text, 2, 8};
        else if (mark == Button::Mark::Wrong)
            look = {surface, p.bad, p.text, 2, 8};
        else if (checked) // what was chosen, while its outcome is still to come
            look = {surface, p.accent, p.text, 2, 8};
        break;
    case Button::Kind::Pill:
    case Button::Kind::SlimPill:
        look.fill = pressed ? p.pressed : hovered ? p.hover : p.field;
        look.radius = 1000;
        look.edgeWidth = 1;
        break;
    case Button::Kind::Link:
        look.fill = hovered ? p.hover : QColor();
        look.edge = QColor();
        look.ink = p.accentText;
        look.radius = 6;
        break;
    }
    if (!enabled && mark == Button::Mark::None) {
        look.ink = p.soft;
        if (kind != Button::Kind::Link && kind != Button::Kind::Option) {
            look.fill = p.window;
            look.edge = p.border;
        }
    }
    return look;
}

} // namespace

Button::Button(theme::ThemeHost &host, Kind kind, const QString &text, QWidget *parent)
    : QPushButton(text, parent), m_host(host), m_kind(kind)
{
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setAutoDefault(false);
    refresh();
    connect(&host, &theme::ThemeHost::changed, this, &Button::refresh);
}

void Button::refresh()
{
    setFont(m_kind == Kind::Row || m_kind == Kind::Pill || m_kind == Kind::SlimPill
                ? m_host.theme().font(theme::FontRole::Detail)
                : m_host.theme().font(theme::FontRole::Control));
    // Text over several lines makes the button as high as its lines need.
    QSizePolicy policy(isMultiline() ? QSizePolicy::Preferred : QSizePolicy::Minimum,
                       isMultiline() ? QSizePolicy::Minimum : QSizePolicy::Fixed);
    policy.setHeightForWidth(isMultiline());
    setSizePolicy(policy);
    updateGeometry();
    update();
}

void Button::setMark(Mark mark)
{
    m_mark = mark;
    update();
}

void Button::setDigit(int digit)
{
    m_digit = digit;
    refresh();
}

void Button::setLeadingIcon(std::optional<Icon> icon)
{
    m_icon = icon;
    refresh();
}

int Button::leading() const
{
    return m_host.theme().px(m_icon ? 24 : m_digit > 0 ? 2 * discRadius + 9 : 0);
}

void Button::setOffersChoice(bool offers)
{
    m_offersChoice = offers;
    refresh();
}

QRect Button::textRect(int width, int height) const
{
    const theme::Theme &theme = m_host.theme();
    const int side = theme.px(paddingOf(m_kind).side);
    const int trailing = isMultiline() ? theme.px(20) : m_offersChoice ? theme.px(chevronRoom) : 0;
    return QRect(side + leading(), 0, std::max(1, width - 2 * side - leading() - trailing), height);
}

QSize Button::sizeHint() const
{
    const theme::Theme &theme = m_host.theme();
    const Padding padding = paddingOf(m_kind);
    const int text = fontMetrics().horizontalAdvance(this->text());
    const int extra = (m_icon && text == 0 ? theme.px(16) : leading())
        + (isMultiline()        ? theme.px(20)
               : m_offersChoice ? theme.px(chevronRoom)
                                : 0);
    return {text + 2 * theme.px(padding.side) + extra + 1, theme.px(padding.height)};
}

QSize Button::minimumSizeHint() const
{
    if (!isMultiline())
        return sizeHint();
    return {m_host.theme().px(96), m_host.theme().px(paddingOf(m_kind).height)};
}

bool Button::hasHeightForWidth() const
{
    return isMultiline();
}

int Button::heightForWidth(int width) const
{
    const theme::Theme &theme = m_host.theme();
    const int line = theme.px(paddingOf(m_kind).height);
    if (!isMultiline())
        return line;
    const QRect room = textRect(width, 10000);
    const int text = fontMetrics().boundingRect(room, Qt::TextWordWrap, this->text()).height();
    return std::max(line, text + theme.px(14));
}

void Button::paintEvent(QPaintEvent * /*event*/)
{
    const theme::Theme &theme = m_host.theme();
    const theme::Palette &p = theme.palette;
    Look look =
        lookOf(m_kind, m_mark, p, underMouse() && isEnabled(), isDown(), isEnabled(), isCheckable() && isChecked());
    if (m_digit > 0 && !isCheckable() && look.edge == p.border) { // from the last row a faint edge is none
        look.edge = p.accent;
        look.edgeWidth = 1.4;
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double inset = std::max(look.edgeWidth / 2, 0.5);
    const QRectF box = QRectF(rect()).adjusted(inset, inset, -inset, -inset);
    const double radius = std::min(look.radius, box.height() / 2);
    painter.setPen(look.edge.isValid() ? QPen(look.edge, look.edgeWidth) : QPen(Qt::NoPen));
    painter.setBrush(look.fill.isValid() ? QBrush(look.fill) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(box, radius, radius);

    if (m_digit > 0)
        paintDigit(painter);
    QRect room = textRect(width(), height());
    painter.setPen(look.ink);
    painter.setFont(font());
    if (m_icon && text().isEmpty()) {
        const double size = theme.px(16);
        paintIcon(painter, *m_icon, QRectF(QRectF(rect()).center() - QPointF(size, size) / 2, QSizeF(size, size)),
                  look.ink);
    } else if (m_icon) {
        // Icon and text stand in the middle together.
        const double size = theme.px(16);
        const int textWidth = std::min(fontMetrics().horizontalAdvance(text()), room.width());
        if (!isMultiline())
            room.setLeft(room.left() + (room.width() - textWidth) / 2);
        paintIcon(painter, *m_icon, QRectF(room.left() - theme.px(24), (height() - size) / 2, size, size), look.ink);
        painter.drawText(room, int(Qt::AlignLeft) | Qt::AlignVCenter | Qt::TextShowMnemonic, text());
    } else if (isMultiline()) {
        painter.drawText(room, int(Qt::AlignLeft) | Qt::AlignVCenter | Qt::TextWordWrap, text());
    } else {
        painter.drawText(room, int(Qt::AlignCenter) | Qt::TextShowMnemonic, text());
        if (m_offersChoice) {
            const double size = theme.px(10);
            const int textWidth = std::min(fontMetrics().horizontalAdvance(text()), room.width());
            const double behind = room.center().x() + textWidth / 2.0 + theme.px(5);
            paintIcon(painter, Icon::ChevronDown, QRectF(behind, (height() - size) / 2 + 1, size, size), look.ink);
        }
    }
    const double right = width() - theme.px(18);
    if (m_kind == Kind::Row)
        paintIcon(painter, Icon::ChevronRight, QRectF(right - 7, height() / 2.0 - 7, 14, 14), p.soft);
    else if (m_kind == Kind::Option && m_mark != Mark::None)
        paintBadge(painter, m_mark == Mark::Right ? Badge::Good : Badge::Bad, QPointF(right, height() / 2.0),
                   theme.px(8), p);
    if (hasFocus()) {
        // On a filled button the ring needs another colour than the fill.
        painter.setPen(QPen(m_kind == Kind::Primary ? p.onAccent : p.accent, 1.6));
        painter.setBrush(Qt::NoBrush);
        const double inside = m_kind == Kind::Link ? 1 : 3; // a link has no edge, and its words are close
        painter.drawRoundedRect(QRectF(rect()).adjusted(inside, inside, -inside, -inside), std::max(2.0, radius - 2.5),
                                std::max(2.0, radius - 2.5));
    }
}

void Button::paintDigit(QPainter &painter) const
{
    const theme::Theme &theme = m_host.theme();
    const double radius = theme.px(discRadius);
    const QPointF centre(theme.px(paddingOf(m_kind).side) + radius, height() / 2.0);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.palette.accent);
    painter.drawEllipse(centre, radius, radius);
    painter.setPen(theme.palette.onAccent);
    painter.setFont(theme.boldFont(theme::FontRole::Control));
    painter.drawText(QRectF(centre - QPointF(radius, radius), QSizeF(2 * radius, 2 * radius)), Qt::AlignCenter,
                     QString::number(m_digit));
}

void Button::enterEvent(QEnterEvent *event)
{
    update();
    QPushButton::enterEvent(event);
}

void Button::leaveEvent(QEvent *event)
{
    update();
    QPushButton::leaveEvent(event);
}

} // namespace sessionarium::ui::widgets
