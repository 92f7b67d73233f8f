// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/recordtext.h"

#include "ui/text/actiontext.h"
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

/// One sentence for each kind of fact. No default: a new kind does not compile until it has one.
/// In Korean no particle follows a name, since it would depend on the name's last letter.
class Sentence
{
public:
    Sentence(const Names &names, const timeline::Record &record)
        : m_names(names), m_entity(record.entity), m_who(names.entity(record.entity))
    {
    }

    QString operator()(const model::EntityAdded &fact) const
    {
        switch (fact.type) {
        case model::EntityType::Client:
            return Tr::tr("%1 is here.").arg(m_who);
        case model::EntityType::Balancer:
            return Tr::tr("%1 spreads the requests from now on.").arg(m_who);
        case model::EntityType::Server:
            return Tr::tr("%1 joins; it serves %n request(s) at a time.", nullptr, plural(fact.capacity)).arg(m_who);
        case model::EntityType::Store:
            if (fact.replicaOf.isSome())
                return Tr::tr("%1 joins as the replica of %2.").arg(m_who, m_names.entity(fact.replicaOf));
            //: %2 is what of its contents a store keeps on its disk: "nothing", "snapshots"
            return Tr::tr("%1 keeps the sessions. On its disk: %2.").arg(m_who, persistenceName(fact.persistence));
        }
        return {};
    }

    QString operator()(const model::ActionTaken &fact) const { return actionSentence(fact.verb, m_who); }

    QString operator()(const model::NotApplicable &fact) const
    {
        //: %1 is the name of an action, as on its button
        return Tr::tr("Not possible here, nothing happens: %1.").arg(actionName(fact.verb));
    }

    QString operator()(const model::RequestIssued &fact) const
    {
        const QString what = requestSentence(fact);
        if (fact.session.isNone())
            return what + QLatin1Char(' ') + Tr::tr("The request carries no session cookie.");
        return what + QLatin1Char(' ') + Tr::tr("The request carries session %1.").arg(m_names.session(fact.session));
    }

    QString operator()(const model::Sent &fact) const
    {
        const QString what = sentSentence(fact);
        if (fact.lost)
            return what + QLatin1Char(' ') + Tr::tr("It gets lost on the way.");
        if (fact.transit.us == model::TransitTime::unknown)
            return what;
        //: %1 is a duration
        return what + QLatin1Char(' ') + Tr::tr("It takes %1.").arg(durationText(model::microseconds(fact.transit.us)));
    }

    QString operator()(const model::Dropped &fact) const
    {
        const QString what = messageName(fact.message);
        switch (fact.reason) {
        case model::DropReason::ProcessDown:
            return Tr::tr("The message “%2” reaches %1, but nothing runs there.").arg(m_who, what);
        case model::DropReason::ConnectionGone:
            return Tr::tr("The message “%2” reaches %1, but its connection is gone.").arg(m_who, what);
        case model::DropReason::TooLate:
            return isClient(m_entity) ? Tr::tr("The message “%2” reaches %1 too late.", "a user").arg(m_who, what)
                                      : Tr::tr("The message “%2” reaches %1 too late.").arg(m_who, what);
        case model::DropReason::UnknownSession:
            return Tr::tr("The message “%2” reaches %1, which does not know the session.").arg(m_who, what);
        case model::DropReason::NoMember:
            return Tr::tr("%1 has nobody left to send the message “%2” to.").arg(m_who, what);
        case model::DropReason::ProcessHung:
            return Tr::tr("The message “%2” reaches %1, which hangs and does nothing with it.").arg(m_who, what);
        }
        return {};
    }

    QString operator()(const model::Forwarded &fact) const
    {
        const QString server = m_names.entity(fact.server);
        const QString instead = m_names.entity(fact.insteadOf);
        switch (fact.reason) {
        case model::ForwardReason::Balanced:
            return Tr::tr("%1 chooses %2: its turn.").arg(m_who, server);
        case model::ForwardReason::Pinned:
            return Tr::tr("%1 follows the pin to %2.").arg(m_who, server);
        case model::ForwardReason::PinIgnoredDown:
            return Tr::tr("%1 ignores the pin to %3, which is down, and chooses %2.").arg(m_who, server, instead);
        case model::ForwardReason::Redispatched:
            return Tr::tr("%1 cannot connect to %3 and chooses %2 instead.").arg(m_who, server, instead);
        case model::ForwardReason::Hashed:
            return Tr::tr("%1 chooses %2 by the address of the user.").arg(m_who, server);
        case model::ForwardReason::PinMoved:
            return Tr::tr("%1 follows the pin that an operator moved to %2.").arg(m_who, server);
        }
        return {};
    }

