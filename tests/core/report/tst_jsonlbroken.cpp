// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsonltext.h"

#include "tests/support/printing.h"

#include <QTest>

#include <functional>
#include <vector>

using namespace sessionarium;
using namespace sessionarium::tests;
using namespace sessionarium::model;

namespace {

using Lines = std::vector<std::string>;

Lines split(const std::string &text)
{
    Lines lines;
    std::size_t begin = 0;
    for (std::size_t end = text.find('\n'); end != std::string::npos; end = text.find('\n', begin)) {
        lines.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return lines;
}

std::string join(const Lines &lines)
{
    std::string text;
    for (const std::string &line : lines)
        text += line + '\n';
    return text;
}

/// The line of the first record of a kind (whose text has `with`), as an index.
std::size_t indexOf(const Lines &lines, const std::string &kind, const std::string &with = {})
{
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].find("\"kind\":\"" + kind + '"') != std::string::npos && lines[i].find(with) != std::string::npos)
            return i;
    }
    return lines.size();
}

/// A change of the whole file by hand.
struct Edit
{
    Lines lines = split(everyKind());

    /// Within one line; the text must be there, so that no row checks an unchanged file.
    Edit &in(std::size_t line, const std::string &from, const std::string &to)
    {
        const std::size_t at = line < lines.size() ? lines[line].find(from) : std::string::npos;
        if (at == std::string::npos)
            qFatal("nothing to replace: %s", from.c_str());
        lines[line].replace(at, from.size(), to);
        return *this;
    }
    Edit &in(const std::string &kind, const std::string &from, const std::string &to)
    {
        return in(indexOf(lines, kind), from, to);
    }
    [[nodiscard]] QByteArray text() const { return QByteArray::fromStdString(join(lines)); }
};

/// Asks what is in front of the records of a file, in a record that is put where the last line was.
QByteArray withRecord(const std::string &fields)
{
    Edit edit;
    const std::size_t last = edit.lines.size() - 1;
    edit.lines[last - 1] = "{\"id\":89,\"at_us\":20000000,\"cause\":null," + fields + '}';
    return edit.text();
}

} // namespace

/// Files that must be refused; each row changes one thing of a file that is fine.
class TestBrokenJsonLines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void form_data();
    void form();
    void rules_data();
    void rules();
    void limits();
    void cutAnywhere();
    void placeOfTheProblem();
};

