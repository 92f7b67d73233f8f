// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/names.h"
#include "tests/core/scenario/scenariofiles.h"

#include <QtTest>

using namespace sessionarium;
using model::ProblemCode;
using scenario::RunChange;
using scenario::Scenario;
using test::read;
using test::withServers;
using test::withValue;

/// The same scenario with other servers, another policy, other values.
class TestRunChange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void moreServers();
    void fewerServersDropWhatNamesThem();
    void fewerServersKeepPartitions_data();
    void fewerServersKeepPartitions();
    void policyWithoutReplicaDropsWhatNamesIt();
    void setByIndexAndById();
    void setComesAfterServersAndPolicy();
    void changeProblems_data();
    void changeProblems();
    void serversNeedBalancer();
    void unchangedStaysEqual();
    void changesAddUp();
};

void TestRunChange::moreServers()
{
    const Scenario before = read(QStringLiteral("everything"));
    // server-3 is the id that an action of the file gives: the copies leave it free
    const auto result = scenario::changed(before, withServers(4));
    QVERIFY(result.ok());
    const std::vector<model::ServerSpec> &servers = result.value().setup.servers;
    QCOMPARE(servers.size(), 4u);
    QCOMPARE(servers.at(2).id, std::string("server-4"));
    QCOMPARE(servers.at(3).id, std::string("server-5"));
    QCOMPARE(servers.at(3).name, (model::Text {"서버 5", "Server 5"}));
    QCOMPARE(servers.at(3).capacity, before.setup.servers.at(1).capacity);

    const auto five = scenario::changed(read(QStringLiteral("mismatch")), withServers(5));
    QVERIFY(five.ok());
    QCOMPARE(five.value().setup.servers.at(4).id, std::string("server-5"));
}

void TestRunChange::fewerServersDropWhatNamesThem()
{
    const auto result = scenario::changed(read(QStringLiteral("mismatch")), withServers(1));
    QVERIFY(result.ok());
    QCOMPARE(result.value().setup.servers.size(), 1u);
    for (const scenario::Step &step : result.value().lesson->steps) {
        for (const std::string &id : step.pointAt)
            QVERIFY(id != "server-2" && id != "server-3");
    }

    Scenario naming = read(QStringLiteral("everything"));
    scenario::Condition &condition = naming.lesson->steps.at(1).prediction->options.at(0).when;
    condition = {};
    condition.kind = scenario::Condition::Kind::Compare;
    condition.compare.measure.kind = scenario::MeasureKind::Home;
    condition.compare.measure.client = "minji";
    condition.compare.value = std::string("server-2");
    naming.lesson->steps.at(0).title.en = "At {name:server-2}";
    const auto one = scenario::changed(naming, withServers(1));
    QVERIFY(one.ok());
    for (const model::Action &action : one.value().branches.at(0).actions)
        QVERIFY(action.server != "server-2"); // its crash and restart
    // crash, restart, the pin, the drain, the member, and a heal of nothing but that server
    QCOMPARE(one.value().branches.at(0).actions.size(), naming.branches.at(0).actions.size() - 6);
    QCOMPARE(one.value().lesson->steps.at(0).title.en, std::string("At Server 2"));
    // nothing can be compared with a server that is not there: fewer than no requests
    const scenario::Compare &never = one.value().lesson->steps.at(1).prediction->options.at(0).when.compare;
    QVERIFY(never.measure.kind == scenario::MeasureKind::Count);
    QVERIFY(never.is == scenario::Comparison::Less);
    QCOMPARE(std::get<std::int64_t>(never.value), 0);
}

void TestRunChange::fewerServersKeepPartitions_data()
{
    QTest::addColumn<QStringList>("group");
    QTest::addColumn<QStringList>("others");
    QTest::addColumn<QString>("left"); // null: the action goes
    const auto row = [](const char *name, const char *group, const char *others, const char *left) {
        const auto list = [](const char *text) { return QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts); };
        QTest::newRow(name) << list(group) << list(others) << QString::fromLatin1(left);
    };
    row("nobody dropped", "server-1 minji", "", "server-1 minji |");
    row("one of two", "server-1 server-2", "minji", "server-1 | minji");
    row("one of the others", "server-1", "server-2 server-3 minji", "server-1 | minji");
    row("the group is gone", "server-2 server-3", "", nullptr);
    row("the others are gone, not everyone else", "server-1", "server-2", nullptr);
}

