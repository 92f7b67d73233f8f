// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/lanelayout.h"
#include "core/report/pacing.h"
#include "core/timeline/timelineview.h"
#include "ui/stage/stagetexts.h"
#include "ui/theme/themehost.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace sessionarium::ui::timelineview {

/// The whole run as a bar on the paced axis, with a handle at the playhead and the verdicts up to it above. Shows
/// nothing of what lies after the playhead or after `view.revealedUntil`, and no seek goes beyond the latter. Arrows
/// left/right: by hop; Page Up/Down: by a tenth; Home/End.
class ScrubBar : public QWidget
{
    Q_OBJECT

public:
    explicit ScrubBar(theme::ThemeHost &host, QWidget *parent = nullptr);

    /// All must outlive their use here. Null: empty.
    void setContent(timeline::TimelineView view, const report::LaneLayout *layout, const report::PacingMap *pacing);
    void setTexts(const stage::StageTexts *texts);
    void setMoment(model::SimTime t);
    [[nodiscard]] model::SimTime moment() const { return m_moment; }
    /// The part of the axis that another view shows, as a bracket below the bar that can be dragged. The whole axis, or
    /// nothing of it: no bracket.
    void setWindow(std::int64_t from, std::int64_t to);
    /// The bracket in this widget; empty: there is none.
    [[nodiscard]] QRectF bracket() const;

    /// x of an instant in this widget, for tests.
    [[nodiscard]] double xOf(model::SimTime t) const;

    /// A verdict above the bar. `x` is in this widget.
    struct Mark
    {
        double x = 0;
        verdict::Outcome outcome = verdict::Outcome::Fine;
        bool slow = false;
    };
    /// Those up to the playhead, in order; of several that would overlap only the worst.
    [[nodiscard]] std::vector<Mark> marks() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void seekRequested(sessionarium::model::SimTime at);
    /// The bracket was dragged: it is to begin there.
    void windowMoved(std::int64_t from);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void seekToX(double x);
    [[nodiscard]] bool isOnBracket(const QPointF &point) const;
    void describe();
    [[nodiscard]] model::SimTime end() const;

    theme::ThemeHost &m_host;
    timeline::TimelineView m_view;
    const report::LaneLayout *m_layout = nullptr;
    const report::PacingMap *m_pacing = nullptr;
    const stage::StageTexts *m_texts = nullptr;
    model::SimTime m_moment;
    std::int64_t m_windowFrom = 0;
    std::int64_t m_windowTo = 0;
    bool m_dragging = false;
    std::optional<double> m_bracketGrip; // where in the bracket it was taken hold of
};

} // namespace sessionarium::ui::timelineview