    QString operator()(const model::ConnectFailed &fact) const
    {
        const QString server = m_names.entity(fact.server);
        QString text;
        switch (fact.reason) {
        case model::ConnectError::Refused:
            text = isClient(m_entity) ? Tr::tr("%1 cannot connect to %2: refused (attempt %3).", "a user")
                                      : Tr::tr("%1 cannot connect to %2: refused (attempt %3).");
            break;
        case model::ConnectError::NoAnswer:
            text = isClient(m_entity) ? Tr::tr("%1 cannot connect to %2: no answer (attempt %3).", "a user")
                                      : Tr::tr("%1 cannot connect to %2: no answer (attempt %3).");
            break;
        }
        text = text.arg(m_who, server, QString::number(fact.attempt));
        if (fact.retryInUs == 0xFFFFFFFFu)
            return text;
        return text + QLatin1Char(' ')
            + Tr::tr("Next attempt in %1.").arg(durationText(model::microseconds(fact.retryInUs)));
    }

    QString operator()(const model::ConnectionReset &fact) const
    {
        const QString text = isClient(m_entity)
            ? Tr::tr("The connection from %1 to %2 breaks before the answer.", "a user")
            : Tr::tr("The connection from %1 to %2 breaks before the answer.");
        return text.arg(m_who, m_names.entity(fact.server));
    }

    QString operator()(const model::Rejected &fact) const
    {
        switch (fact.reason) {
        case model::RejectReason::NoServer:
            return Tr::tr("%1 answers %2 itself: there is no server.").arg(m_who, QString::number(fact.status));
        case model::RejectReason::ConnectFailed:
            return Tr::tr("%1 answers %2 itself: the server cannot be reached.")
                .arg(m_who, QString::number(fact.status));
        case model::RejectReason::ServerLost:
            return Tr::tr("%1 answers %2 itself: the server broke off.").arg(m_who, QString::number(fact.status));
        case model::RejectReason::QueueFull:
            return Tr::tr("%1 answers %2 at once: its queue is full.").arg(m_who, QString::number(fact.status));
        case model::RejectReason::ServerTimeout:
            return Tr::tr("%1 answers %2 itself: the server does not answer.").arg(m_who, QString::number(fact.status));
        case model::RejectReason::StoreUnavailable:
            return Tr::tr("%1 answers %2: it cannot use its store.").arg(m_who, QString::number(fact.status));
        case model::RejectReason::SessionGone:
            return Tr::tr("%1 answers %2: the session ended meanwhile.").arg(m_who, QString::number(fact.status));
        }
        return {};
    }

    QString operator()(const model::RequestQueued &fact) const
    {
        return Tr::tr("The request waits at %1; %n in the queue.", nullptr, plural(fact.length)).arg(m_who);
    }

    QString operator()(const model::ServiceStarted &) const
    {
        return Tr::tr("%1 starts to serve the request.").arg(m_who);
    }

    QString operator()(const model::ServiceEnded &fact) const
    {
        //: %2 is an HTTP status
        return Tr::tr("%1 has served the request: %2.").arg(m_who, QString::number(fact.status));
    }

    QString operator()(const model::CookieAbsent &) const
    {
        return Tr::tr("The request brings no session id: a stranger to %1.").arg(m_who);
    }

    QString operator()(const model::SessionCreated &fact) const
    {
        if (fact.role == model::CopyRole::Replica)
            return Tr::tr("%1 holds a copy of session %2, still empty.").arg(m_who, m_names.session(fact.session));
        //: %2 is a session's label such as A1, %3 a user
        return Tr::tr("%1 makes session %2 for %3.")
            .arg(m_who, m_names.session(fact.session), m_names.entity(fact.client));
    }

    QString operator()(const model::SessionFound &fact) const
    {
        return Tr::tr("%1 finds session %2.").arg(m_who, m_names.session(fact.session));
    }

    QString operator()(const model::SessionMissing &fact) const
    {
        return Tr::tr("%1 has no session %2.").arg(m_who, m_names.session(fact.session));
    }

    QString operator()(const model::SessionEnded &fact) const
    {
        switch (fact.reason) {
        case model::SessionEnd::LoggedOut:
            return Tr::tr("%1 drops session %2: the user logged out.").arg(m_who, m_names.session(fact.session));
        case model::SessionEnd::Expired:
            return Tr::tr("%1 drops session %2: expired.").arg(m_who, m_names.session(fact.session));
        case model::SessionEnd::Revoked:
            return Tr::tr("%1 drops session %2: revoked by an operator.").arg(m_who, m_names.session(fact.session));
        case model::SessionEnd::Replaced:
            return Tr::tr("%1 drops session %2: replaced by the data of the primary.")
                .arg(m_who, m_names.session(fact.session));
        }
        return {};
    }

    QString operator()(const model::WriteApplied &fact) const
    {
        //: %2 is a session's label, %3 what is put in: "log-in", "apple"
        return Tr::tr("%1 writes into session %2: %3.")
            .arg(m_who, m_names.session(fact.session), m_names.write(fact.write));
    }

    QString operator()(const model::AttributeShown &fact) const
    {
        const QString attribute = attributeName(m_names.timeline().text(fact.attribute));
        if (fact.shown.isNone())
            return Tr::tr("The answer shows an empty %1.").arg(attribute);
        //: %1 is an attribute such as "cart", %2 the newest thing put in
        return Tr::tr("The answer shows the %1; last put in: %2.").arg(attribute, m_names.write(fact.shown));
    }

