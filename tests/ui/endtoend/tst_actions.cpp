// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/names.h"
#include "tests/ui/endtoend/windowfixture.h"
#include "ui/commands/commandlist.h"
#include "ui/inspector/inspectorpanel.h"
#include "ui/inspector/possibleactions.h"
#include "ui/inspector/sidesdialog.h"
#include "ui/stage/stageview.h"
#include "ui/widgets/button.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/window/workpage.h"

#include <QAction>
#include <QFile>
#include <QMenu>
#include <QTest>

#include <algorithm>
#include <set>

using namespace sessionarium;
using namespace sessionarium::ui;
using model::ActionKind;
using tests::WindowFixture;

namespace {

/// Pins, and copies to a list of servers that has to be kept by hand; server 9 has just been added.
constexpr const char *cluster = R"({
  "format": "sessionarium-scenario", "version": 1, "id": "cluster", "title": {"ko": "묶음", "en": "Cluster"},
  "duration_us": 20000000, "seed": 1,
  "clients": [{"id": "minji", "name": {"ko": "민지", "en": "Minji"}},
              {"id": "junho", "name": {"ko": "준호", "en": "Junho"}, "address": "192.168.1.11"}],
  "balancer": {"stickiness": "cookie"},
  "servers": [{"id": "server-1"}, {"id": "server-2"}],
  "sessions": {"policy": "all_to_all", "membership": "static"},
  "branches": [{"id": "main", "name": {"ko": "처음", "en": "Main"}, "actions": [
    {"id": "in", "do": "log_in", "client": "minji", "at_us": 1000000},
    {"id": "more", "do": "add_server", "server": "server-9", "at_us": 2000000}
  ]}]
})";

/// Sessions in a store with a replica.
constexpr const char *stored = R"({
  "format": "sessionarium-scenario", "version": 1, "id": "stored", "title": {"ko": "저장소", "en": "Stored"},
  "duration_us": 20000000, "seed": 1,
  "clients": [{"id": "minji", "name": {"ko": "민지", "en": "Minji"}}],
  "balancer": {},
  "servers": [{"id": "server-1"}, {"id": "server-2"}],
  "stores": [{"id": "store", "replica": {}}],
  "sessions": {"policy": "store"},
  "branches": [{"id": "main", "name": {"ko": "처음", "en": "Main"}, "actions": [
    {"id": "in", "do": "log_in", "client": "minji", "at_us": 1000000}
  ]}]
})";

constexpr std::int64_t whenMs = 5000; // all is quiet

void open(WindowFixture &fixture, const char *scenario)
{
    QFile file(fixture.path(QStringLiteral("scenario.json")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(scenario) > 0);
    file.close();
    fixture.window().openPath(file.fileName());
    fixture.document().wait();
    QVERIFY(fixture.document().isOpen());
    fixture.playback().seek(model::SimTime {} + model::milliseconds(whenMs));
    WindowFixture::settle();
}

/// Opens the menu of an entity by its key; an empty id: that of the place, by its button.
QMenu *openMenu(WindowFixture &fixture, const char *entity)
{
    window::WorkPage &page = fixture.window().workPage();
    if (*entity) {
        page.select(fixture.document().played()->timeline().findEntity(entity));
        page.stage().setFocus();
        fixture.key(Qt::Key_F10, Qt::ShiftModifier);
    } else if (!fixture.click("stageAdd")) {
        return nullptr;
    }
    WindowFixture::settle();
    auto *menu = fixture.window().findChild<QMenu *>(QStringLiteral("entityMenu"));
    return menu && menu->isVisible() ? menu : nullptr;
}

/// Chooses an action of the open menu by keys; with a menu of its own, one of its choices.
bool choose(QMenu &menu, const QString &id, int choice)
{
    auto *action = menu.findChild<QAction *>(QStringLiteral("menu-") + id);
    if (!action || !action->isEnabled())
        return false;
    menu.setActiveAction(action);
    if (!action->menu()) {
        QTest::keyClick(&menu, Qt::Key_Return);
        return choice < 0;
    }
    QTest::keyClick(&menu, Qt::Key_Right);
    WindowFixture::settle();
    QMenu &choices = *action->menu();
    if (!choices.isVisible() || choice < 0 || choice >= choices.actions().size()
        || !choices.actions().at(choice)->isEnabled())
        return false;
    choices.setActiveAction(choices.actions().at(choice));
    QTest::keyClick(&choices, Qt::Key_Return);
    return true;
}

/// The actions of the branch that is played.
const std::vector<model::Action> &acted(WindowFixture &fixture)
{
    fixture.document().wait();
    WindowFixture::settle();
    const auto scenario = fixture.document().scenario();
    return scenario::findBranch(*scenario, fixture.document().played()->branch)->actions;
}

/// Whether the run says that it happened: taken, and not "not applicable".
bool wasTaken(WindowFixture &fixture, const model::Action &action)
{
    const timeline::Timeline &timeline = fixture.document().played()->timeline();
    const auto id = timeline.strings().find(action.id);
    for (std::uint32_t i = 0; id && i < timeline.size(); ++i) {
        const auto *taken = std::get_if<model::ActionTaken>(&timeline[model::RecordId(i)].fact);
        if (taken && taken->action == *id)
            return true;
    }
    return false;
}

QString idOf(ActionKind verb)
{
    return inspector::idOf(verb);
}

} // namespace

