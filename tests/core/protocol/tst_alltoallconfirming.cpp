// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/protocol/clusterworld.h"

#include <QTest>

using namespace sessionarium::model;
using namespace sessionarium::tests::literals;
using sessionarium::protocol::Message;
using sessionarium::tests::ClusterWorld;

namespace {

ClusterWorld::Setup acknowledged(std::uint32_t servers)
{
    ClusterWorld::Setup setup;
    setup.servers = servers;
    setup.sessions.acknowledged = true;
    return setup;
}

// Half a millisecond each way, 3 ms of service; a confirmation costs a round trip and 100 us to apply.
constexpr Duration readTakes = 4_ms;
constexpr Duration roundTrip = 1100_us;

} // namespace

/// Sends that wait for all others: T-3, T-6, T-34, oracle 19.
class TestAllToAllConfirming : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void t3WaitsForAllOthers();
    void o4TwoRoundTripsForALogIn();
    void o4NothingIsOvertaken();
    void readAtHomeDoesNotWait();
    void aloneNobodyIsAwaited();
    void survivesAllButOne();
    void t34CrashedProcessCostsARoundTrip();
    void oracle19BlackHole_data();
    void oracle19BlackHole();
    void t34LeavesTheViewWhileAwaited();
    void t22LeavesInOrderWhileAwaited();
    void t6LostButReachableStaysAMember();
    void delayedSendsAreTimedFromTheirSending();
    void expiryIsNotConfirmed();
    void clearForgetsWaits();
};

void TestAllToAllConfirming::t3WaitsForAllOthers()
{
    ClusterWorld::Setup setup = acknowledged(4);
    setup.extra = [](const Message &message) {
        const bool isSlowest = message.kind == MessageKind::ReplicationAck && message.from == EntityId(3);
        return isSlowest ? 50_ms : Duration {};
    };
    ClusterWorld world(setup);
    world.logIn(100_ms, 0, 0);
    const auto write = world.write(500_ms, 0, 0);
    world.run(1_s);
    QCOMPARE(world.status(write), 200u);
    QCOMPARE(world.answer(write).took, readTakes + roundTrip + 50_ms); // the slowest of them
    const auto awaited = world.find<ConfirmationAwaited>();
    QCOMPARE(awaited.size(), std::size_t {2});
    QCOMPARE(world.fact<ConfirmationAwaited>(awaited.front()).count, 6u); // CREATED and DELTA
    QCOMPARE(world.fact<ConfirmationAwaited>(awaited.back()).count, 3u);
    QCOMPARE(world.find<Delivered>(world.server(0)).size(), std::size_t {9});
    QVERIFY(world.find<Dropped>().empty());
    QCOMPARE(world.difference(), std::string());
}

void TestAllToAllConfirming::o4TwoRoundTripsForALogIn()
{
    ClusterWorld::Setup setup = acknowledged(3);
    setup.latency = 20_ms;
    ClusterWorld world(setup);
    const auto in = world.logIn(1_s, 0, 0);
    const auto write = world.write(2_s, 0, 0);
    const auto read = world.read(3_s, 0, 0);
    world.run(4_s);
    // Seen: 87.6 and 44.5 ms, less what a read at home takes.
    QCOMPARE(world.answer(in).took - world.answer(read).took, 80200_us);
    QCOMPARE(world.answer(write).took - world.answer(read).took, 40100_us);
}

void TestAllToAllConfirming::o4NothingIsOvertaken()
{
    ClusterWorld::Setup setup = acknowledged(3);
    setup.application.senderThreads = 2;
    setup.extra = [](const Message &message) {
        return message.kind == MessageKind::ReplicationCreated ? 50_ms : Duration {};
    };
    ClusterWorld world(setup);
    const auto in = world.logIn(100_ms, 0, 0);
    const auto read = world.read(160_ms, 0, 1); // the answer came at 156.2 ms
    world.run(1_s);
    QCOMPARE(world.answer(in).took, readTakes + roundTrip * 2 + 50_ms);
    QCOMPARE(world.status(read), 200u);
    QVERIFY(world.find<Dropped>().empty());
}

