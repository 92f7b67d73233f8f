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

void Names::addNumberedServers(std::uint32_t most)
{
    m_numberedServers = std::max(m_numberedServers, most);
}

bool Names::knows(const std::string &id) const
{
    if (!m_complete || has(id))
        return true;
    const std::uint32_t number = serverNumber(id);
    return number >= 1 && number <= m_numberedServers;
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

std::uint32_t serverNumber(std::string_view id)
{
    constexpr std::string_view prefix = "server-";
    if (id.substr(0, prefix.size()) != prefix)
        return 0;
    const char *const first = id.data() + prefix.size();
    const char *const last = id.data() + id.size();
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(first, last, number);
    return error == std::errc() && end == last && *first != '0' ? number : 0;
}

} // namespace sessionarium::scenario
