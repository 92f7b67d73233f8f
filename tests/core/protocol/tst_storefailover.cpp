// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/protocol/twostores.h"
#include "tests/support/printing.h"

#include <QTest>

using namespace sessionarium;
using namespace sessionarium::model;
using namespace sessionarium::tests::literals;
using tests::StoreWorld;
using tests::twoStores;
using tests::writesHeld;

namespace {

SimTime timeOf(const StoreWorld &world, std::uint32_t record)
{
    return world.records()[record].at;
}

} // namespace

/// A replica that takes the place of its primary.
class TestStoreFailover : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void r16PromotionAfterSilence_data();
    void r16PromotionAfterSilence();
    void r16ShortSilenceIsNothing();
    void r16LivingPrimaryStays_data();
    void r16LivingPrimaryStays();
    void r16NoPromotionInAMinority();
    void r16CrashedServersDoNotHinderIt();
    void r16ServerThatWasDownIsToldLater();
    void r16ServerThatJoinsLaterIsTold();
    void r17PromotionLosesTheTail();
    void r17SynchronousLosesNone();
    void r17AnswersAtOnceAfterAPromotion_data();
    void r17AnswersAtOnceAfterAPromotion();
    void r17OldPrimaryComesBackAsReplica();
    void r17PartitionThrowsWritesAway();
    void r17ReplicaTakesNoWrites();
    void r17AndBackAgain();
    void r6SessionThatDidNotComeAlong();
    void waitingRequestNamesTheStoreThatItAsked();
};

void TestStoreFailover::r16PromotionAfterSilence_data()
{
    QTest::addColumn<int>("verb");
    QTest::newRow("killed") << static_cast<int>(ActionKind::StoreCrash);
    QTest::newRow("host gone") << static_cast<int>(ActionKind::PowerOff);
}

void TestStoreFailover::r16PromotionAfterSilence()
{
    QFETCH(int, verb);
    StoreWorld world(twoStores(ReplicaMode::Asynchronous));
    world.logIn(1_s, 0, 0);
    const auto write = world.write(2_s, 0, 0);
    world.act(10_s + 500_ms, world.store(0).entity(), static_cast<ActionKind>(verb));
    const auto during = world.read(12_s, 0, 1);
    const auto afterwards = world.read(20_s, 0, 2);
    world.run(21_s);
    const auto promoted = world.find<Promoted>(world.store(1).entity());
    QCOMPARE(promoted.size(), std::size_t {1});
    const Duration silence = timeOf(world, promoted.front()) - SimTime {(10_s).us}; // the last answer was at 10 s
    QVERIFY(silence >= 5_s && silence <= 6_s + 10_ms);
    QCOMPARE(world.status(during), 500u);
    const auto switched = world.find<StoreSwitched>();
    QCOMPARE(switched.size(), std::size_t {3}); // each server once
    for (const auto record : switched)
        QCOMPARE(world.fact<StoreSwitched>(record).store, world.store(1).entity());
    QCOMPARE(world.status(afterwards), 200u);
    QCOMPARE(world.shown(afterwards), world.writeOf(write));
    QCOMPARE(world.difference(), std::string());
}

void TestStoreFailover::r16ShortSilenceIsNothing()
{
    StoreWorld world(twoStores(ReplicaMode::Asynchronous));
    world.cut(10_s, world.store(0).entity(), world.store(1).entity());
    world.heal(14_s);
    world.cut(15_s, world.store(0).entity(), world.store(1).entity());
    world.heal(19_s);
    world.run(40_s);
    QVERIFY(world.find<Promoted>().empty());
}

void TestStoreFailover::r16LivingPrimaryStays_data()
{
    QTest::addColumn<bool>("hasServers");
    QTest::newRow("with servers") << true;
    QTest::newRow("without") << false;
}

/// Called down sooner than it is asked again.
void TestStoreFailover::r16LivingPrimaryStays()
{
    QFETCH(bool, hasServers);
    StoreWorld::Setup setup = twoStores(ReplicaMode::Asynchronous);
    setup.store.replica->downAfter = 300_ms;
    StoreWorld world(setup);
    for (std::uint32_t i = 0; i < 3 && !hasServers; ++i)
        world.leave(1_s, i);
    world.run(10_s);
    QVERIFY(world.find<Promoted>().empty());
    world.act(10_s + 500_ms, world.store(0).entity(), ActionKind::StoreCrash);
    world.run(14_s);
    QCOMPARE(world.find<Promoted>().size(), std::size_t {1});
}

