// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lesson/lessonpanel.h"

#include "ui/lesson/flowlayout.h"
#include "ui/lesson/predictioncard.h"
#include "ui/lesson/termpopup.h"
#include "ui/lesson/votecounter.h"
#include "ui/widgets/button.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/plainwords.h"
#include "ui/widgets/progresssegments.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace sessionarium::ui::lesson {

using document::Document;
using playback::PlaybackController;
using theme::FontRole;
using widgets::Button;
using widgets::Ink;
using widgets::TextLabel;

namespace {

/// Each sentence on a line of its own, as a class reads it.
QString inLines(QString text)
{
    return text.replace(QStringLiteral(". "), QStringLiteral(".\n"));
}

/// Qt hands the focus of a disabled button on to whatever comes next, which has its own use for the arrows: rather
/// nobody has it, and the keys go to the playhead.
void setEnabledWithoutSuccessor(Button &button, bool enabled)
{
    if (!enabled && button.hasFocus())
        button.clearFocus();
    button.setEnabled(enabled);
}

QVBoxLayout *groupOf(QVBoxLayout *parent, int spacing)
{
    auto *layout = new QVBoxLayout;
    layout->setSpacing(spacing);
    parent->addLayout(layout);
    return layout;
}

} // namespace

LessonPanel::LessonPanel(theme::ThemeHost &host, Document &document, PlaybackController &playback,
                         const document::RunTexts &texts, QWidget *parent)
    : Card(host, parent),
      m_host(host),
      m_document(document),
      m_playback(playback),
      m_texts(texts),
      m_words(document, playback, texts),
      m_votes(document),
      m_counter(new TextLabel(host, FontRole::Small, Ink::Accent, this)),
      m_notesButton(new widgets::IconButton(host, widgets::Icon::Info, {}, widgets::IconButton::Kind::Plain, this)),
      m_startOver(new widgets::IconButton(host, widgets::Icon::Undo, {}, widgets::IconButton::Kind::Plain, this)),
      m_segments(new widgets::ProgressSegments(host, this)),
      m_title(new TextLabel(host, FontRole::Title, Ink::Text, this)),
      m_scroll(new QScrollArea(this)),
      m_text(new TextLabel(host, FontRole::Body, Ink::Text)),
      m_difference(new TextLabel(host, FontRole::Detail, Ink::Soft)),
      m_toLessonRun(new Button(host, Button::Kind::Link)),
      m_prediction(new PredictionCard(host)),
      m_keysHint(new TextLabel(host, FontRole::Detail, Ink::Soft)),
      m_showMe(new Button(host, Button::Kind::Secondary)),
      m_voteCounter(new VoteCounter(host, m_votes)),
      m_termsHeading(new TextLabel(host, FontRole::Small, Ink::Soft)),
      m_triesHeading(new TextLabel(host, FontRole::Small, Ink::Soft)),
      m_notesCard(new Card(host)),
      m_notesHeading(new TextLabel(host, FontRole::Small, Ink::Soft, m_notesCard)),
      m_notes(new TextLabel(host, FontRole::Detail, Ink::Text, m_notesCard)),
      m_realWorld(new TextLabel(host, FontRole::Detail, Ink::Soft, this)),
      m_back(new Button(host, Button::Kind::Secondary, {}, this)),
      m_next(new Button(host, Button::Kind::Primary, {}, this)),
      m_popup(new TermPopup(host, this)),
      m_layout(new QVBoxLayout(this))
{
    if (auto glossary = text::Glossary::builtIn())
        m_glossary = std::move(glossary.value());

    m_counter->setObjectName(QStringLiteral("stepCounter"));
    m_title->setObjectName(QStringLiteral("stepTitle"));
    m_text->setObjectName(QStringLiteral("stepText"));
    m_difference->setObjectName(QStringLiteral("runDifference"));
    m_toLessonRun->setObjectName(QStringLiteral("toLessonRun"));
    m_notesButton->setObjectName(QStringLiteral("notesButton"));
    m_startOver->setObjectName(QStringLiteral("startOver"));
    m_notesCard->setObjectName(QStringLiteral("notesCard"));
    m_notes->setObjectName(QStringLiteral("notes"));
    m_showMe->setObjectName(QStringLiteral("showMe"));
    m_back->setObjectName(QStringLiteral("backStep"));
    m_next->setObjectName(QStringLiteral("nextStep"));
    m_counter->setBold(true);
    m_termsHeading->setBold(true);
    m_triesHeading->setBold(true);
    m_notesHeading->setBold(true);
    for (TextLabel *label : {m_title, m_text, m_difference, m_keysHint, m_notes, m_realWorld})
        label->setWordWrap(true);

    auto *body = new QWidget;
    body->setObjectName(QStringLiteral("lessonBody"));
    auto *bodyLayout = new QVBoxLayout(body);
    bodyLayout->setContentsMargins(0, 0, 0, 8);
    bodyLayout->setSpacing(16);
    bodyLayout->addWidget(m_text);
    auto *difference = groupOf(bodyLayout, 2);
    difference->addWidget(m_difference);
    difference->addWidget(m_toLessonRun, 0, Qt::AlignLeft);
    bodyLayout->addWidget(m_prediction);
    auto *ask = groupOf(bodyLayout, 8);
    ask->addWidget(m_keysHint);
    ask->addWidget(m_showMe);
    ask->addWidget(m_voteCounter);
    auto *terms = groupOf(bodyLayout, 8);
    terms->addWidget(m_termsHeading);
    m_termFlow = new FlowLayout(8);
    terms->addLayout(m_termFlow);
    auto *tries = groupOf(bodyLayout, 8);
    tries->addWidget(m_triesHeading);
    m_tryList = groupOf(tries, 8);
    m_notesCard->setTone(Tone::Field);
    m_notesButton->setCheckable(true);
    auto *notes = new QVBoxLayout(m_notesCard);
    notes->setContentsMargins(14, 12, 14, 12);
    notes->setSpacing(6);
    notes->addWidget(m_notesHeading);
    notes->addWidget(m_notes);
    bodyLayout->addWidget(m_notesCard);
    bodyLayout->addStretch(1);
    m_scroll->setWidget(body);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    body->setAutoFillBackground(false);

    m_layout->setSpacing(8);
    auto *head = new QHBoxLayout;
    head->setSpacing(0);
    head->addWidget(m_counter, 1);
    head->addWidget(m_notesButton);
    head->addWidget(m_startOver);
    m_layout->addLayout(head);
    m_layout->addWidget(m_segments);
    m_layout->addSpacing(8);
    m_layout->addWidget(m_title);
    m_layout->addWidget(m_scroll, 1);
    m_layout->addWidget(m_realWorld);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(12);
    buttons->addWidget(m_back, 1);
    buttons->addWidget(m_next, 1);
    m_layout->addLayout(buttons);
    setCompact(false);

    connect(m_back, &Button::clicked, &m_playback, &PlaybackController::previousStep);
    connect(m_next, &Button::clicked, this, [this] {
        if (m_document.lesson() && m_words.isOver())
            Q_EMIT nextLessonRequested();
        else
            m_playback.nextStep();
    });
    connect(m_startOver, &widgets::IconButton::clicked, this, &LessonPanel::startOverRequested);
    connect(m_notesButton, &widgets::IconButton::toggled, this, &LessonPanel::setNotesShown);
    connect(&m_votes, &Votes::changed, this, &LessonPanel::refresh);
    connect(m_toLessonRun, &Button::clicked, &m_document, &Document::playLessonRun);
    connect(m_showMe, &Button::clicked, this, &LessonPanel::showWithoutChoosing);
    connect(m_prediction, &PredictionCard::chosen, this, &LessonPanel::choose);
    connect(&m_document, &Document::changed, this, [this](Document::What what) {
        if (what == Document::What::Opened) {
            m_notesButton->setChecked(false); // what helps the speaker may tell the class the answer
            rebuild();
        } else
            refresh();
    });
    connect(&m_playback, &PlaybackController::moved, this, &LessonPanel::refresh);
    connect(&m_playback, &PlaybackController::playingChanged, this, &LessonPanel::refresh);
    rebuild();
}

