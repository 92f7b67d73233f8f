// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/fact.h"
#include "ui/text/names.h"

#include <QString>

namespace sessionarium::ui::text {

/// What happened, as one sentence. Tooltips, the events table and "Why?" share it.
/// Requires: a record of the names' timeline.
[[nodiscard]] QString recordSentence(const Names &names, model::RecordId id);

/// The kind of a record as a table's cell says it: "요청 보냄" / "Request issued".
[[nodiscard]] QString kindTitle(const model::Fact &fact);

} // namespace sessionarium::ui::text
