// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inspector/possibleactions.h"

#include <QMenu>

#include <functional>

namespace sessionarium::ui::window {

/// Fills a context menu: a title that cannot be chosen, then the actions; each calls `chosen`. `allowed` false: all are
/// shown and none can be chosen.
void fillEntityMenu(QMenu &menu, const QString &title, const std::vector<inspector::PossibleAction> &actions,
                    bool allowed, const std::function<void(const model::Action &)> &chosen);

} // namespace sessionarium::ui::window
