// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/actionmenu.h"

#include <QMenu>

namespace sessionarium::ui::inspector {

namespace {

/// A text for a menu, in which "&" would underline the next letter.
QString plain(QString text)
{
    return text.replace(QLatin1Char('&'), QLatin1String("&&"));
}

void explain(QAction &action, const QString &reason)
{
    action.setEnabled(reason.isEmpty());
    if (!reason.isEmpty())
        action.setToolTip(reason);
}

} // namespace

void fillActionMenu(QMenu &menu, const QString &title, const std::vector<PossibleAction> &actions,
                    const QString &notNow, const ActionTaker &taker)
{
    for (QMenu *old : menu.findChildren<QMenu *>(QString(), Qt::FindDirectChildrenOnly))
        old->deleteLater();
    menu.clear();
    menu.setToolTipsVisible(true);
    if (!title.isEmpty()) {
        menu.addAction(plain(title))->setEnabled(false);
        menu.addSeparator();
    }
    for (const PossibleAction &possible : actions) {
        const QString reason = notNow.isEmpty() ? reasonText(possible.whyNot) : notNow;
        QAction *action = nullptr;
        if (possible.asks == PossibleAction::Asks::Choice && reason.isEmpty()) {
            auto *choices = new QMenu(plain(possible.text), &menu);
            fillChoiceMenu(*choices, possible, taker);
            action = menu.addMenu(choices);
        } else {
            action = menu.addAction(plain(possible.text));
        }
        action->setObjectName(QStringLiteral("menu-") + possible.id);
        explain(*action, reason);
        if (possible.asks == PossibleAction::Asks::Nothing)
            QObject::connect(action, &QAction::triggered, &menu,
                             [take = taker.take, deed = possible.deed] { take(deed); });
        else if (possible.asks == PossibleAction::Asks::Sides)
            QObject::connect(action, &QAction::triggered, &menu, [ask = taker.askSides] { ask(); });
    }
}

void fillChoiceMenu(QMenu &menu, const PossibleAction &action, const ActionTaker &taker)
{
    menu.clear();
    menu.setToolTipsVisible(true);
    menu.setObjectName(QStringLiteral("choices-") + action.id);
    for (std::size_t i = 0; i < action.choices.size(); ++i) {
        const Choice &choice = action.choices[i];
        QAction *item = menu.addAction(plain(choice.text));
        item->setObjectName(QStringLiteral("choice-%1").arg(i));
        explain(*item, reasonText(choice.whyNot));
        item->setCheckable(choice.isNow);
        item->setChecked(choice.isNow);
        QObject::connect(item, &QAction::triggered, &menu, [take = taker.take, deed = choice.deed] { take(deed); });
    }
}

} // namespace sessionarium::ui::inspector
