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

/// A store that copies what it changes to a second one.
class TestStoreReplica : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void r14AsynchronousAnswersFirst();
    void r14SynchronousAnswersAfterIt();
    void r14Cost();
    void r14EndsAreReplicated();
    void r14QueueDiesWithTheProcess();
    void r14SilentReplicaConfirmsNothing();
    void r14NotConfirmedIsSaidToAServerThatWaits();
    void r14DeadReplicaIsNotWaitedFor();
    void r14LateConfirmationIsDropped();
    void r15EmptyRestartEmptiesTheReplica();
    void replicaRestartsAndCatchesUp();
};

void TestStoreReplica::r14AsynchronousAnswersFirst()
{
    StoreWorld world(twoStores(ReplicaMode::Asynchronous, 100_ms));
    world.logIn(1_s, 0, 0);
    const auto write = world.write(2_s, 0, 0);
    world.run(2_s + 50_ms);
    QCOMPARE(world.status(write), 200u); // acknowledged before the replica has it
    QCOMPARE(writesHeld(world, 1), 0u);
    world.run(3_s);
    QCOMPARE(world.store(1).images(), world.store(0).images());
    QCOMPARE(world.of<ReplicationQueued>(write).front().readyInUs, 100000u);
    QCOMPARE(world.difference(), std::string());
}

void TestStoreReplica::r14SynchronousAnswersAfterIt()
{
    StoreWorld alone({});
    StoreWorld world(twoStores(ReplicaMode::Synchronous));
    Duration taken;
    for (StoreWorld *one : {&alone, &world}) {
        one->logIn(1_s, 0, 0);
        const auto write = one->write(2_s, 0, 0);
        one->run(3_s);
        const Duration took = one->answer(write).at - SimTime {(2_s).us};
        if (one == &alone)
            taken = took;
        else
            QCOMPARE((took - taken).us, (StoreWorld::latency * 2).us); // one round trip more
    }
    QCOMPARE(world.store(1).images(), world.store(0).images());
    QCOMPARE(world.difference(), std::string());
}

void TestStoreReplica::r14Cost()
{
    StoreWorld alone({});
    StoreWorld world(twoStores(ReplicaMode::Asynchronous));
    StoreWorld synchronous(twoStores(ReplicaMode::Synchronous));
    StoreWorld::Traffic traffic;
    for (StoreWorld *one : {&alone, &world, &synchronous}) {
        one->logIn(1_s, 0, 0);
        const auto write = one->write(2_s, 0, 0);
        one->run(3_s);
        if (one == &alone)
            traffic = one->traffic(write);
        else // §7: d + h to the replica; synchronous, h back
            QCOMPARE(one->traffic(write),
                     (one == &world ? StoreWorld::Traffic {traffic.messages + 1, traffic.bytes + 356}
                                    : StoreWorld::Traffic {traffic.messages + 2, traffic.bytes + 456}));
    }
}

void TestStoreReplica::r14EndsAreReplicated()
{
    StoreWorld::Setup setup = twoStores(ReplicaMode::Asynchronous);
    setup.clients = 3;
    setup.application.changesIdAtLogIn = true;
    StoreWorld world(setup);
    for (std::uint32_t i = 0; i < 3; ++i)
        world.logIn(1_s, i, i);
    world.logOut(2_s, 0, 0);
    world.deleteSession(2_s, 1);
    world.logIn(2_s, 2, 0); // another id
    world.run(3_s);
    QCOMPARE(world.store(1).images(), world.store(0).images());
    QCOMPARE(world.store(1).images().size(), std::size_t {1});
    const auto ended = world.find<SessionEnded>(world.store(1).entity());
    QCOMPARE(ended.size(), std::size_t {2});
    QCOMPARE(world.fact<SessionEnded>(ended[0]).reason, SessionEnd::Revoked);
    QCOMPARE(world.fact<SessionEnded>(ended[1]).reason, SessionEnd::LoggedOut);
    QCOMPARE(world.find<SessionIdChanged>(world.store(1).entity()).size(), std::size_t {1});
    QCOMPARE(world.difference(), std::string());
}