void TestAllToAllConfirming::readAtHomeDoesNotWait()
{
    ClusterWorld world(acknowledged(3));
    world.logIn(100_ms, 0, 0);
    const auto home = world.read(200_ms, 0, 0);
    const auto elsewhere = world.read(300_ms, 0, 1);
    world.run(1_s);
    QCOMPARE(world.answer(home).took, readTakes);
    QCOMPARE(world.answer(elsewhere).took, readTakes + roundTrip); // ACCESSED is confirmed as well
}

void TestAllToAllConfirming::aloneNobodyIsAwaited()
{
    ClusterWorld world(acknowledged(1));
    const auto in = world.logIn(100_ms, 0, 0);
    world.run(1_s);
    QCOMPARE(world.answer(in).took, readTakes);
    QVERIFY(world.find<ConfirmationAwaited>().empty());
}

void TestAllToAllConfirming::survivesAllButOne()
{
    ClusterWorld world(acknowledged(4));
    world.logIn(1_s, 0, 0);
    const auto write = world.write(2_s, 0, 3);
    const Duration answered = 2_s + readTakes + roundTrip;
    for (const std::uint32_t dead : {3u, 0u, 1u})
        world.act(answered, dead, ActionKind::Crash);
    const auto read = world.read(3_s, 0, 2);
    world.run(10_s);
    QCOMPARE(world.status(write), 200u);
    QCOMPARE(world.status(read), 200u);
    QCOMPARE(world.shown(read), world.writeOf(write));
}

void TestAllToAllConfirming::t34CrashedProcessCostsARoundTrip()
{
    ClusterWorld world(acknowledged(2));
    world.logIn(1_s, 0, 0);
    world.act(2_s, 1, ActionKind::Crash);
    const auto first = world.write(2100_ms, 0, 0);
    const auto second = world.write(2200_ms, 0, 0);
    world.run(3_s);
    QCOMPARE(world.status(first), 200u);
    QCOMPARE(world.answer(first).took, readTakes + 1_ms);
    QCOMPARE(world.answer(second).took, readTakes);
    const auto missed = world.find<ConfirmationMissed>();
    QCOMPARE(missed.size(), std::size_t {1});
    QCOMPARE(world.fact<ConfirmationMissed>(missed.front()).reason, ConnectError::Refused);
    QCOMPARE(world.fact<ConfirmationMissed>(missed.front()).from, world.server(1));
    QCOMPARE(world.find<MemberDropped>().size(), std::size_t {1});
    QCOMPARE(world.members(0), std::vector<std::uint32_t> {});
    QCOMPARE(world.difference(), std::string());
}

void TestAllToAllConfirming::oracle19BlackHole_data()
{
    QTest::addColumn<int>("how");
    QTest::newRow("host without power") << static_cast<int>(ActionKind::PowerOff);
    QTest::newRow("process hangs") << static_cast<int>(ActionKind::Hang);
    QTest::newRow("way cut") << static_cast<int>(ActionKind::Partition);
}

void TestAllToAllConfirming::oracle19BlackHole()
{
    QFETCH(int, how);
    ClusterWorld world(acknowledged(3));
    world.logIn(1_s, 0, 0);
    if (how == static_cast<int>(ActionKind::Partition))
        world.cut(2100_ms, 0, 1);
    else
        world.act(2100_ms, 1, static_cast<ActionKind>(how));
    const auto first = world.write(2200_ms, 0, 0);
    const auto second = world.write(6_s, 0, 0);
    world.run(10_s);
    QCOMPARE(world.status(first), 200u); // not an error (T-6)
    QCOMPARE(world.answer(first).took, readTakes + 3_s);
    QCOMPARE(world.answer(second).took, readTakes + roundTrip);
    const auto missed = world.find<ConfirmationMissed>();
    QCOMPARE(missed.size(), std::size_t {1});
    QCOMPARE(world.fact<ConfirmationMissed>(missed.front()).reason, ConnectError::NoAnswer);
    QCOMPARE(world.members(0), std::vector<std::uint32_t> {2});
    QCOMPARE(world.held(2), world.writeOf(second));
    QCOMPARE(world.difference(), std::string());
}

