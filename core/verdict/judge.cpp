// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/verdict/judge.h"

#include "core/verdict/copies.h"
#include "core/verdict/expectations.h"
#include "core/verdict/writetree.h"

#include <algorithm>
#include <unordered_map>
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

namespace {

constexpr model::Duration slowAfter = model::seconds(1); // semantics §4.1

bool isSuccess(std::uint32_t status)
{
    return status >= 200 && status <= 299;
}

/// An answer that leaves the client signed in or out, and no error (semantics §4.1).
bool isInTime(std::uint32_t status)
{
    return isSuccess(status) || status == 401 || status == 302;
}

/// What is known of a request until it finishes.
struct OpenRequest
{
    EntityId client;
    RecordId issued;
    SimTime issuedAt;
    Operation operation = Operation::Read;
    StringId attribute;
    WriteNode write;
    std::uint32_t epoch = Expectations::none; ///< The client's at the moment of issue.
    bool presentsUnknownId = false; ///< By an action of the client's own.
    bool wasServed = false;
    bool cameTooLate = false; ///< The session had been idle for its time-out when the server looked it up.
    bool neededRetry = false;
    std::vector<std::pair<StringId, WriteId>> shown; ///< Attributes other than `user`.
};

/// Of a client between its requests.
struct ClientState
{
    std::uint32_t epoch = Expectations::none; ///< None before its first acknowledged log-in.
    RecordId logOutIssued; ///< Its newest log-out,
    RecordId logOutIssuedBefore; ///< and the one before.
};

/// One answer, as values.
struct Answer
{
    RecordId id;
    std::uint32_t status = 0;
    std::vector<std::pair<StringId, WriteNode>> shown; ///< With `user`; what is absent is empty.
    bool isStranger = true; ///< It shows nobody signed in.

    [[nodiscard]] WriteNode value(StringId attribute) const
    {
        for (const auto &[name, node] : shown)
            if (name == attribute)
                return node;
        return WriteNode();
    }
};

} // namespace

struct Judge::State
{
    model::Duration sessionTimeout;
    StringId user;
    StringId sessionCookie;

    WriteTree tree;
    Copies copies;
    Expectations expectations;
    std::vector<ClientState> clients; // by entity; those that are no clients stay as they are
    std::unordered_map<std::uint32_t, OpenRequest> open; // by request; looked up only
    std::vector<RecordId> cookieActions; // clients' own actions on their session cookie, ascending
    std::vector<Verdict> verdicts;

    ClientState &client(EntityId id)
    {
        if (clients.size() <= id.value)
            clients.resize(std::size_t {id.value} + 1);
        return clients[id.value];
    }
    OpenRequest *find(RequestId id)
    {
        const auto found = id.isSome() ? open.find(id.value) : open.end();
        return found == open.end() ? nullptr : &found->second;
    }
    bool isCookieAction(RecordId cause) const
    {
        return std::binary_search(cookieActions.begin(), cookieActions.end(), cause);
    }

    void learnString(StringId id, std::string_view text);
    void issue(RecordId id, const Record &record, const model::RequestIssued &fact);
    void touchSession(const Record &record, StringId session, bool isServed);
    void answer(RecordId id, const Record &record, const model::Answered &fact);
    void finish(OpenRequest &request, RecordId id, const Record &record, Verdict verdict);

    bool isEntitled(const OpenRequest &request) const;
    void compare(const OpenRequest &request, const Answer &answer, Verdict &verdict);
    void compareTrack(const OpenRequest &request, const Answer &answer, std::uint32_t slot, Verdict &verdict);
    void addBroken(const OpenRequest &request, const Answer &answer, const Expectations::Expected &expected,
                   GuaranteeSet &broken) const;
    bool showsOwnWriteAfter(EntityId client, const Answer &answer, RecordId moment) const;
    void learn(const OpenRequest &request, const Answer &answer);

