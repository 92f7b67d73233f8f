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

/// How many writes of the cart the only session contains.
std::uint32_t writesHeld(const StoreWorld &world)
{
    const auto images = world.store().images();
    if (images.empty())
        return 0;
    const protocol::Attributes &attributes = images.front().attributes;
    return attributes.count < 2 ? 0 : attributes.items[1].depth;
}

} // namespace

/// What of a store outlives its process, and what outlives its host (R-11 to R-13, D-1).
class TestStorePersistence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void r11SnapshotAfterMoreThan();
    void r11CountsChanges_data();
    void r11CountsChanges();
    void r11ChangesCountFromTheLastSave();
    void oracle13TwentyChanges();
    void oracle13HundredFiftyChanges();
    void r12LoggedOutIsValidAgain();
    void o5RestartBringsBackTheSnapshot();
    void r13LostWrites_data();
    void r13LostWrites();
    void r13KillThenPowerLoss();
    void r12OrderlyStop_data();
    void r12OrderlyStop();
    void o6BurstOnDisk_data();
    void o6BurstOnDisk();
    void idleClockGoesOnWhileDown();
};

void TestStorePersistence::r11SnapshotAfterMoreThan()
{
    StoreWorld::Setup setup = with(Persistence::Snapshots);
    setup.store.savePoints = {{10_s, 1}};
    StoreWorld world(setup);
    world.logIn(1_s, 0, 0);
    world.run(60_s);
    const auto taken = world.find<SnapshotTaken>();
    QCOMPARE(taken.size(), std::size_t {1}); // and none without changes
    QCOMPARE(world.records()[taken.front()].at, SimTime {(11_s).us}); // checked each second: more than ten have passed
    QCOMPARE(world.fact<SnapshotTaken>(taken.front()).sessions, 1u);
    QCOMPARE(world.difference(), std::string());
}

void TestStorePersistence::r11CountsChanges_data()
{
    QTest::addColumn<int>("reads");
    QTest::addColumn<int>("writes");
    QTest::addColumn<std::uint32_t>("needed");
    QTest::addColumn<bool>("isTaken");
    // A session is four, its user one; a touch two; a write three.
    QTest::newRow("creation") << 0 << 0 << 5u << true;
    QTest::newRow("creation, not enough") << 0 << 0 << 6u << false;
    QTest::newRow("touches") << 3 << 0 << 11u << true;
    QTest::newRow("touches, not enough") << 3 << 0 << 12u << false;
    QTest::newRow("writes") << 0 << 2 << 11u << true;
    QTest::newRow("writes, not enough") << 0 << 2 << 12u << false;
}

void TestStorePersistence::r11CountsChanges()
{
    QFETCH(int, reads);
    QFETCH(int, writes);
    QFETCH(std::uint32_t, needed);
    QFETCH(bool, isTaken);
    StoreWorld::Setup setup = with(Persistence::Snapshots);
    setup.store.savePoints = {{10_s, needed}};
    StoreWorld world(setup);
    world.logIn(1_s, 0, 0);
    for (int i = 0; i < reads; ++i)
        world.read(2_s + 10_ms * i, 0, 0);
    for (int i = 0; i < writes; ++i)
        world.write(3_s + 10_ms * i, 0, 0);
    world.run(30_s);
    QCOMPARE(world.find<SnapshotTaken>().size(), std::size_t {isTaken ? 1u : 0u});
}

void TestStorePersistence::r11ChangesCountFromTheLastSave()
{
    StoreWorld::Setup setup = with(Persistence::Snapshots);
    setup.store.savePoints = {{10_s, 5}};
    StoreWorld world(setup);
    world.logIn(1_s, 0, 0);
    world.write(12_s, 0, 0); // 3 since the save at 11 s
    world.run(40_s);
    QCOMPARE(world.find<SnapshotTaken>().size(), std::size_t {1});
    world.read(41_s, 0, 0); // 2 more
    world.run(50_s);
    const auto taken = world.find<SnapshotTaken>();
    QCOMPARE(taken.size(), std::size_t {2}); // not a sliding window
    QCOMPARE(world.records()[taken.back()].at, SimTime {(42_s).us});
}

