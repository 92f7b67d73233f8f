// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/endtoend/windowfixture.h"
#include "ui/lesson/lessonpanel.h"
#include "ui/lesson/termpopup.h"
#include "ui/widgets/button.h"
#include "ui/widgets/iconbutton.h"
#include "ui/window/workpage.h"

#include <QEnterEvent>
#include <QLabel>
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

QString textOf(WindowFixture &fixture, const char *name)
{
    const auto *label = fixture.find<QLabel>(name);
    return label ? label->text() : QString();
}

/// A term of the lesson; its words come after the run.
widgets::Button *firstTerm(WindowFixture &fixture)
{
    fixture.document().passGatesBefore(fixture.document().played()->end());
    fixture.playback().toEnd();
    for (auto *button : fixture.window().workPage().lessonPanel().findChildren<widgets::Button *>()) {
        if (button->isVisible() && button->text() == QLatin1String("session mismatch"))
            return button;
    }
    return nullptr;
}

/// The marks of the options, as far as the question has that many.
std::vector<widgets::Button::Mark> marksOf(WindowFixture &fixture)
{
    std::vector<widgets::Button::Mark> marks;
    for (const char *name : {"option1", "option2", "option3"}) {
        if (const auto *option = fixture.find<widgets::Button>(name))
            marks.push_back(option->mark());
    }
    return marks;
}

void slowDown(WindowFixture &fixture, const std::string &server)
{
    model::Action action;
    action.verb = model::ActionKind::Slow;
    action.server = server;
    action.serviceTime = model::seconds(2);
    fixture.document().act(fixture.playback().moment(), action);
    fixture.document().wait();
}

} // namespace

class TestLessonPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void handsOfTwoVotesStandBesideTheAnswers();
    void handsAreCountedWithKeysWhilePresenting();
    void notesAreForTheSpeakerOnly();
    void theLessonStartsOver();
    void aTermIsExplainedByClickAndByEnter();
    void aTermIsExplainedWhileThePointerRests();
    void termsWaitForTheOutcome();
    void aGuessIsMarkedByTheRunItWasMadeFor();
    void noMarkWhileARequestIsUnanswered();
};

void TestLessonPanel::handsOfTwoVotesStandBesideTheAnswers()
{
    WindowFixture fixture(text::Language::English);
    QVERIFY(fixture.openLessonByClick("mismatch"));
    toGate(fixture);
    QVERIFY(!fixture.find<QWidget>("moreHands1")); // nobody has to count
    QVERIFY(!fixture.find<QLabel>("votes1"));
    QVERIFY(fixture.click("countHands"));
    for (const char *button : {"moreHands1", "moreHands1", "moreHands1", "fewerHands1", "moreHands3"})
        QVERIFY2(fixture.click(button), button);
    QCOMPARE(textOf(fixture, "votes1"), QStringLiteral("Hands: 2"));
    QCOMPARE(textOf(fixture, "votes2"), QStringLiteral("Hands: 0"));
    QVERIFY(fixture.click("fewerHands2"));
    QCOMPARE(textOf(fixture, "votes2"), QStringLiteral("Hands: 0")); // never below nothing

    QVERIFY(fixture.click("voteAgain"));
    QVERIFY(!fixture.find<QWidget>("voteAgain"));
    QCOMPARE(textOf(fixture, "hands1"), QStringLiteral("0"));
    QVERIFY(fixture.click("moreHands3"));
    QVERIFY(fixture.click("moreHands3"));
    QVERIFY(fixture.playback().isAtGate());

    fixture.key(Qt::Key_3);
    fixture.playToHalt();
    QVERIFY(!fixture.find<QWidget>("voteCounter"));
    QCOMPARE(textOf(fixture, "votes1"), QStringLiteral("Hands: 2 → 0"));
    QCOMPARE(textOf(fixture, "votes3"), QStringLiteral("Hands: 1 → 2"));
    QCOMPARE(fixture.find<widgets::Button>("option3")->mark(), widgets::Button::Mark::Right);
}

