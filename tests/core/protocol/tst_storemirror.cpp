// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/fingerprint.h"
#include "tests/core/protocol/twostores.h"
#include "tests/support/printing.h"

#include <QTest>

#include <memory>

using namespace sessionarium;
using namespace sessionarium::model;
using namespace sessionarium::tests::literals;
using tests::StoreWorld;
using tests::twoStores;

namespace {

std::uint64_t fingerprint(const StoreWorld &world)
{
    timeline::Fingerprint hash;
    for (const timeline::Record &record : world.records())
        hash.add(record);
    return hash.value();
}

} // namespace

/// Random worlds of stores, servers and faults.
class TestStoreMirror : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void randomWorldsAgreeWithTheirRecords();
};

/// semantics §1, the mirror, for stores and the servers that ask them: what the records say is what the machines hold,
/// under all kinds of persistence, replicas and faults; and the same input gives the same records.
void TestStoreMirror::randomWorldsAgreeWithTheirRecords()
{
    std::size_t promotions = 0;
    std::size_t demotions = 0;
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        const auto played = [seed] {
            Random random(seed, Purpose::Workload, EntityId(0));
            StoreWorld::Setup setup =
                twoStores(random.below(2) == 0 ? ReplicaMode::Asynchronous : ReplicaMode::Synchronous,
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
                                            ActionKind::StoreRestart, ActionKind::StoreShutdown};
                world->act(when(), world->store(store).entity(), verbs[random.below(5)]);
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

QTEST_GUILESS_MAIN(TestStoreMirror)
#include "tst_storemirror.moc"
