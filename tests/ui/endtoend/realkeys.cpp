// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/endtoend/realkeys.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QTest>
#include <QWindow>

namespace sessionarium::tests {

namespace {

void settle()
{
    constexpr int rounds = 8;
    for (int i = 0; i < rounds; ++i)
        QCoreApplication::processEvents();
}

} // namespace

void pressKey(QKeyCombination key)
{
    if (QWindow *window = QGuiApplication::focusWindow())
        QTest::keyClick(window, key.key(), key.keyboardModifiers());
    settle();
}

void typeText(const QString &text)
{
    for (const QChar letter : text) {
        if (QWindow *window = QGuiApplication::focusWindow())
            QTest::keyClick(window, letter.toLatin1());
    }
    settle();
}

void pressMenuKey()
{
    if (QWidget *widget = keysGoTo()) {
        const QPoint middle = widget->rect().center();
        QContextMenuEvent event(QContextMenuEvent::Keyboard, middle, widget->mapToGlobal(middle));
        QCoreApplication::sendEvent(widget, &event);
    }
    settle();
}

QWidget *keysGoTo()
{
    if (QWidget *popup = QApplication::activePopupWidget())
        return popup->focusWidget() ? popup->focusWidget() : popup;
    return QApplication::focusWidget();
}

} // namespace sessionarium::tests