void TestStoreFailover::r16NoPromotionInAMinority()
{
    StoreWorld world(twoStores(ReplicaMode::Asynchronous));
    world.logIn(1_s, 0, 0);
    for (const EntityId other : {world.store(0).entity(), world.server(0), world.server(1)})
        world.cut(2_s, world.store(1).entity(), other);
    const auto write = world.write(20_s, 0, 0);
    world.heal(30_s);
    const auto read = world.read(40_s, 0, 0);
    world.run(50_s);
    QVERIFY(world.find<Promoted>().empty());
    QCOMPARE(world.shown(read), world.writeOf(write));
    QCOMPARE(world.difference(), std::string());
}

void TestStoreFailover::r16CrashedServersDoNotHinderIt()
{
    StoreWorld world(twoStores(ReplicaMode::Asynchronous));
    world.logIn(1_s, 0, 0);
    world.act(5_s, world.server(1), ActionKind::Crash);
    world.act(5_s, world.server(2), ActionKind::Crash);
    world.act(10_s, world.store(0).entity(), ActionKind::StoreCrash);
    const auto read = world.read(20_s, 0, 0);
    world.run(21_s);
    QCOMPARE(world.find<Promoted>().size(), std::size_t {1});
    QCOMPARE(world.status(read), 200u);
}

void TestStoreFailover::r16ServerThatWasDownIsToldLater()
{
    StoreWorld world(twoStores(ReplicaMode::Asynchronous));
    world.logIn(1_s, 0, 0);
    world.act(5_s, world.server(1), ActionKind::Crash);
    world.act(10_s, world.store(0).entity(), ActionKind::StoreCrash);
    world.act(20_s, world.server(1), ActionKind::Restart);
    const auto read = world.read(22_s, 0, 1);
    world.run(23_s);
    QCOMPARE(world.status(read), 200u);
    QCOMPARE(world.find<StoreSwitched>(world.server(1)).size(), std::size_t {1});
    QCOMPARE(world.difference(), std::string());
}

/// It was listed the first store, as it stands in its configuration.
void TestStoreFailover::r16ServerThatJoinsLaterIsTold()
{
    StoreWorld world(twoStores(ReplicaMode::Asynchronous));
    world.leave(0_s, 2);
    world.logIn(1_s, 0, 0);
    world.act(10_s, world.store(0).entity(), ActionKind::StoreCrash);
    world.run(19_s);
    QVERIFY(world.find<StoreSwitched>(world.server(2)).empty());
    world.join(20_s, 2);
    const auto read = world.read(22_s, 0, 2);
    world.run(23_s);
    QCOMPARE(world.find<StoreSwitched>(world.server(2)).size(), std::size_t {1});
    QCOMPARE(world.status(read), 200u);
    QCOMPARE(world.difference(), std::string());
}

/// The oracle of §6.2, row 7: what was acknowledged and not yet replicated is gone.
void TestStoreFailover::r17PromotionLosesTheTail()
{
    StoreWorld world(twoStores(ReplicaMode::Asynchronous, 1_s));
    world.logIn(1_s, 0, 0);
    std::vector<std::uint32_t> writes;
    for (int i = 0; i < 40; ++i)
        writes.push_back(world.write(2_s + 100_ms * i, 0, 0));
    world.act(6_s, world.store(0).entity(), ActionKind::StoreCrash); // after the last of them
    const auto read = world.read(20_s, 0, 1);
    world.run(21_s);
    for (const auto write : writes)
        QCOMPARE(world.status(write), 200u);
    QCOMPARE(world.shown(read), world.writeOf(writes[29])); // ten were in the queue, which died
    QCOMPARE(world.difference(), std::string());
}

