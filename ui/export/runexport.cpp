// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/runexport.h"

#include "ui/files/wholefile.h"
#include "ui/text/exportlabels.h"

namespace sessionarium::ui::exporting {

namespace {

ExportResult failed(const files::WholeFile &file)
{
    ExportResult result;
    result.problem = model::Problem {
        model::ProblemCode::WriteFailed, file.fileName().toStdString(), file.errorString().toStdString(), {}, 0, 0};
    return result;
}

/// Takes bytes on to a file for as long as that is wanted: a large picture is compressed for seconds.
class Passage : public QIODevice
{
public:
    Passage(QIODevice &file, const std::function<bool()> &goOn) : m_file(file), m_goOn(goOn)
    {
        open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    }

protected:
    qint64 readData(char * /*data*/, qint64 /*size*/) override { return -1; }
    qint64 writeData(const char *data, qint64 size) override { return m_goOn() ? m_file.write(data, size) : -1; }

private:
    QIODevice &m_file;
    const std::function<bool()> &m_goOn;
};

} // namespace

ExportResult writePicture(const QString &path, const QImage &image, const QByteArray &bytes,
                          const std::function<bool()> &goOn)
{
    files::WholeFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return failed(file);
    Passage passage(file, goOn);
    const bool written = image.isNull() ? passage.write(bytes) == bytes.size() : image.save(&passage, "PNG");
    if (!goOn()) {
        ExportResult result;
        result.cancelled = true;
        return result;
    }
    if (!written || !file.finish())
        return failed(file);
    return {};
}

ExportResult writeRun(const run::Computed &computed, const ExportRequest &request, const std::function<bool()> &goOn)
{
    ExportResult result;
    files::WholeFile file(request.path);
    const auto fail = [&] { return failed(file); };
    if (!file.open(QIODevice::WriteOnly))
        return fail();
    const report::ByteSink sink = [&](std::string_view bytes) {
        if (!goOn()) {
            result.cancelled = true;
            return false;
        }
        return file.writeAll(bytes);
    };
    const report::ExportWishes wishes {request.bom,
                                       text::exportLabels(*computed.timeline, *computed.verdicts, request.language)};
    const bool written = report::writeExport(request.format, *computed.timeline, *computed.verdicts, wishes, sink);
    if (result.cancelled)
        return result; // the file that was there, if any, stays: QSaveFile drops what was not committed
    if (!written || !file.finish())
        return fail();
    return result;
}

} // namespace sessionarium::ui::exporting
