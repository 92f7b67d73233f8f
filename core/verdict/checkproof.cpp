// SPDX-License-Identifier: GPL-3.0-or-later
// Shares nothing with the judge, so that a mistake there does not pass here: plain sets and scans, straight from the
// definitions of semantics §3 and §4.
#include "core/verdict/proof.h"
#include "core/verdict/proofplaces.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace sessionarium::verdict {

using model::EntityId;
using model::Operation;
using model::RecordId;
using model::RequestId;
using model::SimTime;
using model::StringId;
using model::WriteId;
using timeline::Record;
using timeline::Timeline;

namespace {

/// All that the records say of one request.
struct RequestStory
{
    EntityId client;
    RecordId issued;
    RecordId cause;
    model::RequestIssued fact;
    RecordId finished;
    std::uint32_t status = 0; ///< 0: without an HTTP answer.
    std::map<StringId, WriteId> shown;
    RecordId firstLookUp; ///< The server's first record about its session.
    RecordId lastLookUp;

    [[nodiscard]] bool is2xx() const { return finished.isSome() && status >= 200 && status < 300; }
    [[nodiscard]] bool inTime() const { return is2xx() || (finished.isSome() && (status == 401 || status == 302)); }
    [[nodiscard]] bool isRead() const
    {
        return fact.operation != Operation::LogIn && fact.operation != Operation::LoginPage;
    }
    [[nodiscard]] WriteId value(StringId attribute) const
    {
        const auto it = shown.find(attribute);
        return it == shown.end() ? WriteId() : it->second;
    }
};

/// An answer by which a client came to expect a write.
struct Promise
{
    RecordId answer;
    StringId attribute;
    bool acknowledges = false;
};

/// A stretch of time in which a place held the write.
struct Stretch
{
    EntityId holder;
    RecordId begin;
    RecordId end;
};

class Definitions
{
public:
    Definitions(const Timeline &timeline, std::uint32_t count) : m_timeline(timeline)
    {
        m_user = timeline.strings().find(model::userAttribute).value_or(StringId());
        for (std::uint32_t i = 0; i < count; ++i)
            read(RecordId(i), timeline[i]);
    }

    [[nodiscard]] const RequestStory *request(RequestId id) const
    {
        const auto it = m_requests.find(id);
        return it == m_requests.end() ? nullptr : &it->second;
    }

    [[nodiscard]] bool isStranger(const RequestStory &r) const { return r.value(m_user).isNone(); }

    /// The value and all that it was based on, newest first.
    [[nodiscard]] std::vector<WriteId> lineage(WriteId value) const
    {
        std::vector<WriteId> line;
        std::set<WriteId> seen;
        while (value.isSome() && seen.insert(value).second) {
            line.push_back(value);
            const auto base = m_base.find(value);
            value = base == m_base.end() ? WriteId() : base->second;
        }
        return line;
    }
    [[nodiscard]] bool contains(WriteId value, WriteId write) const
    {
        const std::vector<WriteId> line = lineage(value);
        return write.isNone() || std::find(line.begin(), line.end(), write) != line.end();
    }
    [[nodiscard]] bool areOnTwoBranches(WriteId a, WriteId b) const { return !contains(a, b) && !contains(b, a); }

    /// Whether one write on each side of the fork was on its way while the other was.
    [[nodiscard]] bool isConcurrent(WriteId missing, WriteId value) const
    {
        WriteId competing;
        for (const WriteId write : lineage(value)) {
            if (contains(missing, write))
                break;
            competing = write;
        }
        return !isBefore(missing, competing) && !isBefore(competing, missing);
    }

    /// The answer that acknowledged the client's last log-in before the request; none if there was none.
    [[nodiscard]] RecordId logIn(const RequestStory &r) const
    {
        RecordId last;
        for (const auto &[id, other] : m_requests)
            if (other.client == r.client && other.fact.operation == Operation::LogIn && other.is2xx()
                && other.finished < r.issued && (last.isNone() || last < other.finished))
                last = other.finished;
        return last;
    }

