// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/run/observedrun.h"
#include "tests/support/literals.h"

using namespace sessionarium;
using namespace sessionarium::model;
using namespace sessionarium::tests;
using namespace sessionarium::tests::literals;
using verdict::Outcome;
using verdict::Verdict;

namespace {

SimTime at(Duration sinceStart)
{
    return SimTime {sinceStart.us};
}

struct Trials
{
    std::size_t loggedOutAtB = 0; ///< Read right after the log-in.
    std::size_t staleAtC = 0; ///< Read right after the write.
    std::size_t loggedOutAtC = 0;
};

/// Each client logs in, reads, writes, reads.
Trials trialsOf(const ObservedRun &run, int clients)
{
    Trials trials;
    for (int user = 1; user <= clients; ++user) {
        const std::vector<Verdict> all = run.of("user-" + std::to_string(user));
        if (all.size() != 4)
            qFatal("a trial has %zu requests", all.size());
        trials.loggedOutAtB += all[1].outcome == Outcome::LoggedOut ? 1U : 0U;
        trials.staleAtC += all[3].outcome == Outcome::StaleRead ? 1U : 0U;
        trials.loggedOutAtC += all[3].outcome == Outcome::LoggedOut ? 1U : 0U;
    }
    return trials;
}

std::uint64_t writesOf(const ObservedRun &run)
{
    std::uint64_t writes = 0;
    for (const auto &[when, issued] : run.all<RequestIssued>())
        writes += issued.operation == Operation::Write ? 1U : 0U;
    return writes;
}

} // namespace

/// What real components were seen to do (the reference's "observed"), O-4 to O-6.
class TestObservedSharing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void o4_asynchronousWithoutDelay();
    void o4_asynchronousWithDelay();
    void o4_acknowledgedNeverLosesSight_data();
    void o4_acknowledgedNeverLosesSight();
    void o4_thinkingLongerThanTheDelay();
    void o4_twoNodesKilledOneLeft();
    void o4_joiningTakesLongerTheMoreThereIs();
    void o4_messagesPerWriteReadAndLogIn_data();
    void o4_messagesPerWriteReadAndLogIn();
    void o4_sixThousandSessions();
    void o5_anyNodeAnswers();
    void o5_downRefusesAll();
    void o5_killedBeforeASnapshot();
    void o5_killedAfterASnapshot();
    void o5_orderlyStopKeepsAll();
    void o6_nothingAcknowledgedIsLost();
};

void TestObservedSharing::o4_asynchronousWithoutDelay()
{
    const Trials trials = trialsOf(ObservedRun("o4-a"), 100);
    // 129, 33 and 84 of 500 were seen: some of each kind, and far from all.
    QVERIFY2(trials.loggedOutAtB > 0 && trials.loggedOutAtB < 90, qPrintable(QString::number(trials.loggedOutAtB)));
    QVERIFY2(trials.staleAtC + trials.loggedOutAtC > 0, "no read after a write was wrong");
}

void TestObservedSharing::o4_asynchronousWithDelay()
{
    const Trials trials = trialsOf(ObservedRun("o4-b"), 100);
    QCOMPARE(trials.loggedOutAtB, std::size_t {100}); // 500 of 500
    QVERIFY(trials.staleAtC >= 60); // 372 of 500, the others met no session at all
}

void TestObservedSharing::o4_acknowledgedNeverLosesSight_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("about no delay") << "o4-c";
    QTest::newRow("20 ms each way") << "o4-d";
}

void TestObservedSharing::o4_acknowledgedNeverLosesSight()
{
    QFETCH(QString, name);
    const ObservedRun run(name.toStdString());
    QCOMPARE(ObservedRun::count(run.between({}, at(1000_s)), Outcome::Fine), std::size_t {400});
    if (name == QLatin1String("o4-d")) {
        // Four ways between client and server, and the round trip to the other members: 44.5 ms were seen more than
        // without a delay.
        QVERIFY(run.of("user-1")[2].latency >= 120_ms);
    }
}

void TestObservedSharing::o4_thinkingLongerThanTheDelay()
{
    const ObservedRun run("o4-e");
    const Trials trials = trialsOf(run, 30);
    QCOMPARE(trials.loggedOutAtB + trials.staleAtC + trials.loggedOutAtC, std::size_t {0});
}

void TestObservedSharing::o4_twoNodesKilledOneLeft()
{
    const ObservedRun run("o4-f");
    for (const auto &[from, until] : {std::pair {9_s, 10_s}, std::pair {17_s, 18_s}, std::pair {24_s, 30_s}}) {
        const std::vector<Verdict> reads = run.between(at(from), at(until));
        QCOMPARE(reads.size(), std::size_t {30});
        QCOMPARE(ObservedRun::count(reads, Outcome::Fine), std::size_t {30});
    }
    std::set<std::string> answering;
    for (const Verdict &v : run.between(at(24_s), at(30_s)))
        answering.insert(run.server(v));
    QCOMPARE(answering.size(), std::size_t {3}); // restarted nodes held all at their first answer
}

