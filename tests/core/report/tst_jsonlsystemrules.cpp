// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/report/brokenlines.h"
#include "tests/support/printing.h"

#include <QTest>

using namespace sessionarium;
using namespace sessionarium::tests;
using namespace sessionarium::model;

/// Records of processes, clusters, stores, checks and links that cannot be (core/report/recordrules.h); each row
/// changes one thing of a file that is fine.
class TestJsonLinesSystemRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rules_data();
    void rules();

private:
    static void row(const char *name, const QByteArray &text, const char *found)
    {
        QTest::newRow(name) << text << QByteArray(found);
    }
    /// At the end of the file: server-1 runs, server-2 is down, server-3 was removed; `store` is the replica of
    /// `store-replica`, which holds one session.
    static void at(const char *name, const char *entity, const std::string &fields, const char *found)
    {
        row(name, withRecord("\"entity\":\"" + std::string(entity) + "\",\"request\":" + fields), found);
    }
    static void processRules();
    static void messageRules();
    static void balancerAndLinkRules();
    static void clusterRules();
    static void storeRules();
    static void copyRules();
};

namespace {

const std::string copied = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA1"; // came to server-3 when it joined
const std::string stored = "CCCCCCCCCCCCCCCCCCCCCCCCCCCCCCC1"; // in the stores

} // namespace

void TestJsonLinesSystemRules::processRules()
{
    at("a client has a disk", "kim",
       R"(null,"kind":"entity_added","type":"client","address":"10.0.0.1","capacity":0,"queue_limit":0,"persistence":"disk","replica_of":null)",
       "persistence");
    at("a server is a replica", "server-4",
       R"(null,"kind":"entity_added","type":"server","address":null,"capacity":1,"queue_limit":0,"persistence":"none","replica_of":"store")",
       "replica_of");
    at("the replica of a server", "store-3",
       R"(null,"kind":"entity_added","type":"store","address":null,"capacity":0,"queue_limit":0,"persistence":"none","replica_of":"server-1")",
       "replica_of");

    at("a server is drained by itself", "server-1", R"(null,"kind":"action_taken","action":"x","do":"drain")", "do");
    at("a store's crash at a server", "server-1", R"(null,"kind":"action_taken","action":"x","do":"store_crash")",
       "do");
    at("a client hangs", "minji", R"(null,"kind":"action_taken","action":"x","do":"hang")", "do");
    at("the balancer opens a tab", "balancer", R"(null,"kind":"action_taken","action":"x","do":"open_tab")", "do");
    at("power for a client", "minji", R"(null,"kind":"action_taken","action":"x","do":"power_off")", "do");

    at("capacity of a store", "store", R"(null,"kind":"capacity_set","capacity":1,"service_time_us":1)", "entity");
    at("capacity of what is removed", "server-3", R"(null,"kind":"capacity_set","capacity":1,"service_time_us":1)",
       "entity");
    at("no capacity", "server-1", R"(null,"kind":"capacity_set","capacity":0,"service_time_us":1)", "capacity");
    at("a dead server hangs", "server-2", R"(null,"kind":"hung")", "entity");
    at("a store hangs", "store", R"(null,"kind":"hung")", "entity");
    at("no power twice", "server-3", R"(null,"kind":"powered_off")", "entity");
    at("no power for the balancer", "balancer", R"(null,"kind":"powered_off")", "entity");
    at("removed twice", "server-3", R"(null,"kind":"removed")", "entity");
    at("a store is removed", "store", R"(null,"kind":"removed")", "entity");
    at("what is removed begins again", "server-3", R"(null,"kind":"restarted","starting":false)", "entity");
    at("a running server starts", "server-1", R"(null,"kind":"restarted","starting":true)", "entity");
    at("listens without starting", "server-1", R"(null,"kind":"listening")", "entity");
    at("a dead server listens", "server-2", R"(null,"kind":"listening")", "entity");

    const std::string joined = R"("request":null,"kind":"member_added","member":"server-1")";
    row("serves while it starts", Edit().in("member_added", joined, R"("request":5,"kind":"service_started")").text(),
        "entity");
    row("starts twice",
        Edit().in("member_added", joined, R"("request":null,"kind":"restarted","starting":true)").text(), "entity");
    const std::string unheard =
        R"("request":null,"kind":"dropped","message":"replication_accessed","reason":"process_hung")";
    const std::size_t hung = indexOf(Edit().lines, "hung") + 1; // what comes after that
    row("serves while it hangs", Edit().in(hung, unheard, R"("request":5,"kind":"service_started")").text(), "entity");
    row("finds members while it hangs",
        Edit().in(hung, unheard, R"("request":null,"kind":"member_added","member":"server-1")").text(), "entity");
    row("begins again while it hangs",
        Edit().in(hung, unheard, R"("request":null,"kind":"restarted","starting":false)").text(), "entity");
}

