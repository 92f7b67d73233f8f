// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/verdict/naivejudge.h"

#include "tests/core/verdict/naiveworld.h"

#include <map>
#include <optional>
#include <set>

namespace sessionarium::tests::dictated {

using namespace model;
using timeline::Record;
using timeline::Timeline;
using verdict::Guarantee;
using verdict::Outcome;
using verdict::Verdict;

namespace {

using WriteSet = std::set<WriteId>;
using Shown = std::map<StringId, WriteId>;

/// The world as it was when the first `count` records had happened, read off with one question a pass.
class Past
{
public:
    Past(const Timeline &timeline, std::uint32_t count) : m_timeline(timeline), m_count(count)
    {
        m_user = *timeline.strings().find(userAttribute);
    }

    template <class F>
    const F *at(std::uint32_t i) const
    {
        return std::get_if<F>(&m_timeline[i].fact);
    }
    const Record &operator[](std::uint32_t i) const { return m_timeline[i]; }
    std::uint32_t count() const { return m_count; }
    StringId user() const { return m_user; }

    std::optional<std::uint32_t> issued(RequestId request) const
    {
        for (std::uint32_t i = 0; i < m_count; ++i)
            if (at<RequestIssued>(i) && m_timeline[i].request == request)
                return i;
        return std::nullopt;
    }
    const RequestIssued &fact(RequestId request) const { return *at<RequestIssued>(*issued(request)); }

    std::optional<std::uint32_t> finished(RequestId request) const
    {
        if (request.isNone() || !issued(request))
            return std::nullopt;
        for (std::uint32_t i = *issued(request); i < m_count; ++i)
            if ((at<Answered>(i) || at<Failed>(i)) && m_timeline[i].request == request)
                return i;
        return std::nullopt;
    }
    std::uint32_t status(RequestId request) const
    {
        const Answered *answered = at<Answered>(*finished(request));
        return answered ? answered->status : 0;
    }
    bool isAcknowledged(RequestId request) const { return finished(request) && status(request) / 100 == 2; }
    bool isInTime(RequestId request) const
    {
        return isAcknowledged(request) || status(request) == 401 || status(request) == 302;
    }

    Shown shown(RequestId request) const
    {
        Shown all;
        for (std::uint32_t i = 0; i < *finished(request); ++i)
            if (at<AttributeShown>(i) && m_timeline[i].request == request)
                all.emplace(at<AttributeShown>(i)->attribute, at<AttributeShown>(i)->shown);
        if (const Answered *answered = at<Answered>(*finished(request)); answered && answered->shown.isSome())
            all[m_user] = answered->shown;
        return all;
    }

    /// A value as the set of the writes that it contains.
    WriteSet contents(WriteId value) const
    {
        std::map<WriteId, WriteId> base;
        for (std::uint32_t i = 0; i < m_count; ++i)
            if (const WriteApplied *applied = at<WriteApplied>(i)) {
                if (applied->base.isSome())
                    base.emplace(applied->base, WriteId());
                if (applied->write.isSome())
                    base.emplace(applied->write, applied->base);
            }
        WriteSet set;
        while (value.isSome()) {
            set.insert(value);
            value = base.contains(value) ? base[value] : WriteId();
        }
        return set;
    }

    /// All requests of a client, by their numbers.
    std::vector<RequestId> requestsOf(EntityId client) const
    {
        std::vector<RequestId> all;
        for (std::uint32_t i = 0; i < m_count; ++i)
            if (at<RequestIssued>(i) && m_timeline[i].entity == client)
                all.push_back(m_timeline[i].request);
        return all;
    }

    /// Whether a value that contains the write is anywhere.
    bool isAnywhere(WriteId write, const NaiveWorld::Content &content) const
    {
        for (const WriteId value : content.values)
            if (contents(value).contains(write))
                return true;
        return content.logOuts.contains(write);
    }

