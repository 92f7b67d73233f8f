// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartsurface.h"

#include <QMouseEvent>
#include <QWheelEvent>

namespace sessionarium::ui::charts {

ChartSurface::ChartSurface(ChartScene &scene, QWidget *parent) : QGraphicsView(&scene, parent), m_scene(scene)
{
    setObjectName(QStringLiteral("chartSurface"));
    setFrameShape(NoFrame);
    setStyleSheet(QStringLiteral("QGraphicsView { background: transparent; border: none; }"));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
    setRenderHint(QPainter::Antialiasing);
    setInteractive(false);
    setFocusPolicy(Qt::NoFocus);
    setViewportUpdateMode(FullViewportUpdate);
}

void ChartSurface::resizeEvent(QResizeEvent *event)
{
    QGraphicsView::resizeEvent(event);
    m_scene.setSize(viewport()->size());
}

void ChartSurface::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !seekTo(event->position().toPoint()))
        event->ignore();
}

void ChartSurface::mouseMoveEvent(QMouseEvent *event)
{
    if (!event->buttons().testFlag(Qt::LeftButton) || !seekTo(event->position().toPoint()))
        event->ignore();
}

void ChartSurface::wheelEvent(QWheelEvent *event)
{
    event->ignore(); // there is nothing to scroll to
}

bool ChartSurface::seekTo(const QPoint &position)
{
    const auto moment = m_scene.momentAt(mapToScene(position));
    if (moment)
        Q_EMIT seekRequested(*moment);
    return moment.has_value();
}

} // namespace sessionarium::ui::charts
