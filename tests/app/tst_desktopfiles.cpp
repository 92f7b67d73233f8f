// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QMimeDatabase>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

/// What a desktop is told about the program: its entry, its icon, its kinds of files.
class TestDesktopFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void ourFilesAreKnownAndOthersLeftAlone_data();
    void ourFilesAreKnownAndOthersLeftAlone();
    void theEntryOpensTheKindsThatThereAre();

private:
    static QString source(const char *name)
    {
        return QStringLiteral(SESSIONARIUM_SOURCE_DIR "/resources/desktop/") + QLatin1String(name);
    }
    QTemporaryDir m_data;
};

void TestDesktopFiles::initTestCase()
{
    // As it is installed for one person; what the system has stays beside it.
    qputenv("XDG_DATA_HOME", QFile::encodeName(m_data.path()));
    QVERIFY(QDir(m_data.path()).mkpath(QStringLiteral("mime/packages")));
    QVERIFY(QFile::copy(source("sessionarium-mime.xml"), m_data.filePath(QStringLiteral("mime/packages/s.xml"))));
}

void TestDesktopFiles::ourFilesAreKnownAndOthersLeftAlone_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("kind");
    QFile lesson(QStringLiteral(SESSIONARIUM_SOURCE_DIR "/resources/lessons/mismatch.json"));
    QVERIFY(lesson.open(QIODevice::ReadOnly));
    const QString scenario = QStringLiteral("application/x-sessionarium-scenario+json");
    QTest::newRow("a lesson, by its content") << QStringLiteral("without-suffix") << lesson.readAll() << scenario;
    QTest::newRow("a scenario, by its name")
        << QStringLiteral("b.sessionarium.json") << QByteArray("{\"format\":\"sessionarium-scenario\",\"version\":1}")
        << scenario;
    QTest::newRow("a timeline, by its name") << QStringLiteral("c.sessionarium.jsonl")
                                             << QByteArray("{\"format\":\"sessionarium-timeline\",\"version\":1}\n")
                                             << QStringLiteral("application/x-sessionarium-timeline");
    QTest::newRow("somebody else's") << QStringLiteral("d.json") << QByteArray("{\"a\": 1}")
                                     << QStringLiteral("application/json");
}

void TestDesktopFiles::ourFilesAreKnownAndOthersLeftAlone()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, content);
    QFETCH(QString, kind);
    const QMimeDatabase database;
    QCOMPARE(database.mimeTypeForFileNameAndData(name, content).name(), kind);
}

void TestDesktopFiles::theEntryOpensTheKindsThatThereAre()
{
    QFile file(source("sessionarium.desktop"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QStringList lines = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'));
    const auto value = [&lines](const QString &key) {
        const QStringList found = lines.filter(QRegularExpression(QLatin1Char('^') + key + QLatin1Char('=')));
        return found.size() == 1 ? found.front().section(QLatin1Char('='), 1) : QString();
    };
    QCOMPARE(value(QStringLiteral("Exec")), QStringLiteral("sessionarium %f"));
    QVERIFY(QFile::exists(source("sessionarium.svg")));
    QCOMPARE(value(QStringLiteral("Icon")), QStringLiteral("sessionarium"));
    const QMimeDatabase database;
    const QStringList kinds = value(QStringLiteral("MimeType")).split(QLatin1Char(';'), Qt::SkipEmptyParts);
    QCOMPARE(kinds.size(), qsizetype {2});
    for (const QString &kind : kinds)
        QVERIFY2(database.mimeTypeForName(kind).isValid(), qPrintable(kind));
}

QTEST_GUILESS_MAIN(TestDesktopFiles)
#include "tst_desktopfiles.moc"