    /// Every answer since then that makes the write one of those that the client expects to see; oldest first.
    [[nodiscard]] std::vector<Promise> promises(const RequestStory &r, WriteId write) const
    {
        std::vector<Promise> all;
        const RecordId from = logIn(r);
        if (from.isNone())
            return all;
        for (const auto &[id, other] : m_requests) {
            if (other.client != r.client || !other.is2xx() || other.finished < from || r.issued < other.finished)
                continue;
            const bool isLogIn = other.fact.operation == Operation::LogIn;
            if (other.fact.write == write)
                all.push_back(Promise {other.finished, isLogIn ? m_user : other.fact.attribute, true});
            if (!isLogIn)
                for (const auto &[attribute, shown] : other.shown)
                    if (shown == write)
                        all.push_back(Promise {other.finished, attribute, false});
        }
        std::sort(all.begin(), all.end(), [](const Promise &a, const Promise &b) { return a.answer < b.answer; });
        return all;
    }

    /// Since its last log-in another browser's session cookie was copied into the jar: what it is shown is not its own.
    [[nodiscard]] bool showsAnothers(const RequestStory &r) const
    {
        const RecordId since = logIn(r);
        return std::any_of(m_cookiesTaken.begin(), m_cookiesTaken.end(), [&](const auto &taken) {
            const bool isCopied = std::holds_alternative<model::CookieStored>(m_timeline[taken.first].fact);
            return isCopied && taken.second == r.client && since.isSome() && since < taken.first
                && taken.first < r.issued;
        });
    }

    [[nodiscard]] bool isEntitled(const RequestStory &r) const
    {
        const RecordId since = logIn(r);
        if (since.isNone())
            return false;
        for (const auto &[id, other] : m_requests)
            if (&other != &r && other.client == r.client && other.fact.operation == Operation::LogOut
                && since < other.issued && other.issued < r.finished)
                return false;
        for (const auto &[at, client] : m_cookiesTaken)
            if (client == r.client && since < at && at < r.issued)
                return false;
        if (r.cause.isSome())
            if (const auto *taken = std::get_if<model::ActionTaken>(&m_timeline[r.cause].fact))
                if (taken->verb == model::ActionKind::SendUnknownId || taken->verb == model::ActionKind::ReadAnonymous)
                    return false;
        if (const StringId session = sessionOfLogIn(since); session.isSome() && m_revoked.contains(session))
            return false;
        return !cameTooLate(r, since);
    }

    /// Whether an earlier answer to anybody showed the write as lost.
    [[nodiscard]] bool isWrittenOff(const RequestStory &r, WriteId write, StringId attribute) const
    {
        for (const auto &[id, other] : m_requests) {
            if (!other.isRead() || !other.inTime() || !(other.finished < r.finished))
                continue;
            const WriteId value = other.value(attribute);
            if (value.isNone() || !areOnTwoBranches(value, write))
                continue;
            if (isStranger(other) && !isEntitled(other))
                continue;
            if (!promises(other, write).empty())
                return true;
        }
        return false;
    }

    /// Place by place: when it held a value that contains the write.
    [[nodiscard]] std::vector<Stretch> copies(WriteId write) const
    {
        ProofPlaces world(m_timeline, m_logOuts);
        std::map<ProofPlaces::Place, RecordId> open;
        std::vector<Stretch> all;
        for (const RecordId id : m_memory) {
            world.read(id);
            std::map<ProofPlaces::Place, RecordId> still;
            for (const auto &[place, value] : world.places()) {
                if (!contains(value.write, write) || (value.isTrace && value.write != write))
                    continue;
                const auto began = open.find(place);
                still.emplace(place, began == open.end() ? id : began->second);
            }
            for (const auto &[place, began] : open)
                if (!still.contains(place))
                    all.push_back(Stretch {memoryOf(place), began, id});
            open = std::move(still);
        }
        for (const auto &[place, began] : open)
            all.push_back(Stretch {memoryOf(place), began, RecordId()});
        return all;
    }

