// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/timeline.h"

#include <map>
#include <string_view>
#include <vector>

namespace sessionarium::ui::document {

/// The requests of one run by who sent them and why, so that the same ones can be found in another run of the same
/// scenario. The same request is the one of the same user that the same action sent; of those that no action sent (a
/// crowd's, logging in again), the one of the same number. Each user's requests are looked through once, when one of
/// them is asked for first.
class RequestTwins
{
public:
    /// The timeline must outlive this.
    explicit RequestTwins(const timeline::Timeline &timeline) : m_timeline(timeline) { }

    /// Where this run sends the request that the other run sends with `issued`. None: it never does.
    [[nodiscard]] model::RecordId twinOf(RequestTwins &other, model::RecordId issued);

private:
    /// The records that sent the requests of one user, by the action behind them (empty: none); in order.
    using ByAction = std::map<std::string_view, std::vector<model::RecordId>>;

    [[nodiscard]] std::string_view actionOf(model::RecordId issued) const;
    [[nodiscard]] const ByAction &requestsOf(model::EntityId client);

    const timeline::Timeline &m_timeline;
    std::map<model::EntityId, ByAction> m_known;
};

} // namespace sessionarium::ui::document