/// Every action that the model has, by the menus, the inspector and the commands of the real window.
class TestActions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindIsInAMenu();
    void menusDoThem_data();
    void menusDoThem();
    void goingBackUndoesThem();
    void theInspectorOffersTheChoices();
    void whatIsImpossibleSaysWhy_data();
    void whatIsImpossibleSaysWhy();
    void aPinCookieIsCalledSo();
    void sidesAreChosenByKeys();
    void commandsActOnWhatIsSelected();
    void anEmptyWindowGetsAllItNeeds();
};

void TestActions::everyKindIsInAMenu()
{
    std::set<QString> found;
    for (const char *scenario : {cluster, stored}) {
        WindowFixture fixture(text::Language::English);
        open(fixture, scenario);
        for (const char *entity : {"", "minji", "server-1", "server-9", "store", "store-replica"}) {
            if (*entity && fixture.document().played()->timeline().findEntity(entity).isNone())
                continue;
            QMenu *menu = openMenu(fixture, entity);
            QVERIFY2(menu, entity);
            for (const QAction *action : menu->actions()) {
                QVERIFY2(action->isSeparator() || !action->text().isEmpty(), qPrintable(action->objectName()));
                found.insert(action->objectName());
            }
            menu->close();
        }
    }
    for (std::size_t i = 0; i < model::EnumNames<ActionKind>::values.size(); ++i) {
        const auto verb = static_cast<ActionKind>(i);
        if (verb == ActionKind::Heal)
            continue; // once something is cut: see menusDoThem
        QVERIFY2(found.contains(QStringLiteral("menu-") + idOf(verb)), model::nameOf(verb).data());
    }
    for (const char *id : {"menu-pinCookie", "menu-sides", "menu-weight", "menu-policy"})
        QVERIFY2(found.contains(QLatin1String(id)), id);
}

void TestActions::menusDoThem_data()
{
    QTest::addColumn<QByteArray>("scenario");
    QTest::addColumn<QByteArray>("entity");
    QTest::addColumn<ActionKind>("verb");
    QTest::addColumn<int>("choice");
    const auto row = [](const char *name, const char *scenario, const char *entity, ActionKind verb, int choice = -1) {
        QTest::newRow(name) << QByteArray(scenario) << QByteArray(entity) << verb << choice;
    };
    row("log out", cluster, "minji", ActionKind::LogOut);
    row("open a tab", cluster, "minji", ActionKind::OpenTab);
    row("read without logging in", cluster, "minji", ActionKind::ReadAnonymous);
    row("copy cookies", cluster, "minji", ActionKind::CopyCookie, 0);
    row("unknown id", cluster, "minji", ActionKind::SendUnknownId);
    row("another network", cluster, "minji", ActionKind::ChangeAddress, 0);
    row("behind the same router", cluster, "minji", ActionKind::ChangeAddress, 1);
    row("move a pin", cluster, "minji", ActionKind::MovePin, 1);
    row("cut a user off", cluster, "minji", ActionKind::Partition, 0);
    row("crash", cluster, "server-1", ActionKind::Crash);
    row("slow down", cluster, "server-1", ActionKind::Slow, 2);
    row("hang", cluster, "server-1", ActionKind::Hang);
    row("power off", cluster, "server-1", ActionKind::PowerOff);
    row("cut all off", cluster, "server-1", ActionKind::Partition, 0);
    row("cut one off", cluster, "server-1", ActionKind::Partition, 2);
    row("drain", cluster, "server-1", ActionKind::Drain);
    row("capacity", cluster, "server-1", ActionKind::SetCapacity, 0);
    row("add a member", cluster, "server-1", ActionKind::AddMember, 0);
    row("remove", cluster, "server-1", ActionKind::RemoveServer);
    row("add a user", cluster, "", ActionKind::AddClient);
    row("add a server", cluster, "", ActionKind::AddServer);
    row("delete a user's session", stored, "minji", ActionKind::DeleteSession);
    row("delete a session in the store", stored, "store", ActionKind::DeleteSession, 0);
    row("crash the store", stored, "store", ActionKind::StoreCrash);
    row("shut the store down", stored, "store", ActionKind::StoreShutdown);
    row("power off the store", stored, "store", ActionKind::PowerOff);
    row("crash the replica", stored, "store-replica", ActionKind::StoreCrash);
    row("cut the store off", stored, "store", ActionKind::Partition, 1);
}

