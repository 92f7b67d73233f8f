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

#include <optional>
#include <vector>

namespace sessionarium::ui::timelineview {

/// The lanes: one for each entity, messages as arrows, down times as bands, verdicts as marks, the playhead. Shows
/// nothing of what lies after the playhead or after `view.revealedUntil`. Paints no background.
/// Wheel: pan (rows, where they do not all fit); Ctrl + wheel, pinch, Ctrl with + and -: zoom; dragging the lanes or
/// Ctrl with arrows: pan; a click in the lanes, or dragging above them: seek; click on a mark: markClicked; left and
/// right walk the marks while the keyboard brought the focus here, Enter clicks. Lanes fold to those concerned if they
/// do not fit.
class LanesView : public QWidget
{
    Q_OBJECT

public:
    explicit LanesView(theme::ThemeHost &host, QWidget *parent = nullptr);

    /// All must outlive their use here, and belong to one run. Null: empty. Zoom and place stay as far as the new run
    /// has them; `resetView()` is for one that has nothing to do with the old.
    void setContent(timeline::TimelineView view, const report::LaneLayout *layout, const report::PacingMap *pacing);
    void setTexts(const stage::StageTexts *texts);
    void setMoment(model::SimTime t);
    /// While the run plays, the view follows the playhead only if it was in view before.
    void setPlaying(bool playing);
    /// What lights up is brought into view; in the dark the view goes back to the playhead.
    void setLit(const stage::LitChain &lit);
    /// Words at the playhead while a gate is shut ("…"); empty: the gate is open.
    void setGateText(const QString &text);
    void setShowAll(bool all);
    [[nodiscard]] bool showsAll() const { return m_showAll; }

    /// Lanes of those who have no part in it go away.
    void setFilter(const LanesFilter &filter);
    [[nodiscard]] const LanesFilter &filter() const { return m_filter; }
    /// Marks this request's mark and messages; none: no request.
    void setSelectedRequest(model::RequestId request);
    [[nodiscard]] model::RequestId selectedRequest() const { return m_selected; }
    /// Marks these records, which are in rising order; those ahead are not shown.
    void setHits(std::vector<model::RecordId> hits);
    /// Stands out among them and is brought into view; none: no hit does.
    void setCurrentHit(model::RecordId hit);
    /// Whether a record's lane has a part in what the filter shows, at its moment.
    [[nodiscard]] bool concerns(model::RecordId record) const;

    /// Everything as it is painted, for tests and pictures.
    [[nodiscard]] const LanesPicture &picture() const { return m_picture; }
    /// The part of the axis in view.
    [[nodiscard]] std::int64_t windowFrom() const;
    [[nodiscard]] std::int64_t windowTo() const;
    [[nodiscard]] bool showsWholeRun() const;
    [[nodiscard]] bool canZoomIn() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

public Q_SLOTS:
    /// Around the playhead, or around the middle if it is not in view.
    void zoomIn();
    void zoomOut();
    void showWhole();
    /// Begins the window there.
    void setWindowFrom(std::int64_t unit);
    /// As at first: no zoom, no filter, nothing marked.
    void resetView();

Q_SIGNALS:
    void markClicked(sessionarium::model::RequestId request);
    void seekRequested(sessionarium::model::SimTime at);
    /// A click on a lane's name.
    void selected(sessionarium::model::EntityId entity);
    /// Another part of the axis is in view.
    void windowChanged();
    void filterChanged();

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
    static constexpr std::uint32_t noLane = 0xFFFFFFFFu;

    void rebuild();
    void rebuildRows();
    void rebuildScale();
    void rebuildBreaks();
    void rebuildLit();
    void rebuildHits();
    void rebuildFoldLink();
    void rebuildInView();
    void describe();
    void follow();
    void clampFirst();
    void moved();
    void panBy(double pixels);
    void zoomBy(double factor, double anchorX);
    void bringIntoView(std::int64_t x);
    void seekTo(double x);
    void walkMarks(int direction);
    bool handleControlKey(int key);
    [[nodiscard]] double zoomAnchor() const;
    [[nodiscard]] double rowOverflow() const; ///< Of the rows, what does not fit.
    [[nodiscard]] double leastZoom() const;
    [[nodiscard]] double greatestZoom() const;
    [[nodiscard]] bool isPlayheadInView() const;
    [[nodiscard]] std::vector<model::EntityId> newestConcerned() const;
    [[nodiscard]] std::vector<model::EntityId> wantedLanes() const;
    [[nodiscard]] std::optional<std::uint32_t> markAt(const QPointF &point) const;
    [[nodiscard]] std::optional<std::uint32_t> markOf(model::RequestId request) const;
    [[nodiscard]] bool showsMark(const report::LaneLayout::Mark &mark) const;
    [[nodiscard]] LitMark placeOf(model::RecordId record) const;
    [[nodiscard]] QString markText(const report::LaneLayout::Mark &mark) const;
    [[nodiscard]] QString hintAt(const QPoint &point) const;
    [[nodiscard]] model::SimTime shownUntil() const { return std::min(m_moment, m_view.revealedUntil); }

    theme::ThemeHost &m_host;
    timeline::TimelineView m_view;
    const report::LaneLayout *m_layout = nullptr;
    const report::PacingMap *m_pacing = nullptr;
    const stage::StageTexts *m_texts = nullptr;
    stage::LitChain m_lit;
    LanesFilter m_filter;
    std::vector<std::int64_t> m_concernedFrom; // by lane, of the filter
    std::vector<std::uint32_t> m_laneOf; // by entity
    std::vector<model::EntityId> m_kept; // lanes that stay while nothing else happens
    std::vector<model::RecordId> m_hits;
    model::RecordId m_currentHit;
    model::RequestId m_selected;
    LanesPicture m_picture;
    MarkSprites m_sprites;
    model::SimTime m_moment;
    double m_zoom = 1; // against the scale that is chosen without anybody's help
    double m_usualScale = 1; // that scale
    bool m_showAll = false;
    bool m_seeking = false;
    bool m_playing = false;
    bool m_follows = true; // the playhead was in view before it moved
    bool m_byKeyboard = false; // the keyboard brought the focus here
    std::optional<QPointF> m_grip; // where the lanes were taken hold of
    bool m_panned = false; // since then
};

} // namespace sessionarium::ui::timelineview
