// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/scenario/problems.h"

#include <QDir>
#include <QFile>
#include <QtTest>

using namespace sessionarium;
using model::Problem;
using model::ProblemCode;
using model::Problems;
using test::described;
using test::problemsOf;

namespace {

QString brokenFolder()
{
    return QStringLiteral(SESSIONARIUM_TEST_DATA "/broken");
}

constexpr const char *anything = nullptr;

void row(const char *name, ProblemCode code, const char *place, const char *found, const char *allowed = anything,
         int line = 0)
{
    QTest::newRow(name) << static_cast<int>(code) << QString::fromUtf8(place) << QString::fromUtf8(found)
                        << QString::fromUtf8(allowed) << line;
}

void rowsOfTexts()
{
    row("empty", ProblemCode::EmptyFile, "", "");
    row("not-json", ProblemCode::Syntax, "", "h", anything, 1);
    row("cut-off", ProblemCode::Syntax, "", "");
    row("trailing-comma", ProblemCode::Syntax, "", "}", anything, 3);
    row("two-documents", ProblemCode::Syntax, "", "{");
    row("comment", ProblemCode::Syntax, "", "/", anything, 1);
    row("single-quotes", ProblemCode::Syntax, "", "'", anything, 1);
    row("double-key", ProblemCode::DuplicateKey, "/id", "id", anything, 5);
    row("double-key-deep", ProblemCode::DuplicateKey, "/servers/1/id", "id");
    row("bare-list", ProblemCode::WrongType, "", "array", "object");
    row("bare-number", ProblemCode::WrongType, "", "number", "object");
    row("other-format", ProblemCode::WrongFormat, "/format", "sessionarium-timeline", "sessionarium-scenario");
    row("no-format", ProblemCode::WrongFormat, "/format", "", "sessionarium-scenario");
    row("lone-surrogate", ProblemCode::Syntax, "", "\"");
    row("nul-byte", ProblemCode::Syntax, "", "U+0000", anything, 6);
    row("latin-1", ProblemCode::NotUtf8, "", "", anything, 6);
    row("huge-number", ProblemCode::NotInteger, "", "1e999");
    row("future-version", ProblemCode::WrongVersion, "/version", "2", "1");
    row("unknown-field", ProblemCode::UnknownField, "/colour", "colour",
        "format, version, id, title, duration_us, seed, clients, balancer, servers, stores, sessions, application, "
        "network, workload, branches, played, lesson");
    row("unknown-field-of-server", ProblemCode::UnknownField, "/servers/1/capcity", "capcity",
        "id, name, capacity, service_time_us, queue_limit, weight");
    row("field-of-another-verb", ProblemCode::UnknownField, "/branches/0/actions/2/client", "client",
        "id, do, server, at_us");
    row("missing-duration", ProblemCode::MissingField, "", "duration_us");
    row("missing-client-id", ProblemCode::MissingField, "/clients/0", "id");
    row("missing-balancer", ProblemCode::MissingField, "", "balancer");
    row("no-language", ProblemCode::MissingField, "/title", "ko");
    row("text-as-string", ProblemCode::WrongType, "/title", "string", "object");
    row("number-as-string", ProblemCode::WrongType, "/servers/0/capacity", "string", "integer");
    row("null-number", ProblemCode::WrongType, "/seed", "null", "integer");
    row("list-as-object", ProblemCode::WrongType, "/clients", "object", "array");
    row("fraction", ProblemCode::NotInteger, "/duration_us", "10000000.0");
    row("exponent", ProblemCode::NotInteger, "/duration_us", "1e7");
    row("minus-zero", ProblemCode::NotInteger, "/branches/0/actions/1/think_us", "-0");
    row("beyond-64-bits", ProblemCode::OutOfRange, "/duration_us", "99999999999999999999", "1\u202686400000000");
    row("negative-capacity", ProblemCode::OutOfRange, "/servers/0/capacity", "-1", "1\u202610000");
    row("capacity-too-large", ProblemCode::OutOfRange, "/servers/0/capacity", "10001", "1\u202610000");
    row("long-name", ProblemCode::OutOfRange, "/clients/0/name/en", "201", "1\u2026200");
    row("terminal-escape", ProblemCode::NotAllowed, "/clients/0/name/en", "U+001B", "");
    row("turned-text", ProblemCode::NotAllowed, "/clients/0/name/en", "U+202E", "");
    row("bad-address", ProblemCode::NotAllowed, "/clients/0/address", "home");
    row("unknown-policy", ProblemCode::NotAllowed, "/sessions/policy", "cookie", "local, all_to_all, store");
    row("unknown-verb", ProblemCode::NotAllowed, "/branches/0/actions/0/do", "dance",
        "log_in, read, write, log_out, delete_cookie, send_unknown_id, crash, restart, add_server, read_anonymous, "
        "change_address, open_tab, copy_cookie, slow, hang, power_off, partition, heal, drain, move_pin, "
        "remove_server, set_capacity, add_client, add_member, delete_session, store_crash, store_restart, "
        "store_shutdown");
    row("no-clients", ProblemCode::TooFew, "/clients", "0", "1");
    row("bad-id", ProblemCode::BadId, "/servers/0/id", "Server 1");
    row("id-twice", ProblemCode::DuplicateId, "/servers/1/id", "minji");
    row("action-twice", ProblemCode::DuplicateId, "/branches/0/actions/1/id", "log-in");
    row("servers-without-balancer", ProblemCode::TooMany, "/servers", "2", "1");
    row("unknown-client", ProblemCode::UnknownReference, "/branches/0/actions/0/client", "mina", "minji, junho");
    row("unknown-server", ProblemCode::UnknownReference, "/branches/0/actions/2/server", "server-9",
        "server-1, server-2");
    row("after-nothing", ProblemCode::UnknownReference, "/branches/0/actions/1/after", "nothing", "log-in");
    row("after-somebody-else", ProblemCode::UnknownReference, "/branches/0/actions/1/after", "log-in", "");
    row("after-itself", ProblemCode::Cycle, "/branches/0/actions/1/after", "refresh");
    row("at-and-after", ProblemCode::Conflict, "/branches/0/actions/1/after", "after", "at_us");
    row("no-time", ProblemCode::MissingField, "/branches/0/actions/2", "at_us");
    row("think-without-after", ProblemCode::MissingField, "/branches/0/actions/1", "after");
    row("after-the-end", ProblemCode::TimeOutsideRun, "/branches/0/actions/2/at_us", "10000001", "10000000");
    row("write-user", ProblemCode::NotAllowed, "/branches/0/actions/3/attribute", "user", "cart");
    row("root-not-main", ProblemCode::NotAllowed, "/branches/0/id", "trunk", "main");
    row("unknown-parent", ProblemCode::UnknownReference, "/branches/1/parent", "trunk", "main");
    row("own-parent", ProblemCode::Cycle, "/branches/1/parent", "other");
    row("before-the-branch", ProblemCode::OutOfRange, "/branches/1/actions/0/at_us", "4999", "5000\u202610000000");
    row("after-the-cut", ProblemCode::UnknownReference, "/branches/1/actions/0/after", "log-in", "");
    row("after-a-sibling", ProblemCode::UnknownReference, "/branches/2/actions/0/after", "b", "log-in, refresh");
    row("added-twice", ProblemCode::DuplicateId, "/branches/0/actions/3/server", "server-2");
}

void rowsOfParts()
{
    row("check-too-often", ProblemCode::OutOfRange, "/balancer/check_interval_us", "999", "1000\u202686400000000");
    row("no-rise", ProblemCode::OutOfRange, "/balancer/rise", "0", "1\u2026100");
    row("check-as-word", ProblemCode::WrongType, "/balancer/check", "string", "boolean");
    row("unknown-hash", ProblemCode::NotAllowed, "/balancer/hash", "crc", "map_based, consistent");
    row("unknown-membership", ProblemCode::NotAllowed, "/sessions/membership", "gossip", "multicast, static");
    row("no-sender", ProblemCode::OutOfRange, "/application/sender_threads", "0", "1\u202664");
    row("policy-without-store", ProblemCode::TooFew, "/stores", "0", "1");
    row("two-stores", ProblemCode::TooMany, "/stores", "2", "1");
    row("unknown-persistence", ProblemCode::NotAllowed, "/stores/0/persistence", "tape",
        "none, snapshots, log_never, log_every_second, log_always, disk");
    row("save-point-without-time", ProblemCode::MissingField, "/stores/0/save_points/0", "after_us");
    row("store-named-as-server", ProblemCode::DuplicateId, "/stores/0/id", "server-1");
    row("replica-named-as-store", ProblemCode::DuplicateId, "/stores/0/replica/id", "redis");
    row("replica-as-number", ProblemCode::WrongType, "/stores/0/replica", "number", "object");
    row("crowds-too-large", ProblemCode::TooMany, "/workload/crowds/1/clients", "1000001", "1000000");
    row("empty-crowd", ProblemCode::OutOfRange, "/workload/crowds/0/clients", "0", "1\u20261000000");
    row("crowd-twice", ProblemCode::DuplicateId, "/workload/crowds/1/id", "a");
    row("crowd-takes-an-id", ProblemCode::DuplicateId, "/workload/crowds/0/id", "server-2");
    row("crowd-id-too-long", ProblemCode::BadId, "/workload/crowds/0/id",
        "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx-100\u2026");
    row("crowd-of-ipv6", ProblemCode::NotAllowed, "/workload/crowds/0/address", "2001:db8::1", "203.0.113.7");
    row("crowd-beyond-the-last-address", ProblemCode::NotAllowed, "/workload/crowds/0/address", "255.255.255.250",
        "203.0.113.7");
    row("crowd-ends-before", ProblemCode::NotIncreasing, "/workload/crowds/0/until_us", "2000000", "2000000");
    row("crowd-after-the-end", ProblemCode::TimeOutsideRun, "/workload/crowds/0/from_us", "10000001", "10000000");
    row("unknown-field-of-workload", ProblemCode::UnknownField, "/workload/users", "users", "crowds");
    row("beyond-the-crowd", ProblemCode::UnknownReference, "/branches/0/actions/3/client", "students-31",
        "minji, junho, students-1\u202630");
    row("crowd-as-client", ProblemCode::UnknownReference, "/branches/0/actions/3/client", "students",
        "minji, junho, students-1\u202630");
    row("copies-from-nobody", ProblemCode::UnknownReference, "/branches/0/actions/3/from", "mina", "minji, junho");
    row("copies-without-from", ProblemCode::MissingField, "/branches/0/actions/3", "from");
    row("unknown-cookie", ProblemCode::NotAllowed, "/branches/0/actions/3/cookie", "cart", "session, pin");
    row("no-new-address", ProblemCode::MissingField, "/branches/0/actions/3", "address");
    row("unknown-member", ProblemCode::UnknownReference, "/branches/0/actions/3/member", "server-9",
        "server-1, server-2");
    row("pin-to-a-client", ProblemCode::UnknownReference, "/branches/0/actions/3/server", "minji",
        "server-1, server-2");
    row("unknown-store", ProblemCode::UnknownReference, "/branches/0/actions/3/store", "memcached", "redis, redis-2");
    row("server-as-store", ProblemCode::UnknownReference, "/branches/0/actions/3/store", "server-1", "redis, redis-2");
    row("power-off-of-two", ProblemCode::Conflict, "/branches/0/actions/3/store", "store", "server");
    row("power-off-of-nothing", ProblemCode::MissingField, "/branches/0/actions/3", "server");
    row("cuts-off-nobody", ProblemCode::UnknownReference, "/branches/0/actions/3/group/1", "server-9",
        "minji, junho, balancer, server-1, server-2");
    row("cuts-off-from-nobody", ProblemCode::UnknownReference, "/branches/0/actions/3/others/0", "mina",
        "minji, junho, balancer, server-1, server-2");
    row("empty-partition", ProblemCode::TooFew, "/branches/0/actions/3/group", "0", "1");
    row("heal-of-others-alone", ProblemCode::MissingField, "/branches/0/actions/3", "group");
    row("sets-nothing", ProblemCode::MissingField, "/branches/0/actions/3", "capacity");
    row("slow-without-time", ProblemCode::MissingField, "/branches/0/actions/3", "service_time_us");
    row("client-added-twice", ProblemCode::DuplicateId, "/branches/0/actions/3/client", "minji");
    row("added-client-of-a-crowd", ProblemCode::DuplicateId, "/branches/0/actions/3/client", "students-30");
    row("operator-waits", ProblemCode::UnknownField, "/branches/0/actions/3/after", "after", "id, do, server, at_us");
    row("after-a-new-address", ProblemCode::UnknownReference, "/branches/0/actions/4/after", "op", "log-in, refresh");
    row("attributes-of-crowds-count", ProblemCode::TooMany, "/branches/0/actions/5/attribute", "4", "3");
}

void rowsOfLessons()
{
    row("lesson-steps-not-increasing", ProblemCode::NotIncreasing, "/lesson/steps/1/until_us", "5000000", "5000000");
    row("lesson-step-beyond-the-end", ProblemCode::TimeOutsideRun, "/lesson/steps/1/until_us", "10000001", "10000000");
    row("lesson-step-twice", ProblemCode::DuplicateId, "/lesson/steps/1/id", "one");
    row("lesson-points-at-nobody", ProblemCode::UnknownReference, "/lesson/steps/0/point_at/0", "mina",
        "minji, junho, balancer, server-1, server-2");
    row("lesson-one-option", ProblemCode::TooFew, "/lesson/steps/1/prediction/options", "1", "2");
    row("lesson-option-twice", ProblemCode::DuplicateId, "/lesson/steps/1/prediction/options/1/id", "a");
    row("lesson-unknown-preset", ProblemCode::NotAllowed, "/lesson/steps/1/prediction/valid_for/0", "backup",
        "none, sticky, sticky-ip, all-to-all, all-to-all-ack, store, store-aof, store-replica, store-disk, "
        "sticky+all-to-all, sticky+all-to-all-ack, sticky+store, sticky+store-aof, sticky+store-replica, "
        "sticky+store-disk, custom");
    row("lesson-unknown-measure", ProblemCode::NotAllowed, "/lesson/steps/1/prediction/options/0/when/measure", "mood");
    row("lesson-unknown-outcome", ProblemCode::NotAllowed, "/lesson/steps/1/prediction/options/1/when/value", "ok",
        "fine, logged_out, stale_read, lost_update, refused, revoked_accepted");
    row("lesson-ordered-words", ProblemCode::NotAllowed, "/lesson/steps/1/prediction/options/1/when/is", "<", "==, !=");
    row("lesson-number-for-outcome", ProblemCode::WrongType, "/lesson/steps/1/prediction/options/1/when/value",
        "number", "string, object");
    row("lesson-unknown-step", ProblemCode::UnknownReference, "/lesson/steps/1/prediction/options/0/when/within",
        "three", "one, two");
    row("lesson-empty-all", ProblemCode::TooFew, "/lesson/steps/1/prediction/options/0/when/all", "0", "1");
    row("lesson-all-and-more", ProblemCode::UnknownField, "/lesson/steps/1/prediction/options/0/when/is", "is", "all");
    row("lesson-unknown-placeholder", ProblemCode::NotAllowed, "/lesson/steps/0/text/en", "{weather}");
    row("lesson-placeholder-of-nobody", ProblemCode::UnknownReference, "/lesson/steps/0/text/en", "mina",
        "minji, junho");
    row("lesson-lone-brace", ProblemCode::NotAllowed, "/lesson/steps/0/text/en", "{");
    row("lesson-try-nothing", ProblemCode::MissingField, "/lesson/try/0", "action");
    row("lesson-try-both", ProblemCode::Conflict, "/lesson/try/0/servers", "servers", "action");
    row("lesson-try-with-time", ProblemCode::UnknownField, "/lesson/try/0/action/at_us", "at_us", "id, do, client");
    row("lesson-try-bad-pointer", ProblemCode::BadPointer, "/lesson/try/0/set/~1servers~1server-9~1weight",
        "/servers/server-9/weight");
    row("lesson-try-bad-value", ProblemCode::OutOfRange, "/lesson/try/0/set/~1servers~1server-1~1weight", "0",
        "1\u2026256");
    row("played-no-branch", ProblemCode::UnknownReference, "/played/branch", "other", "main");
    row("played-bad-value", ProblemCode::BadPointer, "/played/set/~1servers~1server-9~1weight",
        "/servers/server-9/weight");
    row("lesson-run-of-no-branch", ProblemCode::UnknownReference, "/lesson/steps/1/run/branch", "other", "main");
    row("lesson-unknown-operation", ProblemCode::NotAllowed, "/lesson/steps/1/prediction/options/1/when/operation",
        "dance", "log_in, read, write, log_out, login_page");
    row("lesson-clients-of-nobody", ProblemCode::UnknownReference, "/lesson/steps/1/prediction/options/1/when/server",
        "server-9", "server-1, server-2");
    row("lesson-number-for-a-set", ProblemCode::WrongType, "/lesson/steps/1/prediction/options/1/when/value", "number",
        "array, object");
    row("lesson-try-cuts-off-nobody", ProblemCode::UnknownReference, "/lesson/try/0/action/group/0", "server-9",
        "minji, junho, balancer, server-1, server-2");
}

} // namespace

