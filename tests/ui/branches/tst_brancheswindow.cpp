// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/endtoend/clipping.h"
#include "tests/ui/endtoend/windowfixture.h"
#include "ui/branches/branchespanel.h"
#include "ui/timelineview/scrubbar.h"
#include "ui/widgets/button.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/window/bottompanel.h"
#include "ui/window/messagebar.h"
#include "ui/window/sharingways.h"
#include "ui/window/transportbar.h"
#include "ui/window/workpage.h"

#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QMenu>
#include <QTest>

#include <cmath>

using namespace sessionarium;
using namespace sessionarium::ui;
using tests::WindowFixture;
using widgets::Button;

namespace {

constexpr model::SimTime atMs(std::int64_t milliseconds)
{
    return model::SimTime {} + model::milliseconds(milliseconds);
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// As the menus and buttons do it.
void act(WindowFixture &fixture, model::ActionKind verb, const char *server)
{
    model::Action action;
    action.verb = verb;
    action.server = server;
    Q_EMIT fixture.window().workPage().deedChosen(action);
    fixture.document().wait();
    WindowFixture::settle();
}

branches::BranchesPanel &panelOf(WindowFixture &fixture)
{
    return fixture.window().workPage().branches();
}

void finish(WindowFixture &fixture)
{
    for (int i = 0; i < 4; ++i) { // what is posted may begin work, and what is done may post
        WindowFixture::settle();
        fixture.document().wait();
        fixture.document().branchRuns().wait();
    }
    WindowFixture::settle();
}

bool openRevealed(WindowFixture &fixture)
{
    const bool opened = fixture.openLessonByClick("mismatch");
    fixture.document().passGatesBefore(fixture.document().played()->end());
    return opened;
}

} // namespace

/// Branches, undoing and the policy switch in the real window.
class TestBranchesWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void languages_data();
    void aFutureIsLeftComparedAndUndone_data() { languages_data(); }
    void aFutureIsLeftComparedAndUndone();
    void theStripStandsOnTheAxisOfTheScrubBar();
    void smallWindowsFoldTheStrip();
    void theStageKeepsItsRoom();
    void everythingByKeysAlone();
    void namesSurviveSavingAndOpening();
    void aPolicyKeepsStepAndMoment_data();
    void aPolicyKeepsStepAndMoment();
    void thePolicySwitchAndTheCommandsAreOneList();
    void nothingIsClipped_data();
    void nothingIsClipped();
};

void TestBranchesWindow::languages_data()
{
    QTest::addColumn<text::Language>("language");
    QTest::addColumn<QString>("heading");
    QTest::newRow("Korean") << text::Language::Korean << QStringLiteral("06.50초부터 다릅니다.");
    QTest::newRow("English") << text::Language::English << QStringLiteral("From 06.50 s on they differ.");
}

void TestBranchesWindow::aFutureIsLeftComparedAndUndone()
{
    QFETCH(text::Language, language);
    QFETCH(QString, heading);
    WindowFixture fixture(language);
    QVERIFY(openRevealed(fixture));
    QVERIFY(!fixture.find<QWidget>("branches"));
    const auto own = fixture.document().played();

    // Acting in the past leaves the old future as a branch.
    fixture.playback().seek(atMs(6500));
    act(fixture, model::ActionKind::Crash, "server-2");
    finish(fixture);
    auto *list = fixture.find<branches::BranchesList>("branchList");
    QVERIFY(list);
    QCOMPARE(panelOf(fixture).model().rowCount(), 2);
    QCOMPARE(panelOf(fixture).model().playedRow(), 1);

    // A click plays it again.
    const std::string branch = fixture.document().played()->branch;
    QTest::mouseClick(list->viewport(), Qt::LeftButton, Qt::NoModifier,
                      list->visualRect(panelOf(fixture).model().index(0)).center());
    finish(fixture);
    QCOMPARE(fixture.document().played(), own);
    QCOMPARE(fixture.playback().moment(), atMs(6500));

    // The first difference, and the way to it.
    fixture.key(Qt::Key_F8);
    finish(fixture);
    const QString said = panelOf(fixture).comparison().text();
    QVERIFY2(said.startsWith(heading), qPrintable(said));
    fixture.playback().toStart();
    QVERIFY(fixture.click("comparedBranch2"));
    finish(fixture);
    QCOMPARE(fixture.document().played()->branch, branch);
    QCOMPARE(fixture.playback().moment(), atMs(6500));

    // Before the action again, the playhead too; and forward.
    fixture.playback().toEnd();
    QVERIFY(fixture.playback().moment() > atMs(6500));
    fixture.key(Qt::Key_Z, Qt::ControlModifier);
    finish(fixture);
    QCOMPARE(fixture.document().played(), own);
    QCOMPARE(fixture.playback().moment(), atMs(6500));
    QVERIFY(!fixture.find<QWidget>("branches"));
    QVERIFY(!fixture.window().isWindowModified());
    fixture.key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    finish(fixture);
    QCOMPARE(fixture.document().played()->branch, branch);
    QCOMPARE(fixture.playback().moment(), atMs(6500));
    fixture.key(Qt::Key_Z, Qt::ControlModifier);
    fixture.key(Qt::Key_Y, Qt::ControlModifier);
    QCOMPARE(fixture.document().played()->branch, branch);
}