void LessonPanel::setNextLesson(const std::optional<model::Text> &title)
{
    m_nextLesson = title;
    refresh();
}

void LessonPanel::setCompact(bool compact)
{
    const int side = compact ? 12 : 18;
    m_layout->setContentsMargins(side, 16, side, compact ? 12 : 16);
}

bool LessonPanel::choose(std::size_t option)
{
    return passGate(m_document, m_playback, option);
}

bool LessonPanel::showWithoutChoosing()
{
    return passGate(m_document, m_playback, std::nullopt);
}

void LessonPanel::pressShowMe()
{
    if (m_showMe->hasFocus())
        m_showMe->click();
    else
        m_showMe->setFocus(Qt::ShortcutFocusReason);
}

void LessonPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        rebuild();
    Card::changeEvent(event);
}

void LessonPanel::rebuild()
{
    qDeleteAll(m_terms);
    qDeleteAll(m_tries);
    m_terms.clear();
    m_tries.clear();
    const scenario::Lesson *lesson = m_document.lesson();
    if (!lesson)
        return;
    const text::Language language = m_texts.language();
    for (const std::string &id : lesson->terms) {
        const text::Term *term = m_glossary.find(id);
        if (!term)
            continue;
        auto *button = new Button(m_host, Button::Kind::Pill, text::pick(term->word, language));
        m_termFlow->addWidget(button);
        m_popup->attach(*button, text::pick(term->word, language), text::pick(term->explanation, language));
        m_terms.push_back(button);
    }
    for (std::size_t i = 0; i < lesson->tries.size(); ++i) {
        auto *button = new Button(m_host, Button::Kind::Row);
        button->setObjectName(QStringLiteral("try%1").arg(i + 1));
        m_tryList->addWidget(button);
        connect(button, &Button::clicked, this, [this, i] { Q_EMIT tryRequested(i); });
        m_tries.push_back(button);
    }
    const QString notes = text::pick(lesson->notes, language);
    m_notes->setText(notes);
    m_notesButton->setVisible(!notes.isEmpty());
    m_notesCard->setVisible(m_notesButton->isChecked());
    retranslate();
    refresh();
}

