// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/protocol/balancerrig.h"
#include "tests/support/printing.h"

#include <QTest>

using namespace sessionarium;
using namespace sessionarium::model;
using namespace sessionarium::tests::literals;
using tests::BalancerRig;
using Host = tests::BalancerRig::Host;

namespace {

BalancerSpec checking()
{
    BalancerSpec spec;
    spec.check = true;
    return spec;
}

constexpr Duration roundTrip = BalancerRig::latency + BalancerRig::latency;

} // namespace

/// Health checks, rule by rule, with their times.
class TestBalancerHealth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void h16NothingWithoutCheck();
    void h17CheckIsAConnect();
    void h17IntervalIsTheTimeOut();
    void h18Counter_data();
    void h18Counter();
    void h18Facts();
    void h18OneSuccessRestoresAll();
    void h18NoRecordWithoutAChange();
    void h19FirstFailedCheck_data();
    void h19FirstFailedCheck();
    void h19JoinedServer();
    void h20Detection_data();
    void h20Detection();
    void h20Recovery();
    void checksAreSpread();
    void whoLeftIsNotChecked();
    void lateAnswerOfACheckCountsForNothing();
    void downIsNotUsed();
    void noUsableServer();
};

void TestBalancerHealth::h16NothingWithoutCheck()
{
    BalancerRig rig(BalancerSpec(), {1, 1});
    rig.at(1_s, [&] { rig.set(1, Host::Refusing); });
    rig.runTo(60_s);
    QCOMPARE(rig.timers(), std::size_t {0});
    QCOMPARE(rig.records(), std::size_t {0});
    QCOMPARE(rig.health(1), Health::Up);
}

void TestBalancerHealth::h17CheckIsAConnect()
{
    BalancerRig rig(checking(), {1});
    rig.at(1_s, [&] { rig.set(1, Host::Hung); });
    rig.runTo(60_s);
    QCOMPARE(rig.facts<CheckFailed>().size(), std::size_t {0}); // a hung process takes connections
}

void TestBalancerHealth::h17IntervalIsTheTimeOut()
{
    BalancerRig rig(checking(), {1});
    rig.at(1_s, [&] { rig.set(1, Host::Silent); });
    rig.runTo(20_s);
    const auto failed = rig.facts<CheckFailed>();
    QCOMPARE(failed.size(), std::size_t {3}); // 3, 2, then 0: more failures change nothing
    QCOMPARE(failed[0].fact.reason, ConnectError::NoAnswer);
    // H-20: a check begins within 2 s and ends 2 s later; the next one begins 2 s after that.
    QVERIFY(failed[0].at > SimTime() + 3_s && failed[0].at <= SimTime() + 5_s);
    QCOMPARE(failed[1].at - failed[0].at, 4_s);
    QCOMPARE(failed[2].at - failed[1].at, 4_s);
}

void TestBalancerHealth::h18Counter_data()
{
    QTest::addColumn<int>("rise");
    QTest::addColumn<int>("fall");
    QTest::addColumn<QString>("checks"); // + passed, - failed
    QTest::addColumn<QList<int>>("counters");
    const auto row = [](const char *name, int rise, int fall, const char *checks, const QList<int> &counters) {
        QTest::addRow("H-18 %s", name) << rise << fall << QString::fromLatin1(checks) << counters;
    };
    row("first failure of all", 2, 3, "-", {0});
    row("first success of all", 2, 3, "+", {4});
    row("three failures in a row", 2, 3, "+---", {4, 3, 2, 0});
    row("a success in between", 2, 3, "+--+---", {4, 3, 2, 4, 3, 2, 0});
    row("two successes to come back", 2, 3, "-++", {0, 1, 4});
    row("a failure on the way up", 2, 3, "-+-++", {0, 1, 0, 1, 4});
    row("stays at the bottom", 2, 3, "---", {0, 0, 0});
    row("stays at the top", 2, 3, "+++", {4, 4, 4});
    row("rise 1 fall 1", 1, 1, "-+-", {0, 1, 0});
    row("rise 1 fall 2", 1, 2, "+--+", {2, 1, 0, 2});
    row("rise 3 fall 1", 3, 1, "-+++-", {0, 1, 2, 3, 0});
}

