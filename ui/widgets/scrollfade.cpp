// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/scrollfade.h"

#include <QEvent>
#include <QLinearGradient>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>

namespace sessionarium::ui::widgets {

namespace {
constexpr int fadeHeight = 24;
}

ScrollFade::ScrollFade(theme::ThemeHost &host, QScrollArea &area) : QWidget(&area), m_host(host), m_area(area)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    area.viewport()->installEventFilter(this);
    connect(area.verticalScrollBar(), &QScrollBar::valueChanged, this, &ScrollFade::follow);
    connect(area.verticalScrollBar(), &QScrollBar::rangeChanged, this, &ScrollFade::follow);
    connect(&host, &theme::ThemeHost::changed, this, qOverload<>(&QWidget::update));
    follow();
}

bool ScrollFade::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Move)
        follow();
    return QWidget::eventFilter(watched, event);
}

void ScrollFade::follow()
{
    const QScrollBar &bar = *m_area.verticalScrollBar();
    const int below = bar.maximum() - bar.value();
    const QRect shown = m_area.viewport()->geometry();
    const int height = std::min({fadeHeight, below, shown.height() / 3});
    setGeometry(shown.left(), shown.bottom() + 1 - height, shown.width(), height);
    setVisible(height > 0);
    raise();
}

void ScrollFade::paintEvent(QPaintEvent * /*event*/)
{
    QColor card = m_host.palette().card;
    QLinearGradient fade(0, 0, 0, height());
    fade.setColorAt(1, card);
    card.setAlpha(0);
    fade.setColorAt(0, card);
    QPainter(this).fillRect(rect(), fade);
}

} // namespace sessionarium::ui::widgets