void TestLessonPanel::handsAreCountedWithKeysWhilePresenting()
{
    WindowFixture fixture(text::Language::English);
    QVERIFY(fixture.openLessonByClick("mismatch"));
    toGate(fixture);
    fixture.window().setPresenting(true, false);
    for (const Qt::Key key : {Qt::Key_1, Qt::Key_1, Qt::Key_2, Qt::Key_0, Qt::Key_9})
        fixture.key(key, Qt::ControlModifier);
    QVERIFY(fixture.playback().isAtGate());
    QCOMPARE(textOf(fixture, "largeVotes1"), QStringLiteral("Hands: 2"));
    QVERIFY(textOf(fixture, "largeVotes2").endsWith(QStringLiteral("0")));
    fixture.key(Qt::Key_F7);
    fixture.key(Qt::Key_3, Qt::ControlModifier);
    QCOMPARE(textOf(fixture, "largeVotes1"), QStringLiteral("Hands: 2 → 0"));
    QCOMPARE(textOf(fixture, "largeVotes3"), QStringLiteral("Hands: 0 → 1"));
}

void TestLessonPanel::notesAreForTheSpeakerOnly()
{
    WindowFixture fixture(text::Language::English);
    QVERIFY(fixture.openLessonByClick("mismatch"));
    QVERIFY(!fixture.find<QLabel>("notes"));
    QVERIFY(fixture.click("notesButton"));
    const QString notes = textOf(fixture, "notes");
    QVERIFY(notes.contains(QStringLiteral("Ask aloud")));
    fixture.window().setPresenting(true, false);
    QVERIFY(!fixture.readableTexts().contains(notes));
    fixture.window().setPresenting(false);
    QVERIFY(fixture.find<QLabel>("notes"));
    QVERIFY(fixture.click("notesButton"));
    QVERIFY(!fixture.find<QLabel>("notes"));

    QVERIFY(fixture.click("notesButton"));
    QVERIFY(fixture.window().openLesson(QStringLiteral("one-server")));
    fixture.document().wait();
    QVERIFY(!fixture.find<QLabel>("notes")); // they may tell the answer of the next question

    // Nor is the class to read them at the question; whoever opens them there is told.
    QVERIFY(fixture.click("notesButton"));
    for (int i = 0; i < 300 && !fixture.playback().isAtGate(); ++i)
        fixture.key(Qt::Key_Right);
    QVERIFY(fixture.playback().isAtGate());
    QVERIFY(!fixture.find<QLabel>("notes"));
    const QString warned = fixture.find<QWidget>("notesButton")->accessibleName();
    QVERIFY(fixture.click("notesButton"));
    QVERIFY(fixture.find<QLabel>("notes"));
    for (int i = 0; i < 900 && !(fixture.playback().isAtEndOfStep() && !fixture.playback().hasNextStep()); ++i) {
        if (fixture.playback().isAtGate())
            fixture.key(Qt::Key_1);
        fixture.key(Qt::Key_Right);
    }
    QVERIFY(fixture.find<QWidget>("notesButton")->accessibleName() != warned);
}

void TestLessonPanel::theLessonStartsOver()
{
    WindowFixture fixture(text::Language::English);
    QVERIFY(fixture.openLessonByClick("mismatch"));
    toGate(fixture);
    QVERIFY(fixture.click("countHands"));
    QVERIFY(fixture.click("moreHands1"));
    fixture.key(Qt::Key_1);
    fixture.playToHalt();
    QVERIFY(fixture.click("startOver"));
    QCOMPARE(fixture.playback().step(), std::size_t(0));
    QCOMPARE(fixture.playback().moment(), model::SimTime {});
    QVERIFY(fixture.document().progress().isShut(2));
    toGate(fixture);
    QVERIFY(!fixture.find<QLabel>("votes1")); // another class, another vote
}

void TestLessonPanel::aTermIsExplainedByClickAndByEnter()
{
    WindowFixture fixture(text::Language::English, QSize(1280, 720));
    QVERIFY(fixture.openLessonByClick("mismatch"));
    widgets::Button *term = firstTerm(fixture);
    QVERIFY(term);
    fixture.window().workPage().setDrawerOpen(true);
    const auto *popup = fixture.window().findChild<lesson::TermPopup *>(QStringLiteral("termPopup"));
    for (const bool byKey : {false, true}) {
        if (byKey) {
            term->setFocus();
            QTest::keyClick(term, Qt::Key_Return);
        } else {
            QTest::mouseClick(term, Qt::LeftButton);
        }
        QVERIFY(popup->isVisible());
        QCOMPARE(popup->accessibleName(), QStringLiteral("session mismatch"));
        QVERIFY(!popup->accessibleDescription().isEmpty());
        fixture.key(Qt::Key_Escape);
        QVERIFY(!popup->isVisible());
        QVERIFY(fixture.window().workPage().isDrawerOpen()); // Esc closes one thing
    }
    QTest::mouseClick(term, Qt::LeftButton);
    QVERIFY(fixture.click("stage")); // elsewhere
    QVERIFY(!popup->isVisible());
}

