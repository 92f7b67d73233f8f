// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/random.h"
#include "core/protocol/roundrobin.h"
#include "tests/support/story.h"

#include <QTest>

#include <algorithm>

using namespace sessionarium;
using namespace sessionarium::model;
using namespace sessionarium::tests::literals;
using sessionarium::tests::Story;
using verdict::Outcome;

namespace {

template <class Wanted>
std::vector<std::uint32_t> recordsOf(const Story &story)
{
    std::vector<std::uint32_t> found;
    for (std::uint32_t i = 0; i < story.timeline().size(); ++i) {
        if (std::holds_alternative<Wanted>(story.timeline()[i].fact))
            found.push_back(i);
    }
    return found;
}

template <class Wanted>
const Wanted &fact(const Story &story, std::uint32_t record)
{
    return std::get<Wanted>(story.timeline()[record].fact);
}

/// The moments at which a client's request went out and was finished.
Duration timeTaken(const Story &story, std::uint32_t request)
{
    const std::vector<RecordId> records = story.timeline().recordsOfRequest(RequestId(request));
    return story.timeline()[records.back()].at - story.timeline()[records.front()].at;
}

Story twoServers(bool createsSessions)
{
    Story story;
    story.client("minji").server("server-1").server("server-2");
    story.setup().application.createsSessionWhenAnonymous = createsSessions;
    return story;
}

} // namespace

/// The rules of real systems that this version has, one by one, by their numbers in the reference.
class TestRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void b1NoSessionWithoutNeed();
    void b2SetCookieOnCreation();
    void b3NoSetCookieOnOtherAnswers();
    void b4UnknownIdIsNoSession();
    void b4FreshIdForStrangers();
    void b6AppThatCreatesSessionsStrandsTheOldOne();
    void b6AppThatDoesNotFlickers();
    void b8IdleTimeout();
    void b9ExpiredIsNeverServed();
    void b10SessionIdFormat();
    void b12CrashLosesMemory();
    void logInAgainKeepsItsSession();
    void logOutEndsTheSession();
    void parallelWritesLoseAnUpdate();
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
    void clientGivesUpAfterItsTimeout();
    void on401LogsInAgain();
    void redirectLeadsToTheLoginPage();
    void addedServerTakesItsTurns();
    void actionsWithoutObjectDoNothing();
    void oracle1AppCreatesSessions();
    void oracle2AppDoesNot();
    void oracle2RedirectsShiftTheParity();
    void o1PatternOutOutIn();
    void o1ManyClients();
    void o1CookieSurvivesA401();
};

void TestRules::b1NoSessionWithoutNeed()
{
    Story story = twoServers(false);
    story.at(0_ms).read("minji");
    story.run();
    QVERIFY(recordsOf<SessionCreated>(story).empty());
    QCOMPARE(recordsOf<CookieAbsent>(story).size(), std::size_t{1});
}

void TestRules::b2SetCookieOnCreation()
{
    Story story = twoServers(false);
    story.at(0_ms).logIn("minji");
    story.run();
    const auto created = recordsOf<SessionCreated>(story);
    const auto answered = recordsOf<Answered>(story);
    QCOMPARE(created.size(), std::size_t{1});
    QCOMPARE(fact<Answered>(story, answered.front()).setCookie, fact<SessionCreated>(story, created.front()).session);
    const auto stored = recordsOf<CookieStored>(story);
    QCOMPARE(stored.size(), std::size_t{1});
    QCOMPARE(fact<CookieStored>(story, stored.front()).value, fact<SessionCreated>(story, created.front()).session);
}

void TestRules::b3NoSetCookieOnOtherAnswers()
{
    Story story;
    story.client("minji").server("server-1");
    story.at(0_ms).logIn("minji");
    for (int i = 1; i <= 5; ++i)
        story.at(Duration{i * 100000}).read("minji");
    story.at(1_s).write("minji", "apple");
    story.run();
    QCOMPARE(recordsOf<Answered>(story).size(), std::size_t{7});
    QCOMPARE(recordsOf<CookieStored>(story).size(), std::size_t{1});
}

