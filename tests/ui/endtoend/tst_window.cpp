// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/endtoend/windowfixture.h"
#include "ui/help/helpwindow.h"
#include "ui/inspector/inspectorpanel.h"
#include "ui/stage/stageview.h"
#include "ui/widgets/button.h"
#include "ui/window/messagebar.h"
#include "ui/window/workpage.h"

#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

using namespace sessionarium;
using namespace sessionarium::ui;
using tests::WindowFixture;
using widgets::Button;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString writeFile(WindowFixture &fixture, const QString &name, const QByteArray &content)
{
    QFile file(fixture.path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        return {};
    return file.fileName();
}

} // namespace

class TestWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBrokenFileShowsItsPlace_data();
    void aBrokenFileShowsItsPlace();
    void unsavedChangesAreAskedAbout();
    void aFileThatAnotherProgramChangedIsNotReplacedUnasked();
    void aDroppedFileIsOpened();
    void spacePlaysOnlyWithoutAButton();
    void arrowsHopEvenOnAButton();
    void arrowsHopAfterAClickOnASwitchOrANode();
    void enterPressesTheButtonWithTheFocus();
    void smallWindowsHaveADrawer();
    void inspectorButtonsAct();
    void theGateForbidsActing();
    void tryingMoreServersLeadsToTheQuestion();
    void theRestIsRemembered();
    void helpOpensWithF1();
    void regionsAreWalkedWithF6();
};

void TestWindow::aBrokenFileShowsItsPlace_data()
{
    QTest::addColumn<text::Language>("language");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("place");
    const QByteArray head = "{\"format\":\"sessionarium-scenario\",\"version\":1,\"id\":\"a\",\"duration_us\":0}";
    QTest::newRow("a value, Korean") << text::Language::Korean << head << QStringLiteral("/duration_us");
    QTest::newRow("a value, English") << text::Language::English << head << QStringLiteral("/duration_us");
    QTest::newRow("no JSON, English") << text::Language::English << QByteArray("{\n  nonsense") << QStringLiteral("2");
}

void TestWindow::aBrokenFileShowsItsPlace()
{
    QFETCH(text::Language, language);
    QFETCH(QByteArray, content);
    QFETCH(QString, place);
    WindowFixture fixture(language);
    const QString path = writeFile(fixture, QStringLiteral("broken.json"), content);
    fixture.window().openPath(path);
    fixture.document().wait();
    QVERIFY(!fixture.document().isOpen());
    QVERIFY(fixture.window().messages().isVisible());
    const QString text = fixture.window().messages().text();
    QVERIFY2(text.contains(place), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("broken.json")), qPrintable(text));
    const bool korean =
        std::any_of(text.begin(), text.end(), [](QChar c) { return c.script() == QChar::Script_Hangul; });
    QCOMPARE(korean, language == text::Language::Korean);
    QVERIFY(fixture.preferences().recentFiles().isEmpty());
}

void TestWindow::unsavedChangesAreAskedAbout()
{
    WindowFixture fixture(text::Language::English);
    QVERIFY(fixture.openLessonByClick("mismatch"));
    QVERIFY(fixture.clickSegment("policy", QStringLiteral("sticky")));
    QVERIFY(fixture.window().isWindowModified());
    fixture.window().close();
    QVERIFY(fixture.window().isVisible());
    QVERIFY(fixture.window().messages().isAsking());
    fixture.key(Qt::Key_Escape);
    QVERIFY(!fixture.window().messages().isVisible());
    fixture.window().openLesson(QStringLiteral("one-server"));
    fixture.document().wait();
    QCOMPARE(fixture.document().lessonId(), QStringLiteral("mismatch"));
    QVERIFY(fixture.click("discard"));
    QCOMPARE(fixture.document().lessonId(), QStringLiteral("one-server"));
    QVERIFY(!fixture.window().isWindowModified());
    fixture.window().close();
    QVERIFY(!fixture.window().isVisible());
}

void TestWindow::aFileThatAnotherProgramChangedIsNotReplacedUnasked()
{
    WindowFixture one(text::Language::English);
    QVERIFY(one.openLessonByClick("mismatch"));
    const QString path = one.path(QStringLiteral("shared.json"));
    QVERIFY(!one.document().save(path));
    WindowFixture other(text::Language::Korean);
    other.window().openPath(path);
    other.document().wait();
    QVERIFY(other.clickSegment("policy", QStringLiteral("sticky")));
    other.window().save();
    QVERIFY(!other.window().messages().isAsking()); // nobody touched it since
    const QByteArray ofOther = contentOf(path);

    QVERIFY(one.clickSegment("policy", QStringLiteral("store")));
    one.window().save();
    QVERIFY(one.window().messages().isAsking());
    QCOMPARE(contentOf(path), ofOther);
    one.key(Qt::Key_Escape);
    QVERIFY(one.window().isWindowModified());
    QCOMPARE(contentOf(path), ofOther);
    one.window().save();
    QVERIFY(one.click("replaceFile"));
    QVERIFY(!one.window().isWindowModified());
    const QByteArray ofOne = contentOf(path);
    QVERIFY(ofOne != ofOther);
    one.window().save();
    QVERIFY(!one.window().messages().isAsking()); // it is its own now
    QVERIFY(QFile::remove(path));
    one.window().save(); // what is gone loses nothing
    QCOMPARE(contentOf(path), ofOne);
}

