// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/themehost.h"

#include <QDialog>

#include <vector>

class QGridLayout;

namespace sessionarium::ui::widgets {
class Button;
class TextLabel;
}

namespace sessionarium::ui::window {

/// The keys on one page, and how to begin.
class HelpDialog : public QDialog
{
    Q_OBJECT

public:
    explicit HelpDialog(theme::ThemeHost &host, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    theme::ThemeHost &m_host;
    widgets::TextLabel *m_heading;
    widgets::TextLabel *m_intro;
    QGridLayout *m_grid;
    std::vector<widgets::TextLabel *> m_cells;
    widgets::Button *m_close;
};

} // namespace sessionarium::ui::window
