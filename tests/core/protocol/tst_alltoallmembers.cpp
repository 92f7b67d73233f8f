// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/protocol/clusterworld.h"

#include <QTest>

using namespace sessionarium::model;
using namespace sessionarium::tests::literals;
using sessionarium::tests::ClusterWorld;

using Members = std::vector<std::uint32_t>;

namespace {

constexpr MessageKind state = MessageKind::ReplicationState;

ClusterWorld::Setup setupOf(std::uint32_t servers, std::uint32_t later = 0)
{
    ClusterWorld::Setup setup;
    setup.servers = servers;
    setup.later = later;
    return setup;
}

} // namespace

/// Who counts as a member: T-16, T-22, T-33 to T-35.
class TestAllToAllMembers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstServersAreMembersAtOnce();
    void t33SilenceDropsAMember();
    void t34RefusedWhenIdleIsSilence();
    void t33HungIsSilent();
    void t22LeavingIsAnnounced();
    void t34ComesBackWhenItAnswers();
    void t35BlockedFromTheStart();
    void t33MulticastFindsWhoJoins();
    void staticNeedsAddMember();
    void addMemberWhereItDoesNotApply();
};

void TestAllToAllMembers::firstServersAreMembersAtOnce()
{
    ClusterWorld world(setupOf(3));
    world.run({});
    QCOMPARE(world.members(0), (Members {1, 2}));
    QCOMPARE(world.members(2), (Members {0, 1}));
    QCOMPARE(world.find<MemberAdded>().size(), std::size_t {6});
    world.run(100_s);
    QCOMPARE(world.find<MemberAdded>().size(), std::size_t {6}); // heartbeats leave no record
    QVERIFY(world.find<MemberDropped>().empty());
    QCOMPARE(world.difference(), std::string());
}

void TestAllToAllMembers::t33SilenceDropsAMember()
{
    ClusterWorld world(setupOf(3));
    world.cut(10100_ms, 0, 1);
    world.run(20_s);
    QCOMPARE(world.members(0), (Members {2}));
    QCOMPARE(world.members(1), (Members {2}));
    QCOMPARE(world.members(2), (Members {0, 1}));
    for (const auto &dropped : world.find<MemberDropped>())
        QCOMPARE(dropped.at, SimTime {13500000}); // heard last at 10.001 s, silent for more than 3 s
    QCOMPARE(world.difference(), std::string());
}

void TestAllToAllMembers::t34RefusedWhenIdleIsSilence()
{
    ClusterWorld world(setupOf(2));
    world.act(10100_ms, 1, ActionKind::Crash);
    world.run(20_s);
    QCOMPARE(world.find<MemberDropped>(world.server(0)).front().at, SimTime {13500000});
}

void TestAllToAllMembers::t33HungIsSilent()
{
    ClusterWorld world(setupOf(2));
    world.act(10100_ms, 1, ActionKind::Hang);
    world.run(20_s);
    QCOMPARE(world.members(0), Members {});
}

void TestAllToAllMembers::t22LeavingIsAnnounced()
{
    ClusterWorld world(setupOf(3));
    world.logIn(1_s, 0, 1);
    world.leave(10_s, 1);
    const auto read = world.read(11_s, 0, 0);
    world.run(12_s);
    QCOMPARE(world.find<MemberDropped>(world.server(0)).front().at, SimTime {10000000});
    QCOMPARE(world.status(read), 200u); // an orderly stop logs nobody out elsewhere
    QCOMPARE(world.posted(MessageKind::ReplicationAccessed, 11_s).size(), std::size_t {1});
}

void TestAllToAllMembers::t34ComesBackWhenItAnswers()
{
    for (const auto membership : {Membership::Multicast, Membership::Static}) {
        ClusterWorld::Setup setup = setupOf(2);
        setup.sessions.membership = membership;
        ClusterWorld world(setup);
        world.cut(10_s, 0, 1);
        world.heal(20200_ms);
        world.run(20400_ms);
        QCOMPARE(world.members(0), Members {});
        world.run(21_s);
        QCOMPARE(world.members(0), Members {1});
        QCOMPARE(world.find<MemberAdded>(world.server(0)).back().at, SimTime {20501000});
        QVERIFY(world.posted(state).empty()); // T-16
        QCOMPARE(world.difference(), std::string());
    }
}

