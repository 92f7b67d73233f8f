// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/protocol/clusterworld.h"

#include <QTest>

using namespace sessionarium::model;
using namespace sessionarium::tests::literals;
using sessionarium::tests::ClusterWorld;

using Kinds = std::vector<MessageKind>;

namespace {

constexpr MessageKind created = MessageKind::ReplicationCreated;
constexpr MessageKind delta = MessageKind::ReplicationDelta;
constexpr MessageKind accessed = MessageKind::ReplicationAccessed;
constexpr MessageKind expired = MessageKind::ReplicationExpired;
constexpr MessageKind changedId = MessageKind::ReplicationChangeId;
constexpr MessageKind full = MessageKind::ReplicationFull;
constexpr MessageKind ack = MessageKind::ReplicationAck;

// K-6
constexpr std::uint64_t S = 4096;
constexpr std::uint64_t d = 256;
constexpr std::uint64_t h = 100;

} // namespace

/// What a server of a cluster sends, to whom and how large: T-8 to T-13, T-19, §7.
class TestAllToAllMessages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void t8ToAllOtherMembers_data();
    void t8ToAllOtherMembers();
    void costsOfSection7();
    void costsOfSection7Acknowledged();
    void t9CreatedThenDelta();
    void t9AnonymousSession();
    void t10OnlyWhatWasWritten();
    void t12ReadAtHome();
    void t12ReadElsewhere();
    void t12LongAfterTheLastReplication();
    void t12WhoServedHasItInCharge();
    void t12StrangersTellNothing();
    void t13DeltaOnRead();
    void changeOfIdAtLogIn();
    void logOut();
    void t19SweepOfTheCopyInCharge();
    void t19ExpiryFoundByARequest();
    void fullSendsTheWholeSession();
    void t5ThreadsTakeTurns();
};

void TestAllToAllMessages::t8ToAllOtherMembers_data()
{
    QTest::addColumn<std::uint32_t>("servers");
    for (std::uint32_t n = 2; n <= 8; ++n)
        QTest::addRow("N = %u", n) << n;
}

void TestAllToAllMessages::t8ToAllOtherMembers()
{
    QFETCH(std::uint32_t, servers);
    ClusterWorld::Setup setup;
    setup.servers = servers;
    ClusterWorld world(setup);
    world.logIn(100_ms, 0, 0);
    world.write(200_ms, 0, 1 % servers);
    world.run(300_ms);
    QCOMPARE(world.posted(created).size(), std::size_t {servers - 1});
    QCOMPARE(world.posted(delta, 200_ms).size(), std::size_t {servers - 1});
    QCOMPARE(world.posted().size(), std::size_t {3 * (servers - 1)});
    std::set<EntityId> receivers;
    for (const ClusterWorld::Posted &item : world.posted(delta, 200_ms))
        receivers.insert(item.message.to);
    QCOMPARE(receivers.size(), std::size_t {servers - 1});
    QVERIFY(!receivers.contains(world.server(1)));
    QCOMPARE(world.difference(), std::string());
}

void TestAllToAllMessages::costsOfSection7()
{
    ClusterWorld::Setup setup;
    setup.servers = 4;
    ClusterWorld world(setup);
    world.logIn(100_ms, 0, 0);
    world.write(200_ms, 0, 0);
    world.read(300_ms, 0, 1);
    world.logOut(400_ms, 0, 1);
    world.run(500_ms);
    QCOMPARE(world.bytes(400_ms), 3 * h);
    QCOMPARE(world.bytes(300_ms) - world.bytes(400_ms), 3 * h);
    QCOMPARE(world.bytes(200_ms) - world.bytes(300_ms), std::uint64_t {1068}); // K-6
    QCOMPARE(world.bytes(200_ms) - world.bytes(300_ms), 3 * (d + h));
    QCOMPARE(world.bytes({}) - world.bytes(200_ms), 3 * (h + d + h));
}

void TestAllToAllMessages::costsOfSection7Acknowledged()
{
    ClusterWorld::Setup setup;
    setup.servers = 4;
    setup.sessions.acknowledged = true;
    ClusterWorld world(setup);
    world.logIn(100_ms, 0, 0);
    world.write(200_ms, 0, 0);
    world.run(300_ms);
    QCOMPARE(world.posted(ack, 200_ms).size(), std::size_t {3});
    QCOMPARE(world.posted(delta, 200_ms).size(), std::size_t {3});
    QCOMPARE(world.bytes(200_ms), std::uint64_t {1131}); // K-6
    QCOMPARE(world.posted(ack).size(), std::size_t {9});
}

