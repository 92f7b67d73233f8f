// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/report/runbuilder.h"

#include "core/report/summary.h"
#include "core/timeline/fingerprint.h"
#include "tests/support/printing.h"

#include <nlohmann/json.hpp>

#include <QTest>

using namespace sessionarium;
using namespace sessionarium::tests;
using namespace sessionarium::model;
using report::Summary;
using verdict::Guarantee;
using verdict::Outcome;
using verdict::Verdict;
using verdict::Verdicts;

namespace {

Verdict verdictOn(std::uint32_t request, EntityId client, RecordId issued, RecordId finished, Outcome outcome,
                  std::int64_t latencyUs, std::initializer_list<Guarantee> broken = {})
{
    Verdict verdict;
    verdict.request = RequestId(request);
    verdict.client = client;
    verdict.issued = issued;
    verdict.finished = finished;
    verdict.outcome = outcome;
    verdict.latency = microseconds(latencyUs);
    for (const Guarantee guarantee : broken)
        verdict.broken.add(guarantee);
    return verdict;
}

RequestIssued issued(Operation operation)
{
    RequestIssued fact;
    fact.operation = operation;
    return fact;
}

/// Minji logs in at server-1, writes twice and logs out; Junho is refused; 10 s.
struct SmallRun
{
    std::shared_ptr<const timeline::Timeline> timeline;
    Verdicts verdicts;
    std::uint32_t afterLogIn = 0; // records up to the first answer
    std::uint32_t afterWrites = 0;

    SmallRun()
    {
        RunBuilder run(seconds(10));
        const EntityId minji = run.entity("minji");
        const EntityId junho = run.entity("junho");
        const StringId user = run.text("user");
        const StringId cart = run.text("cart");
        std::vector<Verdict> list;

        RecordId began = run.add(1'000'000, "minji", issued(Operation::LogIn), RequestId(0));
        run.send(1'000'000, "minji", "balancer", RequestId(0), MessageKind::Request, 500);
        run.add(1'000'000, "server-1", ServiceStarted {}, RequestId(0));
        const StringId session = run.text("S1");
        run.add(2'000'000, "server-1", SessionCreated {session, minji, CopyRole::InCharge}, RequestId(0));
        run.add(2'000'000, "server-1", WriteApplied {session, user, WriteId {minji, 1}, {}}, RequestId(0));
        run.add(2'000'000, "server-1", ServiceEnded {200}, RequestId(0));
        run.send(2'000'000, "server-1", "balancer", RequestId(0), MessageKind::Response, 500, true);
        RecordId ended = run.add(2'000'500, "minji", Answered {200, WriteId {minji, 1}, session}, RequestId(0));
        list.push_back(verdictOn(0, minji, began, ended, Outcome::Fine, 1000));
        afterLogIn = run.size();

        // Two writes at once, from the same (empty) cart: the second replaces the first, the session does not grow.
        began = run.add(3'000'000, "minji", issued(Operation::Write), RequestId(1));
        const RecordId other = run.add(3'000'000, "minji", issued(Operation::Write), RequestId(2));
        run.add(3'000'000, "server-1", ServiceStarted {}, RequestId(1));
        run.add(3'000'000, "server-1", ServiceStarted {}, RequestId(2));
        run.add(4'000'000, "server-1", WriteApplied {session, cart, WriteId {minji, 2}, {}}, RequestId(1));
        run.add(4'000'000, "server-1", ServiceEnded {200}, RequestId(1));
        run.add(5'000'000, "server-1", WriteApplied {session, cart, WriteId {minji, 3}, {}}, RequestId(2));
        run.add(5'000'000, "server-1", ServiceEnded {200}, RequestId(2));
        ended = run.add(5'000'000, "minji", Answered {200, WriteId {minji, 1}, {}}, RequestId(1));
        list.push_back(verdictOn(1, minji, began, ended, Outcome::StaleRead, 2000,
                                 {Guarantee::ReadYourWrites, Guarantee::MonotonicReads}));
        ended = run.add(5'000'000, "minji", Answered {200, WriteId {minji, 1}, {}}, RequestId(2));
        list.push_back(verdictOn(2, minji, other, ended, Outcome::LostUpdate, 3000));
        // A third, on top of the second.
        run.add(5'000'000, "minji", issued(Operation::Write), RequestId(3));
        run.add(5'000'000, "server-1", WriteApplied {session, cart, WriteId {minji, 4}, WriteId {minji, 3}},
                RequestId(3));
        afterWrites = run.size();

        began = run.add(6'000'000, "junho", issued(Operation::Read), RequestId(4));
        run.add(6'000'000, "server-2", RequestQueued {1}, RequestId(4));
        run.add(6'000'000, "server-2", RequestQueued {3}, RequestId(4));
        run.add(6'000'000, "server-2", RequestQueued {2}, RequestId(4));
        run.add(6'000'000, "server-2", ServiceStarted {}, RequestId(4));
        run.add(7'000'000, "server-2", Crashed {});
        ended = run.add(8'000'000, "junho", Answered {502, {}, {}}, RequestId(4));
        list.push_back(verdictOn(4, junho, began, ended, Outcome::Refused, 2'000'000, {Guarantee::Availability}));
        run.add(8'000'000, "server-2", Restarted {});
        run.join(9'000'000, "server-3", 1);
        run.add(9'500'000, "server-3", ServiceStarted {}, RequestId(3));

        timeline = run.finish();
        verdicts = Verdicts(std::move(list), 1);
    }

