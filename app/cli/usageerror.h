// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace CLI {
class App;
class ParseError;
}

namespace sessionarium::app::cli {

/// What is wrong with a command line, in the reader's language; the parser's own words are English.
/// `app`: the parser that threw.
[[nodiscard]] QString usageErrorText(const CLI::ParseError &error, const CLI::App &app);

} // namespace sessionarium::app::cli
