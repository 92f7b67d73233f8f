// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/bounds.h"
#include "core/scenario/scenario.h"
#include "core/scenario/words.h"

#include <string_view>

/// The field table of scenario files: for each object its fields in their order, with key, type, bounds or words, and
/// whether a file must have them. The default of a field is that of its member in a default-constructed value.
///
/// Reader (`objectreader.h`), writer (`objectwriter.h`) and JSON Schema (`objectschema.h`) are visitors of this table
/// and know no field of their own.
namespace sessionarium::scenario {

enum class Need { Optional, Required };

/// What may stand in a plain string.
enum class StringRule {
    Free, ///< 1 to nameLength characters without control characters.
    Address, ///< An IPv4 or IPv6 address by its characters.
    Attribute, ///< An id other than `user`, which only a log-in sets.
    Claim ///< 1 to claimLength characters.
};

/// Names a row of tables: the fields of a `T`.
template <class T>
struct Fields
{
    using Value = T;
};
/// An action without a time, as "try" has it: it is taken at the playhead.
struct UntimedActionFields
{
    using Value = model::Action;
};

constexpr std::string_view tableName(Fields<model::ClientSpec>)
{
    return "client";
}
constexpr std::string_view tableName(Fields<model::BalancerSpec>)
{
    return "balancer";
}
constexpr std::string_view tableName(Fields<model::ServerSpec>)
{
    return "server";
}
constexpr std::string_view tableName(Fields<model::SessionsSpec>)
{
    return "sessions";
}
constexpr std::string_view tableName(Fields<model::ApplicationSpec>)
{
    return "application";
}
constexpr std::string_view tableName(Fields<model::NetworkSpec>)
{
    return "network";
}
constexpr std::string_view tableName(Fields<model::SavePoint>)
{
    return "save_point";
}
constexpr std::string_view tableName(Fields<model::StoreReplicaSpec>)
{
    return "store_replica";
}
constexpr std::string_view tableName(Fields<model::StoreSpec>)
{
    return "store";
}
constexpr std::string_view tableName(Fields<model::CrowdSpec>)
{
    return "crowd";
}
constexpr std::string_view tableName(Fields<model::Workload>)
{
    return "workload";
}
constexpr std::string_view tableName(Fields<model::Action>)
{
    return "action";
}
constexpr std::string_view tableName(UntimedActionFields)
{
    return "untimed_action";
}
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
void describe(V &v, Fields<model::ClientSpec>)
{
    using T = model::ClientSpec;
    v.id("id", &T::id, Need::Required);
    v.name("name", &T::name);
    v.string("address", &T::address, StringRule::Address);
    v.word("on_401", &T::on401);
    v.word("redirects", &T::redirects);
    v.integer("timeout_us", &T::timeout, 1, bounds::day);
}

template <class V>
void describe(V &v, Fields<model::BalancerSpec>)
{
    using T = model::BalancerSpec;
    v.id("id", &T::id);
    v.name("name", &T::name);
    v.word("algorithm", &T::algorithm);
    v.word("stickiness", &T::stickiness);
    v.word("hash", &T::hash);
    v.boolean("check", &T::check);
    v.integer("check_interval_us", &T::checkInterval, 1'000, bounds::minute);
    v.integer("fall", &T::fall, 1, 100);
    v.integer("rise", &T::rise, 1, 100);
    v.integer("retries", &T::retries, 0, 100);
    v.boolean("redispatch", &T::redispatch);
    v.integer("connect_timeout_us", &T::connectTimeout, 1, 10 * bounds::minute);
    v.integer("server_timeout_us", &T::serverTimeout, 1, bounds::day);
}

template <class V>
void describe(V &v, Fields<model::ServerSpec>)
{
    using T = model::ServerSpec;
    v.id("id", &T::id, Need::Required);
    v.name("name", &T::name);
    v.integer("capacity", &T::capacity, 1, 10'000);
    v.integer("service_time_us", &T::serviceTime, 0, 10 * bounds::minute);
    v.integer("queue_limit", &T::queueLimit, 0, bounds::million);
    v.integer("weight", &T::weight, 1, 256); // the most that HAProxy knows
}

template <class V>
void describe(V &v, Fields<model::SessionsSpec>)
{
    using T = model::SessionsSpec;
    v.word("policy", &T::policy);
    v.integer("timeout_us", &T::timeout, 1, bounds::year);
    v.integer("sweep_us", &T::sweep, 0, bounds::day);
    v.boolean("acknowledged", &T::acknowledged);
    v.word("membership", &T::membership);
    v.word("replicates", &T::replicates);
    v.integer("replication_delay_us", &T::replicationDelay, 0, 10 * bounds::minute);
    v.integer("drop_us", &T::dropTime, 1, 10 * bounds::minute);
    v.integer("confirm_timeout_us", &T::confirmTimeout, 1, 10 * bounds::minute);
    v.integer("transfer_timeout_us", &T::transferTimeout, 1, 10 * bounds::minute);
    v.integer("session_bytes", &T::sessionBytes, 0, bounds::million);
    v.integer("delta_bytes", &T::deltaBytes, 0, bounds::million);
    v.integer("envelope_bytes", &T::envelopeBytes, 0, bounds::million);
}

template <class V>
void describe(V &v, Fields<model::ApplicationSpec>)
{
    using T = model::ApplicationSpec;
    v.boolean("creates_session_when_anonymous", &T::createsSessionWhenAnonymous);
    v.boolean("login_redirect", &T::loginRedirect);
    v.boolean("changes_id_at_log_in", &T::changesIdAtLogIn);
    v.boolean("delta_on_read", &T::deltaOnRead);
    v.integer("sender_threads", &T::senderThreads, 1, 64);
    v.integer("apply_us", &T::apply, 0, bounds::minute);
    v.integer("store_timeout_us", &T::storeTimeout, 1, 10 * bounds::minute);
    v.word("store_writes", &T::storeWrites);
    v.boolean("saves_on_read", &T::savesOnRead);
    v.integer("request_bytes", &T::requestBytes, 0, 100 * bounds::million);
    v.integer("response_bytes", &T::responseBytes, 0, 100 * bounds::million);
}

template <class V>
void describe(V &v, Fields<model::NetworkSpec>)
{
    using T = model::NetworkSpec;
    v.integer("latency_us", &T::latency, 0, bounds::minute);
    v.integer("jitter_us", &T::jitter, 0, bounds::minute);
    v.integer("loss_ppm", &T::lossPpm, 0, bounds::million);
}

template <class V>
void describe(V &v, Fields<model::SavePoint>)
{
    using T = model::SavePoint;
    v.integer("after_us", &T::after, 0, bounds::day, Need::Required);
    v.integer("changes", &T::changes, 1, bounds::million * 1000);
}

template <class V>
void describe(V &v, Fields<model::StoreReplicaSpec>)
{
    using T = model::StoreReplicaSpec;
    v.id("id", &T::id);
    v.name("name", &T::name);
    v.word("mode", &T::mode);
    v.integer("delay_us", &T::delay, 0, 10 * bounds::minute);
    v.integer("down_after_us", &T::downAfter, 1'000, 10 * bounds::minute);
}

template <class V>
void describe(V &v, Fields<model::StoreSpec>)
{
    using T = model::StoreSpec;
    v.id("id", &T::id);
    v.name("name", &T::name);
    v.word("persistence", &T::persistence);
    v.list("save_points", &T::savePoints, 0, bounds::savePoints);
    v.integer("read_us", &T::readTime, 0, bounds::minute);
    v.integer("write_us", &T::writeTime, 0, bounds::minute);
    v.integer("disk_read_us", &T::diskReadTime, 0, bounds::minute);
    v.integer("flush_us", &T::flushTime, 0, bounds::minute);
    v.object("replica", &T::replica);
}

template <class V>
void describe(V &v, Fields<model::CrowdSpec>)
{
    using T = model::CrowdSpec;
    v.id("id", &T::id, Need::Required);
    v.name("name", &T::name);
    v.integer("clients", &T::clients, 1, bounds::crowdClients);
    v.string("address", &T::address, StringRule::Address);
    v.boolean("shared_address", &T::sharedAddress);
    v.word("arrivals", &T::arrivals);
    v.integer("from_us", &T::from, 0, bounds::day);
    v.integer("until_us", &T::until, 0, bounds::day);
    v.integer("mean_us", &T::mean, 1, bounds::day);
    v.integer("write_ppm", &T::writePpm, 0, bounds::million);
    v.boolean("logs_in", &T::logsIn);
    v.word("on_401", &T::on401);
    v.integer("timeout_us", &T::timeout, 1, bounds::day);
}

template <class V>
void describe(V &v, Fields<model::Workload>)
{
    v.list("crowds", &model::Workload::crowds, 0, bounds::crowds);
}

/// Who acts, or on whom, and what else the verb says.
template <class V>
void describeObject(V &v, model::ActionKind verb)
{
    using T = model::Action;
    switch (verb) {
    case model::ActionKind::Write:
        v.id("client", &T::client, Need::Required);
        v.string("attribute", &T::attribute, StringRule::Attribute);
        v.string("item", &T::item, StringRule::Free);
        break;
    case model::ActionKind::DeleteCookie:
        v.id("client", &T::client, Need::Required);
        v.word("cookie", &T::cookie);
        break;
    case model::ActionKind::ChangeAddress:
        v.id("client", &T::client, Need::Required);
        v.string("address", &T::address, StringRule::Address, Need::Required);
        break;
    case model::ActionKind::CopyCookie:
        v.id("client", &T::client, Need::Required);
        v.id("from", &T::from, Need::Required);
        break;
    case model::ActionKind::AddServer:
        v.id("server", &T::server);
        break;
    case model::ActionKind::AddClient:
        v.id("client", &T::client);
        v.string("address", &T::address, StringRule::Address);
        break;
    case model::ActionKind::Slow:
        v.id("server", &T::server, Need::Required);
        v.integer("service_time_us", &T::serviceTime, 0, 10 * bounds::minute, Need::Required);
        break;
    case model::ActionKind::SetCapacity:
        v.id("server", &T::server, Need::Required);
        v.integer("capacity", &T::capacity, 1, 10'000);
        v.integer("service_time_us", &T::serviceTime, 0, 10 * bounds::minute);
        break;
    case model::ActionKind::PowerOff:
        v.id("server", &T::server);
        v.id("store", &T::store);
        v.eitherOr({"server"}, {"store"});
        break;
    case model::ActionKind::Partition:
        v.ids("group", &T::group, Need::Required);
        v.ids("others", &T::others);
        break;
    case model::ActionKind::Heal:
        v.ids("group", &T::group);
        v.ids("others", &T::others);
        break;
    case model::ActionKind::MovePin:
        v.id("client", &T::client, Need::Required);
        v.id("server", &T::server, Need::Required);
        break;
    case model::ActionKind::AddMember:
        v.id("server", &T::server, Need::Required);
        v.id("member", &T::member, Need::Required);
        break;
    case model::ActionKind::DeleteSession:
        v.id("client", &T::client, Need::Required);
        v.id("store", &T::store);
        break;
    case model::ActionKind::StoreCrash:
    case model::ActionKind::StoreRestart:
        v.id("store", &T::store);
        break;
    default:
        if (model::isUserAction(verb))
            v.id("client", &T::client, Need::Required);
        else
            v.id("server", &T::server, Need::Required);
        break;
    }
}

/// What an action has besides its id and `do`.
template <class V>
void describeVerb(V &v, model::ActionKind verb, bool timed)
{
    using T = model::Action;
    describeObject(v, verb);
    if (!timed)
        return;
    if (!model::isUserAction(verb)) {
        v.integer("at_us", &T::at, 0, bounds::day, Need::Required);
        return;
    }
    v.integer("at_us", &T::at, 0, bounds::day);
    v.id("after", &T::after);
    v.integer("think_us", &T::think, 0, bounds::day);
    v.eitherOr({"at_us"}, {"after", "think_us"});
    v.together("think_us", "after");
}

template <class V>
void describe(V &v, Fields<model::Action>)
{
    using T = model::Action;
    v.id("id", &T::id, Need::Required);
    v.choose("do", &T::verb, [](auto &fields, model::ActionKind verb) { describeVerb(fields, verb, true); });
}

template <class V>
void describe(V &v, UntimedActionFields)
{
    using T = model::Action;
    v.id("id", &T::id);
    v.choose("do", &T::verb, [](auto &fields, model::ActionKind verb) { describeVerb(fields, verb, false); });
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
        v.id("within", &T::within);
        break;
    case MeasureKind::Clients:
        v.word("outcome", &T::outcome, outcomeWords, Need::Required);
        v.id("within", &T::within);
        break;
    case MeasureKind::LargestSharePpm:
        v.id("within", &T::within);
        break;
    case MeasureKind::LatencyUs:
        v.integer("percentile", &T::percentile, 1, 100);
        v.id("within", &T::within);
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
void describe(V &v, Fields<model::Setup>)
{
    using T = model::Setup;
    v.list("clients", &T::clients, 1, bounds::clients, Need::Required);
    v.object("balancer", &T::balancer, Need::Required);
    v.list("servers", &T::servers, 1, bounds::servers, Need::Required);
    v.list("stores", &T::stores, 0, bounds::stores);
    v.object("sessions", &T::sessions);
    v.object("application", &T::application);
    v.object("network", &T::network);
    v.object("workload", &T::workload);
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
