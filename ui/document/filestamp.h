// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QFileInfo>

namespace sessionarium::ui::document {

/// What tells one state of a file from another without reading it.
struct FileStamp
{
    QDateTime written;
    qint64 size = 0;

    [[nodiscard]] static FileStamp of(const QString &path)
    {
        const QFileInfo file(path);
        return file.exists() ? FileStamp {file.lastModified(), file.size()} : FileStamp {};
    }
    friend bool operator==(const FileStamp &, const FileStamp &) = default;
};

} // namespace sessionarium::ui::document
