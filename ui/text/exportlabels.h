// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/exportlabel.h"
#include "core/timeline/timeline.h"
#include "core/verdict/judge.h"
#include "ui/text/language.h"

namespace sessionarium::ui::text {

/// The words in exports of this run. Timeline and verdicts must outlive the function; one thread may call it.
[[nodiscard]] report::LabelFunction exportLabels(const timeline::Timeline &timeline, const verdict::Verdicts &verdicts,
                                                 Language language);

} // namespace sessionarium::ui::text