    QString operator()(const model::CookieStored &fact) const
    {
        const QString cookie = m_names.textOf(fact.cookie);
        const bool isSession = m_names.timeline().text(fact.cookie) == model::sessionCookieName;
        const QString value = isSession ? m_names.session(fact.value) : pinned(fact.value);
        return Tr::tr("The browser of %1 keeps cookie %2: %3.").arg(m_who, cookie, value);
    }

    QString operator()(const model::CookieDeleted &fact) const
    {
        return Tr::tr("The browser of %1 deletes cookie %2.").arg(m_who, m_names.textOf(fact.cookie));
    }

    QString operator()(const model::Answered &fact) const
    {
        const QString status = QString::number(fact.status);
        if (fact.status >= 400 && fact.status != 401) {
            //: %2 is an HTTP status
            return Tr::tr("%1 sees an error: %2.").arg(m_who, status);
        }
        if (fact.shown.isSome())
            return Tr::tr("%1 gets %2 and is recognised.").arg(m_who, status);
        if (fact.status == 401)
            return Tr::tr("%1 gets %2: a stranger to the server.").arg(m_who, status);
        if (fact.status >= 300)
            return Tr::tr("%1 gets %2 and is sent to the login page.").arg(m_who, status);
        return Tr::tr("%1 gets %2.").arg(m_who, status);
    }

    QString operator()(const model::Failed &fact) const
    {
        switch (fact.reason) {
        case model::FailReason::ConnectFailed:
            return Tr::tr("%1 gives up: no connection.").arg(m_who);
        case model::FailReason::ConnectionReset:
            return Tr::tr("%1 gives up: the connection broke.").arg(m_who);
        case model::FailReason::TimedOut:
            return Tr::tr("%1 gives up: no answer in time.").arg(m_who);
        }
        return {};
    }

    QString operator()(const model::Crashed &) const
    {
        return Tr::tr("%1 goes down, and all that was in its memory is gone.").arg(m_who);
    }

    QString operator()(const model::Restarted &fact) const
    {
        if (fact.starting)
            return Tr::tr("%1 starts and fetches the sessions first.").arg(m_who);
        return Tr::tr("%1 runs again, with empty memory.").arg(m_who);
    }

    QString operator()(const model::RunCut &) const
    {
        return Tr::tr("The run is cut here: the limit of records is reached.");
    }

    /// All others are about the system; one that has no sentence there does not compile.
    QString operator()(const auto &fact) const { return systemSentence(Speaker {m_names, m_who}, fact); }

private:
    [[nodiscard]] bool isClient(model::EntityId id) const
    {
        return id.isSome() && m_names.timeline().entity(id).type == model::EntityType::Client;
    }

    QString requestSentence(const model::RequestIssued &fact) const
    {
        switch (fact.operation) {
        case model::Operation::LogIn:
            return Tr::tr("%1 asks to log in.").arg(m_who);
        case model::Operation::Read:
            return Tr::tr("%1 asks for the page.").arg(m_who);
        case model::Operation::Write:
            //: %2 is an attribute such as "cart", %3 what is put in: "apple"
            return Tr::tr("%1 asks to put into the %2: %3.")
                .arg(m_who, attributeName(m_names.timeline().text(fact.attribute)), m_names.write(fact.write));
        case model::Operation::LogOut:
            return Tr::tr("%1 asks to log out.").arg(m_who);
        case model::Operation::LoginPage:
            return Tr::tr("%1 asks for the login page.").arg(m_who);
        }
        return {};
    }

    QString sentSentence(const model::Sent &fact) const
    {
        const QString to = m_names.entity(fact.to);
        switch (fact.message) {
        case model::MessageKind::Request:
            return isClient(m_entity) ? Tr::tr("The request of %1 leaves for %2.").arg(m_who, to)
                                      : Tr::tr("The request goes on from %1 to %2.").arg(m_who, to);
        case model::MessageKind::Response:
            return isClient(fact.to) ? Tr::tr("The response goes from %1 to %2.", "a user").arg(m_who, to)
                                     : Tr::tr("The response goes from %1 to %2.").arg(m_who, to);
        default:
            //: %2 is a kind of message such as "replication: change"
            return Tr::tr("%1 sends “%2” to %3.").arg(m_who, messageName(fact.message), to);
        }
    }

    /// The value of the pin cookie is a server's id.
    QString pinned(model::StringId value) const
    {
        const model::EntityId server = m_names.timeline().findEntity(m_names.timeline().text(value));
        return server.isNone() ? m_names.textOf(value) : m_names.entity(server);
    }

    const Names &m_names;
    model::EntityId m_entity;
    QString m_who;
};

} // namespace

QString recordSentence(const Names &names, model::RecordId id)
{
    const timeline::Record &record = names.timeline()[id];
    return std::visit(Sentence(names, record), record.fact);
}

} // namespace sessionarium::ui::text
