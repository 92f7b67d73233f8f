// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/entitymenu.h"

namespace sessionarium::ui::window {

void fillEntityMenu(QMenu &menu, const QString &title, const std::vector<inspector::PossibleAction> &actions,
                    bool allowed, const std::function<void(const model::Action &)> &chosen)
{
    menu.clear();
    if (!title.isEmpty()) {
        menu.addAction(title)->setEnabled(false);
        menu.addSeparator();
    }
    for (const inspector::PossibleAction &possible : actions) {
        QAction *action = menu.addAction(possible.text);
        action->setObjectName(QStringLiteral("menu-%1").arg(static_cast<int>(possible.action.verb)));
        action->setEnabled(allowed && possible.enabled);
        QObject::connect(action, &QAction::triggered, &menu, [chosen, what = possible.action] { chosen(what); });
    }
}

} // namespace sessionarium::ui::window
