// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/names.h"
#include "core/timeline/timeline.h"
#include "ui/text/recordtext.h"

#include <QtTest>

#include <QSet>

using namespace sessionarium;
using namespace sessionarium::ui::text;

namespace {

/// A timeline of one record; strings: 0 minji … 3 server-2, 4 user, 5 cart, 6 apple, 7 a session id, 8 JSESSIONID,
/// 9 SERVERID.
class OneRecord
{
public:
    OneRecord(model::EntityId entity, const model::Fact &fact)
    {
        timeline::RunInfo info;
        info.strings = {"minji",      "balancer", "server-1", "server-2",
                        "user",       "cart",     "apple",    "7C1E6A0B9D3F42585A6C0E9B1D2F3A47",
                        "JSESSIONID", "SERVERID"};
        info.entities = {{"minji", model::EntityType::Client, {"민지", "Minji"}},
                         {"balancer", model::EntityType::Balancer, {}},
                         {"server-1", model::EntityType::Server, {}},
                         {"server-2", model::EntityType::Server, {}}};
        m_timeline.begin(info);
        // Makes the write 1 of Minji known.
        append(
            {model::SimTime {0},
             {},
             minji,
             model::RequestId(0),
             model::RequestIssued {model::Operation::Write, model::StringId(5), model::StringId(6), write, session}});
        append({model::SimTime {1}, {}, entity, model::RequestId(0), fact});
        m_timeline.end();
    }

    [[nodiscard]] QString sentence(Language language) const
    {
        const Translator translator(language);
        return recordSentence(Names(m_timeline, nullptr, language), model::RecordId(1));
    }

    static constexpr model::EntityId minji {0};
    static constexpr model::EntityId balancer {1};
    static constexpr model::EntityId server1 {2};
    static constexpr model::EntityId server2 {3};
    static constexpr model::WriteId write {minji, 1};
    static constexpr model::StringId session {7};

private:
    void append(const timeline::Record &record) { m_timeline.append(model::RecordId(m_timeline.size()), record); }