void TestRunChange::fewerServersKeepPartitions()
{
    QFETCH(QStringList, group);
    QFETCH(QStringList, others);
    QFETCH(QString, left);
    Scenario scenario = read(QStringLiteral("mismatch"));
    const auto words = [](const QStringList &list) {
        std::vector<std::string> ids;
        for (const QString &id : list)
            ids.push_back(id.toStdString());
        return ids;
    };
    for (const model::ActionKind verb : {model::ActionKind::Partition, model::ActionKind::Heal}) {
        model::Action action;
        action.id = std::string(model::nameOf(verb));
        action.verb = verb;
        action.group = words(group);
        action.others = words(others);
        action.at = model::SimTime {1};
        scenario.branches.at(0).actions.push_back(action);
        scenario.lesson->tries.push_back({{"끊기", "Cut"}, {}, action});
        scenario.lesson->tries.back().action->at.reset();
    }
    const std::size_t actionsBefore = scenario.branches.at(0).actions.size();
    const auto result = scenario::changed(scenario, withServers(1));
    QVERIFY(result.ok());
    const std::vector<model::Action> &actions = result.value().branches.at(0).actions;
    if (left.isNull()) {
        QCOMPARE(actions.size(), actionsBefore - 2);
        QCOMPARE(result.value().lesson->tries.size(), scenario.lesson->tries.size() - 2);
        return;
    }
    QCOMPARE(actions.size(), actionsBefore);
    for (const model::Action &action : {actions.at(actionsBefore - 1), *result.value().lesson->tries.back().action}) {
        QStringList found;
        for (const std::string &id : action.group)
            found += QString::fromStdString(id);
        found += QStringLiteral("|");
        for (const std::string &id : action.others)
            found += QString::fromStdString(id);
        QCOMPARE(found.join(u' '), left);
    }
}

/// A store or replica of the file's own name goes with all that names it; what a preset may bring back stays.
void TestRunChange::policyWithoutReplicaDropsWhatNamesIt()
{
    RunChange toStore;
    toStore.policy = "store";
    const Scenario before = read(QStringLiteral("everything"));
    const auto result = scenario::changed(before, toStore);
    QVERIFY(result.ok());
    QCOMPARE(result.value().branches.at(0).actions.size(), before.branches.at(0).actions.size() - 1);
    for (const model::Action &action : result.value().branches.at(0).actions)
        QVERIFY(action.id != "off-2");

    Scenario usual = scenario::emptyScenario();
    model::Action off;
    off.id = "off";
    off.verb = model::ActionKind::PowerOff;
    off.store = "store-replica";
    off.at = model::SimTime {1};
    usual.branches.at(0).actions.push_back(off);
    const auto kept = scenario::changed(usual, toStore);
    QVERIFY(kept.ok());
    QCOMPARE(kept.value().branches.at(0).actions.size(), 1u);
}

void TestRunChange::setByIndexAndById()
{
    const Scenario before = read(QStringLiteral("mismatch"));
    const auto byId = scenario::changed(before, withValue("/servers/server-2/capacity", "9"));
    const auto byIndex = scenario::changed(before, withValue("/servers/1/capacity", "9"));
    QVERIFY(byId.ok());
    QVERIFY(byIndex.ok());
    QVERIFY(byId.value().setup == byIndex.value().setup);
    QCOMPARE(byId.value().setup.servers.at(1).capacity, 9u);
    QCOMPARE(byId.value().setup.servers.at(0).capacity, 4u);
    // of an action, of a value left out in the file, of a whole object
    QCOMPARE(scenario::changed(before, withValue("/branches/main/actions/log-in/at_us", "2500000"))
                 .value()
                 .branches.at(0)
                 .actions.at(1)
                 .at->us,
             2'500'000);
    QVERIFY(scenario::changed(before, withValue("/application/login_redirect", "true"))
                .value()
                .setup.application.loginRedirect);
    QCOMPARE(scenario::changed(before, withValue("/network", "{\"latency_us\": 9}")).value().setup.network.latency.us,
             9);
}

void TestRunChange::setComesAfterServersAndPolicy()
{
    RunChange change = withServers(4);
    change.policy = "sticky";
    change.set.push_back({"/servers/server-4/weight", "7"});
    change.set.push_back({"/balancer/stickiness", "\"none\""});
    const auto result = scenario::changed(read(QStringLiteral("mismatch")), change);
    QVERIFY(result.ok());
    QCOMPARE(result.value().setup.servers.at(3).weight, 7u);
    QCOMPARE(scenario::presetOf(result.value().setup), std::string("none"));
}

