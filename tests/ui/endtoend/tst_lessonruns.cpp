// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/endtoend/windowfixture.h"
#include "tests/ui/lessonwithruns.h"
#include "ui/inspector/inspectorpanel.h"
#include "ui/inspector/lamprow.h"
#include "ui/stage/stageview.h"
#include "ui/text/names.h"
#include "ui/text/verdicttext.h"
#include "ui/timelineview/lanesview.h"
#include "ui/welcome/lessonlist.h"
#include "ui/widgets/button.h"
#include "ui/window/bottompanel.h"
#include "ui/window/messagebar.h"
#include "ui/window/workpage.h"

#include <QFile>
#include <QLabel>
#include <QTest>

using namespace sessionarium;
using namespace sessionarium::ui;
using tests::WindowFixture;
using widgets::Button;

/// The lesson's own runs and those that people make of them, in the real window.
class TestLessonRuns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void languages_data();
    void aChangedRunIsToldFromTheLessons_data() { languages_data(); }
    void aChangedRunIsToldFromTheLessons();
    void theTextStaysThatOfTheLesson();
    void stepsWithRunsOfTheirOwn();
    void afterTheLastStepComesTheNextLesson();
    void lampsExplainThemselves();
    void aBranchTakesNoLaneAway();
    void openingTellsHowFarItIs();
    void aPresetIsToldByItsName();
};

namespace {

QString differenceIn(WindowFixture &fixture)
{
    const auto *label = fixture.find<QLabel>("runDifference");
    return label ? label->text() : QString();
}

void act(WindowFixture &fixture, model::ActionKind verb, const char *server)
{
    model::Action action;
    action.verb = verb;
    action.server = server;
    fixture.document().act(fixture.playback().moment(), action);
    fixture.document().wait();
}

} // namespace

void TestLessonRuns::languages_data()
{
    QTest::addColumn<text::Language>("language");
    QTest::addColumn<QString>("sticky");
    QTest::addColumn<QString>("servers");
    QTest::addColumn<QString>("crash");
    QTest::newRow("Korean") << text::Language::Korean << QStringLiteral("스티키") << QStringLiteral("서버 5대")
                            << QStringLiteral("서버 2 다운시키기");
    QTest::newRow("English") << text::Language::English << QStringLiteral("Sticky") << QStringLiteral("5 servers")
                             << QStringLiteral("Server 2: Crash");
}

void TestLessonRuns::aChangedRunIsToldFromTheLessons()
{
    QFETCH(text::Language, language);
    QFETCH(QString, sticky);
    QFETCH(QString, servers);
    QFETCH(QString, crash);
    WindowFixture fixture(language);
    QVERIFY(fixture.openLessonByClick("mismatch"));
    fixture.document().passGatesBefore(fixture.document().played()->end());
    QVERIFY(!fixture.find<QWidget>("runDifference"));
    QVERIFY(!fixture.find<QWidget>("toLessonRun"));
    fixture.key(Qt::Key_End);

    // Another preset: the text of the last step still tells of a mismatch that this run has not.
    QVERIFY(fixture.clickSegment("policy", QStringLiteral("sticky")));
    QVERIFY2(differenceIn(fixture).contains(sticky), qPrintable(differenceIn(fixture)));
    QVERIFY(fixture.click("toLessonRun"));
    QVERIFY(!fixture.find<QWidget>("runDifference"));
    QCOMPARE(fixture.document().played()->policy, std::string("none"));
    QVERIFY(!fixture.window().isWindowModified());

    // The same by the toolbar.
    QVERIFY(fixture.clickSegment("policy", QStringLiteral("sticky")));
    QVERIFY(fixture.clickSegment("policy", QStringLiteral("none")));
    QVERIFY(!fixture.find<QWidget>("runDifference"));

    // Something to try, and a crash by hand in it.
    QVERIFY(fixture.click("try1"));
    QVERIFY2(differenceIn(fixture).contains(servers), qPrintable(differenceIn(fixture)));
    act(fixture, model::ActionKind::Crash, "server-2");
    QVERIFY(differenceIn(fixture).contains(servers));
    QVERIFY2(differenceIn(fixture).contains(crash), qPrintable(differenceIn(fixture)));
    fixture.playback().enterStep(0);
    QVERIFY(differenceIn(fixture).contains(crash));
    QVERIFY(fixture.click("toLessonRun"));
    QVERIFY(!fixture.find<QWidget>("runDifference"));
    QCOMPARE(fixture.playback().step(), std::size_t {0});
    QVERIFY(fixture.find<QWidget>("branchList")); // what was done stays
}

