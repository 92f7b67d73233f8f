// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/stage/stagelayout.h"
#include "ui/stage/stagepainter.h"
#include "ui/stage/stageprojector.h"
#include "ui/theme/themehost.h"

#include <QWidget>

#include <optional>

namespace sessionarium::ui::stage {

class StageTools;

/// The stage as a widget. Click selects, double-click or Enter activates, the context menu key or right click asks for
/// a menu; arrows walk the nodes, Home/End go to the first and the last, while the keyboard brought the focus here
/// (after a click they are left to the window). Paints its own card (border, round corners) on the window's colour.
class StageView : public QWidget
{
    Q_OBJECT

public:
    explicit StageView(theme::ThemeHost &host, QWidget *parent = nullptr);

    /// Both must outlive their use here. A view without timeline shows an empty stage.
    void setContent(timeline::TimelineView view, const timeline::Keyframes *keyframes);
    void setTexts(const StageTexts *texts);
    /// Shows the end of the instant t.
    void setMoment(model::SimTime t);
    /// None clears it. Emits nothing.
    void setSelection(model::EntityId entity);
    /// Whether something can be added and changed here: then a button offers it (menuRequested of nobody).
    void setActing(bool acting);
    [[nodiscard]] model::EntityId selection() const { return m_focus.selected; }
    /// Lights records of the timeline, with their numbers. Empty clears it.
    void setLit(const LitChain &lit);
    void setLegendVisible(bool visible);
    /// Whose view of things is shown; the pill in the corner says so, too.
    void setSight(Sight sight);
    /// Whether the pill that chooses it is there. At first it is.
    void setBeliefOffered(bool offered);
    void setMotion(Motion motion);
    [[nodiscard]] Motion motion() const { return m_motion; }
    /// Ctrl + wheel, Ctrl with + and -: larger about a point of this widget; dragging the background or Ctrl with
    /// arrows moves the part in view; Ctrl+0 or the pill in the corner: all of it again.
    void zoomAt(double factor, QPointF at);
    void panBy(QPointF pixels);
    void fit();
    [[nodiscard]] double zoom() const { return m_zoom; }

    static constexpr double greatestZoom = 4;

    /// What is shown at present, for tests and for the table that stands for the stage.
    [[nodiscard]] const StageFrame &frame() const { return *m_frame; }
    [[nodiscard]] const StageLayout &layoutOfNodes() const { return m_layout; }
    /// Where a node is in this widget; empty if it is not shown.
    [[nodiscard]] QRect nodeRect(model::EntityId entity) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// A person selected a node; none: the background.
    void selected(sessionarium::model::EntityId entity);
    /// Double-click or Enter.
    void activated(sessionarium::model::EntityId entity);
    /// Entity none: the background.
    void menuRequested(sessionarium::model::EntityId entity, const QPoint &globalPosition);
    /// "Why?" of the callout.
    void whyRequested(sessionarium::model::RequestId request);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    void project();
    void layOut();
    void describe();
    void placeTools();
    [[nodiscard]] bool zoomByKey(int key);
    [[nodiscard]] bool isOnCallout(const QPointF &point) const;
    void walk(int dx, int dy);
    void setCurrent(model::EntityId entity);

    theme::ThemeHost &m_host;
    StageProjector m_projector;
    StagePainter m_painter;
    const StageFrame *m_frame; // of the projector
    StageLayout m_layout;
    StageOptions m_options;
    StageFocus m_focus;
    model::EntityId m_current; // where the keyboard is, also while the focus is elsewhere
    bool m_byKeyboard = false; // the keyboard brought the focus here
    model::SimTime m_moment;
    QPixmap m_still; // the scene, painted once
    std::uint64_t m_stillNumber = 0;
    std::uint64_t m_laidOutNumber = 0;
    StageFocus m_stillFocus;
    const StageTexts *m_texts = nullptr;
    StageTools *m_tools;
    Motion m_motion = Motion::Eased;
    double m_zoom = 1;
    QPointF m_origin; // upper left of what is in view, in coordinates of the unzoomed stage
    std::optional<QPointF> m_grip; // where the background was taken hold of
};

} // namespace sessionarium::ui::stage