void TestBranchesWindow::theStripStandsOnTheAxisOfTheScrubBar()
{
    WindowFixture fixture(text::Language::English);
    QVERIFY(openRevealed(fixture));
    fixture.playback().seek(atMs(5500));
    act(fixture, model::ActionKind::Crash, "server-2");
    finish(fixture);
    const timelineview::ScrubBar &bar = fixture.window().workPage().transport().scrubBar();
    const auto *list = fixture.find<branches::BranchesList>("branchList");
    QVERIFY(list);
    for (const std::int64_t moment : {0, 5500, 9000, 14000}) {
        fixture.playback().seek(atMs(moment)); // the clock beside the bar may change its width
        WindowFixture::settle();
        for (const std::int64_t at : {0, 5500, 9000, 14000}) {
            const double above = bar.mapTo(&fixture.window(), QPoint(0, 0)).x() + bar.xOf(atMs(at));
            const double below =
                list->viewport()->mapTo(&fixture.window(), QPoint(0, 0)).x() + list->lanes().xOf(atMs(at));
            QVERIFY2(std::abs(above - below) <= 1.0, qPrintable(QStringLiteral("%1 %2").arg(above).arg(below)));
        }
    }
    // Nothing lies over anything else.
    const QRect strip = panelOf(fixture).geometry();
    QVERIFY(!strip.intersects(fixture.window().workPage().transport().geometry()));
    QVERIFY(!strip.intersects(fixture.window().workPage().bottomPanel().geometry()));
    QVERIFY(!fixture.find<Button>("branch")); // the strip says it
}

void TestBranchesWindow::smallWindowsFoldTheStrip()
{
    WindowFixture fixture(text::Language::English, QSize(1280, 720));
    QVERIFY(openRevealed(fixture));
    fixture.playback().seek(atMs(5500));
    act(fixture, model::ActionKind::Crash, "server-2");
    QVERIFY(!fixture.find<QWidget>("branches"));
    auto *chip = fixture.find<Button>("branch");
    QVERIFY(chip);
    QCOMPARE(chip->text(), QStringLiteral("Server 2: Crash · from 05.50 s"));
    QVERIFY(fixture.click("branch"));
    auto *menu = fixture.window().findChild<QMenu *>(QStringLiteral("branchMenu"));
    QVERIFY(menu && menu->isVisible());
    for (const char *id : {"branch.rename", "branch.delete", "branch.compare"})
        QVERIFY(menu->actions().contains(&fixture.window().commands().action(QLatin1String(id))));
    menu->close();
    fixture.window().activateWindow(); // no window manager does it here
    QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));

    fixture.key(Qt::Key_F8);
    finish(fixture);
    QVERIFY(fixture.find<QWidget>("comparison"));
    QVERIFY(!fixture.find<QWidget>("branchList"));
    fixture.key(Qt::Key_Escape);
    QVERIFY(!fixture.find<QWidget>("comparison"));

    fixture.key(Qt::Key_F2); // the lanes are there while one is named
    auto *edit = fixture.find<QLineEdit>("branchName");
    QVERIFY(edit);
    edit->setText(QStringLiteral("Short"));
    QTest::keyClick(edit, Qt::Key_Return);
    finish(fixture);
    QVERIFY(!fixture.find<QWidget>("branchList"));
    QCOMPARE(chip->text(), QStringLiteral("Short · from 05.50 s"));
}

void TestBranchesWindow::theStageKeepsItsRoom()
{
    WindowFixture fixture(text::Language::English, QSize(1366, 800));
    QVERIFY(openRevealed(fixture));
    fixture.playback().seek(atMs(5500));
    act(fixture, model::ActionKind::Crash, "server-2");
    QVERIFY(!fixture.find<QWidget>("branches")); // no compact window, yet too low for one more strip
    QVERIFY(fixture.find<Button>("branch"));
    fixture.window().resize(1366, 1000);
    QVERIFY(fixture.find<QWidget>("branchList"));
    QVERIFY(!fixture.find<Button>("branch"));
    QVERIFY(fixture.find<QWidget>("stage")->height() >= 280);
    fixture.window().resize(1366, 800);
    QVERIFY(fixture.find<Button>("branch"));
}

