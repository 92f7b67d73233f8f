// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/jsonl.h"
#include "resources/lessons.h"
#include "tests/support/fulldisk.h"
#include "ui/document/document.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

#include <cerrno>
#include <system_error>

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

std::uint32_t outcomes(const Document &document, verdict::Outcome outcome)
{
    std::uint32_t count = 0;
    for (const verdict::Verdict &verdict : document.played()->verdicts().all())
        count += verdict.outcome == outcome ? 1 : 0;
    return count;
}

} // namespace

class TestDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensALessonBehindItsGate();
    void actingInThePastKeepsTheOldFuture();
    void actingTwiceQuicklyDoesBoth();
    void actingNearTheEndMakesRoom();
    void anEmptyPlaceGrowsWithItsActions();
    void anotherPolicyKeepsTheActions();
    void moreServersAnswerThePredictionAnew();
    void aRefusedChangeChangesNothing();
    void savesAndOpensTheSameBytes();
    void anUnwritablePlaceIsAProblem();
    void aFullDiskLosesNothing();
    void aPipeIsRefusedAtOnce();
    void opensATimelineForReadingOnly();
    void brokenFilesAreRefusedWhole_data();
    void brokenFilesAreRefusedWhole();
    void cancellingKeepsWhatIsOpen();
    void whatWasNotSavedIsModifiedFromTheStart();
    void whatWasNotSavedAndIsBrokenIsToldByItsOrigin();
};

void TestDocument::opensALessonBehindItsGate()
{
    Document document;
    QSignalSpy changed(&document, &Document::changed);
    QVERIFY(!document.isOpen());
    openMismatch(document);
    QVERIFY(document.isOpen());
    QVERIFY(document.lesson());
    QCOMPARE(changed.count(), 1);
    QVERIFY(!document.isModified());
    const auto view = document.view();
    QVERIFY(view.revealedUntil < document.played()->end());
    const auto step = std::size_t {2};
    QVERIFY(document.progress().isShut(step));
    QCOMPARE(document.played()->answers.at(step).size(), std::size_t {1});
    document.passGate(step, 0);
    QCOMPARE(document.view().revealedUntil.us, document.played()->end().us);
}

void TestDocument::actingInThePastKeepsTheOldFuture()
{
    Document document;
    openMismatch(document);
    const auto before = document.played();
    document.act(at(5500), crash("server-2"));
    document.wait();
    const auto after = document.played();
    QVERIFY(after->branch != before->branch);
    QCOMPARE(after->scenario->branches.size(), std::size_t {2});
    QVERIFY(document.isModified());
    const std::uint32_t prefix = before->timeline().countUpTo(at(5500));
    QVERIFY(prefix > 0);
    for (std::uint32_t i = 0; i < prefix; ++i) {
        QCOMPARE(after->timeline()[i].at.us, before->timeline()[i].at.us);
        QCOMPARE(model::kindName(after->timeline()[i].fact), model::kindName(before->timeline()[i].fact));
    }
    QCOMPARE(model::kindName(after->timeline()[prefix].fact), std::string_view("action_taken"));

    document.switchBranch(before->branch);
    document.wait();
    QCOMPARE(jsonLines(document.played()->timeline()), jsonLines(before->timeline()));
}

void TestDocument::actingTwiceQuicklyDoesBoth()
{
    Document document;
    openMismatch(document);
    document.act(at(5500), crash("server-2"));
    document.act(at(5500), crash("server-3"));
    document.wait();
    int crashes = 0;
    for (std::uint32_t i = 0; i < document.played()->timeline().size(); ++i)
        crashes += std::holds_alternative<model::Crashed>(document.played()->timeline()[i].fact) ? 1 : 0;
    QCOMPARE(crashes, 2);
}

void TestDocument::actingNearTheEndMakesRoom()
{
    Document document;
    openMismatch(document);
    const model::SimTime end = document.played()->end();
    model::Action read;
    read.verb = model::ActionKind::Read;
    read.client = "minji";
    const std::size_t finished = document.played()->verdicts().all().size();
    document.act(end, read);
    document.wait();
    QVERIFY(document.played()->end() > end);
    QCOMPARE(document.played()->verdicts().all().size(), finished + 1);
}

