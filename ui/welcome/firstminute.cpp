// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcome/firstminute.h"

#include "ui/inspector/causestep.h"
#include "ui/inspector/whypanel.h"
#include "ui/lesson/predictioncard.h"
#include "ui/stage/stageview.h"
#include "ui/text/explanationtext.h"
#include "ui/welcome/resultrow.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHideEvent>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace sessionarium::ui::welcome {

using document::Document;
using playback::PlaybackController;
using theme::FontRole;
using widgets::Button;
using widgets::Card;
using widgets::IconButton;
using widgets::Ink;
using widgets::TextLabel;

namespace {

constexpr int columnWidth = 368;
constexpr int gap = 8;
constexpr double enlargement = 1.15;

/// Each sentence on a line of its own.
QString inLines(QString text)
{
    return text.replace(QStringLiteral(". "), QStringLiteral(".\n"));
}

/// Qt hands the focus of a hidden button on to whatever comes next: rather nobody has it, and the keys go to the page.
void reveal(Button &button, bool shown)
{
    if (!shown && button.hasFocus())
        button.clearFocus();
    button.setVisible(shown);
}

/// A page whose content scrolls where it does not fit.
QVBoxLayout *contentOf(QScrollArea &page)
{
    auto *body = new QWidget;
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    page.setWidget(body);
    page.setWidgetResizable(true);
    page.setFrameShape(QFrame::NoFrame);
    page.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    page.setFocusPolicy(Qt::NoFocus);
    page.viewport()->setAutoFillBackground(false);
    body->setAutoFillBackground(false);
    return layout;
}

} // namespace

