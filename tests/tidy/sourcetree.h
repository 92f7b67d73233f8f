// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace sessionarium::tests::tidy {

struct SourceFile
{
    QString path; ///< From the root, with slashes.
    QByteArray bytes;
    bool executable = false;
};

/// Every file that belongs to the repository, sorted by path: all below `root` but `.git`, folders of builds and other
/// hidden folders than `.ci`. Pictures, fonts and the like are listed without their bytes.
[[nodiscard]] QList<SourceFile> readSourceTree(const QString &root);

} // namespace sessionarium::tests::tidy