void TestActions::menusDoThem()
{
    QFETCH(QByteArray, scenario);
    QFETCH(QByteArray, entity);
    QFETCH(ActionKind, verb);
    QFETCH(int, choice);
    WindowFixture fixture(text::Language::Korean, QSize(1280, 720));
    open(fixture, scenario);
    const std::size_t before = acted(fixture).size();
    QMenu *menu = openMenu(fixture, entity);
    QVERIFY(menu);
    QVERIFY(choose(*menu, idOf(verb), choice));
    QCOMPARE(acted(fixture).size(), before + 1);
    const model::Action action = acted(fixture).back();
    QCOMPARE(action.verb, verb);
    QCOMPARE(action.at->us, model::milliseconds(whenMs).us);
    QVERIFY(wasTaken(fixture, action));

    // What was broken can be mended in the same way.
    const auto mend = [&](ActionKind kind, int which) {
        menu = openMenu(fixture, entity);
        QVERIFY(menu && choose(*menu, idOf(kind), which));
        QCOMPARE(acted(fixture).back().verb, kind);
        QVERIFY(wasTaken(fixture, acted(fixture).back()));
    };
    if (verb == ActionKind::Partition)
        mend(ActionKind::Heal, 0);
    else if (verb == ActionKind::Crash || verb == ActionKind::Hang)
        mend(ActionKind::Restart, -1);
    else if (verb == ActionKind::StoreCrash || verb == ActionKind::StoreShutdown)
        mend(ActionKind::StoreRestart, -1);
}

void TestActions::goingBackUndoesThem()
{
    WindowFixture fixture(text::Language::English);
    open(fixture, cluster);
    QMenu *menu = openMenu(fixture, "server-1");
    QVERIFY(menu && choose(*menu, idOf(ActionKind::Crash), -1));
    QCOMPARE(acted(fixture).back().verb, ActionKind::Crash);
    // Back before it, another thing is done: the crash is in the course that was left.
    fixture.playback().seek(model::SimTime {} + model::milliseconds(whenMs - 1000));
    menu = openMenu(fixture, "minji");
    QVERIFY(menu && choose(*menu, idOf(ActionKind::CopyCookie), 0));
    fixture.document().wait();
    const auto scenario = fixture.document().scenario();
    QCOMPARE(scenario->branches.size(), 2u);
    QCOMPARE(acted(fixture).front().verb, ActionKind::CopyCookie);
    QCOMPARE(acted(fixture).front().client, std::string("junho"));
    QCOMPARE(acted(fixture).front().from, std::string("minji"));
    for (const model::Action &action : acted(fixture))
        QVERIFY(action.verb != ActionKind::Crash);
}

void TestActions::theInspectorOffersTheChoices()
{
    WindowFixture fixture(text::Language::Korean);
    open(fixture, cluster);
    window::WorkPage &page = fixture.window().workPage();
    page.select(fixture.document().played()->timeline().findEntity("server-1"));
    WindowFixture::settle();
    auto *slow = fixture.find<widgets::Button>(qPrintable(QStringLiteral("act-") + idOf(ActionKind::Slow)));
    QVERIFY(slow);
    slow->setFocus();
    QTest::keyClick(slow, Qt::Key_Space);
    WindowFixture::settle();
    auto *choices = page.inspector().findChild<QMenu *>(QStringLiteral("inspectorChoices"));
    QVERIFY(choices && choices->isVisible());
    QVERIFY(choices->actions().at(0)->isChecked()); // as it is now
    QVERIFY(!choices->actions().at(0)->isEnabled());
    choices->setActiveAction(choices->actions().at(1));
    QTest::keyClick(choices, Qt::Key_Return);
    QCOMPARE(acted(fixture).back().verb, ActionKind::Slow);
    QCOMPARE(acted(fixture).back().serviceTime->us, model::milliseconds(30).us);
    QVERIFY(wasTaken(fixture, acted(fixture).back()));

    // The weight is a value of the run, not an action.
    const std::size_t before = acted(fixture).size();
    QVERIFY(fixture.click("moreActions"));
    QVERIFY(fixture.click("act-weight"));
    WindowFixture::settle();
    choices = page.inspector().findChild<QMenu *>(QStringLiteral("inspectorChoices"));
    QVERIFY(choices && choices->isVisible());
    choices->setActiveAction(choices->actions().at(2));
    QTest::keyClick(choices, Qt::Key_Return);
    QCOMPARE(acted(fixture).size(), before);
    QCOMPARE(fixture.document().scenario()->setup.servers[0].weight, 3u);
}

