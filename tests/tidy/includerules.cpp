// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tidy/includerules.h"

#include <QRegularExpression>

namespace sessionarium::tests::tidy {

namespace {

bool isQtHeader(const QString &name)
{
    static const QRegularExpression qt(QStringLiteral("^(Qt[A-Za-z0-9]*/.*|Q[A-Za-z0-9_]+|q[a-z0-9_]+\\.h)$"));
    return qt.match(name).hasMatch();
}

/// Made by the build, next to nothing: `tst_story.moc`, `moc_x.cpp`.
bool isGenerated(const QString &name)
{
    return name.endsWith(QLatin1String(".moc")) || name.startsWith(QLatin1String("moc_"));
}

QString checkOwnInclude(const QString &path, const QString &name, const IncludeWorld &world)
{
    if (isGenerated(name))
        return QString();
    const QString here = memberOf(path);
    const QString there = memberOf(name);
    if (there.isEmpty() || name.contains(QLatin1String("..")))
        return QStringLiteral("\"%1\" does not go from the root").arg(name);
    if (!world.exists(name))
        return QStringLiteral("\"%1\" names no file").arg(name);
    const int floorHere = floorOf(path);
    const int floorThere = floorOf(name);
    if (here == there || floorHere < 0)
        return QString();
    if (floorThere < 0)
        return QStringLiteral("\"%1\" belongs to the tests").arg(name);
    if (floorThere > floorHere)
        return QStringLiteral("\"%1\" stands on a higher floor").arg(name);
    // ui is one floor whose folders know each other, all but ui/text, on which the command line builds too
    if (floorThere == floorHere && !(here == QLatin1String("ui") && there == QLatin1String("ui/text")))
        return QStringLiteral("\"%1\" is a neighbour on the same floor").arg(name);
    return QString();
}

QString checkForeignInclude(const QString &path, const QString &name, const IncludeWorld &world)
{
    if (!isQtHeader(name))
        return QString();
    const QString here = memberOf(path);
    if (here.startsWith(QLatin1String("core/")) && here != QLatin1String("core/live"))
        return QStringLiteral("<%1>: core knows no Qt").arg(name);
    if ((here == QLatin1String("ui/text") || here == QLatin1String("app/cli")) && !world.isQtCore(name))
        return QStringLiteral("<%1>: %2 links QtCore only").arg(name, here);
    return QString();
}

} // namespace

QString memberOf(const QString &path)
{
    const QStringList parts = path.split(QLatin1Char('/'));
    const QString &top = parts.first();
    if (parts.size() >= 3 && (top == QLatin1String("core") || top == QLatin1String("app")))
        return top + QLatin1Char('/') + parts.at(1);
    if (parts.size() >= 3 && top == QLatin1String("ui"))
        return parts.at(1) == QLatin1String("text") ? QStringLiteral("ui/text") : top;
    if (parts.size() >= 2 && (top == QLatin1String("tests") || top == QLatin1String("resources")))
        return top;
    return QString();
}

int floorOf(const QString &path)
{
    static const QList<QStringList> floors {
        {QStringLiteral("core/model")},
        {QStringLiteral("core/protocol"), QStringLiteral("core/timeline"), QStringLiteral("core/scenario")},
        {QStringLiteral("core/sim"), QStringLiteral("core/live"), QStringLiteral("core/verdict")},
        {QStringLiteral("core/report")},
        {QStringLiteral("core/run")},
        {QStringLiteral("resources")},
        {QStringLiteral("ui/text"), QStringLiteral("ui")},
    };
    const QString member = memberOf(path);
    for (int i = 0; i < floors.size(); ++i) {
        if (floors.at(i).contains(member))
            return i;
    }
    return member.startsWith(QLatin1String("app/")) ? int(floors.size()) : -1;
}

Findings checkIncludes(const QString &path, const QByteArray &text, const IncludeWorld &world)
{
    static const QRegularExpression include(QStringLiteral("^\\s*#\\s*include\\s*([<\"])([^>\"]+)[>\"]"));
    Findings findings;
    const QString member = memberOf(path);
    if (member.startsWith(QLatin1String("core/")) && floorOf(path) < 0)
        findings << Finding {path, 0, QStringLiteral("%1 stands on no floor").arg(member)};
    const QList<QByteArray> lines = text.split('\n');
    for (int i = 0; i < lines.size(); ++i) {
        const QRegularExpressionMatch match = include.match(QString::fromUtf8(lines.at(i)));
        if (!match.hasMatch())
            continue;
        const QString name = match.captured(2);
        const QString what = match.captured(1) == QLatin1String("\"") && !isQtHeader(name)
            ? checkOwnInclude(path, name, world)
            : checkForeignInclude(path, name, world);
        if (!what.isEmpty())
            findings << Finding {path, i + 1, what};
    }
    return findings;
}

} // namespace sessionarium::tests::tidy
