// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartunits.h"

#include "ui/text/sizetext.h"
#include "ui/text/timetext.h"
#include "ui/text/verdicttext.h"

#include <algorithm>

namespace sessionarium::ui::charts {

namespace {

constexpr std::uint64_t whole = 1'000'000; // a share of all
constexpr std::uint64_t mostSteps = 4;

QString shareText(std::uint64_t ppm)
{
    constexpr std::uint64_t percent = whole / 100;
    return ppm % percent == 0 ? QStringLiteral("%1%").arg(ppm / percent) : text::percentText(ppm);
}

} // namespace

QString valueText(std::uint64_t value, Unit unit)
{
    switch (unit) {
    case Unit::Count:
        return QString::number(value);
    case Unit::Share:
        return shareText(value);
    case Unit::Bytes:
        return text::sizeText(value);
    case Unit::Time:
        return value == 0 ? QStringLiteral("0")
                          : text::durationText(model::Duration {static_cast<std::int64_t>(value)});
    }
    return {};
}

std::vector<std::uint64_t> axisValues(std::uint64_t most, Unit unit)
{
    if (unit == Unit::Share)
        return {0, whole / 2, whole};
    std::uint64_t step = 1;
    for (std::uint64_t power = 1; step * mostSteps < most; power *= 10) {
        for (const std::uint64_t factor : {1u, 2u, 5u}) {
            step = factor * power;
            if (step * mostSteps >= most)
                break;
        }
    }
    std::vector<std::uint64_t> values {0};
    do
        values.push_back(values.back() + step);
    while (values.back() < most);
    return values;
}

} // namespace sessionarium::ui::charts
