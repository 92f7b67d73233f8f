// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/futureeventset.h"
#include "core/sim/simengine.h"
#include "core/timeline/fingerprint.h"
#include "core/timeline/query.h"
#include "core/timeline/timeline.h"
#include "tests/core/sim/randomscenario.h"
#include "tests/support/printing.h"

#include <QTest>

#include <map>
#include <set>

using namespace sessionarium;
using namespace sessionarium::model;

namespace {

constexpr std::uint32_t unbounded = 20'000'000;

std::unique_ptr<timeline::Timeline> played(const scenario::Scenario &scenario, std::uint32_t maxRecords = unbounded)
{
    auto timeline = std::make_unique<timeline::Timeline>();
    sim::SimEngine engine(scenario, "main");
    engine.open(*timeline);
    engine.addActions(scenario.branches.front().actions);
    engine.runUntil(SimTime {scenario.duration.us}, maxRecords, *timeline);
    timeline->end();
    return timeline;
}

std::string fingerprint(const timeline::Timeline &timeline)
{
    return timeline::fingerprintOf(timeline, timeline.size());
}

/// One request that takes a second at one of two servers, and what is done to them meanwhile.
scenario::Scenario slowRead(const std::vector<Action> &faults)
{
    scenario::Scenario made;
    made.id = "slow-read";
    made.duration = seconds(10);
    ClientSpec client;
    client.id = "client";
    client.timeout = seconds(5);
    made.setup.clients.push_back(client);
    made.setup.balancer = BalancerSpec();
    for (const char *id : {"server-1", "server-2"}) {
        ServerSpec server;
        server.id = id;
        server.serviceTime = seconds(1);
        made.setup.servers.push_back(server);
    }
    Action read;
    read.id = "read";
    read.verb = ActionKind::Read;
    read.client = "client";
    read.at = SimTime {1'000'000};
    scenario::Branch root;
    root.id = "main";
    root.actions = {read};
    root.actions.insert(root.actions.end(), faults.begin(), faults.end());
    made.branches = {root};
    return made;
}

Action fault(ActionKind verb, std::int64_t atUs)
{
    Action made;
    made.id = "fault-" + std::to_string(atUs);
    made.verb = verb;
    made.at = SimTime {atUs};
    if (verb == ActionKind::Partition)
        made.group = {"server-1"};
    else
        made.server = "server-1";
    return made;
}

/// The records of a kind.
template <class Fact>
std::vector<timeline::Record> all(const timeline::Timeline &timeline)
{
    std::vector<timeline::Record> found;
    for (std::uint32_t i = 0; i < timeline.size(); ++i) {
        if (std::holds_alternative<Fact>(timeline[i].fact))
            found.push_back(timeline[i]);
    }
    return found;
}

} // namespace

class TestSimEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void futureEventsComeInTotalOrder();
    void sameInputSameRecords();
    void aCopyIsTheSnapshot();
    void seedMattersOnlyWithChance();
    void actionsAreTheLastOfTheirInstant();
    void recordsAreWellFormed();
    void stringsAreInternedWhenFirstShown();
    void theBoundOnRecordsEndsTheRun();
    void evidenceReachesTheCrash();
    void aRemovedServerClosesItsConnections();
    void noResetCrossesACutLink();
};

void TestSimEngine::futureEventsComeInTotalOrder()
{
    sim::FutureEventSet set;
    Random random(1, Purpose::Network, EntityId(0));
    std::multimap<std::int64_t, std::uint32_t> expected; // keeps the order of insertion among equals
    std::uint32_t slot = 0;
    for (std::int64_t now = 0; now < 4000; ++now) {
        // Few delays at first, then many: lanes and heap, mixed.
        const auto delay = static_cast<std::int64_t>(random.below(now < 2000 ? 3 : 60));
        set.schedule(SimTime {now}, Duration {delay}, slot);
        expected.emplace(now + delay, slot++);
        while (set.nextTime() && set.nextTime()->us <= now) {
            QCOMPARE(set.nextTime()->us, expected.begin()->first);
            QCOMPARE(set.pop(), expected.begin()->second);
            expected.erase(expected.begin());
        }
    }
    while (set.nextTime()) {
        QCOMPARE(set.pop(), expected.begin()->second);
        expected.erase(expected.begin());
    }
    QVERIFY(expected.empty());
}

void TestSimEngine::sameInputSameRecords()
{
    std::set<std::string> different;
    for (std::uint64_t seed = 1; seed <= 50; ++seed) {
        const scenario::Scenario scenario = tests::randomScenario(seed);
        const std::string first = fingerprint(*played(scenario));
        QCOMPARE(fingerprint(*played(scenario)), first);
        different.insert(first);
    }
    QCOMPARE(different.size(), std::size_t {50});
}