void TestRules::b4UnknownIdIsNoSession()
{
    Story story;
    story.client("minji").server("server-1");
    story.at(0_ms).logIn("minji");
    story.at(100_ms).sendUnknownId("minji");
    story.at(200_ms).read("minji");
    story.run();
    QCOMPARE(story.status("minji", 2), 401u);
    QCOMPARE(recordsOf<SessionMissing>(story).size(), std::size_t{1});
    QCOMPARE(story.status("minji", 3), 200u); // no cookie was touched
    QCOMPARE(story.outcome("minji", 2), Outcome::Fine); // a stranger was treated as one
}

void TestRules::b4FreshIdForStrangers()
{
    Story story;
    story.client("minji").server("server-1");
    story.setup().application.createsSessionWhenAnonymous = true;
    story.at(0_ms).sendUnknownId("minji");
    story.run();
    const auto created = recordsOf<SessionCreated>(story);
    QCOMPARE(created.size(), std::size_t{1});
    const StringId sent = fact<SessionMissing>(story, recordsOf<SessionMissing>(story).front()).session;
    QVERIFY(fact<SessionCreated>(story, created.front()).session != sent); // B-5
}

void TestRules::b6AppThatCreatesSessionsStrandsTheOldOne()
{
    Story story = twoServers(true);
    story.at(0_ms).logIn("minji");
    for (int i = 1; i <= 6; ++i)
        story.at(Duration{i * 100000}).read("minji");
    story.run();
    for (std::uint32_t n = 2; n <= 7; ++n)
        QCOMPARE(story.outcome("minji", n), Outcome::LoggedOut);
}

void TestRules::b6AppThatDoesNotFlickers()
{
    Story story = twoServers(false);
    story.at(0_ms).logIn("minji");
    for (int i = 1; i <= 6; ++i)
        story.at(Duration{i * 100000}).read("minji");
    story.run();
    for (std::uint32_t n = 2; n <= 7; ++n)
        QCOMPARE(story.outcome("minji", n), n % 2 == 0 ? Outcome::LoggedOut : Outcome::Fine);
}

void TestRules::b8IdleTimeout()
{
    Story story;
    story.client("minji").server("server-1");
    story.setup().sessions.timeout = 1_s;
    story.at(0_ms).logIn("minji");
    story.at(900_ms).read("minji"); // the idle clock starts anew
    story.at(1800_ms).read("minji");
    story.at(2800_ms).read("minji"); // idle for exactly the time-out
    story.run();
    QCOMPARE(story.status("minji", 2), 200u);
    QCOMPARE(story.status("minji", 3), 200u);
    QCOMPARE(story.status("minji", 4), 401u);
    QCOMPARE(story.outcome("minji", 4), Outcome::Fine); // expiry breaks nothing
    QVERIFY(story.broken("minji", 4).isEmpty());
}

void TestRules::b9ExpiredIsNeverServed()
{
    Story story;
    story.client("minji").server("server-1");
    story.setup().sessions.timeout = 1_s;
    story.at(0_ms).logIn("minji");
    story.at(5_s).read("minji");
    story.run();
    const auto ended = recordsOf<SessionEnded>(story);
    QCOMPARE(ended.size(), std::size_t{1});
    QCOMPARE(fact<SessionEnded>(story, ended.front()).reason, SessionEnd::Expired);
    QCOMPARE(recordsOf<SessionFound>(story).size(), std::size_t{0});
}

void TestRules::b10SessionIdFormat()
{
    Story story = twoServers(false);
    story.at(0_ms).logIn("minji");
    story.run();
    const auto created = recordsOf<SessionCreated>(story);
    const std::string_view id = story.timeline().text(fact<SessionCreated>(story, created.front()).session);
    QCOMPARE(id.size(), std::size_t{32});
    QVERIFY(id.find_first_not_of("0123456789ABCDEF") == std::string_view::npos);
}

