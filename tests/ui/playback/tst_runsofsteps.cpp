// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/lessonwithruns.h"
#include "tests/ui/playback/playbackplace.h"

#include <QTest>

#include <algorithm>
#include <tuple>

using namespace sessionarium;
using tests::Place;
using ui::document::Document;
using ui::playback::PlaybackController;

namespace {

/// "main none 3": branch, preset and servers of what is played.
QString runOf(const Document &document)
{
    const auto played = document.played();
    return QStringLiteral("%1 %2 %3")
        .arg(QString::fromStdString(played->branch), QString::fromStdString(played->policy))
        .arg(played->scenario->setup.servers.size());
}

const QStringList runsOfSteps {QStringLiteral("main none 3"),    QStringLiteral("main none 3"),
                               QStringLiteral("main sticky 3"),  QStringLiteral("crashed none 3"),
                               QStringLiteral("crashed none 3"), QStringLiteral("main none 5")};
const QString ownRun = runsOfSteps.front();

using Way = void (*)(PlaybackController &);

} // namespace

/// A lesson whose steps play several runs: each way from step to step comes to the run of its goal.
class TestRunsOfSteps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachStepPlaysItsOwnRun();
    void hopsThereAndBackCrossTheRuns();
    void everyWayBackComesToTheRunOfTheStep_data();
    void everyWayBackComesToTheRunOfTheStep();
    void whoHearsOfAnotherRunFindsThePlayheadInIt();
    void requestsAreThoseOfEachStepsRun();
    void aGateOfAStepWithItsOwnRun();
    void seekInRunStaysInIt();
    void playingStartsInTheNextStepsRun();
    void aRunChangedByHandStaysUntilTheWayBack();
};

void TestRunsOfSteps::eachStepPlaysItsOwnRun()
{
    Place place(tests::lessonWithRuns);
    place.document.passGate(tests::stepSticky, std::nullopt);
    const auto visit = [&place](std::size_t step) {
        place.playback.enterStep(step);
        // At once: nobody waits between two steps.
        QCOMPARE(runOf(place.document), runsOfSteps.at(static_cast<qsizetype>(step)));
        QCOMPARE(place.playback.step(), step);
        QCOMPARE(place.playback.moment().us, place.document.progress().start(step).us);
        QVERIFY(!place.document.isModified());
        QVERIFY(!place.document.isChangedByHand());
    };
    for (std::size_t step = 0; step < place.document.progress().stepCount(); ++step)
        visit(step);
    for (std::size_t step = place.document.progress().stepCount(); step-- > 0;)
        visit(step);
}

void TestRunsOfSteps::hopsThereAndBackCrossTheRuns()
{
    Place place(tests::lessonWithRuns);
    place.document.passGate(tests::stepSticky, std::nullopt);
    using Stand = std::tuple<std::size_t, std::int64_t, QString>;
    const auto stand = [&place] {
        return Stand(place.playback.step(), place.playback.moment().us, runOf(place.document));
    };
    std::vector<Stand> there;
    for (int i = 0; i < 2000 && (place.playback.hasNextStep() || !place.playback.isAtEndOfStep()); ++i) {
        there.push_back(stand());
        place.playback.hopForward();
    }
    there.push_back(stand());
    QCOMPARE(std::get<0>(there.back()), tests::stepMore);
    for (const auto &[step, moment, run] : there)
        QCOMPARE(run, runsOfSteps.at(static_cast<qsizetype>(step)));
    std::vector<Stand> back;
    for (std::size_t i = 0; i < there.size(); ++i) {
        back.push_back(stand());
        place.playback.hopBack();
    }
    std::reverse(back.begin(), back.end());
    QVERIFY(back == there);
}

