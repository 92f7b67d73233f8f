// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/reader.h"
#include "tests/ui/document/documentsteps.h"
#include "ui/document/history.h"
#include "ui/document/workplace.h"

#include <QSignalSpy>
#include <QTest>

using namespace sessionarium;
using tests::act;
using tests::atMs;
using tests::crash;
using tests::jsonLines;
using ui::document::Document;
using ui::document::History;
using ui::document::Spot;
using ui::document::Workplace;

/// What was done is undone and done again.
class TestHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void undoGoesToBeforeTheAction();
    void redoGoesForwardAgain();
    void somethingNewForgetsWhatWasUndone();
    void anExtendedBranchIsShortenedAgain();
    void aPolicyIsUndone_data();
    void aPolicyIsUndone();
    void lookingIsNothingToUndo();
    void anotherOpeningForgetsAll();
    void undoingWhatIsBeingComputedDropsIt();
    void actingGoesOnAfterUndoing();
    void oldRunsAreGivenUpAndComputedAgain();
};

void TestHistory::undoGoesToBeforeTheAction()
{
    Document document;
    tests::openMismatch(document);
    QVERIFY(!document.canUndo() && !document.canRedo());
    const auto before = document.played();
    QSignalSpy returned(&document, &Document::returned);
    act(document, atMs(5500), crash("server-2"));
    QVERIFY(document.canUndo() && document.isModified());
    document.notePlayhead(atMs(9000));
    // Whoever hears of it finds what can be done now.
    bool couldRedo = false;
    connect(&document, &Document::changed, this, [&] { couldRedo = document.canRedo() && !document.canUndo(); });

    document.undo();
    document.wait();
    QCOMPARE(document.played(), before);
    QCOMPARE(document.scenario()->branches.size(), std::size_t {1});
    QVERIFY(!document.isModified());
    QVERIFY(!document.canUndo() && document.canRedo());
    QVERIFY(couldRedo);
    QCOMPARE(returned.count(), 1);
    QCOMPARE(returned.front().front().value<model::SimTime>(), atMs(5500));
}

void TestHistory::redoGoesForwardAgain()
{
    Document document;
    tests::openMismatch(document);
    act(document, atMs(5500), crash("server-2"));
    const std::string after = jsonLines(document.played()->timeline());
    const auto branches = document.scenario()->branches;
    QSignalSpy returned(&document, &Document::returned);
    document.undo();
    document.redo();
    document.wait();
    QCOMPARE(jsonLines(document.played()->timeline()), after);
    QVERIFY(document.scenario()->branches == branches);
    QVERIFY(document.isModified());
    QVERIFY(document.canUndo() && !document.canRedo());
    QCOMPARE(returned.count(), 2);
    QCOMPARE(returned.back().front().value<model::SimTime>(), atMs(5500));
}

void TestHistory::somethingNewForgetsWhatWasUndone()
{
    Document document;
    tests::openMismatch(document);
    act(document, atMs(5500), crash("server-2"));
    document.undo();
    act(document, atMs(5500), crash("server-3"));
    QVERIFY(!document.canRedo());
    document.undo();
    document.wait();
    QCOMPARE(document.scenario()->branches.size(), std::size_t {1});
}

