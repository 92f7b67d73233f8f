// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/jsonl.h"

#include <QFile>

#include <string>

/// Helpers of the tests of JSON Lines.
namespace sessionarium::tests {

inline constexpr std::uint32_t manyRecords = 1'000'000;

/// A file written by hand, after the format's description, with every kind of fact; its fingerprint was computed by
/// another program.
[[nodiscard]] inline std::string everyKind()
{
    QFile file(QStringLiteral(SESSIONARIUM_SOURCE_DIR "/tests/core/report/every_kind.jsonl"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return file.readAll().toStdString();
}

[[nodiscard]] inline std::string jsonLinesOf(const timeline::Timeline &timeline)
{
    std::string text;
    const bool written = report::writeJsonLines(timeline, [&text](std::string_view bytes) {
        text += bytes;
        return true;
    });
    return written ? text : std::string();
}

} // namespace sessionarium::tests
