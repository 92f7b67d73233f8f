// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/actionmenu.h"
#include "ui/inspector/sidesdialog.h"
#include "ui/stage/stageview.h"
#include "ui/window/mainwindow.h"
#include "ui/window/workpage.h"

#include <QAction>
#include <QMenu>

#include <algorithm>
#include <array>

/// Doing something to what is on the stage: by its menu, by the inspector, and by commands for what is selected.
namespace sessionarium::ui::window {

using inspector::Deed;
using inspector::PossibleAction;
using model::ActionKind;

namespace {

/// Whom a command is about.
enum class Whom { User, Server, Store, Place };

struct ActCommand
{
    const char *id;
    Whom whom;
    const char *name;
    ActionKind verb;
    const char *special = nullptr; ///< The id of the possible action, where it is not that of the verb.
};

constexpr std::array actCommands {
    ActCommand {"act.addUser", Whom::Place, QT_TRANSLATE_NOOP("Commands", "Add a user"), ActionKind::AddClient},
    ActCommand {"act.addServer", Whom::Place, QT_TRANSLATE_NOOP("Commands", "Add a server"), ActionKind::AddServer},
    ActCommand {"act.sides", Whom::Place, QT_TRANSLATE_NOOP("Commands", "Cut into two sides…"), ActionKind::Partition,
                "sides"},
    ActCommand {"act.reconnectAll", Whom::Place, QT_TRANSLATE_NOOP("Commands", "Restore all connections"),
                ActionKind::Heal},
    ActCommand {"act.user.logIn", Whom::User, QT_TRANSLATE_NOOP("Commands", "User: log in"), ActionKind::LogIn},
    ActCommand {"act.user.read", Whom::User, QT_TRANSLATE_NOOP("Commands", "User: read"), ActionKind::Read},
    ActCommand {"act.user.write", Whom::User, QT_TRANSLATE_NOOP("Commands", "User: write"), ActionKind::Write},
    ActCommand {"act.user.logOut", Whom::User, QT_TRANSLATE_NOOP("Commands", "User: log out"), ActionKind::LogOut},
    ActCommand {"act.user.readAnonymous", Whom::User, QT_TRANSLATE_NOOP("Commands", "User: read without logging in"),
                ActionKind::ReadAnonymous},
    ActCommand {"act.user.openTab", Whom::User, QT_TRANSLATE_NOOP("Commands", "User: open another tab"),
                ActionKind::OpenTab},
    ActCommand {"act.user.copyCookie", Whom::User,
                QT_TRANSLATE_NOOP("Commands", "User: copy the cookies to another browser"), ActionKind::CopyCookie},
    ActCommand {"act.user.deleteCookie", Whom::User, QT_TRANSLATE_NOOP("Commands", "User: delete the session cookie"),
                ActionKind::DeleteCookie},
    ActCommand {"act.user.deletePin", Whom::User, QT_TRANSLATE_NOOP("Commands", "User: delete the pin cookie"),
                ActionKind::DeleteCookie, "pinCookie"},
    ActCommand {"act.user.unknownId", Whom::User, QT_TRANSLATE_NOOP("Commands", "User: send an unknown id"),
                ActionKind::SendUnknownId},
    ActCommand {"act.user.address", Whom::User, QT_TRANSLATE_NOOP("Commands", "User: change the address"),
                ActionKind::ChangeAddress},
    ActCommand {"act.user.movePin", Whom::User, QT_TRANSLATE_NOOP("Commands", "User: move the pin"),
                ActionKind::MovePin},
    ActCommand {"act.user.deleteSession", Whom::User,
                QT_TRANSLATE_NOOP("Commands", "User: delete the session in the store"), ActionKind::DeleteSession},
    ActCommand {"act.user.cutOff", Whom::User, QT_TRANSLATE_NOOP("Commands", "User: cut off"), ActionKind::Partition},
    ActCommand {"act.user.reconnect", Whom::User, QT_TRANSLATE_NOOP("Commands", "User: reconnect"), ActionKind::Heal},
    ActCommand {"act.server.crash", Whom::Server, QT_TRANSLATE_NOOP("Commands", "Server: crash"), ActionKind::Crash},
    ActCommand {"act.server.restart", Whom::Server, QT_TRANSLATE_NOOP("Commands", "Server: restart"),
                ActionKind::Restart},
    ActCommand {"act.server.slow", Whom::Server, QT_TRANSLATE_NOOP("Commands", "Server: slow down"), ActionKind::Slow},
    ActCommand {"act.server.cutOff", Whom::Server, QT_TRANSLATE_NOOP("Commands", "Server: cut off"),
                ActionKind::Partition},
    ActCommand {"act.server.reconnect", Whom::Server, QT_TRANSLATE_NOOP("Commands", "Server: reconnect"),
                ActionKind::Heal},
    ActCommand {"act.server.drain", Whom::Server, QT_TRANSLATE_NOOP("Commands", "Server: begin or end a drain"),
                ActionKind::Drain},
    ActCommand {"act.server.capacity", Whom::Server, QT_TRANSLATE_NOOP("Commands", "Server: change the capacity"),
                ActionKind::SetCapacity},
    ActCommand {"act.server.hang", Whom::Server, QT_TRANSLATE_NOOP("Commands", "Server: let it hang"),
                ActionKind::Hang},
    ActCommand {"act.server.powerOff", Whom::Server, QT_TRANSLATE_NOOP("Commands", "Server: cut the power"),
                ActionKind::PowerOff},
    ActCommand {"act.server.member", Whom::Server, QT_TRANSLATE_NOOP("Commands", "Server: add to the cluster"),
                ActionKind::AddMember},
    ActCommand {"act.server.weight", Whom::Server, QT_TRANSLATE_NOOP("Commands", "Server: change the weight"),
                ActionKind::SetCapacity, "weight"},
    ActCommand {"act.server.remove", Whom::Server, QT_TRANSLATE_NOOP("Commands", "Server: remove"),
                ActionKind::RemoveServer},
    ActCommand {"act.store.crash", Whom::Store, QT_TRANSLATE_NOOP("Commands", "Store: crash"), ActionKind::StoreCrash},
    ActCommand {"act.store.shutdown", Whom::Store, QT_TRANSLATE_NOOP("Commands", "Store: shut down"),
                ActionKind::StoreShutdown},
    ActCommand {"act.store.restart", Whom::Store, QT_TRANSLATE_NOOP("Commands", "Store: restart"),
                ActionKind::StoreRestart},
    ActCommand {"act.store.powerOff", Whom::Store, QT_TRANSLATE_NOOP("Commands", "Store: cut the power"),
                ActionKind::PowerOff},
    ActCommand {"act.store.cutOff", Whom::Store, QT_TRANSLATE_NOOP("Commands", "Store: cut off"),
                ActionKind::Partition},
    ActCommand {"act.store.reconnect", Whom::Store, QT_TRANSLATE_NOOP("Commands", "Store: reconnect"),
                ActionKind::Heal},
    ActCommand {"act.store.deleteSession", Whom::Store, QT_TRANSLATE_NOOP("Commands", "Store: delete a session"),
                ActionKind::DeleteSession},
    ActCommand {"act.store.kind", Whom::Store, QT_TRANSLATE_NOOP("Commands", "Store: another kind"),
                ActionKind::StoreCrash, "policy"}};

QString idOf(const ActCommand &command)
{
    return command.special ? QLatin1String(command.special) : inspector::idOf(command.verb);
}

/// The entity that such a command is about now: the selected one, or the only one of that kind. None: there is none,
/// or it is about the place.
model::EntityId targetOf(Whom whom, const timeline::WorldState &state, model::EntityId selected)
{
    const bool chosen = selected.isSome();
    switch (whom) {
    case Whom::User:
        return chosen && state.client(selected) ? selected
            : state.clients.size() == 1         ? state.clients.front().entity
                                                : model::EntityId();
    case Whom::Server:
        return chosen && state.server(selected) ? selected
            : state.servers.size() == 1         ? state.servers.front().entity
                                                : model::EntityId();
    case Whom::Store:
        return chosen && state.store(selected) ? selected
            : state.stores.size() == 1         ? state.stores.front().entity
                                               : model::EntityId();
    case Whom::Place:
        break;
    }
    return {};
}

const char *whyNobody(Whom whom, const timeline::WorldState &state)
{
    if (whom == Whom::User)
        return QT_TRANSLATE_NOOP("Commands", "Select a user first.");
    if (whom == Whom::Server)
        return QT_TRANSLATE_NOOP("Commands", "Select a server first.");
    return state.stores.empty() ? QT_TRANSLATE_NOOP("Commands", "There is no store.")
                                : QT_TRANSLATE_NOOP("Commands", "Select a store first.");
}

} // namespace

void MainWindow::makeActCommands()
{
    for (const ActCommand &command : actCommands) {
        const auto target = [this, &command] {
            return targetOf(command.whom, m_moment.state(), m_work->stage().selection());
        };
        const auto run = [this, &command, target] {
            const std::vector<PossibleAction> actions = possibleActions(target());
            const PossibleAction *action = inspector::findAction(actions, idOf(command));
            if (!action)
                return;
            if (action->asks == PossibleAction::Asks::Nothing)
                take(action->deed);
            else if (action->asks == PossibleAction::Asks::Sides)
                askSides();
            else
                showChoices(*action, target());
        };
        const auto whyNot = [this, &command, target]() -> const char * {
            if (const char *reason = whyNoActing())
                return reason;
            if (const char *reason = whyNotNow())
                return reason;
            if (command.whom != Whom::Place && target().isNone())
                return whyNobody(command.whom, m_moment.state());
            const std::vector<PossibleAction> actions = possibleActions(target());
            const PossibleAction *action = inspector::findAction(actions, idOf(command));
            return action ? action->whyNot : QT_TRANSLATE_NOOP("Commands", "This means nothing here.");
        };
        m_commands.add({QLatin1String(command.id),
                        commands::Group::Run,
                        command.name,
                        {},
                        commands::Command::Keys::View,
                        run,
                        whyNot});
    }
}

void MainWindow::fillActMenu()
{
    m_actMenu = m_menu->addMenu(QString());
    m_actMenu->setObjectName(QStringLiteral("actMenu"));
    for (std::size_t i = 0; i < static_cast<std::size_t>(Whom::Place); ++i)
        m_actMenus.push_back(m_actMenu->addMenu(QString()));
    m_actMenu->addSeparator();
    for (const ActCommand &command : actCommands) {
        QMenu *menu = command.whom == Whom::Place ? m_actMenu : m_actMenus.at(static_cast<std::size_t>(command.whom));
        menu->addAction(&m_commands.action(QLatin1String(command.id)));
    }
}

void MainWindow::nameActMenus()
{
    m_actMenu->setTitle(tr("Act"));
    m_actMenus.at(static_cast<std::size_t>(Whom::User))->setTitle(tr("User"));
    m_actMenus.at(static_cast<std::size_t>(Whom::Server))->setTitle(tr("Server"));
    m_actMenus.at(static_cast<std::size_t>(Whom::Store))->setTitle(tr("Store"));
}

std::vector<PossibleAction> MainWindow::possibleActions(model::EntityId entity)
{
    return inspector::possibleActions(*m_document.played()->scenario, m_texts.names(), m_moment.state(), entity);
}

inspector::ActionTaker MainWindow::taker()
{
    return {[this](const Deed &deed) { take(deed); }, [this] { askSides(); }};
}

const char *MainWindow::whyNotNow() const
{
    const bool gateShut = m_document.view().revealedUntil < m_document.played()->end()
        && m_playback.moment() >= m_document.view().revealedUntil;
    return gateShut ? QT_TRANSLATE_NOOP("Commands", "The question comes first.") : nullptr;
}

void MainWindow::act(const model::Action &action)
{
    if (!m_document.canAct() || m_playback.isAtGate())
        return;
    m_playback.pause();
    // Let what a user asked for be seen on its way; what an operator does is seen at once.
    if (!action.client.empty())
        m_whenRunPlays = [this] { m_playback.play(); };
    m_document.act(m_playback.moment(), action);
}

void MainWindow::take(const Deed &deed)
{
    if (const auto *action = std::get_if<model::Action>(&deed)) {
        act(*action);
        return;
    }
    const auto &change = std::get<scenario::RunChange>(deed);
    if (!m_document.canAct() || whyNotNow())
        return;
    if (change.policy.empty())
        m_document.change(change);
    else
        choosePolicy(QString::fromStdString(change.policy));
}

void MainWindow::askSides()
{
    if (!m_document.canAct() || whyNotNow())
        return;
    m_playback.pause();
    (new inspector::SidesDialog(
         m_services.themes, m_texts.names(), m_moment.state(), [this](const model::Action &action) { act(action); },
         this))
        ->open();
}

void MainWindow::showEntityMenu(model::EntityId entity, const QPoint &globalPosition)
{
    if (!m_document.canAct())
        return;
    if (entity.isSome())
        m_work->select(entity);
    const auto actions = possibleActions(entity);
    if (actions.empty())
        return;
    inspector::fillActionMenu(*m_entityMenu, entity.isSome() ? m_texts.names().entity(entity) : QString(), actions,
                              inspector::reasonText(whyNotNow()), taker());
    m_entityMenu->popup(globalPosition);
}

void MainWindow::showChoices(const PossibleAction &action, model::EntityId entity)
{
    inspector::fillChoiceMenu(*m_choiceMenu, action, taker());
    m_choiceMenu->setObjectName(QStringLiteral("choiceMenu"));
    const stage::StageView &stage = m_work->stage();
    const QRect node = stage.nodeRect(entity);
    m_choiceMenu->popup(stage.mapToGlobal(node.isEmpty() ? stage.rect().center() : node.center()));
    // By keyboard: the first that can be chosen stands ready.
    for (QAction *item : m_choiceMenu->actions()) {
        if (item->isEnabled()) {
            m_choiceMenu->setActiveAction(item);
            break;
        }
    }
}

} // namespace sessionarium::ui::window
