// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/protocol/clusterworld.h"

#include <QTest>

#include <algorithm>

using namespace sessionarium::model;
using namespace sessionarium::tests::literals;
using sessionarium::protocol::Message;
using sessionarium::protocol::SessionImage;
using sessionarium::tests::ClusterWorld;

namespace {

constexpr MessageKind state = MessageKind::ReplicationState;

ClusterWorld::Setup setupOf(std::uint32_t servers, std::uint32_t later = 0)
{
    ClusterWorld::Setup setup;
    setup.servers = servers;
    setup.later = later;
    return setup;
}

SimTime listeningSince(const ClusterWorld &world, std::uint32_t server)
{
    const auto listening = world.find<Listening>(world.server(server));
    return listening.empty() ? SimTime {-1} : listening.back().at;
}

/// Whether both hold the same sessions with the same values.
bool holdTheSame(const ClusterWorld &world, std::uint32_t a, std::uint32_t b)
{
    const auto one = world.manager(a).memory().images();
    const auto other = world.manager(b).memory().images();
    return std::equal(one.begin(), one.end(), other.begin(), other.end(),
                      [](const SessionImage &x, const SessionImage &y) {
                          return x.session == y.session && x.attributes == y.attributes;
                      });
}

} // namespace

/// How a server that starts gets what the others hold: T-20.
class TestAllToAllTransfer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void t20JoinedHasAllBeforeItListens();
    void t20NoChangeSlipsThrough();
    void t20EarlyChangesComeAfterTheState_data();
    void t20EarlyChangesComeAfterTheState();
    void t20TimeOut();
    void t20AsksTheNextWhereThereIsNothing();
    void t20AllStartAtOnce();
    void t20NobodyThere();
    void t20RestartedInAMoment();
    void requestsBeforeItListensAreRefused();
};

void TestAllToAllTransfer::t20JoinedHasAllBeforeItListens()
{
    ClusterWorld::Setup setup = setupOf(3, 1);
    setup.clients = 40;
    ClusterWorld world(setup);
    for (std::uint32_t client = 0; client < setup.clients; ++client)
        world.logIn(100_ms, client, client % 3);
    world.write(1_s, 7, 1);
    world.join(10_s, 3);
    world.run(11_s);
    QVERIFY(!world.machine(3).isListening());
    QVERIFY(world.machine(3).isAlive());
    world.run(12_s);
    QCOMPARE(listeningSince(world, 3), SimTime {11001000}); // two heartbeats, then a round trip
    QVERIFY(holdTheSame(world, 0, 3));
    const auto messages = world.posted(state);
    QCOMPARE(messages.size(), std::size_t {2});
    QCOMPARE(messages.front().message.to, world.server(0)); // the first member (T-20)
    QCOMPARE(messages.front().message.sizeBytes, 100u);
    QCOMPARE(messages.back().message.sizeBytes, 40 * 4096u + 100u);
    const auto restarted = world.find<Restarted>(world.server(3));
    QCOMPARE(restarted.size(), std::size_t {1});
    QVERIFY(world.fact<Restarted>(restarted.front()).starting);
    for (const SessionImage &image : world.manager(3).memory().images()) {
        QCOMPARE(world.manager(3).memory().find(image.session)->role, CopyRole::Replica);
        QCOMPARE(image.lastUsed, world.manager(0).memory().find(image.session)->lastUsed);
    }
    QCOMPARE(world.difference(), std::string());
}

/// Whatever changes while a server joins reaches it by the state, or as a change, or both.
void TestAllToAllTransfer::t20NoChangeSlipsThrough()
{
    for (const Duration joinsAt : {10_s, 10120_ms, 10250_ms, 10499_ms}) {
        ClusterWorld::Setup setup = setupOf(3, 1);
        setup.clients = 100;
        ClusterWorld world(setup);
        std::uint32_t client = 0;
        for (Duration at = 9500_ms; at < 12500_ms; at = at + 31_ms, ++client) {
            world.logIn(at, client, client % 3);
            if (client > 0)
                world.write(at + 7_ms, client - 1, (client - 1) % 3);
        }
        world.join(joinsAt, 3);
        world.run(20_s);
        QVERIFY(world.machine(3).isListening());
        QCOMPARE(world.manager(0).memory().sessions().size(), std::size_t {97});
        QVERIFY(holdTheSame(world, 0, 3));
        QCOMPARE(world.difference(), std::string());
    }
}

void TestAllToAllTransfer::t20EarlyChangesComeAfterTheState_data()
{
    QTest::addColumn<int>("applyUs");
    QTest::newRow("applying costs") << 100;
    QTest::newRow("applying costs nothing") << 0;
}

void TestAllToAllTransfer::t20EarlyChangesComeAfterTheState()
{
    QFETCH(int, applyUs);
    ClusterWorld::Setup setup = setupOf(2, 1);
    setup.application.apply = microseconds(applyUs);
    setup.sessions.acknowledged = true;
    setup.extra = [](const Message &message) { return message.bulk != Message::noBulk ? 5_s : Duration {}; };
    ClusterWorld world(setup);
    world.logIn(1_s, 0, 0);
    world.write(2_s, 0, 0);
    world.join(10_s, 2);
    const auto write = world.write(13_s, 0, 0); // the state is under way, with the older value
    world.run(14_s);
    QVERIFY(!world.copy(2));
    QCOMPARE(world.status(write), 200u); // confirmed: it is kept (T-20)
    QVERIFY(world.answer(write).took < 10_ms);
    const auto arrived = world.find<Delivered>(world.server(2));
    QCOMPARE(arrived.size(), std::size_t {1});
    world.run(20_s);
    QCOMPARE(world.held(2), world.writeOf(write));
    QCOMPARE(listeningSince(world, 2), SimTime {16001000});
    QVERIFY(world.find<CopySet>(world.server(2)).front().record
            < world.find<SessionTouched>(world.server(2)).front().record);
    QCOMPARE(world.difference(), std::string());
}

