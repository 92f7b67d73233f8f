// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/endtoend/clipping.h"
#include "tests/ui/endtoend/windowfixture.h"
#include "ui/inspector/causestep.h"
#include "ui/inspector/whypanel.h"
#include "ui/lesson/lessonpanel.h"
#include "ui/stage/stageview.h"
#include "ui/welcome/firstminute.h"
#include "ui/welcome/lessoncard.h"
#include "ui/welcome/welcomepage.h"
#include "ui/widgets/button.h"
#include "ui/window/bottompanel.h"
#include "ui/window/transportbar.h"
#include "ui/window/workpage.h"

#include <QDir>
#include <QTest>

using namespace sessionarium;
using namespace sessionarium::ui;
using tests::WindowFixture;

namespace {

/// The parts of the working view, which must not lie on each other.
QStringList overlaps(window::WorkPage &page)
{
    const std::vector<QWidget *> parts {&page.lessonPanel(), &page.stage(), &page.transport(), &page.bottomPanel()};
    QStringList found;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        for (std::size_t j = i + 1; j < parts.size(); ++j) {
            if (parts[i]->isVisible() && parts[j]->isVisible() && parts[i]->geometry().intersects(parts[j]->geometry()))
                found << parts[i]->objectName() + QStringLiteral(" lies on ") + parts[j]->objectName();
        }
    }
    return found;
}

enum class Scene {
    Welcome,
    WelcomeOut,
    WelcomeWhy,
    WelcomeAgain,
    WelcomeOver,
    WelcomeBack,
    WelcomeBelow,
    Start,
    Gate,
    Middle,
    Outcome,
    Why,
    Details,
    Problem,
    End,
    OneServer,
    OneServerGate,
    Empty,
    Present,
    PresentGate,
    PresentOutcome,
    PresentStore
};

struct SceneRow
{
    const char *name;
    Scene scene;
};

constexpr std::array<SceneRow, 22> scenes {{{"welcome", Scene::Welcome},
                                            {"welcome-out", Scene::WelcomeOut},
                                            {"welcome-why", Scene::WelcomeWhy},
                                            {"welcome-again", Scene::WelcomeAgain},
                                            {"welcome-over", Scene::WelcomeOver},
                                            {"welcome-back", Scene::WelcomeBack},
                                            {"welcome-below", Scene::WelcomeBelow},
                                            {"mismatch-start", Scene::Start},
                                            {"mismatch-gate", Scene::Gate},
                                            {"mismatch-middle", Scene::Middle},
                                            {"mismatch-outcome", Scene::Outcome},
                                            {"mismatch-why", Scene::Why},
                                            {"mismatch-details", Scene::Details},
                                            {"problem", Scene::Problem},
                                            {"mismatch-end", Scene::End},
                                            {"one-server-gate", Scene::OneServerGate},
                                            {"one-server-end", Scene::OneServer},
                                            {"empty", Scene::Empty},
                                            {"presenter", Scene::Present},
                                            {"presenter-gate", Scene::PresentGate},
                                            {"presenter-outcome", Scene::PresentOutcome},
                                            {"presenter-store", Scene::PresentStore}}};

void open(WindowFixture &fixture, const char *lesson, std::optional<std::int64_t> atMs)
{
    (void)fixture.openLessonByClick(lesson);
    if (!atMs) {
        for (int i = 0; i < 400 && !fixture.playback().isAtGate(); ++i)
            fixture.playback().hopForward();
        return;
    }
    const model::SimTime t = model::SimTime {} + model::milliseconds(*atMs);
    fixture.document().passGatesBefore(t);
    fixture.playback().seek(t);
    fixture.document().wait();
}