    // One for each kind that tells the judge something.
    template <class F>
    void take(RecordId, const Record &, const F &)
    {
    }
    void take(RecordId id, const Record &, const model::ActionTaken &fact)
    {
        if (fact.verb == model::ActionKind::DeleteCookie || fact.verb == model::ActionKind::SendUnknownId)
            cookieActions.push_back(id);
    }
    void take(RecordId id, const Record &record, const model::RequestIssued &fact) { issue(id, record, fact); }
    void take(RecordId id, const Record &record, const model::CookieDeleted &fact)
    {
        const std::uint32_t epoch = client(record.entity).epoch;
        if (fact.cookie == sessionCookie && isCookieAction(record.cause) && epoch != Expectations::none
            && expectations[epoch].cookieTaken.isNone())
            expectations[epoch].cookieTaken = id;
    }
    void take(RecordId, const Record &record, const model::ConnectFailed &)
    {
        if (OpenRequest *request = find(record.request))
            request->neededRetry = true; // it has to be fine in the end for this to be told
    }
    void take(RecordId, const Record &record, const model::CookieAbsent &) { touchSession(record, StringId(), false); }
    void take(RecordId, const Record &record, const model::SessionMissing &fact)
    {
        touchSession(record, fact.session, false);
    }
    void take(RecordId, const Record &record, const model::SessionFound &fact)
    {
        touchSession(record, fact.session, true);
    }
    void take(RecordId, const Record &record, const model::SessionCreated &fact)
    {
        touchSession(record, fact.session, true);
        copies.make(record.entity, fact.session);
    }
    void take(RecordId, const Record &record, const model::SessionEnded &fact)
    {
        touchSession(record, fact.session, false);
        copies.end(record.entity, fact.session, tree);
    }
    void take(RecordId id, const Record &record, const model::WriteApplied &fact)
    {
        const WriteNode node = tree.place(fact.write, fact.base, fact.session);
        copies.set(record.entity, fact.session, fact.attribute, node, id, tree);
    }
    void take(RecordId id, const Record &record, const model::Crashed &) { copies.endAll(record.entity, id); }
    void take(RecordId, const Record &record, const model::AttributeShown &fact)
    {
        if (OpenRequest *request = find(record.request))
            request->shown.emplace_back(fact.attribute, fact.shown);
    }
    void take(RecordId id, const Record &record, const model::Answered &fact) { answer(id, record, fact); }
    void take(RecordId id, const Record &record, const model::Failed &)
    {
        if (OpenRequest *request = find(record.request)) {
            Verdict verdict;
            verdict.outcome = Outcome::Refused;
            verdict.broken.add(Guarantee::Availability);
            finish(*request, id, record, verdict);
        }
    }
};

void Judge::State::learnString(StringId id, std::string_view text)
{
    if (text == model::userAttribute)
        user = id;
    else if (text == model::sessionCookieName)
        sessionCookie = id;
}

void Judge::State::issue(RecordId id, const Record &record, const model::RequestIssued &fact)
{
    ClientState &client = this->client(record.entity);
    OpenRequest request;
    request.client = record.entity;
    request.issued = id;
    request.issuedAt = record.at;
    request.operation = fact.operation;
    request.attribute = fact.attribute;
    request.write = tree.touch(fact.write);
    request.epoch = client.epoch;
    request.presentsUnknownId = isCookieAction(record.cause);
    if (request.write.isSome()) {
        tree[request.write].issued = id;
        tree[request.write].isLogOut = fact.operation == Operation::LogOut;
    }
    if (fact.operation == Operation::LogOut) {
        client.logOutIssuedBefore = client.logOutIssued;
        client.logOutIssued = id;
    }
    if (record.request.isSome() && open.try_emplace(record.request.value, request).second
        && request.epoch != Expectations::none)
        expectations.hold(request.epoch);
}

/// A server looked a session up, made or dropped one. The idle time counts up to the first such record of a request.
void Judge::State::touchSession(const Record &record, StringId session, bool isServed)
{
    OpenRequest *request = find(record.request);
    if (request && !request->wasServed) {
        request->wasServed = true;
        if (request->epoch != Expectations::none) {
            const std::optional<SimTime> served = copies.lastServed(expectations[request->epoch].session);
            request->cameTooLate = served && record.at - *served >= sessionTimeout;
        }
    }
    if (isServed)
        copies.serve(session, record.at);
}

