// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/endtoend/clipping.h"
#include "tests/ui/endtoend/windowfixture.h"
#include "ui/text/lessontext.h"
#include "ui/welcome/welcomepage.h"
#include "ui/widgets/button.h"
#include "ui/widgets/textlabel.h"

#include <QDir>
#include <QLabel>
#include <QTest>

using namespace sessionarium;
using namespace sessionarium::ui;
using tests::WindowFixture;
using widgets::Button;

/// Every lesson of the program, as a teacher goes through it: from its card on the welcome page, step by step with a
/// clicker, an answer at each question, to the end; and back again.
class TestEveryLesson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void walk_data();
    void walk();

private:
    static void look(WindowFixture &fixture, const QString &name);
    static void answer(WindowFixture &fixture);
};

void TestEveryLesson::walk_data()
{
    QTest::addColumn<QByteArray>("lesson");
    QTest::addColumn<text::Language>("language");
    WindowFixture fixture(text::Language::English);
    const auto *welcome = fixture.window().findChild<welcome::WelcomePage *>();
    QVERIFY(welcome);
    QVERIFY(welcome->lessons().size() >= 12);
    for (const welcome::LessonEntry &entry : welcome->lessons()) {
        for (const text::Language language : {text::Language::Korean, text::Language::English}) {
            const QByteArray id = entry.id.toUtf8();
            QTest::newRow((id + ' ' + text::languageCode(language).toUtf8()).constData()) << id << language;
        }
    }
}

/// A picture for whoever wants to see it, and what a machine can say of it.
void TestEveryLesson::look(WindowFixture &fixture, const QString &name)
{
    WindowFixture::settle();
    QVERIFY(QDir().mkpath(QStringLiteral(SESSIONARIUM_CONTACT_SHEET "/lessons")));
    QVERIFY(
        fixture.window().grab().toImage().save(QStringLiteral(SESSIONARIUM_CONTACT_SHEET "/lessons/%1.png").arg(name)));
    const QStringList clipped = tests::clippedTexts(fixture.window());
    QVERIFY2(clipped.isEmpty(), qPrintable(name + QLatin1Char(':') + clipped.join(QLatin1Char('\n'))));
}

/// The first answer, right or wrong; all of them can be seen without scrolling.
void TestEveryLesson::answer(WindowFixture &fixture)
{
    auto *option = fixture.find<Button>("option1");
    QVERIFY(option);
    for (int i = 1; i <= 3; ++i) {
        if (auto *each = fixture.find<Button>(qPrintable(QStringLiteral("option%1").arg(i))))
            QVERIFY(each->visibleRegion().boundingRect() == each->rect());
    }
    fixture.key(Qt::Key_1);
    fixture.playToHalt();
}

void TestEveryLesson::walk()
{
    QFETCH(QByteArray, lesson);
    QFETCH(text::Language, language);
    WindowFixture fixture(language, QSize(1280, 720));
    QVERIFY(fixture.openLessonByClick(lesson.constData()));
    const std::size_t steps = fixture.document().lesson()->steps.size();
    bool asked = false;
    int presses = 0;
    for (; presses < 40; ++presses) {
        const std::size_t step = fixture.playback().step();
        look(fixture,
             QStringLiteral("%1-%2-%3-%4")
                 .arg(QString::fromUtf8(lesson), text::languageCode(language))
                 .arg(step + 1)
                 .arg(presses, 2, 10, QLatin1Char('0')));
        if (QTest::currentTestFailed())
            return;
        if (fixture.playback().isAtEndOfStep() && !fixture.playback().hasNextStep())
            break;
        if (fixture.playback().isAtGate()) {
            answer(fixture);
            if (QTest::currentTestFailed())
                return;
            asked = true;
        } else {
            fixture.key(Qt::Key_PageDown);
            fixture.playToHalt();
        }
    }
    QVERIFY2(asked, "a lesson asks");
    QCOMPARE(fixture.playback().step(), steps - 1);
    QVERIFY2(presses <= 2 * static_cast<int>(steps) + 4, qPrintable(QString::number(presses)));
    // The gate has opened, and the answer that the model found is marked.
    int right = 0;
    const auto options = fixture.window().findChildren<Button *>(QRegularExpression(QStringLiteral("^option[0-9]$")));
    for (const Button *option : options)
        right += option->mark() == Button::Mark::Right ? 1 : 0;
    QCOMPARE(right, 1);
    // Back to the first step.
    for (int i = 0; i < 80 && fixture.playback().step() > 0; ++i) {
        fixture.key(Qt::Key_PageUp);
        fixture.playToHalt();
    }
    QCOMPARE(fixture.playback().step(), std::size_t {0});
}

QTEST_MAIN(TestEveryLesson)
#include "tst_everylesson.moc"
