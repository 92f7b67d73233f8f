// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/endtoend/commandstates.h"
#include "tests/ui/endtoend/realkeys.h"
#include "tests/ui/endtoend/views.h"
#include "ui/commands/commandpalette.h"
#include "ui/inspector/inspectorpanel.h"
#include "ui/inspector/whypanel.h"
#include "ui/lesson/lessonpanel.h"
#include "ui/stage/stageview.h"
#include "ui/text/actiontext.h"
#include "ui/timelineview/lanesview.h"
#include "ui/widgets/button.h"
#include "ui/window/bottompanel.h"
#include "ui/window/messagebar.h"
#include "ui/window/transportbar.h"
#include "ui/window/workpage.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QMenu>
#include <QTest>

using namespace sessionarium;
using namespace sessionarium::ui;
using commands::Command;
using commands::CommandPalette;
using tests::pressKey;
using tests::View;
using tests::WindowFixture;

namespace {

constexpr int most = 400; // of keys on the way to anything

/// By Tab alone.
bool tabTo(const QString &name)
{
    for (int i = 0; i < most; ++i) {
        if (tests::keysGoTo() && tests::keysGoTo()->objectName() == name)
            return true;
        pressKey(Qt::Key_Tab);
    }
    return false;
}

/// By F6 alone.
bool regionTo(const QWidget &widget)
{
    for (int i = 0; i < 20 && tests::keysGoTo() != &widget; ++i)
        pressKey(Qt::Key_F6);
    return tests::keysGoTo() == &widget;
}

/// Down the open menu to an entry, and Enter.
bool chooseInMenu(const QString &name)
{
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    for (int i = 0; menu && i < menu->actions().size(); ++i) {
        pressKey(Qt::Key_Down);
        if (menu->activeAction() && menu->activeAction()->objectName() == name) {
            pressKey(Qt::Key_Return);
            return !menu->isVisible();
        }
    }
    return false;
}

QString actionName(model::ActionKind verb)
{
    return QStringLiteral("menu-%1").arg(static_cast<int>(verb));
}

void closeAll(WindowFixture &fixture)
{
    for (int i = 0; i < 10 && &tests::topmost(fixture) != &fixture.window(); ++i)
        pressKey(Qt::Key_Escape);
}

QString nameOf(const QWidget &widget)
{
    return QStringLiteral("%1 \"%2\"").arg(QLatin1String(widget.metaObject()->className()), widget.objectName());
}

QString saidName(QWidget &widget)
{
    const QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(&widget);
    return interface ? interface->text(QAccessible::Name) : QString();
}

/// What shows of a widget with what may stand around it: a ring, a frame.
QImage pictureAround(const QWidget &top, const QWidget &widget)
{
    constexpr int around = 4;
    const QRect box(widget.mapTo(&top, QPoint()), widget.size());
    return const_cast<QWidget &>(top).grab(box.adjusted(-around, -around, around, around) & top.rect()).toImage();
}

/// Esc takes a message away; until then it may lie on something.
bool isUnderAMessage(WindowFixture &fixture, const QWidget &widget)
{
    const window::MessageBar &bar = fixture.window().messages();
    const QPoint place = widget.mapTo(&fixture.window(), QPoint());
    return bar.isVisible() && !bar.isAncestorOf(&widget)
        && QRect(bar.mapTo(&fixture.window(), QPoint()), bar.size()).contains(QRect(place, widget.size()));
}

} // namespace

/// The window without a mouse.
class TestKeyboard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void languages_data();
    void throughALesson_data() { languages_data(); }
    void throughALesson();
    void regionsOfEveryTab();
    void everyCommand_data();
    void everyCommand();
    void tabReachesAll_data();
    void tabReachesAll();

private:
    std::vector<View> m_views;
};

void TestKeyboard::initTestCase()
{
    m_views = tests::allViews();
}

void TestKeyboard::languages_data()
{
    QTest::addColumn<text::Language>("language");
    QTest::newRow("ko") << text::Language::Korean;
    QTest::newRow("en") << text::Language::English;
}

