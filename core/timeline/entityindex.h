// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"
#include "core/timeline/publishedvector.h"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace sessionarium::timeline {

/// The records of each entity as a chain: beside each record stands the one before it of the same entity (the timeline
/// keeps that), here the newest of each, and as a mark one in every `stride`, from which the others are a few steps
/// back. A list for each entity would end in a line of memory of its own, out of the cache when its next record comes.
///
/// One thread writes; any number may read what it has published, but not while an entity is added.
class EntityIndex
{
public:
    void addEntity()
    {
        m_newest.push_back(pack({}));
        m_marks.emplace_back();
    }

    /// Writer only. `keep(previous)` writes the entity's record before this one beside it (none: it is the first); only
    /// then can a reader see the new one.
    template <class Keep>
    void add(model::EntityId entity, model::RecordId id, const Keep &keep)
    {
        const std::atomic_ref<std::uint64_t> place(m_newest[entity.value]);
        const Newest before = unpack(place.load(std::memory_order_relaxed));
        keep(before.id);
        if (before.count % stride == stride - 1)
            m_marks[entity.value].push(id.value);
        place.store(pack({before.count + 1, id}), std::memory_order_release);
    }

    [[nodiscard]] std::uint32_t count(model::EntityId entity) const { return newest(entity).count; }

    /// Requires: position < count(entity). `previous(id)` gives what add() had kept beside a record.
    template <class Previous>
    [[nodiscard]] model::RecordId at(model::EntityId entity, std::uint32_t position, const Previous &previous) const
    {
        Newest from = newest(entity);
        const std::uint32_t mark = position / stride;
        if ((mark + 1) * stride <= from.count)
            from = Newest {(mark + 1) * stride, model::RecordId(m_marks[entity.value][mark])};
        for (; from.count > position + 1; --from.count)
            from.id = previous(from.id);
        return from.id;
    }

    /// Bytes held.
    [[nodiscard]] std::size_t memoryBytes() const
    {
        std::size_t bytes = 0;
        for (const PublishedVector<std::uint32_t> &marks : m_marks)
            bytes += sizeof(std::uint64_t) + sizeof(marks) + marks.size() * sizeof(std::uint32_t);
        return bytes;
    }

private:
    static constexpr std::uint32_t stride = 32;

    /// How many records there are, and the last of them: read and written as one.
    struct Newest
    {
        std::uint32_t count = 0;
        model::RecordId id;
    };
    static std::uint64_t pack(Newest newest) { return std::uint64_t {newest.count} << 32 | newest.id.value; }
    static Newest unpack(std::uint64_t packed)
    {
        return Newest {static_cast<std::uint32_t>(packed >> 32), model::RecordId(static_cast<std::uint32_t>(packed))};
    }
    [[nodiscard]] Newest newest(model::EntityId entity) const
    {
        // Only read, though what refers to an atomic wants to be able to write.
        auto &place = const_cast<std::uint64_t &>(m_newest[entity.value]);
        return unpack(std::atomic_ref<std::uint64_t>(place).load(std::memory_order_acquire));
    }

    std::vector<std::uint64_t> m_newest; ///< By entity; written and read as atomics.
    std::vector<PublishedVector<std::uint32_t>> m_marks; ///< By entity: its records at stride - 1, 2 stride - 1, …
};

} // namespace sessionarium::timeline
