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

constexpr Duration roundTrip = BalancerRig::latency + BalancerRig::latency;
constexpr Duration served = BalancerRig::served;
constexpr Duration connectTimeout = seconds(5); // Tc

BalancerSpec spec(bool pinned, bool redispatch)
{
    BalancerSpec spec;
    spec.stickiness = pinned ? Stickiness::Cookie : Stickiness::None;
    spec.redispatch = redispatch;
    spec.connectTimeout = connectTimeout;
    return spec;
}

} // namespace

/// Connecting, retries and time-outs: H-9, H-11, H-12 and the table of H-14, row by row with the times.
class TestBalancerRetries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void h14Table_data();
    void h14Table();
    void h14DiedBeforeTheAnswer();
    void h14GoneBeforeTheAnswer();
    void h14ServerTimeoutShorterThanConnectTimeout();
    void h14HungServer();
    void h14NoUsableServer();
    void answerInTimeIsNotTimedOut();
    void answerAfterTheTimeoutIsTooLate();
    void h11AttemptsAndTheirFacts_data();
    void h11AttemptsAndTheirFacts();
    void h12WaitIsAtMostTheConnectTimeout();
};

void TestBalancerRetries::h14Table_data()
{
    QTest::addColumn<bool>("pinned");
    QTest::addColumn<bool>("redispatch");
    QTest::addColumn<int>("host");
    QTest::addColumn<quint32>("status");
    QTest::addColumn<qint64>("takenUs");
    const auto row = [](const char *name, bool pinned, bool redispatch, Host host, quint32 status, Duration taken) {
        QTest::addRow("H-14 %s", name) << pinned << redispatch << static_cast<int>(host) << status
                                       << static_cast<qint64>(taken.us);
    };
    const Duration tc = connectTimeout;
    row("pinned, no redispatch, refused", true, false, Host::Refusing, 503, 3_s + roundTrip * 4);
    row("pinned, no redispatch, black hole", true, false, Host::Silent, 503, tc * 4);
    row("pinned, redispatch, refused", true, true, Host::Refusing, 200, 2_s + roundTrip * 3 + served);
    row("pinned, redispatch, black hole", true, true, Host::Silent, 200, tc * 3 + served);
    row("not pinned, no redispatch, refused", false, false, Host::Refusing, 503, 3_s + roundTrip * 4);
    row("not pinned, no redispatch, black hole", false, false, Host::Silent, 503, tc * 4);
    row("not pinned, redispatch, refused", false, true, Host::Refusing, 200, roundTrip + served);
    row("not pinned, redispatch, black hole", false, true, Host::Silent, 200, tc + served);
}

void TestBalancerRetries::h14Table()
{
    QFETCH(bool, pinned);
    QFETCH(bool, redispatch);
    QFETCH(int, host);
    QFETCH(quint32, status);
    QFETCH(qint64, takenUs);
    BalancerRig rig(spec(pinned, redispatch), {1, 1, 1});
    if (pinned)
        rig.setPin(1, "server-1");
    rig.set(1, static_cast<Host>(host));
    rig.at(1_s, [&] { rig.ask(1); });
    rig.runTo(40_s);
    QCOMPARE(rig.answers().size(), std::size_t {1});
    const BalancerRig::Answer answer = rig.answers()[0];
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.taken, Duration {takenUs});
    QCOMPARE(answer.setPin, pinned && status == 200); // from another server: a new cookie
    const auto forwarded = rig.facts<Forwarded>();
    QCOMPARE(forwarded[0].fact.server, BalancerRig::server(1));
    QCOMPARE(forwarded[0].fact.reason, pinned ? ForwardReason::Pinned : ForwardReason::Balanced);
    QCOMPARE(forwarded.size(), std::size_t {status == 200 ? 2u : 1u});
    if (status == 200) {
        QCOMPARE(answer.server, 2u);
        QCOMPARE(forwarded[1].fact.reason, ForwardReason::Redispatched);
        QCOMPARE(forwarded[1].fact.insteadOf, BalancerRig::server(1));
    } else {
        QCOMPARE(rig.facts<Rejected>().at(0).fact.reason, RejectReason::ConnectFailed);
    }
}

void TestBalancerRetries::h14DiedBeforeTheAnswer()
{
    BalancerRig rig(spec(true, true), {1, 1});
    rig.ask(1);
    rig.at(2_ms, [&] { rig.set(1, Host::Refusing); });
    rig.at(10_ms, [&] { rig.ask(2); }); // to server-2
    rig.at(20_ms, [&] { rig.set(1, Host::Running); });
    rig.at(30_ms, [&] { rig.ask(3); });
    rig.at(Duration {30400}, [&] { rig.set(1, Host::Refusing); }); // the request is on its way
    rig.runTo(1_s);
    for (const std::size_t i : {0u, 2u}) {
        QCOMPARE(rig.answers()[i].status, 502u);
        QVERIFY(!rig.answers()[i].setPin);
    }
    QCOMPARE(rig.answers()[0].taken, 2_ms + BalancerRig::latency);
    QCOMPARE(rig.answers()[2].taken, roundTrip);
    QCOMPARE(rig.facts<ConnectionReset>().size(), std::size_t {2});
    QCOMPARE(rig.facts<ConnectFailed>().size(), std::size_t {0}); // no retry
    QCOMPARE(rig.facts<Rejected>().at(0).fact.reason, RejectReason::ServerLost);
}

