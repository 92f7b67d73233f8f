// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/language.h"
#include "ui/text/timetext.h"

#include <QtTest>

using namespace sessionarium;
using namespace sessionarium::ui::text;

class TimeTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void clock_data()
    {
        QTest::addColumn<qint64>("us");
        QTest::addColumn<QString>("text");
        QTest::newRow("start") << qint64 {0} << QStringLiteral("00:00.000");
        QTest::newRow("mock-up") << qint64 {12'400'000} << QStringLiteral("00:12.400");
        QTest::newRow("rounded down") << qint64 {12'400'999} << QStringLiteral("00:12.400");
        QTest::newRow("last of a minute") << qint64 {59'999'999} << QStringLiteral("00:59.999");
        QTest::newRow("minutes") << qint64 {3'599'000'000} << QStringLiteral("59:59.000");
        QTest::newRow("hours") << qint64 {3'612'400'000} << QStringLiteral("1:00:12.400");
    }
    void clock()
    {
        QFETCH(qint64, us);
        QTEST(clockText(model::SimTime {us}), "text");
    }

    void moment_data()
    {
        QTest::addColumn<qint64>("us");
        QTest::addColumn<QString>("ko");
        QTest::addColumn<QString>("en");
        QTest::newRow("mock-up") << qint64 {3'100'000} << QStringLiteral("03.10초") << QStringLiteral("03.10 s");
        QTest::newRow("rounded down") << qint64 {12'389'999} << QStringLiteral("12.38초") << QStringLiteral("12.38 s");
        QTest::newRow("minutes") << qint64 {63'100'000} << QStringLiteral("1:03.10") << QStringLiteral("1:03.10");
    }
    void moment()
    {
        QFETCH(qint64, us);
        Translator translator(Language::Korean);
        QTEST(momentText(model::SimTime {us}), "ko");
        translator.setLanguage(Language::English);
        QTEST(momentText(model::SimTime {us}), "en");
    }

    void duration_data()
    {
        QTest::addColumn<qint64>("us");
        QTest::addColumn<QString>("ko");
        QTest::addColumn<QString>("en");
        const auto row = [](const char *name, qint64 us, const char *ko, const char *en) {
            QTest::newRow(name) << us << QString::fromUtf8(ko) << QString::fromUtf8(en);
        };
        row("nothing", 0, "0 µs", "0 µs");
        row("microseconds", 20, "20 µs", "20 µs");
        row("last in microseconds", 99, "99 µs", "99 µs");
        row("tenths of a millisecond", 500, "0.5 ms", "0.5 ms");
        row("whole milliseconds", 500'000, "500 ms", "500 ms");
        row("rounded", 1'250, "1.3 ms", "1.3 ms");
        row("never 1000 ms", 999'960, "1.0초", "1.0 s");
        row("seconds", 2'000'000, "2.0초", "2.0 s");
        row("tenths of a second", 1'550'000, "1.6초", "1.6 s");
        row("never 60.0 s", 59'970'000, "1분", "1 min");
        row("whole minutes", 1'800'000'000, "30분", "30 min");
        row("minutes and seconds", 90'000'000, "1분 30초", "1 min 30 s");
    }
    void duration()
    {
        QFETCH(qint64, us);
        Translator translator(Language::Korean);
        QTEST(durationText(model::Duration {us}), "ko");
        translator.setLanguage(Language::English);
        QTEST(durationText(model::Duration {us}), "en");
    }

    void idle_data()
    {
        QTest::addColumn<qint64>("us");
        QTest::addColumn<QString>("ko");
        QTest::addColumn<QString>("en");
        QTest::newRow("seconds") << qint64 {2'000'000} << QStringLiteral("2.0초") << QStringLiteral("2.0 s");
        QTest::newRow("a little less") << qint64 {995'000} << QStringLiteral("1.0초") << QStringLiteral("1.0 s");
        QTest::newRow("half a second") << qint64 {500'000} << QStringLiteral("0.5초") << QStringLiteral("0.5 s");
        QTest::newRow("the shortest on an axis")
            << qint64 {100'000} << QStringLiteral("0.1초") << QStringLiteral("0.1 s");
        QTest::newRow("less") << qint64 {20'000} << QStringLiteral("20 ms") << QStringLiteral("20 ms");
        QTest::newRow("minutes") << qint64 {90'000'000} << QStringLiteral("1분 30초") << QStringLiteral("1 min 30 s");
    }
    void idle()
    {
        QFETCH(qint64, us);
        Translator translator(Language::Korean);
        QTEST(idleText(model::Duration {us}), "ko");
        translator.setLanguage(Language::English);
        QTEST(idleText(model::Duration {us}), "en");
    }

    void parse_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("us"); // -1: refused
        const auto row = [](const char *text, qint64 us) { QTest::newRow(text) << QString::fromUtf8(text) << us; };
        row("10s", 10'000'000);
        row("500ms", 500'000);
        row("20us", 20);
        row("0s", 0);
        row("1.5s", 1'500'000);
        row("0.000001s", 1);
        row("2.5ms", 2'500);
        row("9223372036854775807us", std::numeric_limits<qint64>::max());
        row("10", -1); // a bare number
        row("", -1);
        row("s", -1);
        row("-1s", -1);
        row("+1s", -1);
        row("1 s", -1);
        row("1.s", -1);
        row(".5s", -1);
        row("1.2.3s", -1);
        row("0.5us", -1);
        row("0.0000001s", -1);
        row("1e3s", -1);
        row("1m", -1);
        row("9223372036854775808us", -1);
        row("9223372036855s", -1);
        row("٣s", -1); // digits of another script
    }
    void parse()
    {
        QFETCH(QString, text);
        QFETCH(qint64, us);
        const std::optional<model::Duration> parsed = parseDuration(text);
        QCOMPARE(parsed ? parsed->us : qint64 {-1}, us);
    }
};

QTEST_GUILESS_MAIN(TimeTextTest)
#include "tst_timetext.moc"
