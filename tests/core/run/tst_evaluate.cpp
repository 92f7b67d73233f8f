// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/evaluate.h"
#include "core/scenario/reader.h"

#include <QTest>

using namespace sessionarium;
using scenario::Comparison;
using scenario::Condition;
using scenario::Measure;
using scenario::MeasureKind;
using scenario::Operand;

namespace {

/// Round robin over three servers without sharing: log-in at server 1, then out, out, in (O-1); a crash of server 1,
/// and out again. Junho logs in at the end and is served where he was.
scenario::Scenario mismatch()
{
    scenario::Scenario made = scenario::emptyScenario();
    made.id = "evaluated";
    made.duration = model::seconds(20);
    model::Setup &setup = made.setup;
    setup.clients.resize(2);
    setup.clients[0].id = "minji";
    setup.clients[1].id = "junho";
    setup.clients[1].address = "192.168.1.11";
    setup.servers.clear();
    for (const char *id : {"server-1", "server-2", "server-3"}) {
        model::ServerSpec server;
        server.id = id;
        setup.servers.push_back(server);
    }
    const auto act = [&made](const char *id, model::ActionKind verb, std::int64_t second, const char *client) {
        model::Action action;
        action.id = id;
        action.verb = verb;
        action.at = model::SimTime {second * 1000000};
        const bool atServer = verb == model::ActionKind::Crash;
        (atServer ? action.server : action.client) = client;
        if (verb == model::ActionKind::Write)
            action.item = "apple";
        made.branches.front().actions.push_back(action);
    };
    act("log-in", model::ActionKind::LogIn, 1, "minji"); // server-1
    act("read-1", model::ActionKind::Read, 3, "minji"); // server-2: out
    act("read-2", model::ActionKind::Read, 4, "minji"); // server-3: out
    act("write", model::ActionKind::Write, 5, "minji"); // server-1
    act("crash", model::ActionKind::Crash, 7, "server-1");
    act("read-3", model::ActionKind::Read, 8, "minji"); // server-2: out
    act("junho", model::ActionKind::LogIn, 10, "junho"); // server-3

    scenario::Lesson lesson;
    for (const auto &[id, until] :
         {std::pair {"login", 2}, std::pair {"refresh", 6}, std::pair {"crash", 9}, std::pair {"end", 20}}) {
        scenario::Step step;
        step.id = id;
        step.title = {"단계", "Step"};
        step.text = {"글", "Text"};
        step.until = model::SimTime {until * std::int64_t {1000000}};
        lesson.steps.push_back(step);
    }
    made.lesson = lesson;
    return made;
}

Measure of(MeasureKind kind)
{
    Measure measure;
    measure.kind = kind;
    return measure;
}

Measure client(MeasureKind kind, const char *id)
{
    Measure measure = of(kind);
    measure.client = id;
    return measure;
}

Condition compare(const Measure &measure, Comparison is, Operand value)
{
    Condition condition;
    condition.kind = Condition::Kind::Compare;
    condition.compare = scenario::Compare {measure, is, std::move(value)};
    return condition;
}

Condition tree(Condition::Kind kind, std::vector<Condition> parts)
{
    Condition condition;
    condition.kind = kind;
    condition.parts = std::move(parts);
    return condition;
}

Operand number(std::int64_t n)
{
    return n;
}

Operand word(const char *text)
{
    return std::string(text);
}

struct Row
{
    const char *name;
    Condition condition;
    bool holds;
};

std::vector<Row> rows()
{
    using K = MeasureKind;
    using C = Comparison;
    std::vector<Row> all;
    const auto row = [&all](const char *name, const Measure &measure, C is, const Operand &value, bool holds) {
        all.push_back(Row {name, compare(measure, is, value), holds});
    };
    Measure outcome = client(K::Outcome, "minji");
    row("outcome: the next request is the first", outcome, C::Equal, word("fine"), true);
    outcome.request = 2;
    row("outcome: the second", outcome, C::Equal, word("logged_out"), true);
    row("outcome: not equal", outcome, C::NotEqual, word("logged_out"), false);
    outcome.after = "refresh";
    row("outcome: none left has no value", outcome, C::NotEqual, word("logged_out"), false);
    outcome.request = 1;
    row("outcome: after a step", outcome, C::Equal, word("logged_out"), true);
    row("outcome: words have no order", outcome, C::LessOrEqual, word("logged_out"), false);

    Measure answered = client(K::AnsweredBy, "minji");
    row("answered_by", answered, C::Equal, word("server-1"), true);
    answered.request = 3;
    row("answered_by: the third", answered, C::Equal, word("server-3"), true);

    Measure home = client(K::Home, "minji");
    row("home", home, C::Equal, word("server-1"), true);
    home = client(K::Home, "junho");
    row("home at the end", home, C::Equal, word("server-3"), true);
    home.at = "crash";
    row("home before there is one", home, C::NotEqual, word("server-3"), false);

    Measure belief = client(K::Belief, "minji");
    row("belief at the end", belief, C::Equal, word("signed_out"), true);
    belief.at = "login";
    row("belief at the end of a step", belief, C::Equal, word("signed_in"), true);

    Measure holds = client(K::Holds, "minji");
    holds.server = "server-1";
    row("holds: gone", holds, C::Equal, number(0), true);
    holds.at = "refresh";
    row("holds: log-in and write", holds, C::Equal, number(2), true);
    holds.at = "login";
    row("holds: log-in", holds, C::Equal, number(1), true);
    holds.server = "server-2";
    row("holds: never there", holds, C::Equal, number(0), true);

    Measure count = of(K::Count);
    row("count: all", count, C::Equal, number(6), true);
    count.client = "minji";
    row("count: of a client", count, C::Equal, number(5), true);
    count.outcome = "logged_out";
    row("count: of an outcome", count, C::Equal, number(3), true);
    row("count: <", count, C::Less, number(3), false);
    row("count: <=", count, C::LessOrEqual, number(3), true);
    row("count: >", count, C::Greater, number(2), true);
    row("count: >=", count, C::GreaterOrEqual, number(4), false);
    Measure writes = of(K::Count);
    writes.operation = "write";
    row("count: of an operation", writes, C::Equal, number(1), true);
    count.within = "refresh";
    row("count: within a step", count, C::Equal, number(2), true);
    count.within = "login";
    row("count: within the first step", count, C::Equal, number(0), true);

    Measure clients = of(K::Clients);
    clients.outcome = "fine";
    row("clients: a set", clients, C::Equal, std::vector<std::string> {"minji", "junho", "minji"}, true);
    clients.outcome = "logged_out";
    row("clients: of an outcome", clients, C::Equal, std::vector<std::string> {"minji"}, true);
    clients.within = "login";
    row("clients: the empty set", clients, C::Equal, std::vector<std::string> {}, true);

    row("clients: of any outcome", of(K::Clients), C::Equal, std::vector<std::string> {"junho", "minji"}, true);
    Measure ofHome = of(K::ClientsOf);
    ofHome.server = "server-1";
    row("clients_of: a home", ofHome, C::Equal, std::vector<std::string> {"minji"}, true);
    ofHome.server = "server-2";
    row("clients_of: nobody's home", ofHome, C::Equal, std::vector<std::string> {}, true);
    ofHome.server = "server-3";
    row("clients_of: at the end", ofHome, C::Equal, std::vector<std::string> {"junho"}, true);
    ofHome.at = "crash";
    row("clients_of: at the end of a step", ofHome, C::Equal, std::vector<std::string> {}, true);

    Measure share = of(K::LargestSharePpm);
    row("largest share", share, C::Equal, number(333333), true);
    share.within = "refresh";
    row("largest share within a step", share, C::Equal, number(333333), true);
    share.within = "login";
    row("largest share of one request", share, C::Equal, number(1000000), true);

    Measure latency = of(K::LatencyUs);
    row("latency", latency, C::Equal, number(5000), true); // four hops of 0.5 ms and 3 ms of service
    latency.percentile = 100;
    row("latency: the longest", latency, C::GreaterOrEqual, number(5000), true);
    latency.operation = "log_out";
    row("latency of an operation that nobody asked for", latency, C::GreaterOrEqual, number(0), false);
    latency.operation.clear();
    latency.outcome = "refused";
    row("latency of nothing", latency, C::GreaterOrEqual, number(0), false);

    Measure ratio = of(K::RatioPpm);
    Measure part = of(K::Count);
    part.outcome = "fine";
    ratio.of = std::make_shared<Measure>(part);
    ratio.to = std::make_shared<Measure>(of(K::Count));
    row("ratio", ratio, C::Equal, number(500000), true);
    part.outcome = "refused";
    ratio.to = std::make_shared<Measure>(part);
    row("ratio to nothing", ratio, C::NotEqual, number(0), false);

    Measure other = client(K::Count, "minji");
    other.outcome = "logged_out";
    other.within = "refresh";
    row("this run", other, C::Equal, number(2), true);
    const Measure here = other;
    other.run.policy = "sticky";
    row("another preset", other, C::Equal, number(0), true);
    row("against another run", here, C::Greater, std::make_shared<const Measure>(other), true);
    other.run = {};
    other.run.servers = 1;
    row("another number of servers", other, C::Equal, number(0), true);
    other.run = {};
    other.run.set = {{"/sessions/timeout_us", "500000"}};
    row("another value", other, C::Equal, number(0), true); // expired before the refresh: fine
    other.run = {};
    other.run.branch = "nowhere";
    row("no such run", other, C::GreaterOrEqual, number(0), false);

    const Condition yes = compare(of(K::Count), C::Equal, number(6));
    const Condition no = compare(of(K::Count), C::Equal, number(7));
    all.push_back(Row {"all", tree(Condition::Kind::All, {yes, yes}), true});
    all.push_back(Row {"all but one", tree(Condition::Kind::All, {yes, no}), false});
    all.push_back(Row {"any", tree(Condition::Kind::Any, {no, yes}), true});
    all.push_back(Row {"none of any", tree(Condition::Kind::Any, {no, no}), false});
    all.push_back(Row {"not", tree(Condition::Kind::Not, {no}), true});
    all.push_back(Row {"not what holds", tree(Condition::Kind::Not, {yes}), false});
    return all;
}

} // namespace

