// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/report/jsonltext.h"
#include "tests/core/report/runbuilder.h"
#include "tests/core/report/tracereader.h"

#include "core/report/chrometrace.h"
#include "core/sim/simengine.h"
#include "tests/core/sim/randomscenario.h"

#include <QTest>

#include <algorithm>

using namespace sessionarium;
using namespace sessionarium::tests;
using namespace sessionarium::model;
using timeline::Timeline;

namespace {

std::string traceOf(const Timeline &timeline)
{
    std::string text;
    const bool written = report::writeChromeTrace(timeline, verdict::judge(timeline), [&text](std::string_view bytes) {
        text += bytes;
        return true;
    });
    return written ? text : std::string();
}

/// The first complaint, or nothing.
QByteArray firstComplaint(const TraceReader &trace)
{
    return trace.complaints.empty() ? QByteArray() : QByteArray::fromStdString(trace.complaints.front());
}

template <class Fact>
std::size_t countOf(const Timeline &timeline)
{
    std::size_t count = 0;
    for (std::uint32_t i = 0; i < timeline.size(); ++i)
        count += std::holds_alternative<Fact>(timeline[i].fact) ? 1u : 0u;
    return count;
}

/// Messages that reach their receiver, found the slow way.
std::size_t arrivalsIn(const Timeline &timeline)
{
    std::set<std::uint32_t> arrived;
    for (std::uint32_t i = 0; i < timeline.size(); ++i) {
        if (timeline[i].cause.isNone())
            continue;
        const auto *sent = std::get_if<Sent>(&timeline[timeline[i].cause].fact);
        if (sent && sent->to == timeline[i].entity)
            arrived.insert(timeline[i].cause.value);
    }
    return arrived.size();
}

void crash(RunBuilder &run, std::int64_t at)
{
    run.add(at, "server-1", Crashed {});
}

} // namespace

class TestChromeTrace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKind();
    void randomRuns_data();
    void randomRuns();
    void bytes();
    void parallelServiceGetsThreads();
    void crashEndsServiceAndBeginsDown();
    void instantOfMany();
    void hostileNames();
    void failingSink();
};

void TestChromeTrace::everyKind()
{
    const auto read = report::readJsonLines(tests::everyKind(), manyRecords);
    QVERIFY(read.ok());
    const std::string text = traceOf(*read.value());
    const TraceReader trace(text);
    QCOMPARE(firstComplaint(trace), QByteArray());
    std::set<std::string> kinds;
    for (const TraceReader::Slice &slice : trace.ofCategory("record"))
        kinds.insert(slice.name);
    // Whatever is no slice, message or action is there under its kind.
    QCOMPARE(kinds.size(), factKindCount - 7);
    QVERIFY(kinds.contains("attribute_shown") && kinds.contains("restarted") && !kinds.contains("sent"));
}

void TestChromeTrace::randomRuns_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 60; ++seed)
        QTest::addRow("seed %d", seed) << seed;
}

void TestChromeTrace::randomRuns()
{
    QFETCH(int, seed);
    const scenario::Scenario scenario = randomScenario(static_cast<std::uint64_t>(seed), 120);
    Timeline timeline;
    sim::SimEngine engine(scenario, "main");
    engine.open(timeline);
    engine.addActions(scenario.branches.front().actions);
    (void)engine.runUntil(SimTime {scenario.duration.us}, manyRecords, timeline);
    timeline.end();

    const std::string text = traceOf(timeline);
    QVERIFY(traceOf(timeline) == text);
    const TraceReader trace(text);
    QCOMPARE(firstComplaint(trace), QByteArray());
    QCOMPARE(trace.ofCategory("request").size(), countOf<RequestIssued>(timeline));
    QCOMPARE(trace.ofCategory("service").size(), countOf<ServiceStarted>(timeline));
    QCOMPARE(trace.ofCategory("state").size(), countOf<Crashed>(timeline));
    QCOMPARE(trace.ofCategory("action").size(), countOf<ActionTaken>(timeline));
    QCOMPARE(trace.ofCategory("verdict").size(), verdict::judge(timeline).all().size());
    QCOMPARE(trace.flows.size(), arrivalsIn(timeline));
    for (const auto &[id, flow] : trace.flows) {
        const RecordId sent(static_cast<std::uint32_t>(id));
        QCOMPARE(trace.slices[flow.from].thread, timeline.entity(timeline[sent].entity).id);
        QCOMPARE(trace.slices[flow.from].arguments.at("record").get<std::int64_t>(), id);
        QCOMPARE(trace.slices[flow.to].arguments.at("sent").get<std::int64_t>(), id);
        QCOMPARE(trace.slices[flow.to].thread, timeline.entity(std::get<Sent>(timeline[sent].fact).to).id);
    }
    const auto deepest = std::max_element(trace.slices.begin(), trace.slices.end(),
                                          [](const auto &a, const auto &b) { return a.depth < b.depth; });
    QCOMPARE(deepest->depth, std::size_t(1)); // things stand in the slice of their thread, never in each other
}

