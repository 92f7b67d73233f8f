// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/keyframes.h"
#include "core/verdict/proof.h"
#include "tests/support/literals.h"
#include "tests/support/story.h"

#include <QTest>

#include <algorithm>
#include <functional>

using namespace sessionarium;
using namespace sessionarium::tests::literals;
using tests::Story;
using verdict::Explanation;
using verdict::Outcome;
using verdict::Role;
using verdict::Verdict;

namespace {

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QString place(const timeline::Timeline &timeline, model::RecordId id)
{
    const timeline::Record &record = timeline[id];
    return text(model::kindName(record.fact)) + QLatin1Char('@') + text(timeline.entity(record.entity).id);
}

/// One line a step: "promise: answered@minji + session_created@server-1, write_applied@server-1".
QStringList lines(const timeline::Timeline &timeline, const Explanation &explanation)
{
    static const QStringList roles {QStringLiteral("promise"),    QStringLiteral("made"),
                                    QStringLiteral("ended"),      QStringLiteral("got"),
                                    QStringLiteral("contradict"), QStringLiteral("decision")};
    QStringList all;
    for (const Explanation::Step &step : explanation.steps) {
        QString line = roles[static_cast<qsizetype>(step.role)] + QStringLiteral(": ") + place(timeline, step.record);
        QStringList also;
        for (const model::RecordId id : step.alsoLights)
            also << place(timeline, id);
        if (!also.isEmpty())
            line += QStringLiteral(" + ") + also.join(QStringLiteral(", "));
        all << line;
    }
    return all;
}

struct Tale
{
    const char *name;
    std::function<void(Story &)> tell; ///< The explained request is Minji's last.
    Outcome outcome;
    QStringList steps;
};

const std::vector<Tale> &tales()
{
    const auto two = [](Story &s) { s.client("minji").server("server-1").server("server-2"); };
    static const std::vector<Tale> all {
        {"the session is at another server",
         [two](Story &s) {
             two(s);
             s.at(1_s).logIn("minji");
             s.at(2_s).read("minji");
         },
         Outcome::LoggedOut,
         {QStringLiteral("promise: answered@minji + session_created@server-1, write_applied@server-1"),
          QStringLiteral("decision: forwarded@balancer"),
          QStringLiteral("contradict: answered@minji + session_missing@server-2")}},
        {"the only copy died",
         [](Story &s) {
             s.client("minji").server("server-1").withoutBalancer();
             s.at(1_s).logIn("minji");
             s.at(2_s).crash("server-1");
             s.at(3_s).restart("server-1");
             s.at(4_s).read("minji");
         },
         Outcome::LoggedOut,
         {QStringLiteral("promise: answered@minji + session_created@server-1, write_applied@server-1"),
          QStringLiteral("ended: crashed@server-1"),
          QStringLiteral("contradict: answered@minji + session_missing@server-1")}},
        {"the server that was asked is down",
         [two](Story &s) {
             two(s);
             s.at(1_s).crash("server-1");
             s.at(2_s).logIn("minji");
         },
         Outcome::Refused,
         {QStringLiteral("decision: crashed@server-1"), QStringLiteral("decision: forwarded@balancer"),
          QStringLiteral("decision: connect_failed@balancer + connect_failed@balancer, connect_failed@balancer, "
                         "connect_failed@balancer"),
          QStringLiteral("contradict: answered@minji + rejected@balancer")}},
        {"served where the session is",
         [](Story &s) {
             s.client("minji").server("server-1");
             s.at(1_s).logIn("minji");
             s.at(2_s).read("minji");
         },
         Outcome::Fine,
         {QStringLiteral("made: session_created@server-1 + write_applied@server-1"),
          QStringLiteral("decision: forwarded@balancer"), QStringLiteral("decision: session_found@server-1"),
          QStringLiteral("contradict: answered@minji")}},
        {"the cookie was replaced by a stranger's session",
         [two](Story &s) {
             two(s);
             s.setup().application.createsSessionWhenAnonymous = true;
             s.at(1_s).logIn("minji");
             s.at(2_s).read("minji");
             s.at(3_s).read("minji");
         },
         Outcome::LoggedOut,
         {QStringLiteral("promise: answered@minji + session_created@server-1, write_applied@server-1"),
          QStringLiteral("decision: cookie_stored@minji"), QStringLiteral("decision: forwarded@balancer"),
          QStringLiteral("contradict: answered@minji + session_missing@server-1")}},
        {"two writes at once",
         [](Story &s) {
             s.client("minji").server("server-1").withoutBalancer();
             s.at(1_s).logIn("minji");
             s.at(2_s).write("minji", "apple").write("minji", "pear");
             s.at(3_s).read("minji");
         },
         Outcome::LostUpdate,
         {QStringLiteral("decision: write_applied@server-1"),
          QStringLiteral("promise: answered@minji + session_found@server-1, write_applied@server-1"),
          QStringLiteral("decision: session_found@server-1"), QStringLiteral("contradict: answered@minji")}},
        {"after a log-out",
         [](Story &s) {
             s.client("minji").server("server-1").withoutBalancer();
             s.at(1_s).logIn("minji");
             s.at(2_s).logOut("minji");
             s.at(3_s).read("minji");
         },
         Outcome::Fine,
         {QStringLiteral("ended: session_ended@server-1"),
          QStringLiteral("contradict: answered@minji + session_missing@server-1")}},
        {"the client deleted its cookie",
         [](Story &s) {
             s.client("minji").server("server-1").withoutBalancer();
             s.at(1_s).logIn("minji");
             s.at(2_s).deleteCookie("minji");
             s.at(3_s).read("minji");
         },
         Outcome::Fine,
         {QStringLiteral("decision: cookie_deleted@minji"),
          QStringLiteral("contradict: answered@minji + cookie_absent@server-1")}},
        {"H-1 the client deleted its pin",
         [two](Story &s) {
             two(s);
             s.preset("sticky");
             s.at(1_s).logIn("minji");
             model::Action unpin;
             unpin.id = "unpin";
             unpin.verb = model::ActionKind::DeleteCookie;
             unpin.client = "minji";
             unpin.cookie = model::Cookie::Pin;
             unpin.at = model::SimTime {2000000};
             s.scenario().branches.front().actions.push_back(unpin);
             s.at(3_s).read("minji");
         },
         Outcome::LoggedOut,
         {QStringLiteral("promise: answered@minji + session_created@server-1, write_applied@server-1"),
          QStringLiteral("decision: cookie_deleted@minji"), QStringLiteral("decision: forwarded@balancer"),
          QStringLiteral("contradict: answered@minji + session_missing@server-2")}},
        {"T-38 the change waits in the sender's queue",
         [two](Story &s) {
             two(s);
             s.setup().sessions.policy = model::SessionPolicy::AllToAll;
             s.setup().sessions.replicationDelay = 5_s;
             s.at(2_s).logIn("minji");
             s.at(4_s).read("minji");
         },
         Outcome::LoggedOut,
         {QStringLiteral("decision: replication_queued@server-1"),
          QStringLiteral("promise: answered@minji + session_created@server-1, write_applied@server-1"),
          QStringLiteral("decision: forwarded@balancer"),
          QStringLiteral("contradict: answered@minji + session_missing@server-2")}},
        {"T-38 the change came in time",
         [two](Story &s) {
             two(s);
             s.setup().sessions.policy = model::SessionPolicy::AllToAll;
             s.at(2_s).logIn("minji");
             s.at(4_s).read("minji");
         },
         Outcome::Fine,
         {QStringLiteral("made: session_created@server-2 + attribute_set@server-2"),
          QStringLiteral("decision: forwarded@balancer"), QStringLiteral("decision: session_found@server-2"),
          QStringLiteral("contradict: answered@minji")}},
        {"the home died while the change waited",
         [two](Story &s) {
             two(s);
             s.setup().sessions.policy = model::SessionPolicy::AllToAll;
             s.setup().sessions.replicationDelay = 5_s;
             s.at(2_s).logIn("minji");
             s.at(3_s).crash("server-1");
             s.at(4_s).read("minji");
         },
         Outcome::LoggedOut,
         {QStringLiteral("made: replication_queued@server-1"),
          QStringLiteral("promise: answered@minji + session_created@server-1, write_applied@server-1"),
          QStringLiteral("ended: crashed@server-1"), QStringLiteral("decision: forwarded@balancer"),
          QStringLiteral("contradict: answered@minji + session_missing@server-2")}},
        {"T-16 the change was lost where the way was cut",
         [two](Story &s) {
             two(s);
             s.setup().sessions.policy = model::SessionPolicy::AllToAll;
             s.at(1_s).logIn("minji");
             model::Action cut;
             cut.id = "cut";
             cut.verb = model::ActionKind::Partition;
             cut.group = {"server-1"};
             cut.others = {"server-2"};
             cut.at = model::SimTime {2000000};
             s.scenario().branches.front().actions.push_back(cut);
             s.at(3_s).read("minji");
             s.at(4_s).write("minji", "apple");
             s.at(5_s).read("minji");
         },
         Outcome::StaleRead,
         {QStringLiteral("decision: link_cut@server-1"), QStringLiteral("decision: sent@server-1"),
          QStringLiteral("promise: answered@minji + session_found@server-1, write_applied@server-1"),
          QStringLiteral("decision: forwarded@balancer"), QStringLiteral("decision: session_found@server-2"),
          QStringLiteral("contradict: answered@minji")}},
        {"H-18 a server was marked down",
         [two](Story &s) {
             two(s);
             s.setup().balancer->check = true;
             s.at(1_s).crash("server-1");
             s.at(20_s).logIn("minji");
         },
         Outcome::Fine,
         {QStringLiteral(
              "decision: server_marked@balancer + check_failed@balancer, check_failed@balancer, check_failed@balancer"),
          QStringLiteral("decision: forwarded@balancer"),
          QStringLiteral("made: session_created@server-2 + write_applied@server-2"),
          QStringLiteral("contradict: answered@minji + cookie_absent@server-2")}},
        {"R-8 the store is down",
         [](Story &s) {
             s.client("minji").server("server-1").withoutBalancer();
             s.setup().sessions.policy = model::SessionPolicy::Store;
             s.setup().stores.emplace_back();
             s.at(1_s).logIn("minji");
             model::Action crash;
             crash.id = "store-down";
             crash.verb = model::ActionKind::StoreCrash;
             crash.store = "store";
             crash.at = model::SimTime {2000000};
             s.scenario().branches.front().actions.push_back(crash);
             s.at(3_s).read("minji");
         },
         Outcome::Refused,
         {QStringLiteral("decision: crashed@store"), QStringLiteral("decision: connect_failed@server-1"),
          QStringLiteral("contradict: answered@minji + rejected@server-1")}},
        {"M-1 the store came back empty",
         [](Story &s) {
             s.client("minji").server("server-1").withoutBalancer();
             s.setup().sessions.policy = model::SessionPolicy::Store;
             s.setup().stores.emplace_back();
             s.at(1_s).logIn("minji");
             for (const auto &[verb, second] :
                  {std::pair(model::ActionKind::StoreCrash, 2), std::pair(model::ActionKind::StoreRestart, 3)}) {
                 model::Action action;
                 action.id = "store-" + std::to_string(second);
                 action.verb = verb;
                 action.store = "store";
                 action.at = model::SimTime {second * 1000000};
                 s.scenario().branches.front().actions.push_back(action);
             }
             s.at(4_s).read("minji");
         },
         Outcome::LoggedOut,
         {QStringLiteral("promise: answered@minji + session_created@store, write_applied@store"),
          QStringLiteral("ended: crashed@store"),
          QStringLiteral("contradict: answered@minji + session_missing@store, session_missing@server-1")}},
        {"the session expired",
         [](Story &s) {
             s.client("minji").server("server-1").withoutBalancer();
             s.setup().sessions.timeout = 5_s;
             s.at(1_s).logIn("minji");
             s.at(10_s).read("minji");
         },
         Outcome::Fine,
         {QStringLiteral("ended: session_ended@server-1"),
          QStringLiteral("contradict: answered@minji + session_missing@server-1")}},
    };
    return all;
}

Explanation explain(const Story &story, const Verdict &verdict)
{
    const timeline::Keyframes keyframes(story.timeline());
    return verdict::explain(story.timeline(), keyframes, verdict);
}

} // namespace

