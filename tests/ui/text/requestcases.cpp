// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/text/recordcase.h"

namespace sessionarium::test {
namespace {

using namespace model;

constexpr EntityId c = OneRecord::minji;
constexpr EntityId b = OneRecord::balancer;
constexpr EntityId s = OneRecord::server1;
constexpr EntityId t = OneRecord::server2;
constexpr EntityId store = OneRecord::store;
constexpr EntityId replica = OneRecord::replica;
constexpr StringId sid = OneRecord::session;
constexpr WriteId write = OneRecord::write;

std::vector<Case> joining()
{
    const auto ofStore = [](Persistence persistence) {
        return EntityAdded {EntityType::Store, {}, 0, 0, persistence, {}};
    };
    return {
        {"client joins", c, EntityAdded {EntityType::Client, {}, 0, 0, {}, {}}, "민지 님이 접속할 준비를 마쳤습니다.",
         "Minji is here."},
        {"balancer joins", b, EntityAdded {EntityType::Balancer, {}, 0, 0, {}, {}}},
        {"server joins", s, EntityAdded {EntityType::Server, {}, 4, 100, {}, {}},
         "서버 1 참여: 요청을 동시에 4개까지 처리합니다.", "Server 1 joins; it serves 4 requests at a time."},
        {"server with one place", s, EntityAdded {EntityType::Server, {}, 1, 100, {}, {}}, nullptr,
         "Server 1 joins; it serves 1 request at a time."},
        {"store in memory", store, ofStore(Persistence::None), "저장소에서 세션을 보관합니다. 디스크에 남는 것: 없음.",
         "Store keeps the sessions. On its disk: nothing."},
        {"store with snapshots", store, ofStore(Persistence::Snapshots)},
        {"store with a log", store, ofStore(Persistence::LogNever)},
        {"store that flushes each second", store, ofStore(Persistence::LogEverySecond),
         "저장소에서 세션을 보관합니다. 디스크에 남는 것: 로그(1초마다 디스크 기록).", nullptr},
        {"store that flushes always", store, ofStore(Persistence::LogAlways)},
        {"database", store, ofStore(Persistence::Disk), nullptr,
         "Store keeps the sessions. On its disk: everything (disk database)."},
        {"replica joins", replica, EntityAdded {EntityType::Store, {}, 0, 0, {}, store},
         "저장소 복제본 참여: 저장소의 복제본 역할을 합니다.", "Store replica joins as the replica of Store."},
    };
}

std::vector<Case> asking()
{
    return {
        {"log-in asked", c, RequestIssued {Operation::LogIn, {}, {}, write, {}},
         "민지 님이 로그인을 요청합니다. 세션 쿠키는 없습니다.",
         "Minji asks to log in. The request carries no session cookie."},
        {"read asked", c, RequestIssued {Operation::Read, {}, {}, {}, sid},
         "민지 님이 페이지를 요청합니다. 7C1E… 세션의 쿠키를 함께 보냅니다.",
         "Minji asks for the page. The request carries session 7C1E…."},
        {"write asked", c, RequestIssued {Operation::Write, OneRecord::cart, OneRecord::apple, write, {}},
         "민지 님이 장바구니에 담기를 요청합니다: 사과. 세션 쿠키는 없습니다.", nullptr},
        {"log-out asked", c, RequestIssued {Operation::LogOut, {}, {}, {}, {}}},
        {"login page asked", c, RequestIssued {Operation::LoginPage, {}, {}, {}, {}}},
    };
}

std::vector<Case> choosing()
{
    return {
        {"chosen by turn", b, Forwarded {t, ForwardReason::Balanced, {}},
         "로드 밸런서에서 차례에 따라 요청을 서버 2에 보냅니다.", "Load balancer chooses Server 2: its turn."},
        {"chosen by pin", b, Forwarded {t, ForwardReason::Pinned, {}}},
        {"pin ignored", b, Forwarded {t, ForwardReason::PinIgnoredDown, s},
         "로드 밸런서에서 고정과 달리 요청을 서버 2에 보냅니다: 서버 1 다운.", nullptr},
        {"redispatched", b, Forwarded {t, ForwardReason::Redispatched, s}},
        {"hashed", b, Forwarded {t, ForwardReason::Hashed, {}},
         "로드 밸런서에서 사용자 주소에 따라 요청을 서버 2에 보냅니다.",
         "Load balancer chooses Server 2 by the address of the user."},
        {"pin moved by an operator", b, Forwarded {t, ForwardReason::PinMoved, {}},
         "운영자가 옮긴 고정에 따라 로드 밸런서에서 요청을 서버 2에 보냅니다.", nullptr},
        {"refused, again soon", b, ConnectFailed {s, ConnectError::Refused, 1, 1'000'000}, nullptr,
         "Load balancer cannot connect to Server 1: refused (attempt 1). Next attempt in 1.0 s."},
        {"refused, for good", b, ConnectFailed {s, ConnectError::Refused, 4, never},
         "로드 밸런서에서 서버 1에 연결하지 못했습니다: 연결 거부(4번째 시도).",
         "Load balancer cannot connect to Server 1: refused (attempt 4)."},
        {"no answer", b, ConnectFailed {s, ConnectError::NoAnswer, 1, never}},
        {"client refused", c, ConnectFailed {s, ConnectError::Refused, 1, never},
         "민지 님이 서버 1에 연결하지 못했습니다: 연결 거부(1번째 시도).",
         "Minji cannot connect to Server 1: refused (attempt 1)."},
        {"client not answered", c, ConnectFailed {s, ConnectError::NoAnswer, 1, never}},
        {"store refuses", s, ConnectFailed {store, ConnectError::Refused, 1, never}},
        {"reset", b, ConnectionReset {s}},
        {"reset of a client", c, ConnectionReset {b},
         "응답이 오기 전에 민지 님과 로드 밸런서 사이의 연결이 끊어졌습니다.", nullptr},
    };
}

std::vector<Case> refusing()
{
    return {
        {"no server", b, Rejected {503, RejectReason::NoServer}},
        {"not reached", b, Rejected {503, RejectReason::ConnectFailed}},
        {"server lost", b, Rejected {502, RejectReason::ServerLost}},
        {"queue full", s, Rejected {503, RejectReason::QueueFull}},
        {"server too slow", b, Rejected {504, RejectReason::ServerTimeout},
         "로드 밸런서에서 직접 504 응답을 보냅니다: 서버의 응답이 없습니다.", nullptr},
        {"store not there", s, Rejected {503, RejectReason::StoreUnavailable},
         "서버 1에서 503 응답을 보냅니다: 저장소를 쓸 수 없습니다.", "Server 1 answers 503: it cannot use its store."},
        {"session gone", s, Rejected {500, RejectReason::SessionGone}},
    };
}

std::vector<Case> serving()
{
    return {
        {"queued", s, RequestQueued {2}, "서버 1의 대기열에서 요청이 기다립니다. 기다리는 요청은 모두 2개입니다.",
         nullptr},
        {"served", s, ServiceStarted {}},
        {"serving ended", s, ServiceEnded {401}},
        {"no cookie", s, CookieAbsent {}, "요청에 세션 ID가 없습니다. 서버 1에게는 모르는 사람입니다.",
         "The request brings no session id: a stranger to Server 1."},
        {"session made", s, SessionCreated {sid, c, CopyRole::InCharge}, "서버 1에 민지 님의 7C1E… 세션이 생깁니다.",
         nullptr},
        {"copy made", t, SessionCreated {sid, c, CopyRole::Replica}, "서버 2에 7C1E… 세션의 빈 사본이 생깁니다.",
         "Server 2 holds a copy of session 7C1E…, still empty."},
        {"session found", s, SessionFound {sid}},
        {"session missing", s, SessionMissing {sid}, "서버 1에는 7C1E… 세션이 없습니다.",
         "Server 1 has no session 7C1E…."},
        {"logged out", s, SessionEnded {sid, SessionEnd::LoggedOut}},
        {"expired", s, SessionEnded {sid, SessionEnd::Expired}},
        {"revoked", store, SessionEnded {sid, SessionEnd::Revoked},
         "저장소에서 7C1E… 세션을 지웁니다: 운영자의 무효화.", "Store drops session 7C1E…: revoked by an operator."},
        {"replaced", replica, SessionEnded {sid, SessionEnd::Replaced}},
        {"write applied", s, WriteApplied {sid, OneRecord::cart, write, {}},
         "서버 1에서 7C1E… 세션에 기록합니다: 사과.", "Server 1 writes into session 7C1E…: apple."},
    };
}

std::vector<Case> answering()
{
    return {
        {"value shown", c, AttributeShown {OneRecord::cart, write},
         "응답에 장바구니 내용이 보입니다: 마지막 기록은 사과.", "The answer shows the cart; last put in: apple."},
        {"nothing shown", c, AttributeShown {OneRecord::cart, {}}, "응답에 장바구니 내용이 보입니다: 비어 있음.",
         "The answer shows an empty cart."},
        {"session cookie", c, CookieStored {OneRecord::sessionCookie, sid}, nullptr,
         "The browser of Minji keeps cookie JSESSIONID: 7C1E…."},
        {"pin cookie", c, CookieStored {OneRecord::pinCookie, OneRecord::server2Name}, nullptr,
         "The browser of Minji keeps cookie SERVERID: Server 2."},
        {"cookie deleted", c, CookieDeleted {OneRecord::sessionCookie}},
        {"recognised", c, Answered {200, write, {}}, nullptr, "Minji gets 200 and is recognised."},
        {"a stranger", c, Answered {401, {}, {}}, "민지 님이 401 응답을 받습니다: 서버가 누구인지 알아보지 못합니다.",
         "Minji gets 401: a stranger to the server."},
        {"to the login page", c, Answered {302, {}, {}}},
        {"an error", c, Answered {503, {}, {}}, nullptr, "Minji sees an error: 503."},
        {"a page for all", c, Answered {200, {}, {}}, nullptr, "Minji gets 200."},
        {"no connection", c, Failed {FailReason::ConnectFailed}},
        {"connection broke", c, Failed {FailReason::ConnectionReset}},
        {"timed out", c, Failed {FailReason::TimedOut}},
    };
}

} // namespace

std::vector<Case> requestCases()
{
    std::vector<Case> all;
    for (const std::vector<Case> &part : {joining(), asking(), choosing(), refusing(), serving(), answering()})
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

} // namespace sessionarium::test