/// T-6: slow only until it leaves the membership.
void TestAllToAllConfirming::t34LeavesTheViewWhileAwaited()
{
    ClusterWorld::Setup setup = acknowledged(2);
    setup.sessions.confirmTimeout = 60_s;
    ClusterWorld world(setup);
    world.logIn(1_s, 0, 0);
    world.act(2100_ms, 1, ActionKind::PowerOff);
    const auto write = world.write(2200_ms, 0, 0);
    world.run(10_s);
    QCOMPARE(world.find<MemberDropped>().front().at, SimTime {5500000}); // heard last at 2.001 s
    QCOMPARE(world.answer(write).took, 3300500_us);
    QCOMPARE(world.difference(), std::string());
}

void TestAllToAllConfirming::t22LeavesInOrderWhileAwaited()
{
    ClusterWorld::Setup setup = acknowledged(2);
    setup.application.apply = 100_ms;
    ClusterWorld world(setup);
    world.logIn(1_s, 0, 0);
    const auto write = world.write(2_s, 0, 0);
    world.leave(2050_ms, 1);
    world.run(5_s);
    QCOMPARE(world.status(write), 200u);
    QCOMPARE(world.answer(write).took, 50500_us);
    QVERIFY(world.copy(0)); // nobody is logged out elsewhere
}

void TestAllToAllConfirming::t6LostButReachableStaysAMember()
{
    ClusterWorld::Setup setup = acknowledged(2);
    setup.extra = [](const Message &message) {
        return message.kind == MessageKind::ReplicationAck ? 4_s : Duration {};
    };
    ClusterWorld world(setup);
    const auto in = world.logIn(1_s, 0, 0);
    world.run(20_s);
    QCOMPARE(world.status(in), 200u);
    QCOMPARE(world.answer(in).took, readTakes + 6_s); // 3 s for CREATED, 3 s for DELTA
    QCOMPARE(world.find<ConfirmationMissed>().size(), std::size_t {2});
    QCOMPARE(world.members(0), std::vector<std::uint32_t> {1});
    // Confirmations that come too late are not taken for later ones.
    const auto late = world.find<Dropped>(world.server(0));
    QCOMPARE(late.size(), std::size_t {2});
    QCOMPARE(world.fact<Dropped>(late.front()).reason, DropReason::TooLate);
}

void TestAllToAllConfirming::delayedSendsAreTimedFromTheirSending()
{
    ClusterWorld::Setup setup = acknowledged(2);
    setup.sessions.replicationDelay = 2_s;
    setup.sessions.confirmTimeout = 500_ms;
    ClusterWorld world(setup);
    world.logIn(1_s, 0, 0);
    const auto write = world.write(10_s, 0, 0);
    world.run(20_s);
    QCOMPARE(world.answer(write).took, readTakes + roundTrip + 2_s);
    QVERIFY(world.find<ConfirmationMissed>().empty());
    QCOMPARE(world.difference(), std::string());
}

void TestAllToAllConfirming::expiryIsNotConfirmed()
{
    ClusterWorld::Setup setup = acknowledged(3);
    setup.sessions.timeout = 10_s;
    ClusterWorld world(setup);
    world.logIn(1_s, 0, 0);
    const auto again = world.logIn(15_s, 0, 0); // finds the old session expired, makes another
    world.run(16_s);
    QCOMPARE(world.posted(MessageKind::ReplicationExpired).size(), std::size_t {2});
    QCOMPARE(world.posted(MessageKind::ReplicationAck, 15_s).size(), std::size_t {4});
    QCOMPARE(world.answer(again).took, readTakes + roundTrip * 2);
    QVERIFY(world.find<Dropped>().empty());
}

void TestAllToAllConfirming::clearForgetsWaits()
{
    ClusterWorld world(acknowledged(2));
    world.logIn(1_s, 0, 0);
    const auto write = world.write(10_s, 0, 0);
    world.act(10003700_us, 0, ActionKind::Crash); // the delta is under way
    world.act(10003800_us, 0, ActionKind::Restart); // the confirmation finds another life
    world.run(15_s);
    QCOMPARE(world.status(write), 0u);
    QCOMPARE(world.held(1), world.writeOf(write)); // in doubt: applied, not answered (G-3)
    QCOMPARE(world.held(0), world.writeOf(write)); // by state transfer
    QCOMPARE(world.difference(), std::string());
}

QTEST_APPLESS_MAIN(TestAllToAllConfirming)
#include "tst_alltoallconfirming.moc"
