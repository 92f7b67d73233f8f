// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tidy/repositoryrules.h"

#include <QDir>
#include <QFileInfo>
#include <QTest>

#include <algorithm>

using namespace sessionarium::tests::tidy;

class TestRepository : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void sample_data();
    void sample();
    void referenceSample_data();
    void referenceSample();
    void files();
    void references();
    void commandsCanBeRun();

private:
    QList<SourceFile> m_files;
};

void TestRepository::initTestCase()
{
    m_files = readSourceTree(QStringLiteral(SESSIONARIUM_SOURCE_DIR));
    QVERIFY2(m_files.size() > 50, "the repository was not found");
}

void TestRepository::sample_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("finding"); // part of the only finding; empty: there must be none

    const QByteArray cpp = "// SPDX-License-Identifier: GPL-3.0-or-later\n";
    const QByteArray hash = "# SPDX-License-Identifier: GPL-3.0-or-later\n";
    const auto row = [](const char *name, const char *path, const QByteArray &bytes, const char *finding) {
        QTest::newRow(name) << QString::fromLatin1(path) << bytes << QString::fromLatin1(finding);
    };
    row("good source", "core/model/a.cpp", cpp + "int a;\n", "");
    row("good header", "core/model/a.h", cpp + "#pragma once\n", "");
    row("good script", "scripts/run", "#!/bin/sh\n" + hash, "");
    row("good CMake", "core/CMakeLists.txt", hash, "");
    row("no licence, C++", "core/model/a.cpp", "int a;\n", "licence");
    row("no licence, CMake", "cmake/Parts.cmake", "include(a)\n", "licence");
    row("no licence, script", "scripts/run", "#!/bin/sh\nset -eu\n", "licence");
    row("no guard", "core/model/a.h", cpp + "int a;\n", "#pragma once");
    row("tab", "core/model/a.cpp", cpp + "\tint a;\n", ":2: a tab");
    row("trailing space", "docs/a.md", "text \n", ":1: white space");
    row("carriage return", "core/model/a.cpp", cpp + "int a;\r\n", "white space");
    row("no last line end", "docs/a.md", "text", "no line end");
    row("upper case", "core/model/Story.cpp", cpp, "lower case");
    row("space in a name", "docs/a page.md", "text\n", "lower case");
    row("CMake module", "cmake/Parts.cmake", hash, "");
    row("too long", "core/model/a.cpp", cpp + QByteArray("int a;\n").repeated(maxSourceLines), "501 lines");
    row("long enough", "core/model/a.cpp", cpp + QByteArray("int a;\n").repeated(maxSourceLines - 1), "");
    row("machine's path", "docs/a.md", QByteArray("see /wo") + "rk/main\n", "machine");
    row("somebody's home", "core/model/a.cpp", cpp + "auto a = \"/ho" + "me/kim/a.json\";\n", "machine");
    row("a path inside the tree", "docs/a.md",
        "see core/ho"
        "me/a.h\n",
        "");
    row("unfinished", "core/model/a.cpp", cpp + "// TO" + "DO: more\n", "unfinished");
    row("hoping", "tests/ui/tst_a.cpp", cpp + "QTest::qW" + "ait(50);\n", "waits for a condition");
    row("skipped", "tests/ui/tst_a.cpp", cpp + "QSK" + "IP(\"later\");\n", "never skipped");
    row("test data may be broken", "tests/data/broken/tab.json", "\t{", "");
}

void TestRepository::sample()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, finding);
    const Findings findings = checkFile(SourceFile {path, bytes, false});
    if (finding.isEmpty()) {
        QCOMPARE(toText(findings), QString());
        return;
    }
    QCOMPARE(findings.size(), 1);
    QVERIFY2(findings.first().toText().contains(finding), qPrintable(findings.first().toText()));
}

void TestRepository::referenceSample_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("missing");

    const auto row = [](const char *name, const char *line, const char *missing) {
        QTest::newRow(name) << QByteArray(line) << QString::fromLatin1(missing);
    };
    row("link that is there", "see [here](there.md#part)", "");
    row("link that is not", "see [here](gone.md)", "docs/gone.md");
    row("link upwards", "see [here](../gone.md)", "gone.md");
    row("picture that is not", "![the stage](pictures/gone.png)", "docs/pictures/gone.png");
    row("link to the outside", "see [here](https://example.org/gone.md)", "");
    row("code that is there", "call `scripts/there --deep`", "");
    row("code that is not", "call `scripts/gone --deep`", "scripts/gone");
    row("folder that is not", "in `core/gone/`", "core/gone");
    row("code that is no path", "a `core/<part>` and `a / b`", "");
}

void TestRepository::referenceSample()
{
    QFETCH(QByteArray, line);
    QFETCH(QString, missing);
    const Findings findings =
        checkReferences(SourceFile {QStringLiteral("docs/page.md"), line + '\n', false},
                        [](const QString &path) { return path.contains(QLatin1String("there")); });
    if (missing.isEmpty()) {
        QCOMPARE(toText(findings), QString());
        return;
    }
    QCOMPARE(toText(findings), QStringLiteral("docs/page.md:1: %1 is not there").arg(missing));
}

void TestRepository::files()
{
    Findings findings;
    for (const SourceFile &file : m_files)
        findings << checkFile(file);
    QVERIFY2(findings.isEmpty(), qPrintable(QLatin1Char('\n') + toText(findings)));
}

void TestRepository::references()
{
    const QDir root(QStringLiteral(SESSIONARIUM_SOURCE_DIR));
    Findings findings;
    int pages = 0;
    for (const SourceFile &file : m_files) {
        if (!file.path.endsWith(QLatin1String(".md")))
            continue;
        ++pages;
        findings << checkReferences(file,
                                    [&root](const QString &path) { return QFileInfo::exists(root.filePath(path)); });
    }
    QVERIFY(pages >= 2);
    QVERIFY2(findings.isEmpty(), qPrintable(QLatin1Char('\n') + toText(findings)));
}

void TestRepository::commandsCanBeRun()
{
    const QStringList commands {QStringLiteral("scripts/run"), QStringLiteral("scripts/test"),
                                QStringLiteral(".ci/run")};
    for (const QString &command : commands) {
        const auto it = std::find_if(m_files.cbegin(), m_files.cend(),
                                     [&command](const SourceFile &file) { return file.path == command; });
        QVERIFY2(it != m_files.cend(), qPrintable(command));
        QVERIFY2(it->executable, qPrintable(command));
    }
}

QTEST_GUILESS_MAIN(TestRepository)
#include "tst_repository.moc"
