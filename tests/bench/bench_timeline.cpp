// SPDX-License-Identifier: GPL-3.0-or-later
// bench_timeline [RECORDS [CLIENTS [ROUNDS]]]: appending, memory, the state at any time, filters.
#include "core/model/random.h"
#include "core/timeline/keyframes.h"
#include "core/timeline/timeline.h"
#include "tests/bench/measure.h"
#include "tests/bench/syntheticrun.h"

#include <cstdio>
#include <optional>

using namespace sessionarium;
using namespace sessionarium::tests::bench;

namespace {

/// The least that storing can cost: one growing vector, no index.
class VectorSink : public timeline::RecordSink
{
public:
    void begin(const timeline::RunInfo &) override { }
    void internString(model::StringId, std::string_view) override { }
    void joinEntity(model::EntityId, model::StringId) override { }
    void append(model::RecordId, const timeline::Record &record) override { m_records.push_back(record); }
    void end() override { }

private:
    std::vector<timeline::Record> m_records;
};

class EmptySink : public timeline::RecordSink
{
public:
    void begin(const timeline::RunInfo &) override { }
    void internString(model::StringId, std::string_view) override { }
    void joinEntity(model::EntityId, model::StringId) override { }
    void append(model::RecordId id, const timeline::Record &record) override
    {
        m_sum += static_cast<std::uint64_t>(record.at.us) ^ id.value;
    }
    void end() override { std::fprintf(stderr, "%s", m_sum == 0 ? " " : ""); }

private:
    std::uint64_t m_sum = 0;
};

void measureAppending(std::uint32_t records, std::uint32_t clients, int rounds)
{
    std::vector<Side> sides {
        {"making the records",
         [&] {
             EmptySink sink;
             writeSyntheticRun(records, clients, sink);
         },
         {}},
        {"one growing vector",
         [&] {
             VectorSink sink;
             writeSyntheticRun(records, clients, sink);
         },
         {}},
        {"timeline with indices",
         [&] {
             timeline::Timeline sink;
             writeSyntheticRun(records, clients, sink);
         },
         {}},
    };
    measureInterleaved(sides, rounds);
    const double making = median(sides[0].seconds);
    for (std::size_t i = 1; i < sides.size(); ++i)
        printFigure("append: " + sides[i].name, (median(sides[i].seconds) - making) * 1e9 / records, "ns/record");
    printFigure("append: timeline / vector, making included", ratio(sides[2], sides[1]), "ratio");
}

void measureSeeking(const timeline::Timeline &timeline)
{
    std::optional<timeline::Keyframes> built;
    const double building = secondsOf([&] {
        built.emplace(timeline);
        built->extend();
    });
    const timeline::Keyframes &keyframes = *built;
    printFigure("keyframes: folding all and keeping some", building * 1e9 / timeline.size(), "ns/record");
    printFigure("memory: records and indices", static_cast<double>(timeline.memoryBytes()) / timeline.size(),
                "B/record", Budget::AtMost, 56);
    printFigure("memory: keyframes", static_cast<double>(keyframes.memoryBytes()) / timeline.size(), "B/record",
                Budget::AtMost, 4);
    printFigure("memory: one state", static_cast<double>(keyframes.stateAfter(timeline.size()).memoryBytes()) / 1024,
                "KiB");

    model::Random random(7, model::Purpose::Network, model::EntityId(0));
    std::vector<double> seeks;
    std::vector<double> backs;
    std::size_t served = 0;
    for (int i = 0; i < 4000; ++i) {
        const auto count = 1 + static_cast<std::uint32_t>(random.below(timeline.size()));
        seeks.push_back(1e6 * secondsOf([&] { served += keyframes.stateAfter(count).servers.size(); }));
        backs.push_back(1e6 * secondsOf([&] { served += keyframes.stateAfter(count - 1).servers.size(); }));
    }
    if (served == 0)
        std::printf("only empty states\n");
    printFigure("seek: median", median(seeks), "us");
    printFigure("seek: 99 %", percentile(seeks, 99), "us", Budget::AtMost, 500);
    printFigure("step back: median", median(backs), "us");
    printFigure("step back: 99 %", percentile(backs, 99), "us", Budget::AtMost, 500);
}

void measureFilters(const timeline::Timeline &timeline, int rounds)
{
    const model::EntityId entity = timeline.findEntity("client-1");
    std::uint64_t found = 0;
    std::vector<Side> sides {
        {"first page of an entity, by index",
         [&] {
             for (std::uint32_t i = 0; i < 40; ++i)
                 found += timeline[timeline.entityRecord(entity, i)].request.value;
         },
         {}},
        {"all of a kind, by scan",
         [&] {
             for (std::uint32_t i = 0; i < timeline.size(); ++i)
                 found += std::holds_alternative<model::SessionCreated>(timeline[i].fact) ? 1u : 0u;
         },
         {}},
    };
    measureInterleaved(sides, rounds);
    printFigure("filter: " + sides[0].name, median(sides[0].seconds) * 1e3, "ms", Budget::AtMost, 1);
    printFigure("filter: " + sides[1].name, median(sides[1].seconds) * 1e3, "ms");
    if (found == 0)
        std::printf("nothing found\n");
}

} // namespace

int main(int argc, char **argv)
{
    const std::uint32_t records = argument(argc, argv, 1, 10'000'000);
    const std::uint32_t clients = argument(argc, argv, 2, 200);
    const auto rounds = static_cast<int>(argument(argc, argv, 3, 3));
    std::printf("%u records, %u clients\n", records, clients);
    measureAppending(records, clients, rounds);
    timeline::Timeline timeline;
    writeSyntheticRun(records, clients, timeline);
    measureSeeking(timeline);
    measureFilters(timeline, rounds);
    return 0;
}
