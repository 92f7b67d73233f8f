// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/readcontext.h"

#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

namespace sessionarium::scenario {

/// The ids of one kind that a file defines, to check references against.
class Names
{
public:
    /// An empty or bad id is one that could not be read: any reference may mean it, so none is called wrong then.
    void add(const std::string &id);
    /// Also knows `prefix-1` … `prefix-N`: servers that a run gives rise to, the clients of a crowd.
    void addNumbered(const std::string &prefix, std::uint32_t most);
    void markIncomplete() { m_complete = false; }
    [[nodiscard]] bool isComplete() const { return m_complete; }
    [[nodiscard]] bool knows(const std::string &id) const;
    [[nodiscard]] bool has(const std::string &id) const { return m_set.contains(id); }
    /// Is one of the ids `prefix-1` … `prefix-N`?
    [[nodiscard]] bool hasNumbered(const std::string &prefix, std::uint32_t most) const;
    /// For a problem's `allowed`: in the order of the file, cut short when there are many.
    [[nodiscard]] std::string list() const;

    /// Reports an unknown reference. An empty id is not one.
    void check(ReadContext &context, const std::string &place, const std::string &id) const;

private:
    std::vector<std::string> m_order;
    std::unordered_set<std::string> m_set; // looked up only, never walked
    std::vector<std::pair<std::string, std::uint32_t>> m_numbered;
    bool m_complete = true;
};

/// The number N of `prefix-N`; 0 if the id is not of this form.
[[nodiscard]] std::uint32_t numberBehind(std::string_view id, std::string_view prefix);

} // namespace sessionarium::scenario
