// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileInfo>
#include <QSaveFile>

#include <cerrno>
#include <string_view>
#include <system_error>

namespace sessionarium::ui::files {

/// False: it could not all be written, and the file's error says why. A disk that becomes full takes a part first and
/// gives no reason; trying the rest gives it.
[[nodiscard]] inline bool writeAll(QFileDevice &file, std::string_view bytes)
{
    while (!bytes.empty()) {
        const qint64 written = file.write(bytes.data(), static_cast<qint64>(bytes.size()));
        if (written <= 0) {
            (void)file.flush();
            return false;
        }
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

/// A file that is written whole or not at all: beside its place first, then put there. Every file of a user is written
/// through it. Header only, so that the command line needs no library of widgets for it.
class WholeFile : public QSaveFile
{
public:
    using QSaveFile::QSaveFile;

    /// Refuses links that lead to each other, where QSaveFile puts a file in the place of one of them.
    bool open(OpenMode mode) override
    {
        if (!isLinkLoop())
            return QSaveFile::open(mode);
        setErrorString(QString::fromStdString(std::generic_category().message(ELOOP)));
        return false;
    }

    [[nodiscard]] bool writeAll(std::string_view bytes) { return files::writeAll(*this, bytes); }

    /// Puts what was written in the place of the old file; false: that stays as it is. Committing alone does not hear
    /// of a full disk, and would put an empty file there.
    [[nodiscard]] bool finish() { return (flush() || flush()) && commit(); } // twice: see writeAll()

private:
    [[nodiscard]] bool isLinkLoop() const
    {
        constexpr int longest = 40; // as many as the system follows
        QFileInfo file(fileName());
        for (int i = 0; i < longest && file.isSymLink(); ++i)
            file.setFile(file.symLinkTarget());
        return file.isSymLink();
    }
};

} // namespace sessionarium::ui::files
