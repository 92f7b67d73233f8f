// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/endtoend/windowfixture.h"
#include "ui/lesson/lessonpanel.h"
#include "ui/presenter/largestage.h"
#include "ui/presenter/presenterview.h"
#include "ui/widgets/button.h"
#include "ui/widgets/textlabel.h"
#include "ui/window/topbar.h"
#include "ui/window/workpage.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace sessionarium;
using namespace sessionarium::ui;
using tests::WindowFixture;

namespace {

void toGate(WindowFixture &fixture)
{
    for (int i = 0; i < 400 && !fixture.playback().isAtGate(); ++i)
        fixture.playback().hopForward();
}

QAction *presentAction(WindowFixture &fixture)
{
    for (QAction *action : fixture.window().actions()) {
        if (action->objectName() == QLatin1String("view.present"))
            return action;
    }
    return nullptr;
}

/// Texts that are smaller than `least` pixels.
QStringList smallTexts(const QWidget &root, double least)
{
    QStringList found;
    for (const QWidget *widget : root.findChildren<QWidget *>()) {
        const auto *label = qobject_cast<const QLabel *>(widget);
        const auto *button = qobject_cast<const QPushButton *>(widget);
        const QString text = label ? label->text() : button ? button->text() : QString();
        if (widget->isVisible() && !text.isEmpty() && widget->font().pixelSize() < least)
            found << QStringLiteral("%1 px: %2").arg(widget->font().pixelSize()).arg(text);
    }
    return found;
}

} // namespace

class TestPresenter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aClickerLeadsThroughALesson();
    void leavingBringsEverythingBack();
    void gateLeaksNothing_data();
    void gateLeaksNothing();
    void digitsAnswerAndTheOutcomeStandsBesideTheGuess();
    void aFailureIsToldInWords_data();
    void aFailureIsToldInWords();
    void anotherRunIsNamed();
    void theFootSaysWhatComesNext();
    void blackUntilTheNextKey();
    void textsAreLargeEnough_data();
    void textsAreLargeEnough();
};

void TestPresenter::aClickerLeadsThroughALesson()
{
    WindowFixture fixture(text::Language::English);
    QVERIFY(fixture.openLessonByClick("mismatch"));
    fixture.key(Qt::Key_F5);
    QVERIFY(fixture.window().isPresenting());
    QVERIFY(fixture.window().isFullScreen());
    QVERIFY(!fixture.find<window::TopBar>("topBar"));
    int presses = 0;
    while (presses < 40 && !(fixture.playback().isAtEndOfStep() && !fixture.playback().hasNextStep())) {
        fixture.key(Qt::Key_PageDown);
        fixture.playToHalt();
        ++presses;
    }
    // Each step takes one press, the question two: to come to it, and to close the vote.
    QCOMPARE(fixture.playback().step(), std::size_t(5));
    QCOMPARE(presses, 7);
    fixture.key(Qt::Key_PageUp);
    fixture.key(Qt::Key_PageUp);
    QCOMPARE(fixture.playback().step(), std::size_t(4));
    fixture.key(Qt::Key_F5);
    QVERIFY(!fixture.window().isPresenting());
}

void TestPresenter::leavingBringsEverythingBack()
{
    WindowFixture fixture(text::Language::English, QSize(1280, 720));
    QVERIFY(!presentAction(fixture)->isEnabled()); // nothing to present on the welcome page
    QVERIFY(fixture.openLessonByClick("mismatch"));
    fixture.window().workPage().setDrawerOpen(true);
    fixture.find<widgets::Button>("nextStep")->setFocus();
    const QWidget *focus = fixture.window().focusWidget();
    const QSize size = fixture.window().size();
    const Qt::WindowStates states = fixture.window().windowState();

    presentAction(fixture)->trigger();
    QVERIFY(fixture.window().isPresenting());
    QVERIFY(presentAction(fixture)->isEnabled());
    fixture.key(Qt::Key_Escape);
    QVERIFY(!fixture.window().isPresenting());
    QCOMPARE(fixture.window().windowState(), states);
    QCOMPARE(fixture.window().size(), size);
    QCOMPARE(fixture.window().focusWidget(), focus);
    QVERIFY(fixture.window().workPage().isDrawerOpen());
    QVERIFY(fixture.find<QWidget>("topBar"));
}

void TestPresenter::gateLeaksNothing_data()
{
    QTest::addColumn<QString>("lesson");
    for (const char *id : {"one-server", "mismatch", "sticky-crash", "cluster-lag", "store-down"})
        QTest::newRow(id) << QString::fromLatin1(id);
}

