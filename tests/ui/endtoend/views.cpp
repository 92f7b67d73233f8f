// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/endtoend/views.h"

#include "ui/charts/chartsview.h"
#include "ui/events/eventsview.h"
#include "ui/inspector/whypanel.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/window/bottompanel.h"
#include "ui/window/messagebar.h"
#include "ui/window/workpage.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QFile>
#include <QTest>

namespace sessionarium::tests {

using namespace ui;

namespace {

constexpr std::int64_t outcomeOfMismatch = 6500;

void openPolicy(WindowFixture &fixture, const char *lesson, const char *policy, std::int64_t milliseconds)
{
    openAt(fixture, lesson, milliseconds);
    scenario::RunChange change;
    change.policy = policy;
    fixture.document().change(change);
    fixture.document().wait();
    const model::SimTime t = model::SimTime {} + model::milliseconds(milliseconds);
    fixture.document().passGatesBefore(t);
    fixture.playback().seek(t);
}

void selectFirst(WindowFixture &fixture, model::EntityType type, std::size_t which = 0)
{
    for (const timeline::EntityInfo &entity : fixture.document().played()->timeline().entities()) {
        if (entity.type == type && which-- == 0) {
            fixture.window().workPage().select(fixture.document().played()->timeline().findEntity(entity.id));
            break;
        }
    }
    fixture.window().workPage().setDrawerOpen(true); // in small windows
}

void openFreeScenario(WindowFixture &fixture)
{
    const QString path = fixture.path(QStringLiteral("free.json"));
    (void)QFile::copy(QStringLiteral(SESSIONARIUM_TEST_DATA "/observed/o1-a.json"), path);
    fixture.window().openPath(path);
    fixture.document().wait();
    fixture.playback().seek(fixture.document().played()->end());
}

void run(WindowFixture &fixture, const char *command)
{
    fixture.window().commands().action(QLatin1String(command)).trigger();
    WindowFixture::settle();
}

void showMenuOf(WindowFixture &fixture, model::EntityType type)
{
    selectFirst(fixture, type);
    fixture.window().workPage().setDrawerOpen(false);
    run(fixture, "run.actions");
}

std::vector<View> lessonViews()
{
    return {
        {QStringLiteral("welcome"), [](WindowFixture &) {}},
        {QStringLiteral("welcome-recent"),
         [](WindowFixture &fixture) {
             openFreeScenario(fixture);
             fixture.window().showWelcome();
         }},
        {QStringLiteral("lesson-start"), [](WindowFixture &fixture) { openAt(fixture, "mismatch", 0); }},
        {QStringLiteral("lesson-gate"), [](WindowFixture &fixture) { openAtGate(fixture, "mismatch"); }},
        {QStringLiteral("lesson-outcome"), [](WindowFixture &fixture) { openAt(fixture, "mismatch", 9000); }},
        {QStringLiteral("lesson-end"), [](WindowFixture &fixture) { openAt(fixture, "sticky-crash", 15'000); }},
        {QStringLiteral("lesson-crowd"), [](WindowFixture &fixture) { openAt(fixture, "scale-out", 9000); }},
        {QStringLiteral("lesson-changed"),
         [](WindowFixture &fixture) { openPolicy(fixture, "mismatch", "sticky", 9000); }},
        {QStringLiteral("free"), openFreeScenario},
        {QStringLiteral("empty"), [](WindowFixture &fixture) { (void)fixture.click("startEmpty"); }},
        {QStringLiteral("why"),
         [](WindowFixture &fixture) {
             openAt(fixture, "mismatch", outcomeOfMismatch);
             fixture.window().workPage().why().ask(fixture.window().workPage().why().request());
         }},
    };
}

std::vector<View> inspectorViews()
{
    const auto of = [](const char *name, const char *policy, model::EntityType type, std::size_t which = 0) {
        return View {QStringLiteral("inspector-") + QLatin1String(name), [policy, type, which](WindowFixture &fixture) {
                         openPolicy(fixture, "store-memory", policy, 12'000);
                         selectFirst(fixture, type, which);
                     }};
    };
    using model::EntityType;
    return {of("client", "sticky+store", EntityType::Client), of("balancer", "sticky+store", EntityType::Balancer),
            of("server", "all-to-all", EntityType::Server), of("store", "store-replica", EntityType::Store),
            of("replica", "store-replica", EntityType::Store, 1)};
}

std::vector<View> presenterViews()
{
    const auto present = [](WindowFixture &fixture) { fixture.window().setPresenting(true, false); };
    return {{QStringLiteral("presenter"),
             [present](WindowFixture &fixture) {
                 openAt(fixture, "mismatch", 5003);
                 present(fixture);
             }},
            {QStringLiteral("presenter-gate"),
             [present](WindowFixture &fixture) {
                 openAtGate(fixture, "store-memory");
                 present(fixture);
             }},
            {QStringLiteral("presenter-outcome"), [present](WindowFixture &fixture) {
                 openAt(fixture, "mismatch", 9000);
                 present(fixture);
             }}};
}

std::vector<View> overlayViews()
{
    return {{QStringLiteral("palette"),
             [](WindowFixture &fixture) {
                 openAt(fixture, "mismatch", outcomeOfMismatch);
                 run(fixture, "view.palette");
             }},
            {QStringLiteral("menu-client"),
             [](WindowFixture &fixture) {
                 openAt(fixture, "store-memory", 5000);
                 showMenuOf(fixture, model::EntityType::Client);
             }},
            {QStringLiteral("menu-server"),
             [](WindowFixture &fixture) {
                 openAt(fixture, "store-memory", 5000);
                 showMenuOf(fixture, model::EntityType::Server);
             }},
            {QStringLiteral("help"), [](WindowFixture &fixture) { run(fixture, "help.keys"); }},
            {QStringLiteral("export-data"),
             [](WindowFixture &fixture) {
                 openAt(fixture, "mismatch", 9000);
                 run(fixture, "file.export");
             }},
            {QStringLiteral("export-picture"),
             [](WindowFixture &fixture) {
                 openAt(fixture, "mismatch", 9000);
                 run(fixture, "file.export");
                 auto *subject =
                     topmost(fixture).findChild<widgets::SegmentedControl *>(QStringLiteral("exportSubject"));
                 if (subject) {
                     QTest::mouseClick(subject, Qt::LeftButton, Qt::NoModifier,
                                       subject->segmentRect(QStringLiteral("picture")).center());
                 }
             }},
            {QStringLiteral("export-gate"),
             [](WindowFixture &fixture) {
                 openAtGate(fixture, "mismatch");
                 run(fixture, "file.export");
             }},
            {QStringLiteral("branches"),
             [](WindowFixture &fixture) {
                 openAt(fixture, "mismatch", 9000);
                 model::Action crash;
                 crash.verb = model::ActionKind::Crash;
                 crash.server = "server-2";
                 fixture.document().act(model::SimTime {} + model::milliseconds(4000), crash);
                 fixture.document().wait();
                 run(fixture, "branch.compare");
                 waitForAll(fixture);
             }},
            {QStringLiteral("print"),
             [](WindowFixture &fixture) {
                 openAt(fixture, "mismatch", 9000);
                 run(fixture, "file.print");
             }},
            {QStringLiteral("sides"),
             [](WindowFixture &fixture) {
                 openAt(fixture, "store-memory", 5000);
                 run(fixture, "act.sides");
             }},
            {QStringLiteral("message-problem"),
             [](WindowFixture &fixture) {
                 openAt(fixture, "mismatch", 0);
                 fixture.window().openPath(QStringLiteral(SESSIONARIUM_TEST_DATA "/broken/lesson-empty-all.json"));
                 fixture.document().wait();
             }},
            {QStringLiteral("message-question"), [](WindowFixture &fixture) {
                 openPolicy(fixture, "mismatch", "sticky", 9000);
                 run(fixture, "file.empty");
             }}};
}

std::vector<View> bottomTabs()
{
    WindowFixture fixture(text::Language::English);
    openAt(fixture, "store-memory", 12'000);
    std::vector<View> views;
    for (const QString &id : bottomViews(fixture)) {
        views.push_back({QStringLiteral("tab-") + id, [id](WindowFixture &other) {
                             openAt(other, "store-memory", 12'000);
                             showBottomView(other, id);
                         }});
        views.push_back({QStringLiteral("tab-gate-") + id, [id](WindowFixture &other) {
                             openAtGate(other, "sticky-crash");
                             showBottomView(other, id);
                         }});
    }
    return views;
}

} // namespace

std::vector<View> allViews()
{
    std::vector<View> views;
    for (std::vector<View> &part : std::vector<std::vector<View>> {lessonViews(), bottomTabs(), inspectorViews(),
                                                                   presenterViews(), overlayViews()}) {
        for (View &view : part)
            views.push_back(std::move(view));
    }
    return views;
}

void openAt(WindowFixture &fixture, const char *lesson, std::int64_t milliseconds)
{
    (void)fixture.window().openLesson(QLatin1String(lesson));
    fixture.document().wait();
    const model::SimTime t = model::SimTime {} + model::milliseconds(milliseconds);
    fixture.document().passGatesBefore(t);
    fixture.playback().seek(t);
    fixture.document().wait();
}

void openAtGate(WindowFixture &fixture, const char *lesson)
{
    (void)fixture.window().openLesson(QLatin1String(lesson));
    fixture.document().wait();
    fixture.playback().toEnd();
    fixture.playback().hopForward(); // from the end of a step into the one that asks
}

QStringList bottomViews(WindowFixture &fixture)
{
    QStringList ids;
    auto *tabs = fixture.window().findChild<widgets::SegmentedControl *>(QStringLiteral("views"));
    if (!tabs)
        return ids;
    QTest::keyClick(tabs, Qt::Key_Home);
    while (!ids.contains(tabs->current())) {
        ids << tabs->current();
        QTest::keyClick(tabs, Qt::Key_Right);
    }
    return ids;
}

void showBottomView(WindowFixture &fixture, const QString &id)
{
    fixture.window().workPage().bottomPanel().showView(id);
    waitForAll(fixture);
}

QWidget &topmost(WindowFixture &fixture)
{
    WindowFixture::settle();
    if (QWidget *popup = QApplication::activePopupWidget())
        return *popup;
    if (QWidget *dialog = QApplication::activeModalWidget())
        return *dialog;
    // Help stands beside the window. Without a window manager a menu that was closed stays the active window.
    if (QWidget *active = QApplication::activeWindow(); active && active->isVisible())
        return *active;
    return fixture.window();
}

void waitForAll(WindowFixture &fixture)
{
    fixture.document().wait();
    WindowFixture::settle();
    for (auto *charts : fixture.window().findChildren<charts::ChartsView *>())
        charts->wait();
    fixture.window().workPage().events().wait();
    WindowFixture::settle();
}

} // namespace sessionarium::tests
