// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/requesttwins.h"

#include <algorithm>
#include <variant>

namespace sessionarium::ui::document {

using model::EntityId;
using model::RecordId;
using model::RequestId;
using timeline::Timeline;

std::string_view RequestTwins::actionOf(const Timeline &timeline, RecordId issued)
{
    const RecordId cause = timeline[issued].cause;
    if (cause.isNone())
        return {};
    const auto *taken = std::get_if<model::ActionTaken>(&timeline[cause].fact);
    return taken ? timeline.text(taken->action) : std::string_view();
}

const RequestTwins::ByAction &RequestTwins::of(const Timeline &timeline, EntityId client,
                                               std::map<EntityId, ByAction> &known)
{
    const auto [found, isNew] = known.try_emplace(client);
    if (isNew) {
        for (std::uint32_t i = 0; i < timeline.entityRecordCount(client); ++i) {
            const RecordId id = timeline.entityRecord(client, i);
            if (std::holds_alternative<model::RequestIssued>(timeline[id].fact))
                found->second[actionOf(timeline, id)].push_back(timeline[id].request);
        }
    }
    return found->second;
}

RequestId RequestTwins::twinOf(RecordId issued)
{
    const EntityId client = m_one[issued].entity;
    const EntityId clientThere = m_other.findEntity(m_one.entity(client).id);
    if (clientThere.isNone())
        return RequestId::none();
    const std::string_view action = actionOf(m_one, issued);
    const std::vector<RequestId> &here = of(m_one, client, m_ofOne).at(action);
    const auto place = std::lower_bound(here.begin(), here.end(), m_one[issued].request) - here.begin();
    const ByAction &there = of(m_other, clientThere, m_ofOther);
    const auto found = there.find(action);
    return found != there.end() && place < std::ssize(found->second) ? found->second[static_cast<std::size_t>(place)]
                                                                     : RequestId::none();
}

} // namespace sessionarium::ui::document
