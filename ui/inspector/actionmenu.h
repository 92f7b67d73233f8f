// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inspector/possibleactions.h"

#include <functional>

class QMenu;

namespace sessionarium::ui::inspector {

/// Who carries out what is chosen in a menu.
struct ActionTaker
{
    std::function<void(const Deed &)> take;
    std::function<void()> askSides; ///< For PossibleAction::Asks::Sides.
};

/// Fills a context menu: a title that cannot be chosen, then the actions, those that ask for a choice with a menu of
/// their own. What is impossible says why in its tool tip. `notNow`: none can be chosen, for this reason; empty: they
/// can.
void fillActionMenu(QMenu &menu, const QString &title, const std::vector<PossibleAction> &actions,
                    const QString &notNow, const ActionTaker &taker);

/// Fills a menu with the choices of one action.
void fillChoiceMenu(QMenu &menu, const PossibleAction &action, const ActionTaker &taker);

} // namespace sessionarium::ui::inspector