void TestWindow::aDroppedFileIsOpened()
{
    WindowFixture fixture(text::Language::English);
    QVERIFY(fixture.openLessonByClick("one-server"));
    const QString path = fixture.path(QStringLiteral("saved.json"));
    QVERIFY(!fixture.document().save(path));
    WindowFixture other(text::Language::English);
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    QDragEnterEvent enter(QPoint(100, 100), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&other.window(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(100, 100), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&other.window(), &drop);
    other.document().wait();
    QCOMPARE(other.document().path(), path);
}

void TestWindow::spacePlaysOnlyWithoutAButton()
{
    WindowFixture fixture(text::Language::English);
    QVERIFY(fixture.openLessonByClick("mismatch"));
    fixture.key(Qt::Key_Space);
    QVERIFY(fixture.playback().isPlaying());
    fixture.key(Qt::Key_Space);
    QVERIFY(!fixture.playback().isPlaying());
    fixture.playback().hopForward();
    const model::SimTime moment = fixture.playback().moment();
    fixture.find<Button>("backStep")->setFocus();
    fixture.key(Qt::Key_Space); // presses the button
    QVERIFY(!fixture.playback().isPlaying());
    QVERIFY(fixture.playback().moment() < moment);
}

void TestWindow::arrowsHopEvenOnAButton()
{
    WindowFixture fixture(text::Language::English);
    QVERIFY(fixture.openLessonByClick("mismatch"));
    fixture.find<Button>("nextStep")->setFocus();
    fixture.key(Qt::Key_Right);
    QCOMPARE(fixture.playback().moment().us, fixture.document().played()->pacing.nextStop({})->us);
    QVERIFY(fixture.find<Button>("nextStep")->hasFocus());
}

void TestWindow::arrowsHopAfterAClickOnASwitchOrANode()
{
    WindowFixture fixture(text::Language::English);
    QVERIFY(fixture.openLessonByClick("mismatch"));
    QVERIFY(fixture.clickSegment("policy", QStringLiteral("sticky")));
    fixture.key(Qt::Key_Left);
    QCOMPARE(fixture.document().played()->policy, std::string("sticky"));
    stage::StageView &stage = fixture.window().workPage().stage();
    const auto server = fixture.document().played()->timeline().findEntity("server-2");
    QTest::mouseClick(&stage, Qt::LeftButton, Qt::NoModifier, stage.nodeRect(server).center());
    QCOMPARE(fixture.window().workPage().inspector().entity(), server);
    fixture.key(Qt::Key_Right);
    QVERIFY(fixture.playback().moment() > model::SimTime {});
}

void TestWindow::enterPressesTheButtonWithTheFocus()
{
    WindowFixture fixture(text::Language::English);
    QVERIFY(fixture.openLessonByClick("mismatch"));
    fixture.find<QWidget>("nextStep")->setFocus(Qt::TabFocusReason);
    fixture.key(Qt::Key_Return);
    QVERIFY(fixture.playback().isPlaying());
    fixture.find<QWidget>("play")->setFocus(Qt::TabFocusReason);
    fixture.key(Qt::Key_Enter);
    QVERIFY(!fixture.playback().isPlaying());
}

void TestWindow::smallWindowsHaveADrawer()
{
    WindowFixture fixture(text::Language::English, QSize(1280, 720));
    QVERIFY(fixture.openLessonByClick("mismatch"));
    QVERIFY(!fixture.find<QWidget>("inspector"));
    QVERIFY(fixture.click("details"));
    QVERIFY(fixture.find<QWidget>("inspector"));
    QVERIFY(!fixture.find<QWidget>("whyPanel"));
    QVERIFY(fixture.find<QWidget>("drawerTabs")->accessibleDescription().contains(QStringLiteral("Minji")));
    fixture.window().setLanguage(text::Language::Korean);
    QVERIFY(fixture.find<QWidget>("drawerTabs")->accessibleDescription().contains(QStringLiteral("민지")));
    QVERIFY(fixture.clickSegment("drawerTabs", QStringLiteral("why")));
    QVERIFY(fixture.find<QWidget>("whyPanel"));
    QVERIFY(!fixture.find<QWidget>("inspector"));
    fixture.key(Qt::Key_Escape);
    QVERIFY(!fixture.find<QWidget>("inspector"));
    fixture.window().resize(1600, 1000);
    QCoreApplication::processEvents();
    QVERIFY(fixture.find<QWidget>("inspector"));
    QVERIFY(!fixture.find<QWidget>("details"));
}

void TestWindow::inspectorButtonsAct()
{
    WindowFixture fixture(text::Language::English);
    QVERIFY(fixture.click("startEmpty"));
    QVERIFY(fixture.document().isOpen());
    const std::size_t before = fixture.document().played()->verdicts().all().size();
    const auto logIn = QStringLiteral("act-%1").arg(static_cast<int>(model::ActionKind::LogIn)).toLatin1();
    QVERIFY(fixture.click(logIn.constData()));
    QCOMPARE(fixture.document().played()->verdicts().all().size(), before + 1);
    QVERIFY2(fixture.playback().isPlaying(), "what a user asked for is seen on its way");
    fixture.playback().pause();

    const auto &timeline = fixture.document().played()->timeline();
    const std::string server = fixture.document().played()->scenario->setup.servers.front().id;
    fixture.window().workPage().select(timeline.findEntity(server));
    const auto crash = QStringLiteral("act-%1").arg(static_cast<int>(model::ActionKind::Crash)).toLatin1();
    const auto restart = QStringLiteral("act-%1").arg(static_cast<int>(model::ActionKind::Restart)).toLatin1();
    QVERIFY(!fixture.find<Button>(restart.constData())->isEnabled());
    QVERIFY(fixture.click(crash.constData()));
    QVERIFY(fixture.find<Button>(restart.constData())->isEnabled());
    QVERIFY(!fixture.find<Button>(crash.constData())->isEnabled());
}

void TestWindow::theGateForbidsActing()
{
    WindowFixture fixture(text::Language::English);
    QVERIFY(fixture.openLessonByClick("mismatch"));
    const auto logIn = QStringLiteral("act-%1").arg(static_cast<int>(model::ActionKind::LogIn)).toLatin1();
    QVERIFY(fixture.find<Button>(logIn.constData())->isEnabled());
    fixture.key(Qt::Key_End);
    QVERIFY(!fixture.find<Button>(logIn.constData())->isEnabled());
    QVERIFY(!fixture.find<Button>(logIn.constData())->toolTip().isEmpty());
}

void TestWindow::tryingMoreServersLeadsToTheQuestion()
{
    WindowFixture fixture(text::Language::English);
    QVERIFY(fixture.openLessonByClick("mismatch"));
    fixture.document().passGatesBefore(fixture.document().played()->end());
    const std::size_t before = fixture.document().played()->scenario->setup.servers.size();
    QVERIFY(!fixture.click("try1")); // what to try comes after the run that was asked about
    fixture.playback().seek(fixture.document().progress().end(2));
    QVERIFY(fixture.click("try1"));
    QVERIFY(fixture.document().played()->scenario->setup.servers.size() > before);
    QCOMPARE(fixture.playback().step(), std::size_t {2});
    QVERIFY(fixture.window().messages().isVisible());
}

void TestWindow::theRestIsRemembered()
{
    QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("a.ini")), QSettings::IniFormat);
    {
        window::Preferences preferences(settings);
        QVERIFY(!preferences.language());
        preferences.setLanguage(text::Language::Korean);
        preferences.setShade(theme::Shade::Dark);
        for (int i = 0; i < 20; ++i)
            preferences.addRecentFile(QStringLiteral("/tmp/%1.json").arg(i));
        preferences.addRecentFile(QStringLiteral("/tmp/15.json"));
    }
    const window::Preferences again(settings);
    QCOMPARE(again.language(), std::optional(text::Language::Korean));
    QCOMPARE(again.shade(), std::optional(theme::Shade::Dark));
    QCOMPARE(again.recentFiles().size(), qsizetype {window::Preferences::maxRecentFiles});
    QCOMPARE(again.recentFiles().at(0), QStringLiteral("/tmp/15.json"));
    QCOMPARE(again.recentFiles().count(QStringLiteral("/tmp/15.json")), 1);
    settings.setValue(QStringLiteral("theme"), QStringLiteral("purple"));
    QVERIFY(!window::Preferences(settings).shade());
}

void TestWindow::helpOpensWithF1()
{
    WindowFixture fixture(text::Language::Korean);
    fixture.key(Qt::Key_F1);
    auto *help = fixture.window().findChild<help::HelpWindow *>();
    QVERIFY(help);
    QVERIFY(help->isVisible());
    help->close();
}

void TestWindow::regionsAreWalkedWithF6()
{
    WindowFixture fixture(text::Language::English);
    QVERIFY(fixture.openLessonByClick("mismatch"));
    QSet<QWidget *> visited;
    for (int i = 0; i < 7; ++i) {
        fixture.key(Qt::Key_F6);
        visited.insert(fixture.window().focusWidget());
    }
    QVERIFY(visited.contains(&fixture.window().workPage().stage()));
    QVERIFY(visited.size() >= 5);
}

QTEST_MAIN(TestWindow)
#include "tst_window.moc"