void TestHistory::anExtendedBranchIsShortenedAgain()
{
    Document document;
    document.startEmpty();
    document.wait();
    model::Action logIn;
    logIn.verb = model::ActionKind::LogIn;
    logIn.client = document.scenario()->setup.clients.front().id;
    act(document, atMs(1000), logIn);
    const std::string once = jsonLines(document.played()->timeline());
    act(document, atMs(50'000), logIn);
    QCOMPARE(document.scenario()->branches.size(), std::size_t {1});
    QCOMPARE(document.scenario()->branches.front().actions.size(), std::size_t {2});
    QVERIFY(document.played()->end() > atMs(60'000));
    document.undo();
    document.wait();
    QCOMPARE(document.scenario()->branches.front().actions.size(), std::size_t {1});
    QCOMPARE(jsonLines(document.played()->timeline()), once);
    QCOMPARE(document.view().revealedUntil, document.played()->end());
}

void TestHistory::aPolicyIsUndone_data()
{
    QTest::addColumn<bool>("inLesson");
    QTest::newRow("lesson") << true;
    QTest::newRow("free scenario") << false;
}

void TestHistory::aPolicyIsUndone()
{
    QFETCH(bool, inLesson);
    Document document;
    if (inLesson)
        tests::openMismatch(document);
    else
        document.startEmpty();
    document.wait();
    const auto before = document.played();
    const std::string policy = before->policy;
    tests::choosePolicy(document, "store");
    QCOMPARE(document.played()->policy, std::string("store"));
    tests::choosePolicy(document, "sticky");
    document.undo();
    QCOMPARE(document.played()->policy, std::string("store"));
    document.undo();
    QCOMPARE(document.played(), before);
    QCOMPARE(document.played()->policy, policy);
    QVERIFY(!document.isChangedByHand());
    document.redo();
    document.redo();
    document.wait();
    QCOMPARE(document.played()->policy, std::string("sticky"));
}

void TestHistory::lookingIsNothingToUndo()
{
    Document document;
    tests::openMismatch(document);
    act(document, atMs(5500), crash("server-2"));
    document.switchBranch("main");
    document.wait();
    document.undo(); // the crash, whatever is looked at
    document.wait();
    QCOMPARE(document.scenario()->branches.size(), std::size_t {1});
    QVERIFY(!document.canUndo());
}

void TestHistory::anotherOpeningForgetsAll()
{
    Document document;
    tests::openMismatch(document);
    act(document, atMs(5500), crash("server-2"));
    document.reopen();
    document.wait();
    QVERIFY(!document.canUndo() && !document.canRedo());
    act(document, atMs(5500), crash("server-2"));
    document.close();
    QVERIFY(!document.canUndo());
    document.undo();
    document.wait();
    QVERIFY(!document.isOpen());
}

void TestHistory::undoingWhatIsBeingComputedDropsIt()
{
    Document document;
    tests::openMismatch(document);
    const auto before = document.played();
    document.act(atMs(5500), crash("server-2"));
    QVERIFY(document.canUndo());
    document.undo();
    document.wait();
    QCOMPARE(document.played(), before);
    QVERIFY(!document.canUndo() && !document.canRedo());
    act(document, atMs(5500), crash("server-3"));
    QCOMPARE(document.scenario()->branches.size(), std::size_t {2});
}

void TestHistory::actingGoesOnAfterUndoing()
{
    Document document;
    tests::openMismatch(document);
    act(document, atMs(5500), crash("server-2"));
    const std::string expected = jsonLines(document.played()->timeline());
    act(document, atMs(6500), crash("server-3"));
    document.undo();
    document.undo();
    act(document, atMs(5500), crash("server-2"));
    QCOMPARE(jsonLines(document.played()->timeline()), expected);
    QCOMPARE(document.scenario()->branches.size(), std::size_t {2});
}

void TestHistory::oldRunsAreGivenUpAndComputedAgain()
{
    auto scenario = scenario::readScenario(resources::findLesson("mismatch"));
    QVERIFY(scenario.ok());
    Workplace workplace;
    const auto opened = workplace.open(1, std::move(scenario.value()), false, {});
    QVERIFY(opened && opened.value());
    const auto first = workplace.act(1, 0, atMs(5500), crash("server-2"), {});
    QVERIFY(first && first.value());
    const auto second = workplace.act(1, 0, atMs(6500), crash("server-3"), {});
    QVERIFY(second && second.value());

    // Room for one of the two runs that were made by hand.
    std::vector<Spot> went;
    History history([&went](const Spot &spot) { went.push_back(spot); }, second.value()->other->timeline().size() + 1);
    history.push(Spot {opened.value(), atMs(5500), 0}, Spot {first.value(), atMs(5500), 0});
    history.push(Spot {first.value(), atMs(6500), 0}, Spot {second.value(), atMs(6500), 0});
    QVERIFY(went.empty());
    history.undo();
    QCOMPARE(went.size(), std::size_t {1});
    QVERIFY(went.back().isThin && !went.back().open->other);
    QCOMPARE(went.back().moment, atMs(6500));
    const auto again = workplace.computeAgain(1, went.back().open, {});
    QVERIFY(again && again.value());
    QCOMPARE(jsonLines(again.value()->other->timeline()), jsonLines(first.value()->other->timeline()));

    history.undo();
    QCOMPARE(went.back().open, opened.value()); // the lesson's own run is always there
    QVERIFY(!went.back().isThin);
    history.redo();
    history.redo();
    QCOMPARE(went.back().open, second.value());
    // Coming to nothing: back without going.
    const std::size_t count = went.size();
    history.setIndex(1);
    QCOMPARE(went.size(), count);
    QVERIFY(history.canRedo());
}

QTEST_GUILESS_MAIN(TestHistory)
#include "tst_history.moc"