void Judge::State::answer(RecordId id, const Record &record, const model::Answered &fact)
{
    OpenRequest *request = find(record.request);
    if (!request)
        return;
    Verdict verdict;
    if (!isInTime(fact.status)) {
        verdict.outcome = Outcome::Refused;
        verdict.broken.add(Guarantee::Availability);
        finish(*request, id, record, verdict);
        return;
    }

    Answer answer;
    answer.id = id;
    answer.status = fact.status;
    answer.isStranger = fact.shown.isNone();
    answer.shown.reserve(request->shown.size() + 1);
    answer.shown.emplace_back(user, tree.touch(fact.shown));
    for (const auto &[attribute, write] : request->shown)
        answer.shown.emplace_back(attribute, tree.touch(write));

    const bool isJudged = request->operation != Operation::LogIn && request->operation != Operation::LoginPage;
    if (isJudged)
        compare(*request, answer, verdict);
    learn(*request, answer);
    finish(*request, id, record, verdict);
}

void Judge::State::finish(OpenRequest &request, RecordId id, const Record &record, Verdict verdict)
{
    verdict.request = record.request;
    verdict.client = request.client;
    verdict.issued = request.issued;
    verdict.finished = id;
    verdict.latency = record.at - request.issuedAt;
    verdict.slow = verdict.outcome == Outcome::Fine && (request.neededRetry || verdict.latency > slowAfter);
    verdicts.push_back(verdict);
    if (request.epoch != Expectations::none)
        expectations.release(request.epoch);
    open.erase(record.request.value);
}

/// Semantics §4.2. A log-out that was issued while the request was on its way excuses the answer of a stranger too.
bool Judge::State::isEntitled(const OpenRequest &request) const
{
    if (request.epoch == Expectations::none)
        return false;
    const Expectations::Epoch &epoch = expectations[request.epoch];
    const ClientState &client = clients[request.client.value];
    const RecordId logOut = client.logOutIssued == request.issued ? client.logOutIssuedBefore : client.logOutIssued;
    if (logOut.isSome() && epoch.login < logOut)
        return false;
    if (epoch.cookieTaken.isSome() && epoch.cookieTaken < request.issued)
        return false;
    if (request.presentsUnknownId)
        return false;
    return !request.cameTooLate;
}

void Judge::State::compare(const OpenRequest &request, const Answer &answer, Verdict &verdict)
{
    if (answer.isStranger) {
        if (!isEntitled(request))
            return;
        verdict.outcome = Outcome::LoggedOut;
    }
    if (request.epoch == Expectations::none)
        return;

    const Expectations::Epoch &epoch = expectations[request.epoch];
    // A log-out without an answer is in doubt: neither expected nor forbidden (semantics §3).
    if (!answer.isStranger && epoch.logOutAnswered.isSome() && epoch.logOutAnswered < request.issued)
        verdict.outcome = Outcome::RevokedAccepted;

    for (std::uint32_t slot = epoch.firstTrack; slot != Expectations::none;) {
        const Expectations::Track &track = expectations.track(slot);
        const std::uint32_t next = track.next;
        const bool isWhole = track.first == Expectations::none
            || (track.newest.isSome() && tree.contains(answer.value(track.attribute), track.newest));
        if (!isWhole)
            compareTrack(request, answer, slot, verdict);
        slot = next;
    }
}

/// The long way, for an answer that lacks something that the client knows by now.
void Judge::State::compareTrack(const OpenRequest &request, const Answer &answer, std::uint32_t slot, Verdict &verdict)
{
    const Expectations::Track &track = expectations.track(slot);
    const WriteNode value = answer.value(track.attribute);
    bool hasLost = false;
    for (std::uint32_t here = track.first; here != Expectations::none; here = expectations.expected(here).next) {
        const Expectations::Expected &expected = expectations.expected(here);
        WriteTree::Write &write = tree[expected.write];
        hasLost = hasLost || write.isLost;
        const bool isKnown = expected.wasAcknowledgedBefore(request.issued) || expected.wasShownBefore(request.issued);
        if (!isKnown || write.isLost || tree.contains(value, expected.write))
            continue;

        const bool isOnAnotherBranch = !tree.contains(expected.write, value);
        if (isOnAnotherBranch) {
            write.isLost = 1;
            hasLost = true;
            ++verdict.lostWrites;
            if (verdict.outcome == Outcome::Fine || verdict.outcome == Outcome::StaleRead)
                verdict.outcome = Outcome::LostUpdate;
            const WriteNode competing = tree.firstAfterFork(value, expected.write);
            const bool isConcurrent =
                !tree.precedes(expected.write, competing) && !tree.precedes(competing, expected.write);
            if (isConcurrent)
                continue;
        } else if (verdict.outcome == Outcome::Fine) {
            verdict.outcome = Outcome::StaleRead;
        }
        addBroken(request, answer, expected, verdict.broken);
    }
    if (hasLost)
        expectations.dropLost(slot, tree);
}

