// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/verdict/judgement.h"

#include "core/model/status.h"

#include <algorithm>

namespace sessionarium::verdict {

using model::EntityId;
using model::Operation;
using model::RecordId;
using model::RequestId;
using model::SimTime;
using model::StringId;
using timeline::Record;

namespace {

constexpr model::Duration slowAfter = model::seconds(1); // semantics §4.1

} // namespace

WriteNode Judgement::Answer::value(StringId attribute) const
{
    for (const auto &[name, node] : shown)
        if (name == attribute)
            return node;
    return WriteNode();
}

void Judgement::begin(const timeline::RunInfo &info)
{
    m_sessionTimeout = info.sessionTimeout;
    m_clients.reserve(info.entities.size());
    for (std::size_t i = 0; i < info.strings.size(); ++i)
        learnString(StringId(static_cast<std::uint32_t>(i)), info.strings[i]);
}

void Judgement::learnString(StringId id, std::string_view text)
{
    if (text == model::userAttribute)
        m_user = id;
    else if (text == model::sessionCookieName)
        m_sessionCookie = id;
}

/// Puts what a record does to places into effect.
struct Judgement::PlaceListener
{
    Copies &copies;
    WriteTree &tree;
    const Record &record;

    void beginSession(Holder holder, StringId session, RecordId) { copies.beginSession(holder, session); }
    void set(Holder holder, StringId session, StringId attribute, model::WriteId write, RecordId by)
    {
        const auto *applied = std::get_if<model::WriteApplied>(&record.fact);
        const WriteNode node = applied ? tree.place(write, applied->base, session) : tree.meet(write, session);
        copies.set(holder, session, attribute, node, by, tree);
    }
    void end(Holder holder, StringId session, RecordId) { copies.end(holder, session, tree); }
    void loseAll(Holder holder, RecordId by) { copies.loseAll(holder, by); }
    void copySession(StringId session, Holder from, Holder to, RecordId by)
    {
        copies.copySession(session, from, to, by);
    }
    void rename(Holder holder, StringId session, StringId newSession, RecordId)
    {
        copies.rename(holder, session, newSession);
    }
    void collect(StringId session, StringId attribute, Holder from, Holder to, RecordId by)
    {
        copies.collect(session, attribute, from, to, by);
    }
    void carry(StringId session, RecordId name, Holder to, RecordId by) { copies.carry(session, name, to, by); }
    void drop(StringId session, RecordId name, RecordId) { copies.drop(session, name); }
    void collectAll(Holder from, Holder to, RecordId by) { copies.collectAll(from, to, by); }
    void dropAll(RecordId name, RecordId) { copies.dropAll(name); }
};

void Judgement::append(RecordId id, const Record &record)
{
    PlaceListener listener {m_copies, m_tree, record};
    m_places.take(id, record, listener);
    std::visit([&](const auto &fact) { take(id, record, fact); }, record.fact);
}

Judgement::ClientState &Judgement::client(EntityId id)
{
    if (m_clients.size() <= id.value)
        m_clients.resize(std::size_t {id.value} + 1);
    return m_clients[id.value];
}

Judgement::OpenRequest *Judgement::find(RequestId id)
{
    const auto found = id.isSome() ? m_open.find(id.value) : m_open.end();
    return found == m_open.end() ? nullptr : &found->second;
}

bool Judgement::isBy(RecordId cause, model::ActionKind verb) const
{
    const auto found = std::lower_bound(m_cookieActions.begin(), m_cookieActions.end(), cause,
                                        [](const auto &item, RecordId id) { return item.first < id; });
    return found != m_cookieActions.end() && found->first == cause && found->second == verb;
}

void Judgement::take(RecordId id, const Record &, const model::ActionTaken &fact)
{
    switch (fact.verb) {
    case model::ActionKind::DeleteCookie:
    case model::ActionKind::SendUnknownId:
    case model::ActionKind::ReadAnonymous:
    case model::ActionKind::CopyCookie:
        m_cookieActions.emplace_back(id, fact.verb);
        break;
    default:
        break;
    }
}

void Judgement::take(RecordId id, const Record &record, const model::RequestIssued &fact)
{
    ClientState &client = this->client(record.entity);
    OpenRequest request;
    request.id = record.request;
    request.client = record.entity;
    request.issued = id;
    request.issuedAt = record.at;
    request.operation = fact.operation;
    request.attribute = fact.attribute;
    request.write = m_tree.touch(fact.write);
    request.epoch = client.epoch;
    request.hidesItsSession = record.cause.isSome()
        && (isBy(record.cause, model::ActionKind::SendUnknownId)
            || isBy(record.cause, model::ActionKind::ReadAnonymous));
    request.wasRevoked = request.epoch != Expectations::none && isRevoked(m_expectations[request.epoch]);
    if (request.write.isSome()) {
        m_tree[request.write].issued = id;
        m_tree[request.write].isLogOut = fact.operation == Operation::LogOut;
    }
    if (fact.operation == Operation::LogOut) {
        client.logOutIssuedBefore = client.logOutIssued;
        client.logOutIssued = id;
    }
    if (record.request.isSome() && m_open.try_emplace(record.request.value, request).second
        && request.epoch != Expectations::none)
        m_expectations.hold(request.epoch);
}

/// Semantics §4.2: the client took its own session cookie away. Other cookies do not matter, nor what a server wants.
void Judgement::take(RecordId id, const Record &record, const model::CookieDeleted &fact)
{
    if (fact.cookie == m_sessionCookie && isBy(record.cause, model::ActionKind::DeleteCookie))
        loseCookie(client(record.entity).epoch, id);
}

/// So it did where it copied the cookie of another session into its jar: what it is shown from then on is somebody
/// else's. Its own session, copied back, takes nothing away.
void Judgement::take(RecordId id, const Record &record, const model::CookieStored &fact)
{
    if (fact.cookie != m_sessionCookie || !isBy(record.cause, model::ActionKind::CopyCookie))
        return;
    const std::uint32_t epoch = client(record.entity).epoch;
    if (epoch != Expectations::none && !m_copies.areOne(fact.value, m_expectations[epoch].session))
        loseCookie(epoch, id);
}

void Judgement::loseCookie(std::uint32_t epoch, RecordId by)
{
    if (epoch != Expectations::none && m_expectations[epoch].cookieTaken.isNone())
        m_expectations[epoch].cookieTaken = by;
}

void Judgement::take(RecordId, const Record &record, const model::ConnectFailed &)
{
    // Without a retry after it the request is not going to be fine, and nobody asks.
    if (OpenRequest *request = find(record.request))
        request->neededRetry = true;
}

/// A server begins to look for the request's session: up to this record its idle time counts.
void Judgement::lookUp(const Record &record)
{
    OpenRequest *request = find(record.request);
    if (!request || request->wasServed)
        return;
    request->wasServed = true;
    if (request->epoch == Expectations::none)
        return;
    const std::optional<SimTime> served = m_copies.lastServed(m_expectations[request->epoch].session);
    request->cameTooLate = served && record.at - *served >= m_sessionTimeout;
}

void Judgement::take(RecordId, const Record &record, const model::CookieAbsent &)
{
    lookUp(record);
}

void Judgement::take(RecordId, const Record &record, const model::SessionMissing &)
{
    lookUp(record);
}

void Judgement::take(RecordId, const Record &record, const model::SessionFound &fact)
{
    lookUp(record);
    m_copies.serve(fact.session, record.at);
}

void Judgement::take(RecordId, const Record &record, const model::SessionCreated &fact)
{
    if (fact.role != model::CopyRole::InCharge)
        return; // a copy elsewhere serves nobody yet
    lookUp(record);
    m_copies.serve(fact.session, record.at);
}

void Judgement::take(RecordId id, const Record &record, const model::SessionEnded &fact)
{
    lookUp(record);
    if (fact.reason == model::SessionEnd::Revoked)
        m_copies.revoke(fact.session, id);
}

/// Whether an operator ended the session of the log-in, since that was issued.
bool Judgement::isRevoked(const Expectations::Epoch &epoch) const
{
    const RecordId revoked = m_copies.revoked(epoch.session);
    return revoked.isSome() && epoch.loginIssued < revoked;
}

void Judgement::take(RecordId, const Record &record, const model::AttributeShown &fact)
{
    if (OpenRequest *request = find(record.request))
        request->shown.emplace_back(fact.attribute, fact.shown);
}

void Judgement::take(RecordId id, const Record &record, const model::Failed &)
{
    if (OpenRequest *request = find(record.request))
        refuse(*request, id, record);
}

void Judgement::take(RecordId id, const Record &record, const model::Answered &fact)
{
    OpenRequest *request = find(record.request);
    if (!request)
        return;
    if (!model::isProperAnswer(fact.status)) {
        refuse(*request, id, record);
        return;
    }

    Answer answer;
    answer.id = id;
    answer.status = fact.status;
    answer.isStranger = fact.shown.isNone();
    answer.shown.reserve(request->shown.size() + 1);
    answer.shown.emplace_back(m_user, m_tree.touch(fact.shown));
    for (const auto &[attribute, write] : request->shown)
        answer.shown.emplace_back(attribute, m_tree.touch(write));

    Verdict verdict;
    if (request->operation != Operation::LogIn && request->operation != Operation::LoginPage)
        compare(*request, answer, verdict);
    learn(*request, answer);
    finish(*request, id, record, verdict);
}

void Judgement::refuse(OpenRequest &request, RecordId id, const Record &record)
{
    Verdict verdict;
    verdict.outcome = Outcome::Refused;
    verdict.broken.add(Guarantee::Availability);
    finish(request, id, record, verdict);
}

void Judgement::finish(OpenRequest &request, RecordId id, const Record &record, Verdict verdict)
{
    verdict.request = request.id;
    verdict.client = request.client;
    verdict.issued = request.issued;
    verdict.finished = id;
    verdict.latency = record.at - request.issuedAt;
    verdict.slow = verdict.outcome == Outcome::Fine && (request.neededRetry || verdict.latency > slowAfter);
    m_verdicts.push_back(verdict);
    if (request.epoch != Expectations::none)
        m_expectations.release(request.epoch);
    m_open.erase(verdict.request.value);
}

} // namespace sessionarium::verdict
