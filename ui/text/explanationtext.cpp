// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/explanationtext.h"

#include "ui/text/recordtext.h"
#include "ui/text/timetext.h"
#include "ui/text/verdicttext.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace sessionarium::ui::text {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(text)
};

using Line = ExplanationText::Line;
using Mark = ExplanationText::Mark;

template <class Fact>
bool is(const Names &names, model::RecordId id)
{
    return std::holds_alternative<Fact>(names.timeline()[id].fact);
}

/// The first record of that kind among those of a request, none if there is none.
template <class Fact>
model::RecordId firstOf(const Names &names, model::RequestId request)
{
    if (request.isNone())
        return {};
    for (const model::RecordId id : names.timeline().recordsOfRequest(request)) {
        if (is<Fact>(names, id))
            return id;
    }
    return {};
}

/// Whether, as far as is known, nobody else ever had the session.
bool isOnlyAt(const Names &names, model::StringId session, model::EntityId holder)
{
    if (!names.state())
        return false;
    const auto hasIt = [&](const timeline::HolderState &other) {
        return other.entity != holder && other.find(session) != nullptr;
    };
    const timeline::WorldState &state = *names.state();
    return std::none_of(state.servers.begin(), state.servers.end(), hasIt)
        && std::none_of(state.stores.begin(), state.stores.end(), hasIt);
}

/// Whether, as far as is known, the holder never had the session: neither before nor after. Requires: a state.
bool neverHad(const Names &names, model::EntityId entity, model::StringId session)
{
    const timeline::HolderState *holder = names.state()->holder(entity);
    return holder && !holder->find(session);
}

/// How many sessions ended with that record.
int endedBy(const Names &names, model::RecordId id)
{
    const timeline::HolderState *holder = names.state() ? names.state()->holder(names.timeline()[id].entity) : nullptr;
    if (!holder)
        return 0;
    const auto count = std::count_if(holder->copies.begin(), holder->copies.end(),
                                     [id](const timeline::CopyState &copy) { return copy.endedBy == id; });
    return static_cast<int>(std::min<std::ptrdiff_t>(count, std::numeric_limits<int>::max()));
}

/// "B1 is only in the memory of Server 2", after a write that was confirmed or a copy that was made.
QString whereItLies(const Names &names, model::RecordId applied)
{
    const timeline::Record &record = names.timeline()[applied];
    model::StringId session;
    if (const auto *write = std::get_if<model::WriteApplied>(&record.fact))
        session = write->session;
    else if (const auto *created = std::get_if<model::SessionCreated>(&record.fact))
        session = created->session;
    else if (const auto *set = std::get_if<model::AttributeSet>(&record.fact))
        session = set->session;
    else
        return {};
    const QString label = names.session(session);
    const QString server = names.entity(record.entity);
    if (isOnlyAt(names, session, record.entity))
        return Tr::tr("Session %1 is in the memory of %2 only.").arg(label, server);
    return Tr::tr("Session %1 is in the memory of %2.").arg(label, server);
}

/// The confirmed answer: who was told what, and where it lay then.
void tellPromise(const Names &names, Line &line, model::WriteId missing)
{
    const timeline::Record &record = names.timeline()[line.record];
    const QString who = names.entity(record.entity);
    const model::RecordId issuedId = firstOf<model::RequestIssued>(names, record.request);
    const model::RecordId servedId = firstOf<model::ServiceEnded>(names, record.request);
    if (issuedId.isNone() || servedId.isNone()) {
        line.sentence = recordSentence(names, line.record);
        return;
    }
    const QString server = names.entity(names.timeline()[servedId].entity);
    switch (std::get<model::RequestIssued>(names.timeline()[issuedId].fact).operation) {
    case model::Operation::LogIn:
        line.sentence = Tr::tr("%1 logs in at %2.").arg(who, server);
        break;
    case model::Operation::LogOut:
        line.sentence = Tr::tr("%1 logs out at %2.").arg(who, server);
        break;
    case model::Operation::Write:
        //: %1 a user, %2 a server, %3 what was put in: "apple"
        line.sentence = Tr::tr("%1 is told by %2 that it is stored: %3.").arg(who, server, names.write(missing));
        break;
    case model::Operation::Read:
    case model::Operation::LoginPage:
        //: %1 a user, %2 a server, %3 what was put in: "apple"
        line.sentence = Tr::tr("%1 is shown by %2: %3.").arg(who, server, names.write(missing));
        break;
    }
    if (const model::RecordId applied = firstOf<model::WriteApplied>(names, record.request); applied.isSome())
        line.consequence = whereItLies(names, applied);
}

