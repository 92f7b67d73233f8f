// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/outputfile.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

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
    return [&file](std::string_view bytes) {
        const auto size = static_cast<qint64>(bytes.size());
        return file.write(bytes.data(), size) == size;
    };
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
    QSaveFile file(name);
    if (!file.open(QIODevice::WriteOnly))
        return failure(path, file);
    if (!produce(sinkTo(file)))
        return failure(path, file); // the destructor discards what was written
    if (!file.flush() || !file.commit()) // committing alone does not hear of a full disk
        return failure(path, file);
    return std::nullopt;
}

} // namespace sessionarium::app::cli