    [[nodiscard]] bool showsOwnWriteSince(const RequestStory &r, RecordId moment) const
    {
        for (const auto &[attribute, value] : r.shown)
            for (const WriteId write : lineage(value)) {
                const auto issued = m_issued.find(write);
                if (write.client == r.client && issued != m_issued.end() && moment < issued->second)
                    return true;
            }
        return false;
    }

    /// By which record the answering server had `value`, or had lost its copy of the write; none: by no record.
    [[nodiscard]] RecordId serverGot(const RequestStory &r, StringId attribute, WriteId value,
                                     const std::vector<Stretch> &copies) const
    {
        if (r.lastLookUp.isNone())
            return RecordId();
        const Record &lookUp = m_timeline[r.lastLookUp];
        RecordId got;
        if (value.isSome()) {
            const auto *found = std::get_if<model::SessionFound>(&lookUp.fact);
            for (const RecordId id : m_memory) {
                if (!found || r.lastLookUp < id || m_timeline[id].entity != lookUp.entity)
                    continue;
                const auto *applied = std::get_if<model::WriteApplied>(&m_timeline[id].fact);
                const auto *set = std::get_if<model::AttributeSet>(&m_timeline[id].fact);
                const bool isIt = (applied && applied->session == found->session && applied->attribute == attribute
                                   && applied->write == value)
                    || (set && set->session == found->session && set->attribute == attribute && set->write == value);
                if (isIt)
                    got = id;
            }
            return got;
        }
        for (const Stretch &copy : copies) {
            if (copy.holder != lookUp.entity || r.lastLookUp < copy.begin)
                continue;
            if (copy.end.isNone() || r.lastLookUp < copy.end)
                return RecordId();
            got = got.isNone() ? copy.end : std::max(got, copy.end);
        }
        return got;
    }

private:
    /// Whose memory the place is; none for all others.
    static EntityId memoryOf(const ProofPlaces::Place &place)
    {
        return place.kind == ProofPlaces::Kind::Memory ? place.entity : EntityId();
    }

    void read(RecordId id, const Record &record)
    {
        if (const auto *issued = std::get_if<model::RequestIssued>(&record.fact)) {
            RequestStory story;
            story.client = record.entity;
            story.issued = id;
            story.cause = record.cause;
            story.fact = *issued;
            m_requests.try_emplace(record.request, story);
            if (issued->write.isSome()) {
                m_issued[issued->write] = id;
                if (issued->operation == Operation::LogOut)
                    m_logOuts.insert(issued->write);
            }
            return;
        }
        readMemory(id, record);
        readCookies(id, record);

        const auto it = m_requests.find(record.request);
        if (it == m_requests.end() || it->second.finished.isSome())
            return;
        RequestStory &story = it->second;
        if (const auto *shown = std::get_if<model::AttributeShown>(&record.fact)) {
            story.shown.emplace(shown->attribute, shown->shown);
        } else if (const auto *answered = std::get_if<model::Answered>(&record.fact)) {
            story.finished = id;
            story.status = answered->status;
            if (answered->shown.isSome())
                story.shown[m_user] = answered->shown;
            if (story.is2xx() && story.fact.write.isSome())
                m_acknowledged[story.fact.write] = id;
        } else if (std::holds_alternative<model::Failed>(record.fact)) {
            story.finished = id;
        }
        const bool looksUp = std::holds_alternative<model::SessionFound>(record.fact)
            || std::holds_alternative<model::SessionMissing>(record.fact)
            || std::holds_alternative<model::CookieAbsent>(record.fact);
        // Where a store looked, that counts: the server only passes on what it was told.
        const bool isAtStore = m_timeline.entity(record.entity).type == model::EntityType::Store;
        const bool wasAtStore =
            story.lastLookUp.isSome() && m_timeline.entity(m_timeline[story.lastLookUp].entity).type == model::EntityType::Store;
        if (looksUp && (isAtStore || !wasAtStore))
            story.lastLookUp = id;
        const bool concernsSession = looksUp || std::holds_alternative<model::SessionCreated>(record.fact)
            || std::holds_alternative<model::SessionEnded>(record.fact);
        if (concernsSession && story.firstLookUp.isNone())
            story.firstLookUp = id;
    }