void TestStoreFailover::r17SynchronousLosesNone()
{
    // Killed at each half millisecond of a write.
    for (int step = 0; step <= 16; ++step) {
        StoreWorld world(twoStores(ReplicaMode::Synchronous));
        world.logIn(1_s, 0, 0);
        std::vector<std::uint32_t> writes;
        for (int i = 0; i < 40; ++i)
            writes.push_back(world.write(2_s + 100_ms * i, 0, 0));
        world.act(5_s + 500_us * step, world.store(0).entity(), ActionKind::StoreCrash);
        world.run(20_s);
        std::uint32_t acknowledged = 0;
        for (const auto write : writes)
            acknowledged += world.status(write) == 200 ? 1u : 0u;
        QVERIFY(acknowledged >= 30);
        QVERIFY(writesHeld(world, 1) >= acknowledged);
        QVERIFY(writesHeld(world, 1) <= acknowledged + 1);
        QCOMPARE(world.difference(), std::string());
    }
}

void TestStoreFailover::r17AnswersAtOnceAfterAPromotion_data()
{
    QTest::addColumn<int>("mode");
    QTest::newRow("asynchronous") << static_cast<int>(ReplicaMode::Asynchronous);
    QTest::newRow("synchronous") << static_cast<int>(ReplicaMode::Synchronous);
}

void TestStoreFailover::r17AnswersAtOnceAfterAPromotion()
{
    QFETCH(int, mode);
    StoreWorld world(twoStores(static_cast<ReplicaMode>(mode)));
    world.logIn(1_s, 0, 0);
    world.act(10_s, world.store(0).entity(), ActionKind::PowerOff);
    const auto write = world.write(20_s, 0, 0);
    world.run(22_s);
    QCOMPARE(world.status(write), 200u);
    QVERIFY(world.answer(write).at < SimTime {(20_s + 10_ms).us});
    QCOMPARE(world.traffic(write).messages, 4u); // nothing goes to the one that is gone
}

void TestStoreFailover::r17OldPrimaryComesBackAsReplica()
{
    StoreWorld::Setup setup = twoStores(ReplicaMode::Asynchronous, {}, Persistence::Disk);
    setup.clients = 2;
    StoreWorld world(setup);
    world.logIn(1_s, 0, 0);
    world.act(10_s, world.store(0).entity(), ActionKind::StoreCrash);
    const auto out = world.logOut(20_s, 0, 1);
    world.logIn(21_s, 1, 1);
    world.act(25_s, world.store(0).entity(), ActionKind::StoreRestart);
    const auto write = world.write(30_s, 1, 2);
    world.run(31_s);
    QCOMPARE(world.status(out), 200u);
    const EntityId old = world.store(0).entity();
    QCOMPARE(world.store(0).replicaOf(), world.store(1).entity());
    QCOMPARE(world.fact<Demoted>(world.find<Demoted>(old).front()).primary, world.store(1).entity());
    const auto ended = world.find<SessionEnded>(old);
    QCOMPARE(world.fact<SessionEnded>(ended.back()).reason, SessionEnd::Replaced); // logged out meanwhile
    QCOMPARE(world.store(0).images(), world.store(1).images());
    QCOMPARE(world.status(write), 200u);
    QCOMPARE(world.store(0).images(), world.store(0).survivesPowerLoss()); // on its own disk too
    QCOMPARE(world.difference(), std::string());
}

void TestStoreFailover::r17PartitionThrowsWritesAway()
{
    StoreWorld::Setup setup = twoStores(ReplicaMode::Asynchronous);
    setup.clients = 2;
    StoreWorld world(setup);
    world.logIn(1_s, 0, 0);
    world.logIn(1_s, 1, 1);
    // The old primary with server 0 here, the replica with servers 1 and 2 there.
    for (const EntityId here : {world.store(0).entity(), world.server(0)}) {
        for (const EntityId there : {world.store(1).entity(), world.server(1), world.server(2)})
            world.cut(5_s, here, there);
    }
    const auto thrown = world.write(20_s, 0, 0);
    const auto kept = world.write(20_s, 1, 1);
    world.heal(30_s);
    const auto first = world.read(40_s, 0, 0);
    const auto second = world.read(40_s, 1, 0);
    world.run(41_s);
    QCOMPARE(world.status(thrown), 200u); // the minority's primary goes on accepting
    QCOMPARE(world.status(kept), 200u);
    QCOMPARE(world.store(0).replicaOf(), world.store(1).entity());
    QCOMPARE(world.find<StoreSwitched>(world.server(0)).size(), std::size_t {1});
    QCOMPARE(world.status(first), 200u);
    QVERIFY(world.shown(first).isNone());
    QCOMPARE(world.shown(second), world.writeOf(kept));
    QCOMPARE(world.store(0).images(), world.store(1).images());
    QCOMPARE(world.difference(), std::string());
}