void TestBalancerRetries::h14GoneBeforeTheAnswer()
{
    BalancerRig rig(spec(true, true), {1, 1});
    rig.at(1_s, [&] { rig.ask(1); });
    rig.at(1001_ms, [&] { rig.set(1, Host::Silent); });
    rig.runTo(100_s);
    QCOMPARE(rig.answers().at(0).status, 504u);
    QCOMPARE(rig.answers()[0].taken, 60_s);
    QCOMPARE(rig.facts<Rejected>().at(0).fact.reason, RejectReason::ServerTimeout);
    QCOMPARE(rig.facts<Forwarded>().size(), std::size_t {1});
}

void TestBalancerRetries::h14ServerTimeoutShorterThanConnectTimeout()
{
    BalancerSpec quick = spec(false, false);
    quick.serverTimeout = 1_s;
    BalancerRig rig(quick, {1});
    rig.ask(1);
    rig.at(1_ms, [&] { rig.set(1, Host::Silent); });
    rig.runTo(100_s);
    QCOMPARE(rig.answers().at(0).status, 504u);
    QCOMPARE(rig.answers()[0].taken, 1_s);
    QCOMPARE(rig.answers().size(), std::size_t {1});
}

void TestBalancerRetries::h14HungServer()
{
    BalancerRig rig(spec(false, true), {1, 1});
    rig.set(1, Host::Hung);
    rig.ask(1);
    rig.runTo(100_s);
    QCOMPARE(rig.answers().at(0).status, 504u);
    QCOMPARE(rig.answers()[0].taken, 60_s);
}

void TestBalancerRetries::h14NoUsableServer()
{
    BalancerRig rig(spec(true, true), {});
    rig.ask(1);
    QCOMPARE(rig.answers().at(0).status, 503u);
    QCOMPARE(rig.answers()[0].taken, 0_s);
    QCOMPARE(rig.facts<Rejected>().at(0).fact.reason, RejectReason::NoServer);
}

void TestBalancerRetries::answerInTimeIsNotTimedOut()
{
    BalancerSpec tight = spec(false, false);
    tight.connectTimeout = 1_ms; // fires while the request is served
    tight.serverTimeout = served + 1_us;
    BalancerRig rig(tight, {1});
    rig.ask(1);
    rig.runTo(10_s);
    QCOMPARE(rig.answers().size(), std::size_t {1});
    QCOMPARE(rig.answers()[0].status, 200u);
}

void TestBalancerRetries::answerAfterTheTimeoutIsTooLate()
{
    BalancerSpec tight = spec(false, false);
    tight.serverTimeout = served - 1_us;
    BalancerRig rig(tight, {1});
    rig.ask(1);
    rig.runTo(10_s);
    QCOMPARE(rig.answers().size(), std::size_t {1});
    QCOMPARE(rig.answers()[0].status, 504u);
    QCOMPARE(rig.facts<Dropped>().at(0).fact.reason, DropReason::TooLate);
}

void TestBalancerRetries::h11AttemptsAndTheirFacts_data()
{
    QTest::addColumn<int>("host");
    QTest::addColumn<int>("error");
    QTest::addColumn<quint32>("retryInUs");
    QTest::newRow("H-11, H-12 refused") << static_cast<int>(Host::Refusing) << static_cast<int>(ConnectError::Refused)
                                        << 1000000u;
    QTest::newRow("H-11, H-12 black hole")
        << static_cast<int>(Host::Silent) << static_cast<int>(ConnectError::NoAnswer) << 0u;
}

void TestBalancerRetries::h11AttemptsAndTheirFacts()
{
    QFETCH(int, host);
    QFETCH(int, error);
    QFETCH(quint32, retryInUs);
    BalancerRig rig(spec(false, false), {1});
    rig.set(1, static_cast<Host>(host));
    rig.ask(1);
    rig.runTo(60_s);
    const auto failed = rig.facts<ConnectFailed>();
    QCOMPARE(failed.size(), std::size_t {4});
    for (std::uint32_t i = 0; i < 4; ++i) {
        QCOMPARE(failed[i].fact.attempt, i + 1);
        QCOMPARE(static_cast<int>(failed[i].fact.reason), error);
        QCOMPARE(failed[i].fact.retryInUs, i < 3 ? retryInUs : 0xFFFFFFFFu);
    }
}

void TestBalancerRetries::h12WaitIsAtMostTheConnectTimeout()
{
    BalancerSpec quick = spec(false, false);
    quick.connectTimeout = 200_ms;
    BalancerRig rig(quick, {1});
    rig.set(1, Host::Refusing);
    rig.ask(1);
    rig.runTo(60_s);
    QCOMPARE(rig.answers().at(0).taken, 200_ms * 3 + roundTrip * 4);
}

QTEST_GUILESS_MAIN(TestBalancerRetries)
#include "tst_balancerretries.moc"
