// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/jsonl.h"
#include "core/scenario/reader.h"
#include "tests/ui/document/documentsteps.h"
#include "tests/ui/endtoend/realkeys.h"
#include "tests/ui/endtoend/views.h"
#include "ui/branches/branchespanel.h"
#include "ui/export/exportdialog.h"
#include "ui/inspector/causestep.h"
#include "ui/inspector/whypanel.h"
#include "ui/stage/stageview.h"
#include "ui/widgets/button.h"
#include "ui/window/messagebar.h"
#include "ui/window/workpage.h"

#include <QAction>
#include <QApplication>
#include <QContextMenuEvent>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QTest>

using namespace sessionarium;
using namespace sessionarium::ui;
using model::ActionKind;
using tests::WindowFixture;
using widgets::Button;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// By the right button on a node, or on the ground for an empty id, and a click in the menu.
bool choose(WindowFixture &fixture, const char *entity, ActionKind verb)
{
    stage::StageView &stage = fixture.window().workPage().stage();
    constexpr QPoint ground(6, 6);
    const model::EntityId id = fixture.document().played()->timeline().findEntity(entity);
    const QPoint at = *entity ? stage.nodeRect(id).center() : ground;
    if (*entity && stage.nodeRect(id).isEmpty())
        return false;
    QContextMenuEvent event(QContextMenuEvent::Mouse, at, stage.mapToGlobal(at));
    QCoreApplication::sendEvent(&stage, &event);
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    auto *action = menu ? menu->findChild<QAction *>(QStringLiteral("menu-%1").arg(static_cast<int>(verb))) : nullptr;
    if (!action || !action->isEnabled())
        return false;
    QTest::mouseClick(menu, Qt::LeftButton, Qt::NoModifier, menu->actionGeometry(action).center());
    fixture.document().wait();
    fixture.playToHalt();
    fixture.window().activateWindow(); // without a window manager the menu stays the active window, though it is closed
    return QTest::qWaitForWindowActive(&fixture.window());
}

/// The dialog of the export, filled in and sent off.
bool exportTo(WindowFixture &fixture, const QString &path)
{
    if (!fixture.click("export"))
        return false;
    auto *dialog = fixture.window().findChild<exporting::ExportDialog *>();
    auto *edit = dialog ? dialog->findChild<QLineEdit *>(QStringLiteral("exportPath")) : nullptr;
    if (!edit)
        return false;
    edit->selectAll();
    QTest::keyClicks(edit, path);
    QTest::mouseClick(dialog->findChild<Button *>(QStringLiteral("exportStart")), Qt::LeftButton);
    dialog->wait();
    return QFile::exists(path);
}

QJsonObject lineOf(const QByteArray &line)
{
    return QJsonDocument::fromJson(line).object();
}

/// Where two exported runs part, as whoever reads them finds it: the moment of the first line that is not the same.
qint64 firstDifferentMoment(const std::string &one, const std::string &other)
{
    const QList<QByteArray> linesOfOne = QByteArray::fromStdString(one).split('\n');
    const QList<QByteArray> linesOfOther = QByteArray::fromStdString(other).split('\n');
    for (qsizetype i = 1; i < std::min(linesOfOne.size(), linesOfOther.size()); ++i) { // the first tells of the run
        const QJsonObject a = lineOf(linesOfOne[i]);
        const QJsonObject b = lineOf(linesOfOther[i]);
        if (a != b)
            return std::min(a[QStringLiteral("at_us")].toInteger(), b[QStringLiteral("at_us")].toInteger());
    }
    return -1;
}

/// As the window writes a moment of the first minute.
QString momentOf(qint64 us)
{
    return QStringLiteral("%1.%2")
        .arg(us / 1'000'000, 2, 10, QLatin1Char('0'))
        .arg(us / 10'000 % 100, 2, 10, QLatin1Char('0'));
}

std::size_t countOf(const scenario::Scenario &scenario, ActionKind verb)
{
    std::size_t count = 0;
    for (const scenario::Branch &branch : scenario.branches) {
        for (const model::Action &action : branch.actions)
            count += action.verb == verb ? 1 : 0;
    }
    return count;
}

} // namespace