void TestJsonLinesSystemRules::messageRules()
{
    const std::string tail = R"(,"transit_us":1,"lost":false,"size_bytes":1)";
    at("a dead server sends", "server-2", R"(null,"kind":"sent","message":"replication_delta","to":"server-1")" + tail,
       "entity");
    at("replication to a store", "server-1", R"(null,"kind":"sent","message":"replication_delta","to":"store")" + tail,
       "message");
    at("a client asks the store", "minji", R"(5,"kind":"sent","message":"store_load","to":"store")" + tail, "message");
    at("a server answers a server", "server-1", R"(5,"kind":"sent","message":"response","to":"server-2")" + tail,
       "message");
    at("a store checks", "store", R"(null,"kind":"sent","message":"check","to":"server-1")" + tail, "message");
    at("dropped by a dead process that runs", "server-1",
       R"(5,"kind":"dropped","message":"request","reason":"process_down")", "reason");
    at("dropped by a hung process that runs", "server-1",
       R"(5,"kind":"dropped","message":"request","reason":"process_hung")", "reason");
    at("a dead process finds it too late", "server-2", R"(5,"kind":"dropped","message":"request","reason":"too_late")",
       "reason");
    at("an answer arrives at a server", "server-1", R"(5,"kind":"dropped","message":"response","reason":"too_late")",
       "message");
    at("replication arrives at a client", "minji",
       R"(null,"kind":"dropped","message":"replication_delta","reason":"unknown_session")", "message");
    at("an answer about an unknown session", "minji",
       R"(5,"kind":"dropped","message":"response","reason":"unknown_session")", "reason");
    at("the balancer has no member", "balancer", R"(5,"kind":"dropped","message":"request","reason":"no_member")",
       "reason");
    at("a request is only delivered", "server-1", R"(5,"kind":"delivered","message":"request")", "message");
    at("delivered to a dead process", "server-2", R"(null,"kind":"delivered","message":"replication_delta")", "entity");
    at("delivered to a client", "minji", R"(null,"kind":"delivered","message":"replication_delta")", "entity");
    at("a save is delivered to a server", "server-1", R"(null,"kind":"delivered","message":"store_save")", "message");

    const std::string failed = R"("reason":"refused","attempt":1,"retry_in_us":null)";
    at("the balancer connects to a store", "balancer", R"(5,"kind":"connect_failed","server":"store",)" + failed,
       "server");
    at("a dead server connects", "server-2", R"(5,"kind":"connect_failed","server":"store",)" + failed, "entity");
    at("a server has no server", "server-1", R"(5,"kind":"rejected","status":503,"reason":"no_server")", "reason");
    at("the balancer has no store", "balancer", R"(5,"kind":"rejected","status":500,"reason":"store_unavailable")",
       "reason");
    at("rejected by a store", "store", R"(5,"kind":"rejected","status":500,"reason":"store_unavailable")", "entity");
}