void TestAllToAllMessages::t9CreatedThenDelta()
{
    ClusterWorld world({});
    world.logIn(100_ms, 0, 0);
    world.run(200_ms);
    QCOMPARE(world.kinds({}), (Kinds {created, created, delta, delta}));
    for (const ClusterWorld::Posted &item : world.posted(created))
        QCOMPARE(item.message.shown.count, 0u); // no attributes
    for (const ClusterWorld::Posted &item : world.posted(delta))
        QCOMPARE(item.message.shown.count, 1u);
}

void TestAllToAllMessages::t9AnonymousSession()
{
    ClusterWorld::Setup setup;
    setup.application.createsSessionWhenAnonymous = true;
    ClusterWorld world(setup);
    world.request(100_ms, 0, 0, Operation::LoginPage);
    world.run(200_ms);
    QCOMPARE(world.kinds({}), (Kinds {created, created, delta, delta})); // even for an empty session
    QVERIFY(world.copy(1) && world.copy(2));
}

void TestAllToAllMessages::t10OnlyWhatWasWritten()
{
    ClusterWorld world({});
    world.logIn(100_ms, 0, 0);
    world.write(200_ms, 0, 0, "cart");
    const auto second = world.write(300_ms, 0, 0, "theme");
    world.run(400_ms);
    for (const ClusterWorld::Posted &item : world.posted(delta, 300_ms)) {
        QCOMPARE(item.message.shown.count, 1u);
        QCOMPARE(item.message.shown.items[0].value, world.writeOf(second));
    }
    QVERIFY(world.held(1, "user").isSome() && world.held(1, "cart").isSome() && world.held(1, "theme").isSome());
}

void TestAllToAllMessages::t12ReadAtHome()
{
    ClusterWorld world({});
    world.logIn(100_ms, 0, 0);
    world.read(200_ms, 0, 0);
    world.read(300_ms, 0, 0);
    world.run(400_ms);
    QCOMPARE(world.kinds(200_ms), Kinds {});
}

void TestAllToAllMessages::t12ReadElsewhere()
{
    ClusterWorld world({});
    world.logIn(100_ms, 0, 0);
    world.read(200_ms, 0, 1);
    world.read(300_ms, 0, 1);
    world.read(400_ms, 0, 0);
    world.run(500_ms);
    QCOMPARE(world.posted(accessed, 200_ms).size(), std::size_t {4}); // one to N-1 for each change of server
    QCOMPARE(world.posted(accessed, 300_ms).size(), std::size_t {2});
    QCOMPARE(world.posted(accessed, 400_ms).size(), std::size_t {2});
    QCOMPARE(world.posted(delta, 200_ms).size(), std::size_t {0});
    QCOMPARE(world.copy(0)->role, CopyRole::InCharge);
    QCOMPARE(world.copy(1)->role, CopyRole::Replica);
    QCOMPARE(world.copy(2)->role, CopyRole::Replica);
    QCOMPARE(world.difference(), std::string());
}

void TestAllToAllMessages::t12LongAfterTheLastReplication()
{
    ClusterWorld::Setup setup;
    setup.sessions.timeout = 10_s;
    ClusterWorld world(setup);
    world.logIn(0_s, 0, 0);
    world.read(6_s, 0, 0);
    world.read(11_s, 0, 0); // more than 10 s after the log-in
    world.read(12_s, 0, 0);
    world.run(13_s);
    QCOMPARE(world.kinds(6_s), (Kinds {accessed, accessed}));
    QCOMPARE(world.posted(accessed).front().at, SimTime {11003500});
}

/// Whoever finishes a request last is the primary, whatever came in while it was served (T-12, T-18).
void TestAllToAllMessages::t12WhoServedHasItInCharge()
{
    ClusterWorld::Setup setup;
    setup.application.apply = {};
    ClusterWorld world(setup);
    world.logIn(100_ms, 0, 0);
    world.write(200_ms, 0, 0); // its delta arrives at 204.0 ms
    world.read(202_ms, 0, 1); // served until 205.5 ms
    world.run(300_ms);
    QCOMPARE(world.copy(1)->role, CopyRole::InCharge);
    QCOMPARE(world.copy(0)->role, CopyRole::Replica);
    QCOMPARE(world.posted(accessed).size(), std::size_t {2});
    QCOMPARE(world.difference(), std::string());
}

void TestAllToAllMessages::t12StrangersTellNothing()
{
    ClusterWorld world({});
    const auto read = world.read(100_ms, 0, 0);
    world.run(200_ms);
    QCOMPARE(world.status(read), 401u);
    QCOMPARE(world.kinds({}), Kinds {});
}

void TestAllToAllMessages::t13DeltaOnRead()
{
    ClusterWorld::Setup setup;
    setup.application.deltaOnRead = true;
    ClusterWorld world(setup);
    world.logIn(100_ms, 0, 0);
    world.read(200_ms, 0, 0);
    world.read(300_ms, 0, 1);
    world.write(400_ms, 0, 1);
    world.run(500_ms);
    QCOMPARE(world.kinds(200_ms), (Kinds {delta, delta, delta, delta, delta, delta}));
    QCOMPARE(world.bytes(200_ms) - world.bytes(400_ms), 4 * h);
    QCOMPARE(world.bytes(400_ms), 2 * (d + h));
}

