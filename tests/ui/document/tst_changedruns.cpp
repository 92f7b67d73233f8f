// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/jsonl.h"
#include "resources/lessons.h"
#include "tests/ui/lessonwithruns.h"
#include "ui/document/document.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace sessionarium;
using ui::document::Document;

namespace {

constexpr model::SimTime at(std::int64_t milliseconds)
{
    return model::SimTime {} + model::milliseconds(milliseconds);
}

model::Action crash(const char *server)
{
    model::Action action;
    action.verb = model::ActionKind::Crash;
    action.server = server;
    return action;
}

void openMismatch(Document &document)
{
    document.openLesson(QStringLiteral("mismatch"), resources::findLesson("mismatch"));
    document.wait();
}

void openWithRuns(Document &document)
{
    document.openLesson(QStringLiteral("with-runs"), tests::lessonWithRuns);
    document.wait();
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::string jsonLines(const timeline::Timeline &timeline)
{
    std::string text;
    const bool written = report::writeJsonLines(timeline, [&text](std::string_view bytes) {
        text.append(bytes);
        return true;
    });
    return written ? text : std::string();
}

} // namespace

/// Runs of a lesson's steps, runs that people make of them, and what is saved and opened of both.
class TestChangedRuns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cancellingForgetsWhatWasDone();
    void aFileSavedInAStepsRunIsTheLessonsOwn();
    void actingInAStepsRunKeepsItsValues();
    void aLessonsOwnBranchStaysAsItIs();
    void changingBackComesToTheLessonsRun();
    void theBranchThatWasPlayedIsOpenedAgain();
    void changedValuesOfALessonAreOpenedAgain();
    void anActBehindAnOpenIsDropped();
    void manyServersAreRefused();
    void openingATimelineCanBeCancelled();
};

void TestChangedRuns::cancellingForgetsWhatWasDone()
{
    Document document;
    openMismatch(document);
    const auto before = document.played();
    document.act(at(5500), crash("server-2"));
    document.cancel(); // whether or not it was done already
    document.wait();
    QCOMPARE(document.played(), before);
    QCOMPARE(document.scenario()->branches.size(), std::size_t {1});
    document.act(at(5500), crash("server-3"));
    document.wait();
    QCOMPARE(document.scenario()->branches.size(), std::size_t {2});
    int crashes = 0;
    for (std::uint32_t i = 0; i < document.played()->timeline().size(); ++i)
        crashes += std::holds_alternative<model::Crashed>(document.played()->timeline()[i].fact) ? 1 : 0;
    QCOMPARE(crashes, 1);
}

void TestChangedRuns::aFileSavedInAStepsRunIsTheLessonsOwn()
{
    const QTemporaryDir folder;
    Document document;
    openWithRuns(document);
    const QString first = folder.filePath(QStringLiteral("first.json"));
    const QString second = folder.filePath(QStringLiteral("second.json"));
    QVERIFY(!document.save(first));
    for (const std::size_t step : {tests::stepSticky, tests::stepCrashed, tests::stepMore}) {
        document.playRunOfStep(step);
        QVERIFY(!document.isModified());
        QVERIFY(!document.save(second));
        QCOMPARE(bytesOf(second), bytesOf(first));
    }
}

