// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lesson/predictioncontent.h"
#include "ui/theme/themehost.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/textlabel.h"

#include <vector>

class QVBoxLayout;

namespace sessionarium::ui::lesson {

/// The question of a step: options to choose from, later the guess beside the outcome. Lays out the options as buttons
/// with the digit that chooses them.
class PredictionCard : public widgets::Card
{
    Q_OBJECT

public:
    explicit PredictionCard(theme::ThemeHost &host, QWidget *parent = nullptr);

    void setContent(const PredictionContent &content);
    /// The button of an option, from 0; for tests and for the keyboard. Null: there is no such option.
    [[nodiscard]] widgets::Button *option(std::size_t index) const;

Q_SIGNALS:
    void chosen(std::size_t option);

private:
    void rebuild();

    theme::ThemeHost &m_host;
    QVBoxLayout *m_layout;
    widgets::TextLabel *m_heading;
    widgets::TextLabel *m_question;
    widgets::TextLabel *m_runs; // shown where the guess was about another run than the one that is played
    std::vector<widgets::Button *> m_options;
    std::vector<widgets::TextLabel *> m_votes; // below each option
    std::vector<widgets::TextLabel *> m_debriefs; // one below each option, and one at the end
    PredictionContent m_content;
};

} // namespace sessionarium::ui::lesson
