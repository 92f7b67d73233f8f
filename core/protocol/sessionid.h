// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/random.h"

#include <string>
#include <string_view>

namespace sessionarium::protocol {

/// A fresh session id as Tomcat makes them (B-10): 16 random bytes as 32 upper-case hex digits.
[[nodiscard]] inline std::string freshSessionId(model::Random &random)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string id;
    id.reserve(32);
    for (int half = 0; half < 2; ++half) {
        const std::uint64_t bits = random.next();
        for (int shift = 60; shift >= 0; shift -= 4)
            id.push_back(digits[(bits >> shift) & 15u]);
    }
    return id;
}

} // namespace sessionarium::protocol