void TestKeyboard::throughALesson()
{
    QFETCH(text::Language, language);
    WindowFixture fixture(language);
    QVERIFY(tabTo(QStringLiteral("lesson-mismatch")));
    pressKey(Qt::Key_Space);
    fixture.document().wait();
    QCOMPARE(fixture.document().lessonId(), QStringLiteral("mismatch"));

    // Forward to the question, and an answer.
    for (int i = 0; i < most && !fixture.playback().isAtGate(); ++i)
        pressKey(Qt::Key_Right);
    QVERIFY(fixture.playback().isAtGate());
    pressKey(Qt::Key_3);
    QVERIFY(!fixture.playback().isAtGate());
    fixture.playToHalt();
    QCOMPARE(fixture.find<widgets::Button>("option3")->mark(), widgets::Button::Mark::Right);

    // From mark to mark on the lanes, and why.
    auto &lanes = fixture.window().workPage().bottomPanel().lanes();
    auto &why = fixture.window().workPage().why();
    QVERIFY(regionTo(lanes));
    pressKey(Qt::Key_Left);
    pressKey(Qt::Key_Left);
    pressKey(Qt::Key_Return);
    QVERIFY(why.request().isSome());
    QVERIFY(why.lighter().isLit());
    pressKey(Qt::Key_Escape);
    QVERIFY(!why.lighter().isLit());

    // A client and a server on the stage, and what can be done to them.
    auto &stage = fixture.window().workPage().stage();
    const auto before = fixture.document().played();
    QVERIFY(regionTo(stage));
    pressKey(Qt::Key_Home);
    QCOMPARE(stage.selection(), before->timeline().findEntity("minji"));
    tests::pressMenuKey();
    QVERIFY(chooseInMenu(actionName(model::ActionKind::LogIn)));
    fixture.document().wait();
    fixture.playback().pause();
    const auto afterLogIn = fixture.document().played();
    QVERIFY(afterLogIn->branch != before->branch);
    QVERIFY(regionTo(stage));
    pressKey(Qt::Key_End);
    QCOMPARE(stage.selection(), before->timeline().findEntity("server-3"));
    pressKey(Qt::SHIFT | Qt::Key_F10);
    QVERIFY(chooseInMenu(actionName(model::ActionKind::Crash)));
    fixture.document().wait();
    const auto afterCrash = fixture.document().played();
    QVERIFY(afterCrash != afterLogIn);
    QVERIFY(afterCrash->timeline().size() > 0);

    // Presenter mode, and out again, to where the keys went before.
    pressKey(Qt::Key_F5);
    QVERIFY(fixture.window().isPresenting());
    pressKey(Qt::Key_PageDown);
    pressKey(Qt::Key_B);
    pressKey(Qt::Key_B);
    pressKey(Qt::Key_Escape);
    QVERIFY(!fixture.window().isPresenting());
    QVERIFY(fixture.window().workPage().isVisible());
    QCOMPARE(tests::keysGoTo(), static_cast<QWidget *>(&stage));
}

void TestKeyboard::regionsOfEveryTab()
{
    WindowFixture fixture(text::Language::Korean);
    tests::openAt(fixture, "mismatch", 6500);
    for (const QString &id : tests::bottomViews(fixture)) {
        tests::showBottomView(fixture, id);
        QSet<QWidget *> there;
        QSet<QWidget *> back;
        for (int i = 0; i < 12; ++i) {
            pressKey(Qt::Key_F6);
            there.insert(tests::keysGoTo());
        }
        for (int i = 0; i < 12; ++i) {
            pressKey(Qt::SHIFT | Qt::Key_F6);
            back.insert(tests::keysGoTo());
        }
        QCOMPARE(there, back);
        window::WorkPage &page = fixture.window().workPage();
        for (const QWidget *region :
             {static_cast<QWidget *>(&page.lessonPanel()), static_cast<QWidget *>(&page.stage()),
              static_cast<QWidget *>(&page.transport()), static_cast<QWidget *>(&page.inspector()),
              static_cast<QWidget *>(&page.why()), page.bottomPanel().currentWidget()}) {
            const bool reached = std::any_of(there.begin(), there.end(), [region](const QWidget *widget) {
                return widget == region || region->isAncestorOf(widget);
            });
            QVERIFY2(reached, qPrintable(id + QStringLiteral(": ") + nameOf(*region)));
        }
    }
}

void TestKeyboard::everyCommand_data()
{
    QTest::addColumn<QString>("id");
    WindowFixture fixture(text::Language::English);
    for (const auto &command : fixture.window().commands().all())
        QTest::newRow(qPrintable(command->id)) << command->id;
}