/// The two ways through the program that everything else hangs on, from end to end and with all that lies on them.
class TestWholeWay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void languages_data();
    void fromTheWelcomePageToAnExport_data() { languages_data(); }
    void fromTheWelcomePageToAnExport();
    void fromNothingToAFileAndBack_data() { languages_data(); }
    void fromNothingToAFileAndBack();
};

void TestWholeWay::languages_data()
{
    QTest::addColumn<text::Language>("language");
    QTest::newRow("Korean") << text::Language::Korean;
    QTest::newRow("English") << text::Language::English;
}

/// Welcome page, lesson, prediction, why, action, branch, first difference of the two, presenter mode, export.
void TestWholeWay::fromTheWelcomePageToAnExport()
{
    QFETCH(text::Language, language);
    WindowFixture fixture(language);
    QVERIFY(fixture.openLessonByClick("mismatch"));
    for (int i = 0; i < 300 && !fixture.playback().isAtGate(); ++i)
        fixture.key(Qt::Key_Right);
    QVERIFY(fixture.click("option1")); // tempting, and wrong
    fixture.playToHalt();
    QCOMPARE(fixture.find<Button>("option1")->mark(), Button::Mark::Wrong);
    QCOMPARE(fixture.find<Button>("option3")->mark(), Button::Mark::Right);

    inspector::WhyPanel &why = fixture.window().workPage().why();
    QVERIFY(why.request().isSome());
    QVERIFY(fixture.click("lightCauses"));
    QVERIFY(why.lighter().isLit());
    QTest::mouseClick(why.steps().front(), Qt::LeftButton);
    const model::SimTime cause = fixture.playback().moment();
    QVERIFY(cause < fixture.document().played()->end());

    // What would have become of it, had that server gone down just then?
    const auto lessons = fixture.document().played();
    QVERIFY(choose(fixture, "server-2", ActionKind::Crash));
    const auto mine = fixture.document().played();
    QVERIFY(mine->branch != lessons->branch);
    QVERIFY(fixture.window().isWindowModified());
    QCOMPARE(fixture.playback().moment().us, cause.us);
    // The same up to there, and not the same after it.
    const std::uint32_t same = lessons->timeline().countUpTo(cause - model::microseconds(1));
    QCOMPARE(mine->timeline().countUpTo(cause - model::microseconds(1)), same);
    QVERIFY(mine->timeline().size() != lessons->timeline().size());
    QVERIFY(scenario::findBranch(*fixture.document().scenario(), lessons->branch));

    // The two beside each other.
    const qint64 parted =
        firstDifferentMoment(tests::jsonLines(lessons->timeline()), tests::jsonLines(mine->timeline()));
    QVERIFY(parted >= 0 && parted < 60'000'000);
    fixture.key(Qt::Key_F8);
    fixture.document().wait();
    auto *heading = fixture.find<QLabel>("comparisonHeading");
    QVERIFY(heading);
    QTRY_VERIFY2(heading->text().contains(momentOf(parted)),
                 qPrintable(heading->text() + QLatin1Char(' ') + momentOf(parted)));
    QVERIFY(fixture.find<QWidget>("comparedSide1") && fixture.find<QWidget>("comparedSide2"));
    fixture.playback().seek(model::SimTime {});
    QVERIFY(fixture.click("comparedBranch2"));
    fixture.document().wait();
    QCOMPARE(fixture.document().played()->branch, lessons->branch);
    QCOMPARE(fixture.playback().moment().us, parted);
    fixture.key(Qt::Key_B, Qt::ControlModifier); // back to what became of it
    fixture.document().wait();
    QCOMPARE(fixture.document().played()->branch, mine->branch);
    fixture.playback().seek(cause);

    fixture.key(Qt::Key_F5);
    QVERIFY(fixture.window().isPresenting());
    QVERIFY(!fixture.find<QLabel>("largeTitle")->text().isEmpty());
    fixture.key(Qt::Key_PageDown);
    fixture.playToHalt();
    fixture.key(Qt::Key_Escape);
    QVERIFY(!fixture.window().isPresenting());
    QCOMPARE(fixture.document().played()->branch, mine->branch);

    const QString path = fixture.path(QStringLiteral("whole.jsonl"));
    QVERIFY(exportTo(fixture, path));
    const auto read = report::readJsonLinesFile(path.toStdString(), run::defaultMaxRecords);
    QVERIFY(read.ok());
    QCOMPARE(read.value()->size(), fixture.document().played()->timeline().size());
    QCOMPARE(read.value()->info().branch, mine->branch);
}

