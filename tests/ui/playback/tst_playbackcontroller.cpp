// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/lessons.h"
#include "tests/ui/lessonwithruns.h"
#include "ui/playback/momentstate.h"
#include "ui/playback/playbackcontroller.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <string_view>
#include <tuple>

using namespace sessionarium;
using ui::document::Document;
using ui::playback::PlaybackController;

namespace {

/// The lesson `mismatch` (steps until 3, 4.5, 9 … s; the third asks), and a clock that the test moves.
struct Place
{
    qint64 nowUs = 0;
    Document document;
    PlaybackController playback {document, [this] { return nowUs; }};

    explicit Place(std::string_view lesson = resources::findLesson("mismatch"))
    {
        document.openLesson(QStringLiteral("lesson"), lesson);
        document.wait();
    }
    void pass(qint64 milliseconds)
    {
        nowUs += milliseconds * 1000;
        playback.advance();
    }
    [[nodiscard]] model::SimTime end(std::size_t step) const { return document.progress().end(step); }
};

constexpr std::size_t askingStep = 2;

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

class TestPlaybackController : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hopsGoThroughEveryStop();
    void aHopAtTheBorderEntersTheNextStepOnly();
    void hopsBackAreTheSameStopsReversed();
    void requestsAreSteppedByTheirEnds();
    void playingFollowsThePacedAxis();
    void speedStretchesThePacedAxis();
    void playingHaltsAtTheEndOfEachStep();
    void nothingPassesAShutGate();
    void theOneButtonOfAClicker();
    void goingBackToEarlierSteps();
    void seekingBoundsItself();
    void actingKeepsTheMoment();
    void stateFollowsThePlayhead();
    void nothingHappensWhenNothingIsOpen();
    void eachStepPlaysItsOwnRun();
    void hopsThereAndBackCrossTheRuns();
    void everyWayBackComesToTheRunOfTheStep_data();
    void everyWayBackComesToTheRunOfTheStep();
    void whoHearsOfAnotherRunFindsThePlayheadInIt();
    void requestsAreThoseOfEachStepsRun();
    void aGateOfAStepWithItsOwnRun();
    void playingStartsInTheNextStepsRun();
    void aRunChangedByHandStaysUntilTheWayBack();
};

void TestPlaybackController::hopsGoThroughEveryStop()
{
    Place place;
    std::vector<std::int64_t> visited;
    while (!place.playback.isAtEndOfStep()) {
        place.playback.hopForward();
        visited.push_back(place.playback.moment().us);
    }
    std::vector<std::int64_t> expected;
    for (const model::SimTime stop : place.document.played()->pacing.stops()) {
        if (stop > model::SimTime {} && stop < place.end(0))
            expected.push_back(stop.us);
    }
    expected.push_back(place.end(0).us);
    QCOMPARE(visited, expected);
}

void TestPlaybackController::aHopAtTheBorderEntersTheNextStepOnly()
{
    Place place;
    while (!place.playback.isAtEndOfStep())
        place.playback.hopForward();
    QCOMPARE(place.playback.step(), std::size_t {0});
    place.playback.hopForward();
    QCOMPARE(place.playback.step(), std::size_t {1});
    QCOMPARE(place.playback.moment().us, place.end(0).us);
    place.playback.hopBack();
    QCOMPARE(place.playback.step(), std::size_t {0});
    QCOMPARE(place.playback.moment().us, place.end(0).us);
}

void TestPlaybackController::hopsBackAreTheSameStopsReversed()
{
    Place place;
    std::vector<std::int64_t> there {place.playback.moment().us};
    for (int i = 0; i < 8; ++i) {
        place.playback.hopForward();
        there.push_back(place.playback.moment().us);
    }
    std::vector<std::int64_t> back;
    for (std::size_t i = 0; i < there.size(); ++i) {
        back.push_back(place.playback.moment().us);
        place.playback.hopBack();
    }
    std::reverse(back.begin(), back.end());
    QCOMPARE(back, there);
}

void TestPlaybackController::requestsAreSteppedByTheirEnds()
{
    Place place;
    const auto &timeline = place.document.played()->timeline();
    const auto &verdicts = place.document.played()->verdicts().all();
    place.playback.requestForward();
    QCOMPARE(place.playback.moment().us, timeline[verdicts.at(0).finished].at.us);
    place.playback.requestForward();
    QCOMPARE(place.playback.moment().us, timeline[verdicts.at(1).finished].at.us);
    place.playback.requestForward(); // the third finishes behind the gate
    QCOMPARE(place.playback.moment().us, place.document.view().revealedUntil.us);
    place.playback.requestBack();
    place.playback.requestBack();
    QCOMPARE(place.playback.moment().us, timeline[verdicts.at(0).finished].at.us);
    place.playback.requestBack();
    QCOMPARE(place.playback.moment().us, 0);
}