void TestPresenter::gateLeaksNothing()
{
    QFETCH(QString, lesson);
    WindowFixture fixture(text::Language::English);
    QVERIFY(fixture.openLessonByClick(qPrintable(lesson)));
    toGate(fixture);
    QVERIFY(fixture.playback().isAtGate());
    const std::size_t step = fixture.playback().step();
    fixture.window().setPresenting(true, false);

    const QStringList texts = fixture.readableTexts();
    const scenario::Lesson &told = *fixture.document().lesson();
    for (const scenario::PredictionOption &option : told.steps[step].prediction->options) {
        QVERIFY(!texts.join(QLatin1Char('\n'))
                     .contains(QString::fromStdString(option.debrief.en).section(u'{', 0, 0).trimmed())
                || option.debrief.en.starts_with('{'));
    }
    for (std::size_t i = step + 1; i < told.steps.size(); ++i)
        QVERIFY(!texts.contains(QString::fromStdString(told.steps[i].title.en)));
    QVERIFY(!fixture.find<QLabel>("largeCounts"));
    QVERIFY(!fixture.find<QLabel>("caption"));
    QVERIFY(!fixture.find<QLabel>("debrief1"));
    for (const auto *button : fixture.window().presenter().findChildren<widgets::Button *>())
        QCOMPARE(button->mark(), widgets::Button::Mark::None);
    // The stage stands where the gate is, and keys that lead on do not move it.
    const model::SimTime gate = fixture.document().view().revealedUntil;
    for (const Qt::Key key : {Qt::Key_Right, Qt::Key_End, Qt::Key_Space}) {
        fixture.key(key);
        fixture.playToHalt();
        QCOMPARE(fixture.playback().moment(), gate);
        QVERIFY(fixture.playback().isAtGate());
    }
}

void TestPresenter::digitsAnswerAndTheOutcomeStandsBesideTheGuess()
{
    WindowFixture fixture(text::Language::English);
    QVERIFY(fixture.openLessonByClick("mismatch"));
    toGate(fixture);
    fixture.window().setPresenting(true, false);
    QVERIFY(fixture.find<QWidget>("largeQuestion"));
    fixture.key(Qt::Key_1);
    QVERIFY(!fixture.find<QWidget>("largeQuestion")); // eyes on the stage
    QVERIFY(fixture.find<QLabel>("caption"));
    fixture.playToHalt();
    QCOMPARE(fixture.find<widgets::Button>("answer1")->mark(), widgets::Button::Mark::Wrong);
    QVERIFY(fixture.find<widgets::Button>("answer1")->isChecked());
    QCOMPARE(fixture.find<widgets::Button>("answer3")->mark(), widgets::Button::Mark::Right);
    QVERIFY(fixture.find<QLabel>("debrief1"));
    QVERIFY(fixture.find<QLabel>("debrief2"));
    QVERIFY(!fixture.find<QLabel>("debrief3"));
    QVERIFY(fixture.find<QLabel>("largeCounts")->text().contains(QStringLiteral("2 logged out")));
}

void TestPresenter::aFailureIsToldInWords_data()
{
    QTest::addColumn<QString>("lesson");
    QTest::newRow("one user") << QStringLiteral("mismatch");
    QTest::newRow("five users") << QStringLiteral("sticky-crash");
}

/// Wherever the stage has no room for it, it stands below.
void TestPresenter::aFailureIsToldInWords()
{
    QFETCH(QString, lesson);
    WindowFixture fixture(text::Language::English, QSize(1280, 720));
    QVERIFY(fixture.openLessonByClick(qPrintable(lesson)));
    const auto played = fixture.document().played();
    fixture.document().passGatesBefore(played->end());
    fixture.window().setPresenting(true, false);
    int failures = 0;
    for (const verdict::Verdict &verdict : played->verdicts().all()) {
        if (verdict.outcome == verdict::Outcome::Fine)
            continue;
        fixture.playback().seek(played->timeline()[verdict.finished].at);
        const auto *stage = fixture.find<presenter::LargeStage>("largeStage");
        const auto &callout = stage->shown().scene.callout;
        if (!callout || callout->request != verdict.request)
            continue;
        ++failures;
        if (stage->layoutOfNodes().stage.callout.isEmpty())
            QCOMPARE(fixture.find<widgets::ElidingLabel>("largeFoot")->text(), callout->text);
        else
            QVERIFY(fixture.find<widgets::ElidingLabel>("largeFoot")->text() != callout->text);
        QCOMPARE(stage->accessibleDescription(), callout->text);
    }
    QVERIFY(failures >= 2);
}