void TestLessonPanel::aTermIsExplainedWhileThePointerRests()
{
    WindowFixture fixture(text::Language::English);
    QVERIFY(fixture.openLessonByClick("mismatch"));
    widgets::Button *term = firstTerm(fixture);
    QVERIFY(term);
    const auto *popup = fixture.window().findChild<lesson::TermPopup *>(QStringLiteral("termPopup"));
    QEnterEvent enter(QPointF(4, 4), QPointF(4, 4), QPointF(4, 4));
    QCoreApplication::sendEvent(term, &enter);
    QVERIFY(!popup->isVisible()); // not while the pointer only passes
    QTRY_VERIFY(popup->isVisible());
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(term, &leave);
    QVERIFY(!popup->isVisible());
}

void TestLessonPanel::termsWaitForTheOutcome()
{
    WindowFixture fixture(text::Language::English);
    QVERIFY(fixture.openLessonByClick("mismatch"));
    toGate(fixture);
    QVERIFY(!fixture.readableTexts().contains(QStringLiteral("session mismatch")));
    fixture.key(Qt::Key_2);
    QVERIFY(!fixture.readableTexts().contains(QStringLiteral("session mismatch")));
    fixture.playToHalt();
    QVERIFY(fixture.readableTexts().contains(QStringLiteral("session mismatch")));
}

void TestLessonPanel::aGuessIsMarkedByTheRunItWasMadeFor()
{
    WindowFixture fixture(text::Language::English);
    QVERIFY(fixture.openLessonByClick("mismatch"));
    toGate(fixture);
    fixture.key(Qt::Key_1);
    fixture.playToHalt();
    const auto marks = marksOf(fixture);
    QCOMPARE(marks.size(), std::size_t {3});
    QCOMPARE(marks[0], widgets::Button::Mark::Wrong);
    QVERIFY(!fixture.find<QLabel>("askedRun"));

    // Under another policy another answer would be right; the class guessed of this one.
    scenario::RunChange sticky;
    sticky.policy = "sticky";
    fixture.document().change(sticky);
    fixture.document().wait();
    QVERIFY(fixture.document().played()->answers.at(2) != fixture.document().askedRunOfStep(2)->answers.at(2));
    QVERIFY(marksOf(fixture) == marks);
    const QString told = textOf(fixture, "askedRun");
    QVERIFY2(told.contains(QLatin1String("the lesson's own run")), qPrintable(told));
    QVERIFY2(told.contains(QStringLiteral("3 fine · 0 logged out")), qPrintable(told));
    fixture.document().playLessonRun();
    fixture.document().wait();
    QVERIFY(marksOf(fixture) == marks);
    QVERIFY(!fixture.find<QLabel>("askedRun"));
}

/// The run knows already how it ends; the class that looks on cannot know it yet.
void TestLessonPanel::noMarkWhileARequestIsUnanswered()
{
    WindowFixture fixture(text::Language::English);
    QVERIFY(fixture.openLessonByClick("sticky-cookie"));
    toGate(fixture);
    const std::size_t step = fixture.playback().step();
    for (const model::ServerSpec &server : fixture.document().scenario()->setup.servers)
        slowDown(fixture, server.id);
    fixture.key(Qt::Key_1);
    fixture.playToHalt();
    QVERIFY(fixture.playback().isAtEndOfStep());
    const auto run = fixture.document().askedRunOfStep(step);
    QCOMPARE(run->answers.at(step), std::vector<std::size_t> {0});
    QVERIFY(run->unanswered.at(step) > 0);
    QCOMPARE(marksOf(fixture), std::vector(3, widgets::Button::Mark::None));
    QCOMPARE(fixture.readableTexts().filter(QStringLiteral("Not decided yet")).size(), 1);
    QVERIFY(fixture.readableTexts().filter(QStringLiteral("None of these")).isEmpty());
    QVERIFY(!fixture.find<QLabel>("debrief1"));
}

QTEST_MAIN(TestLessonPanel)
#include "tst_lessonpanel.moc"