void TestAllToAllMessages::changeOfIdAtLogIn()
{
    ClusterWorld::Setup setup;
    setup.application.createsSessionWhenAnonymous = true;
    setup.application.changesIdAtLogIn = true;
    ClusterWorld world(setup);
    world.request(100_ms, 0, 0, Operation::LoginPage);
    world.run(150_ms);
    const StringId before = world.session();
    const auto in = world.logIn(200_ms, 0, 1);
    world.run(300_ms);
    QCOMPARE(world.kinds(200_ms), (Kinds {changedId, changedId, delta, delta}));
    QCOMPARE(world.bytes(200_ms), 2 * (h + d + h));
    QVERIFY(world.session() != before);
    for (std::uint32_t i = 0; i < 3; ++i) {
        QVERIFY(!world.manager(i).memory().find(before)); // B-7
        QCOMPARE(world.held(i, "user"), world.writeOf(in));
    }
    QCOMPARE(world.difference(), std::string());
}

void TestAllToAllMessages::logOut()
{
    ClusterWorld world({});
    world.logIn(100_ms, 0, 0);
    world.logOut(200_ms, 0, 1);
    const auto read = world.read(300_ms, 0, 2);
    world.run(400_ms);
    QCOMPARE(world.kinds(200_ms), (Kinds {expired, expired}));
    QCOMPARE(world.posted(expired).front().message.ending, SessionEnd::LoggedOut);
    QVERIFY(!world.copy(0) && !world.copy(1) && !world.copy(2));
    QCOMPARE(world.status(read), 401u);
    QCOMPARE(world.difference(), std::string());
}

void TestAllToAllMessages::t19SweepOfTheCopyInCharge()
{
    ClusterWorld::Setup setup;
    setup.sessions.timeout = 90_s;
    ClusterWorld world(setup);
    world.logIn(1_s, 0, 0);
    world.run(119_s);
    QVERIFY(world.copy(0) && world.copy(1));
    world.run(121_s);
    QVERIFY(!world.copy(0) && !world.copy(1) && !world.copy(2)); // the sweep at 120 s (B-9)
    QCOMPARE(world.kinds(110_s), (Kinds {expired, expired}));
    QCOMPARE(world.posted(expired).front().message.ending, SessionEnd::Expired);
    QCOMPARE(world.posted(expired).front().at, SimTime {120000000});
}

void TestAllToAllMessages::t19ExpiryFoundByARequest()
{
    ClusterWorld::Setup setup;
    setup.sessions.timeout = 30_s;
    ClusterWorld world(setup);
    world.logIn(1_s, 0, 0);
    const auto read = world.read(40_s, 0, 0);
    world.run(41_s);
    QCOMPARE(world.status(read), 401u);
    QCOMPARE(world.kinds(40_s), (Kinds {expired, expired}));
    QVERIFY(!world.copy(1) && !world.copy(2));
}

void TestAllToAllMessages::fullSendsTheWholeSession()
{
    ClusterWorld::Setup setup;
    setup.sessions.replicates = Replicates::Full;
    ClusterWorld world(setup);
    const auto in = world.logIn(100_ms, 0, 0);
    world.write(200_ms, 0, 0, "theme");
    world.run(300_ms);
    QCOMPARE(world.kinds({}), (Kinds {created, created, full, full, full, full}));
    QCOMPARE(world.bytes(200_ms), 2 * (S + h));
    for (const ClusterWorld::Posted &item : world.posted(full, 200_ms))
        QCOMPARE(item.message.shown.count, 2u);
    QCOMPARE(world.held(1, "user"), world.writeOf(in));
    QCOMPARE(world.copy(1)->role, CopyRole::Replica);
    QCOMPARE(world.copy(1)->client, EntityId(0));
    QCOMPARE(world.difference(), std::string());
}

void TestAllToAllMessages::t5ThreadsTakeTurns()
{
    ClusterWorld::Setup setup;
    setup.application.senderThreads = 2;
    ClusterWorld world(setup);
    world.logIn(100_ms, 0, 0);
    world.write(200_ms, 0, 0);
    world.run(300_ms);
    QCOMPARE(world.posted(created).front().message.channel, world.posted(created).back().message.channel);
    QVERIFY(world.posted(created).front().message.channel != world.posted(delta).front().message.channel);
    QCOMPARE(world.posted(created).front().message.channel, world.posted(delta).back().message.channel);
}

QTEST_APPLESS_MAIN(TestAllToAllMessages)
#include "tst_alltoallmessages.moc"
