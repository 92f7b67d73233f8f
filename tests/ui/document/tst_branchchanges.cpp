// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/document/documentsteps.h"
#include "ui/document/requesttwins.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace sessionarium;
using tests::act;
using tests::atMs;
using tests::crash;
using tests::jsonLines;
using ui::document::Document;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::string kindAt(const Document &document, const std::string &branch, model::RecordId record)
{
    const auto run = const_cast<Document &>(document).branchRuns().find(branch);
    return record.isNone() ? std::string("nothing") : std::string(model::kindName(run->timeline()[record].fact));
}

} // namespace

/// Branches are renamed, taken away, computed beside the one that is played, and compared.
class TestBranchChanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNameIsKeptAndUndone();
    void aNameSurvivesSavingToTheByte();
    void theRunThatIsPlayedStaysWhenABranchIsRenamed();
    void aBranchGoesWithThoseThatGrowFromIt();
    void removingWhatIsNotPlayedChangesNoRun();
    void whatALessonNeedsStays();
    void aBranchIsComputedWithoutBeingShown();
    void computedBranchesFollowWhatIsPlayed();
    void theFirstDifferenceIsTheAction();
    void thePrefixBeforeTheDifferenceIsAlike();
    void theFirstAnswerThatDiffers();
    void theSameRequestIsCompared();
    void aRequestOfOneBranchAloneHasNoOther();
    void aRequestSentLaterIsNotKnownYet();
    void aGateHidesADifference();
    void anotherPolicyMakesOtherDifferences();
};

void TestBranchChanges::aNameIsKeptAndUndone()
{
    Document document;
    tests::openMismatch(document);
    act(document, atMs(5500), crash("server-2"));
    const std::string id = document.played()->branch;
    document.renameBranch(id, QStringLiteral("  What if\n2 dies  "));
    document.wait();
    const model::Text expected {"What if 2 dies", "What if 2 dies"};
    QVERIFY(scenario::findBranch(*document.scenario(), id)->name == expected);
    document.undo();
    QVERIFY(scenario::findBranch(*document.scenario(), id)->name.isEmpty());
    document.redo();
    QVERIFY(scenario::findBranch(*document.scenario(), id)->name == expected);
    // The same name is no change.
    document.renameBranch(id, QStringLiteral("What if 2 dies"));
    document.wait();
    document.undo();
    QVERIFY(scenario::findBranch(*document.scenario(), id)->name.isEmpty());
    document.wait();
}

void TestBranchChanges::aNameSurvivesSavingToTheByte()
{
    const QTemporaryDir folder;
    Document document;
    tests::openMismatch(document);
    act(document, atMs(5500), crash("server-2"));
    const std::string first = document.played()->branch;
    act(document, atMs(3000), crash("server-3"));
    document.renameBranch(first, QStringLiteral("둘째 서버 \"다운\""));
    document.renameBranch("main", QStringLiteral("As it was"));
    document.wait();
    QCOMPARE(document.scenario()->branches.size(), std::size_t {3});
    const QString one = folder.filePath(QStringLiteral("one.json"));
    QVERIFY(!document.save(one));
    QVERIFY(!document.isModified());

    Document again;
    again.openFile(one);
    again.wait();
    QVERIFY(again.isOpen());
    QCOMPARE(scenario::findBranch(*again.scenario(), first)->name.en, std::string("둘째 서버 \"다운\""));
    QCOMPARE(scenario::findBranch(*again.scenario(), "main")->name.ko, std::string("As it was"));
    const QString two = folder.filePath(QStringLiteral("two.json"));
    QVERIFY(!again.save(two));
    QVERIFY(!bytesOf(one).isEmpty());
    QCOMPARE(bytesOf(two), bytesOf(one));
}

void TestBranchChanges::theRunThatIsPlayedStaysWhenABranchIsRenamed()
{
    Document document;
    tests::openMismatch(document);
    act(document, atMs(5500), crash("server-2"));
    const auto played = document.played();
    QSignalSpy changed(&document, &Document::changed);
    document.renameBranch(played->branch, QStringLiteral("x"));
    document.wait();
    QCOMPARE(document.played(), played);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.front().front().value<Document::What>(), Document::What::Branches);
    QVERIFY(document.isModified());
    // Acting goes on in the branch, which keeps its name.
    act(document, document.played()->end(), crash("server-3"));
    QCOMPARE(document.played()->branch, played->branch);
    QCOMPARE(scenario::findBranch(*document.scenario(), played->branch)->name.en, std::string("x"));
}

