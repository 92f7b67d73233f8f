// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/actiontext.h"

#include <QCoreApplication>

namespace sessionarium::ui::text {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(text)
};

} // namespace

QString actionName(model::ActionKind verb)
{
    switch (verb) {
    case model::ActionKind::LogIn:
        return Tr::tr("Log in");
    case model::ActionKind::Read:
        //: Button: send a request that reads
        return Tr::tr("Read");
    case model::ActionKind::Write:
        //: Button: send a request that puts something into the session
        return Tr::tr("Write");
    case model::ActionKind::LogOut:
        return Tr::tr("Log out");
    case model::ActionKind::DeleteCookie:
        return Tr::tr("Delete the session cookie");
    case model::ActionKind::SendUnknownId:
        return Tr::tr("Send an unknown id");
    case model::ActionKind::Crash:
        return Tr::tr("Crash");
    case model::ActionKind::Restart:
        return Tr::tr("Restart");
    case model::ActionKind::AddServer:
        return Tr::tr("Add a server");
    case model::ActionKind::ReadAnonymous:
        return Tr::tr("Read without logging in");
    case model::ActionKind::ChangeAddress:
        return Tr::tr("Change the address");
    case model::ActionKind::OpenTab:
        return Tr::tr("Open another tab");
    case model::ActionKind::CopyCookie:
        return Tr::tr("Copy the cookies");
    case model::ActionKind::Slow:
        return Tr::tr("Slow down");
    case model::ActionKind::Hang:
        return Tr::tr("Let it hang");
    case model::ActionKind::PowerOff:
        return Tr::tr("Cut the power");
    case model::ActionKind::Partition:
        return Tr::tr("Cut off");
    case model::ActionKind::Heal:
        return Tr::tr("Reconnect");
    case model::ActionKind::Drain:
        return Tr::tr("Drain");
    case model::ActionKind::MovePin:
        return Tr::tr("Move the pin");
    case model::ActionKind::RemoveServer:
        return Tr::tr("Remove the server");
    case model::ActionKind::SetCapacity:
        return Tr::tr("Change the capacity");
    case model::ActionKind::AddClient:
        return Tr::tr("Add a user");
    case model::ActionKind::AddMember:
        return Tr::tr("Add to the cluster");
    case model::ActionKind::DeleteSession:
        return Tr::tr("Delete the session");
    case model::ActionKind::StoreCrash:
        return Tr::tr("Crash the store");
    case model::ActionKind::StoreRestart:
        return Tr::tr("Restart the store");
    case model::ActionKind::StoreShutdown:
        return Tr::tr("Shut the store down");
    }
    return {};
}

QString actionName(const model::Action &action)
{
    if (action.verb == model::ActionKind::DeleteCookie && action.cookie == model::Cookie::Pin)
        return Tr::tr("Delete the pin cookie");
    return actionName(action.verb);
}

QString actionSentence(model::ActionKind verb, const QString &who)
{
    switch (verb) {
    case model::ActionKind::LogIn:
        return Tr::tr("User action: %1 logs in.").arg(who);
    case model::ActionKind::Read:
        return Tr::tr("User action: %1 opens the page.").arg(who);
    case model::ActionKind::Write:
        return Tr::tr("User action: %1 stores something.").arg(who);
    case model::ActionKind::LogOut:
        return Tr::tr("User action: %1 logs out.").arg(who);
    case model::ActionKind::DeleteCookie:
        return Tr::tr("User action: %1 deletes a cookie.").arg(who);
    case model::ActionKind::SendUnknownId:
        return Tr::tr("User action: %1 sends an id that no server issued.").arg(who);
    case model::ActionKind::Crash:
        return Tr::tr("Operator action: crash %1.").arg(who);
    case model::ActionKind::Restart:
        return Tr::tr("Operator action: restart %1.").arg(who);
    case model::ActionKind::AddServer:
        return Tr::tr("Operator action: add a server.");
    case model::ActionKind::ReadAnonymous:
        return Tr::tr("User action: %1 opens the page without the session cookie.").arg(who);
    case model::ActionKind::ChangeAddress:
        return Tr::tr("User action: %1 gets another address.").arg(who);
    case model::ActionKind::OpenTab:
        return Tr::tr("User action: %1 opens another tab.").arg(who);
    case model::ActionKind::CopyCookie:
        return Tr::tr("User action: cookies are copied into the browser of %1.").arg(who);
    case model::ActionKind::Slow:
        return Tr::tr("Operator action: slow down %1.").arg(who);
    case model::ActionKind::Hang:
        return Tr::tr("Operator action: let %1 hang.").arg(who);
    case model::ActionKind::PowerOff:
        return Tr::tr("Operator action: cut the power of %1.").arg(who);
    case model::ActionKind::Partition:
        return Tr::tr("Operator action: cut the connection of %1.").arg(who);
    case model::ActionKind::Heal:
        return Tr::tr("Operator action: restore the connection of %1.").arg(who);
    case model::ActionKind::Drain:
        return Tr::tr("Operator action: begin or end a drain.");
    case model::ActionKind::MovePin:
        return Tr::tr("Operator action: move a pinned user to another server.");
    case model::ActionKind::RemoveServer:
        return Tr::tr("Operator action: remove %1.").arg(who);
    case model::ActionKind::SetCapacity:
        return Tr::tr("Operator action: change the capacity of %1.").arg(who);
    case model::ActionKind::AddClient:
        return Tr::tr("Operator action: add a user.");
    case model::ActionKind::AddMember:
        return Tr::tr("Operator action: add a server to the cluster list of %1.").arg(who);
    case model::ActionKind::DeleteSession:
        return Tr::tr("Operator action: delete a session in %1.").arg(who);
    case model::ActionKind::StoreCrash:
        return Tr::tr("Operator action: crash %1.").arg(who);
    case model::ActionKind::StoreRestart:
        return Tr::tr("Operator action: restart %1.").arg(who);
    case model::ActionKind::StoreShutdown:
        return Tr::tr("Operator action: shut %1 down in order.").arg(who);
    }
    return {};
}

} // namespace sessionarium::ui::text