void TestActions::whatIsImpossibleSaysWhy_data()
{
    QTest::addColumn<text::Language>("language");
    QTest::newRow("ko") << text::Language::Korean;
    QTest::newRow("en") << text::Language::English;
}

void TestActions::whatIsImpossibleSaysWhy()
{
    QFETCH(text::Language, language);
    const bool korean = language == text::Language::Korean;
    WindowFixture fixture(language);
    open(fixture, cluster);
    int impossible = 0;
    for (const char *entity : {"", "minji", "junho", "server-1", "server-9"}) {
        QMenu *menu = openMenu(fixture, entity);
        QVERIFY2(menu, entity);
        QVERIFY(menu->toolTipsVisible());
        for (const QAction *action : menu->actions()) {
            if (action->isEnabled() || !action->objectName().startsWith(QLatin1String("menu-")))
                continue;
            ++impossible;
            QVERIFY2(action->toolTip() != action->text() && !action->toolTip().isEmpty(),
                     qPrintable(action->objectName()));
            const QString why = action->toolTip();
            QCOMPARE(std::any_of(why.begin(), why.end(), [](QChar c) { return c.script() == QChar::Script_Hangul; }),
                     korean);
        }
        menu->close();
    }
    QVERIFY(impossible >= 6);
    // The same in the inspector.
    fixture.window().workPage().select(fixture.document().played()->timeline().findEntity("server-1"));
    WindowFixture::settle();
    const auto *restart = fixture.find<widgets::Button>(qPrintable(QStringLiteral("act-") + idOf(ActionKind::Restart)));
    QVERIFY(restart && !restart->isEnabled());
    QCOMPARE(restart->toolTip(), korean ? QStringLiteral("작동하고 있습니다.") : QStringLiteral("It is running."));
}

void TestActions::aPinCookieIsCalledSo()
{
    WindowFixture fixture(text::Language::Korean);
    open(fixture, cluster);
    QMenu *menu = openMenu(fixture, "minji");
    QVERIFY(menu);
    const auto *pin = menu->findChild<QAction *>(QStringLiteral("menu-pinCookie"));
    const auto *session = menu->findChild<QAction *>(QStringLiteral("menu-") + idOf(ActionKind::DeleteCookie));
    QVERIFY(pin && session);
    QCOMPARE(pin->text(), QStringLiteral("고정 쿠키 지우기"));
    QVERIFY(session->text() != pin->text());
    QVERIFY(choose(*menu, QStringLiteral("pinCookie"), -1));
    QCOMPARE(acted(fixture).back().cookie, model::Cookie::Pin);
    QVERIFY(wasTaken(fixture, acted(fixture).back()));
}

void TestActions::sidesAreChosenByKeys()
{
    WindowFixture fixture(text::Language::English);
    open(fixture, cluster);
    QMenu *menu = openMenu(fixture, "");
    QVERIFY(menu && choose(*menu, QStringLiteral("sides"), -1));
    WindowFixture::settle();
    auto *dialog = fixture.window().findChild<inspector::SidesDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    auto *cut = dialog->findChild<widgets::Button *>(QStringLiteral("cutSides"));
    QVERIFY(cut && !cut->isEnabled());
    const auto side = [&](const char *id) {
        return dialog->findChild<widgets::SegmentedControl *>(QStringLiteral("side-") + QLatin1String(id));
    };
    QTest::keyClick(side("server-1"), Qt::Key_Left);
    QVERIFY(!cut->isEnabled()); // nobody on the other side
    QTest::keyClick(side("server-2"), Qt::Key_Right);
    QTest::keyClick(side("server-9"), Qt::Key_Right);
    QVERIFY(cut->isEnabled());
    cut->setFocus();
    QTest::keyClick(cut, Qt::Key_Space);
    const model::Action action = acted(fixture).back();
    QCOMPARE(action.verb, ActionKind::Partition);
    QCOMPARE(action.group, std::vector<std::string> {"server-1"});
    QCOMPARE(action.others, (std::vector<std::string> {"server-2", "server-9"}));
    QVERIFY(wasTaken(fixture, action));
    menu = openMenu(fixture, "");
    QVERIFY(menu && choose(*menu, idOf(ActionKind::Heal), -1));
    QCOMPARE(acted(fixture).back().verb, ActionKind::Heal);
    QVERIFY(wasTaken(fixture, acted(fixture).back()));
}

