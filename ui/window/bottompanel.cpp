// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/bottompanel.h"

#include "ui/text/branchtext.h"
#include "ui/text/verdicttext.h"
#include "ui/timelineview/lanespanel.h"
#include "ui/widgets/button.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace sessionarium::ui::window {

using theme::FontRole;
using widgets::Button;
using widgets::Ink;

BottomPanel::BottomPanel(theme::ThemeHost &host, document::Document &document, playback::PlaybackController &playback,
                         const document::RunTexts &texts, QWidget *parent)
    : Card(host, parent),
      m_host(host),
      m_document(document),
      m_playback(playback),
      m_texts(texts),
      m_tabs(new widgets::SegmentedControl(host, this, widgets::SegmentedControl::Look::Tabs)),
      m_branch(new Button(host, Button::Kind::SlimPill, {}, this)),
      m_branchMenu(new QMenu(this)),
      m_counts(new widgets::ElidingLabel(host, FontRole::Small, Ink::Soft, this)),
      m_stack(new QStackedWidget(this)),
      m_lanes(new timelineview::LanesPanel(host, texts, m_stack))
{
    setObjectName(QStringLiteral("bottomPanel"));
    m_branch->setObjectName(QStringLiteral("branch"));
    m_branchMenu->setObjectName(QStringLiteral("branchMenu"));
    m_counts->setObjectName(QStringLiteral("counts"));
    m_tabs->setObjectName(QStringLiteral("views"));
    m_tabs->setFocusPolicy(Qt::TabFocus); // a click does not take the arrows away from the playhead
    m_counts->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_branch->setLeadingIcon(widgets::Icon::Branch);
    m_branch->setStyleSheet(QStringLiteral("min-height: 0; padding: 0;")); // the sheet of the program asks for more

    auto *head = new QHBoxLayout;
    head->setContentsMargins(8, 0, 16, 0);
    head->setSpacing(12);
    head->addWidget(m_tabs);
    head->addWidget(m_branch);
    head->addWidget(m_counts, 1);
    head->addWidget(m_lanes->tools());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 8, 1, 8);
    layout->setSpacing(4);
    layout->addLayout(head);
    auto *below = new QHBoxLayout;
    below->setContentsMargins(14, 0, 14, 0);
    below->addWidget(m_stack);
    layout->addLayout(below, 1);

    addView(lanesView, m_lanes, [] { return tr("Timeline"); });
    connect(m_tabs, &widgets::SegmentedControl::selected, this, &BottomPanel::showView);
    connect(m_branch, &Button::clicked, this, [this] {
        fillBranchMenu();
        m_branchMenu->popup(m_branch->mapToGlobal(QPoint(0, m_branch->height() + 4)));
    });
    connect(&m_document, &document::Document::changed, this, &BottomPanel::refresh);
    connect(&m_playback, &playback::PlaybackController::moved, this, &BottomPanel::refresh);
    retranslate();
}

QWidget &BottomPanel::viewsParent()
{
    return *m_stack;
}

void BottomPanel::addView(const QString &id, QWidget *view, std::function<QString()> name)
{
    m_tabs->addSegment(id, name());
    m_stack->addWidget(view);
    m_views.push_back({id, std::move(name)});
}

void BottomPanel::showView(const QString &id)
{
    const auto view = std::find_if(m_views.begin(), m_views.end(), [&id](const View &each) { return each.id == id; });
    if (view == m_views.end())
        return;
    m_tabs->setCurrent(id);
    m_stack->setCurrentIndex(static_cast<int>(view - m_views.begin()));
    m_lanes->tools()->setVisible(id == lanesView);
    Q_EMIT viewShown(id);
}

timelineview::LanesView &BottomPanel::lanes()
{
    return m_lanes->view();
}

bool BottomPanel::hasView(const QString &id) const
{
    return std::any_of(m_views.begin(), m_views.end(), [&](const View &view) { return view.id == id; });
}

QString BottomPanel::currentView() const
{
    return m_tabs->current();
}

QWidget *BottomPanel::currentWidget() const
{
    return m_stack->currentWidget();
}

void BottomPanel::refresh()
{
    const auto played = m_document.played();
    if (!played)
        return;
    const auto scenario = m_document.scenario();
    const auto mayShow = [this](const scenario::Branch &branch) { return m_document.mayShow(branch); };
    const bool choice = scenario && std::count_if(scenario->branches.begin(), scenario->branches.end(), mayShow) > 1;
    m_branch->setVisible(choice && m_choosesBranch);
    if (choice) {
        const scenario::Branch *branch = scenario::findBranch(*scenario, played->branch);
        if (branch && !mayShow(*branch)) { // it begins behind a gate
            m_branch->setText(tr("Branches"));
            m_branch->setAccessibleName(m_branch->text());
        } else if (branch) {
            const QString title = text::branchTitle(*scenario, *branch, m_texts.language());
            const int room = width() * 3 / 10; // tabs, counts and tools want theirs
            m_branch->setText(m_branch->fontMetrics()
                                  .elidedText(title, Qt::ElideRight, room)
                                  .replace(QLatin1Char('&'), QLatin1String("&&")));
            m_branch->setAccessibleName(title);
        }
        m_branch->setToolTip(tr("What was done otherwise stays: choose which course is played."));
    }
    const std::uint32_t records = played->timeline().countUpTo(m_playback.moment());
    m_counts->setText(text::countsLine(played->outcomes.countWithin(records)));
    const model::SimTime gate = m_document.progress().revealedUntil();
    m_lanes->view().setGateText(gate >= played->end() || m_playback.moment() < gate ? QString()
                                    : m_playback.isAtGate() ? tr("Goes on once you have answered")
                                                            //: The next step begins with a question.
                                                            : tr("A question comes next"));
}

void BottomPanel::setBranchChoice(bool shown)
{
    if (m_choosesBranch == shown)
        return;
    m_choosesBranch = shown;
    refresh();
}

const QWidget &BottomPanel::branchChoice() const
{
    return *m_branch;
}

void BottomPanel::resizeEvent(QResizeEvent *event)
{
    Card::resizeEvent(event);
    refresh();
}

void BottomPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Card::changeEvent(event);
}

void BottomPanel::retranslate()
{
    //: What the tabs below the stage are together, for assistive technology: timeline, charts, events.
    m_tabs->setAccessibleName(tr("View of the run"));
    for (const View &view : m_views)
        m_tabs->setSegmentText(view.id, view.name());
    refresh();
}

void BottomPanel::fillBranchMenu()
{
    m_branchMenu->clear();
    const auto played = m_document.played();
    const auto scenario = m_document.scenario();
    for (const scenario::Branch &branch : scenario->branches) {
        if (!m_document.mayShow(branch))
            continue;
        QAction *action = m_branchMenu->addAction(text::branchTitle(*scenario, branch, m_texts.language()));
        action->setCheckable(true);
        action->setChecked(branch.id == played->branch);
        action->setData(QString::fromStdString(branch.id));
        connect(action, &QAction::triggered, this, [this, id = branch.id] { m_document.switchBranch(id); });
    }
    m_branchMenu->addSeparator();
    m_branchMenu->addActions(m_branchActions);
}

} // namespace sessionarium::ui::window
