// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/problem.h"
#include "core/report/exportformat.h"
#include "core/run/run.h"
#include "ui/text/language.h"

#include <QByteArray>
#include <QImage>
#include <QString>

#include <functional>
#include <optional>

namespace sessionarium::ui::exporting {

struct ExportRequest
{
    report::ExportFormat format = report::ExportFormat::JsonLines;
    QString path;
    bool bom = false; ///< CSV only: begin with a byte order mark, for spreadsheets.
    text::Language language = text::Language::English; ///< Of what people read in it; data never depend on it.
};

struct ExportResult
{
    bool cancelled = false;
    std::optional<model::Problem> problem; ///< None and not cancelled: the file is there, whole.
};

/// Writes a computed branch to a file, whole or not at all. Any thread. `goOn` is asked for every block; false cancels.
[[nodiscard]] ExportResult writeRun(const run::Computed &computed, const ExportRequest &request,
                                    const std::function<bool()> &goOn);

/// Writes a picture, whole or not at all: `image` as PNG, or `bytes` as they are if there is none. Any thread. `goOn`
/// is asked for every block; false cancels.
[[nodiscard]] ExportResult writePicture(const QString &path, const QImage &image, const QByteArray &bytes,
                                        const std::function<bool()> &goOn);

} // namespace sessionarium::ui::exporting
