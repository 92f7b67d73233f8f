// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileInfo>
#include <QSaveFile>

#include <string_view>

/// What QSaveFile leaves to whoever uses it. Nothing here needs to be linked.
namespace sessionarium::ui::files {

/// False: it could not all be written, and the file's error says why. A disk that has just become full takes a part and
/// gives no reason; trying the rest gives it.
[[nodiscard]] inline bool writeAll(QFileDevice &file, std::string_view bytes)
{
    while (!bytes.empty()) {
        const qint64 written = file.write(bytes.data(), static_cast<qint64>(bytes.size()));
        if (written <= 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

/// Puts what was written in the place of the old file, or leaves that as it is. Committing alone does not hear of a
/// full disk: it would put an empty file there.
[[nodiscard]] inline bool commit(QSaveFile &file)
{
    return (file.flush() || file.flush()) && file.commit(); // twice: see writeAll()
}

/// Links that lead to each other: QSaveFile would put a file in the place of the link.
[[nodiscard]] inline bool isLinkLoop(const QString &path)
{
    constexpr int longest = 40; // as many as the system follows
    QFileInfo file(path);
    for (int i = 0; i < longest && file.isSymLink(); ++i)
        file.setFile(file.symLinkTarget());
    return file.isSymLink();
}

} // namespace sessionarium::ui::files
