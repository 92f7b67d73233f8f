// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// Labels of any origin made fit for a line of a diagram.
namespace sessionarium::report {

/// One line of at most `longest` characters, the last an ellipsis where it was cut; without control characters and what
/// XML forbids. What is no UTF-8 becomes question marks.
[[nodiscard]] std::string plain(std::string_view text, std::size_t longest);

/// Length as JavaScript counts it. Requires: UTF-8.
[[nodiscard]] std::size_t utf16Units(std::string_view text);

/// About how wide a text is, in hundredths of the font's size: Hangul and its like are square.
[[nodiscard]] std::int64_t textWidth(std::string_view text);

} // namespace sessionarium::report
