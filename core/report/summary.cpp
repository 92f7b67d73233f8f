// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/summary.h"

#include "core/report/counting.h"
#include "core/report/muldiv.h"
#include "core/timeline/fingerprint.h"

#include <algorithm>

namespace sessionarium::report {

using model::EntityId;
using timeline::EntityInfo;
using timeline::Timeline;
using verdict::Guarantee;
using verdict::Outcome;
using verdict::Verdict;
using verdict::Verdicts;

namespace {

constexpr std::uint64_t million = 1'000'000;

model::Text nameOfEntity(const EntityInfo &entity)
{
    const std::string &fallback = entity.name.ko.empty() ? entity.name.en : entity.name.ko;
    if (fallback.empty())
        return model::Text {entity.id, entity.id};
    return model::Text {entity.name.ko.empty() ? fallback : entity.name.ko,
                        entity.name.en.empty() ? fallback : entity.name.en};
}

void count(const Verdict &verdict, Outcomes &outcomes, Guarantees &guarantees)
{
    ++outcomes[static_cast<std::size_t>(verdict.outcome)];
    for (std::size_t g = 0; g < guarantees.size(); ++g)
        guarantees[g] += verdict.broken.has(static_cast<Guarantee>(g)) ? 1u : 0u;
}

/// The value that a share of the sorted values does not exceed: nearest rank.
std::int64_t percentile(const std::vector<std::int64_t> &sorted, std::uint64_t percent)
{
    const std::uint64_t rank = (percent * sorted.size() + 99) / 100;
    return sorted[static_cast<std::size_t>(std::max<std::uint64_t>(1, rank) - 1)];
}

std::vector<MessageSummary> messagesThatOccurred(const Counting &counting)
{
    std::vector<MessageSummary> list;
    for (std::size_t kind = 0; kind < counting.messages().size(); ++kind) {
        const Counting::Messages &sent = counting.messages().at(kind);
        if (sent.count > 0)
            list.push_back({std::string(model::nameOf(static_cast<model::MessageKind>(kind))), sent.count, sent.bytes});
    }
    return list;
}

void summarizeVerdicts(Summary &summary, const Verdicts &verdicts, const Counting &counting, std::uint32_t records)
{
    const std::size_t finished = verdicts.countWithin(records);
    std::vector<std::int64_t> latencies;
    latencies.reserve(finished);
    for (std::size_t i = 0; i < finished; ++i) {
        const Verdict &verdict = verdicts.all()[i];
        latencies.push_back(verdict.latency.us);
        count(verdict, summary.outcomes, summary.guarantees);
        const std::size_t client = counting.indexOf(verdict.client);
        if (client >= summary.clients.size())
            continue;
        ++summary.clients[client].requests;
        count(verdict, summary.clients[client].outcomes, summary.clients[client].guarantees);
    }
    summary.requests = finished;
    summary.unfinished = counting.issued() - finished;
    if (finished == 0)
        return;

    const auto ofOutcome = [&summary](Outcome outcome) { return summary.outcomes[static_cast<std::size_t>(outcome)]; };
    summary.availabilityPpm = mulDiv(finished - ofOutcome(Outcome::Refused), million, finished);
    summary.sessionAvailabilityPpm = mulDiv(ofOutcome(Outcome::Fine), million, finished);
    std::sort(latencies.begin(), latencies.end());
    summary.latencyUs.p50 = percentile(latencies, 50);
    summary.latencyUs.p95 = percentile(latencies, 95);
    summary.latencyUs.p99 = percentile(latencies, 99);
    summary.latencyUs.max = latencies.back();
}

model::SimTime endOf(const Timeline &timeline, std::uint32_t records, bool cut)
{
    const bool whole = timeline.isComplete() && records == timeline.size() && !cut;
    if (whole)
        return model::SimTime {timeline.info().duration.us};
    return records == 0 ? model::SimTime {} : timeline[records - 1].at;
}

} // namespace

Summary summarize(const Timeline &timeline, const Verdicts &verdicts, std::uint32_t records)
{
    Counting counting(timeline);
    timeline::Fingerprint fingerprint;
    for (std::uint32_t i = 0; i < records; ++i) {
        fingerprint.add(timeline[i]);
        counting.add(timeline[i]);
    }
    const timeline::RunInfo &info = timeline.info();
    Summary summary;
    summary.scenario = info.scenario;
    summary.policy = info.policy;
    summary.seed = info.seed;
    summary.durationUs = info.duration.us;
    summary.messages = messagesThatOccurred(counting);
    summary.records = records;
    summary.fingerprint = fingerprint.hex();
    summary.cut = counting.cut();

    const std::size_t listed = std::min(counting.clients().size(), maxClientsListed);
    summary.clientsOmitted = counting.clients().size() - listed;
    for (std::size_t i = 0; i < listed; ++i) {
        const EntityInfo &entity = timeline.entity(counting.clients()[i]);
        ClientSummary client;
        client.id = entity.id;
        client.name = nameOfEntity(entity);
        client.signedIn = counting.signedIn(i);
        summary.clients.push_back(std::move(client));
    }
    const model::SimTime end = endOf(timeline, records, summary.cut);
    for (std::size_t i = 0; i < counting.servers().size(); ++i) {
        const EntityInfo &entity = timeline.entity(counting.servers()[i]);
        ServerSummary server = counting.load(counting.servers()[i]).summary(end);
        server.id = entity.id;
        server.name = nameOfEntity(entity);
        summary.servers.push_back(std::move(server));
    }
    for (const EntityId store : counting.stores()) {
        const EntityInfo &entity = timeline.entity(store);
        const ServerSummary load = counting.load(store).summary(end);
        summary.stores.push_back(StoreSummary {entity.id, nameOfEntity(entity), load.sessions, load.sessionsMax,
                                               load.sessionBytes, load.sessionBytesMax});
    }
    summarizeVerdicts(summary, verdicts, counting, records);
    return summary;
}

} // namespace sessionarium::report
