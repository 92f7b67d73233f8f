// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/document/documentsteps.h"
#include "tests/ui/lessonwithruns.h"
#include "ui/branches/branchespanel.h"

#include <QAbstractButton>
#include <QApplication>
#include <QContextMenuEvent>
#include <QFile>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace sessionarium;
using namespace sessionarium::ui;
using branches::BranchesModel;
using branches::BranchesPanel;
using document::Document;
using tests::act;
using tests::atMs;
using tests::crash;

namespace {

/// The panel on a document of its own, shown in a window.
struct Fixture
{
    explicit Fixture(text::Language language = text::Language::English)
        : translator(language),
          texts(document, translator),
          playback(document, [] { return qint64 {0}; }),
          panel(host, document, playback, texts)
    {
        panel.resize(900, 200);
        panel.setAxis(300, 500);
        panel.show();
        panel.activateWindow();
        (void)QTest::qWaitForWindowActive(&panel);
    }
    void openMismatch(bool revealed = true)
    {
        tests::openMismatch(document);
        if (revealed)
            document.passGatesBefore(document.played()->end());
    }
    /// Until nothing is computed any more, here or beside.
    void finish()
    {
        for (int i = 0; i < 4; ++i) { // what is posted may begin work, and what is done may post
            QCoreApplication::processEvents();
            document.wait();
            document.branchRuns().wait();
        }
        QCoreApplication::processEvents();
    }
    void key(Qt::Key which)
    {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &panel, which);
        finish();
    }
    [[nodiscard]] QMenu *menu() { return panel.findChild<QMenu *>(QStringLiteral("branchActions")); }
    [[nodiscard]] QPoint rowCentre(int row) { return panel.list().visualRect(panel.model().index(row)).center(); }

    theme::ThemeHost host;
    text::Translator translator;
    Document document;
    document::RunTexts texts;
    playback::PlaybackController playback;
    BranchesPanel panel;
};

/// Server 2 goes down at 5.5 s, and in that future server 3 at 6.5 s; and another future of main from 3 s.
void makeThreeFutures(Fixture &fixture)
{
    act(fixture.document, atMs(5500), crash("server-2"));
    act(fixture.document, atMs(6500), crash("server-3"));
    fixture.document.switchBranch("main");
    fixture.document.wait();
    act(fixture.document, atMs(3000), crash("server-1"));
    fixture.finish();
}

} // namespace

class TestBranchesPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneCourseWantsNoRoom();
    void branchesStandBelowThoseTheyGrowFrom();
    void namesTellWhatWasDone_data();
    void namesTellWhatWasDone();
    void marksComeAfterTheForkOnTheSharedAxis();
    void noMarkBehindTheGate();
    void thePlayedBranchShowsNothingAhead();
    void aLessonsOwnBranchesComeWithTheirStep();
    void clickAndKeysPlay();
    void f2NamesOnTheLane();
    void deleteTakesAwayAndComesBack();
    void theMenuDoesTheSame();
    void comparingTellsAndLeadsThere();
    void comparingBehindAGateSaysNothing();
    void foldedItShowsOnlyWhatIsAsked();
    void screenReadersHearEachBranch();
};

void TestBranchesPanel::oneCourseWantsNoRoom()
{
    Fixture fixture;
    QCOMPARE(fixture.panel.wantedHeight(), 0);
    fixture.openMismatch();
    QCOMPARE(fixture.panel.wantedHeight(), 0);
    act(fixture.document, atMs(5500), crash("server-2"));
    const int two = fixture.panel.wantedHeight();
    QVERIFY(two > 0);
    act(fixture.document, atMs(6500), crash("server-3"));
    QVERIFY(fixture.panel.wantedHeight() > two);
    fixture.document.undo();
    fixture.document.undo();
    QCOMPARE(fixture.panel.wantedHeight(), 0);
    fixture.document.close();
    QCOMPARE(fixture.panel.wantedHeight(), 0);
}