class TestExplain : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void steps_data()
    {
        QTest::addColumn<int>("index");
        for (std::size_t i = 0; i < tales().size(); ++i)
            QTest::newRow(tales()[i].name) << static_cast<int>(i);
    }

    void steps()
    {
        QFETCH(int, index);
        const Tale &tale = tales()[static_cast<std::size_t>(index)];
        Story story;
        tale.tell(story);
        story.run();
        const Verdict &verdict = story.verdicts().all().back();
        QCOMPARE(verdict.outcome, tale.outcome);
        const Explanation explanation = explain(story, verdict);
        QCOMPARE(explanation.request, verdict.request);
        QCOMPARE(explanation.outcome, verdict.outcome);
        QCOMPARE(lines(story.timeline(), explanation).join(QLatin1Char('\n')), tale.steps.join(QLatin1Char('\n')));
    }

    /// The first guarantee that is proved is the one told, and all of its records light up.
    void explanationsCarryTheProof()
    {
        Story story;
        story.client("minji").client("junho").server("server-1").server("server-2").server("server-3");
        for (std::int64_t second = 1; second < 30; second += 3) {
            story.at(model::seconds(second)).logIn(second % 2 ? "minji" : "junho");
            story.at(model::seconds(second + 1)).write("minji", "apple").read("junho");
            story.at(model::seconds(second + 2)).read("minji").logOut("junho");
        }
        story.at(10_s).crash("server-2");
        story.at(14_s).restart("server-2");
        story.run();
        int proved = 0;
        for (const Verdict &verdict : story.verdicts().all()) {
            const Explanation explanation = explain(story, verdict);
            QCOMPARE(explanation.guarantee.has_value(), !verdict.broken.isEmpty());
            QVERIFY(!explanation.steps.empty());
            QCOMPARE(explanation.steps.back().role, Role::Contradiction);
            QCOMPARE(explanation.steps.back().record, verdict.finished);

            std::vector<model::RecordId> lit;
            for (const Explanation::Step &step : explanation.steps) {
                QVERIFY(step.record <= verdict.finished);
                lit.push_back(step.record);
                lit.insert(lit.end(), step.alsoLights.begin(), step.alsoLights.end());
            }
            std::sort(lit.begin(), lit.end());
            QVERIFY2(std::adjacent_find(lit.begin(), lit.end()) == lit.end(), "a record is told once");
            QVERIFY(std::is_sorted(explanation.steps.begin(), explanation.steps.end(),
                                   [](const auto &a, const auto &b) { return a.record < b.record; }));
            if (!explanation.guarantee)
                continue;
            const auto proof = verdict::prove(story.timeline(), verdict, *explanation.guarantee);
            QVERIFY(proof.has_value());
            QCOMPARE(explanation.missing, proof->missing);
            for (const verdict::ProofStep &step : proof->steps)
                QVERIFY(std::binary_search(lit.begin(), lit.end(), step.record));
            ++proved;
        }
        QVERIFY(proved > 5);
    }
};

QTEST_GUILESS_MAIN(TestExplain)
#include "tst_explain.moc"
