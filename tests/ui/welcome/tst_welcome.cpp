// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/endtoend/windowfixture.h"
#include "ui/inspector/causestep.h"
#include "ui/inspector/whypanel.h"
#include "ui/stage/stageview.h"
#include "ui/welcome/firstminute.h"
#include "ui/welcome/lessoncard.h"
#include "ui/welcome/resultrow.h"
#include "ui/welcome/welcomepage.h"
#include "ui/widgets/button.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QLabel>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace sessionarium;
using namespace sessionarium::ui;
using tests::WindowFixture;
using verdict::Outcome;
using welcome::FirstMinute;
using widgets::Button;
using Phase = FirstMinute::Phase;

namespace {

constexpr int tickMs = 50;

FirstMinute &minuteOf(WindowFixture &fixture)
{
    FirstMinute &minute = fixture.window().welcomePage().firstMinute();
    minute.document().wait();
    WindowFixture::settle();
    return minute;
}

/// Lets time pass for the first minute until something holds. How much passed, in milliseconds; nothing: it never held.
std::optional<int> passUntil(WindowFixture &fixture, const std::function<bool()> &holds)
{
    FirstMinute &minute = fixture.window().welcomePage().firstMinute();
    for (int passed = 0; passed < 60'000; passed += tickMs) {
        if (holds())
            return passed;
        fixture.pass(tickMs);
        minute.playback().advance();
    }
    return std::nullopt;
}

std::optional<int> playToHalt(WindowFixture &fixture)
{
    FirstMinute &minute = fixture.window().welcomePage().firstMinute();
    return passUntil(fixture, [&] { return !minute.playback().isPlaying(); });
}

stage::ClientMood moodIn(FirstMinute &minute)
{
    return minute.stage().frame().scene.clients.front().mood;
}

Button &button(FirstMinute &minute, const char *name)
{
    return *minute.findChild<Button *>(QLatin1String(name));
}

std::vector<Outcome> resultsIn(FirstMinute &minute, const char *name)
{
    const auto *row = minute.findChild<welcome::ResultRow *>(QLatin1String(name));
    return row->isVisible() ? row->outcomes() : std::vector<Outcome>();
}

/// All that can be read in the first minute now.
QString wordsIn(FirstMinute &minute)
{
    QStringList words;
    for (const QWidget *widget : minute.findChildren<QWidget *>()) {
        if (!widget->isVisible())
            continue;
        words << widget->accessibleName() << widget->accessibleDescription() << widget->toolTip();
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            words << label->text();
        if (const auto *pressed = qobject_cast<const QAbstractButton *>(widget))
            words << pressed->text();
    }
    return words.join(QLatin1Char('\n'));
}

bool isWhole(const QWidget &widget)
{
    return widget.isVisible() && widget.visibleRegion().boundingRect() == widget.rect();
}

/// As far as a phase, by the buttons.
void goTo(WindowFixture &fixture, Phase phase)
{
    FirstMinute &minute = minuteOf(fixture);
    if (phase == Phase::Asking)
        return;
    (void)fixture.click("option1");
    (void)playToHalt(fixture);
    if (phase == Phase::Running)
        return;
    (void)fixture.click("minuteAskWhy");
    if (phase == Phase::Why)
        return;
    (void)fixture.click("minuteAgain");
    if (phase == Phase::Over)
        (void)passUntil(fixture, [&] { return minute.phase() == Phase::Over; });
}

struct Words
{
    QString stillIn;
    QString why;
    QString again;
};

Words wordsOf(text::Language language)
{
    if (language == text::Language::Korean)
        return {QStringLiteral("그대로 로그인"), QStringLiteral("민지 님의 로그인은 왜 풀렸을까요?"),
                QStringLiteral("스티키 세션으로 다시 보기")};
    return {QStringLiteral("Still logged in"), QStringLiteral("Why was Minji logged out?"),
            QStringLiteral("Again with sticky sessions")};
}

} // namespace

/// The first minute and what stands below it, in the real window.
class TestWelcome : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void threeActionsAndAMinute_data();
    void threeActionsAndAMinute();
    void nothingLeaksBeforeTheAnswer_data();
    void nothingLeaksBeforeTheAnswer();
    void everythingFitsIntoTheWindow_data();
    void everythingFitsIntoTheWindow();
    void theOtherLanguageWhileItRuns();
    void hiddenItRests();
    void spacePausesAfterAClickOnAnAnswer();
    void itStartsOver();
    void buildingMyOwnBeginsEmpty();
    void theStageIsOnlyLookedAt();
    void lessMotionIsForThisStageToo();
    void tabGoesFromTheQuestionToTheLessons();
    void arrowsWalkTheLessons();
};