void TestDocument::anEmptyPlaceGrowsWithItsActions()
{
    Document document;
    document.startEmpty();
    document.wait();
    QVERIFY(document.isOpen());
    const std::string client = document.played()->scenario->setup.clients.front().id;
    model::Action logIn;
    logIn.verb = model::ActionKind::LogIn;
    logIn.client = client;
    document.act(at(50'000), logIn);
    document.wait();
    QCOMPARE(document.played()->end().us, at(110'000).us);
    document.act(at(90'000), logIn);
    document.wait();
    QCOMPARE(document.played()->end().us, at(150'000).us);
}

void TestDocument::anotherPolicyKeepsTheActions()
{
    Document document;
    openMismatch(document);
    QVERIFY(outcomes(document, verdict::Outcome::LoggedOut) > 0);
    const std::size_t requests = document.played()->verdicts().all().size();
    scenario::RunChange change;
    change.policy = "sticky";
    document.change(change);
    document.wait();
    QCOMPARE(document.played()->policy, std::string("sticky"));
    QCOMPARE(outcomes(document, verdict::Outcome::LoggedOut), 0u);
    QCOMPARE(document.played()->verdicts().all().size(), requests);
    change.policy = "none";
    document.change(change);
    document.wait();
    QVERIFY(outcomes(document, verdict::Outcome::LoggedOut) > 0);
}

void TestDocument::moreServersAnswerThePredictionAnew()
{
    Document document;
    openMismatch(document);
    scenario::RunChange change;
    change.servers = 5;
    document.change(change);
    document.wait();
    QCOMPARE(document.played()->scenario->setup.servers.size(), std::size_t {5});
    QVERIFY(document.played()->answers.contains(2));
}

void TestDocument::aRefusedChangeChangesNothing()
{
    Document document;
    openMismatch(document);
    QSignalSpy failed(&document, &Document::failed);
    const auto before = document.played();
    scenario::RunChange change;
    change.set.push_back({"/servers/0/capacity", "0"});
    document.change(change);
    document.act(at(5500), crash("server-9"));
    document.wait();
    QCOMPARE(failed.count(), 2);
    QCOMPARE(document.played(), before);
    QVERIFY(!document.isModified());
}

void TestDocument::savesAndOpensTheSameBytes()
{
    const QTemporaryDir folder;
    Document document;
    openMismatch(document);
    document.act(at(5500), crash("server-2"));
    document.wait();
    const QString first = folder.filePath(QStringLiteral("first.json"));
    QVERIFY(!document.save(first));
    QVERIFY(!document.isModified());
    QCOMPARE(document.path(), first);

    Document again;
    again.openFile(first);
    again.wait();
    QVERIFY(again.isOpen());
    QCOMPARE(again.played()->scenario->branches.size(), std::size_t {2});
    const QString second = folder.filePath(QStringLiteral("second.json"));
    QVERIFY(!again.save(second));
    QVERIFY(!bytesOf(first).isEmpty());
    QCOMPARE(bytesOf(second), bytesOf(first));
    again.switchBranch(document.played()->branch);
    again.wait();
    QCOMPARE(jsonLines(again.played()->timeline()), jsonLines(document.played()->timeline()));
}

void TestDocument::anUnwritablePlaceIsAProblem()
{
    Document document;
    openMismatch(document);
    const auto problem = document.save(QStringLiteral("/nowhere/at/all.json"));
    QVERIFY(problem);
    QCOMPARE(problem->code, model::ProblemCode::WriteFailed);
    QVERIFY(document.path().isEmpty());
}

void TestDocument::aFullDiskLosesNothing()
{
#ifdef Q_OS_UNIX
    Document document;
    openMismatch(document);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("kept.json"));
    QVERIFY(!document.save(path));
    const QByteArray before = bytesOf(path);
    document.act(at(10), crash("server-1"));
    document.wait();
    {
        const tests::FullDisk full(100); // below what is still held back when the file is closed
        const auto problem = document.save(path);
        QVERIFY(problem);
        QCOMPARE(problem->code, model::ProblemCode::WriteFailed);
        QCOMPARE(problem->found, std::generic_category().message(EFBIG)); // and not "unknown"
    }
    QVERIFY(document.isModified());
    QCOMPARE(bytesOf(path), before);
    QVERIFY(!document.save(path));
    QVERIFY(bytesOf(path) != before);
#endif
}

void TestDocument::aPipeIsRefusedAtOnce()
{
#ifdef Q_OS_UNIX
    Document document;
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("pipe.json"));
    QCOMPARE(mkfifo(QFile::encodeName(path).constData(), 0600), 0);
    const QSignalSpy failed(&document, &Document::failed);
    document.openFile(path);
    document.wait(); // nobody ever writes into it
    QCOMPARE(failed.size(), 1);
    QVERIFY(!document.isOpen());
#endif
}

void TestDocument::opensATimelineForReadingOnly()
{
    const QTemporaryDir folder;
    Document document;
    openMismatch(document);
    const QString path = folder.filePath(QStringLiteral("run.jsonl"));
    const std::string text = jsonLines(document.played()->timeline());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text.data(), static_cast<qint64>(text.size()));
    file.close();

    Document foreign;
    foreign.openFile(path);
    foreign.wait();
    QVERIFY(foreign.isOpen());
    QVERIFY(!foreign.canAct());
    QVERIFY(!foreign.canAct());
    QVERIFY(!foreign.lesson());
    QCOMPARE(jsonLines(foreign.played()->timeline()), text);
    QCOMPARE(outcomes(foreign, verdict::Outcome::LoggedOut), outcomes(document, verdict::Outcome::LoggedOut));
}

void TestDocument::brokenFilesAreRefusedWhole_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("name");
    QTest::newRow("no JSON") << QByteArray("{") << QStringLiteral("a.json");
    QTest::newRow("another format") << QByteArray("{\"format\":\"x\",\"version\":1}") << QStringLiteral("a.json");
    QTest::newRow("cut timeline") << QByteArray("{\"format\":\"sessionarium-timeline\",\"version\":1")
                                  << QStringLiteral("a.json");
    QTest::newRow("empty timeline") << QByteArray() << QStringLiteral("a.jsonl");
    QTest::newRow("not UTF-8") << QByteArray("{\"format\":\"\xff\xfe\"}") << QStringLiteral("a.json");
}

void TestDocument::brokenFilesAreRefusedWhole()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, name);
    const QTemporaryDir folder;
    QFile file(folder.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();

    Document document;
    openMismatch(document);
    const auto before = document.played();
    QSignalSpy failed(&document, &Document::failed);
    document.openFile(file.fileName());
    document.wait();
    QCOMPARE(failed.count(), 1);
    QVERIFY(!failed.front().front().value<model::Problems>().empty());
    QCOMPARE(document.played(), before);
    QCOMPARE(document.lessonId(), QStringLiteral("mismatch"));
}

void TestDocument::cancellingKeepsWhatIsOpen()
{
    Document document;
    openMismatch(document);
    const auto before = document.played();
    document.startEmpty();
    document.cancel();
    document.wait();
    QCOMPARE(document.played(), before);
    QVERIFY(!document.isBusy());
}

void TestDocument::whatWasNotSavedIsModifiedFromTheStart()
{
    Document before;
    openMismatch(before);
    before.act(at(500), crash("server-1"));
    before.wait();
    const ui::document::Unsaved unsaved {Document::fileText(*before.scenario()),
                                         false,
                                         {},
                                         QStringLiteral("mismatch"),
                                         resources::findLesson("mismatch"),
                                         QStringLiteral("kept")};
    Document document;
    document.openUnsaved(unsaved);
    document.wait();
    QVERIFY(document.isModified());
    QVERIFY(document.isChangedByHand());
    QCOMPARE(document.lessonId(), QStringLiteral("mismatch"));
    QCOMPARE(document.played()->branch, before.played()->branch);
    QCOMPARE(jsonLines(document.played()->timeline()), jsonLines(before.played()->timeline()));
    document.playLessonRun(); // nothing that is done makes it the same as anything saved
    document.wait();
    QVERIFY(document.isModified());
    document.reopen();
    document.wait();
    QVERIFY(!document.isModified());
    QVERIFY(!document.isChangedByHand());
}

void TestDocument::whatWasNotSavedAndIsBrokenIsToldByItsOrigin()
{
    Document document;
    document.startEmpty();
    document.wait();
    QString about;
    connect(&document, &Document::failed, this,
            [&about](const model::Problems &, const QString &origin) { about = origin; });
    document.openUnsaved({"{}", false, QStringLiteral("mine.json"), {}, {}, QStringLiteral("kept")});
    document.wait();
    QCOMPARE(about, QStringLiteral("kept"));
    QVERIFY(document.isOpen());
    QVERIFY(document.path().isEmpty());
}

QTEST_GUILESS_MAIN(TestDocument)
#include "tst_document.moc"
