// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/jsonl.h"
#include "tests/ui/endtoend/windowfixture.h"
#include "ui/export/exportdialog.h"
#include "ui/inspector/causestep.h"
#include "ui/inspector/whypanel.h"
#include "ui/lesson/lessonpanel.h"
#include "ui/stage/stageview.h"
#include "ui/widgets/button.h"
#include "ui/widgets/textlabel.h"
#include "ui/window/workpage.h"

#include <QContextMenuEvent>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QTest>

using namespace sessionarium;
using namespace sessionarium::ui;
using tests::WindowFixture;
using widgets::Button;

namespace {

/// The words that a row of the table expects.
struct Words
{
    QString step;
    QString loggedOut;
    QString exportButton;
};

Words wordsOf(text::Language language)
{
    if (language == text::Language::Korean)
        return {QStringLiteral("1 / 6단계"), QStringLiteral("로그인 풀림"), QStringLiteral("내보내기")};
    return {QStringLiteral("Step 1 of 6"), QStringLiteral("logged out"), QStringLiteral("Export")};
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// By right arrows alone, as far as they lead.
void hopToTheGate(WindowFixture &fixture)
{
    for (int i = 0; i < 300 && !fixture.playback().isAtGate(); ++i)
        fixture.key(Qt::Key_Right);
}

/// Opens the context menu of a server on the stage and clicks what does `verb`.
bool chooseOnTheStage(WindowFixture &fixture, const char *entity, model::ActionKind verb)
{
    stage::StageView &stage = fixture.window().workPage().stage();
    const auto id = fixture.document().played()->timeline().findEntity(entity);
    const QRect node = stage.nodeRect(id);
    if (node.isEmpty())
        return false;
    QContextMenuEvent event(QContextMenuEvent::Mouse, node.center(), stage.mapToGlobal(node.center()));
    QCoreApplication::sendEvent(&stage, &event);
    auto *menu = fixture.window().findChild<QMenu *>(QStringLiteral("entityMenu"));
    if (!menu || !menu->isVisible())
        return false;
    auto *action = menu->findChild<QAction *>(QStringLiteral("menu-%1").arg(static_cast<int>(verb)));
    if (!action || !action->isEnabled())
        return false;
    QTest::mouseClick(menu, Qt::LeftButton, Qt::NoModifier, menu->actionGeometry(action).center());
    fixture.document().wait();
    return true;
}

} // namespace

class TestEndToEnd : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void languages_data();
    void fromTheWelcomePageToAnExportedFile_data() { languages_data(); }
    void fromTheWelcomePageToAnExportedFile();
    void theGateLeaksNothing_data() { languages_data(); }
    void theGateLeaksNothing();
    void aClickerAloneGetsThrough();
    void whyNamesTheCausesAndLightsThem();
    void savingAndOpeningGivesTheSameBytes();
    void stickyKeepsTheLogIn();
    void theLessonOneServerBreaksDurability();
};

void TestEndToEnd::languages_data()
{
    QTest::addColumn<text::Language>("language");
    QTest::newRow("Korean") << text::Language::Korean;
    QTest::newRow("English") << text::Language::English;
}

void TestEndToEnd::fromTheWelcomePageToAnExportedFile()
{
    QFETCH(text::Language, language);
    const Words words = wordsOf(language);
    WindowFixture fixture(language);
    QVERIFY(fixture.openLessonByClick("mismatch"));
    QCOMPARE(fixture.find<QLabel>("stepCounter")->text(), words.step);

    // Through two steps by hops, up to the question, and back again.
    hopToTheGate(fixture);
    QCOMPARE(fixture.playback().step(), std::size_t {2});
    fixture.key(Qt::Key_Left);
    QCOMPARE(fixture.playback().step(), std::size_t {1});
    fixture.key(Qt::Key_Right);
    QVERIFY(fixture.playback().isAtGate());

    // The answer by its digit; then the run goes on by itself and halts at the end of the step.
    fixture.key(Qt::Key_3);
    QVERIFY(fixture.playback().isPlaying());
    fixture.playToHalt();
    QVERIFY(fixture.playback().isAtEndOfStep());
    QCOMPARE(fixture.find<Button>("option3")->mark(), Button::Mark::Right);
    QCOMPARE(fixture.find<Button>("option1")->mark(), Button::Mark::None);
    QVERIFY(fixture.find<widgets::ElidingLabel>("counts")->text().contains(words.loggedOut));

    // Acting in the past: Server 2 goes down before the third refresh.
    const auto before = fixture.document().played();
    fixture.playback().seek(model::SimTime {} + model::milliseconds(6500));
    QVERIFY(chooseOnTheStage(fixture, "server-2", model::ActionKind::Crash));
    const auto after = fixture.document().played();
    QVERIFY(after->branch != before->branch);
    QVERIFY(fixture.find<QWidget>("branchList"));
    QVERIFY(fixture.window().isWindowModified());

    // The export, by its dialog.
    QVERIFY(fixture.click("export"));
    auto *dialog = fixture.window().findChild<exporting::ExportDialog *>();
    QVERIFY(dialog);
    auto *edit = dialog->findChild<QLineEdit *>(QStringLiteral("exportPath"));
    edit->selectAll();
    const QString path = fixture.path(QStringLiteral("run.jsonl"));
    QTest::keyClicks(edit, path);
    QTest::mouseClick(dialog->findChild<Button *>(QStringLiteral("exportStart")), Qt::LeftButton);
    dialog->wait();
    const auto read = report::readJsonLinesFile(path.toStdString(), run::defaultMaxRecords);
    QVERIFY(read.ok());
    QCOMPARE(read.value()->size(), after->timeline().size());
    std::string again;
    QVERIFY(report::writeJsonLines(*read.value(), [&again](std::string_view bytes) {
        again.append(bytes);
        return true;
    }));
    QCOMPARE(QByteArray::fromStdString(again), bytesOf(path));

    // The other language, while it runs.
    const bool toKorean = language == text::Language::English;
    QVERIFY(fixture.clickSegment("language", toKorean ? QStringLiteral("ko") : QStringLiteral("en")));
    const Words others = wordsOf(toKorean ? text::Language::Korean : text::Language::English);
    QCOMPARE(fixture.find<Button>("export")->text(), others.exportButton);
    QVERIFY(fixture.find<widgets::ElidingLabel>("counts")->text().contains(others.loggedOut));
    QVERIFY(!fixture.find<widgets::ElidingLabel>("counts")->text().contains(words.loggedOut));
}

