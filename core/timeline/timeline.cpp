// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/timeline.h"

#include <algorithm>
#include <utility>

namespace sessionarium::timeline {

using model::EntityId;
using model::RecordId;
using model::RequestId;
using model::StringId;

Timeline::Timeline(std::shared_ptr<BlockPool> pool) : m_pool(std::move(pool))
{
    m_blocks.reserve(std::size_t {1} << (32 - RecordBlock::log2));
}

Timeline::~Timeline()
{
    if (!m_pool)
        return;
    for (OwnedBlock &block : m_blocks)
        m_pool->giveBack(std::move(block));
}

void Timeline::begin(const RunInfo &info)
{
    m_info = info;
    for (const std::string &text : info.strings)
        m_strings.intern(text);
    for (const EntityInfo &entity : info.entities)
        addEntity(entity);
}

void Timeline::internString(StringId, std::string_view text)
{
    m_strings.intern(text);
}

void Timeline::joinEntity(EntityId, StringId text)
{
    addEntity(EntityInfo {std::string(m_strings.text(text)), model::EntityType::Client, {}});
}

void Timeline::addEntity(EntityInfo entity)
{
    m_entities.push_back(std::move(entity));
    m_recordsOfEntity.addEntity();
}

void Timeline::openBlock()
{
    m_blocks.push_back(m_pool ? m_pool->take() : BlockPool::fresh());
}

void Timeline::openRequest(RequestId request)
{
    while (m_lastOfRequest.size() <= request.value)
        m_lastOfRequest.push(RecordId::noneValue);
}

void Timeline::append(RecordId id, const Record &record)
{
    const std::uint32_t place = id.value & (RecordBlock::size - 1);
    if (place == 0)
        openBlock();
    RecordBlock &block = *m_blocks.back();
    block.records[place] = record;

    if (const auto *added = std::get_if<model::EntityAdded>(&record.fact))
        m_entities[record.entity.value].type = added->type;

    m_recordsOfEntity.add(record.entity, id,
                          [&block, place](RecordId previous) { block.previousOfEntity[place] = previous; });
    RecordId previous;
    if (record.request.isSome()) {
        if (record.request.value >= m_lastOfRequest.size())
            openRequest(record.request);
        std::uint32_t &last = m_lastOfRequest.writable(record.request.value);
        previous = RecordId(last);
        last = id.value;
    }
    block.previousOfRequest[place] = previous;
    m_size.store(id.value + 1, std::memory_order_release);
}

void Timeline::end()
{
    m_complete.store(true, std::memory_order_release);
}

std::uint32_t Timeline::countUpTo(model::SimTime t) const
{
    std::uint32_t low = 0;
    std::uint32_t high = size();
    while (low < high) {
        const std::uint32_t middle = low + (high - low) / 2;
        if ((*this)[middle].at <= t)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

EntityId Timeline::findEntity(std::string_view id) const
{
    const auto found =
        std::find_if(m_entities.begin(), m_entities.end(), [id](const EntityInfo &entity) { return entity.id == id; });
    if (found == m_entities.end())
        return EntityId();
    return EntityId(static_cast<std::uint32_t>(found - m_entities.begin()));
}

std::uint32_t Timeline::entityRecordCount(EntityId entity) const
{
    return m_recordsOfEntity.count(entity);
}

RecordId Timeline::entityRecord(EntityId entity, std::uint32_t position) const
{
    return m_recordsOfEntity.at(entity, position, [this](RecordId id) { return previousOfEntity(id); });
}

RecordId Timeline::lastOfRequest(RequestId request) const
{
    if (request.isNone() || request.value >= m_lastOfRequest.size())
        return RecordId();
    return RecordId(m_lastOfRequest[request.value]);
}

std::vector<RecordId> Timeline::recordsOfRequest(RequestId request) const
{
    std::vector<RecordId> ids;
    for (RecordId id = lastOfRequest(request); id.isSome(); id = previousOfRequest(id))
        ids.push_back(id);
    std::reverse(ids.begin(), ids.end());
    return ids;
}

std::size_t Timeline::memoryBytes() const
{
    return m_blocks.size() * sizeof(RecordBlock) + m_lastOfRequest.size() * sizeof(std::uint32_t)
        + m_recordsOfEntity.memoryBytes();
}

} // namespace sessionarium::timeline
