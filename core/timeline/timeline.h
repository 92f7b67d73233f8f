// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/stringtable.h"
#include "core/timeline/blockpool.h"
#include "core/timeline/entityindex.h"
#include "core/timeline/publishedvector.h"
#include "core/timeline/recordsink.h"

#include <atomic>
#include <memory>
#include <vector>

namespace sessionarium::timeline {

/// The append-only list of what happened in one run, and the only thing that the rest of the program reads.
///
/// Records stand in blocks that never move. Two indices grow with them, four bytes a record each: the records of an
/// entity, and the records of a request. One thread writes; any number may read records and indices below a size()
/// that they have seen. Strings and entities are read while writing only by the writer's thread.
class Timeline : public RecordSink
{
public:
    /// With a pool, blocks of records come from it and go back to it.
    explicit Timeline(std::shared_ptr<BlockPool> pool = nullptr);
    ~Timeline() override;
    Timeline(const Timeline &) = delete;
    Timeline &operator=(const Timeline &) = delete;

    void begin(const RunInfo &info) override;
    void internString(model::StringId id, std::string_view text) override;
    void joinEntity(model::EntityId entity, model::StringId text) override;
    void append(model::RecordId id, const Record &record) override;
    void end() override;

    [[nodiscard]] const RunInfo &info() const { return m_info; }
    [[nodiscard]] bool isComplete() const { return m_complete.load(std::memory_order_acquire); }

    [[nodiscard]] std::uint32_t size() const { return m_size.load(std::memory_order_acquire); }
    /// Requires: id < size().
    [[nodiscard]] const Record &operator[](model::RecordId id) const
    {
        return m_blocks[id.value >> RecordBlock::log2]->records[id.value & (RecordBlock::size - 1)];
    }
    [[nodiscard]] const Record &operator[](std::uint32_t index) const { return (*this)[model::RecordId(index)]; }

    /// How many records happened up to and including t: the prefix that a branch taken at t shares.
    [[nodiscard]] std::uint32_t countUpTo(model::SimTime t) const;

    [[nodiscard]] const model::StringTable &strings() const { return m_strings; }
    [[nodiscard]] std::string_view text(model::StringId id) const { return m_strings.text(id); }

    /// All entities that ever joined, in order of their ids.
    [[nodiscard]] const std::vector<EntityInfo> &entities() const { return m_entities; }
    /// Requires: an entity of this run.
    [[nodiscard]] const EntityInfo &entity(model::EntityId id) const { return m_entities[id.value]; }
    /// None if there is no entity of that id.
    [[nodiscard]] model::EntityId findEntity(std::string_view id) const;

    /// The records of one entity in order; positions 0 … count-1. Requires: an entity of this run.
    [[nodiscard]] std::uint32_t entityRecordCount(model::EntityId entity) const;
    [[nodiscard]] model::RecordId entityRecord(model::EntityId entity, std::uint32_t position) const;

    [[nodiscard]] std::uint32_t requestCount() const { return static_cast<std::uint32_t>(m_lastOfRequest.size()); }
    /// The newest record of a request, none if there is none; and the record of the same request before another.
    [[nodiscard]] model::RecordId lastOfRequest(model::RequestId request) const;
    [[nodiscard]] model::RecordId previousOfRequest(model::RecordId id) const
    {
        return m_blocks[id.value >> RecordBlock::log2]->previousOfRequest[id.value & (RecordBlock::size - 1)];
    }
    /// All records of a request, oldest first.
    [[nodiscard]] std::vector<model::RecordId> recordsOfRequest(model::RequestId request) const;

    /// Bytes held by records and indices.
    [[nodiscard]] std::size_t memoryBytes() const;

private:
    void addEntity(EntityInfo entity);
    void openBlock();
    void openRequest(model::RequestId request);
    [[nodiscard]] model::RecordId previousOfEntity(model::RecordId id) const
    {
        return m_blocks[id.value >> RecordBlock::log2]->previousOfEntity[id.value & (RecordBlock::size - 1)];
    }

    RunInfo m_info;
    model::StringTable m_strings;
    std::vector<EntityInfo> m_entities;
    std::shared_ptr<BlockPool> m_pool; // null: none
    std::vector<OwnedBlock> m_blocks; // reserved to its final size: never moves under a reader
    EntityIndex m_recordsOfEntity;
    PublishedVector<std::uint32_t, 10> m_lastOfRequest;
    std::atomic<std::uint32_t> m_size {0};
    std::atomic<bool> m_complete {false};
};

} // namespace sessionarium::timeline
