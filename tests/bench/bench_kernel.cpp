// SPDX-License-Identifier: GPL-3.0-or-later
// bench_kernel [REQUESTS [CLIENTS [ROUNDS]]]: the engine with the full model (cookies, sessions, facts) against the
// plain kernel, on the same number of requests at the same load: round robin over four servers, 3 ms of service, hops
// of half a millisecond, about one request a second and client.
#include "core/model/random.h"
#include "core/sim/simengine.h"
#include "core/timeline/timeline.h"
#include "tests/bench/measure.h"
#include "tests/bench/plainkernel.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <memory>

using namespace sessionarium;
using namespace sessionarium::tests::bench;

namespace {

constexpr std::int64_t waveUs = 1'000'000;

/// Counts records and forgets them.
class CountingSink : public timeline::RecordSink
{
public:
    void begin(const timeline::RunInfo &) override { }
    void internString(model::StringId, std::string_view) override { }
    void joinEntity(model::EntityId, model::StringId) override { }
    void append(model::RecordId, const timeline::Record &record) override
    {
        ++records;
        if (std::holds_alternative<model::Answered>(record.fact))
            ++answers;
    }
    void end() override { }

    std::uint64_t records = 0;
    std::uint64_t answers = 0;
};

scenario::Scenario loop(std::uint32_t clients, std::uint32_t waves)
{
    scenario::Scenario scenario;
    scenario.id = "loop";
    scenario.duration = model::microseconds(waveUs * (waves + 2));
    scenario.setup.balancer = model::BalancerSpec();
    for (std::uint32_t i = 0; i < clients; ++i) {
        model::ClientSpec client;
        client.id = "client-" + std::to_string(i);
        scenario.setup.clients.push_back(client);
    }
    for (std::uint32_t i = 1; i <= 4; ++i) {
        model::ServerSpec server;
        server.id = "server-" + std::to_string(i);
        server.capacity = 1;
        server.queueLimit = clients;
        scenario.setup.servers.push_back(server);
    }
    scenario::Branch main;
    main.id = "main";
    scenario.branches.push_back(main);
    return scenario;
}

/// What every client does in one second, the latest first: log in once, read ever after.
std::vector<model::Action> wave(const scenario::Scenario &scenario, std::uint32_t number, model::Random &random)
{
    std::vector<model::Action> actions;
    for (const model::ClientSpec &client : scenario.setup.clients) {
        model::Action action;
        action.id = client.id;
        action.verb = number == 0 ? model::ActionKind::LogIn : model::ActionKind::Read;
        action.client = client.id;
        action.at = model::SimTime {number * waveUs + static_cast<std::int64_t>(random.below(waveUs))};
        actions.push_back(action);
    }
    std::sort(actions.begin(), actions.end(),
              [](const model::Action &a, const model::Action &b) { return *a.at > *b.at; });
    return actions;
}

void runEngine(const scenario::Scenario &scenario, const std::vector<std::vector<model::Action>> &waves,
               timeline::RecordSink &sink)
{
    sim::SimEngine engine(scenario, "main");
    engine.open(sink);
    for (std::size_t i = 0; i < waves.size(); ++i) {
        engine.addActions(waves[i]);
        if (engine.runUntil(model::SimTime {static_cast<std::int64_t>(i + 1) * waveUs}, 0xFFFFFFF0u, sink)
            == sim::SimEngine::Stop::Cut)
            std::abort();
    }
    if (engine.runUntil(model::SimTime {scenario.duration.us}, 0xFFFFFFF0u, sink) == sim::SimEngine::Stop::Cut)
        std::abort();
    sink.end();
}

} // namespace

int main(int argc, char **argv)
{
    const std::uint32_t requests = argument(argc, argv, 1, 1'000'000);
    const std::uint32_t clients = argument(argc, argv, 2, 1'000);
    const std::uint32_t rounds = argument(argc, argv, 3, 3);
    const std::uint32_t waveCount = std::max(1u, requests / clients);

    const scenario::Scenario scenario = loop(clients, waveCount);
    model::Random random(1, model::Purpose::Network, model::EntityId(0));
    std::vector<std::vector<model::Action>> waves;
    for (std::uint32_t i = 0; i < waveCount; ++i)
        waves.push_back(wave(scenario, i, random));

    std::uint64_t records = 0;
    const std::uint64_t sent = std::uint64_t {clients} * waveCount;
    PlainTotals plainTotals;
    std::vector<Side> sides {
        {"plain kernel, nothing recorded",
         [&] { plainTotals = runPlainKernel(clients, static_cast<std::uint32_t>(sent)); },
         {}},
        {"engine, no timeline",
         [&] {
             CountingSink sink;
             runEngine(scenario, waves, sink);
             records = sink.records;
             if (sink.answers != sent)
                 std::abort();
         },
         {}},
        {"engine, timeline stored",
         [&] {
             timeline::Timeline timeline;
             runEngine(scenario, waves, timeline);
         },
         {}},
    };
    measureInterleaved(sides, static_cast<int>(rounds));

    std::printf("%u clients, %llu requests, %llu records, %u rounds\n", clients, static_cast<unsigned long long>(sent),
                static_cast<unsigned long long>(records), rounds);
    for (const Side &side : sides)
        printFigure(side.name, median(side.seconds) * 1e9 / static_cast<double>(sent), "ns/request");
    printFigure("plain kernel", median(sides[0].seconds) * 1e9 / static_cast<double>(plainTotals.events), "ns/event");
    printFigure("engine, no timeline / plain", ratio(sides[1], sides[0]), "ratio", Budget::AtMost, 0.5);
    printFigure("engine, timeline stored / plain", ratio(sides[2], sides[0]), "ratio", Budget::AtMost, 0.9);
    return 0;
}
