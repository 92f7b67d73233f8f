// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lesson/votes.h"
#include "ui/theme/themehost.h"

#include <QWidget>

#include <cstddef>
#include <vector>

class QVBoxLayout;

namespace sessionarium::ui::widgets {
class Button;
class TextLabel;
}

namespace sessionarium::ui::lesson {

/// Where a teacher enters the hands that were raised for each answer; folded into one line until somebody wants to.
class VoteCounter : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive this.
    VoteCounter(theme::ThemeHost &host, Votes &votes, QWidget *parent = nullptr);

    /// The question whose hands are counted.
    void setQuestion(std::size_t step, std::size_t options);

protected:
    void changeEvent(QEvent *event) override;

private:
    void rebuild();
    void refresh();

    struct Row
    {
        QWidget *box;
        widgets::TextLabel *digit;
        widgets::Button *fewer;
        widgets::TextLabel *hands;
        widgets::Button *more;
    };

    theme::ThemeHost &m_host;
    Votes &m_votes;
    std::size_t m_step = 0;
    std::size_t m_options = 0;
    bool m_open = false;
    QVBoxLayout *m_layout;
    widgets::Button *m_toggle;
    widgets::TextLabel *m_heading;
    QVBoxLayout *m_list;
    std::vector<Row> m_rows;
    widgets::Button *m_again;
};

} // namespace sessionarium::ui::lesson
