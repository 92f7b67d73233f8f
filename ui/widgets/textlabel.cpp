// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/textlabel.h"

#include "ui/widgets/plainwords.h"

#include <QPainter>

namespace sessionarium::ui::widgets {

QColor inkColour(const theme::Palette &palette, Ink ink)
{
    switch (ink) {
    case Ink::Text:
        return palette.text;
    case Ink::Soft:
        return palette.soft;
    case Ink::Accent:
        return palette.accentText;
    case Ink::Good:
        return palette.goodText;
    case Ink::Bad:
        return palette.badText;
    case Ink::Warn:
        return palette.warnText;
    }
    return palette.text;
}

TextLabel::TextLabel(theme::ThemeHost &host, theme::FontRole role, Ink ink, QWidget *parent)
    : QLabel(parent), m_host(host), m_role(role), m_ink(ink)
{
    setTextFormat(Qt::PlainText);
    refresh();
    connect(&host, &theme::ThemeHost::changed, this, &TextLabel::refresh);
}

void TextLabel::refresh()
{
    setFont(m_bold ? m_host.theme().boldFont(m_role) : m_host.theme().font(m_role));
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, inkColour(m_host.palette(), m_ink));
    setPalette(colours);
}

void TextLabel::setInk(Ink ink)
{
    m_ink = ink;
    refresh();
}

void TextLabel::setBold(bool bold)
{
    m_bold = bold;
    refresh();
}

ElidingLabel::ElidingLabel(theme::ThemeHost &host, theme::FontRole role, Ink ink, QWidget *parent)
    : QWidget(parent), m_host(host), m_role(role), m_ink(ink)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    refresh();
    connect(&host, &theme::ThemeHost::changed, this, &ElidingLabel::refresh);
}

void ElidingLabel::refresh()
{
    setFont(m_host.theme().font(m_role));
    setAccessibleName(m_text);
    setToolTip(fontMetrics().horizontalAdvance(m_text) > width() ? plainWords(m_text) : QString());
    updateGeometry();
    update();
}

void ElidingLabel::setText(const QString &text)
{
    m_text = text;
    refresh();
}

void ElidingLabel::setInk(Ink ink)
{
    m_ink = ink;
    update();
}

void ElidingLabel::setAlignment(Qt::Alignment alignment)
{
    m_alignment = alignment;
    update();
}

QSize ElidingLabel::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_text) + 1, fontMetrics().height() + 4};
}

QSize ElidingLabel::minimumSizeHint() const
{
    return {std::min(sizeHint().width(), m_host.theme().px(48)), fontMetrics().height() + 4};
}

void ElidingLabel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    setToolTip(fontMetrics().horizontalAdvance(m_text) > width() ? plainWords(m_text) : QString());
}

void ElidingLabel::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setFont(font());
    painter.setPen(inkColour(m_host.palette(), m_ink));
    painter.drawText(rect(), static_cast<int>(m_alignment), fontMetrics().elidedText(m_text, Qt::ElideRight, width()));
}

} // namespace sessionarium::ui::widgets