/// What a preset brings with it is no difference of its own.
void TestLessonRuns::aPresetIsToldByItsName()
{
    WindowFixture fixture(text::Language::English);
    QVERIFY(fixture.openLessonByClick("sticky-cookie"));
    fixture.document().passGatesBefore(fixture.document().played()->end());
    scenario::RunChange change;
    change.policy = "all-to-all-ack";
    fixture.document().change(change);
    fixture.document().wait();
    const QString told = differenceIn(fixture);
    QVERIFY2(told.contains(text::presetName("all-to-all-ack")), qPrintable(told));
    QVERIFY2(!told.contains(QStringLiteral("other values")), qPrintable(told));
    scenario::RunChange more;
    more.policy = "sticky";
    more.set.push_back({"/network/jitter_us", "700"});
    fixture.document().change(more);
    fixture.document().wait();
    QVERIFY2(differenceIn(fixture).contains(QStringLiteral("other values")), qPrintable(differenceIn(fixture)));
}

void TestLessonRuns::theTextStaysThatOfTheLesson()
{
    WindowFixture fixture(text::Language::English);
    QVERIFY(fixture.openLessonByClick("mismatch"));
    fixture.document().passGatesBefore(fixture.document().played()->end());
    QStringList own;
    const auto texts = [&fixture] {
        QStringList all;
        for (std::size_t step = 0; step < fixture.document().progress().stepCount(); ++step) {
            fixture.playback().enterStep(step);
            fixture.playback().seek(fixture.document().progress().end(step));
            all << fixture.find<QLabel>("stepText")->text();
        }
        return all;
    };
    own = texts();
    QVERIFY(fixture.clickSegment("policy", QStringLiteral("sticky")));
    QCOMPARE(texts(), own);
}