void TestBranchesPanel::branchesStandBelowThoseTheyGrowFrom()
{
    Fixture fixture;
    fixture.openMismatch();
    makeThreeFutures(fixture);
    const auto &rows = fixture.panel.model().rows();
    QCOMPARE(rows.size(), std::size_t {4});
    QCOMPARE(rows[0].id, std::string("main"));
    QCOMPARE(rows[0].parent, -1);
    QCOMPARE(rows[1].parent, 0);
    QCOMPARE(rows[2].parent, 1); // grown from the second
    QCOMPARE(rows[3].parent, 0);
    QVERIFY(rows[3].isPlayed && !rows[0].isPlayed);
    QCOMPARE(fixture.panel.model().playedRow(), 3);
    QVERIFY(!rows[0].canRemove && rows[1].canRemove);
}

void TestBranchesPanel::namesTellWhatWasDone_data()
{
    QTest::addColumn<text::Language>("language");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("start");
    QTest::newRow("Korean") << text::Language::Korean << QStringLiteral("서버 2 다운시키기")
                            << QStringLiteral("05.50초부터");
    QTest::newRow("English") << text::Language::English << QStringLiteral("Server 2: Crash")
                             << QStringLiteral("from 05.50 s");
}

void TestBranchesPanel::namesTellWhatWasDone()
{
    QFETCH(text::Language, language);
    Fixture fixture(language);
    fixture.openMismatch();
    act(fixture.document, atMs(5500), crash("server-2"));
    QTEST(fixture.panel.model().rows().at(1).name, "name");
    QTEST(fixture.panel.model().rows().at(1).start, "start");
    QVERIFY(fixture.panel.model().rows().at(0).start.isEmpty());
}

void TestBranchesPanel::marksComeAfterTheForkOnTheSharedAxis()
{
    Fixture fixture;
    fixture.openMismatch();
    act(fixture.document, atMs(5500), crash("server-2"));
    fixture.finish();
    const auto &lanes = fixture.panel.list().lanes();
    const auto played = fixture.document.played();
    QCOMPARE(lanes.xOf({}), 299.0); // behind the border of the card
    QCOMPARE(lanes.xOf(played->end()), 799.0);
    const auto marks = lanes.marks(0);
    QVERIFY(!marks.empty());
    // Each stands where its request was finished, in what main came to.
    const auto main = fixture.document.branchRuns().find("main");
    QVERIFY(main);
    for (const auto &mark : marks) {
        QVERIFY(mark.x <= 799.0);
        QVERIFY(std::any_of(main->verdicts().all().begin(), main->verdicts().all().end(), [&](const auto &verdict) {
            return main->timeline()[verdict.finished].at == mark.at && verdict.outcome == mark.outcome;
        }));
    }
    fixture.playback.seek(played->end());
    const auto own = lanes.marks(1);
    QVERIFY(!own.empty());
    for (const auto &mark : own)
        QVERIFY(mark.x > lanes.xOf(atMs(5500)));
}

void TestBranchesPanel::noMarkBehindTheGate()
{
    Fixture fixture;
    fixture.openMismatch(false);
    const model::SimTime gate = fixture.document.view().revealedUntil;
    QVERIFY(gate < fixture.document.played()->end());
    act(fixture.document, gate - model::milliseconds(1500), crash("server-3"));
    fixture.finish();
    const auto check = [&](int row, bool some) {
        const auto marks = fixture.panel.list().lanes().marks(row);
        QCOMPARE(!marks.empty(), some);
        for (const auto &mark : marks) {
            QVERIFY(mark.at <= gate);
            QVERIFY(mark.x <= fixture.panel.list().lanes().xOf(gate));
        }
    };
    check(0, true);
    fixture.playback.toEnd();
    check(1, false);
    QString said = fixture.panel.model().index(0).data(Qt::AccessibleDescriptionRole).toString();
    fixture.document.passGatesBefore(fixture.document.played()->end());
    fixture.finish();
    QVERIFY(fixture.panel.list().lanes().marks(0).back().at > gate);
    QVERIFY(fixture.panel.model().index(0).data(Qt::AccessibleDescriptionRole).toString() != said);
}

