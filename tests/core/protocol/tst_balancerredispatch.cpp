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

std::vector<std::int64_t> failureTimes(const BalancerRig &rig)
{
    std::vector<std::int64_t> times;
    for (const auto &failed : rig.facts<ConnectFailed>())
        times.push_back(failed.at.us);
    return times;
}

} // namespace

/// Leaving a server that cannot be connected to for another one: H-13.
class TestBalancerRedispatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void h13FewRetries();
    void h13AllOthersDeadToo();
    void h13TheOnlyServer();
    void h13DetectedWhileRetrying_data();
    void h13DetectedWhileRetrying();
    void h13MapBasedHashPicksTheDeadOneAgain();
    void h13MapBasedHashAfterDetection();
    void h13ConsistentHashAvoidsIt();
    void h13AllFoundDownWhileRetrying();
    void h13ThePinIsOverWithTheFirstRedispatch();
};

void TestBalancerRedispatch::h13FewRetries()
{
    BalancerSpec one = spec(true, true);
    one.retries = 1;
    BalancerRig rig(one, {1, 1});
    rig.setPin(1, "server-1");
    rig.set(1, Host::Refusing);
    rig.ask(1);
    rig.runTo(10_s);
    QCOMPARE(rig.answers().at(0).taken, roundTrip + served); // the first retry is the last one

    BalancerSpec none = spec(true, true);
    none.retries = 0;
    BalancerRig without(none, {1, 1});
    without.setPin(1, "server-1");
    without.set(1, Host::Refusing);
    without.ask(1);
    without.runTo(10_s);
    QCOMPARE(without.answers().at(0).status, 503u);
    QCOMPARE(without.answers()[0].taken, roundTrip);
}

void TestBalancerRedispatch::h13AllOthersDeadToo()
{
    BalancerRig rig(spec(false, true), {1, 1, 1});
    rig.set(1, Host::Refusing);
    rig.set(2, Host::Refusing);
    rig.set(3, Host::Refusing);
    rig.ask(1);
    rig.runTo(10_s);
    QCOMPARE(rig.answers().at(0).status, 503u);
    QCOMPARE(rig.answers()[0].taken, roundTrip * 4); // from one to the next, without waiting
    const auto forwarded = rig.facts<Forwarded>();
    QCOMPARE(forwarded.size(), std::size_t {4});
    for (std::size_t i = 1; i < 4; ++i) {
        QVERIFY(forwarded[i].fact.server != forwarded[i - 1].fact.server);
        QCOMPARE(forwarded[i].fact.insteadOf, forwarded[i - 1].fact.server);
    }
}

void TestBalancerRedispatch::h13TheOnlyServer()
{
    BalancerRig rig(spec(false, true), {1});
    rig.set(1, Host::Refusing);
    rig.ask(1);
    rig.runTo(10_s);
    QCOMPARE(rig.answers().at(0).status, 503u);
    QCOMPARE(rig.answers()[0].taken, 3_s + roundTrip * 4); // as without redispatch
    QCOMPARE(rig.facts<Forwarded>().size(), std::size_t {1});
}

void TestBalancerRedispatch::h13DetectedWhileRetrying_data()
{
    QTest::addColumn<bool>("redispatch");
    QTest::newRow("H-13 redispatch: leaves as soon as it is known") << true;
    QTest::newRow("H-9 no redispatch: goes on") << false;
}

void TestBalancerRedispatch::h13DetectedWhileRetrying()
{
    QFETCH(bool, redispatch);
    BalancerSpec checking = spec(true, redispatch);
    checking.check = true;
    BalancerRig rig(checking, {1, 1});
    rig.setPin(1, "server-1");
    rig.at(1500_ms, [&] { rig.set(1, Host::Refusing); }); // H-20: found down 4 to 6 s later
    rig.at(6_s, [&] { rig.ask(1); });
    rig.runTo(20_s);
    const SimTime down = rig.facts<ServerMarked>().at(0).at;
    QVERIFY(down > SimTime() + 6_s && down < SimTime() + 7_s); // between the first attempt and the second
    if (redispatch) {
        QCOMPARE(rig.answers().at(0).status, 200u);
        QCOMPARE(rig.answers()[0].taken, 1_s + roundTrip * 2 + served); // before the last retry
    } else {
        QCOMPARE(rig.answers().at(0).status, 503u);
        QCOMPARE(rig.answers()[0].taken, 3_s + roundTrip * 4);
    }
}