/// The first minute, as far as a scene.
void showMinute(WindowFixture &fixture, Scene scene)
{
    welcome::FirstMinute &minute = fixture.window().welcomePage().firstMinute();
    minute.document().wait();
    const auto playUntil = [&](const auto &holds) {
        for (int i = 0; i < 2000 && !holds(); ++i) {
            fixture.pass(50);
            minute.playback().advance();
        }
    };
    if (scene == Scene::Welcome)
        return;
    (void)fixture.click("option1");
    playUntil([&] { return !minute.playback().isPlaying(); });
    if (scene == Scene::WelcomeOut)
        return;
    (void)fixture.click("minuteAskWhy");
    (void)QTest::qWaitFor([&] { return minute.why().lighter().reached() == minute.why().steps().size(); }, 20'000);
    if (scene == Scene::WelcomeWhy)
        return;
    (void)fixture.click("minuteAgain");
    playUntil([&] {
        const bool underWay = !minute.stage().frame().messages.empty();
        return minute.phase() == welcome::FirstMinute::Phase::Over || (scene == Scene::WelcomeAgain && underWay);
    });
    if (scene == Scene::WelcomeAgain)
        minute.playback().pause();
}

void show(WindowFixture &fixture, Scene scene)
{
    switch (scene) {
    case Scene::Welcome:
    case Scene::WelcomeOut:
    case Scene::WelcomeWhy:
    case Scene::WelcomeAgain:
    case Scene::WelcomeOver:
        showMinute(fixture, scene);
        break;
    case Scene::WelcomeBack:
    case Scene::WelcomeBelow: // somebody comes back, and looks at what stands below
        open(fixture, "sticky-crash", 9000);
        (void)fixture.document().save(fixture.path(QStringLiteral("my-lesson.json")));
        fixture.preferences().addRecentFile(fixture.path(QStringLiteral("my-lesson.json")));
        fixture.window().showWelcome();
        WindowFixture::settle();
        if (scene == Scene::WelcomeBelow)
            fixture.key(Qt::Key_End);
        break;
    case Scene::Start:
        open(fixture, "mismatch", 0);
        break;
    case Scene::Gate:
        open(fixture, "mismatch", std::nullopt);
        break;
    case Scene::Middle:
        open(fixture, "mismatch", 5003);
        break;
    case Scene::Outcome:
        open(fixture, "mismatch", 9000);
        break;
    case Scene::Why:
        open(fixture, "mismatch", 6500);
        fixture.window().workPage().why().ask(fixture.window().workPage().why().request());
        break;
    case Scene::Details:
        open(fixture, "mismatch", 6500);
        fixture.window().workPage().setDrawerOpen(true);
        break;
    case Scene::Problem:
        open(fixture, "mismatch", 0);
        fixture.window().openPath(QStringLiteral("/nowhere/lesson.json"));
        fixture.document().wait();
        break;
    case Scene::End:
        open(fixture, "mismatch", 14'000);
        break;
    case Scene::OneServerGate:
        open(fixture, "one-server", std::nullopt);
        break;
    case Scene::OneServer:
        open(fixture, "one-server", 60'000);
        break;
    case Scene::Empty:
        (void)fixture.click("startEmpty");
        break;
    case Scene::Present:
        open(fixture, "mismatch", 5003);
        fixture.window().setPresenting(true, false);
        break;
    case Scene::PresentGate:
        open(fixture, "mismatch", std::nullopt);
        fixture.window().setPresenting(true, false);
        break;
    case Scene::PresentOutcome:
        open(fixture, "mismatch", 9000);
        fixture.window().setPresenting(true, false);
        break;
    case Scene::PresentStore:
        open(fixture, "store-memory", std::nullopt);
        fixture.window().setPresenting(true, false);
        break;
    }
}

} // namespace

/// Pictures of the main views in both languages, themes and sizes, to be looked at; and what a machine can say of them.
class TestContactSheet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pictures_data();
    void pictures();
};

void TestContactSheet::pictures_data()
{
    QTest::addColumn<Scene>("scene");
    QTest::addColumn<text::Language>("language");
    QTest::addColumn<theme::Shade>("shade");
    QTest::addColumn<QSize>("size");
    for (const SceneRow &row : scenes) {
        for (const text::Language language : {text::Language::Korean, text::Language::English}) {
            for (const theme::Shade shade : {theme::Shade::Light, theme::Shade::Dark}) {
                for (const QSize size : {QSize(1600, 1000), QSize(1366, 768), QSize(1280, 720)}) {
                    const QString name =
                        QStringLiteral("%1-%2-%3-%4x%5")
                            .arg(QLatin1String(row.name), text::languageCode(language),
                                 shade == theme::Shade::Dark ? QStringLiteral("dark") : QStringLiteral("light"))
                            .arg(size.width())
                            .arg(size.height());
                    QTest::newRow(qPrintable(name)) << row.scene << language << shade << size;
                }
            }
        }
    }
}

void TestContactSheet::pictures()
{
    QFETCH(Scene, scene);
    QFETCH(text::Language, language);
    QFETCH(theme::Shade, shade);
    QFETCH(QSize, size);
    WindowFixture fixture(language, size, shade);
    show(fixture, scene);
    WindowFixture::settle();
    const QImage picture = fixture.window().grab().toImage();
    QVERIFY(QDir().mkpath(QStringLiteral(SESSIONARIUM_CONTACT_SHEET)));
    QVERIFY(
        picture.save(QStringLiteral(SESSIONARIUM_CONTACT_SHEET "/%1.png").arg(QLatin1String(QTest::currentDataTag()))));
    QCOMPARE(fixture.window().size(), size);

    const QStringList clipped = tests::clippedTexts(fixture.window());
    QVERIFY2(clipped.isEmpty(), qPrintable(clipped.join(QLatin1Char('\n'))));
    const QStringList lying = overlaps(fixture.window().workPage());
    QVERIFY2(lying.isEmpty(), qPrintable(lying.join(QLatin1Char('\n'))));
    if (scene == Scene::Gate || scene == Scene::OneServerGate) {
        // All answers and the way on are visible without scrolling, also in the smallest window.
        for (const char *name : {"option1", "option2", "option3", "showMe"}) {
            auto *button = fixture.find<widgets::Button>(name);
            QVERIFY2(button, name);
            QVERIFY2(button->visibleRegion().boundingRect() == button->rect(), name);
        }
    }
}

QTEST_MAIN(TestContactSheet)
#include "tst_contactsheet.moc"
