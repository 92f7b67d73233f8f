// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/report/jsonltext.h"

#include "core/report/summary.h"
#include "core/sim/simengine.h"
#include "core/timeline/fold.h"
#include "tests/core/sim/randomscenario.h"
#include "tests/support/printing.h"

#include <QTest>

using namespace sessionarium;
using namespace sessionarium::tests;
using namespace sessionarium::model;
using timeline::Timeline;

namespace {

std::unique_ptr<Timeline> runOf(const scenario::Scenario &scenario)
{
    auto timeline = std::make_unique<Timeline>();
    sim::SimEngine engine(scenario, "main");
    engine.open(*timeline);
    engine.addActions(scenario.branches.front().actions);
    (void)engine.runUntil(SimTime {scenario.duration.us}, manyRecords, *timeline);
    timeline->end();
    return timeline;
}

} // namespace

/// Runs of random scenarios, with crashes, losses and servers that join.
class TestJsonLinesRuns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBack_data() { seeds(); }
    void comesBack();
    void figuresAgreeWithTheFold_data() { seeds(); }
    void figuresAgreeWithTheFold();

private:
    static void seeds();
};

void TestJsonLinesRuns::seeds()
{
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 100; ++seed)
        QTest::addRow("seed %d", seed) << seed;
}

void TestJsonLinesRuns::comesBack()
{
    QFETCH(int, seed);
    const auto timeline = runOf(randomScenario(static_cast<std::uint64_t>(seed), 120));
    QVERIFY(timeline->size() > 100);
    const std::string text = jsonLinesOf(*timeline);
    const auto read = report::readJsonLines(text, manyRecords);
    if (!read)
        qWarning("%s", toString(read.problems().front()));
    QVERIFY(read.ok());
    const Timeline &again = *read.value();
    QVERIFY(jsonLinesOf(again) == text);
    QVERIFY(again.info() == timeline->info());
    QCOMPARE(again.strings().size(), timeline->strings().size());
    for (std::uint32_t i = 0; i < again.strings().size(); ++i)
        QCOMPARE(again.text(StringId(i)), timeline->text(StringId(i)));
    QVERIFY(again.entities() == timeline->entities());

    const std::string first = report::toJson(report::summarize(*timeline, verdict::judge(*timeline), timeline->size()));
    const std::string second = report::toJson(report::summarize(again, verdict::judge(again), again.size()));
    QCOMPARE(QByteArray::fromStdString(second), QByteArray::fromStdString(first));
}

/// The summary counts by itself, step by step; the fold knows the same from elsewhere.
void TestJsonLinesRuns::figuresAgreeWithTheFold()
{
    QFETCH(int, seed);
    const auto timeline = runOf(randomScenario(static_cast<std::uint64_t>(seed), 120));
    const verdict::Verdicts verdicts = verdict::judge(*timeline);
    timeline::WorldState state;
    for (std::uint32_t i = 0; i < timeline->size(); ++i) {
        timeline::fold(state, RecordId(i), (*timeline)[i]);
        if (i % 97 != 0 && i + 1 != timeline->size())
            continue;
        const report::Summary summary = report::summarize(*timeline, verdicts, i + 1);
        QCOMPARE(summary.clients.size(), state.clients.size());
        std::size_t open = 0;
        for (std::size_t c = 0; c < state.clients.size(); ++c) {
            QCOMPARE(summary.clients[c].signedIn, state.clients[c].belief == timeline::Belief::SignedIn);
            open += state.clients[c].open.size();
        }
        QCOMPARE(summary.unfinished, std::uint64_t(open));
        QCOMPARE(summary.servers.size(), state.servers.size());
        for (std::size_t s = 0; s < state.servers.size(); ++s) {
            const timeline::ServerState &server = state.servers[s];
            std::uint64_t bytes = 0;
            for (const timeline::CopyState &copy : server.copies)
                bytes += copy.isThere() ? report::sessionBaseBytes + copy.version() * report::sessionWriteBytes : 0;
            QCOMPARE(summary.servers[s].requests, std::uint64_t(server.served));
            QCOMPARE(summary.servers[s].sessions, std::uint64_t(server.copiesThere));
            QCOMPARE(summary.servers[s].sessionBytes, bytes);
        }
        QCOMPARE(summary.stores.size(), state.stores.size());
        for (std::size_t s = 0; s < state.stores.size(); ++s) {
            std::uint64_t writes = 0;
            for (const timeline::CopyState &copy : state.stores[s].copies)
                writes += copy.isThere() ? copy.version() : 0;
            const std::uint64_t there = state.stores[s].copiesThere;
            QCOMPARE(summary.stores[s].sessions, there);
            QCOMPARE(summary.stores[s].sessionBytes,
                     there * report::sessionBaseBytes + writes * report::sessionWriteBytes);
        }
    }
}

QTEST_GUILESS_MAIN(TestJsonLinesRuns)
#include "tst_jsonlruns.moc"
