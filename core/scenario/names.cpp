// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/names.h"

#include <algorithm>
#include <charconv>

namespace sessionarium::scenario {

void Names::add(const std::string &id)
{
    if (!isId(id))
        m_complete = false;
    else if (m_set.insert(id).second)
        m_order.push_back(id);
}

void Names::addNumbered(const std::string &prefix, std::uint32_t most)
{
    m_numbered.emplace_back(prefix, most);
}

bool Names::knows(const std::string &id) const
{
    if (!m_complete || has(id))
        return true;
    return std::any_of(m_numbered.begin(), m_numbered.end(), [&id](const auto &numbered) {
        const std::uint32_t number = numberBehind(id, numbered.first);
        return number >= 1 && number <= numbered.second;
    });
}

bool Names::hasNumbered(const std::string &prefix, std::uint32_t most) const
{
    return std::any_of(m_order.begin(), m_order.end(), [&](const std::string &id) {
        const std::uint32_t number = numberBehind(id, prefix);
        return number >= 1 && number <= most;
    });
}

std::string Names::list() const
{
    constexpr std::size_t most = 20;
    std::string text;
    for (std::size_t i = 0; i < m_order.size() && i < most; ++i)
        text += (i > 0 ? ", " : "") + m_order[i];
    return m_order.size() > most ? text + ", …" : text;
}

void Names::check(ReadContext &context, const std::string &place, const std::string &id) const
{
    if (!id.empty() && !knows(id))
        context.add(model::ProblemCode::UnknownReference, place, excerpt(id), list());
}

std::uint32_t numberBehind(std::string_view id, std::string_view prefix)
{
    if (!id.starts_with(prefix) || id.size() < prefix.size() + 2 || id[prefix.size()] != '-')
        return 0;
    const char *const first = id.data() + prefix.size() + 1;
    const char *const last = id.data() + id.size();
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(first, last, number);
    return error == std::errc() && end == last && *first != '0' ? number : 0;
}

} // namespace sessionarium::scenario