/// The checks by themselves, each answered as it comes.
void TestBalancerHealth::h18Counter()
{
    QFETCH(int, rise);
    QFETCH(int, fall);
    QFETCH(QString, checks);
    QFETCH(QList<int>, counters);
    BalancerSpec spec = checking();
    spec.rise = static_cast<std::uint32_t>(rise);
    spec.fall = static_cast<std::uint32_t>(fall);
    BalancerRig rig(spec, {1});
    QCOMPARE(rig.health(1), Health::Up); // H-19: at once
    QCOMPARE(static_cast<int>(rig.counter(1)), rise);
    int before = rise;
    std::size_t changes = 0;
    for (qsizetype i = 0; i < checks.size(); ++i) {
        rig.set(1, checks.at(i) == u'+' ? Host::Running : Host::Refusing);
        rig.runTo(2_s * (i + 1)); // one check in each interval
        changes += counters.at(i) != before ? 1u : 0u;
        QCOMPARE(static_cast<int>(rig.counter(1)), counters.at(i));
        QCOMPARE(rig.facts<CheckPassed>().size() + rig.facts<CheckFailed>().size(), changes);
        QCOMPARE(rig.health(1), counters.at(i) >= rise ? Health::Up : Health::Down);
        before = counters.at(i);
    }
}

void TestBalancerHealth::h18Facts()
{
    BalancerRig rig(checking(), {1});
    rig.at(1_s, [&] { rig.set(1, Host::Refusing); });
    rig.at(10_s, [&] { rig.set(1, Host::Running); });
    rig.runTo(20_s);
    std::vector<std::uint32_t> failed;
    for (const auto &record : rig.facts<CheckFailed>()) {
        QCOMPARE(record.fact.reason, ConnectError::Refused);
        failed.push_back(record.fact.counter);
    }
    QCOMPARE(failed, (std::vector<std::uint32_t> {3, 2, 0}));
    std::vector<std::uint32_t> passed;
    for (const auto &record : rig.facts<CheckPassed>())
        passed.push_back(record.fact.counter);
    QCOMPARE(passed, (std::vector<std::uint32_t> {4, 1, 4}));
    const auto marked = rig.facts<ServerMarked>();
    QCOMPARE(marked.size(), std::size_t {2});
    QCOMPARE(marked[0].fact.health, Health::Down);
    QCOMPARE(marked[0].at, rig.facts<CheckFailed>().at(2).at);
    QCOMPARE(marked[1].fact.health, Health::Up);
    QCOMPARE(marked[1].at, rig.facts<CheckPassed>().at(2).at);
    QCOMPARE(rig.health(1), Health::Up);
    QCOMPARE(rig.counter(1), 4u);
}

void TestBalancerHealth::h18OneSuccessRestoresAll()
{
    BalancerRig rig(checking(), {1});
    rig.at(2_s, [&] { rig.set(1, Host::Refusing); }); // for two checks
    rig.at(6_s, [&] { rig.set(1, Host::Running); });
    rig.at(8_s, [&] { rig.set(1, Host::Refusing); }); // for two more
    rig.at(12_s, [&] { rig.set(1, Host::Running); });
    rig.runTo(20_s);
    QCOMPARE(rig.facts<CheckFailed>().size(), std::size_t {4});
    QCOMPARE(rig.facts<ServerMarked>().size(), std::size_t {0});
}

void TestBalancerHealth::h18NoRecordWithoutAChange()
{
    BalancerRig rig(checking(), {1, 1});
    rig.runTo(3_s);
    const std::size_t records = rig.records();
    QCOMPARE(records, std::size_t {2}); // each came from rise to the top
    rig.runTo(60_s);
    QCOMPARE(rig.records(), records);
}

void TestBalancerHealth::h19FirstFailedCheck_data()
{
    QTest::addColumn<int>("host");
    QTest::addColumn<qint64>("mostUs");
    QTest::newRow("H-19 refused") << static_cast<int>(Host::Refusing) << qint64 {(2_s + roundTrip).us};
    QTest::newRow("H-19 black hole") << static_cast<int>(Host::Silent) << qint64 {(4_s).us};
}

