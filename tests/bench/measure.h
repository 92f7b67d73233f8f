// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

/// Benchmarks measure the two sides of a ratio in one run, interleaved, several rounds: absolute times move with the
/// machine, ratios do not.
namespace sessionarium::tests::bench {

struct Side
{
    std::string name;
    std::function<void()> work;
    std::vector<double> seconds; ///< One for each round.
};

/// Seconds that `work` takes.
[[nodiscard]] double secondsOf(const std::function<void()> &work);

/// Runs all sides in turn, `rounds` times over, after one round that is not counted.
void measureInterleaved(std::vector<Side> &sides, int rounds);

/// Nearest rank; sorts. Requires: at least one value, 0 < percent <= 100.
[[nodiscard]] double percentile(std::vector<double> values, int percent);
[[nodiscard]] inline double median(const std::vector<double> &values)
{
    return percentile(values, 50);
}

/// Median over the rounds of a.seconds / b.seconds.
[[nodiscard]] double ratio(const Side &a, const Side &b);

/// Resident memory of this process in bytes; 0 where the system does not tell.
[[nodiscard]] std::size_t residentBytes();

/// One line: what, the figure, its unit, and where there is a budget whether it is kept.
enum class Budget { None, AtMost, AtLeast };
void printFigure(const std::string &what, double value, const std::string &unit, Budget budget = Budget::None,
                 double bound = 0);

/// The n-th argument as a whole number, `otherwise` if there is none.
[[nodiscard]] std::uint32_t argument(int argc, char **argv, int n, std::uint32_t otherwise);

} // namespace sessionarium::tests::bench