void TestBranchesWindow::everythingByKeysAlone()
{
    WindowFixture fixture(text::Language::English);
    QVERIFY(openRevealed(fixture));
    fixture.playback().seek(atMs(5500));
    act(fixture, model::ActionKind::Crash, "server-2");
    finish(fixture);
    const std::string branch = fixture.document().played()->branch;
    fixture.key(Qt::Key_B, Qt::ControlModifier);
    finish(fixture);
    QCOMPARE(fixture.document().played()->branch, std::string("main"));
    fixture.key(Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
    finish(fixture);
    QCOMPARE(fixture.document().played()->branch, branch);

    auto *list = fixture.find<branches::BranchesList>("branchList");
    for (int i = 0; i < 12 && !list->hasFocus(); ++i)
        fixture.key(Qt::Key_F6);
    QVERIFY(list->hasFocus());
    // The playhead still goes by the arrows that mean nothing here.
    fixture.key(Qt::Key_Right);
    QVERIFY(fixture.playback().moment() > atMs(5500));
    fixture.key(Qt::Key_F2);
    auto *edit = fixture.find<QLineEdit>("branchName");
    QVERIFY(edit);
    QTest::keyClicks(edit, QStringLiteral("By keys"));
    QTest::keyClick(edit, Qt::Key_Z, Qt::ControlModifier); // of the field
    QVERIFY(fixture.find<QLineEdit>("branchName"));
    edit->setText(QStringLiteral("By keys"));
    QTest::keyClick(edit, Qt::Key_Return);
    finish(fixture);
    QCOMPARE(panelOf(fixture).model().rows().at(1).name, QStringLiteral("By keys"));
    QVERIFY(list->hasFocus());
    fixture.key(Qt::Key_Delete);
    finish(fixture);
    QCOMPARE(fixture.document().scenario()->branches.size(), std::size_t {1});
    QVERIFY2(fixture.window().messages().text().contains(QStringLiteral("By keys")),
             qPrintable(fixture.window().messages().text()));
    QVERIFY(!fixture.find<QWidget>("branches"));
    fixture.key(Qt::Key_Z, Qt::ControlModifier);
    finish(fixture);
    QCOMPARE(panelOf(fixture).model().rows().at(1).name, QStringLiteral("By keys"));
}

void TestBranchesWindow::namesSurviveSavingAndOpening()
{
    const auto saved = [](WindowFixture &fixture, const char *name) {
        const QString path = fixture.path(QLatin1String(name));
        return fixture.document().save(path) ? QString() : path;
    };
    WindowFixture fixture(text::Language::Korean);
    QVERIFY(openRevealed(fixture));
    fixture.playback().seek(atMs(5500));
    act(fixture, model::ActionKind::Crash, "server-2");
    fixture.document().renameBranch(fixture.document().played()->branch, QStringLiteral("둘째가 죽으면"));
    finish(fixture);
    const QString one = saved(fixture, "one.json");
    QVERIFY(!one.isEmpty());
    QVERIFY(!fixture.window().isWindowModified());
    fixture.window().openPath(one);
    finish(fixture);
    // It begins behind the question, which is shut again.
    QCOMPARE(panelOf(fixture).model().rows().size(), std::size_t {1});
    QCOMPARE(panelOf(fixture).model().playedRow(), -1);
    fixture.document().passGatesBefore(fixture.document().played()->end());
    QCOMPARE(panelOf(fixture).model().rows().size(), std::size_t {2});
    QCOMPARE(panelOf(fixture).model().rows().at(1).name, QStringLiteral("둘째가 죽으면"));
    QCOMPARE(panelOf(fixture).model().playedRow(), 1);
    const QString two = saved(fixture, "two.json");
    QVERIFY(!bytesOf(one).isEmpty());
    QCOMPARE(bytesOf(two), bytesOf(one));
}

void TestBranchesWindow::aPolicyKeepsStepAndMoment_data()
{
    QTest::addColumn<bool>("inLesson");
    QTest::newRow("lesson") << true;
    QTest::newRow("free scenario") << false;
}

void TestBranchesWindow::aPolicyKeepsStepAndMoment()
{
    QFETCH(bool, inLesson);
    WindowFixture fixture(text::Language::English);
    if (inLesson) {
        QVERIFY(openRevealed(fixture));
        fixture.playback().enterStep(3);
    } else {
        fixture.key(Qt::Key_N, Qt::ControlModifier);
        model::Action logIn;
        logIn.verb = model::ActionKind::LogIn;
        logIn.client = fixture.document().scenario()->setup.clients.front().id;
        fixture.document().act(atMs(1000), logIn);
        fixture.document().wait();
        fixture.playback().seek(atMs(30'000));
        act(fixture, model::ActionKind::Crash, "server-2");
    }
    fixture.key(Qt::Key_Right);
    const model::SimTime moment = fixture.playback().moment();
    const std::size_t step = fixture.playback().step();
    QVERIFY(moment > atMs(0));
    QVERIFY(inLesson ? step > 0 : step == 0);
    const std::string before = fixture.document().played()->policy;
    const auto actions = fixture.document().scenario()->branches;

    for (const char *preset : {"sticky", "store", "all-to-all-ack"}) {
        QVERIFY(fixture.clickSegment("policy", QLatin1String(preset)));
        QCOMPARE(fixture.document().played()->policy, std::string(preset));
        QCOMPARE(fixture.playback().moment(), moment);
        QCOMPARE(fixture.playback().step(), step);
        QVERIFY(fixture.document().scenario()->branches == actions);
        fixture.playback().toStart();
        fixture.playback().enterStep(step);
        fixture.playback().seek(moment);
        QCOMPARE(fixture.document().played()->policy, std::string(preset)); // in every step
    }
    for (const char *preset : {"store", "sticky"}) {
        fixture.key(Qt::Key_Z, Qt::ControlModifier);
        finish(fixture);
        QCOMPARE(fixture.document().played()->policy, std::string(preset));
        QCOMPARE(fixture.playback().moment(), moment);
    }
    fixture.key(Qt::Key_Z, Qt::ControlModifier);
    finish(fixture);
    QCOMPARE(fixture.document().played()->policy, before);
    QCOMPARE(fixture.playback().moment(), moment);
    QCOMPARE(fixture.playback().step(), step);
}

void TestBranchesWindow::thePolicySwitchAndTheCommandsAreOneList()
{
    WindowFixture fixture(text::Language::English);
    QVERIFY(openRevealed(fixture));
    for (const window::SharingWay &way : window::sharingWays) {
        const commands::Command *command = fixture.window().commands().find(QLatin1String(way.command));
        QVERIFY(command);
        if (fixture.window().commands().whyNot(*command).isEmpty())
            QVERIFY(fixture.window().commands().run(*command));
        finish(fixture);
        QCOMPARE(fixture.document().played()->policy, std::string(way.preset));
        QCOMPARE(fixture.find<widgets::SegmentedControl>("policy")->current(), QLatin1String(way.preset));
    }
}

void TestBranchesWindow::nothingIsClipped_data()
{
    QTest::addColumn<text::Language>("language");
    QTest::addColumn<theme::Shade>("shade");
    QTest::addColumn<QSize>("size");
    using text::Language;
    using theme::Shade;
    QTest::newRow("branches-light-ko") << Language::Korean << Shade::Light << QSize(1600, 1000);
    QTest::newRow("branches-dark-en") << Language::English << Shade::Dark << QSize(1600, 1000);
    QTest::newRow("branches-dark-ko-1366") << Language::Korean << Shade::Dark << QSize(1366, 800);
    QTest::newRow("branches-small-light-en") << Language::English << Shade::Light << QSize(1280, 720);
    QTest::newRow("branches-small-dark-ko") << Language::Korean << Shade::Dark << QSize(1280, 720);
}

void TestBranchesWindow::nothingIsClipped()
{
    QFETCH(text::Language, language);
    QFETCH(theme::Shade, shade);
    QFETCH(QSize, size);
    WindowFixture fixture(language, size, shade);
    QVERIFY(openRevealed(fixture));
    fixture.playback().seek(atMs(4000));
    act(fixture, model::ActionKind::Crash, "server-2");
    fixture.playback().seek(atMs(8000));
    act(fixture, model::ActionKind::Restart, "server-2");
    fixture.playback().seek(atMs(2500));
    act(fixture, model::ActionKind::Crash, "server-3");
    fixture.playback().toEnd();
    finish(fixture);
    panelOf(fixture).compare("main", fixture.document().played()->branch);
    finish(fixture);
    const QPixmap picture = fixture.window().grab();
    QVERIFY(QDir().mkpath(QStringLiteral(SESSIONARIUM_CONTACT_SHEET)));
    QVERIFY(
        picture.save(QStringLiteral(SESSIONARIUM_CONTACT_SHEET "/%1.png").arg(QLatin1String(QTest::currentDataTag()))));
    const QStringList clipped = tests::clippedTexts(fixture.window());
    QVERIFY2(clipped.isEmpty(), qPrintable(clipped.join(QLatin1Char('\n'))));
}

QTEST_MAIN(TestBranchesWindow)
#include "tst_brancheswindow.moc"