void TestRules::b12CrashLosesMemory()
{
    Story story;
    story.client("minji").client("junho").server("server-1");
    story.at(0_ms).logIn("minji");
    story.at(100_ms).read("minji");
    story.at(1_s).crash("server-1");
    story.at(2_s).restart("server-1");
    story.at(3_s).read("minji");
    story.at(3_s).read("junho");
    story.run();
    QCOMPARE(story.outcome("minji", 3), Outcome::LoggedOut);
    QVERIFY(story.broken("minji", 3).has(verdict::Guarantee::Durability));
    QCOMPARE(story.outcome("junho", 1), Outcome::Fine);
}

void TestRules::logInAgainKeepsItsSession()
{
    // B-7: log-in code of an application changes no id by itself.
    Story story;
    story.client("minji").server("server-1");
    story.at(0_ms).logIn("minji");
    story.at(100_ms).logIn("minji");
    story.run();
    QCOMPARE(recordsOf<SessionCreated>(story).size(), std::size_t{1});
    const auto writes = recordsOf<WriteApplied>(story);
    QCOMPARE(fact<WriteApplied>(story, writes.at(1)).base, fact<WriteApplied>(story, writes.at(0)).write);
}

void TestRules::logOutEndsTheSession()
{
    Story story;
    story.client("minji").server("server-1");
    story.at(0_ms).logIn("minji");
    story.at(100_ms).logOut("minji");
    story.at(200_ms).read("minji");
    story.run();
    QCOMPARE(story.status("minji", 2), 200u);
    QCOMPARE(story.status("minji", 3), 401u);
    QCOMPARE(story.outcome("minji", 2), Outcome::Fine);
    QCOMPARE(story.outcome("minji", 3), Outcome::Fine);
}

void TestRules::parallelWritesLoseAnUpdate()
{
    // G-2: a read at the start of service, a write at its end; both start from the same value.
    Story story;
    story.client("minji").server("server-1");
    story.at(0_ms).logIn("minji");
    story.at(100_ms).write("minji", "apple");
    story.at(100_ms).write("minji", "book");
    story.at(200_ms).read("minji");
    story.run();
    QCOMPARE(story.outcome("minji", 4), Outcome::LostUpdate);
    QVERIFY(story.broken("minji", 4).isEmpty());
}

void TestRules::h1PinBeforeAlgorithm()
{
    Story story = twoServers(false).preset("sticky");
    story.at(0_ms).logIn("minji");
    for (int i = 1; i <= 5; ++i)
        story.at(Duration{i * 100000}).read("minji");
    story.run();
    for (std::uint32_t n = 2; n <= 6; ++n) {
        QCOMPARE(story.answeredBy("minji", n), story.answeredBy("minji", 1));
        QCOMPARE(story.outcome("minji", n), Outcome::Fine);
    }
    const auto forwarded = recordsOf<Forwarded>(story);
    QCOMPARE(fact<Forwarded>(story, forwarded.at(0)).reason, ForwardReason::Balanced);
    QCOMPARE(fact<Forwarded>(story, forwarded.at(1)).reason, ForwardReason::Pinned);
}

void TestRules::h7InsertIndirect()
{
    Story story = twoServers(false).preset("sticky");
    story.at(0_ms).read("minji"); // also an answer 401 carries the pin
    story.at(100_ms).read("minji");
    story.run();
    const auto stored = recordsOf<CookieStored>(story);
    QCOMPARE(stored.size(), std::size_t{1}); // O-2: with the first answer only
    QCOMPARE(story.timeline().text(fact<CookieStored>(story, stored.front()).cookie), pinCookieName);
    QCOMPARE(story.timeline().text(fact<CookieStored>(story, stored.front()).value), std::string_view("server-1"));
}

