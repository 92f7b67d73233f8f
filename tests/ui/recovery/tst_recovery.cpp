// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/endtoend/clipping.h"
#include "tests/ui/endtoend/windowfixture.h"
#include "ui/recovery/recoverynote.h"
#include "ui/window/messagebar.h"
#include "ui/window/workpage.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace sessionarium;
using namespace sessionarium::ui;
using tests::WindowFixture;

namespace {

/// One person's home, in which programs are started, one after the other or several at once.
class Home
{
public:
    [[nodiscard]] std::unique_ptr<WindowFixture> start(text::Language language = text::Language::English) const
    {
        return std::make_unique<WindowFixture>(language, QSize(1280, 720), theme::Shade::Light, recovery());
    }
    [[nodiscard]] QString recovery() const { return m_folder.filePath(QStringLiteral("recovery")); }
    [[nodiscard]] QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }
    [[nodiscard]] QStringList kept(const QString &pattern = QStringLiteral("*.recovery")) const
    {
        return QDir(recovery()).entryList({pattern}, QDir::Files);
    }
    void put(const QString &name, const QByteArray &bytes) const
    {
        QVERIFY(QDir().mkpath(recovery()));
        QFile file(QDir(recovery()).filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

private:
    QTemporaryDir m_folder;
};

void act(WindowFixture &fixture, const char *client)
{
    model::Action action;
    action.verb = model::ActionKind::ReadAnonymous;
    action.client = client;
    Q_EMIT fixture.window().workPage().deedChosen(action);
    fixture.document().wait();
    fixture.playback().pause();
}

void startEmpty(WindowFixture &fixture)
{
    fixture.key(Qt::Key_N, Qt::ControlModifier);
}

std::string textOf(const document::Document &document)
{
    return document::Document::fileText(*document.scenario());
}

window::MessageBar *bar(WindowFixture &fixture)
{
    return fixture.find<window::MessageBar>("recoveryBar");
}

} // namespace

class TestRecovery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void looking();
    void anActIsKeptAndItsEndLeavesNothing_data();
    void anActIsKeptAndItsEndLeavesNothing();
    void aLessonComesBackAsItStood();
    void aFileIsKnownAgain();
    void anEmptyPlaceStillGrows();
    void anotherPolicyComesBack();
    void discardedIsGone();
    void closingTheBarDecidesNothing();
    void twoProgramsKeepTheirOwn();
    void unsavedWorkIsAskedForFirst();
    void theOfferSpeaksBothLanguages();
    void brokenFilesAreSetAside_data();
    void brokenFilesAreSetAside();
    void aBrokenScenarioIsSetAside();
    void anUnwritableFolderIsSaidOnce();
};

void TestRecovery::looking()
{
    const Home home;
    {
        const auto program = home.start();
        QVERIFY(!bar(*program));
        QVERIFY(program->openLessonByClick("mismatch"));
        program->key(Qt::Key_Right);
        program->key(Qt::Key_End);
        QVERIFY(!program->document().isModified());
    }
    QVERIFY2(!QFileInfo::exists(home.recovery()), "who only looks leaves nothing");
}

void TestRecovery::anActIsKeptAndItsEndLeavesNothing_data()
{
    QTest::addColumn<int>("end");
    QTest::newRow("saved") << 0;
    QTest::newRow("closed") << 1;
    QTest::newRow("put away for another") << 2;
}

void TestRecovery::anActIsKeptAndItsEndLeavesNothing()
{
    QFETCH(int, end);
    const Home home;
    const auto program = home.start();
    startEmpty(*program);
    act(*program, "minji");
    QTRY_COMPARE(home.kept().size(), 1);
    QFile file(QDir(home.recovery()).filePath(home.kept().first()));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto kept = recovery::readRecovery(file.readAll());
    QVERIFY(kept.ok());
    QCOMPARE(QByteArray::fromStdString(kept.value().scenario), QByteArray::fromStdString(textOf(program->document())));
    switch (end) {
    case 0:
        QVERIFY(!program->document().save(home.path("mine.json")));
        break;
    case 1:
        program->window().close();
        QVERIFY(program->click("discard"));
        QVERIFY(!program->window().isVisible());
        QVERIFY2(home.kept(QStringLiteral("*")).isEmpty(), "at once: the program ends now");
        break;
    default:
        program->key(Qt::Key_N, Qt::ControlModifier);
        QVERIFY(program->click("discard"));
        QVERIFY(program->document().scenario()->branches.front().actions.empty());
    }
    QTRY_VERIFY(home.kept(QStringLiteral("*")).isEmpty());
}

