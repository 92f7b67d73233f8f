// SPDX-License-Identifier: GPL-3.0-or-later
// The part of MainWindow that goes into presenter mode, and back to how everything was.
#include "ui/presenter/presenterview.h"
#include "ui/window/mainwindow.h"
#include "ui/window/messagebar.h"
#include "ui/window/topbar.h"
#include "ui/window/workpage.h"

#include <QStackedWidget>

namespace sessionarium::ui::window {

bool MainWindow::isPresenting() const
{
    return m_pages->currentWidget() == m_presenter;
}

void MainWindow::togglePresenting()
{
    setPresenting(!isPresenting());
}

void MainWindow::setPresenting(bool presenting, bool fullScreen)
{
    if (presenting == isPresenting() || (presenting && !m_document.isOpen()))
        return;
    if (presenting) {
        m_statesBeforePresenting = windowState();
        m_focusBeforePresenting = focusWidget();
        m_messages->setHeldBack(true);
        m_topBar->hide();
        m_pages->setCurrentWidget(m_presenter);
        m_presenter->setFocus(Qt::OtherFocusReason);
        if (fullScreen)
            setWindowState(windowState() | Qt::WindowFullScreen);
        m_commands.refresh();
        return;
    }
    m_topBar->show();
    m_messages->setHeldBack(false);
    setWindowState(m_statesBeforePresenting);
    showRun();
    if (m_focusBeforePresenting && m_work->isAncestorOf(m_focusBeforePresenting))
        m_focusBeforePresenting->setFocus(Qt::OtherFocusReason);
}

} // namespace sessionarium::ui::window
