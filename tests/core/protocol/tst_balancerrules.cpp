// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/roundrobin.h"
#include "tests/core/protocol/storyfacts.h"

#include <QTest>

using namespace sessionarium;
using namespace sessionarium::model;
using namespace sessionarium::tests::literals;
using sessionarium::tests::fact;
using sessionarium::tests::recordsOf;
using sessionarium::tests::Story;
using sessionarium::tests::timeTaken;
using sessionarium::tests::twoServers;
using verdict::Outcome;

/// Balancer and servers: the rules of real systems one by one, by their numbers in the reference.
class TestBalancerRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void h1PinBeforeAlgorithm();
    void h7InsertIndirect();
    void h11FourAttempts();
    void h12OneSecondBetweenAttempts();
    void h13RedispatchOnLastRetryWhenPinned();
    void h13RedispatchAtOnceWhenNotPinned();
    void h14DiedWhileServing();
    void h14DiedWhileOnTheWay();
    void h16NeverMarkedDownWithoutCheck();
    void n1SmoothWeightedOrder_data();
    void n1SmoothWeightedOrder();
    void serverQueueHasALimit();
    void addedServerTakesItsTurns();
    void actionsWithoutObjectDoNothing();
};

void TestBalancerRules::h1PinBeforeAlgorithm()
{
    Story story = twoServers(false).preset("sticky");
    story.at(0_ms).logIn("minji");
    for (int i = 1; i <= 5; ++i)
        story.at(Duration {i * 100000}).read("minji");
    story.run();
    for (std::uint32_t n = 2; n <= 6; ++n) {
        QCOMPARE(story.answeredBy("minji", n), story.answeredBy("minji", 1));
        QCOMPARE(story.outcome("minji", n), Outcome::Fine);
    }
    const auto forwarded = recordsOf<Forwarded>(story);
    QCOMPARE(fact<Forwarded>(story, forwarded.at(0)).reason, ForwardReason::Balanced);
    QCOMPARE(fact<Forwarded>(story, forwarded.at(1)).reason, ForwardReason::Pinned);
}

void TestBalancerRules::h7InsertIndirect()
{
    Story story = twoServers(false).preset("sticky");
    story.at(0_ms).read("minji"); // also an answer 401 carries the pin
    story.at(100_ms).read("minji");
    story.run();
    const auto stored = recordsOf<CookieStored>(story);
    QCOMPARE(stored.size(), std::size_t {1}); // O-2: with the first answer only
    QCOMPARE(story.timeline().text(fact<CookieStored>(story, stored.front()).cookie), pinCookieName);
    QCOMPARE(story.timeline().text(fact<CookieStored>(story, stored.front()).value), std::string_view("server-1"));
}

void TestBalancerRules::h11FourAttempts()
{
    Story story;
    story.client("minji").server("server-1");
    story.at(0_ms).crash("server-1");
    story.at(1_s).read("minji");
    story.run();
    const auto failed = recordsOf<ConnectFailed>(story);
    QCOMPARE(failed.size(), std::size_t {4});
    QCOMPARE(fact<ConnectFailed>(story, failed.back()).attempt, 4u);
    QCOMPARE(story.status("minji", 1), 503u);
    QCOMPARE(story.outcome("minji", 1), Outcome::Refused);
}

void TestBalancerRules::h12OneSecondBetweenAttempts()
{
    Story story;
    story.client("minji").server("server-1");
    story.at(0_ms).crash("server-1");
    story.at(1_s).read("minji");
    story.run();
    // H-14: tries at 0, 1, 2, 3 s; each learns of the refusal one round trip later (0.5 ms a way).
    QCOMPARE(timeTaken(story, 0), 3_s + 1_ms * 4 + 1_ms);
}

void TestBalancerRules::h13RedispatchOnLastRetryWhenPinned()
{
    Story story = twoServers(false).preset("sticky");
    story.setup().balancer->redispatch = true;
    story.at(0_ms).logIn("minji");
    story.at(1_s).crash("server-1");
    story.at(2_s).read("minji");
    story.at(10_s).read("minji");
    story.run();
    const auto forwarded = recordsOf<Forwarded>(story);
    QCOMPARE(fact<Forwarded>(story, forwarded.at(2)).reason, ForwardReason::Redispatched);
    QCOMPARE(story.answeredBy("minji", 2), std::string("server-2"));
    QCOMPARE(timeTaken(story, 1), 2_s + 1_ms * 3 + 2_ms + 3_ms); // tries at 0, 1, 2 s, then the other at once
    QCOMPARE(story.outcome("minji", 2), Outcome::LoggedOut);
    QCOMPARE(story.answeredBy("minji", 3), std::string("server-2")); // a new pin
    QCOMPARE(timeTaken(story, 2), 5_ms);
}