    /// Every id of the session so far (B-7).
    std::set<StringId> idsOf(StringId session) const
    {
        std::set<StringId> ids {session};
        for (std::uint32_t i = 0; i < m_count; ++i)
            if (const SessionIdChanged *renamed = at<SessionIdChanged>(i))
                if (ids.contains(renamed->session) != ids.contains(renamed->newSession)) {
                    ids.insert({renamed->session, renamed->newSession});
                    i = 0; // it may connect what came before
                }
        return ids;
    }

    /// The session of a log-in: where its write was applied first.
    StringId sessionOf(RequestId logIn) const
    {
        for (std::uint32_t i = 0; i < m_count; ++i)
            if (const WriteApplied *applied = at<WriteApplied>(i))
                if (applied->write == fact(logIn).write || applied->base == fact(logIn).write)
                    return applied->session;
        return {};
    }

    Past until(std::uint32_t i) const { return Past(m_timeline, i); }
    bool isSessionCookie(StringId cookie) const { return m_timeline.text(cookie) == sessionCookieName; }

    std::optional<SimTime> lastServed(StringId session) const
    {
        std::optional<SimTime> served;
        const std::set<StringId> ids = idsOf(session);
        for (std::uint32_t i = 0; i < m_count; ++i) {
            const SessionFound *found = at<SessionFound>(i);
            const SessionCreated *created = at<SessionCreated>(i);
            if ((found && ids.contains(found->session))
                || (created && created->role == CopyRole::InCharge && ids.contains(created->session)))
                served = m_timeline[i].at;
        }
        return served;
    }

    bool isBy(std::uint32_t i, ActionKind verb) const
    {
        const RecordId cause = m_timeline[i].cause;
        return cause.isSome() && at<ActionTaken>(cause.value) && at<ActionTaken>(cause.value)->verb == verb;
    }

