// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/exportlabel.h"
#include "core/report/jsonl.h"
#include "core/verdict/judge.h"

#include <array>
#include <optional>
#include <string_view>

/// Every format in which a timeline can be written, for programs that let somebody choose one.
namespace sessionarium::report {

enum class ExportFormat : std::uint32_t { Csv, JsonLines, ChromeTrace, Mermaid, Svg };

struct ExportFormatInfo
{
    ExportFormat format = ExportFormat::Csv;
    std::string_view id; ///< As on the command line.
    std::string_view suffix; ///< Of files, without the point.
};
inline constexpr std::array<ExportFormatInfo, 5> exportFormats {{{ExportFormat::Csv, "csv", "csv"},
                                                                 {ExportFormat::JsonLines, "jsonl", "jsonl"},
                                                                 {ExportFormat::ChromeTrace, "chrome", "json"},
                                                                 {ExportFormat::Mermaid, "mermaid", "mmd"},
                                                                 {ExportFormat::Svg, "svg", "svg"}}};

[[nodiscard]] constexpr std::optional<ExportFormat> exportFormatOf(std::string_view id)
{
    for (const ExportFormatInfo &info : exportFormats) {
        if (info.id == id)
            return info.format;
    }
    return std::nullopt;
}

struct ExportWishes
{
    bool csvBom = false; ///< CSV: begin with a byte order mark.
    LabelFunction labels; ///< Of Mermaid and SVG; must be there for these.
};

/// Writes a judged timeline. False: the sink failed.
[[nodiscard]] bool writeExport(ExportFormat format, const timeline::Timeline &timeline,
                               const verdict::Verdicts &verdicts, const ExportWishes &wishes, const ByteSink &out);

} // namespace sessionarium::report
