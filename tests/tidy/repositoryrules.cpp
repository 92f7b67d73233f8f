// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tidy/repositoryrules.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

namespace sessionarium::tests::tidy {

namespace {

bool isHeader(const QString &path)
{
    return path.endsWith(QLatin1String(".h"));
}

bool isCpp(const QString &path)
{
    return isHeader(path) || path.endsWith(QLatin1String(".cpp"));
}

bool isShell(const SourceFile &file)
{
    return file.path.endsWith(QLatin1String(".sh")) || file.bytes.startsWith("#!");
}

bool isTranslation(const QString &path)
{
    return path.endsWith(QLatin1String(".ts"));
}

void checkName(const SourceFile &file, Findings &findings)
{
    static const QStringList spoken {
        QStringLiteral("CMakeLists.txt"), QStringLiteral("CMakePresets.json"), QStringLiteral("CMakeUserPresets.json"),
        QStringLiteral("LICENSE"),        QStringLiteral("README.md"),         QStringLiteral("README.ko.md")};
    static const QRegularExpression plain(QStringLiteral("^[a-z0-9._-]+$"));
    const QString name = QFileInfo(file.path).fileName();
    // CMake finds a module by its name, which is written like this
    if (name.endsWith(QLatin1String(".cmake")) || spoken.contains(name))
        return;
    if (!plain.match(name).hasMatch())
        findings << Finding {file.path, 0, QStringLiteral("a file's name is lower case, without spaces")};
}

void checkLicence(const SourceFile &file, const QList<QByteArray> &lines, Findings &findings)
{
    const int at = file.bytes.startsWith("#!") ? 1 : 0;
    const QByteArray expected = isCpp(file.path) ? "// SPDX-License-Identifier: GPL-3.0-or-later"
                                                 : "# SPDX-License-Identifier: GPL-3.0-or-later";
    if (lines.value(at) != expected)
        findings << Finding {file.path, at + 1, QStringLiteral("the licence line is missing")};
}

void checkLines(const SourceFile &file, const QList<QByteArray> &lines, Findings &findings)
{
    // put together here, so that this file does not find itself
    static const QRegularExpression machine(QStringLiteral("(^|[\\s\"'(=:`])/(work|home|root|Users)")
                                            + QLatin1Char('/'));
    static const QRegularExpression unfinished(QStringLiteral("\\b(TO") + QStringLiteral("DO|FIX")
                                               + QStringLiteral("ME|X") + QStringLiteral("XX)\\b"));
    static const QRegularExpression hoping(QStringLiteral("(QTest::qW") + QStringLiteral("ait\\(|qSl")
                                           + QStringLiteral("eep\\(|") + QStringLiteral("sleep_f")
                                           + QStringLiteral("or\\(|::msl") + QStringLiteral("eep\\(|QSK")
                                           + QStringLiteral("IP\\()"));
    for (int i = 0; i < lines.size(); ++i) {
        const QByteArray &line = lines.at(i);
        const auto report = [&](const QString &what) { findings << Finding {file.path, i + 1, what}; };
        if (line.contains('\t') && !isTranslation(file.path))
            report(QStringLiteral("a tab"));
        if ((line.endsWith(' ') || line.endsWith('\r')) && !isTranslation(file.path))
            report(QStringLiteral("white space at the end of the line"));
        const QString text = QString::fromUtf8(line);
        if (machine.match(text).hasMatch())
            report(QStringLiteral("a path of somebody's machine"));
        if (isSource(file) && unfinished.match(text).hasMatch())
            report(QStringLiteral("a note about unfinished work"));
        if (file.path.startsWith(QLatin1String("tests/")) && isCpp(file.path) && hoping.match(text).hasMatch())
            report(QStringLiteral("a test waits for a condition, not for a while, and is never skipped"));
    }
    if (!file.bytes.isEmpty() && !file.bytes.endsWith('\n'))
        findings << Finding {file.path, int(lines.size()), QStringLiteral("no line end at the end of the file")};
}

/// `path` as written in a page that stands in `folder`, from the root.
QString fromRoot(const QString &folder, const QString &path)
{
    return QDir::cleanPath(folder.isEmpty() ? path : folder + QLatin1Char('/') + path);
}

} // namespace

bool isSource(const SourceFile &file)
{
    return isCpp(file.path) || isShell(file) || file.path.endsWith(QLatin1String(".cmake"))
        || QFileInfo(file.path).fileName() == QLatin1String("CMakeLists.txt");
}

Findings checkFile(const SourceFile &file)
{
    Findings findings;
    checkName(file, findings);
    if (file.path.startsWith(QLatin1String("tests/data/")) || file.path == QLatin1String("LICENSE"))
        return findings;
    QList<QByteArray> lines = file.bytes.split('\n');
    if (lines.last().isEmpty())
        lines.removeLast();
    if (isSource(file))
        checkLicence(file, lines, findings);
    checkLines(file, lines, findings);
    if (isHeader(file.path) && !lines.contains("#pragma once"))
        findings << Finding {file.path, 0, QStringLiteral("a header begins with #pragma once")};
    if (isCpp(file.path) && lines.size() > maxSourceLines)
        findings << Finding {file.path, 0,
                             QStringLiteral("%1 lines, more than %2").arg(lines.size()).arg(maxSourceLines)};
    return findings;
}

Findings checkReferences(const SourceFile &page, const std::function<bool(const QString &path)> &exists)
{
    static const QRegularExpression link(QStringLiteral("\\]\\(([^)#\\s]+)(#[^)]*)?\\)"));
    static const QRegularExpression code(QStringLiteral("`([^`]+)`"));
    static const QRegularExpression ownPath(
        QStringLiteral("^(core|ui|app|resources|scripts|docs|tests|translations|cmake|\\.ci)/[A-Za-z0-9_./-]*$"));
    const int slash = int(page.path.lastIndexOf(QLatin1Char('/')));
    const QString folder = slash < 0 ? QString() : page.path.left(slash);
    Findings findings;
    const QList<QByteArray> lines = page.bytes.split('\n');
    for (int i = 0; i < lines.size(); ++i) {
        const QString text = QString::fromUtf8(lines.at(i));
        const auto require = [&](const QString &path) {
            if (!exists(path))
                findings << Finding {page.path, i + 1, QStringLiteral("%1 is not there").arg(path)};
        };
        for (auto it = link.globalMatch(text); it.hasNext();) {
            const QString target = it.next().captured(1);
            if (!target.contains(QLatin1String("://")) && !target.startsWith(QLatin1String("mailto:")))
                require(fromRoot(folder, target));
        }
        for (auto it = code.globalMatch(text); it.hasNext();) {
            const QStringList words = it.next().captured(1).split(QLatin1Char(' '));
            for (const QString &word : words) {
                if (ownPath.match(word).hasMatch())
                    require(QDir::cleanPath(word));
            }
        }
    }
    return findings;
}

} // namespace sessionarium::tests::tidy
