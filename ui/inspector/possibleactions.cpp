// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/possibleactions.h"

#include "ui/text/actiontext.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace sessionarium::ui::inspector {

using model::ActionKind;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(PossibleAction)
};

/// An address in another network: one that leads elsewhere, whatever a balancer looks at.
std::string otherAddress(std::string_view address)
{
    return address.starts_with("203.0.") ? "198.51.100.23" : "203.0.113.42";
}

/// What a write puts into the cart, in turn.
constexpr std::array<const char *, 2> items {"apple", "book"};

std::vector<PossibleAction> clientActions(const timeline::ClientState &client, const std::string &id,
                                          const timeline::Timeline &timeline)
{
    const bool hasCookie =
        client.cookie(timeline.strings().find(model::sessionCookieName).value_or(model::StringId())).isSome();
    std::vector<PossibleAction> result;
    for (const ActionKind kind :
         {ActionKind::LogIn, ActionKind::Read, ActionKind::Write, ActionKind::LogOut, ActionKind::ReadAnonymous,
          ActionKind::OpenTab, ActionKind::DeleteCookie, ActionKind::SendUnknownId}) {
        model::Action action;
        action.verb = kind;
        action.client = id;
        if (kind == ActionKind::Write)
            action.item = items.at(client.writes % items.size());
        const bool enabled = kind != ActionKind::DeleteCookie || hasCookie;
        const bool everyday = kind == ActionKind::LogIn || kind == ActionKind::Read || kind == ActionKind::Write
            || kind == ActionKind::LogOut;
        result.push_back({action, text::actionName(kind), enabled, false, everyday});
    }
    const bool hasPin =
        client.cookie(timeline.strings().find(model::pinCookieName).value_or(model::StringId())).isSome();
    if (hasPin) {
        model::Action action;
        action.verb = ActionKind::DeleteCookie;
        action.client = id;
        action.cookie = model::Cookie::Pin;
        result.push_back({action, Words::tr("Delete the pin cookie"), true, false, false});
    }
    model::Action move;
    move.verb = ActionKind::ChangeAddress;
    move.client = id;
    move.address = otherAddress(timeline.text(client.address));
    result.push_back({move, text::actionName(ActionKind::ChangeAddress), true, false, false});
    return result;
}

model::Action at(ActionKind verb, const std::string &server)
{
    model::Action action;
    action.verb = verb;
    action.server = server;
    return action;
}

PossibleAction possible(const model::Action &action, bool enabled, bool dangerous)
{
    const bool rare = action.verb == ActionKind::Hang || action.verb == ActionKind::PowerOff
        || action.verb == ActionKind::RemoveServer;
    return {action, text::actionName(action.verb), enabled, dangerous, !rare};
}

bool isCutOff(const timeline::WorldState &state, model::EntityId entity)
{
    return std::any_of(state.links.begin(), state.links.end(), [entity](const timeline::LinkState &link) {
        return link.isCut && (link.a == entity || link.b == entity);
    });
}

std::vector<PossibleAction> serverActions(const timeline::WorldState &state, const timeline::ServerState &server,
                                          const std::string &id)
{
    if (server.isRemoved)
        return {};
    const bool running = server.process == timeline::Process::Running;
    const bool balanced = !state.balancers.empty();
    model::Action slow = at(ActionKind::Slow, id);
    slow.serviceTime = model::milliseconds(300);
    model::Action more = at(ActionKind::SetCapacity, id);
    more.capacity = std::min<std::uint32_t>(server.capacity * 2, 10'000);
    model::Action cut = at(ActionKind::Partition, {});
    cut.group = {id};
    model::Action heal = cut;
    heal.verb = ActionKind::Heal;
    std::vector<PossibleAction> actions {
        possible(at(ActionKind::Crash, id), server.isAlive(), true),
        possible(at(ActionKind::Restart, id), !running, false),
        possible(at(ActionKind::Hang, id), running, true),
        possible(at(ActionKind::PowerOff, id), server.isAlive(), true),
        possible(slow, running, true),
        {more, Words::tr("Double the capacity"), running, false, true},
    };
    if (isCutOff(state, server.entity))
        actions.push_back(possible(heal, true, false));
    else
        actions.push_back(possible(cut, true, true));
    if (balanced) {
        const timeline::BalancedServer *known = state.balancers.front().find(server.entity);
        actions.push_back(
            {at(ActionKind::Drain, id),
             known && known->isDraining ? Words::tr("End the drain") : text::actionName(ActionKind::Drain), running,
             false, true});
        actions.push_back(possible(at(ActionKind::RemoveServer, id), state.servers.size() > 1, true));
    }
    return actions;
}

std::vector<PossibleAction> storeActions(const timeline::WorldState &state, const timeline::StoreState &store,
                                         const std::string &id)
{
    const auto on = [&id](ActionKind verb) {
        model::Action action;
        action.verb = verb;
        action.store = id;
        return action;
    };
    const bool running = store.process == timeline::Process::Running;
    model::Action cut = at(ActionKind::Partition, {});
    cut.group = {id};
    model::Action heal = cut;
    heal.verb = ActionKind::Heal;
    const bool isCut = isCutOff(state, store.entity);
    return {possible(on(ActionKind::StoreCrash), running, true), possible(on(ActionKind::StoreShutdown), running, true),
            possible(on(ActionKind::PowerOff), store.process != timeline::Process::Gone, true),
            possible(on(ActionKind::StoreRestart), !running, false), possible(isCut ? heal : cut, true, !isCut)};
}

} // namespace

std::vector<PossibleAction> possibleActions(const text::Names &names, const timeline::WorldState &state,
                                            model::EntityId entity)
{
    if (const timeline::ClientState *client = entity.isSome() ? state.client(entity) : nullptr)
        return clientActions(*client, names.timeline().entity(entity).id, names.timeline());
    if (const timeline::ServerState *server = entity.isSome() ? state.server(entity) : nullptr)
        return serverActions(state, *server, names.timeline().entity(entity).id);
    if (const timeline::StoreState *store = entity.isSome() ? state.store(entity) : nullptr)
        return storeActions(state, *store, names.timeline().entity(entity).id);
    if (state.balancers.empty())
        return {}; // clients talk to their one server: another would get no request
    return {possible(at(ActionKind::AddServer, {}), true, false), possible(at(ActionKind::AddClient, {}), true, false)};
}

} // namespace sessionarium::ui::inspector
