// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace sessionarium::model {

/// 2xx: the request did what it asked for.
constexpr bool isSuccess(std::uint32_t status)
{
    return status >= 200 && status <= 299;
}

/// An answer that leaves the client signed in or out; anything else is an error and changes no belief (semantics §4.1,
/// §5).
constexpr bool isProperAnswer(std::uint32_t status)
{
    return isSuccess(status) || status == 401 || status == 302;
}

} // namespace sessionarium::model
