// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/exportformat.h"

#include "core/report/chrometrace.h"
#include "core/report/csv.h"
#include "core/report/lanesvg.h"
#include "core/report/mermaid.h"

namespace sessionarium::report {

bool writeExport(ExportFormat format, const timeline::Timeline &timeline, const verdict::Verdicts &verdicts,
                 const ExportWishes &wishes, const ByteSink &out)
{
    switch (format) {
    case ExportFormat::Csv:
        return writeCsv(timeline, verdicts, wishes.csvBom, out);
    case ExportFormat::JsonLines:
        return writeJsonLines(timeline, out);
    case ExportFormat::ChromeTrace:
        return writeChromeTrace(timeline, verdicts, out);
    case ExportFormat::Mermaid:
        return writeMermaid(timeline, verdicts, wishes.labels, out);
    case ExportFormat::Svg: {
        const PacingMap pacing(timeline);
        return writeLanesSvg(timeline, layOutLanes(timeline, verdicts, pacing), pacing, wishes.labels, out);
    }
    }
    return false;
}

} // namespace sessionarium::report
