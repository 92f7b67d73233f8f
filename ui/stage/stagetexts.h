// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/simtime.h"
#include "core/timeline/worldstate.h"

#include <QString>

namespace sessionarium::ui::stage {

/// The names that stage and lanes show, in the language of the reader. Made by the window from ui/text; must outlive
/// the views it is given to. After a change of language the views are told by QEvent::LanguageChange.
class StageTexts
{
public:
    virtual ~StageTexts() = default;

    /// "민지", "Server 3", "Balancer".
    [[nodiscard]] virtual QString entityName(model::EntityId entity) const = 0;
    /// One or two letters for an avatar or a narrow lane: "민", "M", "S1".
    [[nodiscard]] virtual QString entityInitial(model::EntityId entity) const = 0;
    /// "A1".
    [[nodiscard]] virtual QString sessionLabel(const timeline::SessionInfo &session) const = 0;
    /// What stands below the balancer's name: "round robin", "cookie pin".
    [[nodiscard]] virtual QString balancerCaption() const = 0;
    /// "2.0 s", "500 ms".
    [[nodiscard]] virtual QString duration(model::Duration span) const = 0;
    /// "00:12.400".
    [[nodiscard]] virtual QString instant(model::SimTime at) const = 0;
};

} // namespace sessionarium::ui::stage