void TestBranchChanges::aBranchGoesWithThoseThatGrowFromIt()
{
    Document document;
    tests::openMismatch(document);
    const auto own = document.played();
    act(document, atMs(5500), crash("server-2"));
    const std::string first = document.played()->branch;
    act(document, atMs(6500), crash("server-3")); // grows from the first
    const std::string second = document.played()->branch;
    const std::string secondRun = jsonLines(document.played()->timeline());
    QVERIFY(first != second);
    QCOMPARE(scenario::findBranch(*document.scenario(), second)->parent, first);

    document.removeBranch(first);
    document.wait();
    QCOMPARE(document.scenario()->branches.size(), std::size_t {1});
    QCOMPARE(document.played(), own); // the parent, which is the lesson's own run
    QVERIFY(!document.isModified());
    QVERIFY(!document.isChangedByHand());

    document.undo();
    document.wait();
    QCOMPARE(document.scenario()->branches.size(), std::size_t {3});
    QCOMPARE(document.played()->branch, second);
    QCOMPARE(jsonLines(document.played()->timeline()), secondRun);
    document.redo();
    document.wait();
    QCOMPARE(document.scenario()->branches.size(), std::size_t {1});
    // What comes then is a branch like any.
    act(document, atMs(6500), crash("server-3"));
    QCOMPARE(document.scenario()->branches.size(), std::size_t {2});
}

void TestBranchChanges::removingWhatIsNotPlayedChangesNoRun()
{
    Document document;
    document.startEmpty();
    document.wait();
    act(document, atMs(9000), crash("server-2"));
    act(document, atMs(3000), crash("server-1")); // in the past: another branch
    const std::string branch = document.played()->branch;
    QVERIFY(branch != "main");
    document.switchBranch("main");
    document.wait();
    const auto played = document.played();
    document.removeBranch(branch);
    document.wait();
    QCOMPARE(document.played(), played);
    QCOMPARE(document.scenario()->branches.size(), std::size_t {1});
    // And one that is played, outside of a lesson.
    document.undo();
    document.switchBranch(branch);
    document.wait();
    QCOMPARE(document.played()->branch, branch);
    document.removeBranch(branch);
    document.wait();
    QCOMPARE(document.played()->branch, std::string("main"));
    QCOMPARE(jsonLines(document.played()->timeline()), jsonLines(played->timeline()));
}

void TestBranchChanges::whatALessonNeedsStays()
{
    Document document;
    tests::openMismatch(document);
    QVERIFY(!document.canRemoveBranch("main"));
    QVERIFY(!document.canRemoveBranch("nowhere"));
    document.removeBranch("main");
    document.wait();
    QVERIFY(scenario::findBranch(*document.scenario(), "main"));
    QVERIFY(!document.canUndo());
    act(document, atMs(5500), crash("server-2"));
    QVERIFY(document.canRemoveBranch(document.played()->branch));
}

void TestBranchChanges::aBranchIsComputedWithoutBeingShown()
{
    Document document;
    tests::openMismatch(document);
    const std::string own = jsonLines(document.played()->timeline());
    act(document, atMs(5500), crash("server-2"));
    act(document, atMs(6500), crash("server-3"));
    const auto played = document.played();
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("three.json"));
    QVERIFY(!document.save(path));

    Document again; // nothing of it was ever computed here
    again.openFile(path);
    again.wait();
    const std::string shown = again.played()->branch;
    QSignalSpy changed(&again, &Document::changed);
    QSignalSpy computed(&again.branchRuns(), &ui::document::BranchRuns::computed);
    again.branchRuns().computeAll();
    for (int i = 0; i < 3; ++i)
        again.branchRuns().wait();
    for (const scenario::Branch &branch : again.scenario()->branches)
        QVERIFY2(again.branchRuns().find(branch.id), branch.id.c_str());
    QCOMPARE(again.played()->branch, shown);
    QCOMPARE(changed.count(), 0);
    QVERIFY(computed.count() >= 1);
    QVERIFY(!again.isBusy());
    QCOMPARE(jsonLines(again.branchRuns().find(played->branch)->timeline()), jsonLines(played->timeline()));
    QCOMPARE(jsonLines(again.branchRuns().find("main")->timeline()), own);
}

