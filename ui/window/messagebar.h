// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/themehost.h"
#include "ui/widgets/card.h"

#include <QStringList>
#include <QTimer>

#include <functional>
#include <optional>
#include <vector>

class QHBoxLayout;

namespace sessionarium::ui::widgets {
class Button;
class IconButton;
class TextLabel;
}

namespace sessionarium::ui::window {

/// Says what went wrong, or asks, without a dialog: work can go on beside it. One message at a time; the newest counts,
/// but a question stands until it is answered or closed, and what is to be said meanwhile waits behind it.
class MessageBar : public widgets::Card
{
    Q_OBJECT

public:
    struct Choice
    {
        QString name; ///< Of the object, for tests.
        QString text;
        std::function<void()> chosen;
    };

    explicit MessageBar(theme::ThemeHost &host, QWidget *parent = nullptr);

    /// A title and lines below it; beyond `maxLines` they are counted.
    void showProblem(const QString &title, const QStringList &lines);
    /// Goes by itself after some seconds.
    void showNote(const QString &text);
    /// Stays until a choice is made, it is closed, which chooses nothing, or another question takes its place.
    void ask(const QString &question, std::vector<Choice> choices);
    /// Other words for the question that stands there; its buttons and the focus stay.
    void rephrase(const QString &question);
    /// What waits behind a question is said then.
    void dismiss();
    /// Nothing is to stand before what a class looks at: a question that stands is asked again afterwards; what was
    /// said is gone. A new question comes all the same.
    void setHeldBack(bool heldBack);
    [[nodiscard]] bool isAsking() const { return !m_choices.empty(); }
    [[nodiscard]] QString text() const;

    static constexpr int maxLines = 6;

Q_SIGNALS:
    /// It appeared, went or changed its height.
    void resized();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Message
    {
        Tone tone;
        QString title;
        QStringList lines;
    };
    void say(const Message &message);
    void present(const Message &message);
    void clearChoices();
    void sayWhatWaits();

    theme::ThemeHost &m_host;
    widgets::TextLabel *m_title;
    widgets::TextLabel *m_lines;
    QHBoxLayout *m_buttons;
    std::vector<widgets::Button *> m_choices;
    widgets::IconButton *m_close;
    QTimer m_noteTimer;
    std::optional<Message> m_waiting; // behind a question; a problem does not make room for a note
};

} // namespace sessionarium::ui::window
