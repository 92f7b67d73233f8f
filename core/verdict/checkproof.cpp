// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/verdict/proof.h"
#include "core/verdict/proofdefinitions.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

namespace sessionarium::verdict {

using model::RecordId;
using model::StringId;
using model::WriteId;
using timeline::Timeline;

namespace {

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
    if (definitions.gaveItsCookieAway(*r))
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
