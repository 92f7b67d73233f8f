// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tidy/includerules.h"
#include "tests/tidy/sourcetree.h"

#include <QDir>
#include <QFileInfo>
#include <QLibraryInfo>
#include <QTest>

using namespace sessionarium::tests::tidy;

namespace {

IncludeWorld worldOf(const QString &root)
{
    const QDir folder(root);
    const QDir qtCore(QLibraryInfo::path(QLibraryInfo::HeadersPath) + QStringLiteral("/QtCore"));
    return IncludeWorld {
        [folder](const QString &path) { return QFileInfo(folder.filePath(path)).isFile(); },
        [qtCore](const QString &name) {
            return name.startsWith(QLatin1String("QtCore/")) || QFileInfo(qtCore.filePath(name)).isFile();
        },
    };
}

/// A world in which every own file exists and only QString is of QtCore.
IncludeWorld sampleWorld()
{
    return IncludeWorld {[](const QString &path) { return !path.contains(QLatin1String("nowhere")); },
                         [](const QString &name) { return name == QLatin1String("QString"); }};
}

} // namespace

class TestIncludes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sample_data();
    void sample();
    void repository();
};

void TestIncludes::sample_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("finding"); // part of the only finding; empty: there must be none

    const auto row = [](const char *name, const char *path, const char *text, const char *finding) {
        QTest::newRow(name) << QString::fromLatin1(path) << QByteArray(text) << QString::fromLatin1(finding);
    };
    row("down is allowed", "core/sim/engine.cpp", "#include \"core/protocol/balancer.h\"\n", "");
    row("own folder is allowed", "core/sim/engine.cpp", "#include \"core/sim/engine.h\"\n", "");
    row("std is allowed", "core/model/ids.h", "#include <vector>\n", "");
    row("up is refused", "core/model/ids.h", "#include \"core/timeline/record.h\"\n", "higher floor");
    row("up, second line", "core/report/csv.cpp", "\n#include \"core/run/run.h\"\n", ":2: ");
    row("neighbour protocol → timeline", "core/protocol/a.h", "#include \"core/timeline/record.h\"\n", "neighbour");
    row("neighbour sim → verdict", "core/sim/a.cpp", "#  include \"core/verdict/judge.h\"\n", "neighbour");
    row("core → ui", "core/run/run.cpp", "#include \"ui/text/problemtext.h\"\n", "higher floor");
    row("core → tests", "core/run/run.cpp", "#include \"tests/support/story.h\"\n", "belongs to the tests");
    row("a part of core without a floor", "core/misc/a.h", "", "no floor");
    row("relative", "core/model/text.cpp", "#include \"text.h\"\n", "from the root");
    row("dots", "core/model/text.cpp", "#include \"core/../core/model/text.h\"\n", "from the root");
    row("missing", "core/model/text.cpp", "#include \"core/model/nowhere.h\"\n", "names no file");
    row("Qt in core", "core/model/text.h", "#include <QString>\n", "no Qt");
    row("Qt in core, in quotes", "core/model/text.h", "#include \"qstring.h\"\n", "no Qt");
    row("Qt in core, by module", "core/run/run.h", "#include <QtCore/QString>\n", "no Qt");
    row("Qt in core/live", "core/live/node.h", "#include <QTcpSocket>\n", "");
    row("ui knows core", "ui/stage/painter.h", "#include \"core/run/run.h\"\n", "");
    row("ui folders know each other", "ui/stage/painter.h", "#include \"ui/theme/palette.h\"\n", "");
    row("ui knows ui/text", "ui/stage/painter.h", "#include \"ui/text/recordtext.h\"\n", "");
    row("ui/text knows no other ui", "ui/text/recordtext.h", "#include \"ui/theme/palette.h\"\n", "neighbour");
    row("ui/text links QtCore", "ui/text/recordtext.h", "#include <QString>\n", "");
    row("ui/text draws nothing", "ui/text/recordtext.h", "#include <QPainter>\n", "QtCore only");
    row("ui → app", "ui/window/mainwindow.cpp", "#include \"app/desktop/main.h\"\n", "higher floor");
    row("programs do not share", "app/cli/main.cpp", "#include \"app/desktop/main.h\"\n", "neighbour");
    row("cli shows nothing", "app/cli/main.cpp", "#include <QWidget>\n", "QtCore only");
    row("desktop shows", "app/desktop/main.cpp", "#include <QApplication>\n#include \"ui/window/mainwindow.h\"\n", "");
    row("core does not open the built-in lessons", "core/run/run.cpp", "#include \"resources/lessons.h\"\n",
        "higher floor");
    row("ui shows the built-in lessons", "ui/welcome/a.cpp", "#include \"resources/lessons.h\"\n", "");
    row("tests see all", "tests/ui/tst_a.cpp", "#include \"core/run/run.h\"\n#include \"tst_a.moc\"\n", "");
    row("tests from the root", "tests/ui/tst_a.cpp", "#include \"story.h\"\n", "from the root");
    row("only real includes", "core/model/ids.h", "// as #include \"story.h\" does\n", "");
}

void TestIncludes::sample()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, text);
    QFETCH(QString, finding);
    const Findings findings = checkIncludes(path, text, sampleWorld());
    if (finding.isEmpty()) {
        QCOMPARE(toText(findings), QString());
        return;
    }
    QCOMPARE(findings.size(), 1);
    QVERIFY2(findings.first().toText().contains(finding), qPrintable(findings.first().toText()));
}

void TestIncludes::repository()
{
    const QString root = QStringLiteral(SESSIONARIUM_SOURCE_DIR);
    const IncludeWorld world = worldOf(root);
    Findings findings;
    int checked = 0;
    for (const SourceFile &file : readSourceTree(root)) {
        const bool isSource = file.path.endsWith(QLatin1String(".h")) || file.path.endsWith(QLatin1String(".cpp"));
        if (!isSource || memberOf(file.path).isEmpty())
            continue;
        ++checked;
        findings << checkIncludes(file.path, file.bytes, world);
    }
    QVERIFY2(checked > 20, "the sources were not found");
    QVERIFY2(findings.isEmpty(), qPrintable(QLatin1Char('\n') + toText(findings)));
}

QTEST_GUILESS_MAIN(TestIncludes)
#include "tst_includes.moc"