void TestRules::h11FourAttempts()
{
    Story story;
    story.client("minji").server("server-1");
    story.at(0_ms).crash("server-1");
    story.at(1_s).read("minji");
    story.run();
    const auto failed = recordsOf<ConnectFailed>(story);
    QCOMPARE(failed.size(), std::size_t{4});
    QCOMPARE(fact<ConnectFailed>(story, failed.back()).attempt, 4u);
    QCOMPARE(story.status("minji", 1), 503u);
    QCOMPARE(story.outcome("minji", 1), Outcome::Refused);
}

void TestRules::h12OneSecondBetweenAttempts()
{
    Story story;
    story.client("minji").server("server-1");
    story.at(0_ms).crash("server-1");
    story.at(1_s).read("minji");
    story.run();
    // H-14: tries at 0, 1, 2, 3 s; each learns of the refusal one round trip later (0.5 ms a way).
    QCOMPARE(timeTaken(story, 0), 3_s + 1_ms * 4 + 1_ms);
}

void TestRules::h13RedispatchOnLastRetryWhenPinned()
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

void TestRules::h13RedispatchAtOnceWhenNotPinned()
{
    Story story = twoServers(false);
    story.setup().balancer->redispatch = true;
    story.at(0_ms).crash("server-1");
    story.at(1_s).read("minji");
    story.run();
    QCOMPARE(story.answeredBy("minji", 1), std::string("server-2"));
    QCOMPARE(timeTaken(story, 0), 1_ms + 2_ms + 3_ms);
}

void TestRules::h14DiedWhileServing()
{
    Story story;
    story.client("minji").server("server-1");
    story.setup().servers.front().serviceTime = 100_ms;
    story.at(0_ms).logIn("minji");
    story.at(50_ms).crash("server-1");
    story.run();
    QCOMPARE(story.status("minji", 1), 502u);
    QCOMPARE(recordsOf<ConnectFailed>(story).size(), std::size_t{0}); // no retry
    QCOMPARE(timeTaken(story, 0), 51_ms);
}

void TestRules::h14DiedWhileOnTheWay()
{
    Story story;
    story.client("minji").server("server-1");
    story.setup().network.latency = 10_ms;
    story.at(0_ms).read("minji");
    story.at(15_ms).crash("server-1"); // the request is between balancer and server
    story.run();
    QCOMPARE(story.status("minji", 1), 502u);
    QCOMPARE(recordsOf<Dropped>(story).size(), std::size_t{1});
}

void TestRules::h16NeverMarkedDownWithoutCheck()
{
    Story story = twoServers(false);
    story.at(0_ms).crash("server-1");
    for (int i = 1; i <= 6; ++i)
        story.at(Duration{i * 5000000}).read("minji");
    story.run();
    QCOMPARE(story.count(Outcome::Refused), std::size_t{3}); // for ever each second one
}

void TestRules::n1SmoothWeightedOrder_data()
{
    QTest::addColumn<QList<int>>("weights");
    QTest::addColumn<QString>("order");
    QTest::newRow("N-1 5,1,1") << QList<int>{5, 1, 1} << "aabacaa";
    // The rule's own algorithm, by hand: a tie goes to the first (the listing in the reference swaps the last two).
    QTest::newRow("N-1 3,2,1") << QList<int>{3, 2, 1} << "abacba";
    QTest::newRow("N-1 equal") << QList<int>{1, 1, 1} << "abcabc";
}

void TestRules::n1SmoothWeightedOrder()
{
    QFETCH(QList<int>, weights);
    QFETCH(QString, order);
    protocol::RoundRobin roundRobin;
    for (const int weight : weights)
        roundRobin.add(static_cast<std::uint32_t>(weight));
    QString got;
    for (qsizetype i = 0; i < order.size(); ++i)
        got += QChar(u'a' + static_cast<char16_t>(roundRobin.next()));
    QCOMPARE(got, order);
}

