// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lesson/predictioncard.h"

#include <QVBoxLayout>

namespace sessionarium::ui::lesson {

using widgets::Button;
using widgets::Ink;
using widgets::TextLabel;

PredictionCard::PredictionCard(theme::ThemeHost &host, QWidget *parent)
    : Card(host, parent),
      m_host(host),
      m_layout(new QVBoxLayout(this)),
      m_heading(new TextLabel(host, theme::FontRole::Control, Ink::Accent, this)),
      m_question(new TextLabel(host, theme::FontRole::Strong, Ink::Text, this)),
      m_runs(new TextLabel(host, theme::FontRole::Detail, Ink::Text, this))
{
    setTone(Tone::Accent);
    setObjectName(QStringLiteral("predictionCard"));
    m_layout->setContentsMargins(16, 14, 16, 16);
    m_layout->setSpacing(8);
    m_heading->setBold(true);
    m_heading->setWordWrap(true);
    m_question->setBold(true);
    m_question->setWordWrap(true);
    m_layout->addWidget(m_heading);
    m_layout->addWidget(m_question);
    m_runs->setObjectName(QStringLiteral("askedRun"));
    m_runs->setWordWrap(true);
    m_runs->hide();
    m_layout->addWidget(m_runs);
}

Button *PredictionCard::option(std::size_t index) const
{
    return index < m_options.size() ? m_options[index] : nullptr;
}

void PredictionCard::setContent(const PredictionContent &content)
{
    const bool sameOptions = m_options.size() == content.options.size();
    m_content = content;
    if (!sameOptions)
        rebuild();

    const bool asking = content.phase == PredictionContent::Phase::Asking;
    const bool told = content.phase == PredictionContent::Phase::Told;
    m_heading->setText(asking ? tr("Make a prediction") : tr("Prediction and outcome"));
    m_question->setText(content.question);
    for (std::size_t i = 0; i < m_options.size(); ++i) {
        const bool isGuess = content.guess == i;
        const bool isRight = told && content.right == i;
        Button *button = m_options[i];
        //: %1 is the digit that chooses the option, %2 its text.
        button->setText(tr("%1  %2").arg(i + 1).arg(content.options[i].text));
        button->setCheckable(!asking);
        button->setChecked(isGuess);
        // Not disabled afterwards: it stays to be read, with full contrast.
        button->setFocusPolicy(asking ? Qt::StrongFocus : Qt::NoFocus);
        button->setAttribute(Qt::WA_TransparentForMouseEvents, !asking);
        button->setMark(isRight ? Button::Mark::Right : told && isGuess ? Button::Mark::Wrong : Button::Mark::None);
        //: %1 is the text of an option.
        button->setAccessibleName(isRight               ? tr("%1: what happened").arg(content.options[i].text)
                                      : told && isGuess ? tr("%1: your guess, refuted").arg(content.options[i].text)
                                      : isGuess         ? tr("%1: your guess").arg(content.options[i].text)
                                                        : content.options[i].text);
        m_votes[i]->setText(content.options[i].votes);
        m_votes[i]->setVisible(!content.options[i].votes.isEmpty());
        m_debriefs[i]->setText(content.options[i].debrief);
        m_debriefs[i]->setVisible(told && !isRight && !content.options[i].debrief.isEmpty());
    }
    TextLabel *none = m_debriefs.back();
    none->setText(endLine(content));
    none->setVisible(!none->text().isEmpty());
    m_runs->setText(runsLine(content));
    m_runs->setVisible(!content.askedRun.isEmpty());
}

void PredictionCard::rebuild()
{
    qDeleteAll(m_options);
    qDeleteAll(m_votes);
    qDeleteAll(m_debriefs);
    m_options.clear();
    m_votes.clear();
    m_debriefs.clear();
    const auto addDebrief = [this] {
        auto *label = new TextLabel(m_host, theme::FontRole::Detail, Ink::Soft, this);
        label->setWordWrap(true);
        m_debriefs.push_back(label);
        m_layout->addWidget(label);
    };
    for (std::size_t i = 0; i < m_content.options.size(); ++i) {
        auto *button = new Button(m_host, Button::Kind::Option, {}, this);
        button->setObjectName(QStringLiteral("option%1").arg(i + 1));
        connect(button, &Button::clicked, this, [this, i] {
            if (m_content.phase == PredictionContent::Phase::Asking)
                Q_EMIT chosen(i);
        });
        m_options.push_back(button);
        m_layout->addWidget(button);
        auto *votes = new TextLabel(m_host, theme::FontRole::Small, Ink::Soft, this);
        votes->setObjectName(QStringLiteral("votes%1").arg(i + 1));
        m_votes.push_back(votes);
        m_layout->addWidget(votes);
        addDebrief();
    }
    addDebrief();
}

} // namespace sessionarium::ui::lesson
