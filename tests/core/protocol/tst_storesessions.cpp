// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/protocol/storeworld.h"
#include "tests/support/printing.h"

#include <QTest>

using namespace sessionarium;
using namespace sessionarium::model;
using namespace sessionarium::tests::literals;
using tests::StoreWorld;

namespace {

constexpr std::uint32_t stateBytes = 4096; // S
constexpr std::uint32_t deltaBytes = 256; // d
constexpr std::uint32_t envelopeBytes = 100; // h

/// When a load that a request asks for takes effect, from its issue: two ways and the command.
constexpr Duration toLoad = StoreWorld::latency * 2 + microseconds(1);

} // namespace

/// What a server does that keeps no session: the rules one by one.
class TestStoreSessions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void r2AnyServerSeesTheNewest();
    void r3SavedBeforeTheAnswer();
    void r4MessagesAndBytes_data();
    void r4MessagesAndBytes();
    void r4AReadRenewsTheIdleClock_data();
    void r4AReadRenewsTheIdleClock();
    void r5SameAttributeReadModifyWrite();
    void r5DifferentAttributesBothSurvive();
    void r5SameAttributeAtomic();
    void r5AtomicWriteAgainstLogOut();
    void r6SavingWhatWasLoggedOut();
    void r6SavingUnderAChangedId();
    void r6SavingWhatExpiredMeanwhile();
    void r7UnknownIdIsNoSession();
    void b6StrangersGetSessionsToo();
    void b7IdChange();
    void b8ExpiresExactly_data();
    void b8ExpiresExactly();
    void b9SweepClearsAway();
};

void TestStoreSessions::r2AnyServerSeesTheNewest()
{
    StoreWorld::Setup setup;
    setup.servers = 3;
    StoreWorld world(setup);
    const auto logIn = world.logIn(1_s, 0, 0);
    const auto write = world.write(2_s, 0, 1);
    const auto read = world.read(3_s, 0, 2);
    world.run(4_s);
    QCOMPARE(world.shown(read), world.writeOf(write));
    QCOMPARE(world.shown(read, "user"), world.writeOf(logIn));
    for (const auto record : world.find<SessionCreated>())
        QCOMPARE(world.records()[record].entity, world.store().entity()); // servers hold none
    QCOMPARE(world.find<SessionCreated>().size(), std::size_t {1});
    QCOMPARE(world.difference(), std::string());
}

void TestStoreSessions::r3SavedBeforeTheAnswer()
{
    StoreWorld world({});
    world.logIn(1_s, 0, 0);
    const auto write = world.write(2_s, 0, 0);
    world.run(3_s);
    const auto answered = world.find<Answered>().back();
    const auto applied = world.find<WriteApplied>(world.store().entity()).back();
    QVERIFY(applied < answered);
    // Load and save are a round trip each, beside the request's own (§7: 2 RTT).
    QCOMPARE((world.answer(write).at - SimTime {(2_s).us}).us, (StoreWorld::latency * 6 + 3_ms + 2_us).us);
}

void TestStoreSessions::r4MessagesAndBytes_data()
{
    QTest::addColumn<int>("operation");
    QTest::addColumn<bool>("hasSession");
    QTest::addColumn<std::uint32_t>("messages");
    QTest::addColumn<quint64>("bytes");
    const auto row = [](const char *name, Operation operation, bool hasSession, std::uint32_t messages,
                        std::uint32_t bytes) {
        QTest::newRow(name) << static_cast<int>(operation) << hasSession << messages << quint64 {bytes};
    };
    const std::uint32_t whole = stateBytes + deltaBytes + 4 * envelopeBytes; // §7
    row("write", Operation::Write, true, 4, whole);
    row("read: it touches", Operation::Read, true, 4, whole);
    row("log-in again", Operation::LogIn, true, 4, whole);
    row("creation: save only", Operation::LogIn, false, 2, deltaBytes + 2 * envelopeBytes);
    row("log-out: a delete says only what goes", Operation::LogOut, true, 4, stateBytes + 4 * envelopeBytes);
    row("stranger", Operation::Read, false, 0, 0);
}

void TestStoreSessions::r4MessagesAndBytes()
{
    QFETCH(int, operation);
    QFETCH(bool, hasSession);
    QFETCH(std::uint32_t, messages);
    QFETCH(quint64, bytes);
    StoreWorld world({});
    if (hasSession)
        world.logIn(1_s, 0, 0);
    const auto asked = world.request(2_s, 0, 1, static_cast<Operation>(operation));
    world.run(3_s);
    QCOMPARE(world.traffic(asked).messages, messages);
    QCOMPARE(quint64 {world.traffic(asked).bytes}, bytes);
    QCOMPARE(world.difference(), std::string());
}

void TestStoreSessions::r4AReadRenewsTheIdleClock_data()
{
    QTest::addColumn<bool>("saves");
    QTest::newRow("reads save: the session slides") << true;
    QTest::newRow("reads do not: it ends") << false;
}

