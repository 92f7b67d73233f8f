// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/actionfields.h"
#include "core/scenario/bounds.h"
#include "core/scenario/scenario.h"
#include "core/scenario/setupfields.h"
#include "core/scenario/words.h"

#include <string_view>

/// The field table of scenario files: for each object its fields in their order, with key, type, bounds or words, and
/// whether a file must have them. The default of a field is that of its member in a default-constructed value. Here
/// are those of a scenario, its branches and its lesson; what a run is made of stands in `setupfields.h`, actions in
/// `actionfields.h`.
///
/// Reader (`objectreader.h`), writer (`objectwriter.h`) and JSON Schema (`objectschema.h`) are visitors of this table
/// and know no field of their own.
namespace sessionarium::scenario {

constexpr std::string_view tableName(Fields<Branch>)
{
    return "branch";
}
constexpr std::string_view tableName(Fields<RunChange>)
{
    return "run";
}
constexpr std::string_view tableName(Fields<Measure>)
{
    return "measure";
}
constexpr std::string_view tableName(Fields<Compare>)
{
    return "comparison";
}
constexpr std::string_view tableName(Fields<PredictionOption>)
{
    return "option";
}
constexpr std::string_view tableName(Fields<Prediction>)
{
    return "prediction";
}
constexpr std::string_view tableName(Fields<Step>)
{
    return "step";
}
constexpr std::string_view tableName(Fields<TryItem>)
{
    return "try_item";
}
constexpr std::string_view tableName(Fields<Lesson>)
{
    return "lesson";
}
constexpr std::string_view tableName(Fields<Scenario>)
{
    return "scenario";
}

template <class V>
void describe(V &v, Fields<Branch>)
{
    using T = Branch;
    v.id("id", &T::id, Need::Required);
    v.name("name", &T::name);
    v.nullableId("parent", &T::parent);
    v.integer("from_us", &T::from, 0, bounds::day);
    v.list("actions", &T::actions, 0, bounds::actions);
}

template <class V>
void describe(V &v, Fields<RunChange>)
{
    using T = RunChange;
    v.id("branch", &T::branch);
    v.word("policy", &T::policy, presetWords);
    v.integer("servers", &T::servers, 1, bounds::servers);
    v.setValues("set", &T::set);
}

/// What a measure has besides its kind.
template <class V>
void describeMeasure(V &v, MeasureKind kind)
{
    using T = Measure;
    switch (kind) {
    case MeasureKind::Outcome:
    case MeasureKind::AnsweredBy:
        v.id("client", &T::client, Need::Required);
        v.request("request", &T::request);
        v.id("after", &T::after);
        break;
    case MeasureKind::Home:
    case MeasureKind::Belief:
        v.id("client", &T::client, Need::Required);
        v.id("at", &T::at);
        break;
    case MeasureKind::Holds:
        v.id("client", &T::client, Need::Required);
        v.id("server", &T::server, Need::Required);
        v.id("at", &T::at);
        break;
    case MeasureKind::Count:
        v.id("client", &T::client);
        v.word("outcome", &T::outcome, outcomeWords);
        v.word("operation", &T::operation, model::EnumNames<model::Operation>::values);
        v.id("within", &T::within);
        break;
    case MeasureKind::Clients:
        v.word("outcome", &T::outcome, outcomeWords);
        v.id("within", &T::within);
        break;
    case MeasureKind::LargestSharePpm:
        v.id("within", &T::within);
        break;
    case MeasureKind::LatencyUs:
        v.integer("percentile", &T::percentile, 1, 100);
        v.word("operation", &T::operation, model::EnumNames<model::Operation>::values);
        v.id("within", &T::within);
        break;
    case MeasureKind::ClientsOf:
        v.id("server", &T::server, Need::Required);
        v.id("at", &T::at);
        break;
    case MeasureKind::RatioPpm:
        v.measure("of", &T::of);
        v.measure("to", &T::to);
        break;
    }
    v.object("run", &T::run);
}

template <class V>
void describe(V &v, Fields<Measure>)
{
    v.choose("measure", &Measure::kind, [](auto &fields, MeasureKind kind) { describeMeasure(fields, kind); });
}

template <class V>
void describe(V &v, Fields<Compare>)
{
    v.inlined(&Compare::measure);
    v.word("is", &Compare::is, Need::Required);
    v.operand("value", &Compare::value);
}

template <class V>
void describe(V &v, Fields<PredictionOption>)
{
    using T = PredictionOption;
    v.id("id", &T::id, Need::Required);
    v.text("text", &T::text, bounds::nameLength, Need::Required);
    v.text("debrief", &T::debrief, bounds::textLength);
    v.condition("when", &T::when);
}

template <class V>
void describe(V &v, Fields<Prediction>)
{
    using T = Prediction;
    v.text("question", &T::question, bounds::nameLength, Need::Required);
    v.words("valid_for", &T::validFor, validForWords);
    v.list("options", &T::options, 2, bounds::options, Need::Required);
}

template <class V>
void describe(V &v, Fields<Step>)
{
    using T = Step;
    v.id("id", &T::id, Need::Required);
    v.text("title", &T::title, bounds::nameLength, Need::Required);
    v.text("text", &T::text, bounds::textLength);
    v.integer("until_us", &T::until, 1, bounds::day, Need::Required);
    v.ids("point_at", &T::pointAt);
    v.boolean("hops", &T::hops);
    v.object("prediction", &T::prediction);
    v.object("run", &T::run);
}

template <class V>
void describe(V &v, Fields<TryItem>)
{
    using T = TryItem;
    v.text("label", &T::label, bounds::nameLength, Need::Required);
    v.inlined(&T::run);
    v.object("action", &T::action, Need::Optional, UntimedActionFields());
    v.eitherOr({"action"}, {"branch", "policy", "servers", "set"});
}

template <class V>
void describe(V &v, Fields<Lesson>)
{
    using T = Lesson;
    v.integer("number", &T::number, 0, 999);
    v.integer("part", &T::part, 0, 99);
    v.integer("minutes", &T::minutes, 0, 999);
    v.strings("claims", &T::claims, StringRule::Claim);
    v.ids("terms", &T::terms);
    v.text("summary", &T::summary, bounds::textLength);
    v.text("notes", &T::notes, bounds::textLength);
    v.text("real_world", &T::realWorld, bounds::textLength);
    v.list("steps", &T::steps, 1, bounds::steps, Need::Required);
    v.list("try", &T::tries, 0, bounds::tries);
}

template <class V>
void describe(V &v, Fields<Scenario>)
{
    using T = Scenario;
    v.constant("format", formatName);
    v.constant("version", formatVersion);
    v.id("id", &T::id, Need::Required);
    v.text("title", &T::title, bounds::nameLength, Need::Required);
    v.integer("duration_us", &T::duration, 1, bounds::day, Need::Required);
    v.integer("seed", &T::seed, 0, bounds::anySeed);
    v.inlined(&T::setup);
    v.list("branches", &T::branches, 1, bounds::branches, Need::Required);
    v.object("played", &T::played);
    v.object("lesson", &T::lesson);
}

} // namespace sessionarium::scenario