void TestObservedSharing::o4_joiningTakesLongerTheMoreThereIs()
{
    std::uint64_t bytes = 0;
    for (const int sessions : {1000, 5000}) {
        const ObservedRun run("o4-g-" + std::to_string(sessions));
        QVERIFY(run.summary().servers.size() == 4);
        QCOMPARE(run.summary().servers.back().sessions, static_cast<std::uint64_t>(sessions));
        QVERIFY(!run.all<Listening>().empty());
        // 1.16 MB for 1,000 of 1 kB, 5.76 MB for 5,000: each session and a little more, and proportional to their
        // number.
        const std::uint64_t state = run.bytes(MessageKind::ReplicationState);
        const auto count = static_cast<std::uint64_t>(sessions);
        QVERIFY(state >= 1000 * count);
        QVERIFY(state <= 1300 * count);
        QVERIFY(state > bytes);
        bytes = state;
    }
}

void TestObservedSharing::o4_messagesPerWriteReadAndLogIn_data()
{
    QTest::addColumn<int>("nodes");
    for (int nodes = 2; nodes <= 6; ++nodes)
        QTest::addRow("%d nodes", nodes) << nodes;
}

void TestObservedSharing::o4_messagesPerWriteReadAndLogIn()
{
    QFETCH(int, nodes);
    const ObservedRun run("o4-h-" + std::to_string(nodes));
    const auto others = static_cast<std::uint64_t>(nodes - 1);
    // 200 writes and 200 reads sent a delta each to each other node; the log-in a CREATED and a DELTA.
    QCOMPARE(writesOf(run), std::uint64_t {200});
    QCOMPARE(run.messages(MessageKind::ReplicationDelta), 401 * others);
    QCOMPARE(run.messages(MessageKind::ReplicationCreated), others);
}

void TestObservedSharing::o4_sixThousandSessions()
{
    const ObservedRun alone("o4-i");
    for (const report::ServerSummary &server : alone.summary().servers)
        QVERIFY(server.sessionsMax >= 1900 && server.sessionsMax <= 2100);
    const ObservedRun cluster("o4-j");
    for (const report::ServerSummary &server : cluster.summary().servers)
        QVERIFY(server.sessionsMax >= 5900 && server.sessionsMax <= 6000);
}

void TestObservedSharing::o5_anyNodeAnswers()
{
    const ObservedRun run("o5-a");
    for (const auto &[from, until] : {std::pair {2_s, 5_s}, std::pair {12_s, 14_s}, std::pair {15_s, 20_s}}) {
        const std::vector<Verdict> reads = run.between(at(from), at(until));
        QVERIFY(!reads.empty());
        QCOMPARE(ObservedRun::count(reads, Outcome::Fine), reads.size());
    }
    bool newNodeAnswered = false;
    for (const Verdict &v : run.between(at(15_s), at(20_s)))
        newNodeAnswered |= run.server(v) == "server-4";
    QVERIFY(newNodeAnswered);
    for (const auto &[when, sent] : run.all<Sent>())
        QVERIFY(sent.message < MessageKind::ReplicationCreated || sent.message > MessageKind::Membership);
}

void TestObservedSharing::o5_downRefusesAll()
{
    const ObservedRun run("o5-b");
    const std::vector<Verdict> down = run.between(at(2500_ms), at(8_s));
    QCOMPARE(down.size(), std::size_t {20});
    QCOMPARE(ObservedRun::count(down, Outcome::Refused), std::size_t {20});
}

void TestObservedSharing::o5_killedBeforeASnapshot()
{
    const ObservedRun run("o5-c");
    const std::vector<Verdict> reads = run.between(at(22_s), at(30_s));
    QCOMPARE(ObservedRun::count(reads, Outcome::LoggedOut), std::size_t {20});
    for (const Verdict &v : reads)
        QVERIFY(v.broken.has(verdict::Guarantee::Durability));
}

void TestObservedSharing::o5_killedAfterASnapshot()
{
    const ObservedRun run("o5-d");
    QCOMPARE(run.all<SnapshotTaken>().size(), std::size_t {1});
    std::size_t back = 0;
    std::size_t gone = 0;
    for (int user = 1; user <= 40; ++user) {
        const Verdict v = run.of("user-" + std::to_string(user), at(322_s)).front();
        // The twenty of before are back with what they had then; their third write is gone, and so are the new twenty.
        back += user <= 20 && v.outcome == Outcome::StaleRead ? 1U : 0U;
        gone += user > 20 && v.outcome == Outcome::LoggedOut ? 1U : 0U;
    }
    QCOMPARE(back, std::size_t {20});
    QCOMPARE(gone, std::size_t {20});
}

void TestObservedSharing::o5_orderlyStopKeepsAll()
{
    const ObservedRun run("o5-e");
    const std::vector<Verdict> after = run.between(at(322_s), at(330_s));
    QCOMPARE(after.size(), std::size_t {40});
    QCOMPARE(ObservedRun::count(after, Outcome::Fine), std::size_t {40});
}

void TestObservedSharing::o6_nothingAcknowledgedIsLost()
{
    const ObservedRun run("o6-a");
    QCOMPARE(run.of("user-1", at(6900_ms), at(8_s)).front().outcome, Outcome::Refused);
    const std::vector<Verdict> after = run.between(at(10_s), at(15_s));
    QCOMPARE(after.size(), std::size_t {8});
    QCOMPARE(ObservedRun::count(after, Outcome::Fine), std::size_t {8});
    for (const Verdict &v : run.between({}, at(1000_s)))
        QVERIFY(!v.broken.has(verdict::Guarantee::Durability));
}

QTEST_GUILESS_MAIN(TestObservedSharing)
#include "tst_observedsharing.moc"
