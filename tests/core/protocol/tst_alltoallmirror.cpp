// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/fingerprint.h"
#include "tests/core/protocol/clusterworld.h"

#include <QTest>

#include <array>

using namespace sessionarium::model;
using namespace sessionarium::tests::literals;
using sessionarium::protocol::Message;
using sessionarium::tests::ClusterWorld;

namespace {

/// A stream of choices for one seed.
class Choice
{
public:
    explicit Choice(std::uint64_t seed) : m_random(Random::fromState(seed)) { }
    std::uint32_t below(std::uint32_t bound) { return static_cast<std::uint32_t>(m_random.below(bound)); }
    bool coin() { return below(2) == 0; }
    Duration upTo(Duration most)
    {
        return microseconds(static_cast<std::int64_t>(m_random.below(static_cast<std::uint64_t>(most.us) + 1)));
    }

private:
    Random m_random;
};

/// A cluster with any settings, in which users and operators do anything for twenty seconds.
ClusterWorld anyRun(std::uint64_t seed)
{
    Choice choice(seed);
    ClusterWorld::Setup setup;
    setup.clients = 3;
    setup.servers = 1 + choice.below(4);
    setup.later = 1;
    setup.server.capacity = 1 + choice.below(3);
    SessionsSpec &sessions = setup.sessions;
    sessions.acknowledged = choice.coin();
    sessions.membership = choice.coin() ? Membership::Static : Membership::Multicast;
    sessions.replicates = choice.coin() ? Replicates::Full : Replicates::Delta;
    sessions.replicationDelay = choice.coin() ? Duration {} : choice.upTo(300_ms);
    sessions.confirmTimeout = 20_ms + choice.upTo(2_s);
    sessions.dropTime = 600_ms + choice.upTo(3_s);
    sessions.transferTimeout = 500_ms + choice.upTo(2_s);
    sessions.timeout = 2_s + choice.upTo(5_s);
    sessions.sweep = choice.coin() ? 1_s : Duration {};
    ApplicationSpec &application = setup.application;
    application.changesIdAtLogIn = choice.coin();
    application.createsSessionWhenAnonymous = choice.coin();
    application.deltaOnRead = choice.coin();
    application.senderThreads = 1 + choice.below(3);
    application.apply = choice.coin() ? Duration {} : choice.upTo(5_ms);
    setup.extra = [jitter = Choice(seed + 1)](const Message &) mutable { return jitter.upTo(3_ms); };
    ClusterWorld world(setup);
    const std::uint32_t servers = setup.servers + 1;
    world.join(choice.upTo(10_s), setup.servers);
    for (int i = 0; i < 150; ++i) {
        constexpr std::array operations {Operation::LogIn, Operation::Read,   Operation::Write,
                                         Operation::Write, Operation::LogOut, Operation::LoginPage};
        const Operation operation = operations[choice.below(operations.size())];
        const bool isUser = operation == Operation::LogIn || operation == Operation::LogOut;
        world.request(choice.upTo(20_s), choice.below(setup.clients), choice.below(setup.servers), operation,
                      isUser ? "user" : "cart");
    }
    for (int i = 0; i < 15; ++i) {
        const Duration at = choice.upTo(20_s);
        const std::uint32_t server = choice.below(setup.servers);
        const std::uint32_t other = choice.below(servers);
        constexpr std::array verbs {ActionKind::Crash,   ActionKind::PowerOff, ActionKind::Hang,
                                    ActionKind::Restart, ActionKind::Restart,  ActionKind::Restart};
        switch (choice.below(5)) {
        case 0:
            world.cut(at, server, other);
            break;
        case 1:
            world.heal(at);
            break;
        case 2:
            world.act(at, server, ActionKind::AddMember, other);
            break;
        default:
            world.act(at, server, verbs[choice.below(verbs.size())]);
            break;
        }
    }
    world.run(30_s);
    return world;
}

} // namespace

/// Clusters with any settings under any faults, for many seeds.
class TestAllToAllMirror : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void foldedStateIsThatOfTheMachines();
    void sameSeedSameRecords();
    void acknowledgedIsKeptWhileOneServerIsLeft();
};

void TestAllToAllMirror::foldedStateIsThatOfTheMachines()
{
    std::size_t records = 0;
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        const ClusterWorld world = anyRun(seed);
        QVERIFY2(world.difference().empty(), (world.difference() + ", seed " + std::to_string(seed)).c_str());
        records += world.records().size();
    }
    QVERIFY(records > 200 * 500); // these were runs in which something happened
}

void TestAllToAllMirror::sameSeedSameRecords()
{
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const ClusterWorld one = anyRun(seed);
        const ClusterWorld other = anyRun(seed);
        sessionarium::timeline::Fingerprint first;
        sessionarium::timeline::Fingerprint second;
        for (const auto &record : one.records())
            first.add(record);
        for (const auto &record : other.records())
            second.add(record);
        QCOMPARE(first.hex(), second.hex());
    }
}

/// What a client was told is stored is shown by every later answer, as long as one server that has it is left: one
/// fails at a time, and the next only after it is back.
void TestAllToAllMirror::acknowledgedIsKeptWhileOneServerIsLeft()
{
    std::size_t shown = 0;
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        Choice choice(seed);
        ClusterWorld::Setup setup;
        setup.sessions.acknowledged = true;
        setup.sessions.replicates = choice.coin() ? Replicates::Full : Replicates::Delta;
        setup.sessions.replicationDelay = choice.coin() ? Duration {} : choice.upTo(20_ms);
        setup.application.senderThreads = 1 + choice.below(3);
        setup.application.deltaOnRead = choice.coin();
        setup.extra = [jitter = Choice(seed + 1)](const Message &) mutable { return jitter.upTo(3_ms); };
        ClusterWorld world(setup);
        const auto in = world.logIn(100_ms, 0, choice.below(3));
        for (Duration at = 1_s; at < 28_s; at = at + 2500_ms) {
            const std::uint32_t failing = choice.below(3);
            const Duration dies = at + choice.upTo(300_ms);
            world.act(dies, failing, ActionKind::Crash);
            world.act(dies + choice.upTo(500_ms), failing, ActionKind::Restart);
        }
        std::vector<std::uint32_t> requests;
        for (Duration at = 300_ms; at < 30_s; at = at + 80_ms) {
            requests.push_back(choice.coin() ? world.write(at, 0, choice.below(3))
                                             : world.read(at, 0, choice.below(3)));
        }
        world.run(31_s);
        QCOMPARE(world.status(in), 200u);
        std::uint32_t told = 0;
        for (const std::uint32_t request : requests) {
            if (world.status(request) == 0)
                continue; // nobody answered
            QCOMPARE(world.status(request), 200u);
            QVERIFY2(world.shown(request).isNone() || world.shown(request).counter >= told,
                     ("seed " + std::to_string(seed) + ", request " + std::to_string(request)).c_str());
            QVERIFY(world.shown(request).isSome() || told == 0);
            shown += world.shown(request).isSome() ? 1U : 0U;
            if (world.writeOf(request).isSome())
                told = world.writeOf(request).counter;
        }
        QCOMPARE(world.difference(), std::string());
    }
    QVERIFY(shown > 20000);
}

QTEST_APPLESS_MAIN(TestAllToAllMirror)
#include "tst_alltoallmirror.moc"
