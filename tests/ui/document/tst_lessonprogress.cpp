// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/lessonprogress.h"

#include <QTest>

using namespace sessionarium;
using ui::document::LessonProgress;

namespace {

constexpr model::SimTime at(std::int64_t seconds)
{
    return model::SimTime {} + model::seconds(seconds);
}

/// Steps until 3, 5, 9 and 12 s; the third and the fourth ask. The run ends at 14 s.
scenario::Lesson lesson()
{
    scenario::Lesson lesson;
    for (const std::int64_t until : {3, 5, 9, 12}) {
        scenario::Step step;
        step.until = at(until);
        if (until >= 9)
            step.prediction.emplace();
        lesson.steps.push_back(step);
    }
    return lesson;
}

} // namespace

class TestLessonProgress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stepOfAMoment_data();
    void stepOfAMoment();
    void revealsUpToTheFirstShutGate();
    void aGateOpensOnce();
    void passesOnlyGatesBeforeTheMoment();
    void withoutLessonEverythingIsRevealed();
    void aLongerRunBelongsToTheLastStep();
};

void TestLessonProgress::stepOfAMoment_data()
{
    QTest::addColumn<int>("second");
    QTest::addColumn<std::size_t>("step");
    QTest::newRow("start of the run") << 0 << std::size_t {0};
    QTest::newRow("a border belongs to the step that ends") << 3 << std::size_t {0};
    QTest::newRow("inside") << 4 << std::size_t {1};
    QTest::newRow("after the last until") << 13 << std::size_t {3};
}

void TestLessonProgress::stepOfAMoment()
{
    QFETCH(int, second);
    QFETCH(std::size_t, step);
    const scenario::Lesson steps = lesson();
    const LessonProgress progress(&steps, at(14));
    QCOMPARE(progress.stepAt(at(second)), step);
}

void TestLessonProgress::revealsUpToTheFirstShutGate()
{
    const scenario::Lesson steps = lesson();
    LessonProgress progress(&steps, at(14));
    QVERIFY(progress.isShut(2));
    QVERIFY(!progress.isShut(1));
    QCOMPARE(progress.revealedUntil().us, at(5).us);
    progress.pass(2, 1);
    QCOMPARE(progress.revealedUntil().us, at(9).us);
    progress.pass(3, std::nullopt);
    QCOMPARE(progress.revealedUntil().us, at(14).us);
}

void TestLessonProgress::aGateOpensOnce()
{
    const scenario::Lesson steps = lesson();
    LessonProgress progress(&steps, at(14));
    progress.pass(2, 1);
    progress.pass(2, 0);
    QCOMPARE(progress.guess(2), std::optional<std::size_t>(1));
    progress.pass(0, 2); // asks nothing
    QVERIFY(!progress.guess(0));
}

void TestLessonProgress::passesOnlyGatesBeforeTheMoment()
{
    const scenario::Lesson steps = lesson();
    LessonProgress progress(&steps, at(14));
    progress.passAllBefore(at(5));
    QVERIFY2(progress.isShut(2), "the gate stands at 5 s: at that moment it is still shut");
    progress.passAllBefore(at(6));
    QVERIFY(!progress.isShut(2));
    QVERIFY(progress.isShut(3));
    QVERIFY(!progress.guess(2));
}

void TestLessonProgress::withoutLessonEverythingIsRevealed()
{
    const LessonProgress progress(nullptr, at(60));
    QCOMPARE(progress.stepCount(), std::size_t {1});
    QCOMPARE(progress.revealedUntil().us, at(60).us);
    QVERIFY(!progress.isShut(0));
}

void TestLessonProgress::aLongerRunBelongsToTheLastStep()
{
    const scenario::Lesson steps = lesson();
    LessonProgress progress(&steps, at(14));
    progress.passAllBefore(at(14));
    progress.moveEnd(at(30));
    QCOMPARE(progress.end(3).us, at(30).us);
    QCOMPARE(progress.revealedUntil().us, at(30).us);
    QCOMPARE(progress.end(2).us, at(9).us);
}

QTEST_GUILESS_MAIN(TestLessonProgress)
#include "tst_lessonprogress.moc"
