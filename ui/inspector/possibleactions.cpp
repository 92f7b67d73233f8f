// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/possibleactions.h"

#include <array>

namespace sessionarium::ui::inspector {

using model::ActionKind;

namespace {

/// What a write puts into the cart, in turn.
constexpr std::array<const char *, 2> items {"apple", "book"};

std::vector<PossibleAction> clientActions(const timeline::ClientState &client, const std::string &id,
                                          const timeline::Timeline &timeline)
{
    const bool hasCookie =
        client.cookie(timeline.strings().find(model::sessionCookieName).value_or(model::StringId())).isSome();
    std::vector<PossibleAction> result;
    for (const ActionKind kind : {ActionKind::LogIn, ActionKind::Read, ActionKind::Write, ActionKind::LogOut,
                                  ActionKind::DeleteCookie, ActionKind::SendUnknownId}) {
        model::Action action;
        action.verb = kind;
        action.client = id;
        if (kind == ActionKind::Write)
            action.item = items.at(client.writes % items.size());
        const bool enabled = kind != ActionKind::DeleteCookie || hasCookie;
        result.push_back({action, text::actionName(kind), enabled, false});
    }
    return result;
}

std::vector<PossibleAction> serverActions(const timeline::ServerState &server, const std::string &id)
{
    const bool running = server.process == timeline::Process::Running;
    model::Action crash;
    crash.verb = ActionKind::Crash;
    crash.server = id;
    model::Action restart = crash;
    restart.verb = ActionKind::Restart;
    return {{crash, text::actionName(ActionKind::Crash), running, true},
            {restart, text::actionName(ActionKind::Restart), !running, false}};
}

} // namespace

std::vector<PossibleAction> possibleActions(const text::Names &names, const timeline::WorldState &state,
                                            model::EntityId entity)
{
    if (const timeline::ClientState *client = entity.isSome() ? state.client(entity) : nullptr)
        return clientActions(*client, names.timeline().entity(entity).id, names.timeline());
    if (const timeline::ServerState *server = entity.isSome() ? state.server(entity) : nullptr)
        return serverActions(*server, names.timeline().entity(entity).id);
    if (state.balancers.empty())
        return {}; // clients talk to their one server: another would get no request
    model::Action add;
    add.verb = ActionKind::AddServer;
    return {{add, text::actionName(ActionKind::AddServer), true, false}};
}

} // namespace sessionarium::ui::inspector
