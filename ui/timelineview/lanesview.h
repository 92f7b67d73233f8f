// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/lanelayout.h"
#include "core/report/pacing.h"
#include "core/timeline/timelineview.h"
#include "ui/stage/lit.h"
#include "ui/stage/stagetexts.h"
#include "ui/theme/themehost.h"
#include "ui/timelineview/lanespainter.h"

#include <QWidget>

#include <vector>

namespace sessionarium::ui::timelineview {

/// The lanes: one for each entity, messages as arrows, down times as bands, verdicts as marks, the playhead. Shows
/// nothing of what lies after the playhead or after `view.revealedUntil`. Paints no background.
/// Wheel: pan (rows, where they do not all fit); Ctrl + wheel, + and -: zoom; drag on the axis or the playhead: seek;
/// click on a mark: markClicked; left and right walk the marks while the keyboard brought the focus here, Enter clicks.
/// Lanes fold to those concerned if they do not fit.
class LanesView : public QWidget
{
    Q_OBJECT

public:
    explicit LanesView(theme::ThemeHost &host, QWidget *parent = nullptr);

    /// All must outlive their use here, and belong to one run. Null: empty.
    void setContent(timeline::TimelineView view, const report::LaneLayout *layout, const report::PacingMap *pacing);
    void setTexts(const stage::StageTexts *texts);
    void setMoment(model::SimTime t);
    void setLit(const stage::LitChain &lit);
    /// Whose lanes stay when they do not all fit; empty: those of the newest messages up to the playhead.
    void setConcerned(const std::vector<model::EntityId> &entities);
    /// Words at the playhead while a gate is shut ("…"); empty: the gate is open.
    void setGateText(const QString &text);
    void setShowAll(bool all);
    [[nodiscard]] bool showsAll() const { return m_showAll; }

    /// Everything as it is painted, for tests and pictures.
    [[nodiscard]] const LanesPicture &picture() const { return m_picture; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void markClicked(sessionarium::model::RequestId request);
    void seekRequested(sessionarium::model::SimTime at);
    /// A click on a lane's name.
    void selected(sessionarium::model::EntityId entity);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    void rebuild();
    void rebuildRows();
    void rebuildBreaks();
    void rebuildLit();
    void rebuildFoldLink();
    void follow();
    void clampFirst();
    void moved();
    void zoomBy(double factor, double anchorX);
    void seekTo(double x);
    void walkMarks(int direction);
    [[nodiscard]] std::vector<model::EntityId> newestConcerned() const;
    [[nodiscard]] const report::LaneLayout::Mark *markAt(const QPointF &point) const;
    [[nodiscard]] model::SimTime shownUntil() const { return std::min(m_moment, m_view.revealedUntil); }

    theme::ThemeHost &m_host;
    timeline::TimelineView m_view;
    const report::LaneLayout *m_layout = nullptr;
    const report::PacingMap *m_pacing = nullptr;
    const stage::StageTexts *m_texts = nullptr;
    stage::LitChain m_lit;
    std::vector<model::EntityId> m_concerned;
    std::vector<model::EntityId> m_kept; // lanes that stay while nothing else happens
    LanesPicture m_picture;
    model::SimTime m_moment;
    double m_zoom = 1;
    bool m_showAll = false;
    bool m_seeking = false;
    bool m_byKeyboard = false; // the keyboard brought the focus here
};

} // namespace sessionarium::ui::timelineview
