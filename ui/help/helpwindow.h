// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/commands/commandlist.h"
#include "ui/help/helpcontent.h"
#include "ui/text/language.h"
#include "ui/theme/themehost.h"

#include <QDialog>

#include <vector>

class QLineEdit;
class QTextBrowser;

namespace sessionarium::ui::widgets {
class Button;
class SegmentedControl;
}

namespace sessionarium::ui::help {

/// Keys, glossary, what is modelled, version and licences; searched as a whole. Stands beside the window while work
/// goes on; Esc closes it. All text can be selected.
class HelpWindow : public QDialog
{
    Q_OBJECT

public:
    /// All must outlive this.
    HelpWindow(theme::ThemeHost &host, const text::Translator &translator, const commands::CommandList &commands,
               QWidget *parent = nullptr);

    /// Shows a page by its id; what was searched for is cleared. No effect if there is none.
    void showPage(const QString &id);
    /// The page that is shown; empty: what was found.
    [[nodiscard]] QString page() const;
    /// All that can be read of it.
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    /// It was closed; for who remembers its size.
    void closed();

protected:
    void changeEvent(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void retranslate();
    void refresh();

    theme::ThemeHost &m_host;
    const text::Translator &m_translator;
    const commands::CommandList &m_commands;
    std::vector<HelpPage> m_pages;
    QString m_page; // shown while nothing is searched for
    QLineEdit *m_query;
    widgets::SegmentedControl *m_tabs;
    QTextBrowser *m_text;
    widgets::Button *m_close;
};

} // namespace sessionarium::ui::help