void TestStorePersistence::oracle13TwentyChanges()
{
    StoreWorld world(with(Persistence::Snapshots)); // Redis's own save points
    world.logIn(1_s, 0, 0);
    for (int i = 0; i < 5; ++i)
        world.write(2_s + 1_s * i, 0, 0); // 20 changes with the log-in
    world.act(600_s, world.store().entity(), ActionKind::StoreCrash);
    world.act(601_s, world.store().entity(), ActionKind::StoreRestart);
    const auto read = world.read(602_s, 0, 0);
    world.run(603_s);
    QVERIFY(world.find<SnapshotTaken>().empty());
    QVERIFY(world.find<CopySet>().empty());
    QCOMPARE(world.status(read), 401u);
    QCOMPARE(world.difference(), std::string());
}

void TestStorePersistence::oracle13HundredFiftyChanges()
{
    StoreWorld::Setup setup = with(Persistence::Snapshots);
    setup.clients = 2;
    StoreWorld world(setup);
    world.logIn(1_s, 0, 0);
    std::uint32_t last = 0;
    for (int i = 0; i < 49; ++i)
        last = world.write(2_s + 1_s * i, 0, 0); // 152 changes with the log-in
    world.logIn(400_s, 1, 0);
    world.write(401_s, 0, 0);
    world.act(600_s, world.store().entity(), ActionKind::StoreCrash);
    world.act(601_s, world.store().entity(), ActionKind::StoreRestart);
    const auto before = world.read(602_s, 0, 0);
    const auto after = world.read(602_s, 1, 0);
    world.run(603_s);
    const auto taken = world.find<SnapshotTaken>();
    QCOMPARE(taken.size(), std::size_t {1});
    QCOMPARE(world.records()[taken.front()].at, SimTime {(301_s).us}); // just after 300 s
    QCOMPARE(world.status(before), 200u);
    QCOMPARE(world.shown(before), world.writeOf(last)); // it went back in time
    QCOMPARE(world.status(after), 401u); // made since
    QCOMPARE(world.difference(), std::string());
}

void TestStorePersistence::r12LoggedOutIsValidAgain()
{
    StoreWorld::Setup setup = with(Persistence::Snapshots);
    setup.store.savePoints = {{5_s, 1}};
    StoreWorld world(setup);
    const auto logIn = world.logIn(1_s, 0, 0);
    const auto out = world.logOut(7_s, 0, 0);
    const auto between = world.read(8_s, 0, 0);
    world.act(9_s, world.store().entity(), ActionKind::StoreCrash);
    world.act(10_s, world.store().entity(), ActionKind::StoreRestart);
    const auto read = world.read(11_s, 0, 0);
    world.run(11_s + 500_ms);
    QCOMPARE(world.status(out), 200u);
    QCOMPARE(world.status(between), 401u);
    QCOMPARE(world.status(read), 200u);
    QCOMPARE(world.shown(read, "user"), world.writeOf(logIn));
    QCOMPARE(world.difference(), std::string());
}

/// O-5: the 20 sessions of before are back with the n of the snapshot, the 20 made after it are gone.
void TestStorePersistence::o5RestartBringsBackTheSnapshot()
{
    StoreWorld::Setup setup = with(Persistence::Snapshots);
    setup.clients = 40;
    setup.store.savePoints = {{10_s, 1}};
    StoreWorld world(setup);
    std::vector<std::uint32_t> before(20);
    std::vector<std::uint32_t> reads;
    for (std::uint32_t i = 0; i < 20; ++i) {
        world.logIn(1_s + 10_ms * i, i, i % 2);
        before[i] = world.write(2_s + 10_ms * i, i, i % 2);
    }
    for (std::uint32_t i = 0; i < 20; ++i) {
        world.write(12_s + 10_ms * i, i, i % 2);
        world.logIn(12_s + 10_ms * i, 20 + i, i % 2);
    }
    world.act(15_s, world.store().entity(), ActionKind::StoreCrash);
    world.act(16_s, world.store().entity(), ActionKind::StoreRestart);
    for (std::uint32_t i = 0; i < 40; ++i)
        reads.push_back(world.read(17_s + 10_ms * i, i, i % 2));
    world.run(18_s);
    for (std::uint32_t i = 0; i < 20; ++i) {
        QCOMPARE(world.shown(reads[i]), world.writeOf(before[i]));
        QCOMPARE(world.status(reads[20 + i]), 401u);
    }
    const auto sets = world.find<CopySet>();
    QCOMPARE(sets.size(), std::size_t {20});
    for (std::size_t i = 1; i < sets.size(); ++i)
        QVERIFY(world.fact<CopySet>(sets[i - 1]).session < world.fact<CopySet>(sets[i]).session);
    QCOMPARE(world.fact<CopySet>(sets.front()).role, CopyRole::InCharge);
    QCOMPARE(world.difference(), std::string());
}