void TestStoreReplica::r14QueueDiesWithTheProcess()
{
    StoreWorld world(twoStores(ReplicaMode::Asynchronous, 1_s, Persistence::Disk));
    world.logIn(1_s, 0, 0);
    const auto queued = world.write(5_s, 0, 0);
    world.act(5_s + 500_ms, world.store(0).entity(), ActionKind::StoreCrash);
    world.act(7_s, world.store(0).entity(), ActionKind::StoreRestart);
    world.write(8_s, 0, 0);
    world.run(10_s);
    for (const Sent &sent : world.of<Sent>(queued))
        QVERIFY(sent.message != MessageKind::StoreReplicate);
    QCOMPARE(world.store(1).images(), world.store(0).images());
    QCOMPARE(writesHeld(world, 1), 2u); // the full copy after the restart brought the other
    QCOMPARE(world.difference(), std::string());
}

/// As with min-replicas-to-write: what may be lost is not promised.
void TestStoreReplica::r14SilentReplicaConfirmsNothing()
{
    StoreWorld world(twoStores(ReplicaMode::Synchronous));
    world.logIn(1_s, 0, 0);
    world.act(2_s, world.store(1).entity(), ActionKind::PowerOff);
    const auto write = world.write(3_s, 0, 0);
    world.run(6_s);
    QCOMPARE(world.status(write), 500u);
    QCOMPARE(world.of<Rejected>(write).front().reason, RejectReason::StoreUnavailable);
    QCOMPARE(world.of<WriteApplied>(write).size(), std::size_t {1}); // in doubt
    std::vector<EntityId> missed;
    for (const ConfirmationMissed &one : world.of<ConfirmationMissed>(write))
        missed.push_back(one.from);
    QCOMPARE(missed, (std::vector<EntityId> {world.store(0).entity(), world.store(1).entity()}));
    world.act(7_s, world.store(1).entity(), ActionKind::StoreRestart);
    const auto again = world.write(8_s, 0, 0);
    world.run(9_s);
    QCOMPARE(world.status(again), 200u);
    QCOMPARE(world.store(1).images(), world.store(0).images());
    QCOMPARE(world.difference(), std::string());
}

void TestStoreReplica::r14NotConfirmedIsSaidToAServerThatWaits()
{
    StoreWorld::Setup setup = twoStores(ReplicaMode::Synchronous);
    setup.application.storeTimeout = 10_s;
    StoreWorld world(setup);
    world.logIn(1_s, 0, 0);
    world.cut(2_s, world.store(0).entity(), world.store(1).entity());
    const auto write = world.write(3_s, 0, 0);
    world.run(5_s);
    QCOMPARE(world.status(write), 500u);
    QCOMPARE(world.of<Rejected>(write).front().reason, RejectReason::StoreUnavailable);
    QCOMPARE(world.of<ConfirmationMissed>(write).size(), std::size_t {1});
    QCOMPARE(world.of<ConfirmationMissed>(write).front().from, world.store(1).entity());
    QCOMPARE((world.answer(write).at - SimTime {(3_s).us}).us,
             (1_s + StoreWorld::latency * 6 + 3_ms + 2_us).us); // the store waits a second
}

