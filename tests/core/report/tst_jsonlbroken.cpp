// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/report/brokenlines.h"
#include "tests/support/printing.h"

#include <QTest>

#include <functional>
#include <vector>

using namespace sessionarium;
using namespace sessionarium::tests;
using namespace sessionarium::model;

/// Files that must be refused; each row changes one thing of a file that is fine.
class TestBrokenJsonLines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void form_data();
    void form();
    void saysWhatIsAllowed_data();
    void saysWhatIsAllowed();
    void limits();
    void cutAnywhere();
    void placeOfTheProblem();
};

void TestBrokenJsonLines::form_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("line");
    const auto row = [](const char *name, const QByteArray &text, ProblemCode code, int line) {
        QTest::newRow(name) << text << static_cast<int>(code) << line;
    };
    const Edit whole;
    const int last = static_cast<int>(whole.lines.size());

    row("nothing", "", ProblemCode::EmptyFile, 0);
    row("UTF-16", "\xFF\xFE{", ProblemCode::NotUtf8, 1);
    row("a name that breaks the line", Edit().in(0, "\"ko\":\"민지\"", "\"ko\":\"민\\n지\"").text(),
        ProblemCode::NotAllowed, 1);
    row("a name that turns the text round", Edit().in(0, "\"ko\":\"민지\"", "\"ko\":\"민\u202E지\"").text(),
        ProblemCode::NotAllowed, 1);
    row("a name of 201 letters", Edit().in(0, "\"ko\":\"민지\"", "\"ko\":\"" + std::string(201, 'x') + '"').text(),
        ProblemCode::OutOfRange, 1);
    row("no JSON", "GIF89a", ProblemCode::WrongFormat, 1);
    row("a scenario", "{\n  \"format\": \"sessionarium-scenario\", \"version\": 1\n}\n", ProblemCode::WrongFormat, 1);
    row("another format", Edit().in(0, "sessionarium-timeline", "sessionarium-scenario").text(),
        ProblemCode::WrongFormat, 1);
    row("a newer version", Edit().in(0, "\"version\":1", "\"version\":2").text(), ProblemCode::WrongVersion, 1);
    row("version as text", Edit().in(0, "\"version\":1", "\"version\":\"1\"").text(), ProblemCode::BadRecord, 1);
    row("a key of line 1 is missing", Edit().in(0, "\"policy\":\"custom\",", "").text(), ProblemCode::BadRecord, 1);
    row("seed beyond 64 bits", Edit().in(0, "18446744073709551615", "18446744073709551616").text(),
        ProblemCode::BadRecord, 1);
    row("negative duration", Edit().in(0, "\"duration_us\":60000000", "\"duration_us\":-1").text(),
        ProblemCode::BadRecord, 1);
    row("duration beyond 2^53", Edit().in(0, "\"duration_us\":60000000", "\"duration_us\":9007199254740992").text(),
        ProblemCode::BadRecord, 1);
    row("a string twice", Edit().in(0, "\"cart\"]", "\"cart\",\"user\"]").text(), ProblemCode::BadRecord, 1);
    row("an entity twice", Edit().in(0, "\"id\":\"junho\"", "\"id\":\"minji\"").text(), ProblemCode::BadRecord, 1);
    row("an entity that is no string", Edit().in(0, "\"id\":\"junho\"", "\"id\":\"jiyu\"").text(),
        ProblemCode::BadRecord, 1);
    row("a type that is none", Edit().in(0, "\"type\":\"balancer\"", "\"type\":\"printer\"").text(),
        ProblemCode::BadRecord, 1);
    row("a name in one language", Edit().in(0, "\"ko\":\"민지\",", "").text(), ProblemCode::BadRecord, 1);
    row("something after line 1's object", Edit().in(0, "]}", "]}{").text(), ProblemCode::BadRecord, 1);

    row("an empty line", Edit().in(4, whole.lines[4], "").text(), ProblemCode::Syntax, 5);
    row("keys in another order",
        Edit().in(1, "\"cause\":null,\"entity\":\"minji\"", "\"entity\":\"minji\",\"cause\":null").text(),
        ProblemCode::BadRecord, 2);
    row("an unknown key", Edit().in(1, "\"queue_limit\":0", "\"queue_limit\":0,\"weight\":1").text(),
        ProblemCode::BadRecord, 2);
    row("a field is missing", Edit().in(1, ",\"queue_limit\":0", "").text(), ProblemCode::BadRecord, 2);
    row("a comma too many", Edit().in(1, "\"queue_limit\":0", "\"queue_limit\":0,").text(), ProblemCode::BadRecord, 2);
    row("an unknown kind", Edit().in(6, "action_taken", "action_token").text(), ProblemCode::BadRecord, 7);
    row("a word that is none", Edit().in(6, "\"do\":\"log_in\"", "\"do\":\"login\"").text(), ProblemCode::BadRecord, 7);
    row("null where a word must be", Edit().in(6, "\"do\":\"log_in\"", "\"do\":null").text(), ProblemCode::BadRecord,
        7);
    row("a fraction", Edit().in(6, "1000000", "1000000.0").text(), ProblemCode::BadRecord, 7);
    row("an exponent", Edit().in(6, "1000000", "1e6").text(), ProblemCode::BadRecord, 7);
    row("a leading zero", Edit().in(6, "1000000", "01000000").text(), ProblemCode::BadRecord, 7);
    row("a plus", Edit().in(6, "1000000", "+1000000").text(), ProblemCode::BadRecord, 7);
    row("beyond 64 bits", Edit().in(6, "1000000", "18446744073709551616").text(), ProblemCode::BadRecord, 7);
    row("beyond 32 bits", Edit().in("service_ended", "200", "4294967296").text(), ProblemCode::BadRecord,
        static_cast<int>(indexOf(whole.lines, "service_ended")) + 1);
    row("none written as a number", Edit().in("sent", "\"transit_us\":500", "\"transit_us\":4294967295").text(),
        ProblemCode::BadRecord, static_cast<int>(indexOf(whole.lines, "sent")) + 1);
    row("flag as a number", Edit().in("sent", "\"lost\":false", "\"lost\":0").text(), ProblemCode::BadRecord,
        static_cast<int>(indexOf(whole.lines, "sent")) + 1);
    for (const char *write : {"minji", "minji:", "minji:0", "minji:01", "minji:-1", "minji: 1", "minji:1 ", ":1",
                              "nobody:1", "minji:4294967296", "minji:99999999999999999999"}) {
        const QByteArray name = QByteArray("a write id that is none: ") + write;
        row(name.constData(), Edit().in("request_issued", "\"minji:1\"", '"' + std::string(write) + '"').text(),
            ProblemCode::BadRecord, static_cast<int>(indexOf(whole.lines, "request_issued")) + 1);
    }
    row("a raw control character", Edit().in(6, "log-in", "log\x01in").text(), ProblemCode::BadRecord, 7);
    row("an unknown escape", Edit().in(6, "log-in", "log\\xin").text(), ProblemCode::BadRecord, 7);
    row("half an escape", Edit().in(6, "log-in", "log\\u12").text(), ProblemCode::BadRecord, 7);
    row("a high surrogate alone", Edit().in(6, "log-in", "\\ud83dx").text(), ProblemCode::BadRecord, 7);
    row("a low surrogate alone", Edit().in(6, "log-in", "\\ude00").text(), ProblemCode::BadRecord, 7);
    row("two high surrogates", Edit().in(6, "log-in", "\\ud83d\\ud83d").text(), ProblemCode::BadRecord, 7);
    row("a lone continuation byte", Edit().in(6, "log-in", "a\x80z").text(), ProblemCode::NotUtf8, 7);
    row("an overlong form", Edit().in(6, "log-in", "\xC0\xAF").text(), ProblemCode::NotUtf8, 7);
    row("an overlong form of three", Edit().in(6, "log-in", "\xE0\x80\xAF").text(), ProblemCode::NotUtf8, 7);
    row("a surrogate in UTF-8", Edit().in(6, "log-in", "\xED\xA0\x80").text(), ProblemCode::NotUtf8, 7);
    row("beyond U+10FFFF", Edit().in(6, "log-in", "\xF4\x90\x80\x80").text(), ProblemCode::NotUtf8, 7);
    row("a character cut short", Edit().in(6, "log-in", "\xEC\x82").text(), ProblemCode::NotUtf8, 7);
    row("UTF-8 beside an escape", Edit().in(6, "log-in", "\\n\xFF").text(), ProblemCode::NotUtf8, 7);
    row("nested values", Edit().in(6, "\"log-in\"", "[[[[[[[[[[\"log-in\"]]]]]]]]]]").text(), ProblemCode::BadRecord,
        7);

    Edit missing;
    missing.lines.erase(missing.lines.begin() + 30);
    row("a line is missing", missing.text(), ProblemCode::BadRecord, 31);
    Edit twice;
    twice.lines.insert(twice.lines.begin() + 30, twice.lines[30]);
    row("a line stands twice", twice.text(), ProblemCode::BadRecord, 32);
    Edit noLast;
    noLast.lines.pop_back();
    row("the last line is missing", noLast.text(), ProblemCode::Truncated, last - 1);
    Edit fewer;
    fewer.lines.erase(fewer.lines.end() - 2);
    row("a record is missing at the end", fewer.text(), ProblemCode::WrongCount, last - 1);
    row("a time was changed", Edit().in("failed", "11001100", "11001101").text(), ProblemCode::WrongFingerprint, last);
    row("a text was changed to another known one",
        Edit().in("session_missing", "0123456789ABCDEF0123456789ABCDEF", "log-in").text(),
        ProblemCode::WrongFingerprint, last);
    row("another fingerprint", Edit().in(static_cast<std::size_t>(last) - 1, "9968627a", "9968627A").text(),
        ProblemCode::WrongFingerprint, last);
    row("a line after the last", whole.text() + "\n", ProblemCode::BadRecord, last + 1);
    row("a byte after the last line", whole.text() + " ", ProblemCode::BadRecord, last + 1);
    row("two timelines", whole.text() + whole.text(), ProblemCode::BadRecord, last + 1);
}

