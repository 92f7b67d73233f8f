// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/possibleactions.h"

#include "ui/inspector/actionchoices.h"
#include "ui/text/actiontext.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace sessionarium::ui::inspector {

using model::ActionKind;
using timeline::Process;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(PossibleAction)
};

constexpr const char *isDown = QT_TRANSLATE_NOOP("Commands", "It is down.");

/// What a write puts into the cart, in turn.
constexpr std::array<const char *, 2> items {"apple", "book"};

/// Makes what can be done to one entity.
class Maker
{
public:
    Maker(const scenario::Scenario &scenario, const text::Names &names, const timeline::WorldState &state)
        : m_scenario(scenario), m_state(state), m_choices(scenario, names, state), m_timeline(names.timeline())
    {
    }

    [[nodiscard]] std::vector<PossibleAction> ofClient(const timeline::ClientState &client)
    {
        const std::string &id = idOfEntity(client.entity);
        const auto by = [&id](ActionKind verb) {
            model::Action action;
            action.verb = verb;
            action.client = id;
            return action;
        };
        model::Action write = by(ActionKind::Write);
        write.item = items.at(client.writes % items.size());
        add(by(ActionKind::LogIn));
        add(by(ActionKind::Read));
        add(write);
        add(by(ActionKind::LogOut));
        add(by(ActionKind::ReadAnonymous)).everyday = false;
        add(by(ActionKind::OpenTab)).everyday = false;
        const model::StringId session = m_choices.cookieOf(client, model::sessionCookieName);
        const model::StringId pin = m_choices.cookieOf(client, model::pinCookieName);
        addChoice(by(ActionKind::CopyCookie), m_choices.browsers(client),
                  session.isNone() && pin.isNone() ? QT_TRANSLATE_NOOP("Commands", "This browser has no cookie.")
                                                   : nullptr,
                  QT_TRANSLATE_NOOP("Commands", "There is no other user."));
        add(by(ActionKind::DeleteCookie),
            session.isNone() ? QT_TRANSLATE_NOOP("Commands", "This browser has no session cookie.") : nullptr)
            .everyday = false;
        if (isSticky(model::Stickiness::Cookie) || pin.isSome()) {
            model::Action forget = by(ActionKind::DeleteCookie);
            forget.cookie = model::Cookie::Pin;
            PossibleAction &action =
                add(forget, pin.isNone() ? QT_TRANSLATE_NOOP("Commands", "This browser has no pin cookie.") : nullptr);
            action.id = QStringLiteral("pinCookie");
            action.everyday = false;
        }
        add(by(ActionKind::SendUnknownId)).everyday = false;
        addChoice(by(ActionKind::ChangeAddress), m_choices.addresses(client), nullptr, nullptr);
        if (hasBalancer())
            addChoice(by(ActionKind::MovePin), m_choices.homes(client),
                      isSticky(model::Stickiness::None) ? QT_TRANSLATE_NOOP("Commands", "Sessions are not sticky here.")
                                                        : nullptr,
                      QT_TRANSLATE_NOOP("Commands", "There is no other server."));
        if (!m_state.stores.empty())
            add(by(ActionKind::DeleteSession), m_choices.whyNotDeleted(client)).everyday = false;
        addLinks(client.entity, false);
        return std::move(m_actions);
    }

