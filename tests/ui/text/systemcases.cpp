// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/names.h"
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

struct Way
{
    EntityId from;
    EntityId to;
};

Way wayOf(MessageKind kind)
{
    switch (kind) {
    case MessageKind::Request:
    case MessageKind::Check:
        return {b, s};
    case MessageKind::Response:
        return {s, b};
    case MessageKind::StoreLoad:
    case MessageKind::StoreSave:
    case MessageKind::StoreDelete:
        return {s, store};
    case MessageKind::StoreReply:
        return {store, s};
    case MessageKind::StoreReplicate:
        return {store, replica};
    default:
        return {s, t};
    }
}

/// Every kind of message on its way and where it arrives; requests and responses besides with the clients at one end.
std::vector<Case> messages()
{
    std::vector<Case> all {
        {"request leaves", c, Sent {MessageKind::Request, b, {500}, false, 500},
         "민지 님의 요청이 로드 밸런서 쪽으로 출발합니다. 가는 데 0.5 ms 걸립니다.",
         "The request of Minji leaves for Load balancer. It takes 0.5 ms."},
        {"request lost", b, Sent {MessageKind::Request, s, {500}, true, 500},
         "요청이 로드 밸런서에서 서버 1 쪽으로 갑니다. 가는 도중에 사라집니다.", nullptr},
        {"transit unknown", b, Sent {MessageKind::Request, s, {}, false, 500}, nullptr,
         "The request goes on from Load balancer to Server 1."},
        {"response to user", b, Sent {MessageKind::Response, c, {500}, false, 500},
         "응답이 로드 밸런서에서 민지 님에게 갑니다. 가는 데 0.5 ms 걸립니다.", nullptr},
        {"change goes", s, Sent {MessageKind::ReplicationDelta, t, {}, false, 500},
         "서버 1에서 서버 2에 ‘복제: 변경’ 메시지를 보냅니다.", "Server 1 sends “replication: change” to Server 2."},
        {"save goes", s, Sent {MessageKind::StoreSave, store, {}, false, 500},
         "서버 1에서 저장소에 ‘저장소: 저장’ 메시지를 보냅니다.", "Server 1 sends “store: save” to Store."},
        {"change has come", t, Delivered {MessageKind::ReplicationDelta}, "서버 2에 ‘복제: 변경’ 메시지가 도착합니다.",
         "The message “replication: change” reaches Server 2."},
    };
    for (std::size_t i = 0; i < EnumNames<MessageKind>::values.size(); ++i) {
        const auto kind = static_cast<MessageKind>(i);
        const std::string_view word = nameOf(kind);
        const QByteArray name(word.data(), static_cast<qsizetype>(word.size()));
        const auto [from, to] = wayOf(kind);
        all.push_back({name + " sent", from, Sent {kind, to, {700}, false, 500}});
        if (kind != MessageKind::ReplicationDelta)
            all.push_back({name + " delivered", to, Delivered {kind}});
        all.push_back({name + " dropped", to, Dropped {kind, DropReason::TooLate}});
    }
    return all;
}

std::vector<Case> dropping()
{
    return {
        {"nothing runs", s, Dropped {MessageKind::Request, DropReason::ProcessDown},
         "서버 1에 ‘요청’ 메시지가 도착하지만 다운되어 받지 못합니다.",
         "The message “request” reaches Server 1, but nothing runs there."},
        {"connection gone", s, Dropped {MessageKind::Request, DropReason::ConnectionGone}},
        {"too late for the user", c, Dropped {MessageKind::Response, DropReason::TooLate},
         "민지 님에게 ‘응답’ 메시지가 너무 늦게 도착합니다.", "The message “response” reaches Minji too late."},
        {"no such session", t, Dropped {MessageKind::ReplicationDelta, DropReason::UnknownSession},
         "서버 2에 ‘복제: 변경’ 메시지가 도착하지만 해당 세션이 없습니다.", nullptr},
        {"hung", s, Dropped {MessageKind::Request, DropReason::ProcessHung}, nullptr,
         "The message “request” reaches Server 1, which hangs and does nothing with it."},
        {"nobody to tell", s, Dropped {MessageKind::ReplicationCreated, DropReason::NoMember},
         "서버 1에서 ‘복제: 새 세션’ 메시지를 보낼 곳이 남지 않았습니다.", nullptr},
    };
}

