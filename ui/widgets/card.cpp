// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/card.h"

#include <QPainter>

namespace sessionarium::ui::widgets {

Card::Card(theme::ThemeHost &host, QWidget *parent) : QFrame(parent), m_host(host)
{
    connect(&host, &theme::ThemeHost::changed, this, qOverload<>(&QWidget::update));
}

void Card::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

void Card::paintEvent(QPaintEvent * /*event*/)
{
    if (m_tone == Tone::Bare)
        return;
    const theme::Palette &p = m_host.palette();
    struct Look
    {
        QColor fill;
        QColor edge;
        double radius;
    };
    const auto look = [&]() -> Look {
        switch (m_tone) {
        case Tone::Plain:
            return {p.card, p.border, 14};
        case Tone::Accent:
            return {p.accentSoft, QColor(), 12};
        case Tone::Bad:
            return {p.badSoft, QColor(), 10};
        case Tone::Good:
            return {p.goodSoft, QColor(), 10};
        case Tone::Field:
            return {p.field, p.border, 10};
        case Tone::Bare:
            break;
        }
        return {p.card, p.border, 14};
    }();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(look.edge.isValid() ? QPen(look.edge, 1) : QPen(Qt::NoPen));
    painter.setBrush(look.fill);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), look.radius, look.radius);
}

} // namespace sessionarium::ui::widgets
