// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/spec.h"
#include "core/scenario/bounds.h"
#include "core/scenario/fieldrules.h"

#include <string_view>

/// The part of the field table (`fields.h`) that a run is made of: entities, policy and parameters, network, workload.
namespace sessionarium::scenario {

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
constexpr std::string_view tableName(Fields<model::CrowdSpec>)
{
    return "crowd";
}
constexpr std::string_view tableName(Fields<model::Workload>)
{
    return "workload";
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
    v.integer("check_interval_us", &T::checkInterval, bounds::shortestPeriod, bounds::day);
    v.integer("fall", &T::fall, 1, 100);
    v.integer("rise", &T::rise, 1, 100);
    v.integer("retries", &T::retries, 0, 100);
    v.boolean("redispatch", &T::redispatch);
    v.integer("connect_timeout_us", &T::connectTimeout, 1, bounds::day);
    v.integer("server_timeout_us", &T::serverTimeout, 1, bounds::day);
}

template <class V>
void describe(V &v, Fields<model::ServerSpec>)
{
    using T = model::ServerSpec;
    v.id("id", &T::id, Need::Required);
    v.name("name", &T::name);
    v.integer("capacity", &T::capacity, 1, bounds::capacity);
    v.integer("service_time_us", &T::serviceTime, 0, bounds::serviceTime);
    v.integer("queue_limit", &T::queueLimit, 0, bounds::million);
    v.integer("weight", &T::weight, 1, 256); // the most that HAProxy knows
}

template <class V>
void describe(V &v, Fields<model::SavePoint>)
{
    using T = model::SavePoint;
    v.integer("after_us", &T::after, bounds::shortestPeriod, bounds::day, Need::Required);
    v.integer("changes", &T::changes, 1, 1'000 * bounds::million);
}

template <class V>
void describe(V &v, Fields<model::StoreReplicaSpec>)
{
    using T = model::StoreReplicaSpec;
    v.id("id", &T::id);
    v.name("name", &T::name);
    v.word("mode", &T::mode);
    v.integer("delay_us", &T::delay, 0, bounds::day);
    v.integer("down_after_us", &T::downAfter, bounds::shortestPeriod, bounds::day);
}

template <class V>
void describe(V &v, Fields<model::StoreSpec>)
{
    using T = model::StoreSpec;
    v.id("id", &T::id);
    v.name("name", &T::name);
    v.word("persistence", &T::persistence);
    v.list("save_points", &T::savePoints, 0, bounds::savePoints);
    v.integer("read_us", &T::readTime, 0, bounds::serviceTime);
    v.integer("write_us", &T::writeTime, 0, bounds::serviceTime);
    v.integer("disk_read_us", &T::diskReadTime, 0, bounds::serviceTime);
    v.integer("flush_us", &T::flushTime, 0, bounds::serviceTime);
    v.orNull("replica", &T::replica);
}

template <class V>
void describe(V &v, Fields<model::SessionsSpec>)
{
    using T = model::SessionsSpec;
    v.word("policy", &T::policy);
    v.integer("timeout_us", &T::timeout, 1, bounds::year);
    v.integer("sweep_us", &T::sweep, bounds::shortestPeriod, bounds::day);
    v.boolean("acknowledged", &T::acknowledged);
    v.word("membership", &T::membership);
    v.word("replicates", &T::replicates);
    v.integer("replication_delay_us", &T::replicationDelay, 0, bounds::day);
    v.integer("drop_us", &T::dropTime, bounds::shortestPeriod, bounds::day);
    v.integer("confirm_timeout_us", &T::confirmTimeout, 1, bounds::day);
    v.integer("transfer_timeout_us", &T::transferTimeout, 1, bounds::day);
    v.integer("session_bytes", &T::sessionBytes, 0, bounds::bytes);
    v.integer("new_session_bytes", &T::newSessionBytes, 0, bounds::bytes);
    v.integer("delta_bytes", &T::deltaBytes, 0, bounds::bytes);
    v.integer("envelope_bytes", &T::envelopeBytes, 0, bounds::bytes);
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
    v.integer("apply_us", &T::apply, 0, bounds::serviceTime);
    v.integer("store_timeout_us", &T::storeTimeout, 1, bounds::day);
    v.word("store_writes", &T::storeWrites);
    v.boolean("saves_on_read", &T::savesOnRead);
    v.integer("request_bytes", &T::requestBytes, 0, bounds::bytes);
    v.integer("response_bytes", &T::responseBytes, 0, bounds::bytes);
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

} // namespace sessionarium::scenario
