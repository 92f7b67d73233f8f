// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/crowduser.h"
#include "tests/support/literals.h"
#include "tests/support/printing.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace sessionarium;
using namespace sessionarium::model;
using namespace sessionarium::tests::literals;
using protocol::CrowdUser;

namespace {

Random streamOf(std::uint32_t client, std::uint64_t seed = 42)
{
    return Random(seed, Purpose::Workload, EntityId(client));
}

struct Issued
{
    SimTime at;
    ActionKind verb;
    friend bool operator==(const Issued &, const Issued &) = default;
};

/// Runs a user as an engine does; each request takes that long.
std::vector<Issued> play(const CrowdSpec &spec, const Random &stream, Duration answerTime, std::size_t most = 1000)
{
    CrowdUser user(spec, stream);
    std::vector<Issued> issued;
    std::optional<Duration> wait = user.first();
    SimTime now;
    while (wait && issued.size() < most) {
        now = now + *wait;
        issued.push_back({now, user.pick()});
        if (spec.arrivals == Arrivals::Closed)
            now = now + answerTime;
        wait = user.next(now);
    }
    return issued;
}

} // namespace

/// Generated users: the times they draw, and what they ask for (semantics §2, §11).
class TestCrowdUser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exponentialSpread();
    void exponentialOfAFewMicroseconds();
    void exponentialOfNothing();
    void exponentialKnownDraws();
    void eachClientHasItsOwn();
    void openLoopDoesNotWait();
    void closedLoopThinksAfterTheAnswer();
    void logsInFirst();
    void shareOfWrites();
    void notBeforeFrom();
    void noneAfterUntil();
    void timeIsOverBeforeTheFirst();
};

/// Mean, deviation and quantiles over 200,000 draws: within 1 % (a standard error is 0.22 % of the mean).
void TestCrowdUser::exponentialSpread()
{
    constexpr int count = 200000;
    constexpr double mean = 1e6;
    Random random = streamOf(1);
    std::vector<double> drawn;
    double sum = 0;
    for (int i = 0; i < count; ++i) {
        drawn.push_back(static_cast<double>(protocol::drawExponential(1_s, random).us));
        sum += drawn.back();
    }
    QVERIFY2(std::abs(sum / count / mean - 1) < 0.01, qPrintable(QString::number(sum / count)));
    double squares = 0;
    for (const double value : drawn)
        squares += (value - sum / count) * (value - sum / count);
    const double deviation = std::sqrt(squares / count);
    QVERIFY2(std::abs(deviation / mean - 1) < 0.02, qPrintable(QString::number(deviation)));
    std::sort(drawn.begin(), drawn.end());
    for (const double p : {0.1, 0.25, 0.5, 0.75, 0.9, 0.99}) {
        const double expected = -std::log(1 - p) * mean;
        const double got = drawn[static_cast<std::size_t>(p * count)];
        QVERIFY2(std::abs(got / expected - 1) < 0.03, qPrintable(QString::number(p)));
    }
}

void TestCrowdUser::exponentialOfAFewMicroseconds()
{
    Random random = streamOf(1);
    std::int64_t sum = 0;
    for (int i = 0; i < 100000; ++i) {
        const Duration drawn = protocol::drawExponential(3_us, random);
        QVERIFY(drawn.us >= 0);
        sum += drawn.us;
    }
    QVERIFY2(sum > 295000 && sum < 305000, qPrintable(QString::number(sum))); // rounding does not shift the mean
}

void TestCrowdUser::exponentialOfNothing()
{
    Random random = streamOf(1);
    for (int i = 0; i < 100; ++i)
        QCOMPARE(protocol::drawExponential(0_us, random), 0_us);
}

/// The same bits on every machine and with every compiler. Worked out from the published numbers of SplitMix64 from
/// state 0: the first ones are 0.8833108, 0.4315, 0.0264, 0.9709: a falling run of three, so the first is taken; then
/// 0.1063467 and a greater one.
void TestCrowdUser::exponentialKnownDraws()
{
    Random random = Random::fromState(0);
    std::vector<std::int64_t> drawn;
    for (int i = 0; i < 6; ++i)
        drawn.push_back(protocol::drawExponential(1_s, random).us);
    QCOMPARE(drawn, (std::vector<std::int64_t> {883311, 106347, 173868, 245689, 396468, 523951}));
}