FirstMinute::FirstMinute(theme::ThemeHost &host, const text::Translator &translator, PlaybackController::Clock clock,
                         std::string_view file, std::uint32_t lesson, QWidget *parent)
    : QWidget(parent),
      m_host(host),
      m_large(host.theme()),
      m_texts(m_document, translator),
      m_playback(m_document, std::move(clock)),
      m_words(m_document, m_playback, m_texts),
      m_file(file),
      m_lesson(lesson),
      m_panel(new Card(host, this)),
      m_heading(new TextLabel(host, FontRole::Small, Ink::Accent, m_panel)),
      m_play(new IconButton(host, widgets::Icon::Pause, {}, IconButton::Kind::Plain, m_panel)),
      m_startOver(new IconButton(host, widgets::Icon::Undo, {})),
      m_pages(new QStackedWidget(m_panel)),
      m_questionScroll(new QScrollArea(m_pages)),
      m_question(new lesson::PredictionCard(m_large)),
      m_keysHint(new TextLabel(m_large, FontRole::Detail, Ink::Soft)),
      m_results(new ResultRow(m_large)),
      m_why(new inspector::WhyPanel(m_large, m_document, m_playback, m_texts, m_pages)),
      m_againScroll(new QScrollArea(m_pages)),
      m_againTitle(new TextLabel(m_large, FontRole::Heading)),
      m_againText(new TextLabel(m_large, FontRole::Body)),
      m_before(new ResultRow(m_large)),
      m_now(new ResultRow(m_large)),
      m_note(new TextLabel(m_large, FontRole::Strong, Ink::Text, m_panel)),
      m_whyButton(new Button(m_large, Button::Kind::Primary, {}, m_panel)),
      m_againButton(new Button(m_large, Button::Kind::Primary, {}, m_panel)),
      m_firstLesson(new Button(m_large, Button::Kind::Primary, {}, m_panel)),
      m_build(new Button(m_large, Button::Kind::Secondary, {}, m_panel)),
      m_stage(new stage::StageView(host, this))
{
    setObjectName(QStringLiteral("firstMinute"));
    m_play->setObjectName(QStringLiteral("minutePlay"));
    m_startOver->setObjectName(QStringLiteral("minuteStartOver"));
    m_question->setObjectName(QStringLiteral("minuteQuestion"));
    m_results->setObjectName(QStringLiteral("minuteResults"));
    m_why->setObjectName(QStringLiteral("minuteWhy"));
    m_againText->setObjectName(QStringLiteral("minuteText"));
    m_before->setObjectName(QStringLiteral("minuteBefore"));
    m_now->setObjectName(QStringLiteral("minuteNow"));
    m_note->setObjectName(QStringLiteral("minuteNote"));
    m_whyButton->setObjectName(QStringLiteral("minuteAskWhy"));
    m_againButton->setObjectName(QStringLiteral("minuteAgain"));
    m_firstLesson->setObjectName(QStringLiteral("minuteFirstLesson"));
    m_build->setObjectName(QStringLiteral("minuteBuild"));
    m_stage->setObjectName(QStringLiteral("minuteStage"));
    m_heading->setBold(true);
    m_againTitle->setBold(true);
    for (TextLabel *label : {m_keysHint, m_againTitle, m_againText, m_note})
        label->setWordWrap(true);
    m_why->setBrief(true);
    m_stage->setBeliefOffered(false);
    m_stage->setFocusPolicy(Qt::TabFocus); // a click does not take the digits away from the question
    m_stage->setTexts(&m_texts);

    QVBoxLayout *question = contentOf(*m_questionScroll);
    for (QWidget *part :
         {static_cast<QWidget *>(m_question), static_cast<QWidget *>(m_keysHint), static_cast<QWidget *>(m_results)})
        question->addWidget(part);
    question->addStretch(1);
    QVBoxLayout *again = contentOf(*m_againScroll);
    for (QWidget *part : {static_cast<QWidget *>(m_againTitle), static_cast<QWidget *>(m_againText),
                          static_cast<QWidget *>(m_before), static_cast<QWidget *>(m_now)})
        again->addWidget(part);
    again->addStretch(1);
    m_pages->addWidget(m_questionScroll);
    m_pages->addWidget(m_why);
    m_pages->addWidget(m_againScroll);

    auto *column = new QVBoxLayout(m_panel);
    column->setContentsMargins(2 * gap, gap, 2 * gap, 2 * gap);
    column->setSpacing(gap);
    auto *head = new QHBoxLayout;
    head->setSpacing(0);
    head->addWidget(m_heading, 1);
    head->addWidget(m_play);
    head->addWidget(m_startOver);
    column->addLayout(head);
    column->addWidget(m_pages, 1);
    column->addWidget(m_note);
    for (Button *button : {m_whyButton, m_againButton, m_firstLesson, m_build})
        column->addWidget(button);
    auto *across = new QHBoxLayout(this);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(2 * gap);
    across->addWidget(m_panel);
    across->addWidget(m_stage, 1);
    enlarge();
    connect(&m_host, &theme::ThemeHost::changed, this, &FirstMinute::enlarge);

    connect(m_question, &lesson::PredictionCard::chosen, this, &FirstMinute::answer);
    connect(m_play, &IconButton::clicked, this, &FirstMinute::togglePlaying);
    connect(m_startOver, &IconButton::clicked, this, &FirstMinute::startOver);
    connect(m_whyButton, &Button::clicked, this, &FirstMinute::showWhy);
    connect(m_againButton, &Button::clicked, this, &FirstMinute::showAgain);
    connect(m_firstLesson, &Button::clicked, this, &FirstMinute::firstLessonRequested);
    connect(m_build, &Button::clicked, this, &FirstMinute::buildRequested);
    connect(m_why, &inspector::WhyPanel::lit, m_stage, &stage::StageView::setLit);
    connect(m_stage, &stage::StageView::selected, this, [this] { m_stage->setSelection({}); }); // nothing to inspect
    connect(m_stage, &stage::StageView::whyRequested, this, [this](model::RequestId request) {
        if (m_phase == Phase::Why)
            m_why->ask(request);
        else if (m_phase == Phase::Running)
            showWhy();
    });
    connect(&m_document, &Document::changed, this, &FirstMinute::documentChanged);
    connect(&m_playback, &PlaybackController::moved, this, &FirstMinute::moved);
    connect(&m_playback, &PlaybackController::playingChanged, this, &FirstMinute::playingChanged);
    retranslate();
    refreshButtons();
}

FirstMinute::~FirstMinute() = default;

bool FirstMinute::answer(std::size_t option)
{
    if (m_phase != Phase::Asking || option >= m_document.lesson()->steps[m_plan->question].prediction->options.size())
        return false;
    setPhase(Phase::Running);
    const bool passed = lesson::passGate(m_document, m_playback, option);
    // An answer that was clicked would keep the space bar, which pauses now.
    const QWidget *focus = window()->focusWidget();
    if (focus && m_question->isAncestorOf(focus) && m_play->isVisible())
        m_play->setFocus(Qt::OtherFocusReason);
    return passed;
}

bool FirstMinute::togglePlaying()
{
    if (!canPlay())
        return false;
    m_playback.togglePlaying();
    return true;
}

void FirstMinute::startOver()
{
    m_playback.pause();
    m_document.reopen();
}

