// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/query.h"
#include "core/verdict/circumstances.h"
#include "core/verdict/excerpt.h"
#include "core/verdict/proof.h"

#include <algorithm>

namespace sessionarium::verdict {

using model::RecordId;
using timeline::Keyframes;
using timeline::Timeline;
using Step = Explanation::Step;

namespace {

/// In the order in which people should hear of guarantees.
constexpr std::array<Guarantee, 6> tellingOrder {Guarantee::ReadYourWrites,  Guarantee::MonotonicReads,
                                                 Guarantee::MonotonicWrites, Guarantee::WritesFollowReads,
                                                 Guarantee::Durability,      Guarantee::Availability};

/// Collects steps, each record once, and tells them by time.
class Teller
{
public:
    Teller(const Timeline &timeline, const Keyframes &keyframes, const Verdict &verdict)
        : m_timeline(timeline), m_keyframes(keyframes), m_verdict(verdict)
    {
    }

    void tell(Role role, RecordId record, std::vector<RecordId> alsoLights = {})
    {
        if (record.isNone() || isTold(record))
            return;
        std::erase_if(alsoLights, [&](RecordId id) { return id == record || isTold(id); });
        std::sort(alsoLights.begin(), alsoLights.end());
        m_steps.push_back(Step {role, record, std::move(alsoLights)});
    }

    /// The answer that promised, with the write that it acknowledged or the look-up that it showed.
    void tellPromise(RecordId answer)
    {
        std::vector<RecordId> also;
        for (const RecordId id : m_timeline.recordsOfRequest(m_timeline[answer].request)) {
            if (answer < id)
                break; // copies that were made elsewhere since
            const model::Fact &fact = m_timeline[id].fact;
            const auto *created = std::get_if<model::SessionCreated>(&fact);
            if ((created && created->role == model::CopyRole::InCharge)
                || std::holds_alternative<model::SessionFound>(fact)
                || std::holds_alternative<model::WriteApplied>(fact))
                also.push_back(id);
        }
        tell(Role::Promise, answer, std::move(also));
    }

    void tellProof(const Proof &proof)
    {
        for (const ProofStep &step : proof.steps)
            if (step.role == Role::Promise)
                tellPromise(step.record);
        for (const ProofStep &step : proof.steps)
            if (step.role != Role::Promise && step.role != Role::Contradiction)
                tell(step.role, step.record);
    }

    /// A lost update that broke no guarantee: both writes were on their way at once (semantics §4).
    void tellFinding(const Finding &finding)
    {
        tellPromise(finding.acknowledged.isSome() ? finding.acknowledged : finding.firstShown);
    }

    /// The write that the answer shows in place of the missing one.
    void tellCompeting(model::WriteId competing, const std::vector<RecordId> &records)
    {
        for (const RecordId id : records) {
            const auto *applied = std::get_if<model::WriteApplied>(&m_timeline[id].fact);
            if (applied && applied->write == competing) {
                tell(Role::Decision, id);
                return;
            }
        }
    }

    /// The client's last log-out before the request that was answered: what an accepted session should have known.
    void tellLogOut(const std::vector<RecordId> &records)
    {
        RecordId last;
        for (const RecordId id : records) {
            const auto *issued = std::get_if<model::RequestIssued>(&m_timeline[id].fact);
            if (!issued || m_timeline[id].entity != m_verdict.client || m_verdict.issued <= id
                || issued->operation != model::Operation::LogOut)
                continue;
            last = id;
        }
        tell(Role::Decision, last);
    }

    /// By whom the session was ended that was accepted all the same.
    void tellRevocation(const std::vector<RecordId> &records)
    {
        RecordId last;
        for (const RecordId id : records) {
            const auto *ended = std::get_if<model::SessionEnded>(&m_timeline[id].fact);
            if (ended && ended->reason == model::SessionEnd::Revoked && id < m_verdict.issued
                && isOwn(ended->session, records))
                last = id;
        }
        tell(Role::Decision, last);
    }

    /// Why the missing write had not come to where the session was looked up.
    void tellReplication(model::WriteId missing)
    {
        const RecordId lookUp = lastLookUp(m_timeline, m_verdict.finished);
        const RecordId applied = lookUp.isSome() ? firstApplied(m_timeline, missing, lookUp) : RecordId();
        if (applied.isNone() || m_timeline[applied].entity == m_timeline[lookUp].entity)
            return;
        const Message message = messageThatDidNotCome(m_timeline, applied, lookUp);
        const auto *sent =
            message.record.isSome() ? std::get_if<model::Sent>(&m_timeline[message.record].fact) : nullptr;
        if (sent && sent->lost)
            tellEvidence(message.record);
        tell(Role::Decision, message.record,
             message.sent.isSome() ? std::vector<RecordId> {message.sent} : std::vector<RecordId>());
    }

