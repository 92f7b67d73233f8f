// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/crowds.h"
#include "core/scenario/reader.h"
#include "resources/lessons.h"
#include "tests/core/scenario/randomfile.h"

#include <QFile>
#include <QtTest>

#include <algorithm>

using namespace sessionarium;
using model::ProblemCode;
using scenario::Branch;
using scenario::BranchPart;
using scenario::RunChange;
using scenario::Scenario;

namespace {

std::string textOf(const QString &name)
{
    if (name == QStringLiteral("empty"))
        return scenario::writeScenario(scenario::emptyScenario());
    if (name == QStringLiteral("everything")) {
        QFile file(QStringLiteral(SESSIONARIUM_SOURCE_DIR "/tests/core/scenario/everything.json"));
        return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
    }
    return std::string(resources::findLesson(name.toStdString()));
}

/// Requires: a file without problems.
Scenario read(const QString &name)
{
    return scenario::readScenario(textOf(name)).value();
}

RunChange withServers(std::uint32_t count)
{
    RunChange change;
    change.servers = count;
    return change;
}

RunChange withValue(const std::string &pointer, const std::string &json)
{
    RunChange change;
    change.set.push_back({pointer, json});
    return change;
}

Scenario withBranches()
{
    Scenario scenario = scenario::emptyScenario();
    Branch early;
    early.id = "early";
    early.parent = "main";
    early.from = model::SimTime {5'000'000};
    Branch cutAbove;
    cutAbove.id = "cut-above";
    cutAbove.parent = "early";
    cutAbove.from = model::SimTime {2'000'000};
    Branch late;
    late.id = "late";
    late.parent = "early";
    late.from = model::SimTime {9'000'000};
    scenario.branches.insert(scenario.branches.end(), {early, cutAbove, late});
    return scenario;
}

} // namespace

class TestScenario : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writtenIsReadBackEqual_data();
    void writtenIsReadBackEqual();
    void valuesAreThoseOfTheFile();
    void canonicalForm();
    void presetsSetTheirValuesAlone();
    void presetsBringWhatTheyNeed();
    void presetOfValues_data();
    void presetOfValues();
    void presetOfNoBalancerIsNone();
    void policyWithoutReplicaDropsWhatNamesIt();
    void clientsOfCrowds();
    void fewerServersKeepPartitions_data();
    void fewerServersKeepPartitions();
    void randomScenariosComeBack();
    void emptyScenarioIsValid();
    void moreServers();
    void fewerServersDropWhatNamesThem();
    void setByIndexAndById();
    void setComesAfterServersAndPolicy();
    void changeProblems_data();
    void changeProblems();
    void serversNeedBalancer();
    void unchangedStaysEqual();
    void lineageOfBranches_data();
    void lineageOfBranches();
    void conditionsAreTrees();
    void changesAddUp();
};

void TestScenario::writtenIsReadBackEqual_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"empty", "everything", "one-server", "mismatch"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestScenario::writtenIsReadBackEqual()
{
    QFETCH(QString, name);
    const auto first = scenario::readScenario(textOf(name));
    QVERIFY(first.ok());
    const std::string written = scenario::writeScenario(first.value());
    const auto second = scenario::readScenario(written);
    QVERIFY(second.ok());
    QCOMPARE(scenario::writeScenario(second.value()), written);
    QVERIFY(second.value().setup == first.value().setup);
    QVERIFY(second.value().branches == first.value().branches);
    QVERIFY(second.value().played == first.value().played);
    QCOMPARE(second.value().seed, first.value().seed);
    QVERIFY(second.value().duration == first.value().duration);
    QCOMPARE(second.value().lesson.has_value(), first.value().lesson.has_value());
}

