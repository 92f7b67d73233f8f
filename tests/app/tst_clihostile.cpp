// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cliprocess.h"

#include <QtTest>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace sessionarium::tests;

/// Whatever a file holds: exit 1, a message that names the file, nothing on standard output, never a crash.
class CliHostileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        const CliResult exported = cli(
            {QStringLiteral("run"), QStringLiteral("mismatch"), QStringLiteral("--export"), QStringLiteral("jsonl")});
        QCOMPARE(exported.code, 0);
        m_timeline = exported.out;
    }

    void brokenScenarios_data()
    {
        QTest::addColumn<QString>("file");
        const QDir folder(QStringLiteral(SESSIONARIUM_TEST_DATA "/broken"));
        const QStringList files = folder.entryList(QDir::Files);
        QVERIFY(files.size() > 20);
        for (const QString &file : files)
            QTest::newRow(qPrintable(file)) << folder.filePath(file);
    }
    void brokenScenarios()
    {
        QFETCH(QString, file);
        refused(QStringLiteral("check"), file);
        refused(QStringLiteral("run"), file);
    }

    void hostileScenarios_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("deep lists") << QByteArray(1'000'000, '[');
        QTest::newRow("deep objects") << QByteArray("{\"a\":").repeated(200'000);
        QTest::newRow("invalid UTF-8") << QByteArray("{\"format\":\"\xff\xfe\"}");
        QTest::newRow("cut inside a letter") << QByteArray("{\"format\":\"\xea\xb0");
        QTest::newRow("zeros") << QByteArray(100'000, '\0');
        QTest::newRow("long key") << "{\"" + QByteArray(1'000'000, 'k') + "\":1}";
        QTest::newRow("long number") << "{\"version\":" + QByteArray(1'000'000, '9') + "}";
        QTest::newRow("many problems") << "{" + QByteArray("\"\":0,").repeated(100'000) + "\"x\":0}";
        QTest::newRow("a letter that steers terminals") << QByteArray("{\"\\u001b[31m\":1}");
    }
    void hostileScenarios()
    {
        QFETCH(QByteArray, content);
        const QString file = writtenFile(m_folder.filePath(QStringLiteral("hostile.json")), content);
        QVERIFY(!file.isEmpty());
        refused(QStringLiteral("check"), file);
        refused(QStringLiteral("run"), file);
    }

    void hostileTimelines_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("deep") << QByteArray(1'000'000, '[');
        QTest::newRow("a scenario") << QByteArray("{\"format\":\"sessionarium-scenario\",\"version\":1}\n");
        QTest::newRow("invalid UTF-8") << QByteArray(m_timeline).replace("minji", "\xff\xfeji");
        QTest::newRow("last line missing") << m_timeline.left(m_timeline.trimmed().lastIndexOf('\n') + 1);
        QTest::newRow("cut inside a line") << m_timeline.left(m_timeline.size() / 2);
        QTest::newRow("one digit changed")
            << QByteArray(m_timeline).replace("\"transit_us\":500", "\"transit_us\":501");
        QTest::newRow("a line twice") << twice();
        QTest::newRow("unknown kind") << QByteArray(m_timeline).replace("\"forwarded\"", "\"forgotten\"");
        QTest::newRow("an entity of nowhere")
            << QByteArray(m_timeline).replace("\"entity\":\"balancer\"", "\"entity\":\"nobody\"");
        QTest::newRow("future version") << QByteArray(m_timeline).replace("\"version\":1", "\"version\":2");
        QTest::newRow("zeros") << QByteArray(100'000, '\0');
        QTest::newRow("something behind the end") << m_timeline + m_timeline;
    }
    void hostileTimelines()
    {
        QFETCH(QByteArray, content);
        const QString file = writtenFile(m_folder.filePath(QStringLiteral("hostile.jsonl")), content);
        QVERIFY(!file.isEmpty());
        QVERIFY(content != m_timeline);
        refused(QStringLiteral("check"), file);
        refused(QStringLiteral("replay"), file);
    }

    void hundredMegabytes_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("piece");
        QTest::newRow("scenario, brackets") << QStringLiteral("run") << QStringLiteral("big.json") << QByteArray("[");
        QTest::newRow("timeline, one line")
            << QStringLiteral("replay") << QStringLiteral("big.jsonl") << QByteArray("[");
        QTest::newRow("timeline, many lines")
            << QStringLiteral("replay") << QStringLiteral("big.jsonl") << QByteArray("{\"id\":0}\n");
    }
    void hundredMegabytes()
    {
        QFETCH(QString, command);
        QFETCH(QString, name);
        QFETCH(QByteArray, piece);
        const QString path = m_folder.filePath(name);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QByteArray block = piece.repeated((1 << 20) / piece.size());
        for (int i = 0; i < 100; ++i)
            QCOMPARE(file.write(block), block.size());
        file.close();
        refused(command, path);
        QVERIFY(QFile::remove(path));
    }

    /// A file that lies about its size, or has no end.
    void devices()
    {
        refused(QStringLiteral("run"), QStringLiteral("/dev/zero"));
        refused(QStringLiteral("replay"), QStringLiteral("/dev/zero"));
        refused(QStringLiteral("run"), QStringLiteral("/dev/null"));
        refused(QStringLiteral("run"), m_folder.path());
        refused(QStringLiteral("replay"), m_folder.path());
    }

private:
    QByteArray twice() const
    {
        QList<QByteArray> lines = m_timeline.split('\n');
        lines.insert(5, lines.at(5));
        return lines.join('\n');
    }

    static void refused(const QString &command, const QString &file)
    {
        for (const QString &language : {QStringLiteral("ko"), QStringLiteral("en")}) {
            const CliResult result = cli({command, file, QStringLiteral("--lang"), language});
            const QByteArray context = command.toUtf8() + ' ' + file.toUtf8() + ": " + QByteArray::number(result.code)
                + ' ' + result.err.left(2000);
            QVERIFY2(result.code == 1, context.constData());
            QVERIFY2(result.out.isEmpty(), context.constData());
            QVERIFY2(result.err.contains(file.toUtf8()), context.constData());
            QVERIFY2(hasKorean(result.err) == (language == QLatin1String("ko")), context.constData());
            QVERIFY2(result.err.size() < 100'000, context.constData()); // a hostile file does not flood the terminal
            QVERIFY2(!result.err.contains('\x1b'), context.constData());
        }
    }

    QTemporaryDir m_folder;
    QByteArray m_timeline;
};

QTEST_GUILESS_MAIN(CliHostileTest)
#include "tst_clihostile.moc"
