// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/tidy/finding.h"
#include "tests/tidy/sourcetree.h"

#include <functional>

/// How files of this repository look, whatever is in them.
namespace sessionarium::tests::tidy {

/// A file longer than this has taken on a second job.
inline constexpr int maxSourceLines = 500;

/// C++, CMake and shell: what must carry the licence line.
[[nodiscard]] bool isSource(const SourceFile &file);

/// Licence line, line ends, tabs, trailing space, header guard, length, words that mark unfinished work, tests that
/// wait for a while and hope; for every text file also paths of somebody's machine, and the file's name.
/// Files below tests/data may be anything: only their names are checked.
[[nodiscard]] Findings checkFile(const SourceFile &file);

/// Files and folders that a Markdown page names, in links and as code, must be there.
/// `exists`: whether a path from the root names a file or a folder.
[[nodiscard]] Findings checkReferences(const SourceFile &page, const std::function<bool(const QString &path)> &exists);

} // namespace sessionarium::tests::tidy
