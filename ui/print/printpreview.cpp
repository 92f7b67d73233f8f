// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/printpreview.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace sessionarium::ui::printing {

namespace {
constexpr double unitsPerInch = 96;
constexpr double pointsPerInch = 72;
constexpr double gap = 16;

QRectF inUnits(const QRectF &points)
{
    constexpr double scale = unitsPerInch / pointsPerInch;
    return {points.topLeft() * scale, points.size() * scale};
}
} // namespace

PrintPreview::PrintPreview(theme::ThemeHost &host, QWidget *parent) : QWidget(parent), m_host(host)
{
    setObjectName(QStringLiteral("printPreview"));
    setMinimumSize(240, 200);
    connect(&host, &theme::ThemeHost::changed, this, qOverload<>(&QWidget::update));
}

void PrintPreview::setPages(const PrintJob &job, const QPageLayout &paper)
{
    m_job = job;
    m_paper = paper;
    m_plan = planPages(inUnits(paper.paintRect(QPageLayout::Point)).size(), job.content);
    m_picture = QPixmap();
    describe();
    update();
}

void PrintPreview::paintEvent(QPaintEvent *)
{
    if (m_picture.isNull())
        render();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_host.palette().border, 1));
    painter.setBrush(m_host.palette().window);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    painter.drawPixmap(0, 0, m_picture);
}

void PrintPreview::resizeEvent(QResizeEvent *event)
{
    m_picture = QPixmap();
    QWidget::resizeEvent(event);
}

void PrintPreview::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        describe();
    QWidget::changeEvent(event);
}

void PrintPreview::describe()
{
    setAccessibleName(tr("Preview, %n page(s)", nullptr, static_cast<int>(m_plan.size())));
}

void PrintPreview::render()
{
    m_picture = QPixmap(size() * devicePixelRatioF());
    m_picture.setDevicePixelRatio(devicePixelRatioF());
    m_picture.fill(Qt::transparent);
    if (!m_job || m_plan.empty())
        return;
    const QSizeF sheet = inUnits(m_paper.fullRect(QPageLayout::Point)).size();
    const QPointF corner = inUnits(m_paper.paintRect(QPageLayout::Point)).topLeft();
    const auto count = static_cast<double>(m_plan.size());
    const double scale =
        std::min((width() - 2 * gap) / sheet.width(), (height() - (count + 1) * gap) / (count * sheet.height()));
    const double used = count * sheet.height() * scale + (count - 1) * gap;
    const double left = (width() - sheet.width() * scale) / 2;
    double top = (height() - used) / 2;
    QPainter painter(&m_picture);
    painter.setRenderHint(QPainter::Antialiasing);
    for (std::size_t page = 0; page < m_plan.size(); ++page) {
        painter.save();
        painter.translate(left, top);
        painter.scale(scale, scale);
        painter.fillRect(QRectF(QPointF(), sheet), Qt::white);
        painter.translate(corner);
        paintPage(painter, m_plan, page, *m_job);
        painter.restore();
        top += sheet.height() * scale + gap;
    }
}

} // namespace sessionarium::ui::printing
