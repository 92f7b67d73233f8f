// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/lessons.h"
#include "tests/app/cliprocess.h"

#include <QtTest>

#include <QTemporaryDir>

using namespace sessionarium;
using namespace sessionarium::tests;

namespace {

QStringList words(const char *line)
{
    return QString::fromUtf8(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

QByteArray lesson()
{
    const std::string_view json = resources::findLesson("mismatch");
    return {json.data(), static_cast<qsizetype>(json.size())};
}

} // namespace

/// What the command line writes, and what it leaves alone.
class CliFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_folder.isValid()); }

    void lostOutput()
    {
        const QString full = QStringLiteral("/dev/full");
        QCOMPARE(cli(words("run mismatch"), full).code, 4);
        QCOMPARE(cli(words("run mismatch --json"), full).code, 4);
        QCOMPARE(cli(words("run mismatch --export jsonl"), full).code, 4);
        QCOMPARE(cli(words("lessons"), full).code, 4);
        QCOMPARE(cli(words("--help"), full).code, 4);
        QCOMPARE(cli(words("run mismatch --quiet"), full).code, 0); // nothing was to be written
    }

    void filesAreWholeOrAbsent()
    {
        const QString folder = m_folder.filePath(QStringLiteral("empty"));
        QVERIFY(QDir().mkpath(folder));
        const QString inTheWay = m_folder.filePath(QStringLiteral("in-the-way"));
        QVERIFY(QDir().mkpath(inTheWay));
        QCOMPARE(cli({QStringLiteral("run"), QStringLiteral("mismatch"), QStringLiteral("--export"),
                      QStringLiteral("jsonl:") + inTheWay})
                     .code,
                 4);
        QVERIFY(QFileInfo(inTheWay).isDir());
        const QString target = folder + QStringLiteral("/run.jsonl");
        QVERIFY(!writtenFile(target, "what was here before").isEmpty());
        QCOMPARE(cli({QStringLiteral("run"), QStringLiteral("mismatch"), QStringLiteral("--export"),
                      QStringLiteral("jsonl:") + target})
                     .code,
                 0);
        QVERIFY(contentOf(target).startsWith("{\"format\""));
        QCOMPARE(QDir(folder).entryList(QDir::Files | QDir::Hidden), QStringList {QStringLiteral("run.jsonl")});
    }

    void whatIsReadIsNotWrittenOver()
    {
        const QString scenario = m_folder.filePath(QStringLiteral("kept.json"));
        QVERIFY(!writtenFile(scenario, lesson()).isEmpty());
        const QByteArray before = contentOf(scenario);
        const QString otherwise = m_folder.filePath(QStringLiteral("folder/../kept.json"));
        QVERIFY(QDir(m_folder.path()).mkpath(QStringLiteral("folder")));
        for (const QString &target : {scenario, otherwise}) {
            const CliResult result =
                cli({QStringLiteral("run"), scenario, QStringLiteral("--export"), QStringLiteral("jsonl:") + target});
            QCOMPARE(result.code, 2);
            QCOMPARE(contentOf(scenario), before);
        }
        const QString once = m_folder.filePath(QStringLiteral("once.csv"));
        const QString again = m_folder.filePath(QStringLiteral("folder/../once.csv"));
        QCOMPARE(cli({QStringLiteral("run"), QStringLiteral("mismatch"), QStringLiteral("--export"),
                      QStringLiteral("csv:") + once, QStringLiteral("--export"), QStringLiteral("jsonl:") + again})
                     .code,
                 2);
        QVERIFY(!QFileInfo::exists(once));
    }

    /// A file is what it says, whatever it is called.
    void theContentDecides()
    {
        const QString timeline = m_folder.filePath(QStringLiteral("timeline.json"));
        QCOMPARE(cli({QStringLiteral("run"), QStringLiteral("mismatch"), QStringLiteral("--export"),
                      QStringLiteral("jsonl:") + timeline})
                     .code,
                 0);
        const QString scenario = m_folder.filePath(QStringLiteral("scenario.jsonl"));
        QVERIFY(!writtenFile(scenario, lesson()).isEmpty());
        for (const QString &file : {timeline, scenario})
            QCOMPARE(cli({QStringLiteral("check"), file}).code, 0);
    }

    void linksInACircleStay()
    {
#ifdef Q_OS_UNIX
        const QString one = m_folder.filePath(QStringLiteral("one.jsonl"));
        const QString other = m_folder.filePath(QStringLiteral("other.jsonl"));
        QVERIFY(QFile::link(other, one) && QFile::link(one, other));
        const CliResult result = cli({QStringLiteral("run"), QStringLiteral("mismatch"), QStringLiteral("--export"),
                                      QStringLiteral("jsonl:") + one});
        QCOMPARE(result.code, 4);
        QVERIFY2(result.err.contains("심볼릭 링크") || result.err.contains("symbolic links"), result.err.constData());
        QVERIFY(QFileInfo(one).isSymLink() && QFileInfo(other).isSymLink());
#endif
    }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(CliFilesTest)
#include "tst_clifiles.moc"
