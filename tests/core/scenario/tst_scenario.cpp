// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/reader.h"
#include "resources/lessons.h"

#include <QFile>
#include <QtTest>

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
    void presetOfNoBalancerIsNone();
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
    QVERIFY(scenario.setup.balancer->stickiness == model::Stickiness::Cookie);
    QCOMPARE(scenario.setup.balancer->retries, 2u);
    QCOMPARE(scenario.setup.servers.at(0).serviceTime.us, 5'000);
    QCOMPARE(scenario.setup.servers.at(0).queueLimit, 7u);
    QVERIFY(scenario.setup.application.loginRedirect);
    QCOMPARE(scenario.setup.network.lossPpm, 10u);

    const std::vector<model::Action> &actions = scenario.branches.at(0).actions;
    QCOMPARE(actions.at(1).after, std::string("log-in"));
    QCOMPARE(actions.at(1).think.us, 500'000);
    QVERIFY(!actions.at(1).at);
    QCOMPARE(actions.at(2).attribute, std::string("wishes"));
    QCOMPARE(actions.at(2).item, std::string("사과"));
    QCOMPARE(actions.at(7).server, std::string()); // add_server that leaves the id to the run
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
    QCOMPARE(scenario::presets(), (std::vector<std::string> {"none", "sticky"}));
    for (const std::string &preset : scenario::presets()) {
        model::Setup setup = read(QStringLiteral("everything")).setup;
        scenario::applyPreset(setup, preset);
        QCOMPARE(scenario::presetOf(setup), preset);
        const model::Setup before = read(QStringLiteral("everything")).setup;
        setup.balancer->stickiness = before.balancer->stickiness;
        setup.sessions.policy = before.sessions.policy;
        QVERIFY(setup == before);
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
    QCOMPARE(one.value().branches.at(0).actions.size(), naming.branches.at(0).actions.size() - 2);
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
    row("not in this version", "/sessions/policy", "\"store\"", ProblemCode::NotAllowed, "/sessions/policy");
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
    policy.policy = "store";
    const auto unknown = scenario::changed(read(QStringLiteral("mismatch")), policy);
    QVERIFY(unknown.problems().front().code == ProblemCode::NotAllowed);
    QCOMPARE(unknown.problems().front().allowed, std::string("none, sticky"));
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
    QCOMPARE(other.parts.at(4).compare.measure.run.policy, std::string("none"));
    QCOMPARE(*other.parts.at(4).compare.measure.to->run.servers, 4u);
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
