// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenter/largestagelayout.h"
#include "ui/stage/stagepainter.h"
#include "ui/stage/stageprojector.h"
#include "ui/theme/themehost.h"

#include <QPixmap>
#include <QWidget>

namespace sessionarium::ui::presenter {

/// The stage as a class sees it: large, with nothing but what the step needs, to be looked at only. Reads the timeline
/// as far as its view allows, and no further.
class LargeStage : public QWidget
{
    Q_OBJECT

public:
    explicit LargeStage(theme::ThemeHost &host, QWidget *parent = nullptr);

    /// Both must outlive their use here.
    void setContent(timeline::TimelineView view, const timeline::Keyframes *keyframes);
    void setTexts(const stage::StageTexts *texts);
    void setMoment(model::SimTime t);
    /// Entities that the step points at: they stay if not all can be shown.
    void setPointedAt(std::vector<model::EntityId> entities);
    /// Pixels for each of the 900 of the picture's height.
    void setScale(double scale);

    [[nodiscard]] const ShownScene &shown() const { return m_shown; }
    [[nodiscard]] const LargeLayout &layoutOfNodes() const { return m_layout; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void project();
    void layOut();
    void paintStill();
    [[nodiscard]] theme::Theme projected() const;

    theme::ThemeHost &m_host;
    stage::StageProjector m_projector;
    stage::StagePainter m_painter;
    const stage::StageFrame *m_frame; // of the projector
    model::SimTime m_moment;
    std::vector<model::EntityId> m_pointedAt;
    double m_scale = 1;
    ShownScene m_shown;
    LargeLayout m_layout;
    std::uint64_t m_laidOutNumber = 0;
    QPixmap m_still; // what does not move, painted once
};

} // namespace sessionarium::ui::presenter
