// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/commandlist.h"
#include "ui/commands/commandpalette.h"

#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QTest>
#include <QWidget>

using namespace sessionarium::ui;
using commands::Command;
using commands::CommandList;
using commands::CommandPalette;
using commands::Group;

namespace {

/// Two commands, the second of which can be forbidden, over a window with a field that has the focus.
struct Bench
{
    Bench()
    {
        window.resize(900, 600);
        list.add({QStringLiteral("a.save"),
                  Group::File,
                  "Save",
                  {Qt::CTRL | Qt::Key_S},
                  Command::Keys::Window,
                  [this] { ++saved; },
                  {}});
        list.add({QStringLiteral("a.hop"),
                  Group::Run,
                  "To the end",
                  {Qt::Key_End},
                  Command::Keys::View,
                  [this] { ++hopped; },
                  [this] { return reason; }});
        window.show();
        window.activateWindow();
        (void)QTest::qWaitForWindowActive(&window);
        before.setFocus();
    }

    theme::ThemeHost themes;
    text::Translator translator {text::Language::English};
    QWidget window;
    QLineEdit before {&window};
    CommandList list {window};
    CommandPalette palette {themes, list, &window};
    const char *reason = nullptr;
    int saved = 0;
    int hopped = 0;
};

} // namespace

class TestCommandList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aShortcutWorksWhereverTheFocusIs();
    void aKeyOfTheViewIsHandedIn();
    void theImpossibleIsNotDone();
    void thePaletteFindsInBothLanguages();
    void thePaletteObeysTheKeyboard();
    void thePaletteSaysWhyNot();
    void thePaletteGivesWayToAnotherFocus();
};

void TestCommandList::aShortcutWorksWhereverTheFocusIs()
{
    Bench bench;
    QTest::keyClick(&bench.before, Qt::Key_S, Qt::ControlModifier);
    QCOMPARE(bench.saved, 1);
    QTest::keyClick(&bench.before, Qt::Key_End); // the field's own
    QCOMPARE(bench.hopped, 0);
}

void TestCommandList::aKeyOfTheViewIsHandedIn()
{
    Bench bench;
    QVERIFY(bench.list.press(Qt::Key_End));
    QVERIFY(bench.list.press(Qt::KeypadModifier | Qt::Key_End));
    QCOMPARE(bench.hopped, 2);
    QVERIFY(!bench.list.press(Qt::Key_Home));
    QVERIFY(!bench.list.press(Qt::CTRL | Qt::Key_S)); // its shortcut sees to that
    QCOMPARE(bench.saved, 0);
}

void TestCommandList::theImpossibleIsNotDone()
{
    Bench bench;
    bench.reason = "This is the end.";
    QVERIFY(bench.list.press(Qt::Key_End)); // and the key goes to nobody else
    bench.list.action(QStringLiteral("a.hop")).trigger();
    QCOMPARE(bench.hopped, 0);
    bench.list.refresh();
    QVERIFY(!bench.list.action(QStringLiteral("a.hop")).isEnabled());
    QVERIFY(bench.list.action(QStringLiteral("a.save")).isEnabled());
    bench.reason = nullptr;
    bench.list.refresh();
    bench.list.action(QStringLiteral("a.hop")).trigger();
    QCOMPARE(bench.hopped, 1);
}

void TestCommandList::thePaletteFindsInBothLanguages()
{
    Bench bench;
    for (const text::Language language : {text::Language::English, text::Language::Korean}) {
        bench.translator.setLanguage(language);
        bench.palette.open();
        auto *query = bench.palette.findChild<QLineEdit *>();
        QCOMPARE(bench.palette.listed().size(), qsizetype {2});
        query->setText(QStringLiteral("save"));
        QCOMPARE(bench.palette.listed(), QStringList {QStringLiteral("a.save")});
        query->setText(QStringLiteral("저장"));
        QCOMPARE(bench.palette.listed(), QStringList {QStringLiteral("a.save")});
        query->setText(QStringLiteral("zzz"));
        QCOMPARE(bench.palette.listed(), QStringList());
        bench.palette.close();
    }
}

void TestCommandList::thePaletteObeysTheKeyboard()
{
    Bench bench;
    bench.palette.open();
    auto *query = bench.palette.findChild<QLineEdit *>();
    QVERIFY(query->hasFocus());
    QCOMPARE(bench.palette.currentId(), QStringLiteral("a.save"));
    QTest::keyClick(query, Qt::Key_Down);
    QCOMPARE(bench.palette.currentId(), QStringLiteral("a.hop"));
    QVERIFY(query->accessibleDescription().contains(QStringLiteral("To the end")));
    QTest::keyClick(query, Qt::Key_Return);
    QCOMPARE(bench.hopped, 1);
    QVERIFY(!bench.palette.isVisible());
    QVERIFY(bench.before.hasFocus());
    bench.palette.open();
    QTest::keyClicks(query, QStringLiteral("sav"));
    QTest::keyClick(query, Qt::Key_Escape);
    QVERIFY(!bench.palette.isVisible());
    QVERIFY(bench.before.hasFocus());
    QCOMPARE(bench.saved, 0);
}

void TestCommandList::thePaletteSaysWhyNot()
{
    Bench bench;
    bench.reason = "This is the end.";
    bench.palette.open();
    auto *query = bench.palette.findChild<QLineEdit *>();
    QTest::keyClick(query, Qt::Key_Down);
    QVERIFY(query->accessibleDescription().contains(QStringLiteral("This is the end.")));
    QTest::keyClick(query, Qt::Key_Return);
    QVERIFY(bench.palette.isVisible());
    QCOMPARE(bench.hopped, 0);
}

void TestCommandList::thePaletteGivesWayToAnotherFocus()
{
    Bench bench;
    bench.palette.open();
    bench.before.setFocus();
    QVERIFY(!bench.palette.isVisible());
    QVERIFY(bench.before.hasFocus());
}

QTEST_MAIN(TestCommandList)
#include "tst_commandlist.moc"
