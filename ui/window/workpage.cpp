// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/workpage.h"

#include "ui/branches/branchespanel.h"
#include "ui/charts/chartsview.h"
#include "ui/events/eventsview.h"
#include "ui/inspector/inspectorpanel.h"
#include "ui/inspector/whypanel.h"
#include "ui/lesson/lessonpanel.h"
#include "ui/stage/stageview.h"
#include "ui/timelineview/lanespanel.h"
#include "ui/timelineview/scrubbar.h"
#include "ui/widgets/card.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/window/bottompanel.h"
#include "ui/window/transportbar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QResizeEvent>

#include <algorithm>
#include <cmath>
#include <string>

namespace sessionarium::ui::window {

using document::Document;
using playback::PlaybackController;

namespace {

/// Sizes of the mock-ups; all but the gaps grow with the letters.
struct Sizes
{
    int margin;
    int gap;
    int lesson;
    int column;
    int transport;
    int lanes;
};
constexpr Sizes roomy {16, 16, 300, 320, 52, 276};
constexpr Sizes tight {12, 10, 276, 320, 52, 194}; // five lanes, also below the name of a branch
constexpr int leastHeight = 800;
constexpr int leastWidth = 1366;
constexpr int tallestInspector = 520;
constexpr int lowestWhy = 160;
constexpr int drawerHeadHeight = 50;
constexpr int leastMiddle = 600;
constexpr int leastTable = 250;
constexpr int leastStage = 280; // beside the lanes of branches
constexpr QLatin1String detailsTab("details");
constexpr QLatin1String whyTab("why");

} // namespace

WorkPage::WorkPage(theme::ThemeHost &host, Document &document, PlaybackController &playback,
                   playback::MomentState &moment, const document::RunTexts &texts, QWidget *parent)
    : QWidget(parent),
      m_host(host),
      m_document(document),
      m_playback(playback),
      m_texts(texts),
      m_lesson(new lesson::LessonPanel(host, document, playback, texts, this)),
      m_stage(new stage::StageView(host, this)),
      m_transport(new TransportBar(host, document, playback, this)),
      m_branches(new branches::BranchesPanel(host, document, playback, texts, this)),
      m_bottom(new BottomPanel(host, document, playback, texts, this)),
      m_events(new events::EventsView(host, texts, &m_bottom->viewsParent())),
      m_column(new QWidget(this)),
      m_drawerHead(new widgets::Card(host, m_column)),
      m_drawerTabs(new widgets::SegmentedControl(host, m_drawerHead)),
      m_inspector(new inspector::InspectorPanel(host, document, moment, texts, m_column)),
      m_why(new inspector::WhyPanel(host, document, playback, texts, m_column)),
      m_closeDrawer(
          new widgets::IconButton(host, widgets::Icon::Close, tr("Close"), widgets::IconButton::Kind::Plain, m_column))
{
    m_stage->setObjectName(QStringLiteral("stage"));
    m_column->setObjectName(QStringLiteral("rightColumn"));
    m_closeDrawer->setObjectName(QStringLiteral("closeDrawer"));
    m_drawerTabs->setObjectName(QStringLiteral("drawerTabs"));
    m_drawerTabs->addSegment(detailsTab, {});
    m_drawerTabs->addSegment(whyTab, {});
    auto *head = new QHBoxLayout(m_drawerHead);
    head->setContentsMargins(8, 8, 8, 8);
    head->addWidget(m_drawerTabs);
    head->addStretch(1);
    head->addWidget(m_closeDrawer);
    // A click does not take the arrows away from the playhead; Tab and F6 still lead to the nodes and marks.
    for (QWidget *view : {static_cast<QWidget *>(m_stage), static_cast<QWidget *>(&m_bottom->lanes()),
                          static_cast<QWidget *>(&m_transport->scrubBar())})
        view->setFocusPolicy(Qt::TabFocus);
    m_bottom->addView(QStringLiteral("events"), m_events, &events::EventsView::heading);
    m_bottom->addView(QStringLiteral("charts"),
                      new charts::ChartsView(host, document, playback, texts, &m_bottom->viewsParent()),
                      &charts::ChartsView::heading);
    m_stage->setTexts(&texts);
    m_bottom->lanes().setTexts(&texts);
    m_transport->scrubBar().setTexts(&texts);

    connect(&m_document, &Document::changed, this, &WorkPage::documentChanged);
    connect(&m_playback, &PlaybackController::moved, this, &WorkPage::moveViews);
    connect(m_stage, &stage::StageView::selected, this, &WorkPage::select);
    connect(m_stage, &stage::StageView::activated, this, [this](model::EntityId entity) {
        select(entity);
        m_drawerTabs->setCurrent(detailsTab);
        setDrawerOpen(true);
        place();
    });
    connect(m_stage, &stage::StageView::menuRequested, this, &WorkPage::menuRequested);
    connect(&m_bottom->lanes(), &timelineview::LanesView::selected, this, &WorkPage::select);
    connect(&m_bottom->lanes(), &timelineview::LanesView::seekRequested, &m_playback, &PlaybackController::seek);
    connect(m_inspector, &inspector::InspectorPanel::heightChanged, this, &WorkPage::place);
    connect(m_events, &events::EventsView::seekRequested, &m_playback, &PlaybackController::seekInRun);
    connect(m_bottom, &BottomPanel::viewShown, this, &WorkPage::place);
    connect(m_branches, &branches::BranchesPanel::wantedHeightChanged, this, &WorkPage::place);
    connect(m_inspector, &inspector::InspectorPanel::deedChosen, this, &WorkPage::deedChosen);
    connect(m_inspector, &inspector::InspectorPanel::sidesAsked, this, &WorkPage::sidesAsked);
    connectRequests();
    connect(&m_bottom->lanes(), &timelineview::LanesView::windowChanged, this, &WorkPage::showScrubAxis);
    connect(&m_bottom->lanesPanel().axis(), &timelineview::TimeAxis::changed, this, &WorkPage::showScrubAxis);
    connect(&m_bottom->lanesPanel(), &timelineview::LanesPanel::barToggled, this, &WorkPage::place);
    connect(&m_transport->scrubBar(), &timelineview::ScrubBar::windowMoved, &m_bottom->lanes(),
            &timelineview::LanesView::setWindowFrom);
    connect(&m_playback, &PlaybackController::playingChanged, &m_bottom->lanes(), &timelineview::LanesView::setPlaying);
    connect(m_drawerTabs, &widgets::SegmentedControl::selected, this, &WorkPage::place);
    connect(m_transport, &TransportBar::detailsRequested, this, [this] { setDrawerOpen(!m_drawerOpen); });
    connect(m_closeDrawer, &widgets::IconButton::clicked, this, [this] { setDrawerOpen(false); });
    connect(&m_host, &theme::ThemeHost::changed, this, [this] {
        place();
        update();
    });
    nameTabs();
}

/// A request that somebody asks about in one view is the selected one in all.
void WorkPage::connectRequests()
{
    connect(m_stage, &stage::StageView::whyRequested, this, &WorkPage::selectRequest);
    connect(&m_bottom->lanes(), &timelineview::LanesView::markClicked, this, &WorkPage::selectRequest);
    connect(m_events, &events::EventsView::requestClicked, this, &WorkPage::selectRequest);
    connect(m_why, &inspector::WhyPanel::lit, this, [this](const stage::LitChain &chain) {
        m_stage->setLit(chain);
        m_bottom->lanes().setLit(chain);
        m_events->setLit(chain);
        if (chain.empty())
            m_bottom->lanes().setSelectedRequest({});
    });
    connect(m_why, &inspector::WhyPanel::asked, this, [this] {
        m_events->goToRequest(m_why->request());
        m_bottom->lanes().setSelectedRequest(m_why->request());
        m_drawerTabs->setCurrent(whyTab);
        setDrawerOpen(true);
        place();
    });
}

void WorkPage::selectRequest(model::RequestId request)
{
    const verdict::Verdict *verdict = m_shown ? m_shown->verdicts().of(request) : nullptr;
    if (verdict && verdict->finished.value < m_document.view().count())
        select(verdict->client);
    m_why->ask(request);
}

bool WorkPage::isCompact(const QSize &window) const
{
    const theme::Theme &theme = m_host.theme();
    return window.height() < theme.px(leastHeight) || window.width() < theme.px(leastWidth);
}

void WorkPage::setDrawerOpen(bool open)
{
    if (m_drawerOpen == open)
        return;
    m_drawerOpen = open;
    place();
}

bool WorkPage::escape()
{
    if (isDrawerOpen()) {
        setDrawerOpen(false);
        return true;
    }
    if (m_why->lighter().isLit()) {
        m_why->dismiss();
        return true;
    }
    return m_branches->escape();
}

void WorkPage::select(model::EntityId entity)
{
    m_stage->setSelection(entity);
    m_inspector->setEntity(entity);
    nameTabs();
    place();
}

void WorkPage::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), m_host.palette().window);
}

