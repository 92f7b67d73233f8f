// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/commands/commandlist.h"
#include "ui/document/document.h"

#include <QObject>

#include <vector>

class QKeyEvent;

namespace sessionarium::ui::window {

class WorkPage;

/// The keys of commands in the working view, wherever the focus is (design §7): digits, arrows, function keys and Ctrl
/// combinations only, since letters do not arrive while a Korean input method is on.
///
/// Keys that a widget with the focus makes no use of come to handle(). Buttons and scroll areas would eat the keys that
/// a presenter's clicker sends, so those are caught before; the keys of the stage, the lanes and the scrub bar stay
/// their own while they have the focus.
class Keyboard : public QObject
{
    Q_OBJECT

public:
    /// All must outlive this. `top`: the first region of the window, before those of the page.
    Keyboard(QWidget &window, QWidget &top, WorkPage &page, const document::Document &document,
             const commands::CommandList &commands);
    ~Keyboard() override;

    /// False: the key means nothing here.
    bool handle(const QKeyEvent &event);

    /// 1: on, -1: back, among the parts that are visible.
    void focusNextRegion(int direction);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool handleDigit(int digit);
    /// The parts of the window that F6 goes round, in their order.
    [[nodiscard]] std::vector<QWidget *> regions() const;

    QWidget &m_window;
    QWidget &m_top;
    WorkPage &m_page;
    const document::Document &m_document;
    const commands::CommandList &m_commands;
};

} // namespace sessionarium::ui::window