void TestStoreSessions::r4AReadRenewsTheIdleClock()
{
    QFETCH(bool, saves);
    StoreWorld::Setup setup;
    setup.application.savesOnRead = saves;
    setup.sessions.timeout = 10_s;
    StoreWorld world(setup);
    world.logIn(0_s, 0, 0);
    const auto early = world.read(6_s, 0, 1);
    const auto late = world.read(12_s, 0, 1);
    world.run(13_s);
    QCOMPARE(world.status(early), 200u);
    QCOMPARE(world.traffic(early).messages, saves ? 4u : 2u);
    QCOMPARE(world.status(late), saves ? 200u : 401u);
    QCOMPARE(world.difference(), std::string());
}

/// Oracle 17: two tabs, one attribute: both are acknowledged, exactly one survives.
void TestStoreSessions::r5SameAttributeReadModifyWrite()
{
    StoreWorld world({});
    world.logIn(0_s, 0, 0);
    const auto first = world.write(1_s, 0, 0);
    const auto second = world.write(1_s + 100_us, 0, 1);
    const auto read = world.read(2_s, 0, 0);
    world.run(3_s);
    QCOMPARE(world.status(first), 200u);
    QCOMPARE(world.status(second), 200u);
    QCOMPARE(world.shown(read), world.writeOf(second)); // last writer wins
    QVERIFY(world.of<WriteApplied>(second).front().base.isNone()); // the first is not in it
    const protocol::SessionImage held = world.store().images().front();
    QCOMPARE(held.attributes.items[1].depth, 1u);
    QCOMPARE(world.difference(), std::string());
}

void TestStoreSessions::r5DifferentAttributesBothSurvive()
{
    StoreWorld world({});
    world.logIn(0_s, 0, 0);
    const auto cart = world.write(1_s, 0, 0, "cart");
    const auto theme = world.write(1_s + 100_us, 0, 1, "theme");
    const auto read = world.read(2_s, 0, 0);
    world.run(3_s);
    QCOMPARE(world.shown(read, "cart"), world.writeOf(cart));
    QCOMPARE(world.shown(read, "theme"), world.writeOf(theme));
    QCOMPARE(world.difference(), std::string());
}

void TestStoreSessions::r5SameAttributeAtomic()
{
    StoreWorld::Setup setup;
    setup.application.storeWrites = StoreWrites::Atomic;
    StoreWorld world(setup);
    const auto logIn = world.logIn(0_s, 0, 0);
    const auto first = world.write(1_s, 0, 0);
    const auto second = world.write(1_s + 100_us, 0, 1);
    world.run(3_s);
    QCOMPARE(world.of<WriteApplied>(second).front().base, world.writeOf(first)); // both survive
    QCOMPARE(world.shown(second), world.writeOf(first)); // a write's answer shows its base, which it had not loaded
    QCOMPARE(world.shown(second, "user"), world.writeOf(logIn));
    QVERIFY(world.shown(first).isNone());
    QCOMPARE(world.store().images().front().attributes.items[1].depth, 2u);
    QCOMPARE(world.difference(), std::string());
}

void TestStoreSessions::r5AtomicWriteAgainstLogOut()
{
    StoreWorld::Setup setup;
    setup.application.storeWrites = StoreWrites::Atomic;
    StoreWorld world(setup);
    world.logIn(0_s, 0, 0);
    const auto again = world.logIn(1_s, 0, 0);
    const auto out = world.logOut(1_s + 100_us, 0, 1); // loaded before the second log-in was saved
    world.run(3_s);
    QCOMPARE(world.status(out), 200u);
    QCOMPARE(world.of<WriteApplied>(out).front().base, world.writeOf(again));
    QCOMPARE(world.difference(), std::string());
}

void TestStoreSessions::r6SavingWhatWasLoggedOut()
{
    StoreWorld world({});
    world.logIn(0_s, 0, 0);
    const auto out = world.logOut(1_s, 0, 0);
    const auto write = world.write(1_s + 100_us, 0, 1); // in flight when the log-out is saved
    world.run(3_s);
    QCOMPARE(world.status(out), 200u);
    QCOMPARE(world.status(write), 500u);
    QCOMPARE(world.of<Rejected>(write).front().reason, RejectReason::SessionGone);
    QVERIFY(world.of<WriteApplied>(write).empty());
    QVERIFY(world.store().images().empty()); // no silent resurrection
    QCOMPARE(world.difference(), std::string());
}

void TestStoreSessions::r6SavingUnderAChangedId()
{
    StoreWorld::Setup setup;
    setup.application.changesIdAtLogIn = true;
    StoreWorld world(setup);
    world.logIn(0_s, 0, 0);
    const auto again = world.logIn(1_s, 0, 0);
    const auto write = world.write(1_s + 100_us, 0, 1);
    world.run(3_s);
    QCOMPARE(world.status(again), 200u);
    QCOMPARE(world.of<Rejected>(write).front().reason, RejectReason::SessionGone);
    QCOMPARE(world.store().images().size(), std::size_t {1});
}