void TestRecovery::aLessonComesBackAsItStood()
{
    const Home home;
    std::string text;
    std::size_t step = 0;
    model::SimTime moment;
    {
        const auto program = home.start();
        QVERIFY(program->openLessonByClick("mismatch"));
        program->playback().toEnd();
        for (int i = 0; i < 400 && !program->playback().isAtGate(); ++i)
            program->playback().hopForward();
        QVERIFY(program->playback().isAtGate());
        step = program->playback().step();
        program->document().passGate(step, 1);
        program->playback().hopForward();
        program->playback().hopForward();
        act(*program, "minji");
        QVERIFY(program->document().isModified());
        moment = program->playback().moment();
        text = textOf(program->document());
    } // not closed: it is gone in the middle of work
    QCOMPARE(home.kept().size(), 1);
    const auto again = home.start();
    QVERIFY(!again->document().isOpen());
    QVERIFY(bar(*again));
    QVERIFY(bar(*again)->text().contains(QStringLiteral("after a refresh")));
    QVERIFY2(!QApplication::activeModalWidget(), "it does not stand in the way");
    QCOMPARE(again->window().focusWidget()->objectName(), QStringLiteral("restoreRun"));
    again->key(Qt::Key_Space); // by keyboard
    QVERIFY(again->document().isOpen());
    QCOMPARE(QByteArray::fromStdString(textOf(again->document())), QByteArray::fromStdString(text));
    QCOMPARE(again->document().lessonId(), QStringLiteral("mismatch"));
    QVERIFY(again->document().path().isEmpty());
    QVERIFY(again->window().isWindowModified());
    QVERIFY(again->window().windowTitle().startsWith(QStringLiteral("Logged in")));
    QCOMPARE(again->playback().step(), step);
    QCOMPARE(again->playback().moment().us, moment.us);
    QCOMPARE(again->document().progress().guess(step), std::optional<std::size_t>(1));
    QVERIFY(!again->document().progress().isShut(step));
    QVERIFY(!bar(*again));
    QTRY_VERIFY(home.kept().size() == 1 && home.kept(QStringLiteral("*.lock")).size() == 1); // its own, in place of it
    QVERIFY(!again->document().save(home.path("mine.json")));
    QTRY_VERIFY(home.kept(QStringLiteral("*")).isEmpty());
}

void TestRecovery::aFileIsKnownAgain()
{
    const Home home;
    const QString path = home.path("mine.json");
    {
        const auto program = home.start();
        startEmpty(*program);
        act(*program, "minji");
        QVERIFY(!program->document().save(path));
        act(*program, "junho");
    }
    const auto again = home.start();
    QVERIFY(bar(*again)->text().contains(QStringLiteral("mine.json")));
    QVERIFY(again->click("restoreRun"));
    QCOMPARE(again->document().path(), path);
    QVERIFY(again->document().isModified());
    const std::string text = textOf(again->document());
    again->key(Qt::Key_S, Qt::ControlModifier); // asks nothing
    QVERIFY(!again->document().isModified());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray::fromStdString(text));
    QTRY_VERIFY(home.kept(QStringLiteral("*")).isEmpty());
}

void TestRecovery::anEmptyPlaceStillGrows()
{
    const Home home;
    {
        const auto program = home.start();
        startEmpty(*program);
        act(*program, "minji");
    }
    const auto again = home.start();
    QVERIFY(again->click("restoreRun"));
    QVERIFY(again->document().isGrowing());
    const model::SimTime before = again->document().played()->end();
    again->playback().toEnd();
    act(*again, "minji");
    QVERIFY(again->document().played()->end() - before >= model::seconds(30));
}

void TestRecovery::anotherPolicyComesBack()
{
    const Home home;
    {
        const auto program = home.start();
        QVERIFY(program->openLessonByClick("mismatch"));
        QVERIFY(program->clickSegment("policy", QStringLiteral("sticky")));
        QVERIFY(program->document().isModified());
    }
    const auto again = home.start();
    QVERIFY(again->click("restoreRun"));
    QCOMPARE(QByteArray::fromStdString(again->document().played()->policy), QByteArray("sticky"));
}

void TestRecovery::discardedIsGone()
{
    const Home home;
    for (int i = 0; i < 2; ++i) {
        const auto program = home.start();
        if (i > 0)
            program->window().messages().dismiss();
        startEmpty(*program);
        act(*program, "minji");
    }
    QCOMPARE(home.kept().size(), 2); // the second program did not decide about the first one's
    const auto again = home.start();
    QVERIFY(again->click("discardRun"));
    QCOMPARE(home.kept().size(), 1);
    QVERIFY2(bar(*again), "then the other one is offered");
    QVERIFY(again->click("discardRun"));
    QVERIFY(!bar(*again));
    QVERIFY(home.kept(QStringLiteral("*")).isEmpty());
    QVERIFY(!again->document().isOpen());
}

void TestRecovery::closingTheBarDecidesNothing()
{
    const Home home;
    {
        const auto program = home.start();
        startEmpty(*program);
        act(*program, "minji");
    }
    {
        const auto program = home.start();
        QVERIFY(bar(*program));
        program->key(Qt::Key_Escape);
        QVERIFY(!bar(*program));
        program->window().setLanguage(text::Language::Korean);
        QVERIFY2(!bar(*program), "once put away it stays away");
        QVERIFY(program->window().close());
    }
    QCOMPARE(home.kept().size(), 1);
    QVERIFY(bar(*home.start()));
}

