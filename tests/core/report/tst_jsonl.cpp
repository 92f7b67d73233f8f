// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/report/jsonltext.h"
#include "tests/core/report/runbuilder.h"

#include "core/timeline/fingerprint.h"
#include "tests/support/printing.h"

#include <QTemporaryDir>
#include <QTest>

using namespace sessionarium;
using namespace sessionarium::tests;
using namespace sessionarium::model;
using timeline::Timeline;

namespace {

std::string lineOf(const std::string &text, std::size_t number)
{
    std::size_t begin = 0;
    for (; number > 0; --number)
        begin = text.find('\n', begin) + 1;
    return text.substr(begin, text.find('\n', begin) - begin);
}

std::string replaced(std::string text, std::string_view from, std::string_view to)
{
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

/// Notes what a reader calls, in order.
class CallLog : public timeline::RecordSink
{
public:
    void begin(const timeline::RunInfo &) override { calls.push_back("begin"); }
    void internString(StringId id, std::string_view text) override
    {
        calls.push_back("string " + std::to_string(id.value) + ' ' + std::string(text));
    }
    void joinEntity(EntityId entity, StringId text) override
    {
        calls.push_back("join " + std::to_string(entity.value) + " string " + std::to_string(text.value));
    }
    void append(RecordId id, const timeline::Record &record) override
    {
        calls.push_back("record " + std::to_string(id.value) + ' ' + std::string(kindName(record.fact)));
    }
    void end() override { calls.push_back("end"); }

    std::vector<std::string> calls;
};

} // namespace

class TestJsonLines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryKindBack();
    void numbersAreRestored();
    void excerptOfTheFormat_data();
    void excerptOfTheFormat();
    void header();
    void textsAreEscaped();
    void spaceAndCrLfAreLetPass();
    void escapesOfForeignWriters();
    void sinkIsCalledInOrder();
    void failingSinkEndsTheExport();
    void longRunsComeInBlocks();
    void files();
};

void TestJsonLines::readsEveryKindBack()
{
    const std::string text = everyKind();
    QVERIFY(!text.empty());
    const auto read = report::readJsonLines(text, manyRecords);
    if (!read)
        qWarning("%s", toString(read.problems().front()));
    QVERIFY(read.ok());

    // The fingerprint covers every number of every record; it agreed, or the file had been refused.
    const Timeline &timeline = *read.value();
    QCOMPARE(timeline.size(), 193u);
    std::vector<bool> seen(factKindCount, false);
    for (std::uint32_t i = 0; i < timeline.size(); ++i)
        seen[timeline[i].fact.index()] = true;
    QVERIFY2(std::find(seen.begin(), seen.end(), false) == seen.end(), "the file lacks a kind of fact");
    QVERIFY(timeline.isComplete());
    QCOMPARE(QByteArray::fromStdString(jsonLinesOf(timeline)), QByteArray::fromStdString(text));
}

void TestJsonLines::numbersAreRestored()
{
    const auto read = report::readJsonLines(everyKind(), manyRecords);
    QVERIFY(read.ok());
    const Timeline &timeline = *read.value();
    QCOMPARE(timeline.info().seed, std::uint64_t(18446744073709551615ull));
    QCOMPARE(timeline.info().duration, seconds(60));
    QCOMPARE(timeline.info().sessionTimeout, seconds(1800));
    QCOMPARE(timeline.info().strings.size(), std::size_t(7));
    QCOMPARE(timeline.entity(EntityId(1)).name.en, std::string("Junho \"J\" \\ 1 2"));
    QCOMPARE(timeline.entity(EntityId(1)).name.ko, std::string("준호"));
    QCOMPARE(timeline.entities().size(), std::size_t(8));
    QCOMPARE(timeline.entity(EntityId(5)).id, std::string("server-3"));
    QCOMPARE(timeline.entity(EntityId(5)).type, EntityType::Server);
    QCOMPARE(timeline.entity(EntityId(7)).id, std::string("store-replica"));
    QCOMPARE(timeline.entity(EntityId(7)).type, EntityType::Store);

    // Strings are numbered in the order in which records show them: first those of line 1, then the addresses, ...
    QCOMPARE(timeline.text(StringId(7)), std::string_view("192.168.1.10"));
    QCOMPARE(timeline.text(StringId(8)), std::string_view("10.0.0.7"));
    QCOMPARE(timeline.text(StringId(9)), std::string_view("log-in"));
    const auto *issued = std::get_if<RequestIssued>(&timeline[6].fact);
    QVERIFY(issued);
    QCOMPARE(issued->write, (WriteId {EntityId(0), 1}));
    QCOMPARE(issued->attribute, StringId(5));
    QVERIFY(issued->item.isNone());
    QVERIFY(issued->session.isNone());
}