void TestStorePersistence::r13LostWrites_data()
{
    QTest::addColumn<int>("persistence");
    QTest::addColumn<bool>("power");
    QTest::addColumn<std::uint32_t>("held");
    const auto row = [](const char *name, Persistence persistence, bool power, std::uint32_t held) {
        QTest::newRow(name) << static_cast<int>(persistence) << power << held;
    };
    // Writes at 0.1 s, 0.2 s …; down at 35.55 s: 355 writes are acknowledged.
    row("none, killed", Persistence::None, false, 0);
    row("none, power loss", Persistence::None, true, 0);
    row("snapshot at 31 s, killed", Persistence::Snapshots, false, 309);
    row("snapshot at 31 s, power loss", Persistence::Snapshots, true, 309);
    row("log never flushed, killed", Persistence::LogNever, false, 355);
    row("log never flushed, power loss: the kernel did at 30 s", Persistence::LogNever, true, 299);
    row("log each second, killed", Persistence::LogEverySecond, false, 355);
    row("log each second, power loss", Persistence::LogEverySecond, true, 349);
    row("log always, killed", Persistence::LogAlways, false, 355);
    row("log always, power loss", Persistence::LogAlways, true, 355);
    row("disk, killed", Persistence::Disk, false, 355);
    row("disk, power loss", Persistence::Disk, true, 355);
}

void TestStorePersistence::r13LostWrites()
{
    QFETCH(int, persistence);
    QFETCH(bool, power);
    QFETCH(std::uint32_t, held);
    StoreWorld::Setup setup = with(static_cast<Persistence>(persistence));
    setup.store.savePoints = {{30_s, 1}};
    StoreWorld world(setup);
    world.logIn(10_ms, 0, 0);
    std::uint32_t acknowledged = 0;
    std::vector<std::uint32_t> writes;
    for (int i = 1; i <= 360; ++i)
        writes.push_back(world.write(100_ms * i, 0, 0));
    world.act(35_s + 550_ms, world.store().entity(), power ? ActionKind::PowerOff : ActionKind::StoreCrash);
    world.run(40_s);
    for (const auto write : writes)
        acknowledged += world.status(write) == 200 ? 1u : 0u;
    QCOMPARE(acknowledged, 355u);
    QVERIFY(world.store().images().empty());
    world.act(40_s, world.store().entity(), ActionKind::StoreRestart);
    world.run(40_s);
    QCOMPARE(writesHeld(world), held);
    QCOMPARE(world.difference(), std::string());
}

void TestStorePersistence::r13KillThenPowerLoss()
{
    StoreWorld world(with(Persistence::LogEverySecond));
    world.logIn(100_ms, 0, 0);
    world.write(1_s + 100_ms, 0, 0);
    world.act(1_s + 500_ms, world.store().entity(), ActionKind::StoreCrash);
    world.act(1_s + 600_ms, world.store().entity(), ActionKind::PowerOff); // before the kernel's own flush
    world.run(2_s);
    QCOMPARE(world.store().survivesKill(), world.store().survivesPowerLoss());
    world.act(3_s, world.store().entity(), ActionKind::StoreRestart);
    world.run(3_s);
    QCOMPARE(world.store().images().size(), std::size_t {1});
    QCOMPARE(writesHeld(world), 0u);
    QCOMPARE(world.difference(), std::string());
}

