// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chartpaneitem.h"

#include <QGraphicsScene>

#include <memory>
#include <optional>
#include <vector>

namespace sessionarium::ui::charts {

/// A chart as vectors: shown by the view, and drawn into pictures of any size and format. Its background is
/// transparent.
class ChartScene : public QGraphicsScene
{
    Q_OBJECT

public:
    explicit ChartScene(QObject *parent = nullptr);

    /// The pacing map in it must live until the next call.
    void setContent(const ChartContent &content);
    /// Nothing is shown.
    void clearContent();
    void setTheme(const theme::Theme &theme);
    void setSize(const QSizeF &size);
    /// Words above the chart, for pictures that stand alone; empty: none.
    void setHeading(const QString &heading);

    [[nodiscard]] const ChartContent &content() const { return m_content; }
    [[nodiscard]] const theme::Theme &theme() const { return m_theme; }
    [[nodiscard]] const std::vector<ChartPaneItem *> &panes() const { return m_panes; }
    /// The moment at a point of the scene; none: on no axis.
    [[nodiscard]] std::optional<model::SimTime> momentAt(const QPointF &point) const;

protected:
    void drawForeground(QPainter *painter, const QRectF &rect) override;

private:
    void refill();
    void place();

    theme::Theme m_theme;
    ChartContent m_content;
    QSizeF m_size;
    QString m_heading;
    std::vector<ChartPaneItem *> m_panes; // owned by the scene
};

} // namespace sessionarium::ui::charts