/// From the palette, and by its keys.
void TestKeyboard::everyCommand()
{
    QFETCH(QString, id);
    const tests::CommandState *state = tests::commandStateFor(id);
    QVERIFY2(state, "it is possible nowhere");
    for (const bool byPalette : {true, false}) {
        WindowFixture fixture(text::Language::Korean, state->size);
        state->show(fixture);
        const commands::CommandList &list = fixture.window().commands();
        Command &command = *const_cast<Command *>(list.find(id)); // to see that it is done, and go on doing it
        if (!byPalette && command.keys.isEmpty())
            continue;
        int done = 0;
        command.run = [&done, run = command.run] {
            ++done;
            run();
        };
        // One key for each round, since the first may change what the next one would mean.
        if (byPalette) {
            auto *palette = fixture.window().findChild<CommandPalette *>();
            // Presenter mode leaves the palette's place to the class: it is opened by its command all the same.
            pressKey(Qt::CTRL | Qt::Key_K);
            QVERIFY(palette->isVisible());
            for (int i = 0; i < most && palette->currentId() != id; ++i)
                pressKey(Qt::Key_Down);
            QCOMPARE(palette->currentId(), id);
            done = 0; // the palette itself was opened by a command
            pressKey(Qt::Key_Return);
            QVERIFY(!palette->isVisible() || id == QLatin1String("view.palette"));
        } else {
            pressKey(command.keys.front()[0]);
        }
        QVERIFY2(done == 1, byPalette ? "by the palette" : "by its keys");
        fixture.document().wait();
        closeAll(fixture);
        QCOMPARE(&tests::topmost(fixture), static_cast<QWidget *>(&fixture.window()));
    }
}

void TestKeyboard::tabReachesAll_data()
{
    QTest::addColumn<std::size_t>("view");
    QTest::addColumn<QSize>("size");
    for (std::size_t i = 0; i < m_views.size(); ++i) {
        // A menu is walked by arrows, and has nothing else to go to.
        if (m_views[i].name.startsWith(QLatin1String("menu")) || m_views[i].name == QLatin1String("palette"))
            continue;
        for (const QSize size : {QSize(1600, 1000), QSize(1280, 720)})
            QTest::addRow("%s %d", qPrintable(m_views[i].name), size.width()) << i << size;
    }
}

void TestKeyboard::tabReachesAll()
{
    QFETCH(std::size_t, view);
    QFETCH(QSize, size);
    WindowFixture fixture(text::Language::Korean, size);
    m_views[view].show(fixture);
    tests::waitForAll(fixture);
    const QWidget &top = tests::topmost(fixture);

    QStringList flaws;
    QList<QWidget *> reached;
    QWidget *before = nullptr;
    QImage focused;
    for (int i = 0; i < most; ++i) {
        pressKey(Qt::Key_Tab);
        QWidget *now = tests::keysGoTo();
        QVERIFY(now);
        if (before && before != now && !isUnderAMessage(fixture, *before) && focused == pictureAround(top, *before))
            flaws << QStringLiteral("its focus does not show: ") + nameOf(*before);
        if (reached.contains(now) && now != reached.constFirst())
            flaws << QStringLiteral("Tab does not lead on from ") + nameOf(*now);
        if (reached.contains(now))
            break;
        reached << now;
        if (saidName(*now).isEmpty())
            flaws << QStringLiteral("no name: ") + nameOf(*now);
        before = now;
        focused = pictureAround(top, *now);
    }
    // The other way round the same ones.
    QSet<QWidget *> back;
    for (qsizetype i = 0; i < reached.size(); ++i) {
        pressKey(Qt::SHIFT | Qt::Key_Tab);
        back.insert(tests::keysGoTo());
    }
    if (back != QSet<QWidget *>(reached.begin(), reached.end()))
        flaws << QStringLiteral("back it goes otherwise");
    for (QWidget *widget : top.findChildren<QWidget *>()) {
        const bool takesTab = (widget->focusPolicy() & Qt::TabFocus) && widget->window() == &top;
        if (takesTab && widget->isVisible() && widget->isEnabled() && !widget->focusProxy()
            && !reached.contains(widget))
            flaws << QStringLiteral("Tab does not reach ") + nameOf(*widget);
    }
    QVERIFY2(flaws.isEmpty(), qPrintable(QLatin1Char('\n') + flaws.join(QLatin1Char('\n'))));
}

QTEST_MAIN(TestKeyboard)
#include "tst_keyboard.moc"
