// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/messagebar.h"

#include "ui/widgets/button.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <utility>

namespace sessionarium::ui::window {

using theme::FontRole;
using widgets::Button;
using widgets::Icon;
using widgets::IconButton;
using widgets::Ink;
using widgets::TextLabel;

MessageBar::MessageBar(theme::ThemeHost &host, QWidget *parent)
    : Card(host, parent),
      m_host(host),
      m_title(new TextLabel(host, FontRole::Strong, Ink::Text, this)),
      m_lines(new TextLabel(host, FontRole::Detail, Ink::Text, this)),
      m_buttons(new QHBoxLayout),
      m_close(new IconButton(host, Icon::Close, tr("Close"), IconButton::Kind::Plain, this))
{
    setObjectName(QStringLiteral("messageBar"));
    m_title->setObjectName(QStringLiteral("messageTitle"));
    m_lines->setObjectName(QStringLiteral("messageLines"));
    m_close->setObjectName(QStringLiteral("messageClose"));
    m_title->setBold(true);
    for (TextLabel *label : {m_title, m_lines}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText); // words of a file are never markup
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    auto *texts = new QVBoxLayout;
    texts->setSpacing(4);
    texts->addWidget(m_title);
    texts->addWidget(m_lines);
    m_buttons->setSpacing(8);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 12, 8, 12);
    layout->setSpacing(16);
    layout->addLayout(texts, 1);
    layout->addLayout(m_buttons);
    layout->addWidget(m_close, 0, Qt::AlignTop);
    connect(m_close, &IconButton::clicked, this, &MessageBar::dismiss);
    constexpr int noteMs = 8000;
    m_noteTimer.setSingleShot(true);
    m_noteTimer.setInterval(noteMs);
    connect(&m_noteTimer, &QTimer::timeout, this, &MessageBar::dismiss);
    hide();
}

void MessageBar::showProblem(const QString &title, const QStringList &lines)
{
    say({Tone::Bad, title, lines});
}

void MessageBar::showNote(const QString &text)
{
    say({Tone::Accent, text, {}});
}

void MessageBar::say(const Message &message)
{
    if (!isAsking()) {
        present(message);
        if (message.tone != Tone::Bad)
            m_noteTimer.start();
    } else if (!m_waiting || m_waiting->tone != Tone::Bad || message.tone == Tone::Bad) {
        m_waiting = message;
    }
}

void MessageBar::ask(const QString &question, std::vector<Choice> choices)
{
    clearChoices();
    for (Choice &choice : choices) {
        auto *button = new Button(m_host, Button::Kind::Secondary, choice.text, this);
        button->setObjectName(choice.name);
        connect(button, &Button::clicked, this, [this, chosen = std::move(choice.chosen)] {
            const auto call = chosen; // clearing deletes the button that holds it
            clearChoices();
            hide();
            Q_EMIT resized();
            call();
            sayWhatWaits();
        });
        m_buttons->addWidget(button, 0, Qt::AlignVCenter);
        button->show(); // at once: one that is shown later would take the focus then
        m_choices.push_back(button);
    }
    present({Tone::Accent, question, {}});
    if (!m_choices.empty())
        m_choices.front()->setFocus(Qt::OtherFocusReason);
}

void MessageBar::rephrase(const QString &question)
{
    m_title->setText(question);
    setAccessibleName(text());
}

void MessageBar::dismiss()
{
    clearChoices();
    hide();
    Q_EMIT resized();
    sayWhatWaits();
}

void MessageBar::setHeldBack(bool heldBack)
{
    if (isAsking()) {
        setVisible(!heldBack);
        Q_EMIT resized();
    } else if (heldBack) {
        dismiss();
    }
}

QString MessageBar::text() const
{
    return m_lines->text().isEmpty() ? m_title->text() : m_title->text() + QLatin1Char('\n') + m_lines->text();
}

void MessageBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_close->setName(tr("Close"));
    Card::changeEvent(event);
}

void MessageBar::present(const Message &message)
{
    m_noteTimer.stop();
    setTone(message.tone);
    m_title->setText(message.title);
    QStringList shown = message.lines.mid(0, maxLines);
    if (message.lines.size() > maxLines)
        shown << tr("and %n more", nullptr, static_cast<int>(message.lines.size() - maxLines));
    m_lines->setText(shown.join(QLatin1Char('\n')));
    m_lines->setVisible(!shown.isEmpty());
    setAccessibleName(text());
    layout()->activate();
    show();
    Q_EMIT resized();
}

void MessageBar::sayWhatWaits()
{
    if (m_waiting && !isAsking())
        say(*std::exchange(m_waiting, std::nullopt));
}

void MessageBar::clearChoices()
{
    for (Button *button : m_choices)
        button->deleteLater(); // it may be the one that was just pressed
    for (Button *button : m_choices)
        button->hide();
    m_choices.clear();
}

} // namespace sessionarium::ui::window