void TestBalancerHealth::h19FirstFailedCheck()
{
    QFETCH(int, host);
    QFETCH(qint64, mostUs);
    BalancerRig rig(checking(), {1});
    rig.set(1, static_cast<Host>(host));
    rig.runTo(20_s);
    QCOMPARE(rig.facts<CheckFailed>().size(), std::size_t {1}); // straight to the bottom
    QCOMPARE(rig.facts<CheckFailed>()[0].fact.counter, 0u);
    const auto marked = rig.facts<ServerMarked>();
    QCOMPARE(marked.size(), std::size_t {1});
    QCOMPARE(marked[0].fact.health, Health::Down);
    QVERIFY2(marked[0].at.us <= mostUs, qPrintable(QString::number(marked[0].at.us)));
}

void TestBalancerHealth::h19JoinedServer()
{
    BalancerRig rig(checking(), {1});
    rig.at(5_s, [&] {
        rig.join(1, Host::Refusing); // it still starts
        QCOMPARE(rig.health(2), Health::Up);
        QCOMPARE(rig.counter(2), 2u);
    });
    rig.at(8_s, [&] { rig.set(2, Host::Running); });
    rig.runTo(20_s);
    const auto marked = rig.facts<ServerMarked>();
    QCOMPARE(marked.size(), std::size_t {2});
    QCOMPARE(marked[0].fact.server, BalancerRig::server(2));
    QCOMPARE(marked[0].fact.health, Health::Down);
    QVERIFY(marked[0].at <= SimTime() + 7_s + roundTrip); // the first check
    QCOMPARE(marked[1].fact.health, Health::Up);
    QVERIFY(marked[1].at >= SimTime() + 10_s && marked[1].at <= SimTime() + 12_s + roundTrip); // two good ones
}

void TestBalancerHealth::h20Detection_data()
{
    QTest::addColumn<int>("host");
    QTest::addColumn<qint64>("least");
    QTest::addColumn<qint64>("most");
    QTest::newRow("H-20 refused") << static_cast<int>(Host::Refusing) << qint64 {(4_s).us} << qint64 {(6_s).us};
    QTest::newRow("H-20 black hole") << static_cast<int>(Host::Silent) << qint64 {(10_s).us} << qint64 {(12_s).us};
}

/// Over all phases of the checks, for each of three servers. The way to the server and back comes on top of what the
/// rule says, at most three times; and a check that is on its way when the host goes is lost with it.
void TestBalancerHealth::h20Detection()
{
    QFETCH(int, host);
    QFETCH(qint64, least);
    QFETCH(qint64, most);
    constexpr int phases = 200;
    for (std::uint32_t server = 1; server <= 3; ++server) {
        std::int64_t sum = 0;
        std::int64_t shortest = most * 2;
        std::int64_t longest = 0;
        for (int phase = 0; phase < phases; ++phase) {
            BalancerRig rig(checking(), {1, 1, 1});
            const Duration crash = 20_s + Duration {phase * 10007};
            rig.at(crash, [&] { rig.set(server, static_cast<Host>(host)); });
            rig.runTo(40_s);
            const auto marked = rig.facts<ServerMarked>();
            QCOMPARE(marked.size(), std::size_t {1});
            QCOMPARE(marked[0].fact.server, BalancerRig::server(server));
            const std::int64_t taken = marked[0].at.us - crash.us;
            QVERIFY2(taken >= least - BalancerRig::latency.us && taken <= most + 3 * roundTrip.us,
                     qPrintable(QString::number(taken)));
            sum += taken;
            shortest = std::min(shortest, taken);
            longest = std::max(longest, taken);
        }
        // Uniform: the whole range is met, and its middle is the mean.
        QVERIFY(shortest < least + 30000 && longest > most - 30000);
        QVERIFY2(std::abs(sum / phases - (least + most) / 2) < 30000, qPrintable(QString::number(sum / phases)));
    }
}

void TestBalancerHealth::h20Recovery()
{
    for (int phase = 0; phase < 200; ++phase) {
        BalancerRig rig(checking(), {1});
        const Duration back = 20_s + Duration {phase * 10007};
        rig.at(1_s, [&] { rig.set(1, Host::Refusing); });
        rig.at(back, [&] { rig.set(1, Host::Running); });
        rig.runTo(40_s);
        const auto marked = rig.facts<ServerMarked>();
        QCOMPARE(marked.size(), std::size_t {2});
        const Duration taken = marked[1].at - (SimTime() + back);
        QVERIFY2(taken >= 2_s && taken <= 4_s + roundTrip * 2, qPrintable(QString::number(taken.us)));
    }
}

