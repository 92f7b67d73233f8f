// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/measure.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>

namespace sessionarium::tests::bench {

double secondsOf(const std::function<void()> &work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

void measureInterleaved(std::vector<Side> &sides, int rounds)
{
    for (int round = -1; round < rounds; ++round) {
        for (Side &side : sides) {
            const double seconds = secondsOf(side.work);
            if (round >= 0)
                side.seconds.push_back(seconds);
        }
    }
}

double percentile(std::vector<double> values, int percent)
{
    std::sort(values.begin(), values.end());
    const std::size_t rank = (values.size() * static_cast<std::size_t>(percent) + 99) / 100;
    return values[std::max<std::size_t>(rank, 1) - 1];
}

double ratio(const Side &a, const Side &b)
{
    std::vector<double> ratios;
    for (std::size_t i = 0; i < a.seconds.size(); ++i)
        ratios.push_back(a.seconds[i] / b.seconds[i]);
    return median(ratios);
}

std::size_t residentBytes()
{
    std::ifstream statm("/proc/self/statm");
    std::size_t total = 0;
    std::size_t resident = 0;
    statm >> total >> resident;
    return resident * 4096;
}

void printFigure(const std::string &what, double value, const std::string &unit, Budget budget, double bound)
{
    std::printf("%-52s %12.3f %-12s", what.c_str(), value, unit.c_str());
    if (budget != Budget::None) {
        const bool kept = budget == Budget::AtMost ? value <= bound : value >= bound;
        std::printf(" %s %g: %s", budget == Budget::AtMost ? "at most" : "at least", bound, kept ? "kept" : "NOT KEPT");
    }
    std::printf("\n");
    std::fflush(stdout);
}

std::uint32_t argument(int argc, char **argv, int n, std::uint32_t otherwise)
{
    return argc > n ? static_cast<std::uint32_t>(std::strtoul(argv[n], nullptr, 10)) : otherwise;
}

} // namespace sessionarium::tests::bench
