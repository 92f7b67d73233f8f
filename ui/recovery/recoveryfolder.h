// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/problem.h"
#include "ui/recovery/recoverynote.h"

#include <QLockFile>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

/// A folder in which running programs keep what is not saved: each has a file of its own beside a lock file, which it
/// holds while it lives. A file whose lock can be had has lost its owner.
namespace sessionarium::ui::recovery {

/// The file of this running program. May be made in one thread and used in another, by one at a time.
class OwnFile
{
public:
    /// Touches nothing yet: a program in which nothing is changed leaves nothing behind. Not in a folder: the folder
    /// is made.
    explicit OwnFile(QString folder);
    /// Lets go of the file; if it is still there, it is an orphan from then on.
    ~OwnFile();
    OwnFile(const OwnFile &) = delete;
    OwnFile &operator=(const OwnFile &) = delete;

    /// Whole or not at all, and on the disk when this returns. Nothing: done.
    [[nodiscard]] std::optional<model::Problem> write(const QByteArray &bytes);
    void remove();

private:
    QString m_folder;
    QString m_path;
    std::unique_ptr<QLockFile> m_lock; // null until something was written
};

/// A recovery file whose owner died. Whoever has this has the file: nobody else finds it meanwhile.
class Orphan
{
public:
    Orphan(QString path, std::unique_ptr<QLockFile> lock, model::Result<RecoveryNote> note);

    [[nodiscard]] const QString &path() const { return m_path; }
    /// What it says of itself, or what is wrong with it.
    [[nodiscard]] const model::Result<RecoveryNote> &note() const { return m_note; }
    [[nodiscard]] model::Result<Recovered> read() const;
    void remove();
    /// Puts a broken file where it is not found again but can be looked at: its new path.
    QString setAside();

private:
    QString m_path;
    std::unique_ptr<QLockFile> m_lock;
    model::Result<RecoveryNote> m_note;
};

/// All orphans of a folder, the newest first. Of programs that run, none.
[[nodiscard]] std::vector<std::shared_ptr<Orphan>> takeOrphans(const QString &folder);

} // namespace sessionarium::ui::recovery
