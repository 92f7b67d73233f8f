// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/timetext.h"

#include <QCoreApplication>

#include <limits>

namespace sessionarium::ui::text {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(text)
};

QString padded(std::int64_t number, int width)
{
    return QStringLiteral("%1").arg(number, width, 10, QLatin1Char('0'));
}

/// "2.0" from 20; "0.5" from 5.
QString tenths(std::int64_t count)
{
    return QStringLiteral("%1.%2").arg(count / 10).arg(count % 10);
}

QString withoutZero(QString number)
{
    if (number.endsWith(QLatin1String(".0")))
        number.chop(2);
    return number;
}

std::int64_t roundedDivision(std::int64_t value, std::int64_t by)
{
    return value / by + (value % by * 2 >= by ? 1 : 0);
}

} // namespace

QString clockText(model::SimTime at)
{
    const std::int64_t ms = at.us / 1000;
    const std::int64_t minutes = ms / 60'000;
    const QString rest = padded(ms / 1000 % 60, 2) + QLatin1Char('.') + padded(ms % 1000, 3);
    if (minutes < 60)
        return padded(minutes, 2) + QLatin1Char(':') + rest;
    return QString::number(minutes / 60) + QLatin1Char(':') + padded(minutes % 60, 2) + QLatin1Char(':') + rest;
}

QString momentText(model::SimTime at)
{
    const std::int64_t hundredths = at.us / 10'000;
    const QString seconds = padded(hundredths / 100 % 60, 2) + QLatin1Char('.') + padded(hundredths % 100, 2);
    const std::int64_t minutes = hundredths / 6000;
    if (minutes > 0)
        return QString::number(minutes) + QLatin1Char(':') + seconds;
    //: A moment of the run: %1 is seconds with two decimals
    return Tr::tr("%1 s").arg(seconds);
}

QString durationText(model::Duration span)
{
    const std::int64_t us = span.us;
    if (us < 100)
        return Tr::tr("%1 µs").arg(us);
    const std::int64_t tenthsOfMs = roundedDivision(us, 100);
    if (tenthsOfMs < 10'000)
        return Tr::tr("%1 ms").arg(withoutZero(tenths(tenthsOfMs)));
    const std::int64_t tenthsOfSecond = roundedDivision(us, 100'000);
    if (tenthsOfSecond < 600)
        return Tr::tr("%1 s").arg(tenths(tenthsOfSecond));
    const std::int64_t seconds = roundedDivision(us, 1'000'000);
    if (seconds % 60 == 0)
        return Tr::tr("%1 min").arg(seconds / 60);
    return Tr::tr("%1 min %2 s").arg(seconds / 60).arg(seconds % 60);
}

QString idleText(model::Duration span)
{
    const std::int64_t tenthsOfSecond = roundedDivision(span.us, 100'000);
    if (tenthsOfSecond == 0 || tenthsOfSecond >= 600)
        return durationText(span);
    return Tr::tr("%1 s").arg(tenths(tenthsOfSecond));
}

std::optional<model::Duration> parseDuration(QStringView text)
{
    int decimals = 0; // how many the unit leaves room for
    qsizetype unitLength = 1;
    if (text.endsWith(QLatin1String("us"))) {
        unitLength = 2;
    } else if (text.endsWith(QLatin1String("ms"))) {
        decimals = 3;
        unitLength = 2;
    } else if (text.endsWith(QLatin1Char('s'))) {
        decimals = 6;
    } else {
        return std::nullopt;
    }
    const QStringView number = text.chopped(unitLength);
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    std::int64_t value = 0;
    bool point = false;
    bool digitBefore = false;
    bool digitAfter = false;
    const auto push = [&value](int digit) {
        if (value > (most - digit) / 10)
            return false;
        value = value * 10 + digit;
        return true;
    };
    for (const QChar letter : number) {
        if (letter == QLatin1Char('.') && !point && digitBefore) {
            point = true;
            continue;
        }
        if (letter < QLatin1Char('0') || letter > QLatin1Char('9'))
            return std::nullopt;
        if (point && decimals-- == 0)
            return std::nullopt;
        (point ? digitAfter : digitBefore) = true;
        if (!push(letter.unicode() - u'0'))
            return std::nullopt;
    }
    if (!digitBefore || (point && !digitAfter))
        return std::nullopt;
    for (; decimals > 0; --decimals) {
        if (!push(0))
            return std::nullopt;
    }
    return model::Duration {value};
}

} // namespace sessionarium::ui::text
