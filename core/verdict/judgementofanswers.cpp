// SPDX-License-Identifier: GPL-3.0-or-later
// What an answer is compared with, and what its client knows after it; the rest of the judgement is in judgement.cpp.
#include "core/model/status.h"
#include "core/verdict/judgement.h"

namespace sessionarium::verdict {

using model::EntityId;
using model::Operation;
using model::RecordId;
using model::StringId;

/// Semantics §4.2. A log-out that was issued while the request was on its way excuses a stranger's answer as well.
bool Judgement::isEntitled(const OpenRequest &request) const
{
    if (request.epoch == Expectations::none)
        return false;
    const Expectations::Epoch &epoch = m_expectations[request.epoch];
    const ClientState &client = m_clients[request.client.value];
    const RecordId logOut = client.logOutIssued == request.issued ? client.logOutIssuedBefore : client.logOutIssued;
    if (logOut.isSome() && epoch.login < logOut)
        return false;
    if (epoch.cookieTaken.isSome() && epoch.cookieTaken < request.issued)
        return false;
    if (request.hidesItsSession || isRevoked(epoch))
        return false;
    return !request.cameTooLate;
}

void Judgement::compare(const OpenRequest &request, const Answer &answer, Verdict &verdict)
{
    if (answer.isStranger) {
        if (!isEntitled(request))
            return;
        verdict.outcome = Outcome::LoggedOut;
    }
    if (request.epoch == Expectations::none)
        return;

    const Expectations::Epoch &epoch = m_expectations[request.epoch];
    if (epoch.cookieTaken.isSome() && epoch.cookieTaken < request.issued)
        return; // what it is shown is somebody else's: nothing of its own is expected there
    // A log-out without an answer is in doubt: neither expected nor forbidden (semantics §3).
    const bool loggedOut = epoch.logOutAnswered.isSome() && epoch.logOutAnswered < request.issued;
    if (!answer.isStranger && (loggedOut || request.wasRevoked))
        verdict.outcome = Outcome::RevokedAccepted;

    for (std::uint32_t slot = epoch.firstTrack; slot != Expectations::none;) {
        const Expectations::Track &track = m_expectations.track(slot);
        const std::uint32_t next = track.next;
        const bool isWhole = track.first == Expectations::none
            || (track.newest.isSome() && m_tree.contains(answer.value(track.attribute), track.newest));
        if (!isWhole)
            compareTrack(request, answer, slot, verdict);
        slot = next;
    }
}

/// The long way, for an answer that lacks something that the client knows by now.
void Judgement::compareTrack(const OpenRequest &request, const Answer &answer, std::uint32_t slot, Verdict &verdict)
{
    const Expectations::Track &track = m_expectations.track(slot);
    const WriteNode value = answer.value(track.attribute);
    bool hasLost = false;
    for (std::uint32_t here = track.first; here != Expectations::none; here = m_expectations.expected(here).next) {
        const Expectations::Expected &expected = m_expectations.expected(here);
        WriteTree::Write &write = m_tree[expected.write];
        hasLost = hasLost || write.isLost;
        const bool isAcknowledged = expected.wasAcknowledgedBefore(request.issued);
        const bool isShown = expected.wasShownBefore(request.issued);
        if ((!isAcknowledged && !isShown) || write.isLost || m_tree.contains(value, expected.write))
            continue;

        Finding finding;
        finding.missing = write.id;
        bool isConcurrent = false;
        if (!m_tree.contains(expected.write, value)) { // on another branch
            write.isLost = 1;
            hasLost = true;
            ++verdict.lostWrites;
            if (verdict.outcome == Outcome::Fine || verdict.outcome == Outcome::StaleRead)
                verdict.outcome = Outcome::LostUpdate;
            const WriteNode competing = m_tree.firstAfterFork(value, expected.write);
            isConcurrent = !m_tree.precedes(expected.write, competing) && !m_tree.precedes(competing, expected.write);
            finding.competing = m_tree[competing].id;
        } else if (verdict.outcome == Outcome::Fine) {
            verdict.outcome = Outcome::StaleRead;
        }
        if (!isConcurrent)
            finding.broken = brokenBy(request, answer, expected);
        verdict.broken.bits |= finding.broken.bits;

        if (request.id == m_watched) {
            finding.attribute = track.attribute;
            if (value.isSome())
                finding.shown = m_tree[value].id;
            if (isAcknowledged)
                finding.acknowledged = expected.acknowledged;
            if (isShown)
                finding.firstShown = expected.shown;
            m_findings.push_back(finding);
        }
    }
    if (hasLost)
        m_expectations.dropLost(slot, m_tree);
}

GuaranteeSet Judgement::brokenBy(const OpenRequest &request, const Answer &answer,
                                 const Expectations::Expected &expected) const
{
    GuaranteeSet broken;
    if (!m_copies.exist(expected.write, m_tree)) {
        broken.add(Guarantee::Durability);
        return broken;
    }
    const bool isAcknowledged = expected.wasAcknowledgedBefore(request.issued);
    if (m_tree[expected.write].id.client == request.client)
        broken.add(Guarantee::ReadYourWrites);
    if (expected.wasShownBefore(request.issued))
        broken.add(Guarantee::MonotonicReads);
    if (showsOwnWriteAfter(request.client, answer, isAcknowledged ? expected.acknowledged : expected.shown))
        broken.add(isAcknowledged ? Guarantee::MonotonicWrites : Guarantee::WritesFollowReads);
    return broken;
}

bool Judgement::showsOwnWriteAfter(EntityId client, const Answer &answer, RecordId moment) const
{
    for (const auto &[attribute, value] : answer.shown)
        for (WriteNode node = value; node.isSome(); node = m_tree[node].base)
            if (m_tree[node].id.client == client && m_tree[node].issued.isSome() && moment < m_tree[node].issued)
                return true;
    return false;
}

/// What the client knows after the answer.
void Judgement::learn(const OpenRequest &request, const Answer &answer)
{
    ClientState &client = this->client(request.client);
    if (request.operation == Operation::LogOut && request.epoch != Expectations::none
        && m_expectations[request.epoch].logOutAnswered.isNone())
        m_expectations[request.epoch].logOutAnswered = answer.id;
    if (!model::isSuccess(answer.status))
        return;

    if (request.write.isSome())
        m_tree[request.write].acknowledged = answer.id;
    if (request.operation == Operation::LogIn) {
        if (client.epoch != Expectations::none)
            m_expectations.release(client.epoch);
        const StringId session = request.write.isSome() ? m_tree[request.write].session : StringId();
        client.epoch = m_expectations.begin(answer.id, request.issued, session);
        if (request.write.isSome())
            m_expectations.acknowledge(client.epoch, m_user, request.write, answer.id, m_tree);
        return;
    }
    if (client.epoch == Expectations::none)
        return;
    if (const RecordId taken = m_expectations[client.epoch].cookieTaken; taken.isSome() && taken < request.issued)
        return;
    for (const auto &[attribute, node] : answer.shown)
        if (node.isSome())
            m_expectations.show(client.epoch, attribute, node, answer.id, m_tree);
    if (request.write.isSome())
        m_expectations.acknowledge(client.epoch, request.attribute, request.write, answer.id, m_tree);
}

} // namespace sessionarium::verdict
