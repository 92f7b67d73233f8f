// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recovery/recoveryfolder.h"

#include "core/scenario/reader.h"
#include "ui/files/wholefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <utility>

namespace sessionarium::ui::recovery {

using model::Problem;
using model::ProblemCode;
using model::Result;

namespace {

constexpr QLatin1String fileSuffix(".recovery");
constexpr QLatin1String lockSuffix(".lock");
constexpr QLatin1String brokenSuffix(".broken");

QString lockOf(const QString &path)
{
    return path.chopped(fileSuffix.size()) + lockSuffix;
}

/// A lock that never ages: only the death of its owner frees it, however long a class lasts.
std::unique_ptr<QLockFile> makeLock(const QString &path)
{
    auto lock = std::make_unique<QLockFile>(path);
    lock->setStaleLockTime(0);
    return lock;
}

/// Only if its owner is dead. The lock asks for a process of the owner's number and name; in a container that may be
/// ourselves, so what is asked then is whether somebody holds the file: a living owner does.
bool take(QLockFile &lock)
{
    return lock.tryLock(0) || (lock.removeStaleLockFile() && lock.tryLock(0));
}

Problem problemOf(ProblemCode code, const QString &path, const QString &found = {}, const QString &allowed = {})
{
    return Problem {code, path.toStdString(), found.toStdString(), allowed.toStdString(), 0, 0};
}

Result<RecoveryNote> noteIn(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return problemOf(ProblemCode::FileUnreadable, path);
    return readNote(file.read(maxNoteBytes));
}

/// Of programs that were killed with nothing unsaved.
void sweepLocks(const QDir &folder)
{
    const QStringList locks = folder.entryList({QLatin1Char('*') + lockSuffix}, QDir::Files);
    for (const QString &name : locks) {
        if (QFileInfo::exists(folder.filePath(name.chopped(lockSuffix.size()) + fileSuffix)))
            continue;
        const auto lock = makeLock(folder.filePath(name));
        (void)take(*lock); // had it, its end removes it
    }
}

} // namespace

OwnFile::OwnFile(QString folder) : m_folder(std::move(folder))
{
    const QString id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_path = QDir(m_folder).filePath(id + fileSuffix);
}

OwnFile::~OwnFile() = default;

std::optional<Problem> OwnFile::write(const QByteArray &bytes)
{
    if (!m_lock) {
        if (!QDir().mkpath(m_folder))
            return problemOf(ProblemCode::WriteFailed, m_folder);
        auto lock = makeLock(lockOf(m_path));
        if (!lock->tryLock(0))
            return problemOf(ProblemCode::WriteFailed, lockOf(m_path));
        m_lock = std::move(lock);
    }
    files::WholeFile file(m_path);
    if (!file.open(QIODevice::WriteOnly) || !file.writeAll({bytes.constData(), static_cast<std::size_t>(bytes.size())})
        || !file.finish())
        return problemOf(ProblemCode::WriteFailed, m_path, file.errorString());
    return std::nullopt;
}

void OwnFile::remove()
{
    if (!m_lock)
        return;
    QFile::remove(m_path);
    m_lock.reset(); // after the file: without its lock it would be anybody's
}

Orphan::Orphan(QString path, std::unique_ptr<QLockFile> lock, Result<RecoveryNote> note)
    : m_path(std::move(path)), m_lock(std::move(lock)), m_note(std::move(note))
{
}

Result<Recovered> Orphan::read() const
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return problemOf(ProblemCode::FileUnreadable, m_path);
    constexpr qint64 most = static_cast<qint64>(scenario::maxFileBytes) + maxNoteBytes;
    if (file.size() > most)
        return problemOf(ProblemCode::FileTooLarge, m_path, QString::number(file.size()), QString::number(most));
    return readRecovery(file.readAll());
}

void Orphan::remove()
{
    QFile::remove(m_path);
    m_lock.reset();
}

QString Orphan::setAside()
{
    const QString aside = m_path + brokenSuffix;
    QFile::remove(aside);
    const bool moved = QFile::rename(m_path, aside);
    m_lock.reset();
    return moved ? aside : m_path;
}

std::vector<std::shared_ptr<Orphan>> takeOrphans(const QString &folder)
{
    std::vector<std::shared_ptr<Orphan>> orphans;
    const QDir dir(folder);
    if (!dir.exists())
        return orphans;
    sweepLocks(dir);
    const QFileInfoList files = dir.entryInfoList({QLatin1Char('*') + fileSuffix}, QDir::Files, QDir::Time);
    for (const QFileInfo &file : files) {
        auto lock = makeLock(lockOf(file.filePath()));
        // What is taken may have been given back by now: another program was quicker.
        if (take(*lock) && QFileInfo::exists(file.filePath()))
            orphans.push_back(std::make_shared<Orphan>(file.filePath(), std::move(lock), noteIn(file.filePath())));
    }
    return orphans;
}

} // namespace sessionarium::ui::recovery
