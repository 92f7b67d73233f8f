// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/eventsview.h"

#include "ui/events/eventstable.h"
#include "ui/events/filterbar.h"
#include "ui/widgets/button.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace sessionarium::ui::events {

using model::RecordId;
using theme::FontRole;
using widgets::Ink;

EventsView::EventsView(theme::ThemeHost &host, const document::RunTexts &texts, QWidget *parent)
    : QWidget(parent),
      m_host(host),
      m_texts(texts),
      m_model(texts),
      m_bar(new FilterBar(host, texts, this)),
      m_table(new EventsTable(host, m_model, this)),
      m_scroll(new QScrollBar(Qt::Vertical, this)),
      m_empty(new QWidget(m_table->viewport())),
      m_emptyText(new widgets::TextLabel(host, FontRole::Detail, Ink::Soft, m_empty)),
      m_emptyButton(new widgets::Button(host, widgets::Button::Kind::Link, {}, m_empty)),
      m_menu(new QMenu(this))
{
    setObjectName(QStringLiteral("events"));
    m_empty->setObjectName(QStringLiteral("eventsEmpty"));
    m_emptyText->setObjectName(QStringLiteral("eventsEmptyText"));
    m_emptyButton->setObjectName(QStringLiteral("eventsEmptyButton"));
    m_scroll->setObjectName(QStringLiteral("eventsScroll"));
    m_menu->setObjectName(QStringLiteral("eventsMenu"));
    m_emptyText->setAlignment(Qt::AlignCenter);
    m_emptyText->setWordWrap(true);
    m_emptyButton->setFocusPolicy(Qt::TabFocus);
    auto *emptyLayout = new QVBoxLayout(m_empty);
    emptyLayout->setContentsMargins(16, 0, 16, 0);
    emptyLayout->setSpacing(4);
    emptyLayout->addStretch(1);
    emptyLayout->addWidget(m_emptyText);
    emptyLayout->addWidget(m_emptyButton, 0, Qt::AlignHCenter);
    emptyLayout->addStretch(1);
    m_table->viewport()->installEventFilter(this); // its size is the empty text's

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_bar);
    auto *below = new QHBoxLayout;
    below->setSpacing(0);
    below->addWidget(m_table, 1);
    below->addWidget(m_scroll);
    layout->addLayout(below, 1);

    connect(m_bar, &FilterBar::filterChanged, this, [this] { setFilter(m_bar->filter()); });
    connect(m_bar, &FilterBar::stopRequested, this, [this] {
        m_search.cancel();
        m_taking.cancel();
    });
    connect(m_bar, &FilterBar::exportRequested, this, &EventsView::chooseFile);
    connect(m_bar, &FilterBar::leaveRequested, this, [this] { m_table->setFocus(Qt::TabFocusReason); });
    connect(&m_search, &EventSearch::changed, this, &EventsView::refresh);
    connect(m_table, &EventsTable::windowChanged, this, &EventsView::placeScrollBar);
    connect(m_table, &EventsTable::selectionMoved, this, [this] { say({}); });
    connect(m_table, &EventsTable::recordActivated, this, &EventsView::activate);
    connect(m_table, &EventsTable::copyRequested, this, &EventsView::copy);
    connect(m_table, &EventsTable::menuRequested, this, &EventsView::showMenu);
    connect(m_scroll, &QScrollBar::valueChanged, this,
            [this](int value) { m_table->scrollToPosition(static_cast<std::uint32_t>(value)); });
    connect(m_emptyButton, &widgets::Button::clicked, this, [this] { setFilter({}); });
    connect(&m_taking, &document::Computation::busyChanged, this, &EventsView::refreshState);
    connect(&m_taking, &document::Computation::progressed, this, &EventsView::refreshState);
    refresh();
}

EventsView::~EventsView() = default;

QString EventsView::heading()
{
    return tr("Events");
}

void EventsView::setContent(std::shared_ptr<const document::PlayedRun> run, timeline::TimelineView view, bool opened)
{
    m_view = view;
    if (run != m_run) {
        m_note.clear();
        m_taking.cancel();
        m_menu->close(); // it speaks of a record of the old run
        m_table->setCurrentRecord({});
        m_search.setContent(nullptr, 0); // the filter that follows names entities of the new run, not of the old one
        m_run = std::move(run);
        m_model.setRun(m_run);
        m_bar->setRun(m_run, opened);
        findKinds();
    }
    m_search.setFilter(m_bar->filter(), m_texts.language());
    m_search.setContent(m_run, m_view.count());
    refresh();
}

