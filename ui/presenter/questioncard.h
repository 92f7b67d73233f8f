// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lesson/predictioncontent.h"
#include "ui/theme/themehost.h"
#include "ui/widgets/card.h"

#include <vector>

class QGridLayout;
class QVBoxLayout;

namespace sessionarium::ui::widgets {
class Button;
class TextLabel;
}

namespace sessionarium::ui::presenter {

/// The question as a class sees it: answers side by side with the digits that choose them; afterwards which one was
/// right, and below each other one why it is not.
class QuestionCard : public widgets::Card
{
    Q_OBJECT

public:
    explicit QuestionCard(theme::ThemeHost &host, QWidget *parent = nullptr);

    void setContent(const lesson::PredictionContent &content);

Q_SIGNALS:
    void chosen(std::size_t option);
    /// Close the vote and run.
    void closeRequested();

private:
    void rebuild();

    struct Answer
    {
        widgets::Button *button;
        widgets::TextLabel *votes;
        widgets::TextLabel *debrief;
    };

    theme::ThemeHost &m_host;
    QVBoxLayout *m_layout;
    QGridLayout *m_grid;
    widgets::TextLabel *m_question;
    widgets::TextLabel *m_none;
    widgets::TextLabel *m_runs;
    widgets::TextLabel *m_handsUp;
    widgets::Button *m_close;
    std::vector<Answer> m_answers;
    lesson::PredictionContent m_content;
};

} // namespace sessionarium::ui::presenter
