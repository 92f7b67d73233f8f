// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/scenario.h"

#include <optional>
#include <string>

namespace sessionarium::app::cli {

/// Reads what a command names: a built-in lesson by its id, else a file. Nothing: refused, and told why on standard
/// error.
[[nodiscard]] std::optional<scenario::Scenario> readScenarioArgument(const std::string &argument);

} // namespace sessionarium::app::cli