void LessonPanel::retranslate()
{
    m_showMe->setText(tr("Show me without choosing"));
    m_termsHeading->setText(tr("Terms"));
    m_triesHeading->setText(tr("Try it yourself"));
    m_back->setText(tr("Back"));
    m_notesHeading->setText(tr("Notes for the speaker"));
    m_startOver->setName(tr("Start the lesson over"));
    m_toLessonRun->setText(tr("Back to the lesson's run"));
}

void LessonPanel::setNotesShown(bool shown)
{
    m_notesCard->setVisible(shown);
    if (!shown)
        return;
    m_scroll->widget()->layout()->activate();
    m_scroll->ensureWidgetVisible(m_notesCard);
}

void LessonPanel::refresh()
{
    const scenario::Lesson *lesson = m_document.lesson();
    if (!lesson)
        return;
    const std::size_t step = m_playback.step();
    const bool atGate = m_playback.isAtGate();

    const int number = static_cast<int>(step) + 1;
    const int count = static_cast<int>(lesson->steps.size());
    //: Where one is in a lesson: %1 is the step, %2 the number of steps.
    m_counter->setText(tr("Step %1 of %2").arg(number).arg(count));
    m_segments->setProgress(number, count);
    m_title->setText(m_words.title());
    m_text->setText(inLines(m_words.text()));
    m_text->setVisible(!atGate);
    refreshDifference();
    refreshPrediction();
    m_keysHint->setVisible(atGate);
    m_showMe->setVisible(atGate);
    m_voteCounter->setVisible(atGate);

    const bool revealed = m_words.everythingRevealed();
    // Whoever opens them before the question does so on purpose; the class that looks on at the question sees none.
    if (atGate && !m_wasAtGate)
        m_notesButton->setChecked(false);
    m_wasAtGate = atGate;
    m_notesButton->setName(revealed ? tr("Notes for the speaker")
                                    : tr("Notes for the speaker: they may tell the answer"));
    refreshTries();
    m_termsHeading->setVisible(revealed && !m_terms.empty());
    for (Button *term : m_terms)
        term->setVisible(revealed);
    const bool atLast = !m_playback.hasNextStep();
    m_realWorld->setVisible(revealed && atLast && !m_words.realWorld().isEmpty());
    //: %1: where the subject of the lesson is met outside the classroom.
    m_realWorld->setText(tr("In practice: %1").arg(m_words.realWorld()));

    setEnabledWithoutSuccessor(*m_back, m_playback.moment() > model::SimTime {} || step > 0);
    const bool leadsOn = m_words.isOver() && m_nextLesson;
    setEnabledWithoutSuccessor(*m_next, !atGate && (!m_words.isOver() || leadsOn));
    m_next->setToolTip(leadsOn ? widgets::plainWords(text::pick(*m_nextLesson, m_texts.language())) : QString());
    m_next->setText(m_playback.isPlaying()           ? tr("Skip ahead")
                        : leadsOn                    ? tr("Next lesson")
                        : m_playback.isAtEndOfStep() ? tr("Next step")
                                                     : tr("Play step"));
}

void LessonPanel::refreshPrediction()
{
    const std::optional<std::size_t> asked = m_words.askedStep();
    m_prediction->setVisible(asked.has_value());
    if (!asked)
        return;
    PredictionContent content = m_words.prediction(*asked);
    m_votes.tell(*asked, content);
    m_voteCounter->setQuestion(*asked, content.options.size());
    m_prediction->setContent(content);
    QStringList digits;
    for (std::size_t i = 1; i <= content.options.size(); ++i)
        digits << QString::number(i);
    //: %1 are the digits of the options: "1 2 3".
    m_keysHint->setText(tr("Choose with the keys %1, or").arg(digits.join(QLatin1Char(' '))));
}

void LessonPanel::refreshTries()
{
    const bool visible = m_words.everythingRevealed() && m_document.canAct();
    m_triesHeading->setVisible(visible && !m_tries.empty());
    for (std::size_t i = 0; i < m_tries.size(); ++i) {
        const QString label = m_words.tryLabel(i);
        m_tries[i]->setText(label);
        m_tries[i]->setVisible(visible && !label.isEmpty());
    }
}

void LessonPanel::refreshDifference()
{
    const bool differs = m_document.isChangedByHand();
    m_difference->setVisible(differs);
    m_toLessonRun->setVisible(differs);
    if (!differs)
        return;
    const QString what = m_words.difference();
    if (what.isEmpty()) {
        m_difference->setText(tr("The lesson tells of its own run."));
        return;
    }
    //: %1: what somebody changed in the run, in a few words: "Sticky · Server 2: Crash".
    m_difference->setText(tr("The lesson tells of its own run. Played now: %1.").arg(what));
}

} // namespace sessionarium::ui::lesson
