// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/keyboard.h"

#include "ui/inspector/inspectorpanel.h"
#include "ui/inspector/whypanel.h"
#include "ui/lesson/lessonpanel.h"
#include "ui/stage/stageview.h"
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

QWidget *firstWithFocusPolicy(QWidget &region)
{
    if (region.focusPolicy() != Qt::NoFocus)
        return &region;
    for (QWidget *child : region.findChildren<QWidget *>()) {
        if (child->isVisible() && child->isEnabled() && (child->focusPolicy() & Qt::TabFocus))
            return child;
    }
    return nullptr;
}

} // namespace

Keyboard::Keyboard(QWidget &window, QWidget &top, WorkPage &page, const document::Document &document,
                   playback::PlaybackController &playback)
    : m_window(window),
      m_page(page),
      m_document(document),
      m_playback(playback),
      m_regions {&top,
                 &page.lessonPanel(),
                 &page.stage(),
                 &page.transport(),
                 &page.bottomPanel().lanes(),
                 &page.inspector(),
                 &page.why()}
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
    return isEaten(key->key(), button) && handle(*key);
}

bool Keyboard::handle(const QKeyEvent &event)
{
    if (!m_page.isVisible() || !m_document.isOpen())
        return false;
    const bool control = event.modifiers().testFlag(Qt::ControlModifier);
    switch (event.key()) {
    case Qt::Key_Space:
        m_playback.togglePlaying();
        return true;
    case Qt::Key_Left:
        control ? m_playback.requestBack() : m_playback.hopBack();
        return true;
    case Qt::Key_Right:
        control ? m_playback.requestForward() : m_playback.hopForward();
        return true;
    case Qt::Key_PageUp:
        m_playback.previousStep();
        return true;
    case Qt::Key_PageDown:
        if (m_playback.isAtGate())
            m_page.lessonPanel().pressShowMe();
        else
            m_playback.nextStep();
        return true;
    case Qt::Key_Home:
        m_playback.toStart();
        return true;
    case Qt::Key_End:
        m_playback.toEnd();
        return true;
    case Qt::Key_Escape:
        return m_page.escape();
    case Qt::Key_F6:
        focusNextRegion();
        return true;
    default:
        return isDigit(event.key()) && !control && handleDigit(event.key() - Qt::Key_1);
    }
}

bool Keyboard::handleDigit(int digit)
{
    return m_page.lessonPanel().choose(static_cast<std::size_t>(digit));
}

void Keyboard::focusNextRegion()
{
    const QWidget *focus = m_window.focusWidget();
    std::size_t current = m_regions.size() - 1;
    for (std::size_t i = 0; i < m_regions.size(); ++i) {
        if (focus && (m_regions[i] == focus || m_regions[i]->isAncestorOf(focus)))
            current = i;
    }
    for (std::size_t n = 1; n <= m_regions.size(); ++n) {
        QWidget &region = *m_regions[(current + n) % m_regions.size()];
        QWidget *target = region.isVisible() ? firstWithFocusPolicy(region) : nullptr;
        if (target) {
            target->setFocus(Qt::ShortcutFocusReason);
            return;
        }
    }
}

} // namespace sessionarium::ui::window