void TestLessonRuns::stepsWithRunsOfTheirOwn()
{
    WindowFixture fixture(text::Language::English);
    const QString path = fixture.path(QStringLiteral("runs.json"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(tests::lessonWithRuns.data(), static_cast<qint64>(tests::lessonWithRuns.size()));
    file.close();
    fixture.window().openPath(path);
    fixture.document().wait();
    for (int i = 0; i < 500 && !fixture.playback().isAtGate(); ++i)
        fixture.key(Qt::Key_Right);
    QCOMPARE(fixture.playback().step(), tests::stepSticky);
    QCOMPARE(fixture.document().played()->policy, std::string("sticky"));
    fixture.key(Qt::Key_2);
    fixture.playToHalt();
    QCOMPARE(fixture.find<Button>("option2")->mark(), Button::Mark::Right);

    // The next step plays another run, in which the other answer would be right: the question was about the one before.
    QVERIFY(fixture.click("nextStep"));
    fixture.playToHalt();
    QCOMPARE(fixture.document().played()->branch, std::string("crashed"));
    QCOMPARE(fixture.find<Button>("option2")->mark(), Button::Mark::Right);
    QCOMPARE(fixture.find<QLabel>("stepText")->text(), QStringLiteral("Server 1 answers."));
    QVERIFY(!fixture.find<QWidget>("runDifference"));
    QVERIFY(!fixture.window().isWindowModified());

    fixture.key(Qt::Key_End);
    QCOMPARE(fixture.document().played()->scenario->setup.servers.size(), std::size_t {5});
    QCOMPARE(fixture.find<QLabel>("stepText")->text(), QStringLiteral("5 servers."));
    // What is selected may not be there in another run.
    const auto selected = [&fixture] { return fixture.window().workPage().inspector().entity(); };
    fixture.window().workPage().select(fixture.document().played()->timeline().findEntity("server-5"));
    QVERIFY(selected().isSome());
    fixture.key(Qt::Key_Home);
    QCOMPARE(selected(), model::EntityId(0));
    QCOMPARE(fixture.document().played()->policy, std::string("none"));
    QCOMPARE(fixture.document().played()->scenario->setup.servers.size(), std::size_t {3});
    // The stage shows what is played.
    QVERIFY(fixture.window().workPage().stage().nodeRect(model::EntityId(4)).isValid());
}

void TestLessonRuns::afterTheLastStepComesTheNextLesson()
{
    const auto lessons = welcome::builtInLessons();
    QVERIFY(lessons.size() >= 2);
    WindowFixture fixture(text::Language::English);
    QVERIFY(fixture.window().openLesson(lessons.front().id));
    fixture.document().wait();
    const auto toTheEnd = [&fixture] {
        fixture.document().passGatesBefore(fixture.document().played()->end());
        fixture.key(Qt::Key_End);
    };
    QCOMPARE(fixture.find<Button>("nextStep")->text(), QStringLiteral("Play step"));
    toTheEnd();
    QCOMPARE(fixture.find<Button>("nextStep")->text(), QStringLiteral("Next lesson"));
    QVERIFY(fixture.click("nextStep"));
    QCOMPARE(fixture.document().lessonId(), lessons.at(1).id);
    QCOMPARE(fixture.playback().step(), std::size_t {0});
    QCOMPARE(fixture.find<Button>("nextStep")->text(), QStringLiteral("Play step"));

    // After the last lesson there is none.
    QVERIFY(fixture.window().openLesson(lessons.back().id));
    fixture.document().wait();
    toTheEnd();
    QVERIFY(!fixture.find<Button>("nextStep")->isEnabled());
}

void TestLessonRuns::lampsExplainThemselves()
{
    for (const text::Language language : {text::Language::Korean, text::Language::English}) {
        WindowFixture fixture(language);
        QVERIFY(fixture.openLessonByClick("mismatch"));
        fixture.window().workPage().select(fixture.document().played()->timeline().findEntity("minji"));
        WindowFixture::settle();
        const auto lamps = fixture.window().findChildren<inspector::LampRow *>();
        QCOMPARE(lamps.size(), 1);
        const QString tip = lamps.front()->toolTip();
        QVERIFY2(tip.contains(text::guaranteeDescription(verdict::Guarantee::MonotonicReads)), qPrintable(tip));
        QVERIFY(tip.contains(text::guaranteeDescription(verdict::Guarantee::Durability)));
    }
}

void TestLessonRuns::aBranchTakesNoLaneAway()
{
    for (const text::Language language : {text::Language::Korean, text::Language::English}) {
        WindowFixture fixture(language, QSize(1280, 720));
        QVERIFY(fixture.openLessonByClick("mismatch"));
        const auto rows = [&fixture] {
            WindowFixture::settle();
            return fixture.window().workPage().bottomPanel().lanes().picture().geometry.rows.size();
        };
        QCOMPARE(rows(), std::size_t {5});
        fixture.playback().seek(model::SimTime {} + model::milliseconds(2500));
        act(fixture, model::ActionKind::Crash, "server-2");
        QVERIFY(fixture.find<Button>("branch"));
        QCOMPARE(rows(), std::size_t {5});
    }
}

void TestLessonRuns::openingTellsHowFarItIs()
{
    WindowFixture fixture(text::Language::English);
    const auto bar = [&fixture] { return fixture.find<window::MessageBar>("busyBar"); };
    QVERIFY(!bar());
    // As if it took long.
    Q_EMIT fixture.document().busyChanged(true);
    Q_EMIT fixture.document().progressed(120);
    QTRY_VERIFY(bar());
    QVERIFY2(bar()->text().contains(QStringLiteral("12%")), qPrintable(bar()->text()));
    auto *cancel = fixture.find<Button>("cancelComputing");
    QVERIFY(cancel);
    Q_EMIT fixture.document().progressed(455);
    QVERIFY(bar()->text().contains(QStringLiteral("45%")));
    QCOMPARE(fixture.find<Button>("cancelComputing"), cancel); // whoever is about to press it still can
    Q_EMIT fixture.document().busyChanged(false);
    QVERIFY(!bar());
}

QTEST_MAIN(TestLessonRuns)
#include "tst_lessonruns.moc"
