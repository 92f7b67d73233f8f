// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/summary.h"

#include <nlohmann/json.hpp>

namespace sessionarium::report {

namespace {

using Json = nlohmann::ordered_json;

template <class Number>
Json orNull(const std::optional<Number> &number)
{
    return number ? Json(*number) : Json(nullptr);
}

Json nameJson(const model::Text &name)
{
    return Json {{"ko", name.ko}, {"en", name.en}};
}

template <std::size_t Size>
Json counts(const std::array<std::string_view, Size> &names, const std::array<std::uint64_t, Size> &values)
{
    Json json;
    for (std::size_t i = 0; i < Size; ++i)
        json[std::string(names[i])] = values[i];
    return json;
}

Json clientJson(const ClientSummary &client)
{
    return Json {{"id", client.id},
                 {"name", nameJson(client.name)},
                 {"requests", client.requests},
                 {"outcomes", counts(verdict::outcomeNames, client.outcomes)},
                 {"guarantees", counts(verdict::guaranteeNames, client.guarantees)},
                 {"signed_in", client.signedIn}};
}

Json serverJson(const ServerSummary &server)
{
    return Json {{"id", server.id},
                 {"name", nameJson(server.name)},
                 {"requests", server.requests},
                 {"busy_ppm", orNull(server.busyPpm)},
                 {"queue_max", server.queueMax},
                 {"sessions", server.sessions},
                 {"sessions_max", server.sessionsMax},
                 {"session_bytes", server.sessionBytes},
                 {"session_bytes_max", server.sessionBytesMax}};
}

Json storeJson(const StoreSummary &store)
{
    return Json {{"id", store.id},
                 {"name", nameJson(store.name)},
                 {"sessions", store.sessions},
                 {"sessions_max", store.sessionsMax},
                 {"session_bytes", store.sessionBytes},
                 {"session_bytes_max", store.sessionBytesMax}};
}

} // namespace

std::string toJson(const Summary &summary)
{
    Json json;
    json["scenario"] = summary.scenario;
    json["policy"] = summary.policy;
    json["seed"] = summary.seed;
    json["duration_us"] = summary.durationUs;
    json["requests"] = summary.requests;
    json["unfinished"] = summary.unfinished;
    json["availability_ppm"] = orNull(summary.availabilityPpm);
    json["session_availability_ppm"] = orNull(summary.sessionAvailabilityPpm);
    json["outcomes"] = counts(verdict::outcomeNames, summary.outcomes);
    json["guarantees"] = counts(verdict::guaranteeNames, summary.guarantees);
    json["clients"] = Json::array();
    for (const ClientSummary &client : summary.clients)
        json["clients"].push_back(clientJson(client));
    if (summary.clientsOmitted > 0)
        json["clients_omitted"] = summary.clientsOmitted;
    json["servers"] = Json::array();
    for (const ServerSummary &server : summary.servers)
        json["servers"].push_back(serverJson(server));
    json["messages"] = Json::object();
    for (const MessageSummary &message : summary.messages)
        json["messages"][message.kind] = Json {{"count", message.count}, {"bytes", message.bytes}};
    json["latency_us"] = Json {{"p50", orNull(summary.latencyUs.p50)},
                               {"p95", orNull(summary.latencyUs.p95)},
                               {"p99", orNull(summary.latencyUs.p99)},
                               {"max", orNull(summary.latencyUs.max)}};
    json["records"] = summary.records;
    json["fingerprint"] = summary.fingerprint;
    for (const StoreSummary &store : summary.stores)
        json["stores"].push_back(storeJson(store));
    if (summary.cut)
        json["cut"] = true;
    // A name from a file by hand may hold anything; the summary stays valid JSON.
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

} // namespace sessionarium::report