    void readMemory(RecordId id, const Record &record)
    {
        if (const auto *applied = std::get_if<model::WriteApplied>(&record.fact)) {
            // The first mention of a write fixes what it was based on, and the session that it belongs to.
            if (applied->base.isSome()) {
                m_base.emplace(applied->base, WriteId());
                m_home.emplace(applied->base, applied->session);
            }
            m_base.emplace(applied->write, applied->base == applied->write ? WriteId() : applied->base);
            m_home.emplace(applied->write, applied->session);
        }
        m_memory.push_back(id);
        if (const auto *ended = std::get_if<model::SessionEnded>(&record.fact))
            if (ended->reason == model::SessionEnd::Revoked)
                m_revoked.emplace(ended->session, id);
        if (const auto *created = std::get_if<model::SessionCreated>(&record.fact)) {
            if (created->role == model::CopyRole::InCharge)
                m_served.emplace_back(id, created->session);
        }
        if (const auto *found = std::get_if<model::SessionFound>(&record.fact))
            m_served.emplace_back(id, found->session);
    }

    void readCookies(RecordId id, const Record &record)
    {
        const auto *deleted = std::get_if<model::CookieDeleted>(&record.fact);
        const auto *stored = std::get_if<model::CookieStored>(&record.fact);
        if ((!deleted && !stored) || record.cause.isNone()
            || m_timeline.text(deleted ? deleted->cookie : stored->cookie) != model::sessionCookieName)
            return;
        const auto *taken = std::get_if<model::ActionTaken>(&m_timeline[record.cause].fact);
        if (taken && taken->verb == (deleted ? model::ActionKind::DeleteCookie : model::ActionKind::CopyCookie))
            m_cookiesTaken.emplace_back(id, record.entity);
    }

    [[nodiscard]] StringId sessionOfLogIn(RecordId answer) const
    {
        for (const auto &[id, other] : m_requests)
            if (other.finished == answer)
                if (const auto home = m_home.find(other.fact.write); home != m_home.end())
                    return home->second;
        return StringId();
    }

    /// Whether the session of the log-in had been idle for its time-out when the server looked it up.
    [[nodiscard]] bool cameTooLate(const RequestStory &r, RecordId logInAnswer) const
    {
        const StringId session = sessionOfLogIn(logInAnswer);
        RecordId last;
        for (const auto &[id, served] : m_served)
            if (served == session && session.isSome() && id < r.firstLookUp)
                last = id;
        if (r.firstLookUp.isNone() || last.isNone())
            return false;
        return m_timeline[r.firstLookUp].at - m_timeline[last].at >= m_timeline.info().sessionTimeout;
    }

    [[nodiscard]] bool isBefore(WriteId one, WriteId other) const
    {
        const auto acknowledged = m_acknowledged.find(one);
        const auto issued = m_issued.find(other);
        return acknowledged != m_acknowledged.end() && issued != m_issued.end()
            && acknowledged->second < issued->second;
    }

