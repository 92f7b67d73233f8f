// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <vector>

/// How the figures of charts are written, in both languages.
namespace sessionarium::ui::charts {

enum class Unit {
    Count, ///< "12".
    Share, ///< Parts per million as "50%".
    Bytes, ///< "768 B", "1.5 kB", "2 MB"; a thousand a step.
    Time ///< Microseconds as "4.5 ms", "2.0 s".
};

[[nodiscard]] QString valueText(std::uint64_t value, Unit unit);

/// Where the lines of a y axis stand for values up to `most`: from 0 in steps of 1, 2 or 5 times a power of ten, two to
/// five of them, the last one at or above `most`. Of a share always 0, 50 and 100 %.
[[nodiscard]] std::vector<std::uint64_t> axisValues(std::uint64_t most, Unit unit);

} // namespace sessionarium::ui::charts