void TestBranchesPanel::thePlayedBranchShowsNothingAhead()
{
    Fixture fixture;
    fixture.openMismatch();
    act(fixture.document, atMs(5500), crash("server-2"));
    fixture.playback.seek(atMs(6200));
    const std::size_t early = fixture.panel.list().lanes().marks(1).size();
    for (const auto &mark : fixture.panel.list().lanes().marks(1))
        QVERIFY(mark.at <= atMs(6200));
    fixture.playback.toEnd();
    QVERIFY(fixture.panel.list().lanes().marks(1).size() > early);
}

void TestBranchesPanel::aLessonsOwnBranchesComeWithTheirStep()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("runs.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(tests::lessonWithRuns.data(), static_cast<qint64>(tests::lessonWithRuns.size()));
    file.close();
    Fixture fixture;
    fixture.document.openFile(file.fileName());
    fixture.document.wait();
    QCOMPARE(fixture.document.scenario()->branches.size(), std::size_t {2});
    QVERIFY(!fixture.panel.hasChoice()); // it belongs to a step behind the question
    fixture.document.passGatesBefore(fixture.document.played()->end());
    QVERIFY(!fixture.panel.hasChoice()); // nobody left it yet
    fixture.playback.enterStep(tests::stepCrashed);
    QCOMPARE(fixture.document.played()->branch, std::string("crashed"));
    QVERIFY(fixture.panel.hasChoice());
    fixture.playback.toStart();
    QVERIFY(fixture.panel.hasChoice());
    QVERIFY(!fixture.panel.model().rows().at(1).canRemove); // the lesson needs it
}

void TestBranchesPanel::clickAndKeysPlay()
{
    Fixture fixture;
    fixture.openMismatch();
    makeThreeFutures(fixture);
    auto &list = fixture.panel.list();
    QTest::mouseClick(list.viewport(), Qt::LeftButton, Qt::NoModifier, fixture.rowCentre(1));
    fixture.finish();
    QCOMPARE(fixture.panel.model().playedRow(), 1);
    QVERIFY(!list.hasFocus()); // the arrows stay with the playhead

    list.setFocus(Qt::TabFocusReason);
    QCOMPARE(list.currentIndex().row(), 1);
    fixture.key(Qt::Key_Down);
    QCOMPARE(list.currentIndex().row(), 2);
    QCOMPARE(fixture.panel.model().playedRow(), 1);
    fixture.key(Qt::Key_Return);
    QCOMPARE(fixture.panel.model().playedRow(), 2);
    fixture.panel.step(1);
    fixture.finish();
    fixture.panel.step(1);
    fixture.finish();
    QCOMPARE(fixture.panel.model().playedRow(), 0); // from the last to the first
    fixture.panel.step(-1);
    fixture.finish();
    QCOMPARE(fixture.panel.model().playedRow(), 3);
}

void TestBranchesPanel::f2NamesOnTheLane()
{
    Fixture fixture;
    fixture.openMismatch();
    act(fixture.document, atMs(5500), crash("server-2"));
    const std::string branch = fixture.document.played()->branch;
    fixture.panel.rename(branch);
    auto *edit = fixture.panel.findChild<QLineEdit *>(QStringLiteral("branchName"));
    QVERIFY(edit && edit->isVisible());
    QCOMPARE(edit->text(), QStringLiteral("Server 2: Crash"));
    QVERIFY(edit->selectedText() == edit->text());
    QVERIFY(fixture.panel.list().viewport()->rect().contains(edit->geometry()));
    QTest::keyClicks(edit, QStringLiteral("Two dies"));
    QTest::keyClick(edit, Qt::Key_Return);
    fixture.finish();
    QCOMPARE(fixture.panel.model().rows().at(1).name, QStringLiteral("Two dies"));
    QVERIFY(!fixture.panel.list().isRenaming());

    // Esc leaves the name as it is; an empty one makes it speak for itself again.
    fixture.panel.rename(branch);
    edit = fixture.panel.findChild<QLineEdit *>(QStringLiteral("branchName"));
    QTest::keyClicks(edit, QStringLiteral("x"));
    QTest::keyClick(edit, Qt::Key_Escape);
    fixture.finish();
    QCOMPARE(fixture.panel.model().rows().at(1).name, QStringLiteral("Two dies"));
    fixture.document.renameBranch(branch, QString());
    fixture.finish();
    QCOMPARE(fixture.panel.model().rows().at(1).name, QStringLiteral("Server 2: Crash"));
}