void TestBrokenJsonLines::form()
{
    QFETCH(QByteArray, text);
    QFETCH(int, code);
    QFETCH(int, line);
    const auto read = report::readJsonLines(text.toStdString(), manyRecords);
    QVERIFY(!read.ok());
    QCOMPARE(read.problems().size(), std::size_t(1));
    const Problem &problem = read.problems().front();
    if (static_cast<int>(problem.code) != code || static_cast<int>(problem.line) != line)
        qWarning("%s", toString(problem));
    QCOMPARE(static_cast<int>(problem.code), code);
    QCOMPARE(static_cast<int>(problem.line), line);
}

void TestBrokenJsonLines::saysWhatIsAllowed_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("found");
    QTest::addColumn<QString>("allowed");
    const auto row = [](const char *found, const QByteArray &text, const char *allowed) {
        QTest::addRow("%s: %s", found, allowed) << text << QString::fromUtf8(found) << QString::fromUtf8(allowed);
    };
    row("version", Edit().in(0, "\"version\":1", "\"version\":\"1\"").text(), "1");
    row("policy", Edit().in(0, "\"policy\":\"custom\",", "").text(), "\"policy\"");
    row("seed", Edit().in(0, "18446744073709551615", "-1").text(), "0…18446744073709551615");
    row("branch", Edit().in(0, "\"branch\":\"main\"", "\"branch\":1").text(), "string");
    row("strings", Edit().in(0, "\"strings\":[", "\"strings\":{").text(), "array");
    row("type", Edit().in(0, "\"type\":\"balancer\"", "\"type\":\"printer\"").text(),
        "client, balancer, server, store");
    row("id", Edit().in(6, "\"id\":5", "\"id\":7").text(), "5");
    row("at_us", Edit().in(6, "1000000", "-1").text(), "0…60000000");
    row("at_us", Edit().in(6, "1000000", "60000001").text(), "0…60000000");
    row("cause", Edit().in(6, "\"cause\":null", "\"cause\":5").text(), "0…4, null");
    row("entity", Edit().in(6, "\"entity\":\"minji\"", "\"entity\":\"nobody\"").text(),
        "minji, junho, balancer, server-1, server-2");
    row("do", Edit().in(6, "\"do\":\"log_in\"", "\"do\":\"login\"").text(),
        "log_in, read, write, log_out, delete_cookie, send_unknown_id, crash, restart, add_server, "
        "read_anonymous, change_address, open_tab, copy_cookie, slow, hang, power_off, partition, heal, "
        "drain, move_pin, remove_server, set_capacity, add_client, add_member, delete_session, "
        "store_crash, store_restart, store_shutdown");
    row("lost", Edit().in("sent", "\"lost\":false", "\"lost\":0").text(), "true, false");
    row("transit_us", Edit().in("sent", "\"transit_us\":500", "\"transit_us\":\"x\"").text(), "0…4294967294, null");
    row("write", Edit().in("request_issued", "\"minji:1\"", "\"minji\"").text(), "client:number, null");
}