void TestWelcome::threeActionsAndAMinute_data()
{
    QTest::addColumn<text::Language>("language");
    QTest::addColumn<bool>("byKeys");
    QTest::newRow("ko, clicks") << text::Language::Korean << false;
    QTest::newRow("ko, keys") << text::Language::Korean << true;
    QTest::newRow("en, clicks") << text::Language::English << false;
    QTest::newRow("en, keys") << text::Language::English << true;
}

void TestWelcome::threeActionsAndAMinute()
{
    QFETCH(text::Language, language);
    QFETCH(bool, byKeys);
    const Words words = wordsOf(language);
    WindowFixture fixture(language, QSize(1280, 720));
    FirstMinute &minute = minuteOf(fixture);
    const auto press = [&](const char *name, Qt::Key key) {
        if (!byKeys)
            return fixture.click(name);
        fixture.key(key); // wherever the focus is: nobody searched for the button
        return true;
    };

    // It stands still after the log-in, and asks.
    QCOMPARE(minute.phase(), Phase::Asking);
    QVERIFY(!minute.playback().isPlaying());
    QCOMPARE(moodIn(minute), stage::ClientMood::SignedIn);
    QVERIFY(fixture.find<Button>("option1")->text().contains(words.stillIn));

    // The first action: an answer. Within five seconds the log-out is seen, and why it came can be asked.
    QVERIFY(press("option1", Qt::Key_1));
    QCOMPARE(minute.phase(), Phase::Running);
    const auto seen = passUntil(fixture, [&] { return button(minute, "minuteAskWhy").isVisible(); });
    QVERIFY(seen);
    QVERIFY2(*seen <= 5000, qPrintable(QString::number(*seen)));
    QCOMPARE(moodIn(minute), stage::ClientMood::LoggedOut);
    QCOMPARE(resultsIn(minute, "minuteResults"), std::vector<Outcome> {Outcome::LoggedOut});
    // It plays on by itself: out again, then in, with the same cookie.
    const auto played = playToHalt(fixture);
    QVERIFY(played);
    QCOMPARE(resultsIn(minute, "minuteResults"),
             (std::vector<Outcome> {Outcome::LoggedOut, Outcome::LoggedOut, Outcome::Fine}));
    QCOMPARE(button(minute, "option1").mark(), Button::Mark::Wrong);
    QCOMPARE(button(minute, "option2").mark(), Button::Mark::Right);

    // The second: why. Three causes light up in order, on the stage as it was when the log-out was seen.
    QCOMPARE(button(minute, "minuteAskWhy").text(), words.why);
    QSignalSpy lit(&minute.why(), &inspector::WhyPanel::lit);
    QVERIFY(press("minuteAskWhy", Qt::Key_Space));
    QCOMPARE(minute.phase(), Phase::Why);
    QCOMPARE(moodIn(minute), stage::ClientMood::LoggedOut);
    QCOMPARE(minute.why().lighter().reached(), std::size_t {1});
    QTRY_COMPARE_WITH_TIMEOUT(minute.why().lighter().reached(), std::size_t {3}, 20'000);
    int last = 0;
    for (const QList<QVariant> &light : lit) {
        const auto chain = light.at(0).value<stage::LitChain>();
        last = chain.empty() ? last : std::max(last, chain.back().number);
        QVERIFY(chain.empty() || chain.back().number == last);
    }
    QCOMPARE(last, 3);
    const auto &timeline = minute.document().played()->timeline();
    std::vector<std::string_view> kinds;
    for (const inspector::CauseStep *step : minute.why().steps()) {
        QVERIFY(step->isLit());
        for (const model::RecordId id : step->line().lights) {
            const std::string_view kind = model::kindName(timeline[id].fact);
            if (kind == "write_applied" || kind == "forwarded" || kind == "session_missing")
                kinds.push_back(kind);
        }
    }
    QCOMPARE(kinds, (std::vector<std::string_view> {"write_applied", "forwarded", "session_missing"}));
    std::vector<int> numbers;
    for (const stage::LitPlace &place : minute.stage().frame().scene.lit)
        numbers.push_back(place.number);
    for (const int number : {1, 2, 3})
        QVERIFY(std::find(numbers.begin(), numbers.end(), number) != numbers.end());

    // The third: the same clicks with sticky sessions. Still logged in, each time.
    QCOMPARE(button(minute, "minuteAgain").text(), words.again);
    QVERIFY(press("minuteAgain", Qt::Key_Space));
    QCOMPARE(minute.phase(), Phase::Again);
    QCOMPARE(minute.document().played()->policy, std::string("sticky"));
    QVERIFY2(!minute.stage().hasFocus(), "the arrows stay with the page");
    bool everOut = false;
    const auto again = passUntil(fixture, [&] {
        everOut = everOut || moodIn(minute) != stage::ClientMood::SignedIn;
        return minute.phase() == Phase::Over;
    });
    QVERIFY(again);
    QVERIFY(!everOut);
    QCOMPARE(resultsIn(minute, "minuteNow"), (std::vector<Outcome> {Outcome::Fine, Outcome::Fine, Outcome::Fine}));
    QCOMPARE(resultsIn(minute, "minuteBefore"),
             (std::vector<Outcome> {Outcome::LoggedOut, Outcome::LoggedOut, Outcome::Fine}));
    const int lights = 3 * inspector::ChainLighter::stepMs;
    QVERIFY2(*seen + *played + lights + *again < 40'000, "a minute has room for reading, too");

    // And on to the first lesson.
    QVERIFY(press("minuteFirstLesson", Qt::Key_Space));
    QCOMPARE(fixture.document().lessonId(), fixture.window().welcomePage().lessons().front().id);
    QVERIFY(!minute.isVisible());
}

void TestWelcome::nothingLeaksBeforeTheAnswer_data()
{
    QTest::addColumn<text::Language>("language");
    QTest::newRow("ko") << text::Language::Korean;
    QTest::newRow("en") << text::Language::English;
}

void TestWelcome::nothingLeaksBeforeTheAnswer()
{
    QFETCH(text::Language, language);
    WindowFixture fixture(language);
    FirstMinute &minute = minuteOf(fixture);
    const QString words = wordsIn(minute);
    const scenario::Lesson &lesson = *minute.document().lesson();
    const std::size_t asked = minute.playback().step();
    for (const scenario::PredictionOption &option : lesson.steps[asked].prediction->options) {
        QVERIFY(words.contains(text::pick(option.text, language)));
        QVERIFY2(!words.contains(text::pick(option.debrief, language)), option.id.c_str());
    }
    for (std::size_t i = asked + 1; i + 1 < lesson.steps.size(); ++i) { // the last is called like an option
        QVERIFY2(!words.contains(text::pick(lesson.steps[i].title, language)), lesson.steps[i].id.c_str());
        QVERIFY2(!words.contains(text::pick(lesson.steps[i].text, language)), lesson.steps[i].id.c_str());
    }
    QVERIFY(!words.contains(wordsOf(language).why));
    for (const char *name : {"minuteAskWhy", "minuteAgain", "minuteFirstLesson", "minuteBuild"})
        QVERIFY2(!button(minute, name).isVisible(), name);
    for (const char *name : {"option1", "option2", "option3"})
        QCOMPARE(button(minute, name).mark(), Button::Mark::None);
    QVERIFY(resultsIn(minute, "minuteResults").empty());
    QVERIFY(minute.why().request().isNone());
    QCOMPARE(fixture.window().windowTitle(), QStringLiteral("Sessionarium"));

    const model::SimTime moment = minute.playback().moment();
    for (const Qt::Key key : {Qt::Key_Space, Qt::Key_Right, Qt::Key_End, Qt::Key_PageDown, Qt::Key_4, Qt::Key_9})
        fixture.key(key);
    QCOMPARE(minute.phase(), Phase::Asking);
    QCOMPARE(minute.playback().moment().us, moment.us);
    QCOMPARE(minute.document().view().revealedUntil.us, moment.us);
}

void TestWelcome::everythingFitsIntoTheWindow_data()
{
    QTest::addColumn<text::Language>("language");
    QTest::addColumn<QSize>("size");
    for (const text::Language language : {text::Language::Korean, text::Language::English}) {
        for (const QSize size : {QSize(1280, 720), QSize(1366, 768), QSize(1600, 1000)})
            QTest::addRow("%s %d", qPrintable(text::languageCode(language)), size.height()) << language << size;
    }
}

/// Without scrolling: the stage, what is asked and told beside it, and what can be pressed next.
void TestWelcome::everythingFitsIntoTheWindow()
{
    QFETCH(text::Language, language);
    QFETCH(QSize, size);
    WindowFixture fixture(language, size);
    FirstMinute &minute = minuteOf(fixture);
    QVERIFY(isWhole(minute.stage()));
    for (const char *name : {"option1", "option2", "option3"})
        QVERIFY2(isWhole(button(minute, name)), name);
    goTo(fixture, Phase::Running);
    WindowFixture::settle();
    for (const char *name : {"option1", "option2", "option3", "minuteAskWhy"})
        QVERIFY2(isWhole(button(minute, name)), name);
    QVERIFY(isWhole(*minute.findChild<QWidget *>(QStringLiteral("minuteResults"))));
    QVERIFY(fixture.click("minuteAskWhy"));
    WindowFixture::settle();
    QVERIFY(isWhole(minute.stage()));
    for (const inspector::CauseStep *step : minute.why().steps())
        QVERIFY2(isWhole(*step), qPrintable(step->objectName()));
    QVERIFY(isWhole(*minute.findChild<QWidget *>(QStringLiteral("minuteNote"))));
    QVERIFY(isWhole(button(minute, "minuteAgain")));
    QVERIFY(fixture.click("minuteAgain"));
    QVERIFY(passUntil(fixture, [&] { return minute.phase() == Phase::Over; }));
    WindowFixture::settle();
    QVERIFY(isWhole(minute.stage()));
    for (const char *name : {"minuteText", "minuteBefore", "minuteNow", "minuteFirstLesson", "minuteBuild"})
        QVERIFY2(isWhole(*minute.findChild<QWidget *>(QLatin1String(name))), name);
}

void TestWelcome::theOtherLanguageWhileItRuns()
{
    WindowFixture fixture(text::Language::Korean);
    goTo(fixture, Phase::Running);
    FirstMinute &minute = minuteOf(fixture);
    QCOMPARE(button(minute, "minuteAskWhy").text(), wordsOf(text::Language::Korean).why);
    fixture.window().setLanguage(text::Language::English);
    WindowFixture::settle();
    QCOMPARE(button(minute, "minuteAskWhy").text(), wordsOf(text::Language::English).why);
    QVERIFY(button(minute, "option1").text().contains(wordsOf(text::Language::English).stillIn));
    const QString words = wordsIn(minute);
    for (const QChar c : words)
        QVERIFY2(c.script() != QChar::Script_Hangul, qPrintable(words));
}

void TestWelcome::hiddenItRests()
{
    WindowFixture fixture(text::Language::English);
    FirstMinute &minute = minuteOf(fixture);
    QVERIFY(fixture.click("option2"));
    QVERIFY(minute.playback().isPlaying());
    QVERIFY(fixture.openLessonByClick("mismatch"));
    const model::SimTime moment = minute.playback().moment();
    QVERIFY(!minute.playback().isPlaying());
    fixture.pass(5000);
    QCOMPARE(minute.playback().moment().us, moment.us);
    fixture.window().showWelcome();
    QVERIFY(minute.playback().isPlaying()); // from where it was
    QVERIFY(playToHalt(fixture));

    QVERIFY(fixture.click("minuteAskWhy"));
    QVERIFY(minute.why().lighter().isLit());
    fixture.window().showRun();
    QVERIFY(!minute.why().lighter().isLit());
    fixture.window().showWelcome();
    QVERIFY(minute.why().lighter().isLit());
    QTRY_COMPARE_WITH_TIMEOUT(minute.why().lighter().reached(), std::size_t {3}, 20'000);
}

void TestWelcome::spacePausesAfterAClickOnAnAnswer()
{
    WindowFixture fixture(text::Language::Korean);
    playback::PlaybackController &playback = fixture.window().welcomePage().firstMinute().playback();
    QVERIFY(fixture.click("option2"));
    QVERIFY(playback.isPlaying());
    fixture.key(Qt::Key_Space);
    QVERIFY(!playback.isPlaying());
    fixture.key(Qt::Key_Space);
    QVERIFY(playback.isPlaying());
}

void TestWelcome::itStartsOver()
{
    WindowFixture fixture(text::Language::English);
    goTo(fixture, Phase::Why);
    FirstMinute &minute = minuteOf(fixture);
    QVERIFY(fixture.click("minuteStartOver"));
    minute.document().wait();
    QCOMPARE(minute.phase(), Phase::Asking);
    QVERIFY(!fixture.find<QWidget>("minuteStartOver"));
    QVERIFY(!minute.why().lighter().isLit());
    // Who saw it through and comes back finds the question again.
    goTo(fixture, Phase::Over);
    QCOMPARE(minute.phase(), Phase::Over);
    QVERIFY(fixture.click("minuteBuild"));
    fixture.window().showWelcome();
    minute.document().wait();
    QCOMPARE(minute.phase(), Phase::Asking);
}

void TestWelcome::buildingMyOwnBeginsEmpty()
{
    WindowFixture fixture(text::Language::English);
    goTo(fixture, Phase::Over);
    QVERIFY(fixture.click("minuteBuild"));
    QVERIFY(fixture.document().isOpen());
    QVERIFY(fixture.document().canAct());
    QVERIFY(!fixture.document().lesson());
}

void TestWelcome::theStageIsOnlyLookedAt()
{
    WindowFixture fixture(text::Language::English);
    FirstMinute &minute = minuteOf(fixture);
    QVERIFY(!fixture.find<QWidget>("stageBelief"));
    const auto server = minute.document().played()->timeline().findEntity("server-2");
    const QPoint at = minute.stage().nodeRect(server).center();
    QTest::mouseClick(&minute.stage(), Qt::LeftButton, Qt::NoModifier, at);
    QVERIFY(minute.stage().selection().isNone());
    QContextMenuEvent event(QContextMenuEvent::Mouse, at, minute.stage().mapToGlobal(at));
    QCoreApplication::sendEvent(&minute.stage(), &event);
    QVERIFY(!fixture.window().findChild<QMenu *>(QStringLiteral("entityMenu"))->isVisible());
    // The run has the pill as before.
    QVERIFY(fixture.openLessonByClick("mismatch"));
    QVERIFY(fixture.find<QWidget>("stageBelief"));
}

void TestWelcome::lessMotionIsForThisStageToo()
{
    WindowFixture fixture(text::Language::English);
    FirstMinute &minute = minuteOf(fixture);
    QCOMPARE(minute.stage().motion(), stage::Motion::Eased);
    fixture.window().commands().action(QStringLiteral("view.motion")).trigger();
    QCOMPARE(minute.stage().motion(), stage::Motion::Still);
    fixture.window().setShade(theme::Shade::Dark); // painted anew, it stays so
    QCOMPARE(minute.stage().motion(), stage::Motion::Still);
}

void TestWelcome::tabGoesFromTheQuestionToTheLessons()
{
    WindowFixture fixture(text::Language::English);
    FirstMinute &minute = minuteOf(fixture);
    const auto walk = [&](int presses) {
        QStringList names;
        for (int i = 0; i < presses; ++i) {
            fixture.key(Qt::Key_Tab);
            names << fixture.window().focusWidget()->objectName();
        }
        return names;
    };
    QCOMPARE(walk(8),
             (QStringList {QStringLiteral("option1"), QStringLiteral("option2"), QStringLiteral("option3"),
                           QStringLiteral("minuteStage"), QStringLiteral("startEmpty"), QStringLiteral("openFile"),
                           QStringLiteral("lesson-one-server"), QStringLiteral("lesson-scale-up")}));
    QVERIFY(isWhole(*fixture.window().focusWidget())); // scrolled into view
    goTo(fixture, Phase::Why);
    button(minute, "minuteAgain").setFocus();
    fixture.key(Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(fixture.window().focusWidget(), static_cast<QWidget *>(minute.why().steps().back()));
}

void TestWelcome::arrowsWalkTheLessons()
{
    WindowFixture fixture(text::Language::English);
    const auto focus = [&] { return fixture.window().focusWidget()->objectName(); };
    fixture.find<welcome::LessonCard>("lesson-one-server")->setFocus();
    fixture.key(Qt::Key_Right);
    QCOMPARE(focus(), QStringLiteral("lesson-scale-up"));
    fixture.key(Qt::Key_Down); // three columns: one row below
    QCOMPARE(focus(), QStringLiteral("lesson-sticky-cookie"));
    fixture.key(Qt::Key_Up);
    fixture.key(Qt::Key_Left);
    fixture.key(Qt::Key_Left);
    QCOMPARE(focus(), QStringLiteral("lesson-one-server"));
    fixture.key(Qt::Key_End);
    QCOMPARE(focus(), QStringLiteral("lesson-") + fixture.window().welcomePage().lessons().back().id);
    QVERIFY(isWhole(*fixture.window().focusWidget()));
    fixture.key(Qt::Key_Space);
    QCOMPARE(fixture.document().lessonId(), fixture.window().welcomePage().lessons().back().id);
}

QTEST_MAIN(TestWelcome)
#include "tst_welcome.moc"
