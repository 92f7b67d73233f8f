// SPDX-License-Identifier: GPL-3.0-or-later
#include <QProcess>
#include <QTest>

/// Wrong usage of the desktop program: what was given, and what may be given.
class TestDesktopArguments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatIsAllowed_data();
    void saysWhatIsAllowed();
};

void TestDesktopArguments::saysWhatIsAllowed_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("allowed");
    const auto row = [](const char *option, const char *allowed) {
        QTest::newRow(option) << QString::fromUtf8(option) << QString::fromUtf8(allowed);
    };
    row("--theme=blue", "light, dark");
    row("--lang=fr", "ko, en");
    row("--view=side", "main, events, welcome");
    row("--size=10x10", "320x320");
    row("--at=6", "10s, 500ms");
}

void TestDesktopArguments::saysWhatIsAllowed()
{
    QFETCH(QString, option);
    QFETCH(QString, allowed);
    for (const char *language : {"--lang=ko", "--lang=en"}) {
        QProcess process;
        QStringList arguments {QStringLiteral("--picture=none.png"), option};
        if (!option.startsWith(QStringLiteral("--lang")))
            arguments << QString::fromLatin1(language);
        process.start(QStringLiteral(SESSIONARIUM_DESKTOP), arguments);
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(process.exitCode(), 2);
        const QString said = QString::fromUtf8(process.readAllStandardError());
        QVERIFY2(said.contains(allowed), qPrintable(said));
        QVERIFY2(said.contains(option.section(QLatin1Char('='), 0, 0)), qPrintable(said));
    }
}

QTEST_GUILESS_MAIN(TestDesktopArguments)
#include "tst_desktoparguments.moc"
