// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/verdict/naivejudge.h"

#include <map>
#include <optional>
#include <set>
#include <tuple>

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

    /// Where values are: every one with its place, and the log-outs that holders have on record.
    std::pair<std::map<std::tuple<EntityId, StringId, StringId>, WriteId>, std::multiset<WriteId>> memory() const
    {
        std::map<std::tuple<EntityId, StringId, StringId>, WriteId> live;
        std::map<std::tuple<EntityId, StringId, StringId>, WriteId> onRecord;
        const auto clear = [](auto &map, auto isGone) {
            std::erase_if(map, [&](const auto &item) { return isGone(item.first); });
        };
        for (std::uint32_t i = 0; i < m_count; ++i) {
            const EntityId holder = m_timeline[i].entity;
            const auto ofHolder = [holder](const auto &place) { return std::get<0>(place) == holder; };
            const auto ofSession = [&](StringId session) {
                return [=](const auto &place) { return ofHolder(place) && std::get<1>(place) == session; };
            };
            if (const WriteApplied *applied = at<WriteApplied>(i); applied && applied->write.isSome()) {
                const std::tuple place(holder, applied->session, applied->attribute);
                live[place] = applied->write;
                onRecord.erase(place);
            } else if (at<Crashed>(i)) {
                clear(live, ofHolder);
                clear(onRecord, ofHolder);
            } else if (const SessionCreated *created = at<SessionCreated>(i)) {
                clear(live, ofSession(created->session));
                clear(onRecord, ofSession(created->session));
            } else if (const SessionEnded *ended = at<SessionEnded>(i)) {
                for (const auto &[place, value] : live)
                    if (ofSession(ended->session)(place) && isLogOut(value))
                        onRecord[place] = value;
                clear(live, ofSession(ended->session));
            }
        }
        std::multiset<WriteId> logOuts;
        for (const auto &[place, value] : onRecord)
            logOuts.insert(value);
        return {live, logOuts};
    }

    bool hasCopy(WriteId write) const
    {
        const auto [live, logOuts] = memory();
        for (const auto &[place, value] : live)
            if (contents(value).contains(write))
                return true;
        return logOuts.contains(write);
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
    bool isLogOut(WriteId write) const
    {
        const auto i = issuedWrite(write);
        return i && at<RequestIssued>(*i)->operation == Operation::LogOut;
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
    const auto isOwnAction = [&](std::uint32_t i, ActionKind verb) {
        const RecordId cause = past[i].cause;
        return cause.isSome() && past.at<ActionTaken>(cause.value) && past.at<ActionTaken>(cause.value)->verb == verb;
    };
    for (std::uint32_t i = since; i < issued; ++i)
        if (past.at<CookieDeleted>(i) && past[i].entity == client && isOwnAction(i, ActionKind::DeleteCookie))
            return false; // the stories delete no other cookie
    if (isOwnAction(issued, ActionKind::SendUnknownId))
        return false;

    StringId session;
    for (std::uint32_t i = 0; i < since && session.isNone(); ++i)
        if (const WriteApplied *applied = past.at<WriteApplied>(i))
            if (applied->write == past.fact(*logIn).write || applied->base == past.fact(*logIn).write)
                session = applied->session;
    std::optional<SimTime> served;
    for (std::uint32_t i = 0; i < finished; ++i) {
        const SessionFound *found = past.at<SessionFound>(i);
        const SessionCreated *created = past.at<SessionCreated>(i);
        const bool isLookUp =
            found || created || past.at<SessionMissing>(i) || past.at<CookieAbsent>(i) || past.at<SessionEnded>(i);
        if (isLookUp && past[i].request == request)
            return !served || past[i].at - *served < timeout;
        if (session.isSome() && ((found && found->session == session) || (created && created->session == session)))
            served = past[i].at;
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

void judgeRead(const Past &past, const Past &after, Verdict &verdict, WriteSet &writtenOff, Duration timeout)
{
    const Shown shown = after.shown(verdict.request);
    const std::uint32_t issued = verdict.issued.value;
    const bool isStranger = !shown.contains(past.user());
    if (isStranger && !isEntitled(after, verdict.request, verdict.client, timeout))
        return;

    bool isRevoked = false;
    if (const auto logIn = logInBefore(past, verdict.client, issued); logIn && !isStranger)
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
        if (!past.hasCopy(e)) {
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
    for (std::uint32_t i = 0; i < timeline.size(); ++i) {
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
            judgeRead(past, after, verdict, writtenOff, timeline.info().sessionTimeout);
        }
        verdicts.push_back(verdict);
    }
    return verdicts;
}

} // namespace sessionarium::tests::dictated
