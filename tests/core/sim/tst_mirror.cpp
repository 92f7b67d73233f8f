// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/simengine.h"
#include "core/timeline/fold.h"
#include "core/timeline/keyframes.h"
#include "core/timeline/timeline.h"
#include "tests/core/sim/randomscenario.h"
#include "tests/support/printing.h"

#include <QTest>

#include <algorithm>
#include <vector>

using namespace sessionarium;
using namespace sessionarium::model;

namespace {

constexpr std::uint32_t unbounded = 20'000'000;

/// A machine's own picture of a session, in a comparable order.
struct Held
{
    StringId session;
    SimTime lastUsed;
    std::vector<std::pair<StringId, WriteId>> attributes;
    bool operator==(const Held &) const = default;
};

std::vector<Held> heldBy(const protocol::AppServer &server)
{
    std::vector<Held> all;
    for (const auto &[id, session] : server.sessions().sessions()) {
        Held held {StringId(id), session.lastUsed, {}};
        for (std::uint32_t i = 0; i < session.attributes.count; ++i)
            held.attributes.emplace_back(session.attributes.items[i].attribute, session.attributes.items[i].value);
        all.push_back(held);
    }
    std::sort(all.begin(), all.end(), [](const Held &a, const Held &b) { return a.session < b.session; });
    return all;
}

std::vector<Held> heldBy(const timeline::ServerState &server)
{
    std::vector<Held> all;
    for (const timeline::CopyState &copy : server.copies) {
        if (!copy.isThere())
            continue;
        Held held {copy.session, copy.lastUsed, {}};
        for (const timeline::AttributeState &attribute : copy.attributes)
            held.attributes.emplace_back(attribute.attribute, attribute.value);
        all.push_back(held);
    }
    return all;
}

/// Empty if the folded state is what the machines hold; else what differs.
std::string difference(const sim::SimEngine &engine, const timeline::WorldState &state)
{
    if (state.clients.size() != engine.clients().size() || state.servers.size() != engine.servers().size())
        return "number of machines";
    for (std::size_t i = 0; i < state.clients.size(); ++i) {
        const protocol::ClientAgent &machine = engine.clients()[i];
        const timeline::ClientState &folded = state.clients[i];
        const auto cookie = [&](std::string_view name) {
            const auto id = engine.strings().find(name);
            return id ? folded.cookie(*id) : StringId();
        };
        if (cookie(sessionCookieName) != machine.session())
            return "session cookie";
        if (cookie(pinCookieName) != machine.pin())
            return "pin cookie";
        if ((folded.belief == timeline::Belief::SignedIn) != machine.believesSignedIn())
            return "belief";
        if (folded.writes != machine.writes())
            return "counter of writes";
        std::vector<RequestId> open;
        for (const timeline::OpenRequest &request : folded.open)
            open.push_back(request.request);
        if (open != machine.openRequests())
            return "open requests";
    }
    for (std::size_t i = 0; i < state.servers.size(); ++i) {
        const protocol::AppServer &machine = engine.servers()[i];
        const timeline::ServerState &folded = state.servers[i];
        if ((folded.process == timeline::Process::Running) != machine.isListening())
            return "process";
        std::vector<RequestId> serving;
        for (const timeline::ServiceState &item : folded.inService)
            serving.push_back(item.request);
        if (serving != machine.inService())
            return "requests in service";
        if (folded.queue != machine.queue())
            return "queue";
        const std::vector<Held> held = heldBy(folded);
        if (held != heldBy(machine))
            return "sessions";
        if (folded.copiesThere != held.size())
            return "count of sessions";
    }
    return {};
}

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
            const std::string what = difference(engine, sink.state);
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
    const scenario::Scenario scenario = tests::randomScenario(3);
    for (const std::string_view forgotten : {"cookie_stored", "session_created", "write_applied", "service_ended",
                                             "crashed", "answered", "session_found", "request_issued"}) {
        sim::SimEngine engine(scenario, "main");
        timeline::Timeline timeline;
        engine.open(timeline);
        engine.addActions(scenario.branches.front().actions);
        bool noticed = false;
        std::uint32_t done = 0;
        timeline::WorldState state;
        for (SimTime t; t.us <= scenario.duration.us && !noticed; t = t + milliseconds(5)) {
            engine.runUntil(t, unbounded, timeline);
            for (; done < timeline.size(); ++done) {
                if (kindName(timeline[done].fact) != forgotten)
                    timeline::fold(state, RecordId(done), timeline[done]);
            }
            noticed = !difference(engine, state).empty();
        }
        QVERIFY2(noticed, forgotten.data());
    }
}

QTEST_GUILESS_MAIN(TestMirror)
#include "tst_mirror.moc"
