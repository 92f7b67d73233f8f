// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/systemtext.h"

#include "ui/text/timetext.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace sessionarium::ui::text {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(text)
};

int plural(std::uint32_t count)
{
    return static_cast<int>(std::min<std::uint32_t>(count, std::numeric_limits<int>::max()));
}

} // namespace

QString systemSentence(const Speaker &speaker, const model::Delivered &fact)
{
    return Tr::tr("The message “%2” reaches %1.").arg(speaker.who, messageName(fact.message));
}

QString systemSentence(const Speaker &speaker, const model::AddressChanged &fact)
{
    return Tr::tr("%1 has the address %2 from now on.").arg(speaker.who, speaker.names.textOf(fact.address));
}

QString systemSentence(const Speaker &speaker, const model::TabOpened &fact)
{
    return Tr::tr("%1 has %n tab(s) open, with the same cookies.", nullptr, plural(fact.tabs)).arg(speaker.who);
}

QString systemSentence(const Speaker &speaker, const model::CapacitySet &fact)
{
    return Tr::tr("%1 serves %n request(s) at a time now, each in %2.", nullptr, plural(fact.capacity))
        .arg(speaker.who, durationText(model::microseconds(fact.serviceTimeUs)));
}

QString systemSentence(const Speaker &speaker, const model::Hung &)
{
    return Tr::tr("%1 hangs: it takes connections and answers nothing.").arg(speaker.who);
}

QString systemSentence(const Speaker &speaker, const model::PoweredOff &)
{
    return Tr::tr("%1 loses its power; nobody is told.").arg(speaker.who);
}

QString systemSentence(const Speaker &speaker, const model::Listening &)
{
    return Tr::tr("%1 has what it needs and takes requests.").arg(speaker.who);
}

QString systemSentence(const Speaker &speaker, const model::Removed &)
{
    return Tr::tr("%1 leaves for good and takes no more requests.").arg(speaker.who);
}

QString systemSentence(const Speaker &speaker, const model::LinkCut &fact)
{
    return Tr::tr("The connection between %1 and %2 is cut.").arg(speaker.who, speaker.names.entity(fact.other));
}

QString systemSentence(const Speaker &speaker, const model::LinkHealed &fact)
{
    return Tr::tr("The connection between %1 and %2 is back.").arg(speaker.who, speaker.names.entity(fact.other));
}

QString systemSentence(const Speaker &speaker, const model::CheckFailed &fact)
{
    const QString server = speaker.names.entity(fact.server);
    return fact.reason == model::ConnectError::Refused
        ? Tr::tr("The health check of %2 by %1 fails: refused.").arg(speaker.who, server)
        : Tr::tr("The health check of %2 by %1 fails: no answer.").arg(speaker.who, server);
}

QString systemSentence(const Speaker &speaker, const model::CheckPassed &fact)
{
    return Tr::tr("The health check of %2 by %1 passes.").arg(speaker.who, speaker.names.entity(fact.server));
}

QString systemSentence(const Speaker &speaker, const model::ServerMarked &fact)
{
    const QString server = speaker.names.entity(fact.server);
    return fact.health == model::Health::Up ? Tr::tr("%1 takes %2 for healthy again.").arg(speaker.who, server)
                                            : Tr::tr("%1 takes %2 for down from now on.").arg(speaker.who, server);
}

QString systemSentence(const Speaker &speaker, const model::DrainSet &fact)
{
    const QString server = speaker.names.entity(fact.server);
    return fact.draining ? Tr::tr("%1 sends no new users to %2.").arg(speaker.who, server)
                         : Tr::tr("%1 sends new users to %2 again.").arg(speaker.who, server);
}

QString systemSentence(const Speaker &speaker, const model::PinMoved &fact)
{
    return Tr::tr("%1 moves the pin of %2 to %3.")
        .arg(speaker.who, speaker.names.entity(fact.client), speaker.names.entity(fact.server));
}

QString systemSentence(const Speaker &speaker, const model::SessionTouched &fact)
{
    return Tr::tr("%1 notes that session %2 is in use.").arg(speaker.who, speaker.names.session(fact.session));
}

QString systemSentence(const Speaker &speaker, const model::CopySet &fact)
{
    return Tr::tr("%1 receives a copy of session %2.").arg(speaker.who, speaker.names.session(fact.session));
}

QString systemSentence(const Speaker &speaker, const model::AttributeSet &fact)
{
    //: %2 is a session's label, %3 what was put in: "log-in", "apple"
    return Tr::tr("%1 puts into its copy of session %2: %3.")
        .arg(speaker.who, speaker.names.session(fact.session), speaker.names.write(fact.write));
}

QString systemSentence(const Speaker &speaker, const model::SessionIdChanged &fact)
{
    return Tr::tr("%1 gives session %2 a new id: %3.")
        .arg(speaker.who, speaker.names.session(fact.session), speaker.names.session(fact.newSession));
}

QString systemSentence(const Speaker &speaker, const model::ReplicationQueued &fact)
{
    return Tr::tr("%1 will send “%4” for session %2 in %3.")
        .arg(speaker.who, speaker.names.session(fact.session), durationText(model::microseconds(fact.readyInUs)),
             messageName(fact.message));
}

QString systemSentence(const Speaker &speaker, const model::ConfirmationAwaited &fact)
{
    return Tr::tr("%1 waits for %n confirmation(s) before it answers.", nullptr, plural(fact.count)).arg(speaker.who);
}

QString systemSentence(const Speaker &speaker, const model::ConfirmationMissed &fact)
{
    const QString from = speaker.names.entity(fact.from);
    return fact.reason == model::ConnectError::Refused
        ? Tr::tr("%1 waits for %2 no longer: refused.").arg(speaker.who, from)
        : Tr::tr("%1 waits for %2 no longer: no answer.").arg(speaker.who, from);
}

QString systemSentence(const Speaker &speaker, const model::MemberAdded &fact)
{
    return Tr::tr("%1 counts %2 as part of its cluster.").arg(speaker.who, speaker.names.entity(fact.member));
}

QString systemSentence(const Speaker &speaker, const model::MemberDropped &fact)
{
    return Tr::tr("%1 drops %2 from its cluster.").arg(speaker.who, speaker.names.entity(fact.member));
}

QString systemSentence(const Speaker &speaker, const model::SnapshotTaken &fact)
{
    return Tr::tr("%1 writes a snapshot of %n session(s) to its disk.", nullptr, plural(fact.sessions))
        .arg(speaker.who);
}

QString systemSentence(const Speaker &speaker, const model::LogFlushed &)
{
    return Tr::tr("%1 flushes its log to the disk.").arg(speaker.who);
}

QString systemSentence(const Speaker &speaker, const model::Promoted &)
{
    return Tr::tr("%1 takes over: it is the primary from now on.").arg(speaker.who);
}

QString systemSentence(const Speaker &speaker, const model::Demoted &fact)
{
    return Tr::tr("%1 is the replica of %2 from now on.").arg(speaker.who, speaker.names.entity(fact.primary));
}

QString systemSentence(const Speaker &speaker, const model::StoreSwitched &fact)
{
    return Tr::tr("%1 uses another store from now on: %2.").arg(speaker.who, speaker.names.entity(fact.store));
}

} // namespace sessionarium::ui::text
