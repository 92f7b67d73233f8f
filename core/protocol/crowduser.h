// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/fact.h"
#include "core/model/random.h"
#include "core/model/spec.h"

#include <optional>

namespace sessionarium::protocol {

/// An exponentially distributed span with that mean, rounded to microseconds, by von Neumann's comparisons of uniform
/// numbers (1951): integers all the way, the same bits on every machine. Requires: 0 <= mean.us < 2^40.
[[nodiscard]] model::Duration drawExponential(model::Duration mean, model::Random &random);

/// One generated user: when it asks for something, and for what. Its draws come from a stream of its own and depend on
/// nothing that servers or policies do.
class CrowdUser
{
public:
    CrowdUser(const model::CrowdSpec &spec, model::Random random);

    /// From the start of the run to its first request; none: it never makes one.
    [[nodiscard]] std::optional<model::Duration> first();
    /// From `now` to its next request: the arrival of the one before (open), or its end (closed); none: it has done.
    [[nodiscard]] std::optional<model::Duration> next(model::SimTime now);
    /// What the request that is due asks for: the first logs in, if the crowd does so.
    [[nodiscard]] model::ActionKind pick();

private:
    [[nodiscard]] std::optional<model::Duration> unlessTooLate(model::SimTime now, model::Duration delay) const;

    model::Random m_random;
    model::SimTime m_from;
    std::optional<model::SimTime> m_until;
    model::Duration m_mean;
    std::uint32_t m_writePpm;
    bool m_logsIn; ///< Still to do.
};

} // namespace sessionarium::protocol
