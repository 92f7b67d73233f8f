// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace sessionarium::model {

/// The interned texts of one run: language-free ids, addresses, session ids. A value; copying it copies the texts.
class StringTable
{
public:
    StringTable() = default;
    StringTable(const StringTable &other);
    StringTable &operator=(const StringTable &other);
    StringTable(StringTable &&) noexcept = default;
    StringTable &operator=(StringTable &&) noexcept = default;

    /// The id of `text`, a new one if it was not there.
    StringId intern(std::string_view text);
    [[nodiscard]] std::optional<StringId> find(std::string_view text) const;
    /// Empty for none. Requires: none, or an id of this table. The view lives as long as the table.
    [[nodiscard]] std::string_view text(StringId id) const;
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(m_ids.size()); }

private:
    std::deque<std::string> m_texts; // does not move its elements: the keys below point into it
    std::unordered_map<std::string_view, std::uint32_t> m_ids; // looked up only, never walked: no order leaks out
};

} // namespace sessionarium::model
