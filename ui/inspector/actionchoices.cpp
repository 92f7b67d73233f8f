// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/actionchoices.h"

#include "core/scenario/bounds.h"
#include "ui/text/timetext.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

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

model::Action actionOf(ActionKind verb)
{
    model::Action action;
    action.verb = verb;
    return action;
}

void cutShort(std::vector<Choice> &choices)
{
    if (choices.size() > mostChoices)
        choices.resize(mostChoices);
}

} // namespace

model::StringId ActionChoices::cookieOf(const timeline::ClientState &client, std::string_view name) const
{
    const auto cookie = m_names.timeline().strings().find(name);
    return cookie ? client.cookie(*cookie) : model::StringId();
}

std::vector<Choice> ActionChoices::browsers(const timeline::ClientState &client) const
{
    std::vector<Choice> choices;
    for (const timeline::ClientState &other : m_state.clients) {
        if (choices.size() == mostChoices)
            break;
        if (other.entity == client.entity)
            continue;
        model::Action copy = actionOf(ActionKind::CopyCookie);
        copy.client = id(other.entity);
        copy.from = id(client.entity);
        const auto differs = [&](std::string_view name) {
            const model::StringId mine = cookieOf(client, name);
            return mine.isSome() && mine != cookieOf(other, name);
        };
        const bool changes = differs(model::sessionCookieName) || differs(model::pinCookieName);
        choices.push_back({copy, m_names.entity(other.entity),
                           changes ? nullptr : QT_TRANSLATE_NOOP("Commands", "It has these cookies already.")});
    }
    return choices;
}

std::vector<Choice> ActionChoices::addresses(const timeline::ClientState &client) const
{
    std::vector<Choice> choices;
    std::set<std::string, std::less<>> seen {std::string(m_names.timeline().text(client.address))};
    const auto add = [&](const std::string &address, const QString &pattern) {
        if (!seen.insert(address).second)
            return;
        model::Action move = actionOf(ActionKind::ChangeAddress);
        move.client = id(client.entity);
        move.address = address;
        choices.push_back({move, pattern.arg(QString::fromStdString(address))});
    };
    //: Where a user goes with a phone; %1 is the address there.
    add(otherAddress(m_names.timeline().text(client.address)), Words::tr("Another network (%1)"));
    for (const timeline::ClientState &other : m_state.clients) {
        if (choices.size() == mostChoices)
            break;
        //: The user gets the address of another, as behind one router: %1 is the other, %2 the address.
        add(std::string(m_names.timeline().text(other.address)),
            Words::tr("As %1 (%2)").arg(m_names.entity(other.entity), QStringLiteral("%1")));
    }
    return choices;
}

std::vector<Choice> ActionChoices::homes(const timeline::ClientState &client) const
{
    std::vector<Choice> choices;
    const timeline::MovedPin *moved =
        m_state.balancers.empty() ? nullptr : m_state.balancers.front().movedPin(client.entity);
    const model::StringId pin = cookieOf(client, model::pinCookieName);
    const model::EntityId now = moved ? moved->server
        : pin.isSome()                ? m_names.timeline().findEntity(m_names.timeline().text(pin))
                                      : model::EntityId();
    for (const timeline::ServerState &server : m_state.servers) {
        if (server.isRemoved)
            continue;
        model::Action move = actionOf(ActionKind::MovePin);
        move.client = id(client.entity);
        move.server = id(server.entity);
        const bool isThere = server.entity == now;
        choices.push_back({move, m_names.entity(server.entity),
                           isThere ? QT_TRANSLATE_NOOP("Commands", "The pin leads there already.") : nullptr, isThere});
    }
    cutShort(choices);
    return choices;
}

const model::ServerSpec *ActionChoices::ownSpecOf(const timeline::ServerState &server) const
{
    const std::vector<model::ServerSpec> &servers = m_scenario.setup.servers;
    const auto found = std::find_if(servers.begin(), servers.end(),
                                    [&](const model::ServerSpec &spec) { return spec.id == id(server.entity); });
    return found == servers.end() ? nullptr : &*found;
}

