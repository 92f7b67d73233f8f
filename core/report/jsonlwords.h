// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/fact.h"

#include <cstdint>
#include <string_view>

/// What reader and writer of JSON Lines must spell alike.
namespace sessionarium::report {

/// A number of this value stands for "none" and is written `null`, in the fields that know a none …
inline constexpr std::uint32_t noNumber = 0xFFFFFFFFu;
static_assert(noNumber == model::TransitTime::unknown);
/// … which is this one, besides transit times.
inline constexpr std::string_view noneableNumber = "retry_in_us";

} // namespace sessionarium::report
