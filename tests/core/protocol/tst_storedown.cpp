// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/protocol/storeworld.h"
#include "tests/support/printing.h"

#include <QTest>

using namespace sessionarium;
using namespace sessionarium::model;
using namespace sessionarium::tests::literals;
using tests::StoreWorld;

/// What becomes of requests when their store is down, silent or slow, or their server dies (R-8, O-5).
class TestStoreDown : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void r8StrangersDoNotAskTheStore();
    void r8DownRefusesWhatNeedsTheSession();
    void r8SilentStoreHoldsThePlaces();
    void r8AnswerOnTheWayIsLost();
    void r8LateReplyIsDropped();
    void r8StoreDiesOverTheCommand();
    void serverCrashLosesNoSession();
};

void TestStoreDown::r8StrangersDoNotAskTheStore()
{
    StoreWorld world({});
    world.act(1_s, world.store().entity(), ActionKind::StoreCrash);
    const auto read = world.read(2_s, 0, 0);
    const auto page = world.request(2_s, 0, 0, Operation::LoginPage);
    world.run(3_s);
    QCOMPARE(world.status(read), 401u);
    QCOMPARE(world.status(page), 200u);
    QCOMPARE(world.of<CookieAbsent>(read).size(), std::size_t {1});
}

/// O-5: down, every request of every node fails, log-in too; here at once.
void TestStoreDown::r8DownRefusesWhatNeedsTheSession()
{
    StoreWorld::Setup setup;
    setup.clients = 2;
    StoreWorld world(setup);
    world.logIn(0_s, 0, 0);
    world.act(1_s, world.store().entity(), ActionKind::StoreCrash);
    std::vector<std::uint32_t> asked;
    for (std::uint32_t i = 0; i < 10; ++i)
        asked.push_back(world.request(2_s + 10_ms * i, 0, i % 2, i % 3 == 0 ? Operation::Write : Operation::Read));
    asked.push_back(world.logIn(2_s, 1, 0)); // without a cookie: fails when it saves
    world.run(4_s);
    for (const auto request : asked) {
        QCOMPARE(world.status(request), 500u);
        QCOMPARE(world.of<ConnectFailed>(request).front().server, world.store().entity());
        QCOMPARE(world.of<ConnectFailed>(request).front().reason, ConnectError::Refused);
        QCOMPARE(world.of<Rejected>(request).front().reason, RejectReason::StoreUnavailable);
        QCOMPARE(world.traffic(request).messages, 0u);
    }
    QVERIFY(world.answer(asked.front()).at - SimTime {(2_s).us} < 5_ms);
    QVERIFY(world.session(1).isNone()); // no cookie of a session that was not saved
    QCOMPARE(world.difference(), std::string());
}

void TestStoreDown::r8SilentStoreHoldsThePlaces()
{
    StoreWorld world({});
    world.logIn(0_s, 0, 0);
    world.act(1_s, world.store().entity(), ActionKind::PowerOff);
    const auto first = world.read(2_s, 0, 0);
    for (int i = 0; i < 3; ++i)
        world.read(2_s, 0, 0);
    const auto fifth = world.read(2_s, 0, 0); // four places
    world.run(5_s);
    QCOMPARE(world.status(first), 500u);
    QCOMPARE(world.of<ConnectFailed>(first).front().reason, ConnectError::NoAnswer);
    QCOMPARE((world.answer(first).at - SimTime {(2_s).us}).us, (1_s + StoreWorld::latency * 2).us);
    QCOMPARE(world.of<RequestQueued>(fifth).size(), std::size_t {1});
    QCOMPARE((world.answer(fifth).at - world.answer(first).at).us, (1_s).us);
}

void TestStoreDown::r8AnswerOnTheWayIsLost()
{
    StoreWorld world({});
    world.logIn(0_s, 0, 0);
    const auto read = world.read(1_s, 0, 0);
    world.cut(1_s + 600_us, world.server(0), world.store().entity()); // the load is on its way
    world.run(3_s);
    QCOMPARE(world.status(read), 500u);
    QCOMPARE(world.of<ConfirmationMissed>(read).front().from, world.store().entity());
    QCOMPARE(world.of<Rejected>(read).front().reason, RejectReason::StoreUnavailable);
    QCOMPARE((world.answer(read).at - SimTime {(1_s).us}).us, (1_s + StoreWorld::latency * 2).us);
    QVERIFY(world.machine(0).inService().empty());
    QCOMPARE(world.difference(), std::string());
}

void TestStoreDown::r8LateReplyIsDropped()
{
    StoreWorld::Setup setup;
    setup.store.writeTime = 20_ms;
    setup.application.storeTimeout = 10_ms;
    StoreWorld world(setup);
    const auto logIn = world.logIn(1_s, 0, 0);
    world.run(2_s);
    QCOMPARE(world.status(logIn), 500u);
    QCOMPARE(world.of<WriteApplied>(logIn).size(), std::size_t {1}); // in doubt (G-3): it is there all the same
    QCOMPARE(world.of<Dropped>(logIn).size(), std::size_t {1});
    QCOMPARE(world.of<Dropped>(logIn).front().message, MessageKind::StoreReply);
    QCOMPARE(world.of<Dropped>(logIn).front().reason, DropReason::TooLate);
    QCOMPARE(world.of<Answered>(logIn).size(), std::size_t {1});
    QCOMPARE(world.difference(), std::string());
}

void TestStoreDown::r8StoreDiesOverTheCommand()
{
    StoreWorld::Setup setup;
    setup.clients = 2;
    setup.store.writeTime = 20_ms;
    StoreWorld world(setup);
    const auto working = world.logIn(1_s, 0, 0);
    world.act(1_s + 10_ms, world.store().entity(), ActionKind::StoreCrash);
    const auto arriving = world.logIn(1_s + 6_ms, 1, 1); // its save arrives just after
    world.run(2_s);
    for (const auto request : {working, arriving}) {
        QCOMPARE(world.status(request), 500u);
        QCOMPARE(world.of<ConnectionReset>(request).front().server, world.store().entity());
        QVERIFY(world.of<WriteApplied>(request).empty());
    }
    QVERIFY(world.of<Dropped>(working).empty());
    QCOMPARE(world.of<Dropped>(arriving).front().reason, DropReason::ProcessDown);
    QVERIFY(world.answer(working).at < SimTime {(1_s + 12_ms).us}); // at once
}

/// O-5: a node killed, all right at the others.
void TestStoreDown::serverCrashLosesNoSession()
{
    StoreWorld::Setup setup;
    setup.clients = 30;
    setup.servers = 3;
    StoreWorld world(setup);
    std::vector<std::uint32_t> reads;
    for (std::uint32_t i = 0; i < 30; ++i)
        world.logIn(1_s + 5_ms * i, i, i % 3);
    world.act(2_s, world.server(2), ActionKind::Crash);
    for (std::uint32_t i = 0; i < 30; ++i)
        reads.push_back(world.read(3_s + 5_ms * i, i, i % 2));
    world.run(4_s);
    for (const auto read : reads)
        QCOMPARE(world.status(read), 200u);
    QCOMPARE(world.difference(), std::string());
}

QTEST_GUILESS_MAIN(TestStoreDown)
#include "tst_storedown.moc"
