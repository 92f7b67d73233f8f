// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/verdicttext.h"

#include "ui/text/timetext.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <limits>
#include <numeric>

namespace sessionarium::ui::text {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(text)
};

/// For the %n of plural forms, which takes an int.
int plural(std::uint64_t count)
{
    return static_cast<int>(std::min<std::uint64_t>(count, std::numeric_limits<int>::max()));
}

} // namespace

QString outcomeName(verdict::Outcome outcome)
{
    switch (outcome) {
    case verdict::Outcome::Fine:
        return Tr::tr("fine");
    case verdict::Outcome::LoggedOut:
        return Tr::tr("logged out");
    case verdict::Outcome::StaleRead:
        return Tr::tr("stale read");
    case verdict::Outcome::LostUpdate:
        return Tr::tr("lost update");
    case verdict::Outcome::Refused:
        return Tr::tr("error");
    case verdict::Outcome::RevokedAccepted:
        return Tr::tr("accepted after revocation");
    }
    return {};
}

QString guaranteeName(verdict::Guarantee guarantee)
{
    switch (guarantee) {
    case verdict::Guarantee::ReadYourWrites:
        return Tr::tr("read your writes");
    case verdict::Guarantee::MonotonicReads:
        return Tr::tr("monotonic reads");
    case verdict::Guarantee::MonotonicWrites:
        return Tr::tr("monotonic writes");
    case verdict::Guarantee::WritesFollowReads:
        return Tr::tr("writes follow reads");
    case verdict::Guarantee::Durability:
        return Tr::tr("durability");
    case verdict::Guarantee::Availability:
        return Tr::tr("availability");
    }
    return {};
}

QString guaranteeDescription(verdict::Guarantee guarantee)
{
    switch (guarantee) {
    case verdict::Guarantee::ReadYourWrites:
        return Tr::tr("What I stored, I can read next.");
    case verdict::Guarantee::MonotonicReads:
        return Tr::tr("What I have seen never goes back.");
    case verdict::Guarantee::MonotonicWrites:
        return Tr::tr("My writes apply everywhere in my order.");
    case verdict::Guarantee::WritesFollowReads:
        return Tr::tr("What I wrote after reading never shows up before what I read.");
    case verdict::Guarantee::Durability:
        return Tr::tr("What was confirmed survives failures.");
    case verdict::Guarantee::Availability:
        return Tr::tr("A request gets a proper answer in time.");
    }
    return {};
}

QString guaranteeNames(verdict::GuaranteeSet set)
{
    QStringList names;
    for (std::size_t i = 0; i < verdict::guaranteeNames.size(); ++i) {
        const auto guarantee = static_cast<verdict::Guarantee>(i);
        if (set.has(guarantee))
            names.append(guaranteeName(guarantee));
    }
    return names.join(QStringLiteral(", "));
}

QString lampText(verdict::Guarantee guarantee, const verdict::Verdict *brokenBy, const timeline::Timeline &timeline)
{
    if (!brokenBy) {
        //: Tooltip of a lamp; %1 is a guarantee such as "durability"
        return Tr::tr("%1: whole").arg(guaranteeName(guarantee));
    }
    //: Tooltip of a lamp; %1 is a guarantee such as "durability", %2 a time
    return Tr::tr("%1: broken at %2").arg(guaranteeName(guarantee), clockText(timeline[brokenBy->finished].at));
}

QString percentText(std::optional<std::uint64_t> ppm)
{
    if (!ppm)
        return QString(QChar(u'—'));
    std::uint64_t tenths = (*ppm + 500) / 1000;
    if (tenths == 1000 && *ppm < 1'000'000)
        tenths = 999;
    if (tenths == 0 && *ppm > 0)
        return QStringLiteral("<0.1%");
    return QStringLiteral("%1.%2%").arg(tenths / 10).arg(tenths % 10);
}

QString countsLine(const report::Outcomes &outcomes)
{
    const auto of = [&outcomes](verdict::Outcome outcome) { return outcomes.at(static_cast<std::size_t>(outcome)); };
    const std::uint64_t requests = std::accumulate(outcomes.begin(), outcomes.end(), std::uint64_t {0});
    const std::uint64_t refused = of(verdict::Outcome::Refused);
    QStringList parts;
    //: Part of a line of counts
    parts.append(Tr::tr("%1 fine").arg(of(verdict::Outcome::Fine)));
    //: Part of a line of counts
    parts.append(Tr::tr("%1 logged out").arg(of(verdict::Outcome::LoggedOut)));
    //: Part of a line of counts
    parts.append(Tr::tr("%1 stale").arg(of(verdict::Outcome::StaleRead)));
    if (const std::uint64_t lost = of(verdict::Outcome::LostUpdate)) {
        //: Part of a line of counts
        parts.append(Tr::tr("%n lost update(s)", nullptr, plural(lost)));
    }
    //: Part of a line of counts
    parts.append(Tr::tr("%n error(s)", nullptr, plural(refused)));
    if (const std::uint64_t revoked = of(verdict::Outcome::RevokedAccepted)) {
        //: Part of a line of counts
        parts.append(Tr::tr("%1 accepted after revocation").arg(revoked));
    }
    std::optional<std::uint64_t> availability;
    if (requests > 0) {
        // The counts of a run stay below 2^32: no overflow.
        availability = (requests - refused) * 1'000'000 / requests;
    }
    //: End of a line of counts; %1 is a percentage
    parts.append(Tr::tr("availability %1").arg(percentText(availability)));
    return parts.join(QStringLiteral(" · "));
}

QString verdictSentence(const Names &names, const verdict::Verdict &verdict)
{
    const timeline::Timeline &timeline = names.timeline();
    const auto *issued = std::get_if<model::RequestIssued>(&timeline[verdict.issued].fact);
    const QString operation = operationName(issued ? issued->operation : model::Operation::Read);
    const QString outcome =
        verdict.slow ? Tr::tr("%1, but slow").arg(outcomeName(verdict.outcome)) : outcomeName(verdict.outcome);
    const auto *answered = std::get_if<model::Answered>(&timeline[verdict.finished].fact);
    if (!answered) {
        //: %1 a user, %2 what was asked for (log-in, read …), %3 the outcome
        return Tr::tr("%1, %2: %3 (no answer)").arg(names.entity(verdict.client), operation, outcome);
    }
    //: %1 a user, %2 what was asked for (log-in, read …), %3 the outcome, %4 the HTTP status
    return Tr::tr("%1, %2: %3 (%4)")
        .arg(names.entity(verdict.client), operation, outcome, QString::number(answered->status));
}

} // namespace sessionarium::ui::text
