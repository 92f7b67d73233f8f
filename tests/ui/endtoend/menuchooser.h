// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/endtoend/realkeys.h"

#include <QObject>
#include <QThread>
#include <QTimer>

#include <array>
#include <random>

namespace sessionarium::tests {

/// Menus of Qt's own text fields wait in an event loop of their own, in which the monkey is not: somebody has to
/// choose.
class MenuChooser : public QObject
{
public:
    explicit MenuChooser(quint32 seed) : m_random(seed)
    {
        constexpr int everyMs = 5;
        m_timer.setInterval(everyMs);
        connect(&m_timer, &QTimer::timeout, this, &MenuChooser::choose);
        m_timer.start();
    }

private:
    void choose()
    {
        if (QThread::currentThread()->loopLevel() == 0)
            return;
        constexpr std::array keys {Qt::Key_Down, Qt::Key_Down, Qt::Key_Up, Qt::Key_Return, Qt::Key_Escape};
        strikeKey(keys[m_random() % keys.size()]);
    }

    std::mt19937 m_random;
    QTimer m_timer;
};

} // namespace sessionarium::tests