void TestChromeTrace::bytes()
{
    RunBuilder run(milliseconds(5));
    RequestIssued issued;
    issued.operation = Operation::Read;
    const RecordId action = run.add(1000, "minji", issued, RequestId(0));
    const RecordId sent = run.send(1000, "minji", "server-1", RequestId(0), MessageKind::Request, 500, false, action);
    const RecordId started = run.add(1500, "server-1", ServiceStarted {}, RequestId(0), sent);
    const RecordId ended = run.add(4500, "server-1", ServiceEnded {401}, RequestId(0), started);
    run.send(4500, "server-1", "minji", RequestId(0), MessageKind::Response, 500, true, ended);
    const QByteArray text = QByteArray::fromStdString(traceOf(*run.finish()));
    const QList<QByteArray> lines = text.split('\n');
    QCOMPARE(lines.at(0),
             QByteArray(R"({"displayTimeUnit":"ms","otherData":{"scenario":"by-hand","policy":"none","seed":7,)"
                        R"("branch":"main","duration_us":5000},"traceEvents":[)"));
    QCOMPARE(
        lines.at(2),
        QByteArray(
            R"({"ph":"M","pid":1,"tid":1,"ts":0,"cat":"__metadata","name":"thread_name","args":{"name":"minji"}},)"));
    QCOMPARE(
        lines.at(11),
        QByteArray(
            R"({"ph":"M","pid":1,"tid":5,"ts":0,"cat":"__metadata","name":"thread_sort_index","args":{"sort_index":4000}},)"));
    const QList<QByteArray> expected {
        R"({"ph":"B","pid":1,"tid":1,"ts":1000,"cat":"request","name":"read","args":{"record":5,"request":0,)"
        R"("operation":"read","attribute":null,"item":null,"write":null,"session":null}},)",
        R"({"ph":"X","pid":1,"tid":1,"ts":1000,"dur":0.001,"cat":"message","name":"request","args":{"record":6,)"
        R"("request":0,"message":"request","to":"server-1","transit_us":500,"lost":false,"size_bytes":500}},)",
        R"({"ph":"s","pid":1,"tid":1,"ts":1000,"cat":"message","name":"message","id":6},)",
        R"({"ph":"B","pid":1,"tid":4,"ts":1500,"cat":"service","name":"service","args":{"record":7,"request":0}},)",
        R"({"ph":"X","pid":1,"tid":4,"ts":1500,"dur":0.001,"cat":"message","name":"request","args":{"record":7,)"
        R"("request":0,"sent":6,"from":"minji"}},)",
        R"({"ph":"f","pid":1,"tid":4,"ts":1500,"bp":"e","cat":"message","name":"message","id":6},)",
        R"({"ph":"E","pid":1,"tid":4,"ts":4500,"cat":"service","name":"service","args":{"end_record":8,"status":401}},)",
        R"({"ph":"X","pid":1,"tid":4,"ts":4500,"dur":0.001,"cat":"message","name":"response","args":{"record":9,)"
        R"("request":0,"message":"response","to":"minji","transit_us":500,"lost":true,"size_bytes":2000}},)",
        R"({"ph":"E","pid":1,"tid":1,"ts":5000,"cat":"request","name":"read","args":{"unfinished":true}})"};
    QCOMPARE(lines.mid(lines.size() - 3 - 8, 9), expected);
    QCOMPARE(lines.mid(lines.size() - 2), (QList<QByteArray> {"]}", ""}));
}

