// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/run.h"
#include "core/timeline/keyframes.h"
#include "core/verdict/proof.h"
#include "tests/core/sim/randomscenario.h"
#include "tests/core/verdict/naivejudge.h"

#include <QTest>

#include <array>

using namespace sessionarium;
using verdict::Guarantee;
using verdict::Verdict;

namespace {

constexpr std::array<Guarantee, 6> allGuarantees {Guarantee::ReadYourWrites,  Guarantee::MonotonicReads,
                                                  Guarantee::MonotonicWrites, Guarantee::WritesFollowReads,
                                                  Guarantee::Durability,      Guarantee::Availability};

QString place(std::uint64_t seed, const Verdict &verdict)
{
    return QStringLiteral("randomScenario(%1), request %2, record %3")
        .arg(seed)
        .arg(verdict.request.value)
        .arg(verdict.finished.value);
}

/// The same, with a cluster or a store in place of what the seed chose, and with what happens to those.
scenario::Scenario sharingScenario(std::uint64_t seed)
{
    using namespace model;
    scenario::Scenario made = tests::randomScenario(seed, 50);
    Random random(seed, Purpose::Network, EntityId(1001));
    const auto pick = [&random](std::uint64_t n) { return static_cast<std::int64_t>(random.below(n)); };
    Setup &setup = made.setup;
    setup.stores.clear();
    setup.application.changesIdAtLogIn = pick(2) == 0;
    const bool isStore = pick(2) == 0;
    setup.sessions.policy = isStore ? SessionPolicy::Store : SessionPolicy::AllToAll;
    setup.sessions.acknowledged = pick(3) == 0;
    setup.sessions.replicationDelay = milliseconds(pick(300));
    setup.sessions.replicates = pick(2) == 0 ? Replicates::Full : Replicates::Delta;
    setup.application.senderThreads = static_cast<std::uint32_t>(1 + pick(3));
    if (isStore) {
        StoreSpec store;
        store.persistence = static_cast<Persistence>(pick(6));
        store.savePoints = {{seconds(2), 1}};
        if (pick(2) == 0) {
            StoreReplicaSpec replica;
            replica.delay = milliseconds(pick(500));
            replica.downAfter = milliseconds(500 + pick(2000));
            store.replica = replica;
        }
        setup.stores = {store};
    }
    constexpr std::array ofStores {ActionKind::StoreCrash, ActionKind::StoreRestart,  ActionKind::StoreRestart,
                                   ActionKind::PowerOff,   ActionKind::DeleteSession, ActionKind::StoreShutdown};
    for (int i = 0; i < 12; ++i) {
        Action action;
        action.id = "sharing-" + std::to_string(i);
        action.at = SimTime {pick(200) * 90000 + 500};
        action.verb = isStore ? ofStores[static_cast<std::size_t>(pick(ofStores.size()))] : ActionKind::PowerOff;
        if (action.verb == ActionKind::DeleteSession)
            action.client = setup.clients.front().id;
        else if (isStore)
            action.store = "store";
        else
            action.server = setup.servers.front().id;
        made.branches.front().actions.push_back(action);
    }
    return made;
}

} // namespace

/// The judge over what the model computes for random scenarios.
class TestRuns : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void verdictsAreTheDefinitions()
    {
        for (std::uint64_t seed = 0; seed < 75; ++seed) {
            const auto computed =
                run::compute(seed < 25 ? tests::randomScenario(seed, 50) : sharingScenario(seed), "main");
            QVERIFY(computed);
            const std::vector<Verdict> expected = tests::dictated::judgeNaively(*computed->timeline);
            const std::vector<Verdict> &found = computed->verdicts->all();
            QCOMPARE(found.size(), expected.size());
            for (std::size_t i = 0; i < found.size(); ++i) {
                Verdict verdict = found[i];
                verdict.latency = {};
                verdict.slow = false;
                QVERIFY2(verdict == expected[i], qPrintable(place(seed, verdict)));
            }
            // Judging the stored records again finds the same as judging while they were written.
            QVERIFY(verdict::judge(*computed->timeline).all() == found);
        }
    }

    void brokenGuaranteesHaveProofs()
    {
        int proved = 0;
        for (std::uint64_t seed = 100; seed < 220; ++seed) {
            const auto computed =
                run::compute(seed < 160 ? tests::randomScenario(seed) : sharingScenario(seed), "main");
            QVERIFY(computed);
            const timeline::Timeline &timeline = *computed->timeline;
            const timeline::Keyframes keyframes(timeline);
            for (const Verdict &verdict : computed->verdicts->all()) {
                for (const Guarantee guarantee : allGuarantees) {
                    const auto proof = verdict::prove(timeline, verdict, guarantee);
                    QVERIFY2(proof.has_value() == verdict.broken.has(guarantee), qPrintable(place(seed, verdict)));
                    if (!proof)
                        continue;
                    QVERIFY2(verdict::checkProof(timeline, *proof), qPrintable(place(seed, verdict)));
                    ++proved;
                    for (std::size_t i = 0; i < proof->steps.size(); ++i) {
                        verdict::Proof less = *proof;
                        less.steps.erase(less.steps.begin() + static_cast<std::ptrdiff_t>(i));
                        QVERIFY2(!verdict::checkProof(timeline, less), qPrintable(place(seed, verdict)));
                    }
                }
                const verdict::Explanation explanation = verdict::explain(timeline, keyframes, verdict);
                QVERIFY2(explanation.steps.back().record == verdict.finished, qPrintable(place(seed, verdict)));
            }
        }
        QVERIFY(proved > 200);
    }
};

QTEST_GUILESS_MAIN(TestRuns)
#include "tst_runs.moc"