void TestScenario::valuesAreThoseOfTheFile()
{
    const Scenario scenario = read(QStringLiteral("everything"));
    QCOMPARE(scenario.seed, 18446744073709551615u);
    QCOMPARE(scenario.duration.us, 20'000'000);
    QVERIFY(scenario.played == (scenario::RunChange {"other", "none", 4, {{"/servers/server-1/weight", "3"}}}));
    const model::ClientSpec &minji = scenario.setup.clients.at(0);
    QVERIFY(minji.on401 == model::On401::LogInAgain);
    QVERIFY(minji.redirects == model::Redirects::LoginPage);
    QCOMPARE(minji.timeout.us, 2'000'000);
    QCOMPARE(scenario.setup.clients.at(1).name.ko, std::string());
    const model::BalancerSpec &balancer = *scenario.setup.balancer;
    QVERIFY(balancer.stickiness == model::Stickiness::Cookie);
    QVERIFY(balancer.hash == model::HashType::Consistent);
    QVERIFY(balancer.check);
    QCOMPARE(balancer.checkInterval.us, 500'000);
    QCOMPARE(balancer.fall, 4u);
    QCOMPARE(balancer.rise, 1u);
    QCOMPARE(balancer.retries, 2u);
    QCOMPARE(balancer.connectTimeout.us, 1'000'000);
    QCOMPARE(balancer.serverTimeout.us, 9'000'000);
    QCOMPARE(scenario.setup.servers.at(0).serviceTime.us, 5'000);
    QCOMPARE(scenario.setup.servers.at(0).queueLimit, 7u);
    QVERIFY(scenario.setup.application.loginRedirect);
    QCOMPARE(scenario.setup.network.lossPpm, 10u);
    const model::SessionsSpec &sessions = scenario.setup.sessions;
    QVERIFY(sessions.policy == model::SessionPolicy::Store);
    QVERIFY(sessions.membership == model::Membership::Static);
    QVERIFY(sessions.replicates == model::Replicates::Full);
    QCOMPARE(sessions.replicationDelay.us, 2'000'000);
    QCOMPARE(sessions.envelopeBytes, 64u);
    const model::StoreSpec &store = scenario.setup.stores.at(0);
    QVERIFY(store.persistence == model::Persistence::LogEverySecond);
    QCOMPARE(store.savePoints, (std::vector<model::SavePoint> {{model::seconds(60), 2}}));
    QVERIFY(store.replica->mode == model::ReplicaMode::Synchronous);
    QCOMPARE(store.replica->downAfter.us, 5'000'000);
    const model::CrowdSpec &crowd = scenario.setup.workload.crowds.at(0);
    QVERIFY(crowd.arrivals == model::Arrivals::Open);
    QVERIFY(crowd.sharedAddress);
    QCOMPARE(crowd.until->us, 9'000'000);
    QVERIFY(!scenario.setup.workload.crowds.at(1).until);

    const std::vector<model::Action> &actions = scenario.branches.at(0).actions;
    QCOMPARE(actions.at(1).after, std::string("log-in"));
    QCOMPARE(actions.at(1).think.us, 500'000);
    QVERIFY(!actions.at(1).at);
    QCOMPARE(actions.at(2).attribute, std::string("wishes"));
    QCOMPARE(actions.at(2).item, std::string("사과"));
    QCOMPARE(actions.at(7).server, std::string()); // add_server that leaves the id to the run
    const auto action = [&actions](const char *id) {
        return *std::find_if(actions.begin(), actions.end(), [id](const auto &item) { return item.id == id; });
    };
    QVERIFY(action("unpin").cookie == model::Cookie::Pin);
    QCOMPARE(action("steal").from, std::string("minji"));
    QCOMPARE(action("off-2").store, std::string("redis-2"));
    QCOMPARE(action("cut").others, (std::vector<std::string> {"server-3", "redis", "students-1"}));
    QVERIFY(action("mend-all").group.empty());
    QCOMPARE(action("slow").serviceTime->us, 90'000);
    QCOMPARE(*action("grow").capacity, 9u);
    QVERIFY(!action("grow").serviceTime);
    QCOMPARE(action("member").member, std::string("server-2"));
    QCOMPARE(scenario.branches.at(1).parent, std::string("main"));
    QCOMPARE(scenario.branches.at(1).from.us, 5'000'000);

    const scenario::Step &step = scenario.lesson->steps.at(1);
    QCOMPARE(step.run.branch, std::string("other"));
    QCOMPARE(step.run.set.at(0).json, std::string("2"));
    QCOMPARE(step.prediction->validFor, (std::vector<std::string> {"none", "sticky", "custom"}));
    QCOMPARE(scenario.lesson->tries.at(1).action->item, std::string("책"));
}

void TestScenario::canonicalForm()
{
    const auto read =
        scenario::readScenario(R"({ "branches":[{"actions":[{"client":"a","do":"read","at_us":0,"id":"x"}],
      "id":"main","from_us":0}], "servers":[{"id":"s","capacity":4,"weight":2}], "balancer":{}, "stores":[],
      "clients":[{"id":"a","name":{"en":"A","ko":"가"}}], "duration_us":5, "title":{"en":"\u0041/\"q\""},
      "id":"x", "seed":1, "version":1, "format":"sessionarium-scenario"})");
    QVERIFY(read.ok());
    const std::string expected = R"({
  "format": "sessionarium-scenario",
  "version": 1,
  "id": "x",
  "title": {"en": "A/\"q\""},
  "duration_us": 5,
  "clients": [
    {"id": "a", "name": {"ko": "가", "en": "A"}}
  ],
  "balancer": {"name": {"ko": "로드 밸런서", "en": "Load balancer"}},
  "servers": [
    {"id": "s", "name": {"ko": "s", "en": "s"}, "weight": 2}
  ],
  "branches": [
    {
      "id": "main",
      "name": {"ko": "처음 흐름", "en": "Main"},
      "actions": [
        {"id": "x", "do": "read", "client": "a", "at_us": 0}
      ]
    }
  ]
}
)";
    QCOMPARE(scenario::writeScenario(read.value()), expected);
}