void TestBranchesPanel::deleteTakesAwayAndComesBack()
{
    Fixture fixture;
    fixture.openMismatch();
    makeThreeFutures(fixture);
    QSignalSpy removed(&fixture.panel, &BranchesPanel::removed);
    auto &list = fixture.panel.list();
    list.setFocus(Qt::TabFocusReason);
    list.setCurrentIndex(fixture.panel.model().index(1));
    fixture.key(Qt::Key_Delete);
    QCOMPARE(fixture.panel.model().rowCount(), 2); // with the one that grew from it
    QCOMPARE(removed.count(), 1);
    QCOMPARE(removed.front().front().toString(), QStringLiteral("Server 2: Crash"));
    fixture.document.undo();
    fixture.finish();
    QCOMPARE(fixture.panel.model().rowCount(), 4);
    list.setCurrentIndex(fixture.panel.model().index(0));
    fixture.key(Qt::Key_Delete); // main stays
    QCOMPARE(fixture.panel.model().rowCount(), 4);
    QCOMPARE(removed.count(), 1);
}

void TestBranchesPanel::theMenuDoesTheSame()
{
    Fixture fixture;
    fixture.openMismatch();
    makeThreeFutures(fixture);
    QContextMenuEvent event(QContextMenuEvent::Mouse, fixture.rowCentre(1),
                            fixture.panel.list().viewport()->mapToGlobal(fixture.rowCentre(1)));
    QApplication::sendEvent(fixture.panel.list().viewport(), &event);
    QVERIFY(fixture.menu()->isVisible());
    const auto actions = fixture.menu()->actions();
    QCOMPARE(actions.size(), 4);
    for (const QAction *action : actions)
        QVERIFY2(action->isEnabled(), qPrintable(action->text()));
    QCOMPARE(actions.back()->menu()->actions().size(), 3);
    actions.front()->trigger();
    fixture.menu()->close();
    fixture.finish();
    QCOMPARE(fixture.panel.model().playedRow(), 1);

    // By the keyboard, on the branch that is current: main can neither be played again nor go.
    fixture.document.switchBranch("main");
    fixture.finish();
    fixture.panel.list().setFocus(Qt::TabFocusReason);
    fixture.panel.list().setCurrentIndex(fixture.panel.model().index(0));
    QContextMenuEvent key(QContextMenuEvent::Keyboard, QPoint(), QPoint());
    QApplication::sendEvent(fixture.panel.list().viewport(), &key);
    QVERIFY(fixture.menu()->isVisible());
    QVERIFY(!fixture.menu()->actions().at(0)->isEnabled());
    QVERIFY(!fixture.menu()->actions().at(2)->isEnabled());
    fixture.menu()->close();
}

