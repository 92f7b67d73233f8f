// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/jsonl.h"
#include "core/verdict/judge.h"

#include <functional>
#include <string_view>

namespace sessionarium::report {

/// The columns (semantics §11).
inline constexpr std::string_view csvHeader =
    "id,at_us,cause,entity,request,client,kind,message,peer,session,attribute,write,base,status,reason,size_bytes,"
    "transit_us,outcome,broken";

/// Events as CSV (RFC 4180, CRLF, header; the columns of semantics §11). `bom`: begin with a UTF-8 byte order mark, for
/// spreadsheets. False: the sink failed.
///
/// A table for people: what fits no column is left out (JSON Lines has everything). A field stands in the column of its
/// name; every other entity that it names (`to`, `server`, `from`, `member`, `other`, `primary`, `store`, `replica_of`)
/// under peer, `shown` under write, `health` under reason, a session id that a cookie or an answer sets, or that a
/// session has from now on, under session. `client` is the client of the request; `outcome` and `broken` (guarantees,
/// joined by a space) stand in the record that finished a request.
[[nodiscard]] bool writeCsv(const timeline::Timeline &timeline, const verdict::Verdicts &verdicts, bool bom,
                            const ByteSink &out);

/// Whether a record becomes a row; asked for all of them in order.
using RowChoice = std::function<bool(model::RecordId)>;
/// The same rows, but only those that are chosen.
[[nodiscard]] bool writeCsv(const timeline::Timeline &timeline, const verdict::Verdicts &verdicts, bool bom,
                            const RowChoice &isRow, const ByteSink &out);

} // namespace sessionarium::report