void TestScenario::presetsSetTheirValuesAlone()
{
    const std::vector<std::string> expected {"none",
                                             "sticky",
                                             "sticky-ip",
                                             "all-to-all",
                                             "all-to-all-ack",
                                             "store",
                                             "store-aof",
                                             "store-replica",
                                             "store-disk",
                                             "sticky+all-to-all",
                                             "sticky+all-to-all-ack",
                                             "sticky+store",
                                             "sticky+store-aof",
                                             "sticky+store-replica",
                                             "sticky+store-disk"};
    QCOMPARE(scenario::presets(), expected);
    const model::Setup before = read(QStringLiteral("everything")).setup;
    for (const std::string &preset : scenario::presets()) {
        model::Setup setup = before;
        scenario::applyPreset(setup, preset);
        QCOMPARE(scenario::presetOf(setup), preset);
        setup.balancer->stickiness = before.balancer->stickiness;
        setup.sessions.policy = before.sessions.policy;
        setup.sessions.acknowledged = before.sessions.acknowledged;
        if (preset.find("store") == std::string::npos) {
            QVERIFY(setup.stores.empty()); // it has no such entity
            setup.stores = before.stores;
        }
        setup.stores.front().persistence = before.stores.front().persistence;
        QCOMPARE(setup.stores.front().replica.has_value(),
                 preset.find("store") == std::string::npos || preset.ends_with("-replica"));
        setup.stores.front().replica = before.stores.front().replica;
        QVERIFY(setup == before);
    }
}

void TestScenario::presetsBringWhatTheyNeed()
{
    const model::Setup before = scenario::emptyScenario().setup;
    for (const std::string &preset : scenario::presets()) {
        RunChange change;
        change.policy = preset;
        const auto result = scenario::changed(scenario::emptyScenario(), change);
        QVERIFY2(result.ok(), preset.c_str());
        const model::Setup &setup = result.value().setup;
        QCOMPARE(scenario::presetOf(setup), preset);
        const bool needsStore = preset.find("store") != std::string::npos;
        QCOMPARE(setup.stores.size(), std::size_t {needsStore ? 1u : 0u});
        if (!needsStore)
            continue;
        model::StoreSpec expected;
        expected.name = {"저장소", "Store"};
        expected.persistence = setup.stores.front().persistence;
        expected.replica = setup.stores.front().replica;
        QVERIFY(setup.stores.front() == expected);
        QCOMPARE(expected.replica.has_value(), preset.ends_with("-replica"));
    }
}

void TestScenario::presetOfValues_data()
{
    QTest::addColumn<QStringList>("values");
    QTest::addColumn<QString>("preset");
    const auto row = [](const char *name, const char *values, const char *preset) {
        QTest::newRow(name) << QString::fromLatin1(values).split(u'|') << QString::fromLatin1(preset);
    };
    row("delays do not matter", R"(/sessions/replication_delay_us=2000000|/sessions/policy="all_to_all")",
        "all-to-all");
    row("nor does the hash", R"(/balancer/hash="consistent"|/balancer/stickiness="source_ip")", "sticky-ip");
    row("nor what has no effect", R"(/sessions/acknowledged=true)", "none");
    row("an unused store", R"(/stores=[{"persistence": "disk"}])", "none");
    row("no preset pins by address and shares", R"(/balancer/stickiness="source_ip"|/sessions/policy="all_to_all")",
        "custom");
    row("nor takes snapshots", R"(/stores=[{"persistence": "snapshots"}]|/sessions/policy="store")", "custom");
    row("nor logs with a replica",
        R"(/stores=[{"persistence": "log_every_second", "replica": {}}]|/sessions/policy="store")", "custom");
    row("times of the store do not matter",
        R"(/stores=[{"persistence": "disk", "flush_us": 9000}]|/sessions/policy="store")", "store-disk");
}