std::vector<Case> machines()
{
    return {
        {"crashed", s, Crashed {}, "서버 1 다운. 메모리에 있던 것이 모두 사라집니다.", nullptr},
        {"restarted", s, Restarted {}, "서버 1 다시 켜짐. 메모리는 비어 있습니다.", nullptr},
        {"fetches first", s, Restarted {true}, "서버 1 켜짐. 먼저 다른 서버에서 세션을 받아 옵니다.",
         "Server 1 starts and fetches the sessions first."},
        {"listening", s, Listening {}},
        {"hangs", s, Hung {}, "서버 1 멈춤(응답 없음). 연결은 받지만 응답하지 않습니다.", nullptr},
        {"powered off", store, PoweredOff {}, "저장소의 전원이 끊깁니다. 아무에게도 알리지 못합니다.",
         "Store loses its power; nobody is told."},
        {"removed", t, Removed {}, "서버 2 빠짐. 이제 요청을 받지 않습니다.",
         "Server 2 leaves for good and takes no more requests."},
        {"cut", b, RunCut {}},
        {"address changed", c, AddressChanged {OneRecord::address}, "민지 님의 주소는 이제부터 10.0.0.7입니다.",
         "Minji has the address 10.0.0.7 from now on."},
        {"tab opened", c, TabOpened {2}, "민지 님의 탭은 2개이고, 쿠키는 함께 씁니다.",
         "Minji has 2 tabs open, with the same cookies."},
        {"capacity set", s, CapacitySet {8, 100'000}, nullptr,
         "Server 1 serves 8 requests at a time now, each in 100 ms."},
        {"capacity of one", s, CapacitySet {1, 2'000'000},
         "서버 1에서 이제 요청을 동시에 1개까지, 하나에 2.0초씩 처리합니다.", nullptr},
        {"link cut", s, LinkCut {t}, "서버 1, 서버 2 사이의 연결이 끊깁니다.",
         "The connection between Server 1 and Server 2 is cut."},
        {"link healed", s, LinkHealed {t}, "서버 1, 서버 2 사이의 연결이 복구됩니다.", nullptr},
    };
}

std::vector<Case> balancing()
{
    return {
        {"check refused", b, CheckFailed {s, ConnectError::Refused, 2},
         "로드 밸런서에서 보낸 서버 1 헬스 체크가 실패합니다: 연결 거부.",
         "The health check of Server 1 by Load balancer fails: refused."},
        {"check not answered", b, CheckFailed {s, ConnectError::NoAnswer, 2}},
        {"check passed", b, CheckPassed {s, 1}},
        {"taken for healthy", b, ServerMarked {s, Health::Up},
         "로드 밸런서에서 서버 1 상태를 다시 정상으로 판단합니다.", nullptr},
        {"taken for down", b, ServerMarked {s, Health::Down}, nullptr,
         "Load balancer takes Server 1 for down from now on."},
        {"drains", b, DrainSet {s, true}, "로드 밸런서에서 서버 1 쪽으로 새 사용자를 보내지 않습니다.",
         "Load balancer sends no new users to Server 1."},
        {"drains no more", b, DrainSet {s, false}},
        {"pin moved", b, PinMoved {c, t}, "로드 밸런서에서 민지 님의 고정을 서버 2 쪽으로 옮깁니다.",
         "Load balancer moves the pin of Minji to Server 2."},
    };
}

std::vector<Case> replicating()
{
    return {
        {"touched", t, SessionTouched {sid, CopyRole::Replica}},
        {"copy set", t, CopySet {sid, c, CopyRole::Replica, 0}, "서버 2에 7C1E… 세션의 사본이 들어옵니다.",
         "Server 2 receives a copy of session 7C1E…."},
        {"attribute set", t, AttributeSet {sid, OneRecord::cart, OneRecord::write, 1},
         "서버 2의 7C1E… 세션 사본에 반영됩니다: 사과.", "Server 2 puts into its copy of session 7C1E…: apple."},
        {"new id", s, SessionIdChanged {sid, OneRecord::newSession}, "서버 1에서 7C1E… 세션의 ID를 바꿉니다: B25D….",
         nullptr},
        {"change waits", s, ReplicationQueued {MessageKind::ReplicationDelta, sid, 500'000},
         "서버 1에서 7C1E… 세션의 ‘복제: 변경’ 메시지를 500 ms 뒤에 보냅니다.",
         "Server 1 will send “replication: change” for session 7C1E… in 500 ms."},
        {"new session waits", s, ReplicationQueued {MessageKind::ReplicationCreated, sid, 500'000}},
        {"change of the store waits", store, ReplicationQueued {MessageKind::StoreReplicate, sid, 500'000}},
        {"confirmations awaited", s, ConfirmationAwaited {2}, "서버 1에서 확인 2개를 기다렸다가 응답합니다.",
         "Server 1 waits for 2 confirmations before it answers."},
        {"one confirmation awaited", s, ConfirmationAwaited {1}, nullptr,
         "Server 1 waits for 1 confirmation before it answers."},
        {"confirmation refused", s, ConfirmationMissed {t, ConnectError::Refused},
         "서버 1에서 서버 2의 확인을 더 기다리지 않습니다: 연결 거부.", nullptr},
        {"no confirmation", s, ConfirmationMissed {t, ConnectError::NoAnswer}},
        {"member added", s, MemberAdded {t}, "서버 1의 클러스터 목록에 들어옵니다: 서버 2.",
         "Server 1 counts Server 2 as part of its cluster."},
        {"member dropped", s, MemberDropped {t}},
    };
}

std::vector<Case> storing()
{
    return {
        {"snapshot", store, SnapshotTaken {3}, "저장소에서 세션 3개의 스냅샷을 디스크에 씁니다.",
         "Store writes a snapshot of 3 sessions to its disk."},
        {"snapshot of one", store, SnapshotTaken {1}, nullptr, "Store writes a snapshot of 1 session to its disk."},
        {"flushed", store, LogFlushed {}},
        {"promoted", replica, Promoted {}, "저장소 복제본 승격. 이제부터 원본입니다.",
         "Store replica takes over: it is the primary from now on."},
        {"demoted", store, Demoted {replica}, "저장소 역할 바뀜. 이제부터 저장소 복제본의 복제본입니다.", nullptr},
        {"store switched", s, StoreSwitched {replica}, "서버 1에서 쓰는 저장소가 바뀝니다: 저장소 복제본.",
         "Server 1 uses another store from now on: Store replica."},
    };
}

} // namespace

std::vector<Case> systemCases()
{
    std::vector<Case> all;
    for (const std::vector<Case> &part : {messages(), dropping(), machines(), balancing(), replicating(), storing()})
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

} // namespace sessionarium::test
