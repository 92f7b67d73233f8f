// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/reader.h"
#include "tests/ui/document/documentsteps.h"
#include "tests/ui/endtoend/answeredquestions.h"
#include "tests/ui/endtoend/windowfixture.h"
#include "ui/window/messagebar.h"

#include <QAbstractButton>
#include <QFile>
#include <QTest>

using namespace sessionarium;
using namespace sessionarium::ui;
using tests::WindowFixture;

/// Somebody is faster than the computation: what they did last is neither lost nor left out, and what is asked stands.
class TestWaiting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void savingHasWhatWasDoneLast();
    void savingUnderAnotherNameHasWhatWasDoneLast();
    void closingAsksAboutWhatWasDoneLast();
    void openingAsksAboutWhatWasDoneLast();
    void cancellingLeavesNothingToAskAbout();
    void aQuestionStandsUntilItIsAnswered();
    void aProblemIsNotCoveredByANote();
    void aQuestionOutlivesPresentingAndAnotherLanguage();

private:
    static void startCrash(WindowFixture &fixture);
    static std::size_t crashesIn(const QString &path);
};

/// The result cannot arrive before the event loop runs again.
void TestWaiting::startCrash(WindowFixture &fixture)
{
    fixture.document().act(tests::atMs(10), tests::crash("server-1"));
    QVERIFY(fixture.document().isChanging());
    QVERIFY(!fixture.document().isModified());
}

std::size_t TestWaiting::crashesIn(const QString &path)
{
    const auto file = scenario::readScenarioFile(QFile::encodeName(path).toStdString());
    std::size_t count = 0;
    if (file.ok()) {
        for (const scenario::Branch &branch : file.value().branches) {
            for (const model::Action &action : branch.actions)
                count += action.verb == model::ActionKind::Crash ? 1 : 0;
        }
    }
    return count;
}

void TestWaiting::savingHasWhatWasDoneLast()
{
    WindowFixture fixture(text::Language::English);
    QVERIFY(fixture.openLessonByClick("mismatch"));
    const QString path = fixture.path(QStringLiteral("mine.json"));
    QVERIFY(!fixture.document().save(path));
    QCOMPARE(crashesIn(path), std::size_t {0});
    startCrash(fixture);
    fixture.window().save();
    fixture.document().wait();
    QCOMPARE(crashesIn(path), std::size_t {1});
    QVERIFY(!fixture.window().isWindowModified());
}

void TestWaiting::savingUnderAnotherNameHasWhatWasDoneLast()
{
    WindowFixture fixture(text::Language::English);
    QVERIFY(fixture.openLessonByClick("mismatch"));
    const QString path = fixture.path(QStringLiteral("other.json"));
    const tests::AnsweredQuestions answers([&](const QFileDialog &) { return path; });
    startCrash(fixture);
    fixture.window().save(); // it has no file yet
    fixture.document().wait();
    QTRY_VERIFY(QFile::exists(path));
    QCOMPARE(crashesIn(path), std::size_t {1});
}

void TestWaiting::closingAsksAboutWhatWasDoneLast()
{
    WindowFixture fixture(text::Language::English);
    QVERIFY(fixture.openLessonByClick("mismatch"));
    startCrash(fixture);
    fixture.window().close();
    QVERIFY(fixture.window().isVisible());
    fixture.document().wait();
    QVERIFY(fixture.window().isVisible());
    QVERIFY(fixture.window().messages().isAsking());
    QVERIFY(fixture.click("discard"));
    QVERIFY(!fixture.window().isVisible());
}

void TestWaiting::openingAsksAboutWhatWasDoneLast()
{
    WindowFixture fixture(text::Language::English);
    QVERIFY(fixture.openLessonByClick("mismatch"));
    startCrash(fixture);
    QVERIFY(fixture.window().openLesson(QStringLiteral("one-server")));
    fixture.document().wait();
    QCOMPARE(fixture.document().lessonId(), QStringLiteral("mismatch"));
    QVERIFY(fixture.document().isModified());
    QVERIFY(fixture.click("discard"));
    fixture.document().wait();
    QCOMPARE(fixture.document().lessonId(), QStringLiteral("one-server"));
}

void TestWaiting::cancellingLeavesNothingToAskAbout()
{
    WindowFixture fixture(text::Language::English);
    QVERIFY(fixture.openLessonByClick("mismatch"));
    startCrash(fixture);
    fixture.window().close();
    fixture.document().cancel();
    fixture.document().wait();
    QVERIFY(!fixture.window().messages().isAsking());
    QVERIFY(!fixture.window().isVisible());
}

void TestWaiting::aQuestionStandsUntilItIsAnswered()
{
    WindowFixture fixture(text::Language::English);
    window::MessageBar &bar = fixture.window().messages();
    bool answered = false;
    bar.ask(QStringLiteral("Really?"),
            {{QStringLiteral("yes"), QStringLiteral("Yes"), [&answered] { answered = true; }}});
    bar.showNote(QStringLiteral("by the way"));
    QVERIFY(bar.isAsking());
    QCOMPARE(bar.text(), QStringLiteral("Really?"));
    QVERIFY(fixture.click("yes"));
    QVERIFY(answered);
    QVERIFY(bar.isVisible());
    QCOMPARE(bar.text(), QStringLiteral("by the way"));
}

void TestWaiting::aProblemIsNotCoveredByANote()
{
    WindowFixture fixture(text::Language::English);
    window::MessageBar &bar = fixture.window().messages();
    bar.ask(QStringLiteral("Really?"), {{QStringLiteral("yes"), QStringLiteral("Yes"), [] {}}});
    bar.showProblem(QStringLiteral("It broke."), {});
    bar.showNote(QStringLiteral("by the way"));
    bar.dismiss(); // as the cross does
    QCOMPARE(bar.text(), QStringLiteral("It broke."));
    bar.dismiss();
    QVERIFY(!bar.isVisible());
}

void TestWaiting::aQuestionOutlivesPresentingAndAnotherLanguage()
{
    WindowFixture fixture(text::Language::English);
    QVERIFY(fixture.openLessonByClick("mismatch"));
    model::Action crash;
    crash.verb = model::ActionKind::Crash;
    crash.server = "server-2";
    fixture.playback().hopForward();
    fixture.document().act(fixture.playback().moment(), crash);
    fixture.document().wait();
    QVERIFY(fixture.click("startOver"));
    QVERIFY(fixture.find<QWidget>("discard"));

    fixture.window().setPresenting(true, false);
    QVERIFY(!fixture.find<QWidget>("discard")); // not before the class
    fixture.window().setLanguage(text::Language::Korean);
    fixture.window().setLanguage(text::Language::English);
    QVERIFY(!fixture.find<QWidget>("discard"));
    fixture.key(Qt::Key_Escape);
    QVERIFY(!fixture.window().isPresenting());
    QVERIFY(fixture.find<QWidget>("discard"));

    fixture.window().setLanguage(text::Language::Korean);
    const auto *discard = fixture.find<QAbstractButton>("discard");
    QVERIFY(discard);
    QCOMPARE(discard->text(), QStringLiteral("버리기"));
    QVERIFY(fixture.document().isModified());
    QVERIFY(fixture.click("discard"));
    fixture.document().wait();
    QVERIFY(!fixture.document().isModified());
}

QTEST_MAIN(TestWaiting)
#include "tst_waiting.moc"