void TestBrokenJsonLines::form_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("line");
    const auto row = [](const char *name, const QByteArray &text, ProblemCode code, int line) {
        QTest::newRow(name) << text << static_cast<int>(code) << line;
    };
    const Edit whole;
    const int last = static_cast<int>(whole.lines.size());

    row("nothing", "", ProblemCode::WrongFormat, 0);
    row("no JSON", "GIF89a", ProblemCode::WrongFormat, 1);
    row("a scenario", "{\n  \"format\": \"sessionarium-scenario\", \"version\": 1\n}\n", ProblemCode::WrongFormat, 1);
    row("another format", Edit().in(0, "sessionarium-timeline", "sessionarium-scenario").text(),
        ProblemCode::WrongFormat, 1);
    row("a newer version", Edit().in(0, "\"version\":1", "\"version\":2").text(), ProblemCode::WrongVersion, 1);
    row("version as text", Edit().in(0, "\"version\":1", "\"version\":\"1\"").text(), ProblemCode::BadRecord, 1);
    row("a key of line 1 is missing", Edit().in(0, "\"policy\":\"custom\",", "").text(), ProblemCode::BadRecord, 1);
    row("seed beyond 64 bits", Edit().in(0, "18446744073709551615", "18446744073709551616").text(),
        ProblemCode::BadRecord, 1);
    row("negative duration", Edit().in(0, "\"duration_us\":60000000", "\"duration_us\":-1").text(),
        ProblemCode::BadRecord, 1);
    row("duration beyond 2^53", Edit().in(0, "\"duration_us\":60000000", "\"duration_us\":9007199254740992").text(),
        ProblemCode::BadRecord, 1);
    row("a string twice", Edit().in(0, "\"cart\"]", "\"cart\",\"user\"]").text(), ProblemCode::BadRecord, 1);
    row("an entity twice", Edit().in(0, "\"id\":\"junho\"", "\"id\":\"minji\"").text(), ProblemCode::BadRecord, 1);
    row("an entity that is no string", Edit().in(0, "\"id\":\"junho\"", "\"id\":\"jiyu\"").text(),
        ProblemCode::BadRecord, 1);
    row("a type that is none", Edit().in(0, "\"type\":\"balancer\"", "\"type\":\"store\"").text(),
        ProblemCode::BadRecord, 1);
    row("a name in one language", Edit().in(0, "\"ko\":\"민지\",", "").text(), ProblemCode::BadRecord, 1);
    row("something after line 1's object", Edit().in(0, "]}", "]}{").text(), ProblemCode::BadRecord, 1);

    row("an empty line", Edit().in(4, whole.lines[4], "").text(), ProblemCode::BadRecord, 5);
    row("keys in another order",
        Edit().in(1, "\"cause\":null,\"entity\":\"minji\"", "\"entity\":\"minji\",\"cause\":null").text(),
        ProblemCode::BadRecord, 2);
    row("an unknown key", Edit().in(1, "\"queue_limit\":0", "\"queue_limit\":0,\"weight\":1").text(),
        ProblemCode::BadRecord, 2);
    row("a field is missing", Edit().in(1, ",\"queue_limit\":0", "").text(), ProblemCode::BadRecord, 2);
    row("a comma too many", Edit().in(1, "\"queue_limit\":0", "\"queue_limit\":0,").text(), ProblemCode::BadRecord, 2);
    row("an unknown kind", Edit().in(6, "action_taken", "action_token").text(), ProblemCode::BadRecord, 7);
    row("a word that is none", Edit().in(6, "\"do\":\"log_in\"", "\"do\":\"login\"").text(), ProblemCode::BadRecord, 7);
    row("null where a word must be", Edit().in(6, "\"do\":\"log_in\"", "\"do\":null").text(), ProblemCode::BadRecord,
        7);
    row("a fraction", Edit().in(6, "1000000", "1000000.0").text(), ProblemCode::BadRecord, 7);
    row("an exponent", Edit().in(6, "1000000", "1e6").text(), ProblemCode::BadRecord, 7);
    row("a leading zero", Edit().in(6, "1000000", "01000000").text(), ProblemCode::BadRecord, 7);
    row("a plus", Edit().in(6, "1000000", "+1000000").text(), ProblemCode::BadRecord, 7);
    row("beyond 64 bits", Edit().in(6, "1000000", "18446744073709551616").text(), ProblemCode::BadRecord, 7);
    row("beyond 32 bits", Edit().in("service_ended", "200", "4294967296").text(), ProblemCode::BadRecord,
        static_cast<int>(indexOf(whole.lines, "service_ended")) + 1);
    row("none written as a number", Edit().in("sent", "\"transit_us\":500", "\"transit_us\":4294967295").text(),
        ProblemCode::BadRecord, static_cast<int>(indexOf(whole.lines, "sent")) + 1);
    row("flag as a number", Edit().in("sent", "\"lost\":false", "\"lost\":0").text(), ProblemCode::BadRecord,
        static_cast<int>(indexOf(whole.lines, "sent")) + 1);
    for (const char *write : {"minji", "minji:", "minji:0", "minji:01", "minji:-1", "minji: 1", "minji:1 ", ":1",
                              "nobody:1", "minji:4294967296", "minji:99999999999999999999"}) {
        const QByteArray name = QByteArray("a write id that is none: ") + write;
        row(name.constData(), Edit().in("request_issued", "\"minji:1\"", '"' + std::string(write) + '"').text(),
            ProblemCode::BadRecord, static_cast<int>(indexOf(whole.lines, "request_issued")) + 1);
    }
    row("a raw control character", Edit().in(6, "log-in", "log\x01in").text(), ProblemCode::BadRecord, 7);
    row("an unknown escape", Edit().in(6, "log-in", "log\\xin").text(), ProblemCode::BadRecord, 7);
    row("half an escape", Edit().in(6, "log-in", "log\\u12").text(), ProblemCode::BadRecord, 7);
    row("a high surrogate alone", Edit().in(6, "log-in", "\\ud83dx").text(), ProblemCode::BadRecord, 7);
    row("a low surrogate alone", Edit().in(6, "log-in", "\\ude00").text(), ProblemCode::BadRecord, 7);
    row("two high surrogates", Edit().in(6, "log-in", "\\ud83d\\ud83d").text(), ProblemCode::BadRecord, 7);
    row("a lone continuation byte", Edit().in(6, "log-in", "a\x80z").text(), ProblemCode::NotUtf8, 7);
    row("an overlong form", Edit().in(6, "log-in", "\xC0\xAF").text(), ProblemCode::NotUtf8, 7);
    row("an overlong form of three", Edit().in(6, "log-in", "\xE0\x80\xAF").text(), ProblemCode::NotUtf8, 7);
    row("a surrogate in UTF-8", Edit().in(6, "log-in", "\xED\xA0\x80").text(), ProblemCode::NotUtf8, 7);
    row("beyond U+10FFFF", Edit().in(6, "log-in", "\xF4\x90\x80\x80").text(), ProblemCode::NotUtf8, 7);
    row("a character cut short", Edit().in(6, "log-in", "\xEC\x82").text(), ProblemCode::NotUtf8, 7);
    row("UTF-8 beside an escape", Edit().in(6, "log-in", "\\n\xFF").text(), ProblemCode::NotUtf8, 7);
    row("nested values", Edit().in(6, "\"log-in\"", "[[[[[[[[[[\"log-in\"]]]]]]]]]]").text(), ProblemCode::BadRecord,
        7);

    Edit missing;
    missing.lines.erase(missing.lines.begin() + 30);
    row("a line is missing", missing.text(), ProblemCode::BadRecord, 31);
    Edit twice;
    twice.lines.insert(twice.lines.begin() + 30, twice.lines[30]);
    row("a line stands twice", twice.text(), ProblemCode::BadRecord, 32);
    Edit noLast;
    noLast.lines.pop_back();
    row("the last line is missing", noLast.text(), ProblemCode::Truncated, last - 1);
    Edit fewer;
    fewer.lines.erase(fewer.lines.end() - 2);
    row("a record is missing at the end", fewer.text(), ProblemCode::WrongCount, last - 1);
    row("a time was changed", Edit().in("failed", "11001100", "11001101").text(), ProblemCode::WrongFingerprint, last);
    row("a text was changed to another known one",
        Edit().in("session_missing", "0123456789ABCDEF0123456789ABCDEF", "log-in").text(),
        ProblemCode::WrongFingerprint, last);
    row("another fingerprint", Edit().in(static_cast<std::size_t>(last) - 1, "ea53", "EA53").text(),
        ProblemCode::WrongFingerprint, last);
    row("a line after the last", whole.text() + "\n", ProblemCode::BadRecord, last + 1);
    row("a byte after the last line", whole.text() + " ", ProblemCode::BadRecord, last + 1);
    row("two timelines", whole.text() + whole.text(), ProblemCode::BadRecord, last + 1);
}