void WorkPage::resizeEvent(QResizeEvent *)
{
    place();
}

void WorkPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        // The inspector, whose title one of them has, hears of it after its parent.
        QMetaObject::invokeMethod(this, &WorkPage::nameTabs, Qt::QueuedConnection);
        refreshActing();
    }
    QWidget::changeEvent(event);
}

void WorkPage::documentChanged(Document::What what)
{
    if (what == Document::What::Identity || what == Document::What::Branches)
        return; // what is played is as before
    const bool opened = what == Document::What::Opened;
    if (opened) {
        m_drawerOpen = false;
        m_stage->setSelection({});
        m_inspector->setEntity({});
    }
    // Another run may count its entities otherwise, or lack some: what is selected is kept by its name.
    const model::EntityId before = m_inspector->entity();
    const std::string selected = !opened && m_shown && before.isSome() ? m_shown->timeline().entity(before).id : "";
    fillViews(opened);
    const bool hasEntities = m_shown && !m_shown->timeline().entities().empty();
    if (opened && hasEntities)
        select(model::EntityId(0)); // the inspector begins with the first user
    else if (hasEntities && !selected.empty()) {
        const model::EntityId now = m_shown->timeline().findEntity(selected);
        if (now != before)
            select(now.isSome() ? now : model::EntityId(0));
    }
    place();
}