/// What follows for the user from the answer that finished the request.
QString whatTheUserSees(const Names &names, model::RecordId finished)
{
    const auto *answered = std::get_if<model::Answered>(&names.timeline()[finished].fact);
    if (!answered)
        return {};
    const QString status = QString::number(answered->status);
    if (answered->status == 401)
        return Tr::tr("Answer %1: asked to log in.").arg(status);
    if (answered->status >= 300 && answered->status < 400 && answered->shown.isNone())
        return Tr::tr("Answer %1: on to the login page.").arg(status);
    if (answered->status >= 400)
        return Tr::tr("Answer %1: an error page.").arg(status);
    return Tr::tr("Answer %1.").arg(status);
}

/// The answer that contradicts: told by what the server met, if the step covers that, with the answer as what follows.
void tellContradiction(const Names &names, Line &line)
{
    for (const model::RecordId id : line.lights) {
        if (is<model::SessionMissing>(names, id) || is<model::CookieAbsent>(names, id)
            || is<model::Rejected>(names, id)) {
            line.sentence = recordSentence(names, id);
            line.consequence = whatTheUserSees(names, line.record);
            return;
        }
    }
    line.sentence = recordSentence(names, line.record);
    const auto *answered = std::get_if<model::Answered>(&names.timeline()[line.record].fact);
    if (answered && answered->status == 401)
        line.consequence = Tr::tr("Log in again.");
}

/// What a copy that waits or is under way is worth.
QString whereItTravels(const Names &names, const timeline::Record &record)
{
    const QString who = names.entity(record.entity);
    if (std::holds_alternative<model::ReplicationQueued>(record.fact))
        return Tr::tr("A copy waits in %1, and dies with it.").arg(who);
    if (std::holds_alternative<model::Sent>(record.fact))
        return Tr::tr("A copy is on its way, whatever becomes of %1.").arg(who);
    if (std::holds_alternative<model::Delivered>(record.fact))
        return Tr::tr("A copy waits in %1 to be applied.").arg(who);
    if (std::holds_alternative<model::SnapshotTaken>(record.fact)
        || std::holds_alternative<model::LogFlushed>(record.fact))
        return Tr::tr("A copy is on the disk of %1.").arg(who);
    return {};
}

/// Why a decision of the system matters to the request.
QString whatFollows(const Names &names, const Line &line)
{
    const model::Fact &fact = names.timeline()[line.record].fact;
    if (const auto *sent = std::get_if<model::Sent>(&fact)) {
        if (!sent->lost && sent->message >= model::MessageKind::ReplicationCreated)
            return Tr::tr("The request was faster.");
    } else if (std::holds_alternative<model::ReplicationQueued>(fact)) {
        return Tr::tr("It had not left when the request came.");
    } else if (const auto *delivered = std::get_if<model::Delivered>(&fact)) {
        if (delivered->message >= model::MessageKind::ReplicationCreated)
            return Tr::tr("It had arrived, but was not applied when the request came.");
    } else if (std::holds_alternative<model::MemberDropped>(fact)) {
        return Tr::tr("From then on it was told of no change.");
    } else if (std::holds_alternative<model::Promoted>(fact)) {
        return Tr::tr("What had not reached it by then is lost.");
    } else if (std::holds_alternative<model::ServerMarked>(fact) && line.lights.size() > 1) {
        return Tr::tr("%n failed check(s) led to that.", nullptr,
                      static_cast<int>(std::min<std::size_t>(line.lights.size() - 1, 1000000)));
    }
    return {};
}

/// A process that dies: with what it had.
void tellDeath(const Names &names, Line &line)
{
    const timeline::Record &record = names.timeline()[line.record];
    const QString who = names.entity(record.entity);
    const int gone = endedBy(names, line.record);
    if (gone == 0)
        return;
    if (std::holds_alternative<model::Crashed>(record.fact))
        line.sentence = Tr::tr("%1 goes down.").arg(who);
    else if (std::holds_alternative<model::PoweredOff>(record.fact))
        line.sentence = Tr::tr("%1 loses power.").arg(who);
    else if (std::holds_alternative<model::Removed>(record.fact))
        line.sentence = Tr::tr("%1 leaves for good.").arg(who);
    else
        return;
    line.consequence = Tr::tr("%n session(s) gone with it.", nullptr, gone);
}