void TestStorePersistence::r12OrderlyStop_data()
{
    QTest::addColumn<int>("persistence");
    QTest::addColumn<unsigned>("held");
    QTest::newRow("none") << static_cast<int>(Persistence::None) << 0U;
    QTest::newRow("snapshots, none due yet") << static_cast<int>(Persistence::Snapshots) << 1U;
    QTest::newRow("log left to the kernel") << static_cast<int>(Persistence::LogNever) << 1U;
    QTest::newRow("log, every second") << static_cast<int>(Persistence::LogEverySecond) << 1U;
    QTest::newRow("log, always") << static_cast<int>(Persistence::LogAlways) << 1U;
    QTest::newRow("disk") << static_cast<int>(Persistence::Disk) << 1U;
}

/// R-12, O-5: it saves first, so that not even the loss of power after it takes anything.
void TestStorePersistence::r12OrderlyStop()
{
    QFETCH(int, persistence);
    QFETCH(unsigned, held);
    StoreWorld world(with(static_cast<Persistence>(persistence)));
    world.logIn(100_ms, 0, 0);
    world.write(1_s + 100_ms, 0, 0);
    world.act(1_s + 500_ms, world.store().entity(), ActionKind::StoreShutdown);
    world.act(1_s + 600_ms, world.store().entity(), ActionKind::PowerOff);
    world.run(2_s);
    QVERIFY(!world.store().isListening());
    world.act(3_s, world.store().entity(), ActionKind::StoreShutdown); // there is nothing to stop
    world.act(4_s, world.store().entity(), ActionKind::StoreRestart);
    world.run(4_s);
    QCOMPARE(world.store().images().size(), std::size_t {held});
    QCOMPARE(writesHeld(world), held);
    QCOMPARE(world.difference(), std::string());
}

void TestStorePersistence::o6BurstOnDisk_data()
{
    QTest::addColumn<int>("killUs");
    for (const int us : {0, 500, 1000, 1700, 2500, 4000})
        QTest::addRow("killed %d us into a write", us) << us;
}

/// O-6: 8 of 8 sessions back, none of the acknowledged writes lost, at most the ones in flight more.
void TestStorePersistence::o6BurstOnDisk()
{
    QFETCH(int, killUs);
    StoreWorld::Setup setup = with(Persistence::Disk);
    setup.clients = 8;
    StoreWorld world(setup);
    std::vector<std::vector<std::uint32_t>> writes(8);
    for (std::uint32_t c = 0; c < 8; ++c) {
        world.logIn(10_ms * c, c, c % 2);
        for (int i = 0; i < 50; ++i)
            writes[c].push_back(world.write(1_s + 40_ms * i + 500_us * c, c, c % 2));
    }
    world.act(2_s + 4_ms + microseconds(killUs), world.store().entity(), ActionKind::PowerOff);
    world.run(4_s);
    world.act(5_s, world.store().entity(), ActionKind::StoreRestart);
    world.run(5_s);
    const auto images = world.store().images();
    QCOMPARE(images.size(), std::size_t {8});
    for (const protocol::SessionImage &image : images) {
        std::uint32_t acknowledged = 0;
        for (const auto write : writes[image.client.value])
            acknowledged += world.status(write) == 200 ? 1u : 0u;
        const std::uint32_t held = image.attributes.items[1].depth;
        QVERIFY(acknowledged > 20);
        QVERIFY(held == acknowledged || held == acknowledged + 1);
    }
    QCOMPARE(world.difference(), std::string());
}

void TestStorePersistence::idleClockGoesOnWhileDown()
{
    StoreWorld::Setup setup = with(Persistence::Disk);
    setup.sessions.timeout = 10_s;
    StoreWorld world(setup);
    world.logIn(1_s, 0, 0);
    world.act(2_s, world.store().entity(), ActionKind::StoreCrash);
    world.act(9_s, world.store().entity(), ActionKind::StoreRestart);
    world.run(9_s);
    QCOMPARE(world.store().images().size(), std::size_t {1});
    const auto read = world.read(12_s, 0, 0);
    world.run(13_s);
    QCOMPARE(world.status(read), 401u);
    QCOMPARE(world.difference(), std::string());
}

QTEST_GUILESS_MAIN(TestStorePersistence)
#include "tst_storepersistence.moc"