    timeline::Timeline m_timeline;
};

constexpr std::uint32_t never = 0xFFFFFFFFu;

struct Case
{
    const char *name;
    model::EntityId entity;
    model::Fact fact;
    const char *ko; ///< Null: only the rules below are checked.
    const char *en;
};

/// Every kind of fact with every reason: a new alternative must find its row here (see allKindsAreHere).
std::vector<Case> cases()
{
    using namespace model;
    const EntityId c = OneRecord::minji;
    const EntityId b = OneRecord::balancer;
    const EntityId s = OneRecord::server1;
    const EntityId t = OneRecord::server2;
    const StringId sid = OneRecord::session;
    std::vector<Case> all {
        {"client joins", c, EntityAdded {EntityType::Client, {}, 0, 0, {}, {}}, nullptr, nullptr},
        {"balancer joins", b, EntityAdded {EntityType::Balancer, {}, 0, 0, {}, {}}, nullptr, nullptr},
        {"server joins", s, EntityAdded {EntityType::Server, {}, 4, 100, {}, {}},
         "서버 1 참여: 요청을 동시에 4개까지 처리합니다.", "Server 1 joins; it serves 4 requests at a time."},
        {"server with one place", s, EntityAdded {EntityType::Server, {}, 1, 100, {}, {}}, nullptr,
         "Server 1 joins; it serves 1 request at a time."},
        {"log-in asked", c, RequestIssued {Operation::LogIn, {}, {}, OneRecord::write, {}},
         "민지 님이 로그인을 요청합니다. 세션 쿠키는 없습니다.", "Minji asks to log in. It carries no session cookie."},
        {"read asked", c, RequestIssued {Operation::Read, {}, {}, {}, sid}, nullptr,
         "Minji asks for the page. It carries session 7C1E…."},
        {"write asked", c, RequestIssued {Operation::Write, StringId(5), StringId(6), OneRecord::write, {}},
         "민지 님이 장바구니에 담기를 요청합니다: 사과. 세션 쿠키는 없습니다.", nullptr},
        {"log-out asked", c, RequestIssued {Operation::LogOut, {}, {}, {}, {}}, nullptr, nullptr},
        {"login page asked", c, RequestIssued {Operation::LoginPage, {}, {}, {}, {}}, nullptr, nullptr},
        {"request leaves", c, Sent {MessageKind::Request, b, {500}, false, 500},
         "민지 님의 요청이 로드 밸런서 쪽으로 출발합니다. 가는 데 0.5 ms 걸립니다.",
         "The request of user Minji leaves for Load balancer. On the way for 0.5 ms."},
        {"request goes on", b, Sent {MessageKind::Request, s, {500}, false, 500}, nullptr, nullptr},
        {"request lost", b, Sent {MessageKind::Request, s, {500}, true, 500}, nullptr, nullptr},
        {"transit unknown", b, Sent {MessageKind::Request, s, {}, false, 500}, nullptr,
         "The request goes on from Load balancer to Server 1."},
        {"response to user", b, Sent {MessageKind::Response, c, {500}, false, 500}, nullptr, nullptr},
        {"response to balancer", s, Sent {MessageKind::Response, b, {500}, false, 500}, nullptr, nullptr},
        {"chosen by turn", b, Forwarded {t, ForwardReason::Balanced, {}},
         "로드 밸런서에서 차례에 따라 서버 2에 보냅니다.", "Load balancer chooses Server 2: its turn."},
        {"chosen by pin", b, Forwarded {t, ForwardReason::Pinned, {}}, nullptr, nullptr},
        {"pin ignored", b, Forwarded {t, ForwardReason::PinIgnoredDown, s}, nullptr, nullptr},
        {"redispatched", b, Forwarded {t, ForwardReason::Redispatched, s}, nullptr, nullptr},
        {"refused, again soon", b, ConnectFailed {s, ConnectError::Refused, 1, 1'000'000}, nullptr,
         "Load balancer cannot connect to Server 1: refused (attempt 1). Next attempt in 1.0 s."},
        {"refused, for good", b, ConnectFailed {s, ConnectError::Refused, 4, never}, nullptr,
         "Load balancer cannot connect to Server 1: refused (attempt 4)."},
        {"no answer", b, ConnectFailed {s, ConnectError::NoAnswer, 1, never}, nullptr, nullptr},
        {"reset", b, ConnectionReset {s}, nullptr, nullptr},
        {"no server", b, Rejected {503, RejectReason::NoServer}, nullptr, nullptr},
        {"not reached", b, Rejected {503, RejectReason::ConnectFailed}, nullptr, nullptr},
        {"server lost", b, Rejected {502, RejectReason::ServerLost}, nullptr, nullptr},
        {"queue full", s, Rejected {503, RejectReason::QueueFull}, nullptr, nullptr},
        {"queued", s, RequestQueued {2}, "서버 1의 대기열에서 요청이 기다립니다. 기다리는 요청은 모두 2개입니다.",
         nullptr},
        {"served", s, ServiceStarted {}, nullptr, nullptr},
        {"serving ended", s, ServiceEnded {401}, nullptr, nullptr},
        {"no cookie", s, CookieAbsent {}, nullptr, nullptr},
        {"session made", s, SessionCreated {sid, c, CopyRole::InCharge}, "서버 1에 민지 님의 7C1E… 세션이 생깁니다.",
         nullptr},
        {"session found", s, SessionFound {sid}, nullptr, nullptr},
        {"session missing", s, SessionMissing {sid}, "서버 1에는 7C1E… 세션이 없습니다.",
         "Server 1 has no session 7C1E…."},
        {"logged out", s, SessionEnded {sid, SessionEnd::LoggedOut}, nullptr, nullptr},
        {"expired", s, SessionEnded {sid, SessionEnd::Expired}, nullptr, nullptr},
        {"write applied", s, WriteApplied {sid, StringId(5), OneRecord::write, {}},
         "서버 1에서 7C1E… 세션에 기록합니다: 사과.", "Server 1 writes into session 7C1E…: apple."},
        {"value shown", c, AttributeShown {StringId(5), OneRecord::write}, nullptr, nullptr},
        {"nothing shown", c, AttributeShown {StringId(5), {}}, nullptr, nullptr},
        {"session cookie", c, CookieStored {StringId(8), sid}, nullptr,
         "The browser of Minji keeps cookie JSESSIONID: 7C1E…."},
        {"pin cookie", c, CookieStored {StringId(9), StringId(3)}, nullptr,
         "The browser of Minji keeps cookie SERVERID: Server 2."},
        {"cookie deleted", c, CookieDeleted {StringId(8)}, nullptr, nullptr},
        {"recognised", c, Answered {200, OneRecord::write, {}}, nullptr, "Minji gets 200 and is recognised."},
        {"a stranger", c, Answered {401, {}, {}}, "민지 님이 401 응답을 받습니다: 서버가 누구인지 알아보지 못합니다.",
         "Minji gets 401: a stranger to the server."},
        {"to the login page", c, Answered {302, {}, {}}, nullptr, nullptr},
        {"an error", c, Answered {503, {}, {}}, nullptr, "Minji sees an error: 503."},
        {"a page for all", c, Answered {200, {}, {}}, nullptr, "Minji gets 200."},
        {"no connection", c, Failed {FailReason::ConnectFailed}, nullptr, nullptr},
        {"connection broke", c, Failed {FailReason::ConnectionReset}, nullptr, nullptr},
        {"timed out", c, Failed {FailReason::TimedOut}, nullptr, nullptr},
        {"crashed", s, Crashed {}, "서버 1 다운. 메모리에 있던 것이 모두 사라집니다.", nullptr},
        {"restarted", s, Restarted {}, nullptr, nullptr},
        {"cut", b, RunCut {}, nullptr, nullptr},
    };
    for (std::size_t i = 0; i < EnumNames<ActionKind>::values.size(); ++i) {
        const auto verb = static_cast<ActionKind>(i);
        const bool ofUser = verb < ActionKind::Crash;
        all.push_back(
            {EnumNames<ActionKind>::values.at(i).data(), ofUser ? c : s, ActionTaken {{}, verb}, nullptr, nullptr});
        all.push_back(
            {EnumNames<ActionKind>::values.at(i).data(), ofUser ? c : s, NotApplicable {{}, verb}, nullptr, nullptr});
    }
    for (const MessageKind message : {MessageKind::Request, MessageKind::Response}) {
        for (const DropReason reason : {DropReason::ProcessDown, DropReason::ConnectionGone, DropReason::TooLate})
            all.push_back({"dropped", s, Dropped {message, reason}, nullptr, nullptr});
    }
    return all;
}

} // namespace

class RecordTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allKindsAreHere()
    {
        QSet<std::size_t> kinds;
        for (const Case &each : cases())
            kinds.insert(each.fact.index());
        QCOMPARE(kinds.size(), static_cast<qsizetype>(model::factKindCount));
    }

    void sentences()
    {
        QSet<QString> korean;
        QSet<QString> english;
        for (const Case &each : cases()) {
            const OneRecord record(each.entity, each.fact);
            const QString ko = record.sentence(Language::Korean);
            const QString en = record.sentence(Language::English);
            const QByteArray context = QByteArray(each.name) + ": " + ko.toUtf8() + " / " + en.toUtf8();
            for (const QString &sentence : {ko, en}) {
                QVERIFY2(sentence.endsWith(QLatin1Char('.')), context.constData());
                QVERIFY2(!sentence.contains(QLatin1Char('%')), context.constData());
            }
            QVERIFY2(!korean.contains(ko) && !english.contains(en), context.constData()); // tells each from the others
            korean.insert(ko);
            english.insert(en);
            QVERIFY2(ko.contains(QRegularExpression(QStringLiteral("[가-힣]"))), context.constData());
            QVERIFY2(!en.contains(QRegularExpression(QStringLiteral("[가-힣]"))), context.constData());
            if (each.ko)
                QCOMPARE(ko, QString::fromUtf8(each.ko));
            if (each.en)
                QCOMPARE(en, QString::fromUtf8(each.en));
        }
    }

    void kindTitles()
    {
        Translator translator(Language::Korean);
        QSet<QString> titles;
        QSet<std::size_t> kinds;
        for (const Case &each : cases()) {
            const QString title = kindTitle(each.fact);
            QVERIFY2(!title.isEmpty() && title.size() <= 14, qPrintable(title));
            QVERIFY2(title.contains(QRegularExpression(QStringLiteral("[가-힣]"))), qPrintable(title));
            if (!kinds.contains(each.fact.index()) && !std::holds_alternative<model::Sent>(each.fact)) {
                QVERIFY2(!titles.contains(title), qPrintable(title));
                titles.insert(title);
            }
            kinds.insert(each.fact.index());
        }
    }
};

QTEST_GUILESS_MAIN(RecordTextTest)
#include "tst_recordtext.moc"
