// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/crowduser.h"

namespace sessionarium::protocol {

using namespace model;

/// The longest falling run u1 > u2 > … of uniform numbers that begins with u1 has an odd length with probability e^-u1:
/// then u1 is the fraction of the mean, and each failure before it adds a whole one.
Duration drawExponential(Duration mean, Random &random)
{
    __extension__ using Wide = unsigned __int128;
    const auto scale = static_cast<std::uint64_t>(mean.us);
    for (std::uint64_t whole = 0;; whole += scale) {
        const std::uint64_t first = random.next();
        std::uint64_t previous = first;
        bool isOdd = true;
        for (std::uint64_t following = random.next(); following < previous; following = random.next()) {
            previous = following;
            isOdd = !isOdd;
        }
        if (!isOdd)
            continue;
        constexpr Wide half = Wide {1} << 63; // rounded: cut off, short spans would be too short on average
        const Wide fraction = (Wide {first} * scale + half) >> 64;
        return Duration {static_cast<std::int64_t>(whole + static_cast<std::uint64_t>(fraction))};
    }
}

CrowdUser::CrowdUser(const CrowdSpec &spec, Random random)
    : m_random(random),
      m_from(spec.from),
      m_until(spec.until),
      m_mean(spec.mean),
      m_writePpm(spec.writePpm),
      m_logsIn(spec.logsIn)
{
}

std::optional<Duration> CrowdUser::first()
{
    const Duration wait {m_from.us};
    return unlessTooLate(SimTime {}, wait + drawExponential(m_mean, m_random));
}

std::optional<Duration> CrowdUser::next(SimTime now)
{
    return unlessTooLate(now, drawExponential(m_mean, m_random));
}

ActionKind CrowdUser::pick()
{
    // Drawn in any case: what comes later does not depend on whether the crowd logs in.
    const bool writes = m_random.chance(m_writePpm);
    if (m_logsIn) {
        m_logsIn = false;
        return ActionKind::LogIn;
    }
    return writes ? ActionKind::Write : ActionKind::Read;
}

std::optional<Duration> CrowdUser::unlessTooLate(SimTime now, Duration delay) const
{
    if (m_until && now + delay > *m_until)
        return std::nullopt;
    return delay;
}

} // namespace sessionarium::protocol
