// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/endtoend/realkeys.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QPointer>
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

/// An open menu has the keyboard for itself.
QWindow *windowOfKeys()
{
    const QWidget *popup = QApplication::activePopupWidget();
    if (popup && popup->windowHandle())
        return popup->windowHandle();
    if (QWindow *window = QGuiApplication::focusWindow())
        return window;
    const QWidget *dialog = QApplication::activeModalWidget();
    return dialog ? dialog->windowHandle() : nullptr;
}

} // namespace

void strikeKey(QKeyCombination key)
{
    // Not by QTest::keyClick, which lets other events come in between, and goes on with a window that they ended.
    const QPointer<QWindow> window = windowOfKeys();
    const bool isLetter = key.key() < Qt::Key_Escape && !(key.keyboardModifiers() & ~Qt::ShiftModifier);
    const QChar letter(static_cast<char16_t>(key.key()));
    const QString text =
        isLetter ? QString(key.keyboardModifiers() & Qt::ShiftModifier ? letter : letter.toLower()) : QString();
    for (const QEvent::Type type : {QEvent::KeyPress, QEvent::KeyRelease}) {
        if (window)
            qt_handleKeyEvent(window, type, key.key(), key.keyboardModifiers(), text, false, 1);
    }
}

void pressKey(QKeyCombination key)
{
    strikeKey(key);
    settle();
}

void typeText(const QString &text)
{
    for (const QChar letter : text) {
        const char latin = letter.toLatin1();
        const auto key = static_cast<Qt::Key>(letter.toUpper().unicode());
        strikeKey(latin >= 'A' && latin <= 'Z' ? Qt::SHIFT | key : QKeyCombination(key));
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
