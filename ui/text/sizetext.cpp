// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/sizetext.h"

#include <QCoreApplication>

namespace sessionarium::ui::text {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(text)
};

/// "1.5" from 1,500 of 1,000; "2" from 2,000.
QString tenthsOf(std::uint64_t value, std::uint64_t unit)
{
    const std::uint64_t tenths = (value * 10 + unit / 2) / unit;
    return tenths % 10 == 0 ? QString::number(tenths / 10) : QStringLiteral("%1.%2").arg(tenths / 10).arg(tenths % 10);
}

} // namespace

QString sizeText(std::uint64_t bytes)
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

} // namespace sessionarium::ui::text