void TestScenario::presetOfValues()
{
    QFETCH(QStringList, values);
    QFETCH(QString, preset);
    RunChange change;
    for (const QString &value : values)
        change.set.push_back({value.section(u'=', 0, 0).toStdString(), value.section(u'=', 1).toStdString()});
    const auto result = scenario::changed(read(QStringLiteral("mismatch")), change);
    QVERIFY(result.ok());
    QCOMPARE(QString::fromStdString(scenario::presetOf(result.value().setup)), preset);
}

/// A store or replica of the file's own name goes with all that names it; what a preset may bring back stays.
void TestScenario::policyWithoutReplicaDropsWhatNamesIt()
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

void TestScenario::clientsOfCrowds()
{
    const model::Setup setup = read(QStringLiteral("everything")).setup;
    const std::vector<model::ClientSpec> students = scenario::clientsOf(setup.workload.crowds.at(0));
    QCOMPARE(students.size(), 30u);
    QCOMPARE(students.at(0).id, std::string("students-1"));
    QCOMPARE(students.at(29).id, std::string("students-30"));
    QCOMPARE(students.at(29).name, (model::Text {"학생 30", "Student 30"}));
    QCOMPARE(students.at(29).address, std::string("198.51.100.9"));
    QVERIFY(students.at(0).on401 == model::On401::LogInAgain);
    QCOMPARE(students.at(0).timeout.us, 3'000'000);

    model::CrowdSpec crowd;
    crowd.id = "c";
    crowd.name = {"", "One"};
    crowd.address = "10.0.255.254";
    crowd.clients = 4;
    const std::vector<model::ClientSpec> clients = scenario::clientsOf(crowd);
    QCOMPARE(clients.at(1).address, std::string("10.0.255.255"));
    QCOMPARE(clients.at(2).address, std::string("10.1.0.0"));
    QCOMPARE(clients.at(3).name, (model::Text {"", "One 4"}));

    for (const char *bad : {"", "1", "1.2.3", "1.2.3.4.5", "1.2.3.256", "01.2.3.4", "1..2.3", "1.2.3.4 ", "-1.2.3.4"})
        QVERIFY2(!scenario::ipv4Number(bad), bad);
    QCOMPARE(*scenario::ipv4Number("255.255.255.255"), 0xFFFFFFFFu);
}

void TestScenario::fewerServersKeepPartitions_data()
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

void TestScenario::fewerServersKeepPartitions()
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

/// Whatever the editors of a run make of it: what is written is read back, value by value.
void TestScenario::randomScenariosComeBack()
{
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        const Scenario made = test::randomFile(seed);
        const std::string written = scenario::writeScenario(made);
        const auto read = scenario::readScenario(written);
        QVERIFY2(read.ok(), written.c_str());
        QVERIFY2(read.value().setup == made.setup, written.c_str());
        QVERIFY2(read.value().branches == made.branches, written.c_str());
        QCOMPARE(scenario::writeScenario(read.value()), written);
        // also through the text that has all fields
        const auto unchanged = scenario::changed(made, {});
        QVERIFY(unchanged.ok());
        QVERIFY2(unchanged.value().setup == made.setup, written.c_str());
    }
}

void TestScenario::presetOfNoBalancerIsNone()
{
    model::Setup setup = read(QStringLiteral("one-server")).setup;
    const model::Setup before = setup;
    scenario::applyPreset(setup, "sticky");
    QVERIFY(setup == before);
    QCOMPARE(scenario::presetOf(setup), std::string("none"));
}