/// Whether something was lost or went wrong in that record itself.
bool isBad(const model::Fact &fact)
{
    if (const auto *sent = std::get_if<model::Sent>(&fact))
        return sent->lost;
    if (const auto *marked = std::get_if<model::ServerMarked>(&fact))
        return marked->health == model::Health::Down;
    if (std::holds_alternative<model::PoweredOff>(fact) || std::holds_alternative<model::Removed>(fact)
        || std::holds_alternative<model::Hung>(fact) || std::holds_alternative<model::LinkCut>(fact)
        || std::holds_alternative<model::Dropped>(fact) || std::holds_alternative<model::ConfirmationMissed>(fact)
        || std::holds_alternative<model::MemberDropped>(fact))
        return true;
    return std::holds_alternative<model::Crashed>(fact) || std::holds_alternative<model::SessionMissing>(fact)
        || std::holds_alternative<model::SessionEnded>(fact) || std::holds_alternative<model::ConnectFailed>(fact)
        || std::holds_alternative<model::ConnectionReset>(fact) || std::holds_alternative<model::Rejected>(fact)
        || std::holds_alternative<model::Failed>(fact);
}

Line lineOf(const Names &names, const verdict::Explanation &explanation, const verdict::Explanation::Step &step)
{
    Line line;
    line.role = step.role;
    line.record = step.record;
    line.lights = {step.record};
    line.lights.insert(line.lights.end(), step.alsoLights.begin(), step.alsoLights.end());
    const timeline::Record &record = names.timeline()[step.record];
    line.time = momentText(record.at);
    line.mark = isBad(record.fact) ? Mark::Bad : Mark::Note;
    switch (step.role) {
    case verdict::Role::Promise:
        tellPromise(names, line, explanation.missing);
        line.mark = Mark::Good;
        break;
    case verdict::Role::CopyMade:
        line.sentence = recordSentence(names, step.record);
        line.consequence = whereItLies(names, step.record);
        if (line.consequence.isEmpty())
            line.consequence = whereItTravels(names, record);
        line.mark = Mark::Good;
        break;
    case verdict::Role::CopyEnded:
    case verdict::Role::ServerGot:
        line.sentence = recordSentence(names, step.record);
        break;
    case verdict::Role::Decision:
        line.sentence = recordSentence(names, step.record);
        line.consequence = whatFollows(names, line);
        break;
    case verdict::Role::Contradiction:
        if (explanation.outcome == verdict::Outcome::Fine) {
            line.sentence = recordSentence(names, step.record);
            line.mark = Mark::Good;
        } else {
            tellContradiction(names, line);
            line.mark = Mark::Bad;
        }
        break;
    }
    tellDeath(names, line);
    return line;
}

QString brokenSentence(verdict::Guarantee guarantee, const QString &what)
{
    switch (guarantee) {
    case verdict::Guarantee::ReadYourWrites:
        //: %1 is what was confirmed: "log-in", "apple"
        return Tr::tr("The %1 was confirmed and still exists; this answer does not know it.").arg(what);
    case verdict::Guarantee::MonotonicReads:
        //: %1 is what was shown before: "log-in", "apple"
        return Tr::tr("The %1 was shown before and still exists; this answer does not know it.").arg(what);
    case verdict::Guarantee::MonotonicWrites:
        //: %1 is what was written earlier: "apple"
        return Tr::tr("A later write of the same user shows, the earlier %1 does not.").arg(what);
    case verdict::Guarantee::WritesFollowReads:
        //: %1 is what was read: "apple"
        return Tr::tr("A write made after seeing the %1 shows without it.").arg(what);
    case verdict::Guarantee::Durability:
        //: %1 is what was confirmed: "log-in", "apple"
        return Tr::tr("The %1 that was confirmed is nowhere any more.").arg(what);
    case verdict::Guarantee::Availability:
        return Tr::tr("No proper answer came in time.");
    }
    return {};
}

