// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/spec.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sessionarium::scenario {

/// The clients that a crowd consists of: ids `id-1` …, names with that number behind them, one address for all or
/// successive ones. Requires: a crowd that was read from a file, or that fits the bounds of one.
[[nodiscard]] std::vector<model::ClientSpec> clientsOf(const model::CrowdSpec &crowd);

/// The number that a dotted quad stands for; nothing for any other text.
[[nodiscard]] std::optional<std::uint32_t> ipv4Number(std::string_view address);

} // namespace sessionarium::scenario
