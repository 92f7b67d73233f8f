// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenter/presenterview.h"

#include "ui/presenter/largestage.h"
#include "ui/presenter/questioncard.h"
#include "ui/text/verdicttext.h"
#include "ui/widgets/card.h"
#include "ui/widgets/textlabel.h"

#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace sessionarium::ui::presenter {

using document::Document;
using lesson::PredictionContent;
using playback::PlaybackController;
using theme::FontRole;
using widgets::Ink;
using widgets::TextLabel;

PresenterView::PresenterView(theme::ThemeHost &host, Document &document, PlaybackController &playback,
                             const document::RunTexts &texts, lesson::Votes &votes, QWidget *parent)
    : QWidget(parent),
      m_host(host),
      m_large(host.theme()),
      m_document(document),
      m_playback(playback),
      m_texts(texts),
      m_words(document, playback, texts),
      m_votes(votes),
      m_title(new TextLabel(m_large, FontRole::Title, Ink::Text, this)),
      m_counter(new TextLabel(m_large, FontRole::Caption, Ink::Soft, this)),
      m_stage(new LargeStage(m_large, this)),
      m_captionCard(new widgets::Card(m_large, this)),
      m_caption(new TextLabel(m_large, FontRole::Strong, Ink::Text, m_captionCard)),
      m_question(new QuestionCard(m_large, this)),
      m_run(new widgets::ElidingLabel(m_large, FontRole::Tiny, Ink::Accent, this)),
      m_foot(new widgets::ElidingLabel(m_large, FontRole::Tiny, Ink::Soft, this)),
      m_counts(new TextLabel(m_large, FontRole::Tiny, Ink::Soft, this)),
      m_black(new QWidget(this))
{
    setObjectName(QStringLiteral("presenter"));
    setFocusPolicy(Qt::StrongFocus);
    m_title->setObjectName(QStringLiteral("largeTitle"));
    m_counter->setObjectName(QStringLiteral("largeCounter"));
    m_caption->setObjectName(QStringLiteral("caption"));
    m_counts->setObjectName(QStringLiteral("largeCounts"));
    m_black->setObjectName(QStringLiteral("black"));
    m_run->setObjectName(QStringLiteral("largeRun"));
    m_foot->setObjectName(QStringLiteral("largeFoot"));
    m_title->setWordWrap(true);
    m_caption->setWordWrap(true);
    m_caption->setBold(true);
    m_counts->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_counter->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_black->setAutoFillBackground(true);
    QPalette black;
    black.setColor(QPalette::Window, Qt::black);
    m_black->setPalette(black);
    m_black->setCursor(Qt::BlankCursor);
    m_black->hide();
    new QVBoxLayout(m_captionCard);
    m_captionCard->layout()->addWidget(m_caption);
    m_stage->setTexts(&texts);

    connect(m_question, &QuestionCard::chosen, this,
            [this](std::size_t option) { lesson::passGate(m_document, m_playback, option); });
    connect(m_question, &QuestionCard::closeRequested, this,
            [this] { lesson::passGate(m_document, m_playback, std::nullopt); });
    connect(&m_document, &Document::changed, this, &PresenterView::documentChanged);
    connect(&m_playback, &PlaybackController::moved, this, &PresenterView::refresh);
    connect(&m_playback, &PlaybackController::playingChanged, this, &PresenterView::refresh);
    connect(&m_votes, &lesson::Votes::changed, this, &PresenterView::refresh);
    connect(&m_host, &theme::ThemeHost::changed, this, [this] {
        enlarge();
        update();
    });
}

void PresenterView::setBlack(bool black)
{
    m_black->setGeometry(rect());
    m_black->setVisible(black);
    m_black->raise();
}

bool PresenterView::isBlack() const
{
    return m_black->isVisible();
}

void PresenterView::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), m_host.palette().window);
}

void PresenterView::resizeEvent(QResizeEvent *)
{
    m_black->setGeometry(rect());
    enlarge();
}

void PresenterView::showEvent(QShowEvent *event)
{
    fillStage();
    enlarge();
    QWidget::showEvent(event);
}

void PresenterView::hideEvent(QHideEvent *event)
{
    setBlack(false);
    QWidget::hideEvent(event);
}

void PresenterView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QWidget::changeEvent(event);
}