void TestJsonLines::excerptOfTheFormat_data()
{
    QTest::addColumn<int>("line");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("7: sent, size_bytes last")
        << 1
        << QByteArray(
               R"({"id":5,"at_us":5000000,"cause":4,"entity":"minji","request":0,"kind":"sent","message":"request","to":"balancer","transit_us":500,"lost":false,"size_bytes":500})");
    QTest::newRow("11: forwarded")
        << 2
        << QByteArray(
               R"({"id":6,"at_us":5000500,"cause":5,"entity":"balancer","request":0,"kind":"forwarded","server":"server-2","reason":"balanced","instead_of":null})");
    QTest::newRow("11: session_missing")
        << 3
        << QByteArray(
               R"({"id":7,"at_us":5001000,"cause":5,"entity":"server-2","request":0,"kind":"session_missing","session":"7C1E6A0B9D3F42585A6C0E9B1D2F3A47"})");
    QTest::newRow("11: answered")
        << 4
        << QByteArray(
               R"({"id":8,"at_us":5005000,"cause":7,"entity":"minji","request":0,"kind":"answered","status":401,"shown":null,"set_cookie":null})");
    QTest::newRow("unknown transit is null")
        << 5
        << QByteArray(
               R"({"id":9,"at_us":5005000,"cause":null,"entity":"minji","request":0,"kind":"sent","message":"response","to":"server-1","transit_us":null,"lost":true,"size_bytes":2000})");
    QTest::newRow("numbers are numbers, no retry is null")
        << 6
        << QByteArray(
               R"({"id":10,"at_us":5005000,"cause":null,"entity":"balancer","request":0,"kind":"connect_failed","server":"server-1","reason":"no_answer","attempt":4294967295,"retry_in_us":null})");
    QTest::newRow("write id")
        << 7
        << QByteArray(
               R"({"id":11,"at_us":5005000,"cause":null,"entity":"server-1","request":0,"kind":"write_applied","session":"7C1E6A0B9D3F42585A6C0E9B1D2F3A47","attribute":"cart","write":"minji:3","base":null})");
    QTest::newRow("no payload")
        << 8
        << QByteArray(R"({"id":12,"at_us":5005000,"cause":null,"entity":"server-1","request":null,"kind":"crashed"})");
}

void TestJsonLines::excerptOfTheFormat()
{
    RunBuilder run;
    const RequestId request(0);
    const EntityId server2 = run.entity("server-2");
    RecordId last = run.send(5000000, "minji", "balancer", request, MessageKind::Request, 500, false, RecordId(4));
    last = run.add(5000500, "balancer", Forwarded {server2, ForwardReason::Balanced, {}}, request, last);
    const StringId session = run.text("7C1E6A0B9D3F42585A6C0E9B1D2F3A47");
    run.add(5001000, "server-2", SessionMissing {session}, request, RecordId(5));
    run.add(5005000, "minji", Answered {401, {}, {}}, request, RecordId(7));
    run.send(5005000, "minji", "server-1", request, MessageKind::Response, TransitTime::unknown, true);
    run.add(5005000, "balancer",
            ConnectFailed {run.entity("server-1"), ConnectError::NoAnswer, 4294967295u, 4294967295u}, request);
    run.add(5005000, "server-1",
            WriteApplied {session, run.text("cart"), WriteId {run.entity("minji"), 3}, WriteId::none()}, request);
    run.add(5005000, "server-1", Crashed {});

    QFETCH(int, line);
    QFETCH(QByteArray, text);
    const std::string written = jsonLinesOf(*run.finish());
    QCOMPARE(QByteArray::fromStdString(lineOf(written, static_cast<std::size_t>(line) + 5)), text);
}

