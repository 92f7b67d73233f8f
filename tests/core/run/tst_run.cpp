// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/forker.h"
#include "core/run/run.h"
#include "core/scenario/reader.h"
#include "core/timeline/fingerprint.h"
#include "resources/lessons.h"
#include "tests/core/sim/randomscenario.h"
#include "tests/support/printing.h"

#include <QTest>

using namespace sessionarium;
using namespace sessionarium::model;

namespace {

std::string fingerprint(const run::Computed &computed)
{
    return timeline::fingerprintOf(*computed.timeline, computed.timeline->size());
}

Action crashOf(const scenario::Scenario &scenario)
{
    Action action;
    action.verb = ActionKind::Crash;
    action.server = scenario.setup.servers.front().id;
    return action;
}

Action readBy(const std::string &client)
{
    Action action;
    action.verb = ActionKind::Read;
    action.client = client;
    return action;
}

bool samePrefix(const timeline::Timeline &a, const timeline::Timeline &b, SimTime t)
{
    const std::uint32_t count = a.countUpTo(t);
    // An action at t itself belongs to the branch: the parent's records are a prefix of the branch's.
    return count <= b.size() && timeline::fingerprintOf(a, count) == timeline::fingerprintOf(b, count);
}

} // namespace

class TestRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBranchSharesItsPrefix();
    void fromASnapshotAsFromZero();
    void actingTwiceAtOneInstant();
    void actingBeforeTheBranchBegan();
    void theScriptGoesOn();
    void whatAPersonDidLaterIsLeftBehind();
    void savedBranchesOpenAgain();
    void actingAtTheEndExtendsTheBranch();
    void aRunGrowsAsFarAsItIsTold();
    void cancelledActsChangeNothing();
    void actionsThatNameNothingAreProblems();
    void cancelledComputationGivesNothing();
};

void TestRun::aBranchSharesItsPrefix()
{
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        run::Run run(tests::randomScenario(seed));
        const auto main = run.branch("main");
        const SimTime t {static_cast<std::int64_t>(seed) * 200000};
        const auto id = run.act("main", t, crashOf(run.scenario()));
        QVERIFY(id.ok());
        QVERIFY(id.value() != "main");
        const auto branch = run.branch(id.value());
        QVERIFY(samePrefix(*main->timeline, *branch->timeline, t));
        QCOMPARE(branch->timeline->info().branch, id.value());
    }
}

void TestRun::fromASnapshotAsFromZero()
{
    std::size_t withSnapshots = 0;
    for (std::uint64_t seed = 1; seed <= 24; ++seed) {
        run::Run run(tests::randomScenario(seed, 3000));
        const auto course = run::playFromZero(run.scenario(), "main", run::Means {}, {});
        withSnapshots += course->snapshots.empty() ? 0u : 1u;
        std::string branch = "main";
        Random random(seed, Purpose::Network, EntityId(5));
        for (int depth = 0; depth < 4; ++depth) {
            const SimTime t {static_cast<std::int64_t>(random.below(18'000'000))};
            const auto next = run.act(branch, t, crashOf(run.scenario()));
            QVERIFY(next.ok());
            branch = next.value();
            const auto forked = run.branch(branch);
            const auto anew = run::compute(run.scenario(), branch);
            QCOMPARE(fingerprint(*forked), fingerprint(*anew));
            QVERIFY(forked->timeline->info() == anew->timeline->info());
            QVERIFY(forked->verdicts->all() == anew->verdicts->all());
            for (std::uint32_t i = 0; i < anew->timeline->strings().size(); ++i)
                QVERIFY(forked->timeline->text(StringId(i)) == anew->timeline->text(StringId(i)));
        }
    }
    QVERIFY(withSnapshots > 12);
}

void TestRun::actingTwiceAtOneInstant()
{
    run::Run run(tests::randomScenario(4));
    const SimTime t {7'000'000};
    const auto first = run.act("main", t, readBy("client-1"));
    const auto second = run.act(first.value(), t, readBy("client-1"));
    QVERIFY(second.ok());
    const auto before = run.branch(first.value());
    const auto after = run.branch(second.value());
    QVERIFY(samePrefix(*before->timeline, *after->timeline, t)); // the first action is kept
    QCOMPARE(fingerprint(*after), fingerprint(*run::compute(run.scenario(), second.value())));
}

void TestRun::actingBeforeTheBranchBegan()
{
    run::Run run(tests::randomScenario(4));
    const auto late = run.act("main", SimTime {9'000'000}, readBy("client-1"));
    const auto early = run.act(late.value(), SimTime {3'000'000}, readBy("client-1"));
    QVERIFY(early.ok());
    QCOMPARE(scenario::findBranch(run.scenario(), early.value())->parent, std::string("main"));
    QCOMPARE(fingerprint(*run.branch(early.value())), fingerprint(*run::compute(run.scenario(), early.value())));
}

void TestRun::theScriptGoesOn()
{
    scenario::Scenario scenario = tests::randomScenario(4, 1);
    scenario.branches.front().actions = {readBy("client-1"), readBy("client-1")};
    scenario.branches.front().actions[0].id = "early";
    scenario.branches.front().actions[0].at = SimTime {1'000'000};
    scenario.branches.front().actions[1].id = "late";
    scenario.branches.front().actions[1].at = SimTime {15'000'000};
    run::Run run(scenario);
    const auto id = run.act("main", SimTime {5'000'000}, readBy("client-1"));
    const scenario::Branch *branch = scenario::findBranch(run.scenario(), id.value());
    QCOMPARE(branch->actions.size(), std::size_t {2});
    QCOMPARE(branch->actions[1].id, std::string("late"));
}