void TestBrokenJsonLines::saysWhatIsAllowed()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, found);
    QFETCH(QString, allowed);
    const auto read = report::readJsonLines(text.toStdString(), manyRecords);
    QVERIFY(!read.ok());
    QCOMPARE(read.problems().front().code, ProblemCode::BadRecord);
    QCOMPARE(QString::fromStdString(read.problems().front().found), found);
    QCOMPARE(QString::fromStdString(read.problems().front().allowed), allowed);
}

void TestBrokenJsonLines::limits()
{
    const std::string text = everyKind();
    QVERIFY(report::readJsonLines(text, 193).ok());
    const auto tooMany = report::readJsonLines(text, 192);
    QVERIFY(!tooMany.ok());
    QCOMPARE(tooMany.problems().front(), (Problem {ProblemCode::TooMany, {}, "193", "192", 194, 0}));

    const auto problemOf = [](const QByteArray &broken) {
        const auto read = report::readJsonLines(broken.toStdString(), manyRecords);
        return read.ok() ? Problem {} : read.problems().front();
    };
    // A text at the limit is fine (the fingerprint covers numbers, not texts), one byte more is not.
    QVERIFY(
        report::readJsonLines(Edit().in(6, "log-in", std::string(1000, 'x')).text().toStdString(), manyRecords).ok());
    Problem problem = problemOf(Edit().in(6, "log-in", std::string(1001, 'x')).text());
    QCOMPARE(problem.code, ProblemCode::BadRecord);
    QCOMPARE(problem.found, std::string("action"));
    problem = problemOf(Edit().in(6, "log-in", "\\n" + std::string(1000, 'x')).text());
    QCOMPARE(problem.code, ProblemCode::BadRecord);
    QCOMPARE(problem.found, std::string("action"));

    problem = problemOf(Edit().in(6, "\"action\"", std::string(70000, ' ') + "\"action\"").text());
    QCOMPARE(problem.code, ProblemCode::LineTooLong);
    QCOMPARE(problem.line, 7u);
    QCOMPARE(problem.allowed, std::string("65536"));

    // 100 MB without a line feed are given up at the limit of line 1.
    const auto endless = report::readJsonLines(std::string(100'000'000, ' '), manyRecords);
    QVERIFY(!endless.ok());
    QCOMPARE(endless.problems().front().line, 1u);
    const auto deep = report::readJsonLines(std::string(10'000'000, '['), manyRecords);
    QVERIFY(!deep.ok());
    QCOMPARE(deep.problems().front().code, ProblemCode::WrongFormat);
}

