// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/jsonl.h"
#include "core/verdict/judge.h"

namespace sessionarium::report {

/// Chrome Trace Event JSON, for Perfetto and what else reads that format. False: the sink failed.
///
/// One process is the run; each lane is a thread, under the ids of the timeline, so that the bytes depend on no
/// language. Slices (B/E): requests on their client's lane, service on the servers', down times. Slices of one thread
/// never overlap: what runs in parallel stands on further threads of the same lane ("server-1 (2)"), each of which has
/// one slice open at most. Messages: a short slice (X) where one is sent and where it arrives, and a flow (s/f) from
/// the one to the other. Everything else that happened, and every verdict, is an instant.
///
/// Times are microseconds. Things of one instant stand two nanoseconds apart in the order of the records, since readers
/// would nest slices that begin together; what begins or ends a slice of the run has its exact time.
/// Written in order of time, in blocks; needs a bit a record and what is open at the time.
[[nodiscard]] bool writeChromeTrace(const timeline::Timeline &timeline, const verdict::Verdicts &verdicts,
                                    const ByteSink &out);

} // namespace sessionarium::report