void WorkPage::fillViews(bool opened)
{
    // The views read the old run until all of them have the new one: keep it until then.
    const auto before = m_shown;
    m_shown = m_document.played();
    const timeline::TimelineView view = m_document.view();
    const document::PlayedRun *run = m_shown.get();
    m_stage->setContent(view, run ? run->keyframes.get() : nullptr);
    m_bottom->lanesPanel().setContent(m_shown, view, opened);
    m_events->setContent(m_shown, view, opened);
    showScrubAxis();
    moveViews();
}

/// The scrub bar shows the same axis as the lanes, and which part of it they show.
void WorkPage::showScrubAxis()
{
    timelineview::ScrubBar &scrub = m_transport->scrubBar();
    const timelineview::LanesView &lanes = m_bottom->lanes();
    const auto axis = m_bottom->lanesPanel().axis().current();
    if (axis != m_scrubAxis || m_document.view().revealedUntil != m_scrubRevealed) {
        const auto before = m_scrubAxis; // it reads the old one until it has the new one
        m_scrubAxis = axis;
        m_scrubRevealed = m_document.view().revealedUntil;
        scrub.setContent(m_document.view(), axis ? &axis->lanesWithin(m_scrubRevealed) : nullptr,
                         axis ? &axis->pacingWithin(m_scrubRevealed) : nullptr);
    }
    scrub.setWindow(lanes.windowFrom(), lanes.windowTo());
}

void WorkPage::moveViews()
{
    if (m_shown != m_document.played()) // the playhead was told before us: the views still have the old run
        return;
    const model::SimTime t = m_playback.moment();
    m_stage->setMoment(t);
    m_bottom->lanesPanel().setMoment(t);
    m_events->setMoment(t);
    m_transport->refresh();
    alignBranches();
    const int before = m_inspector->sizeHint().height();
    m_inspector->refresh();
    if (m_inspector->sizeHint().height() != before || m_why->request().isSome() != m_explains)
        place();
    refreshActing();
}

void WorkPage::refreshActing()
{
    if (!m_shown)
        return;
    const bool gateAhead =
        m_document.view().revealedUntil < m_shown->end() && m_playback.moment() >= m_document.view().revealedUntil;
    m_inspector->setActing(m_document.canAct() && !gateAhead, gateAhead ? tr("Answer the question first.") : QString());
    m_stage->setActing(m_document.canAct());
}