void TestJsonLinesSystemRules::balancerAndLinkRules()
{
    at("no link to itself", "server-1", R"(null,"kind":"link_cut","other":"server-1")", "other");
    at("no link to nobody", "server-1", R"(null,"kind":"link_cut","other":null)", "other");
    at("a whole link is healed", "server-1", R"(null,"kind":"link_healed","other":"server-2")", "other");
    row("a link is cut twice", Edit().in("link_healed", "link_healed", "link_cut").text(), "other");

    at("a server checks", "server-1",
       R"(null,"kind":"check_failed","server":"server-2","reason":"refused","counter":1)", "entity");
    at("a store is checked", "balancer", R"(null,"kind":"check_passed","server":"store","counter":1)", "server");
    at("a server marks", "server-1", R"(null,"kind":"server_marked","server":"server-2","health":"down")", "entity");
    at("a mark that changes nothing", "balancer", R"(null,"kind":"server_marked","server":"server-1","health":"up")",
       "health");
    at("a drain that changes nothing", "balancer", R"(null,"kind":"drain_set","server":"server-3","draining":true)",
       "draining");
    at("a client is drained", "balancer", R"(null,"kind":"drain_set","server":"minji","draining":true)", "server");
    at("a server's pin", "balancer", R"(null,"kind":"pin_moved","client":"server-1","server":"server-1")", "client");
    at("a pin to a client", "balancer", R"(null,"kind":"pin_moved","client":"minji","server":"junho")", "server");

    at("a server's address", "server-1", R"(null,"kind":"address_changed","address":"10.0.0.1")", "entity");
    at("no address", "minji", R"(null,"kind":"address_changed","address":null)", "address");
    at("a server's tab", "server-1", R"(null,"kind":"tab_opened","tabs":2)", "entity");
    at("two tabs at once", "junho", R"(null,"kind":"tab_opened","tabs":4)", "tabs");
}

void TestJsonLinesSystemRules::clusterRules()
{
    at("its own member", "server-1", R"(null,"kind":"member_added","member":"server-1")", "member");
    at("a store as a member", "server-1", R"(null,"kind":"member_added","member":"store")", "member");
    at("members of a store", "store", R"(null,"kind":"member_added","member":"server-1")", "entity");
    at("members of a dead server", "server-2", R"(null,"kind":"member_added","member":"server-1")", "entity");
    at("who is no member is dropped", "server-1", R"(null,"kind":"member_dropped","member":"server-3")", "member");
    row("a member is added twice", Edit().in("member_dropped", "member_dropped", "member_added").text(), "member");

    at("a dead server queues a change", "server-2",
       R"(null,"kind":"replication_queued","message":"replication_delta","session":"x","ready_in_us":1)", "entity");
    at("an answer is queued", "server-1",
       R"(null,"kind":"replication_queued","message":"response","session":"x","ready_in_us":1)", "message");
    at("a store's change is queued by a server", "server-1",
       R"(null,"kind":"replication_queued","message":"store_replicate","session":"x","ready_in_us":1)", "message");
    at("a change of no session is queued", "server-1",
       R"(null,"kind":"replication_queued","message":"replication_delta","session":null,"ready_in_us":1)", "session");

    at("a client awaits", "minji", R"(5,"kind":"confirmation_awaited","count":1)", "entity");
    at("nothing is awaited", "server-1", R"(5,"kind":"confirmation_awaited","count":0)", "count");
    at("awaited for no request", "server-1", R"(null,"kind":"confirmation_awaited","count":1)", "request");
    row("awaited while it is served",
        Edit()
            .in(indexOf(Edit().lines, "service_ended", "\"request\":6"), R"("service_ended","status":200)",
                R"("confirmation_awaited","count":1)")
            .text(),
        "request");
    at("misses itself", "server-1", R"(5,"kind":"confirmation_missed","from":"server-1","reason":"no_answer")", "from");
    at("misses a client", "server-1", R"(5,"kind":"confirmation_missed","from":"minji","reason":"no_answer")", "from");
    at("a store misses a server", "store", R"(5,"kind":"confirmation_missed","from":"server-1","reason":"no_answer")",
       "from");
    at("a dead server misses", "server-2", R"(5,"kind":"confirmation_missed","from":"server-1","reason":"refused")",
       "entity");
}

