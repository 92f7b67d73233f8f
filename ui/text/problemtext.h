// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/problem.h"

#include <QString>

namespace sessionarium::ui::text {

/// What is wrong, without the place: "The number 0 is out of range; allowed are 1…1000."
[[nodiscard]] QString problemSentence(const model::Problem &problem);
/// Where: "/servers/2/capacity", "line 3, column 7", both, or empty.
[[nodiscard]] QString problemPlace(const model::Problem &problem);
/// Both in one line: "/servers/2/capacity: The number …".
[[nodiscard]] QString problemLine(const model::Problem &problem);

} // namespace sessionarium::ui::text
