// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/recordtext.h"

#include "ui/text/names.h"

#include <QCoreApplication>

namespace sessionarium::ui::text {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(text)
};

/// No default: a new kind does not compile until it has a title.
class KindTitle
{
public:
    QString operator()(const model::Sent &fact) const
    {
        switch (fact.message) {
        case model::MessageKind::Request:
            return Tr::tr("Request sent");
        case model::MessageKind::Response:
            return Tr::tr("Response sent");
        default:
            //: %1 is a kind of message such as "replication: change"
            return Tr::tr("Sent: %1").arg(messageName(fact.message));
        }
    }
    QString operator()(const model::EntityAdded &) const { return Tr::tr("Joined"); }
    QString operator()(const model::ActionTaken &) const { return Tr::tr("Action"); }
    QString operator()(const model::NotApplicable &) const { return Tr::tr("Not possible"); }
    QString operator()(const model::RequestIssued &) const { return Tr::tr("Request made"); }
    QString operator()(const model::Dropped &) const { return Tr::tr("Message dropped"); }
    QString operator()(const model::Forwarded &) const { return Tr::tr("Server chosen"); }
    QString operator()(const model::ConnectFailed &) const { return Tr::tr("Connection failed"); }
    QString operator()(const model::ConnectionReset &) const { return Tr::tr("Connection broken"); }
    QString operator()(const model::Rejected &) const { return Tr::tr("Turned away"); }
    QString operator()(const model::RequestQueued &) const { return Tr::tr("Waiting"); }
    QString operator()(const model::ServiceStarted &) const { return Tr::tr("Service started"); }
    QString operator()(const model::ServiceEnded &) const { return Tr::tr("Service ended"); }
    QString operator()(const model::CookieAbsent &) const { return Tr::tr("No cookie"); }
    QString operator()(const model::SessionCreated &) const { return Tr::tr("Session made"); }
    QString operator()(const model::SessionFound &) const { return Tr::tr("Session found"); }
    QString operator()(const model::SessionMissing &) const { return Tr::tr("Session missing"); }
    QString operator()(const model::SessionEnded &) const { return Tr::tr("Session ended"); }
    QString operator()(const model::WriteApplied &) const { return Tr::tr("Written"); }
    QString operator()(const model::AttributeShown &) const { return Tr::tr("Shown"); }
    QString operator()(const model::CookieStored &) const { return Tr::tr("Cookie kept"); }
    QString operator()(const model::CookieDeleted &) const { return Tr::tr("Cookie deleted"); }
    QString operator()(const model::Answered &) const { return Tr::tr("Answered"); }
    QString operator()(const model::Failed &) const { return Tr::tr("Gave up"); }
    QString operator()(const model::Crashed &) const { return Tr::tr("Went down"); }
    QString operator()(const model::Restarted &) const { return Tr::tr("Restarted"); }
    QString operator()(const model::RunCut &) const { return Tr::tr("Cut here"); }
    QString operator()(const model::Delivered &) const { return Tr::tr("Message arrived"); }
    QString operator()(const model::AddressChanged &) const { return Tr::tr("Address changed"); }
    QString operator()(const model::TabOpened &) const { return Tr::tr("Tab opened"); }
    QString operator()(const model::CapacitySet &) const { return Tr::tr("Capacity changed"); }
    QString operator()(const model::Hung &) const { return Tr::tr("Hangs"); }
    QString operator()(const model::PoweredOff &) const { return Tr::tr("Power cut"); }
    QString operator()(const model::Listening &) const { return Tr::tr("Takes requests"); }
    QString operator()(const model::Removed &) const { return Tr::tr("Removed"); }
    QString operator()(const model::LinkCut &) const { return Tr::tr("Connection cut"); }
    QString operator()(const model::LinkHealed &) const { return Tr::tr("Connection restored"); }
    QString operator()(const model::CheckFailed &) const { return Tr::tr("Check failed"); }
    QString operator()(const model::CheckPassed &) const { return Tr::tr("Check passed"); }
    QString operator()(const model::ServerMarked &) const { return Tr::tr("Health decided"); }
    QString operator()(const model::DrainSet &) const { return Tr::tr("Drain"); }
    QString operator()(const model::PinMoved &) const { return Tr::tr("Pin moved"); }
    QString operator()(const model::SessionTouched &) const { return Tr::tr("Session refreshed"); }
    QString operator()(const model::CopySet &) const { return Tr::tr("Copy received"); }
    QString operator()(const model::AttributeSet &) const { return Tr::tr("Value received"); }
    QString operator()(const model::SessionIdChanged &) const { return Tr::tr("Session id changed"); }
    QString operator()(const model::ReplicationQueued &) const { return Tr::tr("Replication waiting"); }
    QString operator()(const model::ConfirmationAwaited &) const { return Tr::tr("Waiting for confirmation"); }
    QString operator()(const model::ConfirmationMissed &) const { return Tr::tr("No confirmation"); }
    QString operator()(const model::MemberAdded &) const { return Tr::tr("Member added"); }
    QString operator()(const model::MemberDropped &) const { return Tr::tr("Member dropped"); }
    QString operator()(const model::SnapshotTaken &) const { return Tr::tr("Snapshot"); }
    QString operator()(const model::LogFlushed &) const { return Tr::tr("Log flushed"); }
    QString operator()(const model::Promoted &) const { return Tr::tr("Promoted"); }
    QString operator()(const model::Demoted &) const { return Tr::tr("Became a replica"); }
    QString operator()(const model::StoreSwitched &) const { return Tr::tr("Store switched"); }
};

} // namespace

QString kindTitle(const model::Fact &fact)
{
    return std::visit(KindTitle(), fact);
}

} // namespace sessionarium::ui::text
