// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/report/brokenlines.h"
#include "tests/support/printing.h"

#include <QTest>

using namespace sessionarium;
using namespace sessionarium::tests;
using namespace sessionarium::model;

/// Records that cannot be (core/report/recordrules.h); each row changes one thing of a file that is fine.
class TestJsonLinesRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rules_data();
    void rules();
};

void TestJsonLinesRules::rules_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("found"); // the key of what cannot be
    const auto row = [](const char *name, const QByteArray &text, const char *found) {
        QTest::newRow(name) << text << QByteArray(found);
    };
    const auto record = [&row](const char *name, const std::string &fields, const char *found) {
        row(name, withRecord(fields), found);
    };
    const Edit whole;

    row("time runs backwards", Edit().in("session_found", "\"at_us\":2001000", "\"at_us\":2000999").text(), "at_us");
    row("time beyond the duration", Edit().in(0, "\"duration_us\":60000000", "\"duration_us\":19999999").text(),
        "at_us");
    row("caused by itself", Edit().in(7, "\"cause\":5", "\"cause\":6").text(), "cause");
    row("caused by the future", Edit().in(7, "\"cause\":5", "\"cause\":80").text(), "cause");
    row("the first record is not of the first entity",
        Edit().in(1, "\"entity\":\"minji\"", "\"entity\":\"junho\"").text(), "entity");
    row("another type than in line 1", Edit().in(1, "\"type\":\"client\"", "\"type\":\"server\"").text(), "type");
    row("a first entity joins later", Edit().in(5, "\"at_us\":0", "\"at_us\":1").text(), "at_us");
    Edit unopened;
    unopened.lines.erase(unopened.lines.begin() + 1, unopened.lines.end() - 1);
    unopened.lines[1] = R"({"records":0,"fingerprint":"cbf29ce484222325"})";
    row("entities that never join", unopened.text(), "entities");
    Edit early;
    early.lines[3] = R"({"id":2,"at_us":0,"cause":null,"entity":"minji","request":null,"kind":"crashed"})";
    row("something happens before all joined", early.text(), "kind");

    const std::string client = R"("entity":"minji","request":)";
    const std::string balancer = R"("entity":"balancer","request":)";
    const std::string server = R"("entity":"server-1","request":)"; // it runs, and serves nothing
    const std::string dead = R"("entity":"server-2","request":)";
    record(
        "an entity joins twice",
        server
            + R"(null,"kind":"entity_added","type":"server","address":null,"capacity":1,"queue_limit":1,"persistence":"none","replica_of":null)",
        "entity");
    record(
        "an entity without an id",
        R"("entity":"","request":null,"kind":"entity_added","type":"server","address":null,"capacity":1,"queue_limit":1,"persistence":"none","replica_of":null)",
        "entity");
    record(
        "a second balancer",
        R"("entity":"balancer-2","request":null,"kind":"entity_added","type":"balancer","address":null,"capacity":0,"queue_limit":0,"persistence":"none","replica_of":null)",
        "type");
    record("an unknown entity", R"("entity":"nobody","request":null,"kind":"crashed")", "entity");
    record("no entity", R"("entity":null,"request":null,"kind":"crashed")", "entity");
    record("a session id as entity", R"("entity":"JSESSIONID","request":null,"kind":"crashed")", "entity");
    record("an unknown entity in a field",
           client + R"(5,"kind":"sent","message":"request","to":"server-9","transit_us":1,"lost":false,"size_bytes":1)",
           "to");

    record("an unknown request", server + R"(8,"kind":"service_started")", "request");
    record(
        "a request number is left out",
        client
            + R"(9,"kind":"request_issued","operation":"read","attribute":null,"item":null,"write":null,"session":null)",
        "request");
    record(
        "a request is issued twice",
        client
            + R"(5,"kind":"request_issued","operation":"read","attribute":null,"item":null,"write":null,"session":null)",
        "request");
    record(
        "a request without number",
        client
            + R"(null,"kind":"request_issued","operation":"read","attribute":null,"item":null,"write":null,"session":null)",
        "request");
    record(
        "a server issues a request",
        server
            + R"(8,"kind":"request_issued","operation":"read","attribute":null,"item":null,"write":null,"session":null)",
        "entity");
    record(
        "a read that writes",
        client
            + R"(8,"kind":"request_issued","operation":"read","attribute":"cart","item":null,"write":"minji:5","session":null)",
        "attribute");
    record(
        "a write without attribute",
        client
            + R"(8,"kind":"request_issued","operation":"write","attribute":null,"item":null,"write":"minji:5","session":null)",
        "attribute");
    record(
        "a log-in of another attribute",
        client
            + R"(8,"kind":"request_issued","operation":"log_in","attribute":"cart","item":null,"write":"minji:5","session":null)",
        "attribute");
    record(
        "a write without its id",
        client
            + R"(8,"kind":"request_issued","operation":"write","attribute":"cart","item":null,"write":null,"session":null)",
        "write");
    record(
        "a write id is left out",
        client
            + R"(8,"kind":"request_issued","operation":"write","attribute":"cart","item":null,"write":"minji:6","session":null)",
        "write");
    record(
        "a write id twice",
        client
            + R"(8,"kind":"request_issued","operation":"write","attribute":"cart","item":null,"write":"minji:3","session":null)",
        "write");
    record(
        "somebody else's write id",
        client
            + R"(8,"kind":"request_issued","operation":"write","attribute":"cart","item":null,"write":"junho:2","session":null)",
        "write");

    record("a user's action at a server", server + R"(null,"kind":"action_taken","action":"x","do":"log_in")", "do");
    record("a crash of a client", client + R"(null,"kind":"action_taken","action":"x","do":"crash")", "do");
    record("an action without id", client + R"(null,"kind":"action_taken","action":null,"do":"read")", "action");
    record("not applicable, without id", client + R"(null,"kind":"not_applicable","action":null,"do":"read")",
           "action");

    record("a message of no request",
           client
               + R"(null,"kind":"sent","message":"request","to":"balancer","transit_us":1,"lost":false,"size_bytes":1)",
           "request");
    record("a message to itself",
           client + R"(5,"kind":"sent","message":"request","to":"minji","transit_us":1,"lost":false,"size_bytes":1)",
           "to");
    record("a message to nobody",
           client + R"(5,"kind":"sent","message":"request","to":null,"transit_us":1,"lost":false,"size_bytes":1)",
           "to");
    record("a dropped message of no request",
           server + R"(null,"kind":"dropped","message":"request","reason":"too_late")", "request");
    record("a server forwards",
           server + R"(5,"kind":"forwarded","server":"server-1","reason":"balanced","instead_of":null)", "entity");
    record("forwarded to a client",
           balancer + R"(5,"kind":"forwarded","server":"minji","reason":"balanced","instead_of":null)", "server");
    record("forwarded to nobody",
           balancer + R"(5,"kind":"forwarded","server":null,"reason":"balanced","instead_of":null)", "server");
    record("forwarded in place of a client",
           balancer + R"(5,"kind":"forwarded","server":"server-1","reason":"balanced","instead_of":"minji")",
           "instead_of");
    record("forwarded without request",
           balancer + R"(null,"kind":"forwarded","server":"server-1","reason":"balanced","instead_of":null)",
           "request");
    record("a server connects to a server",
           server
               + R"(5,"kind":"connect_failed","server":"server-2","reason":"refused","attempt":1,"retry_in_us":null)",
           "server");
    record("attempt 0",
           balancer
               + R"(5,"kind":"connect_failed","server":"server-2","reason":"refused","attempt":0,"retry_in_us":null)",
           "attempt");
    record("a connection to the balancer breaks", client + R"(5,"kind":"connection_reset","server":"balancer")",
           "server");
    record("a client rejects", client + R"(5,"kind":"rejected","status":503,"reason":"no_server")", "entity");
    record("rejected without request", balancer + R"(null,"kind":"rejected","status":503,"reason":"no_server")",
           "request");

    record("a client serves", client + R"(5,"kind":"service_started")", "entity");
    record("a dead server serves", dead + R"(5,"kind":"service_started")", "entity");
    record("a dead server queues", dead + R"(5,"kind":"request_queued","length":1)", "entity");
    record("queue of length 0", server + R"(5,"kind":"request_queued","length":0)", "length");
    record("service ends that did not begin", server + R"(5,"kind":"service_ended","status":200)", "request");
    row("service begins twice",
        Edit()
            .in("session_missing", "\"kind\":\"session_missing\",\"session\":\"0123456789ABCDEF0123456789ABCDEF\"",
                "\"kind\":\"service_started\"")
            .text(),
        "request");
    row("queued while served",
        Edit().in("cookie_absent", "\"kind\":\"cookie_absent\"", "\"kind\":\"request_queued\",\"length\":1").text(),
        "request");
    row("served elsewhere",
        Edit()
            .in("cookie_absent", "\"entity\":\"server-1\",\"request\":0,\"kind\":\"cookie_absent\"",
                "\"entity\":\"server-2\",\"request\":0,\"kind\":\"service_started\"")
            .text(),
        "request");
    row("service goes on after a crash",
        Edit()
            .in(indexOf(whole.lines, "restarted") + 1,
                R"("entity":"balancer","request":null,"kind":"action_taken","action":"more","do":"add_server")",
                R"("entity":"server-1","request":4,"kind":"service_ended","status":200)")
            .text(),
        "request");

    row("a session is found that is not there", Edit().in("session_missing", "session_missing", "session_found").text(),
        "session");
    record("no session is found", server + R"(5,"kind":"session_found","session":null)", "session");
    row("a session is missing that is there", Edit().in("session_found", "session_found", "session_missing").text(),
        "session");
    record("no session is missing", server + R"(5,"kind":"session_missing","session":null)", "session");
    record("a session ends that is not there", server + R"(5,"kind":"session_ended","session":"x","reason":"expired")",
           "session");
    record("a session for a server",
           server + R"(5,"kind":"session_created","session":"x","client":"server-1","role":"in_charge")", "client");
    record("a session without id",
           server + R"(5,"kind":"session_created","session":null,"client":"minji","role":"in_charge")", "session");
    row("a session is made twice",
        Edit()
            .in("session_found", R"("kind":"session_found","session":"7C1E6A0B9D3F42585A6C0E9B1D2F3A47")",
                R"("kind":"session_created","session":"7C1E6A0B9D3F42585A6C0E9B1D2F3A47","client":"minji","role":"in_charge")")
            .text(),
        "session");
    const std::string applied = R"("kind":"write_applied","session":")";
    record("a write to a session that is not there",
           server + "5," + applied + R"(x","attribute":"user","write":"minji:1","base":null)", "session");
    row("a write that was not issued",
        Edit()
            .in(indexOf(whole.lines, "write_applied", "minji:2"), "\"write\":\"minji:2\"", "\"write\":\"minji:3\"")
            .text(),
        "write");
    row("a write to another attribute",
        Edit()
            .in(indexOf(whole.lines, "write_applied", "minji:2"), "\"attribute\":\"cart\"", "\"attribute\":\"user\"")
            .text(),
        "attribute");
    row("a base of another attribute",
        Edit().in(indexOf(whole.lines, "write_applied", "minji:2"), "\"base\":null", "\"base\":\"minji:1\"").text(),
        "base");
    row("its own base",
        Edit().in(indexOf(whole.lines, "write_applied", "minji:1"), "\"base\":null", "\"base\":\"minji:1\"").text(),
        "base");
    row("a write from two bases",
        Edit()
            .in(indexOf(whole.lines, "write_applied", "minji:3"), "\"write\":\"minji:3\",\"base\":\"minji:1\"",
                "\"write\":\"minji:1\",\"base\":\"minji:1\"")
            .text(),
        "base");

    row("somebody else is answered", Edit().in("answered", "\"entity\":\"minji\"", "\"entity\":\"junho\"").text(),
        "request");
    row("a server is answered", Edit().in("answered", "\"entity\":\"minji\"", "\"entity\":\"server-1\"").text(),
        "entity");
    record("answered twice", client + R"(0,"kind":"answered","status":200,"shown":null,"set_cookie":null)", "request");
    record("failed after the answer", client + R"(0,"kind":"failed","reason":"timed_out")", "request");
    record("shown after the answer", client + R"(2,"kind":"attribute_shown","attribute":"cart","shown":"minji:2")",
           "request");
    row("shows what was never applied",
        Edit()
            .in(indexOf(whole.lines, "answered", "\"request\":2"), "\"shown\":\"minji:1\"", "\"shown\":\"minji:3\"")
            .text(),
        "shown");
    row("shows a cart as the user",
        Edit()
            .in(indexOf(whole.lines, "answered", "\"request\":2"), "\"shown\":\"minji:1\"", "\"shown\":\"minji:2\"")
            .text(),
        "shown");
    row("shows the user as an attribute",
        Edit().in("attribute_shown", "\"attribute\":\"cart\"", "\"attribute\":\"user\"").text(), "attribute");
    row("shows another attribute's value",
        Edit().in("attribute_shown", "\"shown\":\"minji:2\"", "\"shown\":\"minji:1\"").text(), "shown");
    record("a server's cookie", server + R"(null,"kind":"cookie_stored","cookie":"JSESSIONID","value":"x")", "entity");
    record("a cookie without name", client + R"(null,"kind":"cookie_stored","cookie":null,"value":"x")", "cookie");
    record("a cookie without value", client + R"(null,"kind":"cookie_stored","cookie":"JSESSIONID","value":null)",
           "value");
    record("no cookie is deleted", client + R"(null,"kind":"cookie_deleted","cookie":null)", "cookie");

    record("a dead server crashes", dead + R"(null,"kind":"crashed")", "entity");
    record("a client crashes", client + R"(null,"kind":"crashed")", "entity");
    record("a running server restarts", server + R"(null,"kind":"restarted","starting":false)", "entity");
    Edit afterCut;
    afterCut.lines.insert(
        afterCut.lines.end() - 1,
        R"({"id":193,"at_us":20000000,"cause":null,"entity":"server-1","request":null,"kind":"crashed"})");
    row("something happens after the cut", afterCut.text(), "kind");
}

void TestJsonLinesRules::rules()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, found);
    const auto read = report::readJsonLines(text.toStdString(), manyRecords);
    QVERIFY(!read.ok());
    const Problem &problem = read.problems().front();
    if (problem.code != ProblemCode::BadRecord)
        qWarning("%s", toString(problem));
    QCOMPARE(problem.code, ProblemCode::BadRecord);
    QCOMPARE(QByteArray::fromStdString(problem.found), found);
}

QTEST_GUILESS_MAIN(TestJsonLinesRules)
#include "tst_jsonlrules.moc"