void TestScenario::emptyScenarioIsValid()
{
    const Scenario scenario = scenario::emptyScenario();
    QVERIFY(scenario::readScenario(scenario::writeScenario(scenario)).ok());
    QCOMPARE(scenario.setup.clients.size(), 2u);
    QCOMPARE(scenario.setup.servers.size(), 2u);
    QVERIFY(scenario.setup.balancer.has_value());
    QVERIFY(scenario.duration == model::seconds(60));
    QVERIFY(scenario.branches.at(0).actions.empty());
}

void TestScenario::moreServers()
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

void TestScenario::fewerServersDropWhatNamesThem()
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

void TestScenario::setByIndexAndById()
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

void TestScenario::setComesAfterServersAndPolicy()
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

void TestScenario::changeProblems_data()
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

void TestScenario::changeProblems()
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

void TestScenario::serversNeedBalancer()
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

void TestScenario::unchangedStaysEqual()
{
    const Scenario before = read(QStringLiteral("everything"));
    const auto after = scenario::changed(before, {});
    QVERIFY(after.ok());
    QCOMPARE(scenario::writeScenario(after.value()), scenario::writeScenario(before));
}

void TestScenario::lineageOfBranches_data()
{
    QTest::addColumn<QString>("branch");
    QTest::addColumn<QString>("expected");
    QTest::newRow("the root alone") << "main"
                                    << "main";
    QTest::newRow("a child cuts its parent") << "early"
                                             << "main<=5000000 early";
    QTest::newRow("a later cut below") << "late"
                                       << "main<=5000000 early<=9000000 late";
    QTest::newRow("a cut before that of the parent") << "cut-above"
                                                     << "main<=2000000 early<=2000000 cut-above";
}

void TestScenario::lineageOfBranches()
{
    QFETCH(QString, branch);
    QFETCH(QString, expected);
    const Scenario scenario = withBranches();
    QStringList parts;
    for (const BranchPart &part : scenario::lineage(scenario, branch.toStdString())) {
        QString text = QString::fromStdString(part.branch->id);
        if (part.until)
            text += QStringLiteral("<=%1").arg(part.until->us);
        parts += text;
    }
    QCOMPARE(parts.join(u' '), expected);
    QVERIFY(scenario::findBranch(scenario, "nowhere") == nullptr);
    QCOMPARE(scenario::findBranch(scenario, "late")->parent, std::string("early"));
}

void TestScenario::conditionsAreTrees()
{
    using scenario::Condition;
    using scenario::MeasureKind;
    const Scenario scenario = read(QStringLiteral("everything"));
    const Condition &when = scenario.lesson->steps.at(1).prediction->options.at(0).when;
    QVERIFY(when.kind == Condition::Kind::All);
    QCOMPARE(when.parts.size(), 3u);
    QVERIFY(when.parts.at(0).kind == Condition::Kind::Any);
    QVERIFY(when.parts.at(1).kind == Condition::Kind::Not);
    const scenario::Compare &outcome = when.parts.at(0).parts.at(0).compare;
    QCOMPARE(*outcome.measure.request, 1u); // "next"
    QCOMPARE(outcome.measure.after, std::string("one"));
    const scenario::Compare &answered = when.parts.at(0).parts.at(1).compare;
    QCOMPARE(*answered.measure.request, 2u);
    QVERIFY(answered.is == scenario::Comparison::NotEqual);
    const auto &home = std::get<std::shared_ptr<const scenario::Measure>>(answered.value);
    QVERIFY(home->kind == MeasureKind::Home);
    QCOMPARE(home->at, std::string("one"));
    const Condition &other = scenario.lesson->steps.at(1).prediction->options.at(1).when;
    QCOMPARE(std::get<std::vector<std::string>>(other.parts.at(1).compare.value),
             (std::vector<std::string> {"minji", "junho"}));
    const auto &ofHome = std::get<std::shared_ptr<const scenario::Measure>>(other.parts.at(2).compare.value);
    QVERIFY(ofHome->kind == MeasureKind::ClientsOf);
    QCOMPARE(ofHome->server, std::string("redis"));
    QCOMPARE(other.parts.at(3).compare.measure.operation, std::string("write"));
    QCOMPARE(other.parts.back().compare.measure.run.policy, std::string("none"));
    QCOMPARE(*other.parts.back().compare.measure.to->run.servers, 4u);
}

void TestScenario::changesAddUp()
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

QTEST_GUILESS_MAIN(TestScenario)
#include "tst_scenario.moc"