    const Timeline &m_timeline;
    StringId m_user;
    std::map<RequestId, RequestStory> m_requests;
    std::map<WriteId, WriteId> m_base;
    std::map<WriteId, StringId> m_home;
    std::map<WriteId, RecordId> m_issued;
    std::map<WriteId, RecordId> m_acknowledged;
    std::set<WriteId> m_logOuts;
    std::vector<RecordId> m_memory; ///< All records but those of issuing: what may change where values are.
    std::map<StringId, RecordId> m_revoked;
    std::vector<std::pair<RecordId, StringId>> m_served;
    std::vector<std::pair<RecordId, EntityId>> m_cookiesTaken;
};

using Steps = std::set<std::pair<RecordId, Role>>;

/// The steps of a proof whose order and uniqueness hold; nothing otherwise.
std::optional<Steps> orderedSteps(const Proof &proof, std::uint32_t count)
{
    Steps steps;
    for (const ProofStep &step : proof.steps) {
        const std::pair<RecordId, Role> item(step.record, step.role);
        if (step.record.isNone() || step.record.value >= count || (!steps.empty() && item <= *steps.rbegin()))
            return std::nullopt;
        steps.insert(item);
    }
    return steps;
}

/// Whether the client may appeal to the guarantee for this write: then the answer that the proof has to name.
RecordId promiseFor(Guarantee guarantee, const Definitions &definitions, const RequestStory &r, WriteId missing,
                    const std::vector<Promise> &promises)
{
    RecordId acknowledged;
    RecordId shown;
    for (const Promise &promise : promises) {
        RecordId &first = promise.acknowledges ? acknowledged : shown;
        if (first.isNone())
            first = promise.answer;
    }
    const RecordId either = acknowledged.isSome() ? acknowledged : shown;
    switch (guarantee) {
    case Guarantee::ReadYourWrites:
        return missing.client == r.client ? either : RecordId();
    case Guarantee::MonotonicReads:
        return shown;
    case Guarantee::MonotonicWrites:
        return acknowledged.isSome() && definitions.showsOwnWriteSince(r, acknowledged) ? acknowledged : RecordId();
    case Guarantee::WritesFollowReads:
        return acknowledged.isNone() && definitions.showsOwnWriteSince(r, shown) ? shown : RecordId();
    case Guarantee::Durability:
        return either;
    case Guarantee::Availability:
        break;
    }
    return RecordId();
}

} // namespace

bool checkProof(const Timeline &timeline, const Proof &proof)
{
    RecordId finished = timeline.lastOfRequest(proof.request);
    while (finished.isSome() && !std::holds_alternative<model::Answered>(timeline[finished].fact)
           && !std::holds_alternative<model::Failed>(timeline[finished].fact))
        finished = timeline.previousOfRequest(finished);
    if (finished.isNone())
        return false;
    const std::uint32_t count = finished.value + 1;
    const std::optional<Steps> steps = orderedSteps(proof, count);
    const Definitions definitions(timeline, count);
    const RequestStory *r = definitions.request(proof.request);
    if (!steps || !r || r->finished != finished)
        return false;
    Steps needed {{finished, Role::Contradiction}};
    if (proof.guarantee == Guarantee::Availability)
        return !r->inTime() && proof.missing.isNone() && *steps == needed;

    // The client expects the write, and the answer does not have it.
    if (!r->inTime() || !r->isRead() || (definitions.isStranger(*r) && !definitions.isEntitled(*r)))
        return false;
    if (definitions.showsAnothers(*r))
        return false;
    const std::vector<Promise> promises = definitions.promises(*r, proof.missing);
    if (proof.missing.isNone() || promises.empty())
        return false;
    const StringId attribute = promises.front().attribute;
    const WriteId value = r->value(attribute);
    if (definitions.contains(value, proof.missing) || definitions.isWrittenOff(*r, proof.missing, attribute))
        return false;
    if (definitions.areOnTwoBranches(value, proof.missing) && definitions.isConcurrent(proof.missing, value))
        return false;
    const RecordId promise = promiseFor(proof.guarantee, definitions, *r, proof.missing, promises);
    if (promise.isNone())
        return false;
    needed.emplace(promise, Role::Promise);

    // Where it was, and where it still is.
    const std::vector<Stretch> copies = definitions.copies(proof.missing);
    const bool isLeft = std::any_of(copies.begin(), copies.end(), [](const Stretch &c) { return c.end.isNone(); });
    if (isLeft == (proof.guarantee == Guarantee::Durability))
        return false;
    if (!isLeft) {
        for (const Stretch &copy : copies) {
            needed.emplace(copy.begin, Role::CopyMade);
            needed.emplace(copy.end, Role::CopyEnded);
        }
        return *steps == needed;
    }
    const RecordId got = definitions.serverGot(*r, attribute, value, copies);
    if (got.isSome())
        needed.emplace(got, Role::ServerGot);
    return std::any_of(copies.begin(), copies.end(), [&](const Stretch &copy) {
        Steps all = needed;
        return copy.end.isNone() && all.emplace(copy.begin, Role::CopyMade).second && all == *steps;
    });
}

} // namespace sessionarium::verdict