void TestSimEngine::aCopyIsTheSnapshot()
{
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        const scenario::Scenario scenario = tests::randomScenario(seed);
        const SimTime half {scenario.duration.us / 2};
        const SimTime whole {scenario.duration.us};

        timeline::Timeline first;
        sim::SimEngine engine(scenario, "main");
        engine.open(first);
        engine.addActions(scenario.branches.front().actions);
        engine.runUntil(half, unbounded, first);
        timeline::Fingerprint original;
        timeline::Fingerprint copied;
        sim::SimEngine copy = engine;
        engine.runUntil(whole, unbounded, original); // the original moves on first: nothing may be shared
        copy.runUntil(whole, unbounded, copied);
        QCOMPARE(copied.value(), original.value());
        QCOMPARE(copy.recordCount(), engine.recordCount());
    }
}

void TestSimEngine::seedMattersOnlyWithChance()
{
    scenario::Scenario scenario = tests::randomScenario(5);
    scenario.setup.network.lossPpm = 0;
    scenario.setup.network.jitter = milliseconds(2);
    const std::string jittered = fingerprint(*played(scenario));
    scenario.seed += 1;
    QVERIFY(fingerprint(*played(scenario)) != jittered);

    // Without jitter only the session ids are drawn; their strings differ, their numbers do not.
    scenario.setup.network.jitter = {};
    const auto one = played(scenario);
    scenario.seed += 1;
    const auto other = played(scenario);
    QCOMPARE(fingerprint(*one), fingerprint(*other));
    bool sameTexts = true;
    for (std::uint32_t i = 0; i < one->strings().size(); ++i)
        sameTexts = sameTexts && one->text(StringId(i)) == other->text(StringId(i));
    QVERIFY(!sameTexts);
}

void TestSimEngine::actionsAreTheLastOfTheirInstant()
{
    // The answer reaches the client at 5 ms; a crash at the same instant comes after it.
    scenario::Scenario scenario;
    scenario.id = "order";
    scenario.duration = seconds(1);
    scenario.setup.clients.resize(1);
    scenario.setup.clients[0].id = "minji";
    scenario.setup.balancer.emplace();
    scenario.setup.servers.resize(1);
    scenario.setup.servers[0].id = "server-1";
    scenario::Branch root;
    root.id = "main";
    Action crash;
    crash.id = "crash";
    crash.verb = ActionKind::Crash;
    crash.server = "server-1";
    crash.at = SimTime {5000};
    Action logIn;
    logIn.id = "log-in";
    logIn.verb = ActionKind::LogIn;
    logIn.client = "minji";
    logIn.at = SimTime {0};
    root.actions = {crash, logIn}; // list order is not time order
    scenario.branches.push_back(root);

    const auto timeline = played(scenario);
    std::uint32_t answered = 0;
    std::uint32_t crashed = 0;
    for (std::uint32_t i = 0; i < timeline->size(); ++i) {
        if (std::holds_alternative<Answered>((*timeline)[i].fact))
            answered = i;
        if (std::holds_alternative<Crashed>((*timeline)[i].fact))
            crashed = i;
    }
    QCOMPARE((*timeline)[answered].at, SimTime {5000});
    QCOMPARE((*timeline)[crashed].at, SimTime {5000});
    QVERIFY(answered < crashed);
}

void TestSimEngine::recordsAreWellFormed()
{
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        const auto timeline = played(tests::randomScenario(seed));
        std::set<std::uint32_t> issued;
        std::set<std::uint32_t> finished;
        for (std::uint32_t i = 0; i < timeline->size(); ++i) {
            const timeline::Record &record = (*timeline)[i];
            QVERIFY(i == 0 || record.at >= (*timeline)[i - 1].at);
            QVERIFY(record.cause.isNone() || record.cause.value < i);
            if (std::holds_alternative<RequestIssued>(record.fact)) {
                QCOMPARE(record.request.value, static_cast<std::uint32_t>(issued.size())); // dense, in order of issue
                issued.insert(record.request.value);
            } else if (record.request.isSome()) {
                QVERIFY(issued.contains(record.request.value));
            }
            if (std::holds_alternative<Answered>(record.fact) || std::holds_alternative<Failed>(record.fact))
                QVERIFY(finished.insert(record.request.value).second); // finished once
            // A chain of causes ends where somebody acted, or at the beginning of the run: also that of a timer.
            const RecordId root = timeline::causes(*timeline, RecordId(i)).back();
            const Fact &first = (*timeline)[root].fact;
            QVERIFY(std::holds_alternative<ActionTaken>(first) || std::holds_alternative<NotApplicable>(first)
                    || std::holds_alternative<EntityAdded>(first));
        }
        QVERIFY(!issued.empty());
    }
}

