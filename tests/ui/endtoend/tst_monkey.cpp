// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/lessons.h"
#include "tests/ui/endtoend/answeredquestions.h"
#include "tests/ui/endtoend/freezemeter.h"
#include "tests/ui/endtoend/menuchooser.h"
#include "tests/ui/endtoend/realkeys.h"
#include "tests/ui/endtoend/views.h"
#include "ui/window/messagebar.h"
#include "ui/window/workpage.h"

#include <QAction>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPointer>
#include <QStandardPaths>
#include <QTest>
#include <QUrl>
#include <QWheelEvent>
#include <QWindow>

#include <functional>
#include <random>

using namespace sessionarium;
using namespace sessionarium::ui;
using tests::FreezeMeter;
using tests::WindowFixture;

namespace {

constexpr int shortRun = 300;
constexpr int shortSeeds = 2;

/// SESSIONARIUM_MONKEY_…: how many and from where.
int wish(const char *name, int otherwise)
{
    bool ok = false;
    const int number = qEnvironmentVariableIntValue(name, &ok);
    return ok ? number : otherwise;
}

/// The lines in which two texts part.
QString differentLines(const QByteArray &one, const QByteArray &other)
{
    const QList<QByteArray> a = one.split('\n');
    const QList<QByteArray> b = other.split('\n');
    qsizetype i = 0;
    while (i < std::min(a.size(), b.size()) && a[i] == b[i])
        ++i;
    return QStringLiteral("line %1: %2 / %3")
        .arg(i + 1)
        .arg(QString::fromUtf8(a.value(i)), QString::fromUtf8(b.value(i)));
}

/// Clicks, presses and turns whatever there is. From the same seed the same is drawn; what becomes of it also depends
/// on what was computed by then.
class Monkey
{
public:
    Monkey(WindowFixture &fixture, FreezeMeter &meter, quint32 seed)
        : m_fixture(fixture), m_meter(meter), m_random(seed)
    {
    }

    void act();

private:
    int draw(int below) { return std::uniform_int_distribution<int>(0, below - 1)(m_random); }
    template <class List>
    auto pick(const List &list)
    {
        return *(std::begin(list) + draw(static_cast<int>(std::size(list))));
    }
    void occasion(const QString &what) { m_meter.setOccasion(what); }
    [[nodiscard]] QWidget *someWidget();
    void mouse();
    void drag();
    void wheel();
    void key();
    void type();
    void resize();
    void command();
    void open();
    void look();
    void time();

