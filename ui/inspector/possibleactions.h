// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/worldstate.h"
#include "ui/text/names.h"

#include <QString>

#include <vector>

namespace sessionarium::ui::inspector {

/// Something that a person may do to an entity now. Context menus and the inspector's buttons are made from these.
struct PossibleAction
{
    model::Action action; ///< Without id and time.
    QString text; ///< "Crash" …, in the language in use.
    bool enabled = true; ///< False: it would do nothing at this moment.
    bool dangerous = false; ///< Breaks something.
    bool everyday = true; ///< False: stands behind "more" where there are many.
};

/// In the order of the menu. None, or the balancer: what concerns the whole place.
[[nodiscard]] std::vector<PossibleAction> possibleActions(const text::Names &names, const timeline::WorldState &state,
                                                          model::EntityId entity);

} // namespace sessionarium::ui::inspector
