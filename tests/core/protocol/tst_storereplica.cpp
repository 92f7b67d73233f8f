// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/fingerprint.h"
#include "tests/core/protocol/storeworld.h"
#include "tests/support/printing.h"

#include <QTest>

#include <memory>

using namespace sessionarium;
using namespace sessionarium::model;
using namespace sessionarium::tests::literals;
using tests::StoreWorld;

namespace {

StoreWorld::Setup with(ReplicaMode mode, Duration delay = {}, Persistence persistence = Persistence::None)
{
    StoreWorld::Setup setup;
    setup.servers = 3;
    setup.store.persistence = persistence;
    StoreReplicaSpec replica;
    replica.mode = mode;
    replica.delay = delay;
    replica.downAfter = 5_s;
    setup.store.replica = replica;
    return setup;
}

/// How many writes of the cart the store's only session contains.
std::uint32_t writesHeld(const StoreWorld &world, std::uint32_t store)
{
    const auto images = world.store(store).images();
    if (images.empty() || images.front().attributes.count < 2)
        return 0;
    return images.front().attributes.items[1].depth;
}

std::uint64_t fingerprint(const StoreWorld &world)
{
    timeline::Fingerprint hash;
    for (const timeline::Record &record : world.records())
        hash.add(record);
    return hash.value();
}

SimTime timeOf(const StoreWorld &world, std::uint32_t record)
{
    return world.records()[record].at;
}

} // namespace

/// A store and its second.
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
    void r16PromotionAfterSilence_data();
    void r16PromotionAfterSilence();
    void r16ShortSilenceIsNothing();
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
    void replicaRestartsAndCatchesUp();
    void randomWorldsAgreeWithTheirRecords();
};

