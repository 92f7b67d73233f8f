// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

namespace sessionarium::protocol {

/// Values by string id: the items side by side, and a table of their places with linear probing, so that a look-up
/// reads one or two cache lines, and one that finds nothing does not touch the items at all. A value.
///
/// The order of the items is that of insertion until one is erased: then the last takes its place. Who lets an order
/// out sorts. References hold until the next insertion or erasure.
template <class Value>
class IdTable
{
public:
    struct Item
    {
        model::StringId id;
        Value value;
    };

    [[nodiscard]] std::size_t size() const { return m_items.size(); }
    [[nodiscard]] auto begin() const { return m_items.begin(); }
    [[nodiscard]] auto end() const { return m_items.end(); }

    /// Null if there is none.
    [[nodiscard]] const Value *find(model::StringId id) const
    {
        const std::size_t slot = slotOf(id);
        return slot == nowhere ? nullptr : &m_items[m_slots[slot].place].value;
    }
    [[nodiscard]] Value *find(model::StringId id) { return const_cast<Value *>(std::as_const(*this).find(id)); }

    /// Requires: id is not none.
    Value &insertOrAssign(model::StringId id, const Value &value)
    {
        if (Value *there = find(id))
            return *there = value;
        if (2 * (m_items.size() + 1) > m_slots.size())
            grow();
        occupy(id, static_cast<std::uint32_t>(m_items.size()));
        m_items.push_back(Item {id, value});
        return m_items.back().value;
    }

    /// False if there was none.
    bool erase(model::StringId id)
    {
        const std::size_t slot = slotOf(id);
        if (slot == nowhere)
            return false;
        const std::uint32_t place = m_slots[slot].place;
        vacate(slot);
        if (place + 1 != m_items.size()) {
            m_items[place] = m_items.back();
            m_slots[slotOf(m_items[place].id)].place = place;
        }
        m_items.pop_back();
        return true;
    }

    void clear()
    {
        m_items.clear();
        m_slots.clear();
    }

private:
    struct Slot
    {
        model::StringId id; ///< None: the slot is free.
        std::uint32_t place = 0;
    };
    static constexpr std::size_t nowhere = std::numeric_limits<std::size_t>::max();

    [[nodiscard]] std::size_t next(std::size_t slot) const { return (slot + 1) & (m_slots.size() - 1); }
    /// Where the search for an id begins: ids are running numbers, which the factor spreads (Knuth's, 2^32 / phi).
    [[nodiscard]] std::size_t first(model::StringId id) const
    {
        const std::uint32_t spread = id.value * 2654435769u;
        return (std::uint64_t {spread} * m_slots.size()) >> 32;
    }
    [[nodiscard]] std::size_t slotOf(model::StringId id) const
    {
        if (m_slots.empty())
            return nowhere;
        std::size_t slot = first(id);
        while (m_slots[slot].id.isSome()) {
            if (m_slots[slot].id == id)
                return slot;
            slot = next(slot);
        }
        return nowhere;
    }
    void occupy(model::StringId id, std::uint32_t place)
    {
        std::size_t slot = first(id);
        while (m_slots[slot].id.isSome())
            slot = next(slot);
        m_slots[slot] = Slot {id, place};
    }
    /// Frees a slot; those behind it that were pushed on past it move up, so that no search ends early.
    void vacate(std::size_t slot)
    {
        for (std::size_t other = next(slot); m_slots[other].id.isSome(); other = next(other)) {
            const std::size_t mask = m_slots.size() - 1;
            const std::size_t pushed = (other - first(m_slots[other].id)) & mask;
            if (pushed < ((other - slot) & mask))
                continue;
            m_slots[slot] = m_slots[other];
            slot = other;
        }
        m_slots[slot] = Slot();
    }
    void grow()
    {
        const std::size_t size = m_slots.empty() ? 16 : 2 * m_slots.size();
        m_slots.assign(size, Slot());
        for (std::uint32_t place = 0; place < m_items.size(); ++place)
            occupy(m_items[place].id, place);
    }

    std::vector<Item> m_items;
    std::vector<Slot> m_slots; // a power of two, at most half of them taken; none as long as there are no items
};

} // namespace sessionarium::protocol