void TestStoreReplica::r14DeadReplicaIsNotWaitedFor()
{
    StoreWorld world(twoStores(ReplicaMode::Synchronous));
    world.logIn(1_s, 0, 0);
    const auto waiting = world.write(2_s, 0, 0);
    // The save is done after 5.0 ms and its copy under way until 5.5.
    world.act(2_s + 5_ms + 300_us, world.store(1).entity(), ActionKind::StoreCrash);
    const auto later = world.write(3_s, 0, 0);
    world.run(4_s);
    QCOMPARE(world.status(waiting), 200u);
    QCOMPARE(world.of<ConfirmationMissed>(waiting).front().from, world.store(1).entity());
    QCOMPARE(world.of<ConfirmationMissed>(waiting).front().reason, ConnectError::Refused);
    QVERIFY(world.answer(waiting).at < SimTime {(2_s + 10_ms).us});
    QCOMPARE(world.status(later), 200u);
    QVERIFY(world.of<ConfirmationAwaited>(later).empty());
    world.act(5_s, world.store(1).entity(), ActionKind::StoreRestart);
    const auto afterwards = world.write(6_s, 0, 0);
    world.run(7_s);
    QCOMPARE(world.of<ConfirmationAwaited>(afterwards).size(), std::size_t {1});
    QCOMPARE(world.store(1).images(), world.store(0).images());
    QCOMPARE(world.difference(), std::string());
}

void TestStoreReplica::r14LateConfirmationIsDropped()
{
    StoreWorld::Setup setup = twoStores(ReplicaMode::Synchronous, 2_s); // longer than the primary waits
    StoreWorld world(setup);
    const auto logIn = world.logIn(1_s, 0, 0);
    world.run(5_s);
    QCOMPARE(world.status(logIn), 500u);
    bool isDropped = false;
    for (const auto record : world.find<Dropped>(world.store(0).entity()))
        isDropped = isDropped || world.fact<Dropped>(record).reason == DropReason::TooLate;
    QVERIFY(isDropped);
    QCOMPARE(world.store(1).images(), world.store(0).images());
    QCOMPARE(world.difference(), std::string());
}

void TestStoreReplica::r15EmptyRestartEmptiesTheReplica()
{
    StoreWorld::Setup setup = twoStores(ReplicaMode::Asynchronous);
    setup.clients = 2;
    StoreWorld world(setup);
    world.logIn(1_s, 0, 0);
    world.logIn(1_s, 1, 1);
    world.act(10_s, world.store(0).entity(), ActionKind::StoreCrash);
    world.act(12_s, world.store(0).entity(), ActionKind::StoreRestart); // before it was detected
    const auto read = world.read(13_s, 0, 0);
    world.run(30_s);
    QVERIFY(world.store(1).images().empty());
    const auto ended = world.find<SessionEnded>(world.store(1).entity());
    QCOMPARE(ended.size(), std::size_t {2});
    QCOMPARE(world.fact<SessionEnded>(ended.front()).reason, SessionEnd::Replaced);
    QVERIFY(world.find<Promoted>().empty());
    QCOMPARE(world.status(read), 401u);
    QCOMPARE(world.difference(), std::string());
}

void TestStoreReplica::replicaRestartsAndCatchesUp()
{
    StoreWorld::Setup setup = twoStores(ReplicaMode::Asynchronous, {}, Persistence::LogAlways);
    setup.clients = 2;
    StoreWorld world(setup);
    world.logIn(1_s, 0, 0);
    world.act(2_s, world.store(1).entity(), ActionKind::StoreCrash);
    const auto meanwhile = world.write(3_s, 0, 0);
    world.logIn(4_s, 1, 0);
    world.act(5_s, world.store(1).entity(), ActionKind::StoreRestart);
    world.run(5_s);
    QCOMPARE(world.store(1).images().size(), std::size_t {1}); // from its own disk, as it was
    QCOMPARE(writesHeld(world, 1), 0u);
    const auto restored = world.find<CopySet>(world.store(1).entity());
    QCOMPARE(world.fact<CopySet>(restored.back()).role, CopyRole::Replica);
    world.run(6_s);
    QCOMPARE(world.store(1).images(), world.store(0).images());
    QCOMPARE(world.traffic(meanwhile).messages, 4u); // nothing is sent to a dead one
    QVERIFY(world.find<Promoted>().empty());
    QCOMPARE(world.difference(), std::string());
}

QTEST_GUILESS_MAIN(TestStoreReplica)
#include "tst_storereplica.moc"