void TestEndToEnd::theGateLeaksNothing()
{
    QFETCH(text::Language, language);
    const Words words = wordsOf(language);
    WindowFixture fixture(language);
    QVERIFY(fixture.openLessonByClick("mismatch"));
    hopToTheGate(fixture);
    QVERIFY(fixture.playback().isAtGate());

    QVERIFY(fixture.find<QWidget>("predictionCard"));
    QVERIFY(!fixture.find<QLabel>("stepText"));
    QVERIFY(!fixture.find<Button>("try1"));
    QCOMPARE(fixture.window().workPage().why().request(), model::RequestId());
    QVERIFY(!fixture.find<Button>("nextStep")->isEnabled());
    QVERIFY(!fixture.find<QAbstractButton>("play")->isEnabled());
    // What the options themselves say is the only place where the outcome is named; counts name it with a zero.
    QStringList options;
    for (int i = 1; i <= 3; ++i)
        options << fixture.find<Button>(QByteArray("option").append(QByteArray::number(i)).constData())->text();
    for (const QString &text : fixture.readableTexts()) {
        if (!text.contains(words.loggedOut, Qt::CaseInsensitive))
            continue;
        const bool isOption = std::any_of(options.begin(), options.end(), [&](const QString &option) {
            return option.endsWith(text) || option == text;
        });
        const bool isZero = text.contains(words.loggedOut + QStringLiteral(" 0"))
            || text.contains(QStringLiteral("0 ") + words.loggedOut);
        QVERIFY2(isOption || isZero, qPrintable(text));
    }
    // Titles and texts of the steps behind it are nowhere.
    const auto &steps = fixture.document().lesson()->steps;
    const QString all = fixture.readableTexts().join(QLatin1Char('\n'));
    for (std::size_t i = 3; i < steps.size(); ++i)
        QVERIFY2(!all.contains(text::pick(steps[i].title, language)), steps[i].id.c_str());

    // No key and no button leads past it.
    const model::SimTime gate = fixture.playback().moment();
    for (const Qt::Key key : {Qt::Key_Right, Qt::Key_Space, Qt::Key_End, Qt::Key_9})
        fixture.key(key);
    fixture.key(Qt::Key_Right, Qt::ControlModifier);
    QCOMPARE(fixture.playback().moment().us, gate.us);
    QVERIFY(fixture.playback().isAtGate());
}

void TestEndToEnd::aClickerAloneGetsThrough()
{
    WindowFixture fixture(text::Language::English);
    QVERIFY(fixture.openLessonByClick("mismatch"));
    int presses = 0;
    for (; presses < 60 && fixture.find<Button>("nextStep")->isVisible(); ++presses) {
        if (fixture.playback().isAtEndOfStep() && !fixture.playback().hasNextStep())
            break;
        fixture.key(Qt::Key_PageDown);
        fixture.playToHalt();
    }
    QCOMPARE(fixture.playback().moment().us, fixture.document().played()->end().us);
    QVERIFY2(presses < 20, "one press a step, and one more for the question");
    fixture.key(Qt::Key_PageUp);
    fixture.key(Qt::Key_PageUp);
    QCOMPARE(fixture.playback().step(), std::size_t {4});
}