/// One that joined is a machine like the last.
model::ServerSpec ActionChoices::specOf(const timeline::ServerState &server) const
{
    if (const model::ServerSpec *own = ownSpecOf(server))
        return *own;
    return m_scenario.setup.servers.empty() ? model::ServerSpec() : m_scenario.setup.servers.back();
}

std::vector<Choice> ActionChoices::speeds(const timeline::ServerState &server) const
{
    const model::Duration usual = specOf(server).serviceTime;
    const std::int64_t now = server.serviceTimeUs ? *server.serviceTimeUs : usual.us;
    std::vector<Choice> choices;
    for (const std::int64_t factor : {1, 10, 100, 1000}) {
        const std::int64_t time = std::max<std::int64_t>(usual.us, 1) * factor;
        if (time > static_cast<std::int64_t>(scenario::bounds::serviceTime))
            break;
        model::Action slow = actionOf(ActionKind::Slow);
        slow.server = id(server.entity);
        slow.serviceTime = model::Duration {factor == 1 ? usual.us : time};
        const QString duration = text::durationText(*slow.serviceTime);
        const bool isNow = slow.serviceTime->us == now;
        choices.push_back({slow,
                           //: How long a server takes for a request: %1 is the time, "30 ms".
                           factor == 1 ? Words::tr("As set up (%1 per request)").arg(duration)
                                       : Words::tr("%1 per request").arg(duration),
                           isNow ? QT_TRANSLATE_NOOP("Commands", "It is so already.") : nullptr, isNow});
    }
    return choices;
}

std::vector<Choice> ActionChoices::capacities(const timeline::ServerState &server) const
{
    const std::uint32_t usual = specOf(server).capacity;
    const auto most = static_cast<std::uint32_t>(scenario::bounds::capacity);
    std::vector<Choice> choices;
    std::set<std::uint32_t> values {
        1, std::max(usual / 2, 1U), usual, std::min(usual * 2, most), std::min(usual * 4, most), server.capacity};
    for (const std::uint32_t value : values) {
        model::Action set = actionOf(ActionKind::SetCapacity);
        set.server = id(server.entity);
        set.capacity = value;
        const bool isNow = value == server.capacity;
        choices.push_back({set, Words::tr("%n request(s) at a time", nullptr, static_cast<int>(value)),
                           isNow ? QT_TRANSLATE_NOOP("Commands", "It is so already.") : nullptr, isNow});
    }
    return choices;
}

std::vector<Choice> ActionChoices::members(const timeline::ServerState &server) const
{
    std::vector<Choice> choices;
    for (const timeline::ServerState &other : m_state.servers) {
        const timeline::MemberState *known = server.member(other.entity);
        if (other.entity == server.entity || other.isRemoved || (known && known->isMember))
            continue;
        model::Action list = actionOf(ActionKind::AddMember);
        list.server = id(server.entity);
        list.member = id(other.entity);
        choices.push_back({list, m_names.entity(other.entity)});
    }
    cutShort(choices);
    return choices;
}

std::vector<Choice> ActionChoices::weights(const timeline::ServerState &server) const
{
    std::vector<Choice> choices;
    const model::ServerSpec *spec = ownSpecOf(server);
    if (!spec)
        return choices;
    for (const std::uint32_t weight : std::set<std::uint32_t> {1, 2, 3, 5, 10, spec->weight}) {
        scenario::RunChange change;
        change.set.push_back({"/servers/" + spec->id + "/weight", std::to_string(weight)});
        const bool isNow = weight == spec->weight;
        choices.push_back({change, QString::number(weight),
                           isNow ? QT_TRANSLATE_NOOP("Commands", "It is so already.") : nullptr, isNow});
    }
    return choices;
}