    /// A replica that answers has become the primary.
    void tellPromotion()
    {
        const RecordId lookUp = lastLookUp(m_timeline, m_verdict.finished);
        if (lookUp.isNone())
            return;
        const RecordId promoted = promotion(m_timeline, m_timeline[lookUp].entity, lookUp);
        if (promoted.isSome())
            tellEvidence(promoted);
        tell(Role::Decision, promoted);
    }

    /// How the request found its way, and what it met there.
    void tellWay()
    {
        tellCookie();
        for (const RecordId id : m_timeline.recordsOfRequest(m_verdict.request)) {
            if (m_verdict.finished < id)
                break;
            tellHop(id);
        }
    }

    [[nodiscard]] std::vector<Step> steps()
    {
        tell(Role::Contradiction, m_verdict.finished, m_met);
        std::sort(m_steps.begin(), m_steps.end(), [](const Step &a, const Step &b) { return a.record < b.record; });
        return std::move(m_steps);
    }

private:
    [[nodiscard]] bool isTold(RecordId id) const
    {
        return std::any_of(m_steps.begin(), m_steps.end(), [id](const Step &step) {
            return step.record == id
                || std::find(step.alsoLights.begin(), step.alsoLights.end(), id) != step.alsoLights.end();
        });
    }

    /// Whether the client ever wrote into the session.
    [[nodiscard]] bool isOwn(model::StringId session, const std::vector<RecordId> &records) const
    {
        return std::any_of(records.begin(), records.end(), [&](RecordId id) {
            const auto *applied = std::get_if<model::WriteApplied>(&m_timeline[id].fact);
            return applied && applied->session == session && applied->write.client == m_verdict.client;
        });
    }

    /// Why the request presents the session id that it does, where somebody changed that since what was promised.
    void tellCookie()
    {
        if (m_verdict.outcome == Outcome::Refused)
            return;
        const auto promise =
            std::find_if(m_steps.begin(), m_steps.end(), [](const Step &step) { return step.role == Role::Promise; });
        const RecordId since = promise == m_steps.end() ? RecordId() : promise->record;
        for (const RecordId id : evidence(m_timeline, m_keyframes, m_verdict.issued)) {
            const model::Fact &fact = m_timeline[id].fact;
            const bool wasReplaced = std::holds_alternative<model::CookieStored>(fact) && since.isSome() && since < id;
            if (wasReplaced || std::holds_alternative<model::CookieDeleted>(fact))
                tell(Role::Decision, id);
        }
    }

    /// What a record rests on, if that is the loss of something or the tie to a server.
    void tellEvidence(RecordId of)
    {
        for (const RecordId id : evidence(m_timeline, m_keyframes, of)) {
            const model::Fact &fact = m_timeline[id].fact;
            const auto *sent = std::get_if<model::Sent>(&fact);
            if (std::holds_alternative<model::Crashed>(fact) || std::holds_alternative<model::PoweredOff>(fact)
                || std::holds_alternative<model::Removed>(fact) || std::holds_alternative<model::SessionEnded>(fact))
                tell(m_verdict.outcome == Outcome::Refused ? Role::Decision : Role::CopyEnded, id);
            else if (std::holds_alternative<model::ServerMarked>(fact))
                tell(Role::Decision, id, checksBefore(m_timeline, id));
            else if (isCircumstance(fact) || (sent && sent->lost))
                tell(Role::Decision, id);
        }
    }