void TestCrowdUser::eachClientHasItsOwn()
{
    const CrowdSpec spec;
    QCOMPARE(play(spec, streamOf(1), 5_ms), play(spec, streamOf(1), 5_ms));
    QVERIFY(play(spec, streamOf(1), 5_ms) != play(spec, streamOf(2), 5_ms));
    QVERIFY(play(spec, streamOf(1), 5_ms) != play(spec, streamOf(1, 43), 5_ms));
}

void TestCrowdUser::openLoopDoesNotWait()
{
    CrowdSpec spec;
    spec.arrivals = Arrivals::Open;
    QCOMPARE(play(spec, streamOf(1), 0_ms), play(spec, streamOf(1), 10_s));
}

/// The same think times and the same requests, however long the answers take.
void TestCrowdUser::closedLoopThinksAfterTheAnswer()
{
    const CrowdSpec spec;
    const std::vector<Issued> quick = play(spec, streamOf(1), 1_ms);
    const std::vector<Issued> slow = play(spec, streamOf(1), 3_s);
    QCOMPARE(quick.size(), std::size_t {1000});
    QCOMPARE(slow.size(), quick.size());
    for (std::size_t i = 0; i < quick.size(); ++i) {
        QCOMPARE(slow[i].verb, quick[i].verb);
        QCOMPARE(slow[i].at - quick[i].at, (3_s - 1_ms) * static_cast<std::int64_t>(i));
    }
}

void TestCrowdUser::logsInFirst()
{
    CrowdSpec spec;
    const auto logIns = [](const std::vector<Issued> &issued) {
        return std::count_if(issued.begin(), issued.end(),
                             [](const Issued &it) { return it.verb == ActionKind::LogIn; });
    };
    const std::vector<Issued> with = play(spec, streamOf(1), 1_ms);
    QCOMPARE(with.front().verb, ActionKind::LogIn);
    QCOMPARE(logIns(with), 1);
    spec.logsIn = false;
    QCOMPARE(logIns(play(spec, streamOf(1), 1_ms)), 0);
}

void TestCrowdUser::shareOfWrites()
{
    CrowdSpec spec;
    const auto writes = [&spec](std::uint32_t ppm) {
        spec.writePpm = ppm;
        const std::vector<Issued> issued = play(spec, streamOf(1), 1_ms, 10001);
        return std::count_if(issued.begin(), issued.end(),
                             [](const Issued &it) { return it.verb == ActionKind::Write; });
    };
    QCOMPARE(writes(0), 0);
    QCOMPARE(writes(1000000), 10000);
    const auto third = writes(333333);
    QVERIFY2(third > 3150 && third < 3520, qPrintable(QString::number(third)));
}

void TestCrowdUser::notBeforeFrom()
{
    CrowdSpec spec;
    spec.from = SimTime() + 5_s;
    const Duration late = CrowdUser(spec, streamOf(1)).first().value();
    spec.from = SimTime();
    const Duration early = CrowdUser(spec, streamOf(1)).first().value();
    QCOMPARE(late - early, 5_s);
}

void TestCrowdUser::noneAfterUntil()
{
    CrowdSpec spec;
    spec.arrivals = Arrivals::Open;
    const std::vector<Issued> all = play(spec, streamOf(1), 0_s, 50);
    spec.until = all.at(20).at; // at that moment, yet
    const std::vector<Issued> some = play(spec, streamOf(1), 0_s, 50);
    QCOMPARE(some, std::vector<Issued>(all.begin(), all.begin() + 21));
    spec.until = all.at(20).at - 1_us;
    QCOMPARE(play(spec, streamOf(1), 0_s, 50).size(), std::size_t {20});
}

void TestCrowdUser::timeIsOverBeforeTheFirst()
{
    CrowdSpec spec;
    spec.from = SimTime() + 2_s;
    spec.until = SimTime() + 1_s;
    QVERIFY(!CrowdUser(spec, streamOf(1)).first());
}

QTEST_GUILESS_MAIN(TestCrowdUser)
#include "tst_crowduser.moc"
