// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/story.h"
#include "ui/text/summarytext.h"

#include <QtTest>

using namespace sessionarium;
using namespace sessionarium::tests;
using namespace sessionarium::tests::literals;
using namespace sessionarium::ui::text;

class SummaryTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void width_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("columns");
        QTest::newRow("Latin") << QStringLiteral("Server 1") << 8;
        QTest::newRow("Korean") << QStringLiteral("서버 1") << 6;
        QTest::newRow("dash and dots") << QStringLiteral("—…·") << 3;
        QTest::newRow("combining") << QStringLiteral("e\u0301") << 1;
    }
    void width()
    {
        QFETCH(QString, text);
        QTEST(terminalWidth(text), "columns");
    }

    void tableAligns()
    {
        const QString table = terminalTable(
            {{QStringLiteral("서버"), QStringLiteral("요청")}, {QStringLiteral("abcdef"), QStringLiteral("1")}},
            {false, true}, 2);
        QCOMPARE(table, QStringLiteral("  서버    요청\n  abcdef     1\n"));
    }

    void controlCharactersDoNotReachTheTerminal()
    {
        const QString table = terminalTable({{QStringLiteral("a\u001b[31m\nb")}}, {false}, 0);
        QVERIFY(!table.contains(QChar(0x1b)));
        QCOMPARE(table.count(QLatin1Char('\n')), 1);
    }

    void ofARun()
    {
        Story story;
        story.client("minji").client("junho").server("server-1").server("server-2");
        story.setup().clients.front().name = {"민지", "Minji"};
        story.at(1_s).logIn("minji");
        story.at(2_s).read("minji"); // the other server's turn: logged out
        story.run();
        const report::Summary summary = report::summarize(story.timeline(), story.verdicts(), story.timeline().size());
        Translator translator(Language::Korean);
        const QString ko = summaryText(summary, Language::Korean);
        for (const char *part :
             {"가용성", "100.0%", "50.0%", "로그인 풀림", "내가 쓴 값 읽기", "서버 2", "민지", "로그인 안 됨"})
            QVERIFY2(ko.contains(QString::fromUtf8(part)), part);
        QVERIFY(ko.contains(QString::fromStdString(summary.fingerprint)));
        translator.setLanguage(Language::English);
        const QString en = summaryText(summary, Language::English);
        for (const char *part : {"Availability", "logged out", "read your writes", "Server 2", "signed out"})
            QVERIFY2(en.contains(QString::fromUtf8(part)), part);
        QVERIFY(!en.contains(QRegularExpression(QStringLiteral("[가-힣]"))));
        QVERIFY(en.endsWith(QLatin1Char('\n')) && !en.endsWith(QStringLiteral("\n\n")));
        QVERIFY(!en.contains(QStringLiteral(" \n"))); // no trailing blanks
    }

    void manyClientsAreCounted()
    {
        report::Summary summary;
        summary.clients.resize(1000);
        for (report::ClientSummary &client : summary.clients)
            client.id = "student-1";
        summary.clientsOmitted = 500;
        Translator translator(Language::English);
        const QString text = summaryText(summary, Language::English);
        QCOMPARE(text.count(QStringLiteral("Student 1")), 40);
        QVERIFY(text.contains(QStringLiteral("and 1460 more users")));
        translator.setLanguage(Language::Korean);
        QVERIFY(summaryText(summary, Language::Korean).contains(QStringLiteral("그 밖에 1460명")));
    }

    /// A file of a later version may count kinds that have no name here.
    void messagesHaveNames()
    {
        report::Summary summary;
        summary.messages = {{"replication_delta", 2, 10}, {"pigeon", 1, 1}};
        const Translator translator(Language::Korean);
        const QString text = summaryText(summary, Language::Korean);
        QVERIFY(text.contains(QStringLiteral("복제: 변경")) && !text.contains(QStringLiteral("replication_delta")));
        QVERIFY(text.contains(QStringLiteral("pigeon")));
    }

    void cutRunsSaySo()
    {
        report::Summary summary;
        Translator translator(Language::English);
        QVERIFY(!summaryText(summary, Language::English).contains(QStringLiteral("cut here")));
        summary.cut = true;
        QVERIFY(summaryText(summary, Language::English).contains(QStringLiteral("cut here")));
    }
};

QTEST_GUILESS_MAIN(SummaryTextTest)
#include "tst_summarytext.moc"
