// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/scenario.h"
#include "core/timeline/worldstate.h"
#include "ui/text/names.h"

#include <QString>

#include <optional>
#include <variant>
#include <vector>

namespace sessionarium::ui::inspector {

/// What a person decided to do: an action at the playhead, or the same actions again under another value.
using Deed = std::variant<model::Action, scenario::RunChange>;

/// One of several ways to do something: to whom, from whom, how much.
struct Choice
{
    Deed deed; ///< An action is without id and time.
    QString text; ///< "Junho", "Server 2 …", in the language in use.
    const char *whyNot = nullptr; ///< See PossibleAction.
    bool isNow = false; ///< So it is at this moment.
};

/// Something that a person may do to an entity now. Context menus, the inspector's buttons and the commands are made
/// from these.
struct PossibleAction
{
    /// Whom it is done to or by; what is chosen first.
    enum class Asks {
        Nothing, ///< `choices` is empty: it is `deed`.
        Choice, ///< One of `choices`.
        Sides ///< Who stands on either side of a cut: see SidesDialog.
    };

    QString id; ///< idOf() its kind; "weight", "policy", "pinCookie", "sides" for what differs. Each once in a list.
    Deed deed;
    QString text; ///< "Crash" …, in the language in use.
    /// Why it would do nothing at this moment, as words of the commands (commands::CommandList::words); null: it is
    /// possible.
    const char *whyNot = nullptr;
    bool dangerous = false; ///< Destroys something.
    bool everyday = true; ///< False: stands behind "more" where there are many.
    Asks asks = Asks::Nothing;
    std::vector<Choice> choices;

    [[nodiscard]] bool isPossible() const { return whyNot == nullptr; }
};

/// More choices than these are not offered: nobody reads a longer menu.
inline constexpr std::size_t mostChoices = 20;

/// In the order of the menu. None, or the balancer: what concerns the whole place. `scenario`: with the values that are
/// played.
[[nodiscard]] std::vector<PossibleAction> possibleActions(const scenario::Scenario &scenario, const text::Names &names,
                                                          const timeline::WorldState &state, model::EntityId entity);

/// The id of the ordinary action of that kind.
[[nodiscard]] QString idOf(model::ActionKind verb);

/// The one of that id; null: there is none.
[[nodiscard]] const PossibleAction *findAction(const std::vector<PossibleAction> &actions, const QString &id);

/// A reason of `whyNot` in the language in use.
[[nodiscard]] QString reasonText(const char *whyNot);

} // namespace sessionarium::ui::inspector
