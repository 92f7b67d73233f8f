// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/figures.h"

#include "core/sim/simengine.h"
#include "core/timeline/fold.h"
#include "tests/core/report/runbuilder.h"
#include "tests/core/sim/randomscenario.h"
#include "tests/support/printing.h"

#include <QTest>

#include <algorithm>

using namespace sessionarium;
using namespace sessionarium::tests;
using namespace sessionarium::model;
using report::Figures;
using verdict::Outcome;

namespace {

constexpr int seeds = 24;
constexpr std::size_t everyStop = 1'000'000;
constexpr std::uint64_t million = 1'000'000;

std::shared_ptr<timeline::Timeline> runOf(const scenario::Scenario &scenario)
{
    auto timeline = std::make_shared<timeline::Timeline>();
    sim::SimEngine engine(scenario, "main");
    engine.open(*timeline);
    engine.addActions(scenario.branches.front().actions);
    engine.runUntil(SimTime {scenario.duration.us}, 20'000'000, *timeline);
    timeline->end();
    return timeline;
}

/// The first records of a run, in a timeline that knows of nothing else.
std::shared_ptr<timeline::Timeline> beginningOf(const timeline::Timeline &whole, std::uint32_t records)
{
    auto timeline = std::make_shared<timeline::Timeline>();
    timeline->begin(whole.info());
    for (auto i = static_cast<std::uint32_t>(whole.info().strings.size()); i < whole.strings().size(); ++i)
        timeline->internString(StringId(i), whole.text(StringId(i)));
    for (std::uint32_t i = 0; i < records; ++i) {
        const timeline::Record &record = whole[i];
        if (std::holds_alternative<EntityAdded>(record.fact) && record.entity.value >= timeline->entities().size())
            timeline->joinEntity(record.entity, *whole.strings().find(whole.entity(record.entity).id));
        timeline->append(RecordId(i), record);
    }
    return timeline;
}

Figures measured(const timeline::Timeline &timeline, std::size_t most)
{
    const report::PacingMap pacing(timeline);
    return *report::measure(timeline, verdict::judge(timeline), report::figureTicks(pacing, most));
}

/// The first values of a series.
Figures::Series cut(const Figures::Series &series, std::size_t count)
{
    return {series.begin(), series.begin() + static_cast<std::ptrdiff_t>(std::min(count, series.size()))};
}

std::uint64_t sentOf(const report::Summary &summary, std::string_view prefix, bool bytes)
{
    std::uint64_t sum = 0;
    for (const report::MessageSummary &sent : summary.messages) {
        if (sent.kind.starts_with(prefix))
            sum += bytes ? sent.bytes : sent.count;
    }
    return sum;
}

} // namespace

/// The series of the charts: what they say at each tick, and that nothing later has a part in it.
class TestFigures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void loadAndQueueByHand();
    void trafficAndAnswersByHand();
    void ticksAreTheStopsOrEquallyFar();
    void theyAgreeWithSummaryAndState_data() { addSeeds(); }
    void theyAgreeWithSummaryAndState();
    void nothingLaterHasAPart_data() { addSeeds(); }
    void nothingLaterHasAPart();
    void coarseTicksKeepPeaks_data() { addSeeds(); }
    void coarseTicksKeepPeaks();
    void theyCanBeCancelled();

private:
    static void addSeeds()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 0; seed < seeds; ++seed)
            QTest::addRow("seed %d", seed) << seed;
    }
};