/// A server that does not know yet asks the old primary, which is a replica now.
void TestStoreFailover::r17ReplicaTakesNoWrites()
{
    StoreWorld world(twoStores(ReplicaMode::Asynchronous));
    world.logIn(1_s, 0, 0);
    world.cut(5_s, world.store(1).entity(), world.server(0));
    world.act(6_s, world.store(0).entity(), ActionKind::StoreCrash);
    world.act(20_s, world.store(0).entity(), ActionKind::StoreRestart);
    const auto write = world.write(25_s, 0, 0);
    const auto elsewhere = world.write(26_s, 0, 1);
    world.heal(30_s);
    const auto read = world.read(32_s, 0, 0);
    world.run(33_s);
    QCOMPARE(world.status(write), 500u);
    QCOMPARE(world.of<Rejected>(write).front().reason, RejectReason::StoreUnavailable);
    QVERIFY(world.of<WriteApplied>(write).empty());
    QCOMPARE(world.shown(read), world.writeOf(elsewhere));
    QCOMPARE(world.find<StoreSwitched>(world.server(0)).size(), std::size_t {1});
    QCOMPARE(world.difference(), std::string());
}

void TestStoreFailover::r17AndBackAgain()
{
    StoreWorld world(twoStores(ReplicaMode::Synchronous));
    world.logIn(1_s, 0, 0);
    world.act(10_s, world.store(0).entity(), ActionKind::StoreCrash);
    world.act(20_s, world.store(0).entity(), ActionKind::StoreRestart);
    const auto write = world.write(25_s, 0, 0);
    world.act(30_s, world.store(1).entity(), ActionKind::StoreCrash);
    const auto read = world.read(45_s, 0, 0);
    world.run(46_s);
    QCOMPARE(world.find<Promoted>(world.store(0).entity()).size(), std::size_t {1});
    QVERIFY(world.store(0).replicaOf().isNone());
    QCOMPARE(world.shown(read), world.writeOf(write));
    QCOMPARE(world.difference(), std::string());
}

void TestStoreFailover::r6SessionThatDidNotComeAlong()
{
    StoreWorld world(twoStores(ReplicaMode::Asynchronous, 30_s));
    world.logIn(1_s, 0, 0); // still in the queue when it dies
    world.act(10_s, world.store(0).entity(), ActionKind::StoreCrash);
    const auto read = world.read(20_s, 0, 1);
    world.run(21_s);
    QCOMPARE(world.status(read), 401u); // logins younger than the lag do not survive
    QCOMPARE(world.difference(), std::string());
}

void TestStoreFailover::waitingRequestNamesTheStoreThatItAsked()
{
    StoreWorld::Setup setup = twoStores(ReplicaMode::Asynchronous);
    setup.application.storeTimeout = 20_s;
    StoreWorld world(setup);
    world.logIn(1_s, 0, 0);
    const auto asked = world.read(10_s, 0, 0);
    world.act(10_s + 700_us, world.store(0).entity(), ActionKind::PowerOff); // the load is on its way
    const auto connecting = world.read(11_s, 0, 0);
    world.run(40_s);
    QVERIFY(!world.find<StoreSwitched>(world.server(0)).empty());
    QCOMPARE(world.of<ConfirmationMissed>(asked).front().from, world.store(0).entity());
    QCOMPARE(world.of<ConnectFailed>(connecting).front().server, world.store(0).entity());
    QCOMPARE(world.difference(), std::string());
}

QTEST_GUILESS_MAIN(TestStoreFailover)
#include "tst_storefailover.moc"