    WindowFixture &m_fixture;
    FreezeMeter &m_meter;
    std::mt19937 m_random;
};

void Monkey::act()
{
    const int what = draw(100);
    if (what < 34)
        mouse();
    else if (what < 38)
        drag();
    else if (what < 46)
        wheel();
    else if (what < 72)
        key();
    else if (what < 76)
        type();
    else if (what < 79)
        resize();
    else if (what < 87)
        command();
    else if (what < 89)
        open();
    else if (what < 91)
        look();
    else
        time();
    occasion(QStringLiteral("leisure"));
    for (int i = 0; i < 3; ++i)
        QCoreApplication::processEvents();
}

/// Something that is to be seen in the window in front.
QWidget *Monkey::someWidget()
{
    QWidget &top = tests::topmost(m_fixture);
    QList<QWidget *> widgets;
    for (QWidget *widget : top.findChildren<QWidget *>()) {
        if (widget->isVisible() && widget->window() == &top)
            widgets << widget;
    }
    return widgets.isEmpty() || draw(4) == 0 ? &top : pick(widgets);
}

void Monkey::mouse()
{
    const QPointer<QWidget> widget = someWidget(); // a click may make an end of it
    const QPoint at(draw(std::max(1, widget->width())), draw(std::max(1, widget->height())));
    const QPoint inWindow = widget->mapTo(widget->window(), at);
    const QPointer<QWindow> window = widget->window()->windowHandle();
    if (!window)
        return;
    const int what = draw(12);
    occasion(QStringLiteral("click %1 on %2 %3 at %4,%5")
                 .arg(what)
                 .arg(QLatin1String(widget->metaObject()->className()), widget->objectName())
                 .arg(at.x())
                 .arg(at.y()));
    const Qt::KeyboardModifiers modifiers =
        draw(10) == 0 ? pick(std::array {Qt::ShiftModifier, Qt::ControlModifier}) : Qt::NoModifier;
    // Not by QTest::mouseClick, which goes on with a window that its press ended.
    const auto click = [&](Qt::MouseButton button) {
        if (window)
            QTest::mousePress(window, button, modifiers, inWindow);
        if (window)
            QTest::mouseRelease(window, button, modifiers, inWindow);
    };
    if (what == 0) {
        QTest::mouseMove(window, inWindow);
    } else if (what == 1) {
        click(Qt::LeftButton);
        click(Qt::LeftButton);
    } else if (what == 2) {
        click(Qt::RightButton);
        if (!widget)
            return;
        QContextMenuEvent menu(QContextMenuEvent::Mouse, at, widget->mapToGlobal(at));
        QCoreApplication::sendEvent(widget, &menu);
    } else if (what == 3) {
        click(Qt::MiddleButton);
    } else {
        click(Qt::LeftButton);
    }
}

void Monkey::drag()
{
    const QPointer<QWidget> widget = someWidget();
    const QPointer<QWindow> window = widget->window()->windowHandle();
    if (!window)
        return;
    occasion(QStringLiteral("drag on ") + widget->objectName());
    const auto move = [&](const std::function<void(QPoint)> &how) {
        if (widget && window)
            how(widget->mapTo(widget->window(),
                              QPoint(draw(std::max(1, widget->width())), draw(std::max(1, widget->height())))));
    };
    move([&](QPoint at) { QTest::mousePress(window, Qt::LeftButton, {}, at); });
    for (int i = 0; i < 4; ++i)
        move([&](QPoint at) { QTest::mouseMove(window, at); });
    // Now and then a key comes in between.
    if (draw(4) == 0)
        key();
    move([&](QPoint at) { QTest::mouseRelease(window, Qt::LeftButton, {}, at); });
}

void Monkey::wheel()
{
    QWidget *widget = someWidget();
    const QPointF at(draw(std::max(1, widget->width())), draw(std::max(1, widget->height())));
    occasion(QStringLiteral("wheel on ") + widget->objectName());
    const int turn = pick(std::array {-120, 120, -360, 360, -15, 15, 960, -960});
    const bool across = draw(6) == 0;
    QWheelEvent event(at, widget->mapToGlobal(at), {}, across ? QPoint(turn, 0) : QPoint(0, turn), Qt::NoButton,
                      draw(3) == 0 ? Qt::ControlModifier : Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(widget, &event);
}

void Monkey::key()
{
    static constexpr std::array keys {
        Qt::Key_Left,     Qt::Key_Right,  Qt::Key_Up,    Qt::Key_Down,      Qt::Key_Right, Qt::Key_Right,
        Qt::Key_Home,     Qt::Key_End,    Qt::Key_Tab,   Qt::Key_Backtab,   Qt::Key_Space, Qt::Key_Return,
        Qt::Key_PageDown, Qt::Key_PageUp, Qt::Key_Enter, Qt::Key_Backspace, Qt::Key_1,     Qt::Key_2,
        Qt::Key_3,        Qt::Key_9,      Qt::Key_0,     Qt::Key_Escape,    Qt::Key_F1,    Qt::Key_F5,
        Qt::Key_F6,       Qt::Key_F7,     Qt::Key_F10,   Qt::Key_Plus,      Qt::Key_Minus, Qt::Key_Delete,
        Qt::Key_Menu,     Qt::Key_Period, Qt::Key_B,     Qt::Key_A,         Qt::Key_C,     Qt::Key_Z};
    static constexpr std::array<Qt::KeyboardModifiers, 8> modifiers {
        Qt::NoModifier,    Qt::NoModifier,      Qt::NoModifier,  Qt::NoModifier,
        Qt::ShiftModifier, Qt::ControlModifier, Qt::AltModifier, Qt::ControlModifier | Qt::ShiftModifier};
    const Qt::Key key = pick(keys);
    const Qt::KeyboardModifiers with = pick(modifiers);
    const QWidget *goesTo = tests::keysGoTo();
    // What is typed into the name of a file would be written to wherever that leads.
    if (qobject_cast<const QLineEdit *>(goesTo) && goesTo->objectName() == QLatin1String("exportPath")
        && (key == Qt::Key_Backspace || key == Qt::Key_Delete))
        return;
    occasion(QStringLiteral("key ") + QKeySequence(QKeyCombination(with, key)).toString());
    if (key == Qt::Key_Menu)
        tests::pressMenuKey();
    else
        tests::strikeKey(QKeyCombination(with, key));
}

void Monkey::type()
{
    const QWidget *goesTo = tests::keysGoTo();
    if (goesTo && goesTo->objectName() == QLatin1String("exportPath"))
        return;
    occasion(QStringLiteral("letters"));
    const int count = 1 + draw(6);
    for (int i = 0; i < count; ++i) {
        tests::strikeKey(pick(std::array {Qt::Key_A, Qt::Key_E, Qt::Key_N, Qt::Key_S, Qt::Key_1, Qt::Key_4,
                                          Qt::Key_Space, Qt::Key_R, Qt::Key_O, Qt::Key_Colon}));
    }
}

void Monkey::resize()
{
    occasion(QStringLiteral("resize"));
    m_fixture.window().resize(1000 + draw(1000), 650 + draw(600));
}

void Monkey::command()
{
    const auto &all = m_fixture.window().commands().all();
    const commands::Command &command = *all[static_cast<std::size_t>(draw(static_cast<int>(all.size())))];
    occasion(command.id);
    // As a menu entry would: not while a dialog keeps the window.
    if (&tests::topmost(m_fixture) == &m_fixture.window())
        m_fixture.window().commands().action(command.id).trigger();
}

void Monkey::open()
{
    if (&tests::topmost(m_fixture) != &m_fixture.window())
        return;
    const auto lessons = resources::lessons();
    const auto &lesson = lessons[static_cast<std::size_t>(draw(static_cast<int>(lessons.size())))];
    occasion(QStringLiteral("open a lesson"));
    (void)m_fixture.window().openLesson(
        QString::fromLatin1(lesson.id.data(), static_cast<qsizetype>(lesson.id.size())));
    if (draw(2) == 0)
        m_fixture.document().wait();
}

void Monkey::look()
{
    occasion(QStringLiteral("another look"));
    switch (draw(3)) {
    case 0:
        m_fixture.window().setLanguage(draw(2) == 0 ? text::Language::Korean : text::Language::English);
        break;
    case 1:
        m_fixture.window().setShade(draw(2) == 0 ? theme::Shade::Light : theme::Shade::Dark);
        break;
    default:
        m_fixture.window().setTextScale(pick(std::array {0.8, 1.0, 1.0, 1.25, 1.5}));
    }
}

void Monkey::time()
{
    occasion(QStringLiteral("time passes"));
    if (draw(3) == 0)
        m_fixture.document().wait();
    for (int i = draw(8); i >= 0; --i) {
        m_fixture.pass(16);
        QCoreApplication::processEvents();
    }
}

} // namespace

/// Anything that a person could do, at random: the window neither falls nor stands still, and afterwards it works.
class TestMonkey : public QObject
{
    Q_OBJECT

public:
    explicit TestMonkey(FreezeMeter &meter) : m_meter(meter) { }

private Q_SLOTS:
    void anything_data();
    void anything();

private:
    static void checkConsistent(WindowFixture &fixture);
    static void bringHome(WindowFixture &fixture);
    static void checkWorks(WindowFixture &fixture);

