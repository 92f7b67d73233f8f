// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/playback/playbackplace.h"
#include "ui/playback/momentstate.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <string_view>
#include <tuple>

using namespace sessionarium;
using tests::Place;
using ui::document::Document;
using ui::playback::PlaybackController;

namespace {

constexpr std::size_t askingStep = 2;

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
    void whoHearsOfThePauseFindsThePlayheadInWhatWasOpened();
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

void TestPlaybackController::whoHearsOfThePauseFindsThePlayheadInWhatWasOpened()
{
    Place place;
    place.document.passGatesBefore(place.document.played()->end());
    place.playback.seek(place.end(4) + model::milliseconds(1));
    QCOMPARE(place.playback.step(), std::size_t {5});
    place.playback.play();
    QVERIFY(place.playback.isPlaying());
    int heard = 0;
    connect(&place.playback, &PlaybackController::playingChanged, this, [&] {
        ++heard;
        QVERIFY(place.playback.step() < place.document.progress().stepCount());
        QVERIFY(!place.playback.isAtGate());
    });
    place.document.startEmpty(); // a single step
    place.document.wait();
    QVERIFY(place.document.isOpen());
    QCOMPARE(heard, 1);
    QCOMPARE(place.playback.step(), std::size_t {0});
}

QTEST_GUILESS_MAIN(TestPlaybackController)
#include "tst_playbackcontroller.moc"
