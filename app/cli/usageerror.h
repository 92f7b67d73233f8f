// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace CLI {
class ParseError;
}

namespace sessionarium::app::cli {

/// What is wrong with a command line, in the reader's language; the parser's own words are English.
[[nodiscard]] QString usageErrorText(const CLI::ParseError &error);

} // namespace sessionarium::app::cli