void Judge::State::addBroken(const OpenRequest &request, const Answer &answer, const Expectations::Expected &expected,
                             GuaranteeSet &broken) const
{
    if (!copies.exist(expected.write, tree)) {
        broken.add(Guarantee::Durability);
        return;
    }
    const bool isAcknowledged = expected.wasAcknowledgedBefore(request.issued);
    if (tree[expected.write].id.client == request.client)
        broken.add(Guarantee::ReadYourWrites);
    if (expected.wasShownBefore(request.issued))
        broken.add(Guarantee::MonotonicReads);
    if (showsOwnWriteAfter(request.client, answer, isAcknowledged ? expected.acknowledged : expected.shown))
        broken.add(isAcknowledged ? Guarantee::MonotonicWrites : Guarantee::WritesFollowReads);
}

bool Judge::State::showsOwnWriteAfter(EntityId client, const Answer &answer, RecordId moment) const
{
    for (const auto &[attribute, value] : answer.shown)
        for (WriteNode node = value; node.isSome(); node = tree[node].base)
            if (tree[node].id.client == client && tree[node].issued.isSome() && moment < tree[node].issued)
                return true;
    return false;
}

/// What the client knows after the answer.
void Judge::State::learn(const OpenRequest &request, const Answer &answer)
{
    ClientState &client = this->client(request.client);
    if (request.operation == Operation::LogOut && request.epoch != Expectations::none
        && expectations[request.epoch].logOutAnswered.isNone())
        expectations[request.epoch].logOutAnswered = answer.id;
    if (!isSuccess(answer.status))
        return;

    if (request.write.isSome())
        tree[request.write].acknowledged = answer.id;
    if (request.operation == Operation::LogIn) {
        if (client.epoch != Expectations::none)
            expectations.release(client.epoch);
        client.epoch = expectations.begin(answer.id, request.write.isSome() ? tree[request.write].session : StringId());
        if (request.write.isSome())
            expectations.acknowledge(client.epoch, user, request.write, answer.id, tree);
        return;
    }
    if (client.epoch == Expectations::none)
        return;
    for (const auto &[attribute, node] : answer.shown)
        if (node.isSome())
            expectations.show(client.epoch, attribute, node, answer.id, tree);
    if (request.write.isSome())
        expectations.acknowledge(client.epoch, request.attribute, request.write, answer.id, tree);
}

Judge::Judge() : m_state(std::make_unique<State>())
{
}
Judge::~Judge() = default;
Judge::Judge(const Judge &other) : m_state(std::make_unique<State>(*other.m_state))
{
}
Judge &Judge::operator=(const Judge &other)
{
    if (this != &other)
        m_state = std::make_unique<State>(*other.m_state);
    return *this;
}
Judge::Judge(Judge &&) noexcept = default;
Judge &Judge::operator=(Judge &&) noexcept = default;

void Judge::begin(const timeline::RunInfo &info)
{
    m_state->sessionTimeout = info.sessionTimeout;
    m_state->clients.reserve(info.entities.size());
    for (std::size_t i = 0; i < info.strings.size(); ++i)
        m_state->learnString(StringId(static_cast<std::uint32_t>(i)), info.strings[i]);
}

void Judge::internString(StringId id, std::string_view text)
{
    m_state->learnString(id, text);
}

void Judge::joinEntity(EntityId, StringId)
{
}

void Judge::append(RecordId id, const Record &record)
{
    std::visit([&](const auto &fact) { m_state->take(id, record, fact); }, record.fact);
}

void Judge::end()
{
}

const std::vector<Verdict> &Judge::verdicts() const
{
    return m_state->verdicts;
}

std::uint32_t Judge::unfinished() const
{
    return static_cast<std::uint32_t>(m_state->open.size());
}

} // namespace sessionarium::verdict
