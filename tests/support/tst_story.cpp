// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/story.h"

using namespace sessionarium;
using namespace sessionarium::tests::literals;
using sessionarium::tests::Story;
using verdict::Guarantee;
using verdict::Outcome;

/// The story builder on the shortest stories of the house; other tests rest on it.
class TestStory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundRobinForgetsTwoOfThree();
    void stickyRemembers();
    void crashTakesTheSessionAlong();
    void timesAndOrderAreKept();
};

void TestStory::roundRobinForgetsTwoOfThree()
{
    Story s;
    s.client("minji").server("server-1").server("server-2").server("server-3");
    s.at(0_ms).logIn("minji");
    for (int second = 1; second <= 3; ++second)
        s.at(model::seconds(second)).read("minji");
    s.run();

    QCOMPARE(s.requests("minji"), 4u);
    QCOMPARE(s.outcome("minji", 2), Outcome::LoggedOut);
    QCOMPARE(s.outcome("minji", 3), Outcome::LoggedOut);
    QCOMPARE(s.outcome("minji", 4), Outcome::Fine);
    QVERIFY(s.broken("minji", 2).has(Guarantee::ReadYourWrites));
    QCOMPARE(s.status("minji", 2), 401u);
    QCOMPARE(s.answeredBy("minji", 4), s.answeredBy("minji", 1));
    QCOMPARE(s.count(Outcome::LoggedOut), std::size_t(2));
}

void TestStory::stickyRemembers()
{
    Story s;
    s.client("minji").client("junho").server("server-1").server("server-2").preset("sticky");
    s.at(0_ms).logIn("minji").logIn("junho");
    s.at(1_s).write("minji", "apple").read("junho");
    s.at(2_s).read("minji").logOut("junho");
    s.run();

    QCOMPARE(s.count(Outcome::Fine), std::size_t(6));
    QCOMPARE(s.answeredBy("minji", Story::last), s.answeredBy("minji", 1));
    QVERIFY(s.answeredBy("junho", 1) != s.answeredBy("minji", 1));
}

void TestStory::crashTakesTheSessionAlong()
{
    Story s;
    s.client("minji").server("server-1").withoutBalancer();
    s.at(0_ms).logIn("minji");
    s.at(1_s).crash("server-1");
    s.at(2_s).restart("server-1");
    s.at(3_s).read("minji");
    s.run();

    QCOMPARE(s.outcome("minji", Story::last), Outcome::LoggedOut);
    verdict::GuaranteeSet durabilityAlone;
    durabilityAlone.add(Guarantee::Durability);
    QCOMPARE(s.broken("minji", Story::last), durabilityAlone);
}

void TestStory::timesAndOrderAreKept()
{
    Story s;
    s.client("minji").server("server-1").withoutBalancer().duration(5_s).seed(9);
    s.at(250_ms).logIn("minji").read("minji");
    s.run();

    QCOMPARE(s.timeline().info().seed, std::uint64_t(9));
    QCOMPARE(s.timeline().info().duration, 5_s);
    const timeline::Record &first = s.timeline()[s.verdicts().all().front().issued];
    QCOMPARE(first.at, model::SimTime {250000});
    QCOMPARE(std::get<model::RequestIssued>(first.fact).operation, model::Operation::LogIn);
}

QTEST_GUILESS_MAIN(TestStory)
#include "tst_story.moc"