    void tellHop(RecordId id)
    {
        const model::Fact &fact = m_timeline[id].fact;
        const auto *dropped = std::get_if<model::Dropped>(&fact);
        if (std::holds_alternative<model::ConnectFailed>(fact)) {
            tellFailure(id);
        } else if (std::holds_alternative<model::Forwarded>(fact)
                   || std::holds_alternative<model::ConnectionReset>(fact)
                   || std::holds_alternative<model::ConfirmationMissed>(fact)
                   || (dropped && servesRequest(dropped->message))) {
            tellEvidence(id);
            tell(Role::Decision, id);
        } else if (const auto *sent = std::get_if<model::Sent>(&fact)) {
            if (sent->lost && servesRequest(sent->message))
                tell(Role::Decision, id);
        } else if (std::holds_alternative<model::RequestQueued>(fact)) {
            if (m_verdict.outcome == Outcome::Refused || m_verdict.slow)
                tell(Role::Decision, id);
        } else if (std::holds_alternative<model::Rejected>(fact)) {
            m_met.push_back(id);
        } else if (const auto *ended = std::get_if<model::SessionEnded>(&fact)) {
            if (ended->reason == model::SessionEnd::Expired || ended->reason == model::SessionEnd::Revoked)
                tell(Role::CopyEnded, id);
        } else if (std::holds_alternative<model::SessionMissing>(fact)
                   || std::holds_alternative<model::CookieAbsent>(fact)) {
            tellEvidence(id);
            m_met.push_back(id);
        } else if (std::holds_alternative<model::SessionFound>(fact)) {
            tellOrigin(id);
            tell(Role::Decision, id);
        } else if (const auto *created = std::get_if<model::SessionCreated>(&fact)) {
            if (created->role == model::CopyRole::InCharge)
                tellCreated(id);
        }
    }

    /// The attempts at one server are one sentence.
    void tellFailure(RecordId id)
    {
        tellEvidence(id);
        const auto server = std::get<model::ConnectFailed>(m_timeline[id].fact).server;
        if (!m_steps.empty())
            if (const auto *before = std::get_if<model::ConnectFailed>(&m_timeline[m_steps.back().record].fact))
                if (before->server == server && m_timeline[m_steps.back().record].request == m_verdict.request) {
                    m_steps.back().alsoLights.push_back(id);
                    return;
                }
        tell(Role::Decision, id);
    }

    /// Where the session that was found had come from.
    void tellOrigin(RecordId found)
    {
        if (m_verdict.outcome != Outcome::Fine)
            return; // the proof tells it
        std::vector<RecordId> sources = evidence(m_timeline, m_keyframes, found);
        std::erase_if(sources, [this](RecordId id) { return isTold(id); });
        if (sources.empty())
            return;
        const RecordId first = sources.front();
        sources.erase(sources.begin());
        tell(Role::CopyMade, first, std::move(sources));
    }

    void tellCreated(RecordId created)
    {
        if (m_verdict.outcome != Outcome::Fine)
            return; // a stranger's session: not what is asked about
        std::vector<RecordId> also;
        for (const RecordId id : m_timeline.recordsOfRequest(m_verdict.request))
            if (created < id && std::holds_alternative<model::WriteApplied>(m_timeline[id].fact))
                also.push_back(id);
        tell(Role::CopyMade, created, std::move(also));
    }

    const Timeline &m_timeline;
    const Keyframes &m_keyframes;
    const Verdict &m_verdict;
    std::vector<Step> m_steps;
    std::vector<RecordId> m_met; // told together with the answer
};

} // namespace

Explanation explain(const Timeline &timeline, const Keyframes &keyframes, const Verdict &verdict)
{
    Explanation explanation;
    explanation.request = verdict.request;
    explanation.outcome = verdict.outcome;
    Teller teller(timeline, keyframes, verdict);

    for (const Guarantee guarantee : tellingOrder) {
        if (const std::optional<Proof> proof = prove(timeline, verdict, guarantee)) {
            explanation.guarantee = guarantee;
            explanation.missing = proof->missing;
            teller.tellProof(*proof);
            break;
        }
    }
    const bool isAboutWrites = verdict.outcome == Outcome::LostUpdate || verdict.outcome == Outcome::RevokedAccepted;
    if (isAboutWrites || (verdict.outcome == Outcome::StaleRead && !explanation.guarantee)) {
        const std::vector<RecordId> records = recordsAround(timeline, verdict.client, verdict.finished.value + 1);
        const Judgement judgement = judgeAgain(timeline, records, verdict.request);
        if (verdict.outcome == Outcome::RevokedAccepted) {
            teller.tellLogOut(records);
            teller.tellRevocation(records);
        }
        for (const Finding &finding : judgement.findings()) {
            if (explanation.missing.isNone())
                explanation.missing = finding.missing;
            if (finding.missing != explanation.missing)
                continue;
            teller.tellFinding(finding);
            teller.tellCompeting(finding.competing, records);
        }
    }
    if (explanation.missing.isSome() && verdict.outcome != Outcome::Refused)
        teller.tellReplication(explanation.missing);
    if (verdict.outcome != Outcome::Fine && verdict.outcome != Outcome::Refused)
        teller.tellPromotion();
    teller.tellWay();
    explanation.steps = teller.steps();
    return explanation;
}

} // namespace sessionarium::verdict
