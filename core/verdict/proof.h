// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/keyframes.h"
#include "core/timeline/timeline.h"
#include "core/verdict/judge.h"

#include <optional>
#include <vector>

namespace sessionarium::verdict {

/// The part that a record plays in a proof (semantics §4).
enum class Role : std::uint32_t {
    Promise, ///< The answer that acknowledged e, or showed it.
    CopyMade, ///< Made a copy of e: one that still exists, or (durability) each one ever made.
    CopyEnded, ///< Durability: ended a copy of e.
    ServerGot, ///< By which the answering server got what it showed, or had its copy ended.
    Contradiction, ///< The answer to R.
    Decision ///< Explanations only: a choice that led R to the server which answered.
};

struct ProofStep
{
    Role role = Role::Promise;
    model::RecordId record;
    friend bool operator==(const ProofStep &, const ProofStep &) = default;
};

/// Why one guarantee counts as broken by one answer, as records in roles; oldest first.
struct Proof
{
    model::RequestId request;
    Guarantee guarantee = Guarantee::ReadYourWrites;
    model::WriteId missing; ///< e; none for availability.
    std::vector<ProofStep> steps;
    friend bool operator==(const Proof &, const Proof &) = default;
};

/// The proof that the verdict's answer broke the guarantee; nothing if it did not.
[[nodiscard]] std::optional<Proof> prove(const timeline::Timeline &timeline, const Verdict &verdict,
                                         Guarantee guarantee);

/// Whether a proof proves what it says. Knows only the definitions of semantics §4, shares no code with judge or
/// prove; a dropped record, or one without a role, makes it false.
[[nodiscard]] bool checkProof(const timeline::Timeline &timeline, const Proof &proof);

/// What led to a verdict, for people: the records of the proof and the decisions that led the request to the server
/// that answered, in the order in which they should light up (by time). Facts and ids only; `ui/text` makes sentences.
struct Explanation
{
    model::RequestId request;
    Outcome outcome = Outcome::Fine;
    std::optional<Guarantee> guarantee; ///< The one proved first; none for a fine or refused answer without proof.
    model::WriteId missing;
    /// Each step is one numbered sentence; `record` is the moment it links to. A step may cover further records
    /// (the promise and the write it acknowledged are one sentence).
    struct Step
    {
        Role role = Role::Decision;
        model::RecordId record;
        std::vector<model::RecordId> alsoLights;
        friend bool operator==(const Step &, const Step &) = default;
    };
    std::vector<Step> steps;
};

/// Explains any finished request, also a fine one (how it found its session).
[[nodiscard]] Explanation explain(const timeline::Timeline &timeline, const timeline::Keyframes &keyframes,
                                  const Verdict &verdict);

} // namespace sessionarium::verdict
