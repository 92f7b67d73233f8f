// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sessionarium::model {

/// The most characters of a name, in scenarios and timelines.
inline constexpr std::size_t longestName = 200;

/// Texts of files reach terminals and labels: nothing in them moves a cursor, breaks a line or turns the direction of
/// what follows. The first such character as "U+202E"; empty: there is none. `mayBreak`: line feeds are fine.
/// Requires: well-formed UTF-8.
[[nodiscard]] std::string firstUnprintable(std::string_view utf8, bool mayBreak);

} // namespace sessionarium::model
