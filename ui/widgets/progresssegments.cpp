// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/progresssegments.h"

#include <QPainter>

namespace sessionarium::ui::widgets {

ProgressSegments::ProgressSegments(theme::ThemeHost &host, QWidget *parent) : QWidget(parent), m_host(host)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&host, &theme::ThemeHost::changed, this, qOverload<>(&QWidget::update));
}

void ProgressSegments::setProgress(int reached, int count)
{
    m_reached = reached;
    m_count = count;
    update();
}

QSize ProgressSegments::sizeHint() const
{
    return {m_host.theme().px(200), m_host.theme().px(5)};
}

void ProgressSegments::paintEvent(QPaintEvent * /*event*/)
{
    if (m_count <= 0)
        return;
    const theme::Palette &p = m_host.palette();
    const double gap = m_count > 20 ? 2 : 6;
    const double each = (width() - gap * (m_count - 1)) / m_count;
    const double radius = std::min(height() / 2.0, each / 2);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    for (int i = 0; i < m_count; ++i) {
        painter.setBrush(i < m_reached ? p.accent : p.border);
        painter.drawRoundedRect(QRectF(i * (each + gap), 0, each, height()), radius, radius);
    }
}

} // namespace sessionarium::ui::widgets