void TestBranchChanges::computedBranchesFollowWhatIsPlayed()
{
    Document document;
    tests::openMismatch(document);
    act(document, atMs(5500), crash("server-2"));
    const std::string branch = document.played()->branch;
    const auto main = document.branchRuns().find("main");
    QVERIFY(main); // it was played before
    document.renameBranch(branch, QStringLiteral("x"));
    document.wait();
    QCOMPARE(document.branchRuns().find("main"), main);
    tests::choosePolicy(document, "sticky");
    QVERIFY(!document.branchRuns().find("main")); // it would be another run now
    document.branchRuns().compute("main");
    document.branchRuns().wait();
    QCOMPARE(document.branchRuns().find("main")->policy, std::string("sticky"));
    document.undo();
    document.wait();
    QVERIFY(!document.branchRuns().find("main"));
    document.close();
    QVERIFY(!document.branchRuns().find(branch));
}

void TestBranchChanges::theFirstDifferenceIsTheAction()
{
    Document document;
    tests::openMismatch(document);
    document.passGatesBefore(document.played()->end());
    act(document, atMs(5500), crash("server-2"));
    const std::string branch = document.played()->branch;
    const auto difference = document.firstDifference("main", branch);
    QVERIFY(difference);
    QCOMPARE(difference->at, atMs(5500));
    QCOMPARE(kindAt(document, "main", difference->one.record), std::string("nothing"));
    QCOMPARE(kindAt(document, branch, difference->other.record), std::string("action_taken"));
    const auto turned = document.firstDifference(branch, "main");
    QVERIFY(turned);
    QCOMPARE(turned->at, difference->at);
    QCOMPARE(turned->one.record, difference->other.record);
    QVERIFY(!document.firstDifference("main", "main"));
}

void TestBranchChanges::thePrefixBeforeTheDifferenceIsAlike()
{
    Document document;
    tests::openMismatch(document);
    document.passGatesBefore(document.played()->end());
    const auto main = document.played();
    act(document, atMs(5500), crash("server-2"));
    const auto other = document.played();
    const auto difference = document.firstDifference("main", other->branch);
    QVERIFY(difference);
    const std::uint32_t prefix = main->timeline().countUpTo(difference->at - model::microseconds(1));
    QVERIFY(prefix > 20);
    QCOMPARE(other->timeline().countUpTo(difference->at - model::microseconds(1)), prefix);
    // Line by line as they are exported: exactly alike before, and not after.
    const auto lines = [](const std::string &text) { return QByteArray::fromStdString(text).split('\n'); };
    const QList<QByteArray> one = lines(jsonLines(main->timeline()));
    const QList<QByteArray> two = lines(jsonLines(other->timeline()));
    for (std::uint32_t i = 1; i <= prefix; ++i)
        QCOMPARE(one.at(static_cast<int>(i)), two.at(static_cast<int>(i)));
    QVERIFY(one.at(static_cast<int>(prefix) + 1) != two.at(static_cast<int>(prefix) + 1));
}

void TestBranchChanges::theFirstAnswerThatDiffers()
{
    Document document;
    tests::openMismatch(document);
    document.passGatesBefore(document.played()->end());
    act(document, atMs(4000), crash("server-2")); // Minji's session is there
    const auto difference = document.firstDifference("main", document.played()->branch);
    QVERIFY(difference && difference->one.verdict && difference->other.verdict);
    const auto finished = [](const ui::document::BranchDifference::Side &side) {
        return side.run->timeline()[side.verdict->finished].at;
    };
    QVERIFY(finished(difference->one) > difference->at);
    QVERIFY(difference->one.verdict->outcome != difference->other.verdict->outcome);
    // Before it all came to the same.
    const auto index = static_cast<std::size_t>(difference->one.verdict - difference->one.run->verdicts().all().data());
    for (std::size_t i = 0; i < index; ++i)
        QCOMPARE(difference->one.run->verdicts().all()[i].outcome, difference->other.run->verdicts().all()[i].outcome);
}

void TestBranchChanges::theSameRequestIsCompared()
{
    Document document;
    tests::openMismatch(document);
    document.passGatesBefore(document.played()->end());
    act(document, atMs(5000), crash("server-2"));
    const auto difference = document.firstDifference("main", document.played()->branch);
    QVERIFY(difference && difference->one.verdict && difference->other.verdict);
    const auto action = [](const ui::document::BranchDifference::Side &side) {
        const timeline::Timeline &timeline = side.run->timeline();
        const auto taken = std::get<model::ActionTaken>(timeline[timeline[side.verdict->issued].cause].fact);
        return std::string(timeline.text(taken.action));
    };
    QCOMPARE(action(difference->one), action(difference->other));
    QVERIFY(difference->one.verdict->outcome != difference->other.verdict->outcome);
    QVERIFY(difference->one.unanswered.isNone() && difference->other.unanswered.isNone());

    // As long as one of the two is on its way, that is what can be said of it.
    const auto answered = [](const ui::document::BranchDifference::Side &side) {
        return side.run->timeline()[side.verdict->finished].at;
    };
    const model::SimTime both = std::max(answered(difference->one), answered(difference->other));
    const auto early =
        ui::document::firstDifference(difference->one.run, difference->other.run, both - model::microseconds(1));
    QVERIFY(early && early->one.verdict);
    QVERIFY(early->one.verdict == difference->one.verdict && !early->other.verdict);
    QCOMPARE(early->other.unanswered, difference->other.verdict->issued);
}

