// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/random.h"
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

/// What must come out in the end: oracles 1 and 2 of the reference (section 8), and what was observed (O-1).
class TestOracles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oracle1AppCreatesSessions();
    void oracle2AppDoesNot();
    void oracle2RedirectsShiftTheParity();
    void o1PatternOutOutIn();
    void o1ManyClients();
    void o1CookieSurvivesA401();
};

void TestOracles::oracle1AppCreatesSessions()
{
    Story story = twoServers(true);
    story.at(0_ms).logIn("minji");
    for (int i = 1; i <= 8; ++i)
        story.at(Duration {i * 100000}).read("minji");
    story.run();
    QCOMPARE(story.outcome("minji", 2), Outcome::LoggedOut);
    QCOMPARE(recordsOf<SessionCreated>(story).size(), std::size_t {9}); // one more each request
}

void TestOracles::oracle2AppDoesNot()
{
    Story story = twoServers(false);
    story.at(0_ms).logIn("minji");
    for (int i = 1; i <= 8; ++i)
        story.at(Duration {i * 100000}).read("minji");
    story.run();
    QCOMPARE(story.count(Outcome::LoggedOut), std::size_t {4});
    QCOMPARE(recordsOf<SessionCreated>(story).size(), std::size_t {1});
}

void TestOracles::oracle2RedirectsShiftTheParity()
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

void TestOracles::o1PatternOutOutIn()
{
    Story story;
    story.client("minji").server("server-1").server("server-2").server("server-3");
    story.at(0_ms).logIn("minji");
    for (int i = 1; i <= 9; ++i)
        story.at(Duration {i * 100000}).read("minji");
    story.run();
    QString pattern;
    for (std::uint32_t n = 2; n <= 10; ++n)
        pattern += story.outcome("minji", n) == Outcome::Fine ? QLatin1Char('i') : QLatin1Char('o');
    QCOMPARE(pattern, QStringLiteral("ooiooiooi"));
}

void TestOracles::o1ManyClients()
{
    // 30 clients interleaved at random, 120 requests after their log-ins: about a third meets its server (38 of 120).
    Story story;
    for (int i = 1; i <= 30; ++i)
        story.client("user-" + std::to_string(i));
    story.server("server-1").server("server-2").server("server-3");
    model::Random random(7, Purpose::Network, EntityId(0));
    for (int i = 0; i < 30; ++i)
        story.at(Duration {i * 20000}).logIn("user-" + std::to_string(i + 1));
    for (int i = 0; i < 120; ++i)
        story.at(1_s + Duration {i * 20000}).read("user-" + std::to_string(random.below(30) + 1));
    story.run();
    const std::size_t right = story.count(Outcome::Fine) - 30;
    QCOMPARE(right + story.count(Outcome::LoggedOut), std::size_t {120});
    QVERIFY2(right >= 24 && right <= 56, qPrintable(QString::number(right)));
}

void TestOracles::o1CookieSurvivesA401()
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
    QCOMPARE(recordsOf<CookieStored>(story).size(), std::size_t {1});
    QCOMPARE(story.status("minji", 7), 200u);
    const auto shown = recordsOf<AttributeShown>(story);
    QCOMPARE(story.timeline()[shown.back()].request, RequestId(6));
    QCOMPARE(fact<AttributeShown>(story, shown.back()).shown, (WriteId {EntityId(0), 3}));
    QCOMPARE(story.outcome("minji", 7), Outcome::Fine);
}

QTEST_GUILESS_MAIN(TestOracles)
#include "tst_oracles.moc"