void TestChangedRuns::actingInAStepsRunKeepsItsValues()
{
    const QTemporaryDir folder;
    Document document;
    openWithRuns(document);
    document.playRunOfStep(tests::stepMore);
    document.act(at(15'500), crash("server-4")); // near the end, of a server that only this step has
    document.wait();
    QVERIFY(document.isChangedByHand());
    QVERIFY(document.isModified());
    QCOMPARE(document.played()->scenario->setup.servers.size(), std::size_t {5});
    QCOMPARE(document.scenario()->setup.servers.size(), std::size_t {3});
    const std::string timeline = jsonLines(document.played()->timeline());

    const QString path = folder.filePath(QStringLiteral("acted.json"));
    QVERIFY(!document.save(path));
    Document again;
    QSignalSpy failed(&again, &Document::failed);
    again.openFile(path);
    again.wait();
    QCOMPARE(failed.count(), 0);
    QVERIFY(again.isChangedByHand());
    QCOMPARE(jsonLines(again.played()->timeline()), timeline);
    again.playLessonRun();
    again.wait();
    QCOMPARE(again.played()->scenario->setup.servers.size(), std::size_t {3});
    again.playRunOfStep(tests::stepSticky);
    QCOMPARE(again.played()->policy, std::string("sticky"));

    // What was done stays in its branch, also where the run that is played has no such server.
    QVERIFY(!again.save(path));
    Document third;
    third.openFile(path);
    third.wait();
    QVERIFY(third.isOpen());
    QVERIFY(!third.isChangedByHand());
    QCOMPARE(third.scenario()->branches.size(), std::size_t {3});
}

void TestChangedRuns::aLessonsOwnBranchStaysAsItIs()
{
    Document document;
    openMismatch(document);
    const scenario::Branch before = document.scenario()->branches.front();
    document.act(document.played()->end(), crash("server-2")); // nothing is given up: another branch all the same
    document.wait();
    QVERIFY(document.scenario()->branches.front() == before);
    QCOMPARE(document.scenario()->branches.size(), std::size_t {2});
    document.act(document.played()->end(), crash("server-3")); // one's own branch goes on
    document.wait();
    QCOMPARE(document.scenario()->branches.size(), std::size_t {2});
}

void TestChangedRuns::changingBackComesToTheLessonsRun()
{
    Document document;
    openMismatch(document);
    const auto own = document.played();
    scenario::RunChange change;
    change.policy = "sticky";
    document.change(change);
    document.wait();
    QVERIFY(document.isChangedByHand());
    QVERIFY(document.isModified());
    change.policy = "none";
    document.change(change);
    document.wait();
    QVERIFY(!document.isChangedByHand());
    QVERIFY(!document.isModified());
    QCOMPARE(document.played(), own);

    document.act(at(5500), crash("server-2"));
    document.wait();
    QVERIFY(document.isChangedByHand());
    document.switchBranch("main");
    document.wait();
    QVERIFY(!document.isChangedByHand());
    QCOMPARE(document.played(), own);
    QVERIFY(document.isModified()); // the other branch would be saved
}

void TestChangedRuns::theBranchThatWasPlayedIsOpenedAgain()
{
    const QTemporaryDir folder;
    Document document;
    document.startEmpty();
    document.wait();
    document.act(at(2000), crash("server-1"));
    document.wait();
    document.act(at(1000), crash("server-2")); // in the past: a branch
    document.wait();
    QCOMPARE(document.played()->branch, std::string("branch-2"));
    const QString path = folder.filePath(QStringLiteral("branches.json"));
    for (const char *branch : {"branch-2", "main"}) {
        document.switchBranch(branch);
        document.wait();
        QVERIFY(!document.save(path));
        Document again;
        again.openFile(path);
        again.wait();
        QCOMPARE(again.played()->branch, std::string(branch));
        QVERIFY(!again.isModified());
        QCOMPARE(jsonLines(again.played()->timeline()), jsonLines(document.played()->timeline()));
    }
    QVERIFY(!bytesOf(path).contains("played")); // the first branch goes without saying
    document.switchBranch("branch-2");
    document.wait();
    QVERIFY(!document.isModified()); // a look is no change
}

void TestChangedRuns::changedValuesOfALessonAreOpenedAgain()
{
    const QTemporaryDir folder;
    Document document;
    openMismatch(document);
    scenario::RunChange change;
    change.policy = "sticky";
    document.change(change);
    change = {};
    change.servers = 5;
    document.change(change);
    document.act(at(5500), crash("server-2"));
    document.wait();
    const QString path = folder.filePath(QStringLiteral("changed.json"));
    QVERIFY(!document.save(path));
    Document again;
    again.openFile(path);
    again.wait();
    QVERIFY(again.isChangedByHand());
    QCOMPARE(again.played()->policy, std::string("sticky"));
    QCOMPARE(jsonLines(again.played()->timeline()), jsonLines(document.played()->timeline()));
    again.playLessonRun();
    again.wait();
    Document untouched;
    openMismatch(untouched);
    QCOMPARE(jsonLines(again.played()->timeline()), jsonLines(untouched.played()->timeline()));
}

void TestChangedRuns::anActBehindAnOpenIsDropped()
{
    Document document;
    openMismatch(document);
    QSignalSpy failed(&document, &Document::failed);
    document.startEmpty();
    document.act(at(5500), crash("server-2")); // meant for what is still on the screen
    document.wait();
    QCOMPARE(document.scenario()->id, std::string("empty"));
    QCOMPARE(document.scenario()->branches.size(), std::size_t {1});
    QVERIFY(document.scenario()->branches.front().actions.empty());
    QVERIFY(!document.isModified());
    QCOMPARE(failed.count(), 0);

    // An opening that fails changes nothing: what was meant for the document happens.
    document.openFile(QStringLiteral("/nowhere/at/all.json"));
    document.act(at(5500), crash("server-2"));
    document.wait();
    QCOMPARE(failed.count(), 1);
    QCOMPARE(document.scenario()->branches.front().actions.size(), std::size_t {1});
}

void TestChangedRuns::manyServersAreRefused()
{
    const QTemporaryDir folder;
    Document document;
    document.startEmpty();
    document.wait();
    QSignalSpy failed(&document, &Document::failed);
    model::Action add;
    add.verb = model::ActionKind::AddServer;
    for (int i = 2; i < 64; ++i)
        document.act(at(i), add);
    document.wait();
    QCOMPARE(failed.count(), 0);
    const auto before = document.played();
    document.act(at(100), add);
    document.wait();
    QCOMPARE(failed.count(), 1);
    const auto problems = failed.front().front().value<model::Problems>();
    QCOMPARE(problems.front().code, model::ProblemCode::TooMany);
    QCOMPARE(problems.front().place, std::string("/servers"));
    QCOMPARE(problems.front().allowed, std::string("64"));
    QCOMPARE(document.played(), before);
    // In the past, where there are fewer: the old future is another branch, so one more is possible there.
    document.act(at(10), add);
    document.wait();
    QCOMPARE(failed.count(), 1);
    // What can be done can be saved and opened.
    const QString path = folder.filePath(QStringLiteral("many.json"));
    QVERIFY(!document.save(path));
    Document again;
    again.openFile(path);
    again.wait();
    QVERIFY(again.isOpen());
}

void TestChangedRuns::openingATimelineCanBeCancelled()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("run.jsonl"));
    {
        Document document;
        openMismatch(document);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::fromStdString(jsonLines(document.played()->timeline())));
    }
    ui::document::Workplace workplace;
    std::vector<int> told;
    const auto whole = workplace.openTimeline(1, path.toStdString(), [&told](int permille) {
        told.push_back(permille);
        return true;
    });
    QVERIFY(whole.ok() && whole.value());
    QVERIFY(told.size() >= 3);
    QVERIFY(std::is_sorted(told.begin(), told.end()));
    QCOMPARE(told.back(), 1000);
    // Wherever it is cancelled, nothing is opened and nothing is wrong.
    for (std::size_t last = 1; last <= told.size(); ++last) {
        std::size_t asked = 0;
        const auto part = workplace.openTimeline(2, path.toStdString(), [&asked, last](int) { return ++asked < last; });
        QVERIFY(part.ok());
        QVERIFY(!part.value());
        QCOMPARE(asked, last);
    }
}

QTEST_GUILESS_MAIN(TestChangedRuns)
#include "tst_changedruns.moc"
