// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/recordsink.h"

#include <cstdint>

namespace sessionarium::tests::bench {

/// A long run without an engine, so that only the sink is measured: `clients` log in, then read in turn, ten records a
/// request, at eight servers. The records can be folded, written and read back like any others.
void writeSyntheticRun(std::uint32_t records, std::uint32_t clients, timeline::RecordSink &sink);

} // namespace sessionarium::tests::bench
