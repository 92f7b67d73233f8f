// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

namespace sessionarium::ui::events {

/// Ids of records in rising order: all up to a bound, or those that a filter found. A value; copies share the ids, so
/// that another thread may read one while more are found.
class RecordList
{
public:
    RecordList() = default;
    /// The records 0 … count-1; takes no memory.
    [[nodiscard]] static RecordList all(std::uint32_t count);

    /// Requires: not made by all(); ids in rising order, the first one behind the last one here.
    void append(std::vector<std::uint32_t> ids);

    [[nodiscard]] std::uint32_t size() const { return m_size; }
    /// Requires: position < size().
    [[nodiscard]] std::uint32_t at(std::uint32_t position) const;
    /// How many are less than `id`: also the position of `id`, if it is here.
    [[nodiscard]] std::uint32_t countBelow(std::uint32_t id) const;

private:
    struct Chunk
    {
        std::uint32_t start; // position of its first id
        std::shared_ptr<const std::vector<std::uint32_t>> ids; // never empty
    };

    bool m_isAll = false;
    std::uint32_t m_size = 0;
    std::vector<Chunk> m_chunks;
};

} // namespace sessionarium::ui::events