void PresenterView::enlarge()
{
    theme::Theme theme = m_host.theme();
    theme.textScale = enlargement * height() / pictureHeight;
    m_large.setTheme(theme);
    m_stage->setScale(height() / pictureHeight);
    m_captionCard->layout()->setContentsMargins(theme.px(14), theme.px(10), theme.px(14), theme.px(10));
    place();
    if (isVisible() && m_shown)
        refreshFoot(); // there may be another room on the stage
}

void PresenterView::documentChanged(Document::What what)
{
    if (what != Document::What::Identity && isVisible())
        fillStage();
}

void PresenterView::fillStage()
{
    const auto before = m_shown; // the stage reads the old run until it has the new one
    m_shown = m_document.played();
    m_stage->setContent(m_document.view(), m_shown ? m_shown->keyframes.get() : nullptr);
    refresh();
}

void PresenterView::refresh()
{
    // Unseen there is nothing to do; and the playhead may have been told of a new run before us.
    if (!isVisible() || m_shown != m_document.played() || !m_shown)
        return;
    refreshWords();
    std::vector<model::EntityId> pointedAt;
    if (const scenario::Lesson *lesson = m_document.lesson()) {
        for (const std::string &id : lesson->steps[m_playback.step()].pointAt)
            pointedAt.push_back(m_shown->timeline().findEntity(id));
    }
    m_stage->setPointedAt(std::move(pointedAt));
    m_stage->setMoment(m_playback.moment());
    refreshFoot();
}

void PresenterView::refreshWords()
{
    const std::uint32_t records = m_shown->timeline().countUpTo(m_playback.moment());
    m_counts->setText(text::countsLine(m_shown->outcomes.countWithin(records)));
    const scenario::Lesson *lesson = m_document.lesson();
    bool asks = false;
    QString caption;
    if (lesson) {
        m_title->setText(m_words.title());
        m_counter->setText(QStringLiteral("%1 / %2").arg(m_playback.step() + 1).arg(lesson->steps.size()));
        caption = m_words.text();
        // While the run goes on, eyes belong on the stage: the question comes back with its outcome.
        if (lesson->steps[m_playback.step()].prediction) {
            PredictionContent content = m_words.prediction(m_playback.step());
            asks = content.phase != PredictionContent::Phase::Running;
            m_votes.tell(m_playback.step(), content);
            m_question->setContent(content);
        }
    } else {
        m_title->setText(m_shown->scenario ? text::pick(m_shown->scenario->title, m_texts.language())
                                           : QString::fromStdString(m_shown->timeline().info().scenario));
        m_counter->clear();
    }
    m_caption->setText(caption);
    m_question->setVisible(asks);
    m_captionCard->setVisible(!asks && !caption.isEmpty());
    m_counts->setVisible(!m_playback.isAtGate());
    const QString difference = lesson ? m_words.difference() : QString();
    //: A class looks at another run than the lesson's own; %1: what differs: "Sticky · Server 2: Crash".
    m_run->setText(difference.isEmpty() ? QString() : tr("Played now: %1").arg(difference));
    m_run->setVisible(!difference.isEmpty());
    setAccessibleName(m_title->text());
    place();
}

/// Comes after the stage has its place and its moment: what it has no room for is told here.
void PresenterView::refreshFoot()
{
    const auto &callout = m_stage->shown().scene.callout;
    const bool isToldBelow = callout && m_stage->layoutOfNodes().stage.callout.isEmpty();
    QString words;
    if (m_playback.isAtGate())
        words.clear(); // the question says it
    else if (isToldBelow)
        words = callout->text;
    else if (m_playback.isPlaying() || !m_document.lesson())
        words.clear();
    else if (m_words.isOver())
        words = tr("The lesson is over · Esc leaves");
    else if (m_playback.isAtEndOfStep())
        words = tr("Page Down ▸ next step");
    else
        words = tr("Page Down ▸ play the step");
    m_foot->setInk(isToldBelow ? Ink::Text : Ink::Soft);
    m_foot->setText(words);
    m_foot->setVisible(!words.isEmpty());
}

