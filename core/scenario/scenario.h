// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/simtime.h"
#include "core/model/spec.h"
#include "core/model/text.h"
#include "core/scenario/condition.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// A scenario or lesson file as values (semantics §11). What the reader returns holds all bounds and references of the
/// field table; other parts rely on that.
namespace sessionarium::scenario {

/// One future (semantics §1): what its parent did up to `from`, then its own actions. The root is `main`.
struct Branch
{
    std::string id;
    model::Text name;
    std::string parent; ///< Empty: the root.
    model::SimTime from; ///< The parent's actions at or before this instant belong to this branch too.
    std::vector<model::Action> actions; ///< In the order of the file; those of one instant happen in this order.
    friend bool operator==(const Branch &, const Branch &) = default;
};

struct PredictionOption
{
    std::string id;
    model::Text text;
    model::Text debrief;
    Condition when;
};

struct Prediction
{
    model::Text question;
    std::vector<std::string> validFor; ///< Presets; "custom" where the scenario's own values are none of them.
    std::vector<PredictionOption> options; ///< 2 to 9.
};

/// Spans from the `until` of the step before (or 0) to its own.
struct Step
{
    std::string id;
    model::Text title;
    model::Text text;
    model::SimTime until;
    std::vector<std::string> pointAt; ///< Ids of entities.
    bool hops = false; ///< Stepped hop by hop.
    std::optional<Prediction> prediction; ///< Shuts the gate at the start of the span.
    RunChange run; ///< Another run to play from this step on, until another one says so.
};

/// One thing to try: another run, or one action taken at the playhead.
struct TryItem
{
    model::Text label;
    RunChange run;
    std::optional<model::Action> action;
};

struct Lesson
{
    std::uint32_t number = 0; ///< 0: not part of the course.
    std::uint32_t part = 0;
    std::uint32_t minutes = 0;
    std::vector<std::string> claims;
    std::vector<std::string> terms; ///< Ids of the glossary.
    model::Text summary; ///< What it shows, one line for the welcome page.
    model::Text notes; ///< For the speaker.
    model::Text realWorld; ///< Seen in the real world.
    std::vector<Step> steps;
    std::vector<TryItem> tries; ///< "try" in the file.
};

struct Scenario
{
    std::string id;
    model::Text title;
    model::Duration duration;
    std::uint64_t seed = 1;
    model::Setup setup;
    std::vector<Branch> branches; ///< The first is `main`; a parent stands before its children.
    RunChange played; ///< What was being looked at when the file was saved; empty: the first branch as it is.
    std::optional<Lesson> lesson;
};

/// The preset whose values `setup` has (semantics §6), or "custom".
[[nodiscard]] std::string presetOf(const model::Setup &setup);
/// The presets that this program has, in the order of the toolbar.
[[nodiscard]] const std::vector<std::string> &presets();
/// Sets what the preset sets, nothing else. Requires: one of presets().
void applyPreset(model::Setup &setup, const std::string &preset);

/// The clients of a crowd: `id-1`, `id-2` … with their numbers behind the name, and successive addresses or one for
/// all. Requires: a crowd within the bounds of files.
[[nodiscard]] std::vector<model::ClientSpec> clientsOf(const model::CrowdSpec &crowd);

/// An empty working place: two clients, a balancer, two servers, nothing scripted; 60 s.
[[nodiscard]] Scenario emptyScenario();

/// Null if there is none.
[[nodiscard]] const Branch *findBranch(const Scenario &scenario, const std::string &id);

/// Do the steps of a lesson play this branch? Then it stays as the file has it: somebody who acts in it begins another.
[[nodiscard]] bool isOfLesson(const Scenario &scenario, const std::string &branch);

/// The actions that make up a branch, from the root on: of each ancestor those that are at or before the cut.
/// An action `after` another counts to the branch in which it stands; whether its instant lies before the cut turns
/// out in the run. Requires: a branch of the scenario.
struct BranchPart
{
    const Branch *branch;
    std::optional<model::SimTime> until; ///< None: the branch itself.
};
[[nodiscard]] std::vector<BranchPart> lineage(const Scenario &scenario, const std::string &branch);

} // namespace sessionarium::scenario
