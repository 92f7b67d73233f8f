// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/requesttwins.h"

#include <algorithm>
#include <variant>

namespace sessionarium::ui::document {

using model::EntityId;
using model::RecordId;

std::string_view RequestTwins::actionOf(RecordId issued) const
{
    const RecordId cause = m_timeline[issued].cause;
    if (cause.isNone())
        return {};
    const auto *taken = std::get_if<model::ActionTaken>(&m_timeline[cause].fact);
    return taken ? m_timeline.text(taken->action) : std::string_view();
}

const RequestTwins::ByAction &RequestTwins::requestsOf(EntityId client)
{
    const auto [found, isNew] = m_known.try_emplace(client);
    if (isNew) {
        for (std::uint32_t i = 0; i < m_timeline.entityRecordCount(client); ++i) {
            const RecordId id = m_timeline.entityRecord(client, i);
            if (std::holds_alternative<model::RequestIssued>(m_timeline[id].fact))
                found->second[actionOf(id)].push_back(id);
        }
    }
    return found->second;
}

RecordId RequestTwins::twinOf(RequestTwins &other, RecordId issued)
{
    const EntityId client = other.m_timeline[issued].entity;
    const EntityId here = m_timeline.findEntity(other.m_timeline.entity(client).id);
    if (here.isNone())
        return RecordId();
    const std::string_view action = other.actionOf(issued);
    const std::vector<RecordId> &theirs = other.requestsOf(client).at(action);
    const auto place = std::lower_bound(theirs.begin(), theirs.end(), issued) - theirs.begin();
    const ByAction &ours = requestsOf(here);
    const auto found = ours.find(action);
    return found != ours.end() && place < std::ssize(found->second) ? found->second[static_cast<std::size_t>(place)]
                                                                    : RecordId();
}

} // namespace sessionarium::ui::document
