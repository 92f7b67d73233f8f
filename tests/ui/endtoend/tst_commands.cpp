// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/endtoend/windowfixture.h"
#include "ui/commands/commandpalette.h"
#include "ui/commands/paletterow.h"
#include "ui/help/helpwindow.h"
#include "ui/window/workpage.h"

#include <QAbstractItemView>
#include <QAction>
#include <QLineEdit>
#include <QMenu>
#include <QTest>

using namespace sessionarium;
using namespace sessionarium::ui;
using commands::Command;
using commands::CommandPalette;
using tests::WindowFixture;

namespace {

QSet<QAction *> actionsBelow(const QMenu &menu)
{
    QSet<QAction *> found;
    for (QAction *action : menu.actions()) {
        found.insert(action);
        if (action->menu())
            found.unite(actionsBelow(*action->menu()));
    }
    return found;
}

void runFromPalette(WindowFixture &fixture, const QString &query)
{
    fixture.key(Qt::Key_K, Qt::ControlModifier);
    fixture.find<QLineEdit>("paletteQuery")->setText(query);
    fixture.key(Qt::Key_Return);
}

} // namespace

/// One list of commands, seen from all of its sides on the real window.
class TestCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noTwoShareAKeyOrAName();
    void theMenuHasThemAll();
    void theHelpTellsAllKeys_data();
    void theHelpTellsAllKeys();
    void thePaletteDoesThem();
    void thePaletteSaysWhyNot();
    void thePaletteKnowsOtherWords_data();
    void thePaletteKnowsOtherWords();
    void f6GoesBothWays();
};

void TestCommands::noTwoShareAKeyOrAName()
{
    WindowFixture fixture(text::Language::Korean);
    const commands::CommandList &list = fixture.window().commands();
    QSet<QString> seen;
    for (const auto &command : list.all()) {
        QStringList unique {command->id, list.name(*command, text::Language::Korean),
                            list.name(*command, text::Language::English)};
        for (const QKeySequence &keys : command->keys)
            unique << keys.toString(QKeySequence::PortableText);
        unique.removeDuplicates();
        for (const QString &one : unique) {
            QVERIFY2(!seen.contains(one), qPrintable(one));
            seen.insert(one);
        }
        const QString korean = list.name(*command, text::Language::Korean);
        QVERIFY2(std::any_of(korean.begin(), korean.end(), [](QChar c) { return c.script() == QChar::Script_Hangul; }),
                 qPrintable(korean));
    }
    QVERIFY(seen.size() > 60);
}

void TestCommands::theMenuHasThemAll()
{
    WindowFixture fixture(text::Language::English);
    const auto *menu = fixture.window().findChild<QMenu *>(QStringLiteral("mainMenu"));
    QVERIFY(menu);
    const QSet<QAction *> inMenu = actionsBelow(*menu);
    for (const auto &command : fixture.window().commands().all())
        QVERIFY2(inMenu.contains(&fixture.window().commands().action(command->id)), qPrintable(command->id));
}

void TestCommands::theHelpTellsAllKeys_data()
{
    QTest::addColumn<text::Language>("language");
    QTest::newRow("ko") << text::Language::Korean;
    QTest::newRow("en") << text::Language::English;
}

void TestCommands::theHelpTellsAllKeys()
{
    QFETCH(text::Language, language);
    WindowFixture fixture(language);
    fixture.key(Qt::Key_F1);
    auto *help = fixture.window().findChild<help::HelpWindow *>();
    QVERIFY(help && help->isVisible());
    const QStringList texts = help->text().split(QLatin1Char('\n'));
    const commands::CommandList &list = fixture.window().commands();
    for (const auto &command : list.all()) {
        if (command->keys.isEmpty())
            continue;
        QVERIFY2(texts.contains(list.keys(*command)), qPrintable(command->id));
        QVERIFY2(texts.contains(list.name(*command, language)), qPrintable(command->id));
    }
    help->close();
}

