// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chartscene.h"

#include <QGraphicsView>

namespace sessionarium::ui::charts {

/// Shows a chart as large as this is. A press or a drag on an axis asks for that moment. Takes no focus and paints no
/// background.
class ChartSurface : public QGraphicsView
{
    Q_OBJECT

public:
    /// The scene must outlive this.
    explicit ChartSurface(ChartScene &scene, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override { return {640, 160}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {240, 80}; }

Q_SIGNALS:
    void seekRequested(sessionarium::model::SimTime at);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    /// False: there is no axis.
    bool seekTo(const QPoint &position);

    ChartScene &m_scene;
};

} // namespace sessionarium::ui::charts
