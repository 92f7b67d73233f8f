// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/simengine.h"
#include "core/timeline/fold.h"
#include "core/timeline/keyframes.h"
#include "core/timeline/timeline.h"
#include "tests/core/sim/mirror.h"
#include "tests/core/sim/randomscenario.h"
#include "tests/support/printing.h"

#include <QTest>

#include <algorithm>
#include <vector>

using namespace sessionarium;
using namespace sessionarium::model;

namespace {

constexpr std::uint32_t unbounded = 20'000'000;

/// Folds what it is told.
class FoldingSink : public timeline::RecordSink
{
public:
    void begin(const timeline::RunInfo &) override { }
    void internString(StringId, std::string_view) override { }
    void joinEntity(EntityId, StringId) override { }
    void append(RecordId id, const timeline::Record &record) override { timeline::fold(state, id, record); }
    void end() override { }

    timeline::WorldState state;
};

std::unique_ptr<timeline::Timeline> played(const scenario::Scenario &scenario)
{
    auto timeline = std::make_unique<timeline::Timeline>();
    sim::SimEngine engine(scenario, "main");
    engine.open(*timeline);
    engine.addActions(scenario.branches.front().actions);
    engine.runUntil(SimTime {scenario.duration.us}, unbounded, *timeline);
    timeline->end();
    return timeline;
}

} // namespace

/// semantics §1, the mirror test: the fold is held honest against the machines.
class TestMirror : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void foldEqualsMachinesAfterEveryInstant();
    void seeksGiveTheSameState();
    void aForgottenFactWouldBeNoticed();
};

void TestMirror::foldEqualsMachinesAfterEveryInstant()
{
    std::uint64_t instants = 0;
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        const scenario::Scenario scenario = tests::randomScenario(seed);
        const auto whole = played(scenario);
        sim::SimEngine engine(scenario, "main");
        FoldingSink sink;
        engine.open(sink);
        engine.addActions(scenario.branches.front().actions);
        SimTime last {-1};
        for (std::uint32_t i = 0; i < whole->size(); ++i) {
            const SimTime t = (*whole)[i].at;
            if (t == last)
                continue;
            last = t;
            ++instants;
            engine.runUntil(t, unbounded, sink);
            const std::string what = tests::difference(engine, sink.state);
            QVERIFY2(what.empty(),
                     qPrintable(
                         QStringLiteral("seed %1 at %2 us: %3").arg(seed).arg(t.us).arg(QString::fromStdString(what))));
        }
    }
    QVERIFY(instants > 40000); // the scenarios do something
}

void TestMirror::seeksGiveTheSameState()
{
    std::size_t frames = 0;
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        const auto timeline = played(tests::randomScenario(seed, 4000));
        QVERIFY(timeline->size() > 8192);
        const timeline::Keyframes keyframes(*timeline);
        frames += keyframes.count();
        QVERIFY(keyframes.memoryBytes() <= std::size_t {4} * timeline->size());
        Random random(seed, Purpose::Network, EntityId(7));
        for (int n = 0; n < 20; ++n) {
            const auto count = static_cast<std::uint32_t>(random.below(timeline->size() + 1));
            timeline::WorldState folded;
            for (std::uint32_t i = 0; i < count; ++i)
                timeline::fold(folded, RecordId(i), (*timeline)[i]);
            QVERIFY(keyframes.stateAfter(count) == folded);
        }
    }
    QVERIFY(frames > 0);
}

void TestMirror::aForgottenFactWouldBeNoticed()
{
    // The comparison itself must be able to fail: without one kind of record the fold drifts off.
    for (const std::string_view forgotten : {"cookie_stored",
                                             "session_created",
                                             "write_applied",
                                             "service_ended",
                                             "crashed",
                                             "answered",
                                             "session_found",
                                             "request_issued",
                                             "session_touched",
                                             "attribute_set",
                                             "copy_set",
                                             "session_id_changed",
                                             "replication_queued",
                                             "confirmation_awaited",
                                             "member_added",
                                             "member_dropped",
                                             "server_marked",
                                             "check_failed",
                                             "drain_set",
                                             "pin_moved",
                                             "link_cut",
                                             "link_healed",
                                             "hung",
                                             "powered_off",
                                             "listening",
                                             "removed",
                                             "address_changed",
                                             "tab_opened",
                                             "capacity_set",
                                             "snapshot_taken",
                                             "log_flushed",
                                             "promoted",
                                             "demoted",
                                             "store_switched"}) {
        bool noticed = false;
        for (std::uint64_t seed = 1; seed <= 200 && !noticed; ++seed) {
            const scenario::Scenario scenario = tests::randomScenario(seed);
            sim::SimEngine engine(scenario, "main");
            timeline::Timeline timeline;
            engine.open(timeline);
            engine.addActions(scenario.branches.front().actions);
            std::uint32_t done = 0;
            timeline::WorldState state;
            for (SimTime t; t.us <= scenario.duration.us && !noticed; t = t + milliseconds(100)) {
                engine.runUntil(t, unbounded, timeline);
                for (; done < timeline.size(); ++done) {
                    if (kindName(timeline[done].fact) != forgotten)
                        timeline::fold(state, RecordId(done), timeline[done]);
                }
                noticed = !tests::difference(engine, state).empty();
            }
        }
        QVERIFY2(noticed, forgotten.data());
    }
}

QTEST_GUILESS_MAIN(TestMirror)
#include "tst_mirror.moc"