void TestBranchesPanel::comparingTellsAndLeadsThere()
{
    Fixture fixture;
    fixture.openMismatch();
    act(fixture.document, atMs(4000), crash("server-2"));
    fixture.finish();
    const std::string branch = fixture.document.played()->branch;
    const int before = fixture.panel.wantedHeight();
    fixture.panel.compareWithAnother(branch, {}); // there is only one other: no question
    fixture.finish();
    QVERIFY(fixture.panel.comparison().isOpen());
    QVERIFY(fixture.panel.wantedHeight() > before);
    const QString said = fixture.panel.comparison().text();
    QVERIFY2(said.startsWith(QStringLiteral("From 04.00 s on they differ.")), qPrintable(said));
    QVERIFY2(said.contains(QStringLiteral("Server 2: Crash: ")), qPrintable(said));
    QVERIFY2(said.contains(QStringLiteral("Main: Does not happen here. · ")), qPrintable(said));
    // Both tell of the first answer that differs.
    QCOMPARE(said.count(QStringLiteral("→")), 1);
    QCOMPARE(said.count(QStringLiteral("Minji, read: ")), 2);

    auto *there = fixture.panel.findChild<QAbstractButton *>(QStringLiteral("comparedBranch2"));
    QVERIFY(there && there->isVisible());
    fixture.playback.toEnd();
    there->click();
    fixture.finish();
    QCOMPARE(fixture.document.played()->branch, std::string("main"));
    QCOMPARE(fixture.playback.moment(), atMs(4000));
    QCOMPARE(fixture.panel.comparison().text(), said);
    fixture.panel.findChild<QAbstractButton *>(QStringLiteral("comparedBranch1"))->click();
    fixture.finish();
    QCOMPARE(fixture.document.played()->branch, branch);

    // It goes with one of its branches, or by Esc.
    fixture.document.removeBranch(branch);
    fixture.finish();
    QVERIFY(!fixture.panel.comparison().isOpen());
    QCOMPARE(fixture.panel.wantedHeight(), 0);
    QVERIFY(!fixture.panel.escape());
    fixture.document.undo();
    fixture.panel.compare("main", branch);
    QVERIFY(fixture.panel.escape());
    QVERIFY(!fixture.panel.comparison().isOpen());
}

void TestBranchesPanel::comparingBehindAGateSaysNothing()
{
    Fixture fixture;
    fixture.openMismatch(false);
    const model::SimTime gate = fixture.document.view().revealedUntil;
    act(fixture.document, gate - model::milliseconds(1), crash("server-2"));
    fixture.finish();
    fixture.panel.compare("main", fixture.document.played()->branch);
    fixture.finish();
    QVERIFY(!fixture.panel.comparison().text().contains(QStringLiteral("→"))); // the answers lie ahead
    fixture.document.passGatesBefore(fixture.document.played()->end());
    fixture.finish();
    QVERIFY(fixture.panel.comparison().text().contains(QStringLiteral("→")));
}

void TestBranchesPanel::foldedItShowsOnlyWhatIsAsked()
{
    Fixture fixture;
    fixture.openMismatch();
    act(fixture.document, atMs(5500), crash("server-2"));
    QSignalSpy changed(&fixture.panel, &BranchesPanel::wantedHeightChanged);
    fixture.panel.setFolded(true);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(fixture.panel.wantedHeight(), 0);
    fixture.panel.rename(fixture.document.played()->branch);
    QVERIFY(fixture.panel.wantedHeight() > 0);
    auto *edit = fixture.panel.findChild<QLineEdit *>(QStringLiteral("branchName"));
    QVERIFY(edit && edit->isVisible());
    QTest::keyClick(edit, Qt::Key_Escape);
    fixture.finish();
    QCOMPARE(fixture.panel.wantedHeight(), 0);
    fixture.panel.compare("main", fixture.document.played()->branch);
    QVERIFY(fixture.panel.wantedHeight() > 0);
    QVERIFY(!fixture.panel.list().isVisible());
}

void TestBranchesPanel::screenReadersHearEachBranch()
{
    Fixture fixture;
    fixture.openMismatch();
    act(fixture.document, atMs(5500), crash("server-2"));
    fixture.finish();
    QVERIFY(!fixture.panel.list().accessibleName().isEmpty());
    const auto said = [&](int row) { return fixture.panel.model().index(row).data(Qt::AccessibleTextRole).toString(); };
    QCOMPARE(said(0), QStringLiteral("Main"));
    QCOMPARE(said(1), QStringLiteral("Server 2: Crash · from 05.50 s, is played"));
    QVERIFY(!fixture.panel.model().index(0).data(Qt::AccessibleDescriptionRole).toString().isEmpty());
}

QTEST_MAIN(TestBranchesPanel)
#include "tst_branchespanel.moc"