void TestRun::whatAPersonDidLaterIsLeftBehind()
{
    run::Run run(scenario::emptyScenario());
    const std::string client = run.scenario().setup.clients.front().id;
    const auto first = run.act("main", SimTime {10'000'000}, readBy(client));
    QCOMPARE(first.value(), std::string("main"));
    const auto second = run.act("main", SimTime {5'000'000}, readBy(client));
    QVERIFY(second.value() != "main");
    QCOMPARE(scenario::findBranch(run.scenario(), second.value())->actions.size(), std::size_t {1});
    QCOMPARE(scenario::findBranch(run.scenario(), "main")->actions.size(), std::size_t {1}); // the old future stays
}

void TestRun::savedBranchesOpenAgain()
{
    // A lesson in which somebody acted twice in the past: what the script still had to do stands in each branch.
    const auto lesson = scenario::readScenario(resources::findLesson("mismatch"));
    QVERIFY(lesson.ok());
    run::Run run(lesson.value());
    Action crash;
    crash.verb = ActionKind::Crash;
    crash.server = "server-2";
    const auto first = run.act("main", SimTime {5'500'000}, crash);
    const auto second = run.act(first.value(), SimTime {4'000'000}, readBy("minji"));
    QVERIFY(second.ok());
    const auto again = scenario::readScenario(scenario::writeScenario(run.scenario()));
    QVERIFY2(again.ok(), again.ok() ? "" : again.problems().front().place.c_str());
    for (const std::string &branch : {std::string("main"), first.value(), second.value()})
        QCOMPARE(fingerprint(*run::compute(again.value(), branch)), fingerprint(*run.branch(branch)));
}

void TestRun::actingAtTheEndExtendsTheBranch()
{
    run::Run run(scenario::emptyScenario());
    const std::string client = run.scenario().setup.clients.front().id;
    for (std::int64_t t = 1; t <= 5; ++t)
        QCOMPARE(run.act("main", SimTime {t * 1'000'000}, readBy(client)).value(), std::string("main"));
    QCOMPARE(run.branch("main")->verdicts->all().size(), std::size_t {5});
    QCOMPARE(fingerprint(*run.branch("main")), fingerprint(*run::compute(run.scenario(), "main")));
}

void TestRun::aRunGrowsAsFarAsItIsTold()
{
    run::Run run(scenario::emptyScenario());
    const std::string client = run.scenario().setup.clients.front().id;
    QVERIFY(!run.act("main", SimTime {70'000'000}, readBy(client)).ok());
    const auto id = run.act("main", SimTime {50'000'000}, readBy(client), seconds(110));
    QCOMPARE(id.value(), std::string("main"));
    QCOMPARE(run.scenario().duration, seconds(110));
    QCOMPARE(run.branch("main")->timeline->info().duration, seconds(110));
    QCOMPARE(fingerprint(*run.branch("main")), fingerprint(*run::compute(run.scenario(), "main")));
    // What a person did is no script, also after the run was made longer or got other values.
    run::Run changed(run.scenario(), run);
    const auto early = changed.act("main", SimTime {1'000'000}, readBy(client));
    QCOMPARE(scenario::findBranch(changed.scenario(), early.value())->actions.size(), std::size_t {1});
}

void TestRun::cancelledActsChangeNothing()
{
    run::Run run(tests::randomScenario(4));
    const auto before = run.branch("main");
    const std::size_t branches = run.scenario().branches.size();
    int asked = 0;
    const auto id = run.act("main", SimTime {1'000'000}, readBy("client-1"), seconds(100),
                            [&asked](SimTime) { return ++asked < 3; });
    QVERIFY(id.ok());
    QVERIFY(id.value().empty());
    QCOMPARE(run.scenario().branches.size(), branches);
    QCOMPARE(run.scenario().duration, seconds(20));
    QCOMPARE(fingerprint(*run.branch("main")), fingerprint(*before));
}

void TestRun::actionsThatNameNothingAreProblems()
{
    run::Run run(tests::randomScenario(4));
    const std::size_t before = run.scenario().branches.size();
    const auto refused = run.act("main", SimTime {0}, readBy("nobody"));
    QVERIFY(!refused.ok());
    QCOMPARE(refused.problems().front().code, ProblemCode::UnknownReference);
    QCOMPARE(refused.problems().front().place, std::string("/client"));
    QVERIFY(!run.act("no-such-branch", SimTime {0}, readBy("client-1")).ok());
    QCOMPARE(run.scenario().branches.size(), before);
}

void TestRun::cancelledComputationGivesNothing()
{
    int asked = 0;
    const auto computed = run::compute(tests::randomScenario(4), "main", run::defaultMaxRecords,
                                       [&asked](SimTime) { return ++asked < 3; });
    QVERIFY(!computed.has_value());
    QCOMPARE(asked, 3);
}

QTEST_GUILESS_MAIN(TestRun)
#include "tst_run.moc"
