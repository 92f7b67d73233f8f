// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"

#include <deque>
#include <vector>

namespace sessionarium::verdict {

/// A write's place in the tree below; none is the empty value, the root of every tree.
using WriteNode = model::Id<struct WriteNodeTag>;

/// All writes of a run and the values that they were based on (semantics §3): a value is one write and contains itself
/// and its ancestors.
///
/// The first mention of a write among the applied ones fixes its base for good: as the write, the base named there;
/// as a base that was never applied before, none. So the bases form a forest whatever a foreign file says.
class WriteTree
{
public:
    struct Write
    {
        model::WriteId id;
        WriteNode base;
        WriteNode previousOfClient; ///< The client's next lower counter.
        model::StringId session; ///< Where it came up first.
        model::RecordId issued;
        model::RecordId acknowledged; ///< The 2xx answer that reached its client.
        std::uint32_t depth : 28; ///< Writes that the value contains; 1 until it is placed.
        std::uint32_t isPlaced : 1;
        std::uint32_t isLogOut : 1;
        std::uint32_t isLost : 1; ///< An answer showed it as lost: it is written off.
    };

    /// None for no write; a new node for one that was never mentioned.
    [[nodiscard]] WriteNode touch(model::WriteId id);
    /// A copy of a write came into a session: it is there, whether or not it was ever seen to be applied.
    [[nodiscard]] WriteNode meet(model::WriteId id, model::StringId session);
    /// The write was applied on top of `base` in a session.
    [[nodiscard]] WriteNode place(model::WriteId id, model::WriteId base, model::StringId session);

    /// Requires: some node.
    [[nodiscard]] Write &operator[](WriteNode node) { return m_writes[node.value]; }
    [[nodiscard]] const Write &operator[](WriteNode node) const { return m_writes[node.value]; }

    /// Whether `value` is `write` or has it among its ancestors; everything contains the empty value.
    [[nodiscard]] bool contains(WriteNode value, WriteNode write) const;
    /// The first write on the branch of `value` after it parted from the branch of `other`.
    /// Requires: neither contains the other.
    [[nodiscard]] WriteNode firstAfterFork(WriteNode value, WriteNode other) const;
    /// Whether one was acknowledged before the other was issued.
    [[nodiscard]] bool precedes(WriteNode one, WriteNode other) const;

private:
    [[nodiscard]] std::uint32_t depth(WriteNode node) const { return node.isNone() ? 0 : m_writes[node.value].depth; }

    std::deque<Write> m_writes;
    std::vector<WriteNode> m_newestOfClient; // by entity; linked downwards by counter
};

} // namespace sessionarium::verdict
