// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/document.h"
#include "ui/document/runtexts.h"
#include "ui/inspector/possibleactions.h"
#include "ui/playback/momentstate.h"
#include "ui/playback/playbackcontroller.h"
#include "ui/theme/themehost.h"

#include <QWidget>

namespace sessionarium::ui::branches {
class BranchesPanel;
}
namespace sessionarium::ui::events {
class EventsView;
}
namespace sessionarium::ui::inspector {
class InspectorPanel;
class WhyPanel;
}
namespace sessionarium::ui::lesson {
class LessonPanel;
}
namespace sessionarium::ui::stage {
class StageView;
}
namespace sessionarium::ui::timelineview {
struct RunOnAxis;
}
namespace sessionarium::ui::widgets {
class Card;
class IconButton;
class SegmentedControl;
}

namespace sessionarium::ui::window {

class BottomPanel;
class TransportBar;

/// Places the parts of the working view and passes on what one of them says to the others: lesson at the left, stage,
/// transport and lanes in the middle, inspector and "Why?" at the right; in small windows these two are a drawer over
/// the stage, which opens when somebody asks for them.
class WorkPage : public QWidget
{
    Q_OBJECT

public:
    /// All must outlive this.
    WorkPage(theme::ThemeHost &host, document::Document &document, playback::PlaybackController &playback,
             playback::MomentState &moment, const document::RunTexts &texts, QWidget *parent = nullptr);

    [[nodiscard]] lesson::LessonPanel &lessonPanel() { return *m_lesson; }
    [[nodiscard]] stage::StageView &stage() { return *m_stage; }
    [[nodiscard]] BottomPanel &bottomPanel() { return *m_bottom; }
    [[nodiscard]] events::EventsView &events() { return *m_events; }
    [[nodiscard]] branches::BranchesPanel &branches() { return *m_branches; }
    [[nodiscard]] TransportBar &transport() { return *m_transport; }
    [[nodiscard]] inspector::InspectorPanel &inspector() { return *m_inspector; }
    [[nodiscard]] inspector::WhyPanel &why() { return *m_why; }

    [[nodiscard]] bool isDrawerOpen() const { return m_compact && m_drawerOpen; }
    void setDrawerOpen(bool open);
    /// Esc: closes the drawer, else lets the lit chain go dark. False: there was neither.
    bool escape();
    void select(model::EntityId entity);

    /// Whether a window of this size has no room for the right column (design §7).
    [[nodiscard]] bool isCompact(const QSize &window) const;

Q_SIGNALS:
    void deedChosen(const sessionarium::ui::inspector::Deed &deed);
    void sidesAsked();
    void menuRequested(sessionarium::model::EntityId entity, const QPoint &globalPosition);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void documentChanged(document::Document::What what);
    void fillViews(bool opened);
    void moveViews();
    void showScrubAxis();
    void connectRequests();
    /// Everywhere: its client on the stage and in the inspector, its records in the table, its way on the lanes; "Why?"
    /// tells of it.
    void selectRequest(model::RequestId request);
    void refreshActing();
    void place();
    void placeColumn(int gap);
    /// The lanes of branches stand below the scrub bar, on its axis.
    void alignBranches();
    void nameTabs();
    [[nodiscard]] bool showsWhyTab() const;

    theme::ThemeHost &m_host;
    document::Document &m_document;
    playback::PlaybackController &m_playback;
    const document::RunTexts &m_texts;
    // What the views read; kept here while they do, whatever the document plays next.
    std::shared_ptr<const document::PlayedRun> m_shown;
    std::shared_ptr<const timelineview::RunOnAxis> m_scrubAxis;
    model::SimTime m_scrubRevealed;
    bool m_compact = false;
    bool m_drawerOpen = false;
    bool m_explains = false; // "Why?" has something to say
    lesson::LessonPanel *m_lesson;
    stage::StageView *m_stage;
    TransportBar *m_transport;
    branches::BranchesPanel *m_branches;
    BottomPanel *m_bottom;
    events::EventsView *m_events;
    QWidget *m_column; // inspector and "Why?"
    widgets::Card *m_drawerHead;
    widgets::SegmentedControl *m_drawerTabs;
    inspector::InspectorPanel *m_inspector;
    inspector::WhyPanel *m_why;
    widgets::IconButton *m_closeDrawer;
};

} // namespace sessionarium::ui::window
