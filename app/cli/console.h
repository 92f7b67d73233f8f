// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/problem.h"

#include <QString>

#include <string>
#include <string_view>

namespace sessionarium::app::cli {

/// Standard output: results only. False: it could not be written.
[[nodiscard]] bool writeOut(std::string_view utf8);
[[nodiscard]] bool writeText(const QString &text);
/// Makes sure that everything written so far went out. False: it did not.
[[nodiscard]] bool flushOut();

/// Standard error: one message and a line feed.
void writeError(const QString &message);

/// All problems of one input, each with its place. `input`: the file or what stands for it.
void writeProblems(const std::string &input, const model::Problems &problems);

} // namespace sessionarium::app::cli
