// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/stringtable.h"

namespace sessionarium::model {

StringTable::StringTable(const StringTable &other) : m_texts(other.m_texts)
{
    m_ids.reserve(m_texts.size());
    for (std::uint32_t i = 0; i < m_texts.size(); ++i)
        m_ids.emplace(m_texts[i], i);
}

StringTable &StringTable::operator=(const StringTable &other)
{
    if (this != &other)
        *this = StringTable(other);
    return *this;
}

StringId StringTable::intern(std::string_view text)
{
    if (const auto found = find(text))
        return *found;
    const auto id = static_cast<std::uint32_t>(m_texts.size());
    m_texts.emplace_back(text);
    m_ids.emplace(m_texts.back(), id);
    return StringId(id);
}

std::optional<StringId> StringTable::find(std::string_view text) const
{
    const auto found = m_ids.find(text);
    if (found == m_ids.end())
        return std::nullopt;
    return StringId(found->second);
}

std::string_view StringTable::text(StringId id) const
{
    if (id.isNone())
        return {};
    return m_texts[id.value];
}

} // namespace sessionarium::model
