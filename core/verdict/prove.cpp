// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/verdict/excerpt.h"
#include "core/verdict/proof.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace sessionarium::verdict {

using model::RecordId;
using timeline::Timeline;

namespace {

/// The answer that the proof of a guarantee rests on.
RecordId promiseOf(const Finding &finding, Guarantee guarantee)
{
    const bool byReading = guarantee == Guarantee::MonotonicReads || guarantee == Guarantee::WritesFollowReads;
    return byReading || finding.acknowledged.isNone() ? finding.firstShown : finding.acknowledged;
}

/// The finding that people understand best: a log-in before anything else, else what was promised last.
const Finding *bestFinding(const std::vector<Finding> &findings, Guarantee guarantee, model::StringId user)
{
    const Finding *best = nullptr;
    for (const Finding &finding : findings) {
        if (!finding.broken.has(guarantee))
            continue;
        const auto rank = [&](const Finding &item) {
            return std::tuple(item.attribute == user, promiseOf(item, guarantee));
        };
        if (!best || rank(*best) < rank(finding))
            best = &finding;
    }
    return best;
}

/// Where the session was looked up for the last time before the answer: at the store, if it was asked, else at the
/// server that answered.
RecordId lookUpOf(const Timeline &timeline, const Verdict &verdict)
{
    RecordId last;
    for (RecordId id = verdict.finished; id.isSome(); id = timeline.previousOfRequest(id)) {
        const model::Fact &fact = timeline[id].fact;
        if (!std::holds_alternative<model::SessionFound>(fact) && !std::holds_alternative<model::SessionMissing>(fact)
            && !std::holds_alternative<model::CookieAbsent>(fact))
            continue;
        if (timeline.entity(timeline[id].entity).type == model::EntityType::Store)
            return id;
        if (last.isNone())
            last = id;
    }
    return last;
}

/// The record by which the server had what it showed, or by which it lost its copy; none if it never had one.
RecordId serverGot(const Timeline &timeline, const std::vector<RecordId> &records, const std::vector<CopySpan> &copies,
                   const Finding &finding, RecordId lookUp)
{
    if (lookUp.isNone())
        return RecordId();
    const model::EntityId server = timeline[lookUp].entity;
    if (finding.shown.isNone()) {
        RecordId ended;
        for (const CopySpan &copy : copies) {
            if (copy.holder != holderOf(server, Layer::Memory) || lookUp < copy.madeBy)
                continue;
            if (copy.endedBy.isNone() || lookUp < copy.endedBy)
                return RecordId(); // it has one, under another session
            if (ended.isNone() || ended < copy.endedBy)
                ended = copy.endedBy;
        }
        return ended;
    }
    const auto *found = std::get_if<model::SessionFound>(&timeline[lookUp].fact);
    if (!found)
        return RecordId();
    std::set<model::StringId> ids {found->session}; // under all of which it may have come (B-7)
    for (std::size_t known = 0; known < ids.size();) {
        known = ids.size();
        for (const RecordId id : records) {
            const auto *renamed = std::get_if<model::SessionIdChanged>(&timeline[id].fact);
            if (renamed && id < lookUp && (ids.contains(renamed->session) || ids.contains(renamed->newSession)))
                ids.insert({renamed->session, renamed->newSession});
        }
    }
    RecordId got;
    for (const RecordId id : records) {
        if (lookUp < id || timeline[id].entity != server)
            continue;
        const auto isIt = [&](const auto &fact) {
            return ids.contains(fact.session) && fact.attribute == finding.attribute && fact.write == finding.shown;
        };
        const auto *applied = std::get_if<model::WriteApplied>(&timeline[id].fact);
        const auto *set = std::get_if<model::AttributeSet>(&timeline[id].fact);
        if ((applied && isIt(*applied)) || (set && isIt(*set)))
            got = id;
    }
    return got;
}

} // namespace

std::optional<Proof> prove(const Timeline &timeline, const Verdict &verdict, Guarantee guarantee)
{
    if (!verdict.broken.has(guarantee))
        return std::nullopt;
    Proof proof;
    proof.request = verdict.request;
    proof.guarantee = guarantee;
    proof.steps.push_back(ProofStep {Role::Contradiction, verdict.finished});
    if (guarantee == Guarantee::Availability)
        return proof;

    const std::vector<RecordId> records = recordsAround(timeline, verdict.client, verdict.finished.value + 1);
    const Judgement judgement = judgeAgain(timeline, records, verdict.request);
    const model::StringId user = timeline.strings().find(model::userAttribute).value_or(model::StringId());
    const Finding *finding = bestFinding(judgement.findings(), guarantee, user);
    if (!finding)
        return std::nullopt; // not a verdict on this timeline
    proof.missing = finding->missing;
    proof.steps.push_back(ProofStep {Role::Promise, promiseOf(*finding, guarantee)});

    const std::vector<CopySpan> copies = copiesOf(timeline, records, finding->missing);
    if (guarantee == Guarantee::Durability) {
        for (const CopySpan &copy : copies) {
            proof.steps.push_back(ProofStep {Role::CopyMade, copy.madeBy});
            proof.steps.push_back(ProofStep {Role::CopyEnded, copy.endedBy});
        }
    } else {
        const auto left =
            std::find_if(copies.begin(), copies.end(), [](const CopySpan &copy) { return copy.endedBy.isNone(); });
        if (left != copies.end())
            proof.steps.push_back(ProofStep {Role::CopyMade, left->madeBy});
        const RecordId got = serverGot(timeline, records, copies, *finding, lookUpOf(timeline, verdict));
        if (got.isSome())
            proof.steps.push_back(ProofStep {Role::ServerGot, got});
    }

    const auto order = [](const ProofStep &step) { return std::tuple(step.record, step.role); };
    std::sort(proof.steps.begin(), proof.steps.end(),
              [&](const ProofStep &a, const ProofStep &b) { return order(a) < order(b); });
    proof.steps.erase(std::unique(proof.steps.begin(), proof.steps.end()), proof.steps.end()); // one crash, many copies
    return proof;
}

} // namespace sessionarium::verdict
