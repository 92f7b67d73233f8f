// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timelineview/lanespanel.h"

#include "ui/timelineview/lanesbar.h"
#include "ui/widgets/button.h"
#include "ui/widgets/iconbutton.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace sessionarium::ui::timelineview {

using model::RecordId;
using widgets::Icon;
using widgets::IconButton;

namespace {
constexpr int toolSize = 28;
} // namespace

LanesPanel::LanesPanel(theme::ThemeHost &host, const document::RunTexts &texts, QWidget *parent)
    : QWidget(parent),
      m_host(host),
      m_texts(texts),
      m_bar(new LanesBar(host, texts, this)),
      m_lanes(new LanesView(host, this)),
      m_tools(new QWidget(this)),
      m_linear(new widgets::Button(host, widgets::Button::Kind::SlimPill, {}, m_tools)),
      m_find(new IconButton(host, Icon::Search, {}, IconButton::Kind::Plain, m_tools)),
      m_zoomOut(new IconButton(host, Icon::Dash, {}, IconButton::Kind::Plain, m_tools)),
      m_whole(new IconButton(host, Icon::Fit, {}, IconButton::Kind::Plain, m_tools)),
      m_zoomIn(new IconButton(host, Icon::Plus, {}, IconButton::Kind::Plain, m_tools))
{
    m_lanes->setObjectName(QStringLiteral("lanes"));
    m_tools->setObjectName(QStringLiteral("lanesTools"));
    m_linear->setObjectName(QStringLiteral("lanesLinear"));
    m_find->setObjectName(QStringLiteral("lanesFind"));
    m_zoomOut->setObjectName(QStringLiteral("lanesZoomOut"));
    m_whole->setObjectName(QStringLiteral("lanesWhole"));
    m_zoomIn->setObjectName(QStringLiteral("lanesZoomIn"));
    m_find->setCheckable(true);
    m_linear->setStyleSheet(QStringLiteral("min-height: 0; padding: 0;")); // the sheet of the program asks for more
    m_linear->hide();
    m_bar->hide();
    auto *tools = new QHBoxLayout(m_tools);
    tools->setContentsMargins(0, 0, 0, 0);
    tools->setSpacing(0);
    tools->addWidget(m_linear);
    for (IconButton *button : {m_find, m_zoomOut, m_whole, m_zoomIn}) {
        button->setFocusPolicy(Qt::TabFocus); // a click does not take the arrows away from the playhead
        tools->addWidget(button);
    }
    m_linear->setFocusPolicy(Qt::TabFocus);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_bar);
    layout->addWidget(m_lanes, 1);

    connect(m_find, &IconButton::clicked, this, [this](bool on) { on ? find() : closeBar(); });
    connect(m_zoomIn, &IconButton::clicked, m_lanes, &LanesView::zoomIn);
    connect(m_zoomOut, &IconButton::clicked, m_lanes, &LanesView::zoomOut);
    connect(m_whole, &IconButton::clicked, m_lanes, &LanesView::showWhole);
    connect(m_linear, &widgets::Button::clicked, this, [this] { setLinear(false); });
    connect(m_lanes, &LanesView::windowChanged, this, &LanesPanel::refreshTools);
    connect(m_bar, &LanesBar::filterChanged, this, [this] {
        m_lanes->setFilter(m_bar->filter());
        searchAnew();
    });
    connect(m_bar, &LanesBar::textChanged, this, &LanesPanel::searchAnew);
    connect(m_bar, &LanesBar::walkRequested, this, &LanesPanel::walk);
    connect(m_bar, &LanesBar::closeRequested, this, &LanesPanel::closeBar);
    connect(&m_search, &events::EventSearch::changed, this, &LanesPanel::takeMoreHits);
    connect(&m_axis, &TimeAxis::changed, this, &LanesPanel::showAxis);
    connect(&host, &theme::ThemeHost::changed, this, &LanesPanel::refreshTools);
    retranslate();
}

LanesPanel::~LanesPanel() = default;

void LanesPanel::setContent(std::shared_ptr<const document::PlayedRun> run, timeline::TimelineView view, bool opened)
{
    // Another run may count its entities otherwise: whom a filter shows is kept by its name.
    LanesFilter filter = m_lanes->filter();
    if (run != m_run && filter.user.isSome())
        filter.user =
            run && m_run ? run->timeline().findEntity(m_run->timeline().entity(filter.user).id) : model::EntityId();
    const bool isNew = run != m_run;
    m_view = view;
    m_run = std::move(run);
    m_axis.setRun(m_run);
    m_bar->setRun(m_run);
    if (opened)
        closeBar();
    else if (isNew)
        m_lanes->setFilter({}); // while entities are still those of the old run
    showAxis();
    if (opened)
        m_lanes->resetView();
    else
        m_lanes->setFilter(filter);
    m_bar->setFilter(m_lanes->filter());
    searchAnew();
}

/// The view reads the old axis until it has the new one.
void LanesPanel::showAxis()
{
    const std::shared_ptr<const RunOnAxis> before = m_shownAxis;
    m_shownAxis = m_axis.current();
    const RunOnAxis *axis = m_shownAxis.get();
    m_lanes->setContent(m_view, axis ? &axis->lanesWithin(m_view.revealedUntil) : nullptr,
                        axis ? &axis->pacingWithin(m_view.revealedUntil) : nullptr);
    takeHits();
    refreshTools();
}

