// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chartcontent.h"
#include "ui/theme/theme.h"

#include <QChart>

#include <optional>
#include <vector>

QT_BEGIN_NAMESPACE
class QLineSeries;
class QValueAxis;
QT_END_NAMESPACE

namespace sessionarium::ui::charts {

/// One pair of axes in a scene. Qt Charts draws the lines; grid, markers and what is written are ours, so that
/// labels stand at their lines, never overlap and are never cut.
class ChartPaneItem : public QChart
{
    Q_OBJECT

public:
    /// A label at the end of a line, in coordinates of this item.
    struct Label
    {
        std::size_t line = 0; ///< Index of the line; beyond them: "and 3 more".
        QString text;
        QString value;
        QPointF end; ///< Of its line.
        QRectF box;
    };

    ChartPaneItem();

    /// `content` is not kept; the pacing map in it must outlive this or the next call.
    void setPane(const ChartContent &content, std::size_t index, const theme::Theme &theme);
    void place(const QRectF &box);

    [[nodiscard]] const ChartPane &pane() const { return m_pane; }
    [[nodiscard]] const std::vector<Label> &labels() const { return m_labels; }
    /// Where the lines are.
    [[nodiscard]] QRectF plot() const { return m_plot; }
    /// Each line has a strip of its own.
    [[nodiscard]] bool hasStrips() const { return m_hasStrips; }
    /// Round moments up to the playhead, on the axis no closer than that.
    [[nodiscard]] std::vector<model::SimTime> roundTimes(double distance) const;
    /// The x of the playhead.
    [[nodiscard]] double playhead() const;
    /// The moment at a point of this item; none: outside the plot.
    [[nodiscard]] std::optional<model::SimTime> momentAt(const QPointF &point) const;

    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;
    /// What lies above the lines.
    void paintOver(QPainter &painter) const;

private:
    void layOut();
    void layOutLabels();
    void fillSeries();
    [[nodiscard]] double xOf(double units) const;
    [[nodiscard]] double yOf(double value, std::size_t line) const;
    /// Where a line may be: a strip of its own, or all of the plot.
    [[nodiscard]] QRectF bandOf(std::size_t line) const;
    /// Height of a line's step above x, in this item.
    [[nodiscard]] double heightAt(std::size_t line, double x) const;
    void paintGrid(QPainter &painter) const;
    void paintAreas(QPainter &painter) const;
    void paintMarks(QPainter &painter) const;
    void paintTimes(QPainter &painter) const;
    void paintMarkers(QPainter &painter) const;
    void paintLabels(QPainter &painter) const;

    theme::Theme m_theme;
    ChartPane m_pane;
    const report::PacingMap *m_pacing = nullptr;
    model::SimTime m_until;
    QRectF m_box;
    QRectF m_plot;
    double m_labelWidth = 0;
    bool m_hasStrips = false;
    std::vector<Label> m_labels; // from top to bottom
    QValueAxis *m_across;
    QValueAxis *m_upwards;
    std::vector<QLineSeries *> m_series;
};

} // namespace sessionarium::ui::charts
