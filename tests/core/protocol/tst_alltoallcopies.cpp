// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/protocol/clusterworld.h"

#include <QTest>

#include <algorithm>

using namespace sessionarium::model;
using namespace sessionarium::tests::literals;
using sessionarium::protocol::Message;
using sessionarium::tests::ClusterWorld;

namespace {

ClusterWorld::Setup setupOf(std::uint32_t servers, bool acknowledged = false)
{
    ClusterWorld::Setup setup;
    setup.servers = servers;
    setup.sessions.acknowledged = acknowledged;
    return setup;
}

/// Messages of one kind take longer than others; each has a thread of its own (T-5).
ClusterWorld::Setup overtaking(MessageKind late, Duration by)
{
    ClusterWorld::Setup setup = setupOf(3);
    setup.application.senderThreads = 2;
    setup.extra = [=](const Message &message) { return message.kind == late ? by : Duration {}; };
    return setup;
}

} // namespace

/// What becomes of copies: T-5, T-14 to T-19, and the oracles of §8 about it.
class TestAllToAllCopies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void t14ReceivedCopiesAreReplicas();
    void t14ReplicatedValuesRestartTheIdleClock();
    void t14UnknownSession();
    void oracle7ReadBeforeAndAfterTheDelay();
    void oracle8DeltaOvertakesCreated();
    void t15RepairedByTheSameAttributeOnly();
    void t15DeltaOvertakesChangeOfId();
    void oracle8CreatedLostInAPartition();
    void oracle10SurvivorKeepsItTwiceAsLong();
    void t19ReadsDoNotProlongOtherCopies();
    void oracle12PartitionIsNeverRepaired();
    void oracle18ConcurrentWritersEndSwapped_data();
    void oracle18ConcurrentWritersEndSwapped();
    void applyingCostsAPlace();
    void queueDelaysAndDies();
    void queueWithoutMembers();
};

void TestAllToAllCopies::t14ReceivedCopiesAreReplicas()
{
    ClusterWorld world(setupOf(3));
    const auto in = world.logIn(100_ms, 0, 0);
    const auto write = world.write(200_ms, 0, 0);
    world.run(300_ms);
    QCOMPARE(world.copy(0)->role, CopyRole::InCharge);
    for (const std::uint32_t other : {1u, 2u}) {
        QCOMPARE(world.copy(other)->role, CopyRole::Replica);
        QCOMPARE(world.copy(other)->attributes, world.copy(0)->attributes);
        QCOMPARE(world.held(other, "user"), world.writeOf(in));
        QCOMPARE(world.held(other), world.writeOf(write));
    }
    // Arrival, then the effect 100 us later, with the arrival as its cause (K-2).
    const auto arrived = world.find<Delivered>(world.server(1));
    const auto set = world.find<AttributeSet>(world.server(1));
    QCOMPARE(arrived.size(), std::size_t {3});
    QCOMPARE(set.back().at - arrived.back().at, 100_us);
    QCOMPARE(world.records()[set.back().record].cause, RecordId(arrived.back().record));
    QCOMPARE(world.difference(), std::string());
}

void TestAllToAllCopies::t14ReplicatedValuesRestartTheIdleClock()
{
    ClusterWorld world(setupOf(2));
    world.logIn(100_ms, 0, 0);
    world.write(5_s, 0, 0);
    world.run(6_s);
    QCOMPARE(world.copy(1)->lastUsed, SimTime {5004100}); // half a millisecond, 3 ms of service, another half, applied
}

void TestAllToAllCopies::t14UnknownSession()
{
    ClusterWorld world(setupOf(2));
    world.cut(50_ms, 0, 1);
    world.logIn(100_ms, 0, 0);
    world.heal(200_ms);
    world.write(300_ms, 0, 0);
    world.run(400_ms);
    QVERIFY(!world.copy(1));
    const auto dropped = world.find<Dropped>(world.server(1));
    QCOMPARE(dropped.size(), std::size_t {1});
    QCOMPARE(world.fact<Dropped>(dropped.front()).message, MessageKind::ReplicationDelta);
    QCOMPARE(world.fact<Dropped>(dropped.front()).reason, DropReason::UnknownSession);
}

void TestAllToAllCopies::oracle7ReadBeforeAndAfterTheDelay()
{
    ClusterWorld::Setup setup = setupOf(2);
    setup.clients = 2;
    setup.sessions.replicationDelay = 20_ms;
    ClusterWorld world(setup);
    world.logIn(100_ms, 0, 0); // answered at 104 ms
    const auto early = world.read(105_ms, 0, 1);
    world.logIn(200_ms, 1, 0);
    const auto late = world.read(225_ms, 1, 1);
    world.run(300_ms);
    QCOMPARE(world.status(early), 401u);
    QCOMPARE(world.status(late), 200u);
}