void TestFigures::loadAndQueueByHand()
{
    RunBuilder run; // two places each
    const RequestId a(0);
    const RequestId b(1);
    const RequestId c(2);
    run.add(1'000'000, "server-1", ServiceStarted {}, a);
    run.add(2'000'000, "server-1", ServiceStarted {}, b);
    run.add(3'000'000, "server-1", RequestQueued {1}, c);
    run.add(4'000'000, "server-1", ServiceEnded {200}, a);
    run.add(4'000'000, "server-1", ServiceStarted {}, c);
    run.add(5'000'000, "server-1", ServiceEnded {200}, b);
    run.add(6'000'000, "server-1", RequestQueued {1}, RequestId(3));
    run.add(7'000'000, "server-1", Crashed {});
    const auto timeline = run.finish();

    const Figures fine = *report::measure(
        *timeline, {},
        {{0}, {1'000'000}, {2'000'000}, {3'000'000}, {4'000'000}, {5'000'000}, {6'000'000}, {7'000'000}, {8'000'000}});
    QCOMPARE(fine.holders.size(), 2u);
    QCOMPARE(timeline->entity(fine.holders[0].entity).id, std::string("server-1"));
    using Series = Figures::Series;
    QCOMPARE(fine.holders[0].busyPpm, (Series {0, 0, 500'000, million, million, million, 500'000, 500'000, 0}));
    QCOMPARE(fine.holders[0].servingPpm, (Series {0, 500'000, million, million, million, 500'000, 500'000, 0, 0}));
    QCOMPARE(fine.holders[0].waiting, (Series {0, 0, 0, 1, 0, 0, 1, 0, 0}));
    QCOMPARE(fine.holders[1].busyPpm, Series(9, 0));

    // Between two ticks: 1 of 2 places from 1 s on, 2 of 2 from 2 s to 4 s; the queue's peak stays.
    const Figures coarse = *report::measure(*timeline, {}, {{4'000'000}, {8'000'000}});
    QCOMPARE(coarse.holders[0].busyPpm, (Series {5 * million / 8, (2 + 1 + 1) * million / 8}));
    QCOMPARE(coarse.holders[0].waiting, (Series {1, 1}));
}

void TestFigures::trafficAndAnswersByHand()
{
    RunBuilder run;
    const StringId user = run.text("user");
    const EntityId minji = run.entity("minji");
    const EntityId junho = run.entity("junho");
    RequestIssued issued;
    issued.operation = Operation::LogIn;
    issued.attribute = user;
    issued.write = WriteId {minji, 1};
    const RecordId first = run.add(1'000'000, "minji", issued, RequestId(0));
    const StringId session = run.text("SESSION");
    run.add(1'000'000, "server-1", ServiceStarted {}, RequestId(0));
    run.add(2'000'000, "server-1", SessionCreated {session, minji, CopyRole::InCharge}, RequestId(0));
    run.add(2'000'000, "server-1", WriteApplied {session, user, issued.write, {}}, RequestId(0));
    run.send(2'000'000, "server-1", "server-2", RequestId(0), MessageKind::ReplicationCreated, 500);
    run.send(2'000'000, "server-1", "server-2", RequestId(0), MessageKind::Membership, 500, true);
    run.send(2'000'000, "server-1", "server-2", RequestId(0), MessageKind::StoreSave, 500);
    const RecordId answered = run.add(3'000'000, "minji", Answered {200, issued.write, session}, RequestId(0));
    const RecordId second = run.add(3'000'000, "junho", RequestIssued {}, RequestId(1));
    const RecordId failed = run.add(6'000'000, "junho", Failed {FailReason::TimedOut}, RequestId(1));
    const auto timeline = run.finish();
    const auto verdictOn = [](std::uint32_t request, EntityId client, RecordId from, RecordId to, Outcome outcome,
                              Duration latency) {
        verdict::Verdict made;
        made.request = RequestId(request);
        made.client = client;
        made.issued = from;
        made.finished = to;
        made.outcome = outcome;
        made.latency = latency;
        return made;
    };
    const verdict::Verdicts verdicts({verdictOn(0, minji, first, answered, Outcome::Fine, seconds(2)),
                                      verdictOn(1, junho, second, failed, Outcome::Refused, seconds(3))},
                                     0);

    const Figures figures = *report::measure(*timeline, verdicts, {{1'000'000}, {2'000'000}, {3'000'000}, {6'000'000}});
    using Series = Figures::Series;
    QCOMPARE(figures.holders[0].sessions, (Series {0, 1, 1, 1}));
    QCOMPARE(figures.holders[0].sessionBytes, (Series {0, 768, 768, 768})); // 512 and one write of 256
    QCOMPARE(figures.replication.messages, (Series {0, 2, 2, 2}));
    QCOMPARE(figures.replication.bytes, (Series {0, 4000, 4000, 4000}));
    QCOMPARE(figures.store.messages, (Series {0, 1, 1, 1}));
    QCOMPARE(figures.store.bytes, (Series {0, 2000, 2000, 2000}));
    QCOMPARE(figures.clients, (Series {2, 2, 2, 2}));
    QCOMPARE(figures.signedIn, (Series {0, 0, 1, 1}));
    QCOMPARE(figures.latency.firstTick, 2u);
    QCOMPARE(figures.latency.p50, (Series {0, 0, 2 * million, 2 * million}));
    QCOMPARE(figures.latency.p95, (Series {0, 0, 2 * million, 3 * million}));
    QCOMPARE(figures.outcomes[static_cast<std::size_t>(Outcome::Fine)], (Series {0, 0, 1, 1}));
    QCOMPARE(figures.outcomes[static_cast<std::size_t>(Outcome::Refused)], (Series {0, 0, 0, 1}));
    QCOMPARE(figures.countUpTo(SimTime {5'999'999}), 3u);
    QCOMPARE(figures.countUpTo(SimTime {6'000'000}), 4u);
    QCOMPARE(figures.countUpTo(SimTime {0}), 0u);
}

void TestFigures::ticksAreTheStopsOrEquallyFar()
{
    const auto timeline = runOf(randomScenario(3, 120));
    const report::PacingMap pacing(*timeline);
    QCOMPARE(report::figureTicks(pacing, pacing.stops().size()), pacing.stops());

    const std::vector<SimTime> few = report::figureTicks(pacing, 50);
    QVERIFY(few.size() > 40 && few.size() <= 50);
    for (std::size_t i = 0; i < few.size(); ++i) {
        QVERIFY(i == 0 || few[i - 1] < few[i]);
        QVERIFY(std::abs(pacing.toScreen(few[i]) - pacing.toScreen(i == 0 ? SimTime {} : few[i - 1]))
                <= pacing.length() / 25);
    }
    QCOMPARE(few.back().us, timeline->info().duration.us);
}

void TestFigures::theyAgreeWithSummaryAndState()
{
    QFETCH(int, seed);
    const scenario::Scenario scenario = randomScenario(static_cast<std::uint64_t>(seed), 120);
    const auto timeline = runOf(scenario);
    const verdict::Verdicts verdicts = verdict::judge(*timeline);
    const Figures figures = measured(*timeline, everyStop);

    timeline::WorldState state;
    std::uint32_t folded = 0;
    for (std::size_t tick = 0; tick < figures.ticks.size(); ++tick) {
        const std::uint32_t records = timeline->countUpTo(figures.ticks[tick]);
        // Nothing changes between two stops: places in use are those of the state before this one.
        const bool appliesNothing = scenario.setup.sessions.policy == SessionPolicy::Local;
        for (const Figures::Holder &holder : figures.holders) {
            const timeline::ServerState *server = tick > 0 ? state.server(holder.entity) : nullptr;
            if (server && appliesNothing) {
                const std::uint64_t inUse = std::min<std::uint64_t>(server->inService.size(), server->capacity);
                QCOMPARE(holder.busyPpm[tick], inUse * million / server->capacity);
            }
        }
        for (; folded < records; ++folded)
            timeline::fold(state, RecordId(folded), (*timeline)[folded]);
        std::uint64_t signedIn = 0;
        for (const timeline::ClientState &client : state.clients)
            signedIn += client.belief == timeline::Belief::SignedIn ? 1u : 0u;
        QCOMPARE(figures.signedIn[tick], signedIn);
        QCOMPARE(figures.clients[tick], state.clients.size());
        for (const Figures::Holder &holder : figures.holders) {
            const timeline::HolderState *there = state.holder(holder.entity);
            QCOMPARE(tick >= holder.firstTick, there != nullptr);
            QCOMPARE(holder.sessions[tick], there ? there->copiesThere : 0);
            if (const timeline::ServerState *server = state.server(holder.entity)) {
                const std::uint64_t inUse = std::min<std::uint64_t>(server->inService.size(), server->capacity);
                QCOMPARE(holder.servingPpm[tick], inUse * million / server->capacity);
                QCOMPARE(holder.waiting[tick], server->queue.size());
            }
        }
        if (tick % 13 != 0)
            continue; // the summary reads the whole run each time
        const report::Summary summary = report::summarize(*timeline, verdicts, records);
        for (const report::ServerSummary &server : summary.servers) {
            const auto holder =
                std::find_if(figures.holders.begin(), figures.holders.end(), [&](const Figures::Holder &each) {
                    return timeline->entity(each.entity).id == server.id;
                });
            QCOMPARE(holder->sessionBytes[tick], server.sessionBytes);
        }
        QCOMPARE(figures.replication.messages[tick],
                 sentOf(summary, "replication_", false) + sentOf(summary, "membership", false));
        QCOMPARE(figures.replication.bytes[tick],
                 sentOf(summary, "replication_", true) + sentOf(summary, "membership", true));
        QCOMPARE(figures.store.messages[tick], sentOf(summary, "store_", false));
        QCOMPARE(figures.store.bytes[tick], sentOf(summary, "store_", true));
        for (std::size_t i = 0; i < figures.outcomes.size(); ++i)
            QCOMPARE(figures.outcomes[i][tick], summary.outcomes[i]);
        QCOMPARE(figures.latency.p50[tick], static_cast<std::uint64_t>(summary.latencyUs.p50.value_or(0)));
        QCOMPARE(figures.latency.p95[tick], static_cast<std::uint64_t>(summary.latencyUs.p95.value_or(0)));
        QCOMPARE(figures.latency.p99[tick], static_cast<std::uint64_t>(summary.latencyUs.p99.value_or(0)));
        QCOMPARE(tick >= figures.latency.firstTick, summary.latencyUs.p50.has_value());
    }
}

void TestFigures::nothingLaterHasAPart()
{
    QFETCH(int, seed);
    const auto timeline = runOf(randomScenario(static_cast<std::uint64_t>(seed), 120));
    const Figures whole = measured(*timeline, 100);
    for (const std::size_t shown : {whole.ticks.size() / 5, whole.ticks.size() / 2}) {
        const SimTime gate = whole.ticks[shown] - microseconds(1); // the next tick is just not to be known
        const std::size_t count = whole.countUpTo(gate);
        QCOMPARE(count, shown);
        const auto beginning = beginningOf(*timeline, timeline->countUpTo(gate));
        const std::vector<SimTime> ticks(whole.ticks.begin(), whole.ticks.begin() + static_cast<std::ptrdiff_t>(count));
        const Figures known = *report::measure(*beginning, verdict::judge(*beginning), ticks);
        for (std::size_t i = 0; i < whole.holders.size(); ++i) {
            const Figures::Holder &holder = whole.holders[i];
            if (holder.firstTick >= count)
                continue;
            const auto same =
                std::find_if(known.holders.begin(), known.holders.end(),
                             [&holder](const Figures::Holder &each) { return each.entity == holder.entity; });
            QVERIFY(same != known.holders.end());
            QCOMPARE(cut(holder.busyPpm, count), same->busyPpm);
            QCOMPARE(cut(holder.servingPpm, count), same->servingPpm);
            QCOMPARE(cut(holder.waiting, count), same->waiting);
            QCOMPARE(cut(holder.sessions, count), same->sessions);
            QCOMPARE(cut(holder.sessionBytes, count), same->sessionBytes);
        }
        QCOMPARE(cut(whole.replication.bytes, count), known.replication.bytes);
        QCOMPARE(cut(whole.store.bytes, count), known.store.bytes);
        QCOMPARE(cut(whole.latency.p50, count), known.latency.p50);
        QCOMPARE(cut(whole.latency.p99, count), known.latency.p99);
        QCOMPARE(cut(whole.signedIn, count), known.signedIn);
        for (std::size_t i = 0; i < whole.outcomes.size(); ++i)
            QCOMPARE(cut(whole.outcomes[i], count), known.outcomes[i]);
    }
}

void TestFigures::coarseTicksKeepPeaks()
{
    QFETCH(int, seed);
    const auto timeline = runOf(randomScenario(static_cast<std::uint64_t>(seed), 120));
    const Figures fine = measured(*timeline, everyStop);
    const Figures coarse = measured(*timeline, 12);
    std::size_t from = 0;
    for (std::size_t tick = 0; tick < coarse.ticks.size(); ++tick) {
        const std::size_t to = fine.countUpTo(coarse.ticks[tick]);
        for (std::size_t i = 0; i < coarse.holders.size(); ++i) {
            const Figures::Series &waiting = fine.holders[i].waiting;
            const std::uint64_t before = from == 0 ? 0 : waiting[from - 1];
            std::uint64_t most = to == 0 ? 0 : waiting[to - 1];
            std::uint64_t mostSinceChange = most;
            bool changed = false;
            for (std::size_t at = from; at < to; ++at) {
                changed = changed || waiting[at] != before;
                most = std::max(most, waiting[at]);
                mostSinceChange = std::max(mostSinceChange, changed ? waiting[at] : 0);
            }
            QVERIFY(coarse.holders[i].waiting[tick] >= mostSinceChange);
            QVERIFY(coarse.holders[i].waiting[tick] <= most);
            if (to > 0)
                QCOMPARE(coarse.holders[i].sessions[tick], fine.holders[i].sessions[to - 1]);
        }
        from = to;
    }
}

void TestFigures::theyCanBeCancelled()
{
    const auto timeline = runOf(randomScenario(1, 120));
    const report::PacingMap pacing(*timeline);
    int asked = 0;
    const auto figures =
        report::measure(*timeline, verdict::judge(*timeline), report::figureTicks(pacing, 100), [&asked](int permille) {
            ++asked;
            return permille < 500;
        });
    QVERIFY(!figures);
    QVERIFY(asked > 40 && asked < 60);
}

QTEST_APPLESS_MAIN(TestFigures)

#include "tst_figures.moc"
