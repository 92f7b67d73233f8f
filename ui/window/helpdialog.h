// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/commands/commandlist.h"
#include "ui/theme/themehost.h"

#include <QDialog>

#include <vector>

class QGridLayout;

namespace sessionarium::ui::widgets {
class Button;
class TextLabel;
}

namespace sessionarium::ui::window {

/// How to begin, and the keys of all commands on one page.
class HelpDialog : public QDialog
{
    Q_OBJECT

public:
    /// Both must outlive this.
    HelpDialog(theme::ThemeHost &host, const commands::CommandList &commands, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    theme::ThemeHost &m_host;
    const commands::CommandList &m_commands;
    widgets::TextLabel *m_heading;
    widgets::TextLabel *m_intro;
    QGridLayout *m_grid;
    std::vector<widgets::TextLabel *> m_cells;
    widgets::Button *m_close;
};

} // namespace sessionarium::ui::window
