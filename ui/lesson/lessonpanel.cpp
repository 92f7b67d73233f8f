// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lesson/lessonpanel.h"

#include "ui/lesson/flowlayout.h"
#include "ui/lesson/predictioncard.h"
#include "ui/lesson/termpopup.h"
#include "ui/text/verdicttext.h"
#include "ui/widgets/button.h"
#include "ui/widgets/progresssegments.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

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
      m_counter(new TextLabel(host, FontRole::Small, Ink::Accent, this)),
      m_segments(new widgets::ProgressSegments(host, this)),
      m_title(new TextLabel(host, FontRole::Title, Ink::Text, this)),
      m_scroll(new QScrollArea(this)),
      m_text(new TextLabel(host, FontRole::Body, Ink::Text)),
      m_prediction(new PredictionCard(host)),
      m_keysHint(new TextLabel(host, FontRole::Detail, Ink::Soft)),
      m_showMe(new Button(host, Button::Kind::Secondary)),
      m_termsHeading(new TextLabel(host, FontRole::Small, Ink::Soft)),
      m_triesHeading(new TextLabel(host, FontRole::Small, Ink::Soft)),
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
    m_showMe->setObjectName(QStringLiteral("showMe"));
    m_back->setObjectName(QStringLiteral("backStep"));
    m_next->setObjectName(QStringLiteral("nextStep"));
    m_counter->setBold(true);
    m_termsHeading->setBold(true);
    m_triesHeading->setBold(true);
    for (TextLabel *label : {m_title, m_text, m_keysHint, m_realWorld})
        label->setWordWrap(true);

    auto *body = new QWidget;
    body->setObjectName(QStringLiteral("lessonBody"));
    auto *bodyLayout = new QVBoxLayout(body);
    bodyLayout->setContentsMargins(0, 0, 0, 8);
    bodyLayout->setSpacing(16);
    bodyLayout->addWidget(m_text);
    bodyLayout->addWidget(m_prediction);
    auto *ask = groupOf(bodyLayout, 8);
    ask->addWidget(m_keysHint);
    ask->addWidget(m_showMe);
    auto *terms = groupOf(bodyLayout, 8);
    terms->addWidget(m_termsHeading);
    m_termFlow = new FlowLayout(8);
    terms->addLayout(m_termFlow);
    auto *tries = groupOf(bodyLayout, 8);
    tries->addWidget(m_triesHeading);
    m_tryList = groupOf(tries, 8);
    bodyLayout->addStretch(1);
    m_scroll->setWidget(body);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    body->setAutoFillBackground(false);

    m_layout->setSpacing(8);
    m_layout->addWidget(m_counter);
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
    connect(m_next, &Button::clicked, &m_playback, &PlaybackController::nextStep);
    connect(m_showMe, &Button::clicked, this, &LessonPanel::showWithoutChoosing);
    connect(m_prediction, &PredictionCard::chosen, this, &LessonPanel::choose);
    connect(&m_document, &Document::changed, this, [this](Document::What what) {
        if (what == Document::What::Opened)
            rebuild();
        else
            refresh();
    });
    connect(&m_playback, &PlaybackController::moved, this, &LessonPanel::refresh);
    connect(&m_playback, &PlaybackController::playingChanged, this, &LessonPanel::refresh);
    rebuild();
}

void LessonPanel::setCompact(bool compact)
{
    const int side = compact ? 12 : 18;
    m_layout->setContentsMargins(side, 16, side, compact ? 12 : 16);
}

bool LessonPanel::choose(std::size_t option)
{
    if (!m_document.lesson() || !m_playback.isAtGate())
        return false;
    const std::size_t step = m_playback.step();
    if (option >= m_document.lesson()->steps[step].prediction->options.size())
        return false;
    m_document.passGate(step, option);
    m_playback.play();
    return true;
}

bool LessonPanel::showWithoutChoosing()
{
    if (!m_document.lesson() || !m_playback.isAtGate())
        return false;
    m_document.passGate(m_playback.step(), std::nullopt);
    m_playback.play();
    return true;
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
        connect(button, &Button::clicked, this, [this, button, term, language] {
            m_popup->showTerm(text::pick(term->word, language), text::pick(term->explanation, language), *button);
        });
        m_terms.push_back(button);
    }
    for (std::size_t i = 0; i < lesson->tries.size(); ++i) {
        auto *button = new Button(m_host, Button::Kind::Row);
        button->setObjectName(QStringLiteral("try%1").arg(i + 1));
        m_tryList->addWidget(button);
        connect(button, &Button::clicked, this, [this, i] { Q_EMIT tryRequested(i); });
        m_tries.push_back(button);
    }
    retranslate();
    refresh();
}

void LessonPanel::retranslate()
{
    m_showMe->setText(tr("Show me without choosing"));
    m_termsHeading->setText(tr("Terms"));
    m_triesHeading->setText(tr("Try it yourself"));
    m_back->setText(tr("Back"));
}

