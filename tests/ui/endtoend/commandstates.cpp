// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/endtoend/commandstates.h"

#include "tests/ui/endtoend/views.h"
#include "ui/stage/stageview.h"
#include "ui/timelineview/lanespanel.h"
#include "ui/window/bottompanel.h"
#include "ui/window/workpage.h"

#include <QFile>
#include <QLineEdit>
#include <QTest>

#include <array>

namespace sessionarium::tests {

namespace {

void showWelcome(WindowFixture &)
{
}

void showMiddle(WindowFixture &fixture)
{
    tests::openAt(fixture, "mismatch", 6500);
}

void showBranch(WindowFixture &fixture)
{
    tests::openAt(fixture, "mismatch", 6500);
    model::Action crash;
    crash.verb = model::ActionKind::Crash;
    crash.server = "server-2";
    fixture.document().act(fixture.playback().moment(), crash);
    fixture.document().wait();
}

void showSticky(WindowFixture &fixture)
{
    showMiddle(fixture);
    scenario::RunChange change;
    change.policy = "sticky";
    fixture.document().change(change);
    fixture.document().wait();
}

void showGate(WindowFixture &fixture)
{
    tests::openAtGate(fixture, "mismatch");
}

void showPresenter(WindowFixture &fixture)
{
    showMiddle(fixture);
    fixture.window().setPresenting(true, false);
}

void select(WindowFixture &fixture, const char *entity)
{
    fixture.window().workPage().select(fixture.document().played()->timeline().findEntity(entity));
}

void actAndSelect(WindowFixture &fixture, const model::Action &action, const char *entity)
{
    fixture.document().act(fixture.playback().moment(), action);
    fixture.document().wait();
    fixture.playback().pause();
    select(fixture, entity);
}

void showUndone(WindowFixture &fixture)
{
    showBranch(fixture);
    fixture.window().commands().find(QStringLiteral("edit.undo"))->run();
    fixture.document().wait();
}

void showServer(WindowFixture &fixture)
{
    showMiddle(fixture);
    select(fixture, "server-2");
}

void showDeadServer(WindowFixture &fixture)
{
    showBranch(fixture);
    fixture.playback().seek(fixture.playback().moment() + model::milliseconds(500));
    select(fixture, "server-2");
}

/// Whose list of members is kept by hand, and lacks the server that has just been added.
void showCluster(WindowFixture &fixture)
{
    static constexpr const char *scenario = R"({
      "format": "sessionarium-scenario", "version": 1, "id": "cluster", "title": {"ko": "묶음", "en": "Cluster"},
      "duration_us": 20000000, "seed": 1, "clients": [{"id": "minji"}], "balancer": {},
      "servers": [{"id": "server-1"}, {"id": "server-2"}],
      "sessions": {"policy": "all_to_all", "membership": "static"},
      "branches": [{"id": "main", "actions": [
        {"id": "in", "do": "log_in", "client": "minji", "at_us": 1000000},
        {"id": "more", "do": "add_server", "server": "server-9", "at_us": 2000000}
      ]}]
    })";
    QFile file(fixture.path(QStringLiteral("scenario.json")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(scenario) > 0);
    file.close();
    fixture.window().openPath(file.fileName());
    fixture.document().wait();
    fixture.playback().seek(model::SimTime {} + model::milliseconds(5000));
    select(fixture, "server-1");
}

void showUserOfMany(WindowFixture &fixture)
{
    tests::openAt(fixture, "sticky-crash", 3000);
    select(fixture, "minji");
}

void showUserOfStore(WindowFixture &fixture)
{
    tests::openAt(fixture, "store-memory", 5000);
    select(fixture, "minji");
}

void showStore(WindowFixture &fixture)
{
    tests::openAt(fixture, "store-memory", 5000);
    select(fixture, "store");
}

void showDeadStore(WindowFixture &fixture)
{
    tests::openAt(fixture, "store-memory", 5000);
    model::Action crash;
    crash.verb = model::ActionKind::StoreCrash;
    crash.store = "store";
    actAndSelect(fixture, crash, "store");
    fixture.playback().seek(fixture.playback().moment() + model::milliseconds(500));
}

/// Everything about one entity is cut.
template <const char *const *entity>
void showCut(WindowFixture &fixture)
{
    tests::openAt(fixture, "store-memory", 5000);
    model::Action cut;
    cut.verb = model::ActionKind::Partition;
    cut.group = {*entity};
    actAndSelect(fixture, cut, *entity);
    fixture.playback().seek(fixture.playback().moment() + model::milliseconds(500));
}

constexpr const char *aUser = "minji";
constexpr const char *aServer = "server-1";
constexpr const char *theStore = "store";

void showHits(WindowFixture &fixture)
{
    showMiddle(fixture);
    fixture.window().commands().find(QStringLiteral("view.find"))->run();
    auto &panel = fixture.window().workPage().bottomPanel().lanesPanel();
    fixture.find<QLineEdit>("lanesSearch")->setText(QStringLiteral("1")); // in every language
    panel.search().wait();
}

void showCharts(WindowFixture &fixture)
{
    showMiddle(fixture);
    tests::showBottomView(fixture, QStringLiteral("charts"));
}

constexpr std::array states {CommandState {"middle", QSize(1600, 1000), showMiddle},
                             CommandState {"middle of a small window", QSize(1280, 720), showMiddle},
                             CommandState {"branch", QSize(1600, 1000), showBranch},
                             CommandState {"sticky", QSize(1600, 1000), showSticky},
                             CommandState {"gate", QSize(1600, 1000), showGate},
                             CommandState {"presenter", QSize(1600, 1000), showPresenter},
                             CommandState {"welcome", QSize(1600, 1000), showWelcome},
                             CommandState {"undone", QSize(1600, 1000), showUndone},
                             CommandState {"a server", QSize(1600, 1000), showServer},
                             CommandState {"a dead server", QSize(1600, 1000), showDeadServer},
                             CommandState {"a cluster", QSize(1600, 1000), showCluster},
                             CommandState {"one of many users", QSize(1600, 1000), showUserOfMany},
                             CommandState {"a user with a store", QSize(1600, 1000), showUserOfStore},
                             CommandState {"a store", QSize(1600, 1000), showStore},
                             CommandState {"a dead store", QSize(1600, 1000), showDeadStore},
                             CommandState {"a user who is cut off", QSize(1600, 1000), showCut<&aUser>},
                             CommandState {"a server that is cut off", QSize(1600, 1000), showCut<&aServer>},
                             CommandState {"a store that is cut off", QSize(1600, 1000), showCut<&theStore>},
                             CommandState {"hits of a search", QSize(1600, 1000), showHits},
                             CommandState {"charts", QSize(1600, 1000), showCharts}};

} // namespace

const CommandState *commandStateFor(const QString &id)
{
    for (const CommandState &state : states) {
        WindowFixture fixture(ui::text::Language::English, state.size);
        state.show(fixture);
        const ui::commands::CommandList &list = fixture.window().commands();
        if (list.whyNot(*list.find(id)).isEmpty())
            return &state;
    }
    return nullptr;
}

} // namespace sessionarium::tests
