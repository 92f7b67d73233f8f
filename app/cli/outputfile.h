// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/problem.h"
#include "core/report/jsonl.h"

#include <functional>
#include <optional>
#include <string>

namespace sessionarium::app::cli {

/// Produces the bytes of a file; false: the sink failed.
using Producer = std::function<bool(const report::ByteSink &sink)>;

/// Writes a file whole or not at all: beside its place first, then renamed. What is no regular file (a device, a pipe)
/// is written directly. Nothing if it went well, else a WriteFailed.
[[nodiscard]] std::optional<model::Problem> writeFile(const std::string &path, const Producer &produce);

} // namespace sessionarium::app::cli