void TestEndToEnd::whyNamesTheCausesAndLightsThem()
{
    WindowFixture fixture(text::Language::English);
    QVERIFY(fixture.openLessonByClick("mismatch"));
    hopToTheGate(fixture);
    QVERIFY(fixture.click("showMe"));
    fixture.playToHalt();
    fixture.playback().seek(model::SimTime {} + model::milliseconds(5500)); // after the first refresh

    inspector::WhyPanel &why = fixture.window().workPage().why();
    const auto &timeline = fixture.document().played()->timeline();
    QVERIFY(why.request().isSome());
    QVERIFY(fixture.find<QWidget>("brokenBox"));
    // The log-in at one server, the balancer's choice of another, the missing session; in this order.
    model::EntityId loggedInAt;
    model::EntityId chosen;
    model::EntityId missingAt;
    std::vector<std::string_view> order;
    for (const inspector::CauseStep *step : why.steps()) {
        for (const model::RecordId id : step->line().lights) {
            const auto &record = timeline[id];
            if (std::holds_alternative<model::WriteApplied>(record.fact))
                loggedInAt = record.entity;
            if (const auto *forwarded = std::get_if<model::Forwarded>(&record.fact))
                chosen = forwarded->server;
            if (std::holds_alternative<model::SessionMissing>(record.fact))
                missingAt = record.entity;
            const std::string_view kind = model::kindName(record.fact);
            if (kind == "write_applied" || kind == "forwarded" || kind == "session_missing")
                order.push_back(kind);
        }
    }
    QCOMPARE(order, (std::vector<std::string_view> {"write_applied", "forwarded", "session_missing"}));
    QVERIFY(loggedInAt.isSome());
    QCOMPARE(chosen, missingAt);
    QVERIFY(loggedInAt != missingAt);

    QVERIFY(fixture.click("lightCauses"));
    QCOMPARE(why.lighter().reached(), std::size_t {1});
    QVERIFY(why.steps().at(0)->isLit());
    QVERIFY(!why.steps().at(1)->isLit());
    QTRY_COMPARE_WITH_TIMEOUT(why.lighter().reached(), why.steps().size(), 20'000);
    QVERIFY(why.steps().back()->isLit());
    QVERIFY(!fixture.window().workPage().stage().frame().scene.lit.empty());

    // The step that comes next is not told under the light of this one.
    fixture.playback().enterStep(fixture.playback().step() + 1);
    QVERIFY(!why.lighter().isLit());
    QVERIFY(fixture.window().workPage().stage().frame().scene.lit.empty());
    QVERIFY(fixture.click("lightCauses"));
    QVERIFY(why.lighter().isLit());

    // A click on a sentence leads to its moment; the explanation stays.
    const model::RequestId request = why.request();
    QTest::mouseClick(why.steps().at(0), Qt::LeftButton);
    QCOMPARE(fixture.playback().moment().us, timeline[why.steps().at(0)->line().record].at.us);
    QCOMPARE(why.request(), request);
    fixture.key(Qt::Key_Escape);
    QVERIFY(!why.lighter().isLit());
}

void TestEndToEnd::savingAndOpeningGivesTheSameBytes()
{
    WindowFixture fixture(text::Language::Korean);
    QVERIFY(fixture.openLessonByClick("mismatch"));
    fixture.playback().seek(model::SimTime {} + model::milliseconds(2500));
    QVERIFY(chooseOnTheStage(fixture, "server-1", model::ActionKind::Crash));
    const QString first = fixture.path(QStringLiteral("first.json"));
    const QString second = fixture.path(QStringLiteral("second.json"));
    QVERIFY(!fixture.document().save(first));

    WindowFixture other(text::Language::English);
    other.window().openPath(first);
    other.document().wait();
    QVERIFY(other.document().isOpen());
    QVERIFY(!other.document().save(second));
    QVERIFY(!bytesOf(first).isEmpty());
    QCOMPARE(bytesOf(second), bytesOf(first));
    QCOMPARE(other.preferences().recentFiles(), QStringList {first});
}

void TestEndToEnd::stickyKeepsTheLogIn()
{
    WindowFixture fixture(text::Language::Korean);
    QVERIFY(fixture.openLessonByClick("mismatch"));
    QVERIFY(fixture.clickSegment("policy", QStringLiteral("sticky")));
    QCOMPARE(fixture.document().played()->policy, std::string("sticky"));
    hopToTheGate(fixture);
    fixture.key(Qt::Key_1);
    fixture.playToHalt();
    QCOMPARE(fixture.find<Button>("option1")->mark(), Button::Mark::Right);
}

void TestEndToEnd::theLessonOneServerBreaksDurability()
{
    WindowFixture fixture(text::Language::Korean);
    QVERIFY(fixture.openLessonByClick("one-server"));
    hopToTheGate(fixture);
    QVERIFY(fixture.playback().isAtGate());
    fixture.key(Qt::Key_1);
    fixture.playToHalt();
    QCOMPARE(fixture.find<Button>("option1")->mark(), Button::Mark::Wrong);
    QCOMPARE(fixture.find<Button>("option2")->mark(), Button::Mark::Right);
    const auto played = fixture.document().played();
    const model::EntityId minji = played->timeline().findEntity("minji");
    const std::uint32_t records = played->timeline().countUpTo(fixture.playback().moment());
    QVERIFY(played->verdicts().lamp(minji, verdict::Guarantee::Durability, records));
}

QTEST_MAIN(TestEndToEnd)
#include "tst_endtoend.moc"