void TestJsonLinesSystemRules::storeRules()
{
    row("a store that starts",
        Edit()
            .in(indexOf(Edit().lines, "restarted", "\"entity\":\"store\""), "\"starting\":false", "\"starting\":true")
            .text(),
        "starting");
    row("a snapshot of more than there is", Edit().in("snapshot_taken", "\"sessions\":1", "\"sessions\":2").text(),
        "sessions");
    at("a snapshot of a log", "store-replica", R"(null,"kind":"snapshot_taken","sessions":1)", "entity");
    at("a snapshot of a server", "server-1", R"(null,"kind":"snapshot_taken","sessions":0)", "entity");
    at("a log of snapshots", "store", R"(null,"kind":"log_flushed")", "entity");
    at("a log of a server", "server-1", R"(null,"kind":"log_flushed")", "entity");
    at("the primary is promoted", "store-replica", R"(null,"kind":"promoted")", "entity");
    at("a server is promoted", "server-1", R"(null,"kind":"promoted")", "entity");
    at("its own replica", "store", R"(null,"kind":"demoted","primary":"store")", "primary");
    at("the replica of a server from now on", "store", R"(null,"kind":"demoted","primary":"server-1")", "primary");
    at("a replica becomes what it is", "store", R"(null,"kind":"demoted","primary":"store-replica")", "primary");
    at("a client turns to a store", "minji", R"(null,"kind":"store_switched","store":"store")", "entity");
    at("a server turns to a server", "server-1", R"(null,"kind":"store_switched","store":"server-2")", "store");
}

void TestJsonLinesSystemRules::copyRules()
{
    at("what is not there is touched", "server-1", R"(null,"kind":"session_touched","session":"x","role":"replica")",
       "session");
    at("a dead server's copy is touched", "server-2", R"(null,"kind":"session_touched","session":"x","role":"replica")",
       "entity");
    at("a client has a copy", "minji",
       R"(null,"kind":"copy_set","session":"x","client":"minji","role":"replica","idle_us":0)", "entity");
    at("a copy of nothing", "server-1",
       R"(null,"kind":"copy_set","session":null,"client":"minji","role":"replica","idle_us":0)", "session");
    at("a copy for a store", "server-1",
       R"(null,"kind":"copy_set","session":"x","client":"store","role":"replica","idle_us":0)", "client");
    at("a replica for nobody", "server-1",
       R"(null,"kind":"session_created","session":"x","client":null,"role":"replica")", "client");
    at("made for no request", "server-1",
       R"(null,"kind":"session_created","session":"x","client":"minji","role":"in_charge")", "request");
    row("values before their copy", Edit().in("copy_set", copied, "x").text(), "session");
    const std::size_t value = indexOf(Edit().lines, "attribute_set");
    row("a value that nobody applied", Edit().in(value, "minji:1", "junho:1").text(), "write");
    row("a value that nobody issued", Edit().in(value, "minji:1", "minji:9").text(), "write");
    row("a value of another attribute", Edit().in(value, "minji:1", "minji:2").text(), "attribute");
    row("deeper than its write", Edit().in(value, "\"depth\":1", "\"depth\":2").text(), "depth");
    row("of no write at all", Edit().in(value, "\"depth\":1", "\"depth\":0").text(), "depth");
    at("a store finds what it lacks", "store", R"(7,"kind":"session_found","session":")" + stored + '"', "session");
    at("a store misses what it has", "store-replica", R"(7,"kind":"session_missing","session":")" + stored + '"',
       "session");
    at("a server writes into a store's session", "server-1",
       R"(7,"kind":"write_applied","session":")" + stored + R"(","attribute":"user","write":"minji:4","base":null)",
       "session");
    at("an id that is not there changes", "server-1",
       R"(null,"kind":"session_id_changed","session":"x","new_session":"y")", "session");
    at("an id that stays", "store-replica",
       R"(null,"kind":"session_id_changed","session":")" + stored + R"(","new_session":")" + stored + '"',
       "new_session");
    at("an id that vanishes", "store-replica",
       R"(null,"kind":"session_id_changed","session":")" + stored + R"(","new_session":null)", "new_session");
    row("revoked at a server",
        Edit()
            .in(indexOf(Edit().lines, "session_ended", "\"entity\":\"server-3\""), "\"reason\":\"expired\"",
                "\"reason\":\"revoked\"")
            .text(),
        "reason");
}

void TestJsonLinesSystemRules::rules_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("found"); // the key of what cannot be
    processRules();
    messageRules();
    balancerAndLinkRules();
    clusterRules();
    storeRules();
    copyRules();
}

void TestJsonLinesSystemRules::rules()
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

QTEST_GUILESS_MAIN(TestJsonLinesSystemRules)
#include "tst_jsonlsystemrules.moc"
