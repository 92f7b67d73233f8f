// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/endtoend/windowfixture.h"
#include "ui/widgets/textlabel.h"
#include "ui/window/bottompanel.h"
#include "ui/window/workpage.h"

#include <QAction>
#include <QFile>
#include <QLabel>
#include <QMenu>
#include <QScreen>
#include <QTest>

using namespace sessionarium;
using namespace sessionarium::ui;
using tests::WindowFixture;

namespace {

/// One person's settings, and windows that are opened with them one after the other.
struct Home
{
    std::unique_ptr<window::MainWindow> start()
    {
        auto made = std::make_unique<window::MainWindow>(
            window::Services {themes, translator, preferences, [] { return qint64 {0}; }});
        made->setShade(preferences.shade().value_or(theme::Shade::Light));
        made->show();
        made->activateWindow();
        (void)QTest::qWaitForWindowActive(made.get());
        return made;
    }

    QTemporaryDir folder;
    QSettings settings {folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    window::Preferences preferences {settings};
    theme::ThemeHost themes;
    text::Translator translator {text::Language::English};
};

QString makeFile(const Home &home, const QString &name)
{
    QFile file(home.folder.filePath(name));
    (void)file.open(QIODevice::WriteOnly);
    return file.fileName();
}

} // namespace

/// What the window remembers from one start to the next, and what its title says.
class TestRemembered : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTitleTellsWhatIsOpenAndWhetherItIsSaved();
    void theSizeOfTheText();
    void theWindowAndItsPanels();
    void aSmallScreenIsFilledTheFirstTime();
    void nonsenseCountsAsNothing();
    void recentFilesThatAreGoneDropOut();
};

void TestRemembered::theTitleTellsWhatIsOpenAndWhetherItIsSaved()
{
    WindowFixture fixture(text::Language::English);
    QCOMPARE(fixture.window().windowTitle(), QStringLiteral("Sessionarium"));
    QVERIFY(fixture.openLessonByClick("mismatch"));
    QVERIFY(fixture.window().windowTitle().startsWith(QStringLiteral("Logged in")));
    QVERIFY(fixture.window().windowTitle().contains(QStringLiteral("[*]")));
    QVERIFY(!fixture.window().isWindowModified());
    QVERIFY(fixture.clickSegment("policy", QStringLiteral("sticky")));
    QVERIFY(fixture.window().isWindowModified());
    QVERIFY(!fixture.document().save(fixture.path(QStringLiteral("mine.json"))));
    QVERIFY(!fixture.window().isWindowModified());
    QVERIFY(fixture.window().windowTitle().startsWith(QStringLiteral("mine.json[*]")));
    fixture.key(Qt::Key_L, Qt::ControlModifier);
    QCOMPARE(fixture.window().windowTitle(), QStringLiteral("Sessionarium"));
}

void TestRemembered::theSizeOfTheText()
{
    Home home;
    {
        const auto window = home.start();
        const int normal = window->findChild<QLabel *>()->font().pixelSize();
        QTest::keyClick(window.get(), Qt::Key_Equal, Qt::ControlModifier); // + without Shift
        QTest::keyClick(window.get(), Qt::Key_Plus, Qt::ControlModifier);
        QCOMPARE(window->textScale(), 1.25);
        QVERIFY(window->findChild<QLabel *>()->font().pixelSize() > normal);
        QTest::keyClick(window.get(), Qt::Key_Plus, Qt::ControlModifier);
        QTest::keyClick(window.get(), Qt::Key_Plus, Qt::ControlModifier); // there is none greater
        QCOMPARE(window->textScale(), window::Preferences::greatestTextScale);
        QVERIFY(!window->commands().action(QStringLiteral("view.largerText")).isEnabled());
        QTest::keyClick(window.get(), Qt::Key_Minus, Qt::ControlModifier);
        window->setShade(theme::Shade::Dark); // another colour is no other size
        QCOMPARE(window->textScale(), 1.25);
    }
    const auto window = home.start();
    QCOMPARE(window->textScale(), 1.25);
    QCOMPARE(home.themes.palette().shade, theme::Shade::Dark);
    QTest::keyClick(window.get(), Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(window->textScale(), 1.0);
}

void TestRemembered::theWindowAndItsPanels()
{
    Home home;
    {
        const auto window = home.start();
        window->workPage().bottomPanel().addView(QStringLiteral("other"), new QWidget,
                                                 [] { return QStringLiteral("Other"); });
        window->workPage().bottomPanel().showView(QStringLiteral("other"));
        window->resize(1200, 720);
        WindowFixture::settle();
        window->close();
    }
    QCOMPARE(home.preferences.bottomView(), QStringLiteral("other"));
    const auto window = home.start();
    QCOMPARE(window->size(), QSize(1200, 720));
    QCOMPARE(window->workPage().bottomPanel().currentView(), QString(window::BottomPanel::lanesView)); // it is gone
}

void TestRemembered::aSmallScreenIsFilledTheFirstTime()
{
    Home home;
    {
        window::MainWindow first({home.themes, home.translator, home.preferences, [] { return qint64 {0}; }});
        const QSize screen = first.screen()->availableSize();
        QVERIFY2(first.width() > screen.width() || first.height() > screen.height(),
                 "of the platform without a display");
        first.showOnScreen();
        QVERIFY(first.isMaximized());
        first.setWindowState(Qt::WindowNoState);
        first.close();
    }
    window::MainWindow second({home.themes, home.translator, home.preferences, [] { return qint64 {0}; }});
    second.showOnScreen();
    QVERIFY(!second.isMaximized()); // that is how it was left
}

void TestRemembered::nonsenseCountsAsNothing()
{
    Home home;
    home.settings.setValue(QStringLiteral("textScale"), QStringLiteral("enormous"));
    home.settings.setValue(QStringLiteral("geometry"), QByteArray("nonsense"));
    home.settings.setValue(QStringLiteral("bottomView"), QStringLiteral("nowhere"));
    const auto window = home.start();
    QCOMPARE(window->textScale(), 1.0);
    home.settings.setValue(QStringLiteral("textScale"), 40);
    QCOMPARE(home.preferences.textScale(), 1.0);
}

void TestRemembered::recentFilesThatAreGoneDropOut()
{
    Home home;
    const QString stays = makeFile(home, QStringLiteral("stays.json"));
    const QString goes = makeFile(home, QStringLiteral("goes & comes.json"));
    home.preferences.addRecentFile(stays);
    home.preferences.addRecentFile(goes);
    const auto window = home.start();
    auto *menu = window->findChild<QMenu *>(QStringLiteral("recentMenu"));
    const auto entries = [menu] {
        Q_EMIT menu->aboutToShow();
        QStringList texts;
        for (const QAction *action : menu->actions())
            texts << action->text();
        return texts;
    };
    QCOMPARE(entries(), QStringList({QStringLiteral("goes && comes.json"), QStringLiteral("stays.json")}));
    QVERIFY(QFile::remove(goes));
    QCOMPARE(entries(), QStringList {QStringLiteral("stays.json")});
    QCOMPARE(home.preferences.recentFiles(), QStringList {stays});
}

QTEST_MAIN(TestRemembered)
#include "tst_remembered.moc"
