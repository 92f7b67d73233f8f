// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/protocol/storyfacts.h"

#include <QTest>

using namespace sessionarium;
using namespace sessionarium::model;
using namespace sessionarium::tests::literals;
using sessionarium::tests::fact;
using sessionarium::tests::recordsOf;
using sessionarium::tests::Story;
using sessionarium::tests::twoServers;
using verdict::Outcome;

/// Sessions, cookies and clients: the rules of real systems one by one, by their numbers in the reference.
class TestSessionRules : public QObject
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
    void clientGivesUpAfterItsTimeout();
    void on401LogsInAgain();
    void redirectLeadsToTheLoginPage();
};

void TestSessionRules::b1NoSessionWithoutNeed()
{
    Story story = twoServers(false);
    story.at(0_ms).read("minji");
    story.run();
    QVERIFY(recordsOf<SessionCreated>(story).empty());
    QCOMPARE(recordsOf<CookieAbsent>(story).size(), std::size_t {1});
}

void TestSessionRules::b2SetCookieOnCreation()
{
    Story story = twoServers(false);
    story.at(0_ms).logIn("minji");
    story.run();
    const auto created = recordsOf<SessionCreated>(story);
    const auto answered = recordsOf<Answered>(story);
    QCOMPARE(created.size(), std::size_t {1});
    QCOMPARE(fact<Answered>(story, answered.front()).setCookie, fact<SessionCreated>(story, created.front()).session);
    const auto stored = recordsOf<CookieStored>(story);
    QCOMPARE(stored.size(), std::size_t {1});
    QCOMPARE(fact<CookieStored>(story, stored.front()).value, fact<SessionCreated>(story, created.front()).session);
}

void TestSessionRules::b3NoSetCookieOnOtherAnswers()
{
    Story story;
    story.client("minji").server("server-1");
    story.at(0_ms).logIn("minji");
    for (int i = 1; i <= 5; ++i)
        story.at(Duration {i * 100000}).read("minji");
    story.at(1_s).write("minji", "apple");
    story.run();
    QCOMPARE(recordsOf<Answered>(story).size(), std::size_t {7});
    QCOMPARE(recordsOf<CookieStored>(story).size(), std::size_t {1});
}

void TestSessionRules::b4UnknownIdIsNoSession()
{
    Story story;
    story.client("minji").server("server-1");
    story.at(0_ms).logIn("minji");
    story.at(100_ms).sendUnknownId("minji");
    story.at(200_ms).read("minji");
    story.run();
    QCOMPARE(story.status("minji", 2), 401u);
    QCOMPARE(recordsOf<SessionMissing>(story).size(), std::size_t {1});
    QCOMPARE(story.status("minji", 3), 200u); // no cookie was touched
    QCOMPARE(story.outcome("minji", 2), Outcome::Fine); // a stranger was treated as one
}

void TestSessionRules::b4FreshIdForStrangers()
{
    Story story;
    story.client("minji").server("server-1");
    story.setup().application.createsSessionWhenAnonymous = true;
    story.at(0_ms).sendUnknownId("minji");
    story.run();
    const auto created = recordsOf<SessionCreated>(story);
    QCOMPARE(created.size(), std::size_t {1});
    const StringId sent = fact<SessionMissing>(story, recordsOf<SessionMissing>(story).front()).session;
    QVERIFY(fact<SessionCreated>(story, created.front()).session != sent); // B-5
}

void TestSessionRules::b6AppThatCreatesSessionsStrandsTheOldOne()
{
    Story story = twoServers(true);
    story.at(0_ms).logIn("minji");
    for (int i = 1; i <= 6; ++i)
        story.at(Duration {i * 100000}).read("minji");
    story.run();
    for (std::uint32_t n = 2; n <= 7; ++n)
        QCOMPARE(story.outcome("minji", n), Outcome::LoggedOut);
}

void TestSessionRules::b6AppThatDoesNotFlickers()
{
    Story story = twoServers(false);
    story.at(0_ms).logIn("minji");
    for (int i = 1; i <= 6; ++i)
        story.at(Duration {i * 100000}).read("minji");
    story.run();
    for (std::uint32_t n = 2; n <= 7; ++n)
        QCOMPARE(story.outcome("minji", n), n % 2 == 0 ? Outcome::LoggedOut : Outcome::Fine);
}

void TestSessionRules::b8IdleTimeout()
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

void TestSessionRules::b9ExpiredIsNeverServed()
{
    Story story;
    story.client("minji").server("server-1");
    story.setup().sessions.timeout = 1_s;
    story.at(0_ms).logIn("minji");
    story.at(5_s).read("minji");
    story.run();
    const auto ended = recordsOf<SessionEnded>(story);
    QCOMPARE(ended.size(), std::size_t {1});
    QCOMPARE(fact<SessionEnded>(story, ended.front()).reason, SessionEnd::Expired);
    QCOMPARE(recordsOf<SessionFound>(story).size(), std::size_t {0});
}

void TestSessionRules::b10SessionIdFormat()
{
    Story story = twoServers(false);
    story.at(0_ms).logIn("minji");
    story.run();
    const auto created = recordsOf<SessionCreated>(story);
    const std::string_view id = story.timeline().text(fact<SessionCreated>(story, created.front()).session);
    QCOMPARE(id.size(), std::size_t {32});
    QVERIFY(id.find_first_not_of("0123456789ABCDEF") == std::string_view::npos);
}

void TestSessionRules::b12CrashLosesMemory()
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

void TestSessionRules::logInAgainKeepsItsSession()
{
    // B-7: log-in code of an application changes no id by itself.
    Story story;
    story.client("minji").server("server-1");
    story.at(0_ms).logIn("minji");
    story.at(100_ms).logIn("minji");
    story.run();
    QCOMPARE(recordsOf<SessionCreated>(story).size(), std::size_t {1});
    const auto writes = recordsOf<WriteApplied>(story);
    QCOMPARE(fact<WriteApplied>(story, writes.at(1)).base, fact<WriteApplied>(story, writes.at(0)).write);
}

void TestSessionRules::logOutEndsTheSession()
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

void TestSessionRules::parallelWritesLoseAnUpdate()
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

void TestSessionRules::clientGivesUpAfterItsTimeout()
{
    Story story;
    story.client("minji").server("server-1");
    story.setup().clients.front().timeout = 100_ms;
    story.setup().servers.front().serviceTime = 1_s;
    story.at(0_ms).logIn("minji");
    story.run();
    QCOMPARE(story.outcome("minji", 1), Outcome::Refused);
    QCOMPARE(recordsOf<Failed>(story).size(), std::size_t {1});
    QCOMPARE(recordsOf<CookieStored>(story).size(), std::size_t {0}); // the late answer has no effect
    const auto dropped = recordsOf<Dropped>(story);
    QCOMPARE(fact<Dropped>(story, dropped.front()).reason, DropReason::TooLate);
}

void TestSessionRules::on401LogsInAgain()
{
    Story story = twoServers(false);
    story.setup().clients.front().on401 = On401::LogInAgain;
    story.at(0_ms).logIn("minji");
    story.at(1_s).read("minji"); // the other server: 401
    story.run();
    QCOMPARE(story.requests("minji"), 3u);
    QCOMPARE(story.status("minji", 2), 401u);
    QCOMPARE(story.status("minji", 3), 200u);
    QCOMPARE(recordsOf<SessionCreated>(story).size(), std::size_t {1}); // the log-in met the first server again
}

void TestSessionRules::redirectLeadsToTheLoginPage()
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

QTEST_GUILESS_MAIN(TestSessionRules)
#include "tst_sessionrules.moc"
