// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sessionarium::scenario {

/// One placeholder of a text, `{word}` or `{word:argument}`.
struct Placeholder
{
    std::string_view word; ///< One of placeholderWords, with its colon; or what stands there instead.
    std::string_view argument;
    std::size_t begin = 0; ///< Of the opening brace, in bytes.
    std::size_t end = 0; ///< Behind the closing brace.
    bool known = false; ///< Spelt as one of placeholderWords.
};

/// All placeholders of a text in their order. Braces stand for nothing else: a single one is an unknown placeholder.
/// The views are parts of `text`.
[[nodiscard]] std::vector<Placeholder> placeholdersOf(std::string_view text);

} // namespace sessionarium::scenario
