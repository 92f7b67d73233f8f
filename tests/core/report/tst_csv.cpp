// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/report/jsonltext.h"
#include "tests/core/report/runbuilder.h"

#include "core/report/csv.h"
#include "tests/support/printing.h"

#include <QTest>

#include <map>

using namespace sessionarium;
using namespace sessionarium::tests;
using namespace sessionarium::model;
using verdict::Verdict;
using verdict::Verdicts;

namespace {

using Cells = std::vector<std::string>;

/// A strict reader of RFC 4180: CRLF after each row, quotes only around a whole cell, doubled inside. Empty if the
/// text is not like that.
std::vector<Cells> parseCsv(const std::string &text)
{
    std::vector<Cells> rows;
    Cells row;
    std::size_t at = 0;
    while (at < text.size()) {
        std::string cell;
        if (text[at] == '"') {
            ++at;
            for (;;) {
                if (at == text.size())
                    return {}; // an open quote
                if (text[at] != '"') {
                    cell += text[at++];
                } else if (at + 1 < text.size() && text[at + 1] == '"') {
                    cell += '"';
                    at += 2;
                } else {
                    ++at;
                    break;
                }
            }
        } else {
            while (at < text.size() && text[at] != ',' && text[at] != '\r') {
                if (text[at] == '"' || text[at] == '\n')
                    return {};
                cell += text[at++];
            }
        }
        row.push_back(cell);
        if (text.compare(at, 1, ",") == 0) {
            ++at;
        } else if (text.compare(at, 2, "\r\n") == 0) {
            at += 2;
            rows.push_back(std::move(row));
            row.clear();
        } else {
            return {};
        }
    }
    return row.empty() ? rows : std::vector<Cells>();
}

std::string csvOf(const timeline::Timeline &timeline, const Verdicts &verdicts, bool bom = false)
{
    std::string text;
    const bool written = report::writeCsv(timeline, verdicts, bom, [&text](std::string_view bytes) {
        text += bytes;
        return true;
    });
    return written ? text : std::string();
}

} // namespace

class TestCsv : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindIsOneRow();
    void columns_data();
    void columns();
    void verdictsStandInTheFinishingRecord();
    void quoting_data();
    void quoting();
    void byteOrderMark();
    void failingSink();
};

void TestCsv::everyKindIsOneRow()
{
    const auto read = report::readJsonLines(everyKind(), manyRecords);
    QVERIFY(read.ok());
    const std::vector<Cells> rows = parseCsv(csvOf(*read.value(), Verdicts()));
    QCOMPARE(rows.size(), std::size_t(194));
    const Cells header {"id",      "at_us",      "cause",      "entity",    "request", "client", "kind",
                        "message", "peer",       "session",    "attribute", "write",   "base",   "status",
                        "reason",  "size_bytes", "transit_us", "outcome",   "broken"};
    QVERIFY(rows.front() == header);
    for (std::size_t i = 1; i < rows.size(); ++i) {
        QCOMPARE(rows[i].size(), header.size());
        QCOMPARE(rows[i][0], std::to_string(i - 1));
        QCOMPARE(rows[i][6], std::string(kindName((*read.value())[static_cast<std::uint32_t>(i - 1)].fact)));
    }
}

