// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/spec.h"

#include <QString>

namespace sessionarium::ui::text {

/// What somebody does, as its button says it: "다운시키기" / "Crash".
[[nodiscard]] QString actionName(model::ActionKind verb);
/// The same, where the action itself says more: which of the cookies is deleted.
[[nodiscard]] QString actionName(const model::Action &action);

/// That it was done, as a sentence; `who` is the name of whom it is done by or to.
[[nodiscard]] QString actionSentence(model::ActionKind verb, const QString &who);

} // namespace sessionarium::ui::text