void TestJsonLines::header()
{
    RunBuilder run;
    const std::string text = jsonLinesOf(*run.finish());
    QCOMPARE(
        QByteArray::fromStdString(lineOf(text, 0)),
        QByteArray(
            R"({"format":"sessionarium-timeline","version":1,"scenario":"by-hand","policy":"none","seed":7,"branch":"main","duration_us":20000000,"session_timeout_us":1800000000,"strings":["minji","junho","balancer","server-1","server-2","user","cart","JSESSIONID","act"],"entities":[{"id":"minji","type":"client","name":{"ko":"민지","en":"Minji"}},{"id":"junho","type":"client","name":{"ko":"","en":"Junho"}},{"id":"balancer","type":"balancer","name":{"ko":"로드 밸런서","en":"Load balancer"}},{"id":"server-1","type":"server","name":{"ko":"서버 1","en":"Server 1"}},{"id":"server-2","type":"server","name":{"ko":"","en":""}}]})"));
    const std::string last = lineOf(text, 6);
    QVERIFY2(last.starts_with(R"({"records":5,"fingerprint":")"), last.c_str());
    QCOMPARE(last.size(), std::string_view(R"({"records":5,"fingerprint":"0123456789abcdef"})").size());
    QVERIFY(text.ends_with("}\n"));
}

void TestJsonLines::textsAreEscaped()
{
    const std::string text = std::string("a\"b\\c/\b\f\n\r\t\x01\x1f\x7f 사과 😀") + '\0';
    RunBuilder run;
    run.add(1, "minji", ActionTaken {run.text(text), ActionKind::Read});
    const auto timeline = run.finish();
    const std::string written = jsonLinesOf(*timeline);
    const std::string line = lineOf(written, 6);
    QVERIFY2(line.find("\"action\":\"a\\\"b\\\\c/\\b\\f\\n\\r\\t\\u0001\\u001f\x7f 사과 😀\\u0000\",\"do\"")
                 != std::string::npos,
             line.c_str());

    const auto read = report::readJsonLines(written, manyRecords);
    QVERIFY(read.ok());
    const auto *taken = std::get_if<ActionTaken>(&(*read.value())[5].fact);
    QVERIFY(taken);
    QCOMPARE(read.value()->text(taken->action), std::string_view(text));
}

void TestJsonLines::spaceAndCrLfAreLetPass()
{
    const std::string text = everyKind();
    std::string spaced = replaced(replaced(text, ",\"", " ,\t\""), "\":", "\" :  ");
    spaced = replaced(replaced(replaced(spaced, "{\"", "{ \""), "}\n", " }\r\n"), "[\"", "[ \"");
    QVERIFY(spaced != text);
    const auto read = report::readJsonLines(spaced, manyRecords);
    if (!read)
        qWarning("%s", toString(read.problems().front()));
    QVERIFY(read.ok());
    QCOMPARE(QByteArray::fromStdString(jsonLinesOf(*read.value())), QByteArray::fromStdString(text));

    // So is the mark with which some editors begin a text.
    QVERIFY(report::readJsonLines("\xEF\xBB\xBF" + text, manyRecords).ok());
    // The last line feed may be missing: the last line is whole.
    QVERIFY(report::readJsonLines(std::string_view(text).substr(0, text.size() - 1), manyRecords).ok());
}

void TestJsonLines::escapesOfForeignWriters()
{
    const std::string text = everyKind();
    const std::string escaped = replaced(replaced(text, "\"minji\"", R"("\u006dinji")"), "사과", R"(\uC0AC\uACFC)");
    QVERIFY(escaped != text);
    const auto read = report::readJsonLines(escaped, manyRecords);
    QVERIFY(read.ok());
    QCOMPARE(QByteArray::fromStdString(jsonLinesOf(*read.value())), QByteArray::fromStdString(text));
}

void TestJsonLines::sinkIsCalledInOrder()
{
    CallLog log;
    const auto read = report::readJsonLinesInto(everyKind(), log, manyRecords);
    QVERIFY(read.ok());
    QCOMPARE(read.value(), 193u);
    const std::vector<std::string> begin {"begin",
                                          "string 7 192.168.1.10",
                                          "record 0 entity_added",
                                          "string 8 10.0.0.7",
                                          "record 1 entity_added",
                                          "record 2 entity_added"};
    for (std::size_t i = 0; i < begin.size(); ++i)
        QCOMPARE(log.calls[i], begin[i]);
    // A later entity: its id is interned, it joins, its record comes.
    const auto join = std::find_if(log.calls.begin(), log.calls.end(),
                                   [](const std::string &call) { return call.starts_with("join"); });
    QVERIFY(join != log.calls.end());
    QVERIFY(join[-1].ends_with(" server-3"));
    QCOMPARE(*join, "join 5 " + join[-1].substr(0, join[-1].rfind(' ')));
    QCOMPARE(join[1], std::string("record 88 entity_added"));
    QCOMPARE(log.calls.back(), std::string("end"));
}

void TestJsonLines::failingSinkEndsTheExport()
{
    RunBuilder run;
    for (int i = 0; i < 200000; ++i)
        run.add(i, "minji", CookieDeleted {StringId(7)});
    const auto timeline = run.finish();
    int calls = 0;
    const bool written = report::writeJsonLines(*timeline, [&calls](std::string_view) {
        ++calls;
        return calls < 2;
    });
    QVERIFY(!written);
    QCOMPARE(calls, 2); // and never again
}

void TestJsonLines::longRunsComeInBlocks()
{
    RunBuilder run;
    for (int i = 0; i < 200000; ++i)
        run.add(i, "minji", CookieDeleted {StringId(7)});
    const auto timeline = run.finish();
    std::string text;
    std::size_t largest = 0;
    QVERIFY(report::writeJsonLines(*timeline, [&](std::string_view bytes) {
        largest = std::max(largest, bytes.size());
        text += bytes;
        return true;
    }));
    QVERIFY(text.size() > 12'000'000);
    QVERIFY(largest <= std::size_t {4} << 20);
    const auto read = report::readJsonLines(text, manyRecords);
    QVERIFY(read.ok());
    QCOMPARE(read.value()->size(), timeline->size());
    QVERIFY(jsonLinesOf(*read.value()) == text);
}

void TestJsonLines::files()
{
    QTemporaryDir folder;
    QVERIFY(folder.isValid());
    const std::string path = folder.filePath(QStringLiteral("run.jsonl")).toStdString();
    RunBuilder run;
    for (int i = 0; i < 30000; ++i) // several of the blocks in which a file is read
        run.add(i, "minji", ActionTaken {run.text("act-" + std::to_string(i)), ActionKind::Read});
    const std::string text = jsonLinesOf(*run.finish());
    QFile file(QString::fromStdString(path));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text.data(), static_cast<qint64>(text.size())), static_cast<qint64>(text.size()));
    file.close();

    const auto read = report::readJsonLinesFile(path, manyRecords);
    QVERIFY(read.ok());
    QVERIFY(jsonLinesOf(*read.value()) == text);

    const std::string nowhere = folder.filePath(QStringLiteral("none.jsonl")).toStdString();
    const auto missing = report::readJsonLinesFile(nowhere, manyRecords);
    QVERIFY(!missing.ok());
    QCOMPARE(missing.problems().front(), (Problem {ProblemCode::FileNotFound, nowhere, {}, {}, 0, 0}));
    const auto directory = report::readJsonLinesFile(folder.path().toStdString(), manyRecords);
    QVERIFY(!directory.ok());
    QCOMPARE(directory.problems().front().code, ProblemCode::NotAFile);
}

QTEST_GUILESS_MAIN(TestJsonLines)
#include "tst_jsonl.moc"