/// Files with one thing wrong each: what is reported of them, and where.
class TestBroken : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void brokenFile_data();
    void brokenFile();
    void everyBrokenFileIsExpected();
};

void TestBroken::brokenFile_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("found");
    QTest::addColumn<QString>("allowed"); // null: not looked at
    QTest::addColumn<int>("line"); // 0: not looked at
    rowsOfTexts();
    rowsOfParts();
    rowsOfLessons();
}

void TestBroken::brokenFile()
{
    QFETCH(int, code);
    QFETCH(QString, place);
    QFETCH(QString, found);
    QFETCH(QString, allowed);
    QFETCH(int, line);
    const QString path = brokenFolder() + u'/' + QString::fromLatin1(QTest::currentDataTag()) + QStringLiteral(".json");
    const Problems problems = problemsOf(scenario::readScenarioFile(path.toStdString()));
    QVERIFY2(problems.size() == 1, qPrintable(described(problems)));
    const Problem &problem = problems.front();
    QVERIFY2(static_cast<int>(problem.code) == code, qPrintable(described(problems)));
    QCOMPARE(QString::fromStdString(problem.place), place);
    QCOMPARE(QString::fromStdString(problem.found), found);
    if (!allowed.isNull())
        QCOMPARE(QString::fromStdString(problem.allowed), allowed);
    if (line > 0)
        QCOMPARE(problem.line, static_cast<std::uint64_t>(line));
    QVERIFY(problem.line > 0);
}

void TestBroken::everyBrokenFileIsExpected()
{
    QStringList files = QDir(brokenFolder()).entryList({QStringLiteral("*.json")}, QDir::Files);
    QVERIFY(files.size() >= 40);
    QFile source(QStringLiteral(SESSIONARIUM_SOURCE_DIR "/tests/core/scenario/tst_broken.cpp"));
    QVERIFY(source.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(source.readAll());
    for (const QString &file : files) {
        const QString row = QStringLiteral("row(\"%1\"").arg(file.chopped(5));
        QVERIFY2(text.contains(row), qPrintable(file + QStringLiteral(" has no row")));
    }
}

QTEST_GUILESS_MAIN(TestBroken)
#include "tst_broken.moc"
