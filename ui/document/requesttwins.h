// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/timeline.h"

#include <map>
#include <string_view>
#include <vector>

namespace sessionarium::ui::document {

/// Finds a request of one run in another run of the same scenario. The same request is the one of the same user that
/// the same action sent; of those that no action sent (a crowd's, logging in again), the one of the same number.
/// Each user's requests are looked through once, when one of them is asked for first.
class RequestTwins
{
public:
    /// Both must outlive this.
    RequestTwins(const timeline::Timeline &one, const timeline::Timeline &other) : m_one(one), m_other(other) { }

    /// Requires: `issued` is the record in the first run that sent a request. None: the other run never sent it.
    [[nodiscard]] model::RequestId twinOf(model::RecordId issued);

private:
    /// The requests of one user by the action that sent them, empty: none; in order of issue.
    using ByAction = std::map<std::string_view, std::vector<model::RequestId>>;

    static std::string_view actionOf(const timeline::Timeline &timeline, model::RecordId issued);
    static const ByAction &of(const timeline::Timeline &timeline, model::EntityId client,
                              std::map<model::EntityId, ByAction> &known);

    const timeline::Timeline &m_one;
    const timeline::Timeline &m_other;
    std::map<model::EntityId, ByAction> m_ofOne;
    std::map<model::EntityId, ByAction> m_ofOther;
};

} // namespace sessionarium::ui::document