void TestPlaybackController::playingFollowsThePacedAxis()
{
    Place place;
    const auto &pacing = place.document.played()->pacing;
    place.playback.play();
    QVERIFY(place.playback.isPlaying());
    place.pass(400);
    QCOMPARE(place.playback.moment().us, pacing.toTime(400'000).us);
    place.pass(600);
    QCOMPARE(place.playback.moment().us, pacing.toTime(1'000'000).us);
    place.playback.pause();
    const model::SimTime paused = place.playback.moment();
    place.pass(5000);
    QCOMPARE(place.playback.moment().us, paused.us);
}

void TestPlaybackController::speedStretchesThePacedAxis()
{
    Place place;
    place.playback.setSpeedPercent(50);
    place.playback.play();
    place.pass(1000);
    QCOMPARE(place.playback.moment().us, place.document.played()->pacing.toTime(500'000).us);
    place.playback.setSpeedPercent(100'000);
    QCOMPARE(place.playback.speedPercent(), 400);
    place.playback.setSpeedPercent(0);
    QCOMPARE(place.playback.speedPercent(), 25);
}

void TestPlaybackController::playingHaltsAtTheEndOfEachStep()
{
    Place place;
    QSignalSpy playing(&place.playback, &PlaybackController::playingChanged);
    place.playback.play();
    place.pass(10 * 60 * 1000);
    QVERIFY(!place.playback.isPlaying());
    QCOMPARE(playing.count(), 2);
    QCOMPARE(place.playback.moment().us, place.end(0).us);
    QCOMPARE(place.playback.step(), std::size_t {0});
}

void TestPlaybackController::nothingPassesAShutGate()
{
    Place place;
    for (int i = 0; i < 200; ++i)
        place.playback.hopForward();
    QCOMPARE(place.playback.step(), askingStep);
    QVERIFY(place.playback.isAtGate());
    const model::SimTime gate = place.end(askingStep - 1);
    QCOMPARE(place.playback.moment().us, gate.us);
    place.playback.play();
    QVERIFY(!place.playback.isPlaying());
    place.playback.nextStep();
    place.playback.toEnd();
    place.playback.seek(place.document.played()->end());
    place.playback.enterStep(askingStep + 1);
    QCOMPARE(place.playback.moment().us, gate.us);
    place.document.passGate(askingStep, std::nullopt);
    QVERIFY(!place.playback.isAtGate());
    place.playback.play();
    place.pass(300);
    QVERIFY(place.playback.moment() > gate);
}

void TestPlaybackController::theOneButtonOfAClicker()
{
    Place place;
    place.playback.nextStep();
    QVERIFY(place.playback.isPlaying());
    place.pass(100);
    place.playback.nextStep(); // leaps to the end of the step
    QVERIFY(!place.playback.isPlaying());
    QCOMPARE(place.playback.moment().us, place.end(0).us);
    place.playback.nextStep(); // goes on and plays
    QCOMPARE(place.playback.step(), std::size_t {1});
    QVERIFY(place.playback.isPlaying());
    place.playback.nextStep();
    place.playback.nextStep();
    QCOMPARE(place.playback.step(), askingStep);
    QVERIFY(!place.playback.isPlaying());
}

void TestPlaybackController::goingBackToEarlierSteps()
{
    Place place;
    place.document.passGate(askingStep, 0);
    place.playback.enterStep(askingStep);
    place.playback.hopForward();
    QVERIFY(place.playback.moment() > place.end(1));
    place.playback.previousStep();
    QCOMPARE(place.playback.step(), askingStep);
    QCOMPARE(place.playback.moment().us, place.end(1).us);
    place.playback.previousStep();
    QCOMPARE(place.playback.step(), std::size_t {1});
    QCOMPARE(place.playback.moment().us, place.end(0).us);
    place.playback.toStart();
    QCOMPARE(place.playback.step(), std::size_t {0});
    QCOMPARE(place.playback.moment().us, 0);
}

void TestPlaybackController::seekingBoundsItself()
{
    Place place;
    place.playback.seek(model::SimTime {} - model::seconds(3));
    QCOMPARE(place.playback.moment().us, 0);
    place.playback.seek(model::SimTime {} + model::seconds(1));
    QCOMPARE(place.playback.step(), std::size_t {0});
    place.playback.seek(model::SimTime {} + model::seconds(4));
    QCOMPARE(place.playback.step(), std::size_t {1});
}

void TestPlaybackController::actingKeepsTheMoment()
{
    Place place;
    place.document.passGate(askingStep, 0);
    const model::SimTime t = model::SimTime {} + model::milliseconds(5500);
    place.playback.seek(t);
    model::Action crash;
    crash.verb = model::ActionKind::Crash;
    crash.server = "server-2";
    place.document.act(t, crash);
    place.document.wait();
    QCOMPARE(place.playback.moment().us, t.us);
    QCOMPARE(place.playback.step(), askingStep);
}

void TestPlaybackController::stateFollowsThePlayhead()
{
    Place place;
    place.document.passGate(askingStep, 0);
    ui::playback::MomentState moment(place.document, place.playback);
    const auto &keyframes = *place.document.played()->keyframes;
    for (const std::int64_t ms : {0, 2500, 5200, 12000, 1500, 9000}) {
        place.playback.seek(model::SimTime {} + model::milliseconds(ms));
        QVERIFY(moment.state() == keyframes.stateAt(place.playback.moment()));
    }
}

void TestPlaybackController::nothingHappensWhenNothingIsOpen()
{
    Document document;
    PlaybackController playback(document, [] { return qint64 {0}; });
    playback.play();
    playback.hopForward();
    playback.hopBack();
    playback.requestForward();
    playback.nextStep();
    playback.previousStep();
    playback.toEnd();
    QVERIFY(!playback.isPlaying());
    QCOMPARE(playback.moment().us, 0);
}

void TestPlaybackController::eachStepPlaysItsOwnRun()
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

void TestPlaybackController::hopsThereAndBackCrossTheRuns()
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

void TestPlaybackController::everyWayBackComesToTheRunOfTheStep_data()
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

void TestPlaybackController::everyWayBackComesToTheRunOfTheStep()
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

void TestPlaybackController::whoHearsOfAnotherRunFindsThePlayheadInIt()
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

void TestPlaybackController::requestsAreThoseOfEachStepsRun()
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

void TestPlaybackController::aGateOfAStepWithItsOwnRun()
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

void TestPlaybackController::playingStartsInTheNextStepsRun()
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

void TestPlaybackController::aRunChangedByHandStaysUntilTheWayBack()
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

QTEST_GUILESS_MAIN(TestPlaybackController)
#include "tst_playbackcontroller.moc"