void TestStoreSessions::r6SavingWhatExpiredMeanwhile()
{
    StoreWorld::Setup setup;
    setup.sessions.timeout = 10_s;
    StoreWorld world(setup);
    world.logIn(0_s, 0, 0);
    world.run(1_s);
    const SimTime end = world.store().images().front().lastUsed + 10_s;
    const auto read = world.read(Duration {end.us} - 3_ms, 0, 1); // loaded before, saved after
    world.run(20_s);
    QCOMPARE(world.of<SessionFound>(read).size(), std::size_t {2});
    QCOMPARE(world.status(read), 500u);
    QCOMPARE(world.of<Rejected>(read).front().reason, RejectReason::SessionGone);
    QCOMPARE(world.difference(), std::string());
}

void TestStoreSessions::r7UnknownIdIsNoSession()
{
    StoreWorld world({});
    world.logIn(0_s, 0, 0);
    world.act(1_s, world.store().entity(), ActionKind::StoreCrash);
    world.act(2_s, world.store().entity(), ActionKind::StoreRestart); // and has nothing
    const auto read = world.read(3_s, 0, 1);
    world.run(4_s);
    QCOMPARE(world.status(read), 401u);
    QCOMPARE(world.of<SessionMissing>(read).size(), std::size_t {2}); // the store says so, then the server
    QCOMPARE(world.traffic(read), (StoreWorld::Traffic {2, 2 * envelopeBytes})); // nothing to save
    QCOMPARE(world.difference(), std::string());
}

void TestStoreSessions::b6StrangersGetSessionsToo()
{
    StoreWorld::Setup setup;
    setup.application.createsSessionWhenAnonymous = true;
    StoreWorld world(setup);
    const auto page = world.request(1_s, 0, 0, Operation::LoginPage);
    const auto read = world.read(2_s, 0, 1);
    const auto logIn = world.logIn(3_s, 0, 0);
    world.run(4_s);
    QCOMPARE(world.of<SessionCreated>(page).size(), std::size_t {1});
    QCOMPARE(world.status(read), 401u);
    QCOMPARE(world.of<SessionTouched>(read).size(), std::size_t {1});
    QCOMPARE(world.status(logIn), 200u);
    QCOMPARE(world.find<SessionCreated>().size(), std::size_t {1}); // the log-in went into the same session
    QCOMPARE(world.difference(), std::string());
}

void TestStoreSessions::b7IdChange()
{
    StoreWorld::Setup setup;
    setup.application.changesIdAtLogIn = true;
    StoreWorld world(setup);
    world.logIn(0_s, 0, 0);
    const auto write = world.write(1_s, 0, 0);
    world.run(2_s);
    const StringId old = world.session(0);
    const auto again = world.logIn(3_s, 0, 1);
    const auto read = world.read(4_s, 0, 0);
    world.run(5_s);
    QVERIFY(world.session(0) != old);
    QCOMPARE(world.of<SessionIdChanged>(again).front().session, old);
    QCOMPARE(world.store().images().size(), std::size_t {1});
    QCOMPARE(world.store().images().front().session, world.session(0));
    QCOMPARE(world.shown(read), world.writeOf(write)); // attributes stay
    QCOMPARE(world.shown(read, "user"), world.writeOf(again));
    QCOMPARE(world.difference(), std::string());
}

void TestStoreSessions::b8ExpiresExactly_data()
{
    QTest::addColumn<int>("idleLess");
    QTest::addColumn<std::uint32_t>("status");
    QTest::newRow("a microsecond before") << 1 << 200u;
    QTest::newRow("at the moment") << 0 << 401u;
}

void TestStoreSessions::b8ExpiresExactly()
{
    QFETCH(int, idleLess);
    QFETCH(std::uint32_t, status);
    StoreWorld::Setup setup;
    setup.sessions.timeout = 10_s;
    setup.application.savesOnRead = false;
    StoreWorld world(setup);
    world.logIn(0_s, 0, 0);
    world.run(1_s);
    const SimTime end = world.store().images().front().lastUsed + 10_s;
    const auto read = world.read(Duration {end.us} - toLoad - microseconds(idleLess), 0, 1);
    world.run(20_s);
    QCOMPARE(world.status(read), status);
    QCOMPARE(world.of<SessionEnded>(read).size(), std::size_t {status == 401 ? 1u : 0u});
    QCOMPARE(world.difference(), std::string());
}

void TestStoreSessions::b9SweepClearsAway()
{
    StoreWorld::Setup setup;
    setup.sessions.timeout = 10_s;
    setup.sessions.sweep = 15_s;
    StoreWorld world(setup);
    world.logIn(0_s, 0, 0);
    world.run(14_s);
    QCOMPARE(world.store().images().size(), std::size_t {1}); // reclaimed late, never served (B-9)
    world.run(16_s);
    QVERIFY(world.store().images().empty());
    const auto ended = world.find<SessionEnded>();
    QCOMPARE(ended.size(), std::size_t {1});
    QCOMPARE(world.fact<SessionEnded>(ended.front()).reason, SessionEnd::Expired);
    QCOMPARE(world.records()[ended.front()].at, SimTime {(15_s).us});
}

QTEST_GUILESS_MAIN(TestStoreSessions)
#include "tst_storesessions.moc"