void TestCsv::columns_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<QByteArray>("text");
    // The records of the run below, from 5 on.
    QTest::newRow("request_issued") << 0 << QByteArray("5,1000,,minji,0,minji,request_issued,,,S1,cart,minji:1,,,,,,,");
    QTest::newRow("sent") << 1 << QByteArray("6,1000,5,minji,0,minji,sent,request,balancer,,,,,,,500,250,,");
    QTest::newRow("sent, unknown transit")
        << 2 << QByteArray("7,1000,,balancer,0,minji,sent,response,minji,,,,,,,2000,,,");
    QTest::newRow("forwarded") << 3 << QByteArray("8,1001,,balancer,0,minji,forwarded,,server-2,,,,,,redispatched,,,,");
    QTest::newRow("connect_failed") << 4
                                    << QByteArray(
                                           "9,1001,,balancer,0,minji,connect_failed,,server-1,,,,,,no_answer,,,,");
    QTest::newRow("write_applied") << 5
                                   << QByteArray(
                                          "10,1002,,server-2,0,minji,write_applied,,,S1,cart,minji:2,minji:1,,,,,,");
    QTest::newRow("session_ended") << 6 << QByteArray("11,1002,,server-2,,,session_ended,,,S1,,,,,expired,,,,");
    QTest::newRow("attribute_shown") << 7
                                     << QByteArray("12,1003,,minji,0,minji,attribute_shown,,,,cart,minji:2,,,,,,,");
    QTest::newRow("session cookie") << 8 << QByteArray("13,1003,,minji,0,minji,cookie_stored,,,S1,,,,,,,,,");
    QTest::newRow("another cookie") << 9 << QByteArray("14,1003,,minji,0,minji,cookie_stored,,,,,,,,,,,,");
    QTest::newRow("server_marked") << 11 << QByteArray("16,1004,,balancer,,,server_marked,,server-2,,,,,,down,,,,");
    QTest::newRow("link_cut") << 12 << QByteArray("17,1004,,server-1,,,link_cut,,server-2,,,,,,,,,,");
    QTest::newRow("member_dropped") << 13 << QByteArray("18,1004,,server-1,,,member_dropped,,server-2,,,,,,,,,,");
    QTest::newRow("confirmation_missed")
        << 14 << QByteArray("19,1004,,server-1,0,minji,confirmation_missed,,server-2,,,,,,no_answer,,,,");
    QTest::newRow("attribute_set") << 15
                                   << QByteArray("20,1005,,server-2,0,minji,attribute_set,,,S1,cart,minji:2,,,,,,,");
    QTest::newRow("session_id_changed") << 16
                                        << QByteArray("21,1005,,server-2,0,minji,session_id_changed,,,S2,,,,,,,,,");
    QTest::newRow("replication_queued")
        << 17 << QByteArray("22,1005,,server-1,0,minji,replication_queued,replication_delta,,S1,,,,,,,,,");
    QTest::newRow("answered") << 10 << QByteArray("15,1003,,minji,0,minji,answered,,,S1,,minji:1,,200,,,,,");
}

void TestCsv::columns()
{
    RunBuilder run;
    const EntityId minji = run.entity("minji");
    const StringId cart = run.text("cart");
    const StringId session = run.text("S1");
    const RequestId request(0);
    run.add(1000, "minji", RequestIssued {Operation::Write, cart, {}, WriteId {minji, 1}, session}, request);
    run.send(1000, "minji", "balancer", request, MessageKind::Request, 250, false, RecordId(5));
    run.send(1000, "balancer", "minji", request, MessageKind::Response, TransitTime::unknown);
    run.add(1001, "balancer", Forwarded {run.entity("server-2"), ForwardReason::Redispatched, run.entity("server-1")},
            request);
    run.add(1001, "balancer", ConnectFailed {run.entity("server-1"), ConnectError::NoAnswer, 1, 5}, request);
    run.add(1002, "server-2", WriteApplied {session, cart, WriteId {minji, 2}, WriteId {minji, 1}}, request);
    run.add(1002, "server-2", SessionEnded {session, SessionEnd::Expired});
    run.add(1003, "minji", AttributeShown {cart, WriteId {minji, 2}}, request);
    run.add(1003, "minji", CookieStored {run.text("JSESSIONID"), session}, request);
    run.add(1003, "minji", CookieStored {run.text("SERVERID"), run.text("server-1")}, request);
    run.add(1003, "minji", Answered {200, WriteId {minji, 1}, session}, request);
    const EntityId other = run.entity("server-2");
    run.add(1004, "balancer", ServerMarked {other, Health::Down});
    run.add(1004, "server-1", LinkCut {other});
    run.add(1004, "server-1", MemberDropped {other});
    run.add(1004, "server-1", ConfirmationMissed {other, ConnectError::NoAnswer}, request);
    run.add(1005, "server-2", AttributeSet {session, cart, WriteId {minji, 2}, 2}, request);
    run.add(1005, "server-2", SessionIdChanged {session, run.text("S2")}, request);
    run.add(1005, "server-1", ReplicationQueued {MessageKind::ReplicationDelta, session, 1000}, request);

    QFETCH(int, row);
    QFETCH(QByteArray, text);
    const QByteArray csv = QByteArray::fromStdString(csvOf(*run.finish(), Verdicts()));
    QCOMPARE(csv.split('\n').at(row + 6), QByteArray(text + '\r'));
}