void FirstMinute::setMotion(stage::Motion motion)
{
    m_stage->setMotion(motion);
}

void FirstMinute::showEvent(QShowEvent *event)
{
    m_resting = false;
    if (!m_started) {
        m_started = true;
        m_document.openLesson(QString(), m_file);
    } else if (m_phase == Phase::Over && !event->spontaneous()) {
        startOver(); // somebody comes back: the next one may want to see it
    } else if (m_phase == Phase::Why) {
        if (const verdict::Verdict *failure = seenFailure())
            m_why->ask(failure->request);
    } else if (m_resumes) {
        m_playback.play();
    }
    m_resumes = false;
    QWidget::showEvent(event);
}

void FirstMinute::hideEvent(QHideEvent *event)
{
    m_resting = true;
    m_resumes = m_playback.isPlaying();
    m_playback.pause();
    if (m_phase == Phase::Why)
        m_why->dismiss();
    QWidget::hideEvent(event);
}

void FirstMinute::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        refresh();
    }
    QWidget::changeEvent(event);
}

void FirstMinute::documentChanged(Document::What what)
{
    if (what == Document::What::Identity)
        return;
    if (what == Document::What::Opened) {
        m_plan = m_document.lesson() ? minutePlan(*m_document.lesson()) : std::nullopt;
        m_phase = m_plan ? Phase::Asking : Phase::Opening;
    }
    fillStage();
    if (what == Document::What::Opened && m_plan)
        m_playback.enterStep(m_plan->question);
    refresh();
    if (what == Document::What::Opened)
        orderTabs();
}

void FirstMinute::fillStage()
{
    const auto before = m_shown; // the stage reads the old run until it has the new one
    m_shown = m_document.played();
    m_stage->setContent(m_document.view(), m_shown ? m_shown->keyframes.get() : nullptr);
    m_stage->setMoment(m_playback.moment());
}

void FirstMinute::moved()
{
    if (m_shown != m_document.played() || !m_shown) // the playhead was told of another run before us
        return;
    m_stage->setMoment(m_playback.moment());
    refresh();
}

void FirstMinute::playingChanged(bool playing)
{
    if (!playing && !m_resting && m_playback.isAtEndOfStep()) {
        // Steps are only stations here; whoever watches needs no button between them.
        const std::size_t next = m_playback.step() + 1;
        if (m_phase == Phase::Running && next < m_plan->again)
            m_playback.play();
        else if (m_phase == Phase::Again && m_playback.hasNextStep())
            m_playback.play();
        else if (m_phase == Phase::Again)
            setPhase(Phase::Over);
    }
    refresh();
}

void FirstMinute::showWhy()
{
    const verdict::Verdict *failure = seenFailure();
    if (!failure)
        return;
    setPhase(Phase::Why);
    m_playback.enterStep(m_plan->why); // the moment at which it was seen
    m_why->ask(failure->request);
    refresh();
    orderTabs();
    offer(*m_againButton);
}

void FirstMinute::showAgain()
{
    m_why->dismiss();
    setPhase(Phase::Again);
    m_playback.enterStep(m_plan->again);
    m_playback.play();
    refresh();
}

void FirstMinute::setPhase(Phase phase)
{
    m_phase = phase;
    if (phase == Phase::Over) {
        refresh();
        offer(*m_firstLesson);
    }
}

void FirstMinute::refresh()
{
    if (!m_plan || m_shown != m_document.played())
        return;
    const bool showsAgain = m_phase == Phase::Again || m_phase == Phase::Over;
    m_pages->setCurrentWidget(m_phase == Phase::Why ? static_cast<QWidget *>(m_why)
                                  : showsAgain      ? m_againScroll
                                                    : m_questionScroll);
    m_question->setContent(m_words.prediction(m_plan->question));
    m_keysHint->setVisible(m_phase == Phase::Asking);
    m_results->setResults(tr("Answers so far"), resultsOf(m_plan->question, m_plan->again));
    const std::vector<scenario::Step> &steps = m_document.lesson()->steps;
    const text::Language language = m_texts.language();
    m_note->setVisible(m_phase == Phase::Why);
    if (m_phase == Phase::Why)
        m_note->setText(inLines(m_words.text(m_plan->why)));
    m_againButton->setText(text::pick(steps[m_plan->again].title, language));
    if (showsAgain) {
        m_againTitle->setText(text::pick(steps[m_plan->again].title, language));
        m_againText->setText(inLines(m_words.text(m_playback.step())));
        m_before->setResults(tr("The first time"), resultsOf(m_plan->question, m_plan->again));
        m_now->setResults(tr("This time"), resultsOf(m_plan->again, steps.size()));
    }
    refreshButtons();
}