void TestBrokenJsonLines::form()
{
    QFETCH(QByteArray, text);
    QFETCH(int, code);
    QFETCH(int, line);
    const auto read = report::readJsonLines(text.toStdString(), manyRecords);
    QVERIFY(!read.ok());
    QCOMPARE(read.problems().size(), std::size_t(1));
    const Problem &problem = read.problems().front();
    if (static_cast<int>(problem.code) != code || static_cast<int>(problem.line) != line)
        qWarning("%s", toString(problem));
    QCOMPARE(static_cast<int>(problem.code), code);
    QCOMPARE(static_cast<int>(problem.line), line);
}

void TestBrokenJsonLines::rules_data()
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
    record("an entity joins twice",
           server + R"(null,"kind":"entity_added","type":"server","address":null,"capacity":1,"queue_limit":1)",
           "entity");
    record(
        "an entity without an id",
        R"("entity":"","request":null,"kind":"entity_added","type":"server","address":null,"capacity":1,"queue_limit":1)",
        "entity");
    record(
        "a second balancer",
        R"("entity":"balancer-2","request":null,"kind":"entity_added","type":"balancer","address":null,"capacity":0,"queue_limit":0)",
        "type");
    record("an unknown entity", R"("entity":"nobody","request":null,"kind":"crashed")", "entity");
    record("no entity", R"("entity":null,"request":null,"kind":"crashed")", "entity");
    record("a session id as entity", R"("entity":"JSESSIONID","request":null,"kind":"crashed")", "entity");
    record("an unknown entity in a field",
           client + R"(5,"kind":"sent","message":"request","to":"server-9","transit_us":1,"lost":false,"size_bytes":1)",
           "to");

    record("an unknown request", server + R"(6,"kind":"service_started")", "request");
    record(
        "a request number is left out",
        client
            + R"(7,"kind":"request_issued","operation":"read","attribute":null,"item":null,"write":null,"session":null)",
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
            + R"(6,"kind":"request_issued","operation":"read","attribute":null,"item":null,"write":null,"session":null)",
        "entity");
    record(
        "a read that writes",
        client
            + R"(6,"kind":"request_issued","operation":"read","attribute":"cart","item":null,"write":"minji:4","session":null)",
        "attribute");
    record(
        "a write without attribute",
        client
            + R"(6,"kind":"request_issued","operation":"write","attribute":null,"item":null,"write":"minji:4","session":null)",
        "attribute");
    record(
        "a log-in of another attribute",
        client
            + R"(6,"kind":"request_issued","operation":"log_in","attribute":"cart","item":null,"write":"minji:4","session":null)",
        "attribute");
    record(
        "a write without its id",
        client
            + R"(6,"kind":"request_issued","operation":"write","attribute":"cart","item":null,"write":null,"session":null)",
        "write");
    record(
        "a write id is left out",
        client
            + R"(6,"kind":"request_issued","operation":"write","attribute":"cart","item":null,"write":"minji:5","session":null)",
        "write");
    record(
        "a write id twice",
        client
            + R"(6,"kind":"request_issued","operation":"write","attribute":"cart","item":null,"write":"minji:3","session":null)",
        "write");
    record(
        "somebody else's write id",
        client
            + R"(6,"kind":"request_issued","operation":"write","attribute":"cart","item":null,"write":"junho:1","session":null)",
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
           "entity");
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

    record("a session is found that is not there",
           server + R"(5,"kind":"session_found","session":"7C1E6A0B9D3F42585A6C0E9B1D2F3A47")", "session");
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
                R"("kind":"session_created","session":"7C1E6A0B9D3F42585A6C0E9B1D2F3A47","client":"minji","role":"replica")")
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
    record("a running server restarts", server + R"(null,"kind":"restarted")", "entity");
    Edit afterCut;
    afterCut.lines.insert(
        afterCut.lines.end() - 1,
        R"({"id":90,"at_us":20000000,"cause":null,"entity":"server-1","request":null,"kind":"crashed"})");
    row("something happens after the cut", afterCut.text(), "kind");
}