void TestCommands::thePaletteDoesThem()
{
    WindowFixture fixture(text::Language::Korean);
    QVERIFY(fixture.openLessonByClick("mismatch"));
    QWidget *before = fixture.window().focusWidget();
    runFromPalette(fixture, QStringLiteral("sticky"));
    QCOMPARE(fixture.document().played()->policy, std::string("sticky"));
    QCOMPARE(fixture.window().focusWidget(), before);
    runFromPalette(fixture, QStringLiteral("이벤트 하나 앞"));
    QVERIFY(fixture.playback().moment() > model::SimTime {});
    runFromPalette(fixture, QStringLiteral("영어"));
    QVERIFY(fixture.window().findChild<CommandPalette *>()->isHidden());
    QTRY_COMPARE(fixture.window().commands().action(QStringLiteral("file.save")).text(), QStringLiteral("Save"));
    fixture.key(Qt::Key_K, Qt::ControlModifier);
    QVERIFY(fixture.find<QLineEdit>("paletteQuery"));
    fixture.key(Qt::Key_K, Qt::ControlModifier);
    QVERIFY(!fixture.find<QLineEdit>("paletteQuery"));
}

void TestCommands::thePaletteSaysWhyNot()
{
    WindowFixture fixture(text::Language::English);
    const commands::CommandList &list = fixture.window().commands();
    const Command &save = *list.find(QStringLiteral("file.save"));
    const Command &back = *list.find(QStringLiteral("run.hopBack"));
    const Command &forward = *list.find(QStringLiteral("run.hopForward"));
    QVERIFY(!list.whyNot(save).isEmpty());
    QVERIFY(!list.action(save.id).isEnabled());
    QVERIFY(fixture.openLessonByClick("mismatch"));
    QVERIFY(list.whyNot(save).isEmpty());
    QVERIFY(list.action(save.id).isEnabled());
    QVERIFY(!list.whyNot(back).isEmpty());
    QVERIFY(list.whyNot(forward).isEmpty());
    fixture.key(Qt::Key_End);
    fixture.key(Qt::Key_Right); // to the question
    QVERIFY(fixture.playback().isAtGate());
    QVERIFY(!list.whyNot(forward).isEmpty());
    QVERIFY2(list.whyNot(*list.find(QStringLiteral("run.nextStep"))).isEmpty(), "a clicker gets through the gate");
    const model::SimTime moment = fixture.playback().moment();
    runFromPalette(fixture, QStringLiteral("to the end"));
    QCOMPARE(fixture.playback().moment().us, moment.us);
    QVERIFY(fixture.find<QLineEdit>("paletteQuery"));
}

void TestCommands::thePaletteKnowsOtherWords_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("command");
    for (const auto &[query, command] :
         {std::pair("full screen", "view.present"), std::pair("프로젝터", "view.present"),
          std::pair("다크 모드", "view.theme"), std::pair("되돌리기", "edit.undo"), std::pair("불러오기", "file.open"),
          std::pair("exit", "file.quit"), std::pair("font", "view.largerText"), std::pair("용어", "help.glossary")})
        QTest::newRow(query) << QString::fromUtf8(query) << QString::fromUtf8(command);
}

/// Whoever uses a word of another program, in whichever language the window speaks.
void TestCommands::thePaletteKnowsOtherWords()
{
    QFETCH(QString, query);
    QFETCH(QString, command);
    for (const text::Language language : {text::Language::Korean, text::Language::English}) {
        WindowFixture fixture(language);
        fixture.key(Qt::Key_K, Qt::ControlModifier);
        fixture.find<QLineEdit>("paletteQuery")->setText(query);
        const auto *list = fixture.find<QAbstractItemView>("paletteList");
        QVERIFY(list && list->model()->rowCount() > 0);
        QCOMPARE(list->model()->index(0, 0).data(commands::PaletteRow::IdRole).toString(), command);
    }
}

void TestCommands::f6GoesBothWays()
{
    WindowFixture fixture(text::Language::English);
    QVERIFY(fixture.openLessonByClick("mismatch"));
    fixture.key(Qt::Key_F6);
    const QWidget *first = fixture.window().focusWidget();
    fixture.key(Qt::Key_F6);
    QVERIFY(fixture.window().focusWidget() != first);
    fixture.key(Qt::Key_F6, Qt::ShiftModifier);
    QCOMPARE(fixture.window().focusWidget(), first);
}

QTEST_MAIN(TestCommands)
#include "tst_commands.moc"