void TestSimEngine::stringsAreInternedWhenFirstShown()
{
    // What a reader of files relies on (semantics §11): ids grow in the order in which the records show them.
    for (std::uint64_t seed = 1; seed <= 50; ++seed) {
        const auto timeline = played(tests::randomScenario(seed));
        auto next = static_cast<std::uint32_t>(timeline->info().strings.size());
        const auto entities = static_cast<std::uint32_t>(timeline->info().entities.size());
        const auto show = [&next](StringId id) {
            if (id.isSome() && id.value >= next) {
                QCOMPARE(id.value, next);
                ++next;
            }
        };
        for (std::uint32_t i = 0; i < timeline->size(); ++i) {
            const timeline::Record &record = (*timeline)[i];
            if (record.entity.value >= entities && std::holds_alternative<EntityAdded>(record.fact))
                show(*timeline->strings().find(timeline->entity(record.entity).id));
            std::visit(
                [&show](const auto &fact) {
                    fact.fields(fact, [&show](std::string_view, const auto &value) {
                        if constexpr (std::is_same_v<std::remove_cvref_t<decltype(value)>, StringId>)
                            show(value);
                    });
                },
                record.fact);
        }
        QCOMPARE(next, timeline->strings().size());
    }
}

void TestSimEngine::theBoundOnRecordsEndsTheRun()
{
    const scenario::Scenario scenario = tests::randomScenario(9);
    const auto whole = played(scenario);
    const std::uint32_t bound = whole->size() / 2;
    const auto cut = played(scenario, bound);
    QVERIFY(cut->size() <= bound);
    QVERIFY(std::holds_alternative<RunCut>((*cut)[cut->size() - 1].fact));
    for (std::uint32_t i = 0; i + 1 < cut->size(); ++i)
        QCOMPARE((*cut)[i].fact.index(), (*whole)[i].fact.index());
}

void TestSimEngine::evidenceReachesTheCrash()
{
    // The chain of causes alone never reaches a crash, which acts through what is no longer there (semantics §1).
    std::size_t seen = 0;
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        const auto timeline = played(tests::randomScenario(seed));
        const timeline::Keyframes keyframes(*timeline);
        for (std::uint32_t i = 0; i < timeline->size(); ++i) {
            const auto *missing = std::get_if<SessionMissing>(&(*timeline)[i].fact);
            if (!missing)
                continue;
            // Did this server have it, and crash since?
            std::uint32_t crash = 0;
            bool had = false;
            for (std::uint32_t k = 0; k < i; ++k) {
                const timeline::Record &before = (*timeline)[k];
                if (before.entity != (*timeline)[i].entity)
                    continue;
                if (const auto *made = std::get_if<SessionCreated>(&before.fact);
                    made && made->session == missing->session)
                    had = true;
                if (const auto *ended = std::get_if<SessionEnded>(&before.fact);
                    ended && ended->session == missing->session)
                    had = false;
                if (had && crash == 0 && std::holds_alternative<Crashed>(before.fact))
                    crash = k;
            }
            if (!had || crash == 0)
                continue;
            ++seen;
            const std::vector<RecordId> consulted = timeline::evidence(*timeline, keyframes, RecordId(i));
            QVERIFY(std::find(consulted.begin(), consulted.end(), RecordId(crash)) != consulted.end());
        }
    }
    QVERIFY(seen > 5);
}

/// H-14: who waits for it learns it at once, as of one that was killed.
void TestSimEngine::aRemovedServerClosesItsConnections()
{
    const auto timeline = played(slowRead({fault(ActionKind::RemoveServer, 1'200'000)}));
    const auto resets = all<ConnectionReset>(*timeline);
    QCOMPARE(resets.size(), std::size_t {1});
    QVERIFY(resets.front().at.us < 1'210'000);
    const auto answers = all<Answered>(*timeline);
    QCOMPARE(answers.size(), std::size_t {1});
    QCOMPARE(std::get<Answered>(answers.front().fact).status, 502U);
}

/// What a kernel says does not cross a cut either: the client waits until it gives up.
void TestSimEngine::noResetCrossesACutLink()
{
    const auto whole = played(slowRead({fault(ActionKind::Crash, 1'300'000)}));
    QCOMPARE(all<ConnectionReset>(*whole).size(), std::size_t {1});
    const auto cut = played(slowRead({fault(ActionKind::Partition, 1'200'000), fault(ActionKind::Crash, 1'300'000)}));
    QCOMPARE(all<Crashed>(*cut).size(), std::size_t {1});
    QCOMPARE(all<ConnectionReset>(*cut).size(), std::size_t {0});
    const auto failures = all<Failed>(*cut);
    QCOMPARE(failures.size(), std::size_t {1});
    QCOMPARE(failures.front().at.us, 6'000'000);
}

QTEST_GUILESS_MAIN(TestSimEngine)
#include "tst_simengine.moc"