    [[nodiscard]] std::vector<PossibleAction> ofServer(const timeline::ServerState &server)
    {
        if (server.isRemoved)
            return {};
        const std::string &id = idOfEntity(server.entity);
        const auto at = [&id](ActionKind verb) {
            model::Action action;
            action.verb = verb;
            action.server = id;
            return action;
        };
        const bool running = server.process == Process::Running;
        const char *dead = server.isAlive() ? nullptr : isDown;
        const char *stopped = running ? nullptr : QT_TRANSLATE_NOOP("Commands", "It is not running.");
        add(at(ActionKind::Crash), dead).dangerous = true;
        add(at(ActionKind::Restart), running ? QT_TRANSLATE_NOOP("Commands", "It is running.") : nullptr);
        addChoice(at(ActionKind::Slow), m_choices.speeds(server), stopped, nullptr).everyday = true;
        addLinks(server.entity, true);
        if (hasBalancer()) {
            const timeline::BalancedServer *known = m_state.balancers.front().find(server.entity);
            PossibleAction &drain = add(at(ActionKind::Drain), stopped);
            if (known && known->isDraining)
                drain.text = Words::tr("End the drain");
        }
        addChoice(at(ActionKind::SetCapacity), m_choices.capacities(server), nullptr, nullptr).everyday = true;
        add(at(ActionKind::Hang), stopped).everyday = false;
        addDanger(at(ActionKind::PowerOff), dead);
        if (m_scenario.setup.sessions.policy == model::SessionPolicy::AllToAll)
            addChoice(at(ActionKind::AddMember), m_choices.members(server),
                      m_scenario.setup.sessions.membership == model::Membership::Multicast
                          ? QT_TRANSLATE_NOOP("Commands", "Here the servers find each other.")
                          : stopped,
                      QT_TRANSLATE_NOOP("Commands", "It knows all the others."));
        if (hasBalancer()) {
            add({QStringLiteral("weight"),
                 {},
                 Words::tr("Weight"),
                 nullptr,
                 false,
                 false,
                 PossibleAction::Asks::Choice,
                 m_choices.weights(server)},
                QT_TRANSLATE_NOOP("Commands", "A server that was added has the weight of the one before it."));
            const auto left = std::count_if(m_state.servers.begin(), m_state.servers.end(),
                                            [](const timeline::ServerState &each) { return !each.isRemoved; });
            addDanger(at(ActionKind::RemoveServer),
                      left > 1 ? nullptr : QT_TRANSLATE_NOOP("Commands", "It is the only one."));
        }
        return std::move(m_actions);
    }

    [[nodiscard]] std::vector<PossibleAction> ofStore(const timeline::StoreState &store)
    {
        const std::string &id = idOfEntity(store.entity);
        const auto on = [&id](ActionKind verb) {
            model::Action action;
            action.verb = verb;
            action.store = id;
            return action;
        };
        const bool running = store.process == Process::Running;
        add(on(ActionKind::StoreCrash), running ? nullptr : isDown).dangerous = true;
        add(on(ActionKind::StoreShutdown), running ? nullptr : isDown).everyday = false;
        add(on(ActionKind::StoreRestart), running ? QT_TRANSLATE_NOOP("Commands", "It is running.") : nullptr);
        add(on(ActionKind::PowerOff),
            store.process == Process::Gone ? QT_TRANSLATE_NOOP("Commands", "It has no power.") : nullptr)
            .dangerous = true;
        addLinks(store.entity, true);
        addChoice(on(ActionKind::DeleteSession), m_choices.deletable(store),
                  store.replicaOf.isSome()
                      ? QT_TRANSLATE_NOOP("Commands", "A replica only repeats what its store does.")
                      : nullptr,
                  QT_TRANSLATE_NOOP("Commands", "It holds no user's session."))
            .everyday = true;
        add({QStringLiteral("policy"),
             {},
             Words::tr("Kind of store"),
             nullptr,
             false,
             true,
             PossibleAction::Asks::Choice,
             m_choices.presets(true)});
        return std::move(m_actions);
    }

