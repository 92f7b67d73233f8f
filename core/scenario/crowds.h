// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace sessionarium::scenario {

/// The number that a dotted quad stands for; nothing for any other text.
[[nodiscard]] std::optional<std::uint32_t> ipv4Number(std::string_view address);

} // namespace sessionarium::scenario
