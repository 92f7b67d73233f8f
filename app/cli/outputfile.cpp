// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/outputfile.h"
#include "ui/files/wholefile.h"

#include <QFile>
#include <QFileInfo>

namespace sessionarium::app::cli {
namespace {

model::Problem failure(const std::string &path, const QFileDevice &file)
{
    model::Problem problem;
    problem.code = model::ProblemCode::WriteFailed;
    problem.place = path;
    problem.found = file.errorString().toStdString();
    return problem;
}

report::ByteSink sinkTo(QFileDevice &file)
{
    return [&file](std::string_view bytes) { return ui::files::writeAll(file, bytes); };
}

} // namespace

std::optional<model::Problem> writeFile(const std::string &path, const Producer &produce)
{
    const QString name = QFile::decodeName(QByteArray::fromStdString(path));
    const QFileInfo present(name);
    if (present.exists() && !present.isFile() && !present.isDir()) {
        QFile device(name);
        if (!device.open(QIODevice::WriteOnly) || !produce(sinkTo(device)) || !device.flush())
            return failure(path, device);
        return std::nullopt;
    }
    ui::files::WholeFile file(name);
    if (!file.open(QIODevice::WriteOnly))
        return failure(path, file);
    if (!produce(sinkTo(file)))
        return failure(path, file); // the destructor discards what was written
    if (!file.finish())
        return failure(path, file);
    return std::nullopt;
}

} // namespace sessionarium::app::cli
