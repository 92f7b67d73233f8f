// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/record.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <new>
#include <type_traits>
#include <utility>
#include <vector>

namespace sessionarium::timeline {

/// 64 Ki records, and for each the records of the same request and of the same entity before it (performance.md: one
/// growing vector of records costs four times as much). What was not written yet holds anything.
struct RecordBlock
{
    static constexpr unsigned log2 = 16;
    static constexpr std::uint32_t size = 1u << log2;

    std::array<Record, size> records;
    std::array<model::RecordId, size> previousOfRequest;
    std::array<model::RecordId, size> previousOfEntity;
};

/// Gives memory back as it took it: nothing is written to it on the way.
struct RecordBlockDeleter
{
    void operator()(RecordBlock *block) const { ::operator delete(block); }
};
using OwnedBlock = std::unique_ptr<RecordBlock, RecordBlockDeleter>;
// So that memory alone makes a block, without a constructor that would write 3 MB which are written anyway.
static_assert(std::is_trivially_copyable_v<RecordBlock> && std::is_trivially_destructible_v<RecordBlock>);

/// Hands the blocks of timelines that are gone on to new ones: memory that was touched before takes a record in a
/// fraction of the time that fresh pages do. Keeps `most` blocks at a time. Any thread may use it.
class BlockPool
{
public:
    explicit BlockPool(std::size_t most) : m_most(most) { }

    /// A block without a pool.
    [[nodiscard]] static OwnedBlock fresh()
    {
        return OwnedBlock(static_cast<RecordBlock *>(::operator new(sizeof(RecordBlock))));
    }

    [[nodiscard]] OwnedBlock take()
    {
        const std::lock_guard lock(m_mutex);
        if (m_free.empty())
            return fresh();
        OwnedBlock block = std::move(m_free.back());
        m_free.pop_back();
        return block;
    }

    void giveBack(OwnedBlock block)
    {
        const std::lock_guard lock(m_mutex);
        if (m_free.size() < m_most)
            m_free.push_back(std::move(block));
    }

private:
    std::size_t m_most;
    std::mutex m_mutex;
    std::vector<OwnedBlock> m_free;
};

} // namespace sessionarium::timeline
