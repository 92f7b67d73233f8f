// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lesson/votecounter.h"

#include "ui/widgets/button.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace sessionarium::ui::lesson {

using theme::FontRole;
using widgets::Button;
using widgets::Ink;
using widgets::TextLabel;

VoteCounter::VoteCounter(theme::ThemeHost &host, Votes &votes, QWidget *parent)
    : QWidget(parent),
      m_host(host),
      m_votes(votes),
      m_layout(new QVBoxLayout(this)),
      m_toggle(new Button(host, Button::Kind::Link, {}, this)),
      m_heading(new TextLabel(host, FontRole::Small, Ink::Soft, this)),
      m_list(new QVBoxLayout),
      m_again(new Button(host, Button::Kind::Secondary, {}, this))
{
    setObjectName(QStringLiteral("voteCounter"));
    m_toggle->setObjectName(QStringLiteral("countHands"));
    m_heading->setObjectName(QStringLiteral("voteHeading"));
    m_again->setObjectName(QStringLiteral("voteAgain"));
    m_heading->setBold(true);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(8);
    m_layout->addWidget(m_toggle, 0, Qt::AlignLeft);
    m_layout->addWidget(m_heading);
    m_layout->addLayout(m_list);
    m_layout->addWidget(m_again);
    m_list->setSpacing(4);
    connect(m_toggle, &Button::clicked, this, [this] {
        m_open = !m_open;
        refresh();
    });
    connect(m_again, &Button::clicked, this, [this] { m_votes.beginSecond(m_step); });
    connect(&m_votes, &Votes::changed, this, &VoteCounter::refresh);
    refresh();
}

void VoteCounter::setQuestion(std::size_t step, std::size_t options)
{
    if (m_step != step)
        m_open = false;
    m_step = step;
    if (m_options != options) {
        m_options = options;
        rebuild();
    }
    refresh();
}

void VoteCounter::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QWidget::changeEvent(event);
}

void VoteCounter::rebuild()
{
    for (const Row &row : m_rows)
        delete row.box;
    m_rows.clear();
    for (std::size_t i = 0; i < m_options; ++i) {
        auto *box = new QWidget(this);
        auto *line = new QHBoxLayout(box);
        line->setContentsMargins(0, 0, 0, 0);
        line->setSpacing(8);
        Row row {box, new TextLabel(m_host, FontRole::Control, Ink::Text, box),
                 new Button(m_host, Button::Kind::Secondary, QStringLiteral("−"), box),
                 new TextLabel(m_host, FontRole::Strong, Ink::Text, box),
                 new Button(m_host, Button::Kind::Secondary, QStringLiteral("+"), box)};
        row.digit->setText(QString::number(i + 1));
        row.fewer->setObjectName(QStringLiteral("fewerHands%1").arg(i + 1));
        row.more->setObjectName(QStringLiteral("moreHands%1").arg(i + 1));
        row.hands->setObjectName(QStringLiteral("hands%1").arg(i + 1));
        row.hands->setAlignment(Qt::AlignCenter);
        line->addWidget(row.digit, 1);
        line->addWidget(row.fewer);
        line->addWidget(row.hands, 1);
        line->addWidget(row.more);
        for (Button *button : {row.fewer, row.more}) {
            button->setAutoRepeat(true); // thirty hands are one long press
            connect(button, &Button::clicked, this,
                    [this, i, hands = button == row.more ? 1 : -1] { m_votes.count(m_step, i, hands); });
        }
        m_list->addWidget(box);
        m_rows.push_back(row);
    }
}

void VoteCounter::refresh()
{
    m_toggle->setText(m_open ? tr("Count no hands") : tr("Count hands"));
    m_heading->setText(m_votes.isSecond(m_step) ? tr("Second vote") : tr("First vote"));
    m_again->setText(tr("Vote again after a discussion"));
    m_heading->setVisible(m_open);
    m_again->setVisible(m_open && m_votes.isCounted(m_step) && !m_votes.isSecond(m_step));
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const Row &row = m_rows[i];
        row.hands->setText(QString::number(m_votes.hands(m_step, i)));
        //: %1 is the digit of an answer.
        row.fewer->setAccessibleName(tr("One hand less for %1").arg(i + 1));
        //: %1 is the digit of an answer.
        row.more->setAccessibleName(tr("One hand more for %1").arg(i + 1));
        row.box->setVisible(m_open);
    }
}

} // namespace sessionarium::ui::lesson