void TestBranchChanges::aRequestOfOneBranchAloneHasNoOther()
{
    Document document;
    tests::openMismatch(document);
    document.passGatesBefore(document.played()->end());
    const auto main = document.played();
    model::Action read;
    read.verb = model::ActionKind::Read;
    read.client = "minji";
    act(document, atMs(4600), read);
    const auto branch = document.played();
    ui::document::RequestTwins ofMain(main->timeline());
    ui::document::RequestTwins ofBranch(branch->timeline());
    std::size_t alone = 0;
    std::size_t both = 0;
    const timeline::Timeline &timeline = branch->timeline();
    for (std::uint32_t i = 0; i < timeline.size(); ++i) {
        if (!std::holds_alternative<model::RequestIssued>(timeline[i].fact))
            continue;
        const model::RecordId twin = ofMain.twinOf(ofBranch, model::RecordId(i));
        if (twin.isNone()) {
            ++alone;
            QCOMPARE(timeline[i].at, atMs(4600));
        } else {
            ++both;
            QCOMPARE(ofBranch.twinOf(ofMain, twin), model::RecordId(i)); // and back
            QCOMPARE(main->timeline()[twin].at, timeline[i].at);
        }
    }
    QCOMPARE(alone, std::size_t {1});
    QVERIFY(both >= 5);
}

void TestBranchChanges::aRequestSentLaterIsNotKnownYet()
{
    Document document;
    tests::openMismatch(document);
    document.passGatesBefore(document.played()->end());
    act(document, atMs(5000), crash("server-2"));
    const auto difference = document.firstDifference("main", document.played()->branch);
    QVERIFY(difference && difference->one.verdict && difference->other.verdict);
    const ui::document::BranchDifference::Side &main = difference->one;
    const model::SimTime sent = main.run->timeline()[main.verdict->issued].at;
    const auto before = ui::document::firstDifference(main.run, difference->other.run, sent - model::microseconds(1));
    QVERIFY(before);
    QVERIFY(!before->one.verdict && !before->other.verdict);
    QVERIFY(before->one.unanswered.isNone() && before->other.unanswered.isNone());
}

void TestBranchChanges::aGateHidesADifference()
{
    Document document;
    tests::openMismatch(document);
    const model::SimTime gate = document.view().revealedUntil;
    QVERIFY(gate < document.played()->end());
    act(document, gate + model::milliseconds(500), crash("server-2"));
    const std::string branch = document.played()->branch;
    QVERIFY(!document.firstDifference("main", branch));
    document.passGatesBefore(document.played()->end());
    const auto difference = document.firstDifference("main", branch);
    QVERIFY(difference);
    QVERIFY(difference->at > gate);

    // Parted before the gate, with an answer beyond it.
    Document other;
    tests::openMismatch(other);
    act(other, gate - model::milliseconds(1), crash("server-2"));
    const auto early = other.firstDifference("main", other.played()->branch);
    QVERIFY(early);
    QCOMPARE(early->at, gate - model::milliseconds(1));
    QVERIFY(!early->one.verdict && !early->other.verdict);
}

void TestBranchChanges::anotherPolicyMakesOtherDifferences()
{
    Document document;
    tests::openMismatch(document);
    document.passGatesBefore(document.played()->end());
    act(document, atMs(4000), crash("server-2"));
    const std::string branch = document.played()->branch;
    tests::choosePolicy(document, "store");
    document.branchRuns().compute("main");
    document.branchRuns().wait();
    const auto difference = document.firstDifference("main", branch);
    QVERIFY(difference);
    QCOMPARE(difference->at, atMs(4000));
    QCOMPARE(difference->one.run->policy, std::string("store"));
    QCOMPARE(difference->other.run->policy, std::string("store"));
}

QTEST_GUILESS_MAIN(TestBranchChanges)
#include "tst_branchchanges.moc"