void TestBalancerRedispatch::h13MapBasedHashPicksTheDeadOneAgain()
{
    BalancerSpec source = spec(false, true);
    source.stickiness = Stickiness::SourceIp;
    BalancerRig rig(source, {1, 1, 1});
    rig.set(3, Host::Refusing);
    rig.ask(1, "10.0.0.1"); // H-4: index 2
    rig.runTo(10_s);
    QCOMPARE(rig.answers().at(0).status, 503u);
    const auto forwarded = rig.facts<Forwarded>();
    for (const auto &each : forwarded)
        QCOMPARE(each.fact.server, BalancerRig::server(3));
    // H-12: the same server, so each retry waits.
    QCOMPARE(failureTimes(rig), (std::vector<std::int64_t> {1000, 1002000, 2003000, 3004000}));
}

void TestBalancerRedispatch::h13MapBasedHashAfterDetection()
{
    BalancerSpec source = spec(false, false);
    source.stickiness = Stickiness::SourceIp;
    source.check = true;
    BalancerRig rig(source, {1, 1, 1});
    rig.at(1_s, [&] { rig.set(3, Host::Refusing); });
    rig.at(10_s, [&] { rig.ask(1, "10.0.0.1"); });
    rig.runTo(20_s);
    QCOMPARE(rig.answers().at(0).status, 200u);
    QCOMPARE(rig.answers()[0].server, 2u); // H-4 for N=2: index 1
    QCOMPARE(rig.answers()[0].taken, served);
    QCOMPARE(rig.facts<Forwarded>().at(0).fact.reason, ForwardReason::Hashed);
}

void TestBalancerRedispatch::h13ConsistentHashAvoidsIt()
{
    BalancerSpec source = spec(false, true);
    source.stickiness = Stickiness::SourceIp;
    source.hash = HashType::Consistent;
    for (std::uint32_t n = 1; n <= 30; ++n) {
        BalancerRig rig(source, {1, 1, 1});
        rig.set(2, Host::Refusing);
        rig.ask(1, "10.0.0." + std::to_string(n));
        rig.runTo(10_s);
        QCOMPARE(rig.answers().at(0).status, 200u);
        QVERIFY(rig.answers()[0].server != 2);
        const bool wasItsOwn = rig.facts<Forwarded>().at(0).fact.server == BalancerRig::server(2);
        QCOMPARE(rig.answers()[0].taken, wasItsOwn ? 2_s + roundTrip * 3 + served : served);
    }
}

/// Known to be down meanwhile, and no other one either: H-14, no usable server.
void TestBalancerRedispatch::h13AllFoundDownWhileRetrying()
{
    BalancerSpec checking = spec(true, true);
    checking.check = true;
    BalancerRig rig(checking, {1, 1});
    rig.setPin(1, "server-1");
    rig.at(1500_ms, [&] { rig.set(2, Host::Refusing); });
    rig.at(1500_ms, [&] { rig.set(1, Host::Refusing); });
    rig.at(6_s, [&] { rig.ask(1); });
    rig.runTo(20_s);
    QVERIFY(rig.facts<ServerMarked>().at(1).at < SimTime() + 7_s);
    QCOMPARE(rig.answers().at(0).status, 503u);
    QCOMPARE(rig.answers()[0].taken, 1_s + roundTrip * 2);
    QCOMPARE(rig.facts<Rejected>().at(0).fact.reason, RejectReason::NoServer);
}

/// Who has left a server that was found down is pinned to nobody: from the next one that refuses it goes on at once.
void TestBalancerRedispatch::h13ThePinIsOverWithTheFirstRedispatch()
{
    BalancerSpec checking = spec(true, true);
    checking.check = true;
    checking.retries = 5; // so that it is not the last one that leaves
    BalancerRig rig(checking, {1, 1, 1});
    rig.setPin(1, "server-1");
    rig.at(1500_ms, [&] { rig.set(1, Host::Refusing); });
    rig.at(5500_ms, [&] { rig.set(2, Host::Refusing); }); // its turn comes first; not found down yet
    rig.at(5500_ms, [&] { rig.ask(1); });
    rig.runTo(20_s);
    QCOMPARE(rig.answers().at(0).status, 200u);
    QCOMPARE(rig.answers()[0].server, 3u);
    QCOMPARE(rig.answers()[0].taken, 1_s + roundTrip * 3 + served);
}

QTEST_GUILESS_MAIN(TestBalancerRedispatch)
#include "tst_balancerredispatch.moc"