void LessonPanel::refresh()
{
    const scenario::Lesson *lesson = m_document.lesson();
    if (!lesson)
        return;
    const std::size_t step = m_playback.step();
    const bool atGate = m_playback.isAtGate();
    const text::LessonMoment moment = momentOfTexts();

    const int number = static_cast<int>(step) + 1;
    const int count = static_cast<int>(lesson->steps.size());
    //: Where one is in a lesson: %1 is the step, %2 the number of steps.
    m_counter->setText(tr("Step %1 of %2").arg(number).arg(count));
    m_segments->setProgress(number, count);
    m_title->setText(text::lessonText(lesson->steps[step].title, moment));
    m_text->setText(inLines(text::lessonText(lesson->steps[step].text, moment)));
    m_text->setVisible(!atGate);
    refreshPrediction();
    m_keysHint->setVisible(atGate);
    m_showMe->setVisible(atGate);

    const bool revealed = everythingRevealed();
    refreshTries();
    m_termsHeading->setVisible(revealed && !m_terms.empty());
    for (Button *term : m_terms)
        term->setVisible(revealed);
    const bool atLast = !m_playback.hasNextStep();
    m_realWorld->setVisible(revealed && atLast && !lesson->realWorld.isEmpty());
    //: %1: where the subject of the lesson is met outside the classroom.
    m_realWorld->setText(tr("In practice: %1").arg(text::lessonText(lesson->realWorld, moment)));

    m_back->setEnabled(m_playback.moment() > model::SimTime {} || step > 0);
    m_next->setEnabled(!atGate && !(atLast && m_playback.isAtEndOfStep()));
    m_next->setText(m_playback.isPlaying()           ? tr("Skip ahead")
                        : m_playback.isAtEndOfStep() ? tr("Next step")
                                                     : tr("Play step"));
}

void LessonPanel::refreshPrediction()
{
    const scenario::Lesson &lesson = *m_document.lesson();
    const document::LessonProgress &progress = m_document.progress();
    // The question of this step, or the one that was answered last before it.
    std::optional<std::size_t> asked;
    for (std::size_t i = 0; i <= m_playback.step(); ++i) {
        if (lesson.steps[i].prediction)
            asked = i;
    }
    m_prediction->setVisible(asked.has_value());
    if (!asked)
        return;

    const scenario::Prediction &prediction = *lesson.steps[*asked].prediction;
    const text::LessonMoment moment = momentOfTexts();
    PredictionContent content;
    content.question = text::lessonText(prediction.question, moment);
    content.guess = progress.guess(*asked);
    const bool over = *asked < m_playback.step() || m_playback.isAtEndOfStep();
    content.phase = progress.isShut(*asked) ? PredictionContent::Phase::Asking
        : over                              ? PredictionContent::Phase::Told
                                            : PredictionContent::Phase::Running;
    for (const scenario::PredictionOption &option : prediction.options)
        content.options.push_back({text::lessonText(option.text, moment), text::lessonText(option.debrief, moment)});
    if (content.phase == PredictionContent::Phase::Told) {
        const auto &answers = m_document.played()->answers;
        const auto found = answers.find(*asked);
        if (found != answers.end() && found->second.size() == 1)
            content.right = found->second.front();
        content.whatHappened = outcomesOfStep(*asked);
    }
    m_prediction->setContent(content);
    QStringList digits;
    for (std::size_t i = 1; i <= prediction.options.size(); ++i)
        digits << QString::number(i);
    //: %1 are the digits of the options: "1 2 3".
    m_keysHint->setText(tr("Choose with the keys %1, or").arg(digits.join(QLatin1Char(' '))));
}

void LessonPanel::refreshTries()
{
    const scenario::Lesson &lesson = *m_document.lesson();
    const bool visible = everythingRevealed() && m_document.canAct();
    m_triesHeading->setVisible(visible && !m_tries.empty());
    for (std::size_t i = 0; i < m_tries.size() && i < lesson.tries.size(); ++i) {
        m_tries[i]->setText(text::lessonText(lesson.tries[i].label, momentOfTexts()));
        m_tries[i]->setVisible(visible);
    }
}

text::LessonMoment LessonPanel::momentOfTexts() const
{
    const auto played = m_document.played();
    text::LessonMoment moment;
    moment.timeline = &played->timeline();
    moment.keyframes = played->keyframes.get();
    moment.verdicts = &played->verdicts();
    moment.scenario = played->scenario.get();
    moment.records = played->timeline().countUpTo(m_playback.moment());
    moment.revealed = m_document.view().count();
    moment.language = m_texts.language();
    return moment;
}

bool LessonPanel::everythingRevealed() const
{
    // Cause and name come after the run, never before it.
    const std::vector<scenario::Step> &steps = m_document.lesson()->steps;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (steps[i].prediction && m_playback.moment() < m_document.progress().end(i))
            return false;
    }
    return m_document.view().revealedUntil >= m_document.played()->end();
}

QString LessonPanel::outcomesOfStep(std::size_t step) const
{
    const auto played = m_document.played();
    const auto before =
        text::countOutcomes(played->verdicts(), played->timeline().countUpTo(m_document.progress().start(step)));
    auto outcomes =
        text::countOutcomes(played->verdicts(), played->timeline().countUpTo(m_document.progress().end(step)));
    for (std::size_t i = 0; i < outcomes.size(); ++i)
        outcomes[i] -= before[i];
    return text::countsLine(outcomes);
}

} // namespace sessionarium::ui::lesson