void TestAllToAllCopies::oracle8DeltaOvertakesCreated()
{
    ClusterWorld world(overtaking(MessageKind::ReplicationCreated, 5_ms));
    world.logIn(100_ms, 0, 0);
    const auto read = world.read(500_ms, 0, 1);
    world.run(600_ms);
    QVERIFY(world.copy(1)); // T-15: empty
    QCOMPARE(world.copy(1)->attributes.count, 0u);
    QCOMPARE(world.status(read), 401u);
    QCOMPARE(world.fact<Dropped>(world.find<Dropped>(world.server(1)).front()).reason, DropReason::UnknownSession);
    QCOMPARE(world.difference(), std::string());
}

void TestAllToAllCopies::t15RepairedByTheSameAttributeOnly()
{
    ClusterWorld world(overtaking(MessageKind::ReplicationCreated, 5_ms));
    world.logIn(100_ms, 0, 0);
    const auto write = world.write(200_ms, 0, 0);
    const auto before = world.read(300_ms, 0, 1);
    const auto again = world.logIn(400_ms, 0, 0); // the session stays, `user` is written anew
    const auto after = world.read(500_ms, 0, 1);
    world.run(600_ms);
    QCOMPARE(world.status(before), 401u);
    QCOMPARE(world.status(after), 200u);
    QCOMPARE(world.held(1, "user"), world.writeOf(again));
    QCOMPARE(world.held(1), world.writeOf(write));
}

void TestAllToAllCopies::t15DeltaOvertakesChangeOfId()
{
    ClusterWorld::Setup setup = overtaking(MessageKind::ReplicationChangeId, 5_ms);
    setup.application.createsSessionWhenAnonymous = true;
    setup.application.changesIdAtLogIn = true;
    ClusterWorld world(setup);
    world.request(100_ms, 0, 0, Operation::LoginPage);
    world.logIn(200_ms, 0, 0);
    const auto read = world.read(300_ms, 0, 1);
    world.run(400_ms);
    QVERIFY(world.copy(1)); // renamed, but not logged in
    QVERIFY(world.held(1, "user").isNone());
    QCOMPARE(world.status(read), 401u);
}

void TestAllToAllCopies::oracle8CreatedLostInAPartition()
{
    ClusterWorld world(setupOf(3));
    world.cut(50_ms, 0, 2);
    world.logIn(100_ms, 0, 0);
    world.heal(200_ms);
    world.write(300_ms, 0, 0);
    world.write(30_s, 0, 0);
    const auto before = world.read(40_s, 0, 2);
    world.run(49_s);
    QVERIFY(!world.copy(2)); // all later deltas are dropped too
    QCOMPARE(world.status(before), 401u);
    world.act(50_s, 2, ActionKind::Crash);
    world.act(51_s, 2, ActionKind::Restart);
    const auto after = world.read(55_s, 0, 2);
    world.run(60_s);
    QCOMPARE(world.status(after), 200u); // T-20
    QCOMPARE(world.held(2), world.held(0));
    QCOMPARE(world.difference(), std::string());
}

void TestAllToAllCopies::oracle10SurvivorKeepsItTwiceAsLong()
{
    ClusterWorld::Setup setup = setupOf(3);
    setup.clients = 2;
    ClusterWorld world(setup);
    world.logIn(1_s, 0, 0);
    world.logIn(1_s, 1, 0);
    world.write(2_s, 0, 0);
    world.write(2_s, 1, 0);
    world.act(3_s, 0, ActionKind::Crash);
    const auto after45Minutes = world.read(2_s + 2700_s, 0, 1);
    const auto after61Minutes = world.read(2_s + 3660_s, 1, 1);
    world.run(3700_s);
    QCOMPARE(world.status(after45Minutes), 200u);
    QCOMPARE(world.status(after61Minutes), 401u);
    // The end of a copy that is not in charge is told to nobody.
    QVERIFY(world.posted(MessageKind::ReplicationExpired).empty());
    QCOMPARE(world.difference(), std::string());
}

void TestAllToAllCopies::t19ReadsDoNotProlongOtherCopies()
{
    ClusterWorld::Setup setup = setupOf(2);
    setup.sessions.timeout = 100_s;
    setup.sessions.sweep = 10_s;
    ClusterWorld world(setup);
    world.logIn(1_s, 0, 0);
    for (std::int64_t i = 1; i <= 9; ++i)
        world.read(seconds(10 * i), 0, 0);
    world.run(95_s);
    QCOMPARE(world.copy(0)->lastUsed, SimTime {90000500});
    QCOMPARE(world.copy(1)->lastUsed, SimTime {1004100}); // since the log-in
}