class TestEvaluate : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        // By way of the file format, as everything comes.
        const model::Result<scenario::Scenario> read = scenario::readScenario(scenario::writeScenario(mismatch()));
        if (!read)
            for (const model::Problem &problem : read.problems())
                qWarning("%s: %s (%s)", problem.place.c_str(), problem.found.c_str(), problem.allowed.c_str());
        QVERIFY(read.ok());
        m_scenario = read.value();
        m_computed = run::compute(m_scenario, "main");
        QVERIFY(m_computed);
        m_evaluator = std::make_unique<run::Evaluator>(m_scenario, "main", *m_computed);
    }

    void conditions_data()
    {
        QTest::addColumn<int>("index");
        const std::vector<Row> all = rows();
        for (std::size_t i = 0; i < all.size(); ++i)
            QTest::newRow(all[i].name) << static_cast<int>(i);
    }

    void conditions()
    {
        QFETCH(int, index);
        const Row row = rows()[static_cast<std::size_t>(index)];
        QCOMPARE(m_evaluator->holds(row.condition), row.holds);
    }

    void answersAreThoseThatHold()
    {
        scenario::Prediction prediction;
        for (const std::int64_t guess : {5, 6, 7}) {
            scenario::PredictionOption option;
            option.when = compare(of(MeasureKind::Count), Comparison::Equal, number(guess));
            prediction.options.push_back(option);
        }
        QCOMPARE(m_evaluator->answers(prediction), std::vector<std::size_t> {1});
    }

private:
    scenario::Scenario m_scenario;
    std::optional<run::Computed> m_computed;
    std::unique_ptr<run::Evaluator> m_evaluator;
};

QTEST_GUILESS_MAIN(TestEvaluate)
#include "tst_evaluate.moc"