/// Not all at one moment: spread over the interval.
void TestBalancerHealth::checksAreSpread()
{
    BalancerRig rig(checking(), {1, 1, 1, 1});
    rig.runTo(2_s + roundTrip);
    const auto passed = rig.facts<CheckPassed>();
    QCOMPARE(passed.size(), std::size_t {4});
    for (std::uint32_t i = 0; i < 4; ++i)
        QCOMPARE(passed[i].fact.server, BalancerRig::server(i + 1));
    for (std::uint32_t i = 1; i < 4; ++i)
        QVERIFY(passed[i].at - passed[i - 1].at >= 100_ms);
}

void TestBalancerHealth::whoLeftIsNotChecked()
{
    BalancerRig rig(checking(), {1, 1});
    rig.at(3_s, [&] { rig.leave(1); });
    rig.at(4_s, [&] { rig.set(1, Host::Silent); });
    rig.runTo(60_s);
    QCOMPARE(rig.facts<CheckFailed>().size(), std::size_t {0});
    QVERIFY(rig.balancer().hasLeft(0) && !rig.balancer().hasLeft(1));
    const std::size_t timers = rig.timers();
    rig.runTo(61_s);
    QVERIFY(rig.timers() <= timers + 2); // of the other one only
}

/// Each answer comes after the time-out of its check.
void TestBalancerHealth::lateAnswerOfACheckCountsForNothing()
{
    BalancerSpec slow = checking();
    slow.checkInterval = BalancerRig::latency; // less than the way there and back
    BalancerRig rig(slow, {1});
    rig.runTo(1_s);
    QCOMPARE(rig.facts<CheckPassed>().size(), std::size_t {0});
    QCOMPARE(rig.facts<CheckFailed>().size(), std::size_t {1});
    QCOMPARE(rig.facts<CheckFailed>()[0].fact.reason, ConnectError::NoAnswer);
    QCOMPARE(rig.health(1), Health::Down);
}

void TestBalancerHealth::downIsNotUsed()
{
    BalancerRig rig(checking(), {1, 1, 1});
    rig.at(1_s, [&] { rig.set(2, Host::Refusing); });
    for (std::uint32_t i = 0; i < 6; ++i)
        rig.at(10_s + 10_ms * i, [&] { rig.ask(1); });
    rig.at(11_s, [&] { rig.set(2, Host::Running); });
    for (std::uint32_t i = 0; i < 6; ++i)
        rig.at(20_s + 10_ms * i, [&] { rig.ask(1); });
    rig.runTo(21_s);
    const std::vector<std::uint32_t> servers = rig.answeredBy();
    QCOMPARE(std::vector<std::uint32_t>(servers.begin(), servers.begin() + 6),
             (std::vector<std::uint32_t> {1, 3, 1, 3, 1, 3}));
    QCOMPARE(std::count(servers.begin() + 6, servers.end(), 2u), 2);
    QCOMPARE(std::count(servers.begin() + 6, servers.end(), 1u), 2);
}

void TestBalancerHealth::noUsableServer()
{
    BalancerRig rig(checking(), {1, 1});
    rig.at(1_s, [&] { rig.set(1, Host::Refusing); });
    rig.at(1_s, [&] { rig.set(2, Host::Refusing); });
    rig.at(10_s, [&] { rig.ask(1); });
    rig.runTo(11_s);
    QCOMPARE(rig.answers().size(), std::size_t {1});
    QCOMPARE(rig.answers()[0].status, 503u);
    QCOMPARE(rig.answers()[0].taken, 0_s);
    QCOMPARE(rig.facts<Rejected>().at(0).fact.reason, RejectReason::NoServer);
    QCOMPARE(rig.facts<Forwarded>().size(), std::size_t {0});
}

QTEST_GUILESS_MAIN(TestBalancerHealth)
#include "tst_balancerhealth.moc"