void TestChromeTrace::parallelServiceGetsThreads()
{
    RunBuilder run;
    const auto serve = [&run](std::uint32_t request, std::int64_t from) {
        run.add(from, "minji", RequestIssued {}, RequestId(request));
        return run.add(from, "server-1", ServiceStarted {}, RequestId(request));
    };
    serve(0, 1000);
    serve(1, 2000);
    run.add(3000, "server-1", ServiceEnded {200}, RequestId(0)); // the one that began first: they overlap
    serve(2, 3000);
    run.add(4000, "server-1", ServiceEnded {200}, RequestId(1));
    run.add(4000, "server-1", ServiceEnded {200}, RequestId(2));
    const TraceReader trace(traceOf(*run.finish()));
    QCOMPARE(firstComplaint(trace), QByteArray());
    const auto services = trace.ofCategory("service");
    QCOMPARE(services.size(), std::size_t(3));
    QCOMPARE(services[0].thread, std::string("server-1"));
    QCOMPARE(services[1].thread, std::string("server-1 (2)"));
    QCOMPARE(services[2].thread, std::string("server-1")); // free again in the same instant
    QCOMPARE(services[2].beginNs, std::int64_t(3'000'000));
    QCOMPARE(services[1].endNs, std::int64_t(4'000'000));
    QCOMPARE(trace.sortIndex.at("server-1 (2)"), std::int64_t(3001));
}

void TestChromeTrace::crashEndsServiceAndBeginsDown()
{
    RunBuilder run;
    run.add(1000, "minji", RequestIssued {}, RequestId(0));
    run.add(1000, "server-1", ServiceStarted {}, RequestId(0));
    crash(run, 2000);
    run.add(5000, "server-1", Restarted {});
    crash(run, 5000); // falls over at once
    run.add(9000, "server-1", Restarted {});
    crash(run, 19'000'000);
    const TraceReader trace(traceOf(*run.finish()));
    QCOMPARE(firstComplaint(trace), QByteArray());
    QCOMPARE(trace.ofCategory("service").front().endNs, std::int64_t(2'000'000));
    const auto downs = trace.ofCategory("state");
    QCOMPARE(downs.size(), std::size_t(3));
    const std::vector<std::pair<std::int64_t, std::int64_t>> spans {
        {2'000'000, 5'000'000}, {5'000'000, 9'000'000}, {19'000'000'000, 20'000'000'000}};
    for (std::size_t i = 0; i < spans.size(); ++i) {
        QCOMPARE(downs[i].name, std::string("down"));
        QCOMPARE(downs[i].thread, std::string("server-1"));
        QCOMPARE(downs[i].beginNs, spans[i].first);
        QCOMPARE(downs[i].endNs, spans[i].second);
    }
    QCOMPARE(downs[2].arguments.value("unfinished", false), true);
}

/// Everybody comes at once: readers must not stack hundreds of slices on each other, and cut them off there.
void TestChromeTrace::instantOfMany()
{
    RunBuilder run;
    constexpr std::uint32_t many = 600;
    std::vector<RecordId> sent;
    for (std::uint32_t i = 0; i < many; ++i) {
        run.add(1000, "minji", RequestIssued {}, RequestId(i));
        sent.push_back(run.send(1000, "minji", "balancer", RequestId(i), MessageKind::Request, 500));
    }
    for (std::uint32_t i = 0; i < many; ++i)
        run.add(1500, "balancer", Forwarded {run.entity("server-1"), ForwardReason::Balanced, {}}, RequestId(i),
                sent[i]);
    const TraceReader trace(traceOf(*run.finish()));
    QCOMPARE(firstComplaint(trace), QByteArray());
    QCOMPARE(trace.flows.size(), std::size_t(many));
    for (const TraceReader::Slice &slice : trace.slices) {
        if (slice.thread == "balancer")
            QCOMPARE(slice.depth, std::size_t(0));
    }
}

void TestChromeTrace::hostileNames()
{
    Timeline timeline;
    timeline::RunInfo info;
    info.scenario = "a\"b\\c\n\x01";
    info.policy = "</script>";
    info.strings = {"민지\"\\\t", "server"};
    info.entities = {{"민지\"\\\t", EntityType::Client, {}}, {"server", EntityType::Server, {}}};
    info.duration = seconds(1);
    timeline.begin(info);
    timeline.append(RecordId(0), timeline::Record {SimTime {5}, {}, EntityId(0), {}, EntityAdded {}});
    timeline.append(RecordId(1), timeline::Record {SimTime {5}, {}, EntityId(1), {}, Crashed {}});
    timeline.end();
    const TraceReader trace(traceOf(timeline));
    QCOMPARE(firstComplaint(trace), QByteArray());
    QVERIFY(trace.sortIndex.contains("민지\"\\\t"));
}

void TestChromeTrace::failingSink()
{
    RunBuilder run;
    crash(run, 1000);
    QVERIFY(!report::writeChromeTrace(*run.finish(), verdict::Verdicts(), [](std::string_view) { return false; }));
}

QTEST_GUILESS_MAIN(TestChromeTrace)
#include "tst_chrometrace.moc"