void FirstMinute::refreshButtons()
{
    const verdict::Verdict *failure = m_phase == Phase::Running ? seenFailure() : nullptr;
    if (failure)
        m_whyButton->setText(text::explanationTitle(m_texts.names(), *failure));
    const bool appears = failure && m_whyButton->isHidden();
    reveal(*m_whyButton, failure);
    reveal(*m_againButton, m_phase == Phase::Why || (!failure && isPlayedThrough()));
    reveal(*m_firstLesson, m_phase == Phase::Over);
    reveal(*m_build, m_phase == Phase::Over);
    m_play->setVisible(canPlay());
    m_play->setGlyph(m_playback.isPlaying() ? widgets::Icon::Pause : widgets::Icon::Play);
    m_play->setName(m_playback.isPlaying() ? tr("Pause") : tr("Play"));
    m_startOver->setVisible(m_phase != Phase::Opening && m_phase != Phase::Asking);
    if (appears)
        offer(*m_whyButton);
}

void FirstMinute::retranslate()
{
    m_heading->setText(tr("One minute to begin with"));
    m_keysHint->setText(tr("A click or the keys 1 2 3"));
    m_startOver->setName(tr("Start over"));
    //: %1 is the number of the first lesson.
    m_firstLesson->setText(tr("Start lesson %1").arg(m_lesson));
    m_build->setText(tr("Build my own"));
}

void FirstMinute::orderTabs()
{
    std::vector<QWidget *> order {m_play, m_startOver};
    for (std::size_t i = 0; QWidget *option = m_question->option(i); ++i)
        order.push_back(option);
    order.insert(order.end(), m_why->steps().begin(), m_why->steps().end());
    order.insert(order.end(), {m_whyButton, m_againButton, m_firstLesson, m_build, m_stage});
    for (std::size_t i = 1; i < order.size(); ++i)
        setTabOrder(order[i - 1], order[i]);
}

void FirstMinute::enlarge()
{
    theme::Theme theme = m_host.theme();
    m_panel->setFixedWidth(theme.px(columnWidth));
    theme.textScale *= enlargement;
    m_large.setTheme(theme);
}

void FirstMinute::offer(Button &button)
{
    const QWidget *focus = window()->focusWidget();
    const bool free = !focus || isAncestorOf(focus) || focus->isAncestorOf(this);
    if (free && button.isVisible())
        button.setFocus(Qt::OtherFocusReason);
}

bool FirstMinute::canPlay() const
{
    return m_phase == Phase::Again || (m_phase == Phase::Running && !isPlayedThrough());
}

bool FirstMinute::isPlayedThrough() const
{
    return m_phase == Phase::Running && m_playback.step() + 1 >= m_plan->again && m_playback.isAtEndOfStep();
}

const verdict::Verdict *FirstMinute::seenFailure() const
{
    if (!m_plan)
        return nullptr;
    const auto run = m_document.runOfStep(m_plan->question);
    const document::LessonProgress &progress = m_document.progress();
    const model::SimTime start = progress.start(m_plan->question);
    const model::SimTime end = std::min(m_playback.moment(), progress.end(m_plan->question));
    const verdict::Verdicts &verdicts = run->verdicts();
    const std::size_t seen = verdicts.countWithin(run->timeline().countUpTo(end));
    for (std::size_t i = verdicts.countWithin(run->timeline().countUpTo(start)); i < seen; ++i) {
        if (verdicts.all()[i].outcome != verdict::Outcome::Fine)
            return &verdicts.all()[i];
    }
    return nullptr;
}

std::vector<verdict::Outcome> FirstMinute::resultsOf(std::size_t from, std::size_t to) const
{
    const auto run = m_document.runOfStep(from);
    const document::LessonProgress &progress = m_document.progress();
    const model::SimTime end = std::min(m_playback.moment(), progress.end(to - 1));
    const verdict::Verdicts &verdicts = run->verdicts();
    const std::size_t seen = verdicts.countWithin(run->timeline().countUpTo(end));
    std::vector<verdict::Outcome> outcomes;
    for (std::size_t i = verdicts.countWithin(run->timeline().countUpTo(progress.start(from))); i < seen; ++i)
        outcomes.push_back(verdicts.all()[i].outcome);
    return outcomes;
}

} // namespace sessionarium::ui::welcome
