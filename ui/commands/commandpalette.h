// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/commands/commandlist.h"
#include "ui/theme/themehost.h"
#include "ui/widgets/card.h"

#include <QPointer>

class QLineEdit;
class QListView;
class QStandardItemModel;

namespace sessionarium::ui::widgets {
class TextLabel;
}

namespace sessionarium::ui::commands {

/// All commands, found by typing in either language: arrows choose, Enter does it, Esc leaves. Lies over its parent;
/// the focus comes back to where it was.
class CommandPalette : public widgets::Card
{
    Q_OBJECT

public:
    /// Both must outlive this.
    CommandPalette(theme::ThemeHost &host, const CommandList &commands, QWidget *parent);

    void open();
    void close();
    /// Its place over the parent, whose size changed.
    void place();

    /// The ids that are listed now, best first; for tests.
    [[nodiscard]] QStringList listed() const;
    [[nodiscard]] QString currentId() const;

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void retranslate();
    void filter(const QString &query);
    void step(int rows);
    void runCurrent();
    void describe();

    theme::ThemeHost &m_host;
    const CommandList &m_commands;
    QLineEdit *m_query;
    QListView *m_list;
    QStandardItemModel *m_model;
    widgets::TextLabel *m_nothing;
    QPointer<QWidget> m_focusBefore;
};

} // namespace sessionarium::ui::commands