void WorkPage::place()
{
    m_compact = isCompact(window()->size());
    const theme::Theme &theme = m_host.theme();
    Sizes sizes = m_compact ? tight : roomy;
    for (int *size : {&sizes.lesson, &sizes.column, &sizes.transport, &sizes.lanes})
        *size = theme.px(*size);
    const bool hasLesson = m_document.lesson() != nullptr;
    m_lesson->setVisible(hasLesson);
    m_lesson->setCompact(m_compact);
    m_stage->setLegendVisible(!m_compact);
    m_transport->setDetailsButton(m_compact);

    const int top = sizes.margin;
    const int bottom = height() - sizes.margin;
    int left = sizes.margin;
    if (hasLesson) {
        m_lesson->setGeometry(left, top, sizes.lesson, bottom - top);
        left += sizes.lesson + sizes.gap;
    }
    int right = width() - sizes.margin;
    const bool columnShown = !m_compact || m_drawerOpen;
    m_column->setVisible(columnShown);
    m_column->setGeometry(right - sizes.column, top, sizes.column, bottom - top);
    // The drawer moves the middle aside where that leaves enough of it, so that what lights up is seen; else it lies
    // over it.
    const int narrowed = right - sizes.column - sizes.gap;
    if (!m_compact || (columnShown && narrowed - left >= theme.px(leastMiddle)))
        right = narrowed;

    const bool tabular = m_bottom->currentView() != BottomPanel::lanesView; // a table needs a few rows to be one
    const int bar = m_compact ? m_bottom->lanesPanel().barHeight() : 0; // lanes are few enough without it
    const int lanes = tabular ? std::max(sizes.lanes, theme.px(leastTable)) : sizes.lanes + bar;
    const int lanesTop = bottom - lanes;
    const int roomAbove = lanesTop - 3 * sizes.gap - sizes.transport - top - m_branches->heightOfLanes();
    const bool folded = m_compact || roomAbove < theme.px(leastStage);
    m_branches->setFolded(folded);
    m_bottom->setBranchChoice(folded);
    const int branchesHeight = m_branches->wantedHeight();
    const int branchesTop = lanesTop - sizes.gap - branchesHeight;
    const int transportTop = (branchesHeight > 0 ? branchesTop : lanesTop) - sizes.gap - sizes.transport;
    m_stage->setGeometry(left, top, right - left, std::max(transportTop - sizes.gap - top, 0));
    m_transport->setGeometry(left, transportTop, right - left, sizes.transport);
    m_branches->setVisible(branchesHeight > 0);
    m_branches->setGeometry(left, branchesTop, right - left, branchesHeight);
    m_bottom->setGeometry(left, lanesTop, right - left, lanes);
    alignBranches();

    m_explains = m_why->request().isSome();
    if (columnShown)
        placeColumn(sizes.gap);
}

void WorkPage::alignBranches()
{
    if (m_branches->wantedHeight() == 0 || !m_shown)
        return;
    m_transport->layout()->activate(); // the clock may have become wider
    const timelineview::ScrubBar &bar = m_transport->scrubBar();
    const int start = static_cast<int>(std::lround(bar.xOf({})));
    const int end = static_cast<int>(std::lround(bar.xOf(m_shown->end())));
    m_branches->setAxis(bar.x() + start, end - start);
}

void WorkPage::placeColumn(int gap)
{
    const int available = m_column->height();
    const int across = m_column->width();
    m_drawerHead->setVisible(m_compact);
    m_inspector->setVisible(!m_compact || !showsWhyTab());
    m_why->setVisible(!m_compact || showsWhyTab());
    QPalette behind = m_column->palette();
    behind.setColor(QPalette::Window, m_host.palette().window);
    m_column->setPalette(behind);
    m_column->setAutoFillBackground(m_compact); // where it lies over the stage, nothing shines through its gaps
    if (m_compact) {
        const int drawerHead = m_host.theme().px(drawerHeadHeight);
        m_drawerHead->setGeometry(0, 0, across, drawerHead);
        const QRect below(0, drawerHead + gap, across, available - drawerHead - gap);
        m_inspector->setGeometry(below);
        m_why->setGeometry(below);
        m_column->raise();
        return;
    }
    m_inspector->layout()->activate(); // its rows may have changed just now
    const int wanted = std::max(m_inspector->sizeHint().height(), m_inspector->minimumSizeHint().height());
    // Without a question to answer "Why?" needs a few lines only.
    const int most = m_explains ? std::min(m_host.theme().px(tallestInspector), available * 3 / 5)
                                : available - gap - m_host.theme().px(lowestWhy);
    const int inspectorHeight = std::min(wanted, most);
    m_inspector->setGeometry(0, 0, across, inspectorHeight);
    m_why->setGeometry(0, inspectorHeight + gap, across, available - inspectorHeight - gap);
}

void WorkPage::nameTabs()
{
    m_closeDrawer->setName(tr("Close"));
    //: What the tabs of the drawer are together, for assistive technology.
    m_drawerTabs->setAccessibleName(tr("Details and causes"));
    m_drawerTabs->setSegmentText(detailsTab, m_inspector->title());
    m_drawerTabs->setSegmentText(whyTab, inspector::WhyPanel::heading());
}

bool WorkPage::showsWhyTab() const
{
    return m_drawerTabs->current() == whyTab;
}

} // namespace sessionarium::ui::window