void TestAllToAllTransfer::t20TimeOut()
{
    ClusterWorld::Setup setup = setupOf(2, 1);
    setup.sessions.transferTimeout = 10_s;
    setup.clients = 2;
    setup.extra = [](const Message &message) { return message.bulk != Message::noBulk ? 30_s : Duration {}; };
    ClusterWorld world(setup);
    world.logIn(1_s, 0, 0);
    world.join(10_s, 2);
    world.logIn(15_s, 1, 0);
    world.run(60_s);
    QCOMPARE(listeningSince(world, 2), SimTime {21000000}); // with what it has:
    QVERIFY(!world.copy(2, 0));
    QVERIFY(world.copy(2, 1));
    const auto dropped = world.find<Dropped>(world.server(2));
    QCOMPARE(dropped.size(), std::size_t {1});
    QCOMPARE(world.fact<Dropped>(dropped.front()).reason, DropReason::TooLate);
    QCOMPARE(world.difference(), std::string());
}

void TestAllToAllTransfer::t20AsksTheNextWhereThereIsNothing()
{
    ClusterWorld world(setupOf(3));
    world.logIn(1_s, 0, 2);
    for (const std::uint32_t server : {0u, 1u}) {
        world.act(5_s, server, ActionKind::Crash);
        world.act(6_s, server, ActionKind::Restart);
    }
    world.run(10_s);
    QVERIFY(world.copy(0) && world.copy(1));
    QCOMPARE(world.posted(state).size(), std::size_t {8}); // each asked two and got two replies
    QCOMPARE(listeningSince(world, 0), SimTime {7002000});
    QCOMPARE(world.difference(), std::string());
}

void TestAllToAllTransfer::t20AllStartAtOnce()
{
    ClusterWorld world(setupOf(3));
    world.logIn(1_s, 0, 2);
    for (const std::uint32_t server : {0u, 1u, 2u}) {
        world.act(5_s, server, ActionKind::Crash);
        world.act(6_s, server, ActionKind::Restart);
    }
    const auto read = world.read(8_s, 0, 1);
    world.run(10_s);
    for (std::uint32_t i = 0; i < 3; ++i)
        QVERIFY(world.machine(i).isListening());
    QCOMPARE(world.status(read), 401u); // B-12
}

void TestAllToAllTransfer::t20NobodyThere()
{
    ClusterWorld alone(setupOf(1));
    alone.act(5_s, 0, ActionKind::Crash);
    alone.act(6_s, 0, ActionKind::Restart);
    alone.run(6_s);
    QVERIFY(alone.machine(0).isListening());
    QVERIFY(!alone.fact<Restarted>(alone.find<Restarted>().front()).starting);

    ClusterWorld world(setupOf(2));
    world.act(4_s, 1, ActionKind::PowerOff);
    world.act(5_s, 0, ActionKind::Crash);
    world.act(6_s, 0, ActionKind::Restart);
    world.run(10_s);
    QCOMPARE(listeningSince(world, 0), SimTime {7000000}); // nobody answered its heartbeats
    QCOMPARE(world.difference(), std::string());
}

/// The others never missed it, and yet it starts with empty memory.
void TestAllToAllTransfer::t20RestartedInAMoment()
{
    ClusterWorld world(setupOf(3));
    const auto in = world.logIn(1_s, 0, 1);
    world.act(5_s, 1, ActionKind::Crash);
    world.act(5100_ms, 1, ActionKind::Restart);
    const auto write = world.write(5150_ms, 0, 0);
    world.run(5200_ms);
    QVERIFY(!world.copy(1));
    const auto read = world.read(7_s, 0, 1);
    world.run(10_s);
    QVERIFY(world.find<MemberDropped>(world.server(0)).empty());
    QCOMPARE(world.held(1, "user"), world.writeOf(in));
    QCOMPARE(world.status(read), 200u);
    // The delta that came before it asked is in the state: it is not applied again.
    QCOMPARE(world.held(1), world.writeOf(write));
    const auto dropped = world.find<Dropped>(world.server(1));
    QCOMPARE(dropped.size(), std::size_t {1});
    QCOMPARE(world.fact<Dropped>(dropped.front()).reason, DropReason::TooLate);
    QCOMPARE(world.difference(), std::string());
}

void TestAllToAllTransfer::requestsBeforeItListensAreRefused()
{
    ClusterWorld world(setupOf(2));
    world.logIn(1_s, 0, 0);
    world.act(5_s, 1, ActionKind::Crash);
    world.act(6_s, 1, ActionKind::Restart);
    const auto early = world.read(6500_ms, 0, 1);
    const auto late = world.read(7100_ms, 0, 1);
    world.run(10_s);
    QCOMPARE(world.status(early), 0u); // T-20: its port is not open yet
    QCOMPARE(world.status(late), 200u);
}

QTEST_APPLESS_MAIN(TestAllToAllTransfer)
#include "tst_alltoalltransfer.moc"
