// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/jsonl.h"
#include "core/verdict/judge.h"

namespace sessionarium::report {

/// Events as CSV (RFC 4180, CRLF, header; the columns of semantics §11). `bom`: begin with a UTF-8 byte order mark, for
/// spreadsheets. False: the sink failed.
[[nodiscard]] bool writeCsv(const timeline::Timeline &timeline, const verdict::Verdicts &verdicts, bool bom,
                            const ByteSink &out);

} // namespace sessionarium::report
