// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/crowds.h"
#include "tests/core/scenario/randomfile.h"
#include "tests/core/scenario/scenariofiles.h"

#include <QtTest>

#include <algorithm>

using namespace sessionarium;
using scenario::Branch;
using scenario::BranchPart;
using scenario::Scenario;
using test::read;
using test::textOf;

namespace {

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
    void clientsOfCrowds();
    void randomScenariosComeBack();
    void emptyScenarioIsValid();
    void lineageOfBranches_data();
    void lineageOfBranches();
    void conditionsAreTrees();
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

QTEST_GUILESS_MAIN(TestScenario)
#include "tst_scenario.moc"
