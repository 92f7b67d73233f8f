// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/names.h"
#include "tests/ui/text/recordcase.h"

namespace sessionarium::test {
namespace {

using model::ActionKind;

struct ActionCase
{
    ActionKind verb = ActionKind::LogIn;
    model::EntityId entity; ///< Where the engine records it.
    const char *ko = nullptr;
    const char *en = nullptr;
};

/// No default: a new action does not compile without a row.
ActionCase caseOf(ActionKind verb)
{
    constexpr model::EntityId c = OneRecord::minji;
    constexpr model::EntityId b = OneRecord::balancer;
    constexpr model::EntityId s = OneRecord::server1;
    constexpr model::EntityId store = OneRecord::store;
    switch (verb) {
    case ActionKind::LogIn:
        return {verb, c, "사용자 동작: 민지 님이 로그인합니다.", "User action: Minji logs in."};
    case ActionKind::Read:
    case ActionKind::Write:
    case ActionKind::LogOut:
    case ActionKind::DeleteCookie:
        return {verb, c};
    case ActionKind::SendUnknownId:
        return {verb, c, "사용자 동작: 민지 님이 아무 서버도 발급하지 않은 세션 ID를 보냅니다.",
                "User action: Minji sends an id that no server issued."};
    case ActionKind::Crash:
        return {verb, s, "운영자 동작: 서버 1 다운시키기.", "Operator action: crash Server 1."};
    case ActionKind::Restart:
        return {verb, s};
    case ActionKind::AddServer:
    case ActionKind::AddClient:
        return {verb, b};
    case ActionKind::ReadAnonymous:
        return {verb, c, "사용자 동작: 민지 님이 세션 쿠키 없이 페이지를 엽니다.",
                "User action: Minji opens the page without the session cookie."};
    case ActionKind::ChangeAddress:
    case ActionKind::OpenTab:
        return {verb, c};
    case ActionKind::CopyCookie:
        return {verb, c, "사용자 동작: 쿠키를 민지 님의 브라우저로 복사합니다.",
                "User action: cookies are copied into the browser of Minji."};
    case ActionKind::Slow:
        return {verb, s};
    case ActionKind::Hang:
        return {verb, s, "운영자 동작: 서버 1 응답 없게 만들기.", "Operator action: let Server 1 hang."};
    case ActionKind::PowerOff:
        return {verb, store, "운영자 동작: 저장소 전원 끊기.", "Operator action: cut the power of Store."};
    case ActionKind::Partition:
        return {verb, s};
    case ActionKind::Heal:
        return {verb, s, "운영자 동작: 서버 1 연결 복구하기.", "Operator action: restore the connection of Server 1."};
    case ActionKind::Drain:
        return {verb, b, "운영자 동작: 서버 드레인을 시작하거나 끝내기.", "Operator action: begin or end a drain."};
    case ActionKind::MovePin:
        return {verb, b, "운영자 동작: 고정된 사용자를 다른 서버로 옮기기.",
                "Operator action: move a pinned user to another server."};
    case ActionKind::RemoveServer:
    case ActionKind::SetCapacity:
        return {verb, s};
    case ActionKind::AddMember:
        return {verb, s, "운영자 동작: 서버 1의 클러스터 목록에 서버 넣기.",
                "Operator action: add a server to the cluster list of Server 1."};
    case ActionKind::DeleteSession:
        return {verb, store, "운영자 동작: 저장소에서 세션 지우기.", "Operator action: delete a session in Store."};
    case ActionKind::StoreCrash:
        return {verb, store, "운영자 동작: 저장소 다운시키기.", "Operator action: crash Store."};
    case ActionKind::StoreRestart:
        return {verb, store};
    case ActionKind::StoreShutdown:
        return {verb, store, "운영자 동작: 저장소 정상 종료하기.", "Operator action: shut Store down in order."};
    }
    return {};
}

} // namespace

std::vector<Case> actionCases()
{
    std::vector<Case> all;
    for (std::size_t i = 0; i < model::EnumNames<ActionKind>::values.size(); ++i) {
        const std::string_view word = model::EnumNames<ActionKind>::values.at(i);
        const QByteArray name(word.data(), static_cast<qsizetype>(word.size()));
        const ActionCase action = caseOf(static_cast<ActionKind>(i));
        all.push_back({name, action.entity, model::ActionTaken {{}, action.verb}, action.ko, action.en});
        all.push_back({name + " not possible", action.entity, model::NotApplicable {{}, action.verb}});
    }
    return all;
}

} // namespace sessionarium::test
