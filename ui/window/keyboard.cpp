// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/keyboard.h"

#include "ui/branches/branchespanel.h"
#include "ui/events/eventstable.h"
#include "ui/events/eventsview.h"
#include "ui/inspector/inspectorpanel.h"
#include "ui/inspector/whypanel.h"
#include "ui/lesson/lessonpanel.h"
#include "ui/stage/stageview.h"
#include "ui/timelineview/lanespanel.h"
#include "ui/timelineview/lanesview.h"
#include "ui/window/bottompanel.h"
#include "ui/window/transportbar.h"
#include "ui/window/workpage.h"

#include <QAbstractButton>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>

namespace sessionarium::ui::window {

namespace {

bool isDigit(int key)
{
    return key >= Qt::Key_1 && key <= Qt::Key_9;
}

/// What an ordinary button or scroll area would take for itself.
bool isEaten(int key, bool byButton)
{
    if (key == Qt::Key_PageUp || key == Qt::Key_PageDown || isDigit(key))
        return true;
    const bool moves = key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Home || key == Qt::Key_End;
    return byButton && moves;
}

/// A table that the keyboard came to on purpose keeps the keys that move in it.
bool isOfTable(const QWidget &widget, const QKeyEvent &key)
{
    const auto *table = qobject_cast<const events::EventsTable *>(&widget);
    return table && !isDigit(key.key())
        && (table->ownsPageKeys() || (key.modifiers() & (Qt::ControlModifier | Qt::ShiftModifier)));
}

/// The first that Tab would go to, too.
QWidget *firstForKeys(QWidget &region)
{
    const auto takesKeys = [](const QWidget &widget) {
        return widget.isVisible() && widget.isEnabled() && (widget.focusPolicy() & Qt::TabFocus);
    };
    if (takesKeys(region))
        return &region;
    for (QWidget *child : region.findChildren<QWidget *>()) {
        if (takesKeys(*child))
            return child;
    }
    return nullptr;
}

} // namespace

Keyboard::Keyboard(QWidget &window, QWidget &top, WorkPage &page, const document::Document &document,
                   const commands::CommandList &commands)
    : m_window(window), m_top(top), m_page(page), m_document(document), m_commands(commands)
{
    qApp->installEventFilter(this);
}

Keyboard::~Keyboard()
{
    qApp->removeEventFilter(this);
}

bool Keyboard::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || !m_page.isVisible())
        return false;
    auto *widget = qobject_cast<QWidget *>(watched);
    if (!widget || widget != m_window.focusWidget() || qobject_cast<QLineEdit *>(widget))
        return false;
    const auto *key = static_cast<const QKeyEvent *>(event);
    const bool button = qobject_cast<QAbstractButton *>(widget) != nullptr;
    return isEaten(key->key(), button) && !isOfTable(*widget, *key) && handle(*key);
}

bool Keyboard::handle(const QKeyEvent &event)
{
    if (!m_page.isVisible() || !m_document.isOpen())
        return false;
    if (event.key() == Qt::Key_Escape)
        return m_page.escape();
    if (m_commands.press(event.keyCombination()))
        return true;
    // Ctrl with a digit counts hands in presenter mode; here it is nothing.
    const bool control = event.modifiers().testFlag(Qt::ControlModifier);
    return isDigit(event.key()) && !control && handleDigit(event.key() - Qt::Key_1);
}

bool Keyboard::handleDigit(int digit)
{
    return m_page.lessonPanel().choose(static_cast<std::size_t>(digit));
}

std::vector<QWidget *> Keyboard::regions() const
{
    QWidget *below = m_page.bottomPanel().currentWidget();
    if (below == &m_page.events())
        below = &m_page.events().table(); // past its filters
    else if (below == &m_page.bottomPanel().lanesPanel())
        below = &m_page.bottomPanel().lanes();
    return {&m_top, &m_page.lessonPanel(), &m_page.stage(), &m_page.transport(), &m_page.branches(),
            below,  &m_page.inspector(),   &m_page.why()};
}

void Keyboard::focusNextRegion(int direction)
{
    const QWidget *focus = m_window.focusWidget();
    const std::vector<QWidget *> all = regions();
    const int count = static_cast<int>(all.size());
    int current = direction > 0 ? count - 1 : 0;
    for (int i = 0; i < count; ++i) {
        const QWidget *region = all[static_cast<std::size_t>(i)];
        if (focus && (region == focus || region->isAncestorOf(focus)))
            current = i;
    }
    for (int n = 1; n <= count; ++n) {
        const int next = (current + direction * n + count * n) % count;
        QWidget &region = *all[static_cast<std::size_t>(next)];
        QWidget *target = region.isVisible() ? firstForKeys(region) : nullptr;
        if (target) {
            target->setFocus(Qt::ShortcutFocusReason);
            return;
        }
    }
}

} // namespace sessionarium::ui::window
