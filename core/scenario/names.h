// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/readcontext.h"

#include <algorithm>
#include <array>
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
    Names() = default;
    /// Also knows all that the others know, which must outlive this.
    explicit Names(const Names *base, const Names *second = nullptr) : m_bases {base, second} { }

    /// An empty or bad id is one that could not be read: any reference may mean it, so none is called wrong then.
    void add(const std::string &id);
    /// All of `prefix-1` … `prefix-N`, without keeping each.
    void addRow(const std::string &prefix, std::uint32_t count);
    /// Also knows this id, which some runs have: it may be referred to, and may be taken.
    void allow(const std::string &id);
    /// Also knows `prefix-1` … `prefix-N`, which some runs have.
    void allowRow(const std::string &prefix, std::uint32_t most);
    void markIncomplete() { m_complete = false; }
    [[nodiscard]] bool isComplete() const;
    [[nodiscard]] bool knows(const std::string &id) const;
    [[nodiscard]] bool has(const std::string &id) const;
    /// For a problem's `allowed`: in the order of the file, cut short when there are many.
    [[nodiscard]] std::string list() const;

    /// Reports an unknown reference. An empty id is not one.
    void check(ReadContext &context, const std::string &place, const std::string &id) const;

private:
    void list(std::vector<std::string_view> &ids) const;
    template <class Holds>
    [[nodiscard]] bool anyBase(const Holds &holds) const
    {
        return std::any_of(m_bases.begin(), m_bases.end(),
                           [&](const Names *base) { return base != nullptr && holds(*base); });
    }

    std::array<const Names *, 2> m_bases {};
    std::vector<std::string> m_order;
    std::unordered_set<std::string> m_set; // looked up only, never walked
    std::unordered_set<std::string> m_allowed; // likewise
    std::vector<std::pair<std::string, std::uint32_t>> m_rows;
    std::vector<std::pair<std::string, std::uint32_t>> m_allowedRows;
    bool m_complete = true;
};

/// Before the number of a server or client whose id is chosen in the run, or for a run with more servers.
inline constexpr const char *numberedServer = "server";
inline constexpr const char *numberedClient = "client";

/// The number N of `prefix-N`; 0 if the id is not of this form.
[[nodiscard]] std::uint32_t numberBehind(std::string_view prefix, std::string_view id);

} // namespace sessionarium::scenario