void EventsView::setMoment(model::SimTime t)
{
    m_moment = t;
    refresh();
}

void EventsView::setLit(const stage::LitChain &lit)
{
    m_model.setLit(lit);
}

void EventsView::goToRequest(model::RequestId request)
{
    if (!m_run || request.isNone())
        return;
    const timeline::Timeline &timeline = m_run->timeline();
    const RecordId current = m_table->currentRecord();
    if (current.isSome() && current.value < shown() && timeline[current].request == request)
        return;
    const verdict::Verdict *verdict = m_run->verdicts().of(request);
    RecordId goal = verdict ? verdict->finished : timeline.lastOfRequest(request);
    while (goal.isSome() && goal.value >= shown())
        goal = timeline.previousOfRequest(goal);
    if (goal.isSome())
        m_table->setCurrentRecord(goal);
}

void EventsView::setFilter(const EventFilter &filter)
{
    m_note.clear();
    if (m_bar->filter() != filter)
        m_bar->setFilter(filter);
    m_search.setFilter(filter, m_texts.language());
    refresh();
}

const EventFilter &EventsView::filter() const
{
    return m_bar->filter();
}

std::uint32_t EventsView::shown() const
{
    return m_run ? m_run->timeline().countUpTo(std::min(m_moment, m_view.revealedUntil)) : 0;
}

void EventsView::refresh()
{
    const std::uint32_t known = shown();
    m_bar->setShown(known);
    m_model.setRecords(m_search.found(), known);
    m_table->recordsChanged();
    refreshState();
    refreshEmpty();
}

void EventsView::refreshState()
{
    const int total = static_cast<int>(m_model.total());
    const bool busy = m_search.isBusy() || m_taking.isBusy();
    QString text;
    if (m_search.isBusy())
        text = tr("Searching… %1%").arg(m_search.permille() / 10);
    else if (m_taking.isBusy())
        text = tr("Writing…");
    else if (!m_note.isEmpty())
        text = m_note;
    else if (const int selection = static_cast<int>(selected().size()); selection > 1)
        text = tr("%n selected", nullptr, selection);
    else if (m_search.isIncomplete())
        text = tr("Stopped: %n found", nullptr, total);
    else if (m_bar->filter().isEmpty())
        text = tr("%n event(s)", nullptr, total);
    else
        text = tr("%n found", nullptr, total);
    m_bar->setState(text, busy);
    m_bar->setExportable(total > 0);
    m_table->setAccessibleName(heading());
    m_table->setAccessibleDescription(text);
}

void EventsView::refreshEmpty()
{
    const bool nothingYet = shown() == 0;
    m_empty->setVisible(m_model.total() == 0 && !m_search.isBusy());
    // The same words whether nothing matches or what matches is still to come.
    m_emptyText->setText(nothingYet
                             ? tr("Nothing has happened yet. Step or play on: every event appears here as it happens.")
                             : tr("Nothing up to the playhead matches. Look for something else, or show all events."));
    m_emptyButton->setText(tr("Show all events"));
    m_emptyButton->setVisible(!nothingYet);
}

void EventsView::placeScrollBar()
{
    const QSignalBlocker quiet(m_scroll);
    const std::uint32_t last = m_table->lastFirst();
    m_scroll->setRange(0, static_cast<int>(last));
    m_scroll->setPageStep(static_cast<int>(m_table->capacity()));
    m_scroll->setValue(static_cast<int>(m_table->first()));
    m_scroll->setEnabled(last > 0);
}

void EventsView::activate(RecordId id)
{
    const timeline::Record record = m_run->timeline()[id];
    Q_EMIT seekRequested(record.at);
    if (record.request.isSome())
        Q_EMIT requestClicked(record.request);
}

void EventsView::findKinds()
{
    m_kinds.cancel();
    if (!m_run)
        return;
    m_kinds.start([this, run = m_run](const document::Progress &) {
        return [this, kinds = firstOfKind(run->timeline())] { m_bar->setKinds(kinds); };
    });
}

void EventsView::say(const QString &note)
{
    m_note = note;
    refreshState();
}

void EventsView::wait()
{
    m_kinds.wait();
    m_search.wait();
    m_taking.wait();
}

void EventsView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_note.clear();
        m_model.retranslate();
        m_search.setFilter(m_bar->filter(), m_texts.language());
        refresh();
    }
    QWidget::changeEvent(event);
}

bool EventsView::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && watched == m_table->viewport())
        m_empty->setGeometry(m_table->viewport()->rect());
    return QWidget::eventFilter(watched, event);
}

} // namespace sessionarium::ui::events
