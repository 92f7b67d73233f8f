// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tidy/sourcetree.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace sessionarium::tests::tidy {

namespace {

bool isForeignFolder(const QString &name)
{
    return name.startsWith(QLatin1String("build"))
        || (name.startsWith(QLatin1Char('.')) && name != QLatin1String(".ci"));
}

bool isBinary(const QString &path)
{
    static const QStringList suffixes {QStringLiteral("png"), QStringLiteral("ico"), QStringLiteral("icns"),
                                       QStringLiteral("ttf"), QStringLiteral("otf"), QStringLiteral("gz")};
    return suffixes.contains(QFileInfo(path).suffix().toLower());
}

void walk(const QDir &root, const QString &folder, QList<SourceFile> &files)
{
    const QFileInfoList entries =
        QDir(root.filePath(folder)).entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    for (const QFileInfo &entry : entries) {
        const QString path = folder.isEmpty() ? entry.fileName() : folder + QLatin1Char('/') + entry.fileName();
        if (entry.isSymLink())
            continue;
        if (entry.isDir()) {
            if (!folder.isEmpty() || !isForeignFolder(entry.fileName()))
                walk(root, path, files);
            continue;
        }
        SourceFile file {path, QByteArray(), entry.isExecutable()};
        if (!isBinary(path)) {
            QFile input(entry.filePath());
            if (input.open(QIODevice::ReadOnly))
                file.bytes = input.readAll();
        }
        files << file;
    }
}

} // namespace

QList<SourceFile> readSourceTree(const QString &root)
{
    QList<SourceFile> files;
    walk(QDir(root), QString(), files);
    std::sort(files.begin(), files.end(), [](const SourceFile &a, const SourceFile &b) { return a.path < b.path; });
    return files;
}

} // namespace sessionarium::tests::tidy