void TestBrokenJsonLines::cutAnywhere()
{
    const std::string text = everyKind();
    const std::size_t header = text.find('\n');
    for (std::size_t size = 0; size + 1 < text.size(); ++size) {
        const auto read = report::readJsonLines(std::string_view(text).substr(0, size), manyRecords);
        QVERIFY2(!read.ok(), qPrintable(QString::number(size)));
        const ProblemCode code = read.problems().front().code;
        // Within the word of the format nobody knows what it was to become.
        const bool early = size <= std::string_view("{\"format\":\"sessionarium-timeline\"").size();
        const bool inName = size < header; // a character of a name may be cut in two
        const bool expected = code == ProblemCode::Truncated || (early && code == ProblemCode::WrongFormat)
            || (size == 0 && code == ProblemCode::EmptyFile) || (inName && code == ProblemCode::NotUtf8);
        if (!expected)
            qWarning("after %zu bytes: %s", size, toString(read.problems().front()));
        QVERIFY(expected);
    }
}

void TestBrokenJsonLines::placeOfTheProblem()
{
    const Edit edit = Edit().in(6, "\"do\":\"log_in\"", "\"do\":\"login\"");
    const auto read = report::readJsonLines(edit.text().toStdString(), manyRecords);
    QVERIFY(!read.ok());
    const Problem &problem = read.problems().front();
    QCOMPARE(problem.line, 7u);
    QCOMPARE(problem.column, edit.lines[6].find("\"login\"") + 1);
    QCOMPARE(problem.found, std::string("do"));
}

QTEST_GUILESS_MAIN(TestBrokenJsonLines)
#include "tst_jsonlbroken.moc"