void TestRules::serverQueueHasALimit()
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
    QCOMPARE(recordsOf<RequestQueued>(story).size(), std::size_t{2});
    const auto rejected = recordsOf<Rejected>(story);
    QCOMPARE(rejected.size(), std::size_t{1});
    QCOMPARE(fact<Rejected>(story, rejected.front()).reason, RejectReason::QueueFull);
    QCOMPARE(story.status("user-4", 1), 503u);
    QCOMPARE(timeTaken(story, 0), 5_ms);
    QCOMPARE(timeTaken(story, 1), 8_ms);
    QCOMPARE(timeTaken(story, 2), 11_ms);
}

void TestRules::clientGivesUpAfterItsTimeout()
{
    Story story;
    story.client("minji").server("server-1");
    story.setup().clients.front().timeout = 100_ms;
    story.setup().servers.front().serviceTime = 1_s;
    story.at(0_ms).logIn("minji");
    story.run();
    QCOMPARE(story.outcome("minji", 1), Outcome::Refused);
    QCOMPARE(recordsOf<Failed>(story).size(), std::size_t{1});
    QCOMPARE(recordsOf<CookieStored>(story).size(), std::size_t{0}); // the late answer has no effect
    const auto dropped = recordsOf<Dropped>(story);
    QCOMPARE(fact<Dropped>(story, dropped.front()).reason, DropReason::TooLate);
}

void TestRules::on401LogsInAgain()
{
    Story story = twoServers(false);
    story.setup().clients.front().on401 = On401::LogInAgain;
    story.at(0_ms).logIn("minji");
    story.at(1_s).read("minji"); // the other server: 401
    story.run();
    QCOMPARE(story.requests("minji"), 3u);
    QCOMPARE(story.status("minji", 2), 401u);
    QCOMPARE(story.status("minji", 3), 200u);
    QCOMPARE(recordsOf<SessionCreated>(story).size(), std::size_t{1}); // the log-in met the first server again
}

void TestRules::redirectLeadsToTheLoginPage()
{
    Story story;
    story.client("minji").server("server-1");
    story.setup().application.loginRedirect = true;
    story.setup().clients.front().redirects = Redirects::LoginPage;
    story.at(0_ms).read("minji");
    story.run();
    QCOMPARE(story.status("minji", 1), 302u);
    QCOMPARE(story.requests("minji"), 2u);
    QCOMPARE(story.status("minji", 2), 200u);
    QCOMPARE(story.outcome("minji", 2), Outcome::Fine);
}

void TestRules::addedServerTakesItsTurns()
{
    Story story = twoServers(false);
    story.at(0_ms).addServer();
    for (int i = 1; i <= 6; ++i)
        story.at(Duration{i * 100000}).read("minji");
    story.run();
    const EntityId added = story.timeline().findEntity("server-3");
    QVERIFY(added.isSome());
    QStringList order;
    for (std::uint32_t n = 1; n <= 6; ++n)
        order << QString::fromStdString(story.answeredBy("minji", n));
    QCOMPARE(order.count(QStringLiteral("server-3")), 2);
    QCOMPARE(order.count(QStringLiteral("server-1")), 2);
}

void TestRules::actionsWithoutObjectDoNothing()
{
    Story story;
    story.client("minji").server("server-1");
    story.at(0_ms).restart("server-1"); // it runs
    story.at(1_s).crash("server-1");
    story.at(2_s).crash("server-1"); // it is down
    story.at(3_s).deleteCookie("minji"); // there is none
    story.run();
    QCOMPARE(recordsOf<NotApplicable>(story).size(), std::size_t{3});
    QCOMPARE(recordsOf<ActionTaken>(story).size(), std::size_t{1});
}

void TestRules::oracle1AppCreatesSessions()
{
    Story story = twoServers(true);
    story.at(0_ms).logIn("minji");
    for (int i = 1; i <= 8; ++i)
        story.at(Duration{i * 100000}).read("minji");
    story.run();
    QCOMPARE(story.outcome("minji", 2), Outcome::LoggedOut);
    QCOMPARE(recordsOf<SessionCreated>(story).size(), std::size_t{9}); // one more each request
}