void TestRunChange::changeProblems_data()
{
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("json");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("place");
    const auto row = [](const char *name, const char *pointer, const char *json, ProblemCode code, const char *place) {
        QTest::newRow(name) << QString::fromUtf8(pointer) << QString::fromUtf8(json) << static_cast<int>(code)
                            << QString::fromUtf8(place);
    };
    row("no such field", "/servers/0/colour", "1", ProblemCode::BadPointer, "");
    row("no such server", "/servers/server-9/weight", "1", ProblemCode::BadPointer, "");
    row("index behind the end", "/servers/3/weight", "1", ProblemCode::BadPointer, "");
    row("index with a zero in front", "/servers/01/weight", "1", ProblemCode::BadPointer, "");
    row("no pointer", "servers", "1", ProblemCode::BadPointer, "");
    row("the whole file", "", "{}", ProblemCode::BadPointer, "");
    row("bad escape", "/servers~2", "1", ProblemCode::BadPointer, "");
    row("no JSON", "/seed", "seven", ProblemCode::Syntax, "/seed");
    row("out of range, placed by index", "/servers/server-2/weight", "0", ProblemCode::OutOfRange, "/servers/1/weight");
    row("breaks a reference", "/clients/minji/id", "\"mina\"", ProblemCode::UnknownReference,
        "/branches/0/actions/0/client");
    row("shortens the run", "/duration_us", "9900000", ProblemCode::TimeOutsideRun, "/branches/0/actions/5/at_us");
    row("not in this version", "/sessions/policy", "\"cookie\"", ProblemCode::NotAllowed, "/sessions/policy");
    row("a policy without its store", "/sessions/policy", "\"store\"", ProblemCode::TooFew, "/stores");
}

void TestRunChange::changeProblems()
{
    QFETCH(QString, pointer);
    QFETCH(QString, json);
    QFETCH(int, code);
    QFETCH(QString, place);
    const auto result =
        scenario::changed(read(QStringLiteral("mismatch")), withValue(pointer.toStdString(), json.toStdString()));
    QVERIFY(!result.ok());
    QCOMPARE(static_cast<int>(result.problems().front().code), code);
    QCOMPARE(QString::fromStdString(result.problems().front().place), place);
}

void TestRunChange::serversNeedBalancer()
{
    const auto result = scenario::changed(read(QStringLiteral("one-server")), withServers(2));
    QVERIFY(!result.ok());
    QVERIFY(result.problems().front().code == ProblemCode::TooMany);
    QCOMPARE(result.problems().front().place, std::string("/servers"));

    QVERIFY(scenario::changed(read(QStringLiteral("mismatch")), withServers(0)).problems().front().code
            == ProblemCode::OutOfRange);
    RunChange policy;
    policy.policy = "backup";
    const auto unknown = scenario::changed(read(QStringLiteral("mismatch")), policy);
    QVERIFY(unknown.problems().front().code == ProblemCode::NotAllowed);
    QVERIFY(unknown.problems().front().allowed.starts_with("none, sticky, sticky-ip, all-to-all"));
}

void TestRunChange::unchangedStaysEqual()
{
    const Scenario before = read(QStringLiteral("everything"));
    const auto after = scenario::changed(before, {});
    QVERIFY(after.ok());
    QCOMPARE(scenario::writeScenario(after.value()), scenario::writeScenario(before));
}

void TestRunChange::changesAddUp()
{
    using scenario::RunChange;
    const RunChange first {"other", "", 5, {{"/balancer/stickiness", "\"cookie\""}, {"/seed", "7"}}};
    // What the second one leaves empty stays.
    QVERIFY(scenario::merged(first, {}) == first);
    QVERIFY(scenario::merged({}, first) == first);
    // A preset takes back what was set of its values, nothing else.
    QVERIFY(scenario::merged(first, {"", "none", {}, {}}) == (RunChange {"other", "none", 5, {{"/seed", "7"}}}));
    // The newest value of a pointer counts.
    const RunChange next {"main", "", 3, {{"/seed", "9"}}};
    QVERIFY(scenario::merged(first, next)
            == (RunChange {"main", "", 3, {{"/balancer/stickiness", "\"cookie\""}, {"/seed", "9"}}}));
}

QTEST_GUILESS_MAIN(TestRunChange)
#include "tst_runchange.moc"