void TestRunsOfSteps::everyWayBackComesToTheRunOfTheStep_data()
{
    QTest::addColumn<Way>("way");
    QTest::addColumn<std::size_t>("from");
    QTest::addColumn<std::size_t>("to");
    const auto row = [](const char *name, std::size_t from, std::size_t to, Way way) {
        QTest::newRow(name) << way << from << to;
    };
    using tests::stepAfter, tests::stepCrashed, tests::stepForm, tests::stepLook, tests::stepMore, tests::stepSticky;
    row("hop back", stepSticky, stepLook, [](PlaybackController &playback) { playback.hopBack(); });
    row("hop back into a branch", stepMore, stepAfter, [](PlaybackController &playback) { playback.hopBack(); });
    row("previous step", stepCrashed, stepSticky, [](PlaybackController &playback) { playback.previousStep(); });
    row("Home", stepMore, stepForm, [](PlaybackController &playback) { playback.toStart(); });
    row("End", stepForm, stepMore, [](PlaybackController &playback) { playback.toEnd(); });
    row("seek back", stepMore, stepSticky,
        [](PlaybackController &playback) { playback.seek(model::SimTime {} + model::milliseconds(6000)); });
    row("seek on", stepForm, stepAfter,
        [](PlaybackController &playback) { playback.seek(model::SimTime {} + model::milliseconds(12'050)); });
    row("next step", stepLook, stepSticky, [](PlaybackController &playback) {
        playback.nextStep();
        playback.nextStep();
        playback.nextStep();
    });
}

void TestRunsOfSteps::everyWayBackComesToTheRunOfTheStep()
{
    QFETCH(Way, way);
    QFETCH(std::size_t, from);
    QFETCH(std::size_t, to);
    Place place(tests::lessonWithRuns);
    place.document.passGate(tests::stepSticky, std::nullopt);
    place.playback.enterStep(from);
    QCOMPARE(runOf(place.document), runsOfSteps.at(static_cast<qsizetype>(from)));
    way(place.playback);
    QCOMPARE(place.playback.step(), to);
    QCOMPARE(runOf(place.document), runsOfSteps.at(static_cast<qsizetype>(to)));
    QVERIFY(place.playback.moment() >= place.document.progress().start(to));
    QVERIFY(place.playback.moment() <= place.document.progress().end(to));
}

void TestRunsOfSteps::whoHearsOfAnotherRunFindsThePlayheadInIt()
{
    Place place(tests::lessonWithRuns);
    place.document.passGate(tests::stepSticky, std::nullopt);
    QStringList heard;
    connect(&place.document, &Document::changed, &place.playback,
            [&] { heard << QStringLiteral("%1: %2").arg(place.playback.step()).arg(runOf(place.document)); });
    place.playback.enterStep(tests::stepCrashed);
    place.playback.hopBack();
    QCOMPARE(heard, (QStringList {QStringLiteral("3: crashed none 3"), QStringLiteral("2: main sticky 3")}));
}

void TestRunsOfSteps::requestsAreThoseOfEachStepsRun()
{
    Place place(tests::lessonWithRuns);
    place.document.passGate(tests::stepSticky, std::nullopt);
    std::vector<std::int64_t> seconds; // in tenths, at which the requests of the runs begin
    for (int i = 0; i < 20 && (place.playback.hasNextStep() || !place.playback.isAtEndOfStep()); ++i) {
        place.playback.requestForward();
        seconds.push_back(place.playback.moment().us / 100'000);
    }
    // form, log-in; three reads while pinned; those of the branch, but for one that server 2 leaves hanging; the last
    // one with five servers; the end.
    QCOMPARE(seconds, (std::vector<std::int64_t> {10, 20, 50, 60, 70, 101, 122, 150, 160}));
    std::vector<std::int64_t> back;
    for (std::size_t i = 0; i < seconds.size(); ++i) {
        back.push_back(place.playback.moment().us / 100'000);
        place.playback.requestBack();
    }
    std::reverse(back.begin(), back.end());
    QCOMPARE(back, seconds);
    QCOMPARE(place.playback.moment().us, 0);
}

void TestRunsOfSteps::aGateOfAStepWithItsOwnRun()
{
    Place place(tests::lessonWithRuns);
    for (int i = 0; i < 500 && !place.playback.isAtGate(); ++i)
        place.playback.hopForward();
    QCOMPARE(place.playback.step(), tests::stepSticky);
    QCOMPARE(runOf(place.document), runsOfSteps.at(tests::stepSticky));
    place.playback.toEnd();
    place.playback.requestForward();
    place.playback.enterStep(tests::stepCrashed);
    QCOMPARE(place.playback.step(), tests::stepSticky);
    QVERIFY(place.playback.isAtGate());
    place.playback.hopBack();
    QCOMPARE(runOf(place.document), ownRun);
    QVERIFY(!place.playback.isAtGate());
    place.playback.hopForward();
    QVERIFY(place.playback.isAtGate());
    // The answer is found in the step's own run: pinned, nobody is logged out.
    QCOMPARE(place.document.played()->answers.at(tests::stepSticky), std::vector<std::size_t> {1});
    place.document.passGate(tests::stepSticky, 1);
    place.playback.enterStep(tests::stepMore);
    QCOMPARE(place.document.runOfStep(tests::stepSticky)->answers.at(tests::stepSticky), std::vector<std::size_t> {1});
}

/// A cause lies earlier in the same run, though the step of that time plays another one.
void TestRunsOfSteps::seekInRunStaysInIt()
{
    Place place(tests::lessonWithRuns);
    place.document.passGate(tests::stepSticky, std::nullopt);
    const model::SimTime early = model::SimTime {} + model::milliseconds(2000);
    place.playback.enterStep(tests::stepSticky);
    const auto sticky = place.document.played();
    place.playback.hopForward();
    place.playback.seekInRun(early);
    QVERIFY(place.document.played() == sticky);
    QCOMPARE(place.playback.step(), tests::stepSticky);
    QCOMPARE(place.playback.moment().us, early.us);
    // To and fro from there, still in it.
    place.playback.hopBack();
    QVERIFY(place.playback.moment() < early);
    QVERIFY(place.document.played() == sticky);
    place.playback.hopForward();
    QCOMPARE(place.playback.moment().us, early.us);
    place.playback.seekInRun(place.document.progress().end(tests::stepSticky));
    QCOMPARE(place.playback.moment().us, place.document.progress().end(tests::stepSticky).us);
    QVERIFY(place.document.played() == sticky);
    // Where the steps share their run, the step follows the moment.
    place.playback.enterStep(tests::stepLook);
    place.playback.seekInRun(model::SimTime {} + model::milliseconds(1));
    QCOMPARE(place.playback.step(), tests::stepForm);
}

void TestRunsOfSteps::playingStartsInTheNextStepsRun()
{
    Place place(tests::lessonWithRuns);
    place.document.passGate(tests::stepSticky, std::nullopt);
    place.playback.enterStep(tests::stepLook);
    place.playback.play();
    place.pass(10 * 60 * 1000);
    QVERIFY(place.playback.isAtEndOfStep());
    QCOMPARE(runOf(place.document), ownRun);
    place.playback.play();
    QVERIFY(place.playback.isPlaying());
    QCOMPARE(runOf(place.document), runsOfSteps.at(tests::stepSticky));
    const auto &pacing = place.document.played()->pacing;
    const std::int64_t start = pacing.toScreen(place.document.progress().start(tests::stepSticky));
    place.pass(700);
    QCOMPARE(place.playback.moment().us, pacing.toTime(start + 700'000).us);
}

void TestRunsOfSteps::aRunChangedByHandStaysUntilTheWayBack()
{
    Place place(tests::lessonWithRuns);
    place.document.passGate(tests::stepSticky, std::nullopt);
    place.playback.seek(model::SimTime {} + model::milliseconds(10'050));
    QCOMPARE(place.playback.step(), tests::stepCrashed);
    model::Action crash;
    crash.verb = model::ActionKind::Crash;
    crash.server = "server-3";
    place.document.act(place.playback.moment(), crash);
    place.document.wait();
    QVERIFY(place.document.isChangedByHand());
    const QString changed = runOf(place.document);
    QCOMPARE(changed, QStringLiteral("branch-2 none 3"));
    QCOMPARE(place.playback.step(), tests::stepCrashed);
    for (const std::size_t step : {tests::stepMore, tests::stepForm, tests::stepSticky}) {
        place.playback.enterStep(step);
        QCOMPARE(runOf(place.document), changed);
    }
    place.document.playLessonRun();
    place.document.wait();
    QVERIFY(!place.document.isChangedByHand());
    QCOMPARE(place.playback.step(), tests::stepSticky);
    QCOMPARE(runOf(place.document), runsOfSteps.at(tests::stepSticky));
    place.playback.enterStep(tests::stepCrashed);
    QCOMPARE(runOf(place.document), runsOfSteps.at(tests::stepCrashed));
}

QTEST_GUILESS_MAIN(TestRunsOfSteps)
#include "tst_runsofsteps.moc"