void TestRules::oracle2AppDoesNot()
{
    Story story = twoServers(false);
    story.at(0_ms).logIn("minji");
    for (int i = 1; i <= 8; ++i)
        story.at(Duration{i * 100000}).read("minji");
    story.run();
    QCOMPARE(story.count(Outcome::LoggedOut), std::size_t{4});
    QCOMPARE(recordsOf<SessionCreated>(story).size(), std::size_t{1});
}

void TestRules::oracle2RedirectsShiftTheParity()
{
    Story story = twoServers(false);
    story.setup().application.loginRedirect = true;
    story.setup().clients.front().redirects = Redirects::LoginPage;
    story.at(0_ms).logIn("minji"); // server-1
    story.at(1_s).read("minji"); // server-2: 302; the login page takes the turn of server-1
    story.at(2_s).read("minji"); // server-2 again
    story.run();
    QCOMPARE(story.status("minji", 2), 302u);
    QCOMPARE(story.answeredBy("minji", 3), std::string("server-1"));
    QCOMPARE(story.answeredBy("minji", 4), std::string("server-2"));
    QCOMPARE(story.status("minji", 4), 302u);
}

void TestRules::o1PatternOutOutIn()
{
    Story story;
    story.client("minji").server("server-1").server("server-2").server("server-3");
    story.at(0_ms).logIn("minji");
    for (int i = 1; i <= 9; ++i)
        story.at(Duration{i * 100000}).read("minji");
    story.run();
    QString pattern;
    for (std::uint32_t n = 2; n <= 10; ++n)
        pattern += story.outcome("minji", n) == Outcome::Fine ? QLatin1Char('i') : QLatin1Char('o');
    QCOMPARE(pattern, QStringLiteral("ooiooiooi"));
}

void TestRules::o1ManyClients()
{
    // 30 clients interleaved at random, 120 requests after their log-ins: about a third meets its server (38 of 120).
    Story story;
    for (int i = 1; i <= 30; ++i)
        story.client("user-" + std::to_string(i));
    story.server("server-1").server("server-2").server("server-3");
    model::Random random(7, Purpose::Network, EntityId(0));
    for (int i = 0; i < 30; ++i)
        story.at(Duration{i * 20000}).logIn("user-" + std::to_string(i + 1));
    for (int i = 0; i < 120; ++i)
        story.at(1_s + Duration{i * 20000}).read("user-" + std::to_string(random.below(30) + 1));
    story.run();
    const std::size_t right = story.count(Outcome::Fine) - 30;
    QCOMPARE(right + story.count(Outcome::LoggedOut), std::size_t{120});
    QVERIFY2(right >= 24 && right <= 56, qPrintable(QString::number(right)));
}

void TestRules::o1CookieSurvivesA401()
{
    Story story;
    story.client("minji").server("server-1").server("server-2").server("server-3");
    story.at(0_ms).logIn("minji");
    story.at(100_ms).write("minji", "apple"); // elsewhere: 401
    story.at(200_ms).read("minji"); // elsewhere: 401
    story.at(300_ms).write("minji", "apple"); // at home
    story.at(400_ms).read("minji");
    story.at(500_ms).read("minji");
    story.at(600_ms).read("minji"); // at home again, with the right cart
    story.run();
    QCOMPARE(recordsOf<CookieStored>(story).size(), std::size_t{1});
    QCOMPARE(story.status("minji", 7), 200u);
    const auto shown = recordsOf<AttributeShown>(story);
    QCOMPARE(story.timeline()[shown.back()].request, RequestId(6));
    QCOMPARE(fact<AttributeShown>(story, shown.back()).shown, (WriteId{EntityId(0), 3}));
    QCOMPARE(story.outcome("minji", 7), Outcome::Fine);
}

QTEST_GUILESS_MAIN(TestRules)
#include "tst_rules.moc"