void PresenterView::place()
{
    const double scale = height() / pictureHeight;
    const auto s = [scale](double length) { return static_cast<int>(std::lround(length * scale)); };
    const int side = s(60);
    const int across = width() - 2 * side;
    const int counterWidth = m_counter->text().isEmpty() ? 0 : s(130);
    const int titleWidth = across - counterWidth;
    const int titleHeight = m_title->heightForWidth(titleWidth);
    m_title->setGeometry(side, s(30), titleWidth, titleHeight);
    m_counter->setGeometry(side + titleWidth, s(30), counterWidth, m_counter->sizeHint().height() + s(16));

    int bottom = height() - s(24);
    if (m_counts->isVisibleTo(this)) {
        const int line = m_counts->sizeHint().height();
        const int counts = std::min(m_counts->sizeHint().width(), across);
        m_counts->setGeometry(side + across - counts, bottom - line, counts, line);
        m_foot->setGeometry(side, bottom - line, std::max(across - counts - s(24), 0), line);
        bottom -= line + s(12);
    } else {
        bottom -= s(16);
    }
    for (QWidget *card : {static_cast<QWidget *>(m_captionCard), static_cast<QWidget *>(m_question)}) {
        if (!card->isVisibleTo(this))
            continue;
        card->layout()->activate();
        const int tall = card->layout()->hasHeightForWidth() ? card->layout()->totalHeightForWidth(across)
                                                             : card->layout()->totalSizeHint().height();
        card->setGeometry(side, bottom - tall, across, tall);
        bottom -= tall + s(24);
    }
    int top = s(30) + titleHeight + s(24);
    if (m_run->isVisibleTo(this)) {
        const int line = m_run->sizeHint().height();
        m_run->setGeometry(side, top - s(16), across, line);
        top += line - s(8);
    }
    m_stage->setGeometry(side, top, across, std::max(bottom - top, 1));
}

void PresenterView::keyPressEvent(QKeyEvent *event)
{
    if (!handle(*event))
        QWidget::keyPressEvent(event);
}

bool PresenterView::handle(const QKeyEvent &event)
{
    if (isBlack()) { // whatever is pressed first brings the picture back, and does nothing else
        setBlack(false);
        return true;
    }
    const bool control = event.modifiers().testFlag(Qt::ControlModifier);
    switch (event.key()) {
    case Qt::Key_Period:
    case Qt::Key_B:
        setBlack(true);
        return true;
    case Qt::Key_Escape:
        Q_EMIT leaveRequested();
        return true;
    case Qt::Key_PageDown:
        if (!lesson::passGate(m_document, m_playback, std::nullopt))
            m_playback.nextStep();
        return true;
    case Qt::Key_PageUp:
        m_playback.previousStep();
        return true;
    case Qt::Key_Space:
        m_playback.togglePlaying();
        return true;
    case Qt::Key_Left:
        control ? m_playback.requestBack() : m_playback.hopBack();
        return true;
    case Qt::Key_Right:
        control ? m_playback.requestForward() : m_playback.hopForward();
        return true;
    case Qt::Key_F7:
        m_votes.beginSecond(m_playback.step());
        return true;
    case Qt::Key_Home:
        m_playback.toStart();
        return true;
    case Qt::Key_End:
        m_playback.toEnd();
        return true;
    default:
        break;
    }
    const int digit = event.key() - Qt::Key_0;
    return digit >= 0 && digit <= 9 && handleDigit(digit, control);
}

/// Ctrl+0 sizes the text elsewhere in the window; at a question it takes a hand back.
bool PresenterView::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && m_playback.isAtGate()) {
        const auto *key = static_cast<const QKeyEvent *>(event);
        if (key->modifiers() == Qt::ControlModifier && key->key() >= Qt::Key_0 && key->key() <= Qt::Key_9)
            event->accept();
    }
    return QWidget::event(event);
}

/// Answers; with Ctrl counts a raised hand, and 0 takes the newest one back.
bool PresenterView::handleDigit(int digit, bool control)
{
    if (!m_playback.isAtGate() || (digit == 0 && !control))
        return false;
    const std::size_t option = static_cast<std::size_t>(digit) - 1;
    const std::size_t step = m_playback.step();
    if (!control)
        return lesson::passGate(m_document, m_playback, option);
    if (digit == 0)
        m_votes.undo();
    else if (option < m_document.lesson()->steps[step].prediction->options.size())
        m_votes.count(step, option, 1);
    return true;
}

} // namespace sessionarium::ui::presenter