void TestPresenter::anotherRunIsNamed()
{
    WindowFixture fixture(text::Language::English);
    QVERIFY(fixture.openLessonByClick("mismatch"));
    fixture.window().setPresenting(true, false);
    QVERIFY(!fixture.find<QWidget>("largeRun"));
    model::Action crash;
    crash.verb = model::ActionKind::Crash;
    crash.server = "server-2";
    fixture.document().act(fixture.playback().moment() + model::seconds(1), crash);
    fixture.document().wait();
    const auto *run = fixture.find<widgets::ElidingLabel>("largeRun");
    QVERIFY(run);
    QVERIFY2(run->text().contains(QStringLiteral("Server 2: Crash")), qPrintable(run->text()));
    QVERIFY(!run->geometry().intersects(fixture.find<QWidget>("largeTitle")->geometry()));
    QVERIFY(!run->geometry().intersects(fixture.find<QWidget>("largeStage")->geometry()));
    fixture.document().playLessonRun();
    fixture.document().wait();
    QVERIFY(!fixture.find<QWidget>("largeRun"));
}

void TestPresenter::theFootSaysWhatComesNext()
{
    WindowFixture fixture(text::Language::English);
    QVERIFY(fixture.openLessonByClick("mismatch"));
    fixture.window().setPresenting(true, false);
    const auto foot = [&fixture] {
        const auto *label = fixture.find<widgets::ElidingLabel>("largeFoot");
        return label ? label->text() : QString();
    };
    QVERIFY(foot().contains(QStringLiteral("play the step")));
    fixture.key(Qt::Key_PageDown);
    QVERIFY(fixture.playback().isPlaying());
    QVERIFY(!foot().contains(QStringLiteral("Page Down")));
    fixture.playToHalt();
    QVERIFY(foot().contains(QStringLiteral("next step")));
    fixture.document().passGatesBefore(fixture.document().played()->end());
    fixture.key(Qt::Key_End);
    QVERIFY2(foot().contains(QStringLiteral("Esc")), qPrintable(foot()));
}

void TestPresenter::blackUntilTheNextKey()
{
    WindowFixture fixture(text::Language::English);
    QVERIFY(fixture.openLessonByClick("mismatch"));
    fixture.window().setPresenting(true, false);
    presenter::PresenterView &view = fixture.window().presenter();
    for (const Qt::Key key : {Qt::Key_Period, Qt::Key_B}) {
        fixture.key(key);
        QVERIFY(view.isBlack());
        const QImage picture = fixture.window().grab().toImage();
        QCOMPARE(picture.pixelColor(picture.rect().center()), QColor(Qt::black));
        QCOMPARE(picture.pixelColor(2, 2), QColor(Qt::black));
        fixture.key(Qt::Key_PageDown);
        QVERIFY(!view.isBlack());
        QVERIFY(!fixture.playback().isPlaying()); // it brought the picture back, nothing else
    }
    fixture.key(Qt::Key_Period);
    fixture.key(Qt::Key_Escape);
    QVERIFY(fixture.window().isPresenting());
}

void TestPresenter::textsAreLargeEnough_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("700") << QSize(1100, 700);
    QTest::newRow("720") << QSize(1280, 720);
    QTest::newRow("768") << QSize(1366, 768);
    QTest::newRow("1000") << QSize(1600, 1000);
    QTest::newRow("1080") << QSize(1920, 1080);
}

void TestPresenter::textsAreLargeEnough()
{
    QFETCH(QSize, size);
    WindowFixture fixture(text::Language::Korean, size);
    QVERIFY(fixture.openLessonByClick("mismatch"));
    fixture.window().setPresenting(true, false);
    const presenter::PresenterView &view = fixture.window().presenter();
    const double least = 0.027 * size.height();
    for (int i = 0; i < 7; ++i) { // captions, the question, its outcome
        fixture.key(Qt::Key_PageDown);
        fixture.playToHalt();
        WindowFixture::settle();
        const QStringList small = smallTexts(view, least);
        QVERIFY2(small.isEmpty(), qPrintable(small.join(QLatin1Char('\n'))));
        QVERIFY(fixture.find<QLabel>("largeTitle")->font().pixelSize() >= 0.05 * size.height() - 0.5);
        // The smallest role on the stage, at its unit.
        const auto *stage = fixture.find<presenter::LargeStage>("largeStage");
        const QFont smallest = theme::Theme().font(theme::FontRole::Tiny, stage->layoutOfNodes().stage.unit);
        QVERIFY(smallest.pixelSize() >= least);
        QVERIFY2(stage->height() > 0.35 * size.height(), "the stage stays large");
    }
}

QTEST_MAIN(TestPresenter)
#include "tst_presenter.moc"
