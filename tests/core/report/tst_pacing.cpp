// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/report/runbuilder.h"

#include "core/report/pacing.h"
#include "tests/support/printing.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <set>

using namespace sessionarium;
using namespace sessionarium::tests;
using namespace sessionarium::model;
using report::PacingMap;

namespace {

/// Screen time of the gap that begins at a stop.
std::int64_t gapAfter(const PacingMap &map, std::int64_t stop)
{
    const auto next = map.nextStop(SimTime {stop});
    return (next ? map.toScreen(*next) : map.length()) - map.toScreen(SimTime {stop});
}

/// Messages of 500 us, one after another: the median hop.
void addHops(RunBuilder &run, std::int64_t from, int count)
{
    for (int i = 0; i < count; ++i) {
        run.send(from + i * 500, "minji", "balancer", RequestId(0), MessageKind::Request, 500);
    }
}

std::shared_ptr<const timeline::Timeline> randomRun(std::uint32_t seed)
{
    std::uint64_t state = seed;
    const auto draw = [&state](std::uint64_t below) { // SplitMix64, of the test's own
        std::uint64_t z = (state += 0x9E3779B97F4A7C15ull);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
        return (z ^ (z >> 31)) % below;
    };
    RunBuilder run(microseconds(static_cast<std::int64_t>(draw(3) == 0 ? 1 : 1'000'000'000)));
    std::int64_t at = 0;
    const auto count = draw(300);
    for (std::uint64_t i = 0; i < count; ++i) {
        const std::array<std::uint64_t, 6> spans {1, 2, 700, 100'000, 5'000'000, 1'000'000'000'000};
        at += static_cast<std::int64_t>(draw(3) == 0 ? 0 : draw(spans[draw(spans.size())]));
        if (draw(2) == 0)
            run.send(at, "minji", "balancer", RequestId(0), MessageKind::Request,
                     draw(5) == 0 ? TransitTime::unknown : static_cast<std::uint32_t>(draw(spans[draw(5)])));
        else
            run.add(at, "balancer", CookieAbsent {}, {}, RecordId(static_cast<std::uint32_t>(draw(run.size()))));
    }
    return run.finish();
}

} // namespace

class TestPacing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void gaps_data();
    void gaps();
    void manyMessagesGoFaster();
    void lostAndUnknownMessages();
    void shortened_data();
    void shortened();
    void startAndEnd();
    void cutRunEndsAtItsCut();
    void emptyMap();
    void stopsAreStepped();
    void whatComesAfterAGateHasNoInfluence();
    void theUnknownGoesOnAtThePaceSoFar();
    void properties_data();
    void properties();
};

void TestPacing::gaps_data()
{
    QTest::addColumn<qint64>("gap");
    QTest::addColumn<qint64>("screen");
    QTest::newRow("9: a median hop takes 300 ms") << qint64(500) << qint64(300'000);
    QTest::newRow("9: half of one takes half") << qint64(250) << qint64(150'000);
    QTest::newRow("9: rounded down") << qint64(333) << qint64(199'800);
    QTest::newRow("9: never less than 60 ms") << qint64(99) << qint64(60'000);
    QTest::newRow("9: the lower bound itself") << qint64(100) << qint64(60'000);
    QTest::newRow("9: a microsecond") << qint64(1) << qint64(60'000);
    QTest::newRow("9: the upper bound itself") << qint64(1500) << qint64(900'000);
    QTest::newRow("9: never more than 900 ms") << qint64(1501) << qint64(900'000);
    QTest::newRow("9: three seconds") << qint64(3'000'000) << qint64(900'000);
    QTest::newRow("9: a century") << qint64(3'155'760'000'000'000) << qint64(900'000);
}

void TestPacing::gaps()
{
    QFETCH(qint64, gap);
    QFETCH(qint64, screen);
    RunBuilder run;
    addHops(run, 1'000'000, 9);
    // Others that do not move the median: one shorter, one longer; all have arrived before the gap begins.
    run.send(1'005'000, "minji", "balancer", RequestId(0), MessageKind::Request, 10);
    run.send(1'005'000, "minji", "balancer", RequestId(0), MessageKind::Request, 3000);
    run.add(2'000'000, "minji", CookieDeleted {});
    run.add(2'000'000 + gap, "minji", CookieDeleted {});
    const PacingMap map(*run.finish());
    QCOMPARE(gapAfter(map, 2'000'000), screen);
    QCOMPARE(gapAfter(map, 1'000'000), std::int64_t(300'000)); // one message on the wire changes nothing
}

void TestPacing::manyMessagesGoFaster()
{
    const auto screenOf = [](int messages) {
        RunBuilder run;
        for (int i = 0; i < messages; ++i)
            run.send(1'000'000, "minji", "balancer", RequestId(0), MessageKind::Request, 500);
        run.add(1'000'500, "balancer", CookieAbsent {});
        const PacingMap map(*run.finish());
        return gapAfter(map, 1'000'000);
    };
    QCOMPARE(screenOf(1), std::int64_t(300'000));
    QCOMPARE(screenOf(4), std::int64_t(300'000)); // max(1, m/4)
    QCOMPARE(screenOf(5), std::int64_t(240'000));
    QCOMPARE(screenOf(8), std::int64_t(150'000));
    QCOMPARE(screenOf(1000), std::int64_t(1'200));
}

void TestPacing::lostAndUnknownMessages()
{
    RunBuilder run;
    for (int i = 0; i < 8; ++i) // lost ones are on the wire too
        run.send(1'000'000, "minji", "balancer", RequestId(0), MessageKind::Request, 500, true);
    run.add(1'000'500, "balancer", CookieAbsent {});
    QCOMPARE(gapAfter(PacingMap(*run.finish()), 1'000'000), std::int64_t(150'000));

    // A transit that is not known shows in the record at the receiver that the arrival caused.
    RunBuilder live;
    for (int i = 0; i < 8; ++i) {
        const RecordId sent =
            live.send(1'000'000 + i, "minji", "balancer", RequestId(0), MessageKind::Request, TransitTime::unknown);
        live.add(1'000'000 + i, "minji", CookieAbsent {}, {}, sent); // not at the receiver
    }
    const std::uint32_t first = live.size() - 16;
    for (std::uint32_t i = 0; i < 8; ++i)
        live.add(1'001'000 + i, "balancer", CookieAbsent {}, {}, RecordId(first + 2 * i));
    // All eight took 1,000 us; during 993 of them all are on the wire.
    QCOMPARE(gapAfter(PacingMap(*live.finish()), 1'000'007), std::int64_t(993 * 300 / 2));
}

void TestPacing::shortened_data()
{
    QTest::addColumn<qint64>("hop");
    QTest::addColumn<qint64>("gap");
    QTest::addColumn<bool>("idle");
    QTest::addColumn<bool>("isShortened");
    QTest::newRow("two seconds of nothing") << qint64(500) << qint64(2'000'000) << true << true;
    QTest::newRow("100 ms") << qint64(500) << qint64(100'000) << true << true;
    QTest::newRow("under 100 ms") << qint64(500) << qint64(99'999) << true << false;
    QTest::newRow("something is on the wire") << qint64(500) << qint64(2'000'000) << false << false;
    QTest::newRow("slow hops: just what it gets") << qint64(50'000) << qint64(150'000) << true << false;
    QTest::newRow("slow hops: more than it gets") << qint64(50'000) << qint64(150'001) << true << true;
}

void TestPacing::shortened()
{
    QFETCH(qint64, hop);
    QFETCH(qint64, gap);
    QFETCH(bool, idle);
    QFETCH(bool, isShortened);
    RunBuilder run(microseconds(1'000'000 + gap));
    for (int i = 0; i < 3; ++i)
        run.send(0, "minji", "balancer", RequestId(0), MessageKind::Request, static_cast<std::uint32_t>(hop));
    if (!idle)
        run.send(999'999, "minji", "balancer", RequestId(0), MessageKind::Request, 2);
    run.add(1'000'000, "minji", CookieDeleted {});
    run.add(1'000'000 + gap, "minji", CookieDeleted {});
    const PacingMap map(*run.finish());
    const PacingMap::Shortened wanted {SimTime {1'000'000}, SimTime {1'000'000 + gap}};
    const auto &spans = map.shortened();
    QCOMPARE(std::find(spans.begin(), spans.end(), wanted) != spans.end(), isShortened);
}

void TestPacing::startAndEnd()
{
    RunBuilder run(seconds(10));
    addHops(run, 4'000'000, 3);
    run.add(4'001'500, "balancer", CookieAbsent {});
    const PacingMap map(*run.finish());
    QCOMPARE(map.toScreen(SimTime {}), std::int64_t(0));
    QCOMPARE(map.toScreen(SimTime {4'000'000}), std::int64_t(900'000));
    QCOMPARE(map.length(), std::int64_t(900'000 + 3 * 300'000 + 900'000));
    QCOMPARE(map.toScreen(SimTime {10'000'000}), map.length());
    QCOMPARE(map.toTime(map.length()), SimTime {10'000'000});
    QCOMPARE(map.toScreen(SimTime {99'000'000}), map.length());
    QCOMPARE(map.toTime(map.length() + 1), SimTime {10'000'000});
    QCOMPARE(map.toScreen(SimTime {-1}), std::int64_t(0));
    QCOMPARE(map.toTime(-1), SimTime {});
    // Half of the screen time of the first gap is half of the gap; both are whole numbers.
    QCOMPARE(map.toScreen(SimTime {2'000'000}), std::int64_t(450'000));
    QCOMPARE(map.toTime(450'000), SimTime {2'000'000});
    // The rest of the run is idle, and labelled.
    QCOMPARE(map.shortened().size(), std::size_t(2));
    QCOMPARE(map.shortened()[1], (PacingMap::Shortened {SimTime {4'001'500}, SimTime {10'000'000}}));
}

void TestPacing::cutRunEndsAtItsCut()
{
    RunBuilder run(seconds(10));
    run.add(1'000'000, "minji", RunCut {});
    const PacingMap map(*run.finish());
    QCOMPARE(map.toTime(map.length()), SimTime {1'000'000});
}

void TestPacing::emptyMap()
{
    const PacingMap map;
    QCOMPARE(map.length(), std::int64_t(0));
    QCOMPARE(map.toScreen(SimTime {5}), std::int64_t(0));
    QCOMPARE(map.toTime(5), SimTime {});
    QVERIFY(map.stops().empty());
    QVERIFY(!map.nextStop(SimTime {}));

    const timeline::Timeline nothing;
    QCOMPARE(PacingMap(nothing).length(), std::int64_t(0));
}

void TestPacing::stopsAreStepped()
{
    RunBuilder run;
    addHops(run, 1'000, 2);
    run.add(1'500, "minji", CookieDeleted {}); // of the same instant
    const PacingMap map(*run.finish());
    const std::vector<SimTime> stops {SimTime {0}, SimTime {1'000}, SimTime {1'500}};
    QVERIFY(map.stops() == stops);
    QCOMPARE(map.nextStop(SimTime {-1}), std::optional<SimTime>(SimTime {0}));
    QCOMPARE(map.nextStop(SimTime {0}), std::optional<SimTime>(SimTime {1'000}));
    QCOMPARE(map.nextStop(SimTime {1'499}), std::optional<SimTime>(SimTime {1'500}));
    QVERIFY(!map.nextStop(SimTime {1'500}));
    QCOMPARE(map.previousStop(SimTime {1'501}), std::optional<SimTime>(SimTime {1'500}));
    QCOMPARE(map.previousStop(SimTime {1'500}), std::optional<SimTime>(SimTime {1'000}));
    QVERIFY(!map.previousStop(SimTime {0}));
}

void TestPacing::properties_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 100; ++seed)
        QTest::addRow("seed %d", seed) << seed;
}

void TestPacing::properties()
{
    QFETCH(int, seed);
    const auto timeline = randomRun(static_cast<std::uint32_t>(seed));
    const PacingMap map(*timeline);

    std::set<std::int64_t> moments;
    for (std::uint32_t i = 0; i < timeline->size(); ++i)
        moments.insert((*timeline)[i].at.us);
    QCOMPARE(map.stops().size(), moments.size());
    QVERIFY(std::equal(moments.begin(), moments.end(), map.stops().begin(),
                       [](std::int64_t us, SimTime stop) { return us == stop.us; }));

    std::int64_t before = -1;
    for (const SimTime stop : map.stops()) {
        const std::int64_t screen = map.toScreen(stop);
        QCOMPARE(map.toTime(screen), stop); // exact at stops
        QVERIFY(screen > before); // strictly increasing
        QVERIFY(screen - before <= 900'001);
        before = screen;
    }
    QVERIFY(map.length() >= before);

    // Between stops: monotone, and never across one.
    for (std::size_t i = 1; i < map.stops().size(); ++i) {
        const SimTime a = map.stops()[i - 1];
        const SimTime b = map.stops()[i];
        const std::int64_t left = map.toScreen(a);
        const std::int64_t right = map.toScreen(b);
        std::int64_t x = left;
        for (int part = 1; part <= 8; ++part) {
            const SimTime t {a.us + (b.us - a.us) / 8 * part};
            const std::int64_t next = map.toScreen(t);
            QVERIFY(next >= x);
            QVERIFY(t == b || next < right);
            x = next;
        }
        SimTime t = a;
        for (int part = 1; part <= 8; ++part) {
            const SimTime next = map.toTime(left + (right - left) / 8 * part);
            QVERIFY(next >= t);
            QVERIFY(next <= b);
            t = next;
        }
    }
    for (const PacingMap::Shortened &span : map.shortened()) {
        QVERIFY((span.to - span.from).us >= 100'000);
        QCOMPARE(map.toScreen(span.to) - map.toScreen(span.from), std::int64_t(900'000));
    }
}

void TestPacing::whatComesAfterAGateHasNoInfluence()
{
    const SimTime gate {2'500'000};
    RunBuilder quiet(seconds(14));
    addHops(quiet, 1'000'000, 10);
    RunBuilder busy(seconds(14));
    addHops(busy, 1'000'000, 10);
    for (int i = 0; i < 400; ++i)
        busy.send(2'500'001 + i * 7'000, "minji", "balancer", RequestId(0), MessageKind::Request, 90'000);
    const auto one = quiet.finish();
    const auto other = busy.finish();
    QVERIFY(PacingMap(*one).length() != PacingMap(*other).length());
    const PacingMap known(*one, gate);
    const PacingMap same(*other, gate);
    QCOMPARE(same.length(), known.length());
    QVERIFY(same.stops() == known.stops());
    QVERIFY(same.shortened() == known.shortened());
    for (std::int64_t t = 0; t <= 14'000'000; t += 50'021)
        QCOMPARE(same.toScreen(SimTime {t}), known.toScreen(SimTime {t}));
    const PacingMap linear = PacingMap::linear(*one, gate);
    const PacingMap sameLinear = PacingMap::linear(*other, gate);
    QVERIFY(sameLinear.isLinear());
    QVERIFY(sameLinear.stops() == linear.stops());
    QCOMPARE(sameLinear.hop(), linear.hop());
    QVERIFY(PacingMap::linear(*other).hop() != linear.hop());
    QCOMPARE(sameLinear.length(), linear.length());
}

void TestPacing::theUnknownGoesOnAtThePaceSoFar()
{
    RunBuilder run(seconds(8));
    addHops(run, 1'999'500, 2); // to 2 s: a quarter of it
    const auto timeline = run.finish();
    const PacingMap map(*timeline, SimTime {3'000'000});
    QCOMPARE(map.toScreen(SimTime {2'000'000}) * 4, map.length());
    QCOMPARE(map.toScreen(SimTime {5'000'000}) * 8, map.length() * 5);
    QCOMPARE(map.toTime(map.length()).us, std::int64_t {8'000'000});
    QVERIFY(!map.nextStop(SimTime {2'000'000}));
    // However little is known, it takes a tenth; and from nothing at all there is still an axis.
    const PacingMap early(*timeline, SimTime {1'999'500});
    QVERIFY(early.toScreen(SimTime {1'999'500}) > 0);
    RunBuilder first(seconds(100));
    addHops(first, 500, 2);
    const PacingMap little(*first.finish(), SimTime {1000});
    QCOMPARE(little.toScreen(SimTime {1000}) * 10, little.length());
    const PacingMap nothing(*timeline, SimTime {1});
    QVERIFY(nothing.length() > 0);
    QCOMPARE(nothing.toTime(nothing.length()).us, std::int64_t {8'000'000});
}

QTEST_GUILESS_MAIN(TestPacing)
#include "tst_pacing.moc"