void TestAllToAllMembers::t35BlockedFromTheStart()
{
    ClusterWorld world(setupOf(1, 1));
    world.logIn(1_s, 0, 0);
    world.cut(5_s, 0, 1);
    world.join(10_s, 1);
    world.write(20_s, 0, 0);
    const auto read = world.read(30_s, 0, 1);
    world.run(40_s);
    QCOMPARE(world.members(0), Members {});
    QCOMPARE(world.members(1), Members {});
    QCOMPARE(world.status(read), 401u); // its own cluster of one: no error, just no replication
    QVERIFY(world.posted().empty());
}

void TestAllToAllMembers::t33MulticastFindsWhoJoins()
{
    ClusterWorld world(setupOf(2, 1));
    world.logIn(1_s, 0, 0);
    world.join(10100_ms, 2);
    const auto write = world.write(15_s, 0, 0);
    world.run(16_s);
    QCOMPARE(world.members(0), (Members {1, 2}));
    QCOMPARE(world.members(2), (Members {0, 1}));
    QCOMPARE(world.find<MemberAdded>(world.server(0)).back().at, SimTime {10501000}); // its next heartbeat
    QCOMPARE(world.held(2), world.writeOf(write));
    QCOMPARE(world.posted(MessageKind::ReplicationDelta, 15_s).size(), std::size_t {2});
    QCOMPARE(world.difference(), std::string());
}

void TestAllToAllMembers::staticNeedsAddMember()
{
    ClusterWorld::Setup setup = setupOf(2, 1);
    setup.sessions.membership = Membership::Static;
    ClusterWorld world(setup);
    world.logIn(1_s, 0, 0);
    world.join(10_s, 2);
    const auto first = world.write(20_s, 0, 0);
    world.run(25_s);
    QCOMPARE(world.members(0), Members {1}); // claim 18: the old ones do not know it …
    QCOMPARE(world.members(2), (Members {0, 1})); // … it knows them
    QCOMPARE(world.held(1), world.writeOf(first));
    QVERIFY(world.copy(2) && world.held(2).isNone()); // it has the state of its start, and nothing since
    const auto atNew = world.write(30_s, 0, 2);
    world.run(31_s);
    QCOMPARE(world.held(0), world.writeOf(atNew));
    world.act(40_s, 0, ActionKind::AddMember, 2);
    const auto second = world.write(41_s, 0, 0);
    world.run(45_s);
    QCOMPARE(world.members(0), (Members {1, 2}));
    QCOMPARE(world.held(2), world.writeOf(second));
    const auto atOther = world.write(50_s, 0, 1); // which was not told
    world.run(55_s);
    QCOMPARE(world.held(0), world.writeOf(atOther));
    QCOMPARE(world.held(2), world.writeOf(second));
    QCOMPARE(world.difference(), std::string());
}

void TestAllToAllMembers::addMemberWhereItDoesNotApply()
{
    ClusterWorld multicast(setupOf(2));
    multicast.act(1_s, 0, ActionKind::AddMember, 1);
    multicast.run(2_s);
    QCOMPARE(multicast.find<NotApplicable>().size(), std::size_t {1});

    ClusterWorld::Setup setup = setupOf(2);
    setup.sessions.membership = Membership::Static;
    ClusterWorld world(setup);
    world.act(1_s, 0, ActionKind::AddMember, 1); // it is one
    world.act(1_s, 0, ActionKind::AddMember, 0); // itself
    world.act(2_s, 1, ActionKind::Crash);
    world.act(3_s, 1, ActionKind::AddMember, 0); // nobody is there to be told
    world.run(4_s);
    QCOMPARE(world.find<NotApplicable>().size(), std::size_t {3});
}

QTEST_APPLESS_MAIN(TestAllToAllMembers)
#include "tst_alltoallmembers.moc"