void TestAllToAllCopies::oracle12PartitionIsNeverRepaired()
{
    ClusterWorld world(setupOf(2));
    world.logIn(1_s, 0, 0);
    world.cut(2_s, 0, 1);
    const auto left = world.write(10_s, 0, 0);
    const auto right = world.write(20_s, 0, 1);
    world.heal(62_s);
    world.run(200_s);
    QCOMPARE(world.held(0), world.writeOf(left));
    QCOMPARE(world.held(1), world.writeOf(right));
    QCOMPARE(world.members(0), std::vector<std::uint32_t> {1}); // it is a member again …
    QVERIFY(world.posted(MessageKind::ReplicationState).empty()); // … and gets no transfer (T-16)
    QCOMPARE(world.difference(), std::string());
}

void TestAllToAllCopies::oracle18ConcurrentWritersEndSwapped_data()
{
    QTest::addColumn<bool>("acknowledged");
    QTest::newRow("asynchronous") << false;
    QTest::newRow("acknowledged: T-16, also with option 6") << true;
}

void TestAllToAllCopies::oracle18ConcurrentWritersEndSwapped()
{
    QFETCH(bool, acknowledged);
    ClusterWorld world(setupOf(2, acknowledged));
    world.logIn(100_ms, 0, 0);
    const auto x1 = world.write(200_ms, 0, 0, "x");
    const auto x2 = world.write(200_ms, 0, 1, "x");
    const auto atA = world.read(100_s, 0, 0);
    world.run(101_s);
    QCOMPARE(world.shown(atA, "x"), world.writeOf(x2));
    QCOMPARE(world.held(1, "x"), world.writeOf(x1));
    QCOMPARE(world.status(x1), 200u);
    QCOMPARE(world.status(x2), 200u);
}

/// K-2: foreign changes take the places of requests.
void TestAllToAllCopies::applyingCostsAPlace()
{
    ClusterWorld::Setup setup = setupOf(2);
    setup.clients = 2;
    setup.server.capacity = 1;
    setup.application.apply = 20_ms;
    ClusterWorld world(setup);
    world.logIn(100_ms, 0, 0); // CREATED and DELTA are at the other one from 104 ms to 144 ms
    const auto read = world.read(105_ms, 1, 1);
    world.run(300_ms);
    QCOMPARE(world.answer(read).took, 42500_us); // begins when both are applied, at 144 ms
}

void TestAllToAllCopies::queueDelaysAndDies()
{
    ClusterWorld::Setup setup = setupOf(3);
    setup.sessions.replicationDelay = 1_s;
    ClusterWorld world(setup);
    world.logIn(1_s, 0, 0);
    const auto first = world.write(3_s, 0, 0);
    world.run(3500_ms);
    QCOMPARE(world.manager(0).queued(), std::size_t {1});
    QCOMPARE(world.manager(0).queue().waiting().front().session, world.session());
    QVERIFY(world.held(1).isNone());
    world.run(5_s);
    QCOMPARE(world.manager(0).queued(), std::size_t {0});
    QCOMPARE(world.held(1), world.writeOf(first));
    const auto queued = world.find<ReplicationQueued>();
    QCOMPARE(queued.size(), std::size_t {3});
    QCOMPARE(world.fact<ReplicationQueued>(queued.back()).readyInUs, 1000000u);
    // Each Sent comes from what was queued.
    std::size_t sent = 0;
    for (const auto &item : world.find<Sent>())
        sent += world.records()[item.record].cause == RecordId(queued.back().record) ? 1U : 0U;
    QCOMPARE(sent, std::size_t {2});

    const auto second = world.write(6_s, 0, 0);
    world.act(6500_ms, 0, ActionKind::Crash);
    world.act(6600_ms, 0, ActionKind::Restart); // no timer of its earlier life sends it
    world.run(20_s);
    QCOMPARE(world.status(second), 200u);
    for (std::uint32_t i = 0; i < 3; ++i)
        QCOMPARE(world.held(i), world.writeOf(first)); // T-5: acknowledged, and gone
    QCOMPARE(world.difference(), std::string());
}

void TestAllToAllCopies::queueWithoutMembers()
{
    ClusterWorld::Setup setup = setupOf(2);
    setup.sessions.replicationDelay = 1_s;
    ClusterWorld world(setup);
    world.logIn(1_s, 0, 0);
    world.act(5_s, 1, ActionKind::Crash);
    world.write(10_s, 0, 0);
    world.run(12_s);
    const auto dropped = world.find<Dropped>(world.server(0));
    QCOMPARE(dropped.size(), std::size_t {1});
    QCOMPARE(world.fact<Dropped>(dropped.front()).reason, DropReason::NoMember);
    QCOMPARE(world.difference(), std::string());
}

QTEST_APPLESS_MAIN(TestAllToAllCopies)
#include "tst_alltoallcopies.moc"