void TestActions::commandsActOnWhatIsSelected()
{
    WindowFixture fixture(text::Language::English);
    open(fixture, cluster);
    const commands::CommandList &list = fixture.window().commands();
    const auto &timeline = fixture.document().played()->timeline();
    fixture.window().workPage().select(timeline.findEntity("minji"));
    const commands::Command &crash = *list.find(QStringLiteral("act.server.crash"));
    QCOMPARE(list.whyNot(crash), QStringLiteral("Select a server first."));
    QVERIFY(!list.run(crash));
    fixture.window().workPage().select(timeline.findEntity("server-2"));
    QCOMPARE(list.whyNot(crash), QString());
    QVERIFY(list.run(crash));
    QCOMPARE(acted(fixture).back().verb, ActionKind::Crash);
    QCOMPARE(acted(fixture).back().server, std::string("server-2"));
    QCOMPARE(list.whyNot(crash), QStringLiteral("It is down."));
    QCOMPARE(list.whyNot(*list.find(QStringLiteral("act.store.crash"))), QStringLiteral("There is no store."));

    // What needs a choice asks for it, ready for Return.
    fixture.window().workPage().select(fixture.document().played()->timeline().findEntity("minji"));
    QVERIFY(list.run(*list.find(QStringLiteral("act.user.copyCookie"))));
    WindowFixture::settle();
    auto *choices = fixture.window().findChild<QMenu *>(QStringLiteral("choiceMenu"));
    QVERIFY(choices && choices->isVisible() && choices->activeAction());
    QCOMPARE(choices->activeAction()->text(), QStringLiteral("Junho"));
    QTest::keyClick(choices, Qt::Key_Return);
    QCOMPARE(acted(fixture).back().verb, ActionKind::CopyCookie);
}

void TestActions::anEmptyWindowGetsAllItNeeds()
{
    WindowFixture fixture(text::Language::Korean);
    QVERIFY(fixture.click("startEmpty"));
    fixture.document().wait();
    WindowFixture::settle();
    const auto count = [&](model::EntityType type) {
        const auto &entities = fixture.document().played()->timeline().entities();
        return std::count_if(entities.begin(), entities.end(), [&](const auto &each) { return each.type == type; });
    };
    const auto users = count(model::EntityType::Client);
    const auto servers = count(model::EntityType::Server);
    QCOMPARE(count(model::EntityType::Store), 0);
    for (const ActionKind verb : {ActionKind::AddServer, ActionKind::AddClient}) {
        QMenu *menu = openMenu(fixture, "");
        QVERIFY(menu && choose(*menu, idOf(verb), -1));
        QVERIFY(wasTaken(fixture, acted(fixture).back()));
    }
    QCOMPARE(count(model::EntityType::Client), users + 1);
    QCOMPARE(count(model::EntityType::Server), servers + 1);
    // A store comes with the way to share sessions that needs one; the balancer's pins likewise.
    const auto share = [&](const char *preset) {
        QMenu *menu = openMenu(fixture, "");
        const auto &presets = scenario::presets();
        const auto at = std::find(presets.begin(), presets.end(), preset) - presets.begin();
        QVERIFY(menu && choose(*menu, QStringLiteral("policy"), static_cast<int>(at)));
        fixture.document().wait();
        WindowFixture::settle();
        QCOMPARE(fixture.document().played()->policy, std::string(preset));
    };
    share("store");
    QCOMPARE(count(model::EntityType::Store), 1);
    share("sticky");
    QCOMPARE(count(model::EntityType::Store), 0);
    QCOMPARE(count(model::EntityType::Server), servers + 1); // what was done is done again
}

QTEST_MAIN(TestActions)
#include "tst_actions.moc"
