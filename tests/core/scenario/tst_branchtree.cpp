// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/branchtree.h"
#include "tests/core/scenario/scenariofiles.h"

#include <QTest>

using namespace sessionarium;
using scenario::Branch;
using scenario::canRemoveBranch;
using scenario::Scenario;

namespace {

void grow(Scenario &scenario, const char *id, const char *parent)
{
    Branch branch;
    branch.id = id;
    branch.parent = parent;
    branch.name = {id, id};
    branch.from = model::SimTime {} + model::seconds(1);
    scenario.branches.push_back(branch);
}

Scenario withTree()
{
    Scenario scenario = test::read(QStringLiteral("mismatch"));
    grow(scenario, "one", "main");
    grow(scenario, "two", "main");
    grow(scenario, "one-one", "one");
    grow(scenario, "one-one-one", "one-one");
    return scenario;
}

} // namespace

class TestBranchTree : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSubtreeIsAllThatGrows();
    void aBranchGoesWithItsSubtree();
    void theFirstStays();
    void whatALessonNamesStays_data();
    void whatALessonNamesStays();
    void whatIsLeftOfALessonIsAGoodFile_data();
    void whatIsLeftOfALessonIsAGoodFile();
};

void TestBranchTree::aSubtreeIsAllThatGrows()
{
    const Scenario scenario = withTree();
    QCOMPARE(scenario::subtree(scenario, "one"), (std::vector<std::string> {"one", "one-one", "one-one-one"}));
    QCOMPARE(scenario::subtree(scenario, "two"), std::vector<std::string> {"two"});
    QCOMPARE(scenario::subtree(scenario, "main").size(), scenario.branches.size());
}

void TestBranchTree::aBranchGoesWithItsSubtree()
{
    Scenario scenario = withTree();
    QVERIFY(canRemoveBranch(scenario, "one"));
    scenario::removeBranch(scenario, "one");
    QCOMPARE(scenario.branches.size(), std::size_t {2});
    QCOMPARE(scenario.branches.back().id, std::string("two"));
    QVERIFY(scenario::readScenario(scenario::writeScenario(scenario)).ok());
}

void TestBranchTree::theFirstStays()
{
    const Scenario scenario = withTree();
    QVERIFY(!canRemoveBranch(scenario, "main"));
    QVERIFY(!canRemoveBranch(scenario, "nowhere"));
}

void TestBranchTree::whatALessonNamesStays_data()
{
    QTest::addColumn<int>("place");
    QTest::newRow("a step plays it") << 0;
    QTest::newRow("something to try plays it") << 1;
    QTest::newRow("a question measures it") << 2;
    QTest::newRow("a question compares with it") << 3;
    QTest::newRow("a ratio of it") << 4;
}

void TestBranchTree::whatALessonNamesStays()
{
    QFETCH(int, place);
    Scenario scenario = withTree();
    const std::string named = "one-one";
    scenario::RunChange change;
    change.branch = named;
    auto step = std::find_if(scenario.lesson->steps.begin(), scenario.lesson->steps.end(),
                             [](const scenario::Step &each) { return each.prediction.has_value(); });
    QVERIFY(step != scenario.lesson->steps.end());
    scenario::Condition condition;
    condition.kind = scenario::Condition::Kind::Compare;
    condition.compare.value = std::int64_t {0};
    scenario::Measure measured;
    measured.run = change;
    const auto shared = std::make_shared<const scenario::Measure>(measured);
    if (place == 0)
        step->run = change;
    else if (place == 1)
        scenario.lesson->tries.front().run = change;
    else if (place == 2)
        condition.compare.measure = measured;
    else if (place == 3)
        condition.compare.value = shared;
    else
        condition.compare.measure.of = shared;
    if (place >= 2) {
        scenario::Condition all;
        all.parts = {condition};
        step->prediction->options.back().when = all;
    }
    QVERIFY(scenario::isNamedByLesson(scenario, named));
    QVERIFY(!scenario::isNamedByLesson(scenario, "one"));
    QVERIFY(!canRemoveBranch(scenario, named));
    QVERIFY(!canRemoveBranch(scenario, "one")); // it would go along
    QVERIFY(canRemoveBranch(scenario, "one-one-one"));
    QVERIFY(canRemoveBranch(scenario, "two"));
}

void TestBranchTree::whatIsLeftOfALessonIsAGoodFile_data()
{
    QTest::addColumn<QString>("id");
    for (const char *id : {"cluster-replicate", "scale-out", "sticky-cookie", "sticky-crash", "store-down"})
        QTest::newRow(id) << QString::fromLatin1(id);
}

void TestBranchTree::whatIsLeftOfALessonIsAGoodFile()
{
    QFETCH(QString, id);
    const Scenario scenario = test::read(id);
    QVERIFY(scenario.branches.size() > 1);
    for (const Branch &branch : scenario.branches) {
        if (!canRemoveBranch(scenario, branch.id))
            continue;
        Scenario without = scenario;
        scenario::removeBranch(without, branch.id);
        QVERIFY2(scenario::readScenario(scenario::writeScenario(without)).ok(), branch.id.c_str());
    }
}

QTEST_APPLESS_MAIN(TestBranchTree)
#include "tst_branchtree.moc"