void LanesPanel::setMoment(model::SimTime t)
{
    m_moment = t;
    m_lanes->setMoment(t);
    if (m_run)
        m_bar->setShown(m_run->timeline().countUpTo(std::min(m_moment, m_view.revealedUntil)));
    refreshState();
}

bool LanesPanel::isBarOpen() const
{
    return !m_bar->isHidden();
}

int LanesPanel::barHeight() const
{
    return isBarOpen() ? m_bar->sizeHint().height() + layout()->spacing() : 0;
}

void LanesPanel::find()
{
    m_bar->show();
    m_bar->focusSearch();
    refreshTools();
    Q_EMIT barToggled();
}

void LanesPanel::closeBar()
{
    const bool hadFocus = m_bar->isAncestorOf(m_bar->window()->focusWidget());
    m_bar->setText({});
    m_bar->setFilter({});
    m_lanes->setFilter({});
    searchAnew();
    m_bar->hide();
    if (hadFocus)
        m_lanes->setFocus(Qt::OtherFocusReason);
    refreshTools();
    Q_EMIT barToggled();
}

void LanesPanel::searchAnew()
{
    const QString text = m_bar->text();
    m_current = {};
    events::EventFilter filter;
    filter.text = text;
    if (!text.isEmpty())
        filter.user = m_lanes->filter().user;
    m_search.setFilter(filter, m_texts.language());
    // Nobody searches for nothing: then nothing needs to be looked at.
    m_search.setContent(text.isEmpty() ? nullptr : m_run, text.isEmpty() ? 0 : m_view.count());
    takeHits();
}

void LanesPanel::takeHits()
{
    m_hits.clear();
    m_foundTaken = 0;
    takeMoreHits();
}

/// The search hands on what it has found so far, many times in a long run.
void LanesPanel::takeMoreHits()
{
    const events::RecordList &found = m_search.found();
    if (found.size() < m_foundTaken) { // it began anew
        m_hits.clear();
        m_foundTaken = 0;
    }
    if (!m_bar->text().isEmpty() && m_run) {
        for (; m_foundTaken < found.size(); ++m_foundTaken) {
            const RecordId id(found.at(m_foundTaken));
            if (m_lanes->concerns(id))
                m_hits.push_back(id);
        }
    }
    m_lanes->setHits(m_hits);
    m_lanes->setCurrentHit(m_current);
    refreshState();
}

std::size_t LanesPanel::hitCount() const
{
    if (!m_run)
        return 0;
    const std::uint32_t shown = m_run->timeline().countUpTo(std::min(m_moment, m_view.revealedUntil));
    return static_cast<std::size_t>(std::lower_bound(m_hits.begin(), m_hits.end(), RecordId(shown)) - m_hits.begin());
}

void LanesPanel::walk(int direction)
{
    const auto count = static_cast<std::ptrdiff_t>(hitCount());
    if (count == 0)
        return;
    const auto end = m_hits.begin() + count;
    std::ptrdiff_t next = 0;
    if (m_current.isNone()) {
        next = direction > 0 ? 0 : count - 1;
    } else {
        const auto here = std::lower_bound(m_hits.begin(), end, m_current);
        const bool isHit = here != end && *here == m_current;
        next = here - m_hits.begin() + (direction > 0 ? (isHit ? 1 : 0) : -1);
    }
    m_current = m_hits[static_cast<std::size_t>((next + count) % count)];
    m_lanes->setCurrentHit(m_current);
    refreshState();
}

void LanesPanel::refreshState()
{
    const std::size_t count = hitCount();
    QString state;
    if (!m_bar->text().isEmpty()) {
        const auto end = m_hits.begin() + static_cast<std::ptrdiff_t>(count);
        const auto here = std::lower_bound(m_hits.begin(), end, m_current);
        const auto position = m_current.isSome() && here != end ? here - m_hits.begin() + 1 : 0;
        if (m_search.isBusy())
            //: %1 is how much was looked at: "45".
            state = tr("Searching… %1%").arg(m_search.permille() / 10);
        else if (count == 0)
            state = tr("Nothing found");
        else
            state = QStringLiteral("%1 / %2").arg(position).arg(count);
    }
    m_bar->setState(state, count > 0);
}

void LanesPanel::setLinear(bool linear)
{
    m_axis.setLinear(linear);
    refreshTools();
}

void LanesPanel::refreshTools()
{
    const int side = m_host.theme().px(toolSize);
    for (IconButton *button : {m_find, m_zoomOut, m_whole, m_zoomIn})
        button->setFixedSize(side, side);
    m_find->setChecked(isBarOpen());
    m_zoomIn->setEnabled(m_lanes->canZoomIn());
    m_zoomOut->setEnabled(!m_lanes->showsWholeRun());
    m_whole->setEnabled(!m_lanes->showsWholeRun());
    m_linear->setVisible(m_axis.isLinear());
}

void LanesPanel::retranslate()
{
    m_find->setName(tr("Search and filter the timeline"), QStringLiteral("Ctrl+F"));
    m_zoomOut->setName(tr("Zoom timeline out"));
    m_whole->setName(tr("Whole run on the timeline"));
    m_zoomIn->setName(tr("Zoom timeline in"));
    m_linear->setText(tr("Linear time"));
    m_linear->setToolTip(
        tr("Time on the axis passes evenly. Back to the axis on which every message can be followed."));
}

void LanesPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        searchAnew(); // the words of the events are others now
    }
    QWidget::changeEvent(event);
}

} // namespace sessionarium::ui::timelineview