void TestRecovery::twoProgramsKeepTheirOwn()
{
    const Home home;
    auto first = home.start();
    startEmpty(*first);
    act(*first, "minji");
    QTRY_COMPARE(home.kept().size(), 1);
    const auto second = home.start();
    QVERIFY2(!bar(*second), "the first one lives");
    startEmpty(*second);
    act(*second, "minji");
    act(*second, "junho");
    QTRY_COMPARE(home.kept().size(), 2);
    const std::string text = textOf(first->document());
    first.reset();
    const auto third = home.start();
    QVERIFY(third->click("restoreRun"));
    QCOMPARE(QByteArray::fromStdString(textOf(third->document())), QByteArray::fromStdString(text));
    QVERIFY(!bar(*third));
    QCOMPARE(second->document().scenario()->branches.front().actions.size(), std::size_t {2});
}

void TestRecovery::unsavedWorkIsAskedForFirst()
{
    const Home home;
    {
        const auto program = home.start();
        startEmpty(*program);
        act(*program, "minji");
    }
    const auto again = home.start();
    startEmpty(*again);
    act(*again, "junho");
    QVERIFY2(bar(*again), "it waits while somebody works");
    QVERIFY(again->click("restoreRun"));
    QCOMPARE(again->document().scenario()->branches.front().actions.front().client, std::string("junho"));
    QVERIFY(again->click("discard"));
    QCOMPARE(again->document().scenario()->branches.front().actions.front().client, std::string("minji"));
}

void TestRecovery::theOfferSpeaksBothLanguages()
{
    const Home person;
    {
        const auto program = person.start();
        QVERIFY(program->openLessonByClick("mismatch"));
        act(*program, "minji");
    }
    const auto again = person.start();
    const QString english = bar(*again)->text();
    QVERIFY(english.startsWith(QStringLiteral("The last run was not saved: Logged in")));
    QWidget *home = again->find<QWidget>("home");
    home->setFocus();
    again->window().setLanguage(text::Language::Korean);
    WindowFixture::settle();
    QCOMPARE(again->window().focusWidget(), home); // asking anew does not take it
    const QString korean = bar(*again)->text();
    QVERIFY(korean != english);
    QVERIFY(korean.contains(QStringLiteral("새로고침")));
    QCOMPARE(bar(*again)->accessibleName(), korean);
    QCOMPARE(tests::clippedTexts(again->window()), QStringList());
    QVERIFY(QDir().mkpath(QStringLiteral(SESSIONARIUM_CONTACT_SHEET)));
    QVERIFY(again->window().grab().save(QStringLiteral(SESSIONARIUM_CONTACT_SHEET "/recovery-ko-light.png")));
}

void TestRecovery::brokenFilesAreSetAside_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("zeros") << QByteArray(10'000, '\0');
    QTest::newRow("no note") << QByteArray("what is this\n{}\n");
    QTest::newRow("invalid UTF-8") << QByteArray("{\"format\":\"\xff\xfe\"}\n");
    QTest::newRow("a line without end") << QByteArray(1 << 20, '{');
}

void TestRecovery::brokenFilesAreSetAside()
{
    QFETCH(QByteArray, bytes);
    const Home home;
    home.put(QStringLiteral("a.recovery"), bytes);
    const auto program = home.start();
    QVERIFY(!bar(*program));
    QVERIFY(program->window().messages().isVisible());
    QVERIFY(program->window().messages().text().contains(QStringLiteral("a.recovery.broken")));
    QCOMPARE(home.kept(), QStringList());
    QCOMPARE(home.kept(QStringLiteral("*.broken")), QStringList {QStringLiteral("a.recovery.broken")});
    const auto next = home.start();
    QVERIFY2(!next->window().messages().isVisible(), "once is enough");
}

void TestRecovery::aBrokenScenarioIsSetAside()
{
    const Home home;
    recovery::RecoveryNote note;
    note.title = {"제목", "A title"};
    home.put(QStringLiteral("a.recovery"), recovery::recoveryBytes(note, "{\"format\": \"sessionarium-scenario\"}"));
    const auto program = home.start();
    QVERIFY(bar(*program));
    QVERIFY(program->click("restoreRun"));
    WindowFixture::settle();
    QVERIFY(!program->document().isOpen());
    QVERIFY(program->window().messages().text().contains(QStringLiteral("a.recovery.broken")));
    QCOMPARE(home.kept(), QStringList());
    startEmpty(*program); // and work goes on
    act(*program, "minji");
    QTRY_COMPARE(home.kept().size(), 1);
}

void TestRecovery::anUnwritableFolderIsSaidOnce()
{
    const Home home;
    QFile inTheWay(home.recovery());
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    inTheWay.close();
    const auto program = home.start();
    startEmpty(*program);
    act(*program, "minji");
    QTRY_VERIFY(program->window().messages().isVisible());
    program->window().messages().dismiss();
    act(*program, "minji");
    program->window().messages().dismiss();
    QSignalSpy resized(&program->window().messages(), &window::MessageBar::resized);
    QVERIFY2(!resized.wait(1500), "it is not said again");
}

QTEST_MAIN(TestRecovery)
#include "tst_recovery.moc"
