// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/simtime.h"

/// `10_ms`: spans of virtual time in stories.
namespace sessionarium::tests::literals {

[[nodiscard]] constexpr model::Duration operator""_us(unsigned long long n)
{
    return model::microseconds(static_cast<std::int64_t>(n));
}

[[nodiscard]] constexpr model::Duration operator""_ms(unsigned long long n)
{
    return model::milliseconds(static_cast<std::int64_t>(n));
}

[[nodiscard]] constexpr model::Duration operator""_s(unsigned long long n)
{
    return model::seconds(static_cast<std::int64_t>(n));
}

} // namespace sessionarium::tests::literals