void TestCsv::verdictsStandInTheFinishingRecord()
{
    RunBuilder run;
    std::vector<Verdict> verdicts;
    for (std::uint32_t i = 0; i < 2; ++i) {
        Verdict verdict;
        verdict.request = RequestId(i);
        verdict.client = run.entity("minji");
        verdict.issued = run.add(i, "minji", RequestIssued {}, RequestId(i));
        verdict.finished = run.add(i, "minji", Answered {401, {}, {}}, RequestId(i));
        verdicts.push_back(verdict);
    }
    verdicts[0].outcome = verdict::Outcome::LoggedOut;
    verdicts[0].broken.add(verdict::Guarantee::ReadYourWrites);
    verdicts[0].broken.add(verdict::Guarantee::MonotonicReads);
    const auto timeline = run.finish();
    const std::vector<Cells> rows = parseCsv(csvOf(*timeline, Verdicts(verdicts, 0)));
    QCOMPARE(rows.size(), std::size_t(10));
    std::map<std::size_t, std::pair<std::string, std::string>> filled;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        if (!rows[i][17].empty() || !rows[i][18].empty())
            filled[i - 1] = {rows[i][17], rows[i][18]};
    }
    const decltype(filled) expected {{6, {"logged_out", "read_your_writes monotonic_reads"}}, {8, {"fine", ""}}};
    QVERIFY(filled == expected);
}

void TestCsv::quoting_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("plain") << QByteArray("plain");
    QTest::newRow("RFC 4180, 6: comma") << QByteArray("a,b");
    QTest::newRow("RFC 4180, 7: quote") << QByteArray("a \"b\" c\"");
    QTest::newRow("RFC 4180, 6: line feed") << QByteArray("a\nb");
    QTest::newRow("RFC 4180, 6: carriage return") << QByteArray("a\rb");
    QTest::newRow("only a quote") << QByteArray("\"");
    QTest::newRow("Korean") << QByteArray("사과, 배");
    QTest::newRow("a formula stays as it is") << QByteArray("=1+1");
}

void TestCsv::quoting()
{
    QFETCH(QByteArray, text);
    RunBuilder run;
    run.add(1, "server-1", SessionMissing {run.text(text.toStdString())});
    const std::vector<Cells> rows = parseCsv(csvOf(*run.finish(), Verdicts()));
    QCOMPARE(rows.size(), std::size_t(7));
    QCOMPARE(QByteArray::fromStdString(rows.back()[9]), text);
}

void TestCsv::byteOrderMark()
{
    RunBuilder run;
    const auto timeline = run.finish();
    const std::string plain = csvOf(*timeline, Verdicts());
    QVERIFY(plain.starts_with("id,at_us,"));
    QCOMPARE(csvOf(*timeline, Verdicts(), true), "\xEF\xBB\xBF" + plain);
}

void TestCsv::failingSink()
{
    RunBuilder run;
    const auto timeline = run.finish();
    QVERIFY(!report::writeCsv(*timeline, Verdicts(), false, [](std::string_view) { return false; }));
}

QTEST_GUILESS_MAIN(TestCsv)
#include "tst_csv.moc"