std::vector<Choice> ActionChoices::deletable(const timeline::StoreState &store) const
{
    std::vector<Choice> choices;
    for (const timeline::ClientState &client : m_state.clients) {
        const model::StringId session = cookieOf(client, model::sessionCookieName);
        const timeline::CopyState *copy = session.isSome() ? store.find(session) : nullptr;
        if (!copy || !copy->isThere() || choices.size() == mostChoices)
            continue;
        model::Action drop = actionOf(ActionKind::DeleteSession);
        drop.client = id(client.entity);
        drop.store = id(store.entity);
        //: A session to be deleted: %1 is its user, %2 its label. "Minji (A1)"
        choices.push_back({drop, Words::tr("%1 (%2)").arg(m_names.entity(client.entity), m_names.session(session))});
    }
    return choices;
}

const char *ActionChoices::whyNotDeleted(const timeline::ClientState &client) const
{
    const model::StringId session = cookieOf(client, model::sessionCookieName);
    if (session.isNone())
        return QT_TRANSLATE_NOOP("Commands", "This browser has no session cookie.");
    const auto primary = std::find_if(m_state.stores.begin(), m_state.stores.end(),
                                      [](const timeline::StoreState &store) { return store.replicaOf.isNone(); });
    const timeline::CopyState *copy = primary == m_state.stores.end() ? nullptr : primary->find(session);
    return copy && copy->isThere() ? nullptr : QT_TRANSLATE_NOOP("Commands", "The store does not hold its session.");
}

/// Where there is a balancer, clients meet only it.
std::vector<Choice> ActionChoices::links(model::EntityId entity, bool whole) const
{
    std::vector<model::EntityId> others;
    const bool isClient = m_state.client(entity) != nullptr;
    const bool balanced = !m_state.balancers.empty();
    for (const timeline::BalancerState &balancer : m_state.balancers)
        others.push_back(balancer.entity);
    if (!isClient || !balanced) {
        for (const timeline::ServerState &server : m_state.servers) {
            if (!server.isRemoved)
                others.push_back(server.entity);
        }
    }
    if (!isClient) {
        for (const timeline::StoreState &store : m_state.stores)
            others.push_back(store.entity);
    }
    if (!balanced && !isClient) {
        for (const timeline::ClientState &client : m_state.clients)
            others.push_back(client.entity);
    }
    std::erase_if(others,
                  [&](model::EntityId other) { return other == entity || m_state.isCut(entity, other) == whole; });
    const ActionKind verb = whole ? ActionKind::Partition : ActionKind::Heal;
    std::vector<Choice> choices;
    const auto add = [&](std::vector<std::string> sides, const QString &name) {
        model::Action action = actionOf(verb);
        action.group = {id(entity)};
        action.others = std::move(sides);
        choices.push_back({action, name});
    };
    if (others.size() > 1 && !isClient)
        //: Whom a server is cut off from, or connected to again.
        add({}, Words::tr("All others"));
    for (const model::EntityId other : others)
        add({id(other)}, m_names.entity(other));
    cutShort(choices);
    return choices;
}

std::vector<Choice> ActionChoices::presets(bool stores) const
{
    std::vector<Choice> choices;
    const std::string now = scenario::presetOf(m_scenario.setup);
    for (const std::string &preset : scenario::presets()) {
        model::Setup setup; // what a preset can set: users and servers may be many
        setup.balancer = m_scenario.setup.balancer;
        setup.stores = m_scenario.setup.stores;
        scenario::applyPreset(setup, preset);
        if (stores && (setup.stores.empty() || setup.balancer != m_scenario.setup.balancer))
            continue; // another store, and nothing else
        scenario::RunChange change;
        change.policy = preset;
        const bool isNow = preset == now;
        choices.push_back({change, text::presetName(preset),
                           isNow ? QT_TRANSLATE_NOOP("Commands", "It is played like this already.") : nullptr, isNow});
    }
    return choices;
}

} // namespace sessionarium::ui::inspector
