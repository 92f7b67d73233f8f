// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/protocol/storyfacts.h"

#include <QTest>

#include <set>

using namespace sessionarium;
using namespace sessionarium::model;
using namespace sessionarium::tests::literals;
using tests::fact;
using tests::recordsOf;
using tests::Story;
using tests::timeTaken;

namespace {

CrowdSpec visitors(std::uint32_t clients, Arrivals arrivals)
{
    CrowdSpec crowd;
    crowd.id = "visitor";
    crowd.clients = clients;
    crowd.arrivals = arrivals;
    return crowd;
}

constexpr std::uint32_t firstVisitor = 1; // after a client that does nothing

/// The crowd before some servers that take that long for a request.
Story storyOf(const CrowdSpec &crowd, Duration serviceTime, std::uint32_t servers = 1)
{
    Story story;
    story.client("minji");
    for (std::uint32_t i = 1; i <= servers; ++i)
        story.server("server-" + std::to_string(i));
    for (ServerSpec &server : story.setup().servers)
        server.serviceTime = serviceTime;
    story.setup().workload.crowds = {crowd};
    story.duration(20_s);
    return story;
}

struct Issued
{
    std::int64_t at;
    Operation operation;
    friend bool operator==(const Issued &, const Issued &) = default;
};

std::vector<Issued> issuedBy(const Story &story, std::uint32_t visitor)
{
    std::vector<Issued> issued;
    for (const std::uint32_t i : recordsOf<RequestIssued>(story)) {
        if (story.timeline()[i].entity == EntityId(firstVisitor + visitor))
            issued.push_back({story.timeline()[i].at.us, fact<RequestIssued>(story, i).operation});
    }
    return issued;
}

/// The positions of the servers that the requests went to, by visitor.
std::vector<std::set<std::uint32_t>> serversOf(const Story &story, std::uint32_t visitors)
{
    const std::uint32_t firstServer = firstVisitor + visitors + 1; // after the balancer
    std::vector<std::set<std::uint32_t>> servers(visitors);
    for (const std::uint32_t i : recordsOf<Forwarded>(story)) {
        const RecordId issued = story.timeline().recordsOfRequest(story.timeline()[i].request).front();
        const std::uint32_t visitor = story.timeline()[issued].entity.value - firstVisitor;
        servers.at(visitor).insert(fact<Forwarded>(story, i).server.value - firstServer);
    }
    return servers;
}

} // namespace

/// Generated users in whole runs (semantics §2, §11).
class TestCrowdRuns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void openLoopDoesNotWaitForAnswers();
    void closedLoopWaitsForAnswers();
    void ratesOfOpenAndClosedLoop();
    void moreClientsChangeNothingForTheOthers();
    void x1OneAddressOneServer();
    void h4AddressesOfTheirOwn();
};

void TestCrowdRuns::openLoopDoesNotWaitForAnswers()
{
    Story quick = storyOf(visitors(3, Arrivals::Open), 1_ms);
    Story slow = storyOf(visitors(3, Arrivals::Open), 700_ms);
    quick.run();
    slow.run();
    for (std::uint32_t visitor = 0; visitor < 3; ++visitor) {
        QVERIFY(issuedBy(quick, visitor).size() > 5);
        QCOMPARE(issuedBy(slow, visitor), issuedBy(quick, visitor));
    }
}

/// The same think times, each from the end of the request before: with answers that take 200 ms longer the n-th request
/// comes n times 200 ms later.
void TestCrowdRuns::closedLoopWaitsForAnswers()
{
    Story quick = storyOf(visitors(3, Arrivals::Closed), 1_ms);
    Story slow = storyOf(visitors(3, Arrivals::Closed), 201_ms);
    quick.run();
    slow.run();
    for (std::uint32_t visitor = 0; visitor < 3; ++visitor) {
        const std::vector<Issued> early = issuedBy(quick, visitor);
        const std::vector<Issued> late = issuedBy(slow, visitor);
        QVERIFY(late.size() > 5 && late.size() < early.size());
        for (std::size_t i = 0; i < late.size(); ++i) {
            QCOMPARE(late[i].operation, early[i].operation);
            QCOMPARE(late[i].at - early[i].at, static_cast<std::int64_t>(i) * 200000);
        }
    }
}

/// 100 clients, 20 s, one request a second on average: 2,000 in an open loop (a standard deviation is 45). In a closed
/// one with answers after a second half as many.
void TestCrowdRuns::ratesOfOpenAndClosedLoop()
{
    Story open = storyOf(visitors(100, Arrivals::Open), 1_ms);
    open.run();
    const auto opened = static_cast<int>(recordsOf<RequestIssued>(open).size());
    QVERIFY2(opened > 1820 && opened < 2180, qPrintable(QString::number(opened)));

    Story closed = storyOf(visitors(100, Arrivals::Closed), 998_ms);
    closed.setup().servers.front().capacity = 100;
    closed.run();
    QCOMPARE(timeTaken(closed, 0), 1_s);
    const auto taken = static_cast<int>(recordsOf<RequestIssued>(closed).size());
    QVERIFY2(taken > 950 && taken < 1150, qPrintable(QString::number(taken)));
}

void TestCrowdRuns::moreClientsChangeNothingForTheOthers()
{
    Story few = storyOf(visitors(2, Arrivals::Open), 1_ms);
    Story many = storyOf(visitors(5, Arrivals::Open), 1_ms, 3);
    few.run();
    many.run();
    QCOMPARE(issuedBy(many, 0), issuedBy(few, 0));
    QCOMPARE(issuedBy(many, 1), issuedBy(few, 1));
    QVERIFY(issuedBy(few, 0) != issuedBy(few, 1));
    Story other = storyOf(visitors(2, Arrivals::Open), 1_ms);
    other.seed(43);
    other.run();
    QVERIFY(issuedBy(other, 0) != issuedBy(few, 0));
}

/// behind one address all are one to a balancer that goes by it.
void TestCrowdRuns::x1OneAddressOneServer()
{
    CrowdSpec crowd = visitors(12, Arrivals::Closed);
    crowd.sharedAddress = true;
    Story story = storyOf(crowd, 1_ms, 3);
    story.preset("sticky-ip");
    story.run();
    for (const std::set<std::uint32_t> &servers : serversOf(story, 12))
        QCOMPARE(servers, (std::set<std::uint32_t> {2})); // H-4: 203.0.113.7 of three
}

/// From 203.0.113.7 on, by three: neighbours go to neighbours (H-4).
void TestCrowdRuns::h4AddressesOfTheirOwn()
{
    Story story = storyOf(visitors(6, Arrivals::Closed), 1_ms, 3);
    story.preset("sticky-ip");
    story.run();
    const auto servers = serversOf(story, 6);
    for (std::uint32_t visitor = 0; visitor < 6; ++visitor)
        QCOMPARE(servers[visitor], (std::set<std::uint32_t> {(2 + visitor) % 3}));
}

QTEST_GUILESS_MAIN(TestCrowdRuns)
#include "tst_crowdruns.moc"
