// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/endtoend/windowfixture.h"
#include "ui/welcome/firstminute.h"
#include "ui/welcome/welcomepage.h"
#include "ui/widgets/button.h"

#include <QAction>
#include <QTest>

using namespace sessionarium;
using namespace sessionarium::ui;
using tests::WindowFixture;
using widgets::Button;
using window::LessonPlace;

namespace {

void goToStep(WindowFixture &fixture, std::size_t step)
{
    fixture.document().passGatesBefore(fixture.document().progress().start(step));
    fixture.playback().enterStep(step);
}

QString offered(WindowFixture &fixture)
{
    fixture.window().showWelcome();
    const auto *button = fixture.find<Button>("goOn");
    return button ? button->text() : QString();
}

} // namespace

/// What the welcome page offers to whom comes back: the lesson and the step where they stopped, and their files.
class TestGoingOn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void languages_data();
    void theNextStartGoesOnThere_data() { languages_data(); }
    void theNextStartGoesOnThere();
    void whatIsStillOpenIsOnlyShown();
    void afterTheEndComesTheNextLesson();
    void filesOfOnesOwnAreNoPartOfTheCourse();
    void whatIsNoLongerThereIsNotOffered();
    void recentFilesOpenByAClick();
};

void TestGoingOn::languages_data()
{
    QTest::addColumn<text::Language>("language");
    QTest::addColumn<QString>("words");
    QTest::newRow("ko") << text::Language::Korean << QStringLiteral("8강 4단계부터 이어서 보기");
    QTest::newRow("en") << text::Language::English << QStringLiteral("Go on with lesson 8, step 4");
}

void TestGoingOn::theNextStartGoesOnThere()
{
    QFETCH(text::Language, language);
    QFETCH(QString, words);
    WindowFixture fixture(language);
    QVERIFY(!fixture.find<Button>("goOn")); // nobody was anywhere
    QVERIFY(!fixture.window().commands().action(QStringLiteral("file.goOn")).isEnabled());
    QVERIFY(fixture.openLessonByClick("sticky-crash"));
    goToStep(fixture, 3);
    QCOMPARE(fixture.preferences().lessonPlace(), std::optional(LessonPlace {QStringLiteral("sticky-crash"), 3}));

    theme::ThemeHost themes;
    text::Translator translator(language);
    window::MainWindow next({themes, translator, fixture.preferences(), [] { return qint64 {0}; }});
    next.show();
    auto *button = next.findChild<Button *>(QStringLiteral("goOn"));
    QVERIFY(button->isVisible());
    QCOMPARE(button->text(), words);
    QTest::mouseClick(button, Qt::LeftButton);
    next.document().wait();
    QCOMPARE(next.document().lessonId(), QStringLiteral("sticky-crash"));
    QCOMPARE(next.playback().step(), std::size_t {3});
    QCOMPARE(next.playback().moment().us, next.document().progress().start(3).us);
    QVERIFY(!next.playback().isAtGate()); // the question before it was answered then
}

void TestGoingOn::whatIsStillOpenIsOnlyShown()
{
    WindowFixture fixture(text::Language::English);
    QVERIFY(fixture.openLessonByClick("mismatch"));
    fixture.playback().hopForward();
    const auto played = fixture.document().played();
    const model::SimTime moment = fixture.playback().moment();
    fixture.window().showWelcome();
    fixture.window().commands().action(QStringLiteral("file.goOn")).trigger();
    fixture.document().wait();
    QCOMPARE(fixture.document().played(), played);
    QCOMPARE(fixture.playback().moment().us, moment.us);
    QVERIFY(fixture.find<QWidget>("stepTitle"));
}

void TestGoingOn::afterTheEndComesTheNextLesson()
{
    WindowFixture fixture(text::Language::English);
    const auto &lessons = fixture.window().welcomePage().lessons();
    QVERIFY(fixture.openLessonByClick("one-server"));
    fixture.document().passGatesBefore(fixture.document().played()->end());
    fixture.playback().toEnd();
    QCOMPARE(fixture.preferences().lessonPlace(), std::optional(LessonPlace {lessons[1].id, 0}));
    QCOMPARE(offered(fixture), QStringLiteral("Go on with lesson 2, step 1"));

    fixture.window().openLesson(lessons.back().id);
    fixture.document().wait();
    fixture.document().passGatesBefore(fixture.document().played()->end());
    fixture.playback().toEnd();
    QVERIFY(!fixture.preferences().lessonPlace()); // the course is through
    QCOMPARE(offered(fixture), QString());
}

void TestGoingOn::filesOfOnesOwnAreNoPartOfTheCourse()
{
    WindowFixture fixture(text::Language::English);
    QVERIFY(fixture.openLessonByClick("mismatch"));
    goToStep(fixture, 1);
    const auto place = fixture.preferences().lessonPlace();
    QVERIFY(place);
    const QString path = fixture.path(QStringLiteral("mine.json"));
    QVERIFY(!fixture.document().save(path));
    fixture.window().openPath(path);
    fixture.document().wait();
    goToStep(fixture, 2);
    QCOMPARE(fixture.preferences().lessonPlace(), place);
    // And the first minute is no lesson of it either.
    WindowFixture other(text::Language::English);
    auto &minute = other.window().welcomePage().firstMinute();
    minute.document().wait();
    QVERIFY(minute.answer(0));
    QVERIFY(!other.preferences().lessonPlace());
}

void TestGoingOn::whatIsNoLongerThereIsNotOffered()
{
    WindowFixture fixture(text::Language::English);
    fixture.preferences().setLessonPlace(LessonPlace {QStringLiteral("nowhere"), 0});
    QCOMPARE(offered(fixture), QString());
    fixture.preferences().setLessonPlace(LessonPlace {QStringLiteral("mismatch"), 99});
    QCOMPARE(offered(fixture), QString());
    QVERIFY(!fixture.window().commands().action(QStringLiteral("file.goOn")).isEnabled());
    fixture.preferences().setLessonPlace(LessonPlace {QStringLiteral("mismatch"), 5});
    QCOMPARE(offered(fixture), QStringLiteral("Go on with lesson 4, step 6"));
    fixture.preferences().setLessonPlace(std::nullopt);
    QCOMPARE(offered(fixture), QString());
}

void TestGoingOn::recentFilesOpenByAClick()
{
    WindowFixture fixture(text::Language::English);
    QVERIFY(!fixture.find<Button>("recent1"));
    QVERIFY(fixture.openLessonByClick("mismatch"));
    const QString path = fixture.path(QStringLiteral("mine.json"));
    QVERIFY(!fixture.document().save(path));
    fixture.window().openPath(path);
    fixture.document().wait();
    QVERIFY(fixture.window().openLesson(QStringLiteral("one-server")));
    fixture.document().wait();
    fixture.window().showWelcome();
    QCOMPARE(fixture.find<Button>("recent1")->text(), QStringLiteral("mine.json"));
    QVERIFY(fixture.click("recent1"));
    QCOMPARE(fixture.document().path(), path);
}

QTEST_MAIN(TestGoingOn)
#include "tst_goingon.moc"
