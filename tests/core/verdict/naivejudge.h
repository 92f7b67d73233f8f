// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/timeline.h"
#include "core/verdict/verdict.h"

#include <vector>

namespace sessionarium::tests::dictated {

/// The definitions of semantics §3 and §4 as sets, built anew for every answer: slow, and easy to read against the
/// page. In order of finishing; without latency and slowness.
[[nodiscard]] std::vector<verdict::Verdict> judgeNaively(const timeline::Timeline &timeline);

} // namespace sessionarium::tests::dictated