    FreezeMeter &m_meter;
};

void TestMonkey::anything_data()
{
    QTest::addColumn<quint32>("seed");
    const int first = wish("SESSIONARIUM_MONKEY_SEED", 1);
    const int count = wish("SESSIONARIUM_MONKEY_SEEDS", shortSeeds);
    for (int seed = first; seed < first + count; ++seed)
        QTest::addRow("seed %d", seed) << static_cast<quint32>(seed);
}

/// What is true whatever was done before, also with a dialog open.
void TestMonkey::checkConsistent(WindowFixture &fixture)
{
    const document::Document &document = fixture.document();
    const playback::PlaybackController &playback = fixture.playback();
    QVERIFY(QRect({}, fixture.window().size()).contains(fixture.window().centralWidget()->geometry()));
    if (!document.isOpen())
        return;
    const document::LessonProgress &progress = document.progress();
    QVERIFY(playback.step() < progress.stepCount());
    // Earlier than its step the playhead stands only in what this step's own run did then.
    QVERIFY(playback.moment() >= progress.start(playback.step())
            || document.runOfStep(progress.stepAt(playback.moment())) != document.played());
    QVERIFY(playback.moment() <= progress.end(playback.step()));
    QVERIFY(playback.moment() <= document.view().revealedUntil);
    QCOMPARE(document.view().timeline, &document.played()->timeline());
    QVERIFY(document.canAct() == (document.scenario() != nullptr));
    if (document.scenario())
        QVERIFY(scenario::findBranch(*document.scenario(), document.played()->branch));
}

/// Everything that lies over the window goes by Esc, as a person would get rid of it.
void TestMonkey::bringHome(WindowFixture &fixture)
{
    fixture.window().show();
    fixture.document().wait();
    tests::waitForAll(fixture);
    const auto isHome = [&fixture] { return &tests::topmost(fixture) == &fixture.window(); };
    constexpr int patience = 400; // work that Esc ends takes a moment to end before the next one closes its dialog
    for (int i = 0; i < patience && !isHome(); ++i) {
        if (!QApplication::activePopupWidget())
            tests::topmost(fixture).activateWindow();
        tests::pressKey(Qt::Key_Escape);
        (void)QTest::qWaitFor(isHome, 20);
    }
    QVERIFY2(&tests::topmost(fixture) == &fixture.window(),
             qPrintable(QLatin1String(tests::topmost(fixture).metaObject()->className()) + QLatin1Char(' ')
                        + tests::topmost(fixture).objectName()));
    fixture.window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
    fixture.window().messages().dismiss();
    if (fixture.window().isPresenting())
        fixture.window().setPresenting(false);
    WindowFixture::settle();
}

void TestMonkey::checkWorks(WindowFixture &fixture)
{
    fixture.window().resize(1600, 1000);
    fixture.window().setTextScale(1.0);
    fixture.window().setLanguage(text::Language::English);
    // What there is can be kept, and comes back as it was.
    if (fixture.document().canAct()) {
        const QString path = fixture.path(QStringLiteral("kept.json"));
        QVERIFY(!fixture.document().save(path));
        QFile first(path);
        QVERIFY(first.open(QIODevice::ReadOnly));
        const QByteArray bytes = first.readAll();
        first.close();
        fixture.window().openPath(path);
        fixture.document().wait();
        QVERIFY2(fixture.document().isOpen(), qPrintable(fixture.window().messages().text()));
        QVERIFY(!fixture.document().save(path));
        QVERIFY(first.open(QIODevice::ReadOnly));
        const QByteArray again = first.readAll();
        QVERIFY2(again == bytes, qPrintable(differentLines(bytes, again)));
    }
    // And a lesson goes its way.
    QVERIFY(fixture.window().openLesson(QStringLiteral("mismatch")));
    fixture.document().wait();
    if (fixture.window().messages().isAsking())
        QVERIFY(fixture.click("discard"));
    fixture.document().wait();
    QCOMPARE(fixture.document().lessonId(), QStringLiteral("mismatch"));
    for (int i = 0; i < 300 && !fixture.playback().isAtGate(); ++i)
        tests::pressKey(Qt::Key_Right);
    QVERIFY2(fixture.playback().isAtGate(),
             tests::keysGoTo() ? tests::keysGoTo()->metaObject()->className() : "nobody");
    tests::pressKey(Qt::Key_3);
    QVERIFY(!fixture.playback().isAtGate());
    fixture.playToHalt();
    QVERIFY(fixture.playback().isAtEndOfStep());
}

void TestMonkey::anything()
{
    QFETCH(quint32, seed);
    const int events = wish("SESSIONARIUM_MONKEY_EVENTS", shortRun);
    WindowFixture fixture(seed % 2 == 0 ? text::Language::Korean : text::Language::English,
                          seed % 3 == 0 ? QSize(1280, 720) : QSize(1600, 1000));
    std::mt19937 choice(seed);
    const tests::AnsweredQuestions answers([&](const QFileDialog &dialog) {
        const auto drawn = static_cast<std::uint32_t>(choice());
        if (drawn % 4 == 0)
            return QString();
        const QString suffix = dialog.defaultSuffix().isEmpty() ? QStringLiteral("json") : dialog.defaultSuffix();
        if (dialog.acceptMode() == QFileDialog::AcceptSave)
            return fixture.path(QStringLiteral("monkey%1.%2").arg(drawn % 3).arg(suffix));
        const QString path = fixture.path(QStringLiteral("monkey%1.json").arg(drawn % 3));
        if (QFile::exists(path))
            return path;
        // A copy: it will be saved, too.
        const char *from = drawn % 2 == 0 ? "/observed/o1-a.json" : "/broken/lesson-empty-all.json";
        const QString copy = fixture.path(QStringLiteral("copy.json"));
        (void)QFile::remove(copy);
        (void)QFile::copy(QStringLiteral(SESSIONARIUM_TEST_DATA) + QLatin1String(from), copy);
        return copy;
    });
    const tests::MenuChooser chooser(seed);
    m_meter.restart();
    Monkey monkey(fixture, m_meter, seed);
    for (int i = 0; i < events; ++i) {
        monkey.act();
        if (!fixture.window().isVisible())
            fixture.window().show(); // it was closed, and opened again
        checkConsistent(fixture);
        if (QTest::currentTestFailed()) {
            qWarning("after %d of the events", i + 1);
            return;
        }
    }
    const double longest = m_meter.longestMilliseconds();
    const QString what = m_meter.longest();
    bringHome(fixture);
    if (!QTest::currentTestFailed())
        checkConsistent(fixture);
    if (!QTest::currentTestFailed())
        checkWorks(fixture);
    if (QTest::currentTestFailed())
        return;
    qInfo("longest event: %s", qPrintable(what));
#if defined(NDEBUG) && !defined(__SANITIZE_ADDRESS__)
    constexpr double longestAllowed = 100;
    QVERIFY2(longest <= longestAllowed, qPrintable(what));
#else
    Q_UNUSED(longest)
#endif
}

int main(int argc, char **argv)
{
    // Wherever the program keeps or suggests something, it stays in here.
    const QTemporaryDir home;
    qputenv("HOME", home.path().toLocal8Bit());
    for (const char *name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR",
                             "XDG_DOCUMENTS_DIR"})
        qputenv(name, home.path().toLocal8Bit());
    QDir::setCurrent(home.path());
    // Longer than Qt Test has patience for.
    if (!qEnvironmentVariableIsSet("QTEST_FUNCTION_TIMEOUT"))
        qputenv("QTEST_FUNCTION_TIMEOUT", "14400000");
    FreezeMeter application(argc, argv);
    TestMonkey test(application);
    QTEST_SET_MAIN_SOURCE_PATH
    return QTest::qExec(&test, argc, argv);
}

#include "tst_monkey.moc"