    [[nodiscard]] Summary all() const { return report::summarize(*timeline, verdicts, timeline->size()); }
};

} // namespace

class TestSummary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requestsAndVerdicts();
    void servers();
    void clients();
    void names();
    void messages();
    void prefix();
    void belief_data();
    void belief();
    void percentiles_data();
    void percentiles();
    void nothingFinished();
    void manyClients();
    void cutRun();
    void crashEmptiesTheServer();
    void workOnChangesIsBusyTime();
    void storesComeLast();
    void json();
};

void TestSummary::requestsAndVerdicts()
{
    const SmallRun run;
    const Summary summary = run.all();
    QCOMPARE(summary.scenario, std::string("by-hand"));
    QCOMPARE(summary.policy, std::string("none"));
    QCOMPARE(summary.seed, std::uint64_t(7));
    QCOMPARE(summary.durationUs, std::int64_t(10'000'000));
    QCOMPARE(summary.requests, std::uint64_t(4));
    QCOMPARE(summary.unfinished, std::uint64_t(1));
    QCOMPARE(summary.outcomes, (report::Outcomes {1, 0, 1, 1, 1, 0}));
    QCOMPARE(summary.guarantees, (report::Guarantees {1, 1, 0, 0, 0, 1}));
    QCOMPARE(summary.availabilityPpm, std::optional<std::uint64_t>(750'000));
    QCOMPARE(summary.sessionAvailabilityPpm, std::optional<std::uint64_t>(250'000));
    QCOMPARE(summary.latencyUs.p50, std::optional<std::int64_t>(2000));
    QCOMPARE(summary.latencyUs.p95, std::optional<std::int64_t>(2'000'000));
    QCOMPARE(summary.latencyUs.max, std::optional<std::int64_t>(2'000'000));
    QCOMPARE(summary.records, std::uint64_t(run.timeline->size()));
    QCOMPARE(summary.fingerprint, timeline::fingerprintOf(*run.timeline, run.timeline->size()));
    QVERIFY(!summary.cut);
}

void TestSummary::servers()
{
    const Summary summary = SmallRun().all();
    QCOMPARE(summary.servers.size(), std::size_t(3));
    const report::ServerSummary &one = summary.servers[0];
    QCOMPARE(one.id, std::string("server-1"));
    QCOMPARE(one.requests, std::uint64_t(3));
    // 1 s of one place, 1 s of two, 1 s of one: 4 of 2 places × 10 s.
    QCOMPARE(one.busyPpm, std::optional<std::uint64_t>(200'000));
    QCOMPARE(one.sessions, std::uint64_t(1));
    QCOMPARE(one.sessionsMax, std::uint64_t(1));
    // The session holds the log-in and, in the cart, the second and the third write: the first was lost.
    QCOMPARE(one.sessionBytes, std::uint64_t(512 + 3 * 256));
    QCOMPARE(one.sessionBytesMax, std::uint64_t(512 + 3 * 256));

    const report::ServerSummary &two = summary.servers[1];
    QCOMPARE(two.requests, std::uint64_t(0));
    QCOMPARE(two.busyPpm, std::optional<std::uint64_t>(50'000)); // 1 s of one place, then it crashed
    QCOMPARE(two.queueMax, std::uint64_t(3));

    const report::ServerSummary &late = summary.servers[2];
    QCOMPARE(late.id, std::string("server-3"));
    QCOMPARE(late.busyPpm, std::optional<std::uint64_t>(500'000)); // half of the second that it was there
}

void TestSummary::clients()
{
    const Summary summary = SmallRun().all();
    QCOMPARE(summary.clients.size(), std::size_t(2));
    QCOMPARE(summary.clients[0].requests, std::uint64_t(3));
    QCOMPARE(summary.clients[0].outcomes, (report::Outcomes {1, 0, 1, 1, 0, 0}));
    QCOMPARE(summary.clients[0].guarantees, (report::Guarantees {1, 1, 0, 0, 0, 0}));
    QVERIFY(summary.clients[0].signedIn);
    QCOMPARE(summary.clients[1].requests, std::uint64_t(1));
    QCOMPARE(summary.clients[1].outcomes, (report::Outcomes {0, 0, 0, 0, 1, 0}));
    QVERIFY(!summary.clients[1].signedIn);
}

void TestSummary::names()
{
    const Summary summary = SmallRun().all();
    QCOMPARE(summary.clients[0].name, (Text {"민지", "Minji"}));
    QCOMPARE(summary.clients[1].name, (Text {"Junho", "Junho"}));
    QCOMPARE(summary.servers[1].name, (Text {"server-2", "server-2"}));
    QCOMPARE(summary.servers[2].name, (Text {"server-3", "server-3"}));
}

void TestSummary::messages()
{
    const Summary summary = SmallRun().all();
    QCOMPARE(summary.messages.size(), std::size_t(2));
    QCOMPARE(summary.messages[0].kind, std::string("request"));
    QCOMPARE(summary.messages[0].count, std::uint64_t(1));
    QCOMPARE(summary.messages[0].bytes, std::uint64_t(500));
    QCOMPARE(summary.messages[1].kind, std::string("response"));
    QCOMPARE(summary.messages[1].bytes, std::uint64_t(2000)); // it was sent, though it is lost
}

void TestSummary::prefix()
{
    const SmallRun run;
    const Summary summary = report::summarize(*run.timeline, run.verdicts, run.afterLogIn);
    QCOMPARE(summary.requests, std::uint64_t(1));
    QCOMPARE(summary.unfinished, std::uint64_t(0));
    QCOMPARE(summary.outcomes, (report::Outcomes {1, 0, 0, 0, 0, 0}));
    QCOMPARE(summary.servers.size(), std::size_t(2)); // the third has not joined yet
    QCOMPARE(summary.servers[0].sessionBytes, std::uint64_t(512 + 256));
    // 1 s of one of two places, of 2.0005 s.
    QCOMPARE(summary.servers[0].busyPpm, std::optional<std::uint64_t>(249'937));
    QCOMPARE(summary.records, std::uint64_t(run.afterLogIn));
    QCOMPARE(summary.fingerprint, timeline::fingerprintOf(*run.timeline, run.afterLogIn));

    const Summary writes = report::summarize(*run.timeline, run.verdicts, run.afterWrites);
    QCOMPARE(writes.requests, std::uint64_t(3));
    QCOMPARE(writes.unfinished, std::uint64_t(1));

    const Summary none = report::summarize(*run.timeline, run.verdicts, 0);
    QCOMPARE(none.requests, std::uint64_t(0));
    QVERIFY(none.servers.empty());
    QCOMPARE(none.fingerprint, std::string("cbf29ce484222325"));
}

void TestSummary::belief_data()
{
    QTest::addColumn<int>("operation");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("shown");
    QTest::addColumn<bool>("before");
    QTest::addColumn<bool>("after");
    const auto row = [](const char *name, Operation operation, int status, bool shown, bool before, bool after) {
        QTest::newRow(name) << static_cast<int>(operation) << status << shown << before << after;
    };
    row("5: 200 with the user: in", Operation::Read, 200, true, false, true);
    row("5: 200 of a stranger: out", Operation::LoginPage, 200, false, true, false);
    row("5: 401: out", Operation::Read, 401, false, true, false);
    row("5: 302 to the login page: out", Operation::Read, 302, false, true, false);
    row("5: 200 to a log-out: out", Operation::LogOut, 200, true, true, false);
    row("5: 502 changes nothing", Operation::Read, 502, false, true, true);
    row("5: 500 changes nothing", Operation::Write, 500, false, true, true);
    row("5: 503 does not sign in", Operation::LogIn, 503, false, false, false);
}

void TestSummary::belief()
{
    QFETCH(int, operation);
    QFETCH(int, status);
    QFETCH(bool, shown);
    QFETCH(bool, before);
    QFETCH(bool, after);
    RunBuilder run;
    const WriteId logIn {run.entity("minji"), 1};
    run.add(1, "minji", issued(Operation::LogIn), RequestId(0));
    run.add(2, "minji", before ? Answered {200, logIn, {}} : Answered {401, {}, {}}, RequestId(0));
    run.add(3, "minji", issued(static_cast<Operation>(operation)), RequestId(1));
    run.add(4, "minji", Answered {static_cast<std::uint32_t>(status), shown ? logIn : WriteId(), {}}, RequestId(1));
    const auto timeline = run.finish();
    QCOMPARE(report::summarize(*timeline, Verdicts(), timeline->size() - 2).clients[0].signedIn, before);
    QCOMPARE(report::summarize(*timeline, Verdicts(), timeline->size()).clients[0].signedIn, after);
}

void TestSummary::percentiles_data()
{
    QTest::addColumn<int>("requests"); // with latencies 1 ... requests, in a mixed order
    QTest::addColumn<int>("p50");
    QTest::addColumn<int>("p95");
    QTest::addColumn<int>("p99");
    QTest::newRow("nearest rank of 1") << 1 << 1 << 1 << 1;
    QTest::newRow("nearest rank of 2") << 2 << 1 << 2 << 2;
    QTest::newRow("nearest rank of 20") << 20 << 10 << 19 << 20;
    QTest::newRow("nearest rank of 100") << 100 << 50 << 95 << 99;
    QTest::newRow("nearest rank of 101") << 101 << 51 << 96 << 100;
}

void TestSummary::percentiles()
{
    QFETCH(int, requests);
    QFETCH(int, p50);
    QFETCH(int, p95);
    QFETCH(int, p99);
    RunBuilder run;
    std::vector<Verdict> verdicts;
    for (int i = 0; i < requests; ++i) {
        const RequestId request(static_cast<std::uint32_t>(i));
        const RecordId began = run.add(i, "minji", issued(Operation::Read), request);
        const RecordId ended = run.add(i, "minji", Answered {200, {}, {}}, request);
        const std::int64_t latency = i % 2 == 0 ? i / 2 + 1 : requests - i / 2;
        verdicts.push_back(verdictOn(request.value, run.entity("minji"), began, ended, Outcome::Fine, latency));
    }
    const auto timeline = run.finish();
    const Summary summary = report::summarize(*timeline, Verdicts(std::move(verdicts), 0), timeline->size());
    QCOMPARE(summary.latencyUs.p50, std::optional<std::int64_t>(p50));
    QCOMPARE(summary.latencyUs.p95, std::optional<std::int64_t>(p95));
    QCOMPARE(summary.latencyUs.p99, std::optional<std::int64_t>(p99));
    QCOMPARE(summary.latencyUs.max, std::optional<std::int64_t>(requests));
}

void TestSummary::nothingFinished()
{
    RunBuilder run(microseconds(0));
    const auto timeline = run.finish();
    const Summary summary = report::summarize(*timeline, Verdicts(), timeline->size());
    QVERIFY(!summary.availabilityPpm);
    QVERIFY(!summary.sessionAvailabilityPpm);
    QVERIFY(!summary.latencyUs.p50);
    QVERIFY(!summary.latencyUs.max);
    QVERIFY(!summary.servers[0].busyPpm); // no time
    const auto json = nlohmann::json::parse(report::toJson(summary));
    QVERIFY(json.at("availability_ppm").is_null());
    QVERIFY(json.at("latency_us").at("p99").is_null());
    QVERIFY(json.at("servers").at(0).at("busy_ppm").is_null());
    QCOMPARE(json.at("messages").size(), std::size_t(0));
    QVERIFY(json.at("messages").is_object());
}

void TestSummary::manyClients()
{
    timeline::Timeline timeline;
    timeline::RunInfo info;
    for (std::uint32_t i = 0; i < 1002; ++i) {
        info.strings.push_back(std::string("client-").append(std::to_string(i)));
        info.entities.push_back({info.strings.back(), EntityType::Client, {}});
    }
    timeline.begin(info);
    for (std::uint32_t i = 0; i < 1002; ++i)
        timeline.append(RecordId(i), timeline::Record {{}, {}, EntityId(i), {}, EntityAdded {}});
    timeline.append(RecordId(1002), timeline::Record {{}, {}, EntityId(1001), RequestId(0), RequestIssued {}});
    timeline.append(RecordId(1003), timeline::Record {{}, {}, EntityId(1001), RequestId(0), Answered {200, {}, {}}});
    timeline.end();
    const Verdicts verdicts({verdictOn(0, EntityId(1001), RecordId(1002), RecordId(1003), Outcome::Fine, 5)}, 0);
    const Summary summary = report::summarize(timeline, verdicts, timeline.size());
    QCOMPARE(summary.clients.size(), std::size_t(1000));
    QCOMPARE(summary.clientsOmitted, std::uint64_t(2));
    QCOMPARE(summary.requests, std::uint64_t(1)); // who is left out counts in the sums
    QCOMPARE(nlohmann::json::parse(report::toJson(summary)).at("clients_omitted").get<int>(), 2);
}

void TestSummary::cutRun()
{
    RunBuilder run(seconds(10));
    run.add(1'000'000, "minji", issued(Operation::Read), RequestId(0));
    run.add(1'000'000, "server-1", ServiceStarted {}, RequestId(0));
    run.add(2'000'000, "minji", RunCut {});
    const auto timeline = run.finish();
    const Summary summary = report::summarize(*timeline, Verdicts({}, 1), timeline->size());
    QVERIFY(summary.cut);
    QCOMPARE(summary.servers[0].busyPpm, std::optional<std::uint64_t>(250'000)); // 1 s of 2 places × 2 s
    QVERIFY(nlohmann::json::parse(report::toJson(summary)).at("cut").get<bool>());
}

void TestSummary::crashEmptiesTheServer()
{
    RunBuilder run(seconds(10));
    const EntityId minji = run.entity("minji");
    for (std::uint32_t i = 0; i < 3; ++i) {
        const StringId session = run.text(std::to_string(i));
        run.add(1'000'000, "server-1", SessionCreated {session, minji, CopyRole::InCharge});
        run.add(1'000'000, "server-1", WriteApplied {session, run.text("user"), WriteId {minji, i + 1}, {}});
    }
    run.add(1'500'000, "server-1", SessionEnded {run.text("0"), SessionEnd::Expired});
    const std::uint32_t before = run.size();
    run.add(2'000'000, "server-1", Crashed {});
    run.add(3'000'000, "server-1", Restarted {});
    run.add(4'000'000, "server-1", SessionCreated {run.text("S9"), minji, CopyRole::InCharge});
    const auto timeline = run.finish();

    const report::ServerSummary full = report::summarize(*timeline, Verdicts(), before).servers[0];
    QCOMPARE(full.sessions, std::uint64_t(2));
    QCOMPARE(full.sessionBytes, std::uint64_t(2 * 768));
    const report::ServerSummary later = report::summarize(*timeline, Verdicts(), timeline->size()).servers[0];
    QCOMPARE(later.sessions, std::uint64_t(1));
    QCOMPARE(later.sessionsMax, std::uint64_t(3));
    QCOMPARE(later.sessionBytes, std::uint64_t(512));
    QCOMPARE(later.sessionBytesMax, std::uint64_t(3 * 768));
}

void TestSummary::workOnChangesIsBusyTime()
{
    RunBuilder run(seconds(10)); // two places: 20 s of them
    const StringId session = run.text("S1");
    const RequestId request(0);
    run.add(1'000'000, "minji", issued(Operation::LogIn), request);
    const RecordId first = run.add(2'000'000, "server-1", Delivered {MessageKind::ReplicationCreated}, request);
    run.add(2'000'000, "server-1", Delivered {MessageKind::ReplicationDelta}, request);
    // At it from its arrival on: 1 s. The second one waits for a place and begins when the first is done: 2 s.
    const RecordId made = run.add(3'000'000, "server-1",
                                  SessionCreated {session, run.entity("minji"), CopyRole::Replica}, request, first);
    run.add(5'000'000, "server-1", SessionTouched {session, CopyRole::Replica}, request, made);
    // What is no effect of an arrival takes no place.
    run.add(6'000'000, "server-1", SessionTouched {session, CopyRole::Replica}, request, made);
    const auto timeline = run.finish();
    const Summary summary = report::summarize(*timeline, Verdicts(), timeline->size());
    QCOMPARE(summary.servers[0].busyPpm, std::optional<std::uint64_t>(150'000));
    QCOMPARE(summary.servers[0].sessions, std::uint64_t(1));
}

void TestSummary::storesComeLast()
{
    RunBuilder run(seconds(10));
    QVERIFY(!nlohmann::json::parse(report::toJson(report::summarize(run.timeline(), Verdicts(), run.size())))
                 .contains("stores"));
    run.timeline().joinEntity(EntityId(5), run.text("store"));
    EntityAdded added;
    added.type = EntityType::Store;
    run.add(0, "store", added);
    const StringId session = run.text("S1");
    run.add(1, "store", CopySet {session, run.entity("minji"), CopyRole::Replica, 0});
    run.add(1, "store", AttributeSet {session, run.text("cart"), WriteId {run.entity("minji"), 3}, 3});
    run.add(2, "store", SessionIdChanged {session, run.text("S2")});
    run.add(3, "store", SessionEnded {run.text("S2"), SessionEnd::Revoked});
    const auto timeline = run.finish();
    const Summary summary = report::summarize(*timeline, Verdicts(), timeline->size());
    QCOMPARE(summary.servers.size(), std::size_t(2)); // a store is none
    const auto json = nlohmann::ordered_json::parse(report::toJson(summary));
    QCOMPARE(std::prev(json.end()).key(), std::string("stores"));
    const auto &store = json.at("stores").at(0);
    QCOMPARE(store.at("id").get<std::string>(), std::string("store"));
    QCOMPARE(store.at("sessions").get<int>(), 0);
    QCOMPARE(store.at("sessions_max").get<int>(), 1);
    QCOMPARE(store.at("session_bytes_max").get<int>(), 512 + 3 * 256);
}

void TestSummary::json()
{
    const std::string text = report::toJson(SmallRun().all());
    const auto json = nlohmann::ordered_json::parse(text);
    const auto keys = [](const nlohmann::ordered_json &object) {
        QByteArray names;
        for (const auto &item : object.items())
            names += ' ' + QByteArray::fromStdString(item.key());
        return names.mid(1);
    };
    QCOMPARE(keys(json),
             QByteArray("scenario policy seed duration_us requests unfinished availability_ppm "
                        "session_availability_ppm outcomes guarantees clients servers messages latency_us records "
                        "fingerprint"));
    QCOMPARE(keys(json["outcomes"]), QByteArray("fine logged_out stale_read lost_update refused revoked_accepted"));
    QCOMPARE(
        keys(json["guarantees"]),
        QByteArray("read_your_writes monotonic_reads monotonic_writes writes_follow_reads durability availability"));
    QCOMPARE(keys(json["clients"][0]), QByteArray("id name requests outcomes guarantees signed_in"));
    QCOMPARE(keys(json["clients"][0]["name"]), QByteArray("ko en"));
    QCOMPARE(keys(json["servers"][0]),
             QByteArray("id name requests busy_ppm queue_max sessions sessions_max session_bytes session_bytes_max"));
    QCOMPARE(keys(json["messages"]), QByteArray("request response"));
    QCOMPARE(keys(json["messages"]["request"]), QByteArray("count bytes"));
    QCOMPARE(keys(json["latency_us"]), QByteArray("p50 p95 p99 max"));
    QCOMPARE(json["guarantees"]["read_your_writes"].get<int>(), 1);
    QCOMPARE(json["clients"][0]["name"]["ko"].get<std::string>(), std::string("민지"));
    QVERIFY2(text.starts_with("{\n  \"scenario\": \"by-hand\",\n"), text.c_str());
    QVERIFY(text.ends_with("\n}\n"));
}

QTEST_GUILESS_MAIN(TestSummary)
#include "tst_summary.moc"
