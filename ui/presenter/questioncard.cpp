// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenter/questioncard.h"

#include "ui/widgets/button.h"
#include "ui/widgets/textlabel.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace sessionarium::ui::presenter {

using lesson::PredictionContent;
using theme::FontRole;
using widgets::Button;
using widgets::Ink;
using widgets::TextLabel;

namespace {
constexpr std::size_t mostInRow = 3;
} // namespace

QuestionCard::QuestionCard(theme::ThemeHost &host, QWidget *parent)
    : Card(host, parent),
      m_host(host),
      m_layout(new QVBoxLayout(this)),
      m_grid(new QGridLayout),
      m_question(new TextLabel(host, FontRole::Body, Ink::Text, this)),
      m_none(new TextLabel(host, FontRole::Detail, Ink::Text, this)),
      m_runs(new TextLabel(host, FontRole::Tiny, Ink::Text, this)),
      m_handsUp(new TextLabel(host, FontRole::Caption, Ink::Soft, this)),
      m_close(new Button(host, Button::Kind::Link, {}, this))
{
    setTone(Tone::Accent);
    setObjectName(QStringLiteral("largeQuestion"));
    m_close->setObjectName(QStringLiteral("closeVote"));
    m_question->setObjectName(QStringLiteral("largeQuestionText"));
    m_question->setBold(true);
    m_question->setWordWrap(true);
    m_none->setWordWrap(true);
    m_layout->addWidget(m_question);
    m_layout->addLayout(m_grid);
    m_layout->addWidget(m_none);
    m_runs->setObjectName(QStringLiteral("largeAskedRun"));
    m_runs->setWordWrap(true);
    m_runs->hide();
    m_layout->addWidget(m_runs);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_handsUp);
    foot->addStretch(1);
    foot->addWidget(m_close);
    m_layout->addLayout(foot);
    connect(m_close, &Button::clicked, this, &QuestionCard::closeRequested);
    const auto space = [this] {
        const theme::Theme &theme = m_host.theme();
        m_layout->setContentsMargins(theme.px(14), theme.px(8), theme.px(14), theme.px(8));
        m_layout->setSpacing(theme.px(6));
        m_grid->setHorizontalSpacing(theme.px(10));
        m_grid->setVerticalSpacing(theme.px(4));
    };
    space();
    connect(&host, &theme::ThemeHost::changed, this, space);
}

void QuestionCard::setContent(const PredictionContent &content)
{
    const bool sameOptions = m_answers.size() == content.options.size();
    m_content = content;
    if (!sameOptions)
        rebuild();
    const bool asking = content.phase == PredictionContent::Phase::Asking;
    const bool told = content.phase == PredictionContent::Phase::Told;
    m_question->setText(content.question);
    for (std::size_t i = 0; i < m_answers.size(); ++i) {
        const auto &[button, votes, debrief] = m_answers[i];
        const bool isRight = told && content.right == i;
        const bool isGuess = content.guess == i;
        button->setDigit(static_cast<int>(i) + 1);
        button->setText(content.options[i].text);
        button->setCheckable(!asking);
        button->setChecked(isGuess);
        button->setFocusPolicy(asking ? Qt::TabFocus : Qt::NoFocus);
        button->setAttribute(Qt::WA_TransparentForMouseEvents, !asking);
        button->setMark(isRight ? Button::Mark::Right : told && isGuess ? Button::Mark::Wrong : Button::Mark::None);
        //: %1 is the text of an option.
        button->setAccessibleName(isRight ? tr("%1: what happened").arg(content.options[i].text)
                                          : content.options[i].text);
        votes->setText(content.options[i].votes);
        votes->setVisible(!content.options[i].votes.isEmpty());
        debrief->setText(content.options[i].debrief);
        debrief->setVisible(told && !isRight && !content.options[i].debrief.isEmpty());
    }
    m_none->setText(lesson::endLine(content));
    m_none->setVisible(!m_none->text().isEmpty());
    m_runs->setText(lesson::runsLine(content));
    m_runs->setVisible(!content.askedRun.isEmpty());
    m_handsUp->setText(tr("Hands up"));
    m_handsUp->setVisible(asking);
    //: What the clicker's one button does while a class is asked.
    m_close->setText(tr("Next ▸ close the vote and run"));
    m_close->setFocusPolicy(Qt::TabFocus);
    m_close->setVisible(asking);
}

void QuestionCard::rebuild()
{
    for (const Answer &answer : m_answers) {
        delete answer.button;
        delete answer.votes;
        delete answer.debrief;
    }
    m_answers.clear();
    const std::size_t n = m_content.options.size();
    const std::size_t columns = n == 4 ? 2 : std::min(n, mostInRow);
    for (std::size_t i = 0; i < n; ++i) {
        const int row = static_cast<int>(i / columns) * 3;
        const int column = static_cast<int>(i % columns);
        auto *button = new Button(m_host, Button::Kind::Option, {}, this);
        button->setObjectName(QStringLiteral("answer%1").arg(i + 1));
        connect(button, &Button::clicked, this, [this, i] {
            if (m_content.phase == PredictionContent::Phase::Asking)
                Q_EMIT chosen(i);
        });
        auto *votes = new TextLabel(m_host, FontRole::Caption, Ink::Text, this);
        votes->setObjectName(QStringLiteral("largeVotes%1").arg(i + 1));
        auto *debrief = new TextLabel(m_host, FontRole::Tiny, Ink::Text, this);
        debrief->setObjectName(QStringLiteral("debrief%1").arg(i + 1));
        debrief->setWordWrap(true);
        m_grid->addWidget(button, row, column);
        m_grid->addWidget(votes, row + 1, column);
        m_grid->addWidget(debrief, row + 2, column, Qt::AlignTop);
        button->show(); // else it counts for nothing in the card's height until the event loop has shown it
        m_answers.push_back({button, votes, debrief});
    }
    for (int column = 0; column < static_cast<int>(mostInRow); ++column)
        m_grid->setColumnStretch(column, column < static_cast<int>(columns) ? 1 : 0);
}

} // namespace sessionarium::ui::presenter
