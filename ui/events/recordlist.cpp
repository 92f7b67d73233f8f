// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/recordlist.h"

#include <algorithm>

namespace sessionarium::ui::events {

RecordList RecordList::all(std::uint32_t count)
{
    RecordList list;
    list.m_isAll = true;
    list.m_size = count;
    return list;
}

void RecordList::append(std::vector<std::uint32_t> ids)
{
    if (ids.empty())
        return;
    const auto count = static_cast<std::uint32_t>(ids.size());
    m_chunks.push_back({m_size, std::make_shared<const std::vector<std::uint32_t>>(std::move(ids))});
    m_size += count;
}

std::uint32_t RecordList::at(std::uint32_t position) const
{
    if (m_isAll)
        return position;
    const auto after = std::upper_bound(m_chunks.begin(), m_chunks.end(), position,
                                        [](std::uint32_t wanted, const Chunk &chunk) { return wanted < chunk.start; });
    const Chunk &chunk = *std::prev(after);
    return (*chunk.ids)[position - chunk.start];
}

std::uint32_t RecordList::countBelow(std::uint32_t id) const
{
    if (m_isAll)
        return std::min(id, m_size);
    const auto chunk =
        std::lower_bound(m_chunks.begin(), m_chunks.end(), id,
                         [](const Chunk &each, std::uint32_t wanted) { return each.ids->back() < wanted; });
    if (chunk == m_chunks.end())
        return m_size;
    const auto found = std::lower_bound(chunk->ids->begin(), chunk->ids->end(), id);
    return chunk->start + static_cast<std::uint32_t>(found - chunk->ids->begin());
}

} // namespace sessionarium::ui::events
