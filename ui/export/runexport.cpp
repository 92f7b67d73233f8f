// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/runexport.h"

#include "ui/text/exportlabels.h"

#include <QSaveFile>

namespace sessionarium::ui::exporting {

namespace {

ExportResult failed(const QSaveFile &file)
{
    ExportResult result;
    result.problem = model::Problem {
        model::ProblemCode::WriteFailed, file.fileName().toStdString(), file.errorString().toStdString(), {}, 0, 0};
    return result;
}

} // namespace

ExportResult writePicture(const QString &path, const QImage &image, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return failed(file);
    const bool written = image.isNull() ? file.write(bytes) == bytes.size() : image.save(&file, "PNG");
    if (!written || !file.commit())
        return failed(file);
    return {};
}

ExportResult writeRun(const run::Computed &computed, const ExportRequest &request, const std::function<bool()> &goOn)
{
    ExportResult result;
    QSaveFile file(request.path);
    const auto fail = [&] { return failed(file); };
    if (!file.open(QIODevice::WriteOnly))
        return fail();
    const report::ByteSink sink = [&](std::string_view bytes) {
        if (!goOn()) {
            result.cancelled = true;
            return false;
        }
        return file.write(bytes.data(), static_cast<qint64>(bytes.size())) == static_cast<qint64>(bytes.size());
    };
    const report::ExportWishes wishes {request.bom,
                                       text::exportLabels(*computed.timeline, *computed.verdicts, request.language)};
    const bool written = report::writeExport(request.format, *computed.timeline, *computed.verdicts, wishes, sink);
    if (result.cancelled)
        return result; // the file that was there, if any, stays: QSaveFile drops what was not committed
    if (!written || !file.commit())
        return fail();
    return result;
}

} // namespace sessionarium::ui::exporting
