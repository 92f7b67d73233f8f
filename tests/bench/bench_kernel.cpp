// SPDX-License-Identifier: GPL-3.0-or-later
// bench_kernel [REQUESTS [CLIENTS [ROUNDS]]]: the engine with the full model (cookies, sessions, facts) against the
// plain kernel, on the same number of requests in the same closed loop: a think time of 0.5 to 1.5 s after each answer,
// round robin over four servers that serve one request at a time in 3 ms, hops of half a millisecond. What the users do
// stands in the engine before the clock starts, as a scenario's actions do; the plain kernel makes it up as it goes.
#include "core/model/random.h"
#include "core/sim/simengine.h"
#include "core/timeline/timeline.h"
#include "tests/bench/measure.h"
#include "tests/bench/plainkernel.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <utility>
#include <vector>

using namespace sessionarium;
using namespace sessionarium::tests::bench;

namespace {

constexpr std::uint32_t noBound = 0xFFFFFFF0u;

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

scenario::Scenario setting(std::uint32_t clients, std::uint32_t rounds)
{
    scenario::Scenario scenario;
    scenario.id = "loop";
    scenario.duration = model::seconds(2 * std::int64_t {rounds} + 20);
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

/// What every client does next: log in the first time, then read, each time after its answer and a think time.
std::vector<model::Action> nextOfEach(const scenario::Scenario &scenario, bool first, model::Random &random)
{
    std::vector<model::Action> actions;
    for (const model::ClientSpec &client : scenario.setup.clients) {
        const auto think = static_cast<std::int64_t>(500'000 + random.below(1'000'000));
        model::Action action;
        action.id = client.id;
        action.client = client.id;
        action.verb = first ? model::ActionKind::LogIn : model::ActionKind::Read;
        if (first) {
            action.at = model::SimTime {think};
        } else {
            action.after = client.id;
            action.think = model::microseconds(think);
        }
        actions.push_back(action);
    }
    return actions;
}

sim::SimEngine loadedEngine(const scenario::Scenario &scenario, std::uint32_t requestsOfEach)
{
    sim::SimEngine engine(scenario, "main");
    model::Random random(1, model::Purpose::Network, model::EntityId(0));
    for (std::uint32_t i = 0; i < requestsOfEach; ++i)
        engine.addActions(nextOfEach(scenario, i == 0, random));
    return engine;
}

void run(sim::SimEngine engine, timeline::RecordSink &sink)
{
    engine.open(sink);
    const model::SimTime end {engine.info().duration.us};
    if (engine.runUntil(end, noBound, sink) == sim::SimEngine::Stop::Cut)
        std::abort();
    sink.end();
}

/// Copies of the same engine, made before the clock starts, one to be used up by each run.
class Engines
{
public:
    Engines(const sim::SimEngine &engine, std::size_t count) : m_engines(count, engine) { }
    [[nodiscard]] sim::SimEngine take()
    {
        sim::SimEngine engine = std::move(m_engines.back());
        m_engines.pop_back();
        return engine;
    }

private:
    std::vector<sim::SimEngine> m_engines;
};

} // namespace

int main(int argc, char **argv)
{
    const std::uint32_t requests = argument(argc, argv, 1, 1'000'000);
    const std::uint32_t clients = argument(argc, argv, 2, 1'000);
    const std::uint32_t rounds = argument(argc, argv, 3, 3);
    const std::uint32_t requestsOfEach = std::max(1u, requests / clients);

    Engines engines(loadedEngine(setting(clients, requestsOfEach), requestsOfEach), 2 * (rounds + 1));
    const auto pool = std::make_shared<timeline::BlockPool>(4096);
    std::uint64_t records = 0;
    const std::uint64_t sent = std::uint64_t {clients} * requestsOfEach;
    PlainTotals plainTotals;
    std::vector<Side> sides {
        {"plain kernel, nothing recorded",
         [&] { plainTotals = runPlainKernel(clients, static_cast<std::uint32_t>(sent)); },
         {}},
        {"engine, no timeline",
         [&] {
             CountingSink sink;
             run(engines.take(), sink);
             records = sink.records;
             if (sink.answers != sent)
                 std::abort();
         },
         {}},
        {"engine, timeline stored",
         [&] {
             timeline::Timeline timeline(pool);
             run(engines.take(), timeline);
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