/// The server that answered never had the session, and had its turn: what was lost elsewhere is not what the answer
/// comes from.
bool neverHadWhatWasLost(const Names &names, const std::vector<Line> &lines)
{
    bool hadItsTurn = false;
    for (const Line &line : lines) {
        for (const model::RecordId id : line.lights) {
            const timeline::Record &record = names.timeline()[id];
            if (const auto *forwarded = std::get_if<model::Forwarded>(&record.fact))
                hadItsTurn = forwarded->reason == model::ForwardReason::Balanced;
            else if (const auto *missing = std::get_if<model::SessionMissing>(&record.fact))
                return hadItsTurn && names.timeline().entity(record.entity).type == model::EntityType::Server
                    && neverHad(names, record.entity, missing->session);
        }
    }
    return false;
}

} // namespace

QString explanationTitle(const Names &names, const verdict::Verdict &verdict)
{
    const QString who = names.entity(verdict.client);
    switch (verdict.outcome) {
    case verdict::Outcome::Fine:
        return Tr::tr("How did %1 get this answer?").arg(who);
    case verdict::Outcome::LoggedOut:
        return Tr::tr("Why was %1 logged out?").arg(who);
    case verdict::Outcome::StaleRead:
        return Tr::tr("Why did %1 see an old value?").arg(who);
    case verdict::Outcome::LostUpdate:
        return Tr::tr("Why did something vanish that %1 had stored?").arg(who);
    case verdict::Outcome::Refused:
        return Tr::tr("Why did %1 see an error?").arg(who);
    case verdict::Outcome::RevokedAccepted:
        return Tr::tr("Why was the revoked session of %1 accepted?").arg(who);
    }
    return {};
}

ExplanationText explanationText(const Names &names, const verdict::Explanation &explanation,
                                const verdict::Verdict &verdict)
{
    ExplanationText text;
    text.title = explanationTitle(names, verdict);
    for (const verdict::Explanation::Step &step : explanation.steps) {
        text.lines.push_back(lineOf(names, explanation, step));
        text.lines.back().number = static_cast<int>(text.lines.size());
    }
    if (!verdict.broken.isEmpty()) {
        //: %1 is one or more guarantees: "durability"
        text.brokenTitle = Tr::tr("Broken: %1").arg(guaranteeNames(verdict.broken));
        if (explanation.guarantee)
            text.brokenText = brokenSentence(*explanation.guarantee, names.write(explanation.missing));
        if (explanation.guarantee == verdict::Guarantee::Durability && names.state()
            && neverHadWhatWasLost(names, text.lines))
            text.brokenText += QLatin1Char(' ') + Tr::tr("The server that answered never had it.");
    }
    return text;
}

QString answerCallout(const Names &names, const verdict::Verdict &verdict)
{
    QString reason;
    for (const model::RecordId id : names.timeline().recordsOfRequest(verdict.request)) {
        if (is<model::SessionMissing>(names, id) || is<model::CookieAbsent>(names, id) || is<model::Rejected>(names, id)
            || is<model::SessionFound>(names, id) || is<model::SessionCreated>(names, id))
            reason = recordSentence(names, id);
    }
    const auto *answered = std::get_if<model::Answered>(&names.timeline()[verdict.finished].fact);
    if (!answered || reason.isEmpty())
        reason = recordSentence(names, verdict.finished);
    if (reason.endsWith(QLatin1Char('.')))
        reason.chop(1);
    return answered ? QString::number(answered->status) + QStringLiteral(" · ") + reason : reason;
}

QString showCauses(int count)
{
    return Tr::tr("Why? Show the %n cause(s)", nullptr, count);
}

QString plainText(const ExplanationText &text)
{
    QString plain = text.title + QLatin1Char('\n');
    for (const Line &line : text.lines) {
        plain += QStringLiteral("%1. %2  ").arg(QString::number(line.number), line.time) + line.sentence;
        if (!line.consequence.isEmpty())
            plain += QStringLiteral(" → ") + line.consequence;
        plain += QLatin1Char('\n');
    }
    if (!text.brokenTitle.isEmpty())
        plain += text.brokenTitle + QLatin1Char('\n');
    if (!text.brokenText.isEmpty())
        plain += text.brokenText + QLatin1Char('\n');
    return plain;
}

} // namespace sessionarium::ui::text
