// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/simengine.h"
#include "core/timeline/query.h"
#include "core/timeline/timeline.h"
#include "tests/core/sim/randomscenario.h"
#include "tests/support/printing.h"

#include <QTest>

#include <algorithm>
#include <set>
#include <thread>

using namespace sessionarium;
using namespace sessionarium::model;
using timeline::Timeline;

namespace {

void play(const scenario::Scenario &scenario, Timeline &timeline)
{
    sim::SimEngine engine(scenario, "main");
    engine.open(timeline);
    engine.addActions(scenario.branches.front().actions);
    engine.runUntil(SimTime {scenario.duration.us}, 20'000'000, timeline);
    timeline.end();
}

} // namespace

class TestTimeline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countUpToIncludesTheInstant();
    void indicesHoldEveryRecordOnce();
    void elementsDoNotMove();
    void aReaderSeesOnlyWholeRecords();
    void messagesInFlightAreThoseOnTheWire();
    void consequencesTurnCausesRound();
    void memoryStaysWithinItsBounds();
};

void TestTimeline::countUpToIncludesTheInstant()
{
    Timeline timeline;
    play(tests::randomScenario(2), timeline);
    QCOMPARE(timeline.countUpTo(SimTime {-1}), 0u);
    QCOMPARE(timeline.countUpTo(SimTime {INT64_MAX}), timeline.size());
    for (std::uint32_t i = 0; i < timeline.size(); ++i) {
        const std::uint32_t count = timeline.countUpTo(timeline[i].at);
        QVERIFY(count > i);
        QVERIFY(count == timeline.size() || timeline[count].at > timeline[i].at);
    }
}

void TestTimeline::indicesHoldEveryRecordOnce()
{
    Timeline timeline;
    play(tests::randomScenario(2, 2000), timeline);
    std::set<std::uint32_t> byEntity;
    for (std::uint32_t e = 0; e < timeline.entities().size(); ++e) {
        const std::uint32_t count = timeline.entityRecordCount(EntityId(e));
        for (std::uint32_t k = 0; k < count; ++k) {
            const RecordId id = timeline.entityRecord(EntityId(e), k);
            QCOMPARE(timeline[id].entity, EntityId(e));
            QVERIFY(k == 0 || timeline.entityRecord(EntityId(e), k - 1) < id);
            byEntity.insert(id.value);
        }
    }
    QCOMPARE(byEntity.size(), std::size_t {timeline.size()});

    std::size_t ofRequests = 0;
    for (std::uint32_t r = 0; r < timeline.requestCount(); ++r) {
        const std::vector<RecordId> records = timeline.recordsOfRequest(RequestId(r));
        QVERIFY(std::is_sorted(records.begin(), records.end()));
        QVERIFY(std::holds_alternative<RequestIssued>(timeline[records.front()].fact));
        for (const RecordId id : records)
            QCOMPARE(timeline[id].request, RequestId(r));
        ofRequests += records.size();
    }
    std::size_t expected = 0;
    for (std::uint32_t i = 0; i < timeline.size(); ++i)
        expected += timeline[i].request.isSome() ? 1u : 0u;
    QCOMPARE(ofRequests, expected);
    QVERIFY(timeline.recordsOfRequest(RequestId(timeline.requestCount())).empty());
}

void TestTimeline::elementsDoNotMove()
{
    timeline::PublishedVector<int, 2> vector;
    vector.push(7);
    const int *first = &vector[0];
    for (int i = 1; i < 5000; ++i)
        vector.push(i);
    QCOMPARE(&vector[0], first);
    QCOMPARE(vector.size(), std::size_t {5000});
    for (std::size_t i = 1; i < 5000; ++i)
        QCOMPARE(vector[i], static_cast<int>(i));
}

void TestTimeline::aReaderSeesOnlyWholeRecords()
{
    // One writer, one reader that runs over what it has been shown (to be run under the thread sanitizer, too).
    Timeline timeline;
    timeline::RunInfo info;
    info.strings = {"minji"};
    info.entities = {{"minji", EntityType::Client, {}}};
    timeline.begin(info);
    constexpr std::uint32_t count = 300'000;
    std::thread writer([&timeline] {
        for (std::uint32_t i = 0; i < count; ++i)
            timeline.append(RecordId(i), {SimTime {i}, RecordId(), EntityId(0), RequestId(i / 8), RequestQueued {i}});
        timeline.end();
    });
    std::uint32_t wrong = 0;
    std::uint32_t seen = 0;
    while (seen < count) {
        const std::uint32_t size = timeline.size();
        for (; seen < size; ++seen) {
            const timeline::Record &record = timeline[seen];
            const auto *queued = std::get_if<RequestQueued>(&record.fact);
            if (record.at.us != seen || !queued || queued->length != seen)
                ++wrong;
            if (timeline.entityRecord(EntityId(0), seen).value != seen)
                ++wrong;
        }
    }
    writer.join();
    QCOMPARE(wrong, 0u);
    QVERIFY(timeline.isComplete());
}

void TestTimeline::messagesInFlightAreThoseOnTheWire()
{
    Timeline timeline;
    play(tests::randomScenario(6), timeline);
    const Duration longest = timeline::longestTransit(timeline);
    QVERIFY(longest.us > 0);
    Random random(1, Purpose::Network, EntityId(0));
    std::size_t total = 0;
    for (int n = 0; n < 300; ++n) {
        const SimTime t = timeline[static_cast<std::uint32_t>(random.below(timeline.size()))].at;
        std::vector<timeline::MessageInFlight> expected;
        for (std::uint32_t i = 0; i < timeline.size(); ++i) {
            const auto *sent = std::get_if<Sent>(&timeline[i].fact);
            if (sent && timeline[i].at <= t && timeline[i].at + microseconds(sent->transit.us) > t)
                expected.push_back({RecordId(i), timeline[i].at, timeline[i].at + microseconds(sent->transit.us)});
        }
        total += expected.size();
        QVERIFY(timeline::messagesInFlight(timeline, t, longest) == expected);
    }
    QVERIFY(total > 0);
}

void TestTimeline::consequencesTurnCausesRound()
{
    Timeline timeline;
    play(tests::randomScenario(3), timeline);
    const timeline::Consequences consequences(timeline);
    std::size_t edges = 0;
    for (std::uint32_t i = 0; i < timeline.size(); ++i) {
        for (const RecordId child : consequences.direct(RecordId(i))) {
            QCOMPARE(timeline[child].cause, RecordId(i));
            ++edges;
        }
    }
    std::size_t caused = 0;
    for (std::uint32_t i = 0; i < timeline.size(); ++i)
        caused += timeline[i].cause.isSome() ? 1u : 0u;
    QCOMPARE(edges, caused);
    QVERIFY(caused > 100);
}

void TestTimeline::memoryStaysWithinItsBounds()
{
    // performance.md: at most 48 B a record and 8 B for its indices, blocks of 64 Ki records at a time.
    Timeline timeline;
    timeline::RunInfo info;
    info.strings = {"minji"};
    info.entities = {{"minji", EntityType::Client, {}}};
    timeline.begin(info);
    constexpr std::uint32_t count = 4 * 65536;
    for (std::uint32_t i = 0; i < count; ++i)
        timeline.append(RecordId(i), {SimTime {i}, RecordId(), EntityId(0), RequestId(i / 10), ServiceStarted {}});
    QVERIFY(timeline.memoryBytes() <= std::size_t {count} * 57);
}

QTEST_GUILESS_MAIN(TestTimeline)
#include "tst_timeline.moc"