    std::optional<std::uint32_t> issuedWrite(WriteId write) const
    {
        std::optional<std::uint32_t> last;
        for (std::uint32_t i = 0; i < m_count; ++i)
            if (at<RequestIssued>(i) && at<RequestIssued>(i)->write == write)
                last = i;
        return last;
    }
    std::optional<std::uint32_t> acknowledgedWrite(WriteId write) const
    {
        for (std::uint32_t i = 0; i < m_count; ++i)
            if (at<Answered>(i) && issued(m_timeline[i].request) && fact(m_timeline[i].request).write == write
                && isAcknowledged(m_timeline[i].request))
                return i;
        return std::nullopt;
    }

private:
    const Timeline &m_timeline;
    std::uint32_t m_count;
    StringId m_user;
};

struct Expected
{
    StringId attribute;
    std::optional<std::uint32_t> acknowledged;
    std::optional<std::uint32_t> shown;
};

/// The last acknowledged log-in before a moment.
std::optional<RequestId> logInBefore(const Past &past, EntityId client, std::uint32_t moment)
{
    std::optional<RequestId> last;
    for (const RequestId q : past.requestsOf(client))
        if (past.fact(q).operation == Operation::LogIn && past.isAcknowledged(q) && *past.finished(q) < moment
            && (!last || *past.finished(*last) < *past.finished(q)))
            last = q;
    return last;
}

/// E: write → how the client knows of it.
std::map<WriteId, Expected> expectedBy(const Past &past, EntityId client, std::uint32_t issued)
{
    std::map<WriteId, Expected> all;
    const auto logIn = logInBefore(past, client, issued);
    if (!logIn)
        return all;
    const std::uint32_t since = *past.finished(*logIn);
    for (std::uint32_t i = since; i < issued; ++i) {
        const RequestId q = past[i].request;
        if (!past.at<Answered>(i) || past[i].entity != client || past.finished(q) != i || !past.isAcknowledged(q))
            continue;
        if (past.fact(q).operation != Operation::LogIn)
            for (const auto &[attribute, value] : past.shown(q))
                if (value.isSome()) {
                    Expected &item = all.try_emplace(value, Expected {attribute, {}, {}}).first->second;
                    if (!item.shown)
                        item.shown = i;
                }
        if (past.fact(q).write.isSome()) {
            Expected &item =
                all.try_emplace(past.fact(q).write, Expected {past.fact(q).attribute, {}, {}}).first->second;
            if (!item.acknowledged)
                item.acknowledged = i;
        }
    }
    return all;
}

/// Whether between the log-in and the request the client took its own session cookie away.
bool lostItsCookie(const Past &past, RequestId logIn, EntityId client, std::uint32_t issued)
{
    for (std::uint32_t i = *past.finished(logIn); i < issued; ++i) {
        if (past[i].entity != client)
            continue;
        const CookieDeleted *deleted = past.at<CookieDeleted>(i);
        if (deleted && past.isBy(i, ActionKind::DeleteCookie) && past.isSessionCookie(deleted->cookie))
            return true;
        const CookieStored *stored = past.at<CookieStored>(i);
        if (stored && past.isBy(i, ActionKind::CopyCookie) && past.isSessionCookie(stored->cookie)
            && !past.until(i).idsOf(past.sessionOf(logIn)).contains(stored->value))
            return true;
    }
    return false;
}

/// Whether before the moment an operator ended the session of the log-in.
bool wasRevoked(const Past &past, RequestId logIn, std::uint32_t moment)
{
    const std::set<StringId> own = past.until(moment).idsOf(past.sessionOf(logIn));
    for (std::uint32_t i = *past.issued(logIn); i < moment; ++i)
        if (const SessionEnded *ended = past.at<SessionEnded>(i))
            if (ended->reason == SessionEnd::Revoked && own.contains(ended->session))
                return true;
    return false;
}

bool isEntitled(const Past &past, RequestId request, EntityId client, Duration timeout)
{
    const std::uint32_t issued = *past.issued(request);
    const std::uint32_t finished = *past.finished(request);
    const auto logIn = logInBefore(past, client, issued);
    if (!logIn)
        return false;
    const std::uint32_t since = *past.finished(*logIn);
    for (const RequestId q : past.requestsOf(client))
        if (q != request && past.fact(q).operation == Operation::LogOut && *past.issued(q) > since
            && *past.issued(q) < finished)
            return false;
    if (lostItsCookie(past, *logIn, client, issued) || wasRevoked(past, *logIn, finished))
        return false;
    if (past.isBy(issued, ActionKind::SendUnknownId) || past.isBy(issued, ActionKind::ReadAnonymous))
        return false;

    for (std::uint32_t i = 0; i < finished; ++i) {
        const SessionCreated *created = past.at<SessionCreated>(i);
        const bool isLookUp = past.at<SessionFound>(i) || (created && created->role == CopyRole::InCharge)
            || past.at<SessionMissing>(i) || past.at<CookieAbsent>(i) || past.at<SessionEnded>(i);
        if (isLookUp && past[i].request == request) {
            const std::optional<SimTime> served = past.until(i).lastServed(past.sessionOf(*logIn));
            return !served || past[i].at - *served < timeout;
        }
    }
    return true;
}

bool isConcurrent(const Past &past, WriteId missing, const WriteSet &branch)
{
    // The first write of the other branch: the one that all others there contain.
    const WriteSet own = past.contents(missing);
    for (const WriteId write : branch) {
        if (own.contains(write))
            continue;
        WriteSet before = past.contents(write);
        before.erase(write);
        bool isFirst = true;
        for (const WriteId other : before)
            isFirst = isFirst && own.contains(other);
        if (!isFirst)
            continue;
        const auto precedes = [&](WriteId a, WriteId b) {
            const auto acknowledged = past.acknowledgedWrite(a);
            const auto issued = past.issuedWrite(b);
            return acknowledged && issued && *acknowledged < *issued;
        };
        return !precedes(missing, write) && !precedes(write, missing);
    }
    return false;
}

void judgeRead(const Past &past, const Past &after, const NaiveWorld &world, Verdict &verdict, WriteSet &writtenOff,
               Duration timeout)
{
    const Shown shown = after.shown(verdict.request);
    const std::uint32_t issued = verdict.issued.value;
    const bool isStranger = !shown.contains(past.user());
    if (isStranger && !isEntitled(after, verdict.request, verdict.client, timeout))
        return;

    bool isRevoked = false;
    const auto logIn = logInBefore(past, verdict.client, issued);
    if (logIn && lostItsCookie(past, *logIn, verdict.client, issued))
        return; // what it is shown is somebody else's
    if (logIn && !isStranger)
        isRevoked = wasRevoked(past, *logIn, issued);
    if (logIn && !isStranger)
        for (const RequestId q : past.requestsOf(verdict.client))
            isRevoked = isRevoked
                || (past.fact(q).operation == Operation::LogOut && *past.issued(q) > *past.finished(*logIn)
                    && past.finished(q) && *past.finished(q) < issued && past.isInTime(q));

    bool isStale = false;
    WriteSet ownShown;
    for (const auto &[attribute, value] : shown)
        for (const WriteId write : past.contents(value))
            if (write.client == verdict.client)
                ownShown.insert(write);
    WriteSet lost;
    const NaiveWorld::Content content = world.content();
    for (const auto &[e, known] : expectedBy(past, verdict.client, issued)) {
        const WriteId value = shown.contains(known.attribute) ? shown.at(known.attribute) : WriteId();
        const WriteSet branch = past.contents(value);
        if (branch.contains(e) || writtenOff.contains(e))
            continue;
        if (value.isSome() && !past.contents(e).contains(value)) {
            lost.insert(e);
            if (isConcurrent(past, e, branch))
                continue;
        } else {
            isStale = true;
        }
        if (!past.isAnywhere(e, content)) {
            verdict.broken.add(Guarantee::Durability);
            continue;
        }
        if (e.client == verdict.client)
            verdict.broken.add(Guarantee::ReadYourWrites);
        if (known.shown)
            verdict.broken.add(Guarantee::MonotonicReads);
        for (const WriteId write : ownShown)
            if (past.issuedWrite(write)
                && *past.issuedWrite(write) > known.acknowledged.value_or(known.shown.value_or(0)))
                verdict.broken.add(known.acknowledged ? Guarantee::MonotonicWrites : Guarantee::WritesFollowReads);
    }
    writtenOff.insert(lost.begin(), lost.end());
    verdict.lostWrites = static_cast<std::uint32_t>(lost.size());
    verdict.outcome = isRevoked ? Outcome::RevokedAccepted
        : isStranger            ? Outcome::LoggedOut
        : !lost.empty()         ? Outcome::LostUpdate
        : isStale               ? Outcome::StaleRead
                                : Outcome::Fine;
}

} // namespace

std::vector<Verdict> judgeNaively(const Timeline &timeline)
{
    std::vector<Verdict> verdicts;
    WriteSet writtenOff;
    NaiveWorld world(timeline);
    for (std::uint32_t i = 0; i < timeline.size(); ++i) {
        world.read(i);
        const Past past(timeline, i);
        const Past after(timeline, i + 1);
        const RequestId request = timeline[i].request;
        if ((!after.at<Answered>(i) && !after.at<Failed>(i)) || after.finished(request) != i)
            continue;
        Verdict verdict;
        verdict.request = request;
        verdict.client = timeline[i].entity;
        verdict.issued = RecordId(*after.issued(request));
        verdict.finished = RecordId(i);
        const Operation operation = after.fact(request).operation;
        if (!after.isInTime(request)) {
            verdict.outcome = Outcome::Refused;
            verdict.broken.add(Guarantee::Availability);
        } else if (operation != Operation::LogIn && operation != Operation::LoginPage) {
            judgeRead(past, after, world, verdict, writtenOff, timeline.info().sessionTimeout);
        }
        verdicts.push_back(verdict);
    }
    return verdicts;
}

} // namespace sessionarium::tests::dictated