void TestBalancerRules::h13RedispatchAtOnceWhenNotPinned()
{
    Story story = twoServers(false);
    story.setup().balancer->redispatch = true;
    story.at(0_ms).crash("server-1");
    story.at(1_s).read("minji");
    story.run();
    QCOMPARE(story.answeredBy("minji", 1), std::string("server-2"));
    QCOMPARE(timeTaken(story, 0), 1_ms + 2_ms + 3_ms);
}

void TestBalancerRules::h14DiedWhileServing()
{
    Story story;
    story.client("minji").server("server-1");
    story.setup().servers.front().serviceTime = 100_ms;
    story.at(0_ms).logIn("minji");
    story.at(50_ms).crash("server-1");
    story.run();
    QCOMPARE(story.status("minji", 1), 502u);
    QCOMPARE(recordsOf<ConnectFailed>(story).size(), std::size_t {0}); // no retry
    QCOMPARE(timeTaken(story, 0), 51_ms);
}

void TestBalancerRules::h14DiedWhileOnTheWay()
{
    Story story;
    story.client("minji").server("server-1");
    story.setup().network.latency = 10_ms;
    story.at(0_ms).read("minji");
    story.at(15_ms).crash("server-1"); // the request is between balancer and server
    story.run();
    QCOMPARE(story.status("minji", 1), 502u);
    QCOMPARE(recordsOf<Dropped>(story).size(), std::size_t {1});
}

void TestBalancerRules::h16NeverMarkedDownWithoutCheck()
{
    Story story = twoServers(false);
    story.at(0_ms).crash("server-1");
    for (int i = 1; i <= 6; ++i)
        story.at(Duration {i * 5000000}).read("minji");
    story.run();
    QCOMPARE(story.count(Outcome::Refused), std::size_t {3}); // for ever each second one
}

void TestBalancerRules::n1SmoothWeightedOrder_data()
{
    QTest::addColumn<QList<int>>("weights");
    QTest::addColumn<QString>("order");
    QTest::newRow("N-1 5,1,1") << QList<int> {5, 1, 1} << "aabacaa";
    // The rule's own algorithm, by hand: a tie goes to the first (the listing in the reference swaps the last two).
    QTest::newRow("N-1 3,2,1") << QList<int> {3, 2, 1} << "abacba";
    QTest::newRow("N-1 equal") << QList<int> {1, 1, 1} << "abcabc";
}

void TestBalancerRules::n1SmoothWeightedOrder()
{
    QFETCH(QList<int>, weights);
    QFETCH(QString, order);
    protocol::RoundRobin roundRobin;
    for (const int weight : weights)
        roundRobin.add(static_cast<std::uint32_t>(weight));
    QString got;
    for (qsizetype i = 0; i < order.size(); ++i)
        got += QChar(u'a' + static_cast<char16_t>(*roundRobin.next()));
    QCOMPARE(got, order);
}

void TestBalancerRules::serverQueueHasALimit()
{
    Story story;
    for (int i = 1; i <= 4; ++i)
        story.client("user-" + std::to_string(i));
    story.server("server-1");
    story.setup().servers.front().capacity = 1;
    story.setup().servers.front().queueLimit = 2;
    for (int i = 1; i <= 4; ++i)
        story.at(0_ms).read("user-" + std::to_string(i));
    story.run();
    QCOMPARE(recordsOf<RequestQueued>(story).size(), std::size_t {2});
    const auto rejected = recordsOf<Rejected>(story);
    QCOMPARE(rejected.size(), std::size_t {1});
    QCOMPARE(fact<Rejected>(story, rejected.front()).reason, RejectReason::QueueFull);
    QCOMPARE(story.status("user-4", 1), 503u);
    QCOMPARE(timeTaken(story, 0), 5_ms);
    QCOMPARE(timeTaken(story, 1), 8_ms);
    QCOMPARE(timeTaken(story, 2), 11_ms);
}

void TestBalancerRules::addedServerTakesItsTurns()
{
    Story story = twoServers(false);
    story.at(0_ms).addServer();
    for (int i = 1; i <= 6; ++i)
        story.at(Duration {i * 100000}).read("minji");
    story.run();
    const EntityId added = story.timeline().findEntity("server-3");
    QVERIFY(added.isSome());
    QStringList order;
    for (std::uint32_t n = 1; n <= 6; ++n)
        order << QString::fromStdString(story.answeredBy("minji", n));
    QCOMPARE(order.count(QStringLiteral("server-3")), 2);
    QCOMPARE(order.count(QStringLiteral("server-1")), 2);
}

void TestBalancerRules::actionsWithoutObjectDoNothing()
{
    Story story;
    story.client("minji").server("server-1");
    story.at(0_ms).restart("server-1"); // it runs
    story.at(1_s).crash("server-1");
    story.at(2_s).crash("server-1"); // it is down
    story.at(3_s).deleteCookie("minji"); // there is none
    story.run();
    QCOMPARE(recordsOf<NotApplicable>(story).size(), std::size_t {3});
    QCOMPARE(recordsOf<ActionTaken>(story).size(), std::size_t {1});
}

QTEST_GUILESS_MAIN(TestBalancerRules)
#include "tst_balancerrules.moc"