/// Empty, servers and people, a failure, why, a file, and the same from the file.
void TestWholeWay::fromNothingToAFileAndBack()
{
    QFETCH(text::Language, language);
    WindowFixture fixture(language);
    QVERIFY(fixture.click("startEmpty"));
    const auto empty = fixture.document().played();
    const std::size_t entities = empty->timeline().entities().size();
    QVERIFY(choose(fixture, "", ActionKind::AddServer));
    QVERIFY(choose(fixture, "", ActionKind::AddClient));
    QCOMPARE(fixture.document().played()->timeline().entities().size(), entities + 2);
    // Recorded as actions: the place itself is as it was.
    const auto scenario = fixture.document().scenario();
    QCOMPARE(countOf(*scenario, ActionKind::AddServer), std::size_t {1});
    QCOMPARE(countOf(*scenario, ActionKind::AddClient), std::size_t {1});
    QVERIFY(scenario->setup.servers == empty->scenario->setup.servers);

    // Somebody logs in; every server goes down; the next request fails, and the window says why.
    QVERIFY(choose(fixture, "minji", ActionKind::LogIn));
    for (const timeline::EntityInfo &entity : fixture.document().played()->timeline().entities()) {
        if (entity.type == model::EntityType::Server)
            QVERIFY2(choose(fixture, entity.id.c_str(), ActionKind::Crash), entity.id.c_str());
    }
    QVERIFY(choose(fixture, "minji", ActionKind::Read));
    inspector::WhyPanel &why = fixture.window().workPage().why();
    QVERIFY(why.request().isSome());
    QVERIFY(!why.steps().empty());
    QVERIFY(fixture.click("lightCauses"));
    QVERIFY(why.lighter().isLit());
    QCOMPARE(fixture.document().scenario()->branches.size(), std::size_t {1});

    // Its end ran ahead of what was done; the file says where it stands.
    const QString path = fixture.path(QStringLiteral("mine.json"));
    QVERIFY(!fixture.document().save(path));
    const auto file = scenario::readScenarioFile(path.toStdString());
    QVERIFY(file.ok());
    QCOMPARE(file.value().duration.us, fixture.document().played()->timeline().info().duration.us);
    QVERIFY(bytesOf(path).contains(
        QByteArray("\"duration_us\": ").append(QByteArray::number(qlonglong(file.value().duration.us)))));
    QVERIFY(file.value().duration > empty->timeline().info().duration - model::microseconds(1));
    QVERIFY(!fixture.window().isWindowModified());

    WindowFixture other(language == text::Language::Korean ? text::Language::English : text::Language::Korean);
    other.window().openPath(path);
    other.document().wait();
    QVERIFY2(other.document().isOpen(), qPrintable(other.window().messages().text()));
    QCOMPARE(other.document().played()->timeline().size(), fixture.document().played()->timeline().size());
    const QString again = fixture.path(QStringLiteral("again.json"));
    QVERIFY(!other.document().save(again));
    QCOMPARE(bytesOf(again), bytesOf(path));
}

QTEST_MAIN(TestWholeWay)
#include "tst_wholeway.moc"
