// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartunits.h"

#include "ui/text/timetext.h"
#include "ui/text/verdicttext.h"

#include <QCoreApplication>

#include <algorithm>

namespace sessionarium::ui::charts {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Charts)
};

constexpr std::uint64_t whole = 1'000'000; // a share of all
constexpr std::uint64_t mostSteps = 4;

/// "1.5" from 1,500 of 1,000; "2" from 2,000.
QString tenthsOf(std::uint64_t value, std::uint64_t unit)
{
    const std::uint64_t tenths = (value * 10 + unit / 2) / unit;
    return tenths % 10 == 0 ? QString::number(tenths / 10) : QStringLiteral("%1.%2").arg(tenths / 10).arg(tenths % 10);
}

QString bytesText(std::uint64_t bytes)
{
    constexpr std::uint64_t kilo = 1000;
    // A twentieth below a thousand of the smaller unit would be rounded up to it.
    if (bytes < kilo)
        return Tr::tr("%1 B").arg(bytes);
    if (bytes < kilo * kilo - kilo / 20)
        return Tr::tr("%1 kB").arg(tenthsOf(bytes, kilo));
    if (bytes < kilo * kilo * kilo - kilo * kilo / 20)
        return Tr::tr("%1 MB").arg(tenthsOf(bytes, kilo * kilo));
    return Tr::tr("%1 GB").arg(tenthsOf(bytes, kilo * kilo * kilo));
}

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
        return bytesText(value);
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