    [[nodiscard]] std::vector<PossibleAction> ofThePlace()
    {
        const auto here = [](ActionKind verb) {
            model::Action action;
            action.verb = verb;
            return action;
        };
        add(here(ActionKind::AddClient));
        add(here(ActionKind::AddServer),
            hasBalancer() ? nullptr
                          : QT_TRANSLATE_NOOP("Commands", "Without a load balancer no second server is used."));
        PossibleAction &sides = add(here(ActionKind::Partition));
        sides.id = QStringLiteral("sides");
        sides.text = Words::tr("Cut into two sides…");
        sides.asks = PossibleAction::Asks::Sides;
        const bool isCut = std::any_of(m_state.links.begin(), m_state.links.end(),
                                       [](const timeline::LinkState &link) { return link.isCut; });
        add(here(ActionKind::Heal), isCut ? nullptr : QT_TRANSLATE_NOOP("Commands", "No connection is cut.")).text =
            Words::tr("Restore all connections");
        if (hasBalancer())
            add({QStringLiteral("policy"),
                 {},
                 Words::tr("How sessions are shared"),
                 nullptr,
                 false,
                 true,
                 PossibleAction::Asks::Choice,
                 m_choices.presets(false)});
        return std::move(m_actions);
    }

private:
    [[nodiscard]] bool hasBalancer() const { return !m_state.balancers.empty(); }
    [[nodiscard]] bool isSticky(model::Stickiness stickiness) const
    {
        return m_scenario.setup.balancer && m_scenario.setup.balancer->stickiness == stickiness;
    }
    [[nodiscard]] const std::string &idOfEntity(model::EntityId entity) const { return m_timeline.entity(entity).id; }

    PossibleAction &add(PossibleAction action, const char *noChoice = nullptr)
    {
        if (action.asks == PossibleAction::Asks::Choice && !action.whyNot && action.choices.empty())
            action.whyNot = noChoice;
        m_actions.push_back(std::move(action));
        return m_actions.back();
    }
    PossibleAction &add(const model::Action &action, const char *whyNot = nullptr)
    {
        return add({idOf(action.verb),
                    action,
                    text::actionName(action),
                    whyNot,
                    false,
                    true,
                    PossibleAction::Asks::Nothing,
                    {}});
    }
    void addDanger(const model::Action &action, const char *whyNot)
    {
        PossibleAction &added = add(action, whyNot);
        added.dangerous = true;
        added.everyday = false;
    }
    PossibleAction &addChoice(const model::Action &action, std::vector<Choice> choices, const char *whyNot,
                              const char *noChoice)
    {
        return add({idOf(action.verb), action, text::actionName(action), whyNot, false, false,
                    PossibleAction::Asks::Choice, std::move(choices)},
                   noChoice);
    }

    /// Cutting ways to others, and restoring them.
    void addLinks(model::EntityId entity, bool everyday)
    {
        model::Action cut;
        cut.verb = ActionKind::Partition;
        cut.group = {idOfEntity(entity)};
        addChoice(cut, m_choices.links(entity, true), nullptr,
                  QT_TRANSLATE_NOOP("Commands", "All its connections are cut already."))
            .everyday = everyday;
        model::Action heal = cut;
        heal.verb = ActionKind::Heal;
        std::vector<Choice> cutOnes = m_choices.links(entity, false);
        if (!cutOnes.empty())
            addChoice(heal, std::move(cutOnes), nullptr, nullptr).everyday = everyday;
    }

    const scenario::Scenario &m_scenario;
    const timeline::WorldState &m_state;
    ActionChoices m_choices;
    const timeline::Timeline &m_timeline;
    std::vector<PossibleAction> m_actions;
};

} // namespace

QString idOf(ActionKind verb)
{
    return QString::number(static_cast<int>(verb));
}

std::vector<PossibleAction> possibleActions(const scenario::Scenario &scenario, const text::Names &names,
                                            const timeline::WorldState &state, model::EntityId entity)
{
    Maker maker(scenario, names, state);
    if (const timeline::ClientState *client = entity.isSome() ? state.client(entity) : nullptr)
        return maker.ofClient(*client);
    if (const timeline::ServerState *server = entity.isSome() ? state.server(entity) : nullptr)
        return maker.ofServer(*server);
    if (const timeline::StoreState *store = entity.isSome() ? state.store(entity) : nullptr)
        return maker.ofStore(*store);
    return maker.ofThePlace();
}

const PossibleAction *findAction(const std::vector<PossibleAction> &actions, const QString &id)
{
    const auto found =
        std::find_if(actions.begin(), actions.end(), [&id](const PossibleAction &each) { return each.id == id; });
    return found == actions.end() ? nullptr : &*found;
}

QString reasonText(const char *whyNot)
{
    return whyNot ? QCoreApplication::translate("Commands", whyNot) : QString();
}

} // namespace sessionarium::ui::inspector
