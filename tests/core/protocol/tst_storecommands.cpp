// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/protocol/storeworld.h"
#include "tests/support/printing.h"

#include <QTest>

using namespace sessionarium;
using namespace sessionarium::model;
using namespace sessionarium::tests::literals;
using tests::StoreWorld;

namespace {

StoreWorld::Setup with(Persistence persistence)
{
    StoreWorld::Setup setup;
    setup.store.persistence = persistence;
    return setup;
}

} // namespace

/// The store as a process: what it does in which order, at what cost, and what operators do to it (R-10, D-1).
class TestStoreCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void r10OneCommandAtATime();
    void d1DiskWaitsSideBySide();
    void d1DiskCostsItsFlush_data();
    void d1DiskCostsItsFlush();
    void actionsThatDoNotApply();
    void operatorDeletesASession();
    void requestsToAnEarlierLife();
};

void TestStoreCommands::r10OneCommandAtATime()
{
    StoreWorld::Setup setup;
    setup.clients = 3;
    setup.store.writeTime = 10_ms;
    StoreWorld world(setup);
    std::vector<std::uint32_t> logIns;
    for (std::uint32_t i = 0; i < 3; ++i)
        logIns.push_back(world.logIn(1_s, i, 0));
    world.run(2_s);
    for (std::uint32_t i = 1; i < 3; ++i)
        QCOMPARE((world.answer(logIns[i]).at - world.answer(logIns[i - 1]).at).us, (10_ms).us); // in order of arrival
}

void TestStoreCommands::d1DiskWaitsSideBySide()
{
    StoreWorld::Setup setup = with(Persistence::Disk);
    setup.clients = 3;
    setup.store.flushTime = 10_ms;
    StoreWorld world(setup);
    std::vector<std::uint32_t> logIns;
    for (std::uint32_t i = 0; i < 3; ++i)
        logIns.push_back(world.logIn(1_s, i, 0));
    world.run(2_s);
    QCOMPARE(world.answer(logIns[2]).at, world.answer(logIns[0]).at);
}

void TestStoreCommands::d1DiskCostsItsFlush_data()
{
    QTest::addColumn<int>("persistence");
    QTest::addColumn<int>("us");
    QTest::newRow("memory") << static_cast<int>(Persistence::None) << 2;
    QTest::newRow("log, every second") << static_cast<int>(Persistence::LogEverySecond) << 2;
    QTest::newRow("log, always") << static_cast<int>(Persistence::LogAlways) << 2002;
    QTest::newRow("disk") << static_cast<int>(Persistence::Disk) << 2152;
}

void TestStoreCommands::d1DiskCostsItsFlush()
{
    QFETCH(int, persistence);
    QFETCH(int, us);
    StoreWorld world(with(static_cast<Persistence>(persistence)));
    world.logIn(0_s, 0, 0);
    const auto write = world.write(1_s, 0, 0);
    world.run(2_s);
    const Duration others = StoreWorld::latency * 6 + 3_ms;
    QCOMPARE((world.answer(write).at - SimTime {(1_s).us} - others).us, std::int64_t {us});
}

void TestStoreCommands::actionsThatDoNotApply()
{
    StoreWorld world({});
    const EntityId store = world.store().entity();
    world.act(1_s, store, ActionKind::StoreRestart); // it runs
    world.act(2_s, store, ActionKind::Hang); // not of a store
    world.deleteSession(3_s, 0); // there is none
    world.run(3_s);
    QCOMPARE(world.find<NotApplicable>(store).size(), std::size_t {3});
    world.act(4_s, store, ActionKind::StoreCrash);
    world.act(5_s, store, ActionKind::StoreCrash); // it is down
    world.act(6_s, store, ActionKind::PowerOff);
    world.act(7_s, store, ActionKind::PowerOff); // its host is off
    world.act(8_s, store, ActionKind::StoreCrash);
    world.deleteSession(9_s, 0);
    world.act(10_s, store, ActionKind::StoreRestart);
    world.run(11_s);
    QCOMPARE(world.find<NotApplicable>(store).size(), std::size_t {7});
    QCOMPARE(world.find<ActionTaken>(store).size(), std::size_t {3});
    QCOMPARE(world.difference(), std::string());
}

void TestStoreCommands::operatorDeletesASession()
{
    StoreWorld world({});
    world.logIn(1_s, 0, 0);
    world.deleteSession(2_s, 0);
    const auto read = world.read(3_s, 0, 1);
    world.deleteSession(4_s, 0);
    world.run(5_s);
    const auto ended = world.find<SessionEnded>(world.store().entity());
    QCOMPARE(ended.size(), std::size_t {1});
    QCOMPARE(world.fact<SessionEnded>(ended.front()).reason, SessionEnd::Revoked);
    QCOMPARE(world.status(read), 401u);
    QCOMPARE(world.find<NotApplicable>().size(), std::size_t {1});
    QCOMPARE(world.difference(), std::string());
}

/// A connection that was made before the restart is not known any more.
void TestStoreCommands::requestsToAnEarlierLife()
{
    StoreWorld world(with(Persistence::Disk));
    world.logIn(0_s, 0, 0);
    const auto read = world.read(1_s, 0, 0);
    world.act(1_s + 600_us, world.store().entity(), ActionKind::StoreCrash); // the load is on its way
    world.act(1_s + 700_us, world.store().entity(), ActionKind::StoreRestart);
    world.run(2_s);
    QCOMPARE(world.status(read), 500u);
    QCOMPARE(world.of<Dropped>(read).front().reason, DropReason::ConnectionGone);
    QCOMPARE(world.of<ConnectionReset>(read).size(), std::size_t {1});
}

QTEST_GUILESS_MAIN(TestStoreCommands)
#include "tst_storecommands.moc"
