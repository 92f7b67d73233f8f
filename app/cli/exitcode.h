// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace sessionarium::app::cli {

/// What the program tells the shell (design §6, semantics §8).
enum class ExitCode : int {
    Done = 0,
    Refused = 1, ///< The input was refused.
    WrongUsage = 2,
    ExpectationFailed = 3,
    NotWritten = 4, ///< Output could not be written.
    Interrupted = 130
};

} // namespace sessionarium::app::cli