void TestBrokenJsonLines::rules()
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

void TestBrokenJsonLines::limits()
{
    const std::string text = everyKind();
    QVERIFY(report::readJsonLines(text, 90).ok());
    const auto tooMany = report::readJsonLines(text, 89);
    QVERIFY(!tooMany.ok());
    QCOMPARE(tooMany.problems().front(), (Problem {ProblemCode::TooMany, {}, "90", "89", 91, 0}));

    const auto problemOf = [](const QByteArray &broken) {
        const auto read = report::readJsonLines(broken.toStdString(), manyRecords);
        return read.ok() ? Problem {} : read.problems().front();
    };
    // A text at the limit is fine (the fingerprint covers numbers, not texts), one byte more is not.
    QVERIFY(
        report::readJsonLines(Edit().in(6, "log-in", std::string(1000, 'x')).text().toStdString(), manyRecords).ok());
    Problem problem = problemOf(Edit().in(6, "log-in", std::string(1001, 'x')).text());
    QCOMPARE(problem.code, ProblemCode::BadRecord);
    QCOMPARE(problem.found, std::string("action"));
    problem = problemOf(Edit().in(6, "log-in", "\\n" + std::string(1000, 'x')).text());
    QCOMPARE(problem.code, ProblemCode::BadRecord);
    QCOMPARE(problem.found, std::string("action"));

    problem = problemOf(Edit().in(6, "\"action\"", std::string(70000, ' ') + "\"action\"").text());
    QCOMPARE(problem.code, ProblemCode::BadRecord);
    QCOMPARE(problem.line, 7u);
    QCOMPARE(problem.found, std::string("line"));

    // 100 MB without a line feed are given up at the limit of line 1.
    const auto endless = report::readJsonLines(std::string(100'000'000, ' '), manyRecords);
    QVERIFY(!endless.ok());
    QCOMPARE(endless.problems().front().line, 1u);
    const auto deep = report::readJsonLines(std::string(10'000'000, '['), manyRecords);
    QVERIFY(!deep.ok());
    QCOMPARE(deep.problems().front().code, ProblemCode::WrongFormat);
}

void TestBrokenJsonLines::cutAnywhere()
{
    const std::string text = everyKind();
    const std::size_t header = text.find('\n');
    for (std::size_t size = 0; size + 1 < text.size(); ++size) {
        const auto read = report::readJsonLines(std::string_view(text).substr(0, size), manyRecords);
        QVERIFY2(!read.ok(), qPrintable(QString::number(size)));
        const ProblemCode code = read.problems().front().code;
        // Within the word of the format nobody knows what it was to become.
        const bool early = size <= std::string_view("{\"format\":\"sessionarium-timeline\"").size();
        const bool inName = size < header; // a character of a name may be cut in two
        const bool expected = code == ProblemCode::Truncated || (early && code == ProblemCode::WrongFormat)
            || (inName && code == ProblemCode::NotUtf8);
        if (!expected)
            qWarning("after %zu bytes: %s", size, toString(read.problems().front()));
        QVERIFY(expected);
    }
}

void TestBrokenJsonLines::placeOfTheProblem()
{
    const Edit edit = Edit().in(6, "\"do\":\"log_in\"", "\"do\":\"login\"");
    const auto read = report::readJsonLines(edit.text().toStdString(), manyRecords);
    QVERIFY(!read.ok());
    const Problem &problem = read.problems().front();
    QCOMPARE(problem.line, 7u);
    QCOMPARE(problem.column, edit.lines[6].find("\"login\"") + 1);
    QCOMPARE(problem.found, std::string("do"));
}

QTEST_GUILESS_MAIN(TestBrokenJsonLines)
#include "tst_jsonlbroken.moc"