void TestStoreReplica::r14AsynchronousAnswersFirst()
{
    StoreWorld world(with(ReplicaMode::Asynchronous, 100_ms));
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
    StoreWorld world(with(ReplicaMode::Synchronous));
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
    StoreWorld world(with(ReplicaMode::Asynchronous));
    StoreWorld synchronous(with(ReplicaMode::Synchronous));
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
    StoreWorld::Setup setup = with(ReplicaMode::Asynchronous);
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
    StoreWorld world(with(ReplicaMode::Asynchronous, 1_s, Persistence::Disk));
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
    StoreWorld world(with(ReplicaMode::Synchronous));
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
    StoreWorld::Setup setup = with(ReplicaMode::Synchronous);
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
    StoreWorld world(with(ReplicaMode::Synchronous));
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
    StoreWorld::Setup setup = with(ReplicaMode::Synchronous, 2_s); // longer than the primary waits
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
    StoreWorld::Setup setup = with(ReplicaMode::Asynchronous);
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

void TestStoreReplica::r16PromotionAfterSilence_data()
{
    QTest::addColumn<int>("verb");
    QTest::newRow("killed") << static_cast<int>(ActionKind::StoreCrash);
    QTest::newRow("host gone") << static_cast<int>(ActionKind::PowerOff);
}

void TestStoreReplica::r16PromotionAfterSilence()
{
    QFETCH(int, verb);
    StoreWorld world(with(ReplicaMode::Asynchronous));
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

void TestStoreReplica::r16ShortSilenceIsNothing()
{
    StoreWorld world(with(ReplicaMode::Asynchronous));
    world.cut(10_s, world.store(0).entity(), world.store(1).entity());
    world.heal(14_s);
    world.cut(15_s, world.store(0).entity(), world.store(1).entity());
    world.heal(19_s);
    world.run(40_s);
    QVERIFY(world.find<Promoted>().empty());
}

void TestStoreReplica::r16NoPromotionInAMinority()
{
    StoreWorld world(with(ReplicaMode::Asynchronous));
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

void TestStoreReplica::r16CrashedServersDoNotHinderIt()
{
    StoreWorld world(with(ReplicaMode::Asynchronous));
    world.logIn(1_s, 0, 0);
    world.act(5_s, world.server(1), ActionKind::Crash);
    world.act(5_s, world.server(2), ActionKind::Crash);
    world.act(10_s, world.store(0).entity(), ActionKind::StoreCrash);
    const auto read = world.read(20_s, 0, 0);
    world.run(21_s);
    QCOMPARE(world.find<Promoted>().size(), std::size_t {1});
    QCOMPARE(world.status(read), 200u);
}

void TestStoreReplica::r16ServerThatWasDownIsToldLater()
{
    StoreWorld world(with(ReplicaMode::Asynchronous));
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
void TestStoreReplica::r16ServerThatJoinsLaterIsTold()
{
    StoreWorld world(with(ReplicaMode::Asynchronous));
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
void TestStoreReplica::r17PromotionLosesTheTail()
{
    StoreWorld world(with(ReplicaMode::Asynchronous, 1_s));
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

void TestStoreReplica::r17SynchronousLosesNone()
{
    // Killed at each half millisecond of a write.
    for (int step = 0; step <= 16; ++step) {
        StoreWorld world(with(ReplicaMode::Synchronous));
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

void TestStoreReplica::r17AnswersAtOnceAfterAPromotion_data()
{
    QTest::addColumn<int>("mode");
    QTest::newRow("asynchronous") << static_cast<int>(ReplicaMode::Asynchronous);
    QTest::newRow("synchronous") << static_cast<int>(ReplicaMode::Synchronous);
}

void TestStoreReplica::r17AnswersAtOnceAfterAPromotion()
{
    QFETCH(int, mode);
    StoreWorld world(with(static_cast<ReplicaMode>(mode)));
    world.logIn(1_s, 0, 0);
    world.act(10_s, world.store(0).entity(), ActionKind::PowerOff);
    const auto write = world.write(20_s, 0, 0);
    world.run(22_s);
    QCOMPARE(world.status(write), 200u);
    QVERIFY(world.answer(write).at < SimTime {(20_s + 10_ms).us});
    QCOMPARE(world.traffic(write).messages, 4u); // nothing goes to the one that is gone
}

void TestStoreReplica::r17OldPrimaryComesBackAsReplica()
{
    StoreWorld::Setup setup = with(ReplicaMode::Asynchronous, {}, Persistence::Disk);
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

void TestStoreReplica::r17PartitionThrowsWritesAway()
{
    StoreWorld::Setup setup = with(ReplicaMode::Asynchronous);
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
void TestStoreReplica::r17ReplicaTakesNoWrites()
{
    StoreWorld world(with(ReplicaMode::Asynchronous));
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

void TestStoreReplica::r17AndBackAgain()
{
    StoreWorld world(with(ReplicaMode::Synchronous));
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

void TestStoreReplica::r6SessionThatDidNotComeAlong()
{
    StoreWorld world(with(ReplicaMode::Asynchronous, 30_s));
    world.logIn(1_s, 0, 0); // still in the queue when it dies
    world.act(10_s, world.store(0).entity(), ActionKind::StoreCrash);
    const auto read = world.read(20_s, 0, 1);
    world.run(21_s);
    QCOMPARE(world.status(read), 401u); // logins younger than the lag do not survive
    QCOMPARE(world.difference(), std::string());
}

void TestStoreReplica::waitingRequestNamesTheStoreThatItAsked()
{
    StoreWorld::Setup setup = with(ReplicaMode::Asynchronous);
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

void TestStoreReplica::replicaRestartsAndCatchesUp()
{
    StoreWorld::Setup setup = with(ReplicaMode::Asynchronous, {}, Persistence::LogAlways);
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

/// semantics §1, the mirror, for stores and the servers that ask them: what the records say is what the machines hold,
/// under all kinds of persistence, replicas and faults; and the same input gives the same records.
void TestStoreReplica::randomWorldsAgreeWithTheirRecords()
{
    std::size_t promotions = 0;
    std::size_t demotions = 0;
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        const auto played = [seed] {
            Random random(seed, Purpose::Workload, EntityId(0));
            StoreWorld::Setup setup =
                with(random.below(2) == 0 ? ReplicaMode::Asynchronous : ReplicaMode::Synchronous,
                     random.below(2) == 0 ? Duration() : 300_ms, static_cast<Persistence>(random.below(6)));
            setup.clients = 4;
            setup.store.savePoints = {{3_s, 1}};
            if (random.below(4) == 0)
                setup.store.replica.reset();
            else
                setup.store.replica->downAfter = 3_s;
            setup.sessions.timeout = random.below(2) == 0 ? 15_s : 1800_s;
            setup.sessions.sweep = 10_s;
            setup.application.changesIdAtLogIn = random.below(2) == 0;
            setup.application.storeWrites = random.below(2) == 0 ? StoreWrites::Atomic : StoreWrites::ReadModifyWrite;
            auto world = std::make_unique<StoreWorld>(setup);
            const std::uint32_t stores = setup.store.replica ? 2 : 1;
            const auto when = [&random] { return microseconds(static_cast<std::int64_t>(random.below(60'000'000))); };
            for (int i = 0; i < 400; ++i) {
                const auto client = static_cast<std::uint32_t>(random.below(4));
                const auto server = static_cast<std::uint32_t>(random.below(3));
                const Operation operations[] = {Operation::LogIn, Operation::Read,  Operation::Read,
                                                Operation::Write, Operation::Write, Operation::LogOut};
                const Operation operation = operations[random.below(6)];
                const bool isCart = operation == Operation::Write && random.below(2) == 0;
                world->request(when(), client, server, operation,
                               operation == Operation::Write ? (isCart ? "cart" : "theme") : "user");
            }
            for (int i = 0; i < 12; ++i) {
                const auto store = static_cast<std::uint32_t>(random.below(stores));
                const ActionKind verbs[] = {ActionKind::StoreCrash, ActionKind::PowerOff, ActionKind::StoreRestart,
                                            ActionKind::StoreRestart};
                world->act(when(), world->store(store).entity(), verbs[random.below(4)]);
            }
            for (int i = 0; i < 3; ++i) {
                const auto server = static_cast<std::uint32_t>(random.below(3));
                world->act(when(), world->server(server),
                           random.below(2) == 0 ? ActionKind::Crash : ActionKind::Restart);
                world->deleteSession(when(), static_cast<std::uint32_t>(random.below(4)));
                world->cut(when(), world->store(stores - 1).entity(),
                           random.below(2) == 0 && stores == 2 ? world->store(0).entity() : world->server(server));
            }
            world->heal(when());
            world->run(90_s);
            return world;
        };
        const auto world = played();
        QVERIFY2(world->difference().empty(),
                 qPrintable(QStringLiteral("seed %1: %2").arg(seed).arg(QString::fromStdString(world->difference()))));
        promotions += world->find<Promoted>().size();
        demotions += world->find<Demoted>().size();
        if (seed % 10 == 0)
            QCOMPARE(fingerprint(*played()), fingerprint(*world));
    }
    QVERIFY(promotions > 50 && demotions > 20); // the worlds do something
}

QTEST_GUILESS_MAIN(TestStoreReplica)
#include "tst_storereplica.moc"
